//! From text to numbers: the columns of tokens and sentences.

use super::{Interner, TermId};
use crate::text::paragraphs::is_line_break;
use crate::text::sentences::visit_sentences;
use crate::text::words::visit_tokens;
use crate::text::{Normaliser, Span, WordOptions};

/// Set in a form's entry when the form counts as another term in a paragraph all in capitals; the
/// rest of the entry is then the number of its [`Readings`].
const BY_PARAGRAPH: u32 = 1 << 31;

/// How a form is read by paragraph. Terms get their numbers when a token is first read so: there is
/// none without a token.
#[derive(Clone, Copy, Debug)]
struct Readings {
    /// The term in other paragraphs.
    term: Option<TermId>,
    /// The form that stands for this one in a paragraph all in capitals.
    in_capitals: Option<u32>,
}

/// Reads passages of text into columns, giving every written form and every term its number.
#[derive(Clone, Debug, Default)]
pub(super) struct Reader {
    words: WordOptions,
    pub(super) normaliser: Normaliser,
    pub(super) terms: Interner,
    pub(super) forms: Interner,
    /// For each form its term; see [`BY_PARAGRAPH`].
    form_terms: Vec<u32>,
    readings: Vec<Readings>,
    sentences: Vec<(usize, usize)>,
    /// The paragraph of the passage that was last asked for, and whether it is all in capitals.
    paragraph: (std::ops::Range<usize>, bool),
}

/// What was read: a line for each token, and one for each sentence that holds a token.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) terms: Vec<TermId>,
    pub(super) forms: Vec<u32>,
    pub(super) starts: Vec<u32>,
    /// The number of the sentence's first token.
    pub(super) sentence_tokens: Vec<u32>,
    pub(super) sentence_spans: Vec<Span>,
}

impl Reader {
    pub(super) fn new(words: WordOptions) -> Self {
        Self { words, normaliser: Normaliser::new(words), ..Self::default() }
    }

    /// The term of each form. A form read only in paragraphs all in capitals has that of its stand-in.
    pub(super) fn form_terms(&self) -> Vec<TermId> {
        let term_of = |&entry: &u32| match self.readings.get((entry & !BY_PARAGRAPH) as usize) {
            Some(readings) if entry & BY_PARAGRAPH != 0 => {
                readings.term.or(readings.in_capitals.map(|form| self.form_terms[form as usize])).unwrap_or(0)
            }
            _ => entry,
        };
        self.form_terms.iter().map(term_of).collect()
    }

    /// Reads `text[from..to]`, adding its tokens and sentences. Spans count from the start of `text`.
    pub(super) fn read(&mut self, text: &str, from: usize, to: usize, columns: &mut Columns) {
        let passage = &text[from..to];
        let mut sentences = std::mem::take(&mut self.sentences);
        sentences.clear();
        visit_sentences(passage, |start, end| sentences.push((start, end)));
        self.paragraph = (0..0, false);
        let words = self.words;
        let mut next = 0;
        // Where the sentence that is being read ends.
        let mut end_of_sentence = 0;
        visit_tokens(passage, &words, |start, end| {
            if start >= end_of_sentence {
                while next < sentences.len() && sentences[next].1 <= start {
                    next += 1;
                }
                if let Some(&(first, last)) = sentences.get(next) {
                    next += 1;
                    end_of_sentence = last;
                    columns.sentence_tokens.push(columns.terms.len() as u32);
                    // A word may begin with the blank before its sentence: a mark that belongs to that blank.
                    let first = first.min(start);
                    columns.sentence_spans.push(Span::new((from + first) as u32, (from + last) as u32));
                }
            }
            // No sentence ends within a word: the next one is part of this.
            while end > end_of_sentence && next < sentences.len() {
                end_of_sentence = sentences[next].1;
                next += 1;
                if let Some(span) = columns.sentence_spans.last_mut() {
                    span.end = (from + end_of_sentence) as u32;
                }
            }
            let known = self.forms.len();
            let mut form = self.forms.intern_part(passage, start, end);
            if form as usize == known {
                self.add_form(&passage[start..end]);
            }
            let mut term = self.form_terms[form as usize];
            if term & BY_PARAGRAPH != 0 {
                (form, term) = self.read_in_paragraph(passage, start, form);
            }
            columns.terms.push(term);
            columns.forms.push(form);
            columns.starts.push((from + start) as u32);
        });
        self.sentences = sentences;
    }

    #[cold]
    fn add_form(&mut self, written: &str) {
        let entry = if self.normaliser.depends_on_paragraph(written) {
            self.readings.push(Readings { term: None, in_capitals: None });
            BY_PARAGRAPH | (self.readings.len() as u32 - 1)
        } else {
            self.terms.intern(&self.normaliser.term(written, false))
        };
        self.form_terms.push(entry);
    }

    /// The form and the term of a form that depends on its paragraph, which holds `at`.
    #[cold]
    fn read_in_paragraph(&mut self, passage: &str, at: usize, form: u32) -> (u32, TermId) {
        if !self.paragraph.0.contains(&at) {
            let bounds = paragraph_around(passage, at);
            let capitals = !passage[bounds.clone()].chars().any(char::is_lowercase);
            self.paragraph = (bounds, capitals);
        }
        let number = (self.form_terms[form as usize] & !BY_PARAGRAPH) as usize;
        let Readings { term, in_capitals } = self.readings[number];
        match (self.paragraph.1, term, in_capitals) {
            (false, Some(term), _) => (form, term),
            (false, None, _) => {
                let term = self.terms.intern(&self.normaliser.term(self.forms.get(form), false));
                self.readings[number].term = Some(term);
                (form, term)
            }
            (true, _, Some(other)) => (other, self.form_terms[other as usize]),
            (true, _, None) => {
                let written = self.forms.get(form).to_owned();
                let term = self.terms.intern(&self.normaliser.term(&written, true));
                let other = self.forms.intern_apart(&written);
                self.form_terms.push(term);
                self.readings[number].in_capitals = Some(other);
                (other, term)
            }
        }
    }
}

/// The paragraph that holds `at`, by the line breaks around it.
fn paragraph_around(passage: &str, at: usize) -> std::ops::Range<usize> {
    let start = passage[..at].rfind(is_line_break).map_or(0, |before| passage.ceil_char_boundary(before + 1));
    let end = passage[at..].find(is_line_break).map_or(passage.len(), |after| at + after);
    start..end
}
