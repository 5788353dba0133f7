//! E0816. A number typed by hand does not contradict the declared one.

use crate::corpus::rules::typed::{self, Relation, shown};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0816, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    typed::each(case, Relation::Other, |meant| {
        meant.report(Code::E0816, out).with("value", shown(meant.number));
    });
}
