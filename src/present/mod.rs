//! View to words: everything that a page or a pack says, ready to print, in one language.
//!
//! In: a [`View`], a [`Locale`], and a medium that knows how prose looks and where links lead. Out: the
//! structs of [`model`]. Site and pack share it, so that a verdict, a number or a lateness is worded once.
//! May not know files, templates or layouts.

mod changes;
pub mod charts;
mod issue;
mod message;
pub mod model;
pub mod moments;
mod other;
pub mod plain;
mod rules;
pub mod trends;
mod voice;

pub use issue::FRESHNESS;
pub use voice::Voice;

use crate::corpus::view::text::Block;
use crate::corpus::view::{Route, View};
use crate::corpus::vocabulary::Vocabulary;
use crate::locale::Locale;
use model::{Link, Word};
use serde::Serialize;

/// How prose looks and where links lead, on screen or on paper.
pub trait Medium {
    /// Texts can be copied from it, to be sent on.
    const COPIES: bool = false;
    /// Prose as the templates take it.
    type Prose: Serialize;
    /// Puts prose into its form.
    fn prose(&self, blocks: &[Block], voice: &Voice<'_>) -> Self::Prose;
    /// The address of something that this edition shows; `None` on paper.
    fn href(&self, route: &Route) -> Option<String>;
    /// The address of a picture's file in the edition's folder; `None` where pictures are not shown.
    fn file(&self, _path: &str) -> Option<String> {
        None
    }
}

/// Words one view in one language for one medium.
pub struct Presenter<'p, M> {
    /// Times, numbers, names.
    pub voice: &'p Voice<'p>,
    /// Screen or paper.
    pub medium: M,
}

impl<'p, M: Medium> Presenter<'p, M> {
    /// A presenter.
    pub fn new(voice: &'p Voice<'p>, medium: M) -> Presenter<'p, M> {
        Presenter { voice, medium }
    }

    /// The view.
    pub fn view(&self) -> &'p View<'p> {
        self.voice.view
    }

    /// The locale.
    pub fn locale(&self) -> &'p Locale {
        self.voice.locale
    }

    /// Prose of a page's own.
    pub fn words(&self, blocks: &[Block]) -> M::Prose {
        self.prose(blocks)
    }

    fn prose(&self, blocks: &[Block]) -> M::Prose {
        self.medium.prose(blocks, self.voice)
    }

    fn some_prose(&self, blocks: Option<&[Block]>) -> Option<M::Prose> {
        blocks.map(|b| self.prose(b))
    }

    fn all_prose(&self, list: &[&[Block]]) -> Vec<M::Prose> {
        list.iter().map(|b| self.prose(b)).collect()
    }

    /// Words that lead to a route.
    pub fn link(&self, text: impl Into<String>, route: &Route) -> Link {
        Link { text: text.into(), href: self.medium.href(route) }
    }

    /// A value of a vocabulary with its label.
    pub fn word(&self, value: impl Vocabulary) -> Word {
        self.voice.word(value)
    }

    /// A region by its code; the code itself where the region is not shown.
    pub fn region_link(&self, code: &str) -> Link {
        match self.voice.region(code) {
            Some(region) => self.link(region.name, &Route::Region(region.code.to_owned())),
            None => Link { text: code.to_owned(), href: None },
        }
    }

    /// A region in passing, as lists call it.
    pub fn region_in_passing(&self, code: &str) -> Link {
        match self.voice.region(code) {
            Some(region) => self.link(voice::common_name(region), &Route::Region(region.code.to_owned())),
            None => Link { text: code.to_owned(), href: None },
        }
    }

    /// An agency by its file name: acronym on the page of its own region, full name otherwise.
    pub fn agency_link(&self, id: &str) -> Link {
        match self.voice.agency(id) {
            Some(agency) => self.link(self.voice.agency_name(agency), &Route::Agency(agency.id.to_owned())),
            None => Link { text: id.to_owned(), href: None },
        }
    }

    fn some_agency(&self, id: Option<&str>) -> Option<Link> {
        id.map(|id| self.agency_link(id))
    }
}
