//! Multiplicity: p-values adjusted for many words tested at once.
//!
//! Of a thousand words that differ in nothing, some fifty have p < 0.05. Each function takes the
//! p-values of all words tested, 0 to 1, and gives the adjusted ones in the same order, 0 to 1.

use super::measure::Measure;
use crate::sorting::places;

/// Positions by p, ascending; ties by position.
fn ascending(p: &[f64]) -> Vec<usize> {
    let order = places(p.len(), &|i, j| p[i as usize].total_cmp(&p[j as usize]));
    order.into_iter().map(|i| i as usize).collect()
}

/// Bonferroni: p × the number of words, at most 1. Bounds the chance of any false keyword; the strictest.
///
/// Source: Dunn 1961, *Multiple comparisons among means*.
#[must_use]
pub fn bonferroni(p: &[f64]) -> Vec<f64> {
    let n = p.len() as f64;
    p.iter().map(|p| (p * n).min(1.0)).collect()
}

/// Holm: bounds the chance of any false keyword, as Bonferroni does, and never finds fewer.
///
/// The k-th smallest of n is multiplied by n - k + 1; no value may be below the one before it.
/// Source: Holm 1979, *A simple sequentially rejective multiple test procedure*.
#[must_use]
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![0.0; p.len()];
    let mut largest: f64 = 0.0;
    for (rank, i) in ascending(p).into_iter().enumerate() {
        largest = largest.max(p[i] * (p.len() - rank) as f64);
        adjusted[i] = largest.min(1.0);
    }
    adjusted
}

/// Benjamini–Hochberg: bounds the share of false keywords among those found (the false discovery rate).
///
/// The k-th smallest of n is multiplied by n / k; no value may be above the one after it. Source:
/// Benjamini & Hochberg 1995, *Controlling the false discovery rate*.
#[must_use]
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let n = p.len() as f64;
    let mut adjusted = vec![0.0; p.len()];
    let mut smallest: f64 = 1.0;
    for (rank, i) in ascending(p).into_iter().enumerate().rev() {
        smallest = smallest.min(p[i] * n / (rank + 1) as f64);
        adjusted[i] = smallest;
    }
    adjusted
}

/// Where [`benjamini_hochberg`] finds the adjusted value of the p at position `at`: the rank, its own
/// or a later one, at which p × n / rank is smallest, and the p of that rank. `None` past the end.
#[must_use]
pub fn benjamini_hochberg_rank(p: &[f64], at: usize) -> Option<(u32, f64)> {
    let order = ascending(p);
    let own = order.iter().position(|&other| other == at)?;
    let value = |rank: usize| p[order[rank]] / (rank + 1) as f64;
    let found = (own..order.len()).reduce(|best, rank| if value(rank) < value(best) { rank } else { best })?;
    Some((u32::try_from(found + 1).unwrap_or(u32::MAX), p[order[found]]))
}

/// Where [`holm`] finds the adjusted value of the p at position `at`: the rank, its own or an earlier
/// one, at which p × (n - rank + 1) is largest, and the p of that rank. `None` past the end.
#[must_use]
pub fn holm_rank(p: &[f64], at: usize) -> Option<(u32, f64)> {
    let order = ascending(p);
    // Of equal ones the last: all of them have the value of the largest product up to it.
    let own = order.iter().rposition(|&other| p.get(at).is_some_and(|own| p[other] <= *own))?;
    let value = |rank: usize| p[order[rank]] * (p.len() - rank) as f64;
    let found = (0..=own).reduce(|best, rank| if value(rank) > value(best) { rank } else { best })?;
    Some((u32::try_from(found + 1).unwrap_or(u32::MAX), p[order[found]]))
}

/// See [`benjamini_hochberg`].
pub const P_ADJUSTED: Measure = Measure {
    key: "p-adjusted",
    group: "Keyness",
    name: "p, adjusted",
    says: "p adjusted for the many words tested at once: of the words with an adjusted p below 0.05, about 5 % at most are expected to be false alarms.",
    caveat: "It speaks of the list of words, not of the single word; and it is no better than the p it starts from.",
    range: "0 to 1",
    formula: "{p adjusted} = min(1, p_m * n / m)",
    symbols: &[
        ("n", "words tested"),
        ("m", "the rank by p, the word’s own or a later one, at which this is smallest"),
        ("p_m", "the m-th smallest p"),
    ],
    rule: "Benjamini–Hochberg: the k-th smallest of n p-values × n / k, no value above the one after it",
    default: "Benjamini–Hochberg, unless Holm or Bonferroni is chosen. Over all words tested for one article (or pair, or group), stop words too. A word that the article uses more, with an adjusted p below 0.05, is called a keyword; a smaller level can be chosen.",
    undefined: "Where G² is.",
    source: "Benjamini & Hochberg 1995, Controlling the false discovery rate. Journal of the Royal Statistical Society B 57(1).",
};

/// See [`holm`].
pub const P_HOLM: Measure = Measure {
    key: "p-holm",
    group: "Keyness",
    name: "p after Holm",
    says: "p adjusted so that the chance of even one false alarm among all words tested stays below the level. Never finds fewer keywords than Bonferroni’s, and needs no more assumptions.",
    caveat: "Much stricter than Benjamini–Hochberg: of thousands of words only the clearest pass. It is no better than the p it starts from.",
    range: "0 to 1",
    formula: "{p adjusted} = min(1, p_m * (n - m + 1))",
    symbols: &[
        ("n", "words tested"),
        ("m", "the rank by p, the word’s own or an earlier one, at which this is largest"),
        ("p_m", "the m-th smallest p"),
    ],
    rule: "the k-th smallest of n p-values × (n − k + 1), no value below the one before it",
    default: "Shown on choice, or chosen as the adjustment of all.",
    undefined: "Where G² is.",
    source: "Holm 1979, A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2).",
};

/// See [`bonferroni`].
pub const P_BONFERRONI: Measure = Measure {
    key: "p-bonferroni",
    group: "Keyness",
    name: "p after Bonferroni",
    says: "p times the number of words tested: the simplest way to keep the chance of even one false alarm below the level.",
    caveat: "The strictest; Holm’s finds as many or more with the same promise.",
    range: "0 to 1",
    formula: "{p adjusted} = min(1, p * n)",
    symbols: &[("p", "the word’s p"), ("n", "words tested")],
    default: "Shown on choice, or chosen as the adjustment of all.",
    undefined: "Where G² is.",
    source: "Dunn 1961, Multiple comparisons among means. Journal of the American Statistical Association 56.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_tested_nothing_adjusted() {
        assert!(bonferroni(&[]).is_empty() && holm(&[]).is_empty() && benjamini_hochberg(&[]).is_empty());
    }

    #[test]
    fn one_test_stays_as_it_is() {
        assert_eq!(
            (bonferroni(&[0.04]), holm(&[0.04]), benjamini_hochberg(&[0.04])),
            (vec![0.04], vec![0.04], vec![0.04])
        );
    }

    proptest! {
        #[test]
        fn the_stricter_the_larger(p in proptest::collection::vec(0.0_f64..=1.0, 1..80)) {
            let (strict, stepped, rate) = (bonferroni(&p), holm(&p), benjamini_hochberg(&p));
            for i in 0..p.len() {
                prop_assert!(p[i] <= rate[i] * (1.0 + 1e-12));
                prop_assert!(rate[i] <= stepped[i] * (1.0 + 1e-12) && stepped[i] <= strict[i] * (1.0 + 1e-12));
                prop_assert!(strict[i] <= 1.0);
                let (rank, smaller) = holm_rank(&p, i).unwrap();
                prop_assert_eq!((smaller * (p.len() - rank as usize + 1) as f64).min(1.0), stepped[i]);
                for j in 0..p.len() {
                    // The order of the words is kept, and equal values stay equal.
                    if p[i] <= p[j] {
                        prop_assert!(rate[i] <= rate[j] && stepped[i] <= stepped[j]);
                    }
                }
            }
        }
    }
}
