//! Sorting numbers by some of their bits.

/// Sorts by the bits from `low` up to, not including, `high`, in place: numbers alike in those bits
/// keep their order. `spare` is room to work in.
///
/// Radix sort from the lowest digit, of at most eleven bits each; a digit in which all numbers agree
/// costs nothing.
pub(super) fn sort_by_bits(numbers: &mut Vec<u64>, spare: &mut Vec<u64>, low: u32, high: u32) {
    const WIDEST: u32 = 11;
    // Setting up the digits costs more than sorting so few outright.
    const FEW: usize = 1 << 10;
    let bits = high.min(u64::BITS).saturating_sub(low);
    if bits == 0 || numbers.len() < 2 {
        return;
    }
    let mask = if bits == u64::BITS { u64::MAX } else { (1 << bits) - 1 };
    if numbers.len() < FEW {
        numbers.sort_by_key(|number| number >> low & mask);
        return;
    }
    let digits = bits.div_ceil(WIDEST);
    let width = bits.div_ceil(digits);
    let buckets = 1_usize << width;
    let digit_of = |number: u64, digit: u32| ((number >> low & mask) >> (digit * width)) as usize & (buckets - 1);
    let mut counts = vec![0_u32; buckets * digits as usize];
    for &number in numbers.iter() {
        for digit in 0..digits {
            counts[digit as usize * buckets + digit_of(number, digit)] += 1;
        }
    }
    spare.clear();
    spare.resize(numbers.len(), 0);
    for digit in 0..digits {
        let places = &mut counts[digit as usize * buckets..][..buckets];
        if places[digit_of(numbers[0], digit)] as usize == numbers.len() {
            continue;
        }
        let mut sum = 0;
        for place in places.iter_mut() {
            sum += std::mem::replace(place, sum);
        }
        for &number in numbers.iter() {
            let place = &mut places[digit_of(number, digit)];
            spare[*place as usize] = number;
            *place += 1;
        }
        std::mem::swap(numbers, spare);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn it_sorts_as_a_stable_sort_does(
            seeds in proptest::collection::vec(any::<u64>(), 0..60),
            low in 0u32..64,
            bits in 0u32..65,
            times in 1usize..60,
        ) {
            let high = (low + bits).min(64);
            // Enough numbers for the digits, many alike.
            let mut numbers: Vec<u64> =
                (0..times).flat_map(|time| seeds.iter().map(move |seed| seed.rotate_left(time as u32 % 7))).collect();
            let mut expected = numbers.clone();
            let key = |number: u64| {
                let shifted = number.checked_shr(low).unwrap_or(0);
                if high - low == 64 { shifted } else { shifted & ((1 << (high - low)) - 1) }
            };
            expected.sort_by_key(|&number| key(number));
            sort_by_bits(&mut numbers, &mut Vec::new(), low, high);
            prop_assert_eq!(numbers, expected);
        }
    }
}
