//! Which texts are the same, or nearly the same?

use serde::{Deserialize, Serialize};

use crate::analysis::reuse::minhash::{HASHES, ROWS, signature};
use crate::analysis::reuse::shingles::{mix, shingles, term_hash};
use crate::sorting::{by_bits, by_key};
use crate::text::WordOptions;
use crate::text::words::visit_tokens;

/// Words of a run, as for near-duplicates of the corpus.
const RUN: usize = 5;
/// Texts longer than this are compared by their beginning: so many bytes.
const MOST: usize = 4 << 20;

/// What tells whether two texts are the same, without the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// Of all words in their order, case aside; two parts of one number of 64 bits.
    pub words: (u32, u32),
    /// A MinHash signature of runs of five words: 128 numbers, the upper halves; empty of a shorter text.
    #[serde(with = "as_bytes")]
    pub runs: Vec<u32>,
}

/// Numbers as bytes, the lowest first: ten thousand signatures cross to the page as such, not number by number.
mod as_bytes {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::import::message::Bytes;

    pub fn serialize<S: Serializer>(numbers: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
        Bytes(numbers.iter().flat_map(|number| number.to_le_bytes()).collect()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
        let Bytes(bytes) = Bytes::deserialize(deserializer)?;
        Ok(bytes.as_chunks().0.iter().map(|&four| u32::from_le_bytes(four)).collect())
    }
}

impl Fingerprint {
    /// That of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = &text[..text.floor_char_boundary(MOST)];
        let mut hashes = Vec::new();
        visit_tokens(text, &WordOptions::default(), |start, end| {
            hashes.push(term_hash(&text[start..end].to_lowercase()));
        });
        let whole = hashes.iter().fold(hashes.len() as u64, |hash, word| mix(hash.rotate_left(5) ^ word));
        let mut set: Vec<u64> = shingles(&hashes, RUN).into_iter().map(|shingle| shingle.hash).collect();
        by_bits(&mut set, 0, u64::BITS);
        set.dedup();
        let runs = signature(&set).unwrap_or_default().into_iter().map(|number| (number >> 32) as u32).collect();
        Self { words: ((whole >> 32) as u32, whole as u32), runs }
    }

    fn agreement(&self, other: &Self) -> f64 {
        let same = self.runs.iter().zip(&other.runs).filter(|(x, y)| x == y).count();
        same as f64 / HASHES as f64
    }
}

/// A text that is the same as an earlier one, or nearly.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Twin {
    /// The earlier text's number.
    pub of: u32,
    /// 1 for the same words in the same order; below it an estimate of the share of runs of five
    /// words that both have, from 0.5 on, with a standard error of at most 0.044.
    pub resemblance: f64,
    /// Whether all words are the same in the same order.
    pub exact: bool,
}

/// From this estimate on two texts are nearly the same, as for near-duplicates of the corpus.
const LEAST: f64 = 0.5;

/// For each text, in the order given, the earlier one it is most like: exact before near, then the
/// more alike, then the earlier.
#[must_use]
pub fn twins(texts: &[&Fingerprint]) -> Vec<Option<Twin>> {
    // Texts that agree in a band are compared. A band that very many share says little: only its first and last count.
    let mut keys: Vec<(u64, u32)> = Vec::new();
    for (number, text) in (0..).zip(texts) {
        keys.push((mix(u64::from(text.words.0) << 32 | u64::from(text.words.1)), number));
        for (band, rows) in (1..).zip(text.runs.chunks(ROWS)) {
            keys.push((rows.iter().fold(mix(band), |hash, &row| mix(hash.rotate_left(5) ^ u64::from(row))), number));
        }
    }
    by_key(&mut keys, u64::BITS);
    let mut found: Vec<Option<Twin>> = vec![None; texts.len()];
    for group in keys.chunk_by(|a, b| a.0 == b.0) {
        for (at, &(_, later)) in group.iter().enumerate() {
            let near = group[..at].iter().rev().take(8).chain(group[..at].first());
            for &(_, earlier) in near {
                if earlier == later {
                    continue;
                }
                let (a, b) = (texts[earlier as usize], texts[later as usize]);
                let exact = a.words == b.words;
                let resemblance = if exact { 1.0 } else { a.agreement(b) };
                let twin = Twin { of: earlier, resemblance, exact };
                let place = &mut found[later as usize];
                let better = place.is_none_or(|known: Twin| {
                    (twin.exact, twin.resemblance, std::cmp::Reverse(twin.of))
                        > (known.exact, known.resemblance, std::cmp::Reverse(known.of))
                });
                if resemblance >= LEAST && better {
                    *place = Some(twin);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(from: u32, to: u32) -> String {
        (from..to).map(|number| ["w", &number.to_string(), " "].concat()).collect()
    }

    #[test]
    fn same_words_are_exact_whatever_stands_between() {
        let (a, b) = (Fingerprint::of("The quay, at dawn."), Fingerprint::of("THE  quay\nat dawn"));
        assert_eq!(a, b);
        let found = twins(&[&a, &Fingerprint::of("At dawn the quay."), &b]);
        assert_eq!(found, [None, None, Some(Twin { of: 0, resemblance: 1.0, exact: true })]);
    }

    #[test]
    fn near_ones_are_found_with_about_their_resemblance() {
        let (a, b) = (Fingerprint::of(&words(0, 400)), Fingerprint::of(&words(40, 400)));
        let far = Fingerprint::of(&words(1000, 1400));
        let found = twins(&[&a, &far, &b]);
        let twin = found[2].unwrap();
        // 356 of 396 runs.
        assert!(twin.of == 0 && !twin.exact && (twin.resemblance - 0.899).abs() < 0.13, "{twin:?}");
        assert_eq!(found[1], None);
    }

    #[test]
    fn texts_without_a_run_are_compared_whole() {
        let (a, b) = (Fingerprint::of("One two"), Fingerprint::of("one, two"));
        assert!(a.runs.is_empty());
        assert!(twins(&[&a, &b])[1].is_some_and(|twin| twin.exact));
        assert_eq!(twins(&[]), []);
    }
}
