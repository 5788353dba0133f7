//! Prose as plain words: what is searched, excerpted, or sent where no markup is understood.
//!
//! In: the tree. Out: one line a block, numbers and times in words as on the page. May not know where anything leads.

use super::{Medium, Voice};
use crate::corpus::view::Route;
use crate::corpus::view::text::{Block, Inline};

/// The medium of plain words.
#[derive(Debug, Clone, Copy)]
pub struct Plain;

impl Medium for Plain {
    type Prose = String;

    fn prose(&self, blocks: &[Block], voice: &Voice<'_>) -> String {
        let mut out = String::new();
        blocks.iter().for_each(|b| block(b, voice, &mut out));
        out.truncate(out.trim_end().len());
        out
    }

    fn href(&self, _: &Route) -> Option<String> {
        None
    }
}

fn block(part: &Block, voice: &Voice<'_>, out: &mut String) {
    match part {
        Block::Paragraph(inner) | Block::Heading(_, inner) => inlines(inner, voice, out),
        Block::List(_, items) => {
            items.iter().flat_map(|i| &i.blocks).for_each(|b| block(b, voice, out));
            return;
        }
        Block::Quote(inner) | Block::Note(_, inner) => {
            inner.iter().for_each(|b| block(b, voice, out));
            return;
        }
        Block::Code(text) => out.push_str(text),
        Block::Table(table) => {
            for row in std::iter::once(&table.head).chain(&table.rows) {
                row.iter().for_each(|cell| {
                    inlines(cell, voice, out);
                    out.push_str("  ");
                });
                end_line(out);
            }
        }
        Block::Rule => return,
        Block::Definitions(list) => {
            for definition in list {
                inlines(&definition.term, voice, out);
                out.push_str(": ");
                definition.meanings.iter().flatten().for_each(|b| block(b, voice, out));
            }
        }
    }
    end_line(out);
}

fn end_line(out: &mut String) {
    out.truncate(out.trim_end().len());
    out.push('\n');
}

fn inlines(list: &[Inline], voice: &Voice<'_>, out: &mut String) {
    for inline in list {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Link(_, inner)
            | Inline::Fact(inner) => inlines(inner, voice, out),
            Inline::Record(id, words) => {
                let title = || voice.place(id).map_or(id.as_str(), |place| place.title);
                out.push_str(words.as_deref().unwrap_or_else(title));
            }
            Inline::Number(quantity) => out.push_str(&voice.quantity(quantity)),
            Inline::Time(at) => out.push_str(&voice.time_of(*at)),
            Inline::Break => out.push('\n'),
            Inline::NoteRef(_) | Inline::Pending(_) => {}
        }
    }
}
