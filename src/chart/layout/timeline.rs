//! When the articles were published, as exactly as their texts say.

use super::Article;
use crate::chart::calendar::{self, Date};
use crate::chart::draw::{self, badge, badge_width, called, text};
use crate::chart::measure::{self, Area};
use crate::chart::order;
use crate::chart::scale::Scale;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// How a date relates to the day of publication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relation {
    /// On that day, in that month, in that year.
    #[default]
    On,
    /// After it.
    After,
    /// Before it.
    Before,
}

/// One article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// The article.
    pub article: Article,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else stands among the undated.
    pub date: Option<String>,
    /// On, after or before that date.
    pub relation: Relation,
    /// Drawn from words of the text rather than stated.
    pub inferred: bool,
    /// What a click opens.
    pub target: usize,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The articles.
    pub events: Vec<Event>,
}

const ROW: f64 = 30.0;
const TOP: f64 = 24.0;
/// Length of the arrow of an article that was published before or after a date.
const ARROW: f64 = 28.0;

impl Timeline {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let title = "When the articles were published";
        if self.events.is_empty() {
            return draw::nothing(width, title, "No article is switched on, so there is nothing to date.");
        }
        let mut dated: Vec<(Date, &Event)> = Vec::new();
        let mut undated: Vec<&Event> = Vec::new();
        for event in &self.events {
            match event.date.as_deref().and_then(Date::parse) {
                Some(date) => dated.push((date, event)),
                None => undated.push(event),
            }
        }
        let dated = order::sorted(dated, |a, b| {
            a.0.first().cmp(&b.0.first()).then(a.1.article.number.cmp(&b.1.article.number))
        });
        let mut scene =
            Scene { width, title: title.to_owned(), summary: self.summary(&dated, undated.len()), ..Scene::default() };
        // The undated have a lane of their own at the right.
        let side = if undated.is_empty() {
            0.0
        } else if dated.is_empty() {
            width
        } else {
            (0.22 * width).clamp(76.0, 220.0)
        };
        let plot_right = if side > 0.0 { width - side - 16.0 } else { width };
        let rows = if dated.is_empty() { 0 } else { self.dated(&mut scene, &dated, plot_right) };
        let mut bottom = TOP + ROW * rows as f64;
        if !undated.is_empty() {
            bottom = bottom.max(self.undated(&mut scene, &undated, width - side, side, rows));
        }
        scene.height = bottom + if dated.is_empty() { 6.0 } else { 24.0 };
        if !dated.is_empty() {
            self.axis(&mut scene, &dated, plot_right, bottom);
            if !undated.is_empty() {
                let x = plot_right + 8.0;
                scene.back.push(draw::line(x, 0.0, x, scene.height, Ink::Line));
            }
        }
        scene
    }

    fn scale(dated: &[(Date, &Event)], right: f64) -> (Scale, i64, i64) {
        let first = dated.iter().map(|(date, _)| date.first()).min().unwrap_or(0);
        let last = dated.iter().map(|(date, _)| date.last()).max().unwrap_or(0);
        let room = ((last - first) / 24).max(3);
        let (first, last) = (first - room, last + room);
        (Scale::linear((first as f64, last as f64), (0.0, right)), first, last)
    }

    fn axis(&self, scene: &mut Scene, dated: &[(Date, &Event)], right: f64, bottom: f64) {
        let (scale, first, last) = Self::scale(dated, right);
        let ticks = calendar::ticks(first, last, (right / 72.0) as usize);
        let mut back = std::mem::take(&mut scene.back);
        let full = scene.width;
        scene.width = right;
        draw::axis_below(scene, &scale, &ticks, Area::new(0.0, 0.0, right, bottom), None);
        scene.width = full;
        // Grid behind everything else.
        scene.back.append(&mut back);
    }

    /// Draws the dated ones, each in the first row with room; how many rows there are.
    fn dated(&self, scene: &mut Scene, dated: &[(Date, &Event)], right: f64) -> usize {
        let (scale, ..) = Self::scale(dated, right);
        let mut ends: Vec<Vec<(f64, f64)>> = Vec::new();
        for (at, (date, event)) in dated.iter().enumerate() {
            let span = Span::of(*date, event.relation, &scale, right);
            let fits = |words: &String| {
                let wide = 8.0 + measure::width(words, Type::Label);
                if span.right + wide <= right {
                    Some((span.left, span.right + wide, Align::Start))
                } else if span.left - wide >= 0.0 {
                    Some((span.left - wide, span.right, Align::End))
                } else {
                    None
                }
            };
            // The longest caption that has room at its right or at its left.
            let label = captions(event).into_iter().find_map(|words| fits(&words).map(|place| (words, place)));
            let (from, to) = label.as_ref().map_or((span.left, span.right), |(_, (from, to, _))| (*from, *to));
            let free = |taken: &Vec<(f64, f64)>| taken.iter().all(|&(a, b)| to + 10.0 <= a || b + 10.0 <= from);
            let row = ends.iter().position(free).unwrap_or_else(|| {
                ends.push(Vec::new());
                ends.len() - 1
            });
            ends[row].push((from, to));
            let y = TOP + ROW * row as f64 + ROW / 2.0 - 4.0;
            let mut shapes = span.shapes(&event.article, y);
            if let Some((words, (_, _, align))) = label {
                let x = if align == Align::Start { span.right + 8.0 } else { span.left - 8.0 };
                shapes.push(text(x, y + Type::Label.drop(), words, Type::Label, Ink::Ink, align));
            }
            let wide = (to - from).max(24.0).min(right);
            scene.marks.push(Mark {
                shapes,
                area: (from.min(right - wide).max(0.0), y - ROW / 2.0, wide, ROW),
                label: format!("{}: {}", called(&event.article), event.words()),
                card: event.card(),
                target: event.target,
                others: Vec::new(),
                row: 0,
            });
            debug_assert_eq!(scene.marks.len(), at + 1, "one mark an event, in time's order");
        }
        ends.len()
    }

    /// Draws the lane of the undated from x on; where it ends.
    fn undated(&self, scene: &mut Scene, undated: &[&Event], x: f64, room: f64, rows: usize) -> f64 {
        scene.back.push(text(x, 12.0, "not dated", Type::Tick, Ink::Soft, Align::Start));
        // One a row with its name as long as the rows beside it or eight suffice; else badges side by side.
        let named = undated.len() <= rows.max(8);
        let widest = undated.iter().map(|event| badge_width(&event.article)).fold(0.0, f64::max);
        let step = widest.max(24.0) + 4.0;
        let columns = if named { 1 } else { ((room / step) as usize).max(1) };
        for (at, event) in undated.iter().enumerate() {
            let (column, row) = (at % columns, at / columns);
            let left = x + step * column as f64;
            let y = TOP + ROW * row as f64 + ROW / 2.0 - 4.0;
            let mut shapes = badge(&event.article, left, y).to_vec();
            if named {
                let start = left + badge_width(&event.article) + 8.0;
                let name = measure::fit(&event.article.name, Type::Label, x + room - start);
                shapes.push(text(start, y + Type::Label.drop(), name, Type::Label, Ink::Ink, Align::Start));
            }
            let wide = if named { room } else { step };
            scene.marks.push(Mark {
                shapes,
                area: (left, y - ROW / 2.0, wide, ROW),
                label: format!("{}: {}", called(&event.article), event.words()),
                card: event.card(),
                target: event.target,
                others: Vec::new(),
                row: 1,
            });
        }
        TOP + ROW * undated.len().div_ceil(columns) as f64
    }

    fn summary(&self, dated: &[(Date, &Event)], undated: usize) -> String {
        let not = match undated {
            0 => String::new(),
            n => format!("; {} not dated", draw::numbered(n, "article is", "articles are")),
        };
        match (dated.first(), dated.last()) {
            (Some((first, _)), Some((last, _))) if dated.len() > 1 => format!(
                "{} from {} to {}{not}.",
                draw::numbered(dated.len(), "dated article", "dated articles"),
                first.written(),
                last.written()
            ),
            (Some((only, _)), _) => format!("One dated article, {}{not}.", only.written()),
            _ => "None of the articles is dated.".to_owned(),
        }
    }
}

impl Event {
    /// `5 Nov 2025`, `after Oct 2024 (inferred)`, `not dated`.
    fn words(&self) -> String {
        let Some(date) = self.date.as_deref().and_then(Date::parse) else { return "not dated".to_owned() };
        let relation = match self.relation {
            Relation::On => "",
            Relation::After => "after ",
            Relation::Before => "before ",
        };
        format!("{relation}{}{}", date.written(), if self.inferred { " (inferred)" } else { "" })
    }

    fn card(&self) -> Card {
        let source = if self.inferred { "published, inferred" } else { "published" };
        let words = self.words();
        let words = words.strip_suffix(" (inferred)").unwrap_or(&words).to_owned();
        Card { title: called(&self.article), rows: vec![(source.to_owned(), words)] }
    }
}

/// What can stand beside a mark, the fullest first.
fn captions(event: &Event) -> [String; 4] {
    let words = event.words();
    let short = words.strip_suffix(" (inferred)").unwrap_or(&words);
    let Article { letter, name, .. } = &event.article;
    [
        format!("{letter} · {name}, {words}"),
        format!("{letter} · {words}"),
        format!("{letter} · {short}"),
        letter.clone(),
    ]
}

/// What is drawn of one date.
struct Span {
    /// Where the whole drawing begins and ends.
    left: f64,
    right: f64,
    /// Where the date itself begins and ends.
    from: f64,
    to: f64,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Day,
    Stretch,
    After,
    Before,
}

impl Span {
    fn of(date: Date, relation: Relation, scale: &Scale, right: f64) -> Self {
        let (from, to) = (scale.at(date.first() as f64), scale.at(date.last() as f64));
        let kind = match (relation, date) {
            (Relation::After, _) => Kind::After,
            (Relation::Before, _) => Kind::Before,
            (Relation::On, Date::Day(..)) => Kind::Day,
            (Relation::On, _) => Kind::Stretch,
        };
        let hold = |x: f64| x.clamp(0.0, right);
        match kind {
            Kind::Day => {
                let x = from.clamp(6.0, right - 6.0);
                Self { left: x - 6.0, right: x + 6.0, from: x, to: x, kind }
            }
            Kind::Stretch => {
                let middle = ((from + to) / 2.0).clamp(7.0, right - 7.0);
                let half = ((to - from) / 2.0).max(7.0);
                let (from, to) = (hold(middle - half), hold(middle + half));
                Self { left: from, right: to, from, to, kind }
            }
            Kind::After => {
                let x = to.clamp(6.0, right - 6.0 - ARROW);
                Self { left: x - 6.0, right: x + 6.0 + ARROW, from: x, to: x, kind }
            }
            Kind::Before => {
                let x = from.clamp(6.0 + ARROW, right - 6.0);
                Self { left: x - 6.0 - ARROW, right: x + 6.0, from: x, to: x, kind }
            }
        }
    }

    fn shapes(&self, article: &Article, y: f64) -> Vec<Shape> {
        let ink = Ink::Article(article.colour);
        let arrow = |direction: f64| {
            let tip = self.from + direction * (6.0 + ARROW);
            let line = Shape::Line {
                x1: self.from + direction * 6.0,
                y1: y,
                x2: tip - direction,
                y2: y,
                ink,
                width: 1.5,
                opacity: 1.0,
                dash: "3 3",
                round: false,
            };
            let head = Shape::Path {
                d: draw::polyline(&[(tip - direction * 6.0, y - 4.5), (tip, y), (tip - direction * 6.0, y + 4.5)]),
                fill: Ink::None,
                stroke: ink,
                width: 1.5,
                opacity: 1.0,
            };
            [line, head]
        };
        let glyph = |open: bool| draw::glyph(article.colour, self.from, y, 5.0, open);
        match self.kind {
            Kind::Day => vec![glyph(false)],
            Kind::Stretch => vec![Shape::Rect {
                x: self.from,
                y: y - 5.0,
                width: self.to - self.from,
                height: 10.0,
                radius: 5.0,
                fill: Ink::Paper,
                stroke: ink,
                opacity: 1.0,
            }],
            Kind::After => arrow(1.0).into_iter().chain([glyph(true)]).collect(),
            Kind::Before => arrow(-1.0).into_iter().chain([glyph(true)]).collect(),
        }
    }
}
