//! What others compute with: tables for spreadsheets, and one JSON file with its schema.
//!
//! In: the view of one edition. Out: rows and objects, written piece by piece. What an edition can never show has no
//! column there; what it may show and nobody wrote is an empty cell or an absent key.

pub mod json;
mod shape;
pub mod table;

/// How many issues are turned into text at once: enough to keep all cores busy, little enough to hold.
const AT_ONCE: usize = 512;
