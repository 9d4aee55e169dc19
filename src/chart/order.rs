//! One sort for everything that is drawn. The standard library's is compiled anew for every kind of
//! thing that is sorted, some four kilobytes each, and the page sorts a dozen kinds.

use std::cmp::Ordering;

/// The things in this order; equal ones stay as they were.
#[must_use]
pub fn sorted<T>(things: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = places(things.len(), &|a, b| compare(&things[a], &things[b]));
    let mut slots: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| slots[place].take()).collect()
}

/// The things in ascending order, each once.
#[must_use]
pub fn distinct<T: Ord>(things: Vec<T>) -> Vec<T> {
    let mut things = sorted(things, T::cmp);
    things.dedup();
    things
}

/// The places `0..n`, ordered.
#[inline(never)]
fn places(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..n).collect();
    places.sort_by(|&a, &b| compare(a, b));
    places
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
