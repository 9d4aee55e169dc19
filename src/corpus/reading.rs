//! From text to numbers: the columns of tokens and sentences.

use super::{Interner, TermId};
use crate::text::paragraphs::is_line_break;
use crate::text::sentences::visit_sentences;
use crate::text::words::visit_tokens;
use crate::text::{Normaliser, Span, WordOptions};

/// Set in a form's entry when the form counts as another term in a paragraph all in capitals.
const BY_PARAGRAPH: u32 = 1 << 31;

/// Reads passages of text into columns, giving every written form and every term its number.
#[derive(Clone, Debug, Default)]
pub(super) struct Reader {
    words: WordOptions,
    pub(super) normaliser: Normaliser,
    pub(super) terms: Interner,
    pub(super) forms: Interner,
    /// For each form its term, with [`BY_PARAGRAPH`].
    form_terms: Vec<u32>,
    /// For the forms marked so: the form that stands for them in a paragraph all in capitals.
    second_readings: Vec<(u32, u32)>,
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

    /// The term of each form.
    pub(super) fn form_terms(&self) -> Vec<TermId> {
        self.form_terms.iter().map(|term| term & !BY_PARAGRAPH).collect()
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
        let term = self.terms.intern(&self.normaliser.term(written, false));
        let mark = if self.normaliser.depends_on_paragraph(written) { BY_PARAGRAPH } else { 0 };
        self.form_terms.push(term | mark);
    }

    /// The form and the term of a form that depends on its paragraph, which holds `at`.
    #[cold]
    fn read_in_paragraph(&mut self, passage: &str, at: usize, form: u32) -> (u32, TermId) {
        if !self.paragraph.0.contains(&at) {
            let bounds = paragraph_around(passage, at);
            let capitals = !passage[bounds.clone()].chars().any(char::is_lowercase);
            self.paragraph = (bounds, capitals);
        }
        if !self.paragraph.1 {
            return (form, self.form_terms[form as usize] & !BY_PARAGRAPH);
        }
        let second = match self.second_readings.iter().find(|&&(first, _)| first == form) {
            Some(&(_, second)) => second,
            None => {
                let written = self.forms.get(form).to_owned();
                let second = self.forms.intern_apart(&written);
                let term = self.terms.intern(&self.normaliser.term(&written, true));
                self.form_terms.push(term);
                self.second_readings.push((form, second));
                second
            }
        };
        (second, self.form_terms[second as usize])
    }
}

/// The paragraph that holds `at`, by the line breaks around it.
fn paragraph_around(passage: &str, at: usize) -> std::ops::Range<usize> {
    let start = passage[..at].rfind(is_line_break).map_or(0, |before| passage.ceil_char_boundary(before + 1));
    let end = passage[at..].find(is_line_break).map_or(passage.len(), |after| at + after);
    start..end
}
