//! W0819. An older value is not quoted any more.

use crate::corpus::rules::typed::{self, Relation, shown};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0819, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    typed::each(case, Relation::Older, |meant| {
        meant.report(Code::W0819, out).instead(meant.cite()).with("value", shown(meant.number));
    });
}
