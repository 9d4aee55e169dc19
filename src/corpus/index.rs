//! The index: a corpus as columns.
//!
//! For each token a term id, a written form and a start offset; article and sentence boundaries;
//! postings by counting sort. Analyses are scans of these columns; nothing re-reads text.

use super::counts::Counts;
use super::indexing::{Builder, passages};
use super::{Article, Interner};
use crate::sorting::sort_by;
use crate::text::{Normaliser, Span, WordOptions};

/// The number of a term in one [`Index`]: dense, from 0, in order of first occurrence.
pub type TermId = u32;

/// Why a corpus could not be indexed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IndexError {
    /// The texts up to and with this article are larger than the 2 GiB that can be indexed.
    TooLarge {
        /// Id of the article with which the limit was passed.
        article: String,
    },
}

impl std::fmt::Display for IndexError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLarge { article } => {
                write!(f, "With the article '{article}' the corpus is larger than the 2 GiB that can be indexed.")
            }
        }
    }
}

impl std::error::Error for IndexError {}

/// A corpus as columns.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) normaliser: Normaliser,
    // For each term.
    pub(super) terms: Interner,
    pub(super) stop: Vec<bool>,
    pub(super) frequency: Vec<u32>,
    pub(super) counts: Counts,
    /// Where the postings of each term start in `postings`; one more than there are terms.
    pub(super) posting_starts: Vec<u32>,
    /// Numbers of tokens in the corpus.
    pub(super) postings: Vec<u32>,
    /// Where the written forms of each term start in `variants`; one more than there are terms.
    pub(super) variant_starts: Vec<u32>,
    /// Numbers of forms.
    pub(super) variants: Vec<u32>,
    // For each written form.
    pub(super) forms: Interner,
    pub(super) form_counts: Vec<u32>,
    // For each token.
    pub(super) token_terms: Vec<TermId>,
    pub(super) token_forms: Vec<u32>,
    pub(super) token_starts: Vec<u32>,
    // For each article, one more than there are: where its tokens and sentences start.
    pub(super) article_tokens: Vec<u32>,
    pub(super) article_sentences: Vec<u32>,
    // For each sentence.
    pub(super) sentence_starts: Vec<u32>,
    pub(super) sentence_spans: Vec<Span>,
}

impl Index {
    /// Indexes articles, in the order given.
    ///
    /// Without `furniture`, page furniture is not counted: the text is read as the passages between,
    /// and no sentence or n-gram runs over a piece of furniture. Articles without a word are
    /// indexed with zero tokens.
    ///
    /// # Errors
    /// [`IndexError::TooLarge`] when the texts together exceed 2 GiB.
    pub fn build<'a>(
        articles: impl IntoIterator<Item = &'a Article>,
        words: &WordOptions,
        furniture: bool,
    ) -> Result<Self, IndexError> {
        let mut builder = Builder::new(*words);
        let articles: Vec<&Article> = articles.into_iter().collect();
        builder.expect(articles.iter().map(|article| article.text.len()).sum());
        for article in articles {
            builder.article(&article.id, &article.text, &passages(article, furniture))?;
        }
        Ok(builder.finish())
    }

    /// Number of articles in the index.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.article_tokens.len().saturating_sub(1)
    }

    /// Number of different terms.
    #[must_use]
    pub fn types(&self) -> usize {
        self.terms.len()
    }

    /// Number of word tokens in all articles.
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.token_terms.len()
    }

    /// Number of word tokens in one article; 0 where there is no such article.
    #[must_use]
    pub fn article_size(&self, article: usize) -> usize {
        self.tokens_of(article).len()
    }

    /// The term with this id, as tables show it; empty where there is none.
    #[must_use]
    pub fn term(&self, term: TermId) -> &str {
        self.terms.get(term)
    }

    /// The id of this term, given as [`Index::term`] gives it or as a text may write it: `Defence`
    /// finds the term that the options make of it. `None` where the corpus doesn't have it.
    #[must_use]
    pub fn term_id(&self, term: &str) -> Option<TermId> {
        self.terms.find(term).or_else(|| self.terms.find(&self.normaliser.term(term, false)))
    }

    /// Whether the term is in the built-in stop list.
    #[must_use]
    pub fn is_stop_word(&self, term: TermId) -> bool {
        self.stop.get(term as usize).copied().unwrap_or(false)
    }

    /// How often the term occurs in all articles.
    #[must_use]
    pub fn frequency(&self, term: TermId) -> u32 {
        self.frequency.get(term as usize).copied().unwrap_or(0)
    }

    /// How the corpus writes the term and how often, most frequent first, then by bytes.
    #[must_use]
    pub fn variants(&self, term: TermId) -> Vec<(String, u32)> {
        let mut variants: Vec<(String, u32)> = Vec::new();
        for &form in &self.variants[range(&self.variant_starts, term as usize)] {
            let written = self.forms.get(form);
            let count = self.form_counts[form as usize];
            match variants.iter_mut().find(|(other, _)| other == written) {
                Some((_, sum)) => *sum += count,
                None => variants.push((written.to_owned(), count)),
            }
        }
        // A form may have been read only in paragraphs all in capitals, as another term.
        variants.retain(|&(_, count)| count > 0);
        sort_by(&mut variants, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        variants
    }

    /// The terms of one article, token by token; empty where there is no such article.
    #[must_use]
    pub fn article_terms(&self, article: usize) -> &[TermId] {
        &self.token_terms[self.tokens_of(article)]
    }

    /// How many different written forms there are. A form that counts as another term in a paragraph
    /// all in capitals is there twice.
    #[must_use]
    pub fn forms(&self) -> usize {
        self.forms.len()
    }

    /// The written form with this number, as the texts have it; empty where there is none.
    #[must_use]
    pub fn form(&self, form: u32) -> &str {
        self.forms.get(form)
    }

    /// The written forms of one article by their numbers, token by token; empty where there is no such article.
    #[must_use]
    pub fn article_forms(&self, article: usize) -> &[u32] {
        &self.token_forms[self.tokens_of(article)]
    }

    /// Where the token stands: `token` counts from 0 in its article. The empty span at 0 where there
    /// is no such token.
    #[must_use]
    pub fn token_span(&self, article: usize, token: usize) -> Span {
        let tokens = self.tokens_of(article);
        if token >= tokens.len() {
            return Span::default();
        }
        let token = tokens.start + token;
        let start = self.token_starts[token];
        Span::new(start, start + self.forms.length(self.token_forms[token]))
    }

    /// For each sentence of the article that holds a counted token, the number of its first token, ascending.
    #[must_use]
    pub fn sentence_starts(&self, article: usize) -> &[u32] {
        &self.sentence_starts[self.sentences_of(article)]
    }

    /// The sentences of the article that hold a counted token, as spans; as many as `sentence_starts`.
    #[must_use]
    pub fn sentence_spans(&self, article: usize) -> &[Span] {
        &self.sentence_spans[self.sentences_of(article)]
    }

    /// Every place of the term as (article, token in the article), ascending.
    pub fn postings(&self, term: TermId) -> impl Iterator<Item = (u32, u32)> + '_ {
        let mut article = 0;
        self.posting_slice(term).iter().map(move |&token| {
            while self.article_tokens[article + 1] <= token {
                article += 1;
            }
            (article as u32, token - self.article_tokens[article])
        })
    }

    /// How often the term occurs in each article, in corpus order: `articles()` numbers.
    #[must_use]
    pub fn counts(&self, term: TermId) -> Vec<u32> {
        match self.types() > term as usize {
            true => self.counts.dense(term as usize),
            false => vec![0; self.articles()],
        }
    }

    /// The counts of all terms, by article.
    #[must_use]
    pub fn term_counts(&self) -> &Counts {
        &self.counts
    }

    /// Numbers of the tokens of the term in the corpus, ascending.
    pub(super) fn posting_slice(&self, term: TermId) -> &[u32] {
        &self.postings[range(&self.posting_starts, term as usize)]
    }

    pub(super) fn tokens_of(&self, article: usize) -> std::ops::Range<usize> {
        range(&self.article_tokens, article)
    }

    fn sentences_of(&self, article: usize) -> std::ops::Range<usize> {
        range(&self.article_sentences, article)
    }
}

/// From boundaries, the range with this number; empty where there is none.
pub(super) fn range(boundaries: &[u32], number: usize) -> std::ops::Range<usize> {
    match (boundaries.get(number), boundaries.get(number.saturating_add(1))) {
        (Some(&start), Some(&end)) => start as usize..end as usize,
        _ => 0..0,
    }
}
