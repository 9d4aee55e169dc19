//! Where does a text hedge?
//!
//! A hedge withholds full commitment: `perhaps`, `could`, `it seems`. The list (`static/lists/hedges.txt`)
//! has the words and phrases that Hyland (2005) lists as hedges and the freely licensed package `hedges`
//! holds too, without `would` and `should`, which seldom hedge in news. Some hedge in one company only,
//! which the list says after a colon:
//!
//! - `number`: before a number or an amount (`about a quarter`, `around 20`);
//! - `not-than`: not before `than` (`rather late`, not `rather than`);
//! - `maybe`: as a verb of what may be: without a capital (not the month), before another word, but not before
//!   `not` or `never` (`could not` is mostly ability), `of` (`the might of`), `God` or a pronoun (`may he rest`);
//!   `could` neither after a person's pronoun nor before `have` (`we could`, `could have stopped`: ability);
//! - `not-no`: not after `no` or `of` (`I doubt`, not `no doubt`);
//! - `that`: before `that` or `to` (`assumed that`, not `assumed the role`); `only-that`: before `that` alone
//!   (`it is possible that`, not `made it possible`; `suggested that`, not `suggested a plan`);
//! - `not-ing`: not before a word in `-ing` (`suggests a change`, not `suggested sending troops`);
//! - `degree`: right before another word, and not compared (`fairly large`, not `more fairly`).
//!
//! Checked by hand: of the 102 found in seven State of the Union addresses (1976 to 2019) that had no part in
//! making the rule, 87 hedge (85 %); of the 15 others, seven are `could` of ability. Whose hedge it is, the writer's or a quoted person's, the list doesn't know.

use super::words::{Found, Words};
use crate::sorting::sort_by;

/// In what company a phrase hedges.
#[derive(Clone, Copy, Debug, PartialEq)]
enum When {
    Always,
    BeforeNumber,
    NotThan,
    Maybe,
    NotNo,
    BeforeThat,
    BeforeThatAlone,
    NotIng,
    Degree,
}

/// The list, read.
pub(super) struct Hedges<'l> {
    /// By the first word, then the longest first.
    phrases: Vec<(&'l str, When)>,
    /// By form: where the phrases that start with it begin in `phrases`.
    of_form: Vec<Option<usize>>,
}

impl<'l> Hedges<'l> {
    /// Reads `hedges.txt`: a line is a phrase, a colon and its condition, if it has one.
    pub fn read(list: &'l str, words: &Words) -> Self {
        let mut phrases: Vec<(&str, When)> = list.lines().filter_map(line).collect();
        sort_by(&mut phrases, |a, b| first(a.0).cmp(first(b.0)).then_with(|| b.0.len().cmp(&a.0.len())));
        let of_form = words.forms.iter().map(|form| {
            let at = phrases.partition_point(|phrase| first(phrase.0) < form.key.as_str());
            phrases.get(at).filter(|phrase| first(phrase.0) == form.key).map(|_| at)
        });
        Self { of_form: of_form.collect(), phrases }
    }

    /// The hedges of an article.
    pub fn of(&self, words: &Words, position: usize) -> Vec<Found<'l>> {
        if !words.may_be_english(position) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (tokens, _) in words.sentences(position) {
            let mut token = tokens.start;
            while token < tokens.end {
                let hedge = self.at(words, position, token, tokens.start, tokens.end);
                token += hedge.map_or(1, |hedge| hedge.words);
                found.extend(hedge);
            }
        }
        found
    }

    /// The longest hedge that starts at the token.
    fn at(&self, words: &Words, position: usize, token: usize, start: usize, end: usize) -> Option<Found<'l>> {
        let form = words.selection.index().article_forms(position)[token];
        let from = self.of_form[form as usize]?;
        let opening = first(self.phrases[from].0);
        let phrases = self.phrases[from..].iter().take_while(|phrase| first(phrase.0) == opening);
        for &(phrase, when) in phrases {
            let length = phrase.split(' ').count();
            let mut parts = phrase.split(' ').enumerate();
            let stands = token + length <= end
                && parts.all(|(at, part)| words.form(position, token + at).key == part)
                && (token..token + length - 1).all(|at| words.joined(position, at));
            let after = token + length;
            let next =
                (after < end && words.joined(position, after - 1)).then(|| words.form(position, after).key.as_str());
            let before = (token > start).then(|| words.form(position, token - 1).key.as_str());
            let hedges = match when {
                When::Always => true,
                When::BeforeNumber => next.is_some_and(|next| {
                    is_number(next)
                        || (matches!(next, "a" | "an")
                            && after + 1 < end
                            && is_amount(&words.form(position, after + 1).key))
                }),
                When::NotThan => next != Some("than"),
                When::Maybe => {
                    let ability = phrase == "could"
                        && (next == Some("have") || before.is_some_and(|before| PERSONS.contains(&before)));
                    !words.form(position, token).capital
                        && next.is_some_and(|next| !NOT_AFTER_MAYBE.contains(&next))
                        && !ability
                }
                When::NotNo => !matches!(before, Some("no" | "of")),
                When::BeforeThatAlone => next == Some("that"),
                When::BeforeThat => matches!(next, Some("that" | "to")),
                When::NotIng => !next.is_some_and(|next| next.ends_with("ing")),
                When::Degree => next.is_some() && !matches!(before, Some("more" | "most" | "less" | "as" | "so")),
            };
            if stands && hedges {
                return Some(Found { first: token, words: length, word: phrase });
            }
        }
        None
    }
}

/// Who, right before `could`, is mostly able to do something.
const PERSONS: [&str; 7] = ["i", "he", "she", "we", "you", "they", "who"];

/// What follows `may`, `might` and `could` where they don't hedge.
const NOT_AFTER_MAYBE: [&str; 11] = ["not", "never", "of", "god", "i", "he", "she", "it", "we", "you", "they"];

fn line(line: &str) -> Option<(&str, When)> {
    let (phrase, when) = line.split_once(':')?;
    let when = match when {
        "" => When::Always,
        "number" => When::BeforeNumber,
        "not-than" => When::NotThan,
        "maybe" => When::Maybe,
        "only-that" => When::BeforeThatAlone,
        "not-no" => When::NotNo,
        "that" => When::BeforeThat,
        "not-ing" => When::NotIng,
        "degree" => When::Degree,
        _ => return None,
    };
    Some((phrase, when))
}

fn first(phrase: &str) -> &str {
    phrase.split(' ').next().unwrap_or("")
}

fn is_number(word: &str) -> bool {
    const NUMBERS: [&str; 22] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "half",
    ];
    word.starts_with(|c: char| c.is_numeric()) || NUMBERS.contains(&word)
}

fn is_amount(word: &str) -> bool {
    [
        "quarter", "third", "half", "fifth", "tenth", "dozen", "hundred", "thousand", "million", "billion", "decade",
        "year", "month", "week",
    ]
    .contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let list = include_str!("../../../static/lists/hedges.txt");
        assert!(list.lines().count() > 50);
        for it in list.lines() {
            assert!(line(it).is_some(), "{it}");
        }
    }
}
