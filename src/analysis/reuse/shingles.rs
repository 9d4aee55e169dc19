//! Runs of k words as numbers, and which of them to keep.
//!
//! Each term has a number of its own, made from its letters, so that a run's number doesn't hang on
//! what else is in the corpus. A run's number is a polynomial in those of its words (Karp & Rabin
//! 1987), mixed so that all its bits count.

use crate::stats::Measure;

/// A run of words: its number, and the place of its first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shingle {
    /// Its number. Two different runs have the same one once in 2^64 times.
    pub hash: u64,
    /// The place of its first word in the sequence.
    pub at: u32,
}

const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The number of a term, from its letters (FNV-1a).
#[must_use]
pub fn term_hash(term: &str) -> u64 {
    mix(term.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)))
}

/// Spreads a number over all its bits (the last step of SplitMix64; Steele et al. 2014).
#[must_use]
pub const fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// The number of a run of words, given theirs.
#[must_use]
pub fn run_hash(words: &[u64]) -> u64 {
    mix(words.iter().fold(words.len() as u64, |hash, word| hash.wrapping_mul(BASE).wrapping_add(*word)))
}

/// All runs of `k` words, in order; none of a sequence with fewer, or where `k` is 0.
#[must_use]
pub fn shingles(words: &[u64], k: usize) -> Vec<Shingle> {
    if k == 0 {
        return Vec::new();
    }
    (0..).zip(words.windows(k)).map(|(at, run)| Shingle { hash: run_hash(run), at }).collect()
}

/// Of every `window` neighbouring runs at least one, chosen so that equal stretches of two texts
/// choose equally: the one with the least number, of equals the last. A stretch of `window + k - 1`
/// words that two texts share therefore has a run that both keep.
///
/// Schleimer, Wilkerson & Aiken 2003.
#[must_use]
pub fn winnow(shingles: &[Shingle], window: usize) -> Vec<Shingle> {
    let window = window.max(1);
    if shingles.len() <= window {
        return shingles.iter().copied().reduce(lesser).into_iter().collect();
    }
    let mut kept: Vec<Shingle> = Vec::new();
    // Candidates for the least of the window, their numbers ascending (a monotonic queue).
    let mut queue: std::collections::VecDeque<Shingle> = std::collections::VecDeque::new();
    for (place, &shingle) in shingles.iter().enumerate() {
        while queue.back().is_some_and(|last| last.hash >= shingle.hash) {
            queue.pop_back();
        }
        queue.push_back(shingle);
        if queue.front().is_some_and(|first| first.at + window as u32 <= shingle.at) {
            queue.pop_front();
        }
        if place + 1 >= window
            && let Some(&least) = queue.front()
            && kept.last() != Some(&least)
        {
            kept.push(least);
        }
    }
    kept
}

/// The run with the lesser number, the later of equals.
fn lesser(a: Shingle, b: Shingle) -> Shingle {
    if b.hash <= a.hash { b } else { a }
}

/// See [`winnow`].
pub const SHINGLES: Measure = Measure {
    key: "shingles",
    group: "Reuse",
    name: "Shingles (candidates)",
    says: "How places that may hold the same words are found without comparing every text with every other: runs of a few words become numbers, and only texts that share a number are aligned word by word.",
    caveat: "It only chooses what is looked at: a wording changed in every third word shares no run and isn’t found.",
    range: "runs of 2 to 8 words",
    rule: "quotations: every run of three words with a content word in it, and every pair of content words. Elsewhere: of each window of neighbouring runs the one with the least number (winnowing), so that every passage of at least the chosen length shares one. A run in more than 16 places links each place with the next only",
    default: "For passages of n words runs of half of n and windows of the rest, so that n words word for word are found for certain; n is 8.",
    undefined: "A text shorter than the run has none.",
    source: "Schleimer, Wilkerson & Aiken 2003, Winnowing: local algorithms for document fingerprinting. SIGMOD; Broder 1997, On the resemblance and containment of documents.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As the paper has it: of each window the least, the rightmost of equals.
    fn plainly(shingles: &[Shingle], window: usize) -> Vec<Shingle> {
        let mut kept: Vec<Shingle> = Vec::new();
        for part in shingles.windows(window.min(shingles.len()).max(1)) {
            let least = part.iter().rev().min_by_key(|shingle| shingle.hash).copied();
            kept.extend(least.filter(|least| kept.last() != Some(least)));
        }
        kept
    }

    proptest! {
        #[test]
        fn the_queue_keeps_what_every_window_would(numbers in prop::collection::vec(0u64..12, 0..80), window in 1usize..9) {
            let all: Vec<Shingle> = (0..).zip(&numbers).map(|(at, &hash)| Shingle { hash, at }).collect();
            prop_assert_eq!(winnow(&all, window), plainly(&all, window));
        }

        #[test]
        fn a_shared_stretch_shares_a_kept_run(
            before in prop::collection::vec(0u64..40, 0..20), stretch in prop::collection::vec(0u64..40, 8..20),
            other in prop::collection::vec(40u64..80, 0..20), after in prop::collection::vec(0u64..40, 0..20),
        ) {
            let (k, window) = (4, 5);
            let kept = |parts: [&[u64]; 3]| -> Vec<u64> {
                winnow(&shingles(&parts.concat(), k), window).into_iter().map(|shingle| shingle.hash).collect()
            };
            let (x, y) = (kept([&before, &stretch, &after]), kept([&other, &stretch, &[]]));
            prop_assert!(x.iter().any(|hash| y.contains(hash)));
        }
    }

    #[test]
    fn a_run_has_a_number_of_its_own() {
        let words: Vec<u64> = ["to", "do", "what", "it"].map(term_hash).to_vec();
        let turned: Vec<u64> = words.iter().rev().copied().collect();
        assert_ne!(run_hash(&words), run_hash(&turned));
        assert_ne!(run_hash(&words[..2]), run_hash(&words[..3]));
        assert_eq!(shingles(&words, 3).len(), 2);
        assert!(shingles(&words, 5).is_empty() && shingles(&words, 0).is_empty());
    }
}
