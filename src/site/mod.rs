//! The site of one edition: routes, page models, templates.
//!
//! In: a view, a theme, a locale. Out: pages as bytes, one a route; a page is a pure function of the view
//! and its route. May not see the corpus, the disk, or another edition.

pub mod assets;
pub mod build;
pub mod model;
pub mod prose;
pub mod route;
pub mod search;
pub mod templates;

pub use build::{Around, Site};
