//! Prose as plain words: what a feed, a calendar, a cell of a spreadsheet, a message and the index of the search take.
//!
//! In: the tree of a text. Out: its words without markup, numbers and times as the page shows them, items marked,
//! addresses beside their words, nothing that is struck out: it would be read as said. May not know where anything leads.

use super::{Medium, Voice};
use crate::corpus::view::Route;
use crate::corpus::view::text::{Block, Definition, Inline, ListItem};
use std::borrow::Cow;

/// A medium of plain words.
#[derive(Debug, Clone, Copy)]
pub struct Plain {
    /// What stands between two blocks.
    between: &'static str,
    /// What a picture shows is told in its place.
    pictures: bool,
}

/// Lines, one a block: feeds, tables, the search.
pub const LINES: Plain = Plain { between: "\n", pictures: true };

/// Paragraphs, an empty line between them, as they are sent: who reads them sees no picture.
pub const SENT: Plain = Plain { between: "\n\n", pictures: false };

impl Medium for Plain {
    type Prose = String;

    fn prose(&self, blocks: &[Block], voice: &Voice<'_>) -> String {
        let blocks = blocks.iter().map(|b| self.block(b, voice)).filter(|t| !t.is_empty());
        let text = blocks.collect::<Vec<_>>().join(self.between);
        clean(&text).into_owned()
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

impl Plain {
    fn block(self, block: &Block, voice: &Voice<'_>) -> String {
        let blocks = |list: &[Block]| self.prose(list, voice);
        match block {
            Block::Paragraph(inner) | Block::Heading(_, inner) => line(inner, voice),
            Block::List(start, items) => self.list(*start, items, voice),
            Block::Quote(inner) => blocks(inner),
            Block::Code(text) => text.trim_end().to_owned(),
            Block::Picture(picture) if self.pictures => picture.words().to_owned(),
            Block::Picture(_) | Block::Rule => String::new(),
            Block::Note(label, inner) => format!("({label}) {}", blocks(inner)),
            Block::Table(table) => {
                let row = |cells: &Vec<Vec<Inline>>| {
                    let cells = cells.iter().map(|c| line(c, voice)).filter(|c| !c.is_empty());
                    cells.collect::<Vec<_>>().join(" · ")
                };
                std::iter::once(&table.head).chain(&table.rows).map(row).collect::<Vec<_>>().join("\n")
            }
            Block::Definitions(list) => {
                let one = |d: &Definition| {
                    let meanings: Vec<String> = d.meanings.iter().map(|m| blocks(m)).collect();
                    format!("{}: {}", line(&d.term, voice), meanings.join("; "))
                };
                list.iter().map(one).collect::<Vec<_>>().join("\n")
            }
        }
    }

    fn list(self, start: Option<u64>, items: &[ListItem], voice: &Voice<'_>) -> String {
        let item = |(at, item): (usize, &ListItem)| {
            let sign = match (start, item.done) {
                (_, Some(true)) => "[x]".to_owned(),
                (_, Some(false)) => "[ ]".to_owned(),
                (Some(first), None) => format!("{}.", first.saturating_add(at as u64)),
                (None, None) => "-".to_owned(),
            };
            let words: Vec<String> = item.blocks.iter().map(|b| self.block(b, voice)).collect();
            format!("{sign} {}", words.join("\n"))
        };
        items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
    }
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

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_no_reader_takes_is_left_out() {
        assert_eq!(clean("a\u{0}b\u{1b}[1mc\rd\u{ffff}e\u{85}f"), "ab[1mcdef");
        assert_eq!(clean("satu\n\tdua – ✓"), "satu\n\tdua – ✓");
    }
}
