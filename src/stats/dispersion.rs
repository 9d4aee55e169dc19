//! Dispersion: how evenly a word is spread over the parts of a corpus.
//!
//! `counts` and `sizes` are the word's frequency and the number of tokens in each part (articles,
//! or equal parts of one article). Parts without a token are left out, as they can hold no word.
//! `None` stands for undefined: the slices differ in length, the word doesn't occur, or there are
//! fewer than two parts (a single part is neither even nor uneven).

use super::measure::Measure;

/// Range: in how many parts the word occurs, 0 to the number of parts.
#[must_use]
pub fn range(counts: &[u32]) -> u32 {
    counts.iter().map(|&v| u32::from(v > 0)).sum()
}

/// DP, deviation of proportions: 0 where the word is spread just as the sizes would have it, towards 1 where it is bunched.
///
/// ½ Σ |v/f - s/N|, with v, s the part's count and size, f, N their sums. Source: Gries 2008,
/// *Dispersions and adjusted frequencies in corpora*.
#[must_use]
pub fn dp(counts: &[u32], sizes: &[u32]) -> Option<f64> {
    let parts = Parts::new(counts, sizes)?;
    if parts.is_even() {
        return Some(0.0);
    }
    let sum: f64 = parts.pairs.iter().map(|&(v, s)| (v / parts.frequency - s / parts.tokens).abs()).sum();
    Some((0.5 * sum).min(1.0))
}

/// DPnorm: DP divided by the largest value it can have with these sizes, so that 1 is reached; 0 even, 1 in the smallest part only.
///
/// DP / (1 - the smallest part's share). Source: Lijffijt & Gries 2012, *Correction to Stefan Th.
/// Gries' "Dispersions and adjusted frequencies in corpora"*.
#[must_use]
pub fn dp_norm(counts: &[u32], sizes: &[u32]) -> Option<f64> {
    let parts = Parts::new(counts, sizes)?;
    // All of it in a part of the smallest size: the largest value that DP can have.
    if parts.only().is_some_and(|(_, only)| parts.pairs.iter().all(|&(_, s)| s >= only)) {
        return Some(1.0);
    }
    let smallest = parts.pairs.iter().map(|&(_, s)| s / parts.tokens).fold(1.0, f64::min);
    Some((dp(counts, sizes)? / (1.0 - smallest)).min(1.0))
}

/// Juilland's D: 1 where the word has one rate in all parts, 0 where it occurs in one part only.
///
/// 1 - V / √(n-1), where V is the standard deviation of the n rates v/s (population, divided by n)
/// over their mean. Source: Juilland & Chang-Rodríguez 1964, *Frequency dictionary of Spanish words*.
#[must_use]
pub fn juilland_d(counts: &[u32], sizes: &[u32]) -> Option<f64> {
    let parts = Parts::new(counts, sizes)?;
    if parts.is_even() {
        return Some(1.0);
    }
    if parts.only().is_some() {
        return Some(0.0);
    }
    let n = parts.pairs.len() as f64;
    let mean = parts.pairs.iter().map(|(v, s)| v / s).sum::<f64>() / n;
    let variance = parts.pairs.iter().map(|(v, s)| (v / s - mean) * (v / s - mean)).sum::<f64>() / n;
    Some((1.0 - variance.sqrt() / mean / (n - 1.0).sqrt()).max(0.0))
}

/// The parts that have tokens, as numbers to divide, and their sums.
struct Parts {
    pairs: Vec<(f64, f64)>,
    frequency: f64,
    tokens: f64,
}

impl Parts {
    /// `None` where dispersion is undefined.
    fn new(counts: &[u32], sizes: &[u32]) -> Option<Self> {
        if counts.len() != sizes.len() {
            return None;
        }
        let pairs: Vec<(f64, f64)> =
            counts.iter().zip(sizes).filter(|&(_, &s)| s > 0).map(|(&v, &s)| (f64::from(v), f64::from(s))).collect();
        let frequency = pairs.iter().map(|p| p.0).sum();
        let tokens = pairs.iter().map(|p| p.1).sum();
        (frequency > 0.0 && pairs.len() > 1).then_some(Self { pairs, frequency, tokens })
    }

    /// Whether every part has the word at one rate. Asked of whole numbers, v N = f s, for which floating
    /// point is no judge: where it is so, the measures' values are 0 and 1, and not nearly.
    fn is_even(&self) -> bool {
        let (frequency, tokens) = (self.frequency as u128, self.tokens as u128);
        self.pairs.iter().all(|&(v, s)| v as u128 * tokens == frequency * s as u128)
    }

    /// The one part that has the word, where only one has it.
    fn only(&self) -> Option<(f64, f64)> {
        let mut having = self.pairs.iter().filter(|part| part.0 > 0.0);
        having.next().copied().filter(|_| having.next().is_none())
    }
}

/// See [`range`].
pub const RANGE: Measure = Measure {
    key: "range",
    group: "Dispersion",
    name: "Range",
    says: "In how many articles the word occurs at all.",
    caveat: "It doesn’t see how often, nor how long an article is.",
    range: "0 to the number of articles",
    formula: "range = sum(articles, min(v, 1))",
    symbols: &[("v", "how often each article has the word")],
    default: "Counted over the articles that are on, however they are grouped.",
    undefined: "Never.",
    source: "Juilland & Chang-Rodríguez 1964, Frequency Dictionary of Spanish Words.",
    ..Measure::EMPTY
};

/// See [`dp`].
pub const DP: Measure = Measure {
    key: "dp",
    group: "Dispersion",
    name: "DP (deviation of proportions)",
    says: "How far a word’s spread over the articles is from what their sizes would have it: 0 exactly even, towards 1 bunched in a small part of the corpus.",
    caveat: "With few articles its largest value stays well below 1: see DPnorm. A word that occurs once is bunched by necessity.",
    range: "0 to nearly 1",
    formula: "DP = 1 / 2 * sum(articles, |v / f - s / N|)",
    symbols: &[
        ("v", "how often each article has the word"),
        ("s", "the article’s size in tokens"),
        ("f", "how often all of them have it"),
        ("N", "tokens of all of them"),
    ],
    default: "The parts are the articles that are on and have words, however they are grouped.",
    undefined: "With fewer than two such articles, or where the word doesn’t occur: the cell is empty.",
    source: "Gries 2008, Dispersions and adjusted frequencies in corpora. International Journal of Corpus Linguistics 13(4).",
    ..Measure::EMPTY
};

/// See [`dp_norm`].
pub const DP_NORM: Measure = Measure {
    key: "dp-norm",
    group: "Dispersion",
    name: "DPnorm",
    says: "DP on a scale that always reaches 1, so that corpora of few or unequal articles compare: 0 even, 1 in the smallest article only.",
    caveat: "As DP, it calls every rare word bunched.",
    range: "0 to 1",
    formula: "DP = 1 / 2 * sum(articles, |v / f - s / N|); DPnorm = DP / (1 - s_min / N)",
    symbols: &[
        ("v", "how often each article has the word"),
        ("s", "the article’s size in tokens"),
        ("f", "how often all of them have it"),
        ("N", "tokens of all of them"),
        ("s_min", "the size of the smallest article"),
    ],
    default: "As DP.",
    undefined: "Where DP is.",
    source: "Lijffijt & Gries 2012, Correction to Stefan Th. Gries’ ‘Dispersions and adjusted frequencies in corpora’. International Journal of Corpus Linguistics 17(1).",
    ..Measure::EMPTY
};

/// See [`juilland_d`].
pub const JUILLAND_D: Measure = Measure {
    key: "juilland-d",
    group: "Dispersion",
    name: "Juilland’s D",
    says: "How even a word’s rates are from article to article: 1 the same rate in all, 0 in one article only. It runs the other way round than DP.",
    caveat: "It comes out high in corpora of many parts, and takes a short article for as much as a long one.",
    range: "0 to 1",
    formula: "r = v / s; {mean rate} = sum(articles, r) / n; SD = sqrt(sum(articles, (r - {mean rate})^2) / n); D = 1 - SD / {mean rate} / sqrt(n - 1)",
    symbols: &[
        ("v", "how often each article has the word"),
        ("s", "the article’s size in tokens"),
        ("n", "the number of articles"),
    ],
    default: "As DP.",
    undefined: "Where DP is.",
    source: "Juilland & Chang-Rodríguez 1964, Frequency Dictionary of Spanish Words.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(counts: &[u32], sizes: &[u32]) -> [Option<f64>; 3] {
        [dp(counts, sizes), dp_norm(counts, sizes), juilland_d(counts, sizes)]
    }

    #[test]
    fn undefined_where_there_is_nothing_to_spread() {
        assert_eq!(all(&[], &[]), [None; 3]);
        assert_eq!(all(&[3], &[10]), [None; 3]);
        assert_eq!(all(&[0, 0], &[10, 10]), [None; 3]);
        assert_eq!(all(&[1, 2], &[10]), [None; 3]);
        // One of two articles is empty: one part is left.
        assert_eq!(all(&[1, 0], &[10, 0]), [None; 3]);
        assert_eq!(range(&[]), 0);
    }

    #[test]
    fn empty_parts_are_left_out() {
        assert_eq!(all(&[1, 0, 3], &[10, 0, 20]), all(&[1, 3], &[10, 20]));
    }

    #[test]
    fn even_and_bunched() {
        assert_eq!(all(&[1, 2, 3], &[100, 200, 300]), [Some(0.0), Some(0.0), Some(1.0)]);
        // In floating point these come out as 0.9999999999999999 and the like.
        assert_eq!(all(&[7, 21, 49], &[329, 987, 2303]), [Some(0.0), Some(0.0), Some(1.0)]);
        assert_eq!(all(&[0, 1, 0, 0, 0], &[448, 329, 680, 537, 783])[1..], [Some(1.0), Some(0.0)]);
        let huge = u32::MAX;
        assert_eq!(all(&[huge, huge, huge], &[huge, huge, huge]), [Some(0.0), Some(0.0), Some(1.0)]);
        let [dp, norm, d] = all(&[6, 0, 0], &[100, 200, 300]);
        assert!((dp.unwrap() - 5.0 / 6.0).abs() < 1e-15);
        assert_eq!((norm, d), (Some(1.0), Some(0.0)));
        assert_eq!(range(&[6, 0, 1]), 2);
    }

    proptest! {
        #[test]
        fn values_stay_in_their_ranges_and_dont_care_for_order(
            parts in proptest::collection::vec((0_u32..50, 0_u32..500), 0..20),
        ) {
            let (counts, sizes): (Vec<u32>, Vec<u32>) = parts.iter().map(|&(v, s)| (v.min(s), s)).unzip();
            let (back, back_sizes): (Vec<u32>, Vec<u32>) = counts.iter().rev().copied().zip(sizes.iter().rev().copied()).unzip();
            for (here, there) in all(&counts, &sizes).into_iter().zip(all(&back, &back_sizes)) {
                prop_assert_eq!(here.is_some(), there.is_some());
                if let (Some(x), Some(y)) = (here, there) {
                    prop_assert!((0.0..=1.0).contains(&x) && (x - y).abs() < 1e-9);
                }
            }
            prop_assert!(dp(&counts, &sizes) <= dp_norm(&counts, &sizes));
        }
    }
}
