//! The site of one edition: routes, page models, templates.
//!
//! In: a view, a theme, a locale. Out: pages as bytes, one a route; a page is a pure function of the view
//! and its route; feeds and exports are pure functions of the view too. May not see the corpus, the disk, or another
//! edition.

pub mod assets;
pub mod build;
pub mod export;
pub mod feeds;
pub mod model;
pub mod outlet;
pub mod prose;
pub mod route;
pub mod search;
pub mod templates;

pub use build::{Around, Site};
pub use outlet::Outlets;
