//! The risk matrix: likelihood against impact, the issues as numbered marks.
//!
//! In: the words of the axes, score and level of each cell, the marks. Out: an SVG. It knows no scoring method: what a
//! cell scores is told, not computed.

use super::{
    Head, SOFT_INK, WORDS, area, escape, ink, number, open, patterns, shown, text, text_width, tint, wrap, writing,
};

/// Left edge of the cells; words stand before it.
const LEFT: f64 = 132.0;

/// Upper edge of the cells.
const TOP: f64 = 4.0;

/// A cell, with its border.
const CELL: (f64, f64) = (93.0, 72.0);

const LINE: f64 = 16.0;

/// Radius of a mark, and the steps to the next.
const MARK: (f64, f64, f64) = (11.5, 28.0, 27.0);

/// Marks a cell has room for.
pub const ROOM: usize = 6;

const SIZE: u8 = 5;

/// What a matrix shows.
#[derive(Debug, Clone, Default)]
pub struct MatrixInput {
    /// Begins every id, so that two drawings on one page do not collide.
    pub id_prefix: String,
    /// Its name.
    pub title: String,
    /// What it shows, in a sentence.
    pub desc: String,
    /// Name of the upright axis.
    pub likelihood_title: String,
    /// Its words, of 1 to 5.
    pub likelihood_words: [String; 5],
    /// Name of the level axis.
    pub impact_title: String,
    /// Its words, of 1 to 5.
    pub impact_words: [String; 5],
    /// Score and level: `cells[likelihood - 1][impact - 1]`.
    pub cells: [[(u32, u8); 5]; 5],
    /// The issues, in the order in which they stand in a cell.
    pub marks: Vec<Mark>,
    /// Shows the patterns for grey print at once: on paper.
    pub patterns: bool,
}

/// An issue in the matrix.
#[derive(Debug, Clone, Default)]
pub struct Mark {
    /// 1 to 5; a mark outside is not drawn.
    pub likelihood: u8,
    /// 1 to 5.
    pub impact: u8,
    /// Its number in the list beside the matrix: one to three characters.
    pub text: String,
    /// Its title, for those who hear or point at it.
    pub title: String,
    /// Where it leads; none on paper.
    pub href: Option<String>,
}

/// Draws the matrix.
pub fn risk(input: &MatrixInput) -> String {
    let axis = impact_axis(input);
    let mut svg = open(&Head {
        prefix: &input.id_prefix,
        width: LEFT + 5.0 * CELL.0 + 3.0,
        height: axis.bottom,
        title: &input.title,
        desc: &input.desc,
        linked: input.marks.iter().any(|mark| mark.href.is_some()),
    });
    svg.push_str(&format!("<defs>{}</defs>", patterns(&input.id_prefix)));
    svg.push_str(&format!("<g class=\"axis\" fill=\"{SOFT_INK}\">{}{}</g>", likelihood_axis(input), axis.drawn));
    for likelihood in (1..=SIZE).rev() {
        for impact in 1..=SIZE {
            svg.push_str(&cell(input, likelihood, impact));
        }
    }
    svg.push_str("</svg>");
    svg
}

/// Upper left corner of a cell: likelihood grows upwards.
fn corner(likelihood: u8, impact: u8) -> (f64, f64) {
    (LEFT + CELL.0 * f64::from(impact - 1), TOP + CELL.1 * f64::from(SIZE - likelihood))
}

fn cell(input: &MatrixInput, likelihood: u8, impact: u8) -> String {
    let (score, level) = input.cells[usize::from(likelihood - 1)][usize::from(impact - 1)];
    let level = level.min(5);
    let (class, colour) = writing(level, input.patterns);
    let (x, y) = corner(likelihood, impact);
    format!(
        "<g>{}<g class=\"level-{level}{class}\" color=\"{colour}\" fill=\"currentColor\">{}{}</g></g>",
        area(&input.id_prefix, level, (x, y), CELL, input.patterns),
        figure(input, x, y, score, level),
        marks(input, likelihood, impact, level),
    )
}

/// The score in its corner, on quiet ground where a pattern would disturb it.
fn figure(input: &MatrixInput, x: f64, y: f64, score: u32, level: u8) -> String {
    let score = score.to_string();
    let plate = match level {
        2..=4 => format!(
            "<rect class=\"grey-only plate level-{level}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"16\" rx=\"2\" \
             fill=\"{}\"{}/>",
            number(x + 2.0),
            number(y + 2.0),
            number(text_width(&score, WORDS) + 5.0),
            tint(level),
            shown(input.patterns)
        ),
        _ => String::new(),
    };
    format!(
        "{plate}<text class=\"chart-text cell-score\" x=\"{}\" y=\"{}\" font-size=\"{WORDS}\">{score}</text>",
        number(x + 4.5),
        number(y + 15.0),
    )
}

/// The marks of a cell in two rows of three; what does not fit is counted.
fn marks(input: &MatrixInput, likelihood: u8, impact: u8, level: u8) -> String {
    let here = |mark: &&Mark| mark.likelihood == likelihood && mark.impact == impact;
    let marks: Vec<&Mark> = input.marks.iter().filter(here).collect();
    let drawn = if marks.len() > ROOM { ROOM - 1 } else { marks.len() };
    let slots = marks.len().min(ROOM);
    let (x, y) = corner(likelihood, impact);
    let slot = |n: usize| {
        let top = if slots > 3 { 31.5 } else { 45.0 };
        let across = MARK.1 * (n % 3) as f64;
        let down = MARK.2 * (n / 3) as f64;
        (x + CELL.0 / 2.0 - MARK.1 + across, y + top + down)
    };
    let mut svg = String::new();
    for (n, mark) in marks.iter().take(drawn).enumerate() {
        svg.push_str(&one(mark, slot(n), level, input.patterns));
    }
    if marks.len() > drawn {
        let (x, y) = slot(drawn);
        svg.push_str(&more(marks.len() - drawn, x, y, level, input.patterns));
    }
    svg
}

fn one(mark: &Mark, (x, y): (f64, f64), level: u8, patterns: bool) -> String {
    let size = if mark.text.chars().count() > 2 { 11.0 } else { 13.0 };
    let (ring, figure) = mark_colours(level, patterns);
    let (text, title) = (escape(&mark.text), escape(&mark.title));
    let inner = format!(
        "<circle cx=\"{0}\" cy=\"{1}\" r=\"{2}\" stroke=\"{ring}\" stroke-width=\"1.5\"><title>{title}</title></circle>\
         <text class=\"chart-text mark-text\" x=\"{0}\" y=\"{3}\" text-anchor=\"middle\" font-size=\"{size}\" \
         font-weight=\"600\" fill=\"{figure}\" pointer-events=\"none\" aria-hidden=\"true\">{4}</text>",
        number(x),
        number(y),
        MARK.0,
        number(y + size * 0.36),
        text,
    );
    match &mark.href {
        // The name begins with the figure that is seen, so that "click 12" finds it.
        Some(href) => {
            format!(
                "<a class=\"mark level-{level}\" href=\"{}\" aria-label=\"{text}. {title}\">{inner}</a>",
                escape(href)
            )
        }
        None => format!("<g class=\"mark level-{level}\">{inner}</g>"),
    }
}

/// A mark's ring and figure. Marks are dark on a light ground; where the ground is solid it is the other way round.
fn mark_colours(level: u8, patterns: bool) -> (&'static str, &'static str) {
    match (level, patterns) {
        (5.., true) => (ink(5), ink(5)),
        _ => (tint(level), "#FFFFFF"),
    }
}

/// "+n", as wide as a mark and as quiet as the ground.
fn more(count: usize, x: f64, y: f64, level: u8, patterns: bool) -> String {
    let plate = match level {
        2..=4 => format!(
            "<circle class=\"grey-only plate level-{level}\" cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"{}/>",
            number(x),
            number(y),
            MARK.0,
            tint(level),
            shown(patterns)
        ),
        _ => String::new(),
    };
    format!(
        "{plate}<text class=\"chart-text cell-count\" x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-size=\"13\" \
         font-weight=\"600\">+{count}</text>",
        number(x),
        number(y + 4.7),
    )
}

fn likelihood_axis(input: &MatrixInput) -> String {
    let middle = TOP + CELL.1 * 2.5;
    let mut svg = format!(
        "<text class=\"chart-text axis-title\" transform=\"translate(14 {}) rotate(-90)\" text-anchor=\"middle\" \
         font-size=\"14\" font-weight=\"600\">{}</text>",
        number(middle),
        escape(&input.likelihood_title)
    );
    for (value, words) in (1..=SIZE).zip(&input.likelihood_words) {
        let (_, y) = corner(value, 1);
        let lines = wrap(words, WORDS, LEFT - 50.0);
        let height = LINE * (lines.len() as f64 + 1.0);
        let first = y + (CELL.1 - height) / 2.0 + 12.5;
        svg.push_str(&text(LEFT - 8.0, first, "end", &value.to_string(), true));
        for (n, line) in (1_u8..).zip(&lines) {
            let y = first + LINE * f64::from(n);
            svg.push_str(&text(LEFT - 8.0, y, "end", line, false));
        }
    }
    svg
}

/// The words under the cells, and where they end.
struct Axis {
    drawn: String,
    bottom: f64,
}

fn impact_axis(input: &MatrixInput) -> Axis {
    let top = TOP + CELL.1 * 5.0 + LINE + 1.0;
    let mut drawn = String::new();
    let mut most = 0;
    for (value, words) in (1..=SIZE).zip(&input.impact_words) {
        let x = corner(1, value).0 + CELL.0 / 2.0;
        drawn.push_str(&text(x, top, "middle", &value.to_string(), true));
        let lines = wrap(words, WORDS, CELL.0 - 2.0);
        for (n, line) in (1_u8..).zip(&lines) {
            drawn.push_str(&text(x, top + LINE * f64::from(n), "middle", line, false));
        }
        most = most.max(lines.len());
    }
    let y = top + LINE * (most as f64 + 1.0) + 8.0;
    drawn.push_str(&format!(
        "<text class=\"chart-text axis-title\" x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-size=\"14\" \
         font-weight=\"600\">{}</text>",
        number(LEFT + CELL.0 * 2.5),
        number(y),
        escape(&input.impact_title)
    ));
    Axis { drawn, bottom: y + 8.0 }
}

#[cfg(test)]
mod tests {
    use super::super::checks::assert_sound;
    use super::*;

    fn words(words: [&str; 5]) -> [String; 5] {
        words.map(str::to_owned)
    }

    fn input(marks: Vec<Mark>) -> MatrixInput {
        MatrixInput {
            id_prefix: "r".to_owned(),
            title: "Matriks risiko".to_owned(),
            desc: "Isu menurut kemungkinan dan dampak".to_owned(),
            likelihood_title: "Kemungkinan".to_owned(),
            likelihood_words: words(["a", "b", "c", "d", "e"]),
            impact_title: "Dampak".to_owned(),
            impact_words: words(["f", "g", "h", "i", "j"]),
            cells: std::array::from_fn(|l| std::array::from_fn(|i| ((l * 10 + i) as u32, (l.max(i) + 1) as u8))),
            marks,
            patterns: false,
        }
    }

    fn mark(likelihood: u8, impact: u8, text: &str) -> Mark {
        Mark {
            likelihood,
            impact,
            text: text.to_owned(),
            title: format!("Isu <{text}> & \"lain\""),
            href: Some(format!("isu-{text}.html")),
        }
    }

    #[test]
    fn every_cell_is_drawn_with_score_and_level() {
        let svg = risk(&input(Vec::new()));
        assert_sound(&svg);
        assert_eq!(svg.matches("class=\"cell level-").count(), 25);
        assert_eq!(svg.matches("class=\"cell level-5\"").count(), 9);
        assert!(svg.contains(">44</text>") && svg.contains("role=\"img\""));
    }

    #[test]
    fn marks_link_and_are_escaped() {
        let svg = risk(&input(vec![mark(5, 1, "1"), mark(2, 3, "12")]));
        assert_sound(&svg);
        assert!(svg.contains("href=\"isu-12.html\" aria-label=\"12. Isu &lt;12&gt; &amp; &quot;lain&quot;\""));
        assert!(svg.contains("role=\"group\""));
    }

    #[test]
    fn a_full_cell_counts_the_rest() {
        let six: Vec<Mark> = (1..=6).map(|n| mark(1, 1, &n.to_string())).collect();
        assert!(!risk(&input(six.clone())).contains("cell-count"));
        let mut nine = six;
        nine.extend((7..=9).map(|n| mark(1, 1, &n.to_string())));
        let svg = risk(&input(nine));
        assert_sound(&svg);
        assert_eq!(svg.matches("class=\"mark level").count(), 5);
        assert!(svg.contains(">+4</text>"));
    }

    #[test]
    fn a_mark_outside_is_not_drawn() {
        let svg = risk(&input(vec![mark(0, 9, "1"), mark(6, 1, "2")]));
        assert_sound(&svg);
        assert!(!svg.contains("class=\"mark"));
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        let input = input(vec![mark(4, 4, "1")]);
        assert_eq!(risk(&input), risk(&input));
    }
}
