//! Where do these words stand, and between which others? Every hit, ordered by its place or by its context.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::evidence::words_span;
use super::lookup::look_up;
use super::selection::Selection;
use crate::corpus::TermId;
use crate::sorting::sort_by;
use crate::text::Span;

/// In which order hits stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConcordanceOrder {
    /// As in the texts.
    #[default]
    Text,
    /// By the words before, the nearest first.
    Left,
    /// By the words after, the nearest first.
    Right,
}

/// Which words, and how much around them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ConcordanceQuery {
    /// Words or n-grams, as tables show them or as one types them; 1 to 20.
    pub terms: Vec<String>,
    /// Words of context on each side, 1 to 50.
    pub width: u32,
    /// The order of the hits.
    pub order: ConcordanceOrder,
}

/// A hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConcordanceHit {
    /// Which of the terms it is, by its place among those that were found.
    pub term: u32,
    /// Position of its article among those that are on.
    pub position: u32,
    /// Its first token in the article, from 0.
    pub token: u32,
    /// How many tokens it has.
    pub words: u32,
}

/// Every hit of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concordance {
    /// The terms as they are counted, each once, in the order asked for.
    pub terms: Vec<String>,
    /// In the order asked for; where that says nothing, as in the texts.
    pub hits: Vec<ConcordanceHit>,
}

/// Most words that one concordance is of.
const MOST_TERMS: usize = 20;
/// Most words of context on a side.
const MOST_WIDTH: u32 = 50;
/// Most hits.
const MOST_HITS: usize = 1_000_000;

/// Finds every hit. A term that doesn't occur has none.
///
/// # Errors
/// When nothing is counted, no or too many terms are given, one of them holds no word, or there are too many hits.
pub fn concordance(selection: &Selection, query: &ConcordanceQuery) -> Result<Concordance, QueryError> {
    selection.not_empty()?;
    let asked = query.terms.len() as u32;
    QueryError::in_range("The number of words", asked, 1..=MOST_TERMS as u32, "from 1 to 20")?;
    QueryError::in_range("The width of the context", query.width, 1..=MOST_WIDTH, "from 1 to 50 words")?;
    let index = selection.index();
    let mut terms = Vec::new();
    let mut hits = Vec::new();
    for typed in &query.terms {
        let found = look_up(selection, typed)?;
        if terms.contains(&found.text) {
            continue;
        }
        let counted = found.terms.as_deref().unwrap_or(&[]);
        let places = index.ngram_places(counted);
        if hits.len() + places.len() > MOST_HITS {
            return Err(QueryError::OutOfRange {
                what: "The number of hits",
                given: crate::digits::grouped((hits.len() + places.len()) as u64),
                may_be: "1,000,000 or fewer: ask for rarer words, or switch some articles off",
            });
        }
        let term = terms.len() as u32;
        let words = counted.len() as u32;
        hits.extend(places.iter().map(|&(position, token)| ConcordanceHit { term, position, token, words }));
        terms.push(found.text);
    }
    let by_place = |a: &ConcordanceHit, b: &ConcordanceHit| {
        (a.position, a.token, a.words, a.term).cmp(&(b.position, b.token, b.words, b.term))
    };
    let after = |hit: &ConcordanceHit, step: u32| {
        let all = index.article_terms(hit.position as usize);
        all.get((hit.token + hit.words + step) as usize).copied()
    };
    let before = |hit: &ConcordanceHit, step: u32| {
        let at = hit.token.checked_sub(step + 1)?;
        index.article_terms(hit.position as usize).get(at as usize).copied()
    };
    let by_words = |a: &ConcordanceHit, b: &ConcordanceHit, word: &dyn Fn(&ConcordanceHit, u32) -> Option<TermId>| {
        let rank = |hit, step| word(hit, step).map(|term| selection.rank(term));
        for step in 0..query.width {
            let (one, two) = (rank(a, step), rank(b, step));
            match one.cmp(&two) {
                // Both are at the end of their texts.
                Ordering::Equal if one.is_none() => break,
                Ordering::Equal => {}
                other => return other,
            }
        }
        Ordering::Equal
    };
    match query.order {
        ConcordanceOrder::Text => sort_by(&mut hits, by_place),
        ConcordanceOrder::Left => sort_by(&mut hits, |a, b| by_words(a, b, &before).then_with(|| by_place(a, b))),
        ConcordanceOrder::Right => sort_by(&mut hits, |a, b| by_words(a, b, &after).then_with(|| by_place(a, b))),
    }
    Ok(Concordance { terms, hits })
}

impl ConcordanceHit {
    /// Where it stands in its text.
    #[must_use]
    pub fn span(&self, selection: &Selection) -> Span {
        words_span(selection.index(), self.position as usize, self.token as usize, self.words as usize)
    }

    /// What stands before and after it, `width` words on each side, as it is written, with a blank for white space.
    /// Page furniture that isn't counted is left out.
    #[must_use]
    pub fn contexts(&self, selection: &Selection, width: u32) -> [String; 2] {
        let index = selection.index();
        let position = self.position as usize;
        let span = self.span(selection);
        let first = self.token.saturating_sub(width);
        let last = (self.token + self.words + width).min(index.article_size(position) as u32);
        let start = index.token_span(position, first as usize).start;
        let end = index.token_span(position, last.saturating_sub(1) as usize).end;
        [written(selection, position, start, span.start), written(selection, position, span.end, end.max(span.end))]
    }
}

/// A stretch of an article's text, white space as single blanks.
fn written(selection: &Selection, position: usize, start: u32, end: u32) -> String {
    let article = &selection.articles()[selection.on()[position] as usize];
    let mut text = String::new();
    let mut from = start;
    let mut add = |from: u32, to: u32| {
        for word in Span::new(from, to).of(&article.text).split_whitespace() {
            text.push_str(word);
            text.push(' ');
        }
    };
    if !selection.settings().furniture {
        let mut pieces: Vec<Span> = article.furniture.iter().map(|piece| piece.span).collect();
        sort_by(&mut pieces, Span::cmp);
        for piece in pieces.iter().filter(|piece| piece.start < end && piece.end > start) {
            if piece.start > from {
                add(from, piece.start);
            }
            from = from.max(piece.end);
        }
    }
    if from < end {
        add(from, end);
    }
    text.truncate(text.trim_end().len());
    text
}
