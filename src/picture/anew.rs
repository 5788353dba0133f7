//! Decodes a picture and makes it anew: upright, scaled down, without anything but its colours.

use super::probe::{decoder, kind, probe};
use super::{LARGE, SMALL, Wrong, wrong};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Scaling;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat};
use std::collections::HashSet;

/// A picture as it is published.
#[derive(Debug, Clone)]
pub struct Anew {
    /// The large one, or the only one.
    pub large: Encoded,
    /// A small one, where it saves the reader something.
    pub small: Option<Encoded>,
}

/// A file of ours.
#[derive(Debug, Clone)]
pub struct Encoded {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// "jpg" or "png".
    pub ending: &'static str,
}

/// Quality of a JPEG, of 100: what the eye does not miss at these sizes.
const QUALITY: u8 = 82;

/// A drawing has so few colours; a JPEG would smear its edges.
const FEW: usize = 256;

/// Makes a picture anew.
pub fn anew(bytes: &[u8]) -> Result<Anew, Wrong> {
    probe(bytes)?;
    let kind = kind(bytes)?;
    if kind == ImageFormat::Jpeg && !is_whole(bytes) {
        return Err(Wrong::Broken);
    }
    let mut decoder = decoder(bytes)?;
    let upright = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(|e| wrong(&e))?;
    let image = plain(image);
    let few = kind != ImageFormat::Jpeg && has_few_colours(&image);
    let mut large = scaled(image, LARGE);
    large.apply_orientation(upright);
    let drawn = large.color().has_alpha() || (few && is_flat(&large)?);
    let small = (large.width().max(large.height()) > SMALL).then(|| scaled(large.clone(), SMALL));
    let small = small.map(|image| encoded(&image, drawn)).transpose()?;
    let large = encoded(&large, drawn)?;
    // A small drawing has more shades than the large one, and may save nothing.
    let saves = |small: &Encoded| small.bytes.len() * 4 <= large.bytes.len() * 3;
    Ok(Anew { small: small.filter(saves), large })
}

/// Eight bits a colour, and transparency only where something shows through.
fn plain(image: DynamicImage) -> DynamicImage {
    let color = image.color();
    if color.has_alpha() {
        let image = image.into_rgba8();
        if image.pixels().any(|p| p.0[3] < 255) {
            return DynamicImage::ImageRgba8(image);
        }
        return DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(image).into_rgb8());
    }
    if color.has_color() {
        DynamicImage::ImageRgb8(image.into_rgb8())
    } else {
        DynamicImage::ImageLuma8(image.into_luma8())
    }
}

/// A shaded photo has thousands of colours after the first few lines.
fn has_few_colours(image: &DynamicImage) -> bool {
    let channels = usize::from(image.color().channel_count());
    let mut seen: HashSet<&[u8]> = HashSet::new();
    let mut last: &[u8] = &[];
    for colour in image.as_bytes().chunks_exact(channels) {
        if colour != last && seen.insert(colour) && seen.len() > FEW {
            return false;
        }
        last = colour;
    }
    true
}

/// A drawing is hardly larger as PNG than as JPEG; a grey or dithered photo, of few colours too, is many times that.
fn is_flat(image: &DynamicImage) -> Result<bool, Wrong> {
    Ok(encoded(image, true)?.bytes.len() <= 2 * encoded(image, false)?.bytes.len())
}

/// Never larger than it was.
fn scaled(mut image: DynamicImage, side: u32) -> DynamicImage {
    // Halves are exact and cheap; only the rest of the way is worth a better filter.
    while image.width().max(image.height()) >= side * 2 {
        let half = |n: u32| n.div_ceil(2);
        image = image.thumbnail_exact(half(image.width()), half(image.height()));
    }
    let long = image.width().max(image.height());
    if long <= side {
        return image;
    }
    let to = |n: u32| {
        let exact = (u64::from(n) * u64::from(side) + u64::from(long) / 2) / u64::from(long);
        u32::try_from(exact).unwrap_or(side).max(1)
    };
    // A polynomial: the same on every machine, unlike a filter that asks the machine for a sine.
    image.resize_exact(to(image.width()), to(image.height()), Scaling::CatmullRom)
}

fn encoded(image: &DynamicImage, drawn: bool) -> Result<Encoded, Wrong> {
    let mut bytes = Vec::new();
    let written = if drawn {
        image.write_with_encoder(PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive))
    } else {
        // Transparent is only what is drawn: here nothing is.
        image.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
    };
    written.map_err(|e| wrong(&e))?;
    let ending = if drawn { "png" } else { "jpg" };
    Ok(Encoded { bytes, width: image.width(), height: image.height(), ending })
}

/// Does a JPEG reach its end? A copy that broke off would be published with a grey half.
fn is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xff, marker]) = bytes.get(at..at + 2) {
        match marker {
            // The pixels begin here; inside them the mark of the end cannot stand.
            0xda => return bytes[at..].windows(2).any(|w| w == [0xff, 0xd9]),
            0xff => at += 1,
            _ => {
                let Some([high, low]) = bytes.get(at + 2..at + 4) else { return false };
                at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
            }
        }
    }
    // The head is not as it should be; the decoder says what it makes of it.
    true
}
