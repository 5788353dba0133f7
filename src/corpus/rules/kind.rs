//! What rules ask of records that are no issue: who sees one, how far its texts go, which rule is its own.
//!
//! In: one kind of record. Out: answers. It holds no rule.

use super::said::Reach;
use super::{Bench, Check, Findings};
use crate::corpus::fields::{Keys, Spot};
use crate::corpus::lower::Entity;
use crate::corpus::record::agency::Agency;
use crate::corpus::record::conference::Conference;
use crate::corpus::record::page::Page;
use crate::corpus::record::playbook::Playbook;
use crate::corpus::record::region::Region;
use crate::corpus::sight::Sight;

/// A rule of one kind of record.
pub(crate) type Own<T> = fn(&Bench<'_>, &Entity<T>, &T, &mut Findings);

/// A kind of record other than an issue.
pub(crate) trait Kind: Keys {
    /// A public edition shows its body.
    const OPEN_BODY: bool = false;

    /// The record, where it may be seen.
    fn seen<'a>(sight: Sight<'a>, entity: &'a Entity<Self>) -> Option<&'a Self> {
        sight.see(&entity.guarded)
    }

    /// How far a text of it goes.
    fn reach(&self, _: &Spot<'_>) -> Reach {
        INSIDE
    }

    /// The rule, where it is one of this kind.
    fn own(_: &Check) -> Option<Own<Self>> {
        None
    }
}

/// Not spoken, not public, not settled.
const INSIDE: Reach = (false, false, false);

impl Kind for Conference {
    fn seen<'a>(sight: Sight<'a>, entity: &'a Entity<Self>) -> Option<&'a Self> {
        sight.conference(entity)
    }
    fn reach(&self, spot: &Spot<'_>) -> Reach {
        (false, self.announce == Some(true) && matches!(spot.list, "judul" | "tempat"), true)
    }
    fn own(check: &Check) -> Option<Own<Self>> {
        if let Check::Conference(own) = check { Some(*own) } else { None }
    }
}

impl Kind for Playbook {
    fn own(check: &Check) -> Option<Own<Self>> {
        if let Check::Playbook(own) = check { Some(*own) } else { None }
    }
}

impl Kind for Region {
    fn seen<'a>(sight: Sight<'a>, entity: &'a Entity<Self>) -> Option<&'a Self> {
        sight.see(&entity.guarded).filter(|r| sight.region(&r.code))
    }
    fn reach(&self, spot: &Spot<'_>) -> Reach {
        (false, matches!(spot.list, "pengumuman" | "nama" | "kepala" | "penduduk"), true)
    }
    fn own(check: &Check) -> Option<Own<Self>> {
        if let Check::Region(own) = check { Some(*own) } else { None }
    }
}

impl Kind for Agency {
    fn own(check: &Check) -> Option<Own<Self>> {
        if let Check::Agency(own) = check { Some(*own) } else { None }
    }
}

impl Kind for Page {
    const OPEN_BODY: bool = true;

    fn reach(&self, _: &Spot<'_>) -> Reach {
        (false, true, true)
    }
}
