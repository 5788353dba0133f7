//! The paper as a reader meets it: ten packs that are sound, tagged, in order, and say what must be said.
#![cfg(feature = "packs")]
#![allow(clippy::disallowed_methods, reason = "tests stand outside the wall")]

mod support;

use std::process::Command;
use support::{Built, Project, pdf_insides, pdf_text};

const REGIONS: [&str; 10] = ["64.01", "64.02", "64.03", "64.07", "64.08", "64.09", "64.11", "64.71", "64.72", "64.74"];

fn pack(built: &Built, code: &str) -> std::path::PathBuf {
    built.out.join(format!("pimpinan/paket/{code}/briefing.pdf"))
}

/// Each of some words behind the one before it.
fn in_order(text: &str, words: &[&str]) {
    let mut rest = text;
    for word in words {
        let at = rest.find(word).unwrap_or_else(|| panic!("{word:?} is missing, or stands before its turn"));
        rest = &rest[at + word.len()..];
    }
}

#[test]
fn ten_packs_are_sound_tagged_and_named() {
    let built = Project::sample().build(&["pimpinan"]);
    for code in REGIONS {
        let pdf = pack(&built, code);
        let checked = Command::new("qpdf").arg("--check").arg(&pdf).output().expect("qpdf is installed by tests/run");
        assert!(checked.status.success(), "{code}: {}", String::from_utf8_lossy(&checked.stdout));
        let insides = String::from_utf8_lossy(&pdf_insides(&pdf)).into_owned();
        for sign in [
            "/Marked true",
            "/StructTreeRoot",
            "/Outlines",
            "/Lang (id-ID)",
            "pdfaid:part>2<",
            "pdfuaid:part>1<",
            "/S /TH",
            "/S /H1",
            "/Alt (",
        ] {
            assert!(insides.contains(sign), "{code} lacks {sign}");
        }
    }
}

#[test]
fn a_pack_reads_in_the_order_in_which_it_is_needed() {
    let built = Project::sample().build(&["pimpinan"]);
    let text = pdf_text(&pack(&built, "64.72"));
    let order = [
        "Bahan Konferensi Pers",
        "Berlaku s.d.",
        "Penerima",
        "BOLEH DIBACAKAN",
        "Tiga pesan kunci",
        "Angka resmi",
        "Jangan dikatakan",
        "Pertanyaan tersulit",
        "Fakta",
        "Terkonfirmasi",
        "Angka dan sumber",
        "Kronologi",
        "Linimasa.",
        "Tanya jawab",
        "Konteks Kota Samarinda",
        "Risiko isu utama",
        "Tindak lanjut",
        "Kontak",
    ];
    in_order(&text, &order);
    assert!(text.contains("312 KK"), "the official number");
    assert!(text.contains("1.200 KK"), "and the one that is not to be said");
}

#[test]
fn a_region_with_nothing_has_a_pack_that_says_so() {
    let built = Project::new().build(&["pimpinan"]);
    assert!(built.problems.is_empty(), "{:?}", built.lines());
    assert!(pdf_text(&pack(&built, "64.74")).contains("Tidak ada isu terbuka"));
}

#[test]
fn what_is_missing_is_printed_as_missing() {
    let issue = "---\njudul: Isu tiga kunci\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\n---\n";
    let built = Project::new().file("content/isu/64.72/2026-001-uji.md", issue).build(&["pimpinan"]);
    let text = pdf_text(&pack(&built, "64.72"));
    assert!(text.contains("Isu tiga kunci") && text.contains("BELUM ADA DATA"));
}

#[test]
fn a_pack_of_a_public_edition_holds_nothing_internal() {
    let built = Project::sample().build(&["publik"]);
    assert!(!built.tree("publik").keys().any(|p| p.ends_with(".pdf")), "the sample's public edition asks for none");
    let canary = Project::new()
        .file("content/isu/64.72/2026-001-kenari.md", include_str!("data/kenari.md"))
        .file("content/playbook/kenari.md", include_str!("data/kenari-playbook.md"));
    let built = canary.build(&["publik"]);
    let text = pdf_text(&built.out.join("publik/paket/64.72/briefing.pdf"));
    assert!(text.contains("KenariB") && !text.contains("KenariI") && !text.contains("KenariR"));
}

#[test]
fn what_is_read_tomorrow_says_which_day_its_hours_were() {
    let built = Project::sample().build(&["pimpinan"]);
    let text = pdf_text(&pack(&built, "64.11")).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Hingga 24 November 2026 pukul 07.00 WITA, 47 orang"), "the conference is on the 25th");
}

#[test]
fn what_a_drawing_shows_is_also_said_in_words() {
    let built = Project::sample().build(&["pimpinan"]);
    let pdf = pack(&built, "64.72");
    let text = pdf_text(&pdf).split_whitespace().collect::<Vec<_>>().join(" ");
    let assessed =
        ["14 Sedang 23 Nov 2026, 18.30 WITA;", "19 Tinggi 23 Nov 2026, 21.30 WITA;", "23 Sangat tinggi 24 Nov"];
    in_order(&text, &[&["Risiko isu utama"], &assessed[..]].concat());
    let insides = String::from_utf8_lossy(&pdf_insides(&pdf)).into_owned();
    let lanes = [
        "Kejadian: 23 Nov 2026, 13.30 WITA; 23 Nov 2026, 15.10 WITA;",
        "Rapat dan konpers: 23 Nov 2026, 21.00 WITA: Rapat; 24 Nov 2026, 07.15 WITA: Rapat.",
        "Buka, krisis, tutup: 23 Nov 2026, 18.10 WITA: Isu dibuka; 23 Nov 2026, 21.00 WITA: Naik menjadi krisis.",
    ];
    in_order(&insides, &lanes);
}
