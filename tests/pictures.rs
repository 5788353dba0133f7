//! Pictures: what of a file is published, in which editions, and what happens to a file that cannot be shown.
#![allow(clippy::disallowed_methods, reason = "tests stand outside the wall")]

mod support;

use std::collections::BTreeMap;
use support::{Built, Project, differences, jpeg, png};

const HEAD: &str = "---\njudul: Uji\nklasifikasi: biasa\ntema: bencana\ndibuka: 24 November 2026 07.00 WITA\n";
const RECORD: &str = "content/isu/64.72/2026-001-uji.md";
const PAGE: &str = "isu/ISU-64.72-2026-001.html";

/// A photo of an issue.
fn photo(file: &str, more: &str) -> String {
    format!("  - berkas: lampiran/{file}\n    keterangan: Keterangan {file}\n    alt: Uraian\n    izin: dinas\n{more}")
}

fn issue(photos: &[String], body: &str) -> String {
    let list = if photos.is_empty() { String::new() } else { format!("foto:\n{}", photos.concat()) };
    format!("{HEAD}{list}---\n{body}")
}

fn at(file: &str) -> String {
    format!("content/isu/64.72/lampiran/{file}")
}

const PUBLIC: &str = "    boleh_publik: ya\n";

/// The pictures of an edition by path.
fn pictures(built: &Built, edition: &str) -> BTreeMap<String, Vec<u8>> {
    built.tree(edition).into_iter().filter(|(path, _)| path.starts_with("gambar/")).collect()
}

fn sizes(built: &Built, edition: &str) -> Vec<(u32, u32)> {
    let read = |bytes: Vec<u8>| image::load_from_memory(&bytes).expect("what is published is a picture");
    let mut sizes: Vec<_> = pictures(built, edition).into_values().map(read).map(|i| (i.width(), i.height())).collect();
    sizes.sort_unstable();
    sizes
}

fn says(built: &Built, edition: &str, word: &str) -> bool {
    let tree = built.tree(edition);
    tree.iter().any(|(path, bytes)| path.contains(word) || bytes.windows(word.len()).any(|w| w == word.as_bytes()))
}

#[test]
fn nothing_of_a_file_is_published_but_its_colours() {
    let photos = [photo("Nuri.jpg", PUBLIC).replace("Keterangan Nuri.jpg", "A"), photo("Nuri.png", PUBLIC)];
    let text = issue(&photos, "").replace("Keterangan Nuri.png", "B");
    let built = Project::new()
        .file(RECORD, &text)
        .picture(&at("Nuri.jpg"), &jpeg(64, 32, 1, "Nuri -0.50219,117.15369"))
        .picture(&at("Nuri.png"), &png(32, false, "Nuri"))
        .build(&[]);
    assert_eq!(built.lines(), Vec::<String>::new());
    for edition in ["publik", "internal", "pimpinan"] {
        assert_eq!(pictures(&built, edition).len(), 2, "{edition}");
        for word in ["Nuri", "117.15369", "lampiran"] {
            assert!(!says(&built, edition, word), "{word} is in {edition}");
        }
        let marks = [&b"Exif"[..], b"http://ns", b"8BIM", b"tEXt", b"ICC_PROFILE"];
        for (path, bytes) in pictures(&built, edition) {
            let kept = marks.iter().find(|mark| bytes.windows(mark.len()).any(|w| w == **mark));
            assert_eq!(kept, None, "{path} in {edition}");
        }
    }
}

#[test]
fn an_edition_does_not_depend_on_the_name_or_the_metadata_of_what_it_shows() {
    let build = |name: &str, words: &str| {
        let text = issue(&[photo(name, PUBLIC).replace(&format!("Keterangan {name}"), "A")], "");
        Project::new().file(RECORD, &text).picture(&at(name), &jpeg(48, 32, 1, words)).build(&["publik", "internal"])
    };
    let (one, other) = (build("a.jpg", ""), build("rahasia.jpeg", "Nuri"));
    for edition in ["publik", "internal"] {
        assert_eq!(differences(&one.tree(edition), &other.tree(edition)), Vec::<String>::new());
    }
}

#[test]
fn an_edition_holds_the_pictures_that_it_shows_and_no_other() {
    let photos = [
        photo("publik.jpg", PUBLIC),
        photo("kantor.jpg", "    boleh_publik: tidak\n"),
        photo("diam.jpg", ""),
        photo("rahasia.jpg", "    klasifikasi: rahasia\n    boleh_publik: ya\n"),
    ];
    let sides = [("publik.jpg", 10), ("kantor.jpg", 20), ("diam.jpg", 30), ("rahasia.jpg", 40)];
    let book = Project::new().file(RECORD, &issue(&photos, ""));
    let built = sides.iter().fold(book, |b, (file, side)| b.picture(&at(file), &jpeg(*side, *side, 1, ""))).build(&[]);
    assert_eq!(built.lines(), Vec::<String>::new());
    assert_eq!(sizes(&built, "publik"), [(10, 10)]);
    assert_eq!(sizes(&built, "internal"), [(10, 10), (20, 20), (30, 30)]);
    assert_eq!(sizes(&built, "pimpinan"), [(10, 10), (20, 20), (30, 30), (40, 40)]);
}

#[test]
fn a_hidden_picture_changes_nothing_and_a_shown_one_changes_the_digest() {
    let photos = [photo("a.jpg", "    klasifikasi: rahasia\n"), photo("b.jpg", PUBLIC)];
    let build = |hidden: u32, shown: u32| {
        Project::new()
            .file(RECORD, &issue(&photos, ""))
            .picture(&at("a.jpg"), &jpeg(hidden, 16, 1, ""))
            .picture(&at("b.jpg"), &jpeg(shown, 16, 1, ""))
            .build(&["publik"])
    };
    let digest = |built: &Built| built.page("publik", "edisi.json");
    let (one, other) = (build(16, 32), build(64, 32));
    assert_eq!(differences(&one.tree("publik"), &other.tree("publik")), Vec::<String>::new());
    assert_ne!(digest(&one), digest(&build(16, 48)), "another picture is another edition");
}

#[test]
fn a_picture_stands_upright_and_is_scaled_down() {
    let built = Project::new()
        .file(RECORD, &issue(&[photo("a.jpg", PUBLIC)], ""))
        .picture(&at("a.jpg"), &jpeg(2000, 1000, 6, "Nuri"))
        .build(&["publik"]);
    assert_eq!(sizes(&built, "publik"), [(320, 640), (800, 1600)]);
    let page = built.page("publik", PAGE);
    assert!(page.contains(" 800w, ") && page.contains(" 320w\""), "both are offered");
    assert!(page.contains("width=\"800\" height=\"1600\" alt=\"Uraian\" loading=\"lazy\""));
    for bytes in pictures(&built, "publik").values() {
        let image = image::load_from_memory(bytes).expect("a picture").into_rgb8();
        let top = image.get_pixel(image.width() / 2, image.height() / 10);
        assert!(top[0] > 150 && top[2] < 90, "the left of the file is the top of the picture: {top:?}");
    }
}

#[test]
fn a_drawing_with_transparent_parts_stays_one() {
    let built = Project::new()
        .file(RECORD, &issue(&[photo("a.png", PUBLIC)], ""))
        .picture(&at("a.png"), &png(32, true, ""))
        .build(&["publik"]);
    let all = pictures(&built, "publik");
    let (path, bytes) = all.first_key_value().expect("a picture");
    assert!(path.ends_with("-32.png"), "{path}");
    assert_eq!(image::load_from_memory(bytes).expect("a picture").into_rgba8().get_pixel(2, 2)[3], 0);
}

#[test]
fn one_picture_in_two_places_is_one_file() {
    // Many copies: they are made at the same time.
    let names: Vec<String> = (0..24).map(|n| format!("salinan-{n}.jpg")).collect();
    let photos: Vec<String> = names.iter().chain(&names[..1]).map(|name| photo(name, PUBLIC)).collect();
    let project = Project::new().file(RECORD, &issue(&photos, ""));
    let project = names.iter().fold(project, |p, name| p.picture(&at(name), &jpeg(32, 32, 1, name)));
    let built = project.build(&["publik", "internal", "pimpinan"]);
    for edition in ["publik", "internal", "pimpinan"] {
        assert_eq!(pictures(&built, edition).len(), 1);
        assert_eq!(built.page(edition, PAGE).matches("<img ").count(), 25);
    }
}

#[test]
fn a_picture_of_a_body_is_shown_where_its_block_is() {
    let body = "Kata ![Satu](lampiran/a.jpg \"Keterangan\") lagi.\n\n::: publik\n- Butir\n  ![Dua](lampiran/b.jpg)\n:::\n\n::: rahasia\n![Tiga](lampiran/c.jpg)\n:::\n";
    let page = format!(
        "---\njudul: Tentang\nklasifikasi: biasa\n---\n![Empat](d.jpg)\n\n{}",
        "::: publik\n![Lima](e.jpg)\n:::\n"
    );
    let built = Project::new()
        .file(RECORD, &issue(&[], body))
        .file("content/halaman/tentang.md", &page)
        .picture(&at("a.jpg"), &jpeg(10, 10, 1, ""))
        .picture(&at("b.jpg"), &jpeg(20, 10, 1, ""))
        .picture(&at("c.jpg"), &jpeg(30, 10, 1, ""))
        .picture("content/halaman/d.jpg", &jpeg(40, 10, 1, ""))
        .picture("content/halaman/e.jpg", &jpeg(50, 10, 1, ""))
        .build(&["publik", "internal", "pimpinan"]);
    assert_eq!(built.lines(), Vec::<String>::new());
    assert_eq!(sizes(&built, "publik"), [(20, 10), (50, 10)]);
    assert_eq!(sizes(&built, "internal"), [(10, 10), (20, 10), (40, 10), (50, 10)]);
    assert_eq!(sizes(&built, "pimpinan"), [(10, 10), (20, 10), (30, 10), (40, 10), (50, 10)]);
    let issue = built.page("internal", PAGE);
    assert!(issue.contains("<p>Kata </p><figure class=\"photo\"><img src=\"../gambar/"), "{issue}");
    assert!(issue.contains("<figcaption>Keterangan</figcaption></figure><p> lagi.</p>"), "{issue}");
    let page = built.page("publik", "halaman/tentang.html");
    assert!(page.contains("<p>Empat</p>") && page.contains("alt=\"Lima\""), "{page}");
}

#[test]
fn a_file_that_breaks_off_is_told_and_the_record_stays() {
    let whole = jpeg(400, 400, 1, "");
    let built = Project::new()
        .file(RECORD, &issue(&[photo("a.jpg", PUBLIC)], ""))
        .picture(&at("a.jpg"), &whole[..whole.len() - 40])
        .build(&["internal", "publik"]);
    assert_eq!(built.lines(), ["content/isu/64.72/2026-001-uji.md:7:13 E0416"; 2], "once for each edition built");
    for edition in ["internal", "publik"] {
        let page = built.page(edition, PAGE);
        assert!(page.contains("Keterangan a.jpg") && !page.contains("<img "), "{edition}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_book_is_not_followed() {
    let outside = tempfile::tempdir().expect("a folder elsewhere");
    std::fs::write(outside.path().join("a.jpg"), jpeg(32, 32, 1, "")).expect("written");
    let project = Project::new().file(RECORD, &issue(&[photo("a.jpg", PUBLIC)], ""));
    let folder = project.path().join("content/isu/64.72/lampiran");
    std::fs::create_dir_all(&folder).expect("made");
    std::os::unix::fs::symlink(outside.path().join("a.jpg"), folder.join("a.jpg")).expect("linked");
    let built = project.build(&["publik"]);
    assert_eq!(built.lines(), ["content/isu/64.72/2026-001-uji.md:7:13 E0415"]);
    assert!(pictures(&built, "publik").is_empty());
}
