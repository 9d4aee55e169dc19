//! A text as the rules for names look at it: sentences of words, compounds in their parts (`Russia-Ukraine`).

use crate::analysis::quotations::frame::{Gap, gap};
use crate::analysis::quotations::lexicon::{Form, ReportingWords, Sort, SpeakerWords};
use crate::text::{Span, WordOptions, sentences, tokens};

/// A word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it stands, without its possessive.
    pub span: Span,
    /// In lower case, with `'` for apostrophes, without its possessive.
    pub lower: String,
    pub capital: bool,
    /// Two letters or more, none of them small.
    pub capitals: bool,
    pub possessive: bool,
    pub sort: Sort,
    /// What stands before it.
    pub gap: Gap,
    /// Whether a hyphen joins it to the word before.
    pub glued: bool,
    /// Whether a quotation mark or a colon stands right before it, so that its place may ask for a capital.
    pub opens: bool,
    /// Whether it reports speech here, as far as its letters show.
    pub says: bool,
}

impl Word {
    pub fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// The number that it is.
    pub fn number(&self) -> Option<u32> {
        let digits = self.lower.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
        let all = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        (all && (digits.len() == self.lower.len() || digits.len() < 3)).then(|| digits.parse().ok()).flatten()
    }

    /// Whether only a blank, or nothing that divides, stands before it.
    pub fn follows(&self) -> bool {
        self.gap == Gap::Space
    }
}

/// A sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    /// Its words, by number.
    pub start: usize,
    pub end: usize,
    /// Whether capitals say nothing in it: a heading with a capital at every word, or a line in capitals.
    pub titled: bool,
    /// Whether it is all in capitals.
    pub shouted: bool,
}

/// The words and sentences.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    pub words: Vec<Word>,
    pub sentences: Vec<Sentence>,
}

impl Reading {
    pub fn new(text: &str, speakers: &SpeakerWords, verbs: &ReportingWords) -> Self {
        let options = WordOptions { join_hyphens: false, keep_numbers: true, ..WordOptions::default() };
        let all = tokens(text, &options);
        let mut reading = Self::default();
        let mut next = 0;
        for bound in sentences(text) {
            let start = reading.words.len();
            let mut before = bound.start;
            while let Some(token) = all.get(next).filter(|token| token.end <= bound.end) {
                let first = reading.words.len() == start;
                let between = text.get(before.min(token.start) as usize..token.start as usize).unwrap_or("");
                reading.words.push(word(text, *token, between, first, speakers));
                before = token.end;
                next += 1;
            }
            let end = reading.words.len();
            let words = &reading.words[start..end];
            let long = |word: &&Word| word.lower.chars().count() > 3 && word.lower.chars().any(char::is_alphabetic);
            let (capital, of) = (
                words.iter().skip(1).filter(long).filter(|it| it.capital).count(),
                words.iter().skip(1).filter(long).count(),
            );
            let shouted = words.len() > 2 && !bound.of(text).chars().any(char::is_lowercase);
            let whole = bound.of(text).trim_end();
            let ends = whole.ends_with(['.', '!', '?', '…', '”', '"']);
            let titled = shouted || !ends && of > 1 && capital * 3 >= of * 2;
            reading.sentences.push(Sentence { start, end, titled, shouted });
        }
        for at in 0..reading.words.len() {
            let words = &reading.words;
            let lower = |by: usize| {
                let it = words.get(at + by)?;
                (by == 0 || it.follows()).then_some(it.lower.as_str())
            };
            let says = !words[at].possessive
                && verbs.at(lower, false).is_some_and(|it| matches!(it.2, Form::Past | Form::Third));
            reading.words[at].says = says && !reading.words[at].capital;
        }
        reading
    }

    /// The text of words `start..end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        match (self.words.get(start), end.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end.max(first.span.start)),
            _ => Span::default(),
        }
    }
}

fn word(text: &str, token: Span, between: &str, first: bool, speakers: &SpeakerWords) -> Word {
    let written = token.of(text);
    let mut lower = written.to_lowercase().replace('’', "'");
    let mut span = token;
    let mut possessive = false;
    if lower.ends_with("'s") && lower.len() > 2 {
        possessive = true;
        lower.truncate(lower.len() - 2);
        let mark = written.chars().rev().nth(1).map_or(1, char::len_utf8);
        span = Span::new(token.start, token.end - 1 - mark as u32);
    } else if lower.ends_with('s') {
        let after = text.get(token.end as usize..).unwrap_or("");
        possessive = after.strip_prefix(['’', '\'']).is_some_and(|rest| rest.starts_with(' '));
    }
    let marks = |c: char| matches!(c, '“' | '”' | '"' | '«' | '»' | '„' | '‘' | '‹' | '›');
    let quoted = !first && (between.contains(marks) || between.contains(" '") || between.contains("' "));
    let gap = if quoted { Gap::Aside } else { gap(between, first) };
    let bare = span.of(text);
    let mut letters = bare.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().nth(1).is_some() && letters.all(|c| !c.is_lowercase());
    Word {
        span,
        capital: bare.starts_with(char::is_uppercase),
        capitals,
        sort: speakers.sort(&lower),
        lower,
        possessive,
        gap,
        opens: between.ends_with(|c: char| marks(c) || matches!(c, '\'' | '(' | '[')) || between.contains(':'),
        glued: !first && matches!(between, "-" | "‑" | "‐"),
        says: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Reading {
        Reading::new(
            text,
            &SpeakerWords::read(include_str!("../../../static/lists/speakers.txt")),
            &ReportingWords::read(include_str!("../../../static/lists/reporting.txt")),
        )
    }

    #[test]
    fn compounds_fall_apart_and_possessives_are_set_aside() {
        let text = "The Russia-Ukraine war and NATO’s plan, he said. “Talks” ‘Rutte said.";
        let reading = read(text);
        let words: Vec<(&str, bool)> = reading.words.iter().map(|it| (it.span.of(text), it.glued)).collect();
        assert_eq!(words[1..3], [("Russia", false), ("Ukraine", true)]);
        assert!(words.contains(&("NATO", false)) && reading.words[5].possessive && reading.words[5].capitals);
        assert!(reading.words.iter().any(|it| it.says));
        assert_eq!(reading.words.last().map(|it| it.says), Some(true));
    }

    #[test]
    fn headings_with_a_capital_at_every_word_are_told() {
        let titled = |text: &str| read(text).sentences[0].titled;
        assert!(titled("Rutte’s Firm Stance on Collective Security"));
        assert!(titled("TRUMP MEETS PUTIN IN ALASKA"));
        assert!(!titled("Cooperation against Russia"));
        assert!(!titled("Mark Rutte met Donald Trump in Washington."));
    }

    #[test]
    fn numbers_with_their_endings() {
        let reading = read("5th 2025 21st 3,500 x1 1990s 12345");
        let numbers: Vec<Option<u32>> = reading.words.iter().map(Word::number).collect();
        assert_eq!(numbers, [Some(5), Some(2025), Some(21), None, None, None, None]);
    }
}
