//! Dots with their 95 % intervals: how many times more often an article uses a word than its reference.

use super::Article;
use crate::chart::draw::{self, called, text};
use crate::chart::measure::{self, Area};
use crate::chart::scale::Scale;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// One word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntervalRow {
    /// The word.
    pub term: String,
    /// log2 of the ratio of the two rates: the dot.
    pub value: Option<f64>,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Frequency in the article.
    pub count: u32,
    /// Frequency in the reference.
    pub reference: u32,
    /// Whether that is only a bound: so often at most.
    pub at_most: bool,
    /// Whether the difference is more than chance would make it, under the test in force; if not, the dot is hollow.
    pub passes: bool,
    /// What a click opens.
    pub target: usize,
}

/// A panel of words of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intervals {
    /// The article.
    pub article: Article,
    /// What it is compared with, as in `the other articles`.
    pub reference: String,
    /// The same in a word, over its counts; empty: `rest`.
    pub against: String,
    /// Why there is no word, where there is none; empty: the filters let none pass.
    pub nothing: String,
    /// The words, best first.
    pub rows: Vec<IntervalRow>,
    /// The log2 ratios at the picture's left and right end, the same for all panels: see [`shared_domain`].
    pub domain: (f64, f64),
}

const ROW: f64 = 24.0;
const TOP: f64 = 6.0;

/// A domain that all panels can share: whole numbers that hold 0 and every dot, and of the intervals as much as
/// reaches two doublings beyond the outermost dots; what is longer ends in an arrowhead.
pub fn shared_domain<'a>(rows: impl IntoIterator<Item = &'a IntervalRow>) -> (f64, f64) {
    let (mut least, mut most) = (0.0_f64, 0.0_f64);
    let (mut low, mut high) = (-0.5_f64, 0.5_f64);
    for row in rows {
        let finite = |value: Option<f64>| value.filter(|value| value.is_finite()).map(|value| value.clamp(-60.0, 60.0));
        let Some(value) = finite(row.value) else { continue };
        least = least.min(value);
        most = most.max(value);
        low = low.min(finite(row.low).unwrap_or(value));
        high = high.max(finite(row.high).unwrap_or(value));
    }
    (low.max(least - 2.0).floor(), high.min(most + 2.0).ceil())
}

impl Intervals {
    /// The panel at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let title = format!("Words that set {} apart", called(&self.article));
        if self.rows.is_empty() {
            let filtered = format!("No word of {} passes the filters in force.", called(&self.article));
            return draw::nothing(width, title, if self.nothing.is_empty() { &filtered } else { &self.nothing });
        }
        let counts: Vec<String> = self.rows.iter().map(counts).collect();
        let wide = |words: &String| measure::width(words, Type::Tick);
        let heading = format!("{} · {}", self.article.letter, self.against());
        let right = counts.iter().map(wide).fold(wide(&heading), f64::max).min(0.3 * width) + 10.0;
        // The same share at the same width, so that panels line up whatever their words.
        let left = (0.35 * width).clamp(96.0, 200.0).floor();
        let plot =
            Area::new(left + 10.0, TOP, (width - left - 10.0 - right - 6.0).max(40.0), ROW * self.rows.len() as f64);
        let mut scene = Scene {
            width,
            height: plot.bottom() + 22.0,
            title,
            summary: self.summary(),
            legend: draw::legend([&self.article]),
            ..Scene::default()
        };

        let (low, high) = self.usable_domain();
        let scale = Scale::linear((low, high), (plot.x + 6.0, plot.right() - 6.0));
        let ticks = ticks::doublings(low, high, ((plot.width / 38.0) as usize).clamp(2, 5));
        draw::axis_below(&mut scene, &scale, &ticks, plot, Some(0.0));
        let axis_end = scene.back.iter().filter_map(measure::area_of).fold(0.0, |end, area| area.right().max(end));
        if axis_end + 6.0 <= width - wide(&heading) {
            let y = plot.bottom() + 14.0;
            scene.back.push(text(width, y, heading, Type::Tick, Ink::Soft, Align::End));
        }

        for (at, (row, counts)) in self.rows.iter().zip(counts).enumerate() {
            let y = plot.y + ROW * (at as f64 + 0.5);
            let term = measure::fit(&row.term, Type::Term, left);
            let mut shapes = vec![text(left, y + Type::Term.drop(), term, Type::Term, Ink::Ink, Align::End)];
            let ends = self.mark(row, &scale, y, plot, &mut shapes);
            let counts = measure::fit(&counts, Type::Tick, right);
            shapes.push(text(width, y + Type::Tick.drop(), counts, Type::Tick, Ink::Soft, Align::End));
            scene.marks.push(Mark {
                shapes,
                area: (0.0, y - ROW / 2.0, width, ROW),
                label: self.sentence(row),
                card: self.card(row, ends),
                target: row.target,
                others: Vec::new(),
                row: at,
            });
        }
        scene
    }

    /// The domain given, or one of its own where it is unusable.
    fn usable_domain(&self) -> (f64, f64) {
        let (low, high) = self.domain;
        if low.is_finite() && high.is_finite() && low < high && high - low < 1e6 {
            (low, high)
        } else {
            shared_domain(&self.rows)
        }
    }

    /// Draws interval and dot; says whether the interval leaves the picture to the left and to the right.
    fn mark(&self, row: &IntervalRow, scale: &Scale, y: f64, plot: Area, shapes: &mut Vec<Shape>) -> (bool, bool) {
        let ink = Ink::Article(self.article.colour);
        let Some(value) = row.value.filter(|value| !value.is_nan()) else {
            let words = measure::fit("not defined", Type::Tick, plot.width);
            shapes.push(text(plot.x, y + Type::Tick.drop(), words, Type::Tick, Ink::Soft, Align::Start));
            return (false, false);
        };
        let (low, high) = (row.low.unwrap_or(value), row.high.unwrap_or(value));
        let (cut_low, cut_high) = (scale.before_start(low), scale.beyond_end(high));
        let (from, to) = (scale.at(low), scale.at(high));
        if to - from > 0.5 {
            let (x1, x2) = (if cut_low { from + 4.0 } else { from }, if cut_high { to - 4.0 } else { to });
            if x2 > x1 {
                // A pale band for the look, a thin full line within for the eye that needs contrast.
                for (width, opacity) in [(7.0, 0.25), (1.5, 1.0)] {
                    shapes.push(Shape::Line { x1, y1: y, x2, y2: y, ink, width, opacity, dash: "", round: true });
                }
            }
        }
        if cut_high {
            shapes.push(arrowhead(plot.right(), y, 1.0, ink));
        }
        if cut_low {
            shapes.push(arrowhead(plot.x, y, -1.0, ink));
        }
        let (fill, stroke) = if row.passes { (ink, Ink::Paper) } else { (Ink::Paper, ink) };
        shapes.push(Shape::Circle { x: scale.at(value), y, radius: 4.5, fill, stroke, opacity: 1.0 });
        (cut_low, cut_high)
    }

    fn sentence(&self, row: &IntervalRow) -> String {
        let value = match row.value {
            Some(value) if value.is_finite() => format!("log ratio {}", ticks::fixed(value, 1)),
            _ => "log ratio not defined".to_owned(),
        };
        format!(
            "{}: {} in {}, {} in {}, {value}{}",
            row.term,
            draw::times(row.count),
            self.article.letter,
            elsewhere(row),
            self.reference(),
            if row.passes { "" } else { ", may be chance" }
        )
    }

    fn reference(&self) -> &str {
        if self.reference.is_empty() { "the other articles" } else { &self.reference }
    }

    fn against(&self) -> &str {
        if self.against.is_empty() { "rest" } else { &self.against }
    }

    fn card(&self, row: &IntervalRow, (cut_low, cut_high): (bool, bool)) -> Card {
        let mut rows = vec![
            (format!("in {}", called(&self.article)), draw::times(row.count)),
            (
                format!("in {}", self.reference()),
                if row.at_most {
                    format!("at most {}", draw::times(row.reference))
                } else {
                    draw::times(row.reference)
                },
            ),
        ];
        if let Some(value) = row.value.filter(|value| value.is_finite()) {
            rows.push(("log ratio".to_owned(), ticks::fixed(value, 2)));
            if let (Some(low), Some(high)) = (row.low, row.high) {
                let past = if cut_low || cut_high { ", longer than the picture" } else { "" };
                let interval = format!("{} to {}{past}", ticks::fixed(low, 2), ticks::fixed(high, 2));
                rows.push(("95 % interval".to_owned(), interval));
            }
        }
        Card { title: row.term.clone(), rows }
    }

    fn summary(&self) -> String {
        let words: Vec<&str> = self.rows.iter().take(3).map(|row| row.term.as_str()).collect();
        format!(
            "{}, compared with {}; the first: {}. Dots are log ratios, bars their 95 % intervals, figures the counts \
             in {} and in {}{}.",
            draw::numbered(self.rows.len(), "word", "words"),
            self.reference(),
            words.join(", "),
            self.article.letter,
            // A single article goes by its letter.
            if self.against().chars().count() == 1 { "" } else { "the " },
            self.against()
        )
    }
}

/// `6 · 0`.
fn counts(row: &IntervalRow) -> String {
    format!("{} · {}", ticks::count(u64::from(row.count)), elsewhere(row))
}

/// `1,000`, or `≤ 1,000` where that is a bound.
fn elsewhere(row: &IntervalRow) -> String {
    format!("{}{}", if row.at_most { "≤ " } else { "" }, ticks::count(u64::from(row.reference)))
}

/// The end of an interval that runs on beyond the picture, its tip at x.
fn arrowhead(x: f64, y: f64, direction: f64, fill: Ink) -> Shape {
    let back = x - direction * 7.0;
    Shape::Path {
        d: draw::polygon(&[(x, y), (back, y - 5.0), (back, y + 5.0)]),
        fill,
        stroke: Ink::None,
        width: 0.0,
        opacity: 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(term: &str, value: f64, low: f64, high: f64) -> IntervalRow {
        IntervalRow {
            term: term.into(),
            value: Some(value),
            low: Some(low),
            high: Some(high),
            passes: true,
            ..IntervalRow::default()
        }
    }

    #[test]
    fn the_shared_domain_holds_every_dot_and_is_whole() {
        let rows = [row("sea", 5.1, 0.7, 9.6), row("europe", 2.3, 1.2, 3.4)];
        assert_eq!(shared_domain(&rows), (-1.0, 8.0));
        assert_eq!(shared_domain(&[]), (-1.0, 1.0));
        assert_eq!(shared_domain(&[row("x", f64::NAN, 0.0, f64::INFINITY)]), (-1.0, 1.0));
    }

    #[test]
    fn an_interval_past_the_picture_ends_in_an_arrowhead_and_says_so() {
        let panel = Intervals {
            article: Article { number: 0, colour: 0, letter: "A".into(), name: "TRT World".into() },
            rows: vec![row("sea", 5.0, 1.0, 20.0)],
            domain: (-1.0, 8.0),
            ..Intervals::default()
        };
        let scene = panel.scene(340.0);
        let mark = &scene.marks[0];
        assert!(mark.shapes.iter().any(|shape| matches!(shape, Shape::Path { .. })));
        assert_eq!(mark.card.rows[3].1, "1.00 to 20.00, longer than the picture");
        assert_eq!(mark.label, "sea: 0 times in A, 0 in the other articles, log ratio 5.0");
    }

    #[test]
    fn a_word_that_fails_the_test_has_a_hollow_dot_and_says_so() {
        let rows = vec![row("sea", 5.0, 1.0, 8.0), IntervalRow { passes: false, ..row("port", 5.0, 1.0, 8.0) }];
        let scene = Intervals { rows, domain: (-1.0, 9.0), ..Intervals::default() }.scene(340.0);
        let fill = |mark: &Mark| {
            mark.shapes.iter().find_map(|shape| match shape {
                Shape::Circle { fill, .. } => Some(*fill),
                _ => None,
            })
        };
        assert_eq!(scene.marks.iter().map(fill).collect::<Vec<_>>(), [Some(Ink::Article(0)), Some(Ink::Paper)]);
        assert!(scene.marks[1].label.ends_with(", may be chance"), "{}", scene.marks[1].label);
    }
}
