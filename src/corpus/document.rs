//! Documents: which files make one record, its front matter as a tree, its body as a range.
//!
//! In: sources. Out: [`Document`] values in order of their paths. May not know what a field means.

use super::yaml::{self, Entry, Node, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceRef;
use crate::source::path::RelPath;
use crate::source::span::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// Kinds of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    /// `isu/`
    Issue,
    /// `playbook/`
    Playbook,
    /// `konpers/`
    Conference,
    /// `wilayah/`
    Region,
    /// `instansi/`
    Agency,
    /// `halaman/`
    Page,
    /// `glosarium.yaml`
    Glossary,
}

/// The files of one record, parsed.
pub(crate) struct Document {
    /// What kind.
    pub kind: Kind,
    /// Its id by the path; the file may say another.
    pub id: String,
    /// Region code in the path of an issue.
    pub folder_region: Option<String>,
    /// The main file.
    pub source: SourceRef,
    /// Its front matter.
    pub root: Node,
    /// Its body.
    pub body: Option<Range<usize>>,
    /// Lists and items in files of their own.
    pub parts: Vec<Part>,
    /// What was wrong with the YAML.
    pub problems: Vec<Diagnostic>,
}

/// A list, or an item of one, in a file of its own.
pub(crate) struct Part {
    /// Key of the list.
    pub key: String,
    /// Id of the item, where the file is one item.
    pub name: Option<String>,
    /// The file.
    pub source: SourceRef,
    /// Its content.
    pub node: Node,
}

/// The files of one record, not yet parsed.
pub(crate) struct Group {
    kind: Kind,
    id: String,
    folder_region: Option<String>,
    /// A file of it, for a message when there is no main one.
    seen: RelPath,
    main: Option<SourceRef>,
    parts: Vec<(String, Option<String>, SourceRef)>,
}

/// Groups sources into records to be read, in order of their paths.
pub(crate) fn groups(sources: &[SourceRef], content: &RelPath) -> (Vec<Group>, Vec<Diagnostic>) {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let mut problems = Vec::new();
    for source in sources {
        if let Err(problem) = sort_in(source, content, &mut groups) {
            problems.push(*problem);
        }
    }
    (groups.into_values().collect(), problems)
}

/// Finds the record that a file belongs to.
fn sort_in(source: &SourceRef, content: &RelPath, groups: &mut BTreeMap<String, Group>) -> Result<(), Box<Diagnostic>> {
    let stem = source.path.stem().to_owned();
    let stray = || Box::new(Diagnostic::in_file(Code::W0214, source.path.clone()));
    let parts = source.path.below(content.as_str()).ok_or_else(stray)?;
    let single = |kind: Kind, id: String| {
        let seen = source.path.clone();
        Group { kind, id, folder_region: None, seen, main: None, parts: Vec::new() }
    };
    let (key, group) = match parts.as_slice() {
        ["wilayah", _] => (source.path.to_string(), single(Kind::Region, format!("wilayah:{}", region_code(&stem)))),
        ["instansi", _] => (source.path.to_string(), single(Kind::Agency, format!("instansi:{stem}"))),
        ["playbook", _] => (source.path.to_string(), single(Kind::Playbook, format!("playbook:{stem}"))),
        ["konpers", _] => (source.path.to_string(), single(Kind::Conference, format!("konpers:{stem}"))),
        ["halaman", _] => (source.path.to_string(), single(Kind::Page, format!("halaman:{stem}"))),
        ["glosarium.yaml"] => (source.path.to_string(), single(Kind::Glossary, "glosarium".to_owned())),
        ["isu", region, name, rest @ ..] => {
            let name = if rest.is_empty() { stem.as_str() } else { name };
            let mut group = single(Kind::Issue, issue_id(region, name));
            group.folder_region = Some((*region).to_owned());
            let folder = format!("{}/isu/{region}/{name}", content.as_str());
            return sort_issue(source, rest, groups.entry(folder).or_insert(group));
        }
        ["isu", _] => (source.path.to_string(), single(Kind::Issue, stem.clone())),
        _ => return Err(stray()),
    };
    groups.entry(key).or_insert(group).main = Some(source.clone());
    Ok(())
}

/// Sorts a file of an issue's folder.
fn sort_issue(source: &SourceRef, rest: &[&str], group: &mut Group) -> Result<(), Box<Diagnostic>> {
    let stem = source.path.stem();
    match rest {
        [] if group.main.is_none() => group.main = Some(source.clone()),
        [file] if file.eq_ignore_ascii_case("isu.md") && group.main.is_none() => group.main = Some(source.clone()),
        [] => return Err(twice(source, group)),
        [file] if file.eq_ignore_ascii_case("isu.md") => return Err(twice(source, group)),
        ["lampiran", ..] => {}
        [file] if file.ends_with(".yaml") => group.parts.push((stem.to_owned(), None, source.clone())),
        [list, _] => group.parts.push(((*list).to_owned(), Some(stem.to_owned()), source.clone())),
        _ => return Err(Box::new(Diagnostic::in_file(Code::W0214, source.path.clone()))),
    }
    Ok(())
}

/// One issue as a file and as a folder: the second is not read, and that is an error.
fn twice(source: &SourceRef, group: &Group) -> Box<Diagnostic> {
    Box::new(Diagnostic::in_file(Code::E0401, source.path.clone()).with("id", group.id.clone()))
}

/// `64.72` of `64.72-samarinda`.
fn region_code(stem: &str) -> &str {
    stem.split_once('-').map_or(stem, |(code, _)| code)
}

/// `ISU-64.72-2026-001` of `64.72` and `2026-001-banjir`; the plain name where it has no number.
fn issue_id(region: &str, name: &str) -> String {
    let mut parts = name.splitn(3, '-');
    let number =
        |t: Option<&str>| t.filter(|t| t.len() >= 3 && t.bytes().all(|b| b.is_ascii_digit())).map(str::to_owned);
    match (number(parts.next()), number(parts.next())) {
        (Some(year), Some(n)) => format!("ISU-{region}-{year}-{n}"),
        _ => format!("ISU-{region}-{name}"),
    }
}

/// Parses the files of a record.
pub(crate) fn parse(group: Group) -> Result<Document, Diagnostic> {
    let Some(source) = group.main else {
        return Err(Diagnostic::in_file(Code::E0202, group.seen).with("what", "isu.md"));
    };
    let mut problems = Vec::new();
    let (root, body) = parse_file(&source, &mut problems);
    let mut parts = Vec::new();
    for (key, name, source) in group.parts {
        let before = problems.len();
        let (mut node, body) = parse_file(&source, &mut problems);
        if problems[before..].iter().any(|d| [Code::E0202, Code::E0216].contains(&d.code)) {
            continue;
        }
        if let (Some(body), Value::Map(entries)) = (body, &mut node.value) {
            if let Some(first) = entries.iter().find(|e| e.key == "teks") {
                let place = Span::new(&source, super::fields::first_line(&source, &body));
                let twice = Diagnostic::at(Code::E0215, place).with("key", "teks");
                problems.push(twice.and(Span::new(&source, first.key_range.clone())));
                continue;
            }
            let text = source.text.get(body.clone()).unwrap_or_default().trim().to_owned();
            let node = Node { range: body.clone(), value: Value::Scalar(text) };
            entries.push(Entry { key: "teks".to_owned(), key_range: body, node });
        }
        parts.push(Part { key, name, source, node });
    }
    let Group { kind, id, folder_region, .. } = group;
    Ok(Document { kind, id, folder_region, source, root, body, parts, problems })
}

/// A merge that Git could not finish: the place of its first mark. Nobody knows which half is meant.
fn half_merged(source: &SourceRef) -> Option<Span> {
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        if line.trim_start().starts_with("<<<<<<< ") || line.trim_start().starts_with(">>>>>>> ") {
            return Some(Span::new(source, at..at + line.trim_end().len()));
        }
        at += line.len();
    }
    None
}

/// The front matter of a file as a tree, and the range of its body. A `.yaml` file is all front matter.
fn parse_file(source: &SourceRef, problems: &mut Vec<Diagnostic>) -> (Node, Option<Range<usize>>) {
    let text = &source.text;
    if let Some(place) = half_merged(source) {
        problems.push(Diagnostic::at(Code::E0216, place));
        return (Node { range: 0..0, value: Value::Empty }, None);
    }
    if source.path.extension() == "yaml" {
        return (yaml::read(source, 0..text.len(), problems), None);
    }
    match front_matter(text) {
        Some((front, body)) => {
            let body = Some(body).filter(|b| !text[b.clone()].trim().is_empty());
            (yaml::read(source, front, problems), body)
        }
        None => {
            let first = text.lines().next().unwrap_or_default().len();
            problems.push(Diagnostic::at(Code::E0202, Span::new(source, 0..first)).with("what", "---"));
            (Node { range: 0..first, value: Value::Empty }, None)
        }
    }
}

/// Ranges of what stands between the first two lines of `---`, and behind them.
fn front_matter(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let fence = |line: &str| line.trim_end() == "---" || line.starts_with("--- #");
    let first = text.split_inclusive('\n').next().filter(|l| fence(l))?;
    let mut at = first.len();
    for line in text[at..].split_inclusive('\n') {
        if fence(line) {
            return Some((first.len()..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_paths() {
        assert_eq!(issue_id("64.72", "2026-001-banjir-simpang-meranti"), "ISU-64.72-2026-001");
        assert_eq!(issue_id("64.72", "2026-1204"), "ISU-64.72-2026-1204");
        assert_eq!(region_code("64.72-samarinda"), "64.72");
    }

    #[test]
    fn front_matter_ends_at_the_second_fence() {
        let text = "--- # konpers/x.md\njudul: a\n---\nisi\n---\n";
        let (front, body) = front_matter(text).expect("both fences");
        assert_eq!(&text[front], "judul: a\n");
        assert_eq!(&text[body], "isi\n---\n");
        assert!(front_matter("judul: a\n").is_none());
        assert!(front_matter("---\njudul: a\n").is_none());
    }
}
