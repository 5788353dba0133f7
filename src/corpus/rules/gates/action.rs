//! E0810. Every action has an agency, an office and a deadline.

use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::ActionStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0810, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let sight = case.bench.sight;
    for (item, action) in sight.items(&case.issue.actions).filter(|(_, a)| a.status != Some(ActionStatus::Dropped)) {
        let wanted = [
            ("instansi", action.agency.as_ref().is_some_and(|a| sight.names(a))),
            ("penanggung_jawab", action.officer.is_some()),
            ("tenggat", action.due.is_some()),
        ];
        if let Some(missing) = missing(&wanted) {
            let agency = action.agency.as_ref().and_then(|a| case.bench.agency(a));
            let found = out.on(Code::E0810, "tindak_lanjut", item);
            found
                .with("id", &*item.id)
                .with("missing", missing)
                .with("office", agency.unwrap_or_else(|| case.office()));
        }
    }
}
