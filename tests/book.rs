//! The book as a whole: the sample is sound, mistakes are told together, builds are the same everywhere and whole.
#![allow(clippy::disallowed_methods, reason = "tests stand outside the wall")]

mod support;

use std::process::{Command, Stdio};
use std::time::Duration;
use support::{AS_OF, Project, differences, files_below};

#[test]
fn the_sample_has_no_problem() {
    assert_eq!(support::lines(&Project::sample().check()), Vec::<String>::new());
}

#[test]
fn the_sample_covers_the_province() {
    let built = Project::sample().build(&["internal"]);
    let tree = built.tree("internal");
    let count = |folder: &str| tree.keys().filter(|p| p.starts_with(folder) && !p.ends_with("index.html")).count();
    assert_eq!(count("wilayah/"), 11, "ten regions and the province");
    assert!(count("instansi/") >= 30, "{} agencies", count("instansi/"));
    assert!(count("isu/") >= 16, "{} issues", count("isu/"));
    assert!(count("playbook/") >= 6, "{} playbooks", count("playbook/"));
    assert_eq!(count("konpers/"), 3);
    assert_eq!(count("halaman/"), 3);
}

#[test]
fn ten_mistakes_are_told_in_one_run_and_the_rest_is_built() {
    let mistaken = "\
---
judul:Banjir di Uji
tema: [bencana, sosail]
dibuka: 24 November 2026 07.00 WITA
eskalsi: krisis
ringkasan: |
  Ada {angka:kkk} terdampak.
instansi_pengampu: BPDB
risiko:
  - kemungkinan: 6
    dampak: 4
    dinilai_pada: 24 November 2026 07.00 WITA
fakta:
  - id: f1
    kalimat: Air naik.
    status: terkonfirmasi
    waktu: tadi pagi
angka:
  - id: kk
    nama: KK
    nilai: 12.5
tindak_lanjut:
  - uraian: Data: ulang
    tenggat: 31 Februari 2026
---
Lihat [[ISU-64.72-2026-999]].
";
    let good = "---\njudul: Isu baik\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\n---\n";
    let built = Project::new()
        .file("content/isu/64.72/2026-001-rusak.md", mistaken)
        .file("content/isu/64.72/2026-002-baik.md", good)
        .build(&["internal"]);
    let path = "content/isu/64.72/2026-001-rusak.md:";
    let told: Vec<String> = built.lines().iter().map(|l| l.trim_start_matches(path).to_owned()).collect();
    let expected = [
        "2:1 E0204",
        "3:17 E0304",
        "5:1 E0301",
        "7:7 E0406",
        "8:20 E0404",
        "10:18 E0307",
        "17:12 E0309",
        "21:12 E0306",
        "23:17 E0208",
        "24:14 E0308",
        "26:7 E0403",
    ];
    assert_eq!(told, expected);
    assert!(
        built.page("internal", "isu/ISU-64.72-2026-001.html").contains("Banjir di Uji"),
        "what is good of it is shown"
    );
    assert!(built.page("internal", "isu/ISU-64.72-2026-002.html").contains("Isu baik"));
}

#[test]
fn a_record_whose_head_cannot_be_read_is_marked_without_its_text() {
    let broken = "---\njudul: Namanya rahasia\ntema: bencana\ndibuka: segera\n---\nIsinya juga.\n";
    let built = Project::new().file("content/isu/64.72/2026-001-rusak.md", broken).build(&["internal", "publik"]);
    assert_eq!(built.lines(), ["content/isu/64.72/2026-001-rusak.md:4:9 E0308"]);
    let home = built.page("internal", "index.html");
    assert!(home.contains("ISU-64.72-2026-001") && home.contains("E0308"), "it is marked");
    for (path, bytes) in built.tree("internal").iter().chain(&built.tree("publik")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("Namanya rahasia") && !text.contains("Isinya juga"),
            "its text is nowhere, also not in {path}"
        );
    }
    assert!(!built.page("publik", "index.html").contains("ISU-64.72-2026-001"), "the public does not learn of it");
}

#[test]
fn a_broken_item_is_marked_and_the_record_stays() {
    let issue = "---\njudul: Uji\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\ninstansi_pengampu: BPDB\nfakta:\n  - kalimat: Air naik.\n    status: terkonfirmasi\n  - kalimat: Air turun.\n    status: pasti\n  - status: terkonfirmasi\nangka:\n  - nama: KK\n    nilai: 1,240\n---\nLihat [[ISU-64.72-2026-999]] dan {angka:kkk}.\n";
    let built = Project::new().file("content/isu/64.72/2026-001-uji.md", issue).build(&["internal", "publik"]);
    let codes: Vec<&str> = built.problems.iter().map(|d| d.code.as_str()).collect();
    assert_eq!(codes, ["E0404", "E0304", "E0302", "E0306", "E0403", "E0406"]);
    let page = built.page("internal", "isu/ISU-64.72-2026-001.html");
    assert!(page.contains("Air naik"), "the good fact is there");
    assert!(page.contains("E0302") && page.contains("E0306"), "the places of the bad items say so");
    assert!(page.contains("ISU-64.72-2026-999"), "a missing record prints as plain words");
}

/// Two records that would become one page, or the page of a list, are told; the rest is built.
#[test]
fn records_whose_pages_would_be_one_are_told() {
    let issue =
        |id: &str| format!("---\nid: {id}\njudul: Uji {id}\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\n---\n");
    let agency = "nama: Kantor\nwilayah: \"64.72\"\n";
    let project = Project::new()
        .file("content/isu/64.72/2026-001-a.md", &issue("ISU-A"))
        .file("content/isu/64.72/2026-002-b.md", &issue("isu-a"))
        .file("content/isu/64.72/2026-003-c.md", &issue("index"))
        .file("content/isu/64.72/2026-004-d.md", &issue("ISU-D"))
        .file("content/instansi/index.yaml", agency)
        .file("content/instansi/kantor.yaml", agency);
    let built = project.build(&["internal"]);
    let codes: Vec<&str> = built.problems.iter().map(|d| d.code.as_str()).collect();
    assert_eq!(codes, ["E0314", "E0401", "E0314"], "{:?}", built.lines());
    assert!(built.page("internal", "isu/ISU-D.html").contains("Uji ISU-D"));
}

#[test]
fn builds_are_the_same_from_anywhere() {
    let one = Project::sample();
    let two = Project::sample();
    // Another order of creation gives another order of directory listings.
    let mut paths: Vec<_> = files_below(&two.path().join("content")).into_iter().collect();
    paths.reverse();
    std::fs::remove_dir_all(two.path().join("content")).expect("can be removed");
    paths.iter().for_each(|(p, bytes)| two.write(&format!("content/{p}"), bytes));
    let build = |project: &Project, dir: &str, zone: &str, lang: &str, threads: &str| {
        let status = Command::new(env!("CARGO_BIN_EXE_kentongan"))
            .args(["--as-of", AS_OF, "--format", "short", "--book"])
            .arg(project.path())
            .arg("build")
            .current_dir(dir)
            .envs([
                ("TZ", zone),
                ("LANG", lang),
                ("LC_ALL", lang),
                ("RAYON_NUM_THREADS", threads),
                ("HOME", "/nonexistent"),
            ])
            .stderr(Stdio::null())
            .status();
        assert!(status.expect("the program starts").success());
    };
    build(&one, "/", "UTC", "C", "1");
    build(&two, "/tmp", "America/New_York", "id_ID.UTF-8", "2");
    let (a, b) = (files_below(&one.path().join("dist")), files_below(&two.path().join("dist")));
    assert!(a.len() > 400, "{} files", a.len());
    let found = differences(&a, &b);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_build_that_is_killed_leaves_the_old_edition_or_the_new_one() {
    let project = Project::sample();
    let dist = project.path().join("dist");
    let start = |as_of: &str| {
        Command::new(env!("CARGO_BIN_EXE_kentongan"))
            .args(["--as-of", as_of, "--format", "short", "--book"])
            .arg(project.path())
            .args(["build", "--edition", "internal", "--edition", "samarinda"])
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts")
    };
    assert!(start(AS_OF).wait().expect("it ends").success());
    for turn in 0u64..12 {
        let later = format!("2026-11-{:02}T09:00:00+08:00", 25 + turn % 5);
        let mut child = start(&later);
        std::thread::sleep(Duration::from_millis(15 + turn * 45));
        child.kill().expect("it can be killed or has ended");
        child.wait().expect("it ends");
        for edition in ["internal", "samarinda"] {
            let differences =
                kentongan::output::manifest::verify(&dist.join(edition)).expect("the folder has its manifest");
            assert!(differences.is_empty(), "turn {turn}: {differences:?}");
        }
    }
    assert!(start(AS_OF).wait().expect("it ends").success(), "and the next build works");
}

#[test]
fn unchanged_files_keep_their_time_and_changed_ones_do_not() {
    let project = Project::sample();
    let built = project.build(&["internal"]);
    let time = |path: &str| {
        std::fs::metadata(built.out.join("internal").join(path)).and_then(|m| m.modified()).expect("a time")
    };
    let before = (time("isu/ISU-64.72-2026-001.html"), time("isu/ISU-64.01-2026-002.html"));
    std::thread::sleep(Duration::from_millis(20));
    project.rewrite(|path, text| {
        Some(if path.contains("2026-001-banjir") {
            text.replace("judul: \"(CONTOH)", "judul: \"(CONTOH) Baru")
                .replace("judul: (CONTOH)", "judul: (CONTOH) Baru")
        } else {
            text.to_owned()
        })
    });
    project.build(&["internal"]);
    let after = (time("isu/ISU-64.72-2026-001.html"), time("isu/ISU-64.01-2026-002.html"));
    assert_ne!(before.0, after.0, "the changed page is new");
    assert_eq!(before.1, after.1, "the other one is as it was");
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let project = Project::sample();
    project.write("dist/internal/foto-keluarga.jpg", b"jangan dihapus");
    let done = Command::new(env!("CARGO_BIN_EXE_kentongan"))
        .args(["--as-of", AS_OF, "--book"])
        .arg(project.path())
        .args(["build", "--edition", "internal"])
        .output()
        .expect("the program starts");
    assert_eq!(done.status.code(), Some(3));
    let kept = std::fs::read(project.path().join("dist/internal/foto-keluarga.jpg")).expect("still there");
    assert_eq!(kept, b"jangan dihapus");
}

#[test]
fn a_folder_without_git_says_so_once() {
    let project = Project::sample();
    project.rewrite(|_, text| Some(text.to_owned()));
    let book = std::fs::read_to_string(project.path().join("book.toml")).expect("a book");
    project.write("book.toml", book.replace("packs = [\"briefing\"]", "").as_bytes());
    let done = Command::new(env!("CARGO_BIN_EXE_kentongan"))
        .args(["--as-of", AS_OF, "--format", "short", "--book"])
        .arg(project.path())
        .args(["build", "--edition", "pimpinan"])
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(said.matches("Git").count(), 1, "{said}");
}

#[test]
fn hostile_text_comes_out_literally() {
    let hostile = "#read(\"/etc/passwd\") $x^2$ @acuan <b>tebal</b> {{ 7*7 }} <script>alert(1)</script> = judul";
    let issue = format!(
        "---\njudul: '{}'\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\neskalasi: krisis\nfakta:\n  - id: f1\n    kalimat: |\n      {hostile}\n    status: terkonfirmasi\n    sumber: Uji\n    waktu: 24 November 2026 07.00 WITA\n---\n{hostile}\n",
        hostile.replace('\'', "''")
    );
    let built = Project::new().file("content/isu/64.72/2026-001-uji.md", &issue).build(&["internal", "pimpinan"]);
    assert_eq!(built.lines(), Vec::<String>::new());
    let page = built.page("internal", "isu/ISU-64.72-2026-001.html");
    for escaped in [
        "#read(&quot;/etc/passwd&quot;)",
        "$x^2$",
        "@acuan",
        "&lt;b&gt;tebal&lt;/b&gt;",
        "{{ 7*7 }}",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ] {
        assert!(page.contains(escaped), "{escaped}");
    }
    assert!(!page.contains("<script>alert") && !page.contains("root:") && !page.contains(" 49 "));
    if cfg!(feature = "packs") {
        let text = support::pdf_text(&built.out.join("pimpinan/paket/64.72/briefing.pdf"));
        let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for literal in
            ["#read(\"/etc/passwd\")", "$x^2$", "@acuan", "<b>tebal</b>", "{{ 7*7 }}", "<script>alert(1)</script>"]
        {
            assert!(flat.contains(literal), "{literal} in {flat:.1500}");
        }
        assert!(!flat.contains("root:"));
    }
}

/// An issue as somebody else's YAML reader sees it: a few of its lists, nothing else.
#[derive(serde::Deserialize)]
struct Elsewhere {
    #[serde(default)]
    fakta: Vec<Sentence>,
    #[serde(default)]
    tanya_jawab: Vec<Sentence>,
    #[serde(default)]
    tindak_lanjut: Vec<Sentence>,
    #[serde(default)]
    kronologi: Vec<Sentence>,
}

#[derive(serde::Deserialize)]
struct Sentence {
    #[serde(alias = "kalimat", alias = "tanya", alias = "uraian", alias = "peristiwa")]
    text: String,
}

/// The words of a page without its tags.
fn words_of(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    let plain = out
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_of_the_sample_is_lost_on_the_way_to_the_page() {
    let built = Project::sample().build(&["pimpinan"]);
    let mut looked_for = 0;
    for (path, bytes) in files_below(&support::repository().join("content/isu")) {
        if path.contains("/lampiran/") {
            continue;
        }
        let text = String::from_utf8(bytes).expect("records are text");
        let Some((front, _)) = text.strip_prefix("---\n").and_then(|t| t.split_once("\n---\n")) else { continue };
        let Ok(issue) = serde_yaml::from_str::<Elsewhere>(front) else { continue };
        let name = path.split('/').nth(1).unwrap_or_default();
        let number: Vec<&str> = name.splitn(3, '-').take(2).collect();
        let region = path.split('/').next().unwrap_or_default();
        if number.len() < 2 || path.contains("/pernyataan/") {
            continue;
        }
        let page = words_of(&built.page("pimpinan", &format!("isu/ISU-{region}-{}.html", number.join("-"))));
        let lists = [issue.fakta, issue.tanya_jawab, issue.tindak_lanjut, issue.kronologi];
        for sentence in lists.iter().flatten() {
            let plain: String = sentence.text.chars().take_while(|c| !"{[*`_".contains(*c)).collect();
            let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(page.contains(&plain), "{path}: {plain}");
            looked_for += 1;
        }
    }
    assert!(looked_for > 400, "{looked_for} sentences were looked for");
}

#[test]
fn nothing_vanishes_because_of_where_it_lies_or_how_it_ends() {
    let issue = "---\njudul: Uji\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\n---\n";
    let lines = Project::new()
        .file("content/isu/64.72/2026-001-a.txt", issue)
        .file("content/isu/64.72/2026-002-b.yml", "judul: b\n")
        .file("content/isu/64.72/2026-003-c/lampiran/catatan.md", "x\n")
        .file("content/isu/64.72/2026-004-d/Isu.md", issue)
        .file("content/isu/64.72/2026-005-e.md", issue)
        .file("content/isu/64.72/2026-005-e/isu.md", issue)
        .file("content/isu/2026-006-f.md", issue)
        .file("content/konpers/2026/g.md", issue)
        .build(&["internal"])
        .lines();
    assert_eq!(
        lines,
        [
            "content/isu/2026-006-f.md:2:1 E0302",
            "content/isu/64.72/2026-001-a.txt:0:0 W0214",
            "content/isu/64.72/2026-002-b.yml:0:0 W0214",
            "content/isu/64.72/2026-003-c/lampiran/catatan.md:0:0 E0202",
            "content/isu/64.72/2026-005-e/isu.md:0:0 E0401",
            "content/konpers/2026/g.md:0:0 W0214",
        ]
    );
}
