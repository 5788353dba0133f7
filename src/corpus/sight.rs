//! Who looks at the records: their author, who sees all, or the reader of one edition.
//!
//! The field's rules, the clocks and the readiness for a press conference are worked out by one code for both. What an
//! edition prints of them is worked out of what that edition may see, so that no hidden thing decides a word of it.

use super::clear::Clearance;
use super::fields::{AgencyRef, Item};
use super::guarded::Guarded;
use super::lower::Entity;
use super::prose::Prose;
use super::record::conference::Conference;
use super::record::issue::Issue;
use crate::class::Class;

/// One who looks.
#[derive(Clone, Copy)]
pub(crate) enum Sight<'c> {
    /// The author of the book: all. What comes of it may only be a diagnostic.
    Author,
    /// The reader of an edition.
    Reader(&'c Clearance<'c>),
}

impl<'c> Sight<'c> {
    /// A value, where it may be seen.
    pub(crate) fn see<'a, T>(&self, value: &'a Guarded<T>) -> Option<&'a T> {
        match self {
            Sight::Author => Some(value.for_author()),
            Sight::Reader(clearance) => value.cleared(clearance),
        }
    }

    /// May things of this class be seen?
    pub(crate) fn reaches(&self, class: Class) -> bool {
        match self {
            Sight::Author => true,
            Sight::Reader(clearance) => class <= clearance.ceiling(),
        }
    }

    /// The items of a list that may be seen.
    pub(crate) fn items<'a, T>(
        self,
        list: &'a [Item<T>],
    ) -> impl Iterator<Item = (&'a Item<T>, &'a T)> + use<'a, 'c, T> {
        list.iter().filter_map(move |item| self.see(&item.guarded).map(|value| (item, value)))
    }

    /// One part, where there is one and it may be seen.
    pub(crate) fn part<'a, T>(&self, part: Option<&'a Item<T>>) -> Option<(&'a Item<T>, &'a T)> {
        part.and_then(|item| self.see(&item.guarded).map(|value| (item, value)))
    }

    /// A text, unless the edition withholds it.
    pub(crate) fn shows(&self, prose: &Prose) -> bool {
        matches!(self, Sight::Author) || !prose.withheld
    }

    /// An issue.
    pub(crate) fn issue<'a>(&self, entity: &'a Entity<Issue>) -> Option<&'a Issue> {
        match self {
            Sight::Author => Some(entity.guarded.for_author()),
            Sight::Reader(clearance) => clearance.issue(entity),
        }
    }

    /// A press conference.
    pub(crate) fn conference<'a>(&self, entity: &'a Entity<Conference>) -> Option<&'a Conference> {
        match self {
            Sight::Author => Some(entity.guarded.for_author()),
            Sight::Reader(clearance) => clearance.sees_conference(entity),
        }
    }

    /// The file name of an agency, where the agency may be seen.
    pub(crate) fn agency<'a>(&self, reference: &'a AgencyRef) -> Option<&'a str> {
        match self {
            Sight::Author => reference.0.found.as_deref(),
            Sight::Reader(clearance) => clearance.agency_of(reference),
        }
    }

    /// A region's code, where it is in scope.
    pub(crate) fn region(&self, code: &str) -> bool {
        match self {
            Sight::Author => true,
            Sight::Reader(clearance) => clearance.in_scope(code),
        }
    }
}
