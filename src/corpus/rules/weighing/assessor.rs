//! W0824. A score never stands alone: who assessed, how surely, which way it moves.

use crate::corpus::rules::case::missing;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0824, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let newest = case.bench.sight.items(&case.issue.risks).max_by_key(|(_, r)| r.at);
    let Some((item, risk)) = newest else { return };
    let wanted =
        [("dinilai_oleh", risk.by.is_some()), ("keyakinan", risk.confidence.is_some()), ("tren", risk.trend.is_some())];
    if let Some(missing) = missing(&wanted) {
        out.on(Code::W0824, "risiko", item).with("missing", missing).with("office", case.office());
    }
}
