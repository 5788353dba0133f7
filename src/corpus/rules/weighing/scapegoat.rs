//! W0827. An agency does not blame or attack.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::scct::{self, keys};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0827, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let Some((item, r)) = case.bench.sight.part(case.issue.responsibility.as_ref()) else { return };
    let unfit: Vec<_> = r.strategy.iter().copied().filter(|s| scct::unfit(*s)).collect();
    if !unfit.is_empty() {
        out.on(Code::W0827, "tanggung_jawab", item).with("chosen", keys(&unfit));
    }
}
