//! How alike are two sets, from a few numbers of each?

use super::shingles::mix;
use crate::stats::Measure;

/// How many numbers a signature has.
pub const HASHES: usize = 128;

/// Rows of a band: signatures that agree in all of one band are candidates. With 32 bands of 4, two
/// sets with a resemblance of one half are found with a chance of 87 in 100, of 0.7 with all but 1 in 5,000.
pub const ROWS: usize = 4;

/// For each of [`HASHES`] ways to shuffle all shingles: the first of the set. Two sets have the same
/// first shingle with a chance equal to their resemblance (Broder 1997). `None` of an empty set.
#[must_use]
pub fn signature(set: &[u64]) -> Option<Vec<u64>> {
    if set.is_empty() {
        return None;
    }
    let mut least = vec![u64::MAX; HASHES];
    for &shingle in set {
        // Two independent numbers give as many as are wanted (Kirsch & Mitzenmacher 2006).
        let (mut hash, step) = (mix(shingle), mix(shingle ^ 0x5bd1_e995) | 1);
        for place in &mut least {
            *place = (*place).min(mix_lightly(hash));
            hash = hash.wrapping_add(step);
        }
    }
    Some(least)
}

/// Of an arithmetic progression the leading bits alone would be too regular.
const fn mix_lightly(number: u64) -> u64 {
    let number = (number ^ (number >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    number ^ (number >> 32)
}

/// The share of places in which two signatures agree: an estimate of the resemblance, with a
/// standard error of at most 0.044.
#[must_use]
pub fn agreement(a: &[u64], b: &[u64]) -> Option<f64> {
    let same = a.iter().zip(b).filter(|(x, y)| x == y).count();
    let of = a.len().min(b.len());
    (of > 0).then(|| same as f64 / of as f64)
}

/// The number of each band of a signature; different bands have different numbers.
#[must_use]
pub fn bands(signature: &[u64]) -> Vec<u64> {
    let band =
        |(number, rows): (u64, &[u64])| rows.iter().fold(mix(number + 1), |hash, row| mix(hash.rotate_left(5) ^ row));
    (0..).zip(signature.chunks(ROWS)).map(band).collect()
}

/// How alike two articles are by their shingles.
pub const RESEMBLANCE: Measure = Measure {
    key: "resemblance",
    group: "Reuse",
    name: "Resemblance",
    says: "The share of runs of five words that two articles have among all that either has: 1 word for word the same, 0 not one run in common. From one half on they are listed as near-duplicates.",
    caveat: "It falls quickly: with one word in ten changed, two otherwise equal texts keep a resemblance of about 0.4.",
    range: "0 to 1",
    formula: "r = k / (m + n - k)",
    symbols: &[
        ("k", "different runs of five words that both articles have"),
        ("m", "different runs of the one"),
        ("n", "different runs of the other"),
    ],
    rule: "pairs to look at are found by MinHash: 128 numbers an article, in 32 bands of 4, and articles that agree in a band are compared; the resemblance shown is counted, not estimated",
    default: "Runs of five words as they are counted, over the ends of sentences; page furniture is left out. Two articles of resemblance 0.5 are missed 13 times in 100, of 0.7 once in 5,000.",
    undefined: "Where both have fewer than five words: they are not compared.",
    source: "Broder 1997, On the resemblance and containment of documents. Compression and Complexity of Sequences.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_is_near_the_resemblance() {
        for (common, own) in [(0_u64, 300), (100, 200), (200, 100), (280, 20), (300, 0)] {
            let set = |from: u64| -> Vec<u64> {
                (0..common).chain(from..from + own).map(|number| mix(number + 17)).collect()
            };
            let (a, b) = (signature(&set(10_000)).unwrap(), signature(&set(20_000)).unwrap());
            let resemblance = common as f64 / (common + 2 * own) as f64;
            let found = agreement(&a, &b).unwrap();
            // Three standard errors.
            let error = 3.0 * (resemblance * (1.0 - resemblance) / HASHES as f64).sqrt();
            assert!((found - resemblance).abs() <= error + 1e-9, "{found} {resemblance}");
            if resemblance >= 0.8 {
                let bands_of_b = bands(&b);
                assert!(bands(&a).iter().zip(&bands_of_b).any(|(x, y)| x == y));
            }
        }
    }

    #[test]
    fn an_empty_set_has_no_signature() {
        assert_eq!(signature(&[]), None);
        assert_eq!(agreement(&[], &[]), None);
    }

    #[test]
    fn bands_differ_though_their_rows_agree() {
        let bands = bands(&[7; HASHES]);
        assert_eq!(bands.len(), HASHES / ROWS);
        assert!(bands.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
