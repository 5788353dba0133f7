//! Pictures on their way from a book to the editions that show them.
//!
//! In: what the records name, the disk, views. Out: problems at the places that name a picture, files in a stage, and
//! the [`Album`] of an edition. Each picture is decoded once in a build, and only if some edition shows it; no more are
//! in memory than there are threads at work.

use super::Stopped;
use crate::config::Config;
use crate::corpus::view::View;
use crate::corpus::view::text::PictureKey;
use crate::corpus::{Cited, Corpus, fields};
use crate::diagnostic::{Code, Diagnostic};
use crate::output::{Entry, Staging};
use crate::picture::{self, Album, Encoded, MOST_BYTES, Printed, PrintedFile, Wrong};
use crate::source::disk::{Disk, Refused};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The pictures of a book that can be shown, and what became of them in this build.
#[derive(Default)]
pub(super) struct Shelf {
    slots: BTreeMap<PictureKey, Slot>,
    /// Held while a large picture is unpacked: two of them at once may be more than a small machine has.
    large: Mutex<()>,
}

struct Slot {
    pixels: u64,
    made: Mutex<Option<Result<Made, Wrong>>>,
}

/// A picture that was made anew: no bytes, only where they are.
struct Made {
    printed: Printed,
    entries: Vec<Entry>,
    /// An edition that has published it.
    home: Option<String>,
}

/// Pictures from here on are unpacked one at a time.
const LARGE: u64 = 16_000_000;

impl Shelf {
    /// Looks at every picture that a record names. Each that cannot be shown is a problem where it is named; the record
    /// stays and prints the picture's words.
    pub(super) fn look(disk: &Disk, config: &Config, corpus: &Corpus) -> (Shelf, Vec<Diagnostic>) {
        let cited: Vec<(PictureKey, &Cited)> = corpus.pictures().collect();
        let seen: Vec<_> = cited.par_iter().map(|(key, cited)| (*key, *cited, examine(disk, config, cited))).collect();
        let mut shelf = Shelf::default();
        let mut problems = Vec::new();
        for (key, cited, found) in seen {
            match found {
                Ok(pixels) => {
                    shelf.slots.insert(key, Slot { pixels, made: Mutex::default() });
                }
                Err(bad) => problems.extend(told(disk, cited, &bad)),
            }
        }
        (shelf, problems)
    }

    /// Puts the pictures of a view into the stage of its edition. What turns out to be broken is left out and told.
    pub(super) fn put(
        &self,
        view: &View<'_>,
        desk: Desk<'_>,
        staging: &Staging,
    ) -> Result<(Album, Vec<Diagnostic>), Stopped> {
        let taken = Mutex::default();
        let slots: Vec<(PictureKey, &Slot)> =
            view.pictures.iter().filter_map(|key| Some((*key, self.slots.get(key)?))).collect();
        let one = |(key, slot): &(PictureKey, &Slot)| Ok((*key, self.put_one(*key, slot, desk, staging, &taken)?));
        let done: Vec<_> = slots.par_iter().map(one).collect::<Result<_, Stopped>>()?;
        let mut album = Album::default();
        let mut problems = Vec::new();
        for (key, outcome) in done {
            match outcome {
                Ok(printed) => album.put(key, printed),
                Err(wrong) => problems.extend(told(desk.disk, desk.path(key), &Bad::Wrong(wrong))),
            }
        }
        Ok((album, problems))
    }

    /// Puts one picture: as another edition published it, or made anew. What is broken once stays broken.
    fn put_one(
        &self,
        key: PictureKey,
        slot: &Slot,
        desk: Desk<'_>,
        staging: &Staging,
        taken: &Taken,
    ) -> Result<Result<Printed, Wrong>, Stopped> {
        let mut made = held(&slot.made);
        let there = match &*made {
            Some(Ok(known)) => known.put_again(staging, taken)?,
            Some(Err(_)) => true,
            None => false,
        };
        if !there {
            *made = Some(self.make(slot, desk.path(key), desk, staging, taken)?);
        }
        let outcome = made.as_ref().expect("just made");
        Ok(outcome.as_ref().map(|m| m.printed.clone()).map_err(Clone::clone))
    }

    /// Decodes a picture and puts what is made of it.
    fn make(
        &self,
        slot: &Slot,
        cited: &Cited,
        desk: Desk<'_>,
        staging: &Staging,
        taken: &Taken,
    ) -> Result<Result<Made, Wrong>, Stopped> {
        let _one_at_a_time = (slot.pixels > LARGE).then(|| held(&self.large));
        // It was there when the book was read.
        let bytes = desk.disk.read_named(&cited.path, &desk.config.content, MOST_BYTES, None);
        let anew = match bytes.map_err(|_| Wrong::Broken).and_then(|bytes| picture::anew(&bytes)) {
            Ok(anew) => anew,
            Err(wrong) => return Ok(Err(wrong)),
        };
        let mut made = Made {
            printed: Printed { files: Vec::new(), width: anew.large.width, height: anew.large.height },
            entries: Vec::new(),
            home: None,
        };
        for file in std::iter::once(&anew.large).chain(&anew.small) {
            let entry = Entry::of(&file.bytes);
            let path = name(&entry, file);
            if held(taken).insert(path.clone()) {
                staging.put(&path, &file.bytes)?;
            }
            made.printed.files.push(PrintedFile { path, width: file.width });
            made.entries.push(entry);
        }
        Ok(Ok(made))
    }

    /// An edition is published: its pictures can be taken from there.
    pub(super) fn published(&self, edition: &str, view: &View<'_>) {
        for slot in view.pictures.iter().filter_map(|key| self.slots.get(key)) {
            if let Some(Ok(made)) = &mut *held(&slot.made) {
                made.home.get_or_insert_with(|| edition.to_owned());
            }
        }
    }
}

/// Paths that this edition has already: one picture may lie in two files.
type Taken = Mutex<BTreeSet<String>>;

impl Made {
    /// Puts it as another edition published it; false where it has to be made again.
    fn put_again(&self, staging: &Staging, taken: &Taken) -> Result<bool, Stopped> {
        let Some(home) = &self.home else { return Ok(false) };
        for (file, entry) in self.printed.files.iter().zip(&self.entries) {
            // Taken before it is put: another thread may be at a copy of the same picture.
            if held(taken).insert(file.path.clone()) && !staging.put_from(home, &file.path, entry)? {
                held(taken).remove(&file.path);
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Where pictures come from.
#[derive(Clone, Copy)]
pub(super) struct Desk<'d> {
    pub(super) disk: &'d Disk,
    pub(super) config: &'d Config,
    pub(super) corpus: &'d Corpus,
}

impl<'d> Desk<'d> {
    fn path(&self, key: PictureKey) -> &'d Cited {
        self.corpus.picture(key)
    }
}

/// A lock whose holder panicked guards nothing that could be half done: a slot is filled in one step.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `gambar/3f1c…-1600.jpg`: made of what is in the file, so that it tells nothing of the record or of the camera's name.
fn name(entry: &Entry, file: &Encoded) -> String {
    format!("gambar/{}-{}.{}", &entry.sha256[..20], file.width, file.ending)
}

/// Why a picture is not shown.
enum Bad {
    Refused(Refused),
    Wrong(Wrong),
}

/// The pixels of a file that can be shown, as far as its beginning tells; of its whole where that is not enough.
fn examine(disk: &Disk, config: &Config, cited: &Cited) -> Result<u64, Bad> {
    let read = |beginning| disk.read_named(&cited.path, &config.content, MOST_BYTES, beginning).map_err(Bad::Refused);
    let found = picture::probe(&read(Some(picture::BEGINNING))?);
    let found = if found == Err(Wrong::Broken) { picture::probe(&read(None)?) } else { found };
    found.map(|(width, height)| u64::from(width) * u64::from(height)).map_err(Bad::Wrong)
}

/// A problem at each place that names the picture.
fn told(disk: &Disk, cited: &Cited, bad: &Bad) -> Vec<Diagnostic> {
    let near = if matches!(bad, Bad::Refused(Refused::Missing)) { nearest(disk, cited) } else { None };
    let said = |code| {
        move |place: &crate::source::span::Span| {
            Diagnostic::at(code, place.clone()).with("file", cited.path.to_string())
        }
    };
    let all = |code| cited.places.iter().map(said(code));
    let megabytes = |bytes: u64| format!("{} MB", bytes.div_ceil(1024 * 1024));
    let most = format!("> {} MP", picture::MOST_PIXELS / 1_000_000);
    let megapixels = |pixels: u64| format!("{} MP", pixels.div_ceil(1_000_000));
    match bad {
        Bad::Refused(Refused::Missing) => all(Code::E0414).map(|d| d.with_some("suggestion", near.clone())).collect(),
        Bad::Refused(Refused::Outside) => all(Code::E0415).collect(),
        Bad::Refused(Refused::Unreadable) | Bad::Wrong(Wrong::Foreign | Wrong::Broken) => all(Code::E0416).collect(),
        Bad::Refused(Refused::TooLarge(bytes)) => all(Code::E0417).map(|d| d.with("size", megabytes(*bytes))).collect(),
        Bad::Wrong(Wrong::TooLarge(pixels)) => {
            all(Code::E0417).map(|d| d.with("size", pixels.map_or(most.clone(), megapixels))).collect()
        }
    }
}

/// A file beside the missing one whose name is near: `lokasi.JPG` for `lokasi.jpg`.
fn nearest(disk: &Disk, cited: &Cited) -> Option<String> {
    let folder = crate::source::path::RelPath::new(cited.path.folder())?;
    let there = disk.list(&folder).ok()?;
    let names = there.iter().filter(|p| p.folder() == folder.as_str()).map(|p| p.name());
    fields::nearest(cited.path.name(), names)
}
