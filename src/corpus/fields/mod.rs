//! The typed reader of fields. It collects problems instead of stopping at the first.
//!
//! In: a [`Node`] and what a record kind says of its fields ([`record!`](crate::record)). Out: typed
//! values with their places. The same definition yields the reader, the field guide and the walk over
//! references; nothing about a field is written twice.

mod item;
mod list;
mod number;
mod picture;
mod plain;

pub(crate) use item::{
    AgencyRef, FactRef, ITEM_KEYS, Id, IssueRef, Item, LONGEST, PlaybookRef, Reference, RegionRef, StatementRef,
    Target, misspelt_class,
};
pub(crate) use list::{AtMost, Filled};
pub(crate) use number::{Scale, Whole};
pub(crate) use picture::PictureFile;
pub(crate) use plain::Day;
pub(crate) use plain::read_word;

use super::prose::Prose;
use super::yaml::{Entry, Node, Value};
use crate::class::Class;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceRef;
use crate::source::span::Span;
use crate::time::Zone;
use std::ops::Range;

/// What one file's fields are read with.
pub(crate) struct Reader<'a> {
    /// The file.
    pub source: &'a SourceRef,
    /// The book's zone.
    pub zone: Zone,
    /// Class of the record around the field.
    pub class: Class,
    /// What is wrong so far.
    pub problems: Vec<Diagnostic>,
}

impl Reader<'_> {
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.source, range.clone())
    }

    pub(crate) fn report(&mut self, code: Code, range: &Range<usize>) -> &mut Diagnostic {
        self.problems.push(Diagnostic::at(code, self.span(range)));
        self.problems.last_mut().expect("just pushed")
    }

    fn report_with(&mut self, code: Code, range: &Range<usize>, name: &'static str, value: &str) {
        self.report(code, range).args.push((name, value.to_owned()));
    }

    /// The text of a scalar, or a problem that names what was wanted.
    fn scalar<'n>(&mut self, node: &'n Node, wanted: &str) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(text) if !text.trim().is_empty() => Some(text.trim()),
            Value::Scalar(_) | Value::Empty => {
                self.report(Code::E0315, &node.range);
                None
            }
            Value::List(_) | Value::Map(_) => {
                let range = first_line(self.source, &node.range);
                self.report_with(Code::E0303, &range, "wanted", wanted);
                None
            }
        }
    }
}

/// The part of a range on its first line: enough to point at.
pub(crate) fn first_line(source: &SourceRef, range: &Range<usize>) -> Range<usize> {
    let text = source.text.get(range.clone()).unwrap_or_default();
    range.start..range.start + text.lines().next().unwrap_or_default().len()
}

/// What a field looks like, for the field guide (and later the schema).
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// One line of text.
    Line,
    /// Prose, Markdown.
    Prose,
    /// A number as an Indonesian types it.
    Number,
    /// A whole number from … to ….
    Whole(i64, i64),
    /// A time with its hour.
    Moment,
    /// A day, or a time.
    Day,
    /// ya or tidak.
    YesNo,
    /// One of these words.
    Words(&'static [&'static str]),
    /// The name of something else: region, agency, record, item.
    Reference(&'static str),
    /// A list.
    List(Box<Shape>),
    /// Keys of its own.
    Keys(&'static str, &'static [FieldDef]),
}

/// One field, as the field guide tells it.
#[derive(Debug)]
pub(crate) struct FieldDef {
    /// Key in the file.
    pub key: &'static str,
    /// What it is for, in an officer's words.
    pub doc: &'static str,
    /// What it looks like.
    pub shape: fn() -> Shape,
    /// It must be there.
    pub required: fn() -> bool,
}

/// Something that wants to see all references and texts of a record.
pub(crate) trait Visitor {
    /// A text, and the class of the innermost thing it stands in.
    fn prose(&mut self, prose: &mut Prose, class: Class);
    /// A reference, likewise.
    fn reference(&mut self, reference: &mut Reference, class: Class);
    /// An item with its id.
    fn item(&mut self, _id: &str, _span: &Span) {}
}

/// Where a text stands that a [`Looker`] is shown.
#[derive(Clone, Copy)]
pub(crate) struct Spot<'a> {
    /// Top-level key of the record: "pernyataan".
    pub list: &'static str,
    /// The innermost key: "teks".
    pub key: &'static str,
    /// Id and place of the item of the list, where there is one.
    pub item: Option<(&'a str, &'a Span)>,
    /// Class of the innermost thing it stands in.
    pub class: Class,
}

/// Something that reads all texts of a record, and changes none.
pub(crate) trait Looker<'a> {
    /// May it look at things of this class?
    fn sees(&self, class: Class) -> bool;
    /// A text.
    fn prose(&mut self, spot: Spot<'a>, prose: &'a Prose);
    /// A line.
    fn line(&mut self, spot: Spot<'a>, line: &'a str);
}

/// A type that a field can have.
pub(crate) trait Field: Sized {
    /// Reads it. `None` means that a problem has been reported.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;
    /// What stands for it when the key is missing; `None` makes the key required.
    fn absent() -> Option<Self> {
        None
    }
    /// What stands for it when it was there but could not be read: nothing, for what may be missing.
    fn broken() -> Option<Self> {
        Self::absent()
    }
    /// Reads it from a file of its own, whose name is its id.
    fn read_named(node: &Node, _name: Option<&str>, reader: &mut Reader<'_>) -> Option<Self> {
        Self::read(node, reader)
    }
    /// Takes in a list, or an item, that lies in a file of its own. False for what is no list.
    fn take_in(&mut self, _node: &Node, _name: Option<&str>, _reader: &mut Reader<'_>) -> bool {
        false
    }
    /// What it looks like.
    fn shape() -> Shape;
    /// Shows its texts and references, to be filled in.
    fn walk(&mut self, _class: Class, _visitor: &mut dyn Visitor) {}
    /// Shows its texts, to be read.
    fn look<'a>(&'a self, _spot: Spot<'a>, _looker: &mut dyn Looker<'a>) {}
}

/// A type made of keys.
pub(crate) trait Keys: Sized {
    /// Its fields.
    const FIELDS: &'static [FieldDef];
    /// Its name.
    const NAME: &'static str;
    /// Reads it from its entries; keys in `besides` belong to the caller.
    fn from_entries(entries: &[Entry], range: &Range<usize>, besides: &[&str], reader: &mut Reader<'_>)
    -> Option<Self>;
    /// Adds a list, or an item of one, that lies in a file of its own. False if there is no such list.
    fn extend_key(&mut self, key: &str, node: &Node, name: Option<&str>, reader: &mut Reader<'_>) -> bool;
    /// Shows its texts and references, to be filled in.
    fn walk_keys(&mut self, class: Class, visitor: &mut dyn Visitor);
    /// Shows its texts, to be read; without a spot they are those of a record.
    fn look_keys<'a>(&'a self, class: Class, spot: Option<Spot<'a>>, looker: &mut dyn Looker<'a>);
}

/// Defines a record or a part of one: the struct, its reader, its docs and its walk, from one list.
#[macro_export]
#[doc(hidden)]
macro_rules! record {
    ($(#[doc = $doc:literal])+ $name:ident { $( $(#[doc = $fdoc:literal])+ $key:literal $field:ident: $ty:ty, )+ }) => {
        $(#[doc = $doc])+
        pub(crate) struct $name { $( $(#[doc = $fdoc])+ pub $field: $ty, )+ }

        impl $crate::corpus::fields::Keys for $name {
            const NAME: &'static str = stringify!($name);
            const FIELDS: &'static [$crate::corpus::fields::FieldDef] = &[
                $($crate::corpus::fields::FieldDef {
                    key: $key,
                    doc: concat!($($fdoc),+),
                    shape: <$ty as $crate::corpus::fields::Field>::shape,
                    required: || <$ty as $crate::corpus::fields::Field>::absent().is_none(),
                },)+
            ];

            fn from_entries(
                entries: &[$crate::corpus::yaml::Entry],
                range: &std::ops::Range<usize>,
                besides: &[&str],
                reader: &mut $crate::corpus::fields::Reader<'_>,
            ) -> Option<Self> {
                $crate::corpus::fields::refuse_unknown(entries, Self::FIELDS, besides, reader);
                $(let $field = $crate::corpus::fields::entry::<$ty>(entries, $key, range, reader);)+
                Some($name { $($field: $field?,)+ })
            }

            fn extend_key(
                &mut self,
                key: &str,
                node: &$crate::corpus::yaml::Node,
                name: Option<&str>,
                reader: &mut $crate::corpus::fields::Reader<'_>,
            ) -> bool {
                match key {
                    $($key => $crate::corpus::fields::Field::take_in(&mut self.$field, node, name, reader),)+
                    _ => false,
                }
            }

            fn walk_keys(&mut self, class: $crate::class::Class, visitor: &mut dyn $crate::corpus::fields::Visitor) {
                $($crate::corpus::fields::Field::walk(&mut self.$field, class, visitor);)+
            }

            fn look_keys<'a>(
                &'a self,
                class: $crate::class::Class,
                spot: Option<$crate::corpus::fields::Spot<'a>>,
                looker: &mut dyn $crate::corpus::fields::Looker<'a>,
            ) {
                $($crate::corpus::fields::Field::look(
                    &self.$field,
                    $crate::corpus::fields::Spot {
                        key: $key,
                        ..spot.unwrap_or($crate::corpus::fields::Spot { list: $key, key: $key, item: None, class })
                    },
                    looker,
                );)+
            }
        }

        impl $crate::corpus::fields::Field for $name {
            fn read(node: &$crate::corpus::yaml::Node, reader: &mut $crate::corpus::fields::Reader<'_>) -> Option<Self> {
                let entries = $crate::corpus::fields::entries(node, reader)?;
                <Self as $crate::corpus::fields::Keys>::from_entries(entries, &node.range, &[], reader)
            }
            fn shape() -> $crate::corpus::fields::Shape {
                $crate::corpus::fields::Shape::Keys(
                    stringify!($name),
                    <Self as $crate::corpus::fields::Keys>::FIELDS,
                )
            }
            fn walk(&mut self, class: $crate::class::Class, visitor: &mut dyn $crate::corpus::fields::Visitor) {
                $crate::corpus::fields::Keys::walk_keys(self, class, visitor);
            }
            fn look<'a>(
                &'a self,
                spot: $crate::corpus::fields::Spot<'a>,
                looker: &mut dyn $crate::corpus::fields::Looker<'a>,
            ) {
                $crate::corpus::fields::Keys::look_keys(self, spot.class, Some(spot), looker);
            }
        }
    };
}

/// The entries of a map, or a problem.
pub(crate) fn entries<'n>(node: &'n Node, reader: &mut Reader<'_>) -> Option<&'n [Entry]> {
    match &node.value {
        Value::Map(entries) => Some(entries),
        Value::Empty => {
            reader.report(Code::E0315, &node.range);
            None
        }
        _ => {
            let range = first_line(reader.source, &node.range);
            reader.report_with(Code::E0303, &range, "wanted", "kunci: nilai");
            None
        }
    }
}

/// Reads one key of a map.
pub(crate) fn entry<T: Field>(
    entries: &[Entry],
    key: &'static str,
    range: &Range<usize>,
    reader: &mut Reader<'_>,
) -> Option<T> {
    match entries.iter().find(|e| e.key == key) {
        Some(found) => T::read(&found.node, reader).or_else(T::broken),
        None => T::absent().or_else(|| {
            let place = first_line(reader.source, range);
            reader.report_with(Code::E0302, &place, "key", key);
            None
        }),
    }
}

/// Reports keys that nobody knows, with the nearest known one.
pub(crate) fn refuse_unknown(entries: &[Entry], known: &[FieldDef], besides: &[&str], reader: &mut Reader<'_>) {
    for entry in entries {
        if known.iter().any(|f| f.key == entry.key) || besides.contains(&entry.key.as_str()) {
            continue;
        }
        let names = known.iter().map(|f| f.key).chain(besides.iter().copied());
        let near = nearest(&entry.key, names.clone());
        let all: Vec<&str> = names.collect();
        let problem = reader.report(Code::E0301, &entry.key_range);
        problem.args.push(("key", entry.key.clone()));
        problem.args.push(("known", all.join(", ")));
        if let Some(near) = near {
            problem.args.push(("suggestion", near.clone()));
            problem.replacement = Some(near);
        }
    }
}

/// The nearest of some names, if any is near enough to be meant.
pub(crate) fn nearest<'n>(text: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let text = text.to_lowercase();
    let far = (text.chars().count() / 3).max(1);
    nearest_within(&text, names, far)
}

/// The nearest of some names within a distance; of several the first by name, so that a message never changes.
pub(crate) fn nearest_within<'n>(text: &str, names: impl Iterator<Item = &'n str>, far: usize) -> Option<String> {
    let scored = names.map(|n| (strsim::damerau_levenshtein(text, &n.to_lowercase()), n));
    let (_, name) = scored.filter(|(distance, _)| *distance <= far).min()?;
    Some(name.to_owned())
}
