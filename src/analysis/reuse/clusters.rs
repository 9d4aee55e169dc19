//! Which quotations are one utterance?

use super::alignment::{Alignment, align};
use super::candidates::Places;
use super::scoring::SCORING;
use super::shingles::{Shingle, run_hash, term_hash};
use super::stretch::Stretch;
use super::union::Union;
use crate::analysis::Selection;
use crate::sorting::sort_by;
use crate::stats::Measure;

/// Stretches that belong together, by their numbers: the longest first, then by article and place.
pub type Cluster = Vec<u32>;

/// Groups quotations: two are one utterance where their words, aligned, agree as [`is_one`] says, and
/// so are all that hang together by such pairs. Each stretch is in one cluster. Clusters are in the
/// order of their first stretches. `progress` is told how many pairs were looked at, and of how many.
#[must_use]
pub fn clusters(selection: &Selection, stretches: &[Stretch], progress: &mut dyn FnMut(u32, u32)) -> Vec<Cluster> {
    let index = selection.index();
    let hashes: Vec<u64> = (0..index.types() as u32).map(|term| term_hash(index.term(term))).collect();
    let mut places = Places::default();
    for (number, stretch) in (0..).zip(stretches) {
        let terms: Vec<u32> = stretch.terms(selection).collect();
        places.add(number, &short_runs(&terms, &hashes, |term| index.is_stop_word(term)));
    }
    let pairs = places.pairs();
    let mut union = Union::new(stretches.len());
    let mut wordings: Vec<Option<super::differences::Wording>> = vec![None; stretches.len()];
    let of = pairs.len() as u32;
    for (done, &(a, b)) in (0..).zip(&pairs) {
        if done % 1024 == 0 {
            progress(done, of);
        }
        // What belongs together already needs no second witness.
        if union.find(a) == union.find(b) {
            continue;
        }
        for number in [a, b] {
            wordings[number as usize].get_or_insert_with(|| stretches[number as usize].wording(selection));
        }
        let (Some(x), Some(y)) = (&wordings[a as usize], &wordings[b as usize]) else { continue };
        if align(&x.words, &y.words, &SCORING).is_some_and(|it| is_one(&it, x.words.len().min(y.words.len()) as u32)) {
            union.join(a, b);
        }
    }
    let mut clusters = union.sets();
    for cluster in &mut clusters {
        let longest_first =
            |&x: &u32, &y: &u32| stretches[y as usize].words().cmp(&stretches[x as usize].words()).then(x.cmp(&y));
        sort_by(cluster, longest_first);
    }
    clusters
}

/// Whether two quotations, aligned, are one utterance; `shorter` is the words of the shorter.
///
/// Of the aligned stretches two thirds of the words are the same, two of them at least no stop words;
/// and the same words are three at least and half of the shorter quotation, or eight, or all that it has.
#[must_use]
pub fn is_one(alignment: &Alignment, shorter: u32) -> bool {
    let longer = alignment.a.len().max(alignment.b.len()) as u32;
    alignment.same_content >= 2
        && 3 * alignment.same >= 2 * longer
        && (alignment.same >= 8 || alignment.same == shorter || alignment.same >= 3 && 2 * alignment.same >= shorter)
}

/// The runs by which quotations are found: of three words with one at least that is no stop word, and
/// of two words neither of which is.
fn short_runs(terms: &[u32], hashes: &[u64], stop: impl Fn(u32) -> bool) -> Vec<Shingle> {
    let mut found = Vec::new();
    for (length, most_stop_words) in [(2, 0), (3, 2)] {
        for (at, run) in (0..).zip(terms.windows(length)) {
            if run.iter().filter(|&&term| stop(term)).count() <= most_stop_words {
                let numbers: Vec<u64> = run.iter().map(|&term| hashes[term as usize]).collect();
                found.push(Shingle { hash: run_hash(&numbers), at });
            }
        }
    }
    found
}

/// See [`is_one`].
pub const SAME_UTTERANCE: Measure = Measure {
    key: "same-utterance",
    group: "Reuse",
    name: "The same utterance",
    says: "Quotations that give the same words, whole or in part, in one article or in several, are one utterance; the longest of them is what the others are laid beside.",
    caveat: "Two speakers who say the same are one utterance here, and a set phrase of two rare words may be taken for one. What is paraphrased is not found.",
    rule: "aligned, two thirds of the words are the same, two of them at least no stop words, and the same words are three or more and make up half of the shorter quotation, or are eight, or all that it has; quotations that hang together by such pairs are one utterance",
    default: "All quotations of at least two words; candidates by shingles.",
    undefined: "A quotation of one word is an utterance by itself.",
    source: "A rule of Parallax, after Leskovec, Backstrom & Kleinberg 2009, Meme-tracking and the dynamics of the news cycle. KDD.",
    ..Measure::EMPTY
};
