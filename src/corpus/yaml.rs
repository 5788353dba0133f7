//! YAML as a tree with exact places. The only file that knows the YAML parser.
//!
//! In: a text, mended by [`super::traps`] where a trap of YAML was found. Out: a [`Node`] whose spans
//! are those of the officer's own file, and a problem for each thing that could not be read. A syntax
//! error costs the top-level key it stands in, not the record. Aliases are never expanded.

use super::traps::Mended;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceRef;
use crate::source::span::Span;
use granit_parser::{Event, Options, Parser, ScalarStyle, StructureStyle};
use std::ops::Range;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// Bytes of the officer's file.
    pub range: Range<usize>,
    /// What it is.
    pub value: Value,
}

/// What a value is, before any field has said what it should be.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    /// Nothing was written.
    Empty,
    /// A text, exactly as typed: `64.10` stays `64.10`.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the order of the file.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_range: Range<usize>,
    /// Its value.
    pub node: Node,
}

/// How often a broken top-level key is cut out before the record is given up.
const MENDS: usize = 12;

/// Reads the YAML that stands at `range` of a source.
pub(crate) fn read(source: &SourceRef, range: Range<usize>, problems: &mut Vec<Diagnostic>) -> Node {
    let mut mended = super::traps::mend(source, range.clone(), problems);
    for _ in 0..MENDS {
        let mut found = Vec::new();
        match parse(&mended, source, &mut found) {
            Ok(node) => {
                problems.extend(found);
                let mut node = node.unwrap_or(Node { range: range.clone(), value: Value::Empty });
                keep_class(source, range, &mut node);
                return node;
            }
            Err(error) => {
                let at = mended.original(error.at);
                let place = Span::new(source, at..at + 1);
                problems.push(Diagnostic::at(Code::E0203, place).with("what", error.what));
                if !mended.blank_out_key(error.at) {
                    break;
                }
            }
        }
    }
    Node { range, value: Value::Empty }
}

/// The key that says how far a record or an item may travel.
pub(crate) const CLASS_KEY: &str = "klasifikasi";

/// What stands for a class that was written and cannot be told: it is in no vocabulary, so that the reader refuses it and
/// the record or item closes at the strictest class instead of opening at the default.
const DOUBTFUL: &str = "?";

/// Is a key meant to be the class, however it is spelled?
pub(crate) fn is_class_key(key: &str) -> bool {
    key.trim().to_lowercase().starts_with("klas")
}

/// A class that was written at the top and was cut out with a syntax error is still a class that was written.
fn keep_class(source: &SourceRef, range: Range<usize>, node: &mut Node) {
    let Value::Map(entries) = &mut node.value else { return };
    if entries.iter().any(|e| is_class_key(&e.key)) {
        return;
    }
    let mut at = range.start;
    for line in source.text.get(range).unwrap_or_default().split_inclusive('\n') {
        if is_class_key(line.trim_start_matches(['"', '\''])) && !line.starts_with(' ') {
            let here = at..at + line.trim_end().len();
            let node = Node { range: here.clone(), value: Value::Scalar(DOUBTFUL.to_owned()) };
            entries.push(Entry { key: CLASS_KEY.to_owned(), key_range: here, node });
            return;
        }
        at += line.len();
    }
}

struct SyntaxError {
    at: usize,
    what: String,
}

struct Builder<'a> {
    mended: &'a Mended,
    source: &'a SourceRef,
    problems: &'a mut Vec<Diagnostic>,
}

/// What a token contributes.
enum Step {
    Value(Node),
    Open(bool, bool, usize),
    Close(usize),
    Skip,
}

/// A collection under construction.
struct Open {
    map: bool,
    flow: bool,
    start: usize,
    items: Vec<Node>,
}

fn parse(mended: &Mended, source: &SourceRef, problems: &mut Vec<Diagnostic>) -> Result<Option<Node>, SyntaxError> {
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    options.set_emit_comments(false);
    options.flow_nesting_limit = 32;
    options.block_nesting_limit = 32;
    let mut builder = Builder { mended, source, problems };
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    for event in Parser::new_from_str_with_options(&mended.text, options) {
        let (event, span) =
            event.map_err(|e| SyntaxError { at: e.marker().byte_offset().unwrap_or(0), what: e.info() })?;
        let range = span.byte_range().unwrap_or(0..0);
        let done = match builder.step(event, range) {
            Step::Value(node) => Some(node),
            Step::Open(map, flow, start) => {
                open.push(Open { map, flow, start, items: Vec::new() });
                None
            }
            Step::Close(end) => open.pop().map(|o| builder.close(o, end)),
            Step::Skip => None,
        };
        if let Some(node) = done {
            match open.last_mut() {
                Some(parent) => parent.items.push(node),
                None => root = root.or(Some(node)),
            }
        }
    }
    Ok(root)
}

impl Builder<'_> {
    fn step(&mut self, event: Event<'_>, range: Range<usize>) -> Step {
        let place = self.mended.original_range(&range);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    self.refuse(place.clone());
                }
                let empty = style == ScalarStyle::Plain && (text.is_empty() || text == "~");
                let value = if empty { Value::Empty } else { Value::Scalar(text.into_owned()) };
                Step::Value(Node { range: place, value })
            }
            Event::SequenceStart(style, anchor, tag) | Event::MappingStart(style, anchor, tag)
                if anchor != 0 || tag.is_some() =>
            {
                self.refuse(place);
                Step::Open(false, style == StructureStyle::Flow, range.start)
            }
            Event::SequenceStart(style, ..) => Step::Open(false, style == StructureStyle::Flow, range.start),
            Event::MappingStart(style, ..) => Step::Open(true, style == StructureStyle::Flow, range.start),
            Event::SequenceEnd | Event::MappingEnd => Step::Close(range.end),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(place.clone());
                Step::Value(Node { range: place, value: Value::Empty })
            }
            _ => Step::Skip,
        }
    }

    /// Points at the sign itself, which stands before the value it belongs to.
    fn refuse(&mut self, place: Range<usize>) {
        let text = &self.source.text;
        let line = text[..place.start].rfind('\n').map_or(0, |i| i + 1);
        let here = text[place.start..].starts_with(['*', '&', '!']);
        let sign = if here { None } else { text[line..place.start].rfind(['&', '!']) };
        let place = sign.map_or(place.clone(), |i| line + i..place.end);
        self.problems.push(Diagnostic::at(Code::E0212, Span::new(self.source, place)));
    }

    fn close(&mut self, open: Open, end: usize) -> Node {
        let last = open.items.last().map_or(open.start, |n| n.range.end);
        let range = self.mended.original(open.start)..self.mended.original(end).max(last);
        if !open.map {
            return Node { range, value: Value::List(open.items) };
        }
        let mut entries: Vec<Entry> = Vec::with_capacity(open.items.len() / 2);
        let mut items = open.items.into_iter();
        while let (Some(key), Some(node)) = (items.next(), items.next()) {
            let Value::Scalar(name) = key.value else { continue };
            if open.flow && matches!(node.value, Value::Empty) {
                let problem = Diagnostic::at(Code::E0211, Span::new(self.source, key.range));
                self.problems.push(problem.with("key", name));
                continue;
            }
            if let Some(first) = entries.iter_mut().find(|e| e.key == name) {
                if is_class_key(&name) {
                    first.node.value = Value::Scalar(DOUBTFUL.to_owned());
                }
                let problem = Diagnostic::at(Code::E0213, Span::new(self.source, key.range));
                let first = Span::new(self.source, first.key_range.clone());
                self.problems.push(problem.with("key", name).and(first));
                continue;
            }
            entries.push(Entry { key: name, key_range: key.range, node });
        }
        Node { range, value: Value::Map(entries) }
    }
}
