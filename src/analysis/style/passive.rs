//! Where is a sentence in the passive?
//!
//! A passive is found where a form of `be` is followed by a past participle, with nothing between but
//! adverbs and `not`: `was attacked`, `is not fully integrated`, `has already been said`. A participle is
//! a word in `-ed`, or an irregular one; `static/lists/participles.txt` has these, and the words in `-ed`
//! that are none (`need`) or are adjectives more often than not after `be` (`is committed to`, `is based
//! in`). Words with a hyphen (`US-led`) are adjectives too.
//!
//! What the rule doesn't see: a passive without `be` (`the plan agreed upon`, `got attacked`), the further
//! participles of a row (`are equipped, trained and ready` counts once), questions (`was he told?`). What
//! it takes for one: an adjective that is not on the list (`are headed`, `are honoured to be`).
//!
//! Checked by hand: of 149 taken evenly from those found in twelve State of the Union addresses, 140 were
//! passives (94 %); of the bundled articles' 16, all.

use super::words::{Form, Found, Words};

const BE: [&str; 15] = [
    "am", "are", "aren't", "be", "been", "being", "is", "isn't", "it's", "that's", "they're", "was", "wasn't", "were",
    "weren't",
];

/// Adverbs without `-ly` that may stand between.
const ADVERBS: [&str; 21] = [
    "again", "all", "also", "already", "always", "both", "even", "ever", "first", "further", "just", "later", "long",
    "never", "no", "not", "now", "often", "once", "soon", "still",
];

/// Most adverbs between.
const MOST_BETWEEN: usize = 3;

/// The list, read, and which forms are participles.
pub(super) struct Passives {
    participle: Vec<bool>,
    be: Vec<bool>,
}

impl Passives {
    /// Reads `participles.txt`: the line `irregular` and the line `not-passive`, their words sorted by bytes.
    pub fn read(list: &str, words: &Words) -> Self {
        let named = |name: &str| -> Vec<&str> {
            let line = list.lines().find_map(|line| line.strip_prefix(name));
            line.map_or_else(Vec::new, |line| line.split_whitespace().collect())
        };
        let (irregular, not_passive) = (named("irregular "), named("not-passive "));
        let participle = |form: &Form| {
            let key = form.key.as_str();
            let regular = key.len() > 3 && key.ends_with("ed") && !key.contains('-');
            (regular || irregular.binary_search(&key).is_ok()) && not_passive.binary_search(&key).is_err()
        };
        Self {
            participle: words.forms.iter().map(participle).collect(),
            be: words.forms.iter().map(|form| BE.contains(&form.key.as_str())).collect(),
        }
    }

    /// The passives of an article, each from its form of `be` to its participle.
    pub fn of(&self, words: &Words, position: usize) -> Vec<Found<'static>> {
        if !words.may_be_english(position) {
            return Vec::new();
        }
        let article = words.selection.index().article_forms(position);
        let mut found = Vec::new();
        for (tokens, _) in words.sentences(position) {
            for be in tokens.clone().filter(|&token| self.be[article[token] as usize]) {
                if let Some(last) = self.participle_after(words, position, be, tokens.end) {
                    found.push(Found { first: be, words: last + 1 - be, word: "" });
                }
            }
        }
        found
    }

    /// The participle that makes a passive with this form of `be`.
    fn participle_after(&self, words: &Words, position: usize, be: usize, end: usize) -> Option<usize> {
        let article = words.selection.index().article_forms(position);
        for token in (be + 1..end).take(MOST_BETWEEN + 1) {
            if !words.joined(position, token - 1) {
                return None;
            }
            let form = &words.forms[article[token] as usize];
            if self.participle[article[token] as usize] {
                // `is set to rise` is about to; `is bound to` must.
                let next = (token + 1 < end).then(|| words.form(position, token + 1).key.as_str());
                let idiom = matches!(form.key.as_str(), "set" | "bound" | "meant") && next == Some("to");
                return (!idiom).then_some(token);
            }
            if !(form.key.ends_with("ly") || ADVERBS.contains(&form.key.as_str())) {
                return None;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_ascends() {
        let list = include_str!("../../../static/lists/participles.txt");
        let lines: Vec<&str> = list.lines().collect();
        assert_eq!(lines.len(), 2);
        for (line, name) in lines.into_iter().zip(["irregular", "not-passive"]) {
            let words: Vec<&str> = line.split(' ').collect();
            assert_eq!(words[0], name);
            assert!(words[1..].is_sorted() && words.len() > 50);
        }
    }
}
