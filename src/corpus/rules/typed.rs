//! Numbers typed by hand in a text: where one of the declared ones belongs.

use super::case::Case;
use super::finding::{Finding, Findings};
use super::said::{Said, window};
use crate::corpus::fields::Item;
use crate::corpus::record::issue::Number;
use crate::corpus::vocabulary::NumberKind;
use crate::diagnostic::Code;
use crate::locale::number::Decimal;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A number and the word behind it. A brace, a dot or a digit before it makes it something else.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\s(–-])(Rp)?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?\s+([\p{L}%]+)").expect("a sound pattern")
});

/// Units that people use for each other.
const PEOPLE: [&str; 5] = ["jiwa", "orang", "warga", "korban", "penduduk"];
const HOUSEHOLDS: [&str; 3] = ["kk", "kepala", "keluarga"];

/// Words of a part, a stage or another time: there another number is right.
const PART: [&str; 14] = [
    "rt",
    "rw",
    "kelurahan",
    "desa",
    "kampung",
    "kecamatan",
    "posko",
    "pos",
    "antaranya",
    "tahap",
    "tahun",
    "lalu",
    "sebelumnya",
    "dari",
];

/// A number as it was typed.
pub(crate) struct Typed<'a> {
    /// Where in the raw text.
    pub range: Range<usize>,
    /// With its unit: "312 KK".
    pub text: &'a str,
    /// Value.
    pub value: Decimal,
    unit: &'a str,
    /// Three words before, three behind, in small letters.
    near: String,
    /// The sentence speaks of a part.
    part: bool,
}

/// What a declared number is to a typed one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The same value.
    Same,
    /// An earlier official one.
    Older,
    /// One that circulates.
    Rival,
    /// None of these, and the words around say that it is meant.
    Other,
}

/// Numbers with units in a text.
pub(crate) fn typed<'a>(said: &Said<'a>) -> Vec<Typed<'a>> {
    let raw = said.raw();
    if !raw.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    NUMBER.captures_iter(raw).filter_map(|c| read(raw, &c)).collect()
}

fn read<'a>(raw: &'a str, c: &regex::Captures<'a>) -> Option<Typed<'a>> {
    let (whole, unit) = (c.get(2)?, c.get(4)?);
    let part = c.get(3).map_or("", |p| p.as_str()).trim_start_matches(',');
    let digits: String = whole.as_str().chars().filter(char::is_ascii_digit).chain(part.chars()).collect();
    let value = Decimal { digits: digits.parse().ok()?, places: u8::try_from(part.len()).ok()? };
    let range = whole.start()..unit.end();
    let ahead = window(raw, whole.start());
    let before: Vec<&str> = ahead.split_whitespace().rev().take(3).collect();
    let behind: Vec<&str> = raw.get(unit.end()..)?.split_whitespace().take(3).collect();
    // A sentence that ends takes its words with it.
    let ends = |w: &&&str| !w.ends_with(['.', ';', ':', '!', '?']);
    let before = before.iter().take_while(ends).copied();
    let behind = sentence(&behind);
    let near = before.chain(behind).collect::<Vec<_>>().join(" ").to_lowercase();
    let ahead = ahead.rsplit(['.', '?', '!']).next().unwrap_or_default();
    let follows: String = raw.get(unit.end()..)?.chars().take(300).take_while(|c| !".?!".contains(*c)).collect();
    let words = format!("{ahead} {follows}").to_lowercase();
    let part = words.split(|c: char| !c.is_alphanumeric()).any(|w| PART.contains(&w));
    Some(Typed { text: raw.get(range.clone())?, range, value, unit: unit.as_str(), near, part })
}

/// Words up to the end of a sentence, the last one with it.
fn sentence<'w>(words: &[&'w str]) -> impl Iterator<Item = &'w str> {
    let end = words.iter().position(|w| w.ends_with(['.', ',', ';', ':', '!', '?'])).map_or(words.len(), |at| at + 1);
    words.iter().take(end).copied().collect::<Vec<_>>().into_iter()
}

impl Typed<'_> {
    fn has_unit(&self, unit: &str) -> bool {
        let (own, unit) = (self.unit.to_lowercase(), unit.to_lowercase());
        let alike = |group: &[&str]| group.contains(&own.as_str()) && group.contains(&unit.as_str());
        own == unit || alike(&HOUSEHOLDS) || (PEOPLE.contains(&own.as_str()) && PEOPLE.contains(&unit.as_str()))
    }

    /// Do the words around say that this number is meant?
    fn speaks_of(&self, number: &Number) -> bool {
        let unit = number.unit.as_deref().unwrap_or_default().to_lowercase();
        let name = number.name.to_lowercase();
        let mut words = name.split_whitespace().filter(|w| *w != unit && w.chars().count() > 3).peekable();
        let named = words.peek().is_some() && words.all(|w| self.near.contains(w));
        let kind = number.kind.filter(|k| *k != NumberKind::Other);
        named || kind.is_some_and(|k| self.near.split_whitespace().any(|w| w.trim_end_matches(['.', ',']) == k.key()))
    }

    /// What a declared number is to this one; `None` if they have nothing to do with each other.
    pub(crate) fn relation(&self, case: &Case<'_>, number: &Number) -> Option<Relation> {
        if !number.unit.as_deref().is_some_and(|u| self.has_unit(u)) {
            return None;
        }
        let has = |list: &[Item<crate::corpus::record::issue::Earlier>]| {
            case.bench.sight.items(list).any(|(_, e)| e.value == self.value)
        };
        // Small numbers are everywhere; they must be named to be meant.
        let telling = self.value.digits >= 20 || self.speaks_of(number);
        if self.value == number.value {
            return telling.then_some(Relation::Same);
        }
        if has(&number.previous) {
            return telling.then_some(Relation::Older);
        }
        if has(&number.rivals) {
            return telling.then_some(Relation::Rival);
        }
        (self.speaks_of(number) && !self.part).then_some(Relation::Other)
    }
}

/// A typed number and the declared one it belongs to.
pub(crate) struct Meant<'s, 'a> {
    /// The text.
    pub said: &'s Said<'a>,
    /// The declared number.
    pub number: &'a Number,
    item: &'a Item<Number>,
    typed: Typed<'a>,
}

impl Meant<'_, '_> {
    /// What should stand there instead.
    pub(crate) fn cite(&self) -> String {
        format!("{{angka:{}}}", self.item.id)
    }

    /// Reports it where it was typed, with the place where it is declared.
    pub(crate) fn report<'f>(&self, code: Code, out: &'f mut Findings) -> &'f mut Finding {
        let found = out.in_text(code, self.said, self.said.place(self.typed.range.clone()));
        found.and(&self.item.span).with("text", self.typed.text).with("id", &*self.item.id);
        found.with("name", &*self.number.name).with("cite", self.cite())
    }
}

/// Each typed number of the texts that are read out, with the declared number it belongs to.
pub(crate) fn each<'a>(case: &Case<'a>, wanted: Relation, mut found: impl FnMut(&Meant<'_, 'a>)) {
    for said in case.spoken() {
        for typed in typed(said) {
            let related = case.numbers().filter_map(|(item, n)| Some((typed.relation(case, n)?, item, n)));
            let related: Vec<_> = related.collect();
            // What is right for one number is no contradiction of another.
            let best = [Relation::Same, Relation::Older, Relation::Rival, Relation::Other]
                .into_iter()
                .find_map(|r| related.iter().find(|(relation, ..)| *relation == r));
            if let Some(&(_, item, number)) = best.filter(|(relation, ..)| *relation == wanted) {
                found(&Meant { said, number, item, typed });
            }
        }
    }
}

/// "1.312 KK": a declared number as messages print it.
pub(crate) fn shown(number: &Number) -> String {
    let value = number.value.written('.', ',');
    match &number.unit {
        Some(unit) => format!("{value} {unit}"),
        None => value,
    }
}
