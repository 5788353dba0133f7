//! A level axis of time: where a moment stands on it, and its ticks.
//!
//! In: moments as minutes, and words for the ticks; what a day or a month is called is told, not known. Out: places and
//! SVG. A tick whose words would meet those of the one before keeps its line and loses its words.

use super::{SOFT_INK, escape, number, text_width};

/// Type size of the words under a tick.
const SIZE: f64 = 12.0;

/// Between the words of two ticks.
const GAP: f64 = 8.0;

/// A place on the axis with words.
#[derive(Debug, Clone, Default)]
pub struct Tick {
    /// When, in minutes.
    pub at: i64,
    /// "24 Nov".
    pub label: String,
}

/// From when to when, in minutes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Span {
    /// The first.
    pub start: i64,
    /// The last.
    pub end: i64,
}

/// The axis of a drawing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    pub(super) span: Span,
    pub(super) left: f64,
    pub(super) width: f64,
}

impl Axis {
    /// Where a moment stands; one outside stands at the edge.
    pub(super) fn x(&self, at: i64) -> f64 {
        let all = (self.span.end - self.span.start).max(1) as f64;
        let part = (at - self.span.start) as f64 / all;
        self.left + self.width * part.clamp(0.0, 1.0)
    }

    /// The lines of the ticks from `top` to `bottom`, with their words above.
    pub(super) fn ticks(&self, ticks: &[Tick], top: f64, bottom: f64) -> String {
        let within = |t: &&Tick| (self.span.start..=self.span.end).contains(&t.at);
        let mut svg = format!("<g class=\"axis\" fill=\"{SOFT_INK}\">");
        let mut free = f64::MIN;
        for tick in ticks.iter().filter(within) {
            let x = self.x(tick.at);
            svg.push_str(&format!(
                "<path class=\"tick\" d=\"M{0} {1}V{2}\" fill=\"none\" stroke=\"{SOFT_INK}\" stroke-width=\"0.6\"/>",
                number(x),
                number(top),
                number(bottom)
            ));
            let half = text_width(&tick.label, SIZE) / 2.0;
            let middle = x.min(self.left + self.width - half).max(self.left + half);
            if middle - half >= free {
                free = middle + half + GAP;
                svg.push_str(&format!(
                    "<text class=\"chart-text\" x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-size=\"{SIZE}\">{}</text>",
                    number(middle),
                    number(top - 6.0),
                    escape(&tick.label)
                ));
            }
        }
        svg.push_str("</g>");
        svg
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis() -> Axis {
        Axis { span: Span { start: 0, end: 100 }, left: 100.0, width: 200.0 }
    }

    #[test]
    fn a_moment_outside_stands_at_the_edge() {
        assert_eq!([axis().x(-5), axis().x(50), axis().x(500)], [100.0, 200.0, 300.0]);
        let nothing = Axis { span: Span::default(), ..axis() };
        assert_eq!(nothing.x(0), 100.0);
    }

    #[test]
    fn ticks_whose_words_would_meet_lose_their_words() {
        let ticks: Vec<Tick> = (0..=10).map(|n| Tick { at: n * 10, label: "24 Nov 2026".to_owned() }).collect();
        let svg = axis().ticks(&ticks, 20.0, 80.0);
        assert_eq!(svg.matches("class=\"tick\"").count(), 11);
        assert_eq!(svg.matches("<text").count(), 2);
    }
}
