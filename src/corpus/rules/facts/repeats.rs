//! W0818. A declared number is cited and not typed again.

use crate::corpus::rules::typed::{self, Relation};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0818, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    typed::each(case, Relation::Same, |meant| {
        meant.report(Code::W0818, out).instead(meant.cite());
    });
}
