//! A first look at a file: is it a picture, and how large would it be?
//!
//! The beginning of a file is enough for that; nothing is unpacked.

use super::{MOST_PIXELS, Wrong, limits, wrong};
use image::{ImageDecoder, ImageFormat, ImageReader};
use std::io::Cursor;

/// Bytes that nearly always hold all that stands before the pixels.
pub const BEGINNING: u64 = 256 * 1024;

/// The three kinds, whatever the file is called.
const KINDS: [ImageFormat; 3] = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];

/// Width and height that a file says it has, as it lies in the file.
pub fn probe(bytes: &[u8]) -> Result<(u32, u32), Wrong> {
    let decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    match pixels {
        0 => Err(Wrong::Broken),
        p if p > MOST_PIXELS => Err(Wrong::TooLarge(Some(p))),
        _ => Ok((width, height)),
    }
}

/// What kind a file is, by its content.
pub(super) fn kind(bytes: &[u8]) -> Result<ImageFormat, Wrong> {
    image::guess_format(bytes).ok().filter(|k| KINDS.contains(k)).ok_or(Wrong::Foreign)
}

pub(super) fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, Wrong> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), kind(bytes)?);
    reader.limits(limits());
    reader.into_decoder().map_err(|e| wrong(&e))
}
