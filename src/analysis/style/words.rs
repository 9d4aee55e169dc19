//! The words of the articles as the Style view looks at them: by written form, with what a list or a
//! rule needs to know of each, and where a capital is due to the place it stands in.

pub(super) use crate::text::accents::without_accent;
use std::ops::Range;

use crate::analysis::selection::Selection;
use crate::text::{Normaliser, Span, WordOptions, is_stop_word};

/// A written form, looked at once for all of its tokens.
#[derive(Debug)]
pub(in crate::analysis) struct Form {
    /// As word lists have it: lower case, `'` for apostrophes, without possessive; its own spelling.
    pub key: String,
    /// The same with its capitals: `Rutte` of `Rutte’s`.
    pub base: String,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether all of its letters are capitals, two at least: `NATO`.
    pub capitals: bool,
    /// Letters and digits.
    pub letters: u32,
}

/// A run of tokens that a rule or a list has found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::analysis) struct Found<'l> {
    /// The first token, counted from 0 in its article.
    pub first: usize,
    /// How many tokens.
    pub words: usize,
    /// Which word or phrase it is, as tables show it.
    pub word: &'l str,
}

/// The articles that are on, by written forms.
pub(in crate::analysis) struct Words<'s> {
    pub selection: &'s Selection,
    pub forms: Vec<Form>,
}

impl<'s> Words<'s> {
    pub fn new(selection: &'s Selection) -> Self {
        let index = selection.index();
        // `keep_acronyms` keeps `US` from being the word `us`.
        let options = WordOptions { merge_spellings: false, ..WordOptions::default() };
        let as_listed = Normaliser::new(options);
        let with_capitals = Normaliser::new(WordOptions { fold_case: false, ..options });
        let forms = (0..index.forms() as u32)
            .map(|form| {
                let written = index.form(form);
                let letters = || written.chars().filter(|c| c.is_alphabetic());
                Form {
                    key: as_listed.term(written, false),
                    base: with_capitals.term(written, false),
                    capital: written.chars().next().is_some_and(char::is_uppercase),
                    capitals: letters().count() > 1 && letters().all(char::is_uppercase),
                    letters: written.chars().filter(|c| c.is_alphanumeric()).count() as u32,
                }
            })
            .collect();
        Self { selection, forms }
    }

    /// How many articles are on.
    pub fn articles(&self) -> usize {
        self.selection.on().len()
    }

    /// Whether an article may be read as English, for which the word lists are made: in another language nothing
    /// of theirs is found, for what looks like an English word there isn't one.
    pub fn may_be_english(&self, position: usize) -> bool {
        self.selection.articles()[self.selection.on()[position] as usize].may_be_english()
    }

    /// The article's text.
    pub fn text(&self, position: usize) -> &'s str {
        self.selection
            .on()
            .get(position)
            .and_then(|&article| self.selection.articles().get(article as usize))
            .map_or("", |article| article.text.as_str())
    }

    /// The form of a token; `token` is one of the article.
    pub fn form(&self, position: usize, token: usize) -> &Form {
        &self.forms[self.selection.index().article_forms(position)[token] as usize]
    }

    /// Where the token stands.
    pub fn span(&self, position: usize, token: usize) -> Span {
        self.selection.index().token_span(position, token)
    }

    /// What stands between the token and the next; empty after the last.
    pub fn gap(&self, position: usize, token: usize) -> &'s str {
        let next = self.span(position, token + 1);
        Span::new(self.span(position, token).end, next.start).of(self.text(position))
    }

    /// Whether nothing but white space stands between the token and the next.
    pub fn joined(&self, position: usize, token: usize) -> bool {
        let gap = self.gap(position, token);
        !gap.is_empty() && gap.chars().all(char::is_whitespace)
    }

    /// The sentences of an article: their tokens and where they stand.
    pub fn sentences(&self, position: usize) -> impl Iterator<Item = (Range<usize>, Span)> {
        let index = self.selection.index();
        let starts = index.sentence_starts(position);
        let tokens = index.article_size(position);
        index.sentence_spans(position).iter().enumerate().map(move |(number, &span)| {
            let end = starts.get(number + 1).map_or(tokens, |&start| start as usize);
            (starts[number] as usize..end, span)
        })
    }

    /// Where capitals say nothing: which tokens of the sentence have theirs, if any, from the place they
    /// stand in. That is the first word, one after an opening quotation mark or a colon, and every word
    /// of a headline, for these may be set in capitals throughout.
    pub fn placed(&self, position: usize, tokens: &Range<usize>, span: Span) -> Vec<bool> {
        let text = self.text(position);
        let heading = self.is_heading(position, tokens, span.of(text));
        tokens
            .clone()
            .map(|token| heading || token == tokens.start || opens(self.gap(position, token.saturating_sub(1))))
            .collect()
    }

    /// Whether the sentence is set like a headline: no full stop, and most longer words with a capital.
    fn is_heading(&self, position: usize, tokens: &Range<usize>, sentence: &str) -> bool {
        if sentence.ends_with(['.', '!', '?', '…', '"', '”', '’', '\'', ')']) && !all_in_capitals(sentence) {
            return false;
        }
        let long = tokens.clone().map(|token| self.form(position, token)).filter(|form| form.letters >= 4);
        let (mut all, mut capital) = (0, 0);
        for form in long {
            all += 1;
            capital += usize::from(form.capital);
        }
        2 * capital > all
    }
}

fn all_in_capitals(sentence: &str) -> bool {
    !sentence.chars().any(char::is_lowercase)
}

/// Whether the gap before a word lets it start with a capital: an opening quotation mark, bracket or colon.
fn opens(gap: &str) -> bool {
    let mut marks = gap.chars().rev().filter(|c| !c.is_whitespace());
    match marks.next() {
        Some('“' | '‘' | '„' | '«' | '(' | '[' | ':' | '–' | '—') => true,
        // A straight mark opens where white space or nothing stands before it.
        Some('"' | '\'') => {
            let before = gap.trim_end().trim_end_matches(['"', '\'']);
            gap.ends_with(['"', '\'']) && (before.is_empty() || before.ends_with(char::is_whitespace))
        }
        _ => false,
    }
}

/// Whether a word, in lower case, is a function word: never a name by its capital alone.
pub(super) fn is_function_word(key: &str) -> bool {
    is_stop_word(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_may_be_due_to_its_place() {
        for gap in [" “", " \"", ": ", " (", "— ", "\""] {
            assert!(opens(gap), "{gap:?}");
        }
        for gap in [" ", ", ", "” ", "\" ", "’ ", "", ") "] {
            assert!(!opens(gap), "{gap:?}");
        }
    }

    #[test]
    fn accents_go_and_nothing_else() {
        let plain: String = "türkiye nicușor dan 北京 x".chars().map(without_accent).collect();
        assert_eq!(plain, "turkiye nicusor dan 北京 x");
    }
}
