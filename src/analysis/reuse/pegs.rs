//! Where are two long sequences certainly the same?
//!
//! Runs of a few words that stand exactly once in both are pegs (as in `patience` comparison of
//! files); of those the longest chain that ascends in both is kept, and neighbours that touch are one.

use super::scoring::Word;
use super::shingles::{mix, run_hash};
use crate::sorting::{Record, by_key};

/// A run of same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peg {
    /// Its first word in `a`.
    pub a: usize,
    /// Its first word in `b`.
    pub b: usize,
    /// Its length in words.
    pub words: usize,
}

/// Words of a run that makes a peg.
const RUN: usize = 4;

/// The pegs, ascending in both, none overlapping another. In time n log n.
#[must_use]
pub fn pegs(a: &[Word], b: &[Word]) -> Vec<Peg> {
    let mut records: Vec<Record> = Vec::with_capacity(a.len() + b.len());
    let divider = a.len();
    for (words, offset) in [(a, 0), (b, divider)] {
        let numbers: Vec<u64> = words.iter().map(|word| mix(word.term.into())).collect();
        records
            .extend((0..).zip(numbers.windows(RUN)).map(|(at, run): (usize, _)| (run_hash(run), (offset + at) as u32)));
    }
    by_key(&mut records, u64::BITS);
    // Once in each: two records of one number, the first of `a`, the second of `b`.
    let mut pairs: Vec<(usize, usize)> = records
        .chunk_by(|x, y| x.0 == y.0)
        .filter_map(|same| match *same {
            [(_, x), (_, y)] if (x as usize) < divider && y as usize >= divider => {
                Some((x as usize, y as usize - divider))
            }
            _ => None,
        })
        .collect();
    crate::sorting::sort_by(&mut pairs, |x, y| x.0.cmp(&y.0));
    let mut pegs: Vec<Peg> = Vec::new();
    for (x, y) in ascending_chain(&pairs) {
        match pegs.last_mut() {
            Some(last) if x - last.a == y - last.b && x <= last.a + last.words => last.words = x - last.a + RUN,
            // Two that overlap in one text only can't both be used whole.
            Some(last) if x < last.a + last.words || y < last.b + last.words => {}
            _ => pegs.push(Peg { a: x, b: y, words: RUN }),
        }
    }
    pegs
}

/// The longest chain whose second numbers ascend too (by patience sorting).
fn ascending_chain(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // By length of chain: its last pair with the least second number.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (number, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < pair.1);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(number);
        } else {
            ends[length] = number;
        }
    }
    let mut chain = Vec::new();
    let mut at = ends.last().copied();
    while let Some(number) = at {
        chain.push(pairs[number]);
        at = before[number];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn pegs_are_the_same_on_both_sides_and_ascend(
            a in prop::collection::vec(0u32..9, 0..80), b in prop::collection::vec(0u32..9, 0..80),
        ) {
            let words = |terms: &[u32]| -> Vec<Word> { terms.iter().map(|&term| Word { term, stop: false }).collect() };
            let (mut i, mut j) = (0, 0);
            for peg in pegs(&words(&a), &words(&b)) {
                prop_assert!(peg.a >= i && peg.b >= j && peg.words >= RUN);
                (i, j) = (peg.a + peg.words, peg.b + peg.words);
                prop_assert_eq!(&a[peg.a..i], &b[peg.b..j]);
            }
        }

        #[test]
        fn the_chain_is_as_long_as_any(seconds in prop::collection::vec(0usize..12, 0..9)) {
            let pairs: Vec<(usize, usize)> = seconds.iter().copied().enumerate().collect();
            let longest = (0..1u32 << pairs.len())
                .filter_map(|chosen| {
                    let chain: Vec<usize> =
                        (0..pairs.len()).filter(|at| chosen >> at & 1 == 1).map(|at| seconds[at]).collect();
                    chain.windows(2).all(|two| two[0] < two[1]).then_some(chain.len())
                })
                .max();
            let chain = ascending_chain(&pairs);
            prop_assert!(chain.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            prop_assert_eq!(Some(chain.len()), longest);
        }
    }
}
