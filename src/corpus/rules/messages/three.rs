//! W0828. A case or crisis has three key messages for each audience.

use super::words::maps;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0828, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, map, _) in maps(case).filter(|_| case.grave()) {
        let count = case.bench.sight.items(&map.messages.0).count();
        if count < 3 {
            let audience = map.audience.as_deref().unwrap_or("–");
            out.on(Code::W0828, "pesan_kunci", item).with("count", count.to_string()).with("audience", audience);
        }
    }
}
