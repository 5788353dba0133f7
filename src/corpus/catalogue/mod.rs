//! The catalogue: all records, references resolved, texts substituted.
//!
//! In: [`Records`]. Out: [`Catalogue`] and diagnostics on references and leaks, for every edition at
//! once: nothing can go wrong behind the gate. May not decide who sees what.

pub(crate) mod approval;
mod index;
mod link;
mod values;

use super::lower::Records;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
pub(crate) use index::Index;
pub(crate) use values::{counts_dead, families_told, quantity};

/// All records, linked.
pub(crate) struct Catalogue {
    /// The records.
    pub records: Records,
    /// Ids and names.
    pub index: Index,
}

impl Catalogue {
    /// Links all records.
    pub(crate) fn link(mut records: Records, config: &Config) -> (Catalogue, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let index = Index::of(&mut records, config, &mut problems);
        link::all(&mut records, &index, config, &mut problems);
        (Catalogue { records, index }, problems)
    }
}
