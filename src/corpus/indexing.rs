//! From articles to the columns of an [`Index`].

use super::Article;
use super::counts::Counts;
use super::index::{Index, IndexError};
use super::reading::{Columns, Reader};
use crate::sorting::sort_by;
use crate::text::{Span, WordOptions};

/// The texts of one index together, in bytes: what a term's bytes can grow to in lower case still
/// fits a `u32`.
pub const LARGEST: u64 = 1 << 31;

/// Fills the columns, article by article.
pub(super) struct Builder {
    reader: Reader,
    columns: Columns,
    bytes: u64,
    article_tokens: Vec<u32>,
    article_sentences: Vec<u32>,
    /// How often each article has each of its terms, article by article.
    rows: Vec<(u32, u32)>,
    row_starts: Vec<u32>,
    /// For each term its count in the article at hand.
    tally: Vec<u32>,
}

impl Builder {
    pub(super) fn new(words: WordOptions) -> Self {
        Self {
            reader: Reader::new(words),
            columns: Columns::default(),
            bytes: 0,
            article_tokens: vec![0],
            article_sentences: vec![0],
            rows: Vec::new(),
            row_starts: vec![0],
            tally: Vec::new(),
        }
    }

    /// Makes room for texts of so many bytes together, so that the columns need not be moved as they grow.
    pub(super) fn expect(&mut self, bytes: usize) {
        // English has a word every six bytes.
        let tokens = bytes.min(LARGEST as usize) / 5;
        self.columns.terms.reserve(tokens);
        self.columns.forms.reserve(tokens);
        self.columns.starts.reserve(tokens);
    }

    /// Adds an article with its text, of which the passages are counted, in order.
    pub(super) fn article(&mut self, id: &str, text: &str, passages: &[(usize, usize)]) -> Result<(), IndexError> {
        self.bytes += text.len() as u64;
        if self.bytes > LARGEST {
            return Err(IndexError::TooLarge { article: id.to_owned() });
        }
        let first = self.columns.terms.len();
        for &(from, to) in passages {
            self.reader.read(text, from, to, &mut self.columns);
        }
        for sentence in
            &mut self.columns.sentence_tokens[self.article_sentences[self.article_sentences.len() - 1] as usize..]
        {
            *sentence -= first as u32;
        }
        self.count(first);
        self.article_tokens.push(self.columns.terms.len() as u32);
        self.article_sentences.push(self.columns.sentence_tokens.len() as u32);
        Ok(())
    }

    /// Counts the terms of the article whose tokens start at `first`.
    fn count(&mut self, first: usize) {
        self.tally.resize(self.reader.terms.len(), 0);
        let row = self.rows.len();
        for &term in &self.columns.terms[first..] {
            let count = &mut self.tally[term as usize];
            if *count == 0 {
                self.rows.push((term, 0));
            }
            *count += 1;
        }
        for (term, count) in &mut self.rows[row..] {
            *count = std::mem::take(&mut self.tally[*term as usize]);
        }
        self.row_starts.push(self.rows.len() as u32);
    }

    pub(super) fn finish(self) -> Index {
        let Self { reader, columns, rows, row_starts, .. } = self;
        let types = reader.terms.len();
        let counts = Counts::by_item(types, &row_starts, &rows);
        drop(rows);
        let stop = (0..types as u32).map(|term| reader.normaliser.is_stop_word(reader.terms.get(term))).collect();
        let frequency: Vec<u32> = (0..types).map(|term| counts.total(term)).collect();
        let (posting_starts, postings) = group(&columns.terms, &frequency);
        let form_terms = reader.form_terms();
        let mut form_counts = vec![0; form_terms.len()];
        for &form in &columns.forms {
            form_counts[form as usize] += 1;
        }
        let mut forms_of_term = vec![0; types];
        for &term in &form_terms {
            forms_of_term[term as usize] += 1;
        }
        let (variant_starts, variants) = group(&form_terms, &forms_of_term);
        Index {
            normaliser: reader.normaliser,
            terms: reader.terms,
            stop,
            frequency,
            counts,
            posting_starts,
            postings,
            variant_starts,
            variants,
            forms: reader.forms,
            form_counts,
            token_terms: columns.terms,
            token_forms: columns.forms,
            token_starts: columns.starts,
            article_tokens: self.article_tokens,
            article_sentences: self.article_sentences,
            sentence_starts: columns.sentence_tokens,
            sentence_spans: columns.sentence_spans,
        }
    }
}

/// Groups the places of a column by the number that stands there, by counting sort: where each
/// number's places start (one more than there are numbers), and the places, ascending in each group.
fn group(column: &[u32], sizes: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut starts = Vec::with_capacity(sizes.len() + 1);
    let mut next = Vec::with_capacity(sizes.len());
    let mut sum = 0;
    for &size in sizes {
        starts.push(sum);
        next.push(sum);
        sum += size;
    }
    starts.push(sum);
    let mut places = vec![0; column.len()];
    for (place, &number) in column.iter().enumerate() {
        let at = &mut next[number as usize];
        places[*at as usize] = place as u32;
        *at += 1;
    }
    (starts, places)
}

/// The passages of the article's text that are counted, in order: all of it, or what lies between its furniture.
pub(super) fn passages(article: &Article, furniture: bool) -> Vec<(usize, usize)> {
    let text = &article.text;
    if furniture {
        return vec![(0, text.len())];
    }
    let mut pieces: Vec<Span> = article.furniture.iter().map(|piece| piece.span).collect();
    sort_by(&mut pieces, Span::cmp);
    let mut passages = Vec::new();
    let mut from = 0;
    for piece in pieces {
        // Spans that don't fit the text are cut to it: better a word too few than no answer.
        let start = text.floor_char_boundary((piece.start as usize).min(text.len()));
        let end = text.ceil_char_boundary((piece.end as usize).min(text.len()));
        if from < start {
            passages.push((from, start));
        }
        from = from.max(end);
    }
    if from < text.len() {
        passages.push((from, text.len()));
    }
    passages
}
