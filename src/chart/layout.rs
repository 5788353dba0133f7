//! Where labels stand on a map: in their region where they fit, else in free water with a line to it.
//!
//! In: the raster of a map and the sizes of the labels. Out: a place for each. Plain geometry; nothing here knows what
//! a region is called or how grave it is.

/// Edge of a raster cell, in units of the drawing.
const CELL: f64 = 2.5;

/// Air around a label.
const AIR: f64 = 2.0;

/// A point of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

impl Point {
    pub(super) fn new(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    fn distance(self, other: Point) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// Width and height of a label, or of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Size {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// What is to be placed: a name, and a row below it. Widths in whole units, so that equal labels are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Label {
    name: u32,
    row: u32,
}

impl Label {
    /// Height of the name, and of the row.
    const LINES: (f64, f64) = (17.0, 15.0);

    /// A label with a name of this width and a row of that; 0 for no row.
    pub(super) fn new(name: f64, row: f64) -> Label {
        Label { name: name.ceil() as u32, row: row.ceil() as u32 }
    }

    /// The box around both.
    pub(super) fn size(self) -> Size {
        let row = if self.row > 0 { Label::LINES.1 } else { 0.0 };
        Size { width: f64::from(self.name.max(self.row)), height: Label::LINES.0 + row }
    }

    /// The boxes of name and row, with the label's middle here. On land each needs room for itself only.
    fn boxes(self, centre: Point) -> [Rect; 2] {
        let all = Rect::around(centre, self.size(), 0.0);
        let line = |width: u32, top: f64, bottom: f64| Rect {
            left: centre.x - f64::from(width) / 2.0 - AIR,
            right: centre.x + f64::from(width) / 2.0 + AIR,
            top,
            bottom,
        };
        let fold = all.top + Label::LINES.0;
        [line(self.name, all.top, fold), line(self.row, fold.min(all.bottom), all.bottom)]
    }
}

/// The place of a label.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    /// Its middle.
    pub(super) centre: Point,
    /// The line to it, where it stands in the water.
    pub(super) leader: Option<Line>,
}

/// A region whose label wants a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'m> {
    pub(super) heart: Point,
    pub(super) cells: &'m Cells,
    pub(super) label: Label,
}

/// Finds a place for each: on land where it fits, then for the others in the water. `None` where the water is full.
pub(super) fn arrange(size: Size, land: &Cells, wishes: &[Wish]) -> Vec<Option<Spot>> {
    let at_home = |wish: &Wish| wish.cells.place(wish.heart, wish.label);
    let mut spots: Vec<Option<Spot>> =
        wishes.iter().map(|wish| at_home(wish).map(|centre| Spot { centre, leader: None })).collect();
    let mut labels = Vec::new();
    for (spot, wish) in spots.iter().zip(wishes) {
        labels.extend(spot.map(|spot| Rect::around(spot.centre, wish.label.size(), AIR)));
    }
    let mut water = Water::new(size, land, labels);
    for (spot, wish) in spots.iter_mut().zip(wishes) {
        *spot = spot.or_else(|| water.take(wish.heart, wish.label.size()));
    }
    spots
}

/// A box with its sides along the axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    /// The box of this size around a point, and `air` on all sides.
    pub(super) fn around(centre: Point, size: Size, air: f64) -> Rect {
        let (x, y) = (size.width / 2.0 + air, size.height / 2.0 + air);
        Rect { left: centre.x - x, top: centre.y - y, right: centre.x + x, bottom: centre.y + y }
    }

    fn meets(&self, other: &Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn within(&self, size: Size) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= size.width && self.bottom <= size.height
    }

    /// The middles of the four sides.
    fn handles(&self) -> [Point; 4] {
        let x = f64::midpoint(self.left, self.right);
        let y = f64::midpoint(self.top, self.bottom);
        [Point::new(self.left, y), Point::new(self.right, y), Point::new(x, self.top), Point::new(x, self.bottom)]
    }
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub(super) from: Point,
    pub(super) to: Point,
}

impl Line {
    fn length(&self) -> f64 {
        self.from.distance(self.to)
    }

    /// Cuts the line at both pairs of sides; something of it must be left (Liang and Barsky).
    fn meets_rect(&self, rect: &Rect) -> bool {
        let (dx, dy) = (self.to.x - self.from.x, self.to.y - self.from.y);
        let sides = [
            (-dx, self.from.x - rect.left),
            (dx, rect.right - self.from.x),
            (-dy, self.from.y - rect.top),
            (dy, rect.bottom - self.from.y),
        ];
        let (mut start, mut end) = (0.0_f64, 1.0_f64);
        for (towards, room) in sides {
            if towards == 0.0 && room < 0.0 {
                return false;
            } else if towards < 0.0 {
                start = start.max(room / towards);
            } else if towards > 0.0 {
                end = end.min(room / towards);
            }
        }
        start <= end
    }

    fn crosses(&self, other: &Line) -> bool {
        let side = |line: &Line, p: Point| {
            (line.to.x - line.from.x) * (p.y - line.from.y) - (line.to.y - line.from.y) * (p.x - line.from.x)
        };
        side(self, other.from) * side(self, other.to) < 0.0 && side(other, self.from) * side(other, self.to) < 0.0
    }
}

/// A raster of the drawing in which each cell belongs to one region or to none.
#[derive(Debug)]
pub(super) struct Raster {
    columns: usize,
    rows: usize,
    owners: Vec<Option<usize>>,
}

impl Raster {
    /// A raster over a drawing, nobody's yet.
    pub(super) fn new(size: Size) -> Raster {
        let columns = (size.width / CELL).ceil() as usize;
        let rows = (size.height / CELL).ceil() as usize;
        Raster { columns, rows, owners: vec![None; columns * rows] }
    }

    /// Gives a region the cells whose middle lies inside its rings (by the even-odd rule). The last to fill a cell owns
    /// it.
    pub(super) fn fill(&mut self, owner: usize, rings: &[Vec<Point>]) {
        for row in 0..self.rows {
            let y = (row as f64 + 0.5) * CELL;
            let mut crossings: Vec<f64> = rings.iter().flat_map(|ring| crossings(ring, y)).collect();
            crossings.sort_by(f64::total_cmp);
            for pair in crossings.chunks_exact(2) {
                let start = (pair[0] / CELL - 0.5).ceil().max(0.0) as usize;
                let end = ((pair[1] / CELL + 0.5).floor().max(0.0) as usize).min(self.columns);
                let line = row * self.columns;
                for cell in self.owners.iter_mut().take(line + end).skip(line + start) {
                    *cell = Some(owner);
                }
            }
        }
    }

    /// The cells of one owner.
    pub(super) fn of(&self, owner: usize) -> Cells {
        self.cells(|cell| cell == Some(owner))
    }

    /// The cells of all.
    pub(super) fn land(&self) -> Cells {
        self.cells(|cell| cell.is_some())
    }

    fn cells(&self, mine: impl Fn(Option<usize>) -> bool) -> Cells {
        let width = self.columns + 1;
        let mut sums = vec![0_u32; width * (self.rows + 1)];
        for row in 0..self.rows {
            let mut line = 0;
            for column in 0..self.columns {
                line += u32::from(mine(self.owners[row * self.columns + column]));
                sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] + line;
            }
        }
        let middles = grid(self.columns, self.rows)
            .zip(&self.owners)
            .filter(|(_, owner)| mine(**owner))
            .map(|(middle, _)| middle)
            .collect();
        Cells { columns: self.columns, rows: self.rows, sums, middles }
    }
}

/// Where a ring crosses the horizontal line at `y`.
fn crossings(ring: &[Point], y: f64) -> impl Iterator<Item = f64> {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .filter(move |(a, b)| (a.y <= y) != (b.y <= y))
        .map(move |(a, b)| a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
}

/// A set of cells that counts those in a box at once (a summed-area table).
#[derive(Debug)]
pub(super) struct Cells {
    columns: usize,
    rows: usize,
    sums: Vec<u32>,
    middles: Vec<Point>,
}

impl Cells {
    /// Columns and rows that a box touches, cut to the raster; and whether nothing had to be cut.
    fn span(&self, rect: &Rect) -> ([usize; 4], bool) {
        let low = |value: f64| (value / CELL).floor().max(0.0) as usize;
        let high = |value: f64, most: usize| ((value / CELL).ceil().max(0.0) as usize).min(most);
        let inside = rect.left >= 0.0
            && rect.top >= 0.0
            && rect.right <= self.columns as f64 * CELL
            && rect.bottom <= self.rows as f64 * CELL;
        let (right, bottom) = (high(rect.right, self.columns), high(rect.bottom, self.rows));
        let (left, top) = (low(rect.left).min(right), low(rect.top).min(bottom));
        ([left, top, right, bottom], inside)
    }

    fn count(&self, [left, top, right, bottom]: [usize; 4]) -> usize {
        let at = |x: usize, y: usize| self.sums[y * (self.columns + 1) + x];
        let count = at(right, bottom) + at(left, top) - at(right, top) - at(left, bottom);
        count as usize
    }

    /// The box lies in these cells alone; a cell counts if more than half of it is touched.
    fn cover(&self, rect: &Rect) -> bool {
        let half = CELL / 2.0;
        let (span, inside) = self.span(&Rect {
            left: rect.left + half,
            top: rect.top + half,
            right: rect.right - half,
            bottom: rect.bottom - half,
        });
        inside && self.count(span) == (span[2] - span[0]) * (span[3] - span[1])
    }

    /// The box touches none of these cells.
    fn spare(&self, rect: &Rect) -> bool {
        self.count(self.span(rect).0) == 0
    }

    /// The middle of the largest box of a label's shape that fits in: a good place for a label, and surely inside.
    /// `None` for a set without cells.
    pub(super) fn heart(&self) -> Option<Point> {
        let fits = |middle: &Point, scale: f64| {
            let size = Size { width: CELL * 2.2 * scale, height: CELL * scale };
            self.cover(&Rect::around(*middle, size, 0.0))
        };
        let mut scale = 0.0;
        for middle in &self.middles {
            while fits(middle, scale + 0.5) {
                scale += 0.5;
            }
        }
        // The mean of all good places is nearer to where one would look than the very best.
        let good = |middle: &Point| fits(middle, scale * 0.8);
        let best: Vec<Point> = self.middles.iter().copied().filter(good).collect();
        let count = best.len() as f64;
        let mean =
            Point::new(best.iter().map(|p| p.x).sum::<f64>() / count, best.iter().map(|p| p.y).sum::<f64>() / count);
        nearest(best.into_iter(), mean)
    }

    /// The place nearest to `heart` where a label lies wholly in these cells.
    fn place(&self, heart: Point, label: Label) -> Option<Point> {
        let fits = |middle: Point| label.boxes(middle).iter().all(|rect| self.cover(rect));
        if fits(heart) {
            return Some(heart);
        }
        let mut best = None;
        let mut least = f64::MAX;
        for middle in &self.middles {
            let distance = middle.distance(heart);
            if distance < least && fits(*middle) {
                (best, least) = (Some(*middle), distance);
            }
        }
        best
    }
}

/// The middles of a raster's cells, row by row.
fn grid(columns: usize, rows: usize) -> impl Iterator<Item = Point> {
    let middle = |n: usize| (n as f64 + 0.5) * CELL;
    (0..rows * columns).map(move |cell| Point::new(middle(cell % columns), middle(cell / columns)))
}

/// The first of the nearest.
fn nearest(points: impl Iterator<Item = Point>, to: Point) -> Option<Point> {
    points.min_by(|a, b| a.distance(to).total_cmp(&b.distance(to)))
}

/// What is already on the drawing, while labels are placed in its free water.
struct Water<'m> {
    size: Size,
    land: &'m Cells,
    labels: Vec<Rect>,
    lines: Vec<Line>,
}

impl<'m> Water<'m> {
    /// The water of a drawing, with the labels that stand on land.
    fn new(size: Size, land: &'m Cells, labels: Vec<Rect>) -> Water<'m> {
        Water { size, land, labels, lines: Vec::new() }
    }

    /// Finds the free place with the shortest line to `heart` and takes it. `None` if the water is full.
    fn take(&mut self, heart: Point, size: Size) -> Option<Spot> {
        let mut best: Option<(Point, Line)> = None;
        let mut least = f64::MAX;
        let reach = size.width.hypot(size.height) / 2.0 + 2.0 * AIR;
        for centre in grid(self.land.columns, self.land.rows) {
            // No side can be nearer than this; it spares the dear questions for most places.
            if centre.distance(heart) - reach >= least {
                continue;
            }
            let rect = Rect::around(centre, size, AIR);
            let line = leader(heart, &rect);
            if line.length() < least && self.is_free(&rect, &line) {
                least = line.length();
                best = Some((centre, line));
            }
        }
        let (centre, line) = best?;
        self.labels.push(Rect::around(centre, size, AIR));
        self.lines.push(line);
        Some(Spot { centre, leader: Some(line) })
    }

    fn is_free(&self, rect: &Rect, line: &Line) -> bool {
        rect.within(self.size)
            && self.land.spare(rect)
            && !self.labels.iter().any(|label| label.meets(rect) || line.meets_rect(label))
            && !self.lines.iter().any(|other| other.meets_rect(rect) || other.crosses(line))
    }
}

/// The line from a region to the nearest side of its label.
fn leader(heart: Point, label: &Rect) -> Line {
    let to = nearest(label.handles().into_iter(), heart).unwrap_or(heart);
    Line { from: heart, to }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { width: 200.0, height: 160.0 };

    fn label() -> Label {
        Label::new(20.0, 40.0)
    }

    fn square(left: f64, top: f64, right: f64, bottom: f64) -> Vec<Point> {
        vec![Point::new(left, top), Point::new(right, top), Point::new(right, bottom), Point::new(left, bottom)]
    }

    fn raster() -> Raster {
        let mut raster = Raster::new(SIZE);
        raster.fill(0, &[square(0.0, 0.0, 80.0, 160.0)]);
        raster.fill(1, &[square(80.0, 40.0, 92.0, 52.0)]);
        raster
    }

    #[test]
    fn a_heart_is_in_the_middle() {
        let heart = raster().of(0).heart().expect("it has cells");
        assert!((heart.x - 40.0).abs() < 5.0 && (heart.y - 80.0).abs() < 5.0);
        assert!(raster().of(7).heart().is_none());
    }

    #[test]
    fn a_hole_is_not_inside() {
        let mut raster = Raster::new(SIZE);
        raster.fill(0, &[square(0.0, 0.0, 100.0, 100.0), square(8.0, 8.0, 92.0, 92.0)]);
        let cells = raster.of(0);
        let heart = cells.heart().expect("it has cells");
        assert!(cells.place(heart, label()).is_none());
    }

    #[test]
    fn a_label_stands_in_its_region_or_in_the_water_or_nowhere() {
        let raster = raster();
        let (wide, small, land) = (raster.of(0), raster.of(1), raster.land());
        let wish = |cells| Wish { heart: Cells::heart(cells).expect("cells"), cells, label: label() };
        let wishes: Vec<Wish> = std::iter::once(wish(&wide)).chain(std::iter::repeat_n(wish(&small), 20)).collect();
        let spots = arrange(SIZE, &land, &wishes);
        assert!(spots[0].is_some_and(|spot| spot.leader.is_none()));
        let beside: Vec<Spot> = spots[1..].iter().copied().flatten().collect();
        assert!((2..8).contains(&beside.len()), "{}", beside.len());
        for (n, spot) in beside.iter().enumerate() {
            let rect = Rect::around(spot.centre, label().size(), 0.0);
            let line = spot.leader.expect("in the water");
            assert!(rect.left >= 80.0 && rect.within(SIZE));
            for other in &beside[..n] {
                let other = Rect::around(other.centre, label().size(), 0.0);
                assert!(!other.meets(&rect) && !line.meets_rect(&other));
            }
        }
    }

    #[test]
    fn a_line_meets_a_box_or_not() {
        let rect = Rect { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        let meets = |a, b, c, d| {
            let line = Line { from: Point::new(a, b), to: Point::new(c, d) };
            line.meets_rect(&rect)
        };
        assert!(meets(0.0, 0.0, 30.0, 30.0) && meets(15.0, 0.0, 15.0, 12.0));
        assert!(meets(12.0, 12.0, 13.0, 13.0) && meets(0.0, 15.0, 10.0, 15.0));
        assert!(!meets(0.0, 0.0, 9.0, 9.0) && !meets(0.0, 15.0, 30.0, 60.0));
        assert!(!meets(5.0, 0.0, 5.0, 30.0) && !meets(25.0, 15.0, 25.0, 15.0));
    }

    #[test]
    fn lines_cross_or_do_not() {
        let line = |a, b, c, d| Line { from: Point::new(a, b), to: Point::new(c, d) };
        assert!(line(0.0, 0.0, 9.0, 9.0).crosses(&line(0.0, 9.0, 9.0, 0.0)));
        assert!(!line(0.0, 0.0, 9.0, 9.0).crosses(&line(0.0, 1.0, 9.0, 10.0)));
    }
}
