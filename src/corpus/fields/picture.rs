//! The file of a picture, as a record names it.

use super::{Field, Reader, Shape};
use crate::corpus::view::text::PictureKey;
use crate::corpus::yaml::Node;
use crate::source::span::Span;

/// A picture's file.
pub(crate) struct PictureFile {
    /// As it was written.
    pub text: String,
    /// Where.
    pub span: Span,
    /// Which picture of the book, once numbered; nothing where the name cannot be one.
    pub key: Option<PictureKey>,
}

impl Field for PictureFile {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "teks")?.to_owned();
        Some(PictureFile { text, span: reader.span(&node.range), key: None })
    }
    fn shape() -> Shape {
        Shape::Line
    }
}
