//! Words: where Unicode's rules see one, and the tokens that are counted.
//!
//! There are two layers. [`visit_words`] gives the words of UAX #29 (Unicode Standard Annex #29,
//! "Unicode Text Segmentation") that hold a letter or a digit, and nothing of our own. On top,
//! [`visit_tokens`] joins what the [`WordOptions`] say is one: words with a single hyphen between
//! (`anti-drone`), and the letters of a dotted abbreviation with its last point and its possessive
//! (`U.S.`, `U.S.'s`), which UAX #29 cuts short.

use unicode_segmentation::UnicodeSegmentation;

use super::{Span, WordOptions};

/// The words of UAX #29 that hold a letter or a digit, in order.
#[must_use]
pub fn words(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    visit_words(text, |start, end| spans.push(span(start, end)));
    spans
}

/// The tokens of a text, in order: see [`visit_tokens`].
#[must_use]
pub fn tokens(text: &str, options: &WordOptions) -> Vec<Span> {
    let mut spans = Vec::new();
    visit_tokens(text, options, |start, end| spans.push(span(start, end)));
    spans
}

/// Texts are limited to 4 GiB where they are indexed; offsets past that would saturate.
fn span(start: usize, end: usize) -> Span {
    let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}

/// Calls `visit` with the bounds, in bytes, of every word of UAX #29 that holds a letter or a digit.
pub fn visit_words(text: &str, mut visit: impl FnMut(usize, usize)) {
    visit_words_plainly(text, &mut visit);
}

/// [`visit_words`] without a shortcut: what every other way must agree with.
fn visit_words_plainly(text: &str, visit: &mut impl FnMut(usize, usize)) {
    for (start, word) in text.split_word_bound_indices() {
        if word.chars().any(char::is_alphanumeric) {
            visit(start, start + word.len());
        }
    }
}

/// Calls `visit` with the bounds, in bytes, of every token: what is counted as one word under the options.
///
/// - With `join_hyphens`, words with exactly one hyphen (`-`, U+2010, U+2011) between are one.
/// - Single letters with points between (`U.S`) take their last point with them and, after it, a
///   possessive ending: `U.S.`, `U.S.'s`.
/// - Without `keep_numbers`, a token that holds no letter is left out.
///
/// Tokens ascend, do not overlap, and each holds a letter or a digit. A possessive `'s` is part of
/// the token; the bare apostrophe of `allies'` is not, as nothing tells it from a closing quote.
pub fn visit_tokens(text: &str, options: &WordOptions, mut visit: impl FnMut(usize, usize)) {
    let mut joiner = Joiner { text, options: *options, start: 0, end: 0, point: false };
    visit_words(text, |start, end| joiner.word(start, end, &mut visit));
    joiner.flush(&mut visit);
}

/// Joins words to tokens: holds the token that may still grow.
struct Joiner<'t> {
    text: &'t str,
    options: WordOptions,
    start: usize,
    /// Equal to `start` when no token is held.
    end: usize,
    /// Whether the held token ends with the point of a dotted abbreviation.
    point: bool,
}

impl Joiner<'_> {
    #[inline]
    fn word(&mut self, start: usize, end: usize, visit: &mut impl FnMut(usize, usize)) {
        let joins = self.start != self.end && self.end != start && self.joins(start, end);
        if !joins {
            self.flush(visit);
            self.start = start;
        }
        self.end = end;
        self.point = false;
        let bytes = self.text.as_bytes();
        if bytes.get(end) == Some(&b'.') && is_dotted(&self.text[start..end]) {
            self.end += 1;
            self.point = true;
        }
    }

    /// Whether the word at `start..end` continues the held token, by what stands between the two.
    #[inline]
    fn joins(&self, start: usize, end: usize) -> bool {
        let between = &self.text.as_bytes()[self.end..start];
        match between {
            b"-" | [0xE2, 0x80, 0x90 | 0x91] => self.options.join_hyphens,
            b"'" | [0xE2, 0x80, 0x99] => self.point && matches!(&self.text[start..end], "s" | "S"),
            _ => false,
        }
    }

    #[inline]
    fn flush(&mut self, visit: &mut impl FnMut(usize, usize)) {
        if self.start == self.end {
            return;
        }
        if self.options.keep_numbers || holds_letter(&self.text[self.start..self.end]) {
            visit(self.start, self.end);
        }
        self.start = self.end;
    }
}

fn holds_letter(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
}

/// Whether a word is single letters with points between: `U.S`, `e.g`, `J.R.R`.
pub(super) fn is_dotted(word: &str) -> bool {
    // Cheap first: nearly every word before a point fails here.
    if word.len() < 3 || !word.contains('.') {
        return false;
    }
    word.split('.').all(|part| {
        let mut characters = part.chars();
        characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none()
    })
}
