//! Order in what is drawn, by the crate's one sort: see [`crate::sorting`].

use std::cmp::Ordering;

use crate::sorting::sort_by;

/// The things in this order; equal ones stay as they were.
#[must_use]
pub fn sorted<T>(mut things: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    sort_by(&mut things, compare);
    things
}

/// The things in ascending order, each once.
#[must_use]
pub fn distinct<T: Ord>(things: Vec<T>) -> Vec<T> {
    let mut things = sorted(things, T::cmp);
    things.dedup();
    things
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_keeps_equals_in_their_order() {
        let words = vec!["sea", "Rome", "a", "word", "is", "news", "to", "b"];
        let by_length = sorted(words.clone(), |a, b| a.len().cmp(&b.len()));
        let mut expected = words;
        expected.sort_by_key(|word| word.len());
        assert_eq!(by_length, expected);
        assert!(sorted(Vec::<u32>::new(), u32::cmp).is_empty());
    }

    #[test]
    fn distinct_numbers_ascend() {
        assert_eq!(distinct(vec![5, 1, 5, 0, 3, 1]), [0, 1, 3, 5]);
    }
}
