//! E0809. Nothing is "dirapatkan" without minutes that say what was decided.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::Stage;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0809, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let decided = case.bench.sight.items(&case.issue.meetings).any(|(_, m)| !m.decisions.is_empty());
    if case.stage() >= Stage::Met && !decided {
        let found = out.at(Code::E0809, case.key("tahap"));
        found.with("stage", case.stage().key()).with("office", case.office());
    }
}
