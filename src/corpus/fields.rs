//! The typed reader of fields. It collects problems instead of stopping at the first.
//!
//! In: a [`Node`] and what a record kind says of its fields ([`record!`](crate::record)). Out: typed
//! values with their places. The same definition yields the reader, the field guide and the walk over
//! references; nothing about a field is written twice.

use super::guarded::Guarded;
use super::prose::Prose;
use super::yaml::{Entry, Node, Value};
use crate::class::{Class, TOP_SECRET};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::number::Decimal;
use crate::source::SourceRef;
use crate::source::span::Span;
use crate::time::{BadTime, Instant, Zone};
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
    /// Shows its texts and references.
    fn walk(&mut self, _class: Class, _visitor: &mut dyn Visitor) {}
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
    /// Shows its texts and references.
    fn walk_keys(&mut self, class: Class, visitor: &mut dyn Visitor);
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

// ---- The types of fields --------------------------------------------------------------------------

impl<T: Field> Field for Option<T> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Empty) {
            return Some(None);
        }
        T::read(node, reader).map(Some)
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
    fn shape() -> Shape {
        T::shape()
    }
    fn walk(&mut self, class: Class, visitor: &mut dyn Visitor) {
        if let Some(inner) = self {
            inner.walk(class, visitor);
        }
    }
}

/// A rare and large part, kept elsewhere so that its record stays small.
impl<T: Field> Field for Box<T> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        T::read(node, reader).map(Box::new)
    }
    fn shape() -> Shape {
        T::shape()
    }
    fn walk(&mut self, class: Class, visitor: &mut dyn Visitor) {
        (**self).walk(class, visitor);
    }
}

/// A list. One value alone is a list of one; a bad item is left out and the rest stays.
impl<T: Field> Field for Vec<T> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.value {
            Value::Empty => Some(Vec::new()),
            Value::List(items) => {
                // Thousands of records are kept: no spare room in what is kept.
                let mut read = Vec::with_capacity(items.len());
                read.extend(items.iter().filter_map(|item| T::read(item, reader)));
                Some(read)
            }
            Value::Scalar(_) => T::read(node, reader).map(|one| vec![one]),
            Value::Map(_) => {
                let range = first_line(reader.source, &node.range);
                reader.report_with(Code::E0303, &range, "wanted", "- …");
                None
            }
        }
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
    fn take_in(&mut self, node: &Node, name: Option<&str>, reader: &mut Reader<'_>) -> bool {
        match name {
            Some(_) => self.extend(T::read_named(node, name, reader)),
            None => self.extend(Vec::<T>::read(node, reader).unwrap_or_default()),
        }
        true
    }
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
    fn walk(&mut self, class: Class, visitor: &mut dyn Visitor) {
        self.iter_mut().for_each(|item| item.walk(class, visitor));
    }
}

/// A list that must be there; words in it that cannot be read are reported and leave the rest.
pub(crate) struct Filled<T>(pub Vec<T>);

impl<T: Field> Field for Filled<T> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Vec::read(node, reader).map(Filled)
    }
    fn broken() -> Option<Self> {
        Some(Filled(Vec::new()))
    }
    fn shape() -> Shape {
        Vec::<T>::shape()
    }
    fn walk(&mut self, class: Class, visitor: &mut dyn Visitor) {
        self.0.walk(class, visitor);
    }
}

/// A list with a limit. What is beyond it is reported and kept: nothing of the good input is lost.
pub(crate) struct AtMost<const N: usize, T>(pub Vec<T>);

impl<const N: usize, T: Field> Field for AtMost<N, T> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::List(items) = &node.value
            && let Some(first) = items.get(N)
        {
            let range = first_line(reader.source, &first.range);
            reader.report_with(Code::E0317, &range, "high", &N.to_string());
        }
        Vec::read(node, reader).map(AtMost)
    }
    fn absent() -> Option<Self> {
        Some(AtMost(Vec::new()))
    }
    fn shape() -> Shape {
        Vec::<T>::shape()
    }
    fn walk(&mut self, class: Class, visitor: &mut dyn Visitor) {
        self.0.walk(class, visitor);
    }
}

impl Field for String {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "teks")?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
    fn shape() -> Shape {
        Shape::Line
    }
}

impl Field for bool {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match reader.scalar(node, "ya / tidak")?.to_lowercase().as_str() {
            "ya" | "true" => Some(true),
            "tidak" | "false" => Some(false),
            _ => {
                reader.report(Code::E0311, &node.range);
                None
            }
        }
    }
    fn shape() -> Shape {
        Shape::YesNo
    }
}

impl Field for Decimal {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "angka")?;
        match parse_number(text) {
            Ok(number) => Some(number),
            Err(BadNumber::TwoWays(one, other)) => {
                let problem = reader.report(Code::E0306, &node.range);
                problem.args.push(("one", one));
                problem.args.push(("other", other));
                None
            }
            Err(BadNumber::None) => {
                reader.report(Code::E0305, &node.range);
                None
            }
        }
    }
    fn shape() -> Shape {
        Shape::Number
    }
}

/// Why a text is no number.
pub(crate) enum BadNumber {
    /// It can be read in two ways.
    TwoWays(String, String),
    /// It cannot be read at all.
    None,
}

/// `1.240` is 1240, `12,5` is twelve and a half; `12.5` and `1,240` could be either and are neither.
pub(crate) fn parse_number(text: &str) -> Result<Decimal, BadNumber> {
    let (sign, body) = match text.strip_prefix(['-', '−']) {
        Some(body) => (-1, body),
        None => (1, text),
    };
    let (whole, part) = body.split_once(',').map_or((body, None), |(w, p)| (w, Some(p)));
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    if let Some(part) = part {
        if digits(whole) && digits(part) && part.len() == 3 && whole != "0" && whole.len() <= 3 {
            return Err(BadNumber::TwoWays(
                format!("{whole}.{part}"),
                format!("{whole},{}", part.trim_end_matches('0').get(..).filter(|p| !p.is_empty()).unwrap_or("0")),
            ));
        }
        if !digits(part) || part.len() > 6 {
            return Err(BadNumber::None);
        }
    }
    let groups: Vec<&str> = whole.split('.').collect();
    let good = digits(groups[0])
        && groups[1..].iter().all(|g| g.len() == 3 && digits(g))
        && (groups.len() == 1 || groups[0].len() <= 3);
    if !good {
        let two = groups.len() == 2 && part.is_none() && digits(groups[0]) && digits(groups[1]) && groups[1].len() < 3;
        return Err(if two {
            BadNumber::TwoWays(format!("{},{}", groups[0], groups[1]), groups.concat())
        } else {
            BadNumber::None
        });
    }
    let part = part.unwrap_or_default();
    let all = format!("{}{part}", groups.concat());
    let digits: i64 = all.parse().map_err(|_| BadNumber::None)?;
    Ok(Decimal { digits: sign * digits, places: u8::try_from(part.len()).unwrap_or(0) })
}

/// A whole number between two bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Whole<const LOW: i64, const HIGH: i64>(pub i64);

/// Likelihood, impact, power, interest: one to five.
pub(crate) type Scale = Whole<1, 5>;

impl<const LOW: i64, const HIGH: i64> Field for Whole<LOW, HIGH> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let number = Decimal::read(node, reader)?;
        if number.places > 0 || number.digits < LOW || number.digits > HIGH {
            let problem = reader.report(Code::E0307, &node.range);
            problem.args.push(("low", LOW.to_string()));
            problem.args.push(("high", HIGH.to_string()));
            return None;
        }
        Some(Whole(number.digits))
    }
    fn shape() -> Shape {
        Shape::Whole(LOW, HIGH)
    }
}

impl<const LOW: i64, const HIGH: i64> Whole<LOW, HIGH> {
    /// The number as a small one.
    pub(crate) fn small(self) -> u8 {
        u8::try_from(self.0).unwrap_or(u8::MAX)
    }
}

fn read_time(node: &Node, reader: &mut Reader<'_>, day_only: bool) -> Option<Instant> {
    let text = reader.scalar(node, "waktu")?;
    match Instant::parse(text, reader.zone, day_only) {
        Ok(at) => Some(at),
        Err(bad) => {
            let code = match bad {
                BadTime::Relative => Code::E0309,
                BadTime::NoHour => Code::E0310,
                BadTime::Impossible | BadTime::Unknown => Code::E0308,
            };
            let text = text.to_owned();
            reader.report_with(code, &node.range, "text", &text);
            None
        }
    }
}

impl Field for Instant {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        read_time(node, reader, false)
    }
    fn shape() -> Shape {
        Shape::Moment
    }
}

/// A day, or a moment of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Day {
    /// Its start, or the moment.
    pub at: Instant,
    /// Only the day was written.
    pub whole: bool,
}

impl Day {
    /// The moment when it is over.
    pub fn end(self) -> Instant {
        if self.whole { self.at.plus_minutes(1440) } else { self.at }
    }
}

impl Field for Day {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let at = read_time(node, reader, true)?;
        let whole = matches!(&node.value, Value::Scalar(text) if Instant::parse(text, reader.zone, false).is_err());
        Some(Day { at, whole })
    }
    fn shape() -> Shape {
        Shape::Day
    }
}

impl Field for Class {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "biasa / terbatas / rahasia")?;
        let class = Class::from_key(text);
        if class.is_none() {
            let secret = [TOP_SECRET, "SR"].contains(&text);
            let code = if secret { Code::E0312 } else { Code::E0304 };
            let near = nearest(text, Class::ALL.iter().map(|c| c.key()));
            let problem = reader.report(code, &node.range);
            problem.args.push(("allowed", Class::ALL.map(Class::key).join(", ")));
            problem.args.extend(near.map(|n| ("suggestion", n)));
        }
        class
    }
    fn shape() -> Shape {
        Shape::Words(&["biasa", "terbatas", "rahasia"])
    }
}

/// Reads a word of a vocabulary.
pub(crate) fn read_word<T: Copy>(node: &Node, reader: &mut Reader<'_>, keys: &[&'static str], all: &[T]) -> Option<T> {
    let text = reader.scalar(node, &keys.join(" / "))?;
    let spelled = text.to_lowercase().replace([' ', '-'], "_");
    if let Some(at) = keys.iter().position(|k| *k == spelled) {
        return all.get(at).copied();
    }
    let near = nearest(text, keys.iter().copied());
    let problem = reader.report(Code::E0304, &node.range);
    problem.args.push(("allowed", keys.join(", ")));
    if let Some(near) = near {
        problem.args.push(("suggestion", near.clone()));
        problem.replacement = Some(near);
    }
    None
}

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

/// An id: letters, digits, `.`, `_`, `-` and `:`, no spaces.
pub(crate) struct Id(pub String);

impl Field for Id {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "id")?.to_owned();
        if text.chars().all(|c| c.is_ascii_alphanumeric() || "._-:".contains(c)) {
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
        let written = entries.iter().find(|e| e.key == "klasifikasi");
        let class = item_class(written, reader)?;
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_an_indonesian_types_them() {
        let read = |text: &str| parse_number(text).ok().map(|n| (n.digits, n.places));
        assert_eq!(read("1.240"), Some((1240, 0)));
        assert_eq!(read("12,5"), Some((125, 1)));
        assert_eq!(read("881.225"), Some((881_225, 0)));
        assert_eq!(read("10.780,7"), Some((107_807, 1)));
        assert_eq!(read("0,125"), Some((125, 3)));
        for wrong in ["12.5", "1,240", "1240.5", "12 KK", "1.24", "", "1.2345"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_with_two_readings_offers_both() {
        assert!(matches!(parse_number("12.5"), Err(BadNumber::TwoWays(a, b)) if a == "12,5" && b == "125"));
        assert!(matches!(parse_number("1,240"), Err(BadNumber::TwoWays(a, b)) if a == "1.240" && b == "1,24"));
    }
}
