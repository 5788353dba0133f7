//! How the risk of an issue went: its assessments over the five bands.
//!
//! In: the words of the bands, the assessments in minutes with band, place in the band and score. Out: an SVG. An
//! assessment holds until the next: the line goes in steps.

use super::axis::{Axis, Span, Tick};
use super::{Head, SOFT_INK, WORDS, area, beats, escape, ink, number, open, patterns, text_width};

const WIDTH: f64 = 640.0;

/// Where the bands begin; beats and words stand before.
const LEFT: f64 = 170.0;

const RIGHT: f64 = 14.0;

/// Room for the words of the ticks.
const TOP: f64 = 22.0;

/// Height of a band.
const BAND: f64 = 36.0;

/// From the edge of the bands to the first point.
const INSET: f64 = 16.0;

/// What the outer bands have more, for the scores of the points at their edges.
const EDGE: f64 = 20.0;

const BANDS: u8 = 5;

/// Type size of a score.
const SCORE: f64 = 13.0;

/// What a trend shows.
#[derive(Debug, Clone, Default)]
pub struct TrendInput {
    /// Begins every id, so that two drawings on one page do not collide.
    pub id_prefix: String,
    /// Its name.
    pub title: String,
    /// What it shows, in a sentence.
    pub desc: String,
    /// Words of the bands 1 to 5.
    pub words: [String; 5],
    /// The assessments, oldest first.
    pub points: Vec<Point>,
    /// From when to when.
    pub span: Span,
    /// The ticks, in order.
    pub ticks: Vec<Tick>,
    /// Shows the patterns for grey print at once: on paper.
    pub patterns: bool,
}

/// An assessment.
#[derive(Debug, Clone, Default)]
pub struct Point {
    /// When, in minutes.
    pub at: i64,
    /// Its band, 1 to 5.
    pub level: u8,
    /// How far up it stands in its band, 0 to 1.
    pub within: f64,
    /// Its score.
    pub score: String,
    /// What it says, for those who point at it.
    pub title: String,
}

/// Draws the trend.
pub fn bands(input: &TrendInput) -> String {
    let axis = Axis { span: input.span, left: LEFT + INSET, width: WIDTH - LEFT - RIGHT - 2.0 * INSET };
    let bottom = TOP + BAND * f64::from(BANDS) + 2.0 * EDGE;
    let mut svg = open(&Head {
        prefix: &input.id_prefix,
        width: WIDTH,
        height: bottom + 4.0,
        title: &input.title,
        desc: &input.desc,
        linked: false,
    });
    svg.push_str(&format!("<defs>{}</defs>", patterns(&input.id_prefix)));
    for level in 1..=BANDS {
        svg.push_str(&band(input, level));
    }
    svg.push_str(&axis.ticks(&input.ticks, TOP, bottom));
    let places: Vec<(f64, f64)> = input.points.iter().map(|p| (axis.x(p.at), height(p))).collect();
    svg.push_str(&line(&places));
    for (point, place) in input.points.iter().zip(&places) {
        svg.push_str(&dot(point, *place));
    }
    svg.push_str(&scores(&input.points, &places));
    svg.push_str("</svg>");
    svg
}

/// Upper edge of a band, the room for scores left out.
fn top(level: u8) -> f64 {
    TOP + EDGE + BAND * f64::from(BANDS - level.clamp(1, BANDS))
}

fn height(point: &Point) -> f64 {
    let (low, high) = (top(point.level) + BAND - 7.0, top(point.level) + 7.0);
    low + (high - low) * point.within.clamp(0.0, 1.0)
}

fn band(input: &TrendInput, level: u8) -> String {
    let words = &input.words[usize::from(level - 1)];
    let (above, below) = (if level == BANDS { EDGE } else { 0.0 }, if level == 1 { EDGE } else { 0.0 });
    let upper = top(level) - above;
    let size = (WIDTH - LEFT - RIGHT, BAND + above + below);
    let middle = upper + size.1 / 2.0;
    format!(
        "{}<g class=\"level-{level}\" color=\"{}\" fill=\"currentColor\">{}<text class=\"chart-text\" x=\"48\" \
         y=\"{}\" font-size=\"{WORDS}\">{level} {}</text></g>",
        area(&input.id_prefix, level, (LEFT, upper), size, input.patterns),
        ink(level),
        beats(4.0, middle - 6.0, level),
        number(middle + 4.5),
        escape(words),
    )
}

/// Steps, dark on a light case, so that they show on every pattern.
fn line(places: &[(f64, f64)]) -> String {
    let Some(((x, y), rest)) = places.split_first() else { return String::new() };
    let mut path = format!("M{} {}", number(*x), number(*y));
    for (x, y) in rest {
        path.push_str(&format!("H{}V{}", number(*x), number(*y)));
    }
    let draw = |class: &str, stroke: &str, width: f64| {
        format!("<path class=\"{class}\" d=\"{path}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>")
    };
    draw("trend-case", "#FFFFFF", 6.0) + &draw("trend-line", "#1A1C1E", 2.5)
}

fn dot(point: &Point, (x, y): (f64, f64)) -> String {
    format!(
        "<circle class=\"trend-point\" cx=\"{}\" cy=\"{}\" r=\"5.5\" fill=\"#1A1C1E\" stroke=\"#FFFFFF\" \
         stroke-width=\"2\"><title>{}</title></circle>",
        number(x),
        number(y),
        escape(&point.title)
    )
}

/// The scores on quiet ground, on the side from which the line does not come, the newest first: an older one that has no
/// room beside them is left to the table.
fn scores(points: &[Point], places: &[(f64, f64)]) -> String {
    let mut taken: Vec<[f64; 4]> = Vec::new();
    let mut svg = String::new();
    for (n, (point, (x, y))) in points.iter().zip(places).enumerate().rev() {
        let (half, high) = (text_width(&point.score, SCORE) / 2.0 + 3.0, SCORE + 4.0);
        let fell = n.checked_sub(1).and_then(|before| places.get(before)).is_some_and(|(_, before)| before < y);
        let upper = if fell { y + 9.0 } else { y - 9.0 - high };
        let middle = x.min(WIDTH - RIGHT - half).max(LEFT + half);
        let here = [middle - half, upper, middle + half, upper + high];
        let apart = |t: &[f64; 4]| here[2] <= t[0] || t[2] <= here[0] || here[3] <= t[1] || t[3] <= here[1];
        if !taken.iter().all(apart) {
            continue;
        }
        taken.push(here);
        svg.push_str(&format!(
            "<rect class=\"trend-plate\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2\" fill=\"#FFFFFF\" \
             stroke=\"{SOFT_INK}\" stroke-width=\"0.6\"/><text class=\"chart-text strong-text\" x=\"{}\" y=\"{}\" \
             text-anchor=\"middle\" font-size=\"{SCORE}\" font-weight=\"600\" fill=\"#1A1C1E\">{}</text>",
            number(here[0]),
            number(here[1]),
            number(2.0 * half),
            number(high),
            number(middle),
            number(upper + SCORE),
            escape(&point.score),
        ));
    }
    svg
}

#[cfg(test)]
mod tests {
    use super::super::checks::{assert_readable, assert_sound};
    use super::*;

    fn point(at: i64, level: u8, score: u8) -> Point {
        let within = f64::from(score - 1 - (level - 1) * 5) / 4.0;
        Point { at, level, within, score: score.to_string(), title: format!("Skor {score} & <alasan>") }
    }

    fn input(points: Vec<Point>) -> TrendInput {
        TrendInput {
            id_prefix: "t".to_owned(),
            title: "Risiko dari waktu ke waktu".to_owned(),
            desc: "Naik dari 11 ke 23".to_owned(),
            words: ["Sangat rendah", "Rendah", "Sedang", "Tinggi", "Sangat tinggi"].map(str::to_owned),
            points,
            span: Span { start: 0, end: 100 },
            ticks: (0..=10).map(|n| Tick { at: n * 10, label: format!("{n} Nov") }).collect(),
            patterns: false,
        }
    }

    #[test]
    fn bands_stand_with_their_words_and_a_worse_score_stands_higher() {
        let svg = bands(&input(vec![point(0, 3, 11), point(50, 5, 21), point(100, 5, 25)]));
        assert_sound(&svg);
        assert_readable(&svg);
        assert_eq!(svg.matches("class=\"cell level-").count(), 5);
        assert_eq!(svg.matches("class=\"trend-point\"").count(), 3);
        assert!(svg.contains(">5 Sangat tinggi</text>") && svg.contains(">25</text>"));
        assert!(height(&point(0, 5, 25)) < height(&point(0, 5, 21)));
        assert!(height(&point(0, 5, 21)) < height(&point(0, 4, 20)));
    }

    #[test]
    fn scores_that_would_meet_give_way_to_the_newest() {
        let svg = bands(&input((0..40).map(|n| point(n, 2, 7)).chain([point(40, 2, 8)]).collect()));
        assert_sound(&svg);
        assert_readable(&svg);
        assert_eq!(svg.matches("class=\"trend-point\"").count(), 41);
        assert!(svg.contains(">8</text>"));
    }

    #[test]
    fn on_paper_the_bands_are_patterns() {
        let svg = bands(&TrendInput { patterns: true, ..input(vec![point(3, 1, 1)]) });
        assert_sound(&svg);
        assert!(svg.contains("url(#t-p3)") && !svg.contains("display=\"none\""));
    }
}
