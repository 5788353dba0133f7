//! Charts as SVG strings: one drawing serves the site and the paper.
//!
//! In: plain numbers and words that are already fit for the reader. Out: an `<svg>` element. Everything here is a pure
//! function: same input, same bytes. No chart may read a record, a clock or a locale, and none writes a `style`, a
//! script or an opacity: screens forbid the first two (Content-Security-Policy), archived PDF the last.
//!
//! Colours are presentation attributes, so a drawing is right by itself and any CSS rule overrides them. What a style
//! sheet may hold on to: `level-0` … `level-5` on whatever bears a level; `map-region`, `map-item`, `map-label`,
//! `map-leader`, `map-here`, `map-here-case`; `cell`, `cell-score`, `cell-count`, `mark`, `mark-text`, `axis`;
//! `tick`, `lane`, `moment`, `trend-case`, `trend-line`, `trend-point`, `strong-text`; `chart-text`, `beat`, `beat-empty`. Labels, beats and marks are painted in `currentColor` of their group. For print
//! in grey: `.grey-only { display: inline }` shows the patterns, and then `.on-solid { color: #fff }` with `.on-solid
//! .mark-text { fill: #A3123A }` turns what stands on a solid ground to white.

pub mod axis;
pub mod bars;
pub mod columns;
mod geometry;
mod layout;
pub mod map;
pub mod matrix;
pub mod timeline;
pub mod trend;

/// The number of levels, and of beats.
const BEATS: u8 = 5;

/// What text and beats of level 0 … 5 are painted with.
const INKS: [&str; 6] = ["#4A4F55", "#2F6B4F", "#4C6A1E", "#7A5600", "#9A3B00", "#A3123A"];

/// What they stand on.
const TINTS: [&str; 6] = ["#FFFFFF", "#E3F1E8", "#EEF3DC", "#FFF1CC", "#FFE2CF", "#FBDDE4"];

const SOFT_INK: &str = "#4A4F55";
const ACCENT: &str = "#0B5A63";
const FONT: &str = "Noto Sans, system-ui, sans-serif";

/// Size of one beat and the step to the next.
const BEAT: (f64, f64, f64) = (5.5, 12.0, 7.5);

/// Width of the five beats.
const BEATS_WIDTH: f64 = BEAT.2 * (BEATS as f64 - 1.0) + BEAT.0;

/// A level that has an ink and a tint.
fn bounded(level: u8) -> usize {
    usize::from(level.min(BEATS))
}

fn ink(level: u8) -> &'static str {
    INKS[bounded(level)]
}

fn tint(level: u8) -> &'static str {
    TINTS[bounded(level)]
}

/// The head of a drawing: name and description for those who hear it.
struct Head<'t> {
    prefix: &'t str,
    width: f64,
    height: f64,
    title: &'t str,
    desc: &'t str,
    /// Whether there are links inside.
    linked: bool,
}

/// Opens the `<svg>`. The contents of an image are hidden from assistive technology, so a drawing with links is a group
/// instead.
fn open(head: &Head) -> String {
    let prefix = escape(head.prefix);
    let role = if head.linked { "group" } else { "img" };
    let desc = match head.desc {
        "" => String::new(),
        desc => format!("<desc id=\"{prefix}-desc\">{}</desc>", escape(desc)),
    };
    let described = match head.desc {
        "" => String::new(),
        _ => format!(" aria-describedby=\"{prefix}-desc\""),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {} {}\" role=\"{role}\" \
         aria-labelledby=\"{prefix}-title\"{described} font-family=\"{FONT}\" font-size=\"13\">\
         <title id=\"{prefix}-title\">{}</title>{desc}",
        number(head.width),
        number(head.height),
        escape(head.title),
    )
}

/// The patterns of levels 2 to 4. Level 1 is blank and level 5 solid: neither needs one.
fn patterns(prefix: &str) -> String {
    let prefix = escape(prefix);
    let hatch = |level: u8, step: u8, turn: i8, width: f64| {
        format!(
            "<pattern id=\"{prefix}-p{level}\" width=\"{step}\" height=\"{step}\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate({turn})\"><path class=\"pattern-ink level-{level}\" d=\"M1 0V{step}\" \
             stroke=\"{}\" stroke-width=\"{width}\"/></pattern>",
            ink(level)
        )
    };
    let dots = format!(
        "<pattern id=\"{prefix}-p2\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\">\
         <path class=\"pattern-ink level-2\" d=\"M2 2h2v2h-2zM8 8h2v2h-2z\" fill=\"{}\"/></pattern>",
        ink(2)
    );
    format!("{dots}{}{}", hatch(3, 9, -45, 1.0), hatch(4, 5, 45, 1.6))
}

/// The fill that says the level without colour, for levels that have one.
fn grey(prefix: &str, level: u8) -> Option<String> {
    match level {
        0 | 1 => None,
        2..BEATS => Some(format!("url(#{}-p{level})", escape(prefix))),
        _ => Some(ink(BEATS).to_owned()),
    }
}

/// The line around a solid area: two that touch stay two.
const SOLID_BORDER: &str = " stroke=\"#FFFFFF\" stroke-width=\"0.7\"";

/// What the pattern of this level needs besides its fill.
fn grey_border(level: u8) -> &'static str {
    if level >= BEATS { SOLID_BORDER } else { "" }
}

/// Hides what is only for print in grey, unless it is wanted now.
fn shown(patterns: bool) -> &'static str {
    if patterns { "" } else { " display=\"none\"" }
}

/// What is written on an area of this level: its class and its colour. On level 5 in grey the ground is solid, so it is
/// white.
fn writing(level: u8, patterns: bool) -> (&'static str, &'static str) {
    match (level >= BEATS, patterns) {
        (true, true) => (" on-solid", "#FFFFFF"),
        (true, false) => (" on-solid", ink(level)),
        (false, _) => ("", ink(level)),
    }
}

/// Five bars, the first `level` of them filled, in `currentColor`. `x`, `y` is the upper left corner.
fn beats(x: f64, y: f64, level: u8) -> String {
    let (width, height, step) = BEAT;
    let full = |n: u8| {
        format!(
            "<rect class=\"beat\" x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\" fill=\"currentColor\"/>",
            number(x + step * f64::from(n)),
            number(y),
        )
    };
    let empty = |n: u8| {
        format!(
            "<rect class=\"beat-empty\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" \
             stroke=\"currentColor\"/>",
            number(x + step * f64::from(n) + 0.5),
            number(y + 0.5),
            width - 1.0,
            height - 1.0,
        )
    };
    (0..BEATS).map(|n| if n < level { full(n) } else { empty(n) }).collect()
}

/// Type size of most words in a drawing.
const WORDS: f64 = 13.0;

/// A line of words in the colour of its group.
fn text(x: f64, y: f64, anchor: &str, words: &str, strong: bool) -> String {
    let weight = if strong { " font-weight=\"600\"" } else { "" };
    format!(
        "<text class=\"chart-text\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" font-size=\"{WORDS}\"{weight}>{}</text>",
        number(x),
        number(y),
        escape(words)
    )
}

/// An area in the tint of its level, and over it what says the level without colour.
fn area(prefix: &str, level: u8, (x, y): (f64, f64), (width, height): (f64, f64), patterns: bool) -> String {
    let rect = |class: &str, fill: &str, more: &str| {
        format!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"{more}/>",
            number(x),
            number(y),
            number(width),
            number(height)
        )
    };
    let border = format!(" stroke=\"{SOFT_INK}\" stroke-width=\"0.8\"");
    let pattern = grey(prefix, level)
        .map(|fill| rect("grey-only", &fill, &format!("{}{}", grey_border(level), shown(patterns))))
        .unwrap_or_default();
    format!("{}{pattern}", rect(&format!("cell level-{level}"), tint(level), &border))
}

/// One decimal, no more; no `-0`.
fn number(value: f64) -> String {
    let tenths = (value * 10.0).round();
    // Adding zero turns -0 into 0.
    format!("{}", tenths / 10.0 + 0.0)
}

/// Makes a text fit for XML, in content and in double-quoted attributes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            // XML knows no other control characters, not even escaped.
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// About how wide a text is set in the bold of the font, a little too much rather than too little for others.
fn text_width(text: &str, size: f64) -> f64 {
    let em = |c: char| match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.30,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 0.44,
        'c' | 's' | 'z' | 'J' => 0.51,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.96,
        'A'..='Z' => 0.68,
        c if c >= '\u{2E80}' => 1.0,
        _ => 0.62,
    };
    text.chars().map(em).sum::<f64>() * size
}

/// Breaks a text at spaces into lines of at most this width, where its words allow.
fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(line, size) + text_width(word, size) + 0.30 * size <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod checks {
    /// Panics unless the text is well-formed enough: tags nest, attributes are quoted, `&` and `<` are escaped, ids are
    /// unique.
    pub(super) fn assert_sound(svg: &str) {
        let mut rest = svg;
        let mut stack: Vec<String> = Vec::new();
        while let Some(start) = rest.find('<') {
            assert_text(&rest[..start]);
            let end = start + rest[start..].find('>').expect("a tag ends");
            let tag = &rest[start + 1..end];
            rest = &rest[end + 1..];
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(stack.pop().as_deref(), Some(name));
                continue;
            }
            let open = tag.strip_suffix('/').unwrap_or(tag);
            let name = open.split(' ').next().expect("a name");
            assert_attributes(open[name.len()..].trim());
            if !tag.ends_with('/') {
                stack.push(name.to_owned());
            }
        }
        assert!(stack.is_empty() && rest.is_empty(), "{stack:?} {rest}");
        assert_ids(svg);
        for banned in ["style=", "<style", "<script", "opacity", "NaN", "inf"] {
            assert!(!svg.contains(banned), "{banned}");
        }
    }

    /// Panics unless every upright line of words is at least 11 units high, inside the drawing, and clear of all others.
    pub(super) fn assert_readable(svg: &str) {
        let attribute = |tag: &str, name: &str| -> Option<String> {
            let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
            rest.split('"').next().map(str::to_owned)
        };
        let size = attribute(svg, "viewBox").expect("a drawing has a size");
        let size: Vec<f64> = size.split(' ').map(|n| n.parse().expect("a number")).collect();
        let mut boxes: Vec<(String, [f64; 4])> = Vec::new();
        for part in svg.split("<text").skip(1) {
            let (tag, rest) = part.split_once('>').expect("a tag ends");
            let words = rest.split('<').next().expect("words");
            let plain = |name: &str| attribute(tag, name).and_then(|n| n.parse::<f64>().ok());
            let (Some(x), Some(y), Some(height)) = (plain("x"), plain("y"), plain("font-size")) else { continue };
            assert!(height >= 11.0, "{words} is {height} high");
            let width = super::text_width(words, height) * 0.86;
            let left = match attribute(tag, "text-anchor").as_deref() {
                Some("middle") => x - width / 2.0,
                Some("end") => x - width,
                _ => x,
            };
            let here = [left, y - height * 0.72, left + width, y + height * 0.1];
            assert!(
                here[0] >= -0.5 && here[1] >= -0.5 && here[2] <= size[2] + 0.5 && here[3] <= size[3] + 0.5,
                "{words} at {here:?} stands outside {size:?}"
            );
            for (other, there) in &boxes {
                let apart = here[2] <= there[0] || there[2] <= here[0] || here[3] <= there[1] || there[3] <= here[1];
                assert!(apart, "{words} meets {other}");
            }
            boxes.push((words.to_owned(), here));
        }
        assert!(!boxes.is_empty(), "a drawing says something");
    }

    fn assert_text(text: &str) {
        for part in text.split('&').skip(1) {
            let (name, _) = part.split_once(';').expect("an entity ends");
            assert!(matches!(name, "amp" | "lt" | "gt" | "quot"), "{name}");
        }
        assert!(!text.contains('>'), "{text}");
    }

    fn assert_attributes(mut text: &str) {
        let mut names = Vec::new();
        while !text.is_empty() {
            let (name, after) = text.split_once("=\"").expect("name=\"value\"");
            assert!(!names.contains(&name), "{name} twice");
            names.push(name);
            let (value, after) = after.split_once('"').expect("a value ends");
            assert!(!value.contains('<'));
            assert_text(value);
            text = after.trim_start();
        }
    }

    /// Every id once, and every reference to one that is there.
    fn assert_ids(svg: &str) {
        let values = |start: &str, end: char| -> Vec<String> {
            let parts = svg.split(start).skip(1);
            parts.map(|part| part.split(end).next().expect("a part").to_owned()).collect()
        };
        let ids = values(" id=\"", '"');
        let mut unique = ids.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), ids.len());
        let mut cited = values("url(#", ')');
        cited.extend(values(" href=\"#", '"'));
        cited.extend(values("aria-labelledby=\"", '"'));
        cited.extend(values("aria-describedby=\"", '"'));
        for id in cited {
            assert!(ids.contains(&id), "#{id} is nowhere");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(-0.04), "0");
        assert_eq!(number(12.0), "12");
        assert_eq!(number(12.34), "12.3");
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("a<\"&\">\n\u{0}"), "a&lt;&quot;&amp;&quot;&gt; ");
    }

    #[test]
    fn beats_are_always_five() {
        for level in 0..=9 {
            let drawn = beats(0.0, 0.0, level);
            assert_eq!(drawn.matches("<rect").count(), 5);
            assert_eq!(drawn.matches("\"beat\"").count(), usize::from(level.min(5)));
        }
    }

    #[test]
    fn text_breaks_at_spaces_only() {
        assert_eq!(wrap("Hampir Tidak Terjadi", 13.0, 90.0), ["Hampir Tidak", "Terjadi"]);
        assert_eq!(wrap("Sangatpanjangsekali", 13.0, 20.0).len(), 1);
        assert!(wrap(" ", 13.0, 20.0).is_empty());
    }
}
