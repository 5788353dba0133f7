//! W0839. A crisis follows a playbook.

use crate::corpus::rules::suggest;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0839, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if !case.crisis() || case.follows_playbook() {
        return;
    }
    let fitting: Vec<String> = suggest::fitting(case).iter().map(|(id, title)| format!("{id} ({title})")).collect();
    let fitting = (!fitting.is_empty()).then(|| fitting.join(", "));
    out.at(Code::W0839, case.key("eskalasi")).with_some("fitting", fitting).with("office", case.office());
}
