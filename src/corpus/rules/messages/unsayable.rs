//! W0805. No speculation, no "no comment", no comfort without ground, no hour that only its writer knows.

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
                let place = said.place(found.range());
                let words = found.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
                let finding = out.in_text(Code::W0805, said, place);
                finding.with("words", words).with("kind", *kind).with("instead", *instead);
            }
        }
    }
}

/// What not to say, its kind, and what to say instead.
static PATTERNS: LazyLock<Vec<(Regex, &str, &str)>> = LazyLock::new(|| {
    let all = [
        (
            r"(?i)\b(?:no comment|tidak ada komentar|tanpa komentar|tidak berkomentar|belum bisa berkomentar)\b",
            "menutup diri",
            "Kami sedang memverifikasi; kabar berikutnya pukul … WITA",
        ),
        (
            r"(?i)\b(?:mungkin\s+(?:karena|akibat|disebabkan)|diduga\s+(?:kuat\s+)?(?:akibat|karena|disebabkan)|kemungkinan\s+besar|sepertinya|kayaknya|kabarnya|katanya)\b",
            "spekulasi",
            "Penyebab sedang diperiksa oleh …",
        ),
        (
            r"(?i)\b(?:aman\s+(?:dan\s+)?terkendali|terkendali\s+100|tidak\s+ada\s+masalah|tidak\s+perlu\s+(?:khawatir|panik|cemas)|jangan\s+(?:khawatir|panik)|dijamin\s+aman)\b",
            "menenangkan tanpa dasar",
            "keadaan yang terukur dan waktunya",
        ),
        (
            r"(?i)\b(?:tadi\s+(?:pagi|siang|sore|malam)|kemarin|barusan|baru\s+saja|baru-baru\s+ini|beberapa\s+(?:waktu|saat|jam)\s+(?:yang\s+)?lalu|besok|lusa|nanti\s+(?:pagi|siang|sore|malam)|semalam|dalam\s+waktu\s+dekat|secepatnya)\b",
            "waktu relatif",
            "tanggal dan jam lengkap dengan WITA",
        ),
    ];
    all.map(|(p, kind, instead)| (Regex::new(p).expect("a sound pattern"), kind, instead)).into()
});
