//! The course of each article, from its first sentence to its last: a lane an article, a piece a sentence, shaded by class.

use super::Article;
use crate::chart::draw::{self, badge, badge_width, called, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// A piece of a lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoursePiece {
    /// How much room it takes: words, say.
    pub length: u32,
    /// Its class, by its place among the classes; `None`: it has none and is no mark.
    pub class: Option<usize>,
    /// Whether it is pointed at: one of those listed beside.
    pub listed: bool,
    /// What it is, in a few words: its beginning.
    pub words: String,
    /// More for the card: name and value.
    pub rows: Vec<(String, String)>,
    /// What a click opens.
    pub target: usize,
}

/// A lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CourseLane {
    /// The article.
    pub article: Article,
    /// Its pieces, in order.
    pub pieces: Vec<CoursePiece>,
}

/// A class of pieces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CourseClass {
    /// What it is called below.
    pub name: String,
    /// Its shade, 0 (none) to 8 (most).
    pub shade: u8,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Its title.
    pub title: String,
    /// What the classes tell, before their names.
    pub measure: String,
    /// What the pieces that are pointed at are.
    pub listed: String,
    /// The classes.
    pub classes: Vec<CourseClass>,
    /// The lanes.
    pub lanes: Vec<CourseLane>,
    /// What is said where there is no piece.
    pub empty: String,
}

const LANE: f64 = 34.0;
const BAR: f64 = 18.0;
/// Most lanes that are drawn.
const MOST: usize = 60;

impl Course {
    /// The chart at this width in pixels: every lane is as long, whatever the length of its article.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let lanes = &self.lanes[..self.lanes.len().min(MOST)];
        if lanes.iter().all(|lane| lane.pieces.iter().all(|piece| piece.length == 0)) {
            return draw::nothing(width, &self.title, &self.empty);
        }
        let left = lanes.iter().map(|lane| badge_width(&lane.article)).fold(0.0, f64::max) + 10.0;
        let mut scene = Scene {
            width,
            title: self.title.clone(),
            summary: self.summary(lanes.len()),
            legend: draw::legend(lanes.iter().map(|lane| &lane.article)),
            ..Scene::default()
        };
        for (row, lane) in lanes.iter().enumerate() {
            let y = 4.0 + LANE * row as f64;
            scene.back.extend(badge(&lane.article, 0.0, y + BAR / 2.0));
            let all: f64 = lane.pieces.iter().map(|piece| f64::from(piece.length)).sum();
            let mut done = 0.0;
            for piece in lane.pieces.iter().filter(|piece| piece.length > 0) {
                let at = |length: f64| left + (width - left) * length / all;
                let (from, to) = (at(done), at(done + f64::from(piece.length)));
                done += f64::from(piece.length);
                let bar = Area::new(from, y, (to - from - 1.0).max(0.5), BAR);
                let Some(class) = piece.class.and_then(|class| self.classes.get(class)) else {
                    scene.back.push(rect(Area::new(bar.x, y + BAR / 2.0 - 0.5, bar.width, 1.0), 0.0, Ink::Line, 1.0));
                    continue;
                };
                let mut shapes = vec![Shape::Rect {
                    x: bar.x,
                    y: bar.y,
                    width: bar.width,
                    height: bar.height,
                    radius: 0.0,
                    fill: Ink::Sequential(class.shade.min(8)),
                    stroke: Ink::None,
                    opacity: 1.0,
                }];
                if piece.listed {
                    shapes.push(rect(
                        Area::new(bar.x, y + BAR + 2.0, bar.width, 3.0),
                        0.0,
                        Ink::Article(lane.article.colour),
                        1.0,
                    ));
                }
                scene.marks.push(Mark {
                    shapes,
                    area: (bar.x, y, bar.width, BAR + 5.0),
                    label: format!("{}, {}: {}", called(&lane.article), class.name, piece.words),
                    card: Card { title: piece.words.clone(), rows: piece.rows.clone() },
                    target: piece.target,
                    others: Vec::new(),
                    row,
                });
            }
        }
        let mut y = 4.0 + LANE * lanes.len() as f64;
        let ends = ["beginning", "end"].map(|word| measure::width(word, Type::Tick));
        if left + ends[0] + ends[1] + 8.0 < width {
            scene.back.push(text(left, y, "beginning", Type::Tick, Ink::Soft, Align::Start));
            scene.back.push(text(width, y, "end", Type::Tick, Ink::Soft, Align::End));
        }
        y = self.key(&mut scene, left, y + 24.0);
        if self.lanes.len() > MOST {
            y += 18.0;
            let words = format!("The first {MOST} of {} articles are drawn.", ticks::count(self.lanes.len() as u64));
            scene.back.push(text(0.0, y, measure::fit(&words, Type::Tick, width), Type::Tick, Ink::Soft, Align::Start));
        }
        scene.height = y + 8.0;
        scene
    }

    /// What the shades are, below the lanes; gives the last line’s height.
    fn key(&self, scene: &mut Scene, left: f64, y: f64) -> f64 {
        let (mut x, mut y) = (left, y);
        let width = scene.width;
        let name = measure::fit(&self.measure, Type::Tick, width - left);
        let mut place = |scene: &mut Scene, swatch: Option<Shape>, words: &str| {
            let words = measure::fit(words, Type::Tick, width - left - 18.0);
            let room = measure::width(&words, Type::Tick) + if swatch.is_some() { 18.0 } else { 0.0 };
            if x > left && x + room > width {
                x = left;
                y += 18.0;
            }
            let mut at = x;
            if let Some(swatch) = swatch {
                scene.back.push(match swatch {
                    Shape::Rect { width, height, radius, fill, stroke, opacity, .. } => {
                        Shape::Rect { x, y: y - height / 2.0 - 4.0, width, height, radius, fill, stroke, opacity }
                    }
                    other => other,
                });
                at += 18.0;
            }
            scene.back.push(text(at, y, words, Type::Tick, Ink::Soft, Align::Start));
            x += room + 14.0;
            y
        };
        let mut last = place(scene, None, &name);
        for class in &self.classes {
            let swatch = Shape::Rect {
                x: 0.0,
                y: 0.0,
                width: 13.0,
                height: 11.0,
                radius: 1.0,
                fill: Ink::Sequential(class.shade.min(8)),
                stroke: Ink::Line,
                opacity: 1.0,
            };
            last = place(scene, Some(swatch), &class.name);
        }
        if self.lanes.iter().flat_map(|lane| &lane.pieces).any(|piece| piece.listed) {
            let swatch = rect(Area::new(0.0, 0.0, 13.0, 3.0), 0.0, Ink::Ink, 1.0);
            last = place(scene, Some(swatch), &self.listed);
        }
        last
    }

    fn summary(&self, lanes: usize) -> String {
        format!(
            "{}: the sentences of {} in their order, shaded by {}.",
            self.title,
            draw::numbered(lanes, "article", "articles"),
            self.measure
        )
    }
}
