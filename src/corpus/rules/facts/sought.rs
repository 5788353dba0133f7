//! W0821. In a case or crisis somebody looks into what is not confirmed, and until when.

use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::FactStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0821, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    if !case.grave() {
        return;
    }
    for (item, fact) in case.facts().filter(|(_, f)| f.status == Some(FactStatus::Unconfirmed)) {
        let wanted = [("dicari_oleh", fact.sought_by.is_some()), ("target", fact.target.is_some())];
        if let Some(missing) = missing(&wanted) {
            let found = out.on(Code::W0821, "fakta", item);
            found.with("id", &*item.id).with("missing", missing).with("office", case.office_of(fact));
        }
    }
}
