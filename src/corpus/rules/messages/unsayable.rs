//! W0805. No speculation, no "no comment", no comfort without ground, no hour that only its writer knows.

use crate::corpus::rules::said::window;
use crate::corpus::rules::{Case, Check, Findings, Rule};
use crate::diagnostic::Code;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0805, check: Check::Issue(check) };

fn check(case: &Case<'_>, out: &mut Findings) {
    for said in case.spoken() {
        for (pattern, kind, instead) in PATTERNS.iter() {
            for found in pattern.find_iter(said.raw()) {
                if meant_well(said.raw(), &found) {
                    continue;
                }
                let place = said.place(found.range());
                let words = found.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
                let finding = out.in_text(Code::W0805, said, place);
                finding.with("words", words).with("kind", *kind).with("instead", *instead);
            }
        }
    }
}

/// A day told by its date too, or a forecast told by whose it is.
fn meant_well(raw: &str, found: &regex::Match<'_>) -> bool {
    let behind = raw.get(found.end()..).unwrap_or_default();
    let before = window(raw, found.start());
    let sentence = before.rsplit(['.', '?', '!']).next().unwrap_or_default().to_lowercase();
    let forecast = ["bmkg", "prakira", "perkira", "ramalan"].iter().any(|word| sentence.contains(word));
    DATE.is_match(behind) || (forecast && found.as_str().to_lowercase().starts_with("kemungkinan"))
}

/// A date close behind.
static DATE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[\s,(]{1,3}(?:\p{L}+,?\s+)?\d{1,2}\s+\p{L}+\s+\d{4}").expect("a sound pattern"));

/// What not to say, its kind, and what to say instead.
static PATTERNS: LazyLock<Vec<(Regex, &str, &str)>> = LazyLock::new(|| {
    let all = [
        (
            r"(?i)\b(?:no comment|tidak ada komentar|tanpa komentar|tidak berkomentar|belum bisa berkomentar)\b",
            "menutup diri",
            "Kami sedang memverifikasi; kabar berikutnya pukul … WITA",
        ),
        (
            r"(?i)\b(?:mungkin\s+(?:karena|akibat|disebabkan)|kemungkinan\s+(?:karena|akibat)|diduga|disinyalir|dugaan\s+sementara|kemungkinan\s+besar|sepertinya|kayaknya|kabarnya|katanya)\b",
            "spekulasi",
            "Penyebab sedang diperiksa oleh …",
        ),
        (
            r"(?i)\b(?:aman\s+(?:dan\s+)?terkendali|terkendali\s+100|tidak\s+ada\s+masalah|tidak\s+perlu\s+(?:khawatir|panik|cemas)|dijamin\s+aman|situasi\s+kondusif|aman\s+kondusif)\b",
            "menenangkan tanpa dasar",
            "keadaan yang terukur dan waktunya",
        ),
        (
            r"(?i)\b(?:tadi\s+(?:pagi|siang|sore|malam)|(?:pagi|siang|sore|malam)\s+(?:tadi|ini)|hari\s+ini|kemarin|barusan|baru\s+saja|baru-baru\s+ini|beberapa\s+(?:waktu|saat|jam)\s+(?:yang\s+)?lalu|besok|lusa|nanti\s+(?:pagi|siang|sore|malam)|semalam|dalam\s+waktu\s+(?:dekat|sesingkat-singkatnya)|akan\s+segera|sesegera\s+mungkin)\b",
            "waktu relatif",
            "tanggal dan jam lengkap dengan WITA",
        ),
    ];
    all.map(|(p, kind, instead)| (Regex::new(p).expect("a sound pattern"), kind, instead)).into()
});
