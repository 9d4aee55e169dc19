//! One measure over the articles: a strip with a mark an article, at its value.

use super::Article;
use crate::chart::draw::{self, badge, badge_width, called, glyph, text};
use crate::chart::measure::{self, Area};
use crate::chart::scale::Scale;
use crate::chart::{Align, Card, Ink, Mark, Scene, Type};
use crate::chart::{order, ticks};

/// An article's value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StripDot {
    /// The article.
    pub article: Article,
    /// Its value; `None` where it is undefined.
    pub value: Option<f64>,
    /// The value as it is to be read, or why there is none.
    pub words: String,
    /// The counts behind it: name and value, for the card.
    pub counts: Vec<(String, String)>,
    /// What a click opens.
    pub target: usize,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// The measure's name.
    pub measure: String,
    /// What the axis counts, as in `words a sentence`; may be empty.
    pub unit: String,
    /// Whether the axis starts at 0.
    pub from_zero: bool,
    /// The articles.
    pub dots: Vec<StripDot>,
}

/// Up to so many articles are drawn as badges with their letters, more as small shapes.
const MOST_BADGES: usize = 16;
/// Most marks over one another; what doesn't fit stands on the topmost.
const MOST_LEVELS: usize = 12;
const EDGE: f64 = 14.0;

impl Strip {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let title = format!("{} of each article", self.measure);
        let known: Vec<(usize, f64)> = (0..)
            .zip(&self.dots)
            .filter_map(|(at, dot)| Some((at, dot.value.filter(|value| value.is_finite())?.clamp(-1e12, 1e12))))
            .collect();
        if known.is_empty() {
            let why = self.dots.first().map_or("no article is on", |dot| dot.words.as_str());
            return draw::nothing(width, title, &format!("Undefined in every article: {why}."));
        }
        let (low, high) = self.domain(&known);
        let scale = Scale::linear((low, high), (EDGE, width - EDGE));
        let badges = self.dots.len() <= MOST_BADGES;
        let step = if badges { draw::BADGE + 3.0 } else { 12.0 };
        let levels = levels(&known, &scale, |at| self.width(at, badges) + 2.0);
        // Strips side by side have their axes at one height, unless one has more to show.
        let tallest = levels.iter().copied().max().unwrap_or(0).max(if badges { 2 } else { 4 });
        let plot = Area::new(EDGE, 4.0, width - 2.0 * EDGE, step * (tallest + 1) as f64 + 4.0);
        let mut scene = Scene {
            width,
            height: plot.bottom() + 20.0,
            title,
            summary: self.summary(&known),
            legend: draw::legend(self.dots.iter().map(|dot| &dot.article)),
            ..Scene::default()
        };
        let axis = ticks::linear(low, high, ((plot.width / 60.0) as usize).clamp(2, 6));
        draw::axis_below(&mut scene, &scale, &axis, plot, None);
        scene.back.push(draw::line(EDGE, plot.bottom(), width - EDGE, plot.bottom(), Ink::Soft));
        let missing = self.dots.iter().filter(|dot| dot.value.is_none()).collect::<Vec<_>>();
        if let Some(first) = missing.first() {
            let letters: Vec<&str> = missing.iter().map(|dot| dot.article.letter.as_str()).collect();
            let note = format!("undefined in {}: {}", letters.join(", "), first.words);
            let y = scene.height + 10.0;
            let note = measure::fit(&note, Type::Tick, width);
            scene.back.push(text(0.0, y, note, Type::Tick, Ink::Soft, Align::Start));
            scene.height += 16.0;
        }
        for (&(at, value), level) in known.iter().zip(levels) {
            let dot = &self.dots[at];
            let wide = self.width(at, badges);
            let x = scale.at(value).clamp(wide / 2.0, width - wide / 2.0);
            let y = plot.bottom() - 4.0 - step * (level as f64 + 0.5);
            let shapes = if badges {
                badge(&dot.article, x - wide / 2.0, y).to_vec()
            } else {
                vec![glyph(dot.article.colour, x, y, 5.0, false)]
            };
            let area = draw::hit_area(&scene, x, y, wide, step);
            scene.marks.push(Mark {
                shapes,
                area,
                label: format!("{}: {} {}", called(&dot.article), self.measure, dot.words),
                card: self.card(dot),
                target: dot.target,
                others: Vec::new(),
                row: 0,
            });
        }
        // In the order in which they stand, so that the arrow keys go along the axis.
        let marks = std::mem::take(&mut scene.marks);
        scene.marks = order::sorted(marks, |a, b| a.area.0.total_cmp(&b.area.0));
        scene
    }

    fn width(&self, at: usize, badges: bool) -> f64 {
        if badges { badge_width(&self.dots[at].article) } else { 10.0 }
    }

    /// What the axis shows: the values with some room on either side.
    fn domain(&self, known: &[(usize, f64)]) -> (f64, f64) {
        let low = known.iter().map(|it| it.1).fold(f64::INFINITY, f64::min);
        let high = known.iter().map(|it| it.1).fold(f64::NEG_INFINITY, f64::max);
        let room = if high > low { (high - low) * 0.08 } else { (high.abs() * 0.1).max(0.5) };
        if self.from_zero && low >= 0.0 { (0.0, high + room) } else { (low - room, high + room) }
    }

    fn card(&self, dot: &StripDot) -> Card {
        let mut rows = vec![(self.measure.clone(), dot.words.clone())];
        rows.extend(dot.counts.iter().cloned());
        Card { title: called(&dot.article), rows }
    }

    fn summary(&self, known: &[(usize, f64)]) -> String {
        let least = known.iter().copied().reduce(|a, b| if b.1 < a.1 { b } else { a });
        let most = known.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
        let (Some((least, low)), Some((most, high))) = (least, most) else { return self.measure.clone() };
        let said = |at: usize| format!("{} in {}", self.dots[at].words, called(&self.dots[at].article));
        if low == high {
            format!("{}: {}, alike in all.", self.measure, said(least))
        } else {
            format!("{}: from {} to {}.", self.measure, said(least), said(most))
        }
    }
}

/// How high each mark stands so that none lies over another: as low as it can.
fn levels(known: &[(usize, f64)], scale: &Scale, width: impl Fn(usize) -> f64) -> Vec<usize> {
    let by_place: Vec<usize> = (0..known.len()).collect();
    let by_place = order::sorted(by_place, |&a, &b| known[a].1.total_cmp(&known[b].1));
    let mut ends = [f64::NEG_INFINITY; MOST_LEVELS];
    let mut levels = vec![0; known.len()];
    for at in by_place {
        let (dot, value) = known[at];
        let (x, half) = (scale.at(value), width(dot) / 2.0);
        let level = ends.iter().position(|&end| end <= x - half).unwrap_or(MOST_LEVELS - 1);
        ends[level] = x + half;
        levels[at] = level;
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(number: u32, value: Option<f64>) -> StripDot {
        StripDot {
            article: Article { number, colour: number, letter: "A".into(), name: String::new() },
            value,
            words: value.map_or_else(|| "fewer than 50 words".into(), |value| value.to_string()),
            target: number as usize,
            ..StripDot::default()
        }
    }

    #[test]
    fn marks_at_one_value_stand_over_one_another() {
        let strip = Strip {
            measure: "MTLD".into(),
            dots: vec![dot(0, Some(80.0)), dot(1, Some(80.0)), dot(2, Some(150.0)), dot(3, None)],
            ..Strip::default()
        };
        let scene = strip.scene(300.0);
        assert_eq!(scene.marks.len(), 3);
        assert!(scene.marks[0].area.1 != scene.marks[1].area.1);
        assert_eq!(scene.marks[2].target, 2);
        assert!(scene.summary.contains("from 80 in A to 150"));
        assert!(strip.scene(300.0).back.iter().any(|shape| {
            matches!(shape, crate::chart::Shape::Text { text, .. } if text.starts_with("undefined in A: fewer"))
        }));
    }

    #[test]
    fn nothing_defined_is_said() {
        let strip = Strip { measure: "MATTR".into(), dots: vec![dot(0, None)], ..Strip::default() };
        assert!(strip.scene(300.0).marks.is_empty());
        assert!(!Strip::default().scene(f64::NAN).summary.is_empty());
    }
}
