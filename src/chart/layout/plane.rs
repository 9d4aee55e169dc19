//! Articles and words in one plane: the correspondence map. One unit is as long to the right as upwards, for
//! distances are what is read. Of one axis alone a line with the words below it.

use super::Article;
use crate::chart::draw::{self, badge, badge_width, called, text};
use crate::chart::label::{Board, Wish};
use crate::chart::measure::{self, Area};
use crate::chart::order;
use crate::chart::scale::Scale;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// What a point is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaneOf {
    /// An article.
    Article(Article),
    /// A word.
    Term(String),
}

/// A point.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanePoint {
    /// What it is.
    pub of: PlaneOf,
    /// To the right.
    pub x: f64,
    /// Upwards; 0 where there is one axis.
    pub y: f64,
    /// What the card says of it: name and value.
    pub rows: Vec<(String, String)>,
    /// What a click opens.
    pub target: usize,
}

/// The map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plane {
    /// The points, most notable first: the first words are labelled.
    pub points: Vec<PlanePoint>,
    /// What stands beside each axis: `axis 1: 33 % of the inertia`. One: a line.
    pub axes: Vec<String>,
}

/// Words that stand on one pixel.
struct Heap<'a> {
    points: Vec<&'a PlanePoint>,
    x: f64,
    y: f64,
    /// Of an article: its badge would lie on another or on words, so its shape marks the place.
    crowded: bool,
}

const TITLE: &str = "Articles and words in one plane";
/// Words a card lists before it counts the rest.
const MOST_LISTED: usize = 10;
/// Lanes of words below the line of a single axis.
const LANES: usize = 16;

impl Plane {
    /// The map at this width in pixels. A mark's target is its point's.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let points: Vec<&PlanePoint> =
            self.points.iter().filter(|point| point.x.is_finite() && point.y.is_finite()).collect();
        if points.is_empty() || self.axes.is_empty() {
            return draw::nothing(width, TITLE, "There is no map under these settings.");
        }
        let flat = self.axes.len() == 1;
        let mut scene = Scene { width, title: TITLE.to_owned(), summary: self.summary(&points), ..Scene::default() };
        let (x, y) = if flat { self.line(&mut scene, &points) } else { self.frame(&mut scene, &points) };
        let mut heaps = heaps(&points, &x, &y);
        let mut board = Board::new(Area::new(0.0, 0.0, width, scene.height));
        for area in scene.back.iter().filter_map(measure::area_of) {
            board.take(area);
        }
        for heap in heaps.iter_mut().filter(|heap| article(heap.points[0]).is_some()) {
            heap.crowded = !board.free(&heap.area());
            board.take(heap.area());
        }
        scene.legend = draw::legend(points.iter().filter_map(|point| article(point)));
        if flat {
            self.lanes(&mut scene, &heaps);
        } else {
            self.labels(&mut scene, &mut board, &heaps);
        }
        // Articles lie over words, so they come last.
        let order = order::sorted((0..heaps.len()).collect(), |&a: &usize, &b: &usize| {
            let (one, two) = (&heaps[a], &heaps[b]);
            let rank = |heap: &Heap| usize::from(article(heap.points[0]).is_some());
            let along = one.x.total_cmp(&two.x).then(one.y.total_cmp(&two.y));
            rank(one).cmp(&rank(two)).then(along).then(a.cmp(&b))
        });
        for at in order {
            let mark = self.mark(&scene, &heaps[at]);
            scene.marks.push(mark);
        }
        // Articles lie over words: painted last, read first.
        scene
    }

    /// The frame of two axes, and their scales.
    fn frame(&self, scene: &mut Scene, points: &[&PlanePoint]) -> (Scale, Scale) {
        let width = scene.width;
        let (left, top) = (40.0, 24.0);
        let room = (width - left - 8.0, (0.72 * width).clamp(320.0, 680.0));
        let (low_x, high_x) = extent(points.iter().map(|point| point.x));
        let (low_y, high_y) = extent(points.iter().map(|point| point.y));
        // One unit, in pixels, either way.
        let unit = (room.0 / (high_x - low_x)).min(room.1 / (high_y - low_y));
        let height = (unit * (high_y - low_y)).clamp(220.0, room.1).floor();
        let plot = Area::new(left, top, room.0, height);
        let spread = |low: f64, high: f64, room: f64| {
            let more = (room / unit - (high - low)).max(0.0) / 2.0;
            (low - more, high + more)
        };
        let (in_x, in_y) = (spread(low_x, high_x, plot.width), spread(low_y, high_y, plot.height));
        let x = Scale::linear(in_x, (plot.x, plot.right()));
        let y = Scale::linear(in_y, (plot.bottom(), plot.y));
        scene.height = plot.bottom() + 42.0;
        let across = ticks::linear(in_x.0, in_x.1, ((plot.width / 90.0) as usize).max(2));
        draw::axis_below(scene, &x, &across, plot, Some(0.0));
        let up = ticks::linear(in_y.0, in_y.1, ((plot.height / 70.0) as usize).max(2));
        draw::axis_left(scene, &y, &up, plot);
        if in_y.0 <= 0.0 && in_y.1 >= 0.0 {
            scene.back.push(draw::line(plot.x, y.at(0.0), plot.right(), y.at(0.0), Ink::Soft));
        }
        let name = measure::fit(self.axes.get(1).map_or("", String::as_str), Type::Label, width);
        scene.back.push(text(0.0, 13.0, name, Type::Label, Ink::Soft, Align::Start));
        let name = measure::fit(&self.axes[0], Type::Label, plot.width);
        scene.back.push(text(plot.right(), plot.bottom() + 34.0, name, Type::Label, Ink::Soft, Align::End));
        (x, y)
    }

    /// The line of a single axis, and its scales: everything stands on it.
    fn line(&self, scene: &mut Scene, points: &[&PlanePoint]) -> (Scale, Scale) {
        let width = scene.width;
        let (low, high) = extent(points.iter().map(|point| point.x));
        let plot = Area::new(14.0, 24.0, width - 28.0, 36.0);
        let x = Scale::linear((low, high), (plot.x, plot.right()));
        let ticks = ticks::linear(low, high, ((plot.width / 70.0) as usize).max(2));
        let name = measure::fit(&self.axes[0], Type::Label, width);
        scene.back.push(text(0.0, 13.0, name, Type::Label, Ink::Soft, Align::Start));
        draw::axis_below(scene, &x, &ticks, plot, Some(0.0));
        let y = plot.y + 18.0;
        scene.back.push(draw::line(plot.x, y, plot.right(), y, Ink::Soft));
        scene.height = plot.bottom() + 24.0 + 18.0 * LANES as f64;
        (x, Scale::linear((-1.0, 1.0), (y, y)))
    }

    /// The words of a line, each in the first lane below it where it has room, beside a drop from its place.
    fn lanes(&self, scene: &mut Scene, heaps: &[Heap]) {
        let mut board = Board::new(Area::new(0.0, 0.0, scene.width, scene.height));
        let (first, mut last) = (scene.height - 18.0 * LANES as f64, 0.0_f64);
        for heap in heaps.iter().filter(|heap| article(heap.points[0]).is_none()) {
            let words = heap.words();
            let found = (0..LANES).find_map(|lane| {
                let y = first + 18.0 * (lane as f64 + 0.5);
                [(5.0, Align::Start), (-5.0, Align::End)].into_iter().find_map(|(gap, align)| {
                    let baseline = y + Type::Label.drop();
                    let area = measure::text_area(&words, Type::Label, align, heap.x + gap, baseline);
                    let whole = Area::new(area.x.min(heap.x) - 5.0, area.y, area.width + 15.0, area.height);
                    (board.free(&area) && board.free(&whole)).then_some((heap.x + gap, y, align, whole))
                })
            });
            let Some((x, y, align, area)) = found else { continue };
            board.take(area);
            last = last.max(y + 9.0);
            scene.back.push(draw::line(heap.x, y - 5.0, heap.x, y + 5.0, Ink::Soft));
            let baseline = y + Type::Label.drop();
            scene.front.push(text(x, baseline, words, Type::Label, Ink::Ink, align));
        }
        scene.height = last.max(first) + 6.0;
    }

    fn labels(&self, scene: &mut Scene, board: &mut Board, heaps: &[Heap]) {
        for heap in heaps.iter().filter(|heap| article(heap.points[0]).is_none()) {
            board.take(heap.area());
        }
        let crowded: Vec<(&Heap, &Article)> = heaps
            .iter()
            .filter(|heap| heap.crowded)
            .filter_map(|heap| article(heap.points[0]).map(|article| (heap, article)))
            .collect();
        let wishes: Vec<Wish> = crowded
            .iter()
            .map(|(heap, article)| Wish { text: &article.letter, x: heap.x, y: heap.y, clear: heap.radius() })
            .collect();
        for place in board.place(&wishes, Type::Badge, 60) {
            let article = crowded[place.wish].1;
            let ink = Ink::Article(article.colour);
            scene.front.push(text(place.x, place.y, &article.letter, Type::Badge, ink, place.align));
        }
        let terms: Vec<&Heap> = heaps.iter().filter(|heap| article(heap.points[0]).is_none()).collect();
        let words: Vec<String> = terms.iter().map(|heap| heap.words()).collect();
        let wishes: Vec<Wish> = (terms.iter().zip(&words))
            .map(|(heap, text)| Wish { text, x: heap.x, y: heap.y, clear: heap.radius() })
            .collect();
        let most = ((scene.width * scene.height / 7_000.0) as usize).clamp(12, 90);
        for place in board.place(&wishes, Type::Label, most) {
            let words = words[place.wish].clone();
            scene.front.push(text(place.x, place.y, words, Type::Label, Ink::Ink, place.align));
        }
    }

    fn mark(&self, scene: &Scene, heap: &Heap) -> Mark {
        let first = heap.points[0];
        let (shapes, title) = match &first.of {
            PlaneOf::Article(article) if heap.crowded => {
                (vec![draw::glyph(article.colour, heap.x, heap.y, heap.radius(), false)], called(article))
            }
            PlaneOf::Article(article) => {
                let left = heap.x - badge_width(article) / 2.0;
                (badge(article, left, heap.y).to_vec(), called(article))
            }
            PlaneOf::Term(term) => (
                vec![Shape::Circle {
                    x: heap.x,
                    y: heap.y,
                    radius: heap.radius(),
                    fill: Ink::Soft,
                    stroke: Ink::Paper,
                    opacity: 0.85,
                }],
                term.clone(),
            ),
        };
        let area = heap.area();
        let mut rows = first.rows.clone();
        let others: Vec<&PlanePoint> = heap.points[1..].to_vec();
        let mut said = title.clone();
        if !others.is_empty() {
            let listed = others.iter().take(MOST_LISTED).map(|point| name(point)).collect::<Vec<_>>().join(", ");
            let rest = others.len().saturating_sub(MOST_LISTED);
            let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
            said = format!("{said}, {listed}{more}");
            rows.push(("at the same place".to_owned(), format!("{listed}{more}")));
        }
        let told: Vec<String> = first.rows.iter().map(|(name, value)| format!("{name} {value}")).collect();
        Mark {
            shapes,
            area: draw::hit_area(scene, heap.x, heap.y, area.width, area.height),
            label: format!("{said}: {}", told.join(", ")),
            card: Card { title, rows },
            target: first.target,
            others: others.iter().map(|point| point.target).collect(),
            row: usize::from(article(first).is_some()),
        }
    }

    fn summary(&self, points: &[&PlanePoint]) -> String {
        let articles = points.iter().filter(|point| article(point).is_some()).count();
        let noun = draw::noun(points.iter().filter_map(|point| article(point)));
        let words: Vec<String> =
            points.iter().filter(|point| article(point).is_none()).take(3).map(|point| name(point)).collect();
        format!(
            "{} and {}; {}. Words that make most of it: {}.",
            draw::numbered(articles, noun.0, noun.1),
            draw::numbered(points.len() - articles, "word", "words"),
            self.axes.join(", "),
            words.join(", ")
        )
    }
}

impl Heap<'_> {
    fn radius(&self) -> f64 {
        let least = if self.crowded { 5.0 } else { 3.0 };
        least + (self.points.len() as f64).log2().min(4.0) * 0.75
    }

    /// The area of its mark.
    fn area(&self) -> Area {
        let (wide, high) = match article(self.points[0]) {
            Some(article) if !self.crowded => (badge_width(article), draw::BADGE),
            _ => (2.0 * self.radius(), 2.0 * self.radius()),
        };
        Area::new(self.x - wide / 2.0, self.y - high / 2.0, wide, high)
    }

    /// Its label: the first word, and how many more.
    fn words(&self) -> String {
        match self.points.len() {
            1 => name(self.points[0]),
            more => format!("{} +{}", name(self.points[0]), more - 1),
        }
    }
}

fn article(point: &PlanePoint) -> Option<&Article> {
    match &point.of {
        PlaneOf::Article(article) => Some(article),
        PlaneOf::Term(_) => None,
    }
}

fn name(point: &PlanePoint) -> String {
    match &point.of {
        PlaneOf::Article(article) => called(article),
        PlaneOf::Term(term) => term.clone(),
    }
}

/// From the least to the largest, the middle of the map included, with some room at both ends.
fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for value in values {
        low = low.min(value.clamp(-1e9, 1e9));
        high = high.max(value.clamp(-1e9, 1e9));
    }
    let room = ((high - low) * 0.06).max(1e-6);
    (low - room, high + room)
}

/// Puts words that fall on the same pixel together, in the order of their first; an article stays by itself.
fn heaps<'a>(points: &[&'a PlanePoint], x: &Scale, y: &Scale) -> Vec<Heap<'a>> {
    let at = |point: &PlanePoint| (x.at(point.x.clamp(-1e9, 1e9)), y.at(point.y.clamp(-1e9, 1e9)));
    let places: Vec<(i64, i64, usize)> = points
        .iter()
        .enumerate()
        .map(|(number, point)| {
            let (px, py) = at(point);
            // Of an article a row of its own, far from all pixels.
            let py = if article(point).is_some() { -1 - number as i64 } else { py.round() as i64 };
            (px.round() as i64, py, number)
        })
        .collect();
    let places = order::sorted(places, Ord::cmp);
    let mut heaps: Vec<(usize, Heap)> = Vec::new();
    for run in places.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let together: Vec<&PlanePoint> = run.iter().map(|place| points[place.2]).collect();
        let (px, py) = at(together[0]);
        heaps.push((run[0].2, Heap { points: together, x: px, y: py, crowded: false }));
    }
    order::sorted(heaps, |(a, _), (b, _)| a.cmp(b)).into_iter().map(|(_, heap)| heap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_as_long_either_way() {
        let point = |x: f64, y: f64, target| PlanePoint {
            of: PlaneOf::Term(format!("w{target}")),
            x,
            y,
            rows: Vec::new(),
            target,
        };
        let plane = Plane {
            points: vec![point(-1.0, 0.0, 0), point(1.0, 0.0, 1), point(0.0, -1.0, 2), point(0.0, 1.0, 3)],
            axes: vec!["axis 1".into(), "axis 2".into()],
        };
        for width in [320.0, 700.0, 1100.0] {
            let scene = plane.scene(width);
            let at = |target: usize| {
                let mark = scene.marks.iter().find(|mark| mark.target == target).unwrap();
                match mark.shapes[0] {
                    Shape::Circle { x, y, .. } => (x, y),
                    _ => unreachable!("a word is a circle"),
                }
            };
            let (across, up) = (at(1).0 - at(0).0, at(2).1 - at(3).1);
            assert!((across - up).abs() < 0.1 && across > 60.0, "{across} and {up} at {width}");
        }
    }
}
