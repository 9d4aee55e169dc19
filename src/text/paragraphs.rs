//! Paragraphs: a line break ends one.

use super::Span;

/// The paragraphs of a text, in order, without the white space around them; blank lines belong to none.
///
/// A paragraph ends with any mandatory line break: line feed, carriage return (alone or before a
/// line feed), vertical tab, form feed, U+0085, U+2028, U+2029.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    visit_paragraphs(text, |start, end| {
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        spans.push(Span::new(offset(start), offset(end)));
    });
    spans
}

/// Calls `visit` with the bounds, in bytes, of every paragraph: see [`paragraphs`].
pub fn visit_paragraphs(text: &str, mut visit: impl FnMut(usize, usize)) {
    let mut start = 0;
    let mut line = |start: usize, end: usize| {
        let whole = &text[start..end];
        let trimmed = whole.trim_start();
        let start = end - trimmed.len();
        let trimmed = trimmed.trim_end();
        if !trimmed.is_empty() {
            visit(start, start + trimmed.len());
        }
    };
    for (at, c) in text.char_indices() {
        if matches!(c, '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            line(start, at);
            start = at + c.len_utf8();
        }
    }
    line(start, text.len());
}
