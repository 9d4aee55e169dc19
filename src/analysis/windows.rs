//! Which words stand near some others? Windows around places of a text, counted.
//!
//! A window is so many tokens to the left of a place and so many to its right. It ends with the
//! place's sentence, or runs on to the ends of the article. Windows of neighbouring places overlap: a
//! token that several of them hold counts once, so that every count is a number of places in the text.
//! Tokens of the places themselves are in no window.
//!
//! Everything is a scan of the index's columns; the work is that of the tokens in the windows.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::corpus::{Index, TermId};

/// The widest side of a window.
pub const WIDEST: u32 = 50;

/// How far a window reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Window {
    /// Tokens to the left, 0 to [`WIDEST`].
    pub left: u32,
    /// Tokens to the right, 0 to [`WIDEST`].
    pub right: u32,
    /// Whether it may cross the bounds of its sentence.
    pub crossing: bool,
}

impl Default for Window {
    /// Five words to either side, within the sentence.
    fn default() -> Self {
        Self { left: 5, right: 5, crossing: false }
    }
}

impl Window {
    /// Positions in a whole window.
    #[must_use]
    pub const fn span(self) -> u32 {
        self.left.saturating_add(self.right)
    }
}

/// A run of tokens of an article: its first, and how many.
pub type Place = (u32, u32);

/// What stands in the windows of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Near {
    /// Each term that stands there and how often, by the order of its first place.
    pub terms: Vec<(TermId, u32)>,
    /// Tokens in the windows, all together.
    pub tokens: u32,
}

/// Counts windows, article by article, with one column of counters for all.
#[derive(Debug)]
pub struct Counter {
    tally: Vec<u32>,
}

impl Counter {
    /// A counter for the terms of this index.
    #[must_use]
    pub fn new(index: &Index) -> Self {
        Self { tally: vec![0; index.types()] }
    }

    /// What stands in the windows of the places of the article at `position`: ascending, none overlapping another.
    pub fn count(&mut self, index: &Index, position: usize, places: &[Place], window: Window) -> Near {
        let terms = index.article_terms(position);
        let mut near = Near::default();
        for stretch in stretches(index, position, places, window) {
            near.tokens += stretch.len() as u32;
            for &term in &terms[stretch] {
                let count = &mut self.tally[term as usize];
                if *count == 0 {
                    near.terms.push((term, 0));
                }
                *count += 1;
            }
        }
        for (term, count) in &mut near.terms {
            *count = std::mem::take(&mut self.tally[*term as usize]);
        }
        near
    }
}

/// The stretches of tokens that the windows cover together, ascending, none empty, none touching a place.
#[must_use]
pub fn stretches(index: &Index, position: usize, places: &[Place], window: Window) -> Vec<Range<usize>> {
    let size = index.article_size(position);
    let starts = index.sentence_starts(position);
    let mut found: Vec<Range<usize>> = Vec::new();
    // Up to here everything is in a window, a place, or passed over.
    let mut done = 0;
    let mut add = |from: usize, to: usize, done: &mut usize| {
        let from = from.max(*done);
        if from < to {
            match found.last_mut() {
                Some(last) if last.end == from => last.end = to,
                _ => found.push(from..to),
            }
        }
        *done = (*done).max(to);
    };
    for (at, &(first, length)) in places.iter().enumerate() {
        let (first, end) = (first as usize, (first as usize + length as usize).min(size));
        let bounds = if window.crossing {
            0..size
        } else {
            let sentence = starts.partition_point(|&start| start as usize <= first);
            let from = sentence.checked_sub(1).map_or(0, |sentence| starts[sentence] as usize);
            from..starts.get(sentence).map_or(size, |&start| start as usize)
        };
        add(first.saturating_sub(window.left as usize).max(bounds.start), first, &mut done);
        done = done.max(end);
        let next = places.get(at + 1).map_or(size, |place| place.0 as usize);
        add(end, end.saturating_add(window.right as usize).min(bounds.end).min(next), &mut done);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Article;
    use crate::text::WordOptions;
    use proptest::prelude::*;

    fn index(text: &str) -> Index {
        let article = Article { id: "a".to_owned(), text: text.to_owned(), ..Article::default() };
        Index::build([&article], &WordOptions::default(), false).unwrap()
    }

    fn near(text: &str, node: &str, window: Window) -> (Vec<String>, u32) {
        let index = index(text);
        let node = index.term_id(node).unwrap();
        let places: Vec<Place> = index.postings(node).map(|(_, token)| (token, 1)).collect();
        let near = Counter::new(&index).count(&index, 0, &places, window);
        let mut words: Vec<String> =
            near.terms.iter().map(|&(term, count)| format!("{} {count}", index.term(term))).collect();
        words.sort();
        (words, near.tokens)
    }

    #[test]
    fn a_window_ends_with_its_sentence_unless_it_may_cross_it() {
        let text = "One two three. Four node five six. Seven.";
        let window = Window { left: 2, right: 3, crossing: false };
        assert_eq!(near(text, "node", window), (["five 1", "four 1", "six 1"].map(str::to_owned).to_vec(), 3));
        let crossing = Window { crossing: true, ..window };
        let words = ["five 1", "four 1", "seven 1", "six 1", "three 1"].map(str::to_owned).to_vec();
        assert_eq!(near(text, "node", crossing), (words, 5));
    }

    #[test]
    fn a_token_in_two_windows_counts_once_and_nodes_are_in_none() {
        let window = Window { left: 2, right: 2, crossing: false };
        let words = ["a 1", "b 1", "c 1", "d 1"].map(str::to_owned).to_vec();
        assert_eq!(near("a node b node c d e", "node", window), (words, 4));
        assert_eq!(near("node node node", "node", window), (Vec::new(), 0));
    }

    #[test]
    fn a_window_of_no_words_is_empty() {
        assert_eq!(near("a node b", "node", Window { left: 0, right: 0, crossing: true }), (Vec::new(), 0));
        let left = Window { left: 1, right: 0, crossing: false };
        assert_eq!(near("a node b", "node", left), (vec!["a 1".to_owned()], 1));
    }

    proptest! {
        /// Every token is asked by itself whether a place is near enough.
        #[test]
        fn agrees_with_asking_every_token(
            text in "([abn]{1}[ .]{1,2}){0,40}",
            left in 0_u32..6, right in 0_u32..6, crossing: bool,
        ) {
            let index = index(&text);
            let window = Window { left, right, crossing };
            let terms = index.article_terms(0);
            let node = index.term_id("n");
            let places: Vec<Place> = (0..).zip(terms).filter(|&(_, &term)| Some(term) == node).map(|it| (it.0, 1)).collect();
            let starts = index.sentence_starts(0);
            let sentence = |token: usize| starts.partition_point(|&start| start as usize <= token);
            let reached: Vec<usize> = (0..terms.len()).filter(|&token| Some(terms[token]) != node && places.iter().any(|place| {
                let place = place.0 as usize;
                let near = if token < place { place - token <= left as usize } else { token - place <= right as usize };
                near && (crossing || sentence(token) == sentence(place))
            })).collect();
            let found: Vec<usize> = stretches(&index, 0, &places, window).into_iter().flatten().collect();
            prop_assert_eq!(&found, &reached);
            let near = Counter::new(&index).count(&index, 0, &places, window);
            prop_assert_eq!(near.tokens as usize, reached.len());
            for &(term, count) in &near.terms {
                prop_assert_eq!(count as usize, reached.iter().filter(|&&token| terms[token] == term).count());
            }
        }
    }
}
