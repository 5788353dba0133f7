//! Documents to records: heads, classes, typed fields.
//!
//! In: documents and the configuration. Out: [`Records`] and diagnostics. A record whose head cannot
//! be read becomes a [`Broken`] one; an item that cannot be read is left out and its place is kept.

use super::body::{Section, sections};
use super::document::{self, Document, Group, Kind};
use super::fields::{self, Field, Keys, Reader};
use super::guarded::Guarded;
use super::prose::Prose;
use super::record::agency::Agency;
use super::record::conference::Conference;
use super::record::glossary::Term;
use super::record::issue::Issue;
use super::record::page::Page;
use super::record::playbook::Playbook;
use super::record::region::Region;
use super::view::Fault;
use super::vocabulary::Disclosure;
use super::yaml::{Entry, Node, Value, is_class_key};
use crate::class::Class;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::source::span::Span;
use rayon::prelude::*;
use std::ops::Range;

/// What every record has.
pub(crate) struct Head {
    /// Id.
    pub id: String,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Path of the main file.
    pub path: String,
    /// File name without ending.
    pub stem: String,
    /// Where the record begins.
    pub span: Span,
    /// Region code in the path of an issue.
    pub folder_region: Option<String>,
    /// Items that were left out, each with the class of what it would have been.
    pub faults: Vec<Guarded<Fault>>,
}

/// A record: its head, its boxed fields, its body.
pub(crate) struct Entity<T> {
    /// Head.
    pub head: Head,
    /// Fields.
    pub guarded: Guarded<T>,
    /// Body.
    pub body: Vec<Guarded<Section>>,
}

/// A record that could not be read.
pub(crate) struct Broken {
    /// Id by its path.
    pub id: String,
    /// Path.
    pub path: String,
    /// Region code in the path.
    pub folder_region: Option<String>,
    /// What is wrong.
    pub codes: Vec<&'static str>,
}

/// All records of a book.
#[derive(Default)]
pub(crate) struct Records {
    /// Issues.
    pub issues: Vec<Entity<Issue>>,
    /// Playbooks.
    pub playbooks: Vec<Entity<Playbook>>,
    /// Conferences.
    pub conferences: Vec<Entity<Conference>>,
    /// Regions.
    pub regions: Vec<Entity<Region>>,
    /// Agencies.
    pub agencies: Vec<Entity<Agency>>,
    /// Free pages.
    pub pages: Vec<Entity<Page>>,
    /// Terms.
    pub terms: Vec<Guarded<Term>>,
    /// What could not be read.
    pub broken: Vec<Guarded<Broken>>,
}

enum Lowered {
    Issue(Box<Entity<Issue>>),
    Playbook(Box<Entity<Playbook>>),
    Conference(Box<Entity<Conference>>),
    Region(Box<Entity<Region>>),
    Agency(Box<Entity<Agency>>),
    Page(Box<Entity<Page>>),
    Terms(Vec<Guarded<Term>>),
    Broken(Guarded<Broken>),
    /// SR: refused when read, and not even its id is kept.
    Refused,
    /// No record at all: a folder without its main file.
    Nothing,
}

/// Keys of the head, which every record may carry.
const HEAD_KEYS: [&str; 4] = ["id", "klasifikasi", "alias", "catatan"];

/// Parses and lowers all records, in parallel; a tree lives no longer than its record takes to be read.
pub(crate) fn lower(groups: Vec<Group>, config: &Config) -> (Records, Vec<Diagnostic>) {
    let read = |group| match document::parse(group) {
        Ok(document) => one(document, config),
        Err(problem) => (Lowered::Nothing, vec![problem]),
    };
    let lowered: Vec<(Lowered, Vec<Diagnostic>)> = groups.into_par_iter().map(read).collect();
    let mut records = Records::default();
    let issues = lowered.iter().filter(|(l, _)| matches!(l, Lowered::Issue(_))).count();
    records.issues.reserve_exact(issues);
    let mut problems = Vec::new();
    for (record, found) in lowered {
        problems.extend(found);
        match record {
            Lowered::Issue(r) => records.issues.push(*r),
            Lowered::Playbook(r) => records.playbooks.push(*r),
            Lowered::Conference(r) => records.conferences.push(*r),
            Lowered::Region(r) => records.regions.push(*r),
            Lowered::Agency(r) => records.agencies.push(*r),
            Lowered::Page(r) => records.pages.push(*r),
            Lowered::Terms(terms) => records.terms.extend(terms),
            Lowered::Broken(broken) => records.broken.push(broken),
            Lowered::Refused | Lowered::Nothing => {}
        }
    }
    (records, problems)
}

/// Regions, agencies and the glossary are open by default; everything else is restricted.
fn default_class(kind: Kind) -> Class {
    match kind {
        Kind::Region | Kind::Agency | Kind::Glossary => Class::Ordinary,
        Kind::Issue | Kind::Playbook | Kind::Conference | Kind::Page => Class::Restricted,
    }
}

fn one(mut document: Document, config: &Config) -> (Lowered, Vec<Diagnostic>) {
    let problems = std::mem::take(&mut document.problems);
    let source = document.source.clone();
    let mut reader = Reader { source: &source, zone: config.zone, class: default_class(document.kind), problems };
    let lowered = match document.kind {
        Kind::Issue => record::<Issue>(document, &mut reader).map(Lowered::Issue),
        Kind::Playbook => record::<Playbook>(document, &mut reader).map(Lowered::Playbook),
        Kind::Conference => record::<Conference>(document, &mut reader).map(Lowered::Conference),
        Kind::Region => record::<Region>(document, &mut reader).map(Lowered::Region),
        Kind::Agency => record::<Agency>(document, &mut reader).map(Lowered::Agency),
        Kind::Page => record::<Page>(document, &mut reader).map(Lowered::Page),
        Kind::Glossary => Ok(Lowered::Terms(terms(&document, &mut reader))),
    };
    (lowered.unwrap_or_else(|other| other), reader.problems)
}

/// Items that a kind makes stricter than its record by default: teams and contacts of open records.
fn narrowed(kind: Kind, entries: &mut [Entry]) {
    let key = match kind {
        Kind::Region => "tim",
        Kind::Agency => "kontak",
        _ => return,
    };
    for entry in entries.iter_mut().filter(|e| e.key == key) {
        let Value::List(items) = &mut entry.node.value else { continue };
        for item in items {
            let Value::Map(entries) = &mut item.value else { continue };
            if !entries.iter().any(|e| e.key == "klasifikasi") {
                let range = item.range.clone();
                let node = Node { range: range.clone(), value: Value::Scalar("terbatas".to_owned()) };
                entries.push(Entry { key: "klasifikasi".to_owned(), key_range: range, node });
            }
        }
    }
}

fn record<T: Keys>(mut document: Document, reader: &mut Reader<'_>) -> Result<Box<Entity<T>>, Lowered> {
    let class = head_class(&document, reader)?;
    reader.class = class;
    let empty: &[Entry] = &[];
    if let Value::Map(entries) = &mut document.root.value {
        narrowed(document.kind, entries);
    }
    let entries = if let Value::Map(entries) = &document.root.value { entries.as_slice() } else { empty };
    let id = fields::entry::<Option<fields::Id>>(entries, "id", &document.root.range, reader).flatten();
    let aliases = fields::entry::<Vec<String>>(entries, "alias", &document.root.range, reader).unwrap_or_default();
    let head_range = fields::first_line(reader.source, &(document.root.range.start..reader.source.text.len()));
    let value = if entries.is_empty() {
        if reader.problems.is_empty() {
            reader.problems.push(Diagnostic::at(Code::E0315, Span::new(reader.source, head_range.clone())));
        }
        None
    } else {
        T::from_entries(entries, &document.root.range, &HEAD_KEYS, reader)
    };
    let Some(mut value) = value else { return Err(broken(document, class, reader)) };
    extend(&mut value, &document, class, reader);
    warn_of_excluded(entries, class, reader);
    let body =
        document.body.clone().map(|b| sections(reader.source, b, class, &mut reader.problems)).unwrap_or_default();
    let head = Head {
        id: id.map_or_else(|| document.id.clone(), |id| id.0),
        aliases,
        path: document.source.path.to_string(),
        stem: document.source.path.stem().to_owned(),
        span: Span::new(&document.source, head_range),
        folder_region: document.folder_region.clone(),
        faults: faults(&document, class, &reader.problems),
    };
    Ok(Box::new(Entity { head, guarded: Guarded::new(class, value), body }))
}

/// Information that the law excludes does not belong into a record that is open.
fn warn_of_excluded(entries: &[Entry], class: Class, reader: &mut Reader<'_>) {
    let excluded = |e: &&Entry| {
        e.key == "kategori_informasi"
            && matches!(&e.node.value, Value::Scalar(t) if t.trim() == Disclosure::Excluded.key())
    };
    if let Some(entry) = entries.iter().find(excluded).filter(|_| class == Class::Ordinary) {
        reader.report(Code::W0502, &entry.node.range);
    }
}

/// The class of a record. SR refuses it; a class that cannot be read breaks it, at the strictest class.
fn head_class(document: &Document, reader: &mut Reader<'_>) -> Result<Class, Lowered> {
    let Value::Map(entries) = &document.root.value else { return Ok(reader.class) };
    let Some(entry) = entries.iter().find(|e| is_class_key(&e.key)) else { return Ok(reader.class) };
    let class = Class::read(&entry.node, reader);
    let misspelt = fields::misspelt_class(entry, reader);
    match class {
        Some(class) if !misspelt => Ok(class),
        _ if reader.problems.iter().any(|d| d.code == Code::E0312) => Err(Lowered::Refused),
        _ => {
            let codes = error_codes(&reader.problems);
            let broken = Broken {
                id: document.id.clone(),
                path: document.source.path.to_string(),
                folder_region: document.folder_region.clone(),
                codes,
            };
            Err(Lowered::Broken(Guarded::new(Class::Secret, broken)))
        }
    }
}

fn error_codes(problems: &[Diagnostic]) -> Vec<&'static str> {
    let mut codes: Vec<_> =
        problems.iter().filter(|d| d.severity == Severity::Error).map(|d| d.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn broken(document: Document, class: Class, reader: &Reader<'_>) -> Lowered {
    let codes = error_codes(&reader.problems);
    let broken = Broken {
        id: document.id,
        path: document.source.path.to_string(),
        folder_region: document.folder_region,
        codes,
    };
    Lowered::Broken(Guarded::new(class, broken))
}

/// Adds the lists and items that lie in files of their own.
fn extend<T: Keys>(value: &mut T, document: &Document, class: Class, reader: &mut Reader<'_>) {
    for part in &document.parts {
        let twice = match &document.root.value {
            Value::Map(entries) => entries.iter().find(|e| e.key == part.key),
            _ => None,
        };
        let other = document.parts.iter().find(|p| p.key == part.key && p.name.is_some() != part.name.is_some());
        let whole = fields::first_line(&part.source, &(part.node.range.start..part.source.text.len()));
        if twice.is_some() || (other.is_some() && part.name.is_none()) {
            let problem = Diagnostic::at(Code::E0215, Span::new(&part.source, whole)).with("key", part.key.clone());
            let problem = match twice {
                Some(entry) => problem.and(Span::new(&document.source, entry.key_range.clone())),
                None => problem,
            };
            reader.problems.push(problem);
            continue;
        }
        let mut inner = Reader { source: &part.source, zone: reader.zone, class, problems: Vec::new() };
        if !value.extend_key(&part.key, &part.node, part.name.as_deref(), &mut inner) {
            let known = T::FIELDS.iter().map(|f| f.key);
            let near = fields::nearest(&part.key, known);
            let problem = Diagnostic::at(Code::E0301, Span::new(&part.source, whole)).with("key", part.key.clone());
            inner.problems.push(problem.with_some("suggestion", near));
        }
        reader.problems.append(&mut inner.problems);
    }
}

/// Which items were left out: the list, the code and the line, each boxed with the class that the item
/// itself would have had. A class that cannot be read counts as the strictest.
fn faults(document: &Document, class: Class, problems: &[Diagnostic]) -> Vec<Guarded<Fault>> {
    let errors = problems.iter().filter(|d| d.severity == Severity::Error);
    errors
        .filter_map(|d| {
            let Place::Span(span) = &d.place else { return None };
            let (line, _) = span.line_column();
            let (key, class) = locate(document, span, class);
            Some(Guarded::new(class, Fault { key, code: d.code.as_str(), line }))
        })
        .collect()
}

fn locate(document: &Document, span: &Span, class: Class) -> (String, Class) {
    if let Some(part) = document.parts.iter().find(|p| std::sync::Arc::ptr_eq(&p.source, &span.source)) {
        return (part.key.clone(), strictest(&part.node, &span.range, class));
    }
    let Value::Map(entries) = &document.root.value else { return (String::new(), class) };
    let after = |e: &&Entry| e.key_range.start <= span.range.start;
    match entries.iter().rfind(after) {
        Some(entry) => (entry.key.clone(), strictest(&entry.node, &span.range, class)),
        None => (String::new(), class),
    }
}

/// The strictest class written on the way down to a place.
fn strictest(node: &Node, place: &Range<usize>, class: Class) -> Class {
    let inside = |n: &&Node| n.range.start <= place.start && place.start <= n.range.end;
    match &node.value {
        Value::Map(entries) => {
            let own = entries.iter().find(|e| is_class_key(&e.key)).map(|e| match &e.node.value {
                Value::Scalar(text) => Class::from_key(text.trim()).unwrap_or(Class::Secret),
                _ => Class::Secret,
            });
            let class = class.max(own.unwrap_or(class));
            let inner = entries.iter().map(|e| &e.node).find(inside);
            inner.map_or(class, |n| strictest(n, place, class))
        }
        Value::List(items) => items.iter().find(inside).map_or(class, |n| strictest(n, place, class)),
        _ => class,
    }
}

/// The glossary: one map of terms.
fn terms(document: &Document, reader: &mut Reader<'_>) -> Vec<Guarded<Term>> {
    let Value::Map(entries) = &document.root.value else { return Vec::new() };
    let class = reader.class;
    entries
        .iter()
        .filter_map(|e| {
            let meaning = Prose::read(&e.node, reader)?;
            Some(Guarded::new(class, Term { term: e.key.clone(), meaning }))
        })
        .collect()
}
