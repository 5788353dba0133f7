//! References by name, and the items of lists: what each says, boxed with its class, and its id.

use super::{Field, Keys, Looker, Reader, Shape, Spot, Visitor, entries, entry, first_line};
use crate::class::Class;
use crate::corpus::guarded::Guarded;
use crate::corpus::yaml::{CLASS_KEY, Entry, Node, is_class_key};
use crate::diagnostic::Code;
use crate::source::span::Span;
use std::ops::Range;

/// What a reference may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Target {
    /// A region by name, alias or code.
    Region,
    /// An agency by acronym or file name.
    Agency,
    /// An issue, playbook, conference or page by id.
    Record,
    /// A playbook by its file name.
    Playbook,
    /// An issue by id.
    Issue,
    /// A fact of the same record.
    Fact,
    /// A statement of the same record (or of the conference's only issue).
    Statement,
}

/// A name that stands for something else; the linker says what.
pub(crate) struct Reference {
    /// As it was written.
    pub text: String,
    /// Where.
    pub span: Span,
    /// What kind of thing it names.
    pub target: Target,
    /// What it is, once linked: a canonical id.
    pub found: Option<String>,
}

macro_rules! references {
    ($($(#[doc = $doc:literal])+ $name:ident => $target:ident, $words:literal;)+) => {
        $($(#[doc = $doc])+
        pub(crate) struct $name(pub Reference);

        impl Field for $name {
            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                let text = String::read(node, reader)?;
                let span = reader.span(&node.range);
                Some($name(Reference { text, span, target: Target::$target, found: None }))
            }
            fn shape() -> Shape {
                Shape::Reference($words)
            }
            fn walk(&mut self, class: Class, visitor: &mut dyn Visitor) {
                visitor.reference(&mut self.0, class);
            }
        })+
    };
}

references! {
    /// A region.
    RegionRef => Region, "wilayah";
    /// An agency.
    AgencyRef => Agency, "instansi";
    /// A playbook.
    PlaybookRef => Playbook, "playbook";
    /// An issue.
    IssueRef => Issue, "isu";
    /// A fact of the same record.
    FactRef => Fact, "fakta";
    /// A statement.
    StatementRef => Statement, "pernyataan";
}

/// An item of a list: what it says, boxed with its class, and its id.
pub(crate) struct Item<T> {
    /// Its id, written or counted by the linker.
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub guarded: Guarded<T>,
}

/// Characters of an id at most: with its ending it still is a file name everywhere.
pub(crate) const LONGEST: usize = 120;

/// An id: letters, digits, `.`, `_`, `-` and `:`, no spaces.
pub(crate) struct Id(pub String);

impl Field for Id {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "id")?.to_owned();
        let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "._-:".contains(c));
        // An id becomes a file name, and `index` is that of the list.
        if plain && text.len() <= LONGEST && !text.eq_ignore_ascii_case("index") {
            return Some(Id(text));
        }
        reader.report_with(Code::E0314, &node.range, "id", &text);
        None
    }
    fn shape() -> Shape {
        Shape::Line
    }
}

/// Keys that every item may carry.
pub(crate) const ITEM_KEYS: [&str; 3] = ["id", "klasifikasi", "catatan"];

impl<T: Keys> Item<T> {
    /// Reads an item from its entries; `name` is its id where its file gives it one.
    pub(crate) fn from_entries(
        entries: &[Entry],
        range: &Range<usize>,
        name: Option<&str>,
        reader: &mut Reader<'_>,
    ) -> Option<Self> {
        let id = entry::<Option<Id>>(entries, "id", range, reader).flatten().map(|id| id.0);
        let written = entries.iter().find(|e| is_class_key(&e.key));
        let misspelt = written.is_some_and(|e| misspelt_class(e, reader));
        let class = item_class(written, reader).filter(|_| !misspelt)?;
        let outer = std::mem::replace(&mut reader.class, class);
        let value = T::from_entries(entries, range, &ITEM_KEYS, reader);
        reader.class = outer;
        Some(Item {
            id: id.or_else(|| name.map(str::to_owned)).unwrap_or_default(),
            span: reader.span(&first_line(reader.source, range)),
            guarded: Guarded::new(class, value?),
        })
    }
}

/// Reports a key that is meant to be the class and is spelled otherwise: what it stands on closes, it does not open.
pub(crate) fn misspelt_class(entry: &Entry, reader: &mut Reader<'_>) -> bool {
    let misspelt = entry.key != CLASS_KEY;
    if misspelt {
        let problem = reader.report(Code::E0301, &entry.key_range);
        problem.args.push(("key", entry.key.clone()));
        problem.args.push(("suggestion", CLASS_KEY.to_owned()));
        problem.replacement = Some(CLASS_KEY.to_owned());
    }
    misspelt
}

/// An item is as strict as its record, or stricter. A class that cannot be read withholds the item.
fn item_class(written: Option<&Entry>, reader: &mut Reader<'_>) -> Option<Class> {
    let Some(entry) = written else { return Some(reader.class) };
    let class = Class::read(&entry.node, reader)?;
    if class < reader.class {
        let record = reader.class.key();
        reader.report_with(Code::E0316, &entry.node.range, "record", record);
    }
    Some(class.max(reader.class))
}

impl<T: Keys> Field for Item<T> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let entries = entries(node, reader)?;
        Item::from_entries(entries, &node.range, None, reader)
    }
    fn read_named(node: &Node, name: Option<&str>, reader: &mut Reader<'_>) -> Option<Self> {
        let entries = entries(node, reader)?;
        Item::from_entries(entries, &node.range, name, reader)
    }
    fn shape() -> Shape {
        Shape::Keys(T::NAME, T::FIELDS)
    }
    fn walk(&mut self, _class: Class, visitor: &mut dyn Visitor) {
        let class = self.guarded.class();
        visitor.item(&self.id, &self.span);
        self.guarded.for_linker().walk_keys(class, visitor);
    }
    fn look<'a>(&'a self, spot: Spot<'a>, looker: &mut dyn Looker<'a>) {
        let class = self.guarded.class();
        if looker.sees(class) {
            // Of an item inside an item the outer one is the place that people know.
            let item = spot.item.or(Some((&self.id, &self.span)));
            self.guarded.for_author().look_keys(class, Some(Spot { item, class, ..spot }), looker);
        }
    }
}
