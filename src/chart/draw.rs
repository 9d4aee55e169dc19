//! The grammar all charts share: lines, texts, badges, an article's shape, an axis, an empty picture.

use super::layout::Article;
use super::measure::{self, Area};
use super::scale::Scale;
use super::scene::{Align, Ink, Scene, Shape, Type};
use super::ticks::{Tick, coordinate};

/// Side of a badge in pixels.
pub const BADGE: f64 = 18.0;

/// A width layouts can work with: 280 to 4,000, 280 where it is no number.
pub fn usable(width: f64) -> f64 {
    if width.is_finite() { width.clamp(280.0, 4000.0).floor() } else { 280.0 }
}

/// A line of text.
pub fn text(x: f64, y: f64, text: impl Into<String>, face: Type, ink: Ink, align: Align) -> Shape {
    Shape::Text { x, y, text: text.into(), face, ink, align, turn: 0.0 }
}

/// A thin solid line.
pub fn line(x1: f64, y1: f64, x2: f64, y2: f64, ink: Ink) -> Shape {
    Shape::Line { x1, y1, x2, y2, ink, width: 1.0, opacity: 1.0, dash: "", round: false }
}

/// A filled rectangle.
pub fn rect(area: Area, radius: f64, fill: Ink, opacity: f64) -> Shape {
    Shape::Rect {
        x: area.x,
        y: area.y,
        width: area.width.max(0.0),
        height: area.height.max(0.0),
        radius,
        fill,
        stroke: Ink::None,
        opacity,
    }
}

/// Width of an article's badge: a square, wider where the letters need it.
pub fn badge_width(article: &Article) -> f64 {
    (measure::width(&article.letter, Type::Badge) + 8.0).clamp(BADGE, 48.0)
}

/// An article's letter on its colour, with its left edge at x, centred on y; a group's number on a round ground.
pub fn badge(article: &Article, x: f64, y: f64) -> [Shape; 2] {
    let radius = if is_group(article) { BADGE / 2.0 } else { 4.0 };
    let width = badge_width(article);
    let letter = measure::fit(&article.letter, Type::Badge, width);
    [
        rect(Area::new(x, y - BADGE / 2.0, width, BADGE), radius, Ink::Article(article.colour), 1.0),
        text(x + width / 2.0, y + Type::Badge.drop(), letter, Type::Badge, Ink::Paper, Align::Middle),
    ]
}

/// The shape of an article's marks, so that colour is never alone: seven shapes against eight colours, so
/// 56 articles differ in one or the other. `open` draws the outline only.
pub fn glyph(article: u32, x: f64, y: f64, radius: f64, open: bool) -> Shape {
    let ink = Ink::Article(article);
    let (fill, stroke, opacity) = if open { (Ink::Paper, ink, 1.0) } else { (ink, Ink::Paper, 0.9) };
    let r = radius;
    let points: &[(f64, f64)] = match article % 7 {
        0 => return Shape::Circle { x, y, radius, fill, stroke, opacity },
        1 => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        2 => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
        3 => &[(0.0, -1.2), (1.15, 0.9), (-1.15, 0.9)],
        4 => &[
            (-0.42, -1.2),
            (0.42, -1.2),
            (0.42, -0.42),
            (1.2, -0.42),
            (1.2, 0.42),
            (0.42, 0.42),
            (0.42, 1.2),
            (-0.42, 1.2),
            (-0.42, 0.42),
            (-1.2, 0.42),
            (-1.2, -0.42),
            (-0.42, -0.42),
        ],
        5 => &[(0.0, 1.2), (1.15, -0.9), (-1.15, -0.9)],
        _ => &[
            (-0.6, -1.15),
            (0.0, -0.5),
            (0.6, -1.15),
            (1.15, -0.6),
            (0.5, 0.0),
            (1.15, 0.6),
            (0.6, 1.15),
            (0.0, 0.5),
            (-0.6, 1.15),
            (-1.15, 0.6),
            (-0.5, 0.0),
            (-1.15, -0.6),
        ],
    };
    let scaled: Vec<(f64, f64)> = points.iter().map(|(px, py)| (x + px * r, y + py * r)).collect();
    Shape::Path { d: polygon(&scaled), fill, stroke, width: if open { 1.5 } else { 0.75 }, opacity }
}

/// A closed path through points.
pub fn polygon(points: &[(f64, f64)]) -> String {
    let mut d = polyline(points);
    d.push('Z');
    d
}

/// An open path through points.
pub fn polyline(points: &[(f64, f64)]) -> String {
    let mut d = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        d.push(if at == 0 { 'M' } else { 'L' });
        d.push_str(&coordinate(*x));
        d.push(' ');
        d.push_str(&coordinate(*y));
    }
    d
}

/// A horizontal axis under a plot: a grid line and a label a tick, leaving out labels that would touch the one
/// before or leave the frame. The tick at `origin`, if any, gets a strong line.
pub fn axis_below(scene: &mut Scene, scale: &Scale, ticks: &[Tick], plot: Area, origin: Option<f64>) {
    let mut taken = f64::NEG_INFINITY;
    let y = plot.bottom() + 14.0;
    for tick in ticks {
        let x = scale.at(tick.value);
        let ink = if origin == Some(tick.value) { Ink::Soft } else { Ink::Line };
        scene.back.push(line(x, plot.y, x, plot.bottom(), ink));
        let wide = measure::width(&tick.label, Type::Tick);
        let left = (x - wide / 2.0).clamp(0.0, (scene.width - wide).max(0.0));
        if left >= taken && left + wide <= scene.width {
            scene.back.push(text(left, y, &tick.label, Type::Tick, Ink::Soft, Align::Start));
            taken = left + wide + 6.0;
        }
    }
}

/// A vertical axis left of a plot: a grid line and a label a tick. `ticks` from small to large.
pub fn axis_left(scene: &mut Scene, scale: &Scale, ticks: &[Tick], plot: Area) {
    let mut taken = f64::INFINITY;
    for tick in ticks {
        let y = scale.at(tick.value);
        scene.back.push(line(plot.x, y, plot.right(), y, Ink::Line));
        let baseline = y + Type::Tick.drop();
        if baseline + Type::Tick.descent() <= taken && baseline - Type::Tick.ascent() >= 0.0 {
            let label = measure::fit(&tick.label, Type::Tick, plot.x - 6.0);
            scene.back.push(text(plot.x - 6.0, baseline, label, Type::Tick, Ink::Soft, Align::End));
            taken = baseline - Type::Tick.ascent() - 2.0;
        }
    }
}

/// Words set over several lines, none wider than the room.
pub fn wrap(words: &str, face: Type, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        if let Some(last) = lines.last_mut() {
            let longer = format!("{last} {word}");
            if measure::width(&longer, face) <= room {
                *last = longer;
                continue;
            }
        }
        lines.push(measure::fit(word, face, room));
    }
    lines
}

/// A picture that says in words why there is nothing to see.
pub fn nothing(width: f64, title: impl Into<String>, why: &str) -> Scene {
    let lines = wrap(why, Type::Label, width - 16.0);
    let mut scene = Scene {
        width,
        height: 32.0 + 18.0 * lines.len().max(1) as f64,
        title: title.into(),
        summary: why.to_owned(),
        ..Scene::default()
    };
    for (at, words) in lines.into_iter().enumerate() {
        let y = 30.0 + 18.0 * at as f64;
        scene.back.push(text(8.0, y, words, Type::Label, Ink::Soft, Align::Start));
    }
    scene
}

/// One line or more that say which shape and letter is which article, from (0, 0) down; the height they take.
/// Names are given where all of them fit into two lines; letters alone otherwise, and the names go into the
/// legend of files.
pub fn key(scene: &mut Scene, articles: &[Article]) -> f64 {
    const ROW: f64 = 20.0;
    let names: Vec<String> = articles
        .iter()
        .map(|article| {
            let name = if article.name.is_empty() { String::new() } else { format!(" {}", article.name) };
            measure::fit(&format!("{}{name}", article.letter), Type::Label, 180.0)
        })
        .collect();
    let letters: Vec<String> = articles.iter().map(|article| article.letter.clone()).collect();
    let flow = |words: &[String]| {
        let (mut x, mut y, mut places) = (0.0, 0.0, Vec::new());
        for word in words {
            let wide = 16.0 + measure::width(word, Type::Label);
            if x > 0.0 && x + wide > scene.width {
                (x, y) = (0.0, y + ROW);
            }
            places.push((x, y));
            x += wide + 16.0;
        }
        (places, y + ROW)
    };
    let (mut places, mut height) = flow(&names);
    let mut words = names;
    if height > 2.0 * ROW {
        (places, height) = flow(&letters);
        words = letters;
        scene.legend = legend(articles);
    }
    for ((article, (x, y)), word) in articles.iter().zip(places).zip(words) {
        let middle = y + 9.0;
        scene.back.push(glyph(article.colour, x + 6.0, middle, 4.5, false));
        scene.back.push(text(x + 16.0, middle + Type::Label.drop(), word, Type::Label, Ink::Soft, Align::Start));
    }
    if articles.is_empty() { 0.0 } else { height + 4.0 }
}

/// An area of at least 24 × 24 pixels around a point, inside the frame of the scene.
pub fn hit_area(scene: &Scene, x: f64, y: f64, width: f64, height: f64) -> (f64, f64, f64, f64) {
    let (width, height) = (width.max(24.0).min(scene.width), height.max(24.0).min(scene.height));
    let left = (x - width / 2.0).clamp(0.0, scene.width - width);
    let top = (y - height / 2.0).clamp(0.0, scene.height - height);
    (left, top, width, height)
}

/// `once`, `6 times`.
pub fn times(count: u32) -> String {
    if count == 1 { "once".to_owned() } else { format!("{} times", super::ticks::count(u64::from(count))) }
}

/// `A`, or `A (TRT World)` where the name is known; `C, Withub (translation)` where it has parentheses itself.
pub fn called(article: &Article) -> String {
    if article.name.is_empty() {
        article.letter.clone()
    } else if article.name.contains('(') {
        format!("{}, {}", article.letter, article.name)
    } else {
        format!("{} ({})", article.letter, article.name)
    }
}

/// What legends say: `A · TRT World`.
pub fn legend<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Vec<(Ink, String)> {
    let mut entries: Vec<(Ink, String)> = Vec::new();
    for article in articles {
        let words = match article.name.as_str() {
            "" => article.letter.clone(),
            name => format!("{} · {name}", article.letter),
        };
        let entry = (Ink::Article(article.colour), words);
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    entries
}

/// Whether it is a group of articles: a group has a number, an article a letter.
pub fn is_group(article: &Article) -> bool {
    article.letter.starts_with(|first: char| first.is_ascii_digit())
}

/// What articles, or groups of them, are called: one, and several.
pub fn noun<'a>(articles: impl IntoIterator<Item = &'a Article>) -> (&'static str, &'static str) {
    if articles.into_iter().next().is_some_and(is_group) { ("group", "groups") } else { ("article", "articles") }
}

/// `1 word`, `8 words`.
pub fn numbered(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", super::ticks::count(count as u64), if count == 1 { one } else { many })
}
