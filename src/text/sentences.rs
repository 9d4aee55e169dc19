//! Sentences: Unicode's rules (UAX #29), mended for English prose.

use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use super::paragraphs::visit_paragraphs;

/// The sentences of a text, in order, without the white space around them.
///
/// A sentence never runs over the end of a paragraph, so a headline is one by itself.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    visit_sentences(text, |start, end| {
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        spans.push(Span::new(offset(start), offset(end)));
    });
    spans
}

/// Calls `visit` with the bounds, in bytes, of every sentence: see [`sentences`].
pub fn visit_sentences(text: &str, mut visit: impl FnMut(usize, usize)) {
    visit_paragraphs(text, |start, end| {
        for (at, sentence) in text[start..end].split_sentence_bound_indices() {
            let from = start + at + (sentence.len() - sentence.trim_start().len());
            let to = start + at + sentence.trim_end().len();
            if from < to {
                visit(from, to);
            }
        }
    });
}
