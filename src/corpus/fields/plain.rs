//! One value: a line of text, yes or no, a time, a class, a word of a vocabulary.

use super::{Field, Looker, Reader, Shape, Spot, nearest};
use crate::class::{Class, is_top_secret};
use crate::corpus::yaml::{Node, Value};
use crate::diagnostic::Code;
use crate::time::{BadTime, Instant};

impl Field for String {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "teks")?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
    fn shape() -> Shape {
        Shape::Line
    }
    fn look<'a>(&'a self, spot: Spot<'a>, looker: &mut dyn Looker<'a>) {
        looker.line(spot, self);
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
            let code = if is_top_secret(text) { Code::E0312 } else { Code::E0304 };
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
