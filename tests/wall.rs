//! The wall: what an edition may not see leaves no trace in it.
#![allow(clippy::disallowed_methods, reason = "tests stand outside the wall")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use support::{Built, Project, differences};

// ---- non-interference ---------------------------------------------------------------------------------

/// What a scrambler keeps of a book: a rule of its own, written from the format's table and not from the
/// program's gate.
struct Audience {
    public: bool,
    secret: bool,
    region: Option<&'static str>,
}

/// Top-level keys of an issue that a public edition may show or that decide whether it may.
const PUBLIC_KEYS: [&str; 26] = [
    "id",
    "judul",
    "wilayah",
    "ringkasan",
    "tema",
    "klasifikasi",
    "kategori_informasi",
    "tahap",
    "latihan",
    "alias",
    "waktu_kejadian",
    "dibuka",
    "pembaruan_berikutnya",
    "berlaku_sampai",
    "ditutup_pada",
    "pengakuan",
    "fakta",
    "angka",
    "kontak_warga",
    "layanan",
    "keluarga_korban",
    "pernyataan",
    "pengumuman",
    "rumor",
    "tindak_lanjut",
    "foto",
];

/// Keys inside items that a public edition may not show.
const HIDDEN_IN_ITEMS: [&str; 14] = [
    "dikonfirmasi_oleh",
    "dicari_oleh",
    "target",
    "sebelumnya",
    "angka_lain_beredar",
    "persetujuan",
    "penanggung_jawab",
    "asal",
    "selesai_pada",
    "bukti",
    "kanal",
    "pertama_terlihat",
    "disetujui_oleh",
    "izin",
];

/// A block of lines that begins at `indent` and goes on while lines are deeper or empty.
fn blocks<'t>(lines: &[&'t str], begins: impl Fn(&str) -> bool) -> Vec<Vec<&'t str>> {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    for line in lines {
        if begins(line) || blocks.is_empty() {
            blocks.push(Vec::new());
        }
        blocks.last_mut().expect("just pushed").push(line);
    }
    blocks
}

fn key_of(line: &str) -> &str {
    line.trim_start_matches([' ', '-']).split(':').next().unwrap_or_default()
}

fn has(block: &[&str], key: &str, values: &[&str]) -> bool {
    let value =
        block.iter().find(|l| key_of(l) == key && l.trim_start_matches([' ', '-']).starts_with(&format!("{key}:")));
    value.is_some_and(|l| {
        let value = l.split_once(':').map_or("", |(_, v)| v.split('#').next().unwrap_or(v).trim());
        values.contains(&value)
    })
}

fn class_is_hidden(block: &[&str], audience: &Audience) -> bool {
    let secret = has(block, "klasifikasi", &["rahasia"]);
    let restricted = has(block, "klasifikasi", &["terbatas"]);
    (secret && !audience.secret) || (restricted && audience.public)
}

/// May this item of a list be seen?
fn item_seen(key: &str, item: &[&str], audience: &Audience) -> bool {
    if class_is_hidden(item, audience) {
        return false;
    }
    !audience.public
        || match key {
            "fakta" => has(item, "status", &["terkonfirmasi"]),
            "pernyataan" => has(item, "status", &["dirilis", "dicabut"]),
            "rumor" => has(item, "status", &["salah", "sebagian_benar"]),
            "tindak_lanjut" => has(item, "janji_publik", &["ya"]),
            "foto" => has(item, "boleh_publik", &["ya"]),
            _ => true,
        }
}

/// Scrambles one top-level key of an issue.
fn scramble_key(block: &[&str], audience: &Audience) -> Vec<String> {
    let key = key_of(block[0]);
    if audience.public && !PUBLIC_KEYS.contains(&key) {
        return Vec::new();
    }
    let is_list = block.iter().skip(1).find(|l| !l.trim().is_empty()).is_some_and(|l| l.starts_with("  - "));
    if !is_list {
        let hidden = audience.public && ["pengakuan"].contains(&key) && !has(block, "status", &["diakui"]);
        let unreleased = audience.public && key == "pengumuman" && !has(block, "status", &["dirilis"]);
        return if hidden || unreleased || class_is_hidden(&block[1..], audience) { Vec::new() } else { own(block) };
    }
    let mut out = vec![block[0].to_owned()];
    for item in blocks(&block[1..], |l| l.starts_with("  - ")) {
        if item_seen(key, &item, audience) {
            out.extend(if audience.public { without_hidden(key, &item) } else { own(&item) });
        }
    }
    if out.len() == 1 { Vec::new() } else { out }
}

fn own(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|l| (*l).to_owned()).collect()
}

fn without_hidden(key: &str, item: &[&str]) -> Vec<String> {
    let parts =
        blocks(item, |l| l.starts_with("    ") && !l.starts_with("     ") && l.as_bytes().get(4) != Some(&b'-'));
    let hides = |part: &[&str]| {
        let name = key_of(part[0]);
        let first = part[0].starts_with("  - ");
        let answer_stays = key == "rumor" && name == "jenis";
        !first && (HIDDEN_IN_ITEMS.contains(&name) || answer_stays)
    };
    parts.iter().flat_map(|p| if hides(p) { stand_in(key_of(p[0])) } else { own(p) }).collect()
}

/// A hidden key of an item is gone, or says something else: that a released text was approved and a promise has an officer
/// is what makes them public (the rules E0847 and E0810), who it was is not.
fn stand_in(key: &str) -> Vec<String> {
    match key {
        "persetujuan" => own(&["    persetujuan:", "      - jabatan: Jabatan lain"]),
        "penanggung_jawab" => own(&["    penanggung_jawab: Jabatan lain"]),
        _ => Vec::new(),
    }
}

/// Scrambles a body: what stands in blocks for others goes, and for the public all but `::: publik`.
fn scramble_body(body: &str, audience: &Audience) -> String {
    let mut out = String::new();
    let mut open: Option<String> = None;
    for line in body.split_inclusive('\n') {
        let fence = line.strip_prefix(":::").map(|w| w.trim().to_owned());
        let word = open.clone().unwrap_or_default();
        let seen = match word.as_str() {
            "" => !audience.public,
            "publik" => true,
            "terbatas" => !audience.public,
            _ => audience.secret,
        };
        match fence {
            Some(w) if w.is_empty() => {
                if seen {
                    out.push_str(line);
                }
                open = None;
            }
            Some(w) => {
                let shown = match w.as_str() {
                    "publik" => true,
                    "terbatas" => !audience.public,
                    _ => audience.secret,
                };
                if shown {
                    out.push_str(line);
                }
                open = Some(w);
            }
            None if seen => out.push_str(line),
            None => {}
        }
    }
    out
}

fn front_and_body(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---\n")?;
    let end = rest.find("\n---\n")?;
    Some((&rest[..end + 1], &rest[end + 5..]))
}

/// A record as its audience might as well have found it; `None` where it may not know the record at all.
fn scramble(path: &str, text: &str, audience: &Audience) -> Option<String> {
    let folder = path.split('/').next().unwrap_or_default();
    if folder == "playbook" && audience.public {
        return None;
    }
    if let Some(region) = audience.region
        && ["isu", "wilayah"].contains(&folder)
        && !path.split('/').nth(1).unwrap_or_default().starts_with(region)
    {
        return None;
    }
    if folder == "wilayah" && audience.public {
        return Some(text.split("\ntim:").next().unwrap_or(text).to_owned() + "\n");
    }
    if folder == "instansi" && audience.public {
        let kept = text.lines().take_while(|l| !l.starts_with("kontak:")).filter(|l| !l.starts_with("jabatan_kepala"));
        return Some(kept.map(|l| format!("{l}\n")).collect());
    }
    if folder != "isu" || path.contains("2026-002") {
        // The folder record is restricted as a whole: for the public it is gone.
        return (folder != "isu" || !audience.public).then(|| text.to_owned());
    }
    let (front, body) = front_and_body(text)?;
    let lines: Vec<&str> = front.lines().collect();
    if audience.public && (!has(&lines, "klasifikasi", &["biasa"]) || has(&lines, "latihan", &["ya"])) {
        return None;
    }
    if class_is_hidden(&lines.iter().filter(|l| !l.starts_with([' ', '-'])).copied().collect::<Vec<_>>(), audience) {
        return None;
    }
    let keys = blocks(&lines, |l| !l.starts_with([' ', '-', '#']) && !l.is_empty());
    let front: Vec<String> = keys.iter().flat_map(|b| scramble_key(b, audience)).collect();
    Some(format!("---\n{}\n---\n{}", front.join("\n"), scramble_body(body, audience)))
}

fn scrambled_is_the_same(edition: &str, audience: &Audience) {
    let whole = Project::sample().build(&[edition]);
    let project = Project::sample();
    project.rewrite(
        |path, text| if path.starts_with("peta") { Some(text.to_owned()) } else { scramble(path, text, audience) },
    );
    scramble_pictures(&project);
    let changed = support::files_below(&project.path().join("content")).values().map(Vec::len).sum::<usize>();
    let before = support::files_below(&support::repository().join("content")).values().map(Vec::len).sum::<usize>();
    assert!(changed < before * 99 / 100, "the scrambler took something away: {changed} of {before}");
    let scrambled = project.build(&[edition]);
    let found = differences(&whole.tree(edition), &scrambled.tree(edition));
    assert!(found.is_empty(), "{} files differ:\n{}", found.len(), found.join("\n"));
}

/// A picture that no record names any more is gone; every other has another name and says other things of itself.
fn scramble_pictures(project: &Project) {
    let content = project.path().join("content");
    let files = support::files_below(&content);
    let pictures: Vec<&String> = files.keys().filter(|p| p.contains("/lampiran/")).collect();
    assert!(pictures.len() >= 2, "the sample has pictures");
    for path in pictures {
        let name = path.rsplit('/').next().expect("a name");
        let named = files.values().any(|text| String::from_utf8_lossy(text).contains(&format!("lampiran/{name}")));
        std::fs::remove_file(content.join(path)).expect("the picture is there");
        if named {
            let other = format!("Lain-{name}");
            project.write(&format!("content/{}", path.replace(name, &other)), &support::annotated(&files[path]));
            project.rewrite(|_, text| Some(text.replace(&format!("lampiran/{name}"), &format!("lampiran/{other}"))));
        }
    }
}

#[test]
fn the_public_edition_does_not_depend_on_what_the_public_may_not_see() {
    scrambled_is_the_same("publik", &Audience { public: true, secret: false, region: None });
}

#[test]
fn the_internal_edition_does_not_depend_on_secrets() {
    scrambled_is_the_same("internal", &Audience { public: false, secret: false, region: None });
}

#[test]
fn the_edition_of_a_city_does_not_depend_on_other_regions() {
    scrambled_is_the_same("samarinda", &Audience { public: false, secret: false, region: Some("64.72") });
}

// ---- canaries -----------------------------------------------------------------------------------------

/// An issue in which every field that prints holds a word of its own: B for everyone, I for all that are not the
/// public, R for the leadership.
const CANARIES: &str = include_str!("data/kenari.md");

fn canaries(level: char) -> BTreeSet<String> {
    let texts = [
        CANARIES,
        include_str!("data/kenari-rahasia.md"),
        include_str!("data/kenari-konpers.md"),
        include_str!("data/kenari-playbook.md"),
    ];
    let words = texts.iter().flat_map(|t| t.split(|c: char| !c.is_alphanumeric()));
    words.filter(|w| w.starts_with(&format!("Kenari{level}"))).map(str::to_owned).collect()
}

fn canary_book() -> Project {
    Project::new()
        .file("content/isu/64.72/2026-001-kenari.md", CANARIES)
        .picture("content/isu/64.72/lampiran/Nuri-a.jpg", &support::jpeg(16, 16, 1, "Nuri"))
        .picture("content/isu/64.72/lampiran/Nuri-b.jpg", &support::jpeg(24, 16, 1, "Nuri"))
        .file("content/isu/64.74/2026-002-kenari-rahasia.md", include_str!("data/kenari-rahasia.md"))
        .file("content/konpers/2026-11-24-kenari.md", include_str!("data/kenari-konpers.md"))
        .file("content/playbook/kenari.md", include_str!("data/kenari-playbook.md"))
}

/// Everything an edition says, PDF text and insides included.
fn all_words(built: &Built, edition: &str) -> Vec<String> {
    let root = built.out.join(edition);
    let read = |(path, bytes): (String, Vec<u8>)| {
        if path.ends_with(".pdf") {
            let full = root.join(&path);
            format!("{path} {} {}", support::pdf_text(&full), String::from_utf8_lossy(&support::pdf_insides(&full)))
        } else if path.ends_with(".ics") {
            // A calendar folds its lines, also inside words.
            format!("{path} {}", String::from_utf8_lossy(&bytes).replace("\r\n ", ""))
        } else {
            format!("{path} {}", String::from_utf8_lossy(&bytes))
        }
    };
    built.tree(edition).into_iter().map(read).collect()
}

fn says(words: &[String], canary: &str) -> bool {
    words.iter().any(|text| text.contains(canary))
}

#[test]
fn every_canary_sings_where_it_may_and_nowhere_else() {
    let project = canary_book();
    assert_eq!(support::lines(&project.check()), Vec::<String>::new(), "the book of canaries is sound");
    let built = project.build(&[]);
    let entitled: [(char, &[&str], &[&str]); 3] = [
        ('B', &["publik", "internal", "pimpinan"], &[]),
        ('I', &["internal", "pimpinan"], &["publik"]),
        ('R', &["pimpinan"], &["publik", "internal", "samarinda"]),
    ];
    let words: BTreeMap<&str, _> =
        ["publik", "internal", "pimpinan", "samarinda"].map(|e| (e, all_words(&built, e))).into();
    let mut wrong = Vec::new();
    for (level, may, may_not) in entitled {
        let all = canaries(level);
        assert!(all.len() >= 4, "there are canaries of level {level}");
        for canary in &all {
            wrong.extend(
                may.iter().filter(|e| !says(&words[**e], canary)).map(|e| format!("{canary} is missing in {e}")),
            );
            wrong.extend(
                may_not.iter().filter(|e| says(&words[**e], canary)).map(|e| format!("{canary} leaks into {e}")),
            );
        }
    }
    // What a file is called and what a camera wrote into it is for nobody.
    wrong.extend(words.iter().filter(|(_, w)| says(w, "Nuri")).map(|(e, _)| format!("a picture's file speaks in {e}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_text_that_cites_something_stricter_is_in_no_edition() {
    let issue = "---\njudul: Uji\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\nringkasan: |\n  Kata sandinya {fakta:f1} ya.\nfakta:\n  - id: f1\n    klasifikasi: rahasia\n    kalimat: |\n      Kenari rahasia\n    status: terkonfirmasi\n---\n";
    let built = Project::new().file("content/isu/64.72/2026-001-uji.md", issue).build(&[]);
    assert_eq!(built.lines(), ["content/isu/64.72/2026-001-uji.md:6:17 E0501"]);
    for edition in ["internal", "pimpinan"] {
        let page = built.page(edition, "isu/ISU-64.72-2026-001.html");
        assert!(!page.contains("Kata sandinya"), "withheld from {edition}");
    }
}

#[test]
fn top_secret_is_refused_however_it_is_spelled() {
    for spelled in ["sangat_rahasia", "Sangat Rahasia", "SR", "sr", "sangat-rahasia"] {
        top_secret_leaves_no_trace(spelled);
    }
}

fn top_secret_leaves_no_trace(spelled: &str) {
    let issue = &format!(
        "---\njudul: Namanyasaja\ntema: bencana\nklasifikasi: {spelled}\ndibuka: 24 November 2026 07.00 WITA\n---\n"
    );
    let built = Project::new().file("content/isu/64.72/2026-009-uji.md", issue).build(&[]);
    assert_eq!(built.lines(), ["content/isu/64.72/2026-009-uji.md:4:14 E0312"]);
    for edition in ["publik", "internal", "pimpinan", "samarinda"] {
        let words = all_words(&built, edition);
        assert!(!says(&words, "Namanyasaja") && !says(&words, "ISU-64.72-2026-009"), "no trace in {edition}");
    }
}

#[test]
fn an_answer_does_not_name_a_fact_that_is_not_shown() {
    let issue = "---\njudul: Uji\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\nfakta:\n  - id: faktagelap\n    klasifikasi: rahasia\n    kalimat: Gelap.\n    status: terkonfirmasi\n  - id: faktaterang\n    kalimat: Terang.\n    status: terkonfirmasi\ntanya_jawab:\n  - id: t1\n    tanya: Apa?\n    jawab: Itu.\n    dasar: [faktagelap, faktaterang]\n---\n";
    let built = Project::new().file("content/isu/64.72/2026-001-uji.md", issue).build(&["internal", "pimpinan"]);
    let page = |edition| built.page(edition, "isu/ISU-64.72-2026-001.html");
    assert!(page("pimpinan").contains("faktagelap"));
    assert!(page("internal").contains("faktaterang") && !page("internal").contains("faktagelap"));
}

#[test]
fn deaths_are_not_public_before_the_families_know() {
    let issue = |told: &str| {
        format!(
            "---\njudul: Uji\nklasifikasi: biasa\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\nringkasan: |\n  Ringkasan: {{angka:korban}} meninggal.\nkeluarga_korban:\n  status: {told}\nangka:\n  - id: korban\n    nama: Korban meninggal\n    jenis: meninggal\n    nilai: 4321\n    satuan: orang\n    sumber: BPBD\n    waktu: 24 November 2026 08.00 WITA\nfakta:\n  - id: f1\n    kalimat: |\n      Fakta {{angka:korban}}.\n    status: terkonfirmasi\n    sumber: BPBD\n    waktu: 24 November 2026 08.00 WITA\n---\n\n::: publik\nIsi {{fakta:f1}}\n:::\n"
        )
    };
    for (told, public) in [("belum", false), ("sebagian", false), ("sudah", true)] {
        let built =
            Project::new().file("content/isu/64.72/2026-001-uji.md", &issue(told)).build(&["internal", "publik"]);
        assert_eq!(built.lines(), Vec::<String>::new());
        assert_eq!(says(&all_words(&built, "publik"), "4.321"), public, "{told}");
        assert!(says(&all_words(&built, "internal"), "4.321"), "the office knows: {told}");
    }
}

#[test]
fn a_slip_in_the_class_closes_and_never_opens() {
    let slips = [
        "Klasifikasi: rahasia",
        "klasifikasii: rahasia",
        "klas: rahasia",
        "klasifikasi: \"rahasia",
        "klasifikasi: rahsia",
        "klasifikasi: biasa\nklasifikasi: rahasia",
        "klasifikasi: [rahasia",
        "klasifikasi:",
    ];
    for slip in slips {
        let issue = format!(
            "---\njudul: Namanyasaja\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\n{slip}\n---\nIsinya\n"
        );
        let nested = slip.replace('\n', "\n    ");
        let item = format!(
            "---\njudul: Uji\nklasifikasi: biasa\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\nfakta:\n  - id: f1\n    {nested}\n    kalimat: Butirnyasaja\n    status: terkonfirmasi\n---\n"
        );
        let part = format!("{slip}\nkalimat: Bagiannyasaja\nstatus: terkonfirmasi\n");
        let built = Project::new()
            .file("content/isu/64.72/2026-001-a.md", &issue)
            .file("content/isu/64.72/2026-002-b.md", &item)
            .file(
                "content/isu/64.72/2026-003-c/isu.md",
                "---\njudul: Folder\nklasifikasi: biasa\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\n---\n",
            )
            .file("content/isu/64.72/2026-003-c/fakta/f1.yaml", &part)
            .build(&["internal", "publik"]);
        for edition in ["internal", "publik"] {
            let words = all_words(&built, edition);
            for hidden in ["Namanyasaja", "Isinya", "Butirnyasaja", "Bagiannyasaja"] {
                assert!(!says(&words, hidden), "{slip:?} opens {hidden} in {edition}: {:?}", built.lines());
            }
        }
    }
}

const HEAD: &str = "tema: bencana\ndibuka: 24 November 2026 07.00 WITA\n";

fn issue(title: &str, rest: &str) -> String {
    format!("---\njudul: {title}\n{HEAD}{rest}---\n")
}

#[test]
fn a_fact_does_not_carry_what_it_may_not_say_itself() {
    let secret = issue("Gelap", "klasifikasi: rahasia\n");
    let open = "klasifikasi: biasa\nringkasan: |\n  {fakta:f1}\nfakta:\n  - id: f1\n    kalimat: |\n      Lihat [[ISU-64.72-2026-001|Kenarikata]].\n    status: terkonfirmasi\n";
    let built = Project::new()
        .file("content/isu/64.72/2026-001-a.md", &secret)
        .file("content/isu/64.72/2026-002-b.md", &issue("Terang", open))
        .build(&["publik", "internal", "pimpinan"]);
    for edition in ["publik", "internal", "pimpinan"] {
        assert!(!says(&all_words(&built, edition), "Kenarikata"), "withheld in {edition}: {:?}", built.lines());
    }
}

#[test]
fn a_cited_fact_brings_its_numbers_whole() {
    let text = "ringkasan: |\n  Kata orang: {fakta:f1}\nangka:\n  - id: n\n    nama: Rumah\n    nilai: 1.240\n    satuan: rumah\nfakta:\n  - id: f1\n    kalimat: |\n      Ada **{angka:n}** terendam.\n\n      Kalimat kedua.\n    status: terkonfirmasi\n";
    let built = Project::new().file("content/isu/64.72/2026-001-a.md", &issue("Uji", text)).build(&["internal"]);
    assert_eq!(built.lines(), Vec::<String>::new());
    let page = built.page("internal", "isu/ISU-64.72-2026-001.html");
    let summary = "Kata orang: Ada <strong><span class=\"figure\">1.240 rumah</span></strong> terendam. Kalimat kedua.";
    assert!(page.contains(summary), "{page}");
}

#[test]
fn drills_excluded_information_and_other_regions_are_not_cited_into_an_edition() {
    let number = "angka:\n  - id: n\n    nama: N\n    nilai: 7.654\n";
    let cites = "klasifikasi: biasa\nringkasan: |\n  Ada {angka:ISU-64.74-2026-001#n}.\n";
    for apart in [
        "klasifikasi: biasa\nlatihan: ya\n",
        "klasifikasi: terbatas\nkategori_informasi: dikecualikan\n",
        "klasifikasi: biasa\n",
    ] {
        let built = Project::new()
            .file("content/isu/64.74/2026-001-a.md", &issue("Sumber", &format!("{apart}{number}")))
            .file("content/isu/64.72/2026-002-b.md", &issue("Pengutip", cites))
            .build(&["publik", "samarinda"]);
        assert!(!says(&all_words(&built, "samarinda"), "7.654"), "{apart}");
        let page = built.page("publik", "isu/ISU-64.72-2026-002.html");
        assert!(!page.contains("7.654"), "{apart}: {:?}", built.lines());
    }
}

#[test]
fn a_former_id_does_not_tell_the_present_one() {
    let hidden = issue("Lain", "id: ISU-64.74-2026-077\nalias: ISU-LAMA\nklasifikasi: biasa\n");
    let open = "---\njudul: Uji\n".to_owned() + HEAD + "---\nLihat [[ISU-LAMA]].\n";
    let built = Project::new()
        .file("content/isu/64.74/2026-001-a.md", &hidden)
        .file("content/isu/64.72/2026-002-b.md", &open)
        .build(&["samarinda", "internal"]);
    assert!(!says(&all_words(&built, "samarinda"), "2026-077"));
    assert!(built.page("internal", "isu/ISU-64.72-2026-002.html").contains("ISU-64.74-2026-077.html"));
}

#[test]
fn a_conference_opens_with_the_statement_it_names_or_with_none() {
    let statement = |class: &str, words: &str| {
        format!("klasifikasi: {class}\npernyataan:\n  - id: p1\n    jenis: pembuka\n    teks: |\n      {words}\n")
    };
    let conference = "---\njudul: Konpers\nwilayah: \"64.72\"\nisu: [ISU-64.72-2026-001, ISU-64.72-2026-002]\npembuka: ISU-64.72-2026-002#p1\n---\n";
    let built = Project::new()
        .file("content/isu/64.72/2026-001-a.md", &issue("A", &statement("terbatas", "Naskahsatu")))
        .file("content/isu/64.72/2026-002-b.md", &issue("B", &statement("rahasia", "Naskahdua")))
        .file("content/konpers/k.md", conference)
        .build(&["internal", "pimpinan"]);
    let page = |edition| built.page(edition, "konpers/k.html");
    assert!(page("pimpinan").contains("Naskahdua") && !page("pimpinan").contains("Naskahsatu"));
    assert!(!page("internal").contains("Naskahsatu") && !page("internal").contains("Naskahdua"));
}
