//! Prose to data for Typst. A string value is never parsed there, so nothing has to be escaped.

use crate::corpus::view::Route;
use crate::corpus::view::text::{Align, Block, Definition, Inline, ListItem, Table};
use crate::present::{Medium, Voice};
use serde_json::{Value, json};

/// The paper: no links to pages, prose as a tree.
#[derive(Debug, Clone, Copy)]
pub struct Paper;

/// Deeper nesting than this is flattened: Typst's show rules have a limit.
const DEPTH: usize = 8;

impl Medium for Paper {
    type Prose = Value;

    fn prose(&self, blocks: &[Block], voice: &Voice<'_>) -> Value {
        Value::Array(list(blocks, voice, 0))
    }

    fn href(&self, _: &Route) -> Option<String> {
        None
    }
}

fn list(blocks: &[Block], voice: &Voice<'_>, depth: usize) -> Vec<Value> {
    blocks.iter().flat_map(|b| block(b, voice, depth)).collect()
}

fn block(block: &Block, voice: &Voice<'_>, depth: usize) -> Vec<Value> {
    let one = match block {
        Block::Paragraph(inner) => json!({ "k": "p", "c": inlines(inner, voice) }),
        Block::Heading(level, inner) => json!({ "k": "h", "level": level, "c": inlines(inner, voice) }),
        Block::Code(text) => json!({ "k": "code", "text": text }),
        Block::Rule => json!({ "k": "hr" }),
        Block::Table(table) => self::table(table, voice),
        Block::List(_, items) if depth >= DEPTH => {
            return items.iter().flat_map(|i| list(&i.blocks, voice, depth)).collect();
        }
        Block::List(start, items) => self::items(*start, items, voice, depth + 1),
        Block::Quote(blocks) if depth >= DEPTH => return list(blocks, voice, depth),
        Block::Quote(blocks) => json!({ "k": "quote", "c": list(blocks, voice, depth + 1) }),
        Block::Definitions(all) => {
            json!({ "k": "dl", "items": all.iter().map(|d| definition(d, voice, depth + 1)).collect::<Vec<_>>() })
        }
        Block::Note(label, blocks) => json!({ "k": "note", "label": label, "c": list(blocks, voice, depth + 1) }),
    };
    vec![one]
}

fn items(start: Option<u64>, items: &[ListItem], voice: &Voice<'_>, depth: usize) -> Value {
    if items.iter().any(|i| i.done.is_some()) {
        let tasks: Vec<Value> =
            items.iter().map(|i| json!({ "done": i.done == Some(true), "c": list(&i.blocks, voice, depth) })).collect();
        return json!({ "k": "task", "items": tasks });
    }
    let all: Vec<Value> = items.iter().map(|i| Value::Array(list(&i.blocks, voice, depth))).collect();
    match start {
        Some(start) => json!({ "k": "ol", "start": start, "items": all }),
        None => json!({ "k": "ul", "items": all }),
    }
}

fn table(table: &Table, voice: &Voice<'_>) -> Value {
    let cells = |row: &Vec<Vec<Inline>>| Value::Array(row.iter().map(|c| inlines(c, voice)).collect());
    let align: Vec<&str> = table
        .align
        .iter()
        .map(|a| match a {
            Align::Start => "left",
            Align::Centre => "center",
            Align::End => "right",
        })
        .collect();
    json!({ "k": "table", "align": align, "head": cells(&table.head), "rows": table.rows.iter().map(cells).collect::<Vec<_>>() })
}

fn definition(definition: &Definition, voice: &Voice<'_>, depth: usize) -> Value {
    let meanings: Vec<Value> = definition.meanings.iter().map(|m| Value::Array(list(m, voice, depth))).collect();
    json!({ "term": inlines(&definition.term, voice), "defs": meanings })
}

fn inlines(list: &[Inline], voice: &Voice<'_>) -> Value {
    Value::Array(list.iter().flat_map(|i| inline(i, voice)).collect())
}

fn inline(inline: &Inline, voice: &Voice<'_>) -> Vec<Value> {
    let wrapped = |k: &str, inner: &[Inline]| json!({ "k": k, "c": inlines(inner, voice) });
    let one = match inline {
        Inline::Text(text) => Value::String(text.clone()),
        Inline::Strong(inner) => wrapped("b", inner),
        Inline::Emphasis(inner) => wrapped("i", inner),
        Inline::Struck(inner) => wrapped("s", inner),
        Inline::Code(text) => json!({ "k": "code", "text": text }),
        Inline::Link(href, inner) => json!({ "k": "a", "href": href, "c": inlines(inner, voice) }),
        Inline::Record(id, words) => {
            let title = voice.place(id).map(|p| p.title);
            Value::String(words.as_deref().or(title).unwrap_or(id).to_owned())
        }
        Inline::Number(quantity) => Value::String(voice.quantity(quantity)),
        Inline::Time(at) => Value::String(voice.time_of(*at)),
        Inline::Fact(inner) => return inner.iter().flat_map(|i| self::inline(i, voice)).collect(),
        Inline::Break => json!({ "k": "br" }),
        Inline::NoteRef(label) => json!({ "k": "noteref", "label": label }),
        Inline::Pending(pending) => Value::String(format!("{{{}:{}}}", pending.kind, pending.id)),
    };
    vec![one]
}
