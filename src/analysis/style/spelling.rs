//! Which spellings of a text are British, which American?
//!
//! `static/lists/varieties.txt` has the words that one of the two spells in a way the other doesn't
//! (`defence`, `defense`). A spelling that is English on both sides in some sense (`program`, `check`)
//! says nothing and isn't listed. `-ize` is American, and British too in the style of Oxford: such words
//! are counted as American and marked. Parts of compounds count (`defense-industrial`); names don't,
//! for they keep their spelling everywhere (`the Defense Department`).

use serde::{Deserialize, Serialize};

use super::names::Names;
use super::words::{Found, Words};

/// Whose spelling it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Variety {
    /// British: `defence`.
    British,
    /// American: `defense`.
    American,
    /// American, and British in the style of Oxford: `organize`.
    AmericanOrOxford,
}

/// A line of the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelt<'l> {
    pub word: &'l str,
    pub variety: Variety,
    /// How the other side spells it.
    pub other: &'l str,
}

/// The spellings of the articles.
pub(super) struct Spellings<'l> {
    /// By form: the line of the list.
    of_form: Vec<Option<Spelt<'l>>>,
}

impl<'l> Spellings<'l> {
    /// Looks the forms up in the list, whose lines `word variety other` ascend by word.
    pub fn read(list: &'l str, words: &Words) -> Self {
        let lines: Vec<Spelt> = list.lines().filter_map(line).collect();
        let find = |word: &str| lines.binary_search_by(|line| line.word.cmp(word)).ok().map(|at| lines[at]);
        let of_form = words.forms.iter().map(|form| find(&form.key).or_else(|| form.key.split('-').find_map(find)));
        Self { of_form: of_form.collect() }
    }

    /// The words of an article that are spelt in one variety only.
    pub fn of(&self, words: &Words, names: &Names, position: usize) -> Vec<(Found<'l>, Spelt<'l>)> {
        if !words.may_be_english(position) {
            return Vec::new();
        }
        let article = words.selection.index().article_forms(position);
        let listed = |form: u32| self.of_form[form as usize];
        unnamed(words, names, position)
            .filter_map(|token| listed(article[token]).map(|it| (Found { first: token, words: 1, word: it.word }, it)))
            .collect()
    }
}

/// The tokens of an article that are no part of a name: without a capital, or with one that is due to
/// the place the word stands in.
pub(super) fn unnamed(words: &Words, names: &Names, position: usize) -> impl Iterator<Item = usize> {
    let article = words.selection.index().article_forms(position);
    words.sentences(position).flat_map(move |(tokens, span)| {
        let capital = |token: usize| words.forms[article[token] as usize].capital;
        let placed = match tokens.clone().any(capital) {
            true => words.placed(position, &tokens, span),
            false => vec![false; tokens.len()],
        };
        tokens
            .zip(placed)
            .filter(move |&(token, placed)| !capital(token) || (placed && !names.is_name(article[token])))
            .map(|(token, _)| token)
            .collect::<Vec<_>>()
    })
}

fn line(line: &str) -> Option<Spelt<'_>> {
    let mut fields = line.split(' ');
    let (word, variety, other) = (fields.next()?, fields.next()?, fields.next()?);
    let variety = match variety {
        "b" => Variety::British,
        "a" => Variety::American,
        "o" => Variety::AmericanOrOxford,
        _ => return None,
    };
    Some(Spelt { word, variety, other })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_ascends_and_every_line_is_read() {
        let list = include_str!("../../../static/lists/varieties.txt");
        let lines: Vec<Spelt> = list.lines().map(|it| line(it).expect(it)).collect();
        assert!(lines.windows(2).all(|pair| pair[0].word < pair[1].word));
        let of = |word: &str| lines.iter().find(|line| line.word == word).map(|line| (line.variety, line.other));
        assert_eq!(of("defence"), Some((Variety::British, "defense")));
        assert_eq!(of("defense"), Some((Variety::American, "defence")));
        assert_eq!(of("emphasized"), Some((Variety::AmericanOrOxford, "emphasised")));
        assert_eq!(of("program"), None);
        assert_eq!(of("check"), None);
    }
}
