//! W0826. Denying and giving way at once weakens both.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::scct::{self, keys};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0826, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let Some((item, r)) = case.bench.sight.part(case.issue.responsibility.as_ref()) else { return };
    if scct::mixes(&r.strategy) {
        out.on(Code::W0826, "tanggung_jawab", item).with("chosen", keys(&r.strategy));
    }
}
