//! Feeds, calendars and data files as their subscribers meet them.

mod support;

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use support::{Built, Project};

const EDITIONS: [&str; 4] = ["internal", "pimpinan", "samarinda", "publik"];

/// Files of an edition with this ending, as text.
fn files(built: &Built, edition: &str, ending: &str) -> BTreeMap<String, String> {
    let files = built.tree(edition).into_iter().filter(|(path, _)| path.ends_with(ending));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("text"))).collect()
}

fn issue(head: &str) -> String {
    format!("---\ntema: bencana\nklasifikasi: biasa\ndibuka: 20 November 2026 07.00 WITA\n{head}---\n")
}

/// The editions of a book, with an address for all of them.
fn with_address(project: Project) -> Project {
    let book = String::from_utf8(project.read("book.toml")).expect("text");
    let named = |name: &str| format!("name = \"{name}\"\nurl = \"https://krisis.example.go.id/{name}\"");
    let book = EDITIONS.iter().fold(book, |b, name| b.replace(&format!("name = \"{name}\""), &named(name)));
    project.write("book.toml", book.as_bytes());
    project
}

// ---- feeds ----------------------------------------------------------------------------------------------------------

fn feed(text: &str) -> atom_syndication::Feed {
    atom_syndication::Feed::read_from(text.as_bytes()).expect("a feed")
}

/// Reads XML to its end; what is not well-formed stops it.
fn well_formed(path: &str, text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().enable_all_checks(true);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{path}: {error}"),
        }
    }
    assert!(text.chars().all(|c| !c.is_control() || c == '\n' || c == '\t'), "{path} has control characters");
}

#[test]
fn every_feed_reads_and_each_of_its_links_leads_to_a_page() {
    let built = Project::sample().build(&[]);
    for edition in EDITIONS {
        let tree = built.tree(edition);
        let feeds = files(&built, edition, ".xml");
        assert!(feeds.len() >= 12, "{edition}: everything, ten themes, a region");
        for (path, text) in feeds {
            well_formed(&path, &text);
            let feed = feed(&text);
            assert_eq!(feed.authors[0].name, "Diskominfo Provinsi Kalimantan Timur", "an office, not a person");
            let ids: BTreeSet<&str> = feed.entries.iter().map(|e| e.id.as_str()).collect();
            assert_eq!(ids.len(), feed.entries.len(), "{path}: ids are unique");
            let times: Vec<_> = feed.entries.iter().map(|e| e.updated).collect();
            assert!(times.windows(2).all(|w| w[0] >= w[1]), "{path}: newest first");
            assert_eq!(times.first().copied().unwrap_or(feed.updated), feed.updated, "{path}: as new as its newest");
            for link in feed.entries.iter().flat_map(|e| &e.links).chain(&feed.links) {
                let target = link.href.strip_prefix("../").expect("relative, one folder up");
                assert!(tree.contains_key(target), "{edition}/{path}: {target}");
            }
        }
    }
}

#[test]
fn a_feed_holds_the_issues_of_its_region_and_theme_and_no_drill() {
    let built = Project::new()
        .file("content/isu/64.72/2026-001-a.md", &issue("judul: Banjir di hulu\n"))
        .file("content/isu/64.74/2026-002-b.md", &issue("judul: Banjir di hilir\n").replace("bencana", "kesehatan"))
        .file("content/isu/64.72/2026-003-c.md", &issue("judul: Gladi\nlatihan: ya\n"))
        .build(&["internal"]);
    let titles = |path: &str| -> BTreeSet<String> {
        feed(&built.page("internal", path)).entries.into_iter().map(|e| e.title.value).collect()
    };
    let some = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(titles("umpan/provinsi.xml"), some(&["Banjir di hulu", "Banjir di hilir"]));
    assert_eq!(titles("umpan/64.72.xml"), some(&["Banjir di hulu"]));
    assert_eq!(titles("umpan/tema-kesehatan.xml"), some(&["Banjir di hilir"]));
    assert_eq!(titles("umpan/tema-hukum.xml"), some(&[]), "there to subscribe to, and empty");
    for (path, bytes) in built.tree("internal") {
        let data = ["umpan/", "data/", "kalender/"].iter().any(|folder| path.starts_with(folder));
        assert!(!data || !String::from_utf8_lossy(&bytes).contains("Gladi"), "{path} holds a drill");
    }
}

#[test]
fn a_release_makes_an_entry_new_also_without_newer_data() {
    let record = "judul: Banjir\nfakta:\n  - id: f1\n    kalimat: Air surut.\n    status: terkonfirmasi\n    sumber: BPBD\n    waktu: 23 November 2026 07.00 WITA\npernyataan:\n  - id: p1\n    jenis: siaran_pers\n    status: dirilis\n    dirilis_pada: 24 November 2026 08.30 WITA\n    persetujuan:\n      - jabatan: Sekda\n        sebagai: pimpinan\n        pada: 24 November 2026 08.00 WITA\n    teks: |\n      Air surut.\n";
    let later = record.replace("24 November 2026 08.30", "24 November 2026 09.30");
    for (record, updated) in [(record, "2026-11-24T08:30:00+08:00"), (&later, "2026-11-23T07:00:00+08:00")] {
        let built = Project::new().file("content/isu/64.72/2026-001-a.md", &issue(record)).build(&["publik"]);
        let entry = feed(&built.page("publik", "umpan/64.72.xml")).entries.remove(0);
        assert_eq!(entry.updated.to_rfc3339(), updated, "what is released after as-of has not happened");
    }
}

#[test]
fn an_entry_keeps_its_id_when_the_issue_changes_and_differs_between_editions() {
    let ids = |title: &str, edition: &str| {
        let built = Project::new()
            .file("content/isu/64.72/2026-001-a.md", &issue(&format!("judul: {title}\n")))
            .build(&[edition]);
        let feed = feed(&built.page(edition, "umpan/provinsi.xml"));
        (feed.id, feed.entries[0].id.clone())
    };
    assert_eq!(ids("Lama", "internal"), ids("Baru", "internal"));
    assert_ne!(ids("Lama", "internal").1, ids("Lama", "publik").1);
    assert!(ids("Lama", "internal").1.starts_with("urn:uuid:"), "{}", ids("Lama", "internal").1);
}

#[test]
fn what_officers_type_cannot_break_a_feed_a_calendar_or_a_table() {
    let hostile = "judul: \"A <b>&amp; ]]> \\\"B\\\"; C, D\\\\ \\a\\x1b 🥁 ékor\"\ntindak_lanjut:\n  - id: a1\n    uraian: |\n      Satu; dua, tiga \\ empat <i>\n\n      END:VEVENT\n    instansi: bpbd-samarinda\n    tenggat: 25 November 2026\n    status: belum\n";
    let built = Project::new().file("content/isu/64.72/2026-001-a.md", &issue(hostile)).build(&["internal"]);
    let entry = feed(&built.page("internal", "umpan/provinsi.xml")).entries.remove(0);
    assert_eq!(entry.title.value, "A <b>&amp; ]]> \"B\"; C, D\\ [1m 🥁 ékor".replace("[1m", ""));
    well_formed("umpan/provinsi.xml", &built.page("internal", "umpan/provinsi.xml"));
    let calendar = calendar(&built.page("internal", "kalender/provinsi.ics"));
    let event = events(&calendar).remove(0);
    let description = text(event, &ICalendarProperty::Description);
    assert!(description.starts_with("Satu; dua, tiga \\ empat <i>\nEND:VEVENT\n"), "{description}");
    assert!(description.contains("A <b>&amp; ]]> \"B\"; C, D\\  🥁 ékor"), "{description}");
    let rows = table(&built.page("internal", "data/tindak-lanjut.csv"), b';');
    assert!(rows[1][4].starts_with("Satu; dua, tiga \\ empat <i>"), "{:?}", rows[1]);
}

// ---- calendars ------------------------------------------------------------------------------------------------------

/// A calendar as another program reads it.
fn calendar(text: &str) -> ICalendar {
    ICalendar::parse(text).unwrap_or_else(|e| panic!("no calendar: {e:?}"))
}

fn events(calendar: &ICalendar) -> Vec<&ICalendarComponent> {
    calendar.components.iter().filter(|c| c.component_type == ICalendarComponentType::VEvent).collect()
}

fn text<'c>(event: &'c ICalendarComponent, property: &ICalendarProperty) -> &'c str {
    event.property(property).and_then(|p| p.values.first()).and_then(|v| v.as_text()).unwrap_or_default()
}

/// The lines of a calendar that begin a property, unfolded.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

/// The event whose title holds some words, as lines.
fn event_lines(text: &str, words: &str) -> Vec<String> {
    let lines = unfolded(text);
    let mut events = lines.split(|l| l == "BEGIN:VEVENT").skip(1);
    let found = events.find(|e| e.iter().any(|l| l.starts_with("SUMMARY:") && l.contains(words)));
    found.unwrap_or_else(|| panic!("no event of {words} in {text}")).to_vec()
}

fn has(lines: &[String], wanted: &str) -> bool {
    lines.iter().any(|l| l == wanted)
}

#[test]
fn every_calendar_keeps_the_rules_of_the_format() {
    let built = Project::sample().build(&[]);
    for edition in EDITIONS {
        let calendars = files(&built, edition, ".ics");
        assert!(calendars["kalender/provinsi.ics"].contains("BEGIN:VEVENT"), "{edition} has something to come");
        for (path, text) in calendars {
            assert!(text.ends_with("END:VCALENDAR\r\n"), "{path}");
            assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{path}: lines end with CR LF");
            assert!(text.split("\r\n").all(|l| l.len() <= 75), "{path}: no line is longer than 75 octets");
            let read = calendar(&text);
            let events = events(&read);
            assert_eq!(events.len(), text.matches("BEGIN:VEVENT").count(), "{path}: the reader finds them all");
            let names: BTreeSet<&str> = events.iter().filter_map(|e| e.uid()).collect();
            assert_eq!(names.len(), events.len(), "{path}: each has a name of its own");
            for event in events {
                for needed in [ICalendarProperty::Dtstamp, ICalendarProperty::Dtstart, ICalendarProperty::Summary] {
                    assert!(event.has_property(&needed), "{path}: {needed:?}");
                }
            }
        }
    }
}

#[test]
fn an_agency_subscribes_to_what_is_on_it_by_when() {
    let record = "judul: Banjir\ninstansi_pengampu: bpbd-samarinda\npembaruan_berikutnya: 24 November 2026 13.00 WITA\nfakta:\n  - id: f1\n    kalimat: Jumlah rumah rusak.\n    status: belum_terkonfirmasi\n    dicari_oleh: bpbd-samarinda\n    target: 24 November 2026 15.00 WITA\ntindak_lanjut:\n  - id: a1\n    uraian: Data ulang KK.\n    instansi: bpbd-samarinda\n    penanggung_jawab: Kabid Kedaruratan\n    tenggat: 24 November 2026 12.00 WITA\n    status: berjalan\n  - id: a2\n    uraian: Kirim pompa.\n    instansi: bpbd-samarinda\n    tenggat: 30 November 2026\n    status: belum\n  - id: a3\n    uraian: Pindahkan posko.\n    instansi: bpbd-samarinda\n    tenggat: 25 November 2026 08.00 WITA\n    status: batal\n  - id: a4\n    uraian: Sudah beres.\n    instansi: bpbd-samarinda\n    tenggat: 23 November 2026 08.00 WITA\n    status: selesai\n  - id: a5\n    uraian: Tugas kota lain.\n    instansi: bpbd-bontang\n    tenggat: 25 November 2026 08.00 WITA\n    status: belum\n";
    let built = Project::new().file("content/isu/64.72/2026-001-a.md", &issue(record)).build(&["internal", "publik"]);
    let own = built.page("internal", "kalender/instansi-bpbd-samarinda.ics");
    let task = event_lines(&own, "Data ulang KK – BPBD Samarinda");
    assert!(has(&task, "DTSTART:20261124T040000Z"), "12.00 WITA is 04.00 UTC: {task:?}");
    assert!(has(&task, "BEGIN:VALARM") && has(&task, "TRIGGER:-PT2H") && has(&task, "CLASS:PUBLIC"), "{task:?}");
    assert!(task.iter().any(|l| l.contains("Penanggung jawab: Kabid Kedaruratan")), "{task:?}");
    let day = event_lines(&own, "Kirim pompa");
    assert!(has(&day, "DTSTART;VALUE=DATE:20261130") && has(&day, "DTEND;VALUE=DATE:20261201"), "{day:?}");
    let dropped = event_lines(&own, "Pindahkan posko");
    assert!(has(&dropped, "STATUS:CANCELLED") && !has(&dropped, "BEGIN:VALARM"), "{dropped:?}");
    assert!(has(&event_lines(&own, "Jumlah rumah rusak"), "DTSTART:20261124T070000Z"), "an answer is awaited");
    assert!(has(&event_lines(&own, "Pembaruan dijanjikan: Banjir"), "DTSTART:20261124T050000Z"), "it leads the issue");
    assert!(!own.contains("Sudah beres") && !own.contains("Tugas kota lain"));
    let all = built.page("internal", "kalender/64.72.ics");
    let name = |lines: &[String]| lines.iter().find(|l| l.starts_with("UID:")).cloned();
    assert_eq!(name(&task), name(&event_lines(&all, "Data ulang KK")), "the same thing has one name everywhere");
    assert!(all.contains("Tugas kota lain"));
    let idle = built.page("publik", "kalender/instansi-bpbd-bontang.ics");
    assert!(idle.starts_with("BEGIN:VCALENDAR") && !idle.contains("VEVENT"), "an idle agency keeps its address");
    assert!(!built.page("publik", "kalender/provinsi.ics").contains("VALARM"), "nobody outside is woken by us");
}

#[test]
fn conferences_reviews_rehearsals_and_decisions_stand_in_the_calendar() {
    let asks = "judul: Banjir\nkeputusan_diminta:\n  - uraian: Tambahan dapur umum.\n    pilihan: [tambah, tunda]\n    kepada: Wali Kota\n    tenggat: 24 November 2026 12.00 WITA\n    klasifikasi: rahasia\n";
    let conference = "---\njudul: Pembaruan pagi\nwilayah: \"64.72\"\nisu: [ISU-64.72-2026-001]\nwaktu: 24 November 2026 10.00 WITA\ntempat: Ruang rapat, lantai 2\n---\n";
    let drill = "---\njudul: Simulasi\nwilayah: \"64.72\"\nisu: [ISU-64.72-2026-002]\nwaktu: 24 November 2026 11.00 WITA\n---\n";
    let book = "---\njudul: Banjir\nditinjau_pada: 1 Oktober 2026\ntinjau_tiap: 90 hari\nberikut_dilatih: 10 Desember 2026\n---\n";
    let built = Project::new()
        .file("content/isu/64.72/2026-001-a.md", &issue(asks))
        .file("content/isu/64.72/2026-002-b.md", &issue("judul: Gladi\nlatihan: ya\n"))
        .file("content/konpers/pagi.md", conference)
        .file("content/konpers/gladi.md", drill)
        .file("content/playbook/banjir.md", book)
        .build(&["internal", "pimpinan"]);
    let all = built.page("pimpinan", "kalender/provinsi.ics");
    let held = event_lines(&all, "Konferensi pers: Pembaruan pagi");
    assert!(has(&held, "LOCATION:Ruang rapat\\, lantai 2") && has(&held, "DTSTART:20261124T020000Z"), "{held:?}");
    assert!(has(&held, "TRANSP:OPAQUE"), "it takes the speaker's time");
    assert!(has(&event_lines(&all, "LATIHAN – Konferensi pers: Simulasi"), "DTSTART:20261124T030000Z"));
    assert!(
        has(&event_lines(&all, "Tinjau panduan: Banjir"), "DTSTART;VALUE=DATE:20261230"),
        "90 days after 1 October"
    );
    assert!(has(&event_lines(&all, "Latihan panduan: Banjir"), "DTSTART;VALUE=DATE:20261210"));
    let asked = event_lines(&all, "Keputusan diminta: Tambahan dapur umum");
    assert!(has(&asked, "CLASS:CONFIDENTIAL"), "as strict as the item: {asked:?}");
    assert!(asked.iter().any(|l| l.contains("PIMPINAN · Rahasia")), "{asked:?}");
    assert!(!built.page("internal", "kalender/provinsi.ics").contains("dapur umum"));
}

// ---- with an address ------------------------------------------------------------------------------------------------

#[test]
fn an_edition_with_an_address_says_it_everywhere_and_has_a_sitemap_if_it_is_public() {
    let built = with_address(Project::sample()).build(&["internal", "publik"]);
    let base = "https://krisis.example.go.id/publik/";
    let tree = built.tree("publik");
    let there = |address: &str| tree.contains_key(address.strip_prefix(base).unwrap_or("-"));
    let all = feed(&built.page("publik", "umpan/provinsi.xml"));
    assert_eq!(all.id, format!("{base}umpan/provinsi.xml"));
    for entry in &all.entries {
        assert!(there(&entry.id) && there(&entry.links[0].href), "{entry:?}");
    }
    let calendar = unfolded(&built.page("publik", "kalender/provinsi.ics"));
    let urls: Vec<&String> = calendar.iter().filter(|l| l.starts_with("URL:")).collect();
    assert!(!urls.is_empty() && urls.iter().all(|l| there(&l["URL:".len()..])), "{urls:?}");
    let sitemap = built.page("publik", "sitemap.xml");
    well_formed("sitemap.xml", &sitemap);
    let pages: Vec<&str> = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()).collect();
    assert!(pages.len() > 100 && pages.iter().all(|p| there(p)), "{pages:?}");
    for entry in &all.entries {
        let page = format!("<loc>{}</loc>\n  <lastmod>{}</lastmod>", entry.id, entry.updated.to_rfc3339());
        assert!(sitemap.contains(&page), "a page is as new as its entry: {page}");
    }
    assert!(built.page("publik", "robots.txt").contains(&format!("Sitemap: {base}sitemap.xml")));
    for path in ["sitemap.xml", "robots.txt"] {
        assert!(!built.tree("internal").contains_key(path), "an intranet is not offered to search engines");
    }
}

#[test]
fn an_address_that_is_none_is_reported() {
    for bad in ["krisis.example", "https://", "ftp://krisis.example/", "https://a b/", "https://a/?x=1"] {
        let project = Project::new();
        let book = String::from_utf8(project.read("book.toml")).expect("text");
        let book = book.replacen("ceiling", &format!("url = \"{bad}\"\nceiling"), 1);
        project.write("book.toml", book.as_bytes());
        let found = support::lines(&project.check());
        assert!(found.iter().any(|l| l.starts_with("book.toml:9:7 E0103")), "{bad}: {found:?}");
    }
}

// ---- tables ---------------------------------------------------------------------------------------------------------

/// A table as a spreadsheet reads it; rows of different length are refused.
fn table(text: &str, separator: u8) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("begins with a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|r| r.expect("a row").iter().map(str::to_owned).collect());
    rows.collect()
}

fn column(rows: &[Vec<String>], name: &str) -> usize {
    rows[0].iter().position(|c| c == name).unwrap_or_else(|| panic!("no column {name} in {:?}", rows[0]))
}

#[test]
fn a_table_opens_in_an_indonesian_spreadsheet_and_computes_nothing_that_was_typed() {
    let record = "judul: \"=HYPERLINK(0)\"\njuru_bicara: \"@sekda\"\nringkasan: |\n  \\- satu\n\n  dua\nangka:\n  - id: n1\n    nama: Curah hujan\n    nilai: 1.240,5\n    satuan: mm\n    sumber: BMKG\n    waktu: 24 November 2026 07.00 WITA\n";
    let built = Project::new().file("content/isu/64.72/2026-001-a.md", &issue(record)).build(&["internal", "publik"]);
    let issues = table(&built.page("internal", "data/isu.csv"), b';');
    let cell = |name: &str| issues[1][column(&issues, name)].as_str();
    assert_eq!((cell("Judul"), cell("Juru bicara")), ("'=HYPERLINK(0)", "'@sekda"));
    assert_eq!(cell("Ringkasan"), "'- satu\ndua");
    assert_eq!((cell("Wilayah"), cell("Dibuka")), ("Kota Samarinda", "2026-11-20T07:00:00+08:00"));
    let numbers = table(&built.page("internal", "data/angka.csv"), b';');
    assert_eq!(numbers[1][column(&numbers, "Nilai")], "1240,5", "a number stays a number");
    let public = table(&built.page("publik", "data/isu.csv"), b';');
    for hidden in ["Eskalasi", "Tahap", "Klasifikasi", "Skor risiko (1–25)", "Juru bicara", "Instansi pengampu"] {
        assert!(issues[0].iter().any(|c| c == hidden), "{hidden} is inside");
        assert!(!public[0].iter().any(|c| c == hidden), "{hidden} is no column for the public");
    }
}

#[test]
fn a_book_in_english_has_english_tables_and_calendars() {
    let project = Project::sample();
    let book = String::from_utf8(project.read("book.toml")).expect("text");
    project.write("book.toml", book.replace("language = \"id\"", "language = \"en\"").as_bytes());
    let built = project.build(&["internal"]);
    let issues = table(&built.page("internal", "data/isu.csv"), b',');
    assert_eq!(issues[0][..3], ["ID", "Title", "Regions"]);
    assert!(built.page("internal", "kalender/provinsi.ics").contains("SUMMARY:Deadline: "));
    assert!(built.page("internal", "data.html").contains("Data and subscriptions"));
}

// ---- JSON -----------------------------------------------------------------------------------------------------------

#[test]
fn the_data_file_keeps_its_own_schema_and_the_schema_refuses_another() {
    let built = Project::sample().build(&[]);
    for edition in EDITIONS {
        let read = |path| -> Value { serde_json::from_str(&built.page(edition, path)).expect("JSON") };
        let (data, schema) = (read("data/kentongan.json"), read("data/kentongan.schema.json"));
        let options = jsonschema::options().should_validate_formats(true);
        let validator = options.build(&schema).expect("a schema");
        let wrong: Vec<String> =
            validator.iter_errors(&data).map(|e| format!("{e} at {}", e.instance_path())).collect();
        assert!(wrong.is_empty(), "{edition}: {}", wrong.join("\n"));
        let issues = data["isu"].as_array().expect("issues");
        let pages = built.tree(edition).into_keys().filter(|p| p.starts_with("isu/ISU-")).count();
        let drills = usize::from(built.tree(edition).contains_key("isu/ISU-64.08-2026-017.html"));
        assert_eq!(issues.len(), pages - drills, "{edition}: every issue but the drill");
        for (key, value) in [("tema", "bencana alam".into()), ("dibuka", "kemarin".into()), ("judul", Value::Null)] {
            let mut broken = data.clone();
            broken["isu"][0][key] = if key == "tema" { Value::Array(vec![value]) } else { value };
            assert!(!validator.is_valid(&broken), "{edition}: another {key} is refused");
        }
    }
}

#[test]
fn the_data_file_says_what_the_page_says_in_the_words_of_the_record() {
    let record = "judul: Banjir\neskalasi: kasus\nangka:\n  - id: n1\n    nama: Luas\n    nilai: 12,5\n    satuan: ha\n    ketepatan: sekitar\nringkasan: |\n  Luas {angka:n1}.\npernyataan:\n  - id: p1\n    jenis: awal\n    status: draf\n    teks: |\n      Jangan dibaca dulu.\ntindak_lanjut:\n  - id: a1\n    uraian: Ukur ulang.\n    tenggat: 30 November 2026\n";
    let built = Project::new().file("content/isu/64.72/2026-001-a.md", &issue(record)).build(&["internal", "publik"]);
    let read = |edition| -> Value { serde_json::from_str(&built.page(edition, "data/kentongan.json")).expect("JSON") };
    let inside = read("internal");
    let one = &inside["isu"][0];
    assert_eq!(one["ringkasan"], "Luas sekitar 12,5 ha.");
    assert_eq!((&one["angka"][0]["nilai"], &one["eskalasi"]), (&12.5.into(), &"kasus".into()));
    assert_eq!(one["tindak_lanjut"][0]["tenggat"], "2026-11-30", "a day stays a day");
    assert_eq!(one["tautan"], "../isu/ISU-64.72-2026-001.html");
    assert!(one.get("pernyataan").is_none(), "a draft is no data");
    let public = read("publik");
    assert!(public["isu"][0].get("eskalasi").is_none() && public["isu"][0].get("tindak_lanjut").is_none());
    assert_eq!(public["batas_kelas"], "biasa");
}

// ---- pages ----------------------------------------------------------------------------------------------------------

#[test]
fn pages_point_to_what_can_be_subscribed_to() {
    let built = Project::sample().build(&["internal"]);
    let page = |path: &str| built.page("internal", path);
    let alternate = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"../umpan/64.72.xml\"";
    assert!(page("wilayah/64.72.html").contains(alternate));
    assert!(page("index.html").contains("href=\"umpan/provinsi.xml\""));
    for (path, file) in [
        ("wilayah/64.72.html", "../kalender/64.72.ics"),
        ("wilayah/64.html", "../kalender/provinsi.ics"),
        ("instansi/bpbd-samarinda.html", "../kalender/instansi-bpbd-samarinda.ics"),
        ("isu/index.html", "../data/isu.csv"),
        ("tindak-lanjut.html", "data/tindak-lanjut.csv"),
        ("data.html", "data/kentongan.schema.json"),
    ] {
        assert!(page(path).contains(&format!("href=\"{file}\"")), "{path} points to {file}");
    }
    assert!(page("glosarium.html").contains("href=\"data.html\""), "reached from the foot of every page");
}
