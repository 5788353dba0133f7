//! Lateness as bars: how many follow-ups are late, by how long.
//!
//! In: rows with three counts – short, longer, long overdue – and the words of the key. Out: an SVG.

use super::{Head, SOFT_INK, WORDS, area, escape, open, patterns, text, text_width, wrap};

const WIDTH: f64 = 640.0;

/// Where the bars begin; names stand before.
const LEFT: f64 = 210.0;

/// Room for the figure behind the longest bar.
const RIGHT: f64 = 56.0;

const ROW: f64 = 38.0;
const THICK: f64 = 20.0;
const LINE: f64 = 15.0;

/// Height of a line of the key.
const KEY: f64 = 22.0;

/// Levels that lend tint and pattern to the three counts.
const LEVELS: [u8; 3] = [3, 4, 5];

/// What the bars show.
#[derive(Debug, Clone, Default)]
pub struct BarsInput {
    /// Begins every id, so that two drawings on one page do not collide.
    pub id_prefix: String,
    /// Its name.
    pub title: String,
    /// What it shows, in a sentence.
    pub desc: String,
    /// Words of the three counts.
    pub key: [String; 3],
    /// The rows, from above.
    pub rows: Vec<Bar>,
    /// Shows the patterns for grey print at once: on paper.
    pub patterns: bool,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// Where its name leads; none on paper.
    pub href: Option<String>,
    /// How many, by how late.
    pub counts: [usize; 3],
}

impl Bar {
    /// All of them.
    pub fn all(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// Draws the bars.
pub fn late(input: &BarsInput) -> String {
    let (key, top) = key(input);
    let most = input.rows.iter().map(Bar::all).max().unwrap_or(0).max(1) as f64;
    let unit = (WIDTH - LEFT - RIGHT) / most;
    let mut svg = open(&Head {
        prefix: &input.id_prefix,
        width: WIDTH,
        height: top + ROW * input.rows.len() as f64 + 4.0,
        title: &input.title,
        desc: &input.desc,
        linked: input.rows.iter().any(|row| row.href.is_some()),
    });
    svg.push_str(&format!("<defs>{}</defs>{key}", patterns(&input.id_prefix)));
    for (n, row) in input.rows.iter().enumerate() {
        svg.push_str(&one(input, row, top + ROW * (n as f64 + 0.5), unit));
    }
    svg.push_str("</svg>");
    svg
}

/// The key, in as many lines as it needs, and where it ends.
fn key(input: &BarsInput) -> (String, f64) {
    let (mut x, mut y) = (0.0, 4.0);
    let mut svg = String::new();
    for (level, words) in LEVELS.into_iter().zip(&input.key) {
        let width = 26.0 + text_width(words, WORDS) + 22.0;
        if x > 0.0 && x + width > WIDTH {
            (x, y) = (0.0, y + KEY);
        }
        svg.push_str(&area(&input.id_prefix, level, (x + 1.0, y), (18.0, 13.0), input.patterns));
        svg.push_str(&format!(
            "<g class=\"axis\" fill=\"{SOFT_INK}\">{}</g>",
            text(x + 26.0, y + 11.0, "start", words, false)
        ));
        x += width;
    }
    (svg, y + KEY + 4.0)
}

fn one(input: &BarsInput, row: &Bar, middle: f64, unit: f64) -> String {
    let lines = wrap(&row.name, WORDS, LEFT - 12.0);
    let lines = &lines[..lines.len().min(2)];
    let first = middle + 4.5 - LINE * (lines.len() as f64 - 1.0) / 2.0;
    let words: String = lines
        .iter()
        .enumerate()
        .map(|(n, line)| text(LEFT - 10.0, first + LINE * n as f64, "end", line, row.href.is_some()))
        .collect();
    let name = match &row.href {
        Some(href) => format!("<a class=\"lane-name\" href=\"{}\">{words}</a>", escape(href)),
        None => words,
    };
    let mut svg = format!("<g class=\"axis\" fill=\"{SOFT_INK}\">{name}</g>");
    let mut x = LEFT;
    for (level, count) in LEVELS.into_iter().zip(row.counts).filter(|(_, count)| *count > 0) {
        let width = unit * count as f64;
        svg.push_str(&area(&input.id_prefix, level, (x, middle - THICK / 2.0), (width, THICK), input.patterns));
        x += width;
    }
    svg.push_str(&format!(
        "<g class=\"axis\" fill=\"{SOFT_INK}\">{}</g>",
        text(x + 6.0, middle + 4.5, "start", &row.all().to_string(), true)
    ));
    svg
}

#[cfg(test)]
mod tests {
    use super::super::checks::{assert_readable, assert_sound};
    use super::*;

    fn input(rows: Vec<Bar>) -> BarsInput {
        BarsInput {
            id_prefix: "b".to_owned(),
            title: "Tindak lanjut terlambat".to_owned(),
            desc: "Menurut wilayah".to_owned(),
            key: ["sampai 2 hari", "3 sampai 7 hari", "lebih dari 7 hari"].map(str::to_owned),
            rows,
            patterns: false,
        }
    }

    fn row(name: &str, counts: [usize; 3]) -> Bar {
        Bar { name: name.to_owned(), href: Some("wilayah/64.72.html".to_owned()), counts }
    }

    #[test]
    fn a_bar_is_as_long_as_its_count_and_says_it() {
        let svg = late(&input(vec![row("Kutai Barat", [1, 2, 1]), row("<B>", [0, 0, 2])]));
        assert_sound(&svg);
        assert_readable(&svg);
        assert!(svg.contains("class=\"cell level-4\" x=\"303.5\" y=\"39\" width=\"187\""), "{svg}");
        assert!(svg.contains(">4</text>") && svg.contains(">2</text>") && svg.contains("&lt;B&gt;"));
        assert_eq!(svg.matches("<a ").count(), 2);
    }

    #[test]
    fn long_names_and_long_keys_stay_apart() {
        let long = "Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Kutai Kartanegara".to_owned();
        let rows = (1..20).map(|n| row(&long, [n, n * 10, n * 100])).collect();
        let svg = late(&BarsInput { key: [long.clone(), long.clone(), long.clone()], ..input(rows) });
        assert_sound(&svg);
        assert_readable(&svg);
    }
}
