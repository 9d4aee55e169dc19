//! Which sets overlap, and in how much: an UpSet picture. A row an intersection, with a dot in the column of each
//! set that takes part, a bar for its size and the first of what is in it; above each column the size of its set.

use super::Article;
use super::matrix::column_heads;
use crate::chart::draw::{self, called, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::scale::{Band, Scale};
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Shape, Type};

/// One intersection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpsetRow {
    /// Places of the articles in [`Upset::articles`], ascending.
    pub members: Vec<usize>,
    /// How many words they have and no other does.
    pub count: u32,
    /// The first of them.
    pub examples: Vec<String>,
}

/// The picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Upset {
    /// The articles: the sets.
    pub articles: Vec<Article>,
    /// How many different words each has.
    pub sizes: Vec<u32>,
    /// The intersections, as they are to stand.
    pub rows: Vec<UpsetRow>,
    /// The row that is open.
    pub selected: Option<usize>,
    /// Whether the sets are of groups of articles, not of each article.
    pub groups: bool,
}

const ROW: f64 = 26.0;
/// Where the bars of the sets stand, and the badges below them.
const BARS: f64 = 56.0;
const HEAD: f64 = 84.0;
/// Narrower columns than this have no dots: letters say who takes part.
const NARROWEST: f64 = 9.0;

impl Upset {
    /// What the sets are called.
    const fn noun(&self) -> &'static str {
        if self.groups { "groups" } else { "articles" }
    }

    fn title(&self) -> String {
        format!("Words by the {} that have them", self.noun())
    }

    /// The picture at this width in pixels. The target of a row is its place, that of a set's bar the number of
    /// rows and its place.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        if self.articles.len() < 2 {
            return draw::nothing(width, self.title(), "It takes two articles that are switched on to compare them.");
        }
        if self.rows.is_empty() {
            return draw::nothing(width, self.title(), "No word passes the settings in force.");
        }
        let n = self.articles.len();
        let step = (0.42 * width / n as f64).min(30.0);
        let dots = step >= NARROWEST;
        let left = if dots { step * n as f64 } else { (0.34 * width).floor() };
        let top = if dots { HEAD } else { 8.0 };
        let mut scene = Scene {
            width,
            height: top + ROW * self.rows.len() as f64 + 24.0,
            title: self.title(),
            summary: self.summary(),
            legend: draw::legend(self.articles.iter().take(60)),
            ..Scene::default()
        };
        let band = Band::new(n, (0.0, left), 0.0);
        if dots {
            column_heads(&mut scene, &self.articles, &band, HEAD - 14.0);
            self.sets(&mut scene, &band);
        }
        let most = self.rows.iter().map(|row| row.count).max().unwrap_or(1).max(1);
        let figures = measure::width(&ticks::count(u64::from(most)), Type::Tick) + 10.0;
        let rest = width - left - 14.0;
        let long = if rest > 340.0 { 0.36 * rest } else { rest - figures };
        let scale = Scale::linear((0.0, f64::from(most)), (0.0, long.max(24.0)));
        for (at, row) in self.rows.iter().enumerate() {
            let y = top + ROW * (at as f64 + 0.5);
            if self.selected == Some(at) {
                scene.back.push(rect(Area::new(0.0, y - ROW / 2.0, width, ROW), 3.0, Ink::Sequential(1), 1.0));
            }
            scene.back.push(draw::line(0.0, y + ROW / 2.0, width, y + ROW / 2.0, Ink::Line));
            let mut shapes = if dots { self.dots(row, &band, y) } else { self.named(row, left, y) };
            let start = left + 14.0;
            let bar = scale.at(f64::from(row.count)).max(1.5);
            let ink = match row.members[..] {
                [one] => self.articles.get(one).map_or(Ink::Ink, |article| Ink::Article(article.colour)),
                _ => Ink::Ink,
            };
            shapes.push(rect(Area::new(start, y - 6.0, bar, 12.0), 1.5, ink, 0.9));
            let count = ticks::count(u64::from(row.count));
            let mut x = start + bar + 5.0;
            let wide = measure::width(&count, Type::Tick);
            shapes.push(text(x, y + Type::Tick.drop(), count, Type::Tick, Ink::Ink, Align::Start));
            x += wide + 12.0;
            if rest > 340.0 && width - x > 60.0 {
                let examples = measure::fit(&row.examples.join(", "), Type::Label, width - x - 4.0);
                shapes.push(text(x, y + Type::Label.drop(), examples, Type::Label, Ink::Soft, Align::Start));
            }
            scene.marks.push(Mark {
                shapes,
                area: (0.0, y - ROW / 2.0, width, ROW),
                label: self.sentence(row),
                card: self.card(row),
                target: at,
                others: Vec::new(),
                row: at + 1,
            });
        }
        let (drawn, noun) = (if dots { "dots" } else { "letters" }, self.noun());
        let words = format!("{drawn}: the {noun} that have the words, and no other · bars: how many words");
        let end = top + ROW * self.rows.len() as f64;
        for (at, line) in draw::wrap(&words, Type::Tick, width).into_iter().enumerate() {
            let y = end + 16.0 + 14.0 * at as f64;
            scene.height = scene.height.max(y + 6.0);
            scene.back.push(text(0.0, y, line, Type::Tick, Ink::Soft, Align::Start));
        }
        scene
    }

    /// The sizes of the sets above their columns.
    fn sets(&self, scene: &mut Scene, band: &Band) {
        let most = self.sizes.iter().copied().max().unwrap_or(1).max(1);
        let scale = Scale::linear((0.0, f64::from(most)), (0.0, BARS - 18.0));
        let mut taken = f64::NEG_INFINITY;
        for (at, article) in self.articles.iter().enumerate() {
            let size = self.sizes.get(at).copied().unwrap_or(0);
            let (x, high) = (band.middle(at), scale.at(f64::from(size)).max(1.0));
            let wide = (band.step() - 4.0).clamp(3.0, 18.0);
            let mut shapes =
                vec![rect(Area::new(x - wide / 2.0, BARS - high, wide, high), 1.5, Ink::Article(article.colour), 1.0)];
            let words = ticks::count(u64::from(size));
            let room = measure::width(&words, Type::Tick);
            let start = (x - room / 2.0).max(0.0);
            if start >= taken && start + room <= scene.width {
                shapes.push(text(start, BARS - high - 4.0, words, Type::Tick, Ink::Soft, Align::Start));
                taken = start + room + 3.0;
            }
            scene.marks.push(Mark {
                shapes,
                area: (x - band.step() / 2.0, 0.0, band.step(), HEAD),
                label: format!(
                    "{}: {}",
                    called(article),
                    draw::numbered(size as usize, "different word", "different words")
                ),
                card: Card {
                    title: called(article),
                    rows: vec![("different words".to_owned(), ticks::count(u64::from(size)))],
                },
                target: self.rows.len() + at,
                others: Vec::new(),
                row: 0,
            });
        }
    }

    fn dots(&self, row: &UpsetRow, band: &Band, y: f64) -> Vec<Shape> {
        let radius = (band.step() / 2.0 - 1.5).clamp(2.5, 6.0);
        let mut shapes = Vec::with_capacity(self.articles.len() + 4);
        let members = || row.members.iter().copied().filter(|at| *at < self.articles.len());
        // The line lies over the small dots of those it passes by.
        for at in (0..self.articles.len()).filter(|at| !row.members.contains(at)) {
            let x = band.middle(at);
            shapes.push(Shape::Circle { x, y, radius: 1.75, fill: Ink::Line, stroke: Ink::None, opacity: 1.0 });
        }
        if let (Some(first), Some(last)) = (members().next(), members().next_back())
            && first < last
        {
            shapes.push(Shape::Line {
                x1: band.middle(first),
                y1: y,
                x2: band.middle(last),
                y2: y,
                ink: Ink::Soft,
                width: 2.0,
                opacity: 1.0,
                dash: "",
                round: false,
            });
        }
        for at in members() {
            let fill = Ink::Article(self.articles[at].colour);
            shapes.push(Shape::Circle { x: band.middle(at), y, radius, fill, stroke: Ink::None, opacity: 1.0 });
        }
        shapes
    }

    /// Who takes part, in letters, where there are too many for columns.
    fn named(&self, row: &UpsetRow, left: f64, y: f64) -> Vec<Shape> {
        let words = measure::fit(&self.letters(row, usize::MAX), Type::Label, left - 4.0);
        vec![text(0.0, y + Type::Label.drop(), words, Type::Label, Ink::Ink, Align::Start)]
    }

    /// `A, C and D`; beyond so many `A, C and 12 more`.
    fn letters(&self, row: &UpsetRow, most: usize) -> String {
        let letters: Vec<&str> =
            row.members.iter().filter_map(|at| self.articles.get(*at)).map(|article| article.letter.as_str()).collect();
        match &letters[..] {
            [] => String::new(),
            [one] => (*one).to_owned(),
            all if all.len() > most => {
                let more = ticks::count((all.len() - most) as u64);
                format!("{} and {more} more", all[..most].join(", "))
            }
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }

    fn sentence(&self, row: &UpsetRow) -> String {
        let examples = if row.examples.is_empty() { String::new() } else { format!(": {}", row.examples.join(", ")) };
        format!(
            "in {} and in no other: {}{examples}",
            self.letters(row, 12),
            draw::numbered(row.count as usize, "word", "words")
        )
    }

    fn card(&self, row: &UpsetRow) -> Card {
        let mut rows = vec![("words".to_owned(), ticks::count(u64::from(row.count)))];
        if !row.examples.is_empty() {
            rows.push(("as".to_owned(), row.examples.join(", ")));
        }
        Card { title: format!("Only in {}", self.letters(row, 12)), rows }
    }

    fn summary(&self) -> String {
        let first =
            self.rows.iter().take(3).map(|row| {
                format!("{} ({})", self.letters(row, 6), draw::numbered(row.count as usize, "word", "words"))
            });
        format!(
            "{} of {}, by the {} that have a word and no other: {}.",
            draw::numbered(self.rows.len(), "combination", "combinations"),
            draw::numbered(self.articles.len(), if self.groups { "group" } else { "article" }, self.noun()),
            self.noun(),
            first.collect::<Vec<_>>().join("; ")
        )
    }
}
