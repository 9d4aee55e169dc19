//! Different words against words read: a curve a text.

use super::Article;
use crate::chart::draw::{self, called, glyph, text};
use crate::chart::label::{Board, Wish};
use crate::chart::measure::{self, Area};
use crate::chart::scale::Scale;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// A text's curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// The article; `None`: all together.
    pub article: Option<Article>,
    /// Words so far and the different ones among them, ascending.
    pub points: Vec<(u32, f64)>,
    /// K and β of Heaps' law, where it was fitted.
    pub law: Option<(f64, f64)>,
    /// What a click opens.
    pub target: usize,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Growth {
    /// The texts, in the order in which they are walked.
    pub curves: Vec<Curve>,
    /// What is counted, in the plural: `words`, `2-grams`.
    pub unit: String,
}

/// Every tenth point of a curve is a mark.
const MARKED: usize = 10;

impl Growth {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let unit = if self.unit.is_empty() { "words" } else { &self.unit };
        let title = "Vocabulary growth";
        let sound = |point: &&(u32, f64)| point.1.is_finite() && point.1 >= 0.0;
        let curves: Vec<(&Curve, Vec<(u32, f64)>)> = self
            .curves
            .iter()
            .map(|curve| (curve, curve.points.iter().filter(sound).copied().collect()))
            .filter(|(_, points): &(_, Vec<_>)| !points.is_empty())
            .collect();
        let ends = || curves.iter().filter_map(|(curve, points)| Some((curve, *points.last()?)));
        let Some((longest, last)) = ends().max_by_key(|(_, point)| point.0) else {
            return draw::nothing(width, title, &format!("There are no {unit} to count."));
        };
        // The law of all together is drawn too, and may end above its curve.
        let law = |(curve, point): (&&Curve, (u32, f64))| match (&curve.article, curve.law) {
            (None, Some((k, beta))) => k * f64::from(point.0).powf(beta),
            _ => 0.0,
        };
        let most = ends().map(|(_, point)| point.1).fold(1.0, f64::max);
        let most = ends().map(|(curve, point)| law((curve, point))).fold(most, f64::max).min(2.0 * most);
        let plot = Area::new(52.0, 26.0, width - 92.0, (0.5 * width).clamp(220.0, 420.0).floor());
        let mut scene = Scene {
            width,
            height: plot.bottom() + 40.0,
            title: title.to_owned(),
            summary: format!(
                "After {} {unit}, {} {} different ones. Of {}, each a curve.",
                ticks::count(u64::from(last.0)),
                whose(longest),
                if longest.article.is_some() { "has" } else { "have" }.to_owned() + " " + &rounded(last.1),
                draw::numbered(curves.len(), "text", "texts"),
            ),
            ..Scene::default()
        };
        let x = Scale::linear((0.0, f64::from(last.0).max(10.0)), (plot.x, plot.right()));
        let y = Scale::linear((0.0, most.max(10.0) * 1.04), (plot.bottom(), plot.y));
        let across = ticks::whole(f64::from(last.0).max(10.0), ((plot.width / 80.0) as usize).max(2));
        draw::axis_below(&mut scene, &x, &across, plot, None);
        draw::axis_left(&mut scene, &y, &ticks::linear(0.0, most.max(10.0) * 1.04, 5), plot);
        let name = measure::fit(&format!("different {unit}"), Type::Label, width);
        scene.back.push(text(0.0, 12.0, name, Type::Label, Ink::Soft, Align::Start));
        let name = measure::fit(&format!("{unit} read"), Type::Label, plot.width);
        scene.back.push(text(plot.right(), plot.bottom() + 32.0, name, Type::Label, Ink::Soft, Align::End));

        let mut board = Board::new(Area::new(plot.x, 0.0, width - plot.x, plot.bottom()));
        let place = |point: &(u32, f64)| (x.at(f64::from(point.0)), y.at(point.1));
        for (row, (curve, points)) in curves.iter().enumerate() {
            let ink = curve.article.as_ref().map_or(Ink::Ink, |article| Ink::Article(article.colour));
            let mut line = vec![(x.at(0.0), y.at(0.0))];
            line.extend(points.iter().map(place));
            for pair in line.windows(2) {
                let middle = (f64::midpoint(pair[0].0, pair[1].0), f64::midpoint(pair[0].1, pair[1].1));
                board.take(Area::new(middle.0 - 1.5, middle.1 - 1.5, 3.0, 3.0));
            }
            // Of all together the law too: more dashed lines would hide the curves.
            if curve.article.is_none()
                && let Some((k, beta)) = curve.law
            {
                let law: Vec<(f64, f64)> = points
                    .iter()
                    .map(|&(tokens, _)| (x.at(f64::from(tokens)), y.at(k * f64::from(tokens).powf(beta))))
                    .collect();
                for dash in law.windows(2).step_by(2) {
                    scene.back.push(Shape::Line {
                        x1: dash[0].0,
                        y1: dash[0].1,
                        x2: dash[1].0,
                        y2: dash[1].1,
                        ink: Ink::Accent,
                        width: 1.25,
                        opacity: 1.0,
                        dash: "",
                        round: false,
                    });
                }
            }
            let d = draw::polyline(&line);
            scene.back.push(Shape::Path { d, fill: Ink::None, stroke: ink, width: 1.75, opacity: 1.0 });
            for (at, point) in points.iter().enumerate() {
                let last = at + 1 == points.len();
                if last || (at + 1) % MARKED == 0 {
                    let (px, py) = place(point);
                    let radius = if last { 5.0 } else { 2.75 };
                    board.take(Area::new(px - radius, py - radius, 2.0 * radius, 2.0 * radius));
                    scene.marks.push(mark(&scene, curve, point, (px, py, radius), unit, row));
                }
            }
        }
        let names: Vec<String> = curves
            .iter()
            .map(|(curve, _)| curve.article.as_ref().map_or("all".to_owned(), |article| article.letter.clone()))
            .collect();
        let wishes: Vec<Wish> = curves
            .iter()
            .zip(&names)
            .filter_map(|((_, points), name)| {
                let (px, py) = place(points.last()?);
                Some(Wish { text: name, x: px, y: py, clear: 6.0 })
            })
            .collect();
        for place in board.place(&wishes, Type::Badge, wishes.len()) {
            scene.front.push(text(place.x, place.y, wishes[place.wish].text, Type::Badge, Ink::Ink, place.align));
        }
        scene.legend = draw::legend(curves.iter().filter_map(|(curve, _)| curve.article.as_ref()));
        scene
    }
}

fn whose(curve: &Curve) -> String {
    curve.article.as_ref().map_or("all articles together".to_owned(), called)
}

fn rounded(types: f64) -> String {
    ticks::count(types.round().clamp(0.0, 1e15) as u64)
}

fn mark(
    scene: &Scene,
    curve: &Curve,
    point: &(u32, f64),
    (x, y, radius): (f64, f64, f64),
    unit: &str,
    row: usize,
) -> Mark {
    let (tokens, types) = (ticks::count(u64::from(point.0)), rounded(point.1));
    let shape = match &curve.article {
        Some(article) => glyph(article.colour, x, y, radius, false),
        None => Shape::Circle { x, y, radius, fill: Ink::Ink, stroke: Ink::Paper, opacity: 1.0 },
    };
    let mut rows = vec![(format!("{unit} read"), tokens.clone()), (format!("different {unit}"), types.clone())];
    if let Some((k, beta)) = curve.law {
        rows.push(("by Heaps’ law".to_owned(), rounded(k * f64::from(point.0).powf(beta))));
    }
    Mark {
        shapes: vec![shape],
        area: draw::hit_area(scene, x, y, 0.0, 0.0),
        label: format!("{}: after {tokens} {unit}, {types} different", whose(curve)),
        card: Card { title: whose(curve), rows },
        target: curve.target,
        others: Vec::new(),
        row,
    }
}
