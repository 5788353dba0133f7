//! W0840. The playbook's clock runs from T0.

use crate::corpus::rules::clock::{self, State};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0840, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for step in clock::of(case).into_iter().filter(|s| s.state == State::Late) {
        let found = out.at(Code::W0840, case.key("terverifikasi_pada"));
        found.with("minute", step.minute.to_string()).with("task", step.words());
        found.with("due", case.bench.show(step.due)).with("office", case.office());
    }
}
