//! Two articles against each other: the words of the first to the left of a centre line, of the second to its right.

use super::Article;
use crate::chart::draw::{self, badge, badge_width, called, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::order;
use crate::chart::scale::Scale;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Type};

/// One word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TwoSidedRow {
    /// The word.
    pub term: String,
    /// The length of its bar; a negative number counts as its absolute value.
    pub value: Option<f64>,
    /// Frequency in the first article.
    pub count_a: u32,
    /// Frequency in the second.
    pub count_b: u32,
    /// What a click opens.
    pub target: usize,
}

/// What the length of a bar is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// log2 of the ratio of the two rates.
    #[default]
    LogRatio,
    /// The log-likelihood.
    G2,
}

/// The plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TwoSided {
    /// The first article: left.
    pub a: Article,
    /// The second: right.
    pub b: Article,
    /// Words of the first, best first.
    pub left: Vec<TwoSidedRow>,
    /// Words of the second, best first.
    pub right: Vec<TwoSidedRow>,
    /// What the length of a bar is.
    pub measure: Measure,
}

const HEAD: f64 = 30.0;

impl TwoSided {
    /// The plot at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let title = format!("Words that part {} from {}", self.a.letter, self.b.letter);
        if self.left.is_empty() && self.right.is_empty() {
            let why =
                format!("No word sets {} and {} apart under the filters in force.", called(&self.a), called(&self.b));
            return draw::nothing(width, title, &why);
        }
        // Where it is narrow, a word stands above its bar; where there is room, in a column at the outside.
        let stacked = width < 520.0;
        let row_height = if stacked { 40.0 } else { 26.0 };
        let rows = self.left.len().max(self.right.len());
        let mut scene = Scene {
            width,
            height: HEAD + row_height * rows as f64 + 6.0,
            title,
            summary: self.summary(),

            ..Scene::default()
        };
        let middle = (width / 2.0).floor();
        self.heads(&mut scene, middle);
        scene.back.push(draw::line(middle, HEAD, middle, scene.height, Ink::Soft));

        if !stacked {
            // From a word across to its bar.
            for at in 1..rows {
                let y = HEAD + row_height * at as f64;
                scene.back.push(draw::line(0.0, y, width, y, Ink::Line));
            }
        }
        let both = || self.left.iter().chain(&self.right);
        let value_room = both().map(|row| measure::width(&self.value(row), Type::Tick)).fold(0.0, f64::max) + 8.0;
        let words = both().map(|row| measure::width(&row.term, Type::Term)).fold(0.0, f64::max);
        let word_room = if stacked { middle - 8.0 } else { words.min(0.5 * middle) };
        let bar_room = (middle - value_room - if stacked { 2.0 } else { word_room + 12.0 }).max(16.0);
        let longest = both().filter_map(length).fold(0.0, f64::max).max(1e-9);
        let scale = Scale::linear((0.0, longest), (0.0, bar_room));
        for (side, list) in [(-1.0, &self.left), (1.0, &self.right)] {
            for (at, row) in list.iter().enumerate() {
                let top = HEAD + row_height * at as f64;
                let article = if side < 0.0 { &self.a } else { &self.b };
                let bar_y = if stacked { top + 29.0 } else { top + row_height / 2.0 };
                let bar = scale.at(length(row).unwrap_or(0.0)).max(1.0);
                let start = middle + side;
                let left = if side < 0.0 { start - bar } else { start };
                let ink = Ink::Article(article.colour);
                let mut shapes = vec![rect(Area::new(left, bar_y - 6.0, bar, 12.0), 1.5, ink, 1.0)];
                let (inner, outer) = if side < 0.0 { (Align::End, Align::Start) } else { (Align::Start, Align::End) };
                let value = measure::fit(&self.value(row), Type::Tick, value_room);
                shapes.push(text(
                    start + side * (bar + 5.0),
                    bar_y + Type::Tick.drop(),
                    value,
                    Type::Tick,
                    Ink::Soft,
                    inner,
                ));
                let word = measure::fit(&row.term, Type::Term, word_room);
                shapes.push(if stacked {
                    text(middle + side * 6.0, top + 17.0, word, Type::Term, Ink::Ink, inner)
                } else {
                    let edge = if side < 0.0 { 0.0 } else { width };
                    text(edge, bar_y + Type::Term.drop(), word, Type::Term, Ink::Ink, outer)
                });
                scene.marks.push(Mark {
                    shapes,
                    area: (
                        if side < 0.0 { 0.0 } else { middle },
                        top,
                        if side < 0.0 { middle } else { width - middle },
                        row_height,
                    ),
                    label: self.sentence(row),
                    card: self.card(row),
                    target: row.target,
                    others: Vec::new(),
                    row: at,
                });
            }
        }
        // In reading order: the left and the right word of a row side by side.
        scene.marks = order::sorted(std::mem::take(&mut scene.marks), |a, b| a.row.cmp(&b.row));
        scene
    }

    fn heads(&self, scene: &mut Scene, middle: f64) {
        let y = 12.0;
        scene.back.extend(badge(&self.a, 0.0, y));
        let wide = badge_width(&self.b);
        scene.back.extend(badge(&self.b, scene.width - wide, y));
        let baseline = y + Type::Label.drop();
        let room = middle - badge_width(&self.a) - 16.0;
        let name = measure::fit(&self.a.name, Type::Label, room);
        scene.back.push(text(badge_width(&self.a) + 8.0, baseline, name, Type::Label, Ink::Ink, Align::Start));
        let name = measure::fit(&self.b.name, Type::Label, middle - wide - 16.0);
        scene.back.push(text(scene.width - wide - 8.0, baseline, name, Type::Label, Ink::Ink, Align::End));
    }

    fn value(&self, row: &TwoSidedRow) -> String {
        length(row).map_or_else(|| "–".to_owned(), |value| ticks::fixed(value, 1))
    }

    fn name(&self) -> &'static str {
        match self.measure {
            Measure::LogRatio => "log ratio",
            Measure::G2 => "G²",
        }
    }

    fn sentence(&self, row: &TwoSidedRow) -> String {
        format!(
            "{}: {} in {}, {} in {}, {} {}",
            row.term,
            draw::times(row.count_a),
            called(&self.a),
            ticks::count(u64::from(row.count_b)),
            called(&self.b),
            self.name(),
            length(row).map_or_else(|| "not defined".to_owned(), |value| ticks::fixed(value, 1)),
        )
    }

    fn card(&self, row: &TwoSidedRow) -> Card {
        let mut rows = vec![
            (format!("in {}", called(&self.a)), draw::times(row.count_a)),
            (format!("in {}", called(&self.b)), draw::times(row.count_b)),
        ];
        if let Some(value) = length(row) {
            rows.push((self.name().to_owned(), ticks::fixed(value, 2)));
        }
        Card { title: row.term.clone(), rows }
    }

    fn summary(&self) -> String {
        let first =
            |rows: &[TwoSidedRow]| rows.iter().take(3).map(|row| row.term.as_str()).collect::<Vec<_>>().join(", ");
        let side = |article: &Article, rows: &[TwoSidedRow]| match rows.len() {
            0 => format!("{} has no such word", called(article)),
            n => format!("{} more often in {}: {}", draw::numbered(n, "word", "words"), called(article), first(rows)),
        };
        format!(
            "{}; {}. The length of a bar is the {}.",
            side(&self.a, &self.left),
            side(&self.b, &self.right),
            self.name()
        )
    }
}

fn length(row: &TwoSidedRow) -> Option<f64> {
    row.value.map(f64::abs).filter(|value| value.is_finite()).map(|value| value.min(1e12))
}
