//! E0825. More than 36 words are no key messages any more.

use super::words::{TOO_MANY, maps};
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0825, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for (item, map, words) in maps(case).filter(|(.., words)| *words > TOO_MANY) {
        let audience = map.audience.as_deref().unwrap_or("–");
        out.on(Code::E0825, "pesan_kunci", item).with("words", words.to_string()).with("audience", audience);
    }
}
