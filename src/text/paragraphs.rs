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
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        // The last byte of each line break; nothing else in UTF-8 looks like it.
        let length = match bytes[at] {
            b' '..0x80 => 0,
            b'\n' | b'\r' | 0xB | 0xC => 1,
            0x85 if bytes[..at].ends_with(&[0xC2]) => 2,
            0xA8 | 0xA9 if bytes[..at].ends_with(&[0xE2, 0x80]) => 3,
            _ => 0,
        };
        at += 1;
        if length > 0 {
            line(start, at - length);
            start = at;
        }
    }
    line(start, text.len());
}

/// Whether the character ends a line, and so a paragraph.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_break_ends_a_paragraph() {
        for line_break in ["\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "\n \n\n\t"] {
            let text = format!("  One é \u{A9}{line_break} two … ");
            let found: Vec<&str> = paragraphs(&text).iter().map(|span| span.of(&text)).collect();
            assert_eq!(found, ["One é \u{A9}", "two …"], "{line_break:?}");
        }
        assert_eq!(paragraphs(""), []);
        assert_eq!(paragraphs(" \n\u{3000}\n"), []);
    }
}
