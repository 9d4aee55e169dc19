//! Names × articles: who and what is named where, how often.

use super::Article;
use super::matrix::column_heads;
use super::tallies::nouns;
use crate::chart::draw::{self, called, text};
use crate::chart::measure;
use crate::chart::scale::Band;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// A name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamedRow {
    /// The name.
    pub name: String,
    /// How often each of the picture's articles has it.
    pub counts: Vec<u32>,
    /// Its place in the order in which each article brings names in, from 1; 0: not at all.
    pub order: Vec<u32>,
}

/// Names of one kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamedGroup {
    /// What they are: `people`.
    pub title: String,
    /// The names.
    pub rows: Vec<NamedRow>,
}

/// The picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    /// The columns.
    pub articles: Vec<Article>,
    /// The rows, kind by kind.
    pub groups: Vec<NamedGroup>,
}

const ROW: f64 = 25.0;
const GROUP: f64 = 27.0;
const HEAD: f64 = 26.0;

impl Mentions {
    /// The picture at this width in pixels. Rows are numbered through all groups. The target of a cell is
    /// `row × number of articles + column`, that of a name `number of rows × number of articles + row`.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let title = "Who and what is named where";
        if self.articles.is_empty() {
            return draw::nothing(width, title, "No article is switched on, so there is nothing to compare.");
        }
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let (number, columns) = (rows().count(), self.articles.len());
        if number == 0 {
            return draw::nothing(width, title, "No name of this kind was found.");
        }
        let (noun, nouns) = nouns(&self.articles);
        let words = rows().map(|row| measure::width(&row.name, Type::Term)).fold(60.0, f64::max);
        let left = words.min(0.4 * width).ceil();
        let wide = ((width - left - 14.0) / columns as f64).min(120.0);
        let band = Band::new(columns, (left + 14.0, left + 14.0 + wide * columns as f64), 2.0_f64.min(wide * 0.2));
        let mut scene = Scene {
            width,
            title: title.to_owned(),
            summary: format!(
                "{} in {}: how often each {noun} names each.",
                draw::numbered(number, "name", "names"),
                draw::numbered(columns, noun, nouns)
            ),
            legend: draw::legend(&self.articles),
            ..Scene::default()
        };
        column_heads(&mut scene, &self.articles, &band, HEAD / 2.0 - 1.0);
        let end = (band.start(columns - 1) + band.width()).min(width);
        let most = rows().flat_map(|row| &row.counts).copied().max().unwrap_or(1).max(1);
        let (mut y, mut at) = (HEAD, 0);
        for group in self.groups.iter().filter(|group| !group.rows.is_empty()) {
            let base = y + GROUP - 8.0;
            scene.back.push(draw::line(0.0, y + GROUP - 1.0, end, y + GROUP - 1.0, Ink::Soft));
            let heading = measure::fit(&group.title, Type::Label, width);
            scene.back.push(text(0.0, base, heading, Type::Label, Ink::Soft, Align::Start));
            y += GROUP;
            for row in &group.rows {
                let middle = y + ROW / 2.0;
                scene.back.push(draw::line(0.0, y + ROW, end, y + ROW, Ink::Line));
                let name = measure::fit(&row.name, Type::Term, left);
                let drop = middle + Type::Term.drop();
                scene.marks.push(Mark {
                    shapes: vec![text(0.0, drop, name, Type::Term, Ink::Ink, Align::Start)],
                    area: (0.0, y, left + 6.0, ROW),
                    label: self.told(row),
                    card: Card { title: row.name.clone(), rows: self.spread(row) },
                    target: number * columns + at,
                    others: Vec::new(),
                    row: at,
                });
                for (column, article) in self.articles.iter().enumerate() {
                    let count = row.counts.get(column).copied().unwrap_or(0);
                    let place = row.order.get(column).copied().unwrap_or(0);
                    let x = band.middle(column);
                    scene.marks.push(Mark {
                        shapes: cell(x, middle, band.width(), article, count, most),
                        area: (band.start(column), y, band.width(), ROW),
                        label: sentence(row, article, count, place),
                        card: card(row, article, count, place),
                        target: at * columns + column,
                        others: Vec::new(),
                        row: at,
                    });
                }
                y += ROW;
                at += 1;
            }
        }
        let words =
            "figures: times named · the area of a disc goes by them · a name opens its forms, a figure its places";
        for line in draw::wrap(words, Type::Tick, width) {
            y += 15.0;
            scene.back.push(text(0.0, y, line, Type::Tick, Ink::Soft, Align::Start));
        }
        scene.height = y + 7.0;
        scene
    }

    fn told(&self, row: &NamedRow) -> String {
        let all = row.counts.iter().take(self.articles.len()).copied().fold(0, u32::saturating_add);
        let of = row.counts.iter().take(self.articles.len()).filter(|count| **count > 0).count();
        let (noun, nouns) = nouns(&self.articles);
        format!("{}: {} in {}, show its forms", row.name, draw::times(all), draw::numbered(of, noun, nouns))
    }

    fn spread(&self, row: &NamedRow) -> Vec<(String, String)> {
        let named = self.articles.iter().zip(&row.counts).filter(|(_, count)| **count > 0);
        named.take(12).map(|(article, count)| (format!("in {}", called(article)), draw::times(*count))).collect()
    }
}

/// A disc with its figure beside it, or in it where there is no room; a dot for none.
fn cell(x: f64, y: f64, width: f64, article: &Article, count: u32, most: u32) -> Vec<Shape> {
    if count == 0 {
        let radius = 1.25_f64.min(width / 3.0);
        return vec![Shape::Circle { x, y, radius, fill: Ink::Soft, stroke: Ink::None, opacity: 0.6 }];
    }
    let words = ticks::count(u64::from(count));
    let wide = measure::width(&words, Type::Tick);
    let largest = (ROW / 2.0 - 1.5).min(width / 2.0);
    let radius = ((f64::from(count) / f64::from(most)).sqrt() * largest).clamp(2.0_f64.min(largest), largest);
    let fill = Ink::Article(article.colour);
    if 2.0 * largest + 5.0 + wide <= width {
        let from = x - (wide + 5.0) / 2.0;
        return vec![
            Shape::Circle { x: from, y, radius, fill, stroke: Ink::None, opacity: 0.9 },
            text(from + largest + 5.0, y + Type::Tick.drop(), words, Type::Tick, Ink::Ink, Align::Start),
        ];
    }
    let mut shapes = vec![Shape::Circle { x, y, radius: largest, fill, stroke: fill, opacity: 0.16 }];
    if wide <= width {
        shapes.push(text(x, y + Type::Tick.drop(), words, Type::Tick, Ink::Ink, Align::Middle));
    }
    shapes
}

fn sentence(row: &NamedRow, article: &Article, count: u32, place: u32) -> String {
    let place = if place > 0 { format!(", {} to be named", nth(place)) } else { String::new() };
    format!("{}: {} in {}{place}", row.name, draw::times(count), called(article))
}

fn card(row: &NamedRow, article: &Article, count: u32, place: u32) -> Card {
    let mut rows = vec![(format!("in {}", called(article)), draw::times(count))];
    if place > 0 {
        rows.push(("in the order of first mention".to_owned(), nth(place)));
    }
    Card { title: row.name.clone(), rows }
}

/// `1st`, `2nd`, `11th`.
fn nth(place: u32) -> String {
    let ending = match (place % 100, place % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{place}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_they_are_said() {
        let said: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 102, 111].into_iter().map(nth).collect();
        assert_eq!(said, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"]);
    }
}
