//! The traps of YAML, named before they spring.
//!
//! In: the lines of a front matter. Out: a mended copy in which each trapped line says what its writer
//! meant, with a way back to the places of the original; a diagnostic with the mended line for each.
//! Texts under `|` are never touched.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceRef;
use crate::source::span::Span;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// YAML without traps, and where its bytes came from.
pub(crate) struct Mended {
    /// The text to parse.
    pub text: String,
    /// `(offset here, offset in the file)`, at the start of each line and after each mend.
    places: Vec<(usize, usize)>,
    end: usize,
}

impl Mended {
    /// The offset in the officer's file.
    pub(crate) fn original(&self, at: usize) -> usize {
        let next = self.places.partition_point(|(here, _)| *here <= at);
        let Some((here, there)) = next.checked_sub(1).and_then(|i| self.places.get(i)) else { return self.end };
        let limit = self.places.get(next).map_or(self.end, |(_, there)| *there);
        (there + (at - here)).min(limit.max(*there))
    }

    /// The range in the officer's file, line breaks at its end left out.
    pub(crate) fn original_range(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let end = range.start + text.trim_end().len();
        let start = self.original(range.start);
        start..self.original(end).max(start)
    }

    /// Replaces the top-level key around an offset by spaces, so that the rest can be read.
    /// False when nothing is left to cut.
    pub(crate) fn blank_out_key(&mut self, at: usize) -> bool {
        let at = at.min(self.text.len());
        let lines = line_ranges(&self.text);
        let here = lines.iter().rposition(|l| l.start <= at).unwrap_or(0);
        let begins = |l: &Range<usize>| is_top_level(&self.text[l.clone()]);
        let Some(first) = (0..=here).rev().find(|i| begins(&lines[*i])) else { return false };
        let next = (here + 1..lines.len()).find(|i| begins(&lines[*i]));
        let end = next.map_or(self.text.len(), |i| lines[i].start);
        let range = lines[first].start..end;
        let blank: String = self.text[range.clone()].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
        self.text.replace_range(range, &blank);
        true
    }
}

fn line_ranges(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            at += line.len();
            at - line.len()..at
        })
        .collect()
}

fn is_top_level(line: &str) -> bool {
    line.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '"')
}

/// Finds the traps between two offsets of a source and mends them.
pub(crate) fn mend(source: &SourceRef, range: Range<usize>, problems: &mut Vec<Diagnostic>) -> Mended {
    let text = source.text.get(range.clone()).unwrap_or_default();
    let mut mended = Mended { text: String::with_capacity(text.len() + 16), places: Vec::new(), end: range.end };
    let mut block: Option<usize> = None;
    let mut at = range.start;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let body = line.trim_end_matches(['\n', '\r']);
        mended.places.push((mended.text.len(), at));
        let indent = body.len() - body.trim_start_matches([' ', '\t', '\u{a0}']).len();
        let inside = block.is_some_and(|parent| body.trim().is_empty() || indent > parent);
        if inside {
            mended.text.push_str(line);
        } else {
            let comment = body.trim_start().starts_with('#');
            let next = lines.peek().copied().unwrap_or("---");
            let trap = if comment { None } else { find(body).or_else(|| not_closed(body, next)) };
            match trap {
                Some(trap) => {
                    let place = Span::new(source, at + trap.at.start..at + trap.at.end);
                    let problem = Diagnostic::at(trap.code, place).instead(trap.line.trim_end());
                    problems.push(problem.with_some("what", (trap.code == Code::E0203).then(|| "[ ] { }".to_owned())));
                    mended.text.push_str(&trap.line);
                    mended.text.push('\n');
                }
                None => mended.text.push_str(line),
            }
            block = opens_block(body).then(|| block_parent(body));
        }
        at += line.len();
    }
    mended
}

/// Does the line end by opening a text block (`|`, `>`, `|-`)?
fn opens_block(body: &str) -> bool {
    let body = body.split(" #").next().unwrap_or(body).trim_end();
    let last = body.rsplit(' ').next().unwrap_or_default();
    let after_key = body.trim_end_matches(last).trim_end();
    let marks = last.starts_with(['|', '>']) && last[1..].chars().all(|c| "+-123456789".contains(c));
    marks && (after_key.ends_with(':') || after_key.trim_start().ends_with('-'))
}

/// The column that the text of a block must exceed: that of the key, or of the dash.
fn block_parent(body: &str) -> usize {
    let mut rest = body.trim_start();
    let mut column = body.len() - rest.len();
    while let Some(inner) = rest.strip_prefix("- ") {
        let inner = inner.trim_start();
        if !inner.contains(':') {
            break;
        }
        column += rest.len() - inner.len();
        rest = inner;
    }
    column
}

/// Words with which a reference to a record begins.
const KINDS: [&str; 5] = ["playbook", "konpers", "wilayah", "instansi", "halaman"];

/// Every key of the format.
static KEYS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(super::record::keys);

/// A `[` or `{` that is not closed on its line while the next line begins another key.
fn not_closed(body: &str, next: &str) -> Option<Trap> {
    let parts = take_apart(body)?;
    let (value, comment) = split_comment(parts.value);
    let close = match value.chars().next() {
        Some('[') => ']',
        Some('{') => '}',
        _ => return None,
    };
    let open = value.chars().next().unwrap_or('[');
    let depth = value.matches(open).count().checked_sub(value.matches(close).count())?;
    let key = take_apart(next.trim_end()).is_some() || next.starts_with("---") || next.trim_end().ends_with(':');
    if depth == 0 || !key {
        return None;
    }
    let start = parts.head.len();
    let line = format!("{}{value}{}{comment}", parts.head, close.to_string().repeat(depth));
    Some(Trap { code: Code::E0203, at: start..start + value.len(), line })
}

struct Trap {
    code: Code,
    at: Range<usize>,
    line: String,
}

/// A line taken apart: everything before the value, and the value.
struct Parts<'l> {
    head: &'l str,
    value: &'l str,
}

fn find(body: &str) -> Option<Trap> {
    whitespace(body).or_else(|| no_space_after_colon(body)).or_else(|| value_traps(body))
}

/// Tabs in the indentation, non-breaking spaces before the value.
fn whitespace(body: &str) -> Option<Trap> {
    let indent = body.len() - body.trim_start().len();
    if let Some(at) = body[..indent].find('\t') {
        let line = format!("{}{}", body[..indent].replace('\t', "  "), &body[indent..]);
        return Some(Trap { code: Code::E0205, at: at..at + 1, line });
    }
    let colon = body.find(':').map_or(indent, |c| c + 1);
    let end = body[colon..].chars().next().map_or(colon, |c| colon + c.len_utf8());
    let at = body[..end].find('\u{a0}')?;
    let line = format!("{}{}", body[..end].replace('\u{a0}', " "), &body[end..]);
    Some(Trap { code: Code::E0207, at: at..at + '\u{a0}'.len_utf8(), line })
}

/// `judul:Banjir`
fn no_space_after_colon(body: &str) -> Option<Trap> {
    let start = body.len() - body.trim_start_matches([' ', '-']).len();
    let rest = &body[start..];
    let colon = rest.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'))?;
    let after = rest[colon..].strip_prefix(':')?;
    let glued = colon > 1 && !after.is_empty() && !after.starts_with([' ', '\t', '/', '\u{a0}']);
    if !glued || start > 0 && !rest.starts_with(|c: char| c.is_ascii_lowercase()) || rest.contains(": ") {
        return None;
    }
    // A bare item such as `- playbook:banjir` is a reference, unless the word is a key of the format.
    let key = &rest[..colon];
    if body.trim_start().starts_with('-') && (!KEYS.contains(key) || KINDS.contains(&key)) {
        return None;
    }
    let at = start + colon;
    let line = format!("{} {}", &body[..=at], &body[at + 1..]);
    Some(Trap { code: Code::E0204, at: start..body.len(), line })
}

fn value_traps(body: &str) -> Option<Trap> {
    let parts = take_apart(body)?;
    let start = parts.head.len();
    let (value, comment) = split_comment(parts.value);
    if value.is_empty() || value.starts_with(['"', '\'']) {
        return None;
    }
    let whole = start..start + value.len();
    let quoted = |text: &str| format!("{}{}{comment}", parts.head, quote(text));
    if value.starts_with(['“', '”', '‘', '’']) {
        let inner = value.trim_matches(['“', '”', '‘', '’', '"']);
        return Some(Trap { code: Code::E0206, at: whole, line: quoted(inner) });
    }
    if starts_wrongly(value) {
        return Some(Trap { code: Code::E0209, at: whole, line: quoted(value) });
    }
    if value.starts_with(['[', '{', '|', '>', '&', '!']) {
        return None;
    }
    if let Some(hash) = cut_at_hash(value) {
        return Some(Trap { code: Code::E0210, at: start + hash..start + value.len(), line: quoted(value) });
    }
    let colon = value.find(": ").or_else(|| value.ends_with(':').then(|| value.len() - 1))?;
    Some(Trap { code: Code::E0208, at: start + colon..start + colon + 1, line: quoted(value) })
}

/// Splits `  - key: value` behind the last `- ` and the first `key: `.
fn take_apart(body: &str) -> Option<Parts<'_>> {
    let start = body.len() - body.trim_start_matches([' ', '-']).len();
    let dashes = &body[..start];
    let rest = &body[start..];
    let key_end = rest.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
    if key_end.is_some_and(|e| e > 0 && rest[e..].trim_end() == ":") {
        return None;
    }
    let is_key = key_end.is_some_and(|e| e > 0 && rest[e..].starts_with(": "));
    let split = match key_end {
        Some(end) if is_key => {
            let value = rest[end + 2..].trim_start();
            body.len() - value.len()
        }
        _ if dashes.contains("- ") && dashes.ends_with(' ') => start,
        _ => return None,
    };
    Some(Parts { head: &body[..split], value: &body[split..] })
}

/// Takes a comment (` # words`) off a value. `#5` without a space is no comment to its writer.
fn split_comment(value: &str) -> (&str, &str) {
    let at = value.match_indices(" #").map(|(i, _)| i).find(|i| {
        let after = value[i + 2..].chars().next();
        after.is_none_or(|c| c == ' ' || c == '#')
    });
    match at {
        Some(at) => {
            let text = value[..at].trim_end();
            (text, &value[text.len()..])
        }
        None => (value.trim_end(), ""),
    }
}

/// Signs that YAML keeps for itself at the start of a text, and lists or maps that are none.
fn starts_wrongly(value: &str) -> bool {
    match value.as_bytes() {
        [b'@' | b'*' | b'%' | b'`', ..] => true,
        [b'[', b'[', ..] => true,
        [b'[', ..] => closes_early(value, '[', ']'),
        [b'{', ..] => closes_early(value, '{', '}') || (value.ends_with('}') && !value.contains(": ")),
        _ => false,
    }
}

/// Is there text behind the bracket that closes the first one?
fn closes_early(value: &str, open: char, close: char) -> bool {
    let mut depth = 0usize;
    for (at, c) in value.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return !value[at + c.len_utf8()..].trim().is_empty();
            }
        }
    }
    false
}

fn cut_at_hash(value: &str) -> Option<usize> {
    value.find(" #").map(|at| at + 1)
}

/// A text in straight double quotes.
fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::source::path::RelPath;

    fn trapped(line: &str) -> Option<(Code, String)> {
        find(line).map(|t| (t.code, t.line))
    }

    #[test]
    fn each_trap_is_named_with_the_line_its_writer_meant() {
        let cases = [
            ("judul:Banjir besar", Code::E0204, "judul: Banjir besar"),
            ("  - kalimat:Enam RT", Code::E0204, "  - kalimat: Enam RT"),
            ("judul: Banjir: enam RT", Code::E0208, "judul: \"Banjir: enam RT\""),
            ("judul: {angka:kk} terendam", Code::E0209, "judul: \"{angka:kk} terendam\""),
            ("judul: [[ISU-64.72-2026-001]] lagi", Code::E0209, "judul: \"[[ISU-64.72-2026-001]] lagi\""),
            ("judul: *penting* sekali", Code::E0209, "judul: \"*penting* sekali\""),
            ("tempat: RT #5 Samarinda", Code::E0210, "tempat: \"RT #5 Samarinda\""),
            ("judul: “Banjir”", Code::E0206, "judul: \"Banjir\""),
            ("\tjudul: Banjir", Code::E0205, "  judul: Banjir"),
            ("ju\u{a0}dul: Banjir", Code::E0207, "ju dul: Banjir"),
        ];
        for (line, code, mended) in cases {
            assert_eq!(trapped(line), Some((code, mended.to_owned())), "{line}");
        }
    }

    #[test]
    fn what_is_no_trap_is_left_alone() {
        for line in [
            "klasifikasi: biasa         # biasa (B) terbatas (T)",
            "tema: [bencana, sosial]",
            "- nilai: 980",
            "url: https://contoh.id/a",
            "teks: |",
            "- Buka dapur umum",
            "- playbook:banjir",
            "  - pesan:",
            "  - id:",
            "jawaban: \"Ya: benar\"",
            "dasar: {nilai: 980, waktu: 23 November 2026 22.00}",
        ] {
            assert_eq!(trapped(line), None, "{line}");
        }
    }

    #[test]
    fn places_lead_back_to_the_officers_file() {
        let text = "judul:Banjir\nteks: |\n  a: b: c\ntema: bencana\n";
        let source = Source::new(RelPath::new("a.yaml").expect("inside"), text.to_owned());
        let mut problems = Vec::new();
        let mended = mend(&source, 0..text.len(), &mut problems);
        assert_eq!(problems.len(), 1, "the text under | is not touched");
        let at = mended.text.find("bencana").expect("still there");
        assert_eq!(mended.original(at), text.find("bencana").expect("there"));
    }
}
