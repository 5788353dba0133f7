//! The rules of the field: on the sample, on a book that breaks them all, on pages, in Git, and what is done about them.
#![allow(clippy::disallowed_methods, reason = "tests stand outside the wall")]

mod support;

use kentongan::diagnostic::render;
use kentongan::diagnostic::{Code, Diagnostic};
use kentongan::locale::{Language, Locale};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use support::{AS_OF, Project, repository};

fn codes(problems: &[Diagnostic]) -> Vec<&'static str> {
    problems.iter().map(|d| d.code.as_str()).collect()
}

/// Runs the program over a book at the sample's morning.
fn run(book: &Path, args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_kentongan");
    let fixed = ["--as-of", AS_OF, "--format", "short", "--book"];
    Command::new(program).args(fixed).arg(book).args(args).output().expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

// ---- the sample, and a book that breaks every rule ------------------------------------------------------

/// What is late in the sample is late on purpose: its pages show it.
const LATE_ON_PURPOSE: [&str; 3] = ["W0807", "W0810", "W0840"];

#[test]
fn the_sample_breaks_no_rule_and_is_late_where_it_means_to_be() {
    let found = Project::sample().rules();
    let other: Vec<_> = found.iter().filter(|d| !LATE_ON_PURPOSE.contains(&d.code.as_str())).collect();
    assert!(other.is_empty(), "{other:#?}");
    assert!(codes(&found).contains(&"W0807"));
}

/// Lays the firing side of every literate case into one book; issues get numbers of their own.
fn book_of_all_cases() -> Project {
    let folder = repository().join("tests/cases");
    let mut project =
        Project::new().file("content/wilayah/64.yaml", "kode: \"64\"\nnama: Kalimantan Timur\njenis: provinsi\n");
    let of_the_field = |c: &&Code| c.as_str().get(1..3) == Some("08") && c.as_str() != "W0837";
    for (number, code) in Code::ALL.iter().filter(of_the_field).enumerate() {
        let text =
            std::fs::read_to_string(folder.join(format!("{}.md", code.as_str()))).expect("each rule has its case");
        let own = format!("2026-{}", 100 + number);
        let conference = format!("2026-11-24-{number}");
        let other = format!("2026-{}", 300 + number);
        let mine = |t: &str| {
            let text = t.replace("2026-001", &own).replace("2026-002", &other);
            text.replace("2026-11-24-banjir", &conference)
        };
        let mut rest = text.as_str();
        while let Some((_, after)) = rest.split_once("```berkas ") {
            let (path, after) = after.split_once('\n').expect("a fence has a path");
            let (content, after) = after.split_once("\n```").expect("a fence is closed");
            rest = after;
            let (path, content) = (mine(path), mine(content));
            if path != "book.toml" {
                project = project.file(&path, &format!("{content}\n"));
            }
        }
    }
    project
}

#[test]
fn one_run_over_a_book_that_breaks_every_rule_tells_all_of_it_in_order_and_in_both_languages() {
    // The moment of the cases.
    let found = book_of_all_cases().rules_at("2026-11-24T10:00:00+08:00");
    let shown: BTreeSet<&str> = codes(&found).into_iter().collect();
    let all: BTreeSet<&str> =
        Code::ALL.iter().map(|c| c.as_str()).filter(|c| c.get(1..3) == Some("08") && *c != "W0837").collect();
    let silent: Vec<_> = all.difference(&shown).collect();
    assert!(silent.is_empty(), "silent in one book: {silent:?}");
    let place = |d: &Diagnostic| (d.path().map(ToString::to_string), d.line_column());
    assert!(found.windows(2).all(|w| place(&w[0]) <= place(&w[1])), "told in the order of files and lines");
    for language in [Language::Id, Language::En] {
        let locale = Locale::builtin(language);
        for problem in &found {
            let line = render::short(problem, &locale);
            let message = render::message(problem, &locale);
            assert!(line.contains(problem.code.as_str()) && !message.contains('{'), "{line}");
        }
    }
}

// ---- Git ------------------------------------------------------------------------------------------------

fn git(book: &Path, args: &[&str]) {
    let identity = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid"];
    let done = Command::new("git").arg("-C").arg(book).args(identity).args(args).output().expect("git starts");
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn staged_issue(stage: &str) -> String {
    format!(
        "---\njudul: Uji\nwilayah: Samarinda\ntema: bencana\ntahap: {stage}   # catatan\ndibuka: 23 November 2026 18.10 WITA\n---\n"
    )
}

#[test]
fn a_leap_between_stages_is_read_from_git() {
    let path = "content/isu/64.72/2026-001-uji.md";
    let after = |stages: &[&str]| {
        let project = Project::new();
        git(project.path(), &["init", "-q"]);
        for stage in stages {
            project.write(path, staged_issue(stage).as_bytes());
            git(project.path(), &["add", "."]);
            git(project.path(), &["commit", "-qm", stage]);
        }
        codes(&project.rules()).contains(&"W0837")
    };
    assert!(after(&["dipetakan", "dirapatkan"]), "a stage was left out");
    assert!(!after(&["dipetakan", "dianalisis", "dirapatkan"]), "step by step");
    assert!(!after(&["dirapatkan"]), "what came whole changed nothing");
    assert!(!after(&["dipantau", "ditindaklanjuti"]), "a step back is work");
    assert!(after(&["ditutup", "dipantau"]) && !after(&["ditutup", "dianalisis"]), "what was closed is analysed anew");
}

// ---- what public editions leave out ---------------------------------------------------------------------

const OPEN: &str =
    "---\njudul: Uji\nwilayah: Samarinda\ntema: bencana\nklasifikasi: biasa\ndibuka: 23 November 2026 18.10 WITA\n";

#[test]
fn what_an_error_hits_is_kept_from_the_public_and_marked_inside() {
    let issue = format!(
        "{OPEN}fakta:\n  - id: f1\n    kalimat: |\n      Tanggul kenanga jebol.\n    status: belum_terkonfirmasi\n    sumber: warga\n    \
         waktu: 24 November 2026 06.20 WITA\npernyataan:\n  - id: p1\n    jenis: siaran_pers\n    status: dirilis\n    persetujuan:\n      \
         - jabatan: Sekda\n        sebagai: pimpinan\n    teks: |\n      Naskah melati: {{fakta:f1}}\n  - id: p2\n    jenis: siaran_pers\n    \
         status: dirilis\n    persetujuan:\n      - jabatan: Sekda\n        sebagai: pimpinan\n    teks: |\n      Hubungi Bapak di 0812-3456-7890.\n  \
         - id: p3\n    jenis: siaran_pers\n    status: dirilis\n    persetujuan:\n      - jabatan: Sekda\n        sebagai: pimpinan\n    \
         teks: |\n      Naskah anggrek yang sehat.\n---\n"
    );
    let built = Project::new().file("content/isu/64.72/2026-001-uji.md", &issue).build(&["internal", "publik"]);
    let found = codes(&built.rules);
    assert!(found.contains(&"E0802") && found.contains(&"E0805"), "{found:?}");
    let public = built.page("publik", "isu/ISU-64.72-2026-001.html");
    assert!(public.contains("anggrek"), "what is right is published");
    assert!(!public.contains("melati") && !public.contains("0812"), "what an error hits is not");
    let inside = built.page("internal", "isu/ISU-64.72-2026-001.html");
    assert!(
        inside.contains("melati") && inside.contains("E0802") && inside.contains("E0805"),
        "inside it stands, marked"
    );
}

/// A fact that a rule hits prints nowhere in public: neither by itself nor where a text takes its sentence in.
#[test]
fn what_cites_a_withheld_fact_is_withheld_with_it() {
    let issue = format!(
        "{OPEN}ringkasan: |\n  Kabar: {{fakta:f1}}\nfakta:\n  - id: f1\n    kalimat: |\n      Hubungi kenanga di 0812-3456-7890.\n    \
         status: terkonfirmasi\n    sumber: BPBD\n    waktu: 24 November 2026 07.00 WITA\n---\n\n::: publik\nIsi {{fakta:f1}}\n:::\n"
    );
    let page = "---\njudul: Tentang 0812-1111-2222\nklasifikasi: biasa\n---\nTeks.\n";
    let project = Project::new().file("content/isu/64.72/2026-001-uji.md", &issue).file("content/halaman/t.md", page);
    let built = project.build(&["publik", "internal"]);
    assert!(codes(&built.rules).contains(&"E0805"));
    // In a packed PDF any four digits stand somewhere; what papers say is looked at in `wall.rs`.
    for (path, bytes) in built.tree("publik").into_iter().filter(|(path, _)| !path.ends_with(".pdf")) {
        let text = String::from_utf8_lossy(&bytes);
        // With its dash: four digits alone may stand in a digest.
        assert!(!text.contains("kenanga") && !text.contains("0812-"), "{path}");
    }
    assert!(built.page("internal", "isu/ISU-64.72-2026-001.html").contains("kenanga"));
}

/// Texts in files of their own all begin at the same byte; the release of one says nothing of another.
#[test]
fn a_text_in_a_file_of_its_own_is_judged_by_its_own_release() {
    let fact = "kalimat: Air naik.\nstatus: terkonfirmasi\nsumber: BPBD\nwaktu: 23 November 2026 19.00 WITA\nberlaku_sampai: 23 November 2026 22.00 WITA\n";
    let text = |status: &str| {
        format!(
            "---\njenis: siaran_pers\nstatus: {status}\npersetujuan:\n  - jabatan: Sekda\n    sebagai: pimpinan\n---\n{{fakta:f1}}\n"
        )
    };
    let folder = "content/isu/64.72/2026-001-uji";
    let project = Project::new()
        .file(&format!("{folder}/isu.md"), &format!("{OPEN}---\n"))
        .file(&format!("{folder}/fakta/f1.yaml"), fact)
        .file(&format!("{folder}/pernyataan/p1.md"), &text("dirilis\ndirilis_pada: 23 November 2026 20.00 WITA"))
        .file(&format!("{folder}/pernyataan/p2.md"), &text("disetujui"));
    let found = project.rules();
    let paths: Vec<String> =
        found.iter().filter(|d| d.code == Code::E0802).filter_map(|d| d.path().map(ToString::to_string)).collect();
    assert_eq!(paths, [format!("{folder}/pernyataan/p2.md")], "the first was right when it was released");
}

#[test]
fn a_toll_typed_by_hand_waits_for_the_families() {
    let issue = |status: &str| {
        format!(
            "{OPEN}ringkasan: |\n  Longsor kenanga, 3 orang meninggal dunia.\nkeluarga_korban:\n  status: {status}\n  oleh: Dinsos\n---\n"
        )
    };
    let public = |status: &str| {
        let project = Project::new().file("content/isu/64.72/2026-001-uji.md", &issue(status));
        project.build(&["publik"]).page("publik", "isu/ISU-64.72-2026-001.html")
    };
    assert!(!public("sebagian").contains("meninggal") && public("sudah").contains("3 orang meninggal"));
}

#[test]
fn a_level_of_the_book_changes_what_a_rule_does() {
    let lint = |level: &str| {
        let project =
            Project::new().file("content/isu/64.72/2026-001-uji.md", &format!("{OPEN}eskalasi: kasus\n---\n"));
        let book =
            String::from_utf8(project.read("book.toml")).expect("a text") + &format!("\n[lint]\nW0808 = \"{level}\"\n");
        let rules = project.file("book.toml", &book).rules();
        rules.iter().find(|d| d.code == Code::W0808).map(|d| d.severity)
    };
    assert_eq!(lint("off"), None);
    assert_eq!(lint("error"), Some(kentongan::diagnostic::Severity::Error));
    assert_eq!(lint("warn"), Some(kentongan::diagnostic::Severity::Warning));
}

#[test]
fn a_mark_does_not_know_what_its_reader_may_not_see() {
    let secret = "pernyataan:\n  - id: p1\n    klasifikasi: rahasia\n    jenis: awal\n    status: disetujui\n    persetujuan:\n      - jabatan: Sekda\n        sebagai: pimpinan\n    teks: Enam RT terendam.\nkonteks_uji: x\n";
    let secret = secret.replace("konteks_uji: x\n", "tanya_jawab:\n  - id: t1\n    klasifikasi: rahasia\n    golongan: apa\n    tanya: Apa?\n    jawab: Air naik tadi pagi.\n");
    let issue = |hidden: &str| {
        format!(
            "---\njudul: Uji\nwilayah: Samarinda\ntema: bencana\neskalasi: krisis\njuru_bicara: Kepala Diskominfo\ndibuka: 24 November 2026 06.00 WITA\n{hidden}---\n"
        )
    };
    let page = |hidden: &str, edition: &str| {
        let project = Project::new().file("content/isu/64.72/2026-001-uji.md", &issue(hidden));
        let conference = "---\njudul: Uji\nwilayah: Samarinda\nisu: [ISU-64.72-2026-001]\nwaktu: 24 November 2026 10.00 WITA\npembuka: ISU-64.72-2026-001#p1\n---\n";
        let project = project.file("content/konpers/2026-11-24-uji.md", conference);
        let built = project.build(&[edition]);
        built.page(edition, "isu/ISU-64.72-2026-001.html") + &built.page(edition, "konpers/2026-11-24-uji.html")
    };
    assert!(page(&secret, "internal") == page("", "internal"), "hidden or never written: the same page");
    assert!(page(&secret, "internal").contains("E0808"), "who cannot see the statement is told that there is none");
    let cleared = page(&secret, "pimpinan");
    assert!(!cleared.contains("E0808") && cleared.contains("W0805"), "who sees it sees what is wrong with it");
}

// ---- approval -------------------------------------------------------------------------------------------

const APPROVABLE: &str = "---\njudul: Uji\nwilayah: Samarinda\ntema: bencana\ndibuka: 24 November 2026 06.00 WITA\nberlaku_sampai: 25 November 2026 \
                          06.00 WITA\nangka:\n  - id: kk\n    nama: KK terdampak\n    nilai: 312   # BPBD, pagi\n    satuan: KK\n    sumber: BPBD\n    \
                          waktu: 24 November 2026 07.00 WITA\npernyataan:\n  # untuk pagi ini\n  - id: p1\n    jenis: awal\n    status: draf   # menunggu\n    \
                          teks: |\n      Hingga {waktu:kk}, {angka:kk} terdampak.\n---\nCatatan.\n";

#[test]
fn an_approval_is_written_and_a_change_afterwards_shows() {
    let path = "content/isu/64.72/2026-001-uji.md";
    let project = Project::new().file(path, APPROVABLE);
    let page = |project: &Project| project.build(&["internal"]).page("internal", "isu/ISU-64.72-2026-001.html");
    assert!(page(&project).contains("BELUM DISETUJUI"));
    let approve = ["approve", "ISU-64.72-2026-001#p1", "--by", "Sekda", "--as", "pimpinan"];
    let done = run(project.path(), &approve);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let written = String::from_utf8(project.read(path)).expect("a text");
    for kept in APPROVABLE.lines().filter(|l| !l.contains("status: draf")) {
        assert!(written.lines().any(|l| l == kept), "lost: {kept}");
    }
    assert!(written.contains("    status: disetujui   # menunggu\n"), "{written}");
    assert!(page(&project).contains("BOLEH DIBACAKAN"), "approved, unchanged, valid");
    assert!(!codes(&project.rules()).iter().any(|c| ["W0848", "W0849", "W0850"].contains(c)));
    project.write(path, written.replace("terdampak.", "terdampak banjir.").as_bytes());
    assert!(page(&project).contains("BERUBAH SEJAK DISETUJUI") && codes(&project.rules()).contains(&"W0848"));
    project.write(path, written.replace("nilai: 312", "nilai: 320").as_bytes());
    assert!(page(&project).contains("PERLU DITINJAU") && codes(&project.rules()).contains(&"W0849"));
    let gone = written.replace("    satuan: KK\n", "").replace("  - id: kk\n    nama", "  - id: kk2\n    nama");
    project.write(path, gone.as_bytes());
    assert!(codes(&project.rules()).contains(&"W0849"), "what is gone is a change too");
}

#[test]
fn what_cannot_be_approved_is_left_as_it_was() {
    let path = "content/isu/64.72/2026-001-uji.md";
    let flow = APPROVABLE.replace(
        "    status: draf   # menunggu\n",
        "    status: draf\n    persetujuan: [{jabatan: Kabag Hukum, sebagai: hukum}]\n",
    );
    let project = Project::new().file(path, &flow);
    for id in ["ISU-64.72-2026-001#p1", "ISU-64.72-2026-001#p9", "ISU-64.72-2026-999#p1", "p1"] {
        let done = run(project.path(), &["approve", id, "--by", "Sekda", "--as", "pimpinan"]);
        assert_eq!(done.status.code(), Some(2), "{id}");
    }
    assert_eq!(project.read(path), flow.as_bytes());
}

#[test]
fn victims_without_a_word_about_their_families_are_not_ready() {
    let issue = |families: &str| {
        format!(
            "---\njudul: Uji\nwilayah: Samarinda\ntema: bencana\neskalasi: krisis\ndibuka: 24 November 2026 06.00 WITA\nangka:\n  - id: m\n    nama: Meninggal\n    jenis: meninggal\n    nilai: 2\n    satuan: orang\n{families}---\n"
        )
    };
    let line = |families: &str| {
        let conference =
            "---\njudul: Uji\nwilayah: Samarinda\nisu: [ISU-64.72-2026-001]\nwaktu: 24 November 2026 10.00 WITA\n---\n";
        let project = Project::new().file("content/isu/64.72/2026-001-uji.md", &issue(families));
        let told = run(project.file("content/konpers/k.md", conference).path(), &["check", "--ready", "k"]);
        said(&told).lines().find(|l| l.contains("Keluarga korban")).expect("the list has it").to_owned()
    };
    assert!(line("").contains("[ ]"), "nobody wrote whether they know");
    assert!(line("keluarga_korban:\n  status: sebagian\n").contains("[ ]"));
    assert!(line("keluarga_korban:\n  status: sudah\n").contains("[✔]"));
}

// ---- readiness and clocks -------------------------------------------------------------------------------

#[test]
fn readiness_is_told_in_order_and_stands_on_the_page() {
    let project = Project::sample();
    let told = run(project.path(), &["check", "--ready", "2026-11-24-banjir-samarinda"]);
    assert_eq!(told.status.code(), Some(1), "two things are open");
    let lines = said(&told);
    assert!(lines.contains(" 9. [✔] Pernyataan pembuka boleh dibacakan"), "{lines}");
    assert!(
        lines.contains("10. [ ] Kelima golongan pertanyaan sudah dijawab, tidak ada yang menunggu data – t5, t9"),
        "{lines}"
    );
    assert!(lines.contains("Belum siap: 2 hal"), "{lines}");
    let page = project.build(&["internal", "publik"]);
    let inside = page.page("internal", "konpers/2026-11-24-banjir-samarinda.html");
    assert!(inside.contains("13 dari 15 siap") && inside.contains("Pernyataan pembuka boleh dibacakan"));
    assert!(!page.page("publik", "konpers/2026-11-24-banjir-samarinda.html").contains("dari 15 siap"));
    assert_eq!(run(project.path(), &["check", "--ready", "tidak-ada"]).status.code(), Some(2));
}

#[test]
fn a_crisis_shows_its_clock_and_the_playbooks_that_fit() {
    let playbook = "---\njudul: Banjir\npemicu:\n  tema: [bencana]\n  kata: [banjir]\nlangkah:\n  - menit: 15\n    tugas: Verifikasi laporan kenanga\n    hasil: fakta\n  - menit: 1440\n    tugas: Laporan melati\n    hasil: evaluasi\nterakhir_dilatih: 1 Oktober 2026\n---\n";
    let issue = |playbook: &str| {
        format!(
            "---\njudul: Banjir di Simpang Meranti\nwilayah: Samarinda\ntema: bencana\neskalasi: krisis\n{playbook}dibuka: 24 November 2026 06.00 WITA\nterverifikasi_pada: 24 November 2026 06.00 WITA\n---\n"
        )
    };
    let page = |own: &str| {
        let project = Project::new().file("content/playbook/banjir.md", playbook);
        let built = project.file("content/isu/64.72/2026-001-uji.md", &issue(own)).build(&["internal"]);
        (built.page("internal", "isu/ISU-64.72-2026-001.html"), codes(&built.rules))
    };
    let (with, found) = page("playbook: banjir\n");
    assert!(with.contains("kenanga") && with.contains("melati") && found.contains(&"W0840"));
    assert!(with.contains("Terlambat 2 jam"), "06.15 passed, it is 09.00");
    let (without, found) = page("");
    assert!(without.contains("Panduan yang cocok") && found.contains(&"W0839"));
    assert!(without.contains("Terbitkan pernyataan awal"), "the usual clock runs where no playbook has one");
}
