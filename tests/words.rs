//! The words of the interface: whoever asks for one gets it, none lies idle, and no template speaks for itself.
#![allow(clippy::disallowed_methods, reason = "tests stand outside the wall")]

mod support;

use kentongan::corpus::vocabulary::VOCABULARIES;
use kentongan::locale::{Language, Locale};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [Language; 2] = [Language::Id, Language::En];

/// Lists that dates are made of; they are asked for as a whole.
const LISTS: [&str; 3] = ["date.months", "date.months_short", "date.days"];

/// Words of one language by dotted key; labels and messages are held by tests of their own.
fn words(language: Language) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let locale = Locale::builtin(language);
    for (table, inner) in locale.words().as_object().expect("tables") {
        if table != "label" {
            leaves(table, inner, &mut out);
        }
    }
    out
}

fn leaves(key: &str, value: &serde_json::Value, out: &mut BTreeMap<String, String>) {
    match value {
        serde_json::Value::Object(table) => {
            table.iter().for_each(|(name, inner)| leaves(&format!("{key}.{name}"), inner, out));
        }
        leaf => {
            out.insert(key.to_owned(), leaf.as_str().unwrap_or_default().to_owned());
        }
    }
}

/// Files below a folder of the repository that end so, as text.
fn texts(folder: &str, ending: &str) -> Vec<(String, String)> {
    let files = support::files_below(&support::repository().join(folder)).into_iter();
    files
        .filter(|(path, _)| path.ends_with(ending))
        .map(|(path, bytes)| (format!("{folder}/{path}"), String::from_utf8(bytes).expect("text")))
        .collect()
}

/// Every key that somebody asks for, and where.
fn asked() -> BTreeMap<String, String> {
    let tables: BTreeSet<String> =
        words(Language::Id).keys().filter_map(|k| Some(k.split_once('.')?.0.to_owned())).collect();
    let tables = tables.into_iter().collect::<Vec<_>>().join("|");
    let ways = [
        ("src", ".rs", format!(r#""((?:{tables})(?:\.[a-z_0-9]+)+)""#), ""),
        ("themes/default/site", ".html", r"\bt\.([a-z_]+(?:\.[a-z_0-9]+)+)".to_owned(), ""),
        ("themes/default/pack", ".typ", r"\bw\.([a-z_]+(?:\.[a-z_]+)*)".to_owned(), "pack."),
    ];
    let mut asked = BTreeMap::new();
    for (folder, ending, pattern, prefix) in ways {
        let pattern = Regex::new(&pattern).expect("a pattern");
        // In the packs only the file that takes the words of the paper under this name.
        let speaks = |text: &str| prefix.is_empty() || text.contains("json(\"/words.json\").pack");
        for (path, text) in texts(folder, ending).into_iter().filter(|(_, text)| speaks(text)) {
            let keys = pattern.captures_iter(&text).map(|c| format!("{prefix}{}", &c[1]));
            asked.extend(
                keys.filter(|k| !k.starts_with("label.") && ![".toml", ".html"].iter().any(|e| k.ends_with(e)))
                    .map(|k| (k, path.clone())),
            );
        }
    }
    asked
}

/// A key of the pack may go on into a method of Typst: `checkers.map`.
fn found<'k>(key: &'k str, words: &BTreeMap<String, String>) -> Option<&'k str> {
    let shorter = key.rsplit_once('.').map(|(before, _)| before);
    [Some(key), shorter.filter(|_| key.starts_with("pack."))].into_iter().flatten().find(|k| words.contains_key(*k))
}

#[test]
fn every_word_that_is_asked_for_exists() {
    let asked = asked();
    assert!(asked.len() > 300, "{} words are asked for", asked.len());
    for language in LANGUAGES {
        let words = words(language);
        let missing: Vec<String> = asked
            .iter()
            .filter(|(key, _)| found(key, &words).is_none())
            .map(|(key, path)| format!("{path}: {key}"))
            .collect();
        assert!(missing.is_empty(), "{} lacks:\n{}", language.code(), missing.join("\n"));
    }
}

#[test]
fn no_word_lies_idle() {
    let words = words(Language::Id);
    let asked = asked();
    let used: BTreeSet<&str> = asked.keys().filter_map(|k| found(k, &words)).chain(LISTS).collect();
    // `format!("site.filter.{name}")`: the table is asked for, and the name stands somewhere in quotes.
    let sources: String = texts("src", ".rs").into_iter().map(|(_, text)| text).collect();
    let made = |key: &str| {
        let Some((table, name)) = key.rsplit_once('.') else { return false };
        let table = ["\"{}.{", "concat!(\"{}.\""].map(|form| form.replacen("{}", table, 1));
        table.iter().any(|form| sources.contains(form)) && sources.contains(&format!("\"{name}\""))
    };
    let idle: Vec<&String> = words.keys().filter(|k| !used.contains(k.as_str()) && !made(k)).collect();
    assert!(idle.is_empty(), "nobody asks for {idle:?}");
}

#[test]
fn no_label_lies_idle() {
    let sources: String = texts("src", ".rs").into_iter().map(|(_, text)| text).collect();
    for language in LANGUAGES {
        let locale = Locale::builtin(language);
        for (vocabulary, table) in locale.words()["label"].as_object().expect("labels") {
            assert!(sources.contains(&format!("\"{vocabulary}\"")), "nobody asks for label.{vocabulary}");
            let Some((_, keys)) = VOCABULARIES.iter().find(|(name, _)| name == vocabulary) else { continue };
            let idle: Vec<&String> =
                table.as_object().expect("words").keys().filter(|k| !keys.contains(&k.as_str())).collect();
            assert!(
                idle.is_empty(),
                "{}: label.{vocabulary} has words that no record knows: {idle:?}",
                language.code()
            );
        }
    }
}

#[test]
fn no_word_is_empty_and_a_plural_follows_a_number_that_is_given() {
    let choice = Regex::new(r"\{([a-z_]+)\|([^|}]*)\|([^|}]*)\}").expect("a pattern");
    for language in LANGUAGES {
        for (key, word) in words(language).iter().filter(|(k, _)| !LISTS.contains(&k.as_str())) {
            let list = key.starts_with("pack.") && word.is_empty();
            assert!(list || !word.trim().is_empty(), "{}: {key} is empty", language.code());
            for c in choice.captures_iter(word) {
                assert!(word.contains(&format!("{{{}}}", &c[1])), "{}: {key} does not tell {}", language.code(), &c[1]);
            }
            assert!(language == Language::En || !choice.is_match(word), "Indonesian has no plural: {key}");
        }
    }
}

#[test]
fn one_is_one_and_the_rest_are_many() {
    let en = Locale::builtin(Language::En);
    assert_eq!(
        [0, 1, 2].map(|n| en.count("present.issues_open", n)),
        ["0 open issues", "1 open issue", "2 open issues"]
    );
    assert_eq!([60, 119, 120, 60 * 24 * 2].map(|m| en.duration(m)), ["60 minutes", "119 minutes", "2 hours", "2 days"]);
    assert_eq!([1, 60, 1440].map(|m| en.minute_mark(m)), ["T+1 minute", "T+1 hour", "T+1 day"]);
    let errors = |n: &str| {
        en.say("cli.summary_problems", &[("errors", n.into()), ("warnings", n.into()), ("records", n.into())])
    };
    assert_eq!(errors("1"), "1 error, 1 warning in 1 record.");
    assert_eq!(errors("3"), "3 errors, 3 warnings in 3 records.");
    assert_eq!(Locale::builtin(Language::Id).count("present.issues_open", 1), "1 isu terbuka");
}

/// What a template says in its own words: text between tags, and attributes that are read out. Names of files are code.
fn own_words(template: &str) -> Vec<String> {
    let engine = Regex::new(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}").expect("a pattern");
    let code = Regex::new(r"(?s)<(code|svg)\b.*?</(?:code|svg)>").expect("a pattern");
    let tag = Regex::new(r"(?s)<[^>]*>").expect("a pattern");
    let read_out =
        Regex::new(r#"(?s)\s(aria-label|aria-description|title|alt|placeholder|data-label|data-teks)="([^"]*)""#)
            .expect("a pattern");
    let attribute = Regex::new(r#"^[a-z-]+=""$"#).expect("a pattern");
    let plain = engine.replace_all(template, "");
    let plain = code.replace_all(&plain, "");
    let said = read_out.captures_iter(&plain).map(|c| c[2].to_owned());
    let between = tag.split(&plain).map(str::to_owned);
    said.chain(between)
        .filter(|t| t.chars().any(char::is_alphabetic))
        .map(|t| t.trim().to_owned())
        .filter(|t| !attribute.is_match(t))
        .collect()
}

#[test]
fn a_template_says_nothing_in_its_own_words() {
    assert_eq!(own_words("<p title=\"Halo\">{{ t.a }} kata</p>"), ["Halo", "kata"], "the test sees what it looks for");
    let templates = texts("themes/default/site", ".html");
    assert!(templates.len() > 20);
    let mut wrong = Vec::new();
    for (path, text) in templates {
        wrong.extend(own_words(&text).into_iter().map(|words| format!("{path}: {words}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_english_page_says_that_its_records_are_indonesian() {
    let project = support::Project::sample();
    let book = String::from_utf8(project.read("book.toml")).expect("text");
    project.write("book.toml", book.replace("language = \"id\"", "language = \"en\"").as_bytes());
    let built = project.build(&["internal"]);
    let page = built.page("internal", "isu/ISU-64.72-2026-001.html");
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"), "the interface is English");
    assert!(page.contains("<h1 lang=\"id\">(CONTOH) Banjir"), "the title is Indonesian");
    let prose = page.split("<div class=\"prose\">").skip(1).filter(|p| p.starts_with("<p")).collect::<Vec<_>>();
    assert!(prose.len() > 20 && prose.iter().all(|p| p.starts_with("<p lang=\"id\">")), "so is all prose");
    assert!(page.contains("24 Nov 2026, 13:00 WITA"), "a time keeps its zone, in 24 hours");
    let menu = page.split("<ul class=\"menu\">").nth(1).expect("a menu").split("</ul>").next().unwrap_or_default();
    assert!(!menu.contains("lang="), "the menu is the interface's own");
}
