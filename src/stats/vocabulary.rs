//! A text's vocabulary as a whole: how frequencies fall with rank (Zipf), how the number of types
//! grows with the text (Heaps), how many types occur once, twice and so on.
//!
//! Frequencies are those of the types, 1 or more each. `None` stands for undefined.

use serde::{Deserialize, Serialize};

use super::Measure;
use super::elementary::{exp, ln, pow};
use crate::sorting::ascending;

/// How many types occur once, twice and so on: (frequency, number of types), ascending by frequency;
/// frequencies that no type has are left out, and so are types of frequency 0.
#[must_use]
pub fn spectrum(frequencies: &[u32]) -> Vec<(u32, u32)> {
    let known: Vec<u32> = frequencies.iter().copied().filter(|&frequency| frequency > 0).collect();
    ascending(&known).chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect()
}

/// Zipf's law fitted to a text: frequency falls with rank as rank^-exponent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ZipfFit {
    /// The exponent, 0 or more.
    pub exponent: f64,
    /// Its standard error by Fisher's information, 0 or more.
    pub error: f64,
    /// The largest distance between the two cumulative distributions, 0 to 1.
    pub distance: f64,
    /// The frequency that the fit expects at rank 1.
    pub first: f64,
}

impl ZipfFit {
    /// The frequency that the fit expects at this rank, from 1.
    #[must_use]
    pub fn expected(&self, rank: u32) -> f64 {
        self.first * pow(f64::from(rank), -self.exponent)
    }
}

/// No exponent of counts below 2³² is larger: of two types the one would have to be 2⁶⁴ times as frequent.
const STEEPEST: f64 = 64.0;

/// Fits Zipf's law to the frequencies of the types, most frequent first, by maximum likelihood: a token
/// is of the type of rank r with chance r^-a / Σ k^-a, k running over the ranks that there are.
///
/// `None` with fewer than two types, or where they don't descend. Source: Clauset, Shalizi & Newman
/// 2009, *Power-law distributions in empirical data* (likelihood, distance); Moreno-Sánchez,
/// Font-Clos & Corral 2016, *Large-scale analysis of Zipf's law in English texts*.
#[must_use]
pub fn zipf_fit(frequencies: &[u32]) -> Option<ZipfFit> {
    if frequencies.len() < 2 || frequencies.windows(2).any(|two| two[0] < two[1]) || frequencies.last() == Some(&0) {
        return None;
    }
    let logs: Vec<f64> = (1..=frequencies.len()).map(|rank| ln(rank as f64)).collect();
    let tokens: u64 = frequencies.iter().map(|&frequency| u64::from(frequency)).sum();
    let tokens = tokens as f64;
    let found = frequencies.iter().zip(&logs).map(|(&frequency, log)| f64::from(frequency) * log).sum::<f64>() / tokens;
    // The mean log rank that the law expects falls as a grows; where it is the one found, the likelihood is highest.
    let (mut low, mut high, mut exponent) = (0.0, STEEPEST, 1.0);
    for _ in 0..200 {
        let Moments { mean, variance, .. } = moments(&logs, exponent);
        if mean > found {
            low = exponent;
        } else {
            high = exponent;
        }
        // Newton's step where it stays between the bounds, else their middle.
        let step = exponent + (mean - found) / variance;
        let next = if step > low && step < high { step } else { f64::midpoint(low, high) };
        let moved = (next - exponent).abs();
        exponent = next;
        if moved <= 1e-15 * exponent.max(1e-3) {
            break;
        }
    }
    let even = frequencies.first() == frequencies.last();
    let exponent = if even { 0.0 } else { exponent };
    let Moments { sum, variance, .. } = moments(&logs, exponent);
    let (mut ours, mut expected, mut distance) = (0.0, 0.0, 0.0_f64);
    for (&frequency, log) in frequencies.iter().zip(&logs) {
        ours += f64::from(frequency) / tokens;
        expected += exp(-exponent * log) / sum;
        distance = distance.max((ours - expected).abs());
    }
    Some(ZipfFit { exponent, error: 1.0 / (tokens * variance).sqrt(), distance, first: tokens / sum })
}

/// What Zipf's law with an exponent expects of the log rank.
struct Moments {
    /// Σ k^-a.
    sum: f64,
    mean: f64,
    variance: f64,
}

fn moments(logs: &[f64], exponent: f64) -> Moments {
    let (mut sum, mut first) = (0.0, 0.0);
    let weights: Vec<f64> = logs.iter().map(|log| exp(-exponent * log)).collect();
    for (weight, log) in weights.iter().zip(logs) {
        sum += weight;
        first += weight * log;
    }
    let mean = first / sum;
    let variance =
        weights.iter().zip(logs).map(|(weight, log)| weight * (log - mean) * (log - mean)).sum::<f64>() / sum;
    Moments { sum, mean, variance }
}

/// How many types are to be expected among `draws` tokens drawn at random, none twice, from a text of
/// this spectrum: Σ over its types of the chance to draw the type at all. Exact (hypergeometric), and
/// so the mean over all orders that its tokens could stand in.
///
/// `None` where the text has fewer tokens. Source: Hurlbert 1971, *The nonconcept of species
/// diversity*; for texts Baayen 2001, *Word Frequency Distributions*.
#[must_use]
pub fn expected_types(spectrum: &[(u32, u32)], draws: u32) -> Option<f64> {
    let tokens: u64 = spectrum.iter().map(|&(frequency, types)| u64::from(frequency) * u64::from(types)).sum();
    let left = tokens.checked_sub(draws.into())?;
    // The chance that none of i marked tokens is drawn, for i = 1, 2, 3 ...: a product that grows by a factor each.
    let (mut none, mut marked) = (1.0, 0_u64);
    let mut expected = 0.0;
    for &(frequency, types) in spectrum {
        // Below this, 1 less it is 1: there is nothing more to find out.
        while marked < u64::from(frequency) && none > 1e-17 {
            none *= left.saturating_sub(marked) as f64 / (tokens - marked) as f64;
            marked += 1;
        }
        expected += f64::from(types) * (1.0 - none);
    }
    Some(expected)
}

/// Heaps' law fitted to a curve of growth: types = k · tokens^beta.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeapsFit {
    /// The factor, more than 0: the types at one token, if the law held there.
    pub k: f64,
    /// The exponent: 1 where every word is a new one.
    pub beta: f64,
    /// The largest deviation of the curve from the law, as a share of the law's value.
    pub deviation: f64,
}

impl HeapsFit {
    /// The types that the law expects at so many tokens.
    #[must_use]
    pub fn expected(&self, tokens: u32) -> f64 {
        self.k * pow(f64::from(tokens), self.beta)
    }
}

/// Fits Heaps' law to (tokens, types) by least squares on the logarithms: the straight line through ln
/// types over ln tokens.
///
/// `None` with fewer than two different numbers of tokens, or where a number isn't above 0. Source:
/// Herdan 1960, *Type-token mathematics*; Heaps 1978, *Information Retrieval*.
#[must_use]
pub fn heaps_fit(points: &[(u32, f64)]) -> Option<HeapsFit> {
    if points.iter().any(|&(tokens, types)| tokens == 0 || types.is_nan() || types <= 0.0) {
        return None;
    }
    let logs: Vec<(f64, f64)> = points.iter().map(|&(tokens, types)| (ln(f64::from(tokens)), ln(types))).collect();
    let n = logs.len() as f64;
    let (x, y) = (logs.iter().map(|log| log.0).sum::<f64>() / n, logs.iter().map(|log| log.1).sum::<f64>() / n);
    let spread: f64 = logs.iter().map(|log| (log.0 - x) * (log.0 - x)).sum();
    if points.iter().all(|point| point.0 == points[0].0) {
        return None;
    }
    let beta = logs.iter().map(|log| (log.0 - x) * (log.1 - y)).sum::<f64>() / spread;
    let mut fit = HeapsFit { k: exp(y - beta * x), beta, deviation: 0.0 };
    for &(tokens, types) in points {
        fit.deviation = fit.deviation.max((types / fit.expected(tokens) - 1.0).abs());
    }
    Some(fit)
}

/// The jackknife's standard error of a number, from its values with each part left out in turn.
///
/// `None` with fewer than two values. Source: Tukey 1958; Efron & Tibshirani 1993, *An Introduction to the Bootstrap*.
#[must_use]
pub fn jackknife_error(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    Some(((n - 1.0) / n * values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>()).sqrt())
}

/// Zipf's law: what the line in the plot is.
pub const ZIPF_FIT: Measure = Measure {
    key: "zipf-fit",
    group: "Vocabulary",
    name: "Zipf’s law, fitted (exponent a)",
    says: "How steeply frequency falls with rank: the line in the plot. 1 is the law as Zipf had it; a larger a means that a few words take more of the text.",
    caveat: "Small texts flatten the fall: a few thousand words carry an exponent to one decimal at best, and those of texts of different length don’t compare. That the line fits is no proof of the law. Words of the same text are no independent draws, and a rank is known from the very counts that are fitted, so the standard error is too small.",
    range: "0 or more; 0 where all words are equally frequent",
    formula: "f_r = N * r^(-a) / sum(ranks, k^(-a))",
    symbols: &[
        ("N", "the text’s words (tokens)"),
        ("r", "the rank"),
        ("a", "the exponent"),
        ("k", "each rank, from 1 to the number of different words"),
    ],
    rule: "a is the one that makes the text most likely, if each token were drawn with the chances of the law (maximum likelihood over the ranks that there are; no line through logarithms)",
    default: "Over all words or n-grams, stop words too.",
    undefined: "With fewer than two different words.",
    source: "Clauset, Shalizi & Newman 2009, Power-law distributions in empirical data; Moreno-Sánchez, Font-Clos & Corral 2016, Large-scale analysis of Zipf’s law in English texts; on its limits Piantadosi 2014, Zipf’s word frequency law in natural language.",
};

/// The standard error of Zipf's exponent.
pub const ZIPF_ERROR: Measure = Measure {
    key: "zipf-error",
    group: "Vocabulary",
    name: "Zipf’s law: standard error of a",
    says: "How far the exponent would move by chance alone, were the text’s tokens drawn anew from the law.",
    caveat: "A lower bound: words of a text follow one another, and ranks are read off the same counts.",
    range: "0 or more",
    formula: "p = k^(-a) / H; m = sum(ranks, p * ln(k)); SE = 1 / sqrt(N * sum(ranks, p * (ln(k) - m)^2))",
    symbols: &[
        ("k", "each rank, from 1 to the number of different words"),
        ("a", "the exponent"),
        ("H", "the sum of k to the power of −a over all ranks"),
        ("N", "the text’s words (tokens)"),
    ],
    default: "Fisher’s information at the fitted exponent.",
    undefined: "With fewer than two different words.",
    source: "Clauset, Shalizi & Newman 2009, Power-law distributions in empirical data.",
    ..Measure::EMPTY
};

/// How well Zipf's law fits.
pub const ZIPF_DISTANCE: Measure = Measure {
    key: "zipf-distance",
    group: "Vocabulary",
    name: "Zipf’s law: distance (KS)",
    says: "How badly the law fits: the largest difference, over all ranks, between the share of the text that the words up to a rank take and the share that the law gives them.",
    caveat: "A distance, not a test: the exponent was fitted to the same counts.",
    range: "0 to 1; 0 is a perfect fit",
    rule: "the Kolmogorov–Smirnov distance of the two cumulative distributions over the ranks",
    default: "Shown beside the exponent.",
    undefined: "With fewer than two different words.",
    source: "Clauset, Shalizi & Newman 2009, Power-law distributions in empirical data.",
    ..Measure::EMPTY
};

/// The curve of growth.
pub const GROWTH: Measure = Measure {
    key: "vocabulary-growth",
    group: "Vocabulary",
    name: "Vocabulary growth",
    says: "How many different words a text has used after so many words. Texts of different length compare where their curves have the same number of words.",
    caveat: "In any order of its words a text spreads its subjects evenly; in running order a new subject, and in the corpus a new article, brings a bend.",
    range: "0 to the number of different words",
    rule: "in any order: the mean over all orders that the words could stand in, exact by the hypergeometric distribution (for each word the chance to be among so many drawn). In running order: counted from the first word on; the corpus article by article, in its own order, on which the curve then depends",
    default: "In any order, at every hundredth of the text.",
    undefined: "Never where there are words.",
    source: "Hurlbert 1971, The nonconcept of species diversity; Baayen 2001, Word Frequency Distributions.",
    ..Measure::EMPTY
};

/// Heaps' law.
pub const HEAPS_FIT: Measure = Measure {
    key: "heaps",
    group: "Vocabulary",
    name: "Heaps’ law, fitted (K and β)",
    says: "The curve of growth in two numbers: with β near 1 almost every word is a new one, the smaller β the more the text repeats itself.",
    caveat: "β falls as a text grows longer, so compare texts of like length; and the law is an approximation: mind the largest deviation.",
    range: "K more than 0; β mostly 0.5 to 1",
    formula: "V = K * N^β",
    symbols: &[("K", "the factor"), ("N", "words read so far"), ("β", "the exponent")],
    rule: "least squares on the logarithms, over the points at each hundredth of the text; the deviation is the largest difference between curve and law, as a share of the law. β’s error is the jackknife’s: the fit is made again with each article left out (of an article, each tenth), for the points of one curve are no independent observations, and a line’s usual error would be far too small",
    default: "For every article, and for all together.",
    undefined: "For fewer than 100 words.",
    source: "Herdan 1960, Type-token mathematics; Heaps 1978, Information Retrieval: Computational and Theoretical Aspects; Efron & Tibshirani 1993, An Introduction to the Bootstrap (jackknife).",
};

/// The frequency spectrum.
pub const SPECTRUM: Measure = Measure {
    key: "spectrum",
    group: "Vocabulary",
    name: "Frequency spectrum",
    says: "How many different words occur once (hapaxes), twice (dis legomena), three times and so on, and how much of the text they make up.",
    caveat: "In texts this short about half the words occur once; that share falls slowly as a text grows.",
    range: "0 to the number of different words",
    rule: "types by their frequency; stop words count",
    default: "Over all articles that are on. The table hides stop words where the settings do, and so may list fewer.",
    undefined: "Never.",
    source: "Baayen 2001, Word Frequency Distributions.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spectra() {
        assert_eq!(spectrum(&[3, 1, 1, 0, 2, 1]), [(1, 3), (2, 1), (3, 1)]);
        assert_eq!(spectrum(&[]), []);
    }

    #[test]
    fn undefined_where_there_is_nothing_to_fit() {
        assert_eq!([zipf_fit(&[]), zipf_fit(&[7]), zipf_fit(&[1, 2]), zipf_fit(&[2, 0])], [None; 4]);
        assert_eq!([heaps_fit(&[]), heaps_fit(&[(5, 3.0)]), heaps_fit(&[(5, 3.0), (0, 1.0)])], [None; 3]);
        assert_eq!(heaps_fit(&[(5, 3.0), (6, f64::NAN)]), None);
        assert_eq!([jackknife_error(&[]), jackknife_error(&[1.0])], [None; 2]);
        assert_eq!(expected_types(&[(1, 3)], 4), None);
    }

    #[test]
    fn worked_by_hand() {
        // Two types: the chance of the first is 1/(1 + 2^-a), so a = log2(f1/f2).
        let fit = zipf_fit(&[8, 2]).unwrap();
        assert!((fit.exponent - 2.0).abs() < 1e-12 && fit.distance < 1e-12);
        // Fisher's information: N p (1 - p) (ln 2)².
        assert!((fit.error - 1.0 / (10.0 * 0.16_f64).sqrt() / std::f64::consts::LN_2).abs() < 1e-9);
        assert!((fit.expected(1) - 8.0).abs() < 1e-9 && (fit.expected(2) - 2.0).abs() < 1e-9);
        let even = zipf_fit(&[3, 3, 3]).unwrap();
        assert_eq!((even.exponent, even.distance < 1e-12), (0.0, true));
        let steep = zipf_fit(&[u32::MAX, 1]).unwrap();
        assert!((steep.exponent - 32.0).abs() < 1e-6);
        // Two of a a b: {a a}, {a b}, {a b}.
        assert!((expected_types(&[(1, 1), (2, 1)], 2).unwrap() - 5.0 / 3.0).abs() < 1e-15);
        assert_eq!(expected_types(&[(1, 1), (2, 1)], 3), Some(2.0));
        assert_eq!(expected_types(&[], 0), Some(0.0));
        let law: Vec<(u32, f64)> = (1..50).map(|n| (n, 3.0 * f64::from(n).powf(0.6))).collect();
        let fit = heaps_fit(&law).unwrap();
        assert!((fit.k - 3.0).abs() < 1e-9 && (fit.beta - 0.6).abs() < 1e-9 && fit.deviation < 1e-9);
        // Of a mean the jackknife gives the usual standard error: of 1, 2, 3 it is 1/√3.
        assert!((jackknife_error(&[2.5, 2.0, 1.5]).unwrap() - 1.0 / 3.0_f64.sqrt()).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn growth_never_falls_and_ends_at_the_types(mut all in proptest::collection::vec(1_u32..60, 1..80)) {
            let spectrum = spectrum(&all);
            let tokens: u32 = all.iter().sum();
            let curve: Vec<f64> = (0..=tokens).map(|draws| expected_types(&spectrum, draws).unwrap()).collect();
            prop_assert!(curve.windows(2).all(|two| two[0] <= two[1] + 1e-9));
            prop_assert_eq!(curve[0], 0.0);
            prop_assert_eq!(curve[tokens as usize], all.len() as f64);
            prop_assert!((curve[1] - 1.0).abs() < 1e-9);
            all.sort_unstable_by(|a, b| b.cmp(a));
            if let Some(fit) = zipf_fit(&all) {
                prop_assert!(fit.exponent >= 0.0 && fit.exponent.is_finite() && fit.error.is_finite());
                prop_assert!((0.0..=1.0).contains(&fit.distance));
            }
        }
    }
}
