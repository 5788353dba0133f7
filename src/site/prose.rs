//! Prose to HTML. The tree has no raw HTML in it, and every text is escaped.

use super::route;
use crate::corpus::view::Route;
use crate::corpus::view::text::{self, Align, Block, Definition, Inline, ListItem, Table};
use crate::locale::Language;
use crate::present::{Medium, Voice};
use std::fmt::Write;

/// The screen: links are relative to a page that lies `up` below the edition's folder.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// "" or "../".
    pub up: &'static str,
    /// Level of the heading above the prose; headings in it begin one below.
    pub under: u8,
    /// A file that is read alone: nothing in it leads out of it.
    pub alone: bool,
}

impl Medium for Screen {
    const COPIES: bool = true;
    type Prose = String;

    fn prose(&self, blocks: &[Block], voice: &Voice<'_>) -> String {
        let mut writer = Writer { screen: self, voice, out: String::new() };
        blocks.iter().for_each(|b| writer.outer(b));
        writer.out
    }

    fn href(&self, route: &Route) -> Option<String> {
        (!self.alone).then(|| format!("{}{}", self.up, route::path(route)))
    }

    fn file(&self, path: &str) -> Option<String> {
        (!self.alone).then(|| format!("{}{path}", self.up))
    }
}

/// How wide a picture stands in a text: its measure, or the whole of a narrow page.
const SIZES: &str = "(min-width: 48rem) 42rem, 94vw";

struct Writer<'w> {
    screen: &'w Screen,
    voice: &'w Voice<'w>,
    out: String,
}

/// Escapes a text for HTML.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

impl Writer<'_> {
    fn wrapped(&mut self, tag: &str, inner: impl FnOnce(&mut Self)) {
        write!(self.out, "<{tag}>").expect("a string takes all");
        inner(self);
        write!(self.out, "</{tag}>").expect("a string takes all");
    }

    /// A block that stands in nothing. Records are Indonesian: in another interface it says so, for whoever hears the page.
    fn outer(&mut self, block: &Block) {
        let start = self.out.len();
        self.block(block);
        let tag = self.out[start..].find([' ', '>']).filter(|_| self.voice.locale.language != Language::Id);
        if let Some(end) = tag {
            self.out.insert_str(start + end, " lang=\"id\"");
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(inlines) => self.wrapped("p", |w| w.inlines(inlines)),
            Block::Heading(level, inlines) => {
                let tag = format!("h{}", (self.screen.under + level).min(6));
                self.wrapped(&tag, |w| w.inlines(inlines));
            }
            Block::List(start, items) => self.list(*start, items),
            Block::Quote(blocks) => self.wrapped("blockquote", |w| blocks.iter().for_each(|b| w.block(b))),
            Block::Code(text) => self.wrapped("pre", |w| w.wrapped("code", |w| escape(text, &mut w.out))),
            Block::Table(table) => self.table(table),
            Block::Rule => self.out.push_str("<hr>"),
            Block::Picture(picture) => self.picture(picture),
            Block::Definitions(list) => self.definitions(list),
            Block::Note(label, blocks) => {
                self.out.push_str("<div class=\"note\"><span class=\"note-label\">");
                escape(label, &mut self.out);
                self.out.push_str("</span>");
                blocks.iter().for_each(|b| self.block(b));
                self.out.push_str("</div>");
            }
        }
    }

    /// A picture of a text; its words where this edition does not show it.
    fn picture(&mut self, picture: &text::Picture) {
        let shown = self.voice.picture(picture.key, picture.words(), |path| self.screen.file(path));
        let Some(shown) = shown else {
            if !picture.words().is_empty() {
                self.wrapped("p", |w| escape(picture.words(), &mut w.out));
            }
            return;
        };
        self.out.push_str("<figure class=\"photo\"><img src=\"");
        escape(&shown.src, &mut self.out);
        if let Some(srcset) = &shown.srcset {
            self.out.push_str("\" srcset=\"");
            escape(srcset, &mut self.out);
            write!(self.out, "\" sizes=\"{SIZES}").expect("a string takes all");
        }
        write!(self.out, "\" width=\"{}\" height=\"{}\" alt=\"", shown.width, shown.height)
            .expect("a string takes all");
        escape(&shown.alt, &mut self.out);
        self.out.push_str("\" loading=\"lazy\" decoding=\"async\">");
        if let Some(caption) = &picture.caption {
            self.wrapped("figcaption", |w| escape(caption, &mut w.out));
        }
        self.out.push_str("</figure>");
    }

    fn list(&mut self, start: Option<u64>, items: &[ListItem]) {
        let tag = if start.is_some() { "ol" } else { "ul" };
        match start {
            Some(n) if n != 1 => write!(self.out, "<ol start=\"{n}\">").expect("a string takes all"),
            _ => write!(self.out, "<{tag}>").expect("a string takes all"),
        }
        for item in items {
            self.out.push_str(if item.done.is_some() { "<li class=\"task\">" } else { "<li>" });
            if let Some(done) = item.done {
                let (class, word) = if done { ("box done", "present.yes") } else { ("box", "present.no") };
                write!(self.out, "<span class=\"{class}\" role=\"img\" aria-label=\"").expect("a string takes all");
                escape(self.voice.locale.word(word), &mut self.out);
                self.out.push_str("\"></span> ");
            }
            match item.blocks.as_slice() {
                [Block::Paragraph(inlines)] => self.inlines(inlines),
                blocks => blocks.iter().for_each(|b| self.block(b)),
            }
            self.out.push_str("</li>");
        }
        write!(self.out, "</{tag}>").expect("a string takes all");
    }

    /// A table scrolls on its own where the page is narrow, by keyboard too. It is a group and not a region:
    /// a page with five tables has no five landmarks of one name.
    fn table(&mut self, table: &Table) {
        self.out.push_str("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
        escape(self.voice.locale.word("present.table"), &mut self.out);
        self.out.push_str("\"><table><thead>");
        self.row("th scope=\"col\"", "th", &table.head, &table.align);
        self.out.push_str("</thead><tbody>");
        table.rows.iter().for_each(|row| self.row("td", "td", row, &table.align));
        self.out.push_str("</tbody></table></div>");
    }

    fn row(&mut self, open: &str, close: &str, cells: &[Vec<Inline>], align: &[Align]) {
        self.out.push_str("<tr>");
        for (at, cell) in cells.iter().enumerate() {
            let class = match align.get(at) {
                Some(Align::Centre) => " class=\"centre\"",
                Some(Align::End) => " class=\"end\"",
                _ => "",
            };
            write!(self.out, "<{open}{class}>").expect("a string takes all");
            self.inlines(cell);
            write!(self.out, "</{close}>").expect("a string takes all");
        }
        self.out.push_str("</tr>");
    }

    fn definitions(&mut self, list: &[Definition]) {
        self.out.push_str("<dl>");
        for definition in list {
            self.wrapped("dt", |w| w.inlines(&definition.term));
            for meaning in &definition.meanings {
                self.wrapped("dd", |w| meaning.iter().for_each(|b| w.block(b)));
            }
        }
        self.out.push_str("</dl>");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        inlines.iter().for_each(|i| self.inline(i));
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => escape(text, &mut self.out),
            Inline::Strong(inner) => self.wrapped("strong", |w| w.inlines(inner)),
            Inline::Emphasis(inner) => self.wrapped("em", |w| w.inlines(inner)),
            Inline::Struck(inner) => self.wrapped("s", |w| w.inlines(inner)),
            Inline::Code(text) => self.wrapped("code", |w| escape(text, &mut w.out)),
            // Where nothing leads out, the address is read beside the words.
            Inline::Link(href, inner) if self.screen.alone => {
                self.inlines(inner);
                if !matches!(inner.as_slice(), [Inline::Text(text)] if text == href) {
                    escape(
                        &format!(" ({})", href.trim_start_matches("mailto:").trim_start_matches("tel:")),
                        &mut self.out,
                    );
                }
            }
            Inline::Link(href, inner) => {
                self.out.push_str("<a rel=\"noreferrer\" href=\"");
                escape(href, &mut self.out);
                self.out.push_str("\">");
                self.inlines(inner);
                self.out.push_str("</a>");
            }
            Inline::Record(id, words) => self.record(id, words.as_deref()),
            Inline::Number(quantity) => {
                let text = self.voice.quantity(quantity);
                self.out.push_str("<span class=\"figure\">");
                escape(&text, &mut self.out);
                self.out.push_str("</span>");
            }
            Inline::Time(at) => {
                let text = self.voice.time_of(*at);
                let iso = self.voice.when(*at).iso;
                write!(self.out, "<time datetime=\"{iso}\">").expect("a string takes all");
                escape(&text, &mut self.out);
                self.out.push_str("</time>");
            }
            Inline::Fact(inner) => self.inlines(inner),
            Inline::Break => self.out.push_str("<br>"),
            Inline::NoteRef(label) => self.wrapped("sup", |w| escape(label, &mut w.out)),
            Inline::Pending(pending) => escape(&format!("{{{}:{}}}", pending.kind, pending.id), &mut self.out),
        }
    }

    /// A record that is shown is linked under its title; any other prints as the words or the id alone.
    fn record(&mut self, id: &str, words: Option<&str>) {
        let Some(place) = self.voice.place(id) else {
            escape(words.unwrap_or(id), &mut self.out);
            return;
        };
        let Some(href) = self.screen.href(&place.route) else {
            escape(words.unwrap_or(place.title), &mut self.out);
            return;
        };
        self.out.push_str("<a href=\"");
        escape(&href, &mut self.out);
        self.out.push_str("\">");
        escape(words.unwrap_or(place.title), &mut self.out);
        self.out.push_str("</a>");
    }
}
