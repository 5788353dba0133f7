//! What others subscribe to: Atom feeds, calendars, and the sitemap for search engines.
//!
//! In: the view of one edition. Out: files in the forms of RFC 4287, RFC 5545 and sitemaps.org. No clock and no chance:
//! times are data times, names are made of the book's region, the edition and the record.

pub mod atom;
pub mod calendar;
pub mod sitemap;

use crate::corpus::view::View;
use crate::present::Voice;
use crate::time::Instant;
use chrono::{DateTime, FixedOffset, Utc};
use uuid::Uuid;

/// A name that stays the same from build to build and differs between editions. It says nothing that its file does not.
fn lasting_name(view: &View<'_>, thing: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("kentongan:{}/{}/{thing}", view.home, view.edition).as_bytes())
}

/// A moment as calendars take it.
fn utc(at: Instant) -> DateTime<Utc> {
    DateTime::from_timestamp(at.unix(), 0).unwrap_or_default()
}

/// A moment in the book's zone.
fn zoned(voice: &Voice<'_>, at: Instant) -> DateTime<FixedOffset> {
    let shown = voice.view.zone.show(at);
    DateTime::parse_from_rfc3339(&shown.iso()).unwrap_or_else(|_| utc(at).fixed_offset())
}
