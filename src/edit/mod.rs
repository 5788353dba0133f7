//! Writes into records without disturbing them: lines are put in or changed, everything else stays as it was typed.
//!
//! In: a file's text, the place of an item, what to write. Out: the new text. [`write()`] alone touches the disk, and only
//! files that are there. This module knows lines and indentation, and nothing of what the words mean.
#![expect(clippy::disallowed_methods, reason = "the one writer into records")]

pub mod approval;

use crate::failure::Failure;
use std::path::Path;

/// Replaces a file's text as a whole: whoever reads meanwhile sees the old one or the new one.
pub fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or("catatan");
    let beside = path.with_file_name(format!(".{name}.baru-{}", std::process::id()));
    let failed = |e: std::io::Error| Failure::Write(format!("{}: {e}", path.display()));
    std::fs::write(&beside, text).map_err(failed)?;
    if let Ok(there) = std::fs::metadata(path) {
        // Who may read the record stays as it was.
        std::fs::set_permissions(&beside, there.permissions()).map_err(failed)?;
    }
    std::fs::rename(&beside, path).map_err(failed)
}

/// The lines of an item: what stands at its own indentation, up to where it ends.
struct Block<'t> {
    lines: Vec<&'t str>,
    /// First line of the item.
    start: usize,
    /// Line behind its last one.
    end: usize,
    /// Column of its keys.
    column: usize,
}

impl<'t> Block<'t> {
    /// The item whose first key begins at a byte.
    fn at(text: &'t str, place: usize) -> Block<'t> {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mut offset = 0;
        let mut start = 0;
        for (number, line) in lines.iter().enumerate() {
            if offset + line.len() > place {
                start = number;
                break;
            }
            offset += line.len();
        }
        let column = text.get(offset..place).map_or(0, |before| before.chars().count());
        let mut end = start + 1;
        for (number, line) in lines.iter().enumerate().skip(start + 1) {
            let bare = line.trim();
            // A comment is one at the keys or before them; deeper it may be a line of a text.
            if bare.is_empty() || (bare.starts_with('#') && indent(line) <= column) {
                continue;
            }
            let head_ends = column == 0 && matches!(line.trim_end(), "---" | "...");
            if indent(line) < column || head_ends {
                break;
            }
            end = number + 1;
        }
        Block { lines, start, end, column }
    }

    /// The line of a key of the item, and what stands behind its colon.
    fn key(&self, key: &str) -> Option<(usize, &'t str)> {
        (self.start..self.end).find_map(|number| {
            let line = *self.lines.get(number)?;
            let at = if number == self.start { self.column } else { indent(line) };
            let rest = line.get(at..)?.strip_prefix(key)?.strip_prefix(':')?;
            (at == self.column).then_some((number, rest))
        })
    }

    /// Line behind the block of a key.
    fn end_of(&self, line: usize) -> usize {
        let mut end = line + 1;
        for number in line + 1..self.end {
            let Some(text) = self.lines.get(number) else { break };
            let bare = text.trim();
            if bare.is_empty() || (bare.starts_with('#') && indent(text) <= self.column) {
                continue;
            }
            let dash = indent(text) == self.column && bare.starts_with("- ");
            if indent(text) <= self.column && !dash {
                break;
            }
            end = number + 1;
        }
        end
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// What stands behind a colon, without its comment.
fn value(rest: &str) -> &str {
    rest.split(" #").next().unwrap_or(rest).trim().trim_matches(['"', '\''])
}
