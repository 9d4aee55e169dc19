//! Plain English for findings: numbers in words, lists, sentences made of pieces.

use super::finding::{Counted, Piece};
use super::marked::Marking;
use crate::digits::grouped;

/// A sentence in the making.
#[derive(Debug, Default)]
pub(super) struct Prose {
    pieces: Vec<Piece>,
}

impl Prose {
    /// Adds plain words; blanks are the caller's.
    pub fn text(&mut self, words: &str) -> &mut Self {
        if words.is_empty() {
            return self;
        }
        if let Some(Piece::Text(last)) = self.pieces.last_mut() {
            last.push_str(words);
        } else {
            self.pieces.push(Piece::Text(words.to_owned()));
        }
        self
    }

    /// Adds an article, by its number in the corpus.
    pub fn article(&mut self, article: u32) -> &mut Self {
        self.pieces.push(Piece::Article(article));
        self
    }

    /// Adds a word or n-gram that leads to its evidence.
    pub fn term(&mut self, term: &str, article: Option<u32>) -> &mut Self {
        self.pieces.push(Piece::Term { term: term.to_owned(), article, written: term.to_owned() });
        self
    }

    /// Adds a word or n-gram that leads to its places in an article, or in all, as it is to be read here.
    #[inline]
    pub fn written(&mut self, written: String, term: String, article: Option<u32>) -> &mut Self {
        self.pieces.push(Piece::Term { term, article, written });
        self
    }

    /// Adds a number that leads to the places of a word.
    pub fn count(&mut self, text: &str, term: &str, article: Option<u32>) -> &mut Self {
        self.number(text, Counted::Term(term.to_owned(), article))
    }

    /// Adds a number that leads to the places of a word beginning with `first`, the first article of
    /// those counted that has it; where none is known it leads nowhere.
    pub fn count_elsewhere(&mut self, text: &str, term: &str, first: Option<u32>) -> &mut Self {
        match first {
            Some(first) => self.number(text, Counted::Elsewhere(term.to_owned(), first)),
            None => self.text(text),
        }
    }

    /// Adds a number that leads to what is marked in an article, or in all.
    pub fn size(&mut self, text: &str, marking: Marking, article: Option<u32>) -> &mut Self {
        self.number(text, Counted::Marked(marking, article))
    }

    /// Adds a number of things, of which the number leads to what it was counted from; of none it leads nowhere.
    pub fn things(&mut self, n: u32, one: &str, many: &str, of: Counted) -> &mut Self {
        let (said, noun) = (number(n), if n == 1 { one } else { many });
        match n {
            0 => self.text(&said),
            _ => self.number(&said, of),
        };
        self.text(" ").text(noun)
    }

    /// Adds a number that leads to what it was counted from.
    pub fn number(&mut self, text: &str, of: Counted) -> &mut Self {
        self.pieces.push(Piece::Number { text: text.to_owned(), of });
        self
    }

    /// Adds what stands between item `at` and the one before it in a list of `of`: nothing, a comma,
    /// or the `last` conjunction.
    fn between(&mut self, at: usize, of: usize, last: &str) -> &mut Self {
        match at {
            0 => self,
            _ if at + 1 == of => self.text(" ").text(last).text(" "),
            _ => self.text(", "),
        }
    }

    /// Adds articles as a list, with `and` or `or` before the last.
    pub fn articles(&mut self, articles: &[u32], last: &str) -> &mut Self {
        for (at, &article) in articles.iter().enumerate() {
            self.between(at, articles.len(), last).article(article);
        }
        self
    }

    /// Adds words as a list; each leads to its places in all articles.
    pub fn terms(&mut self, terms: &[&str]) -> &mut Self {
        for (at, term) in terms.iter().enumerate() {
            self.between(at, terms.len(), "and").term(term, None);
        }
        self
    }

    /// The pieces.
    pub fn done(self) -> Vec<Piece> {
        self.pieces
    }
}

const WORDS: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// A number of things in words up to twelve, in figures above: `no`, `five`, `1,204`.
pub(super) fn number(n: u32) -> String {
    WORDS.get(n as usize).map_or_else(|| figures(n), |word| (*word).to_owned())
}

/// A number in figures, with commas between thousands.
pub(super) fn figures(n: u32) -> String {
    grouped(u64::from(n))
}

/// A number of things with its noun: `one article`, `five articles`, `no articles`.
pub(super) fn things(n: u32, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// How often: `once`, `twice`, `6 times`, `never`.
pub(super) fn times(n: u32) -> String {
    match n {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{} times", figures(n)),
    }
}

/// With a capital at its start.
pub(super) fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

/// A value with two decimals, as prose gives it.
pub(super) fn decimals(value: f64) -> String {
    format!("{value:.2}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!(number(0), "no");
        assert_eq!(number(12), "twelve");
        assert_eq!(number(13), "13");
        assert_eq!(figures(999), "999");
        assert_eq!(figures(1000), "1,000");
        assert_eq!(figures(u32::MAX), "4,294,967,295");
        assert_eq!(times(1), "once");
        assert_eq!(times(2), "twice");
        assert_eq!(times(1200), "1,200 times");
        assert_eq!(things(1, "article", "articles"), "one article");
        assert_eq!(things(0, "article", "articles"), "no articles");
        assert_eq!(capital("five articles"), "Five articles");
        assert_eq!(capital(""), "");
    }

    #[test]
    fn a_list_has_commas_and_one_and() {
        let said = |n: u32| {
            let mut prose = Prose::default();
            prose.articles(&(0..n).collect::<Vec<_>>(), "and");
            prose
                .done()
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) | Piece::Number { text, .. } => text.clone(),
                    Piece::Article(article) => article.to_string(),
                    Piece::Term { written, .. } => written.clone(),
                })
                .collect::<String>()
        };
        assert_eq!(said(0), "");
        assert_eq!(said(1), "0");
        assert_eq!(said(2), "0 and 1");
        assert_eq!(said(4), "0, 1, 2 and 3");
    }
}
