//! Where the lines of a text begin.

/// Byte offsets of line starts.
#[derive(Debug)]
pub struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    /// Finds the lines of a text.
    pub fn of(text: &str) -> Lines {
        let mut starts = vec![0];
        for (at, byte) in text.bytes().enumerate() {
            if byte == b'\n' {
                starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
        }
        Lines { starts }
    }

    /// Line and column of a byte, both from 1; the column counts characters.
    pub fn line_column(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|s| *s as usize <= at);
        let start = self.start(line);
        let mut end = at.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        (line, text[start..end.max(start)].chars().count() + 1)
    }

    /// Offset at which line `n` (from 1) begins.
    pub fn start(&self, n: usize) -> usize {
        self.starts.get(n.saturating_sub(1)).map_or(0, |s| *s as usize)
    }

    /// Text of line `n` (from 1), without its line break.
    pub fn line<'t>(&self, text: &'t str, n: usize) -> &'t str {
        let start = self.start(n);
        let end = self.starts.get(n).map_or(text.len(), |s| *s as usize);
        text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r'])
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}
