//! Which place of one text goes with which of the other, so that both can be scrolled together.

use crate::protocol::SharedPassage;

/// The passages that hold two texts together: of all chains that ascend in both without overlapping, the one
/// with most words; their places in `passages`, ascending. Of several such chains the one whose passages come
/// first. `passages` are in the order of the first text.
#[must_use]
pub fn chain(passages: &[SharedPassage]) -> Vec<usize> {
    // By passage: words of the best chain that ends with it, and the passage before it in that.
    let mut best: Vec<(u32, Option<usize>)> = Vec::with_capacity(passages.len());
    for (at, passage) in passages.iter().enumerate() {
        let mut found = (passage.words, None);
        for (before, earlier) in passages[..at].iter().enumerate() {
            let words = best[before].0.saturating_add(passage.words);
            if earlier.a.end <= passage.a.start && earlier.b.end <= passage.b.start && words > found.0 {
                found = (words, Some(before));
            }
        }
        best.push(found);
    }
    let mut last: Option<usize> = None;
    for (at, (words, _)) in best.iter().enumerate() {
        if last.is_none_or(|last| *words > best[last].0) {
            last = Some(at);
        }
    }
    let mut chain = Vec::new();
    while let Some(at) = last {
        chain.push(at);
        last = best[at].1;
    }
    chain.reverse();
    chain
}

/// Where a place of one text goes in the other, from pairs of places that go together, ascending in the first:
/// between two pairs in proportion, beyond the first and the last at the same distance from them.
#[must_use]
pub fn counterpart(pairs: &[(f64, f64)], place: f64) -> f64 {
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return place };
    if place <= first.0 {
        return first.1 - (first.0 - place);
    }
    if place >= last.0 {
        return last.1 + (place - last.0);
    }
    let after = pairs.iter().position(|pair| pair.0 > place).unwrap_or(pairs.len() - 1).max(1);
    let ((x0, y0), (x1, y1)) = (pairs[after - 1], pairs[after]);
    if x1 <= x0 { y1 } else { y0 + (place - x0) * (y1 - y0) / (x1 - x0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Span;
    use proptest::prelude::*;

    fn passage(a: u32, b: u32, words: u32) -> SharedPassage {
        let span = |start: u32| Span { start, end: start + words * 6 };
        SharedPassage { article_a: 0, a: span(a), article_b: 1, b: span(b), words }
    }

    #[test]
    fn the_chain_with_most_words_holds_the_texts_together() {
        assert!(chain(&[]).is_empty());
        // The second lies elsewhere in the other text: one of six words outweighs it.
        let crossing = [passage(0, 0, 6), passage(100, 700, 4), passage(200, 100, 6), passage(300, 200, 5)];
        assert_eq!(chain(&crossing), [0, 2, 3]);
        // A long one alone outweighs two short ones that it crosses.
        assert_eq!(chain(&[passage(0, 500, 20), passage(200, 0, 4), passage(300, 100, 5)]), [0]);
    }

    #[test]
    fn places_between_go_in_proportion() {
        let pairs = [(0.0, 0.0), (100.0, 300.0), (200.0, 320.0)];
        assert_eq!(counterpart(&pairs, 50.0), 150.0);
        assert_eq!(counterpart(&pairs, 150.0), 310.0);
        assert_eq!((counterpart(&pairs, 0.0), counterpart(&pairs, 250.0)), (0.0, 370.0));
        assert_eq!(counterpart(&[], 12.0), 12.0);
    }

    proptest! {
        #[test]
        fn a_chain_ascends_in_both(all in proptest::collection::vec((0_u32..900, 0_u32..900, 3_u32..20), 0..40)) {
            let mut passages: Vec<SharedPassage> = all.into_iter().map(|(a, b, words)| passage(a, b, words)).collect();
            passages.sort_by_key(|it| (it.a.start, it.b.start));
            let chain = chain(&passages);
            prop_assert_eq!(chain.is_empty(), passages.is_empty());
            for pair in chain.windows(2) {
                let (x, y) = (&passages[pair[0]], &passages[pair[1]]);
                prop_assert!(x.a.end <= y.a.start && x.b.end <= y.b.start);
            }
        }

        #[test]
        fn scrolling_on_never_leads_back(
            pairs in proptest::collection::vec((0.0_f64..900.0, 0.0_f64..900.0), 0..12),
            places in (0.0_f64..900.0, 0.0_f64..900.0),
        ) {
            let (mut xs, mut ys): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            xs.sort_by(f64::total_cmp);
            ys.sort_by(f64::total_cmp);
            let pairs: Vec<(f64, f64)> = xs.into_iter().zip(ys).collect();
            let (low, high) = (places.0.min(places.1), places.0.max(places.1));
            prop_assert!(counterpart(&pairs, low) <= counterpart(&pairs, high) + 1e-9);
        }
    }
}
