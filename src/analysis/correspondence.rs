//! Which words go with which articles? Articles and words in one plane, by correspondence analysis.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::finding::Finding;
use super::prose::Prose;
use super::selection::Selection;
use super::table::ordered;
use super::units::GROUPS;
use crate::corpus::TermId;
use crate::stats::correspondence::{Correspondence, Profile, correspondence};
use crate::stats::dispersion::range;

/// Which map is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MapQuery {
    /// Least frequency of a word over all articles that are on, 1 or more.
    pub minimum: u32,
    /// In how many articles it stands at least, 1 or more.
    pub range: u32,
    /// At most this many words, the most frequent ones: 2 to [`MOST_WORDS`].
    pub words: u32,
    /// The two axes that are shown, from 1, different from each other.
    pub axes: (u32, u32),
}

impl Default for MapQuery {
    fn default() -> Self {
        Self { minimum: 3, range: 2, words: 100, axes: (1, 2) }
    }
}

/// Most words of a map: more can't be told apart, and the time grows with their cube where articles are as many.
pub const MOST_WORDS: u32 = 300;

/// Why there is no map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unmapped {
    /// One article alone has nothing to differ from.
    OneArticle,
    /// Fewer than two words are frequent enough, in enough articles.
    FewWords,
    /// Only one article has any of the words.
    OneHasWords,
    /// All articles use the words in the same proportions: there is no difference to show.
    NoDifference,
}

/// What a point is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mapped {
    /// An article, by its number.
    Article(u32),
    /// A word.
    Term(String),
}

/// An axis.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// Its inertia.
    pub inertia: f64,
    /// Its share of the whole, 0 to 1.
    pub share: f64,
}

/// A point's place on one axis.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its principal coordinate.
    pub at: f64,
    /// How much of the axis it makes, 0 to 1 (of the words, or of the articles).
    pub contribution: f64,
    /// cos²: how well this axis shows it, 0 to 1; `None` for a point that is as the average.
    pub cos2: Option<f64>,
}

/// A word or an article on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapPoint {
    /// What it is.
    pub of: Mapped,
    /// How often the word occurs; how many of the mapped words, each as often as it stands, the article has.
    pub count: u32,
    /// Its share of all counts of the table, 0 to 1.
    pub mass: f64,
    /// Its share of the inertia, 0 to 1 (of the words, or of the articles).
    pub inertia: f64,
    /// Its place on the first axis shown.
    pub x: Place,
    /// Its place on the second; `None` where there is one axis only.
    pub y: Option<Place>,
    /// cos² of the plane: how well the two together show it, 0 to 1; `None` for a point that is as the average.
    pub quality: Option<f64>,
}

/// The map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapReport {
    /// What it shows, in a sentence.
    pub finding: Finding,
    /// Why there is none; then there are no axes and points.
    pub undefined: Option<Unmapped>,
    /// Every axis, from the first on.
    pub axes: Vec<Axis>,
    /// The axes that are shown, from 1; of one axis that alone. Those asked for where there are so many.
    pub shown: Vec<u32>,
    /// The inertia of the whole table.
    pub total: f64,
    /// The articles that are drawn in corpus order, then the words, those that make most of the plane first.
    pub points: Vec<MapPoint>,
    /// How many words qualify, mapped or not.
    pub words: u32,
    /// Numbers of articles that are drawn, have none of the words and so no place.
    pub left_out: Vec<u32>,
}

/// Maps words and articles; hidden stop words are left out.
///
/// # Errors
/// When nothing is counted, or a parameter is out of its range.
pub fn map(selection: &Selection, query: &MapQuery) -> Result<MapReport, QueryError> {
    QueryError::in_range("The least frequency", query.minimum, 1..=u32::MAX, "1 or more")?;
    QueryError::in_range("The least number of articles", query.range, 1..=u32::MAX, "1 or more")?;
    QueryError::in_range("The most words of a map", query.words, 2..=MOST_WORDS, "from 2 to 300")?;
    let (x, y) = query.axes;
    if x == 0 || y == 0 || x == y {
        return Err(QueryError::OutOfRange {
            what: "The axes of the map",
            given: format!("{x} and {y}"),
            may_be: "two different ones, from 1 on",
        });
    }
    selection.not_empty()?;
    let index = selection.index();
    let qualify = |&term: &TermId| {
        !selection.is_hidden(term)
            && index.frequency(term) >= query.minimum
            && range(&index.counts(term)) >= query.range
    };
    let words: Vec<TermId> = selection.alphabet().iter().copied().filter(qualify).collect();
    let qualifying = words.len() as u32;
    let frequency = |term: &TermId| Some(f64::from(index.frequency(*term)));
    let mut words = ordered(words, true, frequency, |&term| u64::from(selection.rank(term)));
    words.truncate(query.words as usize);

    let units = selection.units();
    let counts: Vec<Vec<u32>> = words.iter().map(|&term| units.sum(index.counts(term))).collect();
    let having = |position: &usize| counts.iter().any(|row| row[*position] > 0);
    let (columns, without): (Vec<usize>, Vec<usize>) = (0..units.len()).partition(having);
    let table: Vec<u32> = counts.iter().flat_map(|row| columns.iter().map(|&position| row[position])).collect();
    let found = correspondence(&table, columns.len());
    let undefined = match &found {
        Some(_) => None,
        None if units.len() < 2 => Some(Unmapped::OneArticle),
        None if words.len() < 2 => Some(Unmapped::FewWords),
        None if columns.len() < 2 => Some(Unmapped::OneHasWords),
        None => Some(Unmapped::NoDifference),
    };
    let mut report = MapReport {
        finding: Finding::default(),
        undefined,
        axes: Vec::new(),
        shown: Vec::new(),
        total: 0.0,
        points: Vec::new(),
        words: qualifying,
        left_out: without.iter().map(|&place| units.numbers()[place]).collect(),
    };
    let Some(found) = found else { return Ok(report) };
    report.total = found.total;
    report.axes =
        found.inertias.iter().map(|&inertia| Axis { inertia, share: (inertia / found.total).min(1.0) }).collect();
    let axes = found.inertias.len() as u32;
    let shown = [x, y].into_iter().filter(|axis| *axis <= axes).collect::<Vec<_>>();
    report.shown = if shown.len() == 2 { shown } else { (1..=axes.min(2)).collect() };

    let on_map = Plane { found: &found, shown: &report.shown };
    let articles = columns.iter().zip(&found.columns).enumerate().map(|(column, (&position, profile))| {
        let count = table.iter().skip(column).step_by(columns.len()).sum();
        on_map.point(Mapped::Article(units.numbers()[position]), count, profile)
    });
    report.points = articles.collect();
    let terms: Vec<MapPoint> = words
        .iter()
        .zip(&found.rows)
        .map(|(&term, profile)| on_map.point(Mapped::Term(index.term(term).to_owned()), index.frequency(term), profile))
        .collect();
    let pull = |&at: &usize| {
        let profile = &found.rows[at];
        Some(
            report.shown.iter().map(|&axis| square(profile.coordinates[axis as usize - 1])).sum::<f64>() * profile.mass,
        )
    };
    // Words of equal pull stay in the order of their frequency.
    let order = ordered((0..terms.len()).collect(), true, pull, |&at| at as u64);
    report.points.extend(order.into_iter().map(|at| terms[at].clone()));
    report.finding = finding(&report).written_out(selection);
    // All are analysed, and the finding is of all.
    report.points.retain(|point| match point.of {
        Mapped::Article(number) => selection.is_drawn(number),
        Mapped::Term(_) => true,
    });
    report.left_out.retain(|number| selection.is_drawn(*number));
    Ok(report)
}

fn square(x: f64) -> f64 {
    x * x
}

/// The axes shown of an analysis.
struct Plane<'a> {
    found: &'a Correspondence,
    shown: &'a [u32],
}

impl Plane<'_> {
    fn place(&self, axis: u32, profile: &Profile) -> Option<Place> {
        let axis = axis as usize - 1;
        let inertia = *self.found.inertias.get(axis)?;
        Some(Place {
            at: *profile.coordinates.get(axis)?,
            contribution: profile.contribution(axis, inertia)?.min(1.0),
            cos2: profile.quality(axis),
        })
    }

    fn point(&self, of: Mapped, count: u32, profile: &Profile) -> MapPoint {
        let place = |at: usize| self.shown.get(at).and_then(|&axis| self.place(axis, profile));
        // Every analysis has an axis.
        let x = place(0).unwrap_or(Place { at: 0.0, contribution: 0.0, cos2: None });
        let y = place(1);
        let quality = x.cos2.map(|x| (x + y.and_then(|y| y.cos2).unwrap_or(0.0)).min(1.0));
        let inertia = (profile.mass * profile.distance / self.found.total).min(1.0);
        MapPoint { of, count, mass: profile.mass, inertia, x, y, quality }
    }
}

/// A share in per cent, without decimals: `42 %`.
fn per_cent(share: f64) -> String {
    [&((share * 100.0).round() as u32).to_string(), "\u{a0}%"].concat()
}

/// How the map is to be read, where it is of articles, and of groups of them.
const CAUTION: [&str; 2] = [
    "A word and an article that lie close need not go together: distances hold between articles and between words; of a word and an article only the direction from the middle tells.",
    "A word and a group that lie close need not go together: distances hold between groups and between words; of a word and a group only the direction from the middle tells.",
];

/// Which articles the axes part, and which words make most of them.
fn finding(report: &MapReport) -> Finding {
    let mut prose = Prose::default();
    let groups = report.points.iter().any(|point| matches!(point.of, Mapped::Article(number) if number >= GROUPS));
    for (at, &axis) in report.shown.iter().enumerate() {
        let place = |point: &MapPoint| if at == 0 { Some(point.x) } else { point.y };
        let articles = report.points.iter().filter_map(|point| match (&point.of, place(point)) {
            (Mapped::Article(number), Some(place)) => Some((*number, place)),
            _ => None,
        });
        // The articles that make most of either side.
        let mut ends: [Option<(u32, f64)>; 2] = [None, None];
        for (number, place) in articles {
            let end = &mut ends[usize::from(place.at < 0.0)];
            if place.at != 0.0 && end.is_none_or(|(_, most)| place.contribution > most) {
                *end = Some((number, place.contribution));
            }
        }
        let (Some((one, _)), Some((other, _))) = (ends[0], ends[1]) else { continue };
        let share = report.axes.get(axis as usize - 1).map_or(0.0, |axis| axis.share);
        let (which, holds) = if at == 0 { ("Axis ", " holds ") } else { ("; axis ", " ") };
        prose.text(which).text(&axis.to_string()).text(holds).text(&per_cent(share));
        prose.text(match (at, groups) {
            (0, false) => " of what the articles differ in and parts ",
            (0, true) => " of what the groups differ in and parts ",
            _ => " and parts ",
        });
        prose.article(one).text(" from ").article(other);
        let mut words: Vec<(&str, f64)> = Vec::new();
        for point in &report.points {
            if let (Mapped::Term(term), Some(place)) = (&point.of, place(point)) {
                words.push((term, place.contribution));
            }
        }
        let order = ordered((0..words.len()).collect(), true, |&at: &usize| Some(words[at].1), |&at| at as u64);
        let most: Vec<&str> = order.iter().take(3).map(|&at| words[at].0).collect();
        prose.text(", most of all by ").terms(&most);
    }
    if report.shown.len() == 1 {
        prose.text(if groups { "; two groups have one axis" } else { "; two articles have one axis" });
    }
    prose.text(".");
    Finding { sentence: prose.done(), caution: CAUTION[usize::from(groups)].to_owned() }
}
