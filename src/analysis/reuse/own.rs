//! What does each of two articles that are nearly the same have, and the other not?
//!
//! A word is common where it stands in a run of five words that both have: the very runs by which two
//! articles are found to be nearly the same. What isn't common, word after word, is one passage.

use serde::{Deserialize, Serialize};

use super::duplicates::{DuplicatePair, RUN};
use super::shingles::{Shingle, shingles, term_hash};
use super::utterances::excerpt;
use crate::analysis::Selection;
use crate::sorting::by_bits;
use crate::text::Span;

/// A passage that one of two articles has alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPassage {
    /// Where it stands.
    pub span: Span,
    /// Its first words.
    pub text: String,
}

/// What each of two articles has alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Differences {
    /// Passages of the first, in their order, at most [`MOST`].
    pub only_a: Vec<OwnPassage>,
    /// Passages of the second, as well.
    pub only_b: Vec<OwnPassage>,
    /// How many more there are of both.
    pub more: u32,
}

/// At most so many passages of either are listed.
pub const MOST: usize = 6;

/// What each of the pair has alone; nothing where an article isn't on.
pub(super) fn differences(selection: &Selection, pair: &DuplicatePair) -> Differences {
    let (Ok(a), Ok(b)) = (selection.position(pair.a), selection.position(pair.b)) else {
        return Differences::default();
    };
    let runs = [a, b].map(|position| runs(selection, position));
    let mut numbers = runs.clone().map(|runs| {
        let mut numbers: Vec<u64> = runs.into_iter().map(|run| run.hash).collect();
        by_bits(&mut numbers, 0, u64::BITS);
        numbers
    });
    let mut only_a = own(selection, a, &runs[0], &numbers[1]);
    let mut only_b = own(selection, b, &runs[1], &std::mem::take(&mut numbers[0]));
    let more = only_a.len().saturating_sub(MOST) + only_b.len().saturating_sub(MOST);
    only_a.truncate(MOST);
    only_b.truncate(MOST);
    Differences { only_a, only_b, more: more as u32 }
}

/// The runs of an article.
fn runs(selection: &Selection, position: usize) -> Vec<Shingle> {
    let index = selection.index();
    let words: Vec<u64> = index.article_terms(position).iter().map(|&term| term_hash(index.term(term))).collect();
    shingles(&words, RUN)
}

/// The passages of an article outside the runs that the other has, given the numbers of its runs, ascending.
fn own(selection: &Selection, position: usize, runs: &[Shingle], others: &[u64]) -> Vec<OwnPassage> {
    let index = selection.index();
    let size = selection.size(position) as usize;
    let text = &selection.articles()[selection.on()[position] as usize].text;
    let mut common = vec![false; size];
    for run in runs.iter().filter(|run| others.binary_search(&run.hash).is_ok()) {
        common[run.at as usize..run.at as usize + RUN].fill(true);
    }
    let mut passages = Vec::new();
    let mut at = 0;
    while at < size {
        let end = at + common[at..].iter().take_while(|it| **it == common[at]).count();
        if !common[at] {
            let (first, last) = (index.token_span(position, at), index.token_span(position, end - 1));
            let span = Span::new(first.start, last.end);
            passages.push(OwnPassage { span, text: excerpt(text, &[span]).0 });
        }
        at = end;
    }
    passages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reuse::corpora::selection;
    use crate::analysis::reuse::duplicates::near_duplicates;
    use crate::corpus::Article;

    fn found(texts: [&str; 2]) -> Differences {
        let article = |(number, text): (usize, &str)| Article {
            id: format!("t{number}"),
            text: text.to_owned(),
            ..Article::default()
        };
        let selection = selection(texts.into_iter().enumerate().map(article).collect());
        let groups = near_duplicates(&selection, &mut |_, _| {}).unwrap();
        differences(&selection, &groups[0].pairs[0])
    }

    fn texts(passages: &[OwnPassage]) -> Vec<&str> {
        passages.iter().map(|it| it.text.as_str()).collect()
    }

    const FIRST: &str = "The harbour of the island was closed on Monday after a storm broke its outer wall. ";
    const LAST: &str =
        "Engineers expect that ships can enter again within two weeks, the port authority said on its page.";

    #[test]
    fn a_changed_paragraph_is_told_on_either_side() {
        let (one, two) = ("Nobody was hurt there. ", "Three fishermen were taken to a hospital. ");
        let differ = found([&[FIRST, one, LAST].concat(), &[FIRST, two, LAST].concat()]);
        assert_eq!(texts(&differ.only_a), ["Nobody was hurt there"]);
        assert_eq!(texts(&differ.only_b), ["Three fishermen were taken to a hospital"]);
        assert_eq!(differ.more, 0);
    }

    #[test]
    fn a_word_that_was_added_is_all_that_is_told() {
        let text = [FIRST, LAST].concat();
        let differ = found([&text, &text.replace("outer wall", "long outer wall")]);
        assert_eq!((texts(&differ.only_a), texts(&differ.only_b)), (vec![], vec!["long"]));
        let same = found([&text, &text]);
        assert_eq!(same, Differences::default());
    }

    #[test]
    fn of_many_differences_the_first_are_listed() {
        let sentence = |number: usize| {
            format!("Paragraph number n{number} says that the ships of the q{number} line sailed at dawn. ")
        };
        let text: String = (0..30).map(sentence).collect();
        let other =
            (0..10).fold(text.clone(), |text, number| text.replace(&format!("q{number} "), &format!("z{number} ")));
        let differ = found([&text, &other]);
        assert_eq!((differ.only_a.len(), differ.only_b.len(), differ.more), (MOST, MOST, 8));
    }
}
