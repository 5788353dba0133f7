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

use super::fields::{FieldDef, Keys, Shape};
use std::collections::BTreeSet;

/// Every key of every record and part.
pub(crate) fn keys() -> BTreeSet<&'static str> {
    let mut keys: BTreeSet<&str> = super::fields::ITEM_KEYS.into_iter().collect();
    kinds().iter().for_each(|(_, fields)| gather(fields, &mut keys));
    keys
}

fn gather(fields: &'static [FieldDef], keys: &mut BTreeSet<&'static str>) {
    for field in fields {
        keys.insert(field.key);
        let mut shape = (field.shape)();
        while let Shape::List(inner) = shape {
            shape = *inner;
        }
        if let Shape::Keys(_, inner) = shape {
            gather(inner, keys);
        }
    }
}

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
