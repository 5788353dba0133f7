//! The pages that look back and ahead: promises, timeline, archive, updates, and the page for what is not there; and the
//! drawings over time with their twins.

mod support;

use support::{Built, Project};

/// Each of some words behind the one before it.
fn in_order(text: &str, words: &[&str]) {
    let mut rest = text;
    for word in words {
        let at = rest.find(word).unwrap_or_else(|| panic!("{word:?} is missing, or stands before its turn"));
        rest = &rest[at + word.len()..];
    }
}

/// An issue of class B in Samarinda with further lines of front matter.
fn issue(title: &str, opened: &str, more: &str) -> String {
    format!("---\njudul: {title}\ntema: bencana\nklasifikasi: biasa\ndibuka: {opened}\n{more}---\n")
}

fn promise(id: &str, what: &str, status: &str, due: &str, more: &str) -> String {
    format!(
        "  - id: {id}\n    uraian: {what}\n    instansi: BPBD\n    penanggung_jawab: Kabid Rahasia\n    tenggat: {due}\n    \
         status: {status}\n    janji_publik: ya\n{more}"
    )
}

fn promises() -> Built {
    let kept_late =
        promise("a1", "Pompa dipasang.", "selesai", "20 November 2026", "    selesai_pada: 23 November 2026\n");
    let kept = promise("a2", "Posko dibuka.", "selesai", "20 November 2026", "    selesai_pada: 19 November 2026\n");
    let due = promise("a3", "Saluran dikeruk.", "berjalan", "30 November 2026", "");
    let briefly = promise("a4", "Data diumumkan.", "berjalan", "23 November 2026", "");
    let longest = promise("a5", "Tanggul ditinggikan.", "belum", "1 November 2026", "");
    let dropped = promise("a6", "Pasar dipindahkan.", "batal", "10 November 2026", "");
    let task = "  - id: a7\n    uraian: Tugas dalam kantor.\n    instansi: BPBD\n    tenggat: 1 November 2026\n    status: belum\n";
    let list = format!("tindak_lanjut:\n{kept_late}{kept}{due}{briefly}{longest}{dropped}{task}");
    let drill =
        format!("latihan: ya\ntindak_lanjut:\n{}", promise("a1", "Janji latihan.", "belum", "1 November 2026", ""));
    Project::new()
        .file("content/isu/64.72/2026-001-uji.md", &issue("Banjir", "1 November 2026 07.00 WITA", &list))
        .file("content/isu/64.72/2026-002-latihan.md", &issue("Latihan", "1 November 2026 07.00 WITA", &drill))
        .build(&[])
}

#[test]
fn promises_stand_in_the_order_in_which_they_shame() {
    let built = promises();
    let page = built.page("internal", "janji.html");
    in_order(
        &page,
        &[
            "Lewat tenggat atau dibatalkan",
            "Terlambat 22 hari",
            "Tanggul ditinggikan.",
            "Data diumumkan.",
            "Pasar dipindahkan.",
            "Belum jatuh tempo",
            "Saluran dikeruk.",
            "Sudah ditepati",
            "Ditepati, terlambat 2 hari",
            "Pompa dipasang.",
            "Posko dibuka.",
        ],
    );
    assert!(!page.contains("Tugas dalam kantor") && !page.contains("Janji latihan"));
    assert!(page.contains("isu/ISU-64.72-2026-001.html") && page.contains("BPBD Samarinda"));
    let follow_ups = built.page("internal", "tindak-lanjut.html");
    assert!(follow_ups.contains("href=\"janji.html\"") && !follow_ups.contains("Lewat tenggat atau dibatalkan"));
}

#[test]
fn the_public_reads_promises_instead_of_follow_ups() {
    let built = promises();
    let page = built.page("publik", "janji.html");
    in_order(&page, &["Tanggul ditinggikan.", "Saluran dikeruk.", "Posko dibuka."]);
    for inside in ["Kabid Rahasia", "Tugas dalam kantor", "Ditepati, terlambat"] {
        assert!(!page.contains(inside), "{inside}");
    }
    let tree = built.tree("publik");
    assert!(!tree.contains_key("tindak-lanjut.html") && !tree.contains_key("pemutakhiran.html"));
    for (path, bytes) in tree.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert!(!html.contains("tindak-lanjut.html") && !html.contains("pemutakhiran.html"), "{path}");
    }
    assert!(built.page("publik", "index.html").contains("href=\"janji.html\">Janji publik"));
}

const TOLD: &str = "\
naik_krisis_pada: 23 November 2026 20.00 WITA
risiko:
  - kemungkinan: 3
    dampak: 3
    dinilai_oleh: Kabid
    dinilai_pada: 22 November 2026 10.00 WITA
  - kemungkinan: 5
    dampak: 5
    dinilai_oleh: Kabid
    dinilai_pada: 23 November 2026 19.00 WITA
kronologi:
  - waktu: 22 November 2026 06.30 WITA
    ketepatan: perkiraan
    peristiwa: |
      Air masuk rumah.
  - waktu: 25 November 2026 06.30 WITA
    peristiwa: |
      Belum terjadi.
pernyataan:
  - id: p1
    jenis: siaran_pers
    status: dirilis
    judul: Warga diminta mengungsi
    dirilis_pada: 24 November 2026 08.00 WITA
    persetujuan:
      - jabatan: Sekda
        sebagai: pimpinan
        pada: 24 November 2026 07.00 WITA
    teks: |
      Mengungsilah.
  - id: p2
    jenis: siaran_pers
    status: draf
    judul: Naskah belum keluar
    teks: |
      Konsep.
rapat:
  - id: r1
    waktu: 23 November 2026 18.00 WITA
    tempat: Ruang Wali Kota
";

fn told() -> Built {
    Project::new()
        .file("content/isu/64.72/2026-001-uji.md", &issue("Banjir", "22 November 2026 07.00 WITA", TOLD))
        .file("content/isu/64.74/2026-002-uji.md", &issue("Bau", "23 November 2026 07.00 WITA", ""))
        .build(&[])
}

#[test]
fn the_timeline_tells_the_newest_day_first_and_of_whom() {
    let built = told();
    let page = built.page("internal", "linimasa.html");
    in_order(
        &page,
        &[
            "Selasa, 24 November 2026",
            "08.00 WITA",
            "Warga diminta mengungsi",
            "isu/ISU-64.72-2026-001.html#p1",
            "wilayah/64.72.html",
            "Senin, 23 November 2026",
            "Naik menjadi krisis",
            "Risiko dinilai",
            "Sangat tinggi",
            "Ruang Wali Kota",
            "Isu dibuka",
            "isu/ISU-64.74-2026-002.html",
            "Minggu, 22 November 2026",
            "sekitar",
            "Air masuk rumah.",
        ],
    );
    assert!(!page.contains("Belum terjadi") && !page.contains("Naskah belum keluar"));
    assert!(!page.contains("linimasa/2026-11.html"), "a short timeline needs no further pages");
    assert!(built.page("internal", "index.html").contains("href=\"linimasa.html\""));
    // In one city nothing of another is told.
    let city = built.page("samarinda", "linimasa.html");
    assert!(city.contains("Warga diminta mengungsi") && !city.contains("ISU-64.74"));
}

#[test]
fn the_public_timeline_tells_what_was_announced() {
    let page = told().page("publik", "linimasa.html");
    in_order(&page, &["Selasa, 24 November 2026", "Warga diminta mengungsi", "Isu dibuka", "Isu dibuka"]);
    for inside in ["Air masuk rumah", "Naik menjadi krisis", "Risiko dinilai", "Ruang Wali Kota"] {
        assert!(!page.contains(inside), "{inside}");
    }
}

#[test]
fn a_long_timeline_is_cut_by_month_and_loses_nothing() {
    let mut project = Project::new();
    for n in 0..400 {
        let day = n % 28 + 1;
        let month = if n < 100 { "Oktober" } else { "September" };
        let text = issue(&format!("Isu ke-{n}."), &format!("{day} {month} 2026 07.00 WITA"), "");
        project = project.file(&format!("content/isu/64.72/2026-{n:03}-uji.md"), &text);
    }
    let built = project.build(&["internal"]);
    let first = built.page("internal", "linimasa.html");
    in_order(
        &first,
        &["28 Oktober 2026", "1 Oktober 2026", "September 2026", "linimasa/2026-10.html", "linimasa/2026-09.html"],
    );
    let (october, september) =
        (built.page("internal", "linimasa/2026-10.html"), built.page("internal", "linimasa/2026-09.html"));
    assert_eq!(october.matches("class=\"moment-dibuka\"").count(), 100);
    assert_eq!(september.matches("class=\"moment-dibuka\"").count(), 300);
    assert!(
        october.contains("href=\"../linimasa/2026-09.html\"")
            && september.contains("href=\"../linimasa/2026-10.html\"")
    );
}

fn archive() -> Built {
    let review = "\
tahap: ditutup
ditutup_pada: 12 Maret 2025
rapat:
  - id: r1
    waktu: 3 Maret 2025 18.00 WITA
    hasil_keputusan:
      - Selesaikan
evaluasi:
  dievaluasi_pada: 20 Maret 2025
  berjalan_baik:
    - Posko cepat dibuka
  perlu_diperbaiki:
    - Sirene dicek tiap bulan
  kekurangan_diakui: |
    Peringatan terlambat.
  kesempatan: |
    Jalur evakuasi dibangun ulang.
";
    let old = "tahap: ditutup\nditutup_pada: 12 Maret 2024\n";
    Project::new()
        .file("content/isu/64.72/2025-001-lama.md", &issue("Banjir lama", "2 Maret 2025 07.00 WITA", review))
        .file("content/isu/64.72/2024-001-tua.md", &issue("Banjir tua", "2 Maret 2024 07.00 WITA", old))
        .file("content/isu/64.72/2026-001-buka.md", &issue("Masih terbuka", "2 November 2026 07.00 WITA", ""))
        .build(&[])
}

#[test]
fn the_archive_tells_what_was_admitted_and_learned() {
    let page = archive().page("internal", "arsip.html");
    in_order(
        &page,
        &[
            "Pelajaran menurut tema",
            "Bencana",
            "Sirene dicek tiap bulan",
            "Banjir lama",
            ">2025<",
            "ditangani selama 10 hari",
            "Peringatan terlambat.",
            "Jalur evakuasi dibangun ulang.",
            "Posko cepat dibuka",
            "Sirene dicek tiap bulan",
            ">2024<",
            "Banjir tua",
            "ditutup tanpa evaluasi",
        ],
    );
    assert!(!page.contains("Masih terbuka"));
    assert!(archive().page("internal", "isu/index.html").contains("href=\"../arsip.html\""));
}

#[test]
fn the_public_archive_knows_no_evaluation() {
    let page = archive().page("publik", "arsip.html");
    assert!(page.contains("Banjir lama") && page.contains("ditangani selama 10 hari"));
    for inside in ["Sirene", "Peringatan terlambat", "Posko cepat", "tanpa evaluasi", "Pelajaran menurut tema"] {
        assert!(!page.contains(inside), "{inside}");
    }
}

#[test]
fn who_has_not_updated_stands_first() {
    let task = |due: &str| {
        format!(
            "tindak_lanjut:\n  - id: a1\n    uraian: Tugas.\n    instansi: BPBD\n    tenggat: {due}\n    status: belum\n"
        )
    };
    let silent = "pembaruan_berikutnya: 23 November 2026 13.00 WITA\n";
    let built = Project::new()
        .file(
            "content/isu/64.72/2026-001-uji.md",
            &issue("Lambat", "23 November 2026 07.00 WITA", &task("1 November 2026")),
        )
        .file("content/isu/64.74/2026-002-uji.md", &issue("Diam", "23 November 2026 07.00 WITA", silent))
        .file("content/isu/64/2026-003-uji.md", &issue("Provinsi", "22 November 2026 07.00 WITA", ""))
        .build(&["internal", "samarinda"]);
    let page = built.page("internal", "pemutakhiran.html");
    in_order(
        &page,
        &[
            "Keadaan data menurut wilayah",
            "Kota Bontang",
            "Diam",
            "Kota Samarinda",
            "Lambat",
            "Provinsi dan isu tanpa wilayah",
            "ISU-64-2026-003",
            "Tindak lanjut terlambat menurut wilayah",
            "<svg",
            "lebih dari 7 hari",
            "<table",
            "Terlambat 22 hari",
        ],
    );
    assert!(built.page("internal", "index.html").contains("href=\"pemutakhiran.html\""));
    let city = built.page("samarinda", "pemutakhiran.html");
    assert!(!city.contains("Bontang") && !city.contains("Provinsi dan isu tanpa wilayah"));
}

/// Addresses of a page; fragments, and the icon that is none, left out.
fn addresses(html: &str) -> Vec<&str> {
    let parts = html.split([' ', '\n']).filter_map(|w| w.strip_prefix("href=\"").or(w.strip_prefix("src=\"")));
    parts.filter_map(|rest| rest.split('"').next()).filter(|a| !a.starts_with('#') && *a != "data:,").collect()
}

#[test]
fn the_page_for_what_is_not_there_works_at_any_depth() {
    let built = told();
    for edition in ["internal", "publik"] {
        let page = built.page(edition, "404.html");
        assert!(addresses(&page).is_empty(), "{:?}", addresses(&page));
        assert!(page.contains("hapus semua yang ada di belakang nama folder edisi"));
    }
    let project = Project::new();
    let book = String::from_utf8(project.read("book.toml")).expect("text");
    let book =
        book.replace("name = \"internal\"\n", "name = \"internal\"\nurl = \"https://krisis.example/internal\"\n");
    project.write("book.toml", book.as_bytes());
    let page = project.build(&["internal"]).page("internal", "404.html");
    let found = addresses(&page);
    assert!(found.iter().all(|a| a.starts_with("https://krisis.example/internal/")), "{found:?}");
    for there in ["index.html", "isu/index.html", "aset/tokens."] {
        let whole = format!("https://krisis.example/internal/{there}");
        assert!(found.iter().any(|a| a.starts_with(&whole)), "{whole}");
    }
}

/// The drawing of this name on a page, from its tag to its end.
fn drawing<'p>(page: &'p str, name: &str) -> &'p str {
    let part = page.split("<svg").find(|s| s.contains(&format!("<title id=\"{name}-title\">")));
    part.unwrap_or_else(|| panic!("no drawing {name}")).split("</svg>").next().expect("a drawing ends")
}

#[test]
fn drawings_over_time_are_named_and_have_a_twin() {
    let built = told();
    let page = built.page("internal", "isu/ISU-64.72-2026-001.html");
    let timeline = drawing(&page, "linimasa");
    assert!(timeline.contains("role=\"img\"") && timeline.contains("<desc id=\"linimasa-desc\">"));
    assert!(timeline.contains(">Penilaian risiko</text>"));
    in_order(
        &page,
        &["linimasa-title", "Semua yang tercatat menurut waktu", "Isu dibuka", "Ruang Wali Kota", "dirilis"],
    );
    let trend = drawing(&page, "tren");
    assert_eq!(trend.matches("class=\"trend-point\"").count(), 2);
    assert!(trend.contains(">14</text>") && trend.contains(">25</text>"), "scores by the matrix");
    in_order(&page, &["tren-title", "<table", "Penilaian risiko sebelumnya"]);
    let region = built.page("internal", "wilayah/64.72.html");
    assert!(drawing(&region, "waktu").contains("class=\"cell level-5\""));
    in_order(&region, &["waktu-title", "Isu terbuka dari waktu ke waktu dalam tabel", "<table", "24 November 2026"]);
    // The public may not know of risk.
    for path in ["isu/ISU-64.72-2026-001.html", "wilayah/64.72.html"] {
        let page = built.page("publik", path);
        assert!(!page.contains("tren-title") && !page.contains("waktu-title"), "{path}");
    }
}

#[test]
fn marks_of_map_and_matrix_are_links_with_names() {
    let page = told().page("internal", "peta.html");
    let map = drawing(&page, "peta");
    let mark = "<a class=\"map-item\" href=\"wilayah/64.72.html\" aria-label=\"Kota Samarinda, SMD: 1 isu terbuka, ";
    assert!(map.contains(mark), "{map}");
    let matrix = drawing(&page, "matriks");
    assert!(matrix.contains("href=\"isu/ISU-64.72-2026-001.html\" aria-label=\"1. Banjir\""), "{matrix}");
    assert!(page.contains("Kota Samarinda: 1 isu terbuka, Sangat tinggi"), "tiles say what the map says");
}

#[test]
fn minute_marks_read_as_people_say_them() {
    let playbook = "---\njudul: Uji\nlangkah:\n  - menit: 15\n    tugas: Periksa\n  - menit: 210\n    tugas: Catat\n---\nProsedur.\n";
    let page = Project::new()
        .file("content/playbook/uji.md", playbook)
        .build(&["internal"])
        .page("internal", "playbook/uji.html");
    in_order(&page, &["T+15 menit", "Periksa", "T+3 jam 30 menit", "Catat"]);
    let built = Project::sample().build(&["internal"]);
    let page = built.page("internal", "konpers/2026-11-24-banjir-samarinda.html");
    assert!(page.contains("T−1 jam<") && !page.contains("jam menit"));
}
