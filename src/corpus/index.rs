//! The index: a corpus as columns.
//!
//! For each token a term id and a byte span; article and sentence boundaries; postings by counting
//! sort. Analyses are scans of these columns; nothing re-reads text.

use crate::text::Span;

/// The number of a term in one [`Index`]: dense, from 0, in order of first occurrence.
pub type TermId = u32;

/// A corpus as columns.
#[derive(Debug, Default)]
pub struct Index {}

impl Index {
    /// Number of articles in the index.
    #[must_use]
    pub fn articles(&self) -> usize {
        todo!()
    }

    /// Number of different terms.
    #[must_use]
    pub fn types(&self) -> usize {
        todo!()
    }

    /// Number of word tokens in all articles.
    #[must_use]
    pub fn tokens(&self) -> usize {
        todo!()
    }

    /// The term with this id, as tables show it.
    #[must_use]
    pub fn term(&self, _term: TermId) -> &str {
        todo!()
    }

    /// The id of this term, which must be given as [`Index::term`] gives it.
    #[must_use]
    pub fn term_id(&self, _term: &str) -> Option<TermId> {
        todo!()
    }

    /// Whether the term is in the built-in stop list.
    #[must_use]
    pub fn is_stop_word(&self, _term: TermId) -> bool {
        todo!()
    }

    /// How the corpus writes the term and how often, most frequent first, then by bytes.
    #[must_use]
    pub fn variants(&self, _term: TermId) -> Vec<(String, u32)> {
        todo!()
    }

    /// The terms of one article, token by token.
    #[must_use]
    pub fn article_terms(&self, _article: usize) -> &[TermId] {
        todo!()
    }

    /// Where the token stands: `token` counts from 0 in its article.
    #[must_use]
    pub fn token_span(&self, _article: usize, _token: usize) -> Span {
        todo!()
    }

    /// For each sentence of the article that holds a counted token, the number of its first token, ascending.
    #[must_use]
    pub fn sentence_starts(&self, _article: usize) -> &[u32] {
        todo!()
    }

    /// The sentences of the article that hold a counted token, as spans; as many as `sentence_starts`.
    #[must_use]
    pub fn sentence_spans(&self, _article: usize) -> &[Span] {
        todo!()
    }

    /// Every place of the term as (article, token in the article), ascending.
    pub fn postings(&self, _term: TermId) -> impl Iterator<Item = (u32, u32)> + '_ {
        std::iter::empty()
    }

    /// How often the term occurs in each article, in corpus order: `articles()` numbers.
    #[must_use]
    pub fn counts(&self, _term: TermId) -> &[u32] {
        todo!()
    }
}
