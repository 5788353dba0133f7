//! Which picture of a view is shown under which name.

use crate::corpus::view::Issue;
use crate::corpus::view::text::PictureKey;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// A picture in an edition's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Its files, the large one first. The names are made of what is in the files.
    pub files: Vec<PrintedFile>,
    /// Width of the large one.
    pub width: u32,
    /// Height of the large one.
    pub height: u32,
}

/// One file of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedFile {
    /// Path inside the edition.
    pub path: String,
    /// Width in pixels.
    pub width: u32,
}

/// The pictures of one edition. What is not in it is not shown.
#[derive(Debug, Default)]
pub struct Album(BTreeMap<PictureKey, Printed>);

impl Album {
    /// Puts a picture in.
    pub fn put(&mut self, key: PictureKey, printed: Printed) {
        self.0.insert(key, printed);
    }

    /// A picture, where the edition shows it.
    pub fn get(&self, key: PictureKey) -> Option<&Printed> {
        self.0.get(&key)
    }

    /// The paths of all its files, sorted: what the edition shows, whatever the keys are.
    pub fn paths(&self) -> BTreeSet<&str> {
        self.0.values().flat_map(|p| &p.files).map(|f| f.path.as_str()).collect()
    }

    /// The digest of an issue with the pictures that are shown with it: another picture, another digest.
    pub fn digest_of(&self, issue: &Issue<'_>) -> [u8; 32] {
        let shown: Vec<&Printed> = issue.pictures().into_iter().filter_map(|key| self.get(key)).collect();
        if shown.is_empty() {
            return issue.digest;
        }
        let mut hasher = Sha256::new();
        hasher.update(issue.digest);
        shown.iter().flat_map(|p| &p.files).for_each(|f| hasher.update(&f.path));
        hasher.finalize().into()
    }
}
