//! A timeline: lanes with the moments at which something happened.
//!
//! In: lanes with their names, moments in minutes, the words of the ticks. Out: an SVG. Moments of one lane that would
//! stand on each other become one mark with their number; the list beside the drawing tells them apart.

use super::axis::{Axis, Span, Tick};
use super::{ACCENT, Head, SOFT_INK, WORDS, escape, number, open, text, wrap};

const WIDTH: f64 = 640.0;

/// Where the lanes begin; their names stand before.
const LEFT: f64 = 190.0;

/// Where they end.
const RIGHT: f64 = 14.0;

/// Room for the words of the ticks.
const TOP: f64 = 22.0;

/// Height of a lane, where all names stand on one line and where one of them needs two.
const LANE: [f64; 2] = [30.0, 36.0];

const LINE: f64 = 15.0;

/// Radius of a mark that stands for one moment, and for several.
const ONE: f64 = 5.0;
const MANY: f64 = 11.0;

/// From one mark to the next.
const STEP: f64 = 2.0 * MANY + 1.0;

/// What a timeline shows.
#[derive(Debug, Clone, Default)]
pub struct TimelineInput {
    /// Begins every id, so that two drawings on one page do not collide.
    pub id_prefix: String,
    /// Its name.
    pub title: String,
    /// What it shows, in a sentence.
    pub desc: String,
    /// The lanes, from above.
    pub lanes: Vec<Lane>,
    /// From when to when.
    pub span: Span,
    /// The ticks, in order.
    pub ticks: Vec<Tick>,
}

/// A lane.
#[derive(Debug, Clone, Default)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// Where its name leads; none on paper.
    pub href: Option<String>,
    /// Its moments, in any order.
    pub moments: Vec<Moment>,
}

/// A moment.
#[derive(Debug, Clone, Default)]
pub struct Moment {
    /// When, in minutes.
    pub at: i64,
    /// What, for those who point at it.
    pub title: String,
}

/// Marks of a lane.
struct Mark<'m> {
    x: f64,
    first: &'m Moment,
    count: usize,
}

/// Draws the timeline.
pub fn lanes(input: &TimelineInput) -> String {
    let axis = Axis { span: input.span, left: LEFT + MANY, width: WIDTH - LEFT - RIGHT - 2.0 * MANY };
    let height = LANE[usize::from(input.lanes.iter().any(|lane| name(lane).len() > 1))];
    let bottom = TOP + height * input.lanes.len() as f64;
    let mut svg = open(&Head {
        prefix: &input.id_prefix,
        width: WIDTH,
        height: bottom + 4.0,
        title: &input.title,
        desc: &input.desc,
        linked: input.lanes.iter().any(|lane| lane.href.is_some()),
    });
    svg.push_str(&axis.ticks(&input.ticks, TOP, bottom));
    for (n, lane) in input.lanes.iter().enumerate() {
        svg.push_str(&one(lane, &axis, TOP + height * (n as f64 + 0.5)));
    }
    svg.push_str("</svg>");
    svg
}

/// The name of a lane in lines, two at most.
fn name(lane: &Lane) -> Vec<String> {
    let mut lines = wrap(&lane.name, WORDS, LEFT - 14.0);
    lines.truncate(2);
    lines
}

/// A lane: its name, its line, its marks.
fn one(lane: &Lane, axis: &Axis, middle: f64) -> String {
    let lines = name(lane);
    let first = middle + 4.5 - LINE * (lines.len() as f64 - 1.0) / 2.0;
    let words: String = lines
        .iter()
        .enumerate()
        .map(|(n, line)| text(LEFT - 8.0, first + LINE * n as f64, "end", line, lane.href.is_some()))
        .collect();
    let name = match &lane.href {
        Some(href) => format!("<a class=\"lane-name\" href=\"{}\">{words}</a>", escape(href)),
        None => words,
    };
    let marks: String = marks(&lane.moments, axis).iter().map(|mark| draw(mark, middle)).collect();
    format!(
        "<g class=\"axis\" fill=\"{SOFT_INK}\">{name}<path class=\"lane\" d=\"M{} {middle}H{}\" fill=\"none\" \
         stroke=\"{SOFT_INK}\" stroke-width=\"1\"/></g>{marks}",
        number(LEFT),
        number(WIDTH - RIGHT),
    )
}

/// Moments that would stand on each other become one mark, where the first of them is. A mark that has no room left
/// before the end of the lane joins the one before.
fn marks<'m>(moments: &'m [Moment], axis: &Axis) -> Vec<Mark<'m>> {
    let mut sorted: Vec<&Moment> = moments.iter().collect();
    sorted.sort_by_key(|m| m.at);
    let mut marks: Vec<Mark> = Vec::new();
    for moment in sorted {
        let x = axis.x(moment.at);
        match marks.last_mut() {
            Some(mark) if x - mark.x < STEP => mark.count += 1,
            _ => marks.push(Mark { x, first: moment, count: 1 }),
        }
    }
    marks
}

fn draw(mark: &Mark, y: f64) -> String {
    let title = escape(&mark.first.title);
    let circle = |r: f64, inner: &str| {
        format!(
            "<circle class=\"moment\" cx=\"{}\" cy=\"{}\" r=\"{r}\" fill=\"{ACCENT}\">{inner}</circle>",
            number(mark.x),
            number(y)
        )
    };
    if mark.count == 1 {
        return circle(ONE, &format!("<title>{title}</title>"));
    }
    let count = if mark.count > 99 { "99+".to_owned() } else { mark.count.to_string() };
    format!(
        "<g class=\"moments\">{}<text class=\"chart-text mark-text\" x=\"{}\" y=\"{}\" text-anchor=\"middle\" \
         font-size=\"12\" font-weight=\"600\" fill=\"#FFFFFF\" pointer-events=\"none\">{count}</text></g>",
        circle(MANY, &format!("<title>{title} (+{})</title>", mark.count - 1)),
        number(mark.x),
        number(y + 4.0),
    )
}

#[cfg(test)]
mod tests {
    use super::super::checks::{assert_readable, assert_sound};
    use super::*;

    fn moment(at: i64) -> Moment {
        Moment { at, title: format!("Hal <{at}> & lain") }
    }

    fn input(lanes: Vec<Lane>) -> TimelineInput {
        TimelineInput {
            id_prefix: "l".to_owned(),
            title: "Linimasa".to_owned(),
            desc: "Apa yang terjadi".to_owned(),
            lanes,
            span: Span { start: 0, end: 1000 },
            ticks: (0..=20).map(|n| Tick { at: n * 50, label: format!("{n} Nov") }).collect(),
        }
    }

    fn lane(name: &str, moments: impl IntoIterator<Item = i64>) -> Lane {
        Lane { name: name.to_owned(), href: None, moments: moments.into_iter().map(moment).collect() }
    }

    #[test]
    fn every_moment_is_drawn_or_counted() {
        let svg = lanes(&input(vec![lane("Kejadian", [0, 500, 1000]), lane("Rapat", [10, 11, 12, 900])]));
        assert_sound(&svg);
        assert_readable(&svg);
        assert_eq!(svg.matches("class=\"moment\"").count(), 5);
        assert!(svg.contains(">3</text>") && svg.contains("Hal &lt;10&gt; &amp; lain (+2)"));
        assert!(svg.contains("role=\"img\""));
    }

    #[test]
    fn however_many_there_are_no_two_marks_meet() {
        let svg = lanes(&input(vec![lane("Kabupaten Penajam Paser Utara", 0..=1000), lane("b", [999, 1000])]));
        assert_sound(&svg);
        assert_readable(&svg);
        let all: Vec<Moment> = (0..=1000).map(moment).collect();
        let axis = Axis { span: Span { start: 0, end: 1000 }, left: LEFT, width: 400.0 };
        let drawn = marks(&all, &axis);
        assert!(drawn.windows(2).all(|w| w[1].x - w[0].x >= STEP));
        assert_eq!(drawn.iter().map(|m| m.count).sum::<usize>(), 1001);
    }

    #[test]
    fn a_lane_leads_where_its_name_says() {
        let svg = lanes(&input(vec![Lane { href: Some("wilayah/64.72.html".to_owned()), ..lane("Samarinda", [5]) }]));
        assert_sound(&svg);
        assert!(svg.contains("role=\"group\"") && svg.contains("<a class=\"lane-name\" href=\"wilayah/64.72.html\">"));
    }
}
