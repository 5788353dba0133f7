//! E0801. A fact has a source, a time and a status wherever it appears.

use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0801, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, fact) in case.facts() {
        let wanted =
            [("sumber", fact.source.is_some()), ("waktu", fact.at.is_some()), ("status", fact.status.is_some())];
        if let Some(missing) = missing(&wanted) {
            let found = out.on(Code::E0801, "fakta", item);
            found.with("id", &*item.id).with("missing", missing).with("office", case.office_of(fact));
        }
    }
}
