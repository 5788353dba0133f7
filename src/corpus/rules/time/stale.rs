//! W0803. An open issue is within its validity.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0803, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let until = case.valid_until();
    if !case.closed() && until < case.bench.as_of {
        let found = out.at(Code::W0803, case.key("berlaku_sampai"));
        found.with("until", case.bench.show(until)).with("office", case.office());
    }
}
