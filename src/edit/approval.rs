//! Writes an approval into a statement: office, capacity, time, fingerprint.

use super::{Block, indent, value};
use std::ops::Range;

/// An approval as it is written.
#[derive(Debug, Clone)]
pub struct Approval {
    /// Office.
    pub office: String,
    /// teknis, hukum, pimpinan.
    pub role: &'static str,
    /// Time, as an officer would type it.
    pub at: String,
    /// Fingerprints by name, that of the text first.
    pub prints: Vec<(String, String)>,
    /// The text is approved with it: its status follows.
    pub settles: bool,
}

/// Why nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The statement or its approvals are written in braces on one line.
    Flow,
}

/// The text of a file with an approval put into the statement whose first key begins at a byte.
pub fn put(text: &str, place: usize, approval: &Approval) -> Result<String, Why> {
    let block = Block::at(text, place);
    if text.get(place..).is_some_and(|t| t.starts_with('{')) {
        return Err(Why::Flow);
    }
    let end_of_line = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut changes = Changes { put: Vec::new(), replace: Vec::new(), end_of_line };
    if approval.settles {
        settle(&block, &mut changes);
    }
    entry(&block, approval, &mut changes)?;
    Ok(changes.apply(&block))
}

/// Lines to put before others, and lines to change.
struct Changes {
    put: Vec<(usize, Vec<String>)>,
    replace: Vec<(usize, String)>,
    end_of_line: &'static str,
}

impl Changes {
    fn apply(&self, block: &Block<'_>) -> String {
        let mut out = String::new();
        for number in 0..=block.lines.len() {
            for (_, lines) in self.put.iter().filter(|(at, _)| *at == number) {
                if !out.is_empty() && !out.ends_with('\n') {
                    out.push_str(self.end_of_line);
                }
                for line in lines {
                    out.push_str(line);
                    out.push_str(self.end_of_line);
                }
            }
            let Some(line) = block.lines.get(number) else { break };
            match self.replace.iter().find(|(at, _)| *at == number) {
                Some((_, new)) => out.push_str(new),
                None => out.push_str(line),
            }
        }
        out
    }
}

/// A draft becomes approved; the line keeps its comment.
fn settle(block: &Block<'_>, changes: &mut Changes) {
    let pad = " ".repeat(block.column);
    match block.key("status") {
        Some((number, rest)) if value(rest).is_empty() && number != block.start => {
            changes.replace.push((number, format!("{pad}status: disetujui{}", changes.end_of_line)));
        }
        Some((number, rest)) if matches!(value(rest), "draf" | "ditinjau") => {
            let line = block.lines.get(number).copied().unwrap_or_default();
            let old = value(rest);
            changes.replace.push((number, line.replacen(old, "disetujui", 1)));
        }
        Some(_) => {}
        None => changes.put.push((block.end_of(block.start), vec![format!("{pad}status: disetujui")])),
    }
}

/// The approval: into the one that this office gave and nobody marked, else behind the last one, else as the first.
fn entry(block: &Block<'_>, approval: &Approval, changes: &mut Changes) -> Result<(), Why> {
    let pad = " ".repeat(block.column);
    let Some((number, rest)) = block.key("persetujuan") else {
        let before = block.key("teks").map_or(block.end, |(number, _)| number);
        // A list that begins with its text has nothing before it.
        let before = if before == block.start { block.end } else { before };
        let mut lines = vec![format!("{pad}persetujuan:")];
        lines.extend(written(&format!("{pad}  "), approval));
        changes.put.push((before, lines));
        return Ok(());
    };
    let end = block.end_of(number);
    match value(rest) {
        "" => {}
        "[]" => {
            let line = block.lines.get(number).copied().unwrap_or_default();
            changes.replace.push((number, line.replacen(" []", "", 1)));
        }
        _ => return Err(Why::Flow),
    }
    let first = (number + 1..end).filter_map(|n| block.lines.get(n)).find(|l| l.trim_start().starts_with('-'));
    let dash = first.map_or(block.column + 2, |line| indent(line));
    if first.is_some_and(|line| line.trim_start().starts_with("- {")) {
        return Err(Why::Flow);
    }
    match same(block, number + 1..end, dash, approval) {
        Some(old) => {
            changes.put.push((old.end, marks(&" ".repeat(dash + 2), approval)));
            changes.replace.extend(old.map(|line| (line, String::new())));
        }
        None => changes.put.push((end, written(&" ".repeat(dash), approval))),
    }
    Ok(())
}

/// Lines of the fingerprint in an approval of the same office, capacity and time; none, at its end, where it has none.
fn same(block: &Block<'_>, range: Range<usize>, dash: usize, approval: &Approval) -> Option<Range<usize>> {
    let starts = |n: &usize| block.lines.get(*n).is_some_and(|l| indent(l) == dash && l.trim_start().starts_with('-'));
    let firsts: Vec<usize> = range.clone().filter(starts).collect();
    firsts.iter().enumerate().find_map(|(at, first)| {
        let last = firsts.get(at + 1).copied().unwrap_or(range.end);
        let item = Block { lines: block.lines.clone(), start: *first, end: last, column: dash + 2 };
        let is = |key: &str, wanted: &str| item.key(key).is_some_and(|(_, rest)| value(rest) == wanted);
        let same = is("jabatan", &approval.office) && is("sebagai", approval.role) && is("pada", &approval.at);
        let old = item.key("sidik").map_or(last..last, |(line, _)| line..item.end_of(line));
        same.then_some(old)
    })
}

fn written(pad: &str, approval: &Approval) -> Vec<String> {
    let mut lines = vec![
        format!("{pad}- jabatan: {}", quoted(&approval.office)),
        format!("{pad}  sebagai: {}", approval.role),
        format!("{pad}  pada: {}", approval.at),
    ];
    lines.extend(marks(&format!("{pad}  "), approval));
    lines
}

fn marks(pad: &str, approval: &Approval) -> Vec<String> {
    let mut lines = vec![format!("{pad}sidik:")];
    lines.extend(approval.prints.iter().map(|(name, print)| format!("{pad}  {}: {}", quoted(name), quoted(print))));
    lines
}

/// A word as YAML reads it back: quoted where it would be read as something else.
fn quoted(word: &str) -> String {
    let plain = word.starts_with(|c: char| c.is_alphanumeric()) && !word.contains([':', '#', '"', '\\']);
    let number = word.chars().all(|c| c.is_ascii_digit() || c == 'e' || c == '.');
    if plain && !number { word.to_owned() } else { format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn approval() -> Approval {
        Approval {
            office: "Sekda".to_owned(),
            role: "pimpinan",
            at: "24 November 2026 07.30 WITA".to_owned(),
            prints: vec![
                ("teks".to_owned(), "1f3a90c2d4e1".to_owned()),
                ("playbook:banjir".to_owned(), "123456789012".to_owned()),
            ],
            settles: true,
        }
    }

    fn put_at(text: &str, key: &str) -> Result<String, Why> {
        put(text, text.find(key).expect("the text has it"), &approval())
    }

    const ENTRY: &str = "      - jabatan: Sekda\n        sebagai: pimpinan\n        pada: 24 November 2026 07.30 WITA\n        \
                         sidik:\n          teks: 1f3a90c2d4e1\n          \"playbook:banjir\": \"123456789012\"\n";

    #[test]
    fn a_first_approval_stands_before_the_text_and_nothing_else_moves() {
        let text = "pernyataan:\n  # naskah pagi\n  - id: p1\n    status: draf   # menunggu Sekda\n    teks: |\n      Kami\n\n      minta maaf.\n  - id: p2\n    teks: Lain\n";
        let new = put_at(text, "id: p1").expect("block style");
        let expected = format!(
            "pernyataan:\n  # naskah pagi\n  - id: p1\n    status: disetujui   # menunggu Sekda\n    persetujuan:\n{ENTRY}    teks: |\n      Kami\n\n      minta maaf.\n  - id: p2\n    teks: Lain\n"
        );
        assert_eq!(new, expected);
    }

    #[test]
    fn a_further_approval_stands_behind_the_last() {
        let text = "p:\n  - id: p1\n    status: disetujui\n    persetujuan:\n      - jabatan: Kabag Hukum\n        sebagai: hukum\n\n    teks: A\n";
        let new = put_at(text, "id: p1").expect("block style");
        assert!(new.contains(&format!("        sebagai: hukum\n{ENTRY}\n    teks: A\n")), "{new}");
    }

    #[test]
    fn an_approval_that_nobody_marked_is_marked() {
        let text = "p:\n  - id: p1\n    status: dirilis\n    persetujuan:\n      - jabatan: Sekda\n        sebagai: pimpinan\n        pada: 24 November 2026 07.30 WITA\n    teks: A\n";
        let new = put_at(text, "id: p1").expect("block style");
        assert_eq!(new.matches("jabatan").count(), 1);
        assert!(new.contains("07.30 WITA\n        sidik:\n          teks: 1f3a90c2d4e1\n"), "{new}");
    }

    #[test]
    fn the_same_approval_given_again_marks_the_text_of_today() {
        let text =
            format!("p:\n  - id: p1\n    persetujuan:\n{}    teks: A\n", ENTRY.replace("1f3a90c2d4e1", "000000000000"));
        let new = put_at(&text, "id: p1").expect("block style");
        assert!(new.contains(&format!("    persetujuan:\n{ENTRY}    teks: A\n")), "{new}");
    }

    #[test]
    fn a_text_in_a_file_of_its_own_is_approved_in_its_head_and_windows_lines_stay() {
        let text = "---\r\nid: p1\r\nstatus: ditinjau\r\n---\r\nKami minta maaf.\r\n";
        let new = put_at(text, "id: p1").expect("block style");
        assert!(
            new.starts_with("---\r\nid: p1\r\nstatus: disetujui\r\npersetujuan:\r\n  - jabatan: Sekda\r\n"),
            "{new}"
        );
        assert!(new.ends_with("---\r\nKami minta maaf.\r\n") && !new.replace("\r\n", "").contains('\n'));
    }

    #[test]
    fn a_text_that_ends_with_a_hashtag_keeps_it() {
        let text = "p:\n  - teks: |\n      Kami mohon maaf.\n      #SamarindaTanggap\n    id: p1\n  - id: p2\n";
        let new = put_at(text, "teks: |").expect("block style");
        assert!(new.contains("      Kami mohon maaf.\n      #SamarindaTanggap\n    "), "{new}");
        let alone = put_at("p:\n  - teks: |\n      Maaf.\n      #Tanggap\n", "teks: |").expect("block style");
        assert!(alone.starts_with("p:\n  - teks: |\n      Maaf.\n      #Tanggap\n    "), "{alone}");
    }

    #[test]
    fn what_is_written_in_braces_is_left_to_its_writer() {
        assert_eq!(put_at("p:\n  - {id: p1, teks: A}\n", "{id: p1").err(), Some(Why::Flow));
        assert_eq!(put_at("p:\n  - id: p1\n    persetujuan: [{jabatan: Sekda}]\n", "id: p1").err(), Some(Why::Flow));
    }
}
