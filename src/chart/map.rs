//! The map of a province: each region in its level's tint, with its name, its beats and the number of its issues.
//!
//! In: the [`Geometry`], read once, and what each region has to say. Out: an SVG. A region that the geometry lacks
//! cannot be drawn (its twin in the table still says it); a region without input is drawn empty, so that the province
//! stays whole.

pub use super::geometry::Geometry;

use super::geometry::Shape;
use super::layout::{Label, Point, Rect, Spot};
use super::{
    ACCENT, BEAT, BEATS_WIDTH, Head, SOFT_INK, beats, escape, grey, grey_border, ink, number, open, patterns, shown,
    text_width, tint, writing,
};

/// Type size of a region's name.
const NAME: f64 = 14.0;

/// Type size of the number of its issues.
const COUNT: f64 = 13.0;

/// Between the beats and the number.
const GAP: f64 = 5.0;

/// From the name's line to the row of beats.
const LINE: f64 = 18.0;

/// What a map shows.
#[derive(Debug, Clone, Default)]
pub struct MapInput {
    /// Begins every id, so that two drawings on one page do not collide.
    pub id_prefix: String,
    /// Its name.
    pub title: String,
    /// What it shows, in a sentence.
    pub desc: String,
    /// The regions, in the order in which they are read and reached by keyboard; those too small for their label follow
    /// the others.
    pub regions: Vec<MapRegion>,
    /// Shows the patterns for grey print at once, not only when a style sheet wants them: on paper.
    pub patterns: bool,
}

/// What a region says.
#[derive(Debug, Clone, Default)]
pub struct MapRegion {
    /// Its code, as in the geometry.
    pub code: String,
    /// Its full name, for those who hear the map.
    pub name: String,
    /// Its short name, as drawn.
    pub short: String,
    /// Level of its gravest open issue; 0 where there is none or it may not be seen.
    pub level: u8,
    /// The level in words, spoken after the label; may be empty.
    pub level_text: String,
    /// Open issues. Where there is none, no label is drawn.
    pub open: usize,
    /// Their number in words: "2 isu".
    pub label: String,
    /// Where it leads; none on paper.
    pub href: Option<String>,
    /// The region that the page is about.
    pub here: bool,
}

impl MapRegion {
    /// What is read out: "Kota Samarinda, SMD: 2 isu, 5 Sangat tinggi". It holds what is drawn, in its order, for those
    /// who speak to their machine.
    fn spoken(&self) -> String {
        let name = match self.name.contains(&self.short) {
            true => self.name.clone(),
            false => format!("{}, {}", self.name, self.short),
        };
        let facts: Vec<&str> =
            [self.label.as_str(), self.level_text.as_str()].into_iter().filter(|fact| !fact.is_empty()).collect();
        match facts[..] {
            [] => name,
            _ => format!("{name}: {}", facts.join(", ")),
        }
    }

    /// The number as drawn beside the beats.
    fn count(&self) -> &str {
        if self.open > 0 { &self.label } else { "" }
    }

    /// Width of the row of beats and number; 0 for no row.
    fn row(&self) -> f64 {
        let count = text_width(self.count(), COUNT);
        match (self.level > 0, count > 0.0) {
            (true, true) => BEATS_WIDTH + GAP + count,
            (true, false) => BEATS_WIDTH,
            (false, _) => count,
        }
    }

    fn measured(&self) -> Label {
        Label::new(text_width(&self.short, NAME), self.row())
    }
}

/// A region with its shape and the place of its label.
struct Placed<'m> {
    region: &'m MapRegion,
    shape: &'m Shape,
    /// Number of the shape, for its id.
    index: usize,
    label: Label,
    spot: Spot,
}

impl Placed<'_> {
    /// Its label stands in the water.
    fn is_beside(&self) -> bool {
        self.spot.leader.is_some()
    }
}

/// Draws the map.
pub fn province(geometry: &Geometry, input: &MapInput) -> String {
    let placed = place(geometry, input);
    let prefix = escape(&input.id_prefix);
    let mut svg = open(&Head {
        prefix: &input.id_prefix,
        width: geometry.size.width,
        height: geometry.size.height,
        title: &input.title,
        desc: &input.desc,
        linked: placed.iter().any(|placed| placed.region.href.is_some()),
    });
    svg.push_str("<defs>");
    svg.push_str(&patterns(&input.id_prefix));
    for (index, shape) in geometry.shapes.iter().enumerate() {
        svg.push_str(&format!(
            "<path id=\"{prefix}-s{index}\" fill-rule=\"evenodd\" stroke-linejoin=\"round\" d=\"{}\"/>",
            shape.path
        ));
    }
    svg.push_str("</defs>");
    svg.push_str(&silent(geometry, &placed, &prefix));
    // Small regions come last, in case the geometry has no hole for them in their neighbour.
    let (within, beside): (Vec<_>, Vec<_>) = placed.iter().partition(|placed| !placed.is_beside());
    for placed in within.iter().chain(&beside) {
        svg.push_str(&item(placed, input));
    }
    for placed in placed.iter().filter(|placed| placed.region.here) {
        svg.push_str(&here(placed.shape));
    }
    for placed in beside {
        svg.push_str(&leader(placed, input));
    }
    svg.push_str("</svg>");
    svg
}

/// Finds the shapes of the regions and the places of their labels.
fn place<'m>(geometry: &'m Geometry, input: &'m MapInput) -> Vec<Placed<'m>> {
    let index = |region: &MapRegion| geometry.shapes.iter().position(|s| s.code == region.code);
    let known: Vec<(&MapRegion, usize)> =
        input.regions.iter().filter_map(|region| Some((region, index(region)?))).collect();
    let labels: Vec<(usize, Label)> = known.iter().map(|(region, index)| (*index, region.measured())).collect();
    let spots = geometry.spots(&labels);
    known
        .into_iter()
        .zip(spots.iter())
        .map(|((region, index), spot)| Placed {
            region,
            shape: &geometry.shapes[index],
            index,
            label: region.measured(),
            spot: *spot,
        })
        .collect()
}

/// The shapes of which nothing is said.
fn silent(geometry: &Geometry, placed: &[Placed], prefix: &str) -> String {
    (0..geometry.shapes.len())
        .filter(|index| placed.iter().all(|placed| placed.index != *index))
        .map(|index| {
            format!(
                "<use class=\"map-region level-0\" href=\"#{prefix}-s{index}\" fill=\"{}\" stroke=\"{SOFT_INK}\" \
                 stroke-width=\"0.8\"/>",
                tint(0)
            )
        })
        .collect()
}

/// The line around the region that the page is about; light at its edges, so that it shows on a solid ground too.
fn here(shape: &Shape) -> String {
    let line = |class: &str, stroke: &str, width: f64| {
        format!(
            "<path class=\"{class}\" d=\"{}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width}\" \
             stroke-linejoin=\"round\" pointer-events=\"none\"/>",
            shape.outline
        )
    };
    line("map-here-case", "#FFFFFF", 4.5) + &line("map-here", ACCENT, 2.5)
}

/// A region: its area, its pattern, its label; one link if it leads somewhere.
fn item(placed: &Placed, input: &MapInput) -> String {
    let region = placed.region;
    let spoken = escape(&region.spoken());
    let inner = format!("<title>{spoken}</title>{}{}", area(placed, input), label(placed, input));
    match &region.href {
        Some(href) => format!("<a class=\"map-item\" href=\"{}\" aria-label=\"{spoken}\">{inner}</a>", escape(href)),
        None => format!("<g class=\"map-item\">{inner}</g>"),
    }
}

fn area(placed: &Placed, input: &MapInput) -> String {
    let level = placed.region.level.min(5);
    let shape = format!("{}-s{}", escape(&input.id_prefix), placed.index);
    let here = if placed.region.here { " here" } else { "" };
    let pattern = grey(&input.id_prefix, level).map(|fill| {
        format!(
            "<use class=\"grey-only\" href=\"#{shape}\" fill=\"{fill}\" pointer-events=\"none\"{}{}/>",
            grey_border(level),
            shown(input.patterns)
        )
    });
    format!(
        "<use class=\"map-region level-{level}{here}\" href=\"#{shape}\" fill=\"{}\" stroke=\"{SOFT_INK}\" \
         stroke-width=\"0.8\"/>{}",
        tint(level),
        pattern.unwrap_or_default()
    )
}

/// The line to a label in the water, with a dot where it begins; over a pattern it lies on a white one. It runs over
/// all else.
fn leader(placed: &Placed, input: &MapInput) -> String {
    let Some(line) = placed.spot.leader else {
        return String::new();
    };
    let [x1, y1, x2, y2] = [line.from.x, line.from.y, line.to.x, line.to.y].map(number);
    format!(
        "<g pointer-events=\"none\">\
         <path class=\"grey-only\" d=\"M{x1} {y1}L{x2} {y2}\" stroke=\"#FFFFFF\" stroke-width=\"3\"{}/>\
         <path class=\"map-leader\" d=\"M{x1} {y1}L{x2} {y2}\" stroke=\"{SOFT_INK}\" stroke-width=\"1\"/>\
         <circle class=\"map-leader\" cx=\"{x1}\" cy=\"{y1}\" r=\"2.5\" fill=\"{SOFT_INK}\" stroke=\"#FFFFFF\" \
         stroke-width=\"1\"/></g>",
        shown(input.patterns)
    )
}

/// Name, beats, number. In the water the ground is paper, whatever the level.
fn label(placed: &Placed, input: &MapInput) -> String {
    let region = placed.region;
    let level = region.level.min(5);
    let (class, colour) = match placed.is_beside() {
        true => ("", ink(level)),
        false => writing(level, input.patterns),
    };
    let Point { x, y } = placed.spot.centre;
    let top = y - placed.label.size().height / 2.0;
    format!(
        "<g class=\"map-label level-{level}{class}\" color=\"{colour}\" fill=\"currentColor\" aria-hidden=\"true\"{}>{}\
         <text class=\"chart-text map-name\" x=\"{}\" y=\"{}\" text-anchor=\"middle\" \
         font-size=\"{NAME}\" font-weight=\"600\">{}</text>{}</g>",
        // On land the area below takes the pointer.
        if placed.is_beside() { "" } else { " pointer-events=\"none\"" },
        plate(placed, input),
        number(x),
        number(top + 13.0),
        escape(&region.short),
        row(region, x - region.row() / 2.0, top + LINE),
    )
}

/// What lies under a label: on land a quiet ground where the pattern would disturb, in the water an unseen one that
/// takes the pointer.
fn plate(placed: &Placed, input: &MapInput) -> String {
    let level = placed.region.level;
    let plate = Rect::around(placed.spot.centre, placed.label.size(), 2.0);
    let rect = |class: String, rest: String| {
        format!(
            "<rect{class} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{rest}/>",
            number(plate.left),
            number(plate.top),
            number(plate.right - plate.left),
            number(plate.bottom - plate.top),
        )
    };
    if placed.is_beside() {
        rect(String::new(), " fill=\"none\" pointer-events=\"all\"".to_owned())
    } else if (2..5).contains(&level) {
        let paint = format!(" rx=\"3\" fill=\"{}\"{}", tint(level), shown(input.patterns));
        rect(format!(" class=\"grey-only plate level-{level}\""), paint)
    } else {
        String::new()
    }
}

fn row(region: &MapRegion, x: f64, y: f64) -> String {
    let mut row = String::new();
    let mut text = x;
    if region.level > 0 {
        row.push_str(&beats(x, y, region.level));
        text += BEATS_WIDTH + GAP;
    }
    if !region.count().is_empty() {
        // The space keeps name and number two words where the drawing is read as text.
        row.push_str(&format!(
            " <text class=\"chart-text map-count\" x=\"{}\" y=\"{}\" font-size=\"{COUNT}\">{}</text>",
            number(text),
            number(y + BEAT.1 - 1.5),
            escape(region.count())
        ));
    }
    row
}

#[cfg(test)]
mod tests {
    use super::super::checks::assert_sound;
    use super::*;

    const KALTIM: &str = include_str!("../../content/peta/kaltim.geojson");

    fn kaltim() -> Geometry {
        Geometry::parse(KALTIM).expect("the sample book's map")
    }

    fn input(geometry: &Geometry) -> MapInput {
        let region = |(n, (code, name)): (usize, (&str, &str))| MapRegion {
            code: code.to_owned(),
            name: format!("Wilayah {name}"),
            short: name.chars().take(11).collect(),
            level: (n % 6) as u8,
            level_text: String::new(),
            open: n % 6,
            label: format!("{} isu", n % 6),
            href: Some(format!("wilayah/{code}.html")),
            here: code == "64.72",
        };
        MapInput {
            id_prefix: "m".to_owned(),
            title: "Peta isu".to_owned(),
            desc: "Isu terbuka tiap wilayah".to_owned(),
            regions: geometry.regions().enumerate().map(region).collect(),
            patterns: false,
        }
    }

    #[test]
    fn every_region_is_drawn_with_its_level_and_link() {
        let geometry = kaltim();
        let input = input(&geometry);
        let svg = province(&geometry, &input);
        assert_sound(&svg);
        assert_eq!(svg.matches("class=\"map-region").count(), 10);
        for (n, region) in input.regions.iter().enumerate() {
            let link =
                format!("href=\"wilayah/{}.html\" aria-label=\"{}: {} isu\"", region.code, region.name, region.open);
            assert!(svg.contains(&link), "{link}");
            let here = if region.here { " here" } else { "" };
            let area = format!("map-region level-{}{here}\" href=\"#m-s{n}\"", region.level);
            assert!(svg.contains(&area), "{area}");
        }
    }

    #[test]
    fn labels_do_not_meet_and_small_regions_have_lines() {
        let geometry = kaltim();
        let input = input(&geometry);
        let placed = place(&geometry, &input);
        let rect = |p: &Placed| Rect::around(p.spot.centre, p.label.size(), 0.0);
        for (n, one) in placed.iter().enumerate() {
            for other in &placed[n + 1..] {
                let apart = rect(one).right <= rect(other).left
                    || rect(other).right <= rect(one).left
                    || rect(one).bottom <= rect(other).top
                    || rect(other).bottom <= rect(one).top;
                assert!(apart, "{} {}", one.region.short, other.region.short);
            }
        }
        let mut beside: Vec<&str> =
            placed.iter().filter(|placed| placed.is_beside()).map(|placed| placed.region.code.as_str()).collect();
        beside.retain(|code| code.starts_with("64.7"));
        assert_eq!(beside, ["64.71", "64.72", "64.74"]);
    }

    #[test]
    fn names_are_escaped() {
        let geometry = kaltim();
        let mut input = input(&geometry);
        input.title = "A<B".to_owned();
        input.desc = "\"&\"".to_owned();
        for region in &mut input.regions {
            region.name = "N<&\"".to_owned();
            region.short = "S<&\"".to_owned();
            region.label = "<b>".to_owned();
            region.href = Some("a?b=\"<&".to_owned());
        }
        let svg = province(&geometry, &input);
        assert_sound(&svg);
        assert!(svg.contains("S&lt;&amp;&quot;"));
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        let (one, other) = (kaltim(), kaltim());
        assert_eq!(province(&one, &input(&one)), province(&other, &input(&other)));
    }

    #[test]
    fn on_paper_nothing_is_hidden_and_nothing_links() {
        let geometry = kaltim();
        let mut input = input(&geometry);
        input.patterns = true;
        for region in &mut input.regions {
            region.href = None;
        }
        let svg = province(&geometry, &input);
        assert_sound(&svg);
        assert!(svg.contains("role=\"img\"") && svg.contains("url(#m-p3)"));
        assert!(!svg.contains("<a ") && !svg.contains("display=\"none\""));
    }

    #[test]
    fn without_input_the_province_is_whole_and_level_0() {
        let geometry = kaltim();
        let unknown = MapRegion { code: "99.99".to_owned(), ..MapRegion::default() };
        let input = MapInput { regions: vec![unknown], ..MapInput::default() };
        let svg = province(&geometry, &input);
        assert_sound(&svg);
        assert_eq!(svg.matches("\"map-region level-0\"").count(), 10);
    }

    #[test]
    fn a_region_without_issues_shows_its_name_alone() {
        let region = MapRegion { short: "BTG".to_owned(), label: "tidak ada isu".to_owned(), ..MapRegion::default() };
        assert_eq!(row(&region, 0.0, 0.0), "");
        assert!(region.measured().size().height < 20.0);
    }
}
