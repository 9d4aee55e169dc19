//! Frequency against rank, both logarithmic, beside the line of Zipf's law.

use crate::chart::draw::{self, text};
use crate::chart::label::{Board, Wish};
use crate::chart::measure::{self, Area};
use crate::chart::scale::Scale;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// One word or n-gram.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ZipfPoint {
    /// The word.
    pub term: String,
    /// Its rank by frequency, from 1.
    pub rank: u32,
    /// Its frequency.
    pub frequency: u32,
    /// What a click opens.
    pub target: usize,
}

/// The plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Zipf {
    /// The points, by rank.
    pub points: Vec<ZipfPoint>,
    /// What is ranked, in the plural: `words`, `2-grams`.
    pub unit: String,
    /// The law fitted: its exponent, and the frequency it expects at rank 1.
    pub fit: Option<(f64, f64)>,
}

impl Zipf {
    /// The plot at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let title = "Frequency against rank";
        let points: Vec<&ZipfPoint> =
            self.points.iter().filter(|point| point.rank > 0 && point.frequency > 0).collect();
        if points.is_empty() {
            return draw::nothing(width, title, &format!("There are no {} to rank.", self.unit()));
        }
        let last = points.iter().map(|point| point.rank).max().unwrap_or(1);
        let top = points.iter().map(|point| point.frequency).max().unwrap_or(1);
        let plot = Area::new(52.0, 26.0, width - 64.0, (0.6 * width).clamp(240.0, 480.0).floor());
        let mut scene = Scene {
            width,
            height: plot.bottom() + 40.0,
            title: title.to_owned(),
            summary: format!(
                "The most frequent of the {} is ‘{}’ with {}; the last of {} ranks has {}. The dashed line is Zipf’s \
                 law: frequency falls as 1/rank.{}",
                self.unit(),
                points[0].term,
                ticks::count(u64::from(points[0].frequency)),
                ticks::count(u64::from(last)),
                ticks::count(u64::from(points[points.len() - 1].frequency)),
                self.fit.map_or_else(String::new, |(exponent, _)| format!(
                    " The solid line is the law fitted: as 1/rank to the power of {}.",
                    ticks::fixed(exponent, 2)
                )),
            ),
            ..Scene::default()
        };
        let (most_rank, most_frequency) = (f64::from(last).max(10.0) * 1.15, f64::from(top).max(10.0) * 1.6);
        let x = Scale::log((0.87, most_rank), (plot.x, plot.right()));
        let y = Scale::log((0.87, most_frequency), (plot.bottom(), plot.y));
        draw::axis_below(
            &mut scene,
            &x,
            &ticks::decades(1.0, most_rank, ((plot.width / 50.0) as usize).max(2)),
            plot,
            None,
        );
        draw::axis_left(&mut scene, &y, &ticks::decades(1.0, most_frequency, 6), plot);
        scene.back.push(text(0.0, 12.0, "frequency", Type::Label, Ink::Soft, Align::Start));
        let name = measure::fit(&format!("rank of the {}", self.unit()), Type::Label, plot.width);
        scene.back.push(text(plot.right(), plot.bottom() + 32.0, name, Type::Label, Ink::Soft, Align::End));

        let mut board = Board::new(Area::new(plot.x, plot.y, width - plot.x, plot.height));
        for point in &points {
            let (px, py) = (x.at(f64::from(point.rank)), y.at(f64::from(point.frequency)));
            board.take(Area::new(px - 3.0, py - 3.0, 6.0, 6.0));
        }
        if let Some((exponent, first)) = self.fit.filter(|fit| fit.0.is_finite() && fit.0 >= 0.0 && fit.1 > 0.0) {
            let words = format!("fitted: a = {}", ticks::fixed(exponent, 2));
            // Where it leaves the plot below, it ends.
            let end = f64::from(last).min(first.max(1.0).powf(1.0 / exponent.max(1e-9)).min(1e300));
            let ends = [(1.0, first), (end, first * end.powf(-exponent))];
            guide(&mut scene, &mut board, ends.map(|(rank, frequency)| (x.at(rank), y.at(frequency))), "", &words);
        }
        let end = f64::from(top).min(most_rank);
        let ends = [(1.0, f64::from(top)), (end, f64::from(top) / end)];
        let ends = ends.map(|(rank, frequency)| (x.at(rank), y.at(frequency)));
        guide(&mut scene, &mut board, ends, "5 4", "Zipf’s law");
        let wishes: Vec<Wish> = notable(&points)
            .into_iter()
            .map(|at| points[at])
            .map(|point| Wish {
                text: &point.term,
                x: x.at(f64::from(point.rank)),
                y: y.at(f64::from(point.frequency)),
                clear: 4.0,
            })
            .collect();
        for place in board.place(&wishes, Type::Term, 14) {
            let words = wishes[place.wish].text;
            scene.front.push(text(place.x, place.y, words, Type::Term, Ink::Ink, place.align));
        }
        for point in &points {
            let (px, py) = (x.at(f64::from(point.rank)), y.at(f64::from(point.frequency)));
            scene.marks.push(Mark {
                shapes: vec![Shape::Circle {
                    x: px,
                    y: py,
                    radius: 2.75,
                    fill: Ink::Ink,
                    stroke: Ink::None,
                    opacity: 0.6,
                }],
                area: draw::hit_area(&scene, px, py, 0.0, 0.0),
                label: format!(
                    "{}: rank {}, {}",
                    point.term,
                    ticks::count(u64::from(point.rank)),
                    draw::times(point.frequency)
                ),
                card: Card {
                    title: point.term.clone(),
                    rows: vec![
                        ("rank".to_owned(), ticks::count(u64::from(point.rank))),
                        ("frequency".to_owned(), ticks::count(u64::from(point.frequency))),
                        (
                            "rank × frequency".to_owned(),
                            ticks::count(u64::from(point.rank) * u64::from(point.frequency)),
                        ),
                    ],
                },
                target: point.target,
                others: Vec::new(),
                row: 0,
            });
        }
        scene
    }

    fn unit(&self) -> &str {
        if self.unit.is_empty() { "words" } else { &self.unit }
    }
}

/// A line from end to end, and its name beside it.
fn guide(scene: &mut Scene, board: &mut Board, ends: [(f64, f64); 2], dash: &'static str, name: &str) {
    let [(x1, y1), (x2, y2)] = ends;
    scene.back.push(Shape::Line { x1, y1, x2, y2, ink: Ink::Accent, width: 1.25, opacity: 1.0, dash, round: false });
    // The line itself is in the way of labels.
    for step in 0..60 {
        let share = f64::from(step) / 59.0;
        board.take(Area::new(x1 + share * (x2 - x1) - 1.0, y1 + share * (y2 - y1) - 1.0, 2.0, 2.0));
    }
    let wishes: Vec<Wish> = [0.72, 0.55, 0.85, 0.4, 0.95]
        .into_iter()
        .map(|share| Wish { text: name, x: x1 + share * (x2 - x1), y: y1 + share * (y2 - y1), clear: 6.0 })
        .collect();
    if let Some(place) = board.place(&wishes, Type::Label, 1).first() {
        scene.front.push(text(place.x, place.y, name, Type::Label, Ink::Accent, place.align));
    }
}

/// Which points to label: the first few, then about three a decade.
fn notable(points: &[&ZipfPoint]) -> Vec<usize> {
    let mut chosen = Vec::new();
    let mut next = 1.0;
    for (at, point) in points.iter().enumerate() {
        if f64::from(point.rank) >= next {
            chosen.push(at);
            next = (f64::from(point.rank) * 1.9).max(next + 1.0);
        }
    }
    chosen
}
