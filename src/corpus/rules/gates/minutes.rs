//! E0809. Nothing is "dirapatkan" without minutes that say what was decided.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::{Escalation, Stage};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0809, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let decided = case.bench.sight.items(&case.issue.meetings).any(|(_, m)| !m.decisions.is_empty());
    // A small issue may be closed without a meeting.
    let asked = case.stage() >= Stage::Met && (!case.closed() || case.escalation() >= Escalation::Case);
    if asked && !decided {
        let found = out.at(Code::E0809, case.key("tahap"));
        found.with("stage", case.stage().key()).with("office", case.office());
    }
}
