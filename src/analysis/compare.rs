//! How alike are the articles, or groups of them? Similarity of every pair, and a tree over it.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::finding::{Counted, Finding};
use super::prose::{Prose, decimals, number, things};
use super::selection::Selection;
use super::similarity::Similarities;
use crate::stats::clustering::{self, Linkage, cluster, leaf_order};

/// How alike two articles are, by four measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Similarity {
    /// Cosine of the TF-IDF vectors, 0 to 1.
    #[default]
    Cosine,
    /// Shared types over all types, 0 to 1.
    Jaccard,
    /// Shared types over the types of the article with fewer, 0 to 1.
    Containment,
    /// How many different runs of five words both have.
    #[serde(rename = "shared_5grams")]
    SharedFivegrams,
}

/// By which distance the tree is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Distance {
    /// 1 less a similarity; of shared 5-grams, as a share of those of the article with fewer.
    Unlike(Similarity),
    /// How far the TF-IDF vectors end from each other, 0 to √2: √(2 − 2 cos), as they are of length 1.
    Euclidean,
}

/// Which comparison of all articles is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CompareQuery {
    /// The measure that the finding speaks of.
    pub measure: Similarity,
    /// By which distance the tree is drawn, which orders the articles; `None`: 1 less the measure.
    pub distance: Option<Distance>,
    /// How far apart groups of articles are.
    pub linkage: Linkage,
    /// The first pair wanted of the table, which has the most alike by the measure first; from 0.
    #[serde(default)]
    pub offset: u32,
    /// At most this many pairs of the table.
    #[serde(default)]
    pub limit: u32,
    /// By which measure the table's pairs are ordered, and whether the most alike come first; `None`: by
    /// [`measure`](Self::measure), the most alike first.
    #[serde(default)]
    pub rows: Option<(Similarity, bool)>,
}

impl CompareQuery {
    /// By which measure the table's pairs are ordered, and whether the most alike come first.
    #[must_use]
    pub fn order(&self) -> (Similarity, bool) {
        self.rows.unwrap_or((self.measure, true))
    }

    /// By which distance the tree is drawn.
    #[must_use]
    pub fn distance(&self) -> Distance {
        self.distance.unwrap_or(Distance::Unlike(self.measure))
    }
}

/// Two articles' similarity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarityRow {
    /// Number of the first article (the smaller number).
    pub article_a: u32,
    /// Number of the second.
    pub article_b: u32,
    /// Cosine on TF-IDF; `None` where a text has no word.
    pub cosine: Option<f64>,
    /// Jaccard index on types.
    pub jaccard: Option<f64>,
    /// Containment: overlap coefficient on types.
    pub containment: Option<f64>,
    /// Number of different word 5-grams that both have.
    pub shared_5grams: u32,
}

/// One step of the clustering.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Merge {
    /// A leaf (position in `articles`, below n) or an earlier merge (n + its position).
    pub left: u32,
    /// Likewise.
    pub right: u32,
    /// How far apart the two were by the linkage, 0 or more.
    pub height: f64,
    /// Numbers of an article of each that are nearest to each other; of complete linkage, farthest.
    pub pair: (u32, u32),
    /// How many articles are in it.
    pub size: u32,
}

/// The comparison of all articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareReport {
    /// What the view opens with.
    pub finding: Finding,
    /// Numbers of the units that are drawn, in order: of articles, or of groups.
    pub articles: Vec<u32>,
    /// Every pair of these once, by first, then second article.
    pub pairs: Vec<SimilarityRow>,
    /// Their tree, n - 1 steps.
    pub merges: Vec<Merge>,
    /// Their numbers in the order of the tree's leaves.
    pub order: Vec<u32>,
    /// The window of the table of all pairs, the most alike by the measure first, those without a value last;
    /// equals stay in the order of the articles.
    pub rows: Vec<SimilarityRow>,
    /// How many pairs there are in all.
    pub total: u32,
    /// Of all pairs the one that shares the most wording (5-grams), and of those the most similar by cosine; the
    /// first of equals. `None` with fewer than two units.
    pub closest: Option<(u32, u32)>,
}

/// Compares every pair of articles that are on, or of groups, the articles of each taken together.
///
/// All words count, stop words too. With one article on there is no pair, and the tree is that article. The tree
/// is of the units that are drawn. `progress` is told how many units are compared with the others.
///
/// # Errors
/// When nothing is counted, Ward's linkage is asked for with a distance that isn't Euclidean, all articles are in
/// one group, or there are too many units to compare each with each.
pub fn compare(
    selection: &Selection,
    query: &CompareQuery,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<CompareReport, QueryError> {
    if query.linkage == Linkage::Ward && query.distance() != Distance::Euclidean {
        return Err(QueryError::OutOfRange {
            what: "The linkage of the tree",
            given: "Ward’s, with a distance that isn’t Euclidean".to_owned(),
            may_be: "average, complete or single; Ward’s takes the Euclidean distance, for it reckons with centres of groups",
        });
    }
    selection.not_empty()?;
    selection.several_groups()?;
    let similarities = selection.similarities(progress)?;
    let drawn = selection.drawn().units();
    let numbers = selection.drawn_units();
    let mut pairs = Vec::with_capacity(drawn.len() * drawn.len().saturating_sub(1) / 2);
    for (at, &a) in drawn.iter().enumerate() {
        pairs.extend(drawn[at + 1..].iter().map(|&b| similarities.row(selection, (a, b))));
    }
    let distance = |a: usize, b: usize| similarities.distance((drawn[a], drawn[b]), query.distance());
    let merges = cluster(drawn.len(), query.linkage, distance);
    let leaves = leaf_order(drawn.len(), &merges);
    let (from, to) = (query.offset as usize, query.offset.saturating_add(query.limit) as usize);
    let order = if query.limit == 0 { [].into() } else { similarities.in_order(query.order()) };
    let rows = &order[from.min(order.len())..to.min(order.len())];
    Ok(CompareReport {
        finding: finding(selection, &similarities, query.measure),
        pairs,
        merges: steps(&numbers, &merges, distance, query.linkage),
        order: leaves.iter().map(|&leaf| numbers[leaf as usize]).collect(),
        articles: numbers,
        rows: rows.iter().map(|&at| similarities.row(selection, similarities.pair(at as usize))).collect(),
        total: similarities.len() as u32,
        closest: closest(selection, &similarities),
    })
}

/// Hands every pair to `write`, in the order of the table.
///
/// # Errors
/// As [`compare`].
pub fn each_pair(
    selection: &Selection,
    order: (Similarity, bool),
    progress: &mut dyn FnMut(u32, u32),
    mut write: impl FnMut(&SimilarityRow),
) -> Result<(), QueryError> {
    selection.not_empty()?;
    selection.several_groups()?;
    let similarities = selection.similarities(progress)?;
    for &at in similarities.in_order(order).iter() {
        write(&similarities.row(selection, similarities.pair(at as usize)));
    }
    Ok(())
}

/// The tree's steps, each with the pair of articles that shows how far apart its two branches are.
fn steps(
    numbers: &[u32],
    merges: &[clustering::Merge],
    distance: impl Fn(usize, usize) -> f64,
    linkage: Linkage,
) -> Vec<Merge> {
    let mut leaves: Vec<Vec<usize>> = (0..numbers.len()).map(|leaf| vec![leaf]).collect();
    let mut steps = Vec::with_capacity(merges.len());
    for merge in merges {
        let mut left = std::mem::take(&mut leaves[merge.left as usize]);
        let right = std::mem::take(&mut leaves[merge.right as usize]);
        let mut best = (left[0].min(right[0]), left[0].max(right[0]));
        let far = |pair: (usize, usize)| distance(pair.0, pair.1);
        for &a in &left {
            for &b in &right {
                let pair = (a.min(b), a.max(b));
                let order = if linkage == Linkage::Complete {
                    far(best).total_cmp(&far(pair))
                } else {
                    far(pair).total_cmp(&far(best))
                };
                if order.then(pair.cmp(&best)).is_lt() {
                    best = pair;
                }
            }
        }
        left.extend(right);
        leaves.push(left);
        let pair = (numbers[best.0], numbers[best.1]);
        steps.push(Merge { left: merge.left, right: merge.right, height: merge.height, pair, size: merge.size });
    }
    steps
}

/// See [`CompareReport::closest`].
fn closest(selection: &Selection, similarities: &Similarities) -> Option<(u32, u32)> {
    let key = |pair: (usize, usize)| {
        let fivegrams = similarities.value(pair, Similarity::SharedFivegrams).unwrap_or(0.0);
        (fivegrams, similarities.value(pair, Similarity::Cosine).unwrap_or(f64::NEG_INFINITY))
    };
    let closer = |best: (usize, usize), pair: (usize, usize)| {
        let (best_of, of) = (key(best), key(pair));
        if of.0.total_cmp(&best_of.0).then(of.1.total_cmp(&best_of.1)).is_gt() { pair } else { best }
    };
    let numbers = selection.units().numbers();
    similarities.places().reduce(closer).map(|(a, b)| (numbers[a], numbers[b]))
}

impl SimilarityRow {
    /// The pair's value of a measure.
    #[must_use]
    pub fn value(&self, measure: Similarity) -> Option<f64> {
        match measure {
            Similarity::Cosine => self.cosine,
            Similarity::Jaccard => self.jaccard,
            Similarity::Containment => self.containment,
            Similarity::SharedFivegrams => Some(f64::from(self.shared_5grams)),
        }
    }
}

/// A pair's value of a measure, in words: `cosine of 0.41`.
pub(super) fn in_words(row: &SimilarityRow, measure: Similarity) -> String {
    let share = |name: &str, value: Option<f64>| {
        value.map_or_else(|| format!("{name} undefined"), |value| format!("{name} {}", decimals(value)))
    };
    match measure {
        Similarity::Cosine => share("cosine of", row.cosine),
        Similarity::Jaccard => share("Jaccard index of", row.jaccard),
        Similarity::Containment => share("containment of", row.containment),
        Similarity::SharedFivegrams => {
            things(row.shared_5grams, "shared run of five words", "shared runs of five words")
        }
    }
}

const CAUTION: &str = "Alike in wording is not alike in view: these measures count words, whatever is said with them.";

fn finding(selection: &Selection, similarities: &Similarities, measure: Similarity) -> Finding {
    let mut prose = Prose::default();
    let best = |value: &dyn Fn((usize, usize)) -> Option<f64>| Best::of(selection, similarities, measure, value);
    let highest = best(&|pair| similarities.value(pair, measure));
    match (highest.known, &highest.first) {
        (0, _) | (_, None) => {
            let units = selection.units();
            let with_words = units.numbers().iter().zip(selection.unit_sizes()).find(|(_, size)| *size > 0);
            if let Some((number, _)) = with_words {
                prose.text("Only ").article(*number);
                prose.text(&format!(" has words to compare; a second {} is needed.", units.noun().0));
            }
            return Finding { sentence: prose.done(), caution: String::new() };
        }
        (1, Some(pair)) if measure == Similarity::SharedFivegrams => {
            couple(&mut prose, pair);
            prose.text(" have ");
            likeness(&mut prose, pair, measure);
            prose.text(".");
        }
        (1, Some(pair)) => {
            couple(&mut prose, pair);
            prose.text(" have a ");
            likeness(&mut prose, pair, measure);
            prose.text(&format!(", where 1 is {}; word for word they share ", full(measure)));
            runs(&mut prose, pair);
            prose.text(".");
        }
        (_, Some(first)) => {
            let lowest = best(&|pair| similarities.value(pair, measure).map(|value| -value));
            let wordy = best(&|pair| similarities.value(pair, Similarity::SharedFivegrams));
            many(&mut prose, (&highest, first), &lowest, &wordy, measure, selection.units().noun().1);
        }
    }
    Finding { sentence: prose.done(), caution: CAUTION.to_owned() }
}

/// The pairs with the largest value, of those that have one of the measure.
struct Best {
    /// The first of them, and the second, in corpus order.
    first: Option<SimilarityRow>,
    second: Option<SimilarityRow>,
    /// How many they are.
    number: u32,
    /// How many pairs have a value of the measure.
    known: u32,
}

impl Best {
    fn of(
        selection: &Selection,
        similarities: &Similarities,
        measure: Similarity,
        value: &dyn Fn((usize, usize)) -> Option<f64>,
    ) -> Self {
        let (mut largest, mut number, mut known) = (f64::NEG_INFINITY, 0, 0);
        let (mut first, mut second) = (None, None);
        for pair in similarities.places().filter(|&pair| similarities.value(pair, measure).is_some()) {
            known += 1;
            let Some(value) = value(pair) else { continue };
            if number == 0 || value > largest {
                (largest, number, first, second) = (value, 1, Some(pair), None);
            } else if value == largest {
                number += 1;
                second = second.or(Some(pair));
            }
        }
        let row = |pair: Option<(usize, usize)>| pair.map(|pair| similarities.row(selection, pair));
        Self { first: row(first), second: row(second), number, known }
    }
}

/// The sentence for two pairs or more.
fn many(
    prose: &mut Prose,
    (highest, first): (&Best, &SimilarityRow),
    lowest: &Best,
    wordy: &Best,
    measure: Similarity,
    units: &str,
) {
    if highest.number == highest.known {
        prose.text(&format!("All pairs of {units} are equally alike in wording ({}).", in_words(first, measure)));
    } else if let Some(farthest) = &lowest.first {
        couple(prose, first);
        prose.text(" are closest in wording");
        as_are(prose, highest, "are");
        prose.text(" (");
        likeness(prose, first, measure);
        prose.text(")");
        if lowest.number == 1 {
            prose.text(", ");
            couple(prose, farthest);
            prose.text(" farthest apart (");
            likeness(prose, farthest, measure);
            prose.text(").");
        } else {
            let (least, all) = (number(lowest.number), number(highest.known));
            prose.text(&format!(", {least} of the {all} pairs farthest apart ({}).", in_words(farthest, measure)));
        }
    }
    if let Some(most) = wordy.first.as_ref().filter(|row| row.shared_5grams > 0)
        && measure != Similarity::SharedFivegrams
        && wordy.number < wordy.known
    {
        prose.text(" Word for word, ");
        couple(prose, most);
        prose.text(" share most");
        as_are(prose, wordy, "do");
        prose.text(": ");
        runs(prose, most);
        prose.text(".");
    }
}

/// Adds a pair's value of a measure, in words: `cosine of 0.41`.
fn likeness(prose: &mut Prose, pair: &SimilarityRow, measure: Similarity) {
    let said = in_words(pair, measure);
    let of = Counted::Pair(measure, pair.article_a, pair.article_b);
    match (measure, said.rsplit_once(' ')) {
        (Similarity::SharedFivegrams, _) => {
            prose.things(pair.shared_5grams, "shared run of five words", "shared runs of five words", of);
        }
        (_, Some((name, value))) if pair.value(measure).is_some_and(|value| value > 0.0) => {
            prose.text(name).text(" ").number(value, of);
        }
        _ => {
            prose.text(&said);
        }
    }
}

/// Adds how many runs of five words a pair shares.
fn runs(prose: &mut Prose, pair: &SimilarityRow) {
    let of = Counted::Pair(Similarity::SharedFivegrams, pair.article_a, pair.article_b);
    prose.things(pair.shared_5grams, "run of five words", "runs of five words", of);
}

/// `, as are C and D,`: whoever shares the first place.
fn as_are(prose: &mut Prose, equals: &Best, verb: &str) {
    match &equals.second {
        None => {}
        Some(second) if equals.number == 2 => {
            prose.text(&format!(", as {verb} "));
            couple(prose, second);
        }
        Some(_) => {
            prose.text(&format!(", as {verb} {}", things(equals.number - 1, "other pair", "other pairs")));
        }
    }
}

fn couple(prose: &mut Prose, row: &SimilarityRow) {
    prose.article(row.article_a).text(" and ").article(row.article_b);
}

/// What a similarity of 1 means.
const fn full(measure: Similarity) -> &'static str {
    match measure {
        Similarity::Cosine => "the same words in the same proportions",
        Similarity::Jaccard => "the same words",
        Similarity::Containment => "all words of one in the other",
        Similarity::SharedFivegrams => "one run of five words",
    }
}
