//! Numbers the pictures that records name.
//!
//! In: records. Out: each file once, with every place that names it; photos and bodies hold its number from then on and
//! no path. May not look at the disk: whether a file is there, and is a picture, is found where the disk is.

use crate::corpus::body::Section;
use crate::corpus::guarded::Guarded;
use crate::corpus::lower::{Entity, Head, Records};
use crate::corpus::prose::{Prose, each_picture_mut};
use crate::corpus::view::text::PictureKey;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::path::RelPath;
use crate::source::span::Span;
use std::collections::HashMap;

/// A picture's file and the places that name it. For the author of the book.
pub struct Cited {
    /// The file.
    pub path: RelPath,
    /// Where it is named.
    pub places: Vec<Span>,
}

/// Endings of pictures.
const ENDINGS: [&str; 4] = ["jpg", "jpeg", "png", "webp"];

/// Numbers all pictures, in order of the records.
pub(super) fn number(records: &mut Records, content: &RelPath) -> (Vec<Cited>, Vec<Diagnostic>) {
    let mut desk = Desk { content, cited: Vec::new(), known: HashMap::new(), problems: Vec::new() };
    for entity in &mut records.issues {
        desk.photos(entity);
        desk.body(&entity.head, &mut entity.body);
    }
    records.playbooks.iter_mut().for_each(|e| desk.body(&e.head, &mut e.body));
    records.conferences.iter_mut().for_each(|e| desk.body(&e.head, &mut e.body));
    records.pages.iter_mut().for_each(|e| desk.body(&e.head, &mut e.body));
    (desk.cited, desk.problems)
}

struct Desk<'d> {
    content: &'d RelPath,
    cited: Vec<Cited>,
    known: HashMap<RelPath, PictureKey>,
    problems: Vec<Diagnostic>,
}

impl Desk<'_> {
    fn photos(&mut self, entity: &mut Entity<crate::corpus::record::issue::Issue>) {
        for item in &mut entity.guarded.for_linker().photos {
            let photo = item.guarded.for_linker();
            photo.file.key = self.key(&entity.head, &photo.file.text, &photo.file.span);
            // Of a public photo the rule W0858 asks for it.
            if photo.alt.is_none() && photo.public != Some(true) {
                self.undescribed(photo.file.span.clone());
            }
        }
    }

    fn body(&mut self, head: &Head, body: &mut [Guarded<Section>]) {
        for section in body {
            let Section { public, prose } = section.for_linker();
            if !prose.pictures.is_empty() {
                self.section(head, *public, prose);
            }
        }
    }

    fn section(&mut self, head: &Head, public: bool, prose: &mut Prose) {
        let files = std::mem::take(&mut prose.pictures);
        let places: Vec<Span> = (0..files.len()).map(|at| prose.place_of_picture(&files, at)).collect();
        let mut homeless = vec![true; files.len()];
        each_picture_mut(&mut prose.blocks, &mut |picture| {
            let Some(at) = picture.key.map(|key| key.0 as usize) else { return };
            homeless[at] = false;
            picture.public = public;
            picture.key = self.key(head, &files[at], &places[at]);
            if picture.alt.is_empty() {
                self.undescribed(places[at].clone());
            }
        });
        for ((file, place), _) in files.into_iter().zip(places).zip(homeless).filter(|(_, homeless)| *homeless) {
            self.problems.push(Diagnostic::at(Code::W0419, place).with("file", file));
        }
    }

    fn undescribed(&mut self, place: Span) {
        self.problems.push(Diagnostic::at(Code::W0418, place));
    }

    /// The number of a file that is named in the folder of a record.
    fn key(&mut self, head: &Head, named: &str, place: &Span) -> Option<PictureKey> {
        let folder = head.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = Some(named).filter(|n| !n.contains(':')).and_then(|n| RelPath::joined(folder, n));
        let Some(path) = path.filter(|p| p.below(self.content.as_str()).is_some()) else {
            self.problems.push(Diagnostic::at(Code::E0415, place.clone()).with("file", named));
            return None;
        };
        if !ENDINGS.contains(&path.extension().to_ascii_lowercase().as_str()) {
            self.problems.push(Diagnostic::at(Code::E0416, place.clone()).with("file", named));
            return None;
        }
        let next = PictureKey(u32::try_from(self.cited.len()).ok()?);
        let key = *self.known.entry(path.clone()).or_insert(next);
        if key == next {
            self.cited.push(Cited { path, places: Vec::new() });
        }
        self.cited[key.0 as usize].places.push(place.clone());
        Some(key)
    }
}
