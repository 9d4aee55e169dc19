//! Where does a text hedge?
//!
//! A hedge withholds full commitment: `perhaps`, `could`, `it seems`. The list (`static/lists/hedges.txt`)
//! has the words and phrases that Hyland (2005) lists as hedges and the freely licensed package `hedges`
//! holds too, without `would` and `should`, which seldom hedge in news. Some hedge in one company only, which the list says after a colon:
//!
//! - `number`: before a number or an amount (`about a quarter`, `around 20`);
//! - `not-than`: not before `than` (`rather late`, not `rather than`);
//! - `lower`: without a capital (`may`, not the month);
//! - `not-no`: not after `no` (`in doubt`, not `no doubt`);
//! - `that`: before `that` or `to` (`assumed that`, not `assumed the role`);
//! - `not-ing`: not before a word in `-ing` (`suggests a change`, not `suggested sending troops`);
//! - `degree`: right before another word, and not compared (`fairly large`, not `more fairly`).
//!
//! Whose hedge it is, the writer's or a quoted person's, the list doesn't know.

use super::words::{Found, Words};
use crate::sorting::sort_by;

/// In what company a phrase hedges.
#[derive(Clone, Copy, Debug, PartialEq)]
enum When {
    Always,
    BeforeNumber,
    NotThan,
    Lower,
    NotNo,
    BeforeThat,
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
                When::Lower => !words.form(position, token).capital,
                When::NotNo => before != Some("no"),
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

fn line(line: &str) -> Option<(&str, When)> {
    let (phrase, when) = line.split_once(':')?;
    let when = match when {
        "" => When::Always,
        "number" => When::BeforeNumber,
        "not-than" => When::NotThan,
        "lower" => When::Lower,
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
