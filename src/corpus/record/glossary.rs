//! The glossary: terms and what they mean. Ordinary by default.

use crate::corpus::prose::Prose;

/// A term and its meaning.
pub(crate) struct Term {
    /// The term.
    pub term: String,
    /// What it means.
    pub meaning: Prose,
}
