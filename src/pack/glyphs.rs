//! Characters that the fonts cannot print.
//!
//! PDF/A refuses a glyph that is missing, without saying where; so they are found before, replaced by a
//! mark, and reported.

use serde_json::Value;
use std::collections::BTreeSet;

/// What stands for a character that cannot be printed.
const MARK: char = '\u{fffd}';

/// Replaces what the fonts lack in all strings of some data; says which characters those were.
pub(super) fn replace_missing(value: &mut Value, missing: &mut BTreeSet<char>) {
    match value {
        Value::String(text) => {
            if text.chars().all(printable) {
                return;
            }
            missing.extend(text.chars().filter(|c| !printable(*c)));
            *text = text.chars().map(|c| if printable(c) { c } else { MARK }).collect();
        }
        Value::Array(items) => items.iter_mut().for_each(|v| replace_missing(v, missing)),
        Value::Object(map) => map.values_mut().for_each(|v| replace_missing(v, missing)),
        _ => {}
    }
}

fn printable(c: char) -> bool {
    c.is_ascii() || c == MARK || super::world::fonts().first().is_some_and(|f| f.info().coverage.contains(u32::from(c)))
}
