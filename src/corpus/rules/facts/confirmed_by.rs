//! W0820. A confirmed fact names the office that confirmed it.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::FactStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0820, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let confirmed = case.facts().filter(|(_, f)| f.status == Some(FactStatus::Confirmed) && f.confirmed_by.is_none());
    for (item, fact) in confirmed {
        out.on(Code::W0820, "fakta", item).with("id", &*item.id).with("office", case.office_of(fact));
    }
}
