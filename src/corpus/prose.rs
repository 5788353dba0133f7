//! Markdown to a tree, with references and substitutions found on the way.
//!
//! In: a text field or a body. Out: [`Prose`]. Raw HTML becomes text, links of doubtful schemes
//! become their words, and nothing is interpreted twice.

use super::fields::{Field, Looker, Reader, Shape, Spot, Visitor};
use super::view::text::{Align, Block, Definition, Inline, ListItem, Pending, Picture, PictureKey, Table, plain};
use super::yaml::{Node, Value};
use crate::class::Class;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::span::Span;
use std::borrow::Cow;

use pulldown_cmark::{Alignment, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};

/// A text that was written as Markdown.
pub(crate) struct Prose {
    /// Where; [`Prose::raw`] reads there what was typed.
    pub span: Span,
    /// What it says.
    pub blocks: Vec<Block>,
    /// It cites something stricter than itself: no edition shows it until it is mended.
    pub withheld: bool,
    /// Where it cites a death toll that the families have not been told: no public edition shows it.
    pub toll: Option<Span>,
    /// Something in it could not be filled in: it is never read aloud as it stands.
    pub hole: bool,
    /// What it cites, as the linker found it.
    pub cites: Vec<Cite>,
    /// The files of its pictures, as they were typed. Until they are numbered, the key of a picture is its place here; a
    /// file without a picture stands where none can be shown.
    pub pictures: Vec<String>,
}

/// A fact, a number, the time of a number, or a record that a text cites.
#[derive(Debug, Clone)]
pub(crate) struct Cite {
    /// `fakta`, `angka`, `waktu`; empty for a record.
    pub kind: String,
    /// Full id of the item ("ISU-64.72-2026-001#f1") or of the record.
    pub id: String,
    /// Where.
    pub place: Span,
}

impl Field for Prose {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar(text) if !text.trim().is_empty() => {
                let mut prose = Prose::parse(text, reader.span(&node.range));
                prose.refuse_pictures(reader);
                Some(prose)
            }
            Value::Scalar(_) | Value::Empty => {
                reader.report(Code::E0315, &node.range);
                None
            }
            _ => {
                let range = super::fields::first_line(reader.source, &node.range);
                reader.report(Code::E0303, &range).args.push(("wanted", "teks di bawah |".to_owned()));
                None
            }
        }
    }
    fn shape() -> Shape {
        Shape::Prose
    }
    fn walk(&mut self, class: Class, visitor: &mut dyn Visitor) {
        visitor.prose(self, class);
    }
    fn look<'a>(&'a self, spot: Spot<'a>, looker: &mut dyn Looker<'a>) {
        looker.prose(spot, self);
    }
}

impl Prose {
    /// Reads Markdown that stands at a place.
    pub(crate) fn parse(raw: &str, span: Span) -> Prose {
        let (text, slots) = hide_substitutions(raw);
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_WIKILINKS;
        let mut tree = Tree { slots: &slots, stack: vec![Frame::new(Holder::Root)], pictures: Vec::new() };
        for event in TextMergeStream::new(Parser::new_ext(&text, options)) {
            tree.take(event);
        }
        let (mut blocks, pictures) = tree.finish();
        normalise_headings(&mut blocks);
        Prose { span, blocks, withheld: false, toll: None, hole: false, cites: Vec::new(), pictures }
    }

    /// A text field is read aloud, quoted and laid into other texts: a picture in it leaves its description.
    fn refuse_pictures(&mut self, reader: &mut Reader<'_>) {
        let files = std::mem::take(&mut self.pictures);
        for at in 0..files.len() {
            let place = self.place_of_picture(&files, at);
            reader.problems.push(Diagnostic::at(Code::W0419, place).with("file", files[at].clone()));
        }
        if !files.is_empty() {
            each_picture_mut(&mut self.blocks, &mut |picture| picture.key = None);
        }
    }

    /// Where one of its pictures is named.
    pub(crate) fn place_of_picture(&self, files: &[String], at: usize) -> Span {
        let before = files[..at].iter().filter(|f| **f == files[at]).count();
        self.place_of(&files[at], before)
    }

    /// The text as it was typed, without the marks that YAML wants around it; a fingerprint is taken of it.
    pub(crate) fn raw(&self) -> Cow<'_, str> {
        let text = self.span.text().trim();
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let header = first.split('#').next().unwrap_or(first).trim_end();
        let block = header.starts_with(['|', '>']) && header[1..].chars().all(|c| "+-123456789".contains(c));
        let inside = |mark: char| text.strip_prefix(mark).and_then(|t| t.strip_suffix(mark));
        if block {
            Cow::Borrowed(rest)
        } else if let Some(quoted) = inside('"') {
            Cow::Owned(quoted.replace("\\\"", "\"").replace("\\\\", "\\"))
        } else if let Some(quoted) = inside('\'') {
            Cow::Owned(quoted.replace("''", "'"))
        } else {
            Cow::Borrowed(text)
        }
    }

    /// The place of an occurrence of some words in this text, counted from nought; its first line where they cannot be
    /// found.
    pub(crate) fn place_of(&self, words: &str, occurrence: usize) -> Span {
        match self.span.text().match_indices(words).nth(occurrence) {
            Some((at, _)) => {
                let start = self.span.range.start + at;
                Span::new(&self.span.source, start..start + words.len())
            }
            None => {
                let range = super::fields::first_line(&self.span.source, &self.span.range);
                Span::new(&self.span.source, range)
            }
        }
    }
}

/// Visits the pictures of some blocks, to number them.
pub(crate) fn each_picture_mut(blocks: &mut [Block], f: &mut dyn FnMut(&mut Picture)) {
    for block in blocks {
        match block {
            Block::Picture(picture) => f(picture),
            Block::List(_, items) => items.iter_mut().for_each(|i| each_picture_mut(&mut i.blocks, f)),
            Block::Quote(blocks) | Block::Note(_, blocks) => each_picture_mut(blocks, f),
            Block::Definitions(list) => {
                list.iter_mut().flat_map(|d| &mut d.meanings).for_each(|m| each_picture_mut(m, f));
            }
            Block::Paragraph(_) | Block::Heading(..) | Block::Code(_) | Block::Table(_) | Block::Rule => {}
        }
    }
}

/// First of the private-use characters that stand for substitutions while Markdown is read.
const SLOT: u32 = 0xF_0000;
/// How many there can be in one text.
const SLOTS: usize = 0xFFF0;

/// Puts one private character for each `{angka:…}`; `\{` stays for Markdown to unescape.
fn hide_substitutions(raw: &str) -> (String, Vec<String>) {
    let mut out = String::with_capacity(raw.len());
    let mut slots = Vec::new();
    let mut rest = raw;
    while let Some(at) = rest.find('{') {
        let escaped = rest[..at].ends_with('\\');
        out.extend(rest[..at].chars().filter(|c| !is_private(*c)));
        let inner = substitution(&rest[at..]);
        match inner {
            Some((inner, length)) if !escaped && slots.len() < SLOTS => {
                let mark = char::from_u32(SLOT + u32::try_from(slots.len()).unwrap_or(0));
                out.extend(mark);
                slots.push(inner);
                rest = &rest[at + length..];
            }
            _ => {
                out.push('{');
                rest = &rest[at + 1..];
            }
        }
    }
    out.extend(rest.chars().filter(|c| !is_private(*c)));
    (out, slots)
}

fn is_private(c: char) -> bool {
    (SLOT..=0xF_FFFD).contains(&u32::from(c))
}

/// What `{…:…}` may substitute; meant even where it is not spelled as it should be.
pub(crate) const SUBSTITUTIONS: [&str; 3] = ["angka", "waktu", "fakta"];

/// `angka:kk` of `{angka:kk} …`, and how many bytes that takes. `{ Angka: kk }` is the same; `{angka:kk, orang}` and a
/// brace that is not closed are meant too, and the linker says what is wrong. Anything else in braces is text.
fn substitution(text: &str) -> Option<(String, usize)> {
    let rest = text.get(1..)?;
    let end = rest.find(['}', '\n', '{']).unwrap_or(rest.len());
    let closed = rest[end..].starts_with('}');
    let (kind, id) = rest[..end].split_once(':')?;
    let (plain_kind, id) = (kind.trim().to_lowercase(), id.trim());
    if SUBSTITUTIONS.contains(&plain_kind.as_str()) {
        if closed {
            return Some((format!("{plain_kind}:{id}"), end + 2));
        }
        let first = id.split_whitespace().next().unwrap_or_default();
        let length = rest[..end].find(first).map_or(end, |at| at + first.len()).max(kind.len() + 1);
        return Some((format!("{plain_kind}:{first}…"), length + 1));
    }
    let word = |t: &str| !t.is_empty() && t.chars().all(|c| c.is_ascii_alphanumeric() || "_-.#".contains(c));
    let strict = closed && kind.chars().all(|c| c.is_ascii_lowercase()) && word(kind) && word(id);
    strict.then(|| (format!("{kind}:{id}"), end + 2))
}

/// What a frame will become.
enum Holder {
    Root,
    Paragraph,
    Heading(u8),
    List(Option<u64>),
    Item(Option<bool>),
    Quote,
    Code,
    Table(Vec<Align>),
    Head,
    Row,
    Cell,
    Definitions,
    Term,
    Meaning,
    Note(String),
    Strong,
    Emphasis,
    Struck,
    Link(String),
    Record(String, bool),
    Image { file: String, title: String },
    Html,
}

struct Frame {
    holder: Holder,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    items: Vec<ListItem>,
    rows: Vec<Vec<Vec<Inline>>>,
    cells: Vec<Vec<Inline>>,
    terms: Vec<Definition>,
}

impl Frame {
    fn new(holder: Holder) -> Frame {
        Frame {
            holder,
            blocks: Vec::new(),
            inlines: Vec::new(),
            items: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            terms: Vec::new(),
        }
    }

    /// Loose inlines (of tight list items) become a paragraph.
    fn settle(&mut self) {
        if !self.inlines.is_empty() {
            let inlines = std::mem::take(&mut self.inlines);
            self.blocks.push(Block::Paragraph(inlines));
        }
    }
}

struct Tree<'s> {
    slots: &'s [String],
    stack: Vec<Frame>,
    pictures: Vec<String>,
}

impl Tree<'_> {
    fn top(&mut self) -> &mut Frame {
        self.stack.last_mut().expect("the root is never taken off")
    }

    fn finish(mut self) -> (Vec<Block>, Vec<String>) {
        while self.stack.len() > 1 {
            self.close();
        }
        let mut root = self.stack.pop().expect("the root");
        root.settle();
        root.blocks.shrink_to_fit();
        (root.blocks, self.pictures)
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => {
                let holder = holder(tag);
                if is_block(&holder) {
                    self.top().settle();
                }
                self.stack.push(Frame::new(holder));
            }
            Event::End(TagEnd::TableRow | TagEnd::TableHead)
                if !matches!(self.top().holder, Holder::Row | Holder::Head) => {}
            Event::End(_) => self.close(),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                let text = self.restored(&text);
                self.top().inlines.push(Inline::Code(text));
            }
            Event::SoftBreak => self.top().inlines.push(Inline::Text(" ".to_owned())),
            Event::HardBreak => self.top().inlines.push(Inline::Break),
            Event::Rule => {
                self.top().settle();
                self.top().blocks.push(Block::Rule);
            }
            Event::FootnoteReference(label) => self.top().inlines.push(Inline::NoteRef(label.into_string())),
            Event::TaskListMarker(done) => {
                let item = self.stack.iter_mut().rev().find(|f| matches!(f.holder, Holder::Item(_)));
                if let Some(frame) = item {
                    frame.holder = Holder::Item(Some(done));
                }
            }
        }
    }

    /// Text, with the private characters made substitutions again.
    fn text(&mut self, text: &str) {
        if matches!(self.top().holder, Holder::Code | Holder::Html) {
            let text = self.restored(text);
            self.top().inlines.push(Inline::Text(text));
            return;
        }
        let mut plain = String::new();
        for c in text.chars() {
            match self.slot(c) {
                Some(slot) => {
                    if !plain.is_empty() {
                        self.top().inlines.push(Inline::Text(std::mem::take(&mut plain)));
                    }
                    let (kind, id) = slot.split_once(':').expect("a substitution has a colon");
                    let pending = Pending { kind: kind.to_owned(), id: id.to_owned() };
                    self.top().inlines.push(Inline::Pending(pending));
                }
                None => plain.extend(clean(c)),
            }
        }
        if !plain.is_empty() {
            self.top().inlines.push(Inline::Text(plain));
        }
    }

    fn slot(&self, c: char) -> Option<String> {
        let at = u32::from(c).checked_sub(SLOT)?;
        self.slots.get(at as usize).cloned()
    }

    fn restored(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match self.slot(c) {
                Some(slot) => out.push_str(&format!("{{{slot}}}")),
                None => out.extend(clean(c)),
            }
        }
        out
    }

    fn close(&mut self) {
        let mut frame = self.stack.pop().expect("a frame was opened");
        // Thousands of records are kept: no spare room in what is kept.
        frame.inlines.shrink_to_fit();
        frame.blocks.shrink_to_fit();
        if matches!(frame.holder, Holder::Item(_) | Holder::Quote | Holder::Meaning | Holder::Note(_)) {
            frame.settle();
        }
        let parent = self.top();
        match frame.holder {
            Holder::Paragraph if blank(&frame.inlines) => {}
            Holder::Root => parent.blocks.append(&mut frame.blocks),
            Holder::Paragraph => parent.blocks.push(Block::Paragraph(frame.inlines)),
            Holder::Heading(level) => parent.blocks.push(Block::Heading(level, frame.inlines)),
            Holder::List(start) => parent.blocks.push(Block::List(start, frame.items)),
            Holder::Item(done) => parent.items.push(ListItem { done, blocks: frame.blocks }),
            Holder::Quote => parent.blocks.push(Block::Quote(frame.blocks)),
            Holder::Code => parent.blocks.push(Block::Code(texts(frame.inlines))),
            Holder::Html => {
                parent.blocks.push(Block::Paragraph(vec![Inline::Text(texts(frame.inlines).trim_end().to_owned())]))
            }
            Holder::Table(align) => {
                let mut rows = frame.rows.into_iter();
                let head = rows.next().unwrap_or_default();
                parent.blocks.push(Block::Table(Table { align, head, rows: rows.collect() }));
            }
            Holder::Head | Holder::Row => parent.rows.push(frame.cells),
            Holder::Cell => parent.cells.push(frame.inlines),
            Holder::Definitions => parent.blocks.push(Block::Definitions(frame.terms)),
            Holder::Term => parent.terms.push(Definition { term: frame.inlines, meanings: Vec::new() }),
            Holder::Meaning => {
                if let Some(last) = parent.terms.last_mut() {
                    last.meanings.push(frame.blocks);
                }
            }
            Holder::Note(label) => parent.blocks.push(Block::Note(label, frame.blocks)),
            Holder::Strong => parent.inlines.push(Inline::Strong(frame.inlines)),
            Holder::Emphasis => parent.inlines.push(Inline::Emphasis(frame.inlines)),
            Holder::Struck => parent.inlines.push(Inline::Struck(frame.inlines)),
            Holder::Link(href) if href.is_empty() => parent.inlines.append(&mut frame.inlines),
            Holder::Link(href) => parent.inlines.push(Inline::Link(href, frame.inlines)),
            Holder::Record(id, words) => {
                let words = words.then(|| plain(&[Block::Paragraph(frame.inlines)]));
                parent.inlines.push(Inline::Record(id, words));
            }
            Holder::Image { file, title } => self.picture(file, title, frame.inlines),
        }
    }

    /// A picture becomes a block of its own, and the paragraph goes on behind it. Inside a link, a heading or a table
    /// there is no room for one: there it gives its description.
    fn picture(&mut self, file: String, title: String, mut alt: Vec<Inline>) {
        let key = PictureKey(u32::try_from(self.pictures.len()).expect("a text is shorter"));
        self.pictures.push(file);
        let loose = self.top();
        if matches!(loose.holder, Holder::Paragraph) {
            let before = std::mem::take(&mut loose.inlines);
            let outer = self.stack.len() - 2;
            let outer = self.stack.get_mut(outer).expect("a paragraph stands in something");
            if !blank(&before) {
                outer.blocks.push(Block::Paragraph(before));
            }
            outer.blocks.push(described(key, title, alt));
        } else if matches!(loose.holder, Holder::Item(_) | Holder::Meaning) {
            loose.settle();
            loose.blocks.push(described(key, title, alt));
        } else {
            loose.inlines.append(&mut alt);
        }
    }
}

fn described(key: PictureKey, title: String, alt: Vec<Inline>) -> Block {
    let caption = Some(title.trim().to_owned()).filter(|t| !t.is_empty());
    Block::Picture(Picture { key: Some(key), public: false, alt: plain(&[Block::Paragraph(alt)]), caption })
}

/// Nothing but the space around a picture.
fn blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|i| matches!(i, Inline::Break) || matches!(i, Inline::Text(t) if t.trim().is_empty()))
}

fn holder(tag: Tag<'_>) -> Holder {
    match tag {
        Tag::Paragraph => Holder::Paragraph,
        Tag::Heading { level, .. } => Holder::Heading(level as u8),
        Tag::BlockQuote(_) => Holder::Quote,
        Tag::CodeBlock(_) => Holder::Code,
        Tag::HtmlBlock | Tag::MetadataBlock(_) => Holder::Html,
        Tag::List(start) => Holder::List(start),
        Tag::Item => Holder::Item(None),
        Tag::FootnoteDefinition(label) => Holder::Note(label.into_string()),
        Tag::Table(align) => Holder::Table(align.into_iter().map(alignment).collect()),
        Tag::TableHead => Holder::Head,
        Tag::TableRow => Holder::Row,
        Tag::TableCell => Holder::Cell,
        Tag::Strong => Holder::Strong,
        Tag::Emphasis | Tag::Superscript | Tag::Subscript => Holder::Emphasis,
        Tag::Strikethrough => Holder::Struck,
        Tag::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => {
            Holder::Record(dest_url.trim().to_owned(), has_pothole)
        }
        Tag::Link { dest_url, .. } => Holder::Link(safe_link(&dest_url)),
        Tag::Image { dest_url, title, .. } => {
            Holder::Image { file: dest_url.trim().to_owned(), title: title.into_string() }
        }
        Tag::DefinitionList => Holder::Definitions,
        Tag::DefinitionListTitle => Holder::Term,
        Tag::DefinitionListDefinition => Holder::Meaning,
    }
}

fn is_block(holder: &Holder) -> bool {
    !matches!(
        holder,
        Holder::Strong
            | Holder::Emphasis
            | Holder::Struck
            | Holder::Link(_)
            | Holder::Record(..)
            | Holder::Image { .. }
    )
}

fn alignment(align: Alignment) -> Align {
    match align {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::End,
    }
}

/// Schemes that may be followed; anything else leaves only its words.
const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];

fn safe_link(href: &str) -> String {
    let lower = href.trim().to_ascii_lowercase();
    let good = SCHEMES.iter().any(|s| lower.starts_with(s)) && href.len() < 2000 && !href.contains(char::is_control);
    if good { href.trim().to_owned() } else { String::new() }
}

/// Leaves out what no page and no paper can show: control characters and bidirectional overrides.
fn clean(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => Some(c),
        c if c.is_control() => None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
        '\u{e000}'..='\u{f8ff}' => Some('\u{fffd}'),
        c => Some(c),
    }
}

fn texts(inlines: Vec<Inline>) -> String {
    inlines.into_iter().filter_map(|i| if let Inline::Text(t) | Inline::Code(t) = i { Some(t) } else { None }).collect()
}

/// Headings start at level 1 and never skip one: PDF/UA and screen readers want that.
fn normalise_headings(blocks: &mut [Block]) {
    let mut open: Vec<u8> = Vec::new();
    for block in blocks {
        if let Block::Heading(level, _) = block {
            while open.last().is_some_and(|l| *l >= *level) {
                open.pop();
            }
            open.push(*level);
            *level = u8::try_from(open.len()).unwrap_or(6).min(3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::source::path::RelPath;

    fn read(text: &str) -> Vec<Block> {
        let source = Source::new(RelPath::new("a.md").expect("inside"), text.to_owned());
        Prose::parse(text, Span::new(&source, 0..text.len())).blocks
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn substitutions_are_found_and_braces_can_be_escaped() {
        let pending = Inline::Pending(Pending { kind: "angka".into(), id: "kk_terdampak".into() });
        assert_eq!(
            read("Ada {angka:kk_terdampak} kini"),
            vec![Block::Paragraph(vec![text("Ada "), pending, text(" kini")])]
        );
        assert_eq!(read("\\{angka:kk}"), vec![Block::Paragraph(vec![text("{angka:kk}")])]);
        assert_eq!(read("`{angka:kk}`"), vec![Block::Paragraph(vec![Inline::Code("{angka:kk}".into())])]);
        let same = read("Ada {angka:kk_terdampak} kini");
        assert_eq!(read("Ada { Angka: kk_terdampak } kini"), same, "capitals and spaces do not matter");
        let meant =
            |t: &str| matches!(&read(t)[0], Block::Paragraph(c) if c.iter().any(|i| matches!(i, Inline::Pending(_))));
        assert!(meant("{angka:kk, orang}") && meant("Ada {fakta:f1 dan lagi"), "what is meant is not printed as text");
        assert_eq!(read("{{ 7*7 }}"), vec![Block::Paragraph(vec![text("{{ 7*7 }}")])]);
    }

    #[test]
    fn what_was_typed_is_read_without_the_marks_of_yaml() {
        let raw = |text: &str| {
            let source = Source::new(RelPath::new("a.yaml").expect("inside"), text.to_owned());
            Prose::parse("", Span::new(&source, 0..text.len())).raw().into_owned()
        };
        assert_eq!(raw("|\n      Enam RT\n"), "      Enam RT");
        assert_eq!(raw("|- # singkat\n  Enam RT"), "  Enam RT");
        assert_eq!(raw("\"Ya: \\\"benar\\\"\""), "Ya: \"benar\"");
        assert_eq!(raw("'hari ini ''libur'''"), "hari ini 'libur'");
        assert_eq!(raw("| a | b |\n|---|---|"), "| a | b |\n|---|---|");
    }

    #[test]
    fn html_is_text_and_doubtful_links_are_words() {
        assert_eq!(read("a <b>x</b>"), vec![Block::Paragraph(vec![text("a "), text("<b>"), text("x"), text("</b>")])]);
        assert_eq!(read("[klik](javascript:alert(1))"), vec![Block::Paragraph(vec![text("klik")])]);
        let Block::Paragraph(script) = &read("<script>alert(1)</script>")[0] else { panic!("a paragraph") };
        assert_eq!(script, &vec![text("<script>alert(1)</script>")]);
    }

    #[test]
    fn records_are_linked_with_their_words() {
        assert_eq!(
            read("[[playbook:banjir|prosedur banjir]]"),
            vec![Block::Paragraph(vec![Inline::Record("playbook:banjir".into(), Some("prosedur banjir".into()))])]
        );
        assert_eq!(
            read("[[ISU-64.72-2026-001]]"),
            vec![Block::Paragraph(vec![Inline::Record("ISU-64.72-2026-001".into(), None)])]
        );
    }

    #[test]
    fn headings_never_skip_a_level() {
        let levels: Vec<u8> = read("### a\n\n##### b\n\n### c\n\n# d")
            .iter()
            .filter_map(|b| if let Block::Heading(l, _) = b { Some(*l) } else { None })
            .collect();
        assert_eq!(levels, [1, 2, 1, 1]);
    }
}
