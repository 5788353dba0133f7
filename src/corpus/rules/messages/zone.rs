//! W0812. An hour is said with its zone: media in Jakarta quote WIB.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0812, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for said in case.spoken() {
        let raw = said.raw();
        for found in HOUR.find_iter(raw) {
            let rest = raw.get(found.end()..).unwrap_or_default();
            if ZONE.is_match(rest) {
                continue;
            }
            let zone = case.bench.config.zone.show(case.bench.as_of).zone_name();
            let finding = out.in_text(Code::W0812, said, said.place(found.range()));
            finding.with("words", found.as_str()).instead(format!("{} {zone}", found.as_str()));
        }
    }
}

static HOUR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\bpukul\s+\d{1,2}[.:]\d{2}").expect("a sound pattern"));
/// A zone behind an hour, also behind the second hour of a span.
static ZONE: LazyLock<Regex> = LazyLock::new(|| {
    let span = r"(?i)^(?:\s*(?:[–-]|sampai(?:\s+dengan)?|hingga|s\.d\.|s/d|,?\s*dan|,)\s*(?:pukul\s+)?\d{1,2}[.:]\d{2})*\s+WI(?:B|TA|T)\b";
    Regex::new(span).expect("a sound pattern")
});
