//! E0852. No death toll and no name of a victim before the families know.

use crate::corpus::rules::said::window;
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
        let cited = said.prose().and_then(|p| p.toll.clone());
        let named = || NAMED.find(said.raw()).map(|m| m.range());
        let typed = toll(said.raw()).or_else(named).map(|range| said.place(range));
        let Some(place) = typed.or(cited) else { continue };
        let words = place.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let found = out.in_text(Code::E0852, said, place);
        found.with("words", words).with("status", families.status.key()).with("office", &*office);
    }
}

/// A number of dead, in digits or words, before or behind the word.
static TOLL: LazyLock<Regex> = LazyLock::new(|| {
    let word = r"seorang|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belasan|puluhan|\p{L}+\s+belas|\p{L}+\s+puluh(?:\s+\p{L}+)?|one|two|three|four|five";
    let number = format!(r"(?:\d+|{word}|\{{angka:[^}}]+\}})(?:\s*\([^)]{{1,20}}\))?");
    let dead =
        r"(?:meninggal(?:\s+dunia)?|tewas|wafat|gugur|jenazah|korban\s+jiwa|nyawa(?:\s+melayang)?|died|dead|killed)";
    let gap = r"[\s*_|]+(?:[\p{L}]+,?[\s*_|]+){0,6}?";
    let linked = r"(?:sebanyak|berjumlah|mencapai|sejumlah|(?:bertambah\s+)?menjadi|ada|kini)?";
    let text = format!(
        r"(?i)\b{number}{gap}{dead}\b|\{{angka:[^}}]+\}}{gap}{dead}\b|\b{dead}[\s*_]*[:=|][\s*_]*\d+|\b{dead}\s*{linked}\s*{number}\s+(?:orang|jiwa|warga|korban)\b|\bmenewaskan\s+(?:\p{{L}}+\s+){{0,2}}?{number}\b|\bkorban\s+(?:jiwa|meninggal|tewas)\s+(?:\p{{L}}+\s+){{0,2}}?\d+"
    );
    Regex::new(&text).expect("a sound pattern")
});
/// A victim by name or initials.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let text = r"(?i)\b(?:korban|jenazah|almarhum(?:ah)?|mendiang)\s+(?:\p{L}+\s+){0,2}?(?:bernama|berinisial|inisial|atas\s+nama|a\.n\.)";
    Regex::new(text).expect("a sound pattern")
});

/// A toll in a text; where it is said just before that there is none, it is none.
fn toll(raw: &str) -> Option<std::ops::Range<usize>> {
    let none = |m: &regex::Match<'_>| {
        let before: Vec<&str> = window(raw, m.start()).split_whitespace().rev().take(3).collect();
        let before = before.into_iter().rev().collect::<Vec<_>>().join(" ").to_lowercase();
        let said = format!("{before} {}", m.as_str().to_lowercase());
        ["tidak ada", "belum ada laporan", "tak ada", "nihil", "tanpa korban"].iter().any(|word| said.contains(word))
    };
    TOLL.find_iter(raw).find(|m| !none(m)).map(|m| m.range())
}

/// Does a text tell how many died, or who? Whoever sends texts on asks, while families wait.
pub(crate) fn tells_of_victims(text: &str) -> bool {
    toll(text).is_some() || NAMED.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_toll_is_found_as_people_say_it_and_not_where_it_is_denied() {
        for told in [
            "Longsor, 3 orang meninggal dunia.",
            "Longsor menelan 3 korban jiwa.",
            "Korban meninggal dua orang.",
            "Meninggal dunia sebanyak 3 orang.",
            "Tiga nyawa melayang.",
            "Dua belas warga tewas tertimbun.",
            "3 (tiga) orang meninggal dunia.",
            "Korban meninggal: 3",
            "| Meninggal | 3 |",
            "Longsor menewaskan 3 orang.",
            "{angka:mati} orang meninggal.",
            "Belum ada keterangan resmi tetapi 3 orang meninggal.",
            "Tiga warga Kelurahan Sungai Pinang Dalam meninggal.",
        ] {
            assert!(toll(told).is_some(), "{told}");
        }
        for none in [
            "Tidak ada satu orang pun meninggal.",
            "Sampai pukul 07.00 WITA tidak ada laporan korban meninggal atau hilang.",
            "Enam RT terendam, 312 KK terdampak.",
        ] {
            assert!(toll(none).is_none(), "{none}");
        }
    }
}
