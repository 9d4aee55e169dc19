//! Which articles are nearly the same?

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::candidates::Places;
use super::minhash::{bands, signature};
use super::shingles::{Shingle, shingles, term_hash};
use super::union::Union;
use crate::analysis::{QueryError, Selection};
use crate::sorting::{by_bits, sort_by};
use crate::stats::similarity::{common, containment, jaccard};

/// Articles that hang together by pairs of high resemblance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NearDuplicates {
    /// Numbers of the articles, ascending.
    pub articles: Vec<u32>,
    /// The pairs that were compared, by resemblance, descending, then by articles; at most 200.
    pub pairs: Vec<DuplicatePair>,
}

/// Two articles that are nearly the same.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DuplicatePair {
    /// Number of the first article.
    pub a: u32,
    /// Number of the second.
    pub b: u32,
    /// Share of their runs of five words that both have.
    pub resemblance: f64,
    /// Share of the runs of the one with fewer that the other has too.
    pub containment: f64,
    /// Runs that both have.
    pub shared: u32,
    /// Different runs of the first.
    pub of_a: u32,
    /// Different runs of the second.
    pub of_b: u32,
}

/// Words of a run.
pub const RUN: usize = 5;
/// From this resemblance on articles are near-duplicates.
pub const LEAST: f64 = 0.5;
/// At most so many pairs of a group are listed.
const MOST_PAIRS: usize = 200;

/// The articles that are nearly the same, found once.
///
/// # Errors
/// As [`near_duplicates`].
pub fn kept(selection: &Selection, progress: &mut dyn FnMut(u32, u32)) -> Result<Rc<[NearDuplicates]>, QueryError> {
    let mut kept = selection.reused().duplicates.borrow_mut();
    if let Some(duplicates) = kept.as_ref() {
        return Ok(Rc::clone(duplicates));
    }
    let duplicates: Rc<[NearDuplicates]> = near_duplicates(selection, progress)?.into();
    *kept = Some(Rc::clone(&duplicates));
    Ok(duplicates)
}

/// Finds articles whose resemblance is at least [`LEAST`]; groups in the order of their first articles.
/// `progress` is told how many articles were read, and of how many.
///
/// # Errors
/// When nothing is counted.
pub fn near_duplicates(
    selection: &Selection,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<Vec<NearDuplicates>, QueryError> {
    selection.not_empty()?;
    let index = selection.index();
    let hashes: Vec<u64> = (0..index.types() as u32).map(|term| term_hash(index.term(term))).collect();
    let of = selection.on().len() as u32;
    let mut sets: Vec<Vec<u64>> = Vec::with_capacity(of as usize);
    let mut places = Places::default();
    for position in 0..of {
        progress(position, of);
        let terms = index.article_terms(position as usize);
        let words: Vec<u64> = terms.iter().map(|&term| hashes[term as usize]).collect();
        let mut set: Vec<u64> = shingles(&words, RUN).into_iter().map(|shingle| shingle.hash).collect();
        by_bits(&mut set, 0, u64::BITS);
        set.dedup();
        if let Some(signature) = signature(&set) {
            let bands: Vec<Shingle> = bands(&signature).into_iter().map(|hash| Shingle { hash, at: 0 }).collect();
            places.add(position, &bands);
        }
        sets.push(set);
    }
    let mut union = Union::new(of as usize);
    let mut pairs: Vec<DuplicatePair> = Vec::new();
    for (a, b) in places.pairs() {
        let (x, y) = (&sets[a as usize], &sets[b as usize]);
        let (shared, of_a, of_b) = (common(x, y), x.len() as u32, y.len() as u32);
        let alike = jaccard(shared, of_a, of_b).zip(containment(shared, of_a, of_b));
        let Some((resemblance, containment)) = alike.filter(|alike| alike.0 >= LEAST) else { continue };
        union.join(a, b);
        let (a, b) = (selection.on()[a as usize], selection.on()[b as usize]);
        pairs.push(DuplicatePair { a, b, resemblance, containment, shared, of_a, of_b });
    }
    sort_by(&mut pairs, |x, y| y.resemblance.total_cmp(&x.resemblance));
    let groups = union.sets().into_iter().filter(|set| set.len() > 1);
    Ok(groups
        .map(|set| {
            let articles: Vec<u32> = set.iter().map(|&position| selection.on()[position as usize]).collect();
            let of_group = |pair: &&DuplicatePair| articles.binary_search(&pair.a).is_ok();
            let pairs = pairs.iter().filter(of_group).take(MOST_PAIRS).copied().collect();
            NearDuplicates { articles, pairs }
        })
        .collect())
}
