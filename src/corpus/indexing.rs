//! From articles to the columns of an [`Index`].

use super::index::{Index, IndexError};
use super::{Article, Interner};
use crate::text::paragraphs::visit_paragraphs;
use crate::text::sentences::visit_sentences;
use crate::text::words::visit_tokens;
use crate::text::{Normaliser, Span, WordOptions};

pub(super) fn build<'a>(
    articles: impl IntoIterator<Item = &'a Article>,
    words: &WordOptions,
    furniture: bool,
) -> Result<Index, IndexError> {
    let mut builder = Builder::new(*words);
    let mut bytes = 0_u64;
    for article in articles {
        bytes += article.text.len() as u64;
        if bytes > u64::from(u32::MAX) {
            return Err(IndexError::TooLarge { article: article.id.clone() });
        }
        for (start, end) in passages(article, furniture) {
            builder.passage(&article.text, start, end);
        }
        builder.end_article();
    }
    Ok(builder.finish())
}

/// The passages of the text that are counted, in order: all of it, or what lies between its furniture.
fn passages(article: &Article, furniture: bool) -> Vec<(usize, usize)> {
    let text = &article.text;
    if furniture {
        return vec![(0, text.len())];
    }
    let mut pieces: Vec<Span> = article.furniture.iter().map(|piece| piece.span).collect();
    pieces.sort_unstable();
    let mut passages = Vec::new();
    let mut from = 0;
    for piece in pieces {
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

/// Fills the columns, token by token.
struct Builder {
    words: WordOptions,
    index: Index,
    /// For each form, its second reading: the same writing in a paragraph all in capitals.
    /// [`NO_READING`] where that makes no difference.
    second_readings: Vec<u32>,
    term_text: Interner,
    sentences: Vec<(usize, usize)>,
    paragraphs: Vec<(usize, usize)>,
}

const NO_READING: u32 = u32::MAX;
/// The second reading makes a difference and has no number yet.
const UNREAD: u32 = u32::MAX - 1;

impl Builder {
    fn new(words: WordOptions) -> Self {
        let index = Index {
            normaliser: Normaliser::new(words),
            article_tokens: vec![0],
            article_sentences: vec![0],
            ..Index::default()
        };
        Self {
            words,
            index,
            second_readings: Vec::new(),
            term_text: Interner::default(),
            sentences: Vec::new(),
            paragraphs: Vec::new(),
        }
    }

    fn passage(&mut self, text: &str, from: usize, to: usize) {
        let passage = &text[from..to];
        self.sentences.clear();
        visit_sentences(passage, |start, end| self.sentences.push((start, end)));
        self.paragraphs.clear();
        visit_paragraphs(passage, |start, end| self.paragraphs.push((start, end)));
        let first_token = *self.index.article_tokens.last().unwrap_or(&0);
        let mut sentence = 0;
        let mut open = false;
        let mut paragraph = 0;
        let words = self.words;
        visit_tokens(passage, &words, |start, end| {
            while sentence + 1 < self.sentences.len() && self.sentences[sentence].1 <= start {
                sentence += 1;
                open = false;
            }
            if !open {
                open = true;
                let (start, end) = self.sentences[sentence];
                self.index.sentence_starts.push(self.index.token_terms.len() as u32 - first_token);
                self.index.sentence_spans.push(Span::new((from + start) as u32, (from + end) as u32));
            }
            // No sentence ends within a word: the next one is part of this.
            while sentence + 1 < self.sentences.len() && self.sentences[sentence].1 < end {
                sentence += 1;
                if let Some(span) = self.index.sentence_spans.last_mut() {
                    span.end = (from + self.sentences[sentence].1) as u32;
                }
            }
            let mut form = self.form(&passage[start..end]);
            if self.second_readings[form as usize] != NO_READING {
                while paragraph + 1 < self.paragraphs.len() && self.paragraphs[paragraph].1 <= start {
                    paragraph += 1;
                }
                let (start, end) = self.paragraphs[paragraph];
                if !passage[start..end].chars().any(char::is_lowercase) {
                    form = self.second_reading(form);
                }
            }
            self.index.form_counts[form as usize] += 1;
            self.index.token_forms.push(form);
            self.index.token_terms.push(self.index.form_terms[form as usize]);
            self.index.token_starts.push((from + start) as u32);
        });
    }

    fn form(&mut self, written: &str) -> u32 {
        let known = self.index.forms.len();
        let form = self.index.forms.intern(written);
        if form as usize == known {
            self.new_form(written, false);
            let reading = if self.index.normaliser.depends_on_paragraph(written) { UNREAD } else { NO_READING };
            self.second_readings.push(reading);
        }
        form
    }

    fn second_reading(&mut self, form: u32) -> u32 {
        if self.second_readings[form as usize] == UNREAD {
            let written = self.index.forms.get(form).to_owned();
            self.second_readings[form as usize] = self.index.forms.intern_apart(&written);
            self.new_form(&written, true);
            self.second_readings.push(NO_READING);
        }
        self.second_readings[form as usize]
    }

    fn new_form(&mut self, written: &str, capitals: bool) {
        let term = self.index.normaliser.term(written, capitals);
        self.index.form_terms.push(self.term_text.intern(&term));
        self.index.form_counts.push(0);
    }

    fn end_article(&mut self) {
        self.index.article_tokens.push(self.index.token_terms.len() as u32);
        self.index.article_sentences.push(self.index.sentence_starts.len() as u32);
    }

    fn finish(self) -> Index {
        let mut index = self.index;
        index.terms = self.term_text;
        let types = index.terms.len();
        index.stop = (0..types as u32).map(|term| index.normaliser.is_stop_word(index.terms.get(term))).collect();
        index.frequency = vec![0; types];
        for &term in &index.token_terms {
            index.frequency[term as usize] += 1;
        }
        index.posting_starts = vec![0; types + 1];
        for term in 0..types {
            index.posting_starts[term + 1] = index.posting_starts[term] + index.frequency[term];
        }
        let mut next = index.posting_starts.clone();
        index.postings = vec![0; index.token_terms.len()];
        for (token, &term) in index.token_terms.iter().enumerate() {
            let place = &mut next[term as usize];
            index.postings[*place as usize] = token as u32;
            *place += 1;
        }
        index
    }
}
