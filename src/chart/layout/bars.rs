//! One word in every article: a bar an article, with its count and its rate.

use super::Article;
use crate::chart::draw::{self, badge, badge_width, called, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::scale::Scale;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Type};

/// One article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarRow {
    /// The article.
    pub article: Article,
    /// How often the word occurs in it.
    pub count: u32,
    /// Its size in word tokens.
    pub tokens: u32,
    /// What a click opens.
    pub target: usize,
}

impl BarRow {
    /// Occurrences per 1,000 words; `None` for an article without words.
    fn rate(&self) -> Option<f64> {
        (self.tokens > 0).then(|| f64::from(self.count) * 1000.0 / f64::from(self.tokens))
    }
}

/// What the length of a bar is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BarLength {
    /// Occurrences per 1,000 words.
    #[default]
    Rate,
    /// Occurrences.
    Count,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// The word.
    pub term: String,
    /// The articles, in the order in which they stand.
    pub rows: Vec<BarRow>,
    /// What the length of a bar is; both are said in words.
    pub length: BarLength,
    /// The rows of the charts that stand beside it, its own among them or not: bars of one length say
    /// the same in all of them.
    pub beside: Vec<BarRow>,
}

const ROW: f64 = 28.0;
const HEAD: f64 = 22.0;

impl Bars {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let noun = draw::noun(self.rows.iter().map(|row| &row.article));
        let title = format!("‘{}’ in each {}", self.term, noun.0);
        if self.rows.is_empty() {
            return draw::nothing(width, title, "No article is switched on, so there is nothing to count.");
        }
        let total: u64 = self.rows.iter().map(|row| u64::from(row.count)).sum();
        let within = self.rows.iter().filter(|row| row.count > 0).count();
        let mut scene = Scene {
            width,
            height: HEAD + ROW * self.rows.len() as f64 + 4.0,
            title,
            summary: format!(
                "‘{}’ occurs {} in {} of {}.",
                self.term,
                if total == 1 { "once".into() } else { format!("{} times", ticks::count(total)) },
                within,
                draw::numbered(self.rows.len(), noun.0, noun.1)
            ),
            ..Scene::default()
        };
        // From the left: badge, name where there is room, bar, and the words behind the bar.
        let badges = self.rows.iter().map(|row| badge_width(&row.article)).fold(0.0, f64::max);
        let names = self.rows.iter().map(|row| measure::width(&row.article.name, Type::Label)).fold(0.0, f64::max);
        let name_room = if width < 420.0 { 0.0 } else { names.min(0.28 * width) };
        let start = badges + 10.0 + if name_room > 0.0 { name_room + 12.0 } else { 0.0 };
        let values: Vec<String> = self.rows.iter().map(value_words).collect();
        let all = || self.rows.iter().chain(&self.beside);
        let heading = "times · per 1,000 words";
        let behind =
            all().map(|row| measure::width(&value_words(row), Type::Label)).fold(0.0, f64::max).min(0.5 * width) + 10.0;
        let length = |row: &BarRow| match self.length {
            BarLength::Rate => row.rate().unwrap_or(0.0),
            BarLength::Count => f64::from(row.count),
        };
        let lengths: Vec<f64> = self.rows.iter().map(length).collect();
        let longest = all().map(length).fold(0.0, f64::max);
        let scale = Scale::linear((0.0, longest.max(1e-9)), (start, (width - behind).max(start + 20.0)));

        if name_room == 0.0 {
            scene.legend = draw::legend(self.rows.iter().map(|row| &row.article));
        }
        let heading = measure::fit(heading, Type::Tick, width - start);
        scene.back.push(text(start, 12.0, heading, Type::Tick, Ink::Soft, Align::Start));
        scene.back.push(draw::line(start, HEAD - 2.0, start, scene.height - 4.0, Ink::Soft));
        for (at, ((row, words), length)) in self.rows.iter().zip(values).zip(lengths).enumerate() {
            let y = HEAD + ROW * (at as f64 + 0.5);
            let end = scale.at(length);
            let mut shapes = badge(&row.article, 0.0, y).to_vec();
            if name_room > 0.0 {
                let name = measure::fit(&row.article.name, Type::Label, name_room);
                shapes.push(text(badges + 10.0, y + Type::Label.drop(), name, Type::Label, Ink::Soft, Align::Start));
            }
            if row.count > 0 {
                let area = Area::new(start, y - 6.0, (end - start).max(2.0), 12.0);
                shapes.push(rect(area, 2.0, Ink::Article(row.article.colour), 1.0));
            }
            let ink = if row.count > 0 { Ink::Ink } else { Ink::Soft };
            let x = if row.count > 0 { end.max(start + 2.0) + 8.0 } else { start + 8.0 };
            let words = measure::fit(&words, Type::Label, width - x);
            shapes.push(text(x, y + Type::Label.drop(), words, Type::Label, ink, Align::Start));
            scene.marks.push(Mark {
                shapes,
                area: (0.0, y - ROW / 2.0, width, ROW),
                label: sentence(&self.term, row),
                card: card(&self.term, row),
                target: row.target,
                others: Vec::new(),
                row: at,
            });
        }
        scene
    }
}

/// `6 · 16.9`.
fn value_words(row: &BarRow) -> String {
    match row.rate() {
        Some(rate) if row.count > 0 => format!("{} · {}", ticks::count(u64::from(row.count)), ticks::short(rate)),
        _ => "0".to_owned(),
    }
}

fn sentence(term: &str, row: &BarRow) -> String {
    match row.rate() {
        Some(rate) => format!(
            "{term}: {} in {}, {} per 1,000 words",
            draw::times(row.count),
            called(&row.article),
            ticks::short(rate)
        ),
        None => format!("{term}: {} has no words", called(&row.article)),
    }
}

fn card(term: &str, row: &BarRow) -> Card {
    let mut rows = vec![(format!("in {}", called(&row.article)), draw::times(row.count))];
    if let Some(rate) = row.rate() {
        rows.push(("per 1,000 words".to_owned(), ticks::short(rate)));
    }
    rows.push(("size of the article".to_owned(), draw::numbered(row.tokens as usize, "word", "words")));
    Card { title: term.to_owned(), rows }
}
