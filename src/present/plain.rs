//! Prose to plain text: what a feed, a calendar and a cell of a spreadsheet take.
//!
//! In: the tree of a text. Out: lines without markup and without control characters, the same words that the page shows.
//! Links are dropped, their words stay.

use super::{Medium, Voice};
use crate::corpus::view::Route;
use crate::corpus::view::text::{Block, Inline, ListItem};
use std::borrow::Cow;

/// Lines of plain text.
#[derive(Debug, Clone, Copy)]
pub struct Plain;

impl Medium for Plain {
    type Prose = String;

    fn prose(&self, blocks: &[Block], voice: &Voice<'_>) -> String {
        let mut writer = Writer { voice, out: String::new() };
        blocks.iter().for_each(|b| writer.block(b));
        clean(writer.out.trim()).into_owned()
    }

    fn href(&self, _: &Route) -> Option<String> {
        None
    }
}

/// A text without characters that XML, calendars or spreadsheets refuse. Line breaks and tabs stay.
pub fn clean(text: &str) -> Cow<'_, str> {
    let bad = |c: char| (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.contains(bad) { text.replace(bad, "").into() } else { text.into() }
}

struct Writer<'w> {
    voice: &'w Voice<'w>,
    out: String,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => self.inlines(inlines),
            Block::List(start, items) => items.iter().zip(0..).for_each(|(item, at)| {
                let mark = start.map_or_else(|| "- ".to_owned(), |first| format!("{}. ", first + at));
                self.item(&mark, item);
            }),
            Block::Quote(blocks) | Block::Note(_, blocks) => blocks.iter().for_each(|b| self.block(b)),
            Block::Code(text) => self.out.push_str(text),
            Block::Table(table) => {
                std::iter::once(&table.head).chain(&table.rows).for_each(|row| self.row(row));
            }
            Block::Rule => {}
            Block::Picture(picture) => self.out.push_str(picture.words()),
            Block::Definitions(list) => list.iter().for_each(|definition| {
                self.inlines(&definition.term);
                self.out.push_str(": ");
                definition.meanings.iter().flatten().for_each(|b| self.block(b));
            }),
        }
        self.end_line();
    }

    fn item(&mut self, mark: &str, item: &ListItem) {
        self.out.push_str(mark);
        item.blocks.iter().for_each(|b| self.block(b));
        self.end_line();
    }

    fn row(&mut self, cells: &[Vec<Inline>]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.out.push_str(" | ");
            }
            self.inlines(cell);
        }
        self.end_line();
    }

    /// One line break, however many blocks end here.
    fn end_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        inlines.iter().for_each(|i| self.inline(i));
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) | Inline::Code(text) => self.out.push_str(text),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Link(_, inner)
            | Inline::Fact(inner) => self.inlines(inner),
            Inline::Record(id, words) => {
                let title = self.voice.place(id).map(|place| place.title);
                self.out.push_str(words.as_deref().or(title).unwrap_or(id));
            }
            Inline::Number(quantity) => self.out.push_str(&self.voice.quantity(quantity)),
            Inline::Time(at) => self.out.push_str(&self.voice.time_of(*at)),
            Inline::Break => self.out.push('\n'),
            Inline::NoteRef(_) => {}
            Inline::Pending(pending) => {
                self.out.push_str(&format!("{{{}:{}}}", pending.kind, pending.id));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_no_reader_takes_is_left_out() {
        assert_eq!(clean("a\u{0}b\u{1b}[1mc\rd\u{ffff}e\u{85}f"), "ab[1mcdef");
        assert_eq!(clean("satu\n\tdua – ✓"), "satu\n\tdua – ✓");
    }
}
