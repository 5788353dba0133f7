//! The world that Typst sees: the theme's files, the fonts, and the data of one pack.
//!
//! It answers from memory alone. A path that is not here does not exist; there is no today.

use std::collections::HashMap;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The four faces, in an order that never changes: it decides fallback.
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let faces = [notosans::REGULAR_TTF, notosans::BOLD_TTF, notosans::ITALIC_TTF, notosans::BOLD_ITALIC_TTF];
    faces.into_iter().flat_map(|face| Font::iter(Bytes::new(face))).collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The fonts of every pack.
pub(super) fn fonts() -> &'static [Font] {
    &FONTS
}

/// An id for a path of the virtual root. Paths come from the theme and a fixed handful of names, so that
/// the process-wide table of ids stays small.
pub(super) fn id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// One pack's world.
pub(super) struct PackWorld<'e> {
    /// The theme's Typst files.
    pub sources: &'e HashMap<FileId, Source>,
    /// Data, words and drawings.
    pub files: HashMap<FileId, Bytes>,
    /// The file to begin with.
    pub main: FileId,
}

impl World for PackWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or_else(|| FileError::NotFound(std::path::PathBuf::from("pack")))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| FileError::NotFound(std::path::PathBuf::from("pack")))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
