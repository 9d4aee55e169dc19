//! Stop words: the words that carry grammar rather than matter.
//!
//! The list is the English one of the Snowball project (<https://snowballstem.org>, by Martin Porter
//! and others; BSD 3-clause): 174 words, among them contractions such as `it's`. One is added, `us`:
//! Snowball leaves it out because, in lower case, it would take `US` along; here those capitals stay
//! apart. The list stands in `data/stop_words.txt`, one word a line, sorted by bytes; `data/README.md`
//! has its licence.

use super::sorted_lines;

/// The list as its file has it.
static LIST: &str = include_str!("data/stop_words.txt");

/// The built-in stop list, sorted by bytes.
pub fn stop_words() -> impl Iterator<Item = &'static str> {
    LIST.lines()
}

/// Whether a word, in lower case and with `'` as apostrophe, is in the built-in stop list.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    sorted_lines::find(LIST, |line| line.cmp(word)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_ascends_and_is_found() {
        let list: Vec<&str> = stop_words().collect();
        assert_eq!(list.len(), 175);
        assert!(list.is_sorted());
        assert!(list.iter().all(|word| is_stop_word(word)));
        assert!(!is_stop_word("nato") && !is_stop_word("") && !is_stop_word("The"));
    }
}
