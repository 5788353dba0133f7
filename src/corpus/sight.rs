//! Who looks at the records: their author, who sees all, or the reader of one edition.
//!
//! The field's rules, the clocks and the readiness for a press conference are worked out by one code for both. What an
//! edition prints of them is worked out of what that edition may see, so that no hidden thing decides a word of it.

use super::clear::Clearance;
use super::fields::{AgencyRef, Item};
use super::guarded::Guarded;
use super::lower::Entity;
use super::prose::Prose;
use super::record::agency::{self, Agency};
use super::record::conference::{self, Conference};
use super::record::issue::{self, Issue};
use super::record::{playbook, region, speech};
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

    /// The items of a list that may be seen. One whose main text is withheld is not there for a reader.
    pub(crate) fn items<'a, T: Main>(
        self,
        list: &'a [Item<T>],
    ) -> impl Iterator<Item = (&'a Item<T>, &'a T)> + use<'a, 'c, T> {
        let shown = move |value: &T| value.main().is_none_or(|text| self.shows(text));
        list.iter().filter_map(move |item| self.see(&item.guarded).filter(|v| shown(v)).map(|value| (item, value)))
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

    /// Does a reference name somebody, as far as may be seen?
    pub(crate) fn names(&self, reference: &AgencyRef) -> bool {
        matches!(self, Sight::Author) || self.agency(reference).is_some()
    }

    /// An agency.
    pub(crate) fn office<'a>(&self, entity: &'a Entity<Agency>) -> Option<&'a Agency> {
        match self {
            Sight::Author => Some(entity.guarded.for_author()),
            Sight::Reader(clearance) => entity.guarded.cleared(clearance).filter(|_| clearance.shows_agency(entity)),
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

/// Something with a text without which an edition does not show it.
pub(crate) trait Main {
    /// That text.
    fn main(&self) -> Option<&Prose> {
        None
    }
}

macro_rules! main_texts {
    ($($ty:ty $(=> $field:ident)?),+ $(,)?) => {
        $(impl Main for $ty { $(fn main(&self) -> Option<&Prose> { Some(&self.$field) })? })+
    };
}

main_texts! {
    issue::Fact => sentence, issue::Action => what, issue::Event => what, issue::Rumour => claim, issue::MediaQuestion => question,
    speech::Statement => text, speech::Answer => question, speech::DoNotSay => dont, speech::Message => sentence,
    playbook::Step => task,
    issue::Number, issue::Earlier, issue::Assessment, issue::Found, issue::PublicContact, issue::Meeting, issue::Refer,
    issue::Monitoring, issue::Photo, speech::MessageMap, speech::Approval, conference::Speaker, agency::Contact,
    region::Member,
}
