//! What is sent by messenger: texts that may be copied, the report of an issue, a region in one file.

mod support;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use support::{Built, Project};

/// Texts between two marks, entities turned back.
fn between(html: &str, open: &str, close: &str) -> Vec<String> {
    let found = html.split(open).skip(1).filter_map(|rest| rest.split(close).next());
    let plain = |t: &str| {
        t.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    };
    found.map(plain).collect()
}

fn report(html: &str) -> Option<String> {
    between(html, "<pre class=\"message\" id=\"teks-laporan\">", "</pre>").pop()
}

fn copies(html: &str) -> Vec<String> {
    between(html, " data-salin=\"", "\"")
}

fn pages(built: &Built, edition: &str, folder: &str) -> Vec<(String, String)> {
    let files = built.tree(edition).into_iter().filter(|(path, _)| path.starts_with(folder));
    let files = files.filter(|(path, _)| path.ends_with(".html"));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("pages are text"))).collect()
}

// ---- texts that may be copied -----------------------------------------------------------------------------

#[test]
fn a_text_can_be_copied_where_it_may_be_read_and_nowhere_else() {
    let built = Project::sample().build(&["internal", "publik"]);
    let page = built.page("internal", "isu/ISU-64.72-2026-001.html");
    let articles: Vec<&str> = page.split("<article class=\"statement").skip(1).collect();
    let may = |a: &str| a.starts_with(" statement-boleh\"");
    assert!(articles.iter().any(|a| may(a)) && articles.iter().any(|a| !may(a)), "texts of both kinds");
    for article in articles {
        let article = article.split("</article>").next().unwrap_or(article);
        assert_eq!(may(article), !copies(article).is_empty(), "{article}");
    }
    let opening = copies(&page).into_iter().find(|c| c.starts_with("Pernyataan pembuka")).expect("an opening");
    assert!(opening.contains("\n\nInilah yang sudah pasti. Enam RT"), "paragraphs are kept: {opening}");
    assert!(opening.contains("312 KK terdampak"), "numbers stand in it: {opening}");
    let last = "\n\nData per 24 Nov 2026, 07.45 WITA\nBOLEH DIBACAKAN – disetujui Sekda, 08.25 WITA";
    assert!(opening.ends_with(last), "{opening}");
    // What was released earlier knows nothing of what was learned since; the public reads no approvals.
    for copy in copies(&built.page("publik", "isu/ISU-64.07-2026-003.html")) {
        assert!(!copy.contains("disetujui") && copy.contains("\nDirilis "), "{copy}");
    }
    let first = copies(&built.page("publik", "isu/ISU-64.72-2025-031.html"));
    assert!(first.iter().any(|c| c.contains("Data per 7 Des 2025, 19.40 WITA")), "{first:?}");
}

// ---- the report of an issue -------------------------------------------------------------------------------

#[test]
fn a_report_fits_one_screen_and_says_what_it_is() {
    let built = Project::sample().build(&["internal", "publik"]);
    let mut seen = 0;
    for (path, page) in pages(&built, "internal", "isu/ISU") {
        let text = report(&page).unwrap_or_else(|| panic!("{path} has no report"));
        assert!(text.chars().count() <= 900, "{path}: {} characters", text.chars().count());
        assert!(text.starts_with("TERBATAS\n") || text.starts_with("BIASA\n"), "{path}: {text}");
        assert!(text.contains("Izin melaporkan, data per "), "{path}: {text}");
        assert_eq!(page.contains("is-drill"), text.contains("LATIHAN – BUKAN KEJADIAN SEBENARNYA"), "{path}: {text}");
        seen += 1;
    }
    assert!(seen > 10);
    let flood = report(&built.page("internal", "isu/ISU-64.72-2026-001.html")).expect("a report");
    for part in
        ["Krisis", "- KK terdampak: 312 KK (BPBD", "Mohon keputusan:", "Pembaruan berikutnya: 24 Nov 2026, 13.00 WITA"]
    {
        assert!(flood.contains(part), "{part}: {flood}");
    }
    for (path, page) in pages(&built, "publik", "") {
        assert!(!page.contains("teks-laporan"), "{path}: the public gets what is released");
    }
}

const ISSUE: &str = "---
judul: Tanah longsor di Sungai Uji
wilayah: Samarinda
tema: bencana
eskalasi: krisis
dibuka: 24 November 2026 06.00 WITA
pembaruan_berikutnya: 24 November 2026 08.00 WITA
ringkasan: |
  Tebing longsor menutup jalan. {ISI}
fakta:
  - id: f1
    kalimat: |
      Jalan poros tertutup longsoran.
    status: terkonfirmasi
    sumber: BPBD
    waktu: 24 November 2026 06.30 WITA
  - id: f2
    kalimat: |
      Delapan rumah tertimbun.
    status: belum_terkonfirmasi
    sumber: warga
    waktu: 24 November 2026 06.30 WITA
angka:
  - id: n1
    nama: Korban meninggal
    jenis: meninggal
    nilai: 3
    satuan: orang
    sumber: BPBD
    waktu: 24 November 2026 06.30 WITA
  - id: n2
    nama: Warga mengungsi
    nilai: 41
    satuan: orang
    sumber: BPBD
    waktu: 24 November 2026 06.30 WITA
  - id: n3
    nama: Angka tanpa sumber
    nilai: 77
    satuan: orang
keputusan_diminta:
  - uraian: |
      Tambah dua alat berat.
    kepada: Wali Kota
  - uraian: |
      Pindahkan warga diam-diam.
    klasifikasi: rahasia
    kepada: Wali Kota
keluarga_korban:
  status: {KELUARGA}
---
";

fn report_of(said: &str, families: &str, edition: &str) -> String {
    let issue = ISSUE.replace("{ISI}", said).replace("{KELUARGA}", families);
    let built = Project::new().file("content/isu/64.72/2026-001-uji.md", &issue).build(&[edition]);
    report(&built.page(edition, "isu/ISU-64.72-2026-001.html")).expect("a report")
}

#[test]
fn a_report_tells_only_what_is_confirmed_and_nothing_secret() {
    let text = report_of("Regu bekerja.", "sudah", "pimpinan");
    for said in
        ["Tebing longsor", "- Warga mengungsi: 41 orang (BPBD, 24 Nov 2026, 06.30 WITA)", "- Korban meninggal: 3 orang"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains("- Jalan poros tertutup longsoran (BPBD"), "{text}");
    assert!(text.contains("- Tambah dua alat berat (kepada Wali Kota)"), "{text}");
    assert!(text.contains("Pembaruan berikutnya: 24 Nov 2026, 08.00 WITA (terlambat 60 menit)"), "{text}");
    for hidden in ["tertimbun", "Angka tanpa sumber", "diam-diam"] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
    let cited = report_of("Menurut warga, {fakta:f2}", "sudah", "pimpinan");
    assert!(!cited.contains("tertimbun"), "an unconfirmed fact is not told through the summary: {cited}");
    let known = report_of("Menurut BPBD, {fakta:f1}", "sudah", "pimpinan");
    assert!(known.contains("Menurut BPBD, Jalan poros tertutup longsoran"), "a confirmed one is: {known}");
}

#[test]
fn a_report_keeps_the_toll_while_families_wait() {
    for said in ["{angka:n1} meninggal.", "Tiga orang meninggal."] {
        for families in ["belum", "sebagian", "sudah\n  klasifikasi: rahasia"] {
            let text = report_of(said, families, "internal");
            assert!(!text.contains("meninggal"), "{families}: {text}");
            assert!(text.contains("Warga mengungsi"), "{families}: {text}");
        }
        assert!(report_of(said, "sudah", "pimpinan").contains("meninggal"));
    }
}

#[test]
fn a_report_of_very_long_texts_is_cut_at_the_end_of_a_sentence() {
    let long = "Regu gabungan menyisir lereng sampai malam hari bersama warga setempat. ".repeat(40);
    let text = report_of(&long, "sudah", "internal");
    assert!(text.chars().count() <= 900);
    let situation = text.split("\n\n").find(|p| p.starts_with("Tebing")).expect("the situation");
    assert!(situation.ends_with('.') && situation.contains("Regu gabungan"), "{text}");
    let one = "sangat ".repeat(200);
    let text = report_of(&format!("Longsoran itu {one}panjang."), "sudah", "internal");
    assert!(text.contains("Tebing longsor menutup jalan.") && !text.contains("sangat"), "{text}");
}

// ---- a region in one file ----------------------------------------------------------------------------------

#[test]
fn a_file_that_is_sent_stands_alone_under_its_own_policy() {
    let built = Project::sample().build(&["internal", "pimpinan", "samarinda", "publik"]);
    let mut seen = 0;
    for edition in ["internal", "pimpinan", "samarinda", "publik"] {
        for (path, page) in pages(&built, edition, "berkas/") {
            let here = format!("{edition}/{path}");
            assert!(page.len() <= 150 * 1024, "{here} has {} bytes", page.len());
            let raw = |open: &str, close: &str| {
                let parts: Vec<&str> = page.split(open).skip(1).collect();
                assert_eq!(parts.len(), 1, "{here}: one {open}");
                parts[0].split(close).next().expect("it ends").to_owned()
            };
            let policy = raw("<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"");
            for (tag, directive) in [("style", "style-src"), ("script", "script-src")] {
                let text = raw(&format!("<{tag}>"), &format!("</{tag}>"));
                let hash = STANDARD.encode(Sha256::digest(text.as_bytes()));
                assert!(text.len() > 1000 && policy.contains(&format!("{directive} 'sha256-{hash}'")), "{here}: {tag}");
                assert!(!text.contains("url(") && !text.contains("@import"), "{here}: {tag} fetches");
            }
            assert!(policy.starts_with("default-src 'none';"), "{here}: {policy}");
            assert!(!page.contains(" src=") && !page.contains(" style=\"") && !page.contains(" onclick="), "{here}");
            for address in between(&page, " href=\"", "\"") {
                let inside = address.strip_prefix('#').is_some_and(|id| page.contains(&format!(" id=\"{id}\"")));
                assert!(inside || address.starts_with("tel:") || address == "data:,", "{here} leads to {address}");
            }
            assert_eq!(edition != "publik", page.contains("<meta name=\"robots\" content=\"noindex"), "{here}");
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen} files");
    let page = built.page("internal", "berkas/64.72.html");
    for part in [
        "data-berlaku=\"2026-11-24T19:00:00+08:00\"",
        "BOLEH DIBACAKAN",
        "312 KK",
        "href=\"tel:112\"",
        "Dapur umum ketiga",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let order = |page: &str, parts: [&str; 3]| {
        let places = parts.map(|p| page.find(p).unwrap_or_else(|| panic!("{p} is there")));
        assert!(places.is_sorted(), "{parts:?}");
    };
    order(
        &built.page("publik", "berkas/64.72.html"),
        ["class=\"public-notice\"", "id=\"bag-kontak\"", "id=\"jdl-utama\""],
    );
    let region = built.page("internal", "wilayah/64.72.html");
    assert!(region.contains("href=\"../berkas/64.72.html\" download=\"Kota-Samarinda-internal.html\""), "{region}");
}

#[test]
fn a_theme_cannot_end_the_script_it_is_put_in() {
    let built = Project::new()
        .file("themes/default/script/salin.js", "// </script>\r\nvar a = \"</script>\";\r\n")
        .build(&["internal"]);
    let page = built.page("internal", "berkas/64.72.html");
    assert_eq!(page.matches("</script>").count(), 1);
    assert!(page.contains("var a = \"<\\/script>\";\n") && !page.contains('\r'));
}

// ---- how far a text may travel ----------------------------------------------------------------------------

const HEAD: &str =
    "---\njudul: Uji longsor\ntema: bencana\nklasifikasi: terbatas\ndibuka: 23 November 2026 18.10 WITA\n";

/// A page of the leadership's edition, which may see what is secret.
fn leaders(rest: &str) -> String {
    let issue = format!("{HEAD}{rest}---\n");
    let built = Project::new().file("content/isu/64.72/2026-001-uji.md", &issue).build(&["pimpinan"]);
    built.page("pimpinan", "isu/ISU-64.72-2026-001.html")
}

#[test]
fn a_secret_assessment_is_not_sent_on() {
    let page = leaders(
        "risiko:\n  - kemungkinan: 5\n    dampak: 5\n    klasifikasi: rahasia\n    dinilai_oleh: Kabid IKP\n    dinilai_pada: 24 November 2026 07.00 WITA\n",
    );
    assert!(page.contains("Sangat tinggi"), "the page shows it");
    let report = report(&page).expect("a report");
    assert!(report.contains("TERBATAS") && !report.contains("Sangat tinggi"), "{report}");
}

#[test]
fn a_secret_admission_or_quotation_has_no_copy() {
    let approved = "    persetujuan:\n      - jabatan: Sekda\n        sebagai: pimpinan\n        pada: 24 November 2026 07.30 WITA\n";
    let page = leaders(&format!(
        "pengakuan:\n  klasifikasi: rahasia\n  status: diakui\n  kalimat: |\n    Kami kenari lalai.\n  disetujui_oleh: Sekda\npernyataan:\n  - id: p1\n    jenis: awal\n    \
         status: disetujui\n{approved}    teks: |\n      Kami sedang bekerja.\n    kutipan:\n      - kalimat: |\n          Kata merpati.\n        jabatan: Sekda\n        \
         klasifikasi: rahasia\n"
    ));
    assert!(page.contains("kenari") && page.contains("merpati"), "the page shows both");
    let all = copies(&page).join("\n");
    assert!(!all.contains("kenari") && !all.contains("merpati"), "{all}");
}

#[test]
fn a_toll_is_known_by_its_name_too_and_waits_for_families_that_only_others_may_read_of() {
    let rest = "keluarga_korban:\n  status: belum\n  klasifikasi: rahasia\nangka:\n  - id: n1\n    nama: Korban meninggal\n    nilai: 7\n    satuan: orang\n    sumber: BPBD\n    waktu: 24 November 2026 07.00 WITA\n";
    let report = report(&leaders(rest)).expect("a report");
    assert!(!report.contains("7 orang"), "{report}");
    let said = format!(
        "{HEAD}{rest}pernyataan:\n  - id: p1\n    jenis: awal\n    status: disetujui\n    persetujuan:\n      - jabatan: Sekda\n        sebagai: pimpinan\n        \
         pada: 24 November 2026 07.30 WITA\n    teks: |\n      Longsor menewaskan tujuh orang.\n---\n"
    );
    let built = Project::new().file("content/isu/64.72/2026-001-uji.md", &said).build(&["internal"]);
    let page = built.page("internal", "isu/ISU-64.72-2026-001.html");
    assert!(page.contains("menewaskan") && !copies(&page).iter().any(|c| c.contains("menewaskan")), "{page}");
}

#[test]
fn a_file_to_be_sent_is_marked_by_the_conference_in_it() {
    let conference = "---\njudul: Rapat tertutup\nwilayah: \"64.72\"\nklasifikasi: rahasia\nwaktu: 25 November 2026 10.00 WITA\ntempat: Balai kota\n---\n";
    let built = Project::new()
        .file("content/isu/64.72/2026-001-uji.md", &format!("{HEAD}---\n"))
        .file("content/konpers/2026-11-25-uji.md", conference)
        .build(&["pimpinan"]);
    let file = built.page("pimpinan", "berkas/64.72.html");
    assert!(
        file.contains("Rapat tertutup") && file.contains("Rahasia") && file.contains("Serahkan langsung"),
        "{file}"
    );
}
