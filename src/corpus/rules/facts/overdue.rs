//! W0822. The answer on an unconfirmed fact came by its target.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::FactStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0822, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let open = case.facts().filter(|(_, f)| f.status == Some(FactStatus::Unconfirmed) && !case.closed());
    for (item, fact) in open {
        if let Some(due) = fact.target.filter(|due| *due < case.bench.as_of) {
            let found = out.on(Code::W0822, "fakta", item);
            found.with("id", &*item.id).with("due", case.bench.show(due)).with("office", case.office_of(fact));
        }
    }
}
