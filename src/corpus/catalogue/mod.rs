//! The catalogue: all records, references resolved, texts substituted.
//!
//! In: [`Records`]. Out: [`Catalogue`] and diagnostics on references and leaks, for every edition at
//! once: nothing can go wrong behind the gate. May not decide who sees what.

pub(crate) mod approval;
mod index;
mod link;
mod pictures;
mod values;

use super::lower::Records;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
pub(crate) use index::Index;
pub use pictures::Cited;
pub(crate) use values::{counts_dead, families_told, quantity};

/// All records, linked.
pub(crate) struct Catalogue {
    /// The records.
    pub records: Records,
    /// Ids and names.
    pub index: Index,
    /// The pictures that records name; a picture's key is its place here.
    pub pictures: Vec<Cited>,
}

impl Catalogue {
    /// Links all records.
    pub(crate) fn link(mut records: Records, config: &Config) -> (Catalogue, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let index = Index::of(&mut records, config, &mut problems);
        link::all(&mut records, &index, config, &mut problems);
        let (pictures, found) = pictures::number(&mut records, &config.content);
        problems.extend(found);
        (Catalogue { records, index, pictures }, problems)
    }
}
