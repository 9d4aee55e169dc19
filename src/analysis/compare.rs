//! How alike are the articles, or groups of them? Similarity of every pair, and a tree over it.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::finding::{Counted, Finding};
use super::prose::{Prose, decimals, number, things};
use super::selection::Selection;
use super::similarity::Similarities;
use super::table::{ordered, then};
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
}

impl CompareQuery {
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
    /// Numbers of the units, in order: of the articles that are on, or of groups.
    pub articles: Vec<u32>,
    /// Every pair once, by first, then second article.
    pub pairs: Vec<SimilarityRow>,
    /// The tree, n - 1 steps.
    pub merges: Vec<Merge>,
    /// Numbers of the units in the order of the tree's leaves.
    pub order: Vec<u32>,
}

/// Compares every pair of articles that are on, or of groups, the articles of each taken together.
///
/// All words count, stop words too. With one article on there is no pair, and the tree is that article.
///
/// # Errors
/// When nothing is counted, Ward's linkage is asked for with a distance that isn't Euclidean, or all articles are in
/// one group.
pub fn compare(selection: &Selection, query: &CompareQuery) -> Result<CompareReport, QueryError> {
    if query.linkage == Linkage::Ward && query.distance() != Distance::Euclidean {
        return Err(QueryError::OutOfRange {
            what: "The linkage of the tree",
            given: "Ward’s, with a distance that isn’t Euclidean".to_owned(),
            may_be: "average, complete or single; Ward’s takes the Euclidean distance, for it reckons with centres of groups",
        });
    }
    selection.not_empty()?;
    selection.several_groups()?;
    let similarities = Similarities::of(selection);
    let numbers = selection.units().numbers();
    let articles = numbers.len();
    let mut pairs = Vec::with_capacity(articles * articles.saturating_sub(1) / 2);
    let mut distances = vec![0.0; articles * articles];
    for a in 0..articles {
        for b in a + 1..articles {
            let row = similarities.row(selection, a, b);
            let distance = similarities.distance(&row, (a, b), query.distance());
            distances[a * articles + b] = distance;
            distances[b * articles + a] = distance;
            pairs.push(row);
        }
    }
    let merges = cluster(articles, query.linkage, |a, b| distances[a * articles + b]);
    let leaves = leaf_order(articles, &merges);
    Ok(CompareReport {
        finding: finding(selection, &pairs, query.measure),
        articles: numbers.to_vec(),
        pairs,
        merges: steps(selection, &merges, &distances, query.linkage),
        order: leaves.iter().map(|&leaf| numbers[leaf as usize]).collect(),
    })
}

/// The tree's steps, each with the pair of articles that shows how far apart its two branches are.
fn steps(selection: &Selection, merges: &[clustering::Merge], distances: &[f64], linkage: Linkage) -> Vec<Merge> {
    let numbers = selection.units().numbers();
    let articles = numbers.len();
    let mut leaves: Vec<Vec<usize>> = (0..articles).map(|leaf| vec![leaf]).collect();
    let mut steps = Vec::with_capacity(merges.len());
    for merge in merges {
        let mut left = std::mem::take(&mut leaves[merge.left as usize]);
        let right = std::mem::take(&mut leaves[merge.right as usize]);
        let mut best = (left[0].min(right[0]), left[0].max(right[0]));
        let far = |pair: (usize, usize)| distances[pair.0 * articles + pair.1];
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

impl CompareReport {
    /// The pairs by a measure, the most alike first, those without a value last; equals stay in the
    /// order of the articles.
    #[must_use]
    pub fn most_alike_first(&self, measure: Similarity) -> Vec<&SimilarityRow> {
        ordered(self.pairs.iter().collect(), true, |row| row.value(measure), |row| then(row.article_a, row.article_b))
    }
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

fn finding(selection: &Selection, pairs: &[SimilarityRow], measure: Similarity) -> Finding {
    let mut prose = Prose::default();
    let known: Vec<&SimilarityRow> = pairs.iter().filter(|row| row.value(measure).is_some()).collect();
    match known[..] {
        [] => {
            let units = selection.units();
            let with_words = units.numbers().iter().zip(selection.unit_sizes()).find(|(_, size)| *size > 0);
            if let Some((number, _)) = with_words {
                prose.text("Only ").article(*number);
                prose.text(&format!(" has words to compare; a second {} is needed.", units.noun().0));
            }
            return Finding { sentence: prose.done(), caution: String::new() };
        }
        [pair] if measure == Similarity::SharedFivegrams => {
            couple(&mut prose, pair);
            prose.text(" have ");
            likeness(&mut prose, pair, measure);
            prose.text(".");
        }
        [pair] => {
            couple(&mut prose, pair);
            prose.text(" have a ");
            likeness(&mut prose, pair, measure);
            prose.text(&format!(", where 1 is {}; word for word they share ", full(measure)));
            runs(&mut prose, pair);
            prose.text(".");
        }
        _ => many(&mut prose, &known, measure, selection.units().noun().1),
    }
    Finding { sentence: prose.done(), caution: CAUTION.to_owned() }
}

/// The sentence for two pairs or more.
fn many(prose: &mut Prose, pairs: &[&SimilarityRow], measure: Similarity, units: &str) {
    let value = |row: &SimilarityRow| row.value(measure);
    let highest = best(pairs, |row| value(row));
    let lowest = best(pairs, |row| value(row).map(|value| -value));
    if highest.len() == pairs.len() {
        prose.text(&format!("All pairs of {units} are equally alike in wording ({}).", in_words(pairs[0], measure)));
    } else {
        couple(prose, highest[0]);
        prose.text(" are closest in wording");
        as_are(prose, &highest, "are");
        prose.text(" (");
        likeness(prose, highest[0], measure);
        prose.text(")");
        if lowest.len() == 1 {
            prose.text(", ");
            couple(prose, lowest[0]);
            prose.text(" farthest apart (");
            likeness(prose, lowest[0], measure);
            prose.text(").");
        } else {
            let (least, all) = (number(lowest.len() as u32), number(pairs.len() as u32));
            prose.text(&format!(", {least} of the {all} pairs farthest apart ({}).", in_words(lowest[0], measure)));
        }
    }
    let wordy = best(pairs, |row| Some(f64::from(row.shared_5grams)));
    if measure != Similarity::SharedFivegrams && wordy[0].shared_5grams > 0 && wordy.len() < pairs.len() {
        prose.text(" Word for word, ");
        couple(prose, wordy[0]);
        prose.text(" share most");
        as_are(prose, &wordy, "do");
        prose.text(": ");
        runs(prose, wordy[0]);
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

/// The pairs with the largest value, in corpus order.
fn best<'p>(pairs: &[&'p SimilarityRow], value: impl Fn(&SimilarityRow) -> Option<f64>) -> Vec<&'p SimilarityRow> {
    let largest = pairs.iter().filter_map(|row| value(row)).fold(f64::NEG_INFINITY, f64::max);
    pairs.iter().copied().filter(|row| value(row) == Some(largest)).collect()
}

/// `, as are C and D,`: whoever shares the first place.
fn as_are(prose: &mut Prose, equals: &[&SimilarityRow], verb: &str) {
    match equals {
        [] | [_] => {}
        [_, second] => {
            prose.text(&format!(", as {verb} "));
            couple(prose, second);
        }
        [_, others @ ..] => {
            prose.text(&format!(", as {verb} {}", things(others.len() as u32, "other pair", "other pairs")));
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
