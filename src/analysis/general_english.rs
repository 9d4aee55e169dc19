//! General English as a reference: how often a word occurs in it, from a list.
//!
//! The list (`static/lists/general-english.txt`) gives rates: occurrences in [`TOKENS`] words. They
//! stand in the place of counts, which makes the reference a corpus of that size: so large that
//! only the texts' own counts limit what can be said.
//!
//! Its words go through the same normalisation as the texts' (spellings, possessives), and what
//! falls together is added. Where the list doesn't tell a word's rate, it may still bound it:
//!
//! - a word that isn't listed is rarer than any that is;
//! - a compound (`anti-drone`), which the list counts by its parts, is no more frequent than the
//!   rarest of them;
//! - capitals that are kept apart (`US`, not `us`) are no more frequent than both together.
//!
//! Words with a digit aren't in the list at all, and nothing is known of them.

use super::selection::folded;
use super::settings::Settings;
use crate::sorting::sort_by;

/// The size of the reference in words.
pub const TOKENS: u32 = 1_000_000_000;

/// How often a word occurs in general English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Occurrences in [`TOKENS`] words.
    pub count: u32,
    /// Whether that is only a bound: so often at most.
    pub at_most: bool,
}

/// The list, its words as the settings count them.
#[derive(Clone, Debug, Default)]
pub struct GeneralEnglish {
    /// Terms, ascending by bytes, each with its occurrences.
    rates: Vec<(String, u32)>,
    /// What isn't listed is rarer.
    least: u32,
}

impl GeneralEnglish {
    /// Reads the list.
    ///
    /// # Errors
    /// The number of the first line that isn't a rate and its words; 0 where there is no such line at all.
    pub fn read(text: &str, settings: &Settings) -> Result<Self, usize> {
        let mut rates: Vec<(String, u32)> = Vec::new();
        let mut least = u32::MAX;
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let (rate, words) = line.split_once(' ').ok_or(number + 1)?;
            let rate = rate.parse().ok().filter(|rate| (1..=TOKENS).contains(rate)).ok_or(number + 1)?;
            least = least.min(rate);
            for word in words.split(' ') {
                // `u.s` is an abbreviation: the text's `U.S.`, not its `us`.
                let terms =
                    if word.contains('.') { folded(&word.to_uppercase(), settings) } else { folded(word, settings) };
                if let [term] = &*terms {
                    rates.push((term.clone(), rate));
                }
            }
        }
        if rates.is_empty() {
            return Err(0);
        }
        sort_by(&mut rates, |a, b| a.0.cmp(&b.0));
        rates.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 = kept.1.saturating_add(next.1).min(TOKENS);
            }
            same
        });
        Ok(Self { rates, least })
    }

    /// How often the term occurs; `None` where the list neither tells nor bounds it.
    #[must_use]
    pub fn rate(&self, term: &str) -> Option<Rate> {
        let exactly = |count| Rate { count, at_most: false };
        let at_most = |count| Rate { count, at_most: true };
        if term.chars().any(char::is_uppercase) {
            let together = self.listed(term).unwrap_or(0).saturating_add(self.listed(&term.to_lowercase())?);
            return Some(at_most(together.min(TOKENS)));
        }
        if let Some(count) = self.listed(term) {
            return Some(exactly(count));
        }
        let parts = term.split('-').filter(|part| !part.chars().any(|c| c.is_ascii_digit()));
        parts.map(|part| self.listed(part).unwrap_or(self.least)).min().map(at_most)
    }

    fn listed(&self, term: &str) -> Option<u32> {
        self.rates.binary_search_by(|it| it.0.as_str().cmp(term)).ok().map(|at| self.rates[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::WordOptions;

    const LIST: &str = "# a remark\n50000 the us\n900 defence nato drone\n200 defense u.s anti\n100 nato's\n";

    fn rate(settings: &Settings, term: &str) -> Option<(u32, bool)> {
        GeneralEnglish::read(LIST, settings).unwrap().rate(term).map(|rate| (rate.count, rate.at_most))
    }

    #[test]
    fn words_count_as_in_the_texts() {
        let settings = Settings::default();
        assert_eq!(rate(&settings, "defence"), Some((1_100, false)));
        assert_eq!(rate(&settings, "nato"), Some((1_000, false)));
        let apart = WordOptions { merge_spellings: false, strip_possessives: false, ..WordOptions::default() };
        let apart = Settings { words: apart, ..settings };
        assert_eq!(rate(&apart, "defence"), Some((900, false)));
        assert_eq!(rate(&apart, "nato's"), Some((100, false)));
    }

    #[test]
    fn what_is_not_listed_is_bounded_or_unknown() {
        let settings = Settings::default();
        assert_eq!(rate(&settings, "shahed"), Some((100, true)), "rarer than the rarest");
        assert_eq!(rate(&settings, "anti-drone"), Some((200, true)), "no more than its rarest part");
        assert_eq!(rate(&settings, "anti-shahed"), Some((100, true)));
        assert_eq!(rate(&settings, "US"), Some((50_200, true)), "u.s and us together");
        assert_eq!(rate(&settings, "us"), Some((50_000, false)));
        assert_eq!((rate(&settings, "2025"), rate(&settings, "f16")), (None, None));
        assert_eq!(rate(&settings, "drone-16"), Some((900, true)));
    }

    #[test]
    fn what_is_no_list_is_refused_with_its_line() {
        let settings = Settings::default();
        for (text, line) in [
            ("", 0),
            ("# only remarks\n", 0),
            ("<!doctype html>", 1),
            ("100 the\nmany of\n", 2),
            ("0 the", 1),
            ("5\n", 1),
        ] {
            assert_eq!(GeneralEnglish::read(text, &settings).unwrap_err(), line, "{text}");
        }
    }
}
