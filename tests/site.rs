//! The site as a reader meets it: every link leads somewhere, no request leaves the folder, nothing is inline.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use support::{Built, Project};

/// Values of an attribute in a page.
fn values<'p>(html: &'p str, attribute: &str) -> Vec<&'p str> {
    let open = format!(" {attribute}=\"");
    html.split(open.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Pages of all editions: edition, path, text.
fn pages(built: &Built) -> Vec<(&'static str, String, String)> {
    let mut pages = Vec::new();
    for edition in ["internal", "pimpinan", "samarinda", "publik"] {
        for (path, bytes) in built.tree(edition) {
            if path.ends_with(".html") {
                pages.push((edition, path, String::from_utf8(bytes).expect("pages are text")));
            }
        }
    }
    assert!(pages.len() > 400, "{} pages", pages.len());
    pages
}

/// A relative address from a page, as a path inside the edition.
fn resolve(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_leads_to_a_file_and_a_place_in_it() {
    let built = Project::sample().build(&[]);
    let pages = pages(&built);
    let mut files: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut places: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
    for edition in ["internal", "pimpinan", "samarinda", "publik"] {
        files.insert(edition, built.tree(edition).into_keys().collect());
    }
    for (edition, path, html) in &pages {
        places.extend(values(html, "id").into_iter().map(|id| (*edition, path.as_str(), id)));
    }
    let mut lost = Vec::new();
    for (edition, path, html) in &pages {
        for address in values(html, "href").into_iter().chain(values(html, "src")) {
            if ["https:", "http:", "mailto:", "tel:", "data:,"].iter().any(|s| address.starts_with(s)) {
                continue;
            }
            let (file, fragment) = address.split_once('#').unwrap_or((address, ""));
            let file = file.split('?').next().unwrap_or(file);
            let target = if file.is_empty() { path.clone() } else { resolve(path, file) };
            let pdf_left_out = cfg!(not(feature = "packs")) && target.ends_with(".pdf");
            let there = files[edition].contains(&target) || pdf_left_out;
            let placed = fragment.is_empty() || places.contains(&(*edition, target.as_str(), fragment));
            if !there || !placed {
                lost.push(format!("{edition}/{path}: {address}"));
            }
        }
    }
    assert!(lost.is_empty(), "{} lost links:\n{}", lost.len(), lost[..lost.len().min(20)].join("\n"));
}

#[test]
fn nothing_is_inline_and_nothing_is_fetched_from_elsewhere() {
    let built = Project::sample().build(&[]);
    // Files that are sent alone have their own policy, which tests/messenger.rs holds.
    for (edition, path, html) in pages(&built).into_iter().filter(|(_, path, _)| !path.starts_with("berkas/")) {
        let here = format!("{edition}/{path}");
        assert!(values(&html, "style").is_empty(), "{here} has an inline style");
        assert!(values(&html, "src").iter().all(|s| !s.contains("//")), "{here} loads from elsewhere");
        assert!(html.split("<link ").skip(1).all(|l| !l.split('>').next().unwrap_or(l).contains("//")), "{here}: link");
        assert!(
            html.split("<script").skip(1).all(|s| s.trim_start().starts_with("src=")),
            "{here} has an inline script"
        );
        assert!(html.contains("Content-Security-Policy"), "{here} has no policy");
    }
}

#[test]
fn every_page_has_one_heading_and_tells_its_edition() {
    let built = Project::sample().build(&[]);
    for (edition, path, html) in pages(&built) {
        assert_eq!(html.matches("<h1").count(), 1, "{edition}/{path}");
        assert!(html.contains(&edition.to_uppercase()), "{edition}/{path} tells its edition");
        let ids = values(&html, "id");
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{edition}/{path}: ids are unique");
    }
}

#[test]
fn a_former_id_still_leads_to_its_record() {
    let issue = "---\njudul: Uji\ntema: bencana\nalias: ISU-LAMA-7\ndibuka: 24 November 2026 07.00 WITA\n---\n";
    let built = Project::new().file("content/isu/64.72/2026-001-uji.md", issue).build(&["internal"]);
    let page = built.page("internal", "alih/ISU-LAMA-7.html");
    assert!(page.contains("href=\"../isu/ISU-64.72-2026-001.html\""), "{page}");
}

#[test]
fn a_book_in_english_has_an_english_interface() {
    let project = Project::sample();
    let book = std::str::from_utf8(&project.read("book.toml"))
        .expect("text")
        .replace("language = \"id\"", "language = \"en\"");
    project.write("book.toml", book.as_bytes());
    let built = project.build(&["internal"]);
    let page = built.page("internal", "isu/ISU-64.72-2026-001.html");
    assert!(page.contains("<html lang=\"en\">") && page.contains("Key messages") && page.contains("MAY BE READ"));
    assert!(page.contains("1,086"), "numbers as English writes them");
    assert!(!page.contains("Pesan kunci"), "no Indonesian heading is left");
}

#[test]
fn a_theme_of_the_book_is_laid_over_the_built_in_one_file_by_file() {
    let css = "body { color: rebeccapurple }";
    let built = Project::new().file("themes/default/style/page.css", css).build(&["internal"]);
    let tree = built.tree("internal");
    let page = tree.iter().find(|(p, _)| p.starts_with("aset/page.")).expect("a style sheet");
    assert_eq!(page.1, css.as_bytes());
    assert!(tree.keys().any(|p| p.starts_with("aset/tokens.")), "the others are still there");
}
