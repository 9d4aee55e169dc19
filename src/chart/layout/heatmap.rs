//! How alike the articles are: a cell a pair, ordered by the tree of their clustering, which stands beside it.

use super::Article;
use super::matrix::column_heads;
use crate::chart::draw::{self, badge, badge_width, called, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::order;
use crate::chart::scale::{Band, Scale};
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// One step of the clustering.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Merge {
    /// A leaf (position in `articles`, below n) or an earlier merge (n + its position).
    pub left: u32,
    /// Likewise.
    pub right: u32,
    /// How far apart the two are, 0 or more.
    pub height: f64,
    /// Numbers of the two articles that show it: of each an article, the nearest pair, or the farthest.
    pub pair: (u32, u32),
}

/// How the number in a cell is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellValue {
    /// A share of 1, with two decimals: `.42`.
    #[default]
    Fraction,
    /// A whole number.
    Count,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heatmap {
    /// The articles.
    pub articles: Vec<Article>,
    /// n × n values, row by row, in the order of `articles`; the diagonal is not read.
    pub values: Vec<Option<f64>>,
    /// The tree: n − 1 merges; empty: no tree is drawn.
    pub merges: Vec<Merge>,
    /// What the tree's heights are: `1 − cosine`; empty: the distance.
    pub distance: String,
    /// What the pair of a merge is to its two branches: `nearest pair`.
    pub linked: String,
    /// Numbers of the articles in the order in which they stand; empty: as in `articles`.
    pub order: Vec<u32>,
    /// The measure's name: `Cosine similarity`.
    pub measure: String,
    /// How the numbers are written.
    pub value: CellValue,
    /// Numbers of the pair that is open, outlined.
    pub selected: Option<(u32, u32)>,
}

const HEAD: f64 = 26.0;

impl Heatmap {
    /// The chart at this width in pixels. The target of a cell is `row × n + column`, by positions in
    /// `articles`; that of a merge n² + its position.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let title = format!("{} of the articles", self.measure());
        let n = self.articles.len();
        if n < 2 {
            return draw::nothing(width, title, "It takes two articles that are switched on to compare them.");
        }
        let order = self.positions();
        let badges = self.articles.iter().map(badge_width).fold(0.0, f64::max);
        let names = self.articles.iter().map(|article| measure::width(&article.name, Type::Label)).fold(0.0, f64::max);
        let tree = if self.merges.len() == n - 1 { (0.24 * width).clamp(40.0, 280.0) } else { 0.0 };
        let name_room = if width >= 560.0 && n <= 30 { names.min(0.24 * width) } else { 0.0 };
        let left = badges + if name_room > 0.0 { name_room + 18.0 } else { 8.0 };
        let cell = ((width - left - tree - 8.0) / n as f64).min(110.0);
        let tall = if n <= 20 { cell.clamp(24.0, 44.0) } else { cell.clamp(4.0, 24.0) };
        let columns = Band::new(n, (left, left + cell * n as f64), 2.0_f64.min(cell * 0.1));
        let rows = Band::new(n, (HEAD, HEAD + tall * n as f64), 2.0_f64.min(tall * 0.1));
        let bottom = HEAD + tall * n as f64;
        let below = bottom + if tree > 0.0 { 24.0 } else { 16.0 };
        let mut scene = Scene { width, height: below + 28.0, title, summary: self.summary(), ..Scene::default() };
        let ordered: Vec<Article> = order.iter().map(|&at| self.articles[at].clone()).collect();
        if name_room == 0.0 && n <= 30 {
            scene.legend = draw::legend(&ordered);
        }
        column_heads(&mut scene, &ordered, &columns, HEAD / 2.0 - 2.0);
        self.row_heads(&mut scene, &ordered, &rows, name_room, left);

        let ends = self.ends();
        for (row, &a) in order.iter().enumerate() {
            for (column, &b) in order.iter().enumerate() {
                let area = Area::new(columns.start(column), rows.start(row), columns.width(), rows.width());
                if a == b {
                    let (x1, x2) = (area.x + area.width * 0.35, area.x + area.width * 0.65);
                    let y = area.y + area.height / 2.0;
                    scene.back.push(draw::line(x1, y, x2, y, Ink::Line));
                    continue;
                }
                let value = self.value(a, b);
                scene.marks.push(Mark {
                    shapes: self.cell(area, value, ends, self.is_selected(a, b)),
                    area: (area.x, area.y, area.width, area.height),
                    label: self.sentence(a, b, value),
                    card: self.card(a, b, value),
                    target: a * n + b,
                    others: Vec::new(),
                    row,
                });
            }
        }
        if tree > 0.0 {
            let start = columns.start(n - 1) + columns.width() + 6.0;
            self.tree(&mut scene, &order, &rows, (start, (start + tree).min(width - 2.0)));
        }
        self.scale(&mut scene, left, below, ends);
        scene
    }

    fn distance(&self) -> &str {
        if self.distance.is_empty() { "distance" } else { &self.distance }
    }

    fn measure(&self) -> &str {
        if self.measure.is_empty() { "Similarity" } else { &self.measure }
    }

    /// Positions of the articles as they stand; every article once, whatever `order` says.
    fn positions(&self) -> Vec<usize> {
        let mut positions: Vec<usize> = Vec::with_capacity(self.articles.len());
        let known =
            self.order.iter().filter_map(|number| self.articles.iter().position(|known| known.number == *number));
        for at in known.chain(0..self.articles.len()) {
            if !positions.contains(&at) {
                positions.push(at);
            }
        }
        positions
    }

    fn value(&self, a: usize, b: usize) -> Option<f64> {
        self.values.get(a * self.articles.len() + b).copied().flatten().filter(|value| value.is_finite())
    }

    /// The values of the palest and of the strongest shade: from 0 to the largest value off the diagonal; from the
    /// tenth below the smallest one where shares lie so close together that 0 would leave all cells alike.
    fn ends(&self) -> (f64, f64) {
        let n = self.articles.len();
        let pairs = (0..n).flat_map(|a| (0..n).map(move |b| (a, b))).filter(|(a, b)| a != b);
        let (mut least, mut most) = (f64::INFINITY, 0.0_f64);
        for value in pairs.filter_map(|(a, b)| self.value(a, b)) {
            least = least.min(value);
            most = most.max(value);
        }
        let close = self.value == CellValue::Fraction && most <= 1.0 && least > most / 2.0;
        let low = if close { (least * 10.0 - 1e-9).floor() / 10.0 } else { 0.0 };
        (low, most.max(low + 1e-9))
    }

    fn is_selected(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.articles[a].number, self.articles[b].number);
        self.selected.is_some_and(|pair| pair == (a, b) || pair == (b, a))
    }

    fn written(&self, value: f64) -> String {
        match self.value {
            CellValue::Fraction => ticks::fixed(value, 2),
            CellValue::Count => ticks::fixed(value, 0),
        }
    }

    fn cell(&self, area: Area, value: Option<f64>, (low, most): (f64, f64), selected: bool) -> Vec<Shape> {
        let share = (value.unwrap_or(low) - low).max(0.0) / (most - low);
        let step = (share * 8.0).round().clamp(0.0, 8.0) as u8;
        let mut shapes = vec![Shape::Rect {
            x: area.x,
            y: area.y,
            width: area.width,
            height: area.height,
            radius: 2.0_f64.min(area.width / 6.0),
            fill: Ink::Sequential(step),
            stroke: if selected { Ink::Ink } else { Ink::None },
            opacity: 1.0,
        }];
        let words = value.map_or_else(|| "–".to_owned(), |value| self.written(value));
        let room = measure::width(&words, Type::Tick) + 4.0 <= area.width
            && Type::Tick.ascent() + Type::Tick.descent() <= area.height;
        if room {
            let (x, y) = (area.x + area.width / 2.0, area.y + area.height / 2.0 + Type::Tick.drop());
            let ink = if step >= 5 { Ink::Paper } else { Ink::Ink };
            shapes.push(text(x, y, words, Type::Tick, ink, Align::Middle));
        }
        shapes
    }

    fn row_heads(&self, scene: &mut Scene, ordered: &[Article], rows: &Band, name_room: f64, left: f64) {
        let mut taken = f64::NEG_INFINITY;
        for (at, article) in ordered.iter().enumerate() {
            let y = rows.middle(at);
            if rows.step() >= draw::BADGE + 1.0 {
                scene.back.extend(badge(article, 0.0, y));
            } else if y - Type::Tick.ascent() + Type::Tick.drop() >= taken {
                let ink = Ink::Article(article.colour);
                let letters = measure::fit(&article.letter, Type::Tick, left - 4.0);
                let baseline = y + Type::Tick.drop();
                scene.back.push(text(left - 6.0, baseline, letters, Type::Tick, ink, Align::End));
                taken = baseline + Type::Tick.descent();
                continue;
            } else {
                continue;
            }
            if name_room > 0.0 {
                let name = measure::fit(&article.name, Type::Label, name_room);
                let x = badge_width(article) + 8.0;
                scene.back.push(text(x, y + Type::Label.drop(), name, Type::Label, Ink::Soft, Align::Start));
            }
        }
    }

    /// The tree of the clustering with its axis: leaves at the cells, the root at the right, distance 0 at the left.
    fn tree(&self, scene: &mut Scene, order: &[usize], rows: &Band, range: (f64, f64)) {
        let n = order.len();
        let bottom = rows.start(n - 1) + rows.width();
        let top = self.merges.iter().map(|merge| merge.height).filter(|h| h.is_finite()).fold(0.0, f64::max);
        let scale = Scale::linear((0.0, top.max(1e-9)), range);
        self.axis(scene, &scale, top, bottom, range);
        // Of every leaf and merge: where its line ends (x), its middle (y), and its leaves.
        let mut ends: Vec<(f64, f64, Vec<usize>)> = vec![(range.0, 0.0, Vec::new()); n];
        for (row, &at) in order.iter().enumerate() {
            ends[at] = (range.0, rows.middle(row), vec![at]);
        }
        for (step, merge) in self.merges.iter().enumerate() {
            let (Some(left), Some(right)) = (ends.get(merge.left as usize), ends.get(merge.right as usize)) else {
                return;
            };
            let height = if merge.height.is_finite() { merge.height.max(0.0) } else { top };
            let x = scale.at(height).max(left.0).max(right.0);
            let (high, low) = (left.1.min(right.1), left.1.max(right.1));
            let middle = (high + low) / 2.0;
            let shape = Shape::Path {
                d: draw::polyline(&[(left.0, left.1), (x, left.1), (x, right.1), (right.0, right.1)]),
                fill: Ink::None,
                stroke: Ink::Soft,
                width: 1.25,
                opacity: 1.0,
            };
            let area = draw::hit_area(scene, x, middle, 16.0, low - high);
            let (one, other) = (self.letters(&left.2), self.letters(&right.2));
            let written = if height < 1000.0 { ticks::fixed(height, 3) } else { ticks::short(height) };
            let leaves = [left.2.clone(), right.2.clone()].concat();
            let mut card = vec![
                (self.distance().to_owned(), written.clone()),
                (draw::noun(&self.articles).1.to_owned(), ticks::count(leaves.len() as u64)),
            ];
            if leaves.len() > 2 && !self.linked.is_empty() {
                card.push((self.linked.clone(), self.couple(merge.pair)));
            }
            scene.marks.push(Mark {
                shapes: vec![shape],
                area,
                label: format!(
                    "step {}: {one} and {other} join, {} {written}, {}",
                    step + 1,
                    self.distance(),
                    draw::numbered(leaves.len(), draw::noun(&self.articles).0, draw::noun(&self.articles).1)
                ),
                card: Card { title: format!("{one} with {other}"), rows: card },
                target: n * n + step,
                others: Vec::new(),
                row: n,
            });
            ends.push((x, middle, leaves));
        }
    }

    /// Ticks of the distance below the tree, its name above.
    fn axis(&self, scene: &mut Scene, scale: &Scale, top: f64, bottom: f64, range: (f64, f64)) {
        let mut taken = f64::NEG_INFINITY;
        let most = (((range.1 - range.0) / 30.0) as usize).clamp(2, 6);
        for tick in ticks::linear(0.0, top.max(1e-9), most) {
            let x = scale.at(tick.value);
            let wide = measure::width(&tick.label, Type::Tick);
            let left = (x - wide / 2.0).min(scene.width - wide).max(range.0 - 4.0);
            scene.back.push(draw::line(x, HEAD, x, bottom + 3.0, Ink::Line));
            if left >= taken && left + wide <= scene.width {
                scene.back.push(text(left, bottom + 14.0, &tick.label, Type::Tick, Ink::Soft, Align::Start));
                taken = left + wide + 6.0;
            }
        }
        let room = scene.width - range.0;
        let whole = measure::width(self.distance(), Type::Tick) <= room;
        let name = measure::fit(if whole { self.distance() } else { "distance" }, Type::Tick, room);
        scene.back.push(text(range.0, HEAD / 2.0 + 2.0, name, Type::Tick, Ink::Soft, Align::Start));
    }

    /// `A`, `A, C and D`, `A, C, D and 5 more`.
    fn letters(&self, leaves: &[usize]) -> String {
        const NAMED: usize = 4;
        let letters: Vec<&str> = leaves.iter().take(NAMED).map(|&at| self.articles[at].letter.as_str()).collect();
        match leaves.len() - letters.len() {
            0 => letters.join(", "),
            more => format!("{} and {} more", letters.join(", "), ticks::count(more as u64)),
        }
    }

    fn couple(&self, (a, b): (u32, u32)) -> String {
        let letter = |number: u32| {
            self.articles.iter().find(|article| article.number == number).map_or("", |article| article.letter.as_str())
        };
        format!("{} and {}", letter(a), letter(b))
    }

    /// From pale to strong: what the shades mean.
    fn scale(&self, scene: &mut Scene, left: f64, y: f64, (low, most): (f64, f64)) {
        let low = if low == 0.0 { "0".to_owned() } else { self.written(low) };
        let high = measure::fit(&self.written(most), Type::Tick, 60.0);
        let mut x = left.min(40.0);
        scene.back.push(text(x, y + 10.0, &low, Type::Tick, Ink::Soft, Align::Start));
        x += measure::width(&low, Type::Tick) + 6.0;
        for step in 0..=8u8 {
            scene.back.push(rect(Area::new(x, y, 14.0, 12.0), 0.0, Ink::Sequential(step), 1.0));
            x += 14.0;
        }
        x += 6.0;
        scene.back.push(text(x, y + 10.0, &high, Type::Tick, Ink::Soft, Align::Start));
        x += measure::width(&high, Type::Tick) + 12.0;
        let name = measure::fit(self.measure(), Type::Tick, scene.width - x);
        scene.back.push(text(x, y + 10.0, name, Type::Tick, Ink::Soft, Align::Start));
    }

    fn sentence(&self, a: usize, b: usize, value: Option<f64>) -> String {
        let value = value.map_or_else(|| "not defined".to_owned(), |value| self.written(value));
        format!("{} and {}: {} {value}", called(&self.articles[a]), called(&self.articles[b]), self.measure())
    }

    fn card(&self, a: usize, b: usize, value: Option<f64>) -> Card {
        let value = value.map_or_else(
            || "not defined".to_owned(),
            |value| match self.value {
                CellValue::Fraction => ticks::fixed(value, 3),
                CellValue::Count => ticks::fixed(value, 0),
            },
        );
        Card {
            title: format!("{} and {}", self.articles[a].letter, self.articles[b].letter),
            rows: vec![
                (self.articles[a].letter.clone(), self.articles[a].name.clone()),
                (self.articles[b].letter.clone(), self.articles[b].name.clone()),
                (self.measure().to_owned(), value),
            ],
        }
    }

    fn summary(&self) -> String {
        let n = self.articles.len();
        let pairs: Vec<(usize, usize, f64)> = (0..n)
            .flat_map(|a| (a + 1..n).map(move |b| (a, b)))
            .filter_map(|(a, b)| self.value(a, b).map(|value| (a, b, value)))
            .collect();
        let pairs = order::sorted(pairs, |x, y| y.2.total_cmp(&x.2));
        let said = |pair: &(usize, usize, f64)| {
            format!("{} and {} ({})", self.articles[pair.0].letter, self.articles[pair.1].letter, self.written(pair.2))
        };
        match (pairs.first(), pairs.last()) {
            (Some(most), Some(least)) if pairs.len() > 1 => format!(
                "{} of {}: most alike are {}, least {}.",
                self.measure(),
                draw::numbered(n, draw::noun(&self.articles).0, draw::noun(&self.articles).1),
                said(most),
                said(least)
            ),
            (Some(only), _) => {
                format!("{} of two {}: {}.", self.measure(), draw::noun(&self.articles).1, said(only))
            }
            _ => format!("{} is not defined for any pair of the articles.", self.measure()),
        }
    }
}
