//! How many syllables has a word? By a pronouncing dictionary, and by rules for what it doesn't have.
//!
//! A word of letters has as many syllables as it has runs of vowels (`aeiouy`, accents aside), more
//! or fewer by the patterns in it that `static/lists/syllables.txt` names; the words of the dictionary
//! for which that comes out wrong stand there with their number. Beyond that:
//!
//! - the parts of a compound are counted one by one: `anti-drone` has 2 + 1;
//! - abbreviations of two or three capitals are spelt out: `US` has 2, `WTO` 5; longer ones are read
//!   as words: `NATO` has 2;
//! - figures count one syllable a digit: `2025` has 4. (Flesch has them counted as they are read
//!   aloud, or left out where there are many.)
//! - a possessive `'s` adds one after a hissing sound, `n't` one in most
//!   contractions: `Congress's`, `didn't`, but not `don't`.

use crate::analysis::style::words::without_accent;

/// The list, read.
#[derive(Debug)]
pub(super) struct Syllables<'l> {
    /// Patterns that add a syllable wherever they stand, sorted; `^` and `$` are the word's ends.
    more: Vec<&'l str>,
    /// Patterns that take one.
    fewer: Vec<&'l str>,
    /// Words with so many syllables, sorted.
    exceptions: Vec<(u32, Vec<&'l str>)>,
    /// The longest pattern, in bytes.
    longest: usize,
}

impl<'l> Syllables<'l> {
    /// Reads `syllables.txt`: a line is `+` or `-` with patterns, or a number with words, each sorted by bytes.
    pub fn read(list: &'l str) -> Self {
        let (mut more, mut fewer, mut exceptions) = (Vec::new(), Vec::new(), Vec::new());
        for line in list.lines() {
            let mut items = line.split(' ');
            match items.next() {
                Some("+") => more = items.collect(),
                Some("-") => fewer = items.collect(),
                Some(number) => {
                    if let Ok(number) = number.parse() {
                        exceptions.push((number, items.collect()));
                    }
                }
                None => {}
            }
        }
        let longest = more.iter().chain(&fewer).map(|pattern| pattern.len()).max().unwrap_or(0);
        Self { more, fewer, exceptions, longest }
    }

    /// The syllables of a word as written; at least 1.
    pub fn of(&self, written: &str) -> u32 {
        let mut sum = 0;
        for part in written.split(['-', '\u{2010}', '\u{2011}']) {
            sum += self.of_part(part);
        }
        sum.max(1)
    }

    fn of_part(&self, part: &str) -> u32 {
        let digits = part.chars().filter(|c| c.is_numeric()).count() as u32;
        let lower = part.to_lowercase().replace('’', "'");
        let (body, ending) = lower.split_once('\'').unwrap_or((&lower, ""));
        let letters: String = body.chars().filter(|c| c.is_alphabetic()).map(without_accent).collect();
        if letters.is_empty() {
            return digits;
        }
        let capitals = part.split(['\'', '’']).next().unwrap_or("").chars().filter(|c| c.is_alphabetic());
        let count = letters.chars().count();
        if (2..=3).contains(&count) && capitals.into_iter().all(char::is_uppercase) {
            // Every letter's name has one syllable but that of W.
            return digits + letters.chars().map(|c| if c == 'w' { 3 } else { 1 }).sum::<u32>();
        }
        let count = match (ending, letters.strip_suffix('n')) {
            ("t", Some("do" | "wo" | "ca" | "are" | "were" | "sha" | "ai")) => 1,
            ("t", Some(stem)) => self.of_letters(stem) + 1,
            _ => self.of_letters(&letters) + u32::from(ending == "s" && hisses(&letters)),
        };
        digits + count
    }

    /// The syllables of a word of letters in lower case.
    fn of_letters(&self, word: &str) -> u32 {
        for (number, words) in &self.exceptions {
            if words.binary_search(&word).is_ok() {
                return *number;
            }
        }
        let mut sum: i32 = 0;
        let mut in_group = false;
        for c in word.chars() {
            let vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
            sum += i32::from(vowel && !in_group);
            in_group = vowel;
        }
        let marked = ["^", word, "$"].concat();
        for (start, _) in marked.char_indices() {
            for end in start + 1..=marked.len().min(start + self.longest) {
                if let Some(piece) = marked.get(start..end) {
                    sum += i32::from(self.more.binary_search(&piece).is_ok());
                    sum -= i32::from(self.fewer.binary_search(&piece).is_ok());
                }
            }
        }
        sum.max(1).unsigned_abs()
    }
}

/// Whether a word ends with a sound that takes a vowel before a possessive `'s`.
fn hisses(word: &str) -> bool {
    ["s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze"].iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = include_str!("../../../static/lists/syllables.txt");

    #[test]
    fn the_list_ascends() {
        let syllables = Syllables::read(LIST);
        assert!(syllables.more.is_sorted() && syllables.fewer.is_sorted());
        assert!(syllables.exceptions.len() > 4);
        assert!(syllables.exceptions.iter().all(|(number, words)| *number > 0 && words.is_sorted()));
    }

    #[test]
    fn words_of_the_dictionary_and_others() {
        let syllables = Syllables::read(LIST);
        let cases = [
            ("alliance", 3),
            ("defence", 2),
            ("Ukraine", 2),
            ("Europe", 2),
            ("European", 4),
            ("security", 4),
            ("the", 1),
            ("stressed", 1),
            ("rejected", 3),
            ("deterrence", 3),
            ("NATO", 2),
            ("NATO’s", 2),
            ("US", 2),
            ("U.S.", 2),
            ("WTO", 5),
            ("us", 1),
            ("anti-drone", 3),
            ("2025", 4),
            ("3.5", 2),
            ("didn't", 2),
            ("don’t", 1),
            ("can't", 1),
            ("Congress's", 3),
            ("Türkiye", 3),
            ("pursue", 2),
            ("Rutte", 1),
            ("", 1),
            ("😀", 1),
            ("北京", 1),
        ];
        for (word, expected) in cases {
            assert_eq!(syllables.of(word), expected, "{word}");
        }
    }
}
