//! What may be missing, lists, and lists with a rule.

use super::{Field, Looker, Reader, Shape, Spot, Visitor, first_line};
use crate::class::Class;
use crate::corpus::yaml::{Node, Value};
use crate::diagnostic::Code;

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
    fn look<'a>(&'a self, spot: Spot<'a>, looker: &mut dyn Looker<'a>) {
        if let Some(inner) = self {
            inner.look(spot, looker);
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
    fn look<'a>(&'a self, spot: Spot<'a>, looker: &mut dyn Looker<'a>) {
        (**self).look(spot, looker);
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
    fn look<'a>(&'a self, spot: Spot<'a>, looker: &mut dyn Looker<'a>) {
        self.iter().for_each(|item| item.look(spot, looker));
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
    fn look<'a>(&'a self, spot: Spot<'a>, looker: &mut dyn Looker<'a>) {
        self.0.look(spot, looker);
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
    fn look<'a>(&'a self, spot: Spot<'a>, looker: &mut dyn Looker<'a>) {
        self.0.look(spot, looker);
    }
}
