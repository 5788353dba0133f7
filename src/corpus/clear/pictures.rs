//! The gate for pictures: which files an edition shows.
//!
//! A photo is shown where its entry is; for the public that means `boleh_publik: ya`. A picture of a body is shown where
//! the body is, and to the public only out of a `::: publik` block: who classes a page as open has not yet said so of
//! every picture in it.

use crate::corpus::view::View;
use crate::corpus::view::text::{Picture, PictureKey, each_picture};
use std::collections::BTreeSet;

/// The pictures of what a view shows.
pub(super) fn shown(view: &View<'_>) -> BTreeSet<PictureKey> {
    let photos = view.issues.iter().flat_map(|i| &i.photos).filter_map(|p| p.picture);
    let mut keys: BTreeSet<PictureKey> = photos.collect();
    let mut take = |picture: &Picture| keys.extend(picture.key.filter(|_| picture.public || !view.public));
    let issues = view.issues.iter().flat_map(|i| &i.body);
    let playbooks = view.playbooks.iter().flat_map(|p| &p.body);
    let conferences = view.conferences.iter().flat_map(|k| &k.body);
    let pages = view.pages.iter().flat_map(|p| &p.body);
    issues.chain(playbooks).chain(conferences).chain(pages).for_each(|text| each_picture(text, &mut take));
    keys
}
