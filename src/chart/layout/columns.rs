//! Ranked words side by side: a column an article, a word a line, with a bar for its count.
//!
//! A word that no other column has is marked by its article’s own shape, one that several have by a ring
//! and by how many have it.

use super::Article;
use super::tallies::nouns;
use crate::chart::draw::{self, badge, badge_width, called, glyph, line, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};
use crate::chart::{order, ticks};

/// A word of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnWord {
    /// The word.
    pub word: String,
    /// How often.
    pub count: u32,
    /// How many articles have it.
    pub articles: u32,
    /// More for the card: name and value.
    pub rows: Vec<(String, String)>,
    /// What a click opens.
    pub target: usize,
}

/// An article’s column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WordColumn {
    /// The article.
    pub article: Article,
    /// What stands beside its badge: how many words there are.
    pub note: String,
    /// Its words, the first first.
    pub words: Vec<ColumnWord>,
    /// What is said where there are none.
    pub empty: String,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// Its title.
    pub title: String,
    /// Once, and several times, as in `3 times`.
    pub what: (String, String),
    /// The columns.
    pub columns: Vec<WordColumn>,
    /// What is said where there is no column.
    pub empty: String,
}

const ROW: f64 = 26.0;
const HEAD: f64 = 34.0;
const GAP: f64 = 22.0;
/// A column is at least so wide, where there is room for two.
const NARROWEST: f64 = 150.0;
/// Most lines of columns that are drawn.
const MOST: usize = 40;

impl Columns {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        if self.columns.is_empty() {
            return draw::nothing(width, &self.title, &self.empty);
        }
        let beside = (((width + GAP) / (NARROWEST + GAP)) as usize).clamp(1, self.columns.len().min(8));
        let wide = ((width - GAP * (beside - 1) as f64) / beside as f64).floor();
        let most = self.columns.iter().flat_map(|column| &column.words).map(|word| word.count).max().unwrap_or(0);
        let mut scene = Scene {
            width,
            title: self.title.clone(),
            summary: self.summary(),
            legend: draw::legend(self.columns.iter().map(|column| &column.article)),
            ..Scene::default()
        };
        let mut y = 0.0;
        for (block, columns) in self.columns.chunks(beside).enumerate() {
            let longest = columns.iter().map(|column| column.words.len()).max().unwrap_or(0).min(MOST);
            for (at, column) in columns.iter().enumerate() {
                let area = Area::new((wide + GAP) * at as f64, y, wide, 0.0);
                self.column(&mut scene, column, area, (block, most.max(1)));
            }
            y += HEAD + ROW * longest.max(1) as f64 + 14.0;
        }
        if self.columns.len() > 1 {
            let (noun, nouns) = self.nouns();
            let words = format!(
                "the {noun}’s own shape: near it in this {noun} alone · ring: in several {nouns}, and how many"
            );
            for words in draw::wrap(&words, Type::Tick, width) {
                y += 14.0;
                scene.back.push(text(0.0, y, words, Type::Tick, Ink::Soft, Align::Start));
            }
        }
        scene.height = y + 6.0;
        // Line by line, so that the arrow keys go from one article’s word to the next one’s.
        let marks = std::mem::take(&mut scene.marks);
        scene.marks = order::sorted(marks, |a, b| a.row.cmp(&b.row));
        scene
    }

    fn column(&self, scene: &mut Scene, column: &WordColumn, area: Area, (block, most): (usize, u32)) {
        let (x, right) = (area.x, area.x + area.width);
        let article = &column.article;
        scene.back.extend(badge(article, x, area.y + HEAD / 2.0 - 3.0));
        let from = x + badge_width(article) + 7.0;
        let note = measure::fit(&column.note, Type::Tick, right - from);
        scene.back.push(text(
            from,
            area.y + HEAD / 2.0 - 3.0 + Type::Tick.drop(),
            note,
            Type::Tick,
            Ink::Soft,
            Align::Start,
        ));
        let top = area.y + HEAD - 4.0;
        scene.back.push(line(x, top, right, top, Ink::Line));
        if column.words.is_empty() {
            let empty = measure::fit(&column.empty, Type::Label, area.width);
            scene.back.push(text(x, top + 20.0, empty, Type::Label, Ink::Soft, Align::Start));
        }
        for (at, word) in column.words.iter().take(MOST).enumerate() {
            let y = top + ROW * at as f64;
            let middle = y + ROW / 2.0 - 1.0;
            let mut shapes = Vec::with_capacity(5);
            let alone = word.articles <= 1;
            shapes.push(if alone {
                glyph(article.colour, x + 5.0, middle, 4.0, false)
            } else {
                Shape::Circle { x: x + 5.0, y: middle, radius: 3.5, fill: Ink::Paper, stroke: Ink::Soft, opacity: 1.0 }
            });
            let count = ticks::count(u64::from(word.count));
            let mut end = right - measure::width(&count, Type::Tick) - 8.0;
            shapes.push(text(right, middle + Type::Tick.drop(), count, Type::Tick, Ink::Ink, Align::End));
            let several = ["in ", &word.articles.to_string()].concat();
            let room = measure::width(&several, Type::Tick);
            if !alone && end - room > x + area.width / 2.0 {
                shapes.push(text(end, middle + Type::Tick.drop(), several, Type::Tick, Ink::Soft, Align::End));
                end -= room + 6.0;
            }
            let said = measure::fit(&word.word, Type::Term, (end - x - 15.0).max(0.0));
            shapes.push(text(x + 15.0, middle + Type::Term.drop(), said, Type::Term, Ink::Ink, Align::Start));
            let length = (f64::from(word.count) / f64::from(most) * (area.width - 15.0)).max(2.0);
            shapes.push(rect(Area::new(x + 15.0, y + ROW - 4.0, length, 2.0), 1.0, Ink::Article(article.colour), 1.0));
            scene.marks.push(Mark {
                shapes,
                area: (x, y, area.width, ROW),
                label: self.sentence(word, article),
                card: self.card(word, article),
                target: word.target,
                others: Vec::new(),
                row: block * MOST + at,
            });
        }
    }

    fn times(&self, count: u32) -> String {
        let noun = if count == 1 { &self.what.0 } else { &self.what.1 };
        format!("{} {noun}", ticks::count(u64::from(count)))
    }

    fn nouns(&self) -> (&'static str, &'static str) {
        nouns(self.columns.iter().map(|column| &column.article))
    }

    fn spread(&self, word: &ColumnWord) -> String {
        let (noun, nouns) = self.nouns();
        match word.articles {
            0 | 1 => ["in this ", noun, " alone"].concat(),
            several => format!("in {several} {nouns}"),
        }
    }

    fn sentence(&self, word: &ColumnWord, article: &Article) -> String {
        format!("{}: {} in {}, {}", word.word, self.times(word.count), called(article), self.spread(word))
    }

    fn card(&self, word: &ColumnWord, article: &Article) -> Card {
        let mut rows = vec![(format!("in {}", called(article)), self.times(word.count))];
        rows.extend(word.rows.iter().cloned());
        rows.push(("near it".to_owned(), self.spread(word)));
        Card { title: word.word.clone(), rows }
    }

    fn summary(&self) -> String {
        let (noun, nouns) = self.nouns();
        format!(
            "{}: the words of {}, ranked side by side, with how often each {noun} has them.",
            self.title,
            draw::numbered(self.columns.len(), noun, nouns)
        )
    }
}
