//! A place in a source.

use super::SourceRef;
use std::ops::Range;

/// A range of bytes in one source.
#[derive(Debug, Clone)]
pub struct Span {
    /// Which file.
    pub source: SourceRef,
    /// Which bytes of it.
    pub range: Range<usize>,
}

impl Span {
    /// A place in a source; the range is cut to the text.
    pub fn new(source: &SourceRef, range: Range<usize>) -> Span {
        let end = range.end.min(source.text.len());
        let start = range.start.min(end);
        Span { source: source.clone(), range: start..end }
    }

    /// Line and column, both from 1; the column counts characters.
    pub fn line_column(&self) -> (usize, usize) {
        self.source.lines.line_column(&self.source.text, self.range.start)
    }

    /// Do both begin at one place of one file?
    pub fn begins_with(&self, other: &Span) -> bool {
        std::sync::Arc::ptr_eq(&self.source, &other.source) && self.range.start == other.range.start
    }

    /// The text at this place.
    pub fn text(&self) -> &str {
        self.source.text.get(self.range.clone()).unwrap_or_default()
    }
}
