//! How alike two units are, articles or groups: cosine, Jaccard, containment, shared 5-grams.
//!
//! Of all pairs it is found at once, unit by unit: a word or a 5-gram of one is looked up in the list of those
//! that have it, so that a pair costs what it has in common, and nothing where that is nothing.

use std::cell::RefCell;
use std::rc::Rc;

use super::compare::{Distance, Similarity, SimilarityRow};
use super::error::QueryError;
use super::selection::Selection;
use super::table::ordered;
use crate::corpus::TermId;
use crate::stats::similarity::{common, containment, jaccard};
use crate::stats::tfidf::{length, of_product};

/// Most units of which each is compared with each: four and a half million pairs.
const MOST_UNITS: usize = 3_000;

/// What two units have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Pair {
    /// Cosine of their TF-IDF; 0 where one has no word.
    cosine: f64,
    /// Different words that both have.
    types: u32,
    /// Different 5-grams that both have.
    fivegrams: u32,
}

/// Similarities of what is compared: the articles that are on, or groups of them.
#[derive(Debug)]
pub struct Similarities {
    /// By place: different words.
    types: Vec<u32>,
    /// By place: different 5-grams.
    fivegrams: Vec<u32>,
    /// Every pair once, by the place of its first, then its second.
    pairs: Vec<Pair>,
    /// The places of all pairs in the order of the measure last asked for.
    order: RefCell<Option<(Similarity, Rc<[u32]>)>>,
}

impl Similarities {
    /// Compares each with each; `progress` is told how many are done, and of how many.
    ///
    /// # Errors
    /// When there are more than can be compared in bearable time and room.
    pub(super) fn of(selection: &Selection, progress: &mut dyn FnMut(u32, u32)) -> Result<Self, QueryError> {
        let units = selection.units().len();
        if units > MOST_UNITS {
            return Err(QueryError::OutOfRange {
                what: "The number of articles of which each is compared with each",
                given: crate::digits::grouped(units as u64),
                may_be: "3,000 or fewer: switch some articles off, or compare groups of them",
            });
        }
        let weights = selection.unit_weights();
        let words = Postings::of_words(selection);
        let runs = Postings::of_fivegrams(selection);
        let lengths: Vec<f64> = (0..units).map(|at| length(weights.article(at))).collect();
        let mut pairs = Vec::with_capacity(units * units.saturating_sub(1) / 2);
        let (mut products, mut types, mut fivegrams) = (vec![0.0; units], vec![0_u32; units], vec![0_u32; units]);
        for a in 0..units {
            progress(a as u32, units as u32);
            for at in a..units {
                (products[at], types[at], fivegrams[at]) = (0.0, 0, 0);
            }
            let of_a = weights.article(a);
            for &(term, weight) in of_a {
                for &(b, other) in words.after(term as usize, a) {
                    products[b as usize] += weight * other;
                    types[b as usize] += 1;
                }
            }
            for &run in &runs.of_unit[a] {
                for &(b, ()) in runs.after(run as usize, a) {
                    fivegrams[b as usize] += 1;
                }
            }
            pairs.extend((a + 1..units).map(|b| {
                let same = || types[b] as usize == of_a.len() && of_a == weights.article(b);
                let cosine = of_product(products[b], lengths[a] * lengths[b], same).unwrap_or(0.0);
                Pair { cosine, types: types[b], fivegrams: fivegrams[b] }
            }));
        }
        let types = (0..units).map(|at| weights.article(at).len() as u32).collect();
        Ok(Self { types, fivegrams: runs.sizes, pairs, order: RefCell::new(None) })
    }

    /// How many pairs there are.
    pub(super) fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Every pair of places, in order.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let units = self.types.len();
        (0..units).flat_map(move |a| (a + 1..units).map(move |b| (a, b)))
    }

    /// Where the pair of these places stands among all.
    fn at(&self, (a, b): (usize, usize)) -> usize {
        let (a, b) = (a.min(b), a.max(b));
        a * self.types.len() - a * (a + 1) / 2 + b - a - 1
    }

    /// The places of the pair at this place among all.
    pub(super) fn pair(&self, at: usize) -> (usize, usize) {
        let units = self.types.len();
        // The first whose pairs end after it.
        let (mut low, mut high) = (0, units);
        while low < high {
            let middle = (low + high) / 2;
            let end = (middle + 1) * units - (middle + 1) * (middle + 2) / 2;
            if end <= at { low = middle + 1 } else { high = middle }
        }
        let start = low * units - low * (low + 1) / 2;
        (low, low + 1 + at - start)
    }

    /// The value of a measure for the units at these places.
    pub(super) fn value(&self, places: (usize, usize), measure: Similarity) -> Option<f64> {
        let pair = self.pairs[self.at(places)];
        let (size_a, size_b) = (self.types[places.0], self.types[places.1]);
        let both = size_a > 0 && size_b > 0;
        match measure {
            Similarity::Cosine => both.then_some(pair.cosine),
            Similarity::Jaccard => jaccard(pair.types, size_a, size_b).filter(|_| both),
            Similarity::Containment => containment(pair.types, size_a, size_b),
            Similarity::SharedFivegrams => Some(f64::from(pair.fivegrams)),
        }
    }

    /// The places of all pairs, the most alike by a measure first, those without a value last; equals stay in the
    /// order of the articles.
    pub(super) fn most_alike_first(&self, measure: Similarity) -> Rc<[u32]> {
        if let Some((_, order)) = self.order.borrow().as_ref().filter(|(of, _)| *of == measure) {
            return Rc::clone(order);
        }
        let values: Vec<Option<f64>> = self.places().map(|pair| self.value(pair, measure)).collect();
        let all: Vec<u32> = (0..values.len() as u32).collect();
        let order: Rc<[u32]> = ordered(all, true, |&at| values[at as usize], |&at| at.into()).into();
        *self.order.borrow_mut() = Some((measure, Rc::clone(&order)));
        order
    }

    /// The places of all pairs, ordered by a measure, the most alike or the least alike first, those without a value
    /// last; equals stay in the order of the articles.
    pub(super) fn in_order(&self, (measure, descending): (Similarity, bool)) -> Rc<[u32]> {
        if descending {
            return self.most_alike_first(measure);
        }
        let values: Vec<Option<f64>> = self.places().map(|pair| self.value(pair, measure)).collect();
        ordered((0..values.len() as u32).collect(), false, |&at| values[at as usize], |&at| at.into()).into()
    }

    /// How alike the units at these places are.
    pub(super) fn row(&self, selection: &Selection, places: (usize, usize)) -> SimilarityRow {
        let numbers = selection.units().numbers();
        SimilarityRow {
            article_a: numbers[places.0],
            article_b: numbers[places.1],
            cosine: self.value(places, Similarity::Cosine),
            jaccard: self.value(places, Similarity::Jaccard),
            containment: self.value(places, Similarity::Containment),
            shared_5grams: self.pairs[self.at(places)].fivegrams,
        }
    }

    /// The distance by which the units at these places are clustered. 5-grams are taken as a share of those of the
    /// one with fewer. Where the similarity is undefined it counts as 0.
    pub(super) fn distance(&self, places: (usize, usize), distance: Distance) -> f64 {
        let similarity = match distance {
            Distance::Euclidean => {
                let cosine = self.value(places, Similarity::Cosine).unwrap_or(0.0);
                return (2.0 - 2.0 * cosine).max(0.0).sqrt();
            }
            Distance::Unlike(Similarity::SharedFivegrams) => {
                let shared = self.pairs[self.at(places)].fivegrams;
                containment(shared, self.fivegrams[places.0], self.fivegrams[places.1])
            }
            Distance::Unlike(measure) => self.value(places, measure),
        };
        similarity.map_or(1.0, |similarity| (1.0 - similarity).clamp(0.0, 1.0))
    }
}

/// How alike the units at these two places are, the others left aside.
pub(super) fn of_two(selection: &Selection, a: usize, b: usize) -> SimilarityRow {
    let weights = selection.unit_weights();
    let types = |at: usize| -> Vec<TermId> { weights.article(at).iter().map(|word| word.0).collect() };
    let (types_a, types_b) = (types(a), types(b));
    let (size_a, size_b) = (types_a.len() as u32, types_b.len() as u32);
    let shared = common(&types_a, &types_b);
    let both = size_a > 0 && size_b > 0;
    let (places, ngrams) = (selection.units().places(), selection.ngrams(5));
    let has = |number: usize, unit: usize| ngrams.by_article(number).any(|(at, _)| places[at as usize] == unit);
    SimilarityRow {
        article_a: selection.units().numbers()[a],
        article_b: selection.units().numbers()[b],
        cosine: weights.cosine(a, b),
        jaccard: jaccard(shared, size_a, size_b).filter(|_| both),
        containment: containment(shared, size_a, size_b),
        shared_5grams: (0..ngrams.len()).filter(|&number| has(number, a) && has(number, b)).count() as u32,
    }
}

/// By item (a word, a 5-gram) the units that have it, ascending, each with a value.
struct Postings<T> {
    starts: Vec<u32>,
    units: Vec<(u32, T)>,
    /// By unit: its items, where they are needed.
    of_unit: Vec<Vec<u32>>,
    /// By unit: how many different items it has.
    sizes: Vec<u32>,
}

impl<T> Postings<T> {
    /// The units after this one that have the item.
    fn after(&self, item: usize, unit: usize) -> &[(u32, T)] {
        let all = &self.units[self.starts[item] as usize..self.starts[item + 1] as usize];
        &all[all.partition_point(|it| it.0 as usize <= unit)..]
    }
}

impl Postings<f64> {
    /// The words, with their weights.
    fn of_words(selection: &Selection) -> Self {
        let (units, types) = (selection.units().len(), selection.index().types());
        let weights = selection.unit_weights();
        let mut starts = vec![0_u32; types + 1];
        for &(term, _) in (0..units).flat_map(|at| weights.article(at)) {
            starts[term as usize + 1] += 1;
        }
        for term in 0..types {
            starts[term + 1] += starts[term];
        }
        let mut next = starts.clone();
        let mut of_term = vec![(0, 0.0); starts[types] as usize];
        for at in 0..units {
            for &(term, weight) in weights.article(at) {
                of_term[next[term as usize] as usize] = (at as u32, weight);
                next[term as usize] += 1;
            }
        }
        Self { starts, units: of_term, of_unit: Vec::new(), sizes: Vec::new() }
    }
}

impl Postings<()> {
    /// The 5-grams; of those that one unit alone has only the number is kept.
    fn of_fivegrams(selection: &Selection) -> Self {
        let units = selection.units().len();
        let (ngrams, places) = (selection.ngrams(5), selection.units().places());
        let mut found =
            Self { starts: vec![0], units: Vec::new(), of_unit: vec![Vec::new(); units], sizes: vec![0; units] };
        let mut having: Vec<u32> = Vec::new();
        for number in 0..ngrams.len() {
            having.clear();
            having.extend(ngrams.by_article(number).map(|(position, _)| places[position as usize] as u32));
            if selection.units().are_groups() {
                having.sort_unstable();
                having.dedup();
            }
            for &unit in &having {
                found.sizes[unit as usize] += 1;
            }
            if having.len() < 2 {
                continue;
            }
            let run = found.starts.len() as u32 - 1;
            for &unit in &having {
                found.units.push((unit, ()));
                found.of_unit[unit as usize].push(run);
            }
            found.starts.push(found.units.len() as u32);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_has_its_place() {
        for units in 0..9_usize {
            let pairs = vec![Pair::default(); units * units.saturating_sub(1) / 2];
            let all =
                Similarities { types: vec![0; units], fivegrams: vec![0; units], pairs, order: RefCell::new(None) };
            let places: Vec<(usize, usize)> = all.places().collect();
            assert_eq!(places.len(), all.len());
            for (at, &pair) in places.iter().enumerate() {
                assert_eq!((all.at(pair), all.at((pair.1, pair.0)), all.pair(at)), (at, at, pair), "{units}");
            }
        }
    }
}
