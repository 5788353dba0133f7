//! Themes: what a theme may rely on, and how it lays itself over the built-in one.

#![allow(clippy::disallowed_methods, reason = "a test reads the theme and writes the reference")]

mod support;

use std::fmt::Write;
use support::{Built, Project, repository};

/// The book of the tests with the small theme of `tests/theme/ringkas`.
fn small(also: &[(&str, &str)]) -> Built {
    let project = Project::new();
    let book = String::from_utf8(project.read("book.toml")).expect("text");
    project.write("book.toml", format!("{book}\n[build]\ntheme = \"ringkas\"\n").as_bytes());
    for file in ["site/base.html", "site/glosarium.html", "locale/id/site.toml", "style/warna.css", "theme.toml"] {
        let bytes = std::fs::read(repository().join("tests/theme/ringkas").join(file)).expect("a file of the theme");
        project.write(&format!("themes/ringkas/{file}"), &bytes);
    }
    for (file, text) in also {
        project.write(&format!("themes/ringkas/{file}"), text.as_bytes());
    }
    project.build(&["internal"])
}

#[test]
fn a_theme_changes_a_block_of_every_page_and_leaves_the_rest() {
    let built = small(&[]);
    assert_eq!(built.lines(), Vec::<String>::new());
    for page in ["index.html", "isu/index.html", "wilayah/64.72.html", "cari.html"] {
        let html = built.page("internal", page);
        assert!(html.contains("class=\"ringkas-kaki\""), "{page} has the theme's own foot");
        assert!(!html.contains("class=\"foot\""), "{page} has lost the built-in one");
        assert!(html.contains("class=\"edition\"") && html.contains("<main"), "{page} keeps the frame");
        assert!(html.contains(">Tugas<"), "{page} has the theme's word");
        assert!(html.contains("Daftar isu"), "{page} keeps the other words");
    }
    assert!(built.page("internal", "glosarium.html").contains("Istilah yang dipakai kantor ini."));
    assert!(!built.page("internal", "cari.html").contains("ringkas-pembuka"), "one page's block is that page's alone");
}

#[test]
fn a_theme_adds_a_style_sheet_and_keeps_the_built_in_ones() {
    let tree = small(&[]).tree("internal");
    let named = |stem: &str| tree.iter().find(|(path, _)| path.starts_with(&format!("aset/{stem}."))).map(|(_, b)| b);
    let colours = named("warna").expect("the theme's own sheet is published");
    assert!(String::from_utf8_lossy(colours).contains("--accent"));
    assert!(named("tokens").is_some() && named("page").is_some());
}

#[test]
fn an_error_of_a_theme_is_told_with_its_own_file_and_line() {
    let broken = "{% extends \"bawaan/base.html\" %}\n{% block foot %}\n<p>{{ page.judul }}</p>\n{% endblock foot %}\n";
    let lines = small(&[("site/base.html", broken)]).lines();
    assert!(lines.iter().any(|l| l.contains("themes/ringkas/site/base.html:3:") && l.contains("E0602")), "{lines:?}");
    let unfinished = "{% extends \"bawaan/base.html\" %}\n{% block foot %}\n<p>\n";
    let lines = small(&[("site/base.html", unfinished)]).lines();
    assert!(lines.iter().any(|l| l.contains("themes/ringkas/site/base.html:") && l.contains("E0601")), "{lines:?}");
}

// ---- the contract ---------------------------------------------------------------------------------------

/// A field as the reference tells it: its comment, its name, its type.
struct Field<'t>(String, &'t str, &'t str);

/// Structs of a file of models, in order: comment, name, fields.
fn structs(text: &str) -> Vec<(String, &str, Vec<Field<'_>>)> {
    let mut all: Vec<(String, &str, Vec<Field<'_>>)> = Vec::new();
    let mut comment = String::new();
    let mut inside = false;
    for line in text.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            write!(comment, "{}{}", if comment.is_empty() { "" } else { " " }, words.trim())
                .expect("a string takes all");
        } else if let Some(rest) = line.strip_prefix("pub struct ") {
            let name = rest.split(['<', ' ', '(']).next().unwrap_or(rest);
            inside = rest.ends_with('{');
            all.push((std::mem::take(&mut comment), name, Vec::new()));
        } else if inside && line == "}" {
            inside = false;
        } else if let Some((name, of)) = line.strip_prefix("pub ").filter(|_| inside).and_then(|f| f.split_once(": ")) {
            let of = of.trim_end_matches(',');
            all.last_mut().expect("a field stands in a struct").2.push(Field(std::mem::take(&mut comment), name, of));
        } else if !line.starts_with("#[") {
            comment.clear();
        }
    }
    all
}

/// A type in a theme author's words.
fn spoken(of: &str) -> String {
    let inner = |prefix: &str| of.strip_prefix(prefix).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inner("Option<") {
        return format!("{} or null", spoken(inner));
    }
    if let Some(inner) = inner("Vec<") {
        return format!("list of {}", spoken(inner));
    }
    match of {
        "String" | "&'static str" => "text".to_owned(),
        "P" | "Html" => "HTML".to_owned(),
        "usize" | "u8" | "u32" | "i64" => "number".to_owned(),
        "bool" => "true or false".to_owned(),
        "(u8, u8)" => "two numbers".to_owned(),
        // `Card<Html>` and `Card<P>` are one shape.
        of => format!(
            "[{0}](#{1})",
            of.split('<').next().unwrap_or(of),
            of.split('<').next().unwrap_or(of).to_lowercase()
        ),
    }
}

fn reference() -> String {
    let mut out = String::from(
        "# What templates are given\n\n\
         Every shape that a template meets, with every field. This page is made from the models themselves; a test compares, \
         so a field that comes, goes or changes shows here. How templates are written: [tema.md](tema.md).\n",
    );
    for (file, title) in [("src/site/model.rs", "Pages"), ("src/present/model.rs", "What stands on them")] {
        let text = std::fs::read_to_string(repository().join(file)).expect("the models");
        write!(out, "\n## {title}\n").expect("a string takes all");
        for (comment, name, fields) in structs(&text) {
            write!(out, "\n### {name}\n\n{comment}\n\n| field | is | |\n|---|---|---|\n").expect("a string takes all");
            for Field(comment, name, of) in fields {
                let comment = comment.replace('|', "\\|");
                writeln!(out, "| `{name}` | {} | {comment} |", spoken(of)).expect("a string takes all");
            }
        }
    }
    out
}

#[test]
fn the_reference_of_the_models_is_that_of_the_code() {
    let path = repository().join("docs/model.md");
    let made = reference();
    if std::env::var_os("KENTONGAN_TULIS").is_some() {
        std::fs::write(&path, &made).expect("the reference can be written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == made, "docs/model.md is not what the models say; KENTONGAN_TULIS=1 writes it anew");
}

#[test]
fn every_field_of_the_contract_is_explained() {
    for file in ["src/site/model.rs", "src/present/model.rs"] {
        let text = std::fs::read_to_string(repository().join(file)).expect("the models");
        for (comment, name, fields) in structs(&text) {
            assert!(!comment.is_empty() && !fields.is_empty(), "{name}");
            for Field(comment, field, _) in fields {
                assert!(!comment.is_empty(), "{name}.{field} has no comment");
            }
        }
    }
}
