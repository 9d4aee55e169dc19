//! Sorting, once for the whole crate.
//!
//! The standard library's sorts are made anew for each kind of item: some ten kilobytes of code each,
//! a third of the worker. These are made once. All are stable.
//!
//! | what | by what |
//! | --- | --- |
//! | [`by_bits`], [`by_key`] | radix sort: numbers, and what they belong to |
//! | [`sort_by`], [`places`] | merge sort: anything that can be compared |

use std::cmp::Ordering;

/// A key and what it belongs to.
pub type Record = (u64, u32);

/// Sorts by the bits from `low` up to, not including, `high`, in place: numbers alike in those bits
/// keep their order.
pub fn by_bits(numbers: &mut Vec<u64>, low: u32, high: u32) {
    radix(numbers, low, high, |&number| number);
}

/// Sorts by key, equal keys in the order given. Only the lowest `bits` of the keys are looked at.
pub fn by_key(records: &mut Vec<Record>, bits: u32) {
    radix(records, 0, bits, |&(key, _)| key);
}

/// How many bits the numbers below `limit` take.
#[must_use]
pub const fn bits_below(limit: usize) -> u32 {
    usize::BITS - limit.saturating_sub(1).leading_zeros()
}

/// Sorts numbers, ascending.
pub fn ascending(numbers: &[u32]) -> Vec<u32> {
    let mut wide: Vec<u64> = numbers.iter().map(|&number| number.into()).collect();
    by_bits(&mut wide, 0, u32::BITS);
    wide.into_iter().map(|number| number as u32).collect()
}

/// Radix sort from the lowest digit; a digit in which all items agree costs nothing.
#[inline(always)]
fn radix<T: Copy + Default>(items: &mut Vec<T>, low: u32, high: u32, key: impl Fn(&T) -> u64) {
    // 2,048 counters stay in the first-level cache; for few items 256 are sooner set up.
    let widest = if items.len() < 1 << 10 { 8 } else { 11 };
    let bits = high.min(u64::BITS).saturating_sub(low);
    if bits == 0 || items.len() < 2 {
        return;
    }
    let mask = if bits == u64::BITS { u64::MAX } else { (1 << bits) - 1 };
    let digits = bits.div_ceil(widest);
    let width = bits.div_ceil(digits);
    let buckets = 1_usize << width;
    let digit_of = |item: &T, digit: u32| ((key(item) >> low & mask) >> (digit * width)) as usize & (buckets - 1);
    let mut counts = vec![0_u32; buckets * digits as usize];
    for item in items.iter() {
        for digit in 0..digits {
            counts[digit as usize * buckets + digit_of(item, digit)] += 1;
        }
    }
    let mut spare = vec![T::default(); items.len()];
    for digit in 0..digits {
        let places = &mut counts[digit as usize * buckets..][..buckets];
        if places[digit_of(&items[0], digit)] as usize == items.len() {
            continue;
        }
        let mut sum = 0;
        for place in places.iter_mut() {
            sum += std::mem::replace(place, sum);
        }
        for item in items.iter() {
            let place = &mut places[digit_of(item, digit)];
            spare[*place as usize] = *item;
            *place += 1;
        }
        std::mem::swap(items, &mut spare);
    }
}

/// Sorts as `compare` says, equal items in the order given. Of more than 2^32 items the rest stay where they are.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order = places(items.len(), &|a, b| compare(&items[a as usize], &items[b as usize]));
    // Each cycle of the order is walked once, by swaps; what is in its place points to itself.
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at as u32) as usize;
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// The numbers below `count` in the order of what they stand for, equal ones ascending.
#[must_use]
pub fn places(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
    let mut merged = Vec::with_capacity(order.len());
    let mut length = 1;
    while length < order.len() {
        for pair in order.chunks(2 * length) {
            let (mut left, mut right) = pair.split_at(length.min(pair.len()));
            while let ([a, after_a @ ..], [b, after_b @ ..]) = (left, right) {
                if compare(*a, *b).is_le() {
                    merged.push(*a);
                    left = after_a;
                } else {
                    merged.push(*b);
                    right = after_b;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        length *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn bits_are_sorted_as_a_stable_sort_does(
            seeds in proptest::collection::vec(any::<u64>(), 0..60),
            low in 0u32..64,
            bits in 0u32..65,
            times in 1usize..60,
        ) {
            let high = (low + bits).min(64);
            // Enough numbers for wide digits, many alike.
            let mut numbers: Vec<u64> =
                (0..times).flat_map(|time| seeds.iter().map(move |seed| seed.rotate_left(time as u32 % 7))).collect();
            let mut expected = numbers.clone();
            let key = |number: u64| {
                let shifted = number.checked_shr(low).unwrap_or(0);
                if high - low == 64 { shifted } else { shifted & ((1 << (high - low)) - 1) }
            };
            expected.sort_by_key(|&number| key(number));
            by_bits(&mut numbers, low, high);
            prop_assert_eq!(numbers, expected);
        }

        #[test]
        fn records_are_sorted_as_a_stable_sort_does(
            keys in prop::collection::vec(0u64..1 << 30, 0..2000),
            narrow in 1u32..31,
        ) {
            let mut records: Vec<Record> = keys.iter().map(|key| key & ((1 << narrow) - 1)).zip(0..).collect();
            let mut expected = records.clone();
            expected.sort_by_key(|record| record.0);
            by_key(&mut records, narrow);
            prop_assert_eq!(records, expected);
        }

        #[test]
        fn anything_is_sorted_as_a_stable_sort_does(items in prop::collection::vec(("[ab]{0,3}", 0..9), 0..200)) {
            let mut sorted = items.clone();
            sort_by(&mut sorted, |a, b| a.0.cmp(&b.0));
            let mut expected = items;
            expected.sort_by(|a, b| a.0.cmp(&b.0));
            prop_assert_eq!(sorted, expected);
        }

        #[test]
        fn numbers_ascend(numbers in prop::collection::vec(any::<u32>(), 0..200)) {
            let mut expected = numbers.clone();
            expected.sort_unstable();
            prop_assert_eq!(ascending(&numbers), expected);
        }
    }

    #[test]
    fn bits_hold_every_number_below() {
        assert_eq!([0, 1, 2, 3, 256, 257].map(bits_below), [0, 0, 1, 2, 8, 9]);
    }
}
