//! W0808. A case or crisis says when the next update comes.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0808, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if case.grave() && case.issue.next_update.is_none() {
        let found = out.at(Code::W0808, case.key("eskalasi"));
        found.with("escalation", case.escalation().key()).with("office", case.office());
    }
}
