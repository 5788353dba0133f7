//! What changed since some days ago: told to those who may see it, and to nobody else.

#![allow(clippy::disallowed_methods, reason = "a test makes the history that it reads")]

mod support;

use std::path::Path;
use std::process::Command;
use support::Project;

const ISSUE: &str = "content/isu/64.72/2026-001-uji.md";

/// Nine days before the moment of the tests, and eight hours before it.
const EARLIER: &str = "2026-11-15T09:00:00+08:00";
const LATER: &str = "2026-11-24T01:00:00+08:00";

fn issue(stage: &str, families: u32, more: &str) -> String {
    format!(
        "---\njudul: Uji banjir\ntema: bencana\nklasifikasi: biasa\nkategori_informasi: serta_merta\ndibuka: 14 November 2026 07.00 WITA\ntahap: {stage}\n\
         fakta:\n  - id: f1\n    kalimat: |\n      Air setinggi lutut.\n    status: terkonfirmasi\n    sumber: BPBD\n    waktu: 14 November 2026 07.00 WITA\n{more}\
         angka:\n  - id: kk\n    nama: KK terdampak\n    nilai: {families}\n    satuan: KK\n    sumber: BPBD\n    waktu: 14 November 2026 07.00 WITA\n---\n"
    )
}

const RESTRICTED: &str = "  - id: f2\n    klasifikasi: terbatas\n    kalimat: |\n      Tanggul kenari retak.\n    status: belum_terkonfirmasi\n    sumber: warga\n    waktu: 23 November 2026 07.00 WITA\n";

fn commit(book: &Path, at: &str) {
    for args in [&["add", "-A"][..], &["commit", "-q", "--allow-empty", "-m", "x"]] {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        let done = Command::new("git")
            .arg("-C")
            .arg(book)
            .args(identity)
            .args(args)
            .env("GIT_COMMITTER_DATE", at)
            .env("GIT_AUTHOR_DATE", at)
            .output()
            .expect("git starts");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
}

/// A book with a past: what it said at each moment, the last of which is now.
fn book_of(states: &[(&str, &str)]) -> Project {
    let project = Project::new().file(".gitignore", "dist\n");
    let done = Command::new("git").arg("-C").arg(project.path()).args(["init", "-q"]).status().expect("git starts");
    assert!(done.success());
    for (at, text) in states {
        project.write(ISSUE, text.as_bytes());
        commit(project.path(), at);
    }
    project
}

/// What it said nine days ago, and what it says now.
fn book(before: &str, now: &str) -> Project {
    book_of(&[(EARLIER, before), (LATER, now)])
}

#[test]
fn a_reader_is_told_what_changed_of_what_he_may_see() {
    let built =
        book(&issue("dipetakan", 980, ""), &issue("dianalisis", 1312, RESTRICTED)).build(&["internal", "publik"]);
    let inside = built.page("internal", "perubahan.html");
    assert!(inside.contains("<s>Dipetakan</s>") && inside.contains("Dianalisis"), "{inside}");
    assert!(inside.contains("<s>980 KK</s>") && inside.contains("1.312 KK"));
    assert!(inside.contains("Tanggul kenari retak"));
    assert!(inside.contains("17 Nov 2026, 09.00 WITA"), "it says what it compares with");
    assert!(built.page("internal", "index.html").contains("href=\"perubahan.html\""), "the dashboard leads there");
    let outside = built.page("publik", "perubahan.html");
    assert!(outside.contains("1.312 KK") && !outside.contains("980"), "what it was is internal: {outside}");
    for hidden in ["Dipetakan", "Dianalisis", "kenari"] {
        assert!(!outside.contains(hidden), "{hidden}");
    }
}

#[test]
fn what_was_taken_away_or_closed_to_a_reader_leaves_no_line() {
    let shut = issue("dipetakan", 980, "").replace("klasifikasi: biasa", "klasifikasi: terbatas");
    let built = book(&issue("dipetakan", 980, RESTRICTED), &shut).build(&["internal", "publik"]);
    assert!(!built.page("publik", "perubahan.html").contains("Uji banjir"), "it is not public any more");
    assert!(!built.page("internal", "perubahan.html").contains("kenari"), "a fact that is gone is not told");
}

#[test]
fn a_change_that_a_reader_may_not_see_changes_nothing_for_him() {
    let open = issue("dipetakan", 980, "");
    let secret = issue("dipetakan", 980, RESTRICTED);
    let quiet = book(&open, &open).build(&["publik"]);
    // Hidden things came and went, also between the moment that is compared with and the commit before it.
    let busy = book_of(&[
        (EARLIER, &open),
        ("2026-11-16T21:00:00+08:00", &secret),
        ("2026-11-20T09:00:00+08:00", &open),
        (LATER, &secret),
    ]);
    assert_eq!(quiet.tree("publik"), busy.build(&["publik"]).tree("publik"));
}

#[test]
fn a_book_younger_than_a_week_is_compared_with_its_beginning() {
    let young = [("2026-11-23T09:00:00+08:00", &*issue("dipetakan", 980, "")), (LATER, &*issue("dipetakan", 1312, ""))];
    let page = book_of(&young).build(&["internal"]).page("internal", "perubahan.html");
    assert!(page.contains("keadaan pertama buku ini") && page.contains("<s>980 KK</s>"), "{page}");
    assert!(!page.contains("23 Nov 2026"), "when it was committed is nobody's business");
}

#[test]
fn items_without_an_id_are_not_taken_for_one_another() {
    let more = "  - kalimat: |\n      Jalan tertutup.\n    status: belum_terkonfirmasi\n    sumber: warga\n    waktu: 14 November 2026 08.00 WITA\n";
    let nameless = |stage: &str| {
        let issue = issue(stage, 980, more)
            .replace("  - id: f1\n    kalimat", "  - kalimat")
            .replace("  - id: kk\n    nama", "  - nama");
        let second = "  - nama: Pengungsi\n    nilai: 12\n    satuan: orang\n    sumber: BPBD\n    waktu: 14 November 2026 07.00 WITA\n---\n";
        format!("{}{second}", issue.trim_end().trim_end_matches("---"))
    };
    let page =
        book(&nameless("dipetakan"), &nameless("dianalisis")).build(&["internal"]).page("internal", "perubahan.html");
    assert!(page.contains("<s>Dipetakan</s>"), "{page}");
    for untouched in ["980", "12 orang", "Terkonfirmasi", "Belum terkonfirmasi"] {
        assert!(!page.contains(untouched), "{untouched} did not change");
    }
}

#[test]
fn an_assessment_that_was_closed_to_a_reader_since_is_no_fall_of_risk() {
    let risk = |class: &str| {
        format!(
            "risiko:\n  - kemungkinan: 5\n    dampak: 5\n{class}    dinilai_pada: 15 November 2026 07.00 WITA\n  - kemungkinan: 1\n    dampak: 1\n    \
             dinilai_pada: 14 November 2026 07.00 WITA\n"
        )
    };
    let state = |class: &str| issue("dipetakan", 980, "").replace("fakta:\n", &format!("{}fakta:\n", risk(class)));
    let built = book_of(&[("2026-11-16T09:00:00+08:00", &state("")), (LATER, &state("    klasifikasi: rahasia\n"))])
        .build(&["internal"]);
    let page = built.page("internal", "perubahan.html");
    assert!(!page.contains("Sangat tinggi") && !page.contains("Sangat rendah"), "{page}");
}

#[test]
fn an_embargo_that_ended_is_news() {
    let release = "pernyataan:\n  - id: p1\n    jenis: siaran_pers\n    status: dirilis\n    dirilis_pada: 14 November 2026 08.00 WITA\n    embargo_sampai: 23 November 2026 09.00 WITA\n    \
                   persetujuan:\n      - jabatan: Sekda\n        sebagai: pimpinan\n        pada: 14 November 2026 07.30 WITA\n    teks: |\n      Kabar baru.\n";
    let text = issue("dipetakan", 980, "").replace("angka:\n", &format!("{release}angka:\n"));
    let built = book(&text, &text).build(&["publik"]);
    assert!(built.page("publik", "isu/ISU-64.72-2026-001.html").contains("Kabar baru"), "the embargo is over");
    let page = built.page("publik", "perubahan.html");
    assert!(page.contains("Siaran pers") && page.contains("Dirilis"), "{page}");
}

#[test]
fn whatever_says_something_else_is_told_at_least_by_its_title() {
    let services = |state: &str| {
        issue("dipetakan", 980, "")
            .replace("angka:\n", &format!("layanan:\n  - nama: SDN 042\n    status: {state}\nangka:\n"))
    };
    let page = book(&services("normal"), &services("tutup")).build(&["publik"]).page("publik", "perubahan.html");
    assert!(page.contains("Uji banjir") && page.contains("Diubah"), "{page}");
}

#[test]
fn a_book_without_a_history_says_so() {
    let built = Project::new().file(ISSUE, &issue("dipetakan", 980, "")).build(&["internal"]);
    let page = built.page("internal", "perubahan.html");
    assert!(page.contains("Riwayat catatan tidak tersedia"), "{page}");
}
