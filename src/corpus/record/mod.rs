//! The record kinds: one file a kind, each a struct with its reader, its docs and its walk, made from
//! one list by [`record!`](crate::record).
//!
//! In: nodes. Out: typed records. May not be named outside the closed room.

pub(crate) mod agency;
pub(crate) mod conference;
pub(crate) mod glossary;
pub(crate) mod issue;
pub(crate) mod page;
pub(crate) mod playbook;
pub(crate) mod region;
pub(crate) mod speech;

use super::fields::{FieldDef, Keys};

/// Title and fields of each record kind, for the field guide.
pub(crate) fn kinds() -> Vec<(&'static str, &'static [FieldDef])> {
    vec![
        ("isu", issue::Issue::FIELDS),
        ("playbook", playbook::Playbook::FIELDS),
        ("konpers", conference::Conference::FIELDS),
        ("wilayah", region::Region::FIELDS),
        ("instansi", agency::Agency::FIELDS),
        ("halaman", page::Page::FIELDS),
    ]
}
