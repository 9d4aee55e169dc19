//! Where does this word stand? Every place of a word or n-gram, with its sentence.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::lookup::look_up;
use super::selection::Selection;
use super::table::ordered;
use crate::corpus::Index;
use crate::sorting::sort_by;
use crate::text::Span;

/// Whose evidence is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EvidenceQuery {
    /// A word or n-gram, as tables show it.
    pub term: String,
    /// Only in this article, or in those of this group; `None`: in all that are on.
    pub article: Option<u32>,
}

/// One place where a word stands, with its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Number of the article.
    pub article: u32,
    /// The words themselves.
    pub span: Span,
    /// The sentence around them.
    pub sentence: Span,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceReport {
    /// The term asked for, as counted.
    pub term: String,
    /// Every place, by article and place. At most 10,000.
    pub hits: Vec<Evidence>,
    /// How many there are.
    pub total: u32,
    /// How the corpus writes it, most frequent first.
    pub variants: Vec<String>,
}

/// Most places that are listed; `total` counts all.
const MOST_HITS: usize = 10_000;
/// Most spellings of an n-gram that are listed.
const MOST_VARIANTS: usize = 20;

/// Finds every place of a word or n-gram. One of any length is found where it stands within a
/// sentence; one that doesn't occur has no place and a total of 0.
///
/// # Errors
/// When nothing is counted, the article is unknown or off, or no word is in the term.
pub fn evidence(selection: &Selection, query: &EvidenceQuery) -> Result<EvidenceReport, QueryError> {
    selection.not_empty()?;
    let only = query.article.map(|article| selection.members(article)).transpose()?;
    let found = look_up(selection, &query.term)?;
    let Some(terms) = found.terms else {
        return Ok(EvidenceReport { term: found.text, hits: Vec::new(), total: 0, variants: Vec::new() });
    };
    let index = selection.index();
    let mut places = index.ngram_places(&terms);
    places.retain(|place| only.as_ref().is_none_or(|members| members.contains(&(place.0 as usize))));
    let variants = match terms[..] {
        [term] => selection.variants(term),
        _ => spellings(selection, &places, terms.len()),
    };
    let hits = places.iter().take(MOST_HITS).map(|&(position, token)| {
        let (position, token) = (position as usize, token as usize);
        let span = words_span(index, position, token, terms.len());
        let sentence = index.sentence_of(position, token).and_then(|number| index.sentence_spans(position).get(number));
        Evidence { article: selection.on()[position], span, sentence: sentence.copied().unwrap_or(span) }
    });
    Ok(EvidenceReport { term: found.text, hits: hits.collect(), total: places.len() as u32, variants })
}

/// From the first byte of a run of tokens to the last.
pub(super) fn words_span(index: &Index, position: usize, token: usize, words: usize) -> Span {
    let last = index.token_span(position, token + words.max(1) - 1);
    Span::new(index.token_span(position, token).start, last.end)
}

/// How the corpus writes an n-gram, white space aside, most frequent first, then by bytes.
fn spellings(selection: &Selection, places: &[(u32, u32)], words: usize) -> Vec<String> {
    let mut written: Vec<String> = places
        .iter()
        .map(|&(position, token)| {
            let text = &selection.articles()[selection.on()[position as usize] as usize].text;
            let span = words_span(selection.index(), position as usize, token as usize, words);
            span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect();
    sort_by(&mut written, String::cmp);
    let counted: Vec<(usize, &str)> =
        written.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0].as_str())).collect();
    // They ascend by bytes: a tie leaves them so.
    let order = ordered((0..counted.len()).collect(), true, |&at| Some(counted[at].0 as f64), |&at| at as u64);
    order.into_iter().take(MOST_VARIANTS).map(|at| counted[at].1.to_owned()).collect()
}
