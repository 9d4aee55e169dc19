//! Stop words: the words that carry grammar rather than matter.
//!
//! The list is the English one of the Snowball project (<https://snowballstem.org>, by Martin Porter
//! and others; BSD 3-clause): 174 words, among them contractions such as `it's`. One is added, `us`:
//! Snowball leaves it out because, in lower case, it would take `US` along; here those capitals stay
//! apart. The list stands in `stop_words.txt`, one word a line, sorted by bytes; `src/text/DATA.md`
//! has its licence.

/// The list as its file has it.
static LIST: &str = include_str!("stop_words.txt");

/// The built-in stop list, sorted by bytes.
pub fn stop_words() -> impl Iterator<Item = &'static str> {
    LIST.lines()
}

/// Whether a word, in lower case and with `'` as apostrophe, is in the built-in stop list.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    // The walk over 175 short lines happens once a
    // distinct word, not once a token.
    stop_words().any(|stop| stop == word)
}
