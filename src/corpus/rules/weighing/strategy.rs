//! W0806. A strategy that differs from the advice of crisis theory has a reason (SCCT, Coombs 2007).

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::scct::{self, keys};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0806, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let Some((item, r)) = case.bench.sight.part(case.issue.responsibility.as_ref()) else { return };
    let Some(weighed) = scct::weigh(r.kind, r.share, r.before) else { return };
    if r.strategy.is_empty() || r.reason.is_some() || weighed.fits(&r.strategy) {
        return;
    }
    let found = out.on(Code::W0806, "tanggung_jawab", item);
    found
        .with("chosen", keys(&r.strategy))
        .with("advised", keys(&weighed.advice))
        .with("cluster", weighed.cluster.key());
}
