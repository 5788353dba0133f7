//! The house: modules use lower layers only, and what the wall forbids is not there.
#![allow(clippy::disallowed_methods, reason = "tests stand outside the wall")]

mod support;

use std::collections::BTreeMap;

/// Layers from the ground up; neighbours on one layer do not know each other.
const LAYERS: [&[&str]; 13] = [
    &["class", "source"],
    &["diagnostic"],
    &["time", "failure"],
    &["locale"],
    &["config"],
    &["history"],
    &["corpus"],
    &["theme", "output", "chart", "edit", "picture"],
    &["present"],
    &["site", "pack"],
    &["publish"],
    &["cli"],
    &["main", "lib"],
];

fn sources() -> BTreeMap<String, String> {
    let files = support::files_below(&support::repository().join("src"));
    files.into_iter().map(|(p, b)| (p, String::from_utf8(b).expect("sources are text"))).collect()
}

fn module(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

fn layer(module: &str) -> usize {
    LAYERS.iter().position(|l| l.contains(&module)).unwrap_or_else(|| panic!("{module} has no layer"))
}

/// Modules that a file names with `crate::`, its tests left out.
fn uses(text: &str) -> Vec<&str> {
    let code = text.split("#[cfg(test)]").next().unwrap_or(text);
    code.split("crate::")
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
        .filter(|m| !m.is_empty() && *m != "record")
        .collect()
}

#[test]
fn a_module_uses_lower_layers_only() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let here = module(&path);
        for used in uses(&text) {
            // `source/disk.rs` may fail fatally; a failure is nothing but words.
            let fatal = used == "failure";
            if used != here && !fatal && layer(used) >= layer(here) {
                wrong.push(format!("{path} uses crate::{used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn renderers_do_not_name_the_corpus() {
    for (path, text) in sources() {
        let renderer = ["site", "pack", "present", "chart"].contains(&module(&path));
        for word in ["Corpus", "corpus::record", "corpus::catalogue", "corpus::lower", "Guarded", "Clearance"] {
            assert!(!renderer || !text.contains(word), "{path} names {word}");
        }
    }
}

#[test]
fn a_clearance_is_made_in_one_place() {
    let made: Vec<String> = sources()
        .into_iter()
        .filter(|(_, t)| t.contains("Clearance::new(") || t.contains("Clearance {"))
        .map(|(p, _)| p)
        .collect();
    let allowed = |p: &String| p.starts_with("corpus/clear/");
    assert!(made.iter().all(allowed), "{made:?}");
    let gate = &sources()["corpus/clear/mod.rs"];
    assert_eq!(gate.matches("Clearance::new(").count(), 1);
}

#[test]
fn the_gate_takes_records_apart_whole() {
    for (path, text) in sources().iter().filter(|(p, _)| p.starts_with("corpus/clear/")) {
        for line in text.lines().filter(|l| l.trim_start().starts_with("let ") || l.contains("} = ")) {
            assert!(!line.contains(".. }") && !line.trim_end().ends_with(".."), "{path}: {line}");
        }
    }
}

#[test]
fn a_guarded_value_cannot_be_shown() {
    let text = &sources()["corpus/guarded.rs"];
    for way_out in ["derive(", "impl<T> Deref", "Debug for", "Display for", "Serialize for", "Clone for"] {
        assert!(!text.contains(way_out), "{way_out}");
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for (path, text) in sources() {
        assert!(text.starts_with("//!"), "{path} begins with its purpose");
        assert!(!path.contains("utils"), "{path}");
    }
}

#[test]
fn no_function_is_longer_than_a_hundred_lines() {
    for (path, text) in sources() {
        let mut open: Option<(usize, usize, String)> = None;
        for (at, line) in text.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let code = line.trim_start();
            if open.is_none() && (code.contains("fn ") && code.ends_with('{')) && !code.starts_with("//") {
                open = Some((at, indent, code.to_owned()));
            }
            if let Some((start, depth, name)) = &open
                && line == format!("{}}}", " ".repeat(*depth))
            {
                assert!(at - start <= 100, "{path}: {name} has {} lines", at - start);
                open = None;
            }
        }
    }
}
