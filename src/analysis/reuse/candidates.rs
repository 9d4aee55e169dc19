//! Which pairs are worth a closer look: those that share a shingle. Never all pairs.

use super::shingles::Shingle;
use crate::sorting::{Record, by_bits, by_key};

/// A shingle in more than so many places links each place with the next only: together they are one
/// chain still, and a common phrase costs no square of its places.
pub const MOST_PLACES: usize = 16;

/// Two places of the same shingle: which sequences, and where in them. The first is the lesser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The lesser sequence.
    pub a: u32,
    /// The other; the same for two places in one.
    pub b: u32,
    /// The place in `a`.
    pub at_a: u32,
    /// The place in `b`.
    pub at_b: u32,
}

/// The shingles of many sequences.
#[derive(Clone, Debug, Default)]
pub struct Places {
    hashes: Vec<Record>,
    places: Vec<(u32, u32)>,
}

impl Places {
    /// Adds the shingles of sequence number `of`. Sequences are added in ascending order.
    pub fn add(&mut self, of: u32, shingles: &[Shingle]) {
        for shingle in shingles {
            self.hashes.push((shingle.hash, self.places.len() as u32));
            self.places.push((of, shingle.at));
        }
    }

    /// Calls `visit` with the places of each shingle that stands in several, ascending.
    fn shared(mut self, mut visit: impl FnMut(&[(u32, u32)])) {
        by_key(&mut self.hashes, u64::BITS);
        let mut places = Vec::new();
        for same in self.hashes.chunk_by(|x, y| x.0 == y.0).filter(|same| same.len() > 1) {
            places.clear();
            places.extend(same.iter().map(|record| self.places[record.1 as usize]));
            visit(&places);
        }
    }

    /// The pairs of different sequences that share a shingle, ascending, each once.
    #[must_use]
    pub fn pairs(self) -> Vec<(u32, u32)> {
        let mut pairs: Vec<u64> = Vec::new();
        self.shared(|places| {
            each_pair(places, |x, y| {
                if x.0 != y.0 {
                    pairs.push(u64::from(x.0) << 32 | u64::from(y.0));
                }
            });
        });
        by_bits(&mut pairs, 0, u64::BITS);
        pairs.dedup();
        pairs.into_iter().map(|pair| ((pair >> 32) as u32, pair as u32)).collect()
    }

    /// Every two places of the same shingle, ascending by sequences, then by places.
    #[must_use]
    pub fn links(self) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        self.shared(|places| {
            each_pair(places, |x, y| links.push(Link { a: x.0, b: y.0, at_a: x.1, at_b: y.1 }));
        });
        let mut records: Vec<Record> =
            links.iter().map(|link| u64::from(link.at_a) << 32 | u64::from(link.at_b)).zip(0..).collect();
        by_key(&mut records, u64::BITS);
        for (key, at) in &mut records {
            *key = u64::from(links[*at as usize].a) << 32 | u64::from(links[*at as usize].b);
        }
        by_key(&mut records, u64::BITS);
        records.into_iter().map(|(_, at)| links[at as usize]).collect()
    }
}

/// All pairs of a few places, or each with the next of many.
fn each_pair(places: &[(u32, u32)], mut visit: impl FnMut((u32, u32), (u32, u32))) {
    let reach = if places.len() > MOST_PLACES { 1 } else { places.len() };
    for (number, &first) in places.iter().enumerate() {
        for &second in places[number + 1..].iter().take(reach) {
            visit(first, second);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(sequences: &[&[u64]]) -> Places {
        let mut places = Places::default();
        for (of, sequence) in (0..).zip(sequences) {
            let shingles: Vec<Shingle> = (0..).zip(*sequence).map(|(at, &hash)| Shingle { hash, at }).collect();
            places.add(of, &shingles);
        }
        places
    }

    #[test]
    fn pairs_share_a_shingle_and_stand_once() {
        assert_eq!(places(&[&[1, 2, 3], &[9, 2, 3], &[8], &[3, 3]]).pairs(), [(0, 1), (0, 3), (1, 3)]);
        assert_eq!(places(&[]).pairs(), []);
    }

    #[test]
    fn links_say_where_and_know_repeats_within_one() {
        let links = places(&[&[5, 6, 5], &[6]]).links();
        assert_eq!(links, [Link { a: 0, b: 0, at_a: 0, at_b: 2 }, Link { a: 0, b: 1, at_a: 1, at_b: 0 }]);
    }

    #[test]
    fn a_common_shingle_makes_a_chain_and_no_square() {
        let many = vec![&[7_u64][..]; 5_000];
        let pairs = places(&many).pairs();
        assert_eq!(pairs.len(), 4_999);
        assert!(pairs.iter().all(|pair| pair.0 + 1 == pair.1));
    }
}
