//! W0843. A confirmed fact of an open issue is within its validity.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::FactStatus;
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0843, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let confirmed = case.facts().filter(|(_, f)| f.status == Some(FactStatus::Confirmed) && !case.closed());
    for (item, fact) in confirmed {
        if let Some(until) = fact.valid_until.filter(|until| *until < case.bench.as_of) {
            let found = out.at(Code::W0843, item.span.clone()).about("fakta", &item.id);
            found.with("id", &*item.id).with("until", case.bench.show(until)).with("office", case.office_of(fact));
        }
    }
}
