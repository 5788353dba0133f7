//! W0859. Offices, not persons.

use crate::corpus::rules::{Bench, Texts};
use crate::corpus::rules::{Check, Findings, Rule};
use crate::diagnostic::Code;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub(crate) const RULE: Rule = Rule { code: Code::W0859, check: Check::Texts(check) };

/// Keys that hold an office.
const OFFICES: [&str; 16] = [
    "juru_bicara",
    "pengganti",
    "dinilai_oleh",
    "dikonfirmasi_oleh",
    "disetujui_oleh",
    "jabatan",
    "penanggung_jawab",
    "pimpinan",
    "notulis",
    "kepada",
    "oleh",
    "moderator",
    "kepala",
    "jabatan_kepala",
    "narahubung",
    "dijawab_oleh",
];

/// Forms of address and academic degrees, as they stand with names.
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    let text = r"^(?:Bapak|Ibu|Pak|Bu|Sdr\.?|Sdri\.?|H\.|Hj\.|Dr\.|dr\.|Drs\.|Dra\.|Ir\.|Prof\.)\s+[A-Z]|,\s*(?:S|M|A)\.\s?[A-Z][\p{L}.]*|,\s*(?:SH|MH|MM|MSi|ST|SE|SSos|SKM)\b";
    Regex::new(text).expect("a sound pattern")
});

/// "Bapak Bupati": a form of address before an office.
fn courtesy(text: &str) -> bool {
    let offices = ["Bupati", "Wakil", "Wali", "Gubernur", "Sekda", "Kepala", "Ketua", "Camat", "Lurah", "Direktur"];
    text.split_whitespace().nth(1).is_some_and(|word| offices.contains(&word)) && !text.contains(',')
}

fn check(_: &Bench<'_>, texts: &Texts<'_>, out: &mut Findings) {
    // A notice says in a sentence who is responsible; everywhere else the key holds an office.
    let offices = texts.said.iter().filter(|s| OFFICES.contains(&s.spot.key) && s.prose().is_none());
    for said in offices.filter(|s| NAME.is_match(s.raw()) && !courtesy(s.raw())) {
        let finding = out.in_text(Code::W0859, said, said.place(0..said.raw().len()));
        finding.with("key", said.spot.key).with("name", said.raw());
    }
}
