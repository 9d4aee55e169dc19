//! Effect against evidence: log ratio or another size to the right, G² or other evidence upwards, one mark a word.

use super::Article;
use crate::chart::draw::{self, called, text};
use crate::chart::label::{Board, Wish};
use crate::chart::measure::{self, Area};
use crate::chart::order;
use crate::chart::scale::Scale;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// One word of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VolcanoPoint {
    /// The word.
    pub term: String,
    /// Number of its article.
    pub article: u32,
    /// The size of the difference, as [`Volcano::effect`] says: log2 of the ratio of the two rates.
    pub log_ratio: Option<f64>,
    /// |G²| or −log10 p, as [`Volcano::evidence`] says; a negative number counts as its absolute value.
    pub evidence: Option<f64>,
    /// Frequency in the article.
    pub count: u32,
    /// Frequency in the reference.
    pub reference: u32,
    /// Whether the difference is more than chance would make it, under the test in force; if not, the mark is hollow.
    pub passes: bool,
    /// What a click opens.
    pub target: usize,
}

/// What an axis shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The measure: `G²`.
    pub name: String,
    /// What stands beside the axis: `G² (log-likelihood): evidence of a difference`.
    pub title: String,
    /// Whether its values are doublings, and are written as how many times: `8 ×` for 3.
    pub doublings: bool,
}

impl Axis {
    /// The log-likelihood.
    #[must_use]
    pub fn g2() -> Self {
        let title = "G² (log-likelihood): evidence of a difference".to_owned();
        Self { name: "G²".to_owned(), title, doublings: false }
    }

    /// The log ratio to a reference, as in `the other articles`.
    #[must_use]
    pub fn log_ratio(reference: &str) -> Self {
        let reference = if reference.is_empty() { "the other articles" } else { reference };
        let title = format!("how many times as often as in {reference}");
        Self { name: "log ratio".to_owned(), title, doublings: true }
    }
}

/// A horizontal line with its meaning.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Threshold {
    /// Where it stands on the vertical axis.
    pub value: f64,
    /// What it says: `p = 0.05`.
    pub label: String,
}

/// The plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Volcano {
    /// The articles the points belong to.
    pub articles: Vec<Article>,
    /// What each is compared with, as in `the other articles`.
    pub reference: String,
    /// The words, most notable first: the first ones are labelled.
    pub points: Vec<VolcanoPoint>,
    /// What the horizontal axis shows; `None`: the log ratio.
    pub effect: Option<Axis>,
    /// What the vertical axis shows; `None`: G².
    pub evidence: Option<Axis>,
    /// Lines across.
    pub thresholds: Vec<Threshold>,
}

/// Marks beyond this many are not drawn; the summary says so.
const MOST_MARKS: usize = 2000;
/// Words a card lists before it counts the rest.
const MOST_LISTED: usize = 10;

/// Words of one article at one place.
struct Heap<'a> {
    points: Vec<&'a VolcanoPoint>,
    x: f64,
    y: f64,
}

impl Volcano {
    /// The plot at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let title = "Effect against evidence";
        let drawn: Vec<&VolcanoPoint> = self
            .points
            .iter()
            .filter(|point| finite(point.log_ratio).is_some() && finite(point.evidence).is_some())
            .collect();
        if drawn.is_empty() {
            return draw::nothing(width, title, "No word passes the filters in force, so there is nothing to plot.");
        }
        let mut scene = Scene { width, title: title.to_owned(), ..Scene::default() };
        let present: Vec<Article> = self
            .articles
            .iter()
            .filter(|article| drawn.iter().any(|point| point.article == article.number))
            .cloned()
            .collect();
        let key = draw::key(&mut scene, &present);
        let height = (0.6 * width).clamp(300.0, 560.0).floor();
        let plot = Area::new(46.0, key + 26.0, width - 46.0 - 12.0, height);
        scene.height = plot.bottom() + 40.0;

        let (x, y) = self.scales(&drawn, plot);
        self.axes(&mut scene, &x, &y, plot, &drawn);
        let (heaps, left_out) = heaps(&drawn, &x, &y);
        scene.summary = self.summary(&drawn, heaps.len(), left_out);

        let mut board = Board::new(Area::new(plot.x, plot.y, width - plot.x, plot.height));
        for shape in &scene.back {
            if let Some(area) = measure::area_of(shape) {
                board.take(area);
            }
        }
        for line in &self.thresholds {
            board.take(Area::new(plot.x, y.at(line.value) - 1.0, plot.width, 2.0));
        }
        for heap in &heaps {
            let radius = heap.radius();
            board.take(Area::new(heap.x - radius, heap.y - radius, 2.0 * radius, 2.0 * radius));
        }
        self.labels(&mut scene, &mut board, &heaps, (width / 28.0) as usize);

        let rank = |article: u32| self.articles.iter().position(|known| known.number == article).unwrap_or(usize::MAX);
        let order = order::sorted((0..heaps.len()).collect(), |&a, &b| {
            let (a_heap, b_heap) = (&heaps[a], &heaps[b]);
            rank(a_heap.points[0].article)
                .cmp(&rank(b_heap.points[0].article))
                .then(a_heap.x.total_cmp(&b_heap.x))
                .then(b_heap.y.total_cmp(&a_heap.y))
                .then(a.cmp(&b))
        });
        for at in order {
            let heap = &heaps[at];
            let article = heap.points[0].article;
            let row = present.iter().position(|known| known.number == article).unwrap_or(present.len());
            scene.marks.push(Mark {
                shapes: vec![draw::glyph(article, heap.x, heap.y, heap.radius(), !heap.points[0].passes)],
                area: draw::hit_area(&scene, heap.x, heap.y, 0.0, 0.0),
                label: self.sentence(heap),
                card: self.card(heap),
                target: heap.points[0].target,
                others: heap.points[1..].iter().map(|point| point.target).collect(),
                row,
            });
        }
        scene
    }

    fn scales(&self, drawn: &[&VolcanoPoint], plot: Area) -> (Scale, Scale) {
        let (low, high) = x_domain(drawn);
        let top = self.top(drawn);
        let (ys, xs) = ((plot.bottom() - 8.0, plot.y + 8.0), (plot.x + 10.0, plot.right() - 10.0));
        let y = if self.bent(drawn) { Scale::sym_log((0.0, top), ys) } else { Scale::linear((0.0, top), ys) };
        (Scale::linear((low, high), xs), y)
    }

    /// The largest value of the vertical axis: of the points, and of the lowest threshold.
    fn top(&self, drawn: &[&VolcanoPoint]) -> f64 {
        let points =
            drawn.iter().filter_map(|point| finite(point.evidence)).fold(0.0, |most, value| value.abs().max(most));
        let line = self
            .thresholds
            .iter()
            .map(|line| line.value)
            .filter(|value| value.is_finite())
            .fold(f64::INFINITY, f64::min);
        let line = if line.is_finite() { line } else { 0.0 };
        (points.max(line) * 1.06).clamp(1e-6, 1e15)
    }

    /// Whether a few huge values would press all others to the floor: then the axis is logarithmic above 1.
    fn bent(&self, drawn: &[&VolcanoPoint]) -> bool {
        let values: Vec<f64> = drawn.iter().filter_map(|point| finite(point.evidence)).map(f64::abs).collect();
        let values = order::sorted(values, f64::total_cmp);
        let median = values[values.len() / 2];
        values[values.len() - 1] > 40.0 * median.max(1.0)
    }

    fn axes(&self, scene: &mut Scene, x: &Scale, y: &Scale, plot: Area, drawn: &[&VolcanoPoint]) {
        let (low, high) = x_domain(drawn);
        let (effect, evidence) = (self.effect_axis(), self.evidence_axis());
        let many = ((plot.width / 70.0) as usize).max(2);
        let across = if effect.doublings { ticks::doublings(low, high, many) } else { ticks::linear(low, high, many) };
        draw::axis_below(scene, x, &across, plot, Some(0.0));
        let top = self.top(drawn);
        let up = if self.bent(drawn) {
            let mut up = vec![ticks::Tick { value: 0.0, label: "0".to_owned() }];
            up.extend(ticks::decades(1.0, top, 6));
            up
        } else {
            ticks::linear(0.0, top, 6)
        };
        draw::axis_left(scene, y, &up, plot);
        let name = measure::fit(&evidence.title, Type::Label, scene.width);
        scene.back.push(text(0.0, plot.y - 10.0, name, Type::Label, Ink::Soft, Align::Start));
        let name = measure::fit(&effect.title, Type::Label, plot.width);
        scene.back.push(text(plot.right(), plot.bottom() + 32.0, name, Type::Label, Ink::Soft, Align::End));
        let mut taken: Vec<Area> = Vec::new();
        for line in self.thresholds.iter().filter(|line| line.value.is_finite() && !y.beyond_end(line.value)) {
            let at = y.at(line.value);
            scene.back.push(Shape::Line {
                x1: plot.x,
                y1: at,
                x2: plot.right(),
                y2: at,
                ink: Ink::Soft,
                width: 1.0,
                opacity: 1.0,
                dash: "4 3",
                round: false,
            });
            let words = measure::fit(&line.label, Type::Tick, plot.width - 8.0);
            let area = measure::text_area(&words, Type::Tick, Align::End, plot.right(), at - 5.0);
            if area.y >= plot.y && !taken.iter().any(|other| other.overlaps(&area)) {
                scene.back.push(text(plot.right(), at - 5.0, words, Type::Tick, Ink::Soft, Align::End));
                taken.push(area);
            }
        }
    }

    fn labels(&self, scene: &mut Scene, board: &mut Board, heaps: &[Heap], most: usize) {
        let words: Vec<String> = heaps
            .iter()
            .map(|heap| match heap.points.len() {
                1 => heap.points[0].term.clone(),
                more => format!("{} +{}", heap.points[0].term, more - 1),
            })
            .collect();
        let wishes: Vec<Wish> = heaps
            .iter()
            .zip(&words)
            .map(|(heap, text)| Wish { text, x: heap.x, y: heap.y, clear: heap.radius() })
            .collect();
        for place in board.place(&wishes, Type::Label, most.clamp(8, 30)) {
            let words = words[place.wish].clone();
            scene.front.push(text(place.x, place.y, words, Type::Label, Ink::Ink, place.align));
        }
    }

    fn reference(&self) -> &str {
        if self.reference.is_empty() { "the other articles" } else { &self.reference }
    }

    fn article(&self, number: u32) -> String {
        self.articles.iter().find(|article| article.number == number).map_or_else(String::new, called)
    }

    fn effect_axis(&self) -> Axis {
        self.effect.clone().unwrap_or_else(|| Axis::log_ratio(&self.reference))
    }

    fn evidence_axis(&self) -> Axis {
        self.evidence.clone().unwrap_or_else(Axis::g2)
    }

    fn sentence(&self, heap: &Heap) -> String {
        let first = heap.points[0];
        let words: Vec<&str> = heap.points.iter().take(MOST_LISTED).map(|point| point.term.as_str()).collect();
        let rest = heap.points.len() - words.len();
        let each = if heap.points.len() > 1 { "each " } else { "" };
        format!(
            "{}{}: {each}{} in {}, {} in {}, {} {}, {} {}{}",
            words.join(", "),
            if rest > 0 { format!(" and {rest} more") } else { String::new() },
            draw::times(first.count),
            self.article(first.article),
            ticks::count(u64::from(first.reference)),
            self.reference(),
            self.effect_axis().name,
            ticks::fixed(first.log_ratio.unwrap_or(0.0), 1),
            self.evidence_axis().name,
            ticks::fixed(first.evidence.unwrap_or(0.0).abs(), 1),
            if first.passes { "" } else { ", may be chance" },
        )
    }

    fn card(&self, heap: &Heap) -> Card {
        let first = heap.points[0];
        let mut rows = vec![
            (format!("in {}", self.article(first.article)), draw::times(first.count)),
            (format!("in {}", self.reference()), draw::times(first.reference)),
            (self.effect_axis().name, ticks::fixed(first.log_ratio.unwrap_or(0.0), 2)),
            (self.evidence_axis().name, ticks::fixed(first.evidence.unwrap_or(0.0).abs(), 2)),
        ];
        if heap.points.len() > 1 {
            let words: Vec<&str> = heap.points[1..].iter().take(MOST_LISTED).map(|point| point.term.as_str()).collect();
            let rest = heap.points.len() - 1 - words.len();
            let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
            rows.push(("at the same place".to_owned(), format!("{}{more}", words.join(", "))));
        }
        Card { title: first.term.clone(), rows }
    }

    fn summary(&self, drawn: &[&VolcanoPoint], marks: usize, left_out: usize) -> String {
        let first: Vec<&str> = drawn.iter().take(3).map(|point| point.term.as_str()).collect();
        let left_out = if left_out > 0 {
            format!(" The {} least notable are not drawn.", draw::numbered(left_out, "word", "words"))
        } else {
            String::new()
        };
        format!(
            "{} in {}, {} to the right, {} upwards; the most notable: {}.{left_out}",
            draw::numbered(drawn.len(), "word", "words"),
            draw::numbered(marks, "mark", "marks"),
            self.effect_axis().name,
            self.evidence_axis().name,
            first.join(", ")
        )
    }
}

impl Heap<'_> {
    fn radius(&self) -> f64 {
        4.0 + (self.points.len() as f64).log2().min(4.0) * 0.75
    }
}

fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

fn x_domain(drawn: &[&VolcanoPoint]) -> (f64, f64) {
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for value in drawn.iter().filter_map(|point| finite(point.log_ratio)) {
        low = low.min(value.clamp(-1e6, 1e6));
        high = high.max(value.clamp(-1e6, 1e6));
    }
    let room = ((high - low) * 0.04).max(0.25);
    (if low < 0.0 { low - room } else { -room }, high + room)
}

/// Puts points of one article that fall on the same pixel, and pass or fail the test alike, together, in the order of their first point.
/// Also says how many points are left out beyond [`MOST_MARKS`].
fn heaps<'a>(drawn: &[&'a VolcanoPoint], x: &Scale, y: &Scale) -> (Vec<Heap<'a>>, usize) {
    let places: Vec<(u32, bool, i64, i64, usize)> = drawn
        .iter()
        .enumerate()
        .map(|(at, point)| {
            let (px, py) = (x.at(point.log_ratio.unwrap_or(0.0)), y.at(point.evidence.unwrap_or(0.0).abs()));
            (point.article, point.passes, px.round() as i64, py.round() as i64, at)
        })
        .collect();
    let places = order::sorted(places, Ord::cmp);
    let mut heaps: Vec<(usize, Heap)> = Vec::new();
    for run in places.chunk_by(|a, b| (a.0, a.1, a.2, a.3) == (b.0, b.1, b.2, b.3)) {
        let points: Vec<&VolcanoPoint> = run.iter().map(|place| drawn[place.4]).collect();
        let first = points[0];
        let (px, py) = (x.at(first.log_ratio.unwrap_or(0.0)), y.at(first.evidence.unwrap_or(0.0).abs()));
        heaps.push((run[0].4, Heap { points, x: px, y: py }));
    }
    let mut heaps = order::sorted(heaps, |(a, _), (b, _)| a.cmp(b));
    let left_out = heaps.iter().skip(MOST_MARKS).map(|(_, heap)| heap.points.len()).sum();
    heaps.truncate(MOST_MARKS);
    (heaps.into_iter().map(|(_, heap)| heap).collect(), left_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_the_same_counts_share_one_mark() {
        let point = |term: &str, article, target| VolcanoPoint {
            term: term.into(),
            article,
            log_ratio: Some(5.0),
            evidence: Some(8.2),
            count: 2,
            reference: 0,
            passes: article == 0,
            target,
        };
        let article =
            |number, letter: &str| Article { number, colour: number, letter: letter.into(), name: String::new() };
        let plot = Volcano {
            articles: vec![article(0, "A"), article(1, "B")],
            points: vec![point("sea", 0, 7), point("november", 0, 8), point("firm", 1, 9)],
            ..Volcano::default()
        };
        let scene = plot.scene(600.0);
        assert_eq!(scene.marks.len(), 2, "one of A with two words, one of B");
        assert_eq!((scene.marks[0].target, &scene.marks[0].others[..]), (7, &[8][..]));
        assert!(scene.marks[0].label.starts_with("sea, november: each 2 times in A"), "{}", scene.marks[0].label);
        assert_eq!((scene.marks[0].row, scene.marks[1].row), (0, 1));
        assert!(!scene.marks[0].label.ends_with("may be chance"), "{}", scene.marks[0].label);
        assert!(scene.marks[1].label.ends_with(", may be chance"), "{}", scene.marks[1].label);
        let fill = |mark: &Mark| match mark.shapes[0] {
            Shape::Circle { fill, .. } | Shape::Path { fill, .. } => fill,
            _ => unreachable!("a glyph is a circle or a path"),
        };
        assert_eq!((fill(&scene.marks[0]), fill(&scene.marks[1])), (Ink::Article(0), Ink::Paper));
    }
}
