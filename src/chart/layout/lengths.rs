//! How many of each length: a column for the sentences of so many words, or the words of so many letters.

use super::Article;
use crate::chart::draw::{self, called, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::scale::{Band, Scale};
use crate::chart::{Align, Card, Ink, Mark, Scene, Type, ticks};

/// The things of one length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LengthColumn {
    /// What stands under it: `16`, `51+`.
    pub label: String,
    /// The same in words: `16 to 20 words`.
    pub words: String,
    /// How many.
    pub count: u32,
    /// What a click opens.
    pub target: usize,
}

/// The chart of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lengths {
    /// The article.
    pub article: Article,
    /// What is counted, one of them and many: `sentence`, `sentences`.
    pub what: (String, String),
    /// What stands under the axis: `words in a sentence`.
    pub axis: String,
    /// From the shortest to the longest.
    pub columns: Vec<LengthColumn>,
    /// The tallest column of all charts beside it, so that they compare.
    pub most: u32,
}

const PLOT: f64 = 96.0;
const TOP: f64 = 16.0;

impl Lengths {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let title = format!("{} of {} by length", self.many(), called(&self.article));
        let all: u64 = self.columns.iter().map(|column| u64::from(column.count)).sum();
        if all == 0 {
            return draw::nothing(
                width,
                title,
                &format!("{} has no {} that is counted.", called(&self.article), self.what.0),
            );
        }
        let most = self.columns.iter().map(|column| column.count).fold(self.most, u32::max).max(1);
        let plot = Area::new(0.0, TOP, width, PLOT);
        let scale = Scale::linear((0.0, f64::from(most)), (plot.bottom(), plot.y));
        let band = Band::new(self.columns.len(), (0.0, width), 2.0);
        let mut scene = Scene {
            width,
            height: plot.bottom() + 32.0,
            title,
            summary: self.summary(all),
            legend: draw::legend([&self.article]),
            ..Scene::default()
        };
        scene.back.push(draw::line(0.0, plot.bottom(), width, plot.bottom(), Ink::Soft));
        let y = scene.height - 3.0;
        let axis = measure::fit(&self.axis, Type::Tick, width);
        scene.back.push(text(0.0, y, axis, Type::Tick, Ink::Soft, Align::Start));
        let mut labelled = f64::NEG_INFINITY;
        let last = self.columns.last().map_or(width, |column| {
            let wide = measure::width(&column.label, Type::Tick);
            (band.middle(self.columns.len() - 1) + wide / 2.0).min(width) - wide - 6.0
        });
        for (at, column) in self.columns.iter().enumerate() {
            let x = band.middle(at);
            let top = scale.at(f64::from(column.count));
            let mut shapes = Vec::new();
            // What isn't there is no mark: it would open nothing.
            if column.count > 0 {
                let area = Area::new(
                    band.start(at),
                    top.min(plot.bottom() - 1.0),
                    band.width(),
                    (plot.bottom() - top).max(1.0),
                );
                shapes.push(rect(area, 1.0, Ink::Article(self.article.colour), 1.0));
                let count = ticks::count(u64::from(column.count));
                if measure::width(&count, Type::Tick) <= band.step() - 1.0 {
                    shapes.push(text(x, area.y - 4.0, count, Type::Tick, Ink::Ink, Align::Middle));
                }
            }
            let wide = measure::width(&column.label, Type::Tick);
            // The last label says that it is open above: it stands in any case, the others where there is room.
            let start = if at + 1 == self.columns.len() { x.min(width - wide / 2.0) } else { x } - wide / 2.0;
            let room = if at + 1 == self.columns.len() { width } else { last };
            if start >= labelled.max(0.0) && start + wide <= room {
                let y = plot.bottom() + 13.0;
                scene.back.push(text(start, y, column.label.clone(), Type::Tick, Ink::Soft, Align::Start));
                labelled = start + wide + 6.0;
            }
            if shapes.is_empty() {
                continue;
            }
            scene.marks.push(Mark {
                shapes,
                area: (band.start(at), plot.y - 14.0, band.width(), PLOT + 14.0),
                label: format!("{}, {}: {}", called(&self.article), column.words, self.counted(column.count)),
                card: Card {
                    title: format!("{} in {}", column.words, called(&self.article)),
                    rows: vec![
                        (self.many(), ticks::count(u64::from(column.count))),
                        ("of all".into(), format!("{} %", ticks::short(f64::from(column.count) * 100.0 / all as f64))),
                    ],
                },
                target: column.target,
                others: Vec::new(),
                row: 0,
            });
        }
        scene
    }

    fn many(&self) -> String {
        let mut letters = self.what.1.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
    }

    fn counted(&self, count: u32) -> String {
        draw::numbered(count as usize, &self.what.0, &self.what.1)
    }

    fn summary(&self, all: u64) -> String {
        let tallest = self.columns.iter().reduce(|tallest, it| if it.count > tallest.count { it } else { tallest });
        let tallest = tallest.map_or("", |column| column.words.as_str());
        format!(
            "{} in {}; most have {tallest}.",
            draw::numbered(all as usize, &self.what.0, &self.what.1),
            called(&self.article)
        )
    }
}
