//! How many words occur once, twice and so on: a bar a frequency.

use crate::chart::draw::{self, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::scale::Scale;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Type};

/// The words of one frequency, or of that and every higher one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpectrumBar {
    /// The frequency.
    pub frequency: u32,
    /// Whether higher frequencies are in it too.
    pub and_more: bool,
    /// How many different words.
    pub types: u32,
    /// How often they occur together.
    pub tokens: u32,
    /// A few of them.
    pub examples: Vec<String>,
    /// What a click opens.
    pub target: usize,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spectrum {
    /// The bars, in the order in which they stand.
    pub bars: Vec<SpectrumBar>,
    /// What is counted, in the plural: `words`, `2-grams`.
    pub unit: String,
}

const ROW: f64 = 26.0;
const HEAD: f64 = 22.0;

impl Spectrum {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let unit = if self.unit.is_empty() { "words" } else { &self.unit };
        let title = "Frequency spectrum";
        let types: u64 = self.bars.iter().map(|bar| u64::from(bar.types)).sum();
        let tokens: u64 = self.bars.iter().map(|bar| u64::from(bar.tokens)).sum();
        if types == 0 {
            return draw::nothing(width, title, &format!("There are no {unit} to count."));
        }
        let share = |part: u32, of: u64| {
            let share = f64::from(part) * 100.0 / (of as f64).max(1.0);
            ticks::fixed(share, u32::from(share < 9.95)) + " %"
        };
        let once = self.bars.iter().find(|bar| bar.frequency == 1 && !bar.and_more).map_or(0, |bar| bar.types);
        let mut scene = Scene {
            width,
            height: HEAD + ROW * self.bars.len() as f64 + 4.0,
            title: title.to_owned(),
            summary: format!(
                "Of {} different {unit}, {} occur once: {}.",
                ticks::count(types),
                ticks::count(u64::from(once)),
                share(once, types)
            ),
            ..Scene::default()
        };
        let start = 92.0;
        let values: Vec<String> = (self.bars.iter())
            .map(|bar| format!("{} · {}", ticks::count(u64::from(bar.types)), share(bar.types, types)))
            .collect();
        let behind = values.iter().map(|words| measure::width(words, Type::Label)).fold(0.0, f64::max) + 10.0;
        let most = self.bars.iter().map(|bar| f64::from(bar.types)).fold(1.0, f64::max);
        let scale = Scale::linear((0.0, most), (start, (width - behind).max(start + 20.0)));
        let heading = measure::fit(&format!("different {unit} · share of them"), Type::Tick, width - start);
        scene.back.push(text(start, 12.0, heading, Type::Tick, Ink::Soft, Align::Start));
        scene.back.push(draw::line(start, HEAD - 2.0, start, scene.height - 4.0, Ink::Soft));
        for (row, (bar, words)) in self.bars.iter().zip(&values).enumerate() {
            let y = HEAD + ROW * (row as f64 + 0.5);
            let end = scale.at(f64::from(bar.types));
            let name = name(bar);
            let label = measure::fit(&name, Type::Label, start - 8.0);
            let mut shapes = vec![text(start - 8.0, y + Type::Label.drop(), label, Type::Label, Ink::Soft, Align::End)];
            if bar.types > 0 {
                shapes.push(rect(Area::new(start, y - 6.0, (end - start).max(2.0), 12.0), 2.0, Ink::Accent, 1.0));
            }
            let x = end.max(start + 2.0) + 8.0;
            let words = measure::fit(words, Type::Label, width - x);
            shapes.push(text(x, y + Type::Label.drop(), words, Type::Label, Ink::Ink, Align::Start));
            let mut rows = vec![
                (format!("different {unit}"), ticks::count(u64::from(bar.types))),
                ("share of them".to_owned(), share(bar.types, types)),
                ("share of the text".to_owned(), share(bar.tokens, tokens)),
            ];
            if !bar.examples.is_empty() {
                rows.push(("among them".to_owned(), bar.examples.join(", ")));
            }
            scene.marks.push(Mark {
                shapes,
                area: (0.0, y - ROW / 2.0, width, ROW),
                label: format!(
                    "{name}: {}, {}",
                    draw::numbered(bar.types as usize, "type", "types"),
                    share(bar.types, types)
                ),
                card: Card { title: name, rows },
                target: bar.target,
                others: Vec::new(),
                row,
            });
        }
        scene
    }
}

fn name(bar: &SpectrumBar) -> String {
    let times = match bar.frequency {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{} times", ticks::count(u64::from(times))),
    };
    if bar.and_more { format!("{} or more", ticks::count(u64::from(bar.frequency))) } else { times }
}
