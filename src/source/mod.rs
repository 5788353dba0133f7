//! Sources: the text of a file, where its lines begin, and places in it.
//!
//! In: paths below the book. Out: [`Source`] values in sorted order. May not parse anything, and
//! [`disk`] alone may read files.

pub mod disk;
pub mod lines;
pub mod path;
pub mod span;

use lines::Lines;
use path::RelPath;
use std::sync::Arc;

/// A file's text with its line table. Cheap to share.
#[derive(Debug)]
pub struct Source {
    /// Where it lies, relative to the book.
    pub path: RelPath,
    /// Its text, always UTF-8, a byte-order mark left out.
    pub text: String,
    /// Starts of its lines.
    pub lines: Lines,
}

/// A shared source.
pub type SourceRef = Arc<Source>;

impl Source {
    /// Takes a text and finds its lines.
    pub fn new(path: RelPath, text: String) -> SourceRef {
        let lines = Lines::of(&text);
        Arc::new(Source { path, text, lines })
    }
}
