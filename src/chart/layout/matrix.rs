//! Terms × articles: who uses which word how often.

use super::Article;
use crate::chart::draw::{self, badge, called, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::scale::Band;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// One word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixRow {
    /// The word.
    pub term: String,
    /// Its frequency in each of the matrix's articles.
    pub counts: Vec<u32>,
}

/// How the rate is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// By the shade of the cell.
    #[default]
    Shade,
    /// By the area of a disc in the article's colour.
    Area,
}

/// The matrix.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The columns.
    pub articles: Vec<Article>,
    /// Their sizes in word tokens.
    pub tokens: Vec<u32>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
    /// How the rate is shown; the count is always written.
    pub encoding: Encoding,
}

const ROW: f64 = 26.0;
const HEAD: f64 = 28.0;

impl Matrix {
    /// The matrix at this width in pixels. The target of a cell is `row × number of articles + column`.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let title = "Who uses which word";
        if self.articles.is_empty() {
            return draw::nothing(width, title, "No article is switched on, so there is nothing to compare.");
        }
        if self.rows.is_empty() {
            return draw::nothing(width, title, "No word passes the filters in force.");
        }
        let columns = self.articles.len();
        let words = self.rows.iter().map(|row| measure::width(&row.term, Type::Term)).fold(40.0, f64::max);
        let left = words.min(0.36 * width).ceil();
        let wide = ((width - left - 12.0) / columns as f64).min(180.0);
        let band = Band::new(columns, (left + 12.0, left + 12.0 + wide * columns as f64), 2.0_f64.min(wide * 0.2));
        let mut scene = Scene {
            width,
            height: HEAD + ROW * self.rows.len() as f64 + 26.0,
            title: title.to_owned(),
            summary: self.summary(),
            legend: draw::legend(&self.articles),
            ..Scene::default()
        };
        column_heads(&mut scene, &self.articles, &band, HEAD / 2.0 - 1.0);
        let most = self.rates().fold(0.0, f64::max).max(1e-9);
        for (at, row) in self.rows.iter().enumerate() {
            let y = HEAD + ROW * (at as f64 + 0.5);
            let end = (band.start(columns - 1) + band.width()).min(width);
            scene.back.push(draw::line(0.0, y + ROW / 2.0, end, y + ROW / 2.0, Ink::Line));
            let term = measure::fit(&row.term, Type::Term, left);
            scene.back.push(text(left, y + Type::Term.drop(), term, Type::Term, Ink::Ink, Align::End));
            for (column, article) in self.articles.iter().enumerate() {
                let count = row.counts.get(column).copied().unwrap_or(0);
                let rate = self.rate(count, column);
                let cell = Area::new(band.start(column), y - ROW / 2.0 + 1.0, band.width(), ROW - 2.0);
                scene.marks.push(Mark {
                    shapes: self.cell(cell, article, count, rate.unwrap_or(0.0) / most),
                    area: (cell.x, y - ROW / 2.0, cell.width, ROW),
                    label: self.sentence(row, article, count, rate),
                    card: self.card(row, article, count, column),
                    target: at * columns + column,
                    others: Vec::new(),
                    row: at,
                });
            }
        }
        self.scale_words(&mut scene, most);
        scene
    }

    /// Occurrences per 1,000 words of the column's article.
    fn rate(&self, count: u32, column: usize) -> Option<f64> {
        let tokens = self.tokens.get(column).copied().unwrap_or(0);
        (tokens > 0).then(|| f64::from(count) * 1000.0 / f64::from(tokens))
    }

    fn rates(&self) -> impl Iterator<Item = f64> {
        self.rows.iter().flat_map(move |row| {
            (0..self.articles.len())
                .filter_map(move |column| self.rate(row.counts.get(column).copied().unwrap_or(0), column))
        })
    }

    fn cell(&self, cell: Area, article: &Article, count: u32, share: f64) -> Vec<Shape> {
        let (x, y) = (cell.x + cell.width / 2.0, cell.y + cell.height / 2.0);
        if count == 0 {
            let radius = 1.25_f64.min(cell.width / 3.0);
            return vec![Shape::Circle { x, y, radius, fill: Ink::Soft, stroke: Ink::None, opacity: 0.6 }];
        }
        let words = ticks::count(u64::from(count));
        let wide = measure::width(&words, Type::Tick);
        let mut shapes = Vec::with_capacity(2);
        match self.encoding {
            Encoding::Shade => {
                let step = (share * 8.0).ceil().clamp(1.0, 8.0) as u8;
                shapes.push(rect(cell, 2.0, Ink::Sequential(step), 1.0));
                if wide + 2.0 <= cell.width {
                    let ink = if step >= 5 { Ink::Paper } else { Ink::Ink };
                    shapes.push(text(x, y + Type::Tick.drop(), words, Type::Tick, ink, Align::Middle));
                }
            }
            Encoding::Area => {
                let largest = (cell.height / 2.0 - 1.0).min(cell.width / 2.0);
                let radius = (share.sqrt() * largest).clamp(1.5_f64.min(largest), largest);
                // The count stands beside the disc; where there is no room the disc stands alone.
                let room = 2.0 * largest + 4.0 + wide <= cell.width;
                let x = if room { x - (wide + 4.0) / 2.0 } else { x };
                let fill = Ink::Article(article.colour);
                shapes.push(Shape::Circle { x, y, radius, fill, stroke: Ink::None, opacity: 0.9 });
                if room {
                    let at = x + largest + 4.0;
                    shapes.push(text(at, y + Type::Tick.drop(), words, Type::Tick, Ink::Ink, Align::Start));
                }
            }
        }
        shapes
    }

    /// What shade and area mean, below the matrix.
    fn scale_words(&self, scene: &mut Scene, most: f64) {
        let what = match self.encoding {
            Encoding::Shade => "stronger shade",
            Encoding::Area => "larger disc",
        };
        let words = format!("figures: times · {what}: more per 1,000 words, up to {}", ticks::short(most));
        for (at, line) in draw::wrap(&words, Type::Tick, scene.width).into_iter().enumerate() {
            let y = HEAD + ROW * self.rows.len() as f64 + 16.0 + 14.0 * at as f64;
            scene.height = scene.height.max(y + 6.0);
            scene.back.push(text(0.0, y, line, Type::Tick, Ink::Soft, Align::Start));
        }
    }

    fn sentence(&self, row: &MatrixRow, article: &Article, count: u32, rate: Option<f64>) -> String {
        let rate = rate.filter(|_| count > 0);
        let rate = rate.map_or_else(String::new, |rate| format!(", {} per 1,000 words", ticks::short(rate)));
        format!("{}: {} in {}{rate}", row.term, draw::times(count), called(article))
    }

    fn card(&self, row: &MatrixRow, article: &Article, count: u32, column: usize) -> Card {
        let mut rows = vec![(format!("in {}", called(article)), draw::times(count))];
        if let Some(rate) = self.rate(count, column) {
            rows.push(("per 1,000 words".to_owned(), ticks::short(rate)));
        }
        let all: u64 = row.counts.iter().take(self.articles.len()).map(|&count| u64::from(count)).sum();
        rows.push(("in all articles".to_owned(), ticks::count(all)));
        Card { title: row.term.clone(), rows }
    }

    fn summary(&self) -> String {
        let (noun, nouns) = draw::noun(&self.articles);
        format!(
            "{} in {}: how often each stands in each {}.",
            draw::numbered(self.rows.len(), "word", "words"),
            draw::numbered(self.articles.len(), noun, nouns),
            noun
        )
    }
}

/// The articles above their columns: badges where there is room, letters where there is less, every so manieth
/// where there is hardly any.
pub(super) fn column_heads(scene: &mut Scene, articles: &[Article], band: &Band, y: f64) {
    let mut taken = f64::NEG_INFINITY;
    for (at, article) in articles.iter().enumerate() {
        let x = band.middle(at);
        let wide = draw::badge_width(article);
        if wide + 2.0 <= band.step() {
            scene.back.extend(badge(article, x - wide / 2.0, y));
            continue;
        }
        let letters = measure::width(&article.letter, Type::Tick);
        // The last ends with its column: beside it a tree may have a name of its own.
        let end = (band.start(articles.len() - 1) + band.width() + 3.0).min(scene.width);
        let left = (x - letters / 2.0).clamp(0.0, (end - letters).max(0.0));
        if left >= taken && left + letters <= scene.width {
            let ink = Ink::Article(article.colour);
            scene.back.push(text(left, y + Type::Tick.drop(), &article.letter, Type::Tick, ink, Align::Start));
            taken = left + letters + 2.0;
        }
    }
}
