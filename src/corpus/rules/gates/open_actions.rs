//! W0835. A closed issue has no follow-up that is still open.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::ActionStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0835, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if !case.closed() {
        return;
    }
    let open = case.bench.sight.items(&case.issue.actions);
    let open = open.filter(|(_, a)| a.status.is_none_or(ActionStatus::open));
    let ids: Vec<&str> = open.map(|(item, _)| item.id.as_str()).collect();
    if !ids.is_empty() {
        out.at(Code::W0835, case.key("tahap")).with("open", ids.join(", ")).with("office", case.office());
    }
}
