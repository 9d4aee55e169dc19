//! A suffix array over numbered words, with the lengths that neighbours have in common.

use crate::sorting::{Record, bits_below, by_key};

/// The suffixes of a sequence in order.
#[derive(Debug)]
pub(super) struct Suffixes {
    /// By place in the order: where the suffix starts.
    pub starts: Vec<u32>,
    /// By start: its place in the order.
    pub places: Vec<u32>,
    /// By place: how many words the suffix has in common with the one before it; 0 for the first.
    pub common: Vec<u32>,
}

impl Suffixes {
    /// Sorts the suffixes of `words`, which are numbers below `limit`.
    ///
    /// By doubling (Manber & Myers 1993): suffixes sorted by their first k words are sorted by 2k
    /// with one radix sort of pairs of ranks; texts are through when k passes their longest repeat.
    pub fn of(words: &[u32], limit: usize) -> Self {
        let n = words.len();
        let mut ranks: Vec<u32> = words.to_vec();
        let mut ranks_below = limit;
        let mut records: Vec<Record> = Vec::with_capacity(n);
        let mut k = 0;
        loop {
            // One more for "the sequence ends here", which comes before any word.
            let bits = bits_below(ranks_below + 1);
            records.clear();
            records.extend((0..n).map(|start| {
                let second = if k == 0 { 0 } else { ranks.get(start + k).map_or(0, |&rank| u64::from(rank) + 1) };
                (u64::from(ranks[start]) << bits | second, start as u32)
            }));
            by_key(&mut records, 2 * bits);
            let mut rank = 0;
            for at in 0..n {
                if at > 0 && records[at].0 != records[at - 1].0 {
                    rank += 1;
                }
                ranks[records[at].1 as usize] = rank;
            }
            ranks_below = rank as usize + 1;
            if ranks_below >= n {
                break;
            }
            k = if k == 0 { 1 } else { 2 * k };
        }
        let starts: Vec<u32> = records.into_iter().map(|(_, start)| start).collect();
        let common = common(words, &starts, &ranks);
        Self { starts, places: ranks, common }
    }
}

/// Kasai et al. 2001: the common length falls by at most one from a suffix to the next.
fn common(words: &[u32], starts: &[u32], places: &[u32]) -> Vec<u32> {
    let mut common = vec![0; words.len()];
    let mut length = 0;
    for start in 0..words.len() {
        let place = places[start] as usize;
        if place == 0 {
            length = 0;
            continue;
        }
        let other = starts[place - 1] as usize;
        while start + length < words.len()
            && other + length < words.len()
            && words[start + length] == words[other + length]
        {
            length += 1;
        }
        common[place] = length as u32;
        length = length.saturating_sub(1);
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_like_comparing_suffixes(words in prop::collection::vec(0u32..4, 0..400)) {
            let suffixes = Suffixes::of(&words, 4);
            let mut expected: Vec<u32> = (0..words.len() as u32).collect();
            expected.sort_by_key(|&start| &words[start as usize..]);
            prop_assert_eq!(&suffixes.starts, &expected);
            for (place, &start) in expected.iter().enumerate() {
                prop_assert_eq!(suffixes.places[start as usize] as usize, place);
                let shared = if place == 0 { 0 } else {
                    let (a, b) = (&words[start as usize..], &words[expected[place - 1] as usize..]);
                    a.iter().zip(b).take_while(|(x, y)| x == y).count()
                };
                prop_assert_eq!(suffixes.common[place] as usize, shared);
            }
        }
    }

    #[test]
    fn a_sequence_of_one_word_repeated_is_sorted_too() {
        let suffixes = Suffixes::of(&[7; 1000], 8);
        assert_eq!(suffixes.starts[0], 999);
        assert_eq!(suffixes.common[999], 999);
    }
}
