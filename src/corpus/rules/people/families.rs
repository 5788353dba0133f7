//! E0852. No death toll and no name of a victim before the families know.

use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::corpus::vocabulary::FamilyStatus;
use crate::diagnostic::Code;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::E0852, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    let Some((_, families)) = case.bench.sight.part(case.issue.families.as_ref()) else { return };
    if !matches!(families.status, FamilyStatus::NotYet | FamilyStatus::Partly) || case.issue.drill == Some(true) {
        return;
    }
    let office = families.by.clone().unwrap_or_else(|| case.office());
    for said in case.said.iter().filter(|s| s.public) {
        let cited = said.prose().filter(|p| p.toll).map(|p| p.cites.first().map_or(p.span.clone(), |c| c.place.clone()));
        let typed = TOLL.find(said.raw()).or_else(|| NAMED.find(said.raw())).map(|m| said.place(m.range()));
        let Some(place) = typed.or(cited) else { continue };
        let words = place.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let found = out.in_text(Code::E0852, said, place);
        found.with("words", words).with("status", families.status.key()).with("office", &*office);
    }
}

/// A number of dead, in digits or words; "tidak ada" and "nihil" tell of none.
static TOLL: LazyLock<Regex> = LazyLock::new(|| {
    let number = r"(?:\d+|seorang|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|\p{L}+\s+belas|\p{L}+\s+puluh(?:\s+\p{L}+)?)";
    let dead = r"(?:meninggal|tewas|wafat|gugur|jenazah)";
    let text = format!(r"(?i)\b{number}\s+(?:\p{{L}}+\s+){{0,3}}?{dead}\b|\bkorban\s+(?:jiwa|meninggal|tewas)\s+(?:\p{{L}}+\s+){{0,2}}?\d+|\b{dead}(?:\s+dunia)?\s*[:=]?\s*\d+\s+(?:orang|jiwa)\b");
    Regex::new(&text).expect("a sound pattern")
});
/// A victim by name or initials.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let text = r"(?i)\b(?:korban|jenazah|almarhum(?:ah)?|mendiang)\s+(?:\p{L}+\s+){0,2}?(?:bernama|berinisial|inisial|atas\s+nama|a\.n\.)";
    Regex::new(text).expect("a sound pattern")
});
