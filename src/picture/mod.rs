//! Pictures made anew: a file in, pixels out, nothing else of the file.
//!
//! In: the bytes of a JPEG, PNG or WebP file. Out: JPEG or PNG files of our own making, scaled down, and an [`Album`]
//! that says under which name an edition shows which picture. A camera writes place, time, device, owner and a small
//! copy of the picture before it was cut; none of that is copied, because nothing is copied but colours. May not know
//! disks, records or editions.

mod album;
mod anew;
mod probe;

pub use album::{Album, Printed, PrintedFile};
pub use anew::{Anew, Encoded, anew};
pub use probe::{BEGINNING, probe};

use image::Limits;

/// Bytes of a file at most.
pub const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// Pixels of a picture at most: 50 megapixels.
pub const MOST_PIXELS: u64 = 50_000_000;

/// Pixels of the long side of what is published.
pub const LARGE: u32 = 1600;

/// Pixels of the long side of the small one, for phones.
pub const SMALL: u32 = 640;

/// Why a file is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Not one of the three kinds.
    Foreign,
    /// One of them, and broken.
    Broken,
    /// More pixels, or more behind them, than may be unpacked: how many pixels, where that is known.
    TooLarge(Option<u64>),
}

/// What a decoder may take: a small file can unpack to more than a machine has.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(400 * 1024 * 1024);
    limits
}

/// The decoder's refusal in our words.
fn wrong(error: &image::ImageError) -> Wrong {
    match error {
        image::ImageError::Limits(_) => Wrong::TooLarge(None),
        image::ImageError::Unsupported(_) => Wrong::Foreign,
        _ => Wrong::Broken,
    }
}
