//! How long are sentences and words?

use super::words::{Found, Words};

/// Sentences are counted by lengths of so many words: 1 to 5, 6 to 10 and so on.
pub const SENTENCE_STEP: u32 = 5;
/// So many counts; the last is of all that are longer.
pub const SENTENCE_COUNTS: usize = 11;
/// Words are counted by their letters: 1, 2 and so on; the last count is of all that are longer.
pub const WORD_COUNTS: usize = 16;

/// The lengths of an article's sentences and words.
pub(super) struct Lengths {
    /// Sentences by length.
    pub sentences: Vec<u32>,
    /// Words of the longest sentence.
    pub longest_sentence: u32,
    /// Words by letters.
    pub words: Vec<u32>,
    /// Letters and digits of all words.
    pub letters: u32,
}

impl Lengths {
    pub fn of(words: &Words, position: usize) -> Self {
        let mut lengths =
            Self { sentences: vec![0; SENTENCE_COUNTS], longest_sentence: 0, words: vec![0; WORD_COUNTS], letters: 0 };
        for (tokens, _) in words.sentences(position) {
            let length = tokens.len() as u32;
            let place = length.saturating_sub(1) / SENTENCE_STEP;
            lengths.sentences[(place as usize).min(SENTENCE_COUNTS - 1)] += 1;
            lengths.longest_sentence = lengths.longest_sentence.max(length);
        }
        for &form in words.selection.index().article_forms(position) {
            let letters = words.forms[form as usize].letters;
            lengths.words[(letters.max(1) as usize).min(WORD_COUNTS) - 1] += 1;
            lengths.letters = lengths.letters.saturating_add(letters);
        }
        lengths
    }
}

/// The sentences of so many words, `least` to `most`.
pub(super) fn sentences_of(words: &Words, position: usize, least: u32, most: u32) -> Vec<Found<'static>> {
    words
        .sentences(position)
        .filter(|(tokens, _)| (least..=most).contains(&(tokens.len() as u32)))
        .map(|(tokens, _)| Found { first: tokens.start, words: tokens.len(), word: "" })
        .collect()
}

/// The words of so many letters, `least` to `most`.
pub(super) fn words_of(words: &Words, position: usize, least: u32, most: u32) -> Vec<Found<'static>> {
    let forms = words.selection.index().article_forms(position).iter().enumerate();
    forms
        .filter(|&(_, &form)| (least..=most).contains(&words.forms[form as usize].letters.max(1)))
        .map(|(first, _)| Found { first, words: 1, word: "" })
        .collect()
}
