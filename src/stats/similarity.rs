//! Similarity of two sets: types of two articles, or their runs of five words.

use super::measure::Measure;

/// How many items two ascending lists without repeats have in common.
#[must_use]
pub fn common<T: Ord>(x: &[T], y: &[T]) -> u32 {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while let (Some(a), Some(b)) = (x.get(i), y.get(j)) {
        n += u32::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    n
}

/// Jaccard index: what both have over what either has, 0 nothing in common to 1 the same set.
///
/// |A ∩ B| / |A ∪ B|, from the number of common items and the sizes of the two sets. `None` where
/// both are empty, or `common` exceeds a size. Source: Jaccard 1912, *The distribution of the flora
/// in the alpine zone*.
#[must_use]
pub fn jaccard(common: u32, size_a: u32, size_b: u32) -> Option<f64> {
    let (common_f, either) = (f64::from(common), f64::from(size_a) + f64::from(size_b) - f64::from(common));
    (common <= size_a.min(size_b) && either > 0.0).then(|| common_f / either)
}

/// Containment (overlap coefficient): what both have over the smaller set, 0 to 1, where 1 means that one lies within the other.
///
/// |A ∩ B| / min(|A|, |B|). `None` where a set is empty, or `common` exceeds a size. Source:
/// Szymkiewicz 1934; Broder 1997, *On the resemblance and containment of documents*.
#[must_use]
pub fn containment(common: u32, size_a: u32, size_b: u32) -> Option<f64> {
    let smaller = size_a.min(size_b);
    (common <= smaller && smaller > 0).then(|| f64::from(common) / f64::from(smaller))
}

/// See [`jaccard`].
pub const JACCARD: Measure = Measure {
    key: "jaccard",
    group: "Similarity",
    name: "Jaccard index",
    says: "The share of words that both articles have among all words that either has, frequencies aside: 0 none, 1 the same words.",
    caveat: "A long article beside a short one keeps it low.",
    range: "0 to 1",
    formula: "J = k / (m + n - k)",
    symbols: &[
        ("k", "different words that both articles have"),
        ("m", "different words of the one"),
        ("n", "different words of the other"),
    ],
    default: "Stop words count too.",
    undefined: "Where an article has no word: the cell is empty.",
    source: "Jaccard 1912, The distribution of the flora in the alpine zone. New Phytologist 11(2).",
    ..Measure::EMPTY
};

/// See [`containment`].
pub const CONTAINMENT: Measure = Measure {
    key: "containment",
    group: "Similarity",
    name: "Containment",
    says: "The share of the smaller vocabulary that the other article has too: 1 where all its words are in the other. Unlike Jaccard it forgives a difference in length.",
    caveat: "A short article of common words is contained in any long one.",
    range: "0 to 1",
    formula: "C = k / min(m, n)",
    symbols: &[
        ("k", "different words that both articles have"),
        ("m", "different words of the one"),
        ("n", "different words of the other"),
    ],
    default: "Stop words count too.",
    undefined: "Where an article has no word: the cell is empty.",
    source: "Szymkiewicz 1934, Une contribution statistique à la géographie floristique. Acta Societatis Botanicorum Poloniae 11(3); also called overlap coefficient.",
    ..Measure::EMPTY
};

/// See [`common`].
pub const SHARED_FIVEGRAMS: Measure = Measure {
    key: "shared-5grams",
    group: "Similarity",
    name: "Shared 5-grams",
    says: "How many different runs of five words both articles have word for word: a trace of one source or one copied sentence, as runs of five rarely agree by chance.",
    caveat: "Names and set phrases of five words and more count as well as copied sentences; a copy with a word changed every five isn’t seen.",
    range: "0 or more",
    rule: "the number of different 5-grams in both; for the tree, divided by those of the article with fewer",
    default: "Runs stay within a sentence; words compare as they are counted, case and spelling aside.",
    undefined: "Never; 0 where there is none.",
    source: "Clough, Gaizauskas, Piao & Wilks 2002, METER: MEasuring TExt Reuse. Proceedings of ACL.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn empty_sets_have_no_similarity() {
        assert_eq!(jaccard(0, 0, 0), None);
        assert_eq!(containment(0, 0, 3), None);
        assert_eq!(jaccard(0, 0, 3), Some(0.0));
        assert_eq!(jaccard(4, 3, 9), None);
        assert_eq!(containment(4, 3, 9), None);
    }

    #[test]
    fn a_part_is_contained_but_not_the_same() {
        assert_eq!(containment(3, 3, 12), Some(1.0));
        assert_eq!(jaccard(3, 3, 12), Some(0.25));
    }

    proptest! {
        #[test]
        fn common_items_are_those_of_the_intersection(
            x in proptest::collection::btree_set(0_u32..60, 0..40),
            y in proptest::collection::btree_set(0_u32..60, 0..40),
        ) {
            let (a, b): (Vec<u32>, Vec<u32>) = (x.iter().copied().collect(), y.iter().copied().collect());
            let n = common(&a, &b);
            prop_assert_eq!(n as usize, x.intersection(&y).collect::<BTreeSet<_>>().len());
            prop_assert_eq!(n, common(&b, &a));
            let (size_a, size_b) = (a.len() as u32, b.len() as u32);
            prop_assert_eq!(jaccard(n, size_a, size_b), jaccard(n, size_b, size_a));
            if let (Some(j), Some(c)) = (jaccard(n, size_a, size_b), containment(n, size_a, size_b)) {
                prop_assert!((0.0..=1.0).contains(&j) && (j..=1.0).contains(&c));
            }
        }
    }
}
