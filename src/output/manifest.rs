//! `manifest.json`: what an edition's folder holds.
//!
//! In: a folder, or the entries of a finished stage. Out: the manifest, or the differences between it and the disk. The
//! manifest is also the mark by which a folder is known as ours. This module reads and compares; it changes no folder.
#![expect(clippy::disallowed_methods, reason = "the writer of outputs")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{OutputError, failed};

/// The manifest's file name.
pub const NAME: &str = "manifest.json";

const GENERATOR: &str = "kentongan";
const VERSION: u32 = 1;

/// One file of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// SHA-256 of its bytes, in small hex.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
}

impl Entry {
    /// Describes these bytes.
    pub fn of(bytes: &[u8]) -> Entry {
        Entry { sha256: hex(&Sha256::digest(bytes)), bytes: bytes.len() as u64 }
    }
}

/// An entry in the making, for a file that comes in pieces.
#[derive(Debug, Default)]
pub(super) struct Telling {
    hasher: Sha256,
    bytes: u64,
}

impl Telling {
    /// Takes the next piece.
    pub(super) fn take(&mut self, bytes: &[u8]) {
        self.hasher.update(bytes);
        self.bytes += bytes.len() as u64;
    }

    /// All of it.
    pub(super) fn entry(self) -> Entry {
        Entry { sha256: hex(&self.hasher.finalize()), bytes: self.bytes }
    }
}

/// All files of an edition, by path; the manifest itself is not among them.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    generator: String,
    version: u32,
    /// Path → what lies there.
    pub files: BTreeMap<String, Entry>,
}

impl Manifest {
    /// The manifest of these files.
    pub fn new(files: BTreeMap<String, Entry>) -> Manifest {
        Manifest { generator: GENERATOR.to_owned(), version: VERSION, files }
    }

    /// Reads the manifest of `dir`; `None` if there is none, or none of ours.
    pub fn read(dir: &Path) -> Option<Manifest> {
        // Anything unreadable counts as foreign: better to refuse a folder than to replace a stranger's.
        let bytes = fs::read(dir.join(NAME)).ok()?;
        let manifest: Manifest = serde_json::from_slice(&bytes).ok()?;
        (manifest.generator == GENERATOR && manifest.version == VERSION).then_some(manifest)
    }

    /// The file's bytes: the same files always give the same bytes.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("plain data always serialises");
        bytes.push(b'\n');
        bytes
    }
}

/// How a folder differs from its manifest. Sorted by path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Listed, but not there.
    Missing(String),
    /// There, but not listed.
    Extra(String),
    /// There, with other bytes.
    Changed(String),
}

impl Difference {
    /// The path that differs.
    pub fn path(&self) -> &str {
        match self {
            Difference::Missing(path) | Difference::Extra(path) | Difference::Changed(path) => path,
        }
    }
}

/// Compares the folder with its manifest, byte for byte.
pub fn verify(dir: &Path) -> Result<Vec<Difference>, OutputError> {
    let manifest = Manifest::read(dir).ok_or_else(|| OutputError::NotOurs { path: dir.to_owned() })?;
    let mut found = BTreeMap::new();
    walk(dir, "", &mut found)?;
    found.remove(NAME);

    let mut differences = Vec::new();
    for (path, entry) in &manifest.files {
        match found.remove(path) {
            None => differences.push(Difference::Missing(path.clone())),
            Some(Kind::Other) => differences.push(Difference::Changed(path.clone())),
            Some(Kind::File) => {
                if !same(&dir.join(path), entry)? {
                    differences.push(Difference::Changed(path.clone()));
                }
            }
        }
    }
    differences.extend(found.into_keys().map(Difference::Extra));
    differences.sort_by(|a, b| a.path().cmp(b.path()));
    Ok(differences)
}

/// What lies at a path; a link is not a file, whatever it points to.
enum Kind {
    File,
    Other,
}

fn walk(dir: &Path, prefix: &str, found: &mut BTreeMap<String, Kind>) -> Result<(), OutputError> {
    for entry in fs::read_dir(dir).map_err(failed("membaca", dir))? {
        let entry = entry.map_err(failed("membaca", dir))?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().map_err(failed("membaca", &entry.path()))?;
        if kind.is_dir() {
            walk(&entry.path(), &format!("{path}/"), found)?;
        } else {
            let kind = if kind.is_file() { Kind::File } else { Kind::Other };
            found.insert(path, kind);
        }
    }
    Ok(())
}

fn same(path: &Path, entry: &Entry) -> Result<bool, OutputError> {
    let mut file = File::open(path).map_err(failed("membaca", path))?;
    let mut hash = Sha256::new();
    let bytes = io::copy(&mut file, &mut HashWriter(&mut hash)).map_err(failed("membaca", path))?;
    Ok(bytes == entry.bytes && hex(&hash.finalize()) == entry.sha256)
}

/// Feeds a hash, so that a large file is never held in memory.
struct HashWriter<'h>(&'h mut Sha256);

impl io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|half| char::from(DIGITS[usize::from(half)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("a folder");
        let mut entries = BTreeMap::new();
        for (path, text) in files {
            let to = dir.path().join(path);
            fs::create_dir_all(to.parent().expect("a parent")).expect("made");
            fs::write(to, text).expect("written");
            entries.insert((*path).to_owned(), Entry::of(text.as_bytes()));
        }
        fs::write(dir.path().join(NAME), Manifest::new(entries).to_bytes()).expect("written");
        dir
    }

    #[test]
    fn the_hash_is_sha_256() {
        let entry = Entry::of(b"abc");
        assert_eq!(entry.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(entry.bytes, 3);
    }

    #[test]
    fn a_fresh_folder_has_no_differences() {
        let dir = published(&[("a.html", "a"), ("isu/b.html", "b")]);
        assert_eq!(verify(dir.path()).expect("ours"), []);
    }

    #[test]
    fn missing_extra_and_changed_files_are_listed_in_order() {
        let dir = published(&[("a.html", "a"), ("isu/b.html", "b"), ("z.html", "z")]);
        fs::remove_file(dir.path().join("z.html")).expect("removed");
        fs::write(dir.path().join("isu/b.html"), "B").expect("written");
        fs::write(dir.path().join("isu/c.html"), "c").expect("written");
        assert_eq!(
            verify(dir.path()).expect("ours"),
            [
                Difference::Changed("isu/b.html".to_owned()),
                Difference::Extra("isu/c.html".to_owned()),
                Difference::Missing("z.html".to_owned()),
            ]
        );
    }

    #[test]
    fn a_strangers_manifest_is_not_ours() {
        let dir = tempfile::tempdir().expect("a folder");
        for text in [
            "",
            "{}",
            r#"{"generator":"lain","version":1,"files":{}}"#,
            r#"{"generator":"kentongan","version":9,"files":{}}"#,
        ] {
            fs::write(dir.path().join(NAME), text).expect("written");
            assert!(matches!(verify(dir.path()), Err(OutputError::NotOurs { .. })));
        }
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let entries = || BTreeMap::from([("a".to_owned(), Entry::of(b"a"))]);
        let bytes = Manifest::new(entries()).to_bytes();
        assert_eq!(bytes, Manifest::new(entries()).to_bytes());
        assert!(bytes.starts_with(b"{\n  \"generator\": \"kentongan\",\n  \"version\": 1,\n"));
    }
}
