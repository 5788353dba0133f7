//! A free page.

use crate::corpus::fields::Whole;
use crate::record;

record! {
    /// A free page; the body is its text.
    Page {
        /// Judul.
        "judul" title: String,
        /// Urutan di menu.
        "urutan" order: Option<Whole<0, 999>>,
    }
}
