//! Prose as a tree: what HTML, paper and search text are all made of, so that they cannot disagree.
//!
//! There is no raw HTML in it, no markup of Typst, and nothing that is not already substituted.

use crate::locale::number::Decimal;
use crate::time::Instant;
use serde::Serialize;

/// How exactly a number is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Exactly.
    Exact,
    /// About.
    About,
    /// At least.
    AtLeast,
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quantity {
    /// Value.
    pub value: Decimal,
    /// Unit, as the office writes it.
    pub unit: Option<String>,
    /// How exactly it is known.
    pub precision: Precision,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading; level 1 is one below the heading of the section it stands in.
    Heading(u8, Vec<Inline>),
    /// A list; the number is that of its first item, where it is ordered.
    List(Option<u64>, Vec<ListItem>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text.
    Code(String),
    /// A table.
    Table(Table),
    /// A line.
    Rule,
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// The text of a footnote.
    Note(String, Vec<Block>),
    /// A picture.
    Picture(Picture),
}

/// Which picture: a number that means something inside one reading of a book only. It knows no name and no path, and is
/// not part of what is serialised: it tells how many pictures there are that a reader may not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureKey(pub(crate) u32);

/// A picture in a text. Two are the same to a reader where their words are: a key counts what he may not see.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// Which; nothing where there is none to show, and its description stands alone.
    #[serde(skip)]
    pub key: Option<PictureKey>,
    /// It stands in a `::: publik` block. No other picture of a text is in a public edition.
    #[serde(skip)]
    pub public: bool,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// What stands below it.
    pub caption: Option<String>,
}

impl PartialEq for Picture {
    fn eq(&self, other: &Picture) -> bool {
        (&self.alt, &self.caption) == (&other.alt, &other.caption)
    }
}

impl Picture {
    /// Its words where the picture itself is not shown: what it shows, or else what stands below it.
    pub fn words(&self) -> &str {
        if self.alt.is_empty() { self.caption.as_deref().unwrap_or_default() } else { &self.alt }
    }
}

/// Visits the pictures of some blocks, in order.
pub fn each_picture<'b>(blocks: &'b [Block], f: &mut dyn FnMut(&'b Picture)) {
    for block in blocks {
        match block {
            Block::Picture(picture) => f(picture),
            Block::List(_, items) => items.iter().for_each(|i| each_picture(&i.blocks, f)),
            Block::Quote(blocks) | Block::Note(_, blocks) => each_picture(blocks, f),
            Block::Definitions(list) => list.iter().flat_map(|d| &d.meanings).for_each(|m| each_picture(m, f)),
            Block::Paragraph(_) | Block::Heading(..) | Block::Code(_) | Block::Table(_) | Block::Rule => {}
        }
    }
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListItem {
    /// For a task: done or not.
    pub done: Option<bool>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Alignment of each column.
    pub align: Vec<Align>,
    /// Head.
    pub head: Vec<Vec<Inline>>,
    /// Rows of cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Align {
    /// As the language reads.
    Start,
    /// Centred.
    Centre,
    /// To the right.
    End,
}

/// A term and its meanings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Definition {
    /// Term.
    pub term: Vec<Inline>,
    /// Meanings.
    pub meanings: Vec<Vec<Block>>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Inline {
    /// Text.
    Text(String),
    /// Strong.
    Strong(Vec<Inline>),
    /// Emphasised.
    Emphasis(Vec<Inline>),
    /// Struck out.
    Struck(Vec<Inline>),
    /// Code.
    Code(String),
    /// A link to outside; only http, https, mailto and tel come this far.
    Link(String, Vec<Inline>),
    /// A link to a record, with the words for it where the writer gave some.
    Record(String, Option<String>),
    /// An official number.
    Number(Quantity),
    /// The time of an official number.
    Time(Instant),
    /// A fact's sentence.
    Fact(Vec<Inline>),
    /// A line break.
    Break,
    /// A reference to a footnote.
    NoteRef(String),
    /// Still to be substituted by the linker; never leaves the closed room.
    Pending(Pending),
}

/// A substitution before the linker has been there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pending {
    /// angka, waktu, fakta.
    pub kind: String,
    /// The item.
    pub id: String,
}

/// The plain words of some blocks, for counting and for excerpts.
pub fn plain(blocks: &[Block]) -> String {
    let mut out = String::new();
    blocks.iter().for_each(|b| plain_block(b, &mut out));
    out.trim().to_owned()
}

/// Words as a speaker says them: a number with its unit and a time count as they are read out.
pub fn count_words(blocks: &[Block]) -> usize {
    let mut out = String::new();
    blocks.iter().for_each(|b| said_block(b, &mut out));
    words_in(&out)
}

/// Words of a text as it stands; signs alone are none.
pub fn words_in(text: &str) -> usize {
    text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count()
}

fn said_block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) => said(inlines, out),
        Block::List(_, items) => items.iter().flat_map(|i| &i.blocks).for_each(|b| said_block(b, out)),
        Block::Quote(blocks) | Block::Note(_, blocks) => blocks.iter().for_each(|b| said_block(b, out)),
        other => plain_block(other, out),
    }
    out.push('\n');
}

fn said(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Number(quantity) => {
                let before = if quantity.precision == Precision::Exact { "" } else { "sekitar " };
                out.push_str(before);
                out.push_str(&quantity.value.digits.to_string());
                out.push(' ');
                out.push_str(quantity.unit.as_deref().unwrap_or_default());
            }
            // "pukul 07.00 WITA"
            Inline::Time(_) => out.push_str("pukul 0 WITA"),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Link(_, inner)
            | Inline::Fact(inner) => said(inner, out),
            other => plain_inlines(std::slice::from_ref(other), out),
        }
    }
}

fn plain_block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) => plain_inlines(inlines, out),
        Block::List(_, items) => items.iter().for_each(|i| i.blocks.iter().for_each(|b| plain_block(b, out))),
        Block::Quote(blocks) | Block::Note(_, blocks) => blocks.iter().for_each(|b| plain_block(b, out)),
        Block::Code(text) => out.push_str(text),
        Block::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            rows.flatten().for_each(|cell| {
                plain_inlines(cell, out);
                out.push(' ');
            });
        }
        Block::Rule => {}
        Block::Picture(picture) => {
            out.push_str(&picture.alt);
            out.push(' ');
            out.push_str(picture.caption.as_deref().unwrap_or_default());
        }
        Block::Definitions(list) => list.iter().for_each(|d| {
            plain_inlines(&d.term, out);
            out.push(' ');
            d.meanings.iter().flatten().for_each(|b| plain_block(b, out));
        }),
    }
    out.push('\n');
}

fn plain_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Link(_, inner)
            | Inline::Fact(inner) => {
                plain_inlines(inner, out);
            }
            Inline::Record(id, words) => out.push_str(words.as_deref().unwrap_or(id)),
            Inline::Number(quantity) => out.push_str(&quantity.value.digits.to_string()),
            Inline::Break => out.push(' '),
            Inline::Time(_) | Inline::NoteRef(_) | Inline::Pending(_) => {}
        }
    }
}
