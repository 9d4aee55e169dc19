//! A stretch of an article: a quotation, a passage.

use std::ops::Range;

use super::differences::{Before, Wording, shows_ellipsis};
use super::scoring::Word;
use crate::analysis::Selection;
use crate::text::Span;

/// A stretch of an article, in one part or, where the reporter speaks in between, in several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Position of the article among those that are on.
    pub position: usize,
    /// Its parts, ascending.
    pub parts: Vec<Span>,
    /// The tokens of each part, counted in the article; as many as parts.
    tokens: Vec<Range<u32>>,
}

impl Stretch {
    /// The stretch of the article at `position` that these parts make up; its words are the counted
    /// tokens that lie wholly inside.
    #[must_use]
    pub fn new(selection: &Selection, position: usize, parts: Vec<Span>) -> Self {
        let tokens = parts.iter().map(|&part| tokens_within(selection, position, part)).collect();
        Self { position, parts, tokens }
    }

    /// The stretch of these tokens, from the first byte of the first to the last of the last.
    pub(super) fn of_tokens(selection: &Selection, position: usize, tokens: Range<u32>) -> Self {
        let index = selection.index();
        let part = Span::new(
            index.token_span(position, tokens.start as usize).start,
            index.token_span(position, tokens.end.saturating_sub(1) as usize).end,
        );
        Self { position, parts: vec![part], tokens: vec![tokens] }
    }

    /// How many words it has.
    #[must_use]
    pub fn words(&self) -> u32 {
        self.tokens.iter().map(|tokens| tokens.end - tokens.start).sum()
    }

    /// From its first part's first byte to its last part's last.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.parts.first().map_or(0, |part| part.start), self.parts.last().map_or(0, |part| part.end))
    }

    /// Its tokens' numbers in the article, in order.
    pub fn tokens(&self) -> impl Iterator<Item = u32> + '_ {
        self.tokens.iter().flat_map(Clone::clone)
    }

    /// From its first token to past its last; empty where it has none.
    pub(super) fn hull(&self) -> Range<u32> {
        let mut whole = self.tokens.iter().filter(|tokens| !tokens.is_empty());
        let first = whole.next().cloned().unwrap_or_default();
        first.start..whole.next_back().map_or(first.end, |last| last.end)
    }

    /// Its terms, in order.
    pub(super) fn terms<'s>(&'s self, selection: &'s Selection) -> impl Iterator<Item = u32> + 's {
        let terms = selection.index().article_terms(self.position);
        self.tokens.iter().flat_map(|tokens| &terms[tokens.start as usize..tokens.end as usize]).copied()
    }

    /// Its words as they are aligned, and what stands before each.
    #[must_use]
    pub fn wording(&self, selection: &Selection) -> Wording {
        let index = selection.index();
        let words: Vec<Word> =
            self.terms(selection).map(|term| Word { term, stop: index.is_stop_word(term) }).collect();
        let mut before = vec![Before::default(); words.len() + 1];
        let text = &selection.articles()[selection.on()[self.position] as usize].text;
        let starts = index.sentence_starts(self.position);
        let mut at = 0;
        for (part, tokens) in self.parts.iter().zip(&self.tokens) {
            before[at].boundary = true;
            let mut end = part.start;
            for token in tokens.clone() {
                let span = index.token_span(self.position, token as usize);
                before[at].ellipsis |= shows_ellipsis(Span::new(end, span.start).of(text));
                before[at].boundary |= starts.binary_search(&token).is_ok();
                end = span.end;
                at += 1;
            }
            before[at].ellipsis |= shows_ellipsis(Span::new(end, part.end).of(text));
        }
        Wording { words, before }
    }
}

/// The tokens of the article at `position` that lie wholly inside a span.
fn tokens_within(selection: &Selection, position: usize, span: Span) -> Range<u32> {
    let index = selection.index();
    let size = selection.size(position);
    let first = first_where(size, |token| index.token_span(position, token as usize).start >= span.start);
    let end = first_where(size, |token| index.token_span(position, token as usize).end > span.end);
    first..end.max(first)
}

/// The first number below `size` for which it holds, given that from there on it does; `size` where for none.
fn first_where(size: u32, holds: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, size);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}
