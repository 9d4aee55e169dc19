//! Lexical diversity: how many different words a text uses for its length.
//!
//! `terms` are a text's tokens as term ids, in order. `None` stands for undefined: a text too short
//! for the measure is not a text of diversity 0.

use super::elementary::{exp, ln_gamma};
use super::measure::Measure;
use crate::sorting::{Record, ascending, by_key};

/// How often each term occurs, by no particular order of terms: sorted by frequency so that sums don't depend on it.
fn frequencies(terms: &[u32]) -> Vec<u32> {
    let terms = ascending(terms);
    let counts: Vec<u32> = terms.chunk_by(|a, b| a == b).map(|same| same.len() as u32).collect();
    ascending(&counts)
}

/// The number of different terms.
fn types(terms: &[u32]) -> f64 {
    ascending(terms).chunk_by(|a, b| a == b).count() as f64
}

/// For each token one past the place of the token of its type before it; 0 where it is the type's first.
fn after_last(terms: &[u32]) -> Vec<usize> {
    let mut places: Vec<Record> = terms.iter().map(|&term| term.into()).zip(0..).collect();
    by_key(&mut places, u32::BITS);
    let mut after = vec![0; terms.len()];
    for pair in places.windows(2) {
        if pair[0].0 == pair[1].0 {
            after[pair[1].1 as usize] = pair[0].1 as usize + 1;
        }
    }
    after
}

/// Type–token ratio: types / tokens, more than 0 to 1; falls with length, so compare texts of one length only.
///
/// `None` for a text without a token. Source: Johnson 1944, *Studies in language behavior*.
#[must_use]
pub fn ttr(terms: &[u32]) -> Option<f64> {
    (!terms.is_empty()).then(|| types(terms) / terms.len() as f64)
}

/// Root TTR: types / √tokens, 0 or more; depends on length less than TTR does. `None` for a text without a token.
///
/// Source: Guiraud 1954, *Les caractères statistiques du vocabulaire*.
#[must_use]
pub fn root_ttr(terms: &[u32]) -> Option<f64> {
    (!terms.is_empty()).then(|| types(terms) / (terms.len() as f64).sqrt())
}

/// Moving-average TTR: the mean TTR of every run of `window` tokens, more than 0 to 1; default window 50.
///
/// `None` where the text is shorter than the window, or the window is 0. Source: Covington & McFall
/// 2010, *Cutting the Gordian knot: the moving-average type–token ratio*.
#[must_use]
pub fn mattr(terms: &[u32], window: usize) -> Option<f64> {
    if window == 0 || terms.len() < window {
        return None;
    }
    let last = terms.len() - window;
    // The sum of the windows' types is a whole number: exact, whatever the length. A token is the first
    // of its type in those windows that hold it and start after the token of its type before.
    let sum: u64 = (0..)
        .zip(after_last(terms))
        .map(|(i, earliest)| (i.min(last) + 1).saturating_sub(earliest.max((i + 1).saturating_sub(window))) as u64)
        .sum();
    Some(sum as f64 / (terms.len() - window + 1) as f64 / window as f64)
}

/// MTLD: the mean length of runs whose TTR stays above `threshold`, in tokens; default threshold 0.72.
///
/// Read once forwards, once backwards, and averaged; a run that the text's end cuts short counts in
/// proportion to how far its TTR fell. `None` where no TTR falls at all (every word is a new one),
/// where the text is empty or the threshold isn't between 0 and 1. Source: McCarthy & Jarvis 2010,
/// *MTLD, vocd-D, and HD-D*.
#[must_use]
pub fn mtld(terms: &[u32], threshold: f64) -> Option<f64> {
    let (forwards, backwards) = mtld_factors(terms, threshold)?;
    Some((terms.len() as f64 / forwards + terms.len() as f64 / backwards) / 2.0)
}

/// How many runs [`mtld`] finds, forwards and backwards, the last one in part; `None` where it is.
#[must_use]
pub fn mtld_factors(terms: &[u32], threshold: f64) -> Option<(f64, f64)> {
    if terms.is_empty() || !(threshold > 0.0 && threshold < 1.0) {
        return None;
    }
    let backwards: Vec<u32> = terms.iter().rev().copied().collect();
    Some((factors(terms, threshold)?, factors(&backwards, threshold)?))
}

/// How many runs there are, the last one in part; `None` where there is none at all.
fn factors(terms: &[u32], threshold: f64) -> Option<f64> {
    let (mut start, mut types, mut whole, mut ratio) = (0, 0_u32, 0.0, 1.0);
    for (i, earliest) in after_last(terms).into_iter().enumerate() {
        types += u32::from(earliest <= start);
        ratio = f64::from(types) / (i + 1 - start) as f64;
        if ratio <= threshold {
            whole += 1.0;
            ratio = 1.0;
            start = i + 1;
            types = 0;
        }
    }
    let factors = whole + (1.0 - ratio) / (1.0 - threshold);
    (factors > 0.0).then_some(factors)
}

/// HD-D: the TTR to be expected of `draws` tokens drawn from the text at random, more than 0 to 1; default 42 draws.
///
/// Σ over types of the chance to draw the type at all (hypergeometric), divided by `draws`. `None`
/// where the text is shorter than `draws`, or `draws` is 0. Source: McCarthy & Jarvis 2007, *vocd: a
/// theoretical and empirical evaluation*.
#[must_use]
pub fn hdd(terms: &[u32], draws: u32) -> Option<f64> {
    let n = u32::try_from(terms.len()).ok()?;
    if draws == 0 || n < draws {
        return None;
    }
    let frequencies = frequencies(terms);
    // Where every token is a type of its own, so is every one that is drawn.
    if frequencies.last() == Some(&1) {
        return Some(1.0);
    }
    let sum: f64 = frequencies.into_iter().map(|f| 1.0 - chance_of_none(f, draws, n)).sum();
    Some(sum / f64::from(draws))
}

/// The chance that none of `marked` among `population` is drawn in `draws`, without putting back: 0 to 1.
#[must_use]
pub fn chance_of_none(marked: u32, draws: u32, population: u32) -> f64 {
    let others = population - marked;
    if others < draws {
        return 0.0;
    }
    // Few draws: the plain product of chances, draw by draw, keeps every digit.
    if draws <= 1000 {
        return (0..draws).map(|i| f64::from(others - i) / f64::from(population - i)).product();
    }
    let ln_choose =
        |n: u32, k: u32| ln_gamma(f64::from(n) + 1.0) - ln_gamma(f64::from(k) + 1.0) - ln_gamma(f64::from(n - k) + 1.0);
    exp(ln_choose(others, draws) - ln_choose(population, draws)).min(1.0)
}

/// Yule's K: how likely two tokens drawn from the text are the same word, times 10⁴; 0 or more, *less* the more diverse.
///
/// 10⁴ (Σ i² Vᵢ - N) / N², with Vᵢ the number of types of frequency i. `None` for a text without a
/// token. Source: Yule 1944, *The statistical study of literary vocabulary*.
#[must_use]
pub fn yule_k(terms: &[u32]) -> Option<f64> {
    let n = terms.len() as f64;
    let squares: f64 = frequencies(terms).into_iter().map(|f| f64::from(f) * f64::from(f)).sum();
    (!terms.is_empty()).then(|| 1e4 * (squares - n) / (n * n))
}

/// See [`ttr`].
pub const TTR: Measure = Measure {
    key: "ttr",
    group: "Lexical diversity",
    name: "TTR (type–token ratio)",
    says: "How many different words a text has for its length: 1 where none comes twice.",
    caveat: "It falls as a text grows, because common words come back: compare texts of one length only.",
    range: "more than 0 to 1",
    formula: "TTR = V / N",
    symbols: &[("V", "different words"), ("N", "words of the text")],
    default: "Over the words that are counted, as they are counted: a switch of the settings changes it.",
    undefined: "For a text without a word.",
    source: "Johnson 1944, Studies in Language Behavior.",
    ..Measure::EMPTY
};

/// See [`root_ttr`].
pub const ROOT_TTR: Measure = Measure {
    key: "root-ttr",
    group: "Lexical diversity",
    name: "Root TTR (Guiraud’s R)",
    says: "As TTR, with the root of the length below, which takes out part of the effect of length.",
    caveat: "It grows with length in short texts and still depends on it in long ones.",
    range: "0 or more",
    formula: "{root TTR} = V / sqrt(N)",
    symbols: &[("V", "different words"), ("N", "words of the text")],
    default: "Over the words that are counted, as they are counted: a switch of the settings changes it.",
    undefined: "For a text without a word.",
    source: "Guiraud 1954, Les caractères statistiques du vocabulaire.",
    ..Measure::EMPTY
};

/// See [`mattr`].
pub const MATTR: Measure = Measure {
    key: "mattr",
    group: "Lexical diversity",
    name: "MATTR (moving-average TTR)",
    says: "The mean TTR of every stretch of 50 words: how varied the vocabulary is at close quarters. It hardly depends on length.",
    caveat: "It doesn’t see whether a word comes back after more than 50 words; another window gives other values.",
    range: "more than 0 to 1",
    formula: "MATTR = sum(windows, V_w / w) / n",
    symbols: &[
        ("V_w", "different words of each stretch of w words"),
        ("w", "words of a stretch"),
        ("n", "how many stretches there are"),
    ],
    default: "A window of 50 words, which moves on by one.",
    undefined: "For a text shorter than the window.",
    source: "Covington & McFall 2010, Cutting the Gordian knot: the moving-average type–token ratio (MATTR). Journal of Quantitative Linguistics 17(2).",
    ..Measure::EMPTY
};

/// See [`mtld`].
pub const MTLD: Measure = Measure {
    key: "mtld",
    group: "Lexical diversity",
    name: "MTLD (measure of textual lexical diversity)",
    says: "How many words a stretch goes on, on average, before its TTR has fallen to 0.72: the longer, the more varied. It hardly depends on length.",
    caveat: "In texts of fewer than some 100 words it rests on one or two stretches and jumps.",
    range: "more than 0, in words",
    rule: "read the text until the TTR of the stretch at hand is 0.72 or less, then begin a new stretch; the last, unfinished one counts in proportion to how far its TTR has fallen; divide the words by the number of stretches; do the same from the end to the beginning; the mean of both",
    default: "A threshold of 0.72, both directions.",
    undefined: "For a text without a word, and where no word comes twice in a stretch: then no TTR falls.",
    source: "McCarthy & Jarvis 2010, MTLD, vocd-D, and HD-D. Behavior Research Methods 42(2).",
    ..Measure::EMPTY
};

/// See [`hdd`].
pub const HDD: Measure = Measure {
    key: "hd-d",
    group: "Lexical diversity",
    name: "HD-D",
    says: "The TTR to be expected of 42 words drawn from the text at random. It hardly depends on length.",
    caveat: "Where words stand doesn’t matter to it: a text that changes its subject half-way looks as varied as one that mixes.",
    range: "more than 0 to 1",
    formula: "HDD = sum(types, 1 - q) / 42",
    symbols: &[(
        "q",
        "for each different word the chance that it isn’t among 42 words drawn without putting back (hypergeometric)",
    )],
    default: "42 draws.",
    undefined: "For a text of fewer than 42 words.",
    source: "McCarthy & Jarvis 2007, vocd: a theoretical and empirical evaluation. Language Testing 24(4).",
    ..Measure::EMPTY
};

/// See [`yule_k`].
pub const YULE_K: Measure = Measure {
    key: "yule-k",
    group: "Lexical diversity",
    name: "Yule’s K",
    says: "How likely two words drawn from the text are the same, times 10,000: the less, the more varied.",
    caveat: "It is ruled by the most frequent words, which are function words.",
    range: "0 or more",
    formula: "K = 10000 * (sum(types, f^2) - N) / N^2",
    symbols: &[("f", "how often each different word occurs"), ("N", "words of the text")],
    default: "Over the words that are counted, as they are counted: a switch of the settings changes it.",
    undefined: "For a text without a word.",
    source: "Yule 1944, The Statistical Study of Literary Vocabulary.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn short_texts_are_undefined() {
        assert_eq!([ttr(&[]), root_ttr(&[]), yule_k(&[]), mtld(&[], 0.72)], [None; 4]);
        let short: Vec<u32> = (0..41).collect();
        assert_eq!(mattr(&short, 50), None);
        assert_eq!(hdd(&short, 42), None);
        // Every word is new: MTLD has nothing to measure.
        assert_eq!(mtld(&short, 0.72), None);
        assert_eq!(mattr(&short, 0), None);
        assert_eq!(hdd(&short, 0), None);
        assert_eq!(mtld(&[1, 1], 1.0), None);
    }

    #[test]
    fn worked_by_hand() {
        assert_eq!(hdd(&(0..97).collect::<Vec<u32>>(), 42), Some(1.0));
        let terms = [1, 2, 1, 3];
        assert_eq!(ttr(&terms), Some(0.75));
        assert_eq!(root_ttr(&terms), Some(1.5));
        // Windows of 3: {1,2,1} and {2,1,3}.
        assert_eq!(mattr(&terms, 3), Some(5.0 / 6.0));
        // Σ i² Vᵢ = 2² + 1 + 1 = 6.
        assert_eq!(yule_k(&terms), Some(1e4 * 2.0 / 16.0));
        // Two of four: each single with chance 1/2, the pair with 1 - 2·1/(4·3).
        let expected = (0.5 + 0.5 + (1.0 - 2.0 / 12.0)) / 2.0;
        assert!((hdd(&terms, 2).unwrap() - expected).abs() < 1e-15);
    }

    #[test]
    fn many_draws_agree_with_the_product() {
        let product: f64 = (0..1200).map(|i| f64::from(9_990 - i) / f64::from(10_000 - i)).product();
        assert!((chance_of_none(10, 1200, 10_000) / product - 1.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn values_stay_in_their_ranges(terms in proptest::collection::vec(0_u32..30, 0..200)) {
            for ratio in [ttr(&terms), mattr(&terms, 50), hdd(&terms, 42)].into_iter().flatten() {
                prop_assert!(ratio > 0.0 && ratio <= 1.0 + 1e-12);
            }
            if let Some(length) = mtld(&terms, 0.72) {
                prop_assert!(length > 0.0 && length.is_finite());
            }
            let backwards: Vec<u32> = terms.iter().rev().copied().collect();
            prop_assert_eq!(hdd(&terms, 42), hdd(&backwards, 42));
            prop_assert_eq!(mtld(&terms, 0.72), mtld(&backwards, 0.72));
            prop_assert_eq!(yule_k(&terms), yule_k(&backwards));
        }
    }
}
