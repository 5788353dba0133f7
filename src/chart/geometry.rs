//! The shapes of a province, read once and drawn many times.
//!
//! In: GeoJSON. Out: [`Geometry`]: for each region its path, its heart (a point well inside) and the cells it covers,
//! in the units of the drawing. What costs time is done here, so that a map on every page stays cheap. Nothing here
//! knows of issues.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Deserialize;

use super::layout::{Cells, Label, Point, Raster, Size, Spot, Wish, arrange};

/// Width of the drawing.
const WIDTH: f64 = 600.0;

/// The most it may be high.
const HEIGHT: f64 = 700.0;

/// Paper around the land.
const EDGE: f64 = 10.0;

/// Water added at the right where there is not enough for the labels of small regions.
const COLUMN: f64 = 120.0;

/// Widths of a label of the usual size: what there must be room for.
const LABEL: (f64, f64) = (76.0, 80.0);

/// Layouts by the labels they are for.
type Layouts = BTreeMap<Vec<(usize, Label)>, Arc<[Spot]>>;

/// The regions of a map, ready to be drawn.
#[derive(Debug)]
pub struct Geometry {
    pub(super) size: Size,
    pub(super) shapes: Vec<Shape>,
    land: Cells,
    attribution: String,
    /// Of thousands of maps nearly all have the same labels; each layout is sought once.
    layouts: Mutex<Layouts>,
}

/// One region.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) code: String,
    pub(super) path: String,
    /// The path without islets, for a thick line: around a delta it would be a blot.
    pub(super) outline: String,
    /// Well inside: where a label stands, or where the line to one begins.
    heart: Point,
    cells: Cells,
    name: String,
}

impl Geometry {
    /// Reads a GeoJSON `FeatureCollection` of polygons with `code` and `name`, in degrees.
    pub fn parse(geojson: &str) -> Result<Geometry, String> {
        let collection: Collection =
            serde_json::from_str(geojson).map_err(|e| format!("bukan GeoJSON peta wilayah: {e}"))?;
        let outlines = outlines(collection.features)?;
        let frame = Frame::around(&outlines, 0.0)?;
        let mut geometry = Geometry::draw(&outlines, &frame);
        if !geometry.has_water() {
            geometry = Geometry::draw(&outlines, &Frame::around(&outlines, COLUMN)?);
        }
        geometry.attribution = collection.attribution;
        Ok(geometry)
    }

    /// Whose work the boundaries are; to be printed wherever the map is. Empty if the file does not say.
    pub fn attribution(&self) -> &str {
        &self.attribution
    }

    /// Code and name of each region, in the file's order.
    pub fn regions(&self) -> impl Iterator<Item = (&str, &str)> {
        self.shapes.iter().map(|shape| (shape.code.as_str(), shape.name.as_str()))
    }

    fn draw(outlines: &[Outline], frame: &Frame) -> Geometry {
        let projected: Vec<Vec<Vec<Point>>> = outlines.iter().map(|outline| frame.project(outline)).collect();
        let mut raster = Raster::new(frame.size);
        // Large ones first: a city inside a regency owns its cells even if the regency has no hole for it.
        let mut order: Vec<usize> = (0..projected.len()).collect();
        order.sort_by(|a, b| area(&projected[*b]).total_cmp(&area(&projected[*a])));
        for owner in order {
            raster.fill(owner, &projected[owner]);
        }
        let shape = |(owner, outline): (usize, &Outline)| {
            let cells = raster.of(owner);
            let rings = &projected[owner];
            Shape {
                code: outline.code.clone(),
                name: outline.name.clone(),
                path: path(rings),
                outline: path(&without_islets(rings)),
                heart: cells.heart().unwrap_or_else(|| middle(rings)),
                cells,
            }
        };
        Geometry {
            size: frame.size,
            shapes: outlines.iter().enumerate().map(shape).collect(),
            land: raster.land(),
            attribution: String::new(),
            layouts: Mutex::default(),
        }
    }

    /// Every region has room for its label, on land or in the water.
    fn has_water(&self) -> bool {
        let label = Label::new(LABEL.0, LABEL.1);
        let labels: Vec<(usize, Label)> = (0..self.shapes.len()).map(|n| (n, label)).collect();
        self.arrange(&labels).iter().all(Option::is_some)
    }

    /// The places of these shapes' labels. A map without any water left still names its regions: then the label stands
    /// on its region, too large for it.
    pub(super) fn spots(&self, labels: &[(usize, Label)]) -> Arc<[Spot]> {
        let layouts = || self.layouts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = layouts().get(labels) {
            return known.clone();
        }
        let spots: Arc<[Spot]> = (self.arrange(labels).into_iter().zip(labels))
            .map(|(spot, (shape, _))| spot.unwrap_or(Spot { centre: self.shapes[*shape].heart, leader: None }))
            .collect();
        layouts().insert(labels.to_vec(), spots.clone());
        spots
    }

    fn arrange(&self, labels: &[(usize, Label)]) -> Vec<Option<Spot>> {
        let wish = |&(shape, label): &(usize, Label)| {
            let Shape { heart, cells, .. } = &self.shapes[shape];
            Wish { heart: *heart, cells, label }
        };
        let wishes: Vec<Wish> = labels.iter().map(wish).collect();
        arrange(self.size, &self.land, &wishes)
    }
}

#[derive(Deserialize)]
struct Collection {
    #[serde(default)]
    attribution: String,
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Rings,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
    name: String,
}

/// A position is a list, because some files add a height.
type Position = Vec<f64>;

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Rings {
    Polygon(Vec<Vec<Position>>),
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

/// A region in degrees: `x` east, `y` north.
struct Outline {
    code: String,
    name: String,
    rings: Vec<Vec<Point>>,
}

fn outlines(features: Vec<Feature>) -> Result<Vec<Outline>, String> {
    if features.is_empty() {
        return Err("peta tidak berisi wilayah satu pun".to_owned());
    }
    let mut codes = BTreeSet::new();
    let mut outlines = Vec::new();
    for feature in features {
        let Properties { code, name } = feature.properties;
        if !codes.insert(code.clone()) {
            return Err(format!("kode wilayah {code} ada dua kali di peta"));
        }
        let rings = match feature.geometry {
            Rings::Polygon(rings) => rings,
            Rings::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
        };
        let rings: Option<Vec<Vec<Point>>> = rings.iter().map(|ring| degrees(ring)).collect();
        match rings {
            Some(rings) if !rings.is_empty() => outlines.push(Outline { code, name, rings }),
            _ => return Err(format!("batas wilayah {code} bukan garis bujur–lintang yang sah")),
        }
    }
    Ok(outlines)
}

/// A ring's points, if they are longitudes and latitudes and more than two.
fn degrees(ring: &[Position]) -> Option<Vec<Point>> {
    let point = |position: &Position| match position[..] {
        [x, y, ..] if x.abs() <= 180.0 && y.abs() <= 90.0 => Some(Point::new(x, y)),
        _ => None,
    };
    let points: Option<Vec<Point>> = ring.iter().map(point).collect();
    points.filter(|points| points.len() > 2)
}

/// How degrees become units: equirectangular, true at the middle latitude.
struct Frame {
    size: Size,
    origin: Point,
    /// Units a degree, east and south.
    scale: (f64, f64),
    left: f64,
}

impl Frame {
    /// A frame for these regions with `column` units of water kept free at the right.
    fn around(outlines: &[Outline], column: f64) -> Result<Frame, String> {
        let points = || outlines.iter().flat_map(|o| o.rings.iter().flatten());
        let least = |value: fn(&Point) -> f64| points().map(value).fold(f64::MAX, f64::min);
        let most = |value: fn(&Point) -> f64| points().map(value).fold(f64::MIN, f64::max);
        let (west, east) = (least(|p| p.x), most(|p| p.x));
        let (south, north) = (least(|p| p.y), most(|p| p.y));
        let squeeze = f64::midpoint(south, north).to_radians().cos();
        let (wide, high) = ((east - west) * squeeze, north - south);
        if wide < 1e-6 || high < 1e-6 {
            return Err("peta tidak berluas".to_owned());
        }
        let room = WIDTH - 2.0 * EDGE - column;
        let scale = (room / wide).min((HEIGHT - 2.0 * EDGE) / high);
        Ok(Frame {
            size: Size { width: WIDTH, height: (high * scale + 2.0 * EDGE).ceil() },
            origin: Point::new(west, north),
            scale: (scale * squeeze, scale),
            left: EDGE + (room - wide * scale) / 2.0,
        })
    }

    fn project(&self, outline: &Outline) -> Vec<Vec<Point>> {
        let point = |p: &Point| {
            Point::new(self.left + (p.x - self.origin.x) * self.scale.0, EDGE + (self.origin.y - p.y) * self.scale.1)
        };
        let ring = |ring: &Vec<Point>| ring.iter().map(point).collect();
        outline.rings.iter().map(ring).collect()
    }
}

/// Area by the shoelace formula; holes and islands alike are counted, for order only.
fn area(rings: &[Vec<Point>]) -> f64 {
    rings.iter().map(|ring| ring_area(ring)).sum()
}

fn ring_area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let twice: f64 = ring.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    twice.abs() / 2.0
}

/// The rings that are not small beside the largest.
fn without_islets(rings: &[Vec<Point>]) -> Vec<Vec<Point>> {
    let largest = rings.iter().map(|ring| ring_area(ring)).fold(0.0, f64::max);
    let counts = |ring: &&Vec<Point>| ring_area(ring) * 50.0 >= largest;
    rings.iter().filter(counts).cloned().collect()
}

/// The mean of the longest ring's points: for a region smaller than a cell.
fn middle(rings: &[Vec<Point>]) -> Point {
    let longest = rings.iter().max_by_key(|ring| ring.len());
    let points = longest.map(Vec::as_slice).unwrap_or_default();
    let count = points.len().max(1) as f64;
    Point::new(points.iter().map(|p| p.x).sum::<f64>() / count, points.iter().map(|p| p.y).sum::<f64>() / count)
}

/// Path data in tenths of a unit. Steps are relative to the rounded point before, so errors do not add up and shared
/// borders fall on each other.
fn path(rings: &[Vec<Point>]) -> String {
    let mut path = String::new();
    for ring in rings {
        let tenths = |p: &Point| ((p.x * 10.0).round() as i64, (p.y * 10.0).round() as i64);
        let mut points: Vec<(i64, i64)> = ring.iter().map(tenths).collect();
        points.dedup();
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        let Some(&(x, y)) = points.first() else {
            continue;
        };
        path.push_str(&format!("M{}{}", step(x, true), step(y, false)));
        for (index, pair) in points.windows(2).enumerate() {
            let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
            path.push_str(if index == 0 { "l" } else { "" });
            path.push_str(&step(dx, index == 0));
            path.push_str(&step(dy, false));
        }
        path.push('z');
    }
    path
}

/// Tenths as a number, with the space that divides it from what is before; a minus divides by itself.
fn step(tenths: i64, first: bool) -> String {
    let sign = match (tenths < 0, first) {
        (true, _) => "-",
        (false, true) => "",
        (false, false) => " ",
    };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, part) => format!("{sign}.{part}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(code: &str, ring: &str) -> String {
        format!(
            r#"{{"type":"Feature","properties":{{"code":"{code}","name":"N","kind":"Kota"}},
            "geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}"#
        )
    }

    fn collection(features: &[String]) -> String {
        format!(r#"{{"type":"FeatureCollection","attribution":"milik kita","features":[{}]}}"#, features.join(","))
    }

    const SQUARE: &str = "[[0,0],[0,2],[2,2,55],[2,0],[0,0]]";

    #[test]
    fn a_square_at_the_equator_is_square() {
        let geometry = Geometry::parse(&collection(&[feature("1", SQUARE)])).expect("sound");
        assert_eq!(geometry.shapes[0].path, "M10 590.1l0-580.1 580 0 0 580.1z");
        assert_eq!(geometry.attribution(), "milik kita");
        assert_eq!(geometry.regions().collect::<Vec<_>>(), [("1", "N")]);
    }

    #[test]
    fn where_there_is_no_water_some_is_added() {
        let small = feature("2", "[[1,1],[1,1.1],[1.1,1.1],[1.1,1],[1,1]]");
        let geojson = collection(&[feature("1", SQUARE), small]);
        let geometry = Geometry::parse(&geojson).expect("sound");
        assert!(geometry.has_water());
        assert!(geometry.shapes[0].path.starts_with("M10 "));
        assert!(geometry.size.height < 500.0);
    }

    #[test]
    fn what_is_no_map_is_refused_in_words() {
        let lines = "[[0,0],[0,2],[0,1],[0,0]]";
        for bad in [
            String::new(),
            "{}".to_owned(),
            collection(&[]),
            collection(&[feature("1", SQUARE), feature("1", SQUARE)]),
            collection(&[feature("1", "[[0,0],[0,2]]")]),
            collection(&[feature("1", "[[0,0],[0],[1,1]]")]),
            collection(&[feature("1", "[[500,0],[0,2],[1,1]]")]),
            collection(&[feature("1", lines)]),
        ] {
            assert!(Geometry::parse(&bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn steps_are_written_short() {
        let points = [(1.04, 2.0), (1.04, 2.0), (0.5, 2.5), (0.5, 1.0)];
        let ring = points.map(|(x, y)| Point::new(x, y)).to_vec();
        assert_eq!(path(&[ring]), "M1 2l-.5 .5 0-1.5z");
    }
}
