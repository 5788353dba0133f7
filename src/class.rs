//! The four classes of a document, and nothing else: configuration and corpus both need them.
//!
//! The codes are those of Indonesian official documents (ANRI 5/2021): B, T, R, SR.

use serde::Serialize;

/// How far a record or an item may travel. Ordered: a greater class is stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Class {
    /// B, *biasa*: open.
    #[serde(rename = "biasa")]
    Ordinary,
    /// T, *terbatas*: within the offices concerned.
    #[serde(rename = "terbatas")]
    Restricted,
    /// R, *rahasia*: the leadership.
    #[serde(rename = "rahasia")]
    Secret,
}

impl Class {
    /// All classes that may stand in a book; SR is refused when read, so it is no value at all.
    pub const ALL: [Class; 3] = [Class::Ordinary, Class::Restricted, Class::Secret];

    /// The word of the record format.
    pub fn key(self) -> &'static str {
        match self {
            Class::Ordinary => "biasa",
            Class::Restricted => "terbatas",
            Class::Secret => "rahasia",
        }
    }

    /// The letter in the corner of the paper.
    pub fn code(self) -> &'static str {
        match self {
            Class::Ordinary => "B",
            Class::Restricted => "T",
            Class::Secret => "R",
        }
    }

    /// Reads the word or the letter, in either case; `None` for anything else, SR included.
    pub fn from_key(key: &str) -> Option<Class> {
        Class::ALL.into_iter().find(|c| c.key().eq_ignore_ascii_case(key) || c.code().eq_ignore_ascii_case(key))
    }
}

/// Is this the class that no book may hold, however it is spelled?
pub fn is_top_secret(key: &str) -> bool {
    let plain: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
    plain.eq_ignore_ascii_case("sangatrahasia") || plain.eq_ignore_ascii_case("sr")
}
