//! Sorting of numbered keys, stable and in linear time: what n-grams and passages are counted by.

/// Bits taken in one pass: 2,048 counters stay in the first-level cache.
const DIGIT: u32 = 11;

/// A key and what it belongs to.
pub(super) type Record = (u64, u32);

/// Sorts `records` by key, equal keys in the order given. Only the lowest `bits` of the keys are looked at.
pub(super) fn sort(records: &mut Vec<Record>, bits: u32) {
    let mut other: Vec<Record> = vec![(0, 0); records.len()];
    let mut shift = 0;
    while shift < bits.min(64) {
        let digit = |key: u64| ((key >> shift) & ((1 << DIGIT) - 1)) as usize;
        let mut next = [0u32; 1 << DIGIT];
        for record in records.iter() {
            next[digit(record.0)] += 1;
        }
        let mut sum = 0;
        for counter in &mut next {
            sum += std::mem::replace(counter, sum);
        }
        for record in records.iter() {
            let place = &mut next[digit(record.0)];
            other[*place as usize] = *record;
            *place += 1;
        }
        std::mem::swap(records, &mut other);
        shift += DIGIT;
    }
}

/// How many bits the numbers below `limit` take.
pub(super) fn bits_below(limit: usize) -> u32 {
    usize::BITS - limit.saturating_sub(1).leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_like_a_stable_comparison_sort(keys in prop::collection::vec(0u64..1 << 30, 0..2000), narrow in 1u32..31) {
            let mut records: Vec<Record> = keys.iter().map(|key| key & ((1 << narrow) - 1)).zip(0..).collect();
            let mut expected = records.clone();
            expected.sort_by_key(|record| record.0);
            sort(&mut records, narrow);
            prop_assert_eq!(records, expected);
        }
    }

    #[test]
    fn bits_hold_every_number_below() {
        assert_eq!([0, 1, 2, 3, 256, 257].map(bits_below), [0, 0, 1, 2, 8, 9]);
    }
}
