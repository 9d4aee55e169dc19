//! Which words of a text are rated pleasant, which unpleasant?
//!
//! The lexicon of VADER (Hutto & Gilbert 2014; `static/lists/tone.txt`) gives words the mean rating of
//! ten people, from -4 (most unpleasant) to 4; those rated less than 1 from neutral are left out. Words are looked up as written; the adjustments
//! of VADER itself (capitals, `very`, `but`) are not made, with one exception: a word with a negation
//! among the three words before it in its sentence (`not`, `no`, `never`, `without`, `-n't` ...) is
//! counted apart, as neither, and the negation itself isn't rated. `not only` is none. Words of names are left out: `United States` is not united.
//!
//! It is a count of words, not a reading: `attack`, `threat` and `war` are unpleasant whoever speaks of
//! them and why, a quoted person's words count like the writer's, and irony isn't seen. In a corpus on
//! defence most of it is subject matter.

use super::names::Names;
use super::spelling::unnamed;
use super::words::{Found, Words};

/// A word's rating and how it is used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rated {
    /// From -4 to 4, never 0.
    pub rating: f64,
    /// Whether a negation stands among the three words before.
    pub negated: bool,
}

/// The ratings of the articles' forms.
pub(super) struct Tone<'l> {
    of_form: Vec<Option<(&'l str, f64)>>,
    negates: Vec<bool>,
}

const NEGATIONS: [&str; 12] =
    ["not", "no", "never", "nor", "neither", "none", "nobody", "nothing", "without", "cannot", "hardly", "nowhere"];

/// How many words a negation reaches over.
const REACH: usize = 3;

impl<'l> Tone<'l> {
    /// Reads `tone.txt`: lines of a word and its rating, ascending by word.
    pub fn read(list: &'l str, words: &Words) -> Self {
        let lines: Vec<(&str, f64)> = list.lines().filter_map(line).collect();
        let find = |key: &str| if is_negation(key) { None } else { find_line(&lines, key) };
        Self {
            of_form: words.forms.iter().map(|form| find(&form.key)).collect(),
            negates: words.forms.iter().map(|form| is_negation(&form.key)).collect(),
        }
    }

    /// The rated words of an article.
    pub fn of(&self, words: &Words, names: &Names, position: usize) -> Vec<(Found<'l>, Rated)> {
        if !words.may_be_english(position) {
            return Vec::new();
        }
        let index = words.selection.index();
        let article = index.article_forms(position);
        let starts = index.sentence_starts(position);
        let mut found = Vec::new();
        for token in unnamed(words, names, position) {
            let Some((word, rating)) = self.of_form[article[token] as usize] else { continue };
            let sentence = starts[..starts.partition_point(|&start| start as usize <= token)].last();
            let from = token.saturating_sub(REACH).max(sentence.map_or(0, |&start| start as usize));
            let negated = (from..token).any(|before| {
                self.negates[article[before] as usize]
                    && !matches!(words.form(position, before + 1).key.as_str(), "only" | "just" | "merely")
            });
            found.push((Found { first: token, words: 1, word }, Rated { rating, negated }));
        }
        found
    }
}

fn is_negation(key: &str) -> bool {
    NEGATIONS.contains(&key) || key.ends_with("n't")
}

fn find_line<'l>(lines: &[(&'l str, f64)], key: &str) -> Option<(&'l str, f64)> {
    lines.binary_search_by(|line| line.0.cmp(key)).ok().map(|at| lines[at])
}

fn line(line: &str) -> Option<(&str, f64)> {
    let (word, rating) = line.rsplit_once(' ')?;
    rating.parse().ok().filter(|&rating: &f64| rating != 0.0 && rating.is_finite()).map(|rating| (word, rating))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_within_bounds() {
        let list = include_str!("../../../static/lists/tone.txt");
        let lines: Vec<(&str, f64)> = list.lines().map(|it| line(it).expect(it)).collect();
        assert!(lines.len() > 5000);
        assert!(lines.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(lines.iter().all(|(_, rating)| (1.0..=4.0).contains(&rating.abs())));
        let of = |word: &str| lines.iter().find(|line| line.0 == word).map(|line| line.1);
        assert_eq!(of("war"), Some(-2.9));
        assert_eq!(of("strong"), Some(2.3));
    }
}
