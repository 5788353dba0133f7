//! The one reader of a book's disk.
//!
//! In: the book's folder. Out: texts, sorted by path, so that the order of a directory listing never
//! shows. May not write, follow links, or read outside the folder it is given.
#![expect(clippy::disallowed_methods, reason = "the one reader of the disk")]

use super::path::RelPath;
use super::{Source, SourceRef};
use crate::failure::Failure;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A book's folder.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
}

/// A file that was found: its text, or why it is not one.
#[derive(Clone)]
pub enum Found {
    /// A text.
    Text(SourceRef),
    /// Not UTF-8; the byte at which that shows.
    NotText(RelPath, usize),
}

impl Disk {
    /// Opens a folder. Fails when it is not there.
    pub fn open(root: &Path) -> Result<Disk, Failure> {
        let root = root.canonicalize().map_err(|e| Failure::read(root, e))?;
        Ok(Disk { root })
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads one file that must be there.
    pub fn read(&self, path: &RelPath) -> Result<Found, Failure> {
        let full = self.root.join(path.as_str());
        let bytes = std::fs::read(&full).map_err(|e| Failure::read(&full, e))?;
        Ok(decode(path.clone(), bytes))
    }

    /// Reads one file if it is there.
    pub fn read_if_there(&self, path: &RelPath) -> Result<Option<Found>, Failure> {
        if self.root.join(path.as_str()).is_file() { self.read(path).map(Some) } else { Ok(None) }
    }

    /// Reads all files below `folder` that have one of `endings`, in parallel, sorted by path.
    /// Hidden files, editors' leavings and symbolic links are passed over.
    pub fn read_below(&self, folder: &RelPath, endings: &[&str]) -> Result<Vec<Found>, Failure> {
        let mut paths = self.list(folder)?;
        paths.retain(|p| endings.contains(&p.extension()));
        self.read_each(&paths)
    }

    /// Reads some files that must be there, in parallel, in their order.
    pub fn read_each(&self, paths: &[RelPath]) -> Result<Vec<Found>, Failure> {
        paths.par_iter().map(|p| self.read(p)).collect()
    }

    /// Lists the files below `folder`, sorted; empty when there is no such folder.
    pub fn list(&self, folder: &RelPath) -> Result<Vec<RelPath>, Failure> {
        let start = self.root.join(folder.as_str());
        if !start.is_dir() {
            return Ok(Vec::new());
        }
        let mut paths = Vec::new();
        let walk = WalkDir::new(&start).into_iter().filter_entry(|e| e.depth() == 0 || !passed_over(e.file_name()));
        for entry in walk {
            let entry = entry.map_err(|e| Failure::read(&start, e.into()))?;
            if !entry.file_type().is_file() {
                continue;
            }
            let inside = entry.path().strip_prefix(&self.root).ok().and_then(Path::to_str);
            paths.extend(inside.and_then(RelPath::new));
        }
        paths.sort();
        Ok(paths)
    }
}

/// Hidden files and the leavings of editors (`~`, `.swp`, `#…#`).
fn passed_over(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.')
        || name.starts_with('#')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name.ends_with(".swp")
}

fn decode(path: RelPath, bytes: Vec<u8>) -> Found {
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Found::Text(Source::new(path, text))
        }
        Err(error) => Found::NotText(path, error.utf8_error().valid_up_to()),
    }
}
