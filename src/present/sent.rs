//! Prose as it is sent by messenger: paragraphs apart, items marked, addresses beside their words, nothing struck out.

use super::{Medium, Voice};
use crate::corpus::view::Route;
use crate::corpus::view::text::{Block, Inline, ListItem};

/// A medium without links and without marks: paragraphs, an empty line between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sent;

impl Medium for Sent {
    type Prose = String;

    fn prose(&self, blocks: &[Block], voice: &Voice<'_>) -> String {
        let blocks = blocks.iter().map(|b| block(b, voice)).filter(|t| !t.is_empty());
        blocks.collect::<Vec<_>>().join("\n\n")
    }

    fn href(&self, _: &Route) -> Option<String> {
        None
    }
}

fn block(block: &Block, voice: &Voice<'_>) -> String {
    let blocks = |list: &[Block]| Sent.prose(list, voice);
    match block {
        Block::Paragraph(inner) | Block::Heading(_, inner) => line(inner, voice),
        Block::List(start, items) => list(*start, items, voice),
        Block::Quote(inner) => blocks(inner),
        Block::Code(text) => text.trim_end().to_owned(),
        // Who reads it sees no picture.
        Block::Rule | Block::Picture(_) => String::new(),
        Block::Note(label, inner) => format!("({label}) {}", blocks(inner)),
        Block::Table(table) => {
            let row = |cells: &Vec<Vec<Inline>>| {
                let cells = cells.iter().map(|c| line(c, voice)).filter(|c| !c.is_empty());
                cells.collect::<Vec<_>>().join(" · ")
            };
            std::iter::once(&table.head).chain(&table.rows).map(row).collect::<Vec<_>>().join("\n")
        }
        Block::Definitions(list) => {
            let one = |d: &crate::corpus::view::text::Definition| {
                let meanings: Vec<String> = d.meanings.iter().map(|m| blocks(m)).collect();
                format!("{}: {}", line(&d.term, voice), meanings.join("; "))
            };
            list.iter().map(one).collect::<Vec<_>>().join("\n")
        }
    }
}

fn list(start: Option<u64>, items: &[ListItem], voice: &Voice<'_>) -> String {
    let item = |(at, item): (usize, &ListItem)| {
        let sign = match (start, item.done) {
            (_, Some(true)) => "[x]".to_owned(),
            (_, Some(false)) => "[ ]".to_owned(),
            (Some(first), None) => format!("{}.", first.saturating_add(at as u64)),
            (None, None) => "-".to_owned(),
        };
        let words: Vec<String> = item.blocks.iter().map(|b| block(b, voice)).collect();
        format!("{sign} {}", words.join("\n"))
    };
    items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
}

/// One line of words, numbers and times as they are read out.
fn line(inlines: &[Inline], voice: &Voice<'_>) -> String {
    let mut out = String::new();
    put(inlines, voice, &mut out);
    out.trim().to_owned()
}

fn put(inlines: &[Inline], voice: &Voice<'_>, out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Fact(inner) => {
                put(inner, voice, out);
            }
            Inline::Link(address, inner) => {
                let words = line(inner, voice);
                out.push_str(&words);
                let bare = address.trim_start_matches("mailto:").trim_start_matches("tel:");
                if words != *address && words != bare {
                    out.push_str(&format!(" ({bare})"));
                }
            }
            Inline::Record(id, words) => {
                let title = voice.place(id).map_or(id.as_str(), |p| p.title);
                out.push_str(words.as_deref().unwrap_or(title));
            }
            Inline::Number(quantity) => out.push_str(&voice.quantity(quantity)),
            Inline::Time(at) => out.push_str(&voice.time_of(*at)),
            Inline::Break => out.push('\n'),
            Inline::NoteRef(label) => out.push_str(&format!(" ({label})")),
            // What is struck out would be read as said.
            Inline::Struck(_) | Inline::Pending(_) => {}
        }
    }
}
