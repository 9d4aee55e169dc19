//! Words: where Unicode's rules see one, and the tokens that are counted.
//!
//! There are two layers. [`visit_words`] gives the words of UAX #29 (Unicode Standard Annex #29,
//! "Unicode Text Segmentation") that hold a letter or a digit, and nothing of our own. On top,
//! [`visit_tokens`] joins what the [`WordOptions`] say is one: words with a single hyphen between
//! (`anti-drone`), and the letters of a dotted abbreviation with its last point and its possessive
//! (`U.S.`, `U.S.'s`), which UAX #29 cuts short.

use unicode_segmentation::UnicodeSegmentation;

use super::ascii::{BEYOND, CLASS, DIGIT, JOINING, JOINS, LETTER, WORD, class_at};
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
///
/// ASCII and the few characters beside it that English prose is set with are walked by a table; any
/// stretch with other characters in it, from white space to white space, goes through the tables of
/// Unicode. Both give the same words.
pub fn visit_words(text: &str, mut visit: impl FnMut(usize, usize)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    // Where a stretch must start that begins at `at`: a mark may carry what follows it.
    let mut base = 0;
    'words: while at < bytes.len() {
        let (class, length) = class_at(bytes, at);
        if class & BEYOND != 0 {
            at = visit_stretch(text, base, &mut visit);
            base = at;
            continue;
        }
        if class & WORD == 0 {
            base = at;
            at += length;
            continue;
        }
        let start = at;
        let mut seen = class;
        let mut last = class;
        at += length;
        let more = letters(bytes, at);
        if more > 0 {
            at += more;
            seen |= LETTER;
            last = LETTER;
        }
        while at < bytes.len() {
            let class = CLASS[bytes[at] as usize];
            if class & WORD != 0 {
                seen |= class;
                last = class;
                at += 1;
                continue;
            }
            let (class, length) = class_at(bytes, at);
            if class & WORD != 0 {
                seen |= class;
                last = class;
                at += length;
                continue;
            }
            if class & BEYOND != 0 {
                at = visit_stretch(text, start, &mut visit);
                base = at;
                continue 'words;
            }
            if class & JOINING == 0 || at + length == bytes.len() {
                break;
            }
            let (next, next_length) = class_at(bytes, at + length);
            if next & BEYOND != 0 {
                at = visit_stretch(text, start, &mut visit);
                base = at;
                continue 'words;
            }
            if class & (last << JOINS) & (next << JOINS) & JOINING == 0 {
                break;
            }
            last = next;
            at += length + next_length;
        }
        if seen & (LETTER | DIGIT) != 0 {
            visit(start, at);
        }
        base = at;
    }
}

/// How many of the eight bytes at `at` are ASCII letters, up to the first that is not. All eight are
/// looked at together, so that the length of a common word costs no guess of the processor's.
#[inline]
fn letters(bytes: &[u8], at: usize) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let Some(eight) = bytes.get(at..at + 8) else { return 0 };
    let word = u64::from_le_bytes(eight.try_into().unwrap_or_default());
    // Seven bits of each byte, letters in lower case: no sum below carries into the next byte.
    let low = (word | (0x20 * ONES)) & !HIGH;
    let from_a = low + (0x80 - b'a' as u64) * ONES;
    let past_z = low + (0x7F - b'z' as u64) * ONES;
    let others = !(from_a & !past_z & !word) & HIGH;
    others.trailing_zeros() as usize / 8
}

/// Visits the words of the stretch from `start` to the next ASCII white space that no character
/// outside ASCII follows, and returns its end. No word and no rule of UAX #29 reaches over such a space.
#[cold]
fn visit_stretch(text: &str, start: usize, visit: &mut impl FnMut(usize, usize)) -> usize {
    let bytes = text.as_bytes();
    let mut end = start + 1;
    while end < bytes.len() {
        if bytes[end].is_ascii_whitespace() && bytes.get(end + 1).is_none_or(u8::is_ascii) {
            break;
        }
        end += 1;
    }
    visit_words_plainly(&text[start..end], &mut |from, to| visit(start + from, start + to));
    end
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
    #[inline(always)]
    fn word(&mut self, start: usize, end: usize, visit: &mut impl FnMut(usize, usize)) {
        if !self.joins(start, end) {
            self.flush(visit);
            self.start = start;
        }
        self.end = end;
        self.point = false;
        if self.text.as_bytes().get(end) == Some(&b'.') && is_dotted(&self.text[start..end]) {
            self.end += 1;
            self.point = true;
        }
    }

    /// Whether the word at `start..end` continues the held token, by what stands between the two.
    #[inline(always)]
    fn joins(&self, start: usize, end: usize) -> bool {
        let bytes = self.text.as_bytes();
        // A blank between, as nearly always, says no at once.
        if self.start == self.end || self.end == start || bytes[self.end] == b' ' {
            return false;
        }
        match &bytes[self.end..start] {
            b"-" | [0xE2, 0x80, 0x90 | 0x91] => self.options.join_hyphens,
            b"'" | [0xE2, 0x80, 0x99] => self.point && matches!(&bytes[start..end], b"s" | b"S"),
            _ => false,
        }
    }

    #[inline(always)]
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
    if word.len() < 3 || !word.bytes().any(|byte| byte == b'.') {
        return false;
    }
    word.split('.').all(|part| {
        let mut characters = part.chars();
        characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plainly(text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        visit_words_plainly(text, &mut |start, end| spans.push(span(start, end)));
        spans
    }

    /// Text of the kinds that have broken tokenizers: prose, marks, combining and invisible
    /// characters, emoji, right-to-left letters.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            8 => "[a-zA-Z]{1,4}",
            4 => "[0-9]{1,3}",
            6 => proptest::sample::select(vec![
                " ", " ", "  ", "\n", "\r\n", "\t", ".", ",", ":", ";", "'", "’", "‘", "\"", "“", "”", "-", "‐", "‑", "–",
                "—", "…", "_", "__", "(", "#", "@", "&", "/",
            ]).prop_map(str::to_owned),
            3 => proptest::sample::select(vec![
                "\u{301}", "\u{200D}", "\u{FE0F}", "\u{AD}", "\u{2060}", "\u{200E}", "\u{FEFF}", "\u{20E3}", "ℹ", "Ⓜ",
                "©", "👩", "👩🏽‍🚀", "🇺🇦", "🇺", "é", "É", "ß", "×", "÷", "ğ", "ſ", "ŉ", "α", "я", "א", "\u{5F4}", "ש״ס",
                "ب", "ก", "漢", "ア", "か", "３", "٣", "½", "²", "\u{85}", "\u{2028}", "\u{A0}", "\u{3000}", "\u{2003}",
                "·", "․", "＇", "：", "．", "ʼ", "_", "‿",
            ]).prop_map(str::to_owned),
            1 => any::<char>().prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn the_fast_walk_and_the_plain_one_agree(text in text()) {
            prop_assert_eq!(words(&text), plainly(&text));
        }

        #[test]
        fn tokens_ascend_on_character_boundaries(text in text(), join in any::<bool>(), numbers in any::<bool>()) {
            let options = WordOptions { join_hyphens: join, keep_numbers: numbers, ..WordOptions::default() };
            let mut end = 0;
            for token in tokens(&text, &options) {
                prop_assert!(end <= token.start && token.start < token.end);
                end = token.end;
                let written = text.get(token.start as usize..token.end as usize);
                let holds = if numbers { char::is_alphanumeric } else { char::is_alphabetic };
                prop_assert!(written.is_some_and(|written| written.chars().any(holds)));
            }
        }
    }

    #[test]
    fn words_of_prose() {
        let cases: &[(&str, &[&str])] = &[
            ("", &[]),
            ("…", &[]),
            ("one", &["one"]),
            ("can't won’t", &["can't", "won’t"]),
            ("3.5 per cent, 1,000 and 10:30", &["3.5", "per", "cent", "1,000", "and", "10", "30"]),
            ("snake_case _ _x", &["snake_case", "_x"]),
            ("‘quoted’ “words”", &["quoted", "words"]),
            ("Erdoğan’s Orbán", &["Erdoğan’s", "Orbán"]),
            ("anti-drone", &["anti", "drone"]),
            ("👍🏽 🎉", &[]),
            ("שלום עולם", &["שלום", "עולם"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = words(text).iter().map(|span| span.of(text)).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }

    #[test]
    fn tokens_under_options() {
        let default = WordOptions::default();
        let apart = WordOptions { join_hyphens: false, ..default };
        let wordy = WordOptions { keep_numbers: false, ..default };
        let cases: &[(WordOptions, &str, &[&str])] = &[
            (default, "anti-drone Secretary‑General", &["anti-drone", "Secretary‑General"]),
            (default, "state-of-the-art", &["state-of-the-art"]),
            (default, "then -- or - not, nor—now", &["then", "or", "not", "nor", "now"]),
            (default, "-led pro- ", &["led", "pro"]),
            (default, "a U.S. base", &["a", "U.S.", "base"]),
            (default, "U.S.-led, U.S.’s", &["U.S.-led", "U.S.’s"]),
            (default, "J.R.R. Tolkien, e.g. this.", &["J.R.R.", "Tolkien", "e.g.", "this"]),
            (default, "allies' NATO’s", &["allies", "NATO’s"]),
            (default, "2024-25 F-16", &["2024-25", "F-16"]),
            (apart, "anti-drone", &["anti", "drone"]),
            (wordy, "in 2025, 3.5 F-16", &["in", "F-16"]),
        ];
        for (options, text, expected) in cases {
            let found: Vec<&str> = tokens(text, options).iter().map(|span| span.of(text)).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
