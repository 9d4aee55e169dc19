//! How often somebody or something has each of the articles: a bar a cell, with its count, in rows that may stand under headings.
//!
//! A bar may have two parts, filled and outlined: words between marks and words reported, say. What the
//! parts are is said below.

use super::Article;
use super::matrix::column_heads;
use crate::chart::draw::{self, called, line, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::scale::Band;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TallyRow {
    /// What stands before it.
    pub name: String,
    /// The heading it stands under; empty: none. Rows of one heading follow one another.
    pub group: String,
    /// How many there are of the group, with rows that aren't drawn; stands beside its heading.
    pub group_total: Option<u32>,
    /// How many of each article's are filled and how many outlined.
    pub cells: Vec<(u32, u32)>,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tallies {
    /// Its title.
    pub title: String,
    /// One of what is counted, and several.
    pub what: (String, String),
    /// What the filled part of a bar is, and the outlined one; empty where bars have one part.
    pub parts: Option<(String, String)>,
    /// The columns.
    pub articles: Vec<Article>,
    /// The rows.
    pub rows: Vec<TallyRow>,
    /// What is said where there is no row.
    pub empty: String,
}

const ROW: f64 = 26.0;
const HEAD: f64 = 28.0;
const GROUP: f64 = 24.0;

impl Tallies {
    /// The chart at this width in pixels. The target of a cell is `row × number of articles + column`; empty cells are no marks.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        if self.articles.is_empty() || self.rows.is_empty() {
            return draw::nothing(width, &self.title, &self.empty);
        }
        let columns = self.articles.len();
        let names = self.rows.iter().map(|row| measure::width(&row.name, Type::Term)).fold(40.0, f64::max);
        let left = names.min(0.36 * width).ceil();
        let wide = ((width - left - 12.0) / columns as f64).min(130.0);
        let band = Band::new(columns, (left + 12.0, left + 12.0 + wide * columns as f64), 4.0_f64.min(wide * 0.2));
        let end = (band.start(columns - 1) + band.width()).min(width);
        let mut scene = Scene {
            width,
            title: self.title.clone(),
            summary: self.summary(),
            legend: draw::legend(&self.articles),
            ..Scene::default()
        };
        // Above the bars' beginnings, where there is room for a badge.
        if self.articles.iter().all(|article| draw::badge_width(article) + 2.0 <= band.width()) {
            for (at, article) in self.articles.iter().enumerate() {
                scene.back.extend(draw::badge(article, band.start(at), HEAD / 2.0 - 1.0));
            }
        } else {
            column_heads(&mut scene, &self.articles, &band, HEAD / 2.0 - 1.0);
        }
        let most = self.rows.iter().flat_map(|row| &row.cells).map(|cell| u64::from(cell.0) + u64::from(cell.1)).max();
        let most = most.unwrap_or(0).max(1);
        let figures = measure::width(&ticks::count(most), Type::Tick) + 10.0;
        let longest = (band.width() - figures).max(0.0);
        let mut y = HEAD;
        let mut group = "";
        for (at, row) in self.rows.iter().enumerate() {
            if row.group != group {
                group = &row.group;
                y += GROUP;
                let heading = match row.group_total {
                    Some(total) => format!("{group} · {}", ticks::count(u64::from(total))),
                    None => group.to_owned(),
                };
                let heading = measure::fit(&heading, Type::Tick, width);
                scene.back.push(text(0.0, y - 7.0, heading, Type::Tick, Ink::Soft, Align::Start));
                scene.back.push(line(0.0, y, end, y, Ink::Line));
            }
            let middle = y + ROW / 2.0;
            let name = measure::fit(&row.name, Type::Term, left);
            scene.back.push(text(left, middle + Type::Term.drop(), name, Type::Term, Ink::Ink, Align::End));
            scene.back.push(line(0.0, y + ROW, end, y + ROW, Ink::Line));
            for (column, article) in self.articles.iter().enumerate() {
                let (filled, outlined) = row.cells.get(column).copied().unwrap_or_default();
                let count = u64::from(filled) + u64::from(outlined);
                let x = band.start(column);
                if count == 0 {
                    let radius = 1.25_f64.min(band.width() / 3.0);
                    let dot = Shape::Circle {
                        x: x + radius,
                        y: middle,
                        radius,
                        fill: Ink::Soft,
                        stroke: Ink::None,
                        opacity: 0.6,
                    };
                    scene.back.push(dot);
                    continue;
                }
                let scaled = |count: u32| f64::from(count) / most as f64 * longest;
                let mut shapes = Vec::with_capacity(3);
                let mut to = x;
                if longest >= 4.0 {
                    let ink = Ink::Article(article.colour);
                    if filled > 0 {
                        let length = scaled(filled).max(2.0);
                        shapes.push(rect(Area::new(to, middle - 5.0, length, 10.0), 1.0, ink, 1.0));
                        to += length;
                    }
                    if outlined > 0 {
                        let length = scaled(outlined).max(2.0).min((x + longest - to).max(2.0));
                        shapes.push(Shape::Rect {
                            x: to + 0.5,
                            y: middle - 4.5,
                            width: (length - 1.0).max(1.0),
                            height: 9.0,
                            radius: 1.0,
                            fill: Ink::Paper,
                            stroke: ink,
                            opacity: 1.0,
                        });
                        to += length;
                    }
                    to += 4.0;
                }
                let words = ticks::count(count);
                if to + measure::width(&words, Type::Tick) <= x + band.width() {
                    shapes.push(text(to, middle + Type::Tick.drop(), words, Type::Tick, Ink::Ink, Align::Start));
                } else if shapes.is_empty() {
                    // No room but for a sign that there is something.
                    let ink = Ink::Article(article.colour);
                    shapes.push(rect(Area::new(x, middle - 5.0, band.width(), 10.0), 1.0, ink, 1.0));
                }
                scene.marks.push(Mark {
                    shapes,
                    area: (x, y, band.width(), ROW),
                    label: self.sentence(row, article, (filled, outlined)),
                    card: self.card(row, article, (filled, outlined)),
                    target: at * columns + column,
                    others: Vec::new(),
                    row: at,
                });
            }
            y += ROW;
        }
        scene.height = y + 6.0;
        if let Some((filled, outlined)) = &self.parts {
            let words = format!("filled: {filled} · outlined: {outlined}");
            for (at, words) in draw::wrap(&words, Type::Tick, width).into_iter().enumerate() {
                let below = y + 18.0 + 14.0 * at as f64;
                scene.height = below + 6.0;
                scene.back.push(text(0.0, below, words, Type::Tick, Ink::Soft, Align::Start));
            }
        }
        scene
    }

    fn things(&self, count: u64) -> String {
        format!("{} {}", ticks::count(count), if count == 1 { &self.what.0 } else { &self.what.1 })
    }

    fn sentence(&self, row: &TallyRow, article: &Article, (filled, outlined): (u32, u32)) -> String {
        let all = self.things(u64::from(filled) + u64::from(outlined));
        let group = if row.group.is_empty() { String::new() } else { format!(", {}", row.group) };
        let parts = match &self.parts {
            Some((one, two)) => format!(": {filled} {one}, {outlined} {two}"),
            None => String::new(),
        };
        format!("{}{group}: {all} in {}{parts}", row.name, called(article))
    }

    fn card(&self, row: &TallyRow, article: &Article, (filled, outlined): (u32, u32)) -> Card {
        let count = |count: u32| ticks::count(u64::from(count));
        let mut rows = vec![(format!("in {}", called(article)), self.things(u64::from(filled) + u64::from(outlined)))];
        if let Some((one, two)) = &self.parts {
            rows.push((one.clone(), count(filled)));
            rows.push((two.clone(), count(outlined)));
        }
        let all = row.cells.iter().take(self.articles.len()).map(|cell| u64::from(cell.0) + u64::from(cell.1)).sum();
        rows.push((["in all ", nouns(&self.articles).1].concat(), ticks::count(all)));
        Card { title: row.name.clone(), rows }
    }

    fn summary(&self) -> String {
        let (noun, nouns) = nouns(&self.articles);
        format!(
            "{} by {}: how many {} each {noun} has of each.",
            self.title,
            draw::numbered(self.articles.len(), noun, nouns),
            self.what.1
        )
    }
}

/// What one of these is called, and what several are: articles have letters, groups numbers.
pub(super) fn nouns<'a>(articles: impl IntoIterator<Item = &'a Article>) -> (&'static str, &'static str) {
    let first = articles.into_iter().next();
    if first.is_some_and(|it| it.letter.starts_with(|c: char| c.is_ascii_digit())) {
        ("group", "groups")
    } else {
        ("article", "articles")
    }
}
