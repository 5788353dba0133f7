//! Columns over time: how many issues were open, by band.
//!
//! In: for each column its words and the counts of level 0 to 5. Out: an SVG. The gravest stand at the foot, where
//! heights can be compared.

use super::{Head, SOFT_INK, area, escape, number, open, patterns, text_width};

const WIDTH: f64 = 640.0;
const LEFT: f64 = 8.0;
const RIGHT: f64 = 8.0;

/// Room for the figure over the highest column.
const TOP: f64 = 22.0;

/// Height of the highest column.
const HEIGHT: f64 = 170.0;

/// Part of its place that a column fills.
const BROAD: f64 = 0.68;

/// Type size of figures and words.
const SIZE: f64 = 12.0;

/// What the columns show.
#[derive(Debug, Clone, Default)]
pub struct ColumnsInput {
    /// Begins every id, so that two drawings on one page do not collide.
    pub id_prefix: String,
    /// Its name.
    pub title: String,
    /// What it shows, in a sentence.
    pub desc: String,
    /// The columns, in order of time.
    pub columns: Vec<Column>,
    /// Shows the patterns for grey print at once: on paper.
    pub patterns: bool,
}

/// A column.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// "24 Nov".
    pub label: String,
    /// How many are of level 0, which nobody assessed, to 5.
    pub counts: [usize; 6],
    /// What it says, for those who point at it.
    pub title: String,
}

impl Column {
    /// All of them.
    pub fn all(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// Draws the columns.
pub fn stacked(input: &ColumnsInput) -> String {
    let most = input.columns.iter().map(Column::all).max().unwrap_or(0).max(1) as f64;
    let place = (WIDTH - LEFT - RIGHT) / input.columns.len().max(1) as f64;
    let floor = TOP + HEIGHT;
    let mut svg = open(&Head {
        prefix: &input.id_prefix,
        width: WIDTH,
        height: floor + SIZE + 12.0,
        title: &input.title,
        desc: &input.desc,
        linked: false,
    });
    svg.push_str(&format!("<defs>{}</defs>", patterns(&input.id_prefix)));
    let mut free = f64::MIN;
    for (n, column) in input.columns.iter().enumerate() {
        let left = LEFT + place * n as f64;
        svg.push_str(&one(input, column, left + place * (1.0 - BROAD) / 2.0, place * BROAD, HEIGHT / most));
        let middle = left + place / 2.0;
        svg.push_str(&label(middle, floor - HEIGHT * column.all() as f64 / most - 5.0, &column.all().to_string()));
        let half = text_width(&column.label, SIZE) / 2.0;
        let middle = middle.min(WIDTH - half).max(half);
        if middle - half >= free {
            free = middle + half + 4.0;
            svg.push_str(&label(middle, floor + SIZE + 4.0, &column.label));
        }
    }
    svg.push_str(&format!(
        "<path class=\"lane\" d=\"M{LEFT} {0}H{1}\" fill=\"none\" stroke=\"{SOFT_INK}\" stroke-width=\"1\"/></svg>",
        number(floor),
        WIDTH - RIGHT
    ));
    svg
}

fn one(input: &ColumnsInput, column: &Column, x: f64, width: f64, unit: f64) -> String {
    let mut svg = format!("<g><title>{}</title>", escape(&column.title));
    let mut foot = TOP + HEIGHT;
    for (level, count) in (0u8..6).zip(column.counts).rev().filter(|(_, count)| *count > 0) {
        let height = unit * count as f64;
        foot -= height;
        svg.push_str(&area(&input.id_prefix, level, (x, foot), (width, height), input.patterns));
    }
    svg.push_str("</g>");
    svg
}

fn label(x: f64, y: f64, words: &str) -> String {
    format!(
        "<g class=\"axis\" fill=\"{SOFT_INK}\"><text class=\"chart-text\" x=\"{}\" y=\"{}\" text-anchor=\"middle\" \
         font-size=\"{SIZE}\">{}</text></g>",
        number(x),
        number(y),
        escape(words)
    )
}

#[cfg(test)]
mod tests {
    use super::super::checks::{assert_readable, assert_sound};
    use super::*;

    fn input(columns: Vec<Column>) -> ColumnsInput {
        ColumnsInput { id_prefix: "k".to_owned(), title: "Isu terbuka".to_owned(), columns, ..ColumnsInput::default() }
    }

    fn column(label: &str, counts: [usize; 6]) -> Column {
        Column { label: label.to_owned(), counts, title: format!("{label} <&>") }
    }

    #[test]
    fn a_column_is_as_high_as_its_count_and_says_it() {
        let svg = stacked(&input(vec![column("1 Nov", [1, 0, 0, 2, 0, 1]), column("8 Nov", [0; 6])]));
        assert_sound(&svg);
        assert_readable(&svg);
        assert_eq!(svg.matches("class=\"cell level-").count(), 3);
        assert!(svg.contains("class=\"cell level-3\" x=\"57.9\" y=\"64.5\" width=\"212.2\" height=\"85\""), "{svg}");
        assert!(svg.contains(">4</text>") && svg.contains(">0</text>"));
    }

    #[test]
    fn words_that_would_meet_are_left_out() {
        let svg = stacked(&input((0..24).map(|n| column(&format!("{n} November"), [n, 1, 1, 1, 1, 1])).collect()));
        assert_sound(&svg);
        assert_readable(&svg);
    }

    #[test]
    fn nothing_at_all_is_still_a_drawing() {
        assert_sound(&stacked(&input(Vec::new())));
    }
}
