//! Key phrases: runs of two to four words that set a target apart.
//!
//! The method is the keyness of n-grams, as key clusters are found in corpus linguistics (Scott's
//! WordSmith): G² of a phrase's frequency in target and reference, as Dunning (1993) has it for
//! pairs of words. C-value and YAKE rank the phrases of one text by themselves: they would name
//! `secretary general` in every article here, where the question is what sets one apart.
//!
//! - A candidate stands within a sentence, at least twice (or as often as the comparison asks, if
//!   that is more) in the target, is used there more than in the reference, and neither begins nor
//!   ends with a stop word, as in RAKE (Rose et al. 2010): the phrases that are left read as terms.
//!   The built-in stop list counts, whatever is shown or hidden.
//! - Its sizes are those of the two sides in words, as for single words; p is adjusted over all
//!   candidates of the target.
//! - Of phrases that contain each other the one with the larger G² is kept, of equals the longer:
//!   `black sea region` and not `black sea` beside it, where both are as frequent.
//! - Of phrases that run into each other the same: a phrase most of whose places in the target share a word with
//!   places of those kept before it says nothing more. `A fairer and more lethal alliance` can be found by its
//!   beginning or by its end, not by both; `united states` leaves nothing of `states remains`.
//!
//! General English is a list of words, which knows no phrases: against it, phrases are compared
//! with all other articles, and the answer says so.

use serde::{Deserialize, Serialize};

use super::comparison::{Against, Comparison, Sides, Target};
use super::error::QueryError;
use super::selection::Selection;
use super::table::{ordered, then};
use crate::corpus::{Ngrams, TermId};
use crate::stats::association::TwoByTwo;

/// The lengths of phrases, in words.
const LENGTHS: std::ops::RangeInclusive<u32> = 2..=4;

/// Least frequency in the target: what stands there once is no pattern.
pub(super) const LEAST: u32 = 2;

/// Which phrases are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct PhrasesQuery {
    /// Who is compared with whom, and how differences are tested.
    pub comparison: Comparison,
    /// Only phrases whose adjusted p is below the comparison's level.
    pub significant: bool,
    /// At most so many phrases a target.
    pub limit: u32,
}

/// A phrase that a target uses more than its reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhraseRow {
    /// Number of the target, an article's or a group's; of articles that were put together for this comparison, of
    /// the first that has the phrase.
    pub article: u32,
    /// Its words, as counted, with a blank between.
    pub phrase: String,
    /// Its frequency in the target.
    pub frequency: u32,
    /// Its frequency in the reference.
    pub reference_frequency: u32,
    /// Size of the target in tokens.
    pub article_tokens: u32,
    /// Size of the reference in tokens.
    pub reference_tokens: u32,
    /// How many of the articles that are on have it.
    pub range: u32,
    /// Log-likelihood over four cells.
    pub g2: f64,
    /// p of G².
    pub p: f64,
    /// p under the comparison's correction, over all that were tested for the target, used more or less.
    pub p_adjusted: f64,
    /// Log ratio.
    pub log_ratio: Option<f64>,
    /// Whether the adjusted p is below the comparison's level.
    pub is_significant: bool,
}

/// The phrases of one target, best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhraseList {
    /// Number of the article, or of the group; of articles that were put together for this comparison, of the first.
    pub article: u32,
    /// The numbers that the target is named by: the article's, the group's, or those of the articles put together,
    /// ascending.
    pub articles: Vec<u32>,
    /// Its phrases, by G², descending.
    pub rows: Vec<PhraseRow>,
    /// How many candidates were tested, used more or less.
    pub tested: u32,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhrasesReport {
    /// One a target that is drawn, in corpus order; articles put together always are.
    pub lists: Vec<PhraseList>,
    /// Whether general English was asked for, which has no phrases: the other articles are the reference instead.
    pub against_rest: bool,
}

/// A phrase in the making.
struct Candidate {
    n: u32,
    number: usize,
    a: u32,
    b: u32,
    table: TwoByTwo,
    g2: f64,
}

/// Finds the key phrases of each target.
///
/// # Errors
/// When nothing is counted, a parameter is out of its range, or an article is unknown or off.
pub fn phrases(
    selection: &Selection,
    query: &PhrasesQuery,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<PhrasesReport, QueryError> {
    selection.not_empty()?;
    let against_rest = query.comparison.against == Against::GeneralEnglish;
    let against = if against_rest { Against::Rest } else { query.comparison.against.clone() };
    let comparison = Comparison { against, ..query.comparison.clone() };
    let mut sides = comparison.sides(selection)?;
    if comparison.target == Target::Each {
        let drawn = |sides: &Sides| match sides.unit {
            Some(group) => selection.is_drawn(group),
            None => sides.target.first().is_some_and(|&at| selection.is_drawn(selection.on()[at])),
        };
        sides.retain(drawn);
    }
    let of = sides.len() as u32;
    let lists = (0..).zip(&sides).map(|(done, sides)| {
        progress(done, of);
        list(selection, query, sides)
    });
    Ok(PhrasesReport { lists: lists.collect(), against_rest })
}

fn list(selection: &Selection, query: &PhrasesQuery, sides: &Sides) -> PhraseList {
    let minimum = query.comparison.minimum.max(LEAST);
    let candidates = candidates(selection, &query.comparison, minimum, sides);
    let tested = candidates.len() as u32;
    let p: Vec<f64> = candidates.iter().map(|it| it.table.p()).collect();
    let adjusted = query.comparison.correction.adjust(&p);
    let level = query.comparison.level.value();
    // What the target uses less was tested as well, which the correction must know; it is no key phrase.
    let more = |at: &usize| candidates[*at].a >= minimum && candidates[*at].table.direction() > 0.0;
    let places = (0..candidates.len()).filter(more).filter(|&at| !query.significant || adjusted[at] < level).collect();
    // By evidence; of equals the longer phrase, then by the alphabet.
    let order = ordered(
        places,
        true,
        |&at| Some(candidates[at].g2),
        |&at| {
            let it = &candidates[at];
            then(u32::MAX - it.n, selection.ngram_ranks(it.n)[it.number])
        },
    );
    let mut kept: Vec<(usize, &[TermId])> = Vec::new();
    let mut taken = Taken::new(selection, &sides.target);
    for at in order {
        if kept.len() >= query.limit as usize {
            break;
        }
        let terms = terms(selection, &candidates[at]);
        if !kept.iter().any(|(_, other)| holds(other, terms) || holds(terms, other)) && taken.take(terms) {
            kept.push((at, terms));
        }
    }
    let numbers: Vec<u32> = match sides.unit {
        Some(group) => vec![group],
        None => sides.target.iter().map(|&at| selection.on()[at]).collect(),
    };
    let row = |&(at, terms): &(usize, &[TermId])| {
        let it = &candidates[at];
        let ngrams = selection.ngrams(it.n);
        let has = |at: &usize| ngrams.by_article(it.number).any(|(position, _)| position as usize == *at);
        let first = sides.target.iter().copied().find(has).unwrap_or_default();
        PhraseRow {
            article: sides.unit.unwrap_or(selection.on()[first]),
            phrase: selection.text(terms),
            frequency: it.a,
            reference_frequency: it.b,
            article_tokens: size(selection, &sides.target),
            reference_tokens: size(selection, &sides.reference),
            range: ngrams.range(it.number),
            g2: it.g2,
            p: p[at],
            p_adjusted: adjusted[at],
            log_ratio: it.table.log_ratio(),
            is_significant: adjusted[at] < level,
        }
    };
    PhraseList {
        article: numbers.first().copied().unwrap_or_default(),
        rows: kept.iter().map(row).collect(),
        articles: numbers,
        tested,
    }
}

fn size(selection: &Selection, positions: &[usize]) -> u32 {
    positions.iter().map(|&position| selection.size(position)).sum()
}

fn terms<'s>(selection: &'s Selection, it: &Candidate) -> &'s [TermId] {
    selection.ngrams(it.n).terms(it.number)
}

/// Whether the phrase holds the other one.
fn holds(phrase: &[TermId], other: &[TermId]) -> bool {
    phrase.windows(other.len()).any(|part| part == other)
}

/// Which words of a target stand in a phrase that is kept.
struct Taken<'s> {
    selection: &'s Selection,
    /// Of each article of the target its position, and of each of its words whether it is taken.
    articles: Vec<(usize, Vec<bool>)>,
}

impl<'s> Taken<'s> {
    fn new(selection: &'s Selection, target: &[usize]) -> Self {
        let words = |&position: &usize| (position, vec![false; selection.index().article_size(position)]);
        Self { selection, articles: target.iter().map(words).collect() }
    }

    /// Takes the words of a phrase at all its places, unless most of the places have a word that is taken: then none.
    fn take(&mut self, phrase: &[TermId]) -> bool {
        let index = self.selection.index();
        let mut places = Vec::new();
        for (at, (position, taken)) in self.articles.iter().enumerate() {
            for (start, words) in index.article_terms(*position).windows(phrase.len()).enumerate() {
                let range = start..start + phrase.len();
                let sentence = |token| index.sentence_of(*position, token);
                if words == phrase && sentence(range.start) == sentence(range.end - 1) {
                    places.push((at, range.clone(), taken[range].contains(&true)));
                }
            }
        }
        let free = places.iter().filter(|(_, _, touches)| !touches).count();
        if 2 * free < places.len() {
            return false;
        }
        for (at, range, _) in places {
            self.articles[at].1[range].fill(true);
        }
        true
    }
}

/// Every phrase that both sides together have at least `minimum` times, those too that the target uses less.
fn candidates(selection: &Selection, comparison: &Comparison, minimum: u32, sides: &Sides) -> Vec<Candidate> {
    let index = selection.index();
    let (c, d) = (size(selection, &sides.target), size(selection, &sides.reference));
    let mut candidates = Vec::new();
    let mark = |positions: &[usize]| {
        let mut marked = vec![false; selection.on().len()];
        for &position in positions {
            marked[position] = true;
        }
        marked
    };
    let (is_target, is_reference) = (mark(&sides.target), mark(&sides.reference));
    for n in LENGTHS {
        let ngrams: &Ngrams = selection.ngrams(n);
        for number in 0..ngrams.len() {
            if ngrams.frequency(number) < minimum || ngrams.range(number) < comparison.range {
                continue;
            }
            let terms = ngrams.terms(number);
            if [terms.first(), terms.last()].into_iter().flatten().any(|&term| index.is_stop_word(term)) {
                continue;
            }
            let (mut a, mut b) = (0, 0);
            for (position, count) in ngrams.by_article(number) {
                let position = position as usize;
                a += if is_target[position] { count } else { 0 };
                b += if is_reference[position] { count } else { 0 };
            }
            let table = TwoByTwo::new(a, b, c, d).filter(|_| a + b >= minimum);
            candidates.extend(table.map(|table| Candidate { n, number, a, b, table, g2: table.g2() }));
        }
    }
    candidates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_holds_its_parts_and_itself() {
        assert!(holds(&[1, 2, 3], &[1, 2]) && holds(&[1, 2, 3], &[2, 3]) && holds(&[1, 2], &[1, 2]));
        assert!(!holds(&[1, 2, 3], &[1, 3]) && !holds(&[1, 2], &[1, 2, 3]) && !holds(&[1, 2], &[2, 1]));
    }
}
