//! A text as the rules look at it: sentences of words, in which a quotation is one word.
//!
//! What stands between quotation marks is blanked, so that no sentence ends within it and no word of it
//! is taken for the writer's.

use super::lexicon::{Form, ReportingWords, Sort, SpeakerWords};
use super::marks::Marked;
use crate::text::{Span, WordOptions, sentences, tokens};

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Gap {
    /// White space, or a mark that divides nothing.
    Space,
    Comma,
    Colon,
    /// A semicolon, or nothing: the word is the first of its sentence.
    Break,
    /// A bracket, an ellipsis, or another mark.
    Aside,
    /// A dash.
    Dash,
}

/// A word, or a whole quotation.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub span: Span,
    /// In lower case, with `'` for apostrophes, without its possessive.
    pub lower: String,
    pub capital: bool,
    pub possessive: bool,
    pub sort: Sort,
    /// What stands before it.
    pub gap: Gap,
    /// The place of the quotation that it is, in the list of marks.
    pub quotation: Option<usize>,
    /// The reporting verb that starts here: entry, words, form.
    pub verb: Option<(usize, usize, Form)>,
}

impl Word {
    pub fn is(&self, words: &[&str]) -> bool {
        self.quotation.is_none() && words.contains(&self.lower.as_str())
    }
}

/// A sentence of the writer's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    /// Its words, by number.
    pub start: usize,
    pub end: usize,
    pub span: Span,
    /// Whether it is the first of its paragraph, and the last.
    pub opens: bool,
    pub closes: bool,
    /// Whether it ends with a colon.
    pub colon: bool,
    /// Whether it is set like a headline: without a full stop, a paragraph by itself.
    pub heading: bool,
}

/// The words and sentences.
#[derive(Debug)]
pub(super) struct Frame {
    pub words: Vec<Word>,
    pub sentences: Vec<Sentence>,
}

impl Frame {
    /// The frame of `region` of a text, in which the quotations `outer`, by their places in `marks`, are one word each.
    pub fn new(
        text: &str,
        region: Span,
        marks: &[Marked],
        outer: &[usize],
        verbs: &ReportingWords,
        speakers: &SpeakerWords,
    ) -> Self {
        let base = region.start;
        let blank = blanked(region.of(text), base, marks, outer);
        let mut frame = Self { words: Vec::new(), sentences: Vec::new() };
        let options = WordOptions { join_hyphens: true, keep_numbers: true, ..WordOptions::default() };
        let all = tokens(&blank, &options);
        let bounds = sentences(&blank);
        let (mut next, mut quotation) = (0, 0);
        for (number, bound) in bounds.iter().enumerate() {
            let start = frame.words.len();
            let mut before = bound.start as usize;
            while let Some(token) = all.get(next).filter(|token| token.end <= bound.end) {
                while outer.get(quotation).is_some_and(|&at| marks[at].outer.end <= base + token.start) {
                    quotation += 1;
                }
                let quoted = outer.get(quotation).copied().filter(|&at| marks[at].outer.start <= base + token.start);
                let gap = gap(blank.get(before..token.start as usize).unwrap_or(""), frame.words.len() == start);
                frame.words.push(word(text, Span::new(base + token.start, base + token.end), gap, quoted, speakers));
                before = token.end as usize;
                next += 1;
            }
            // The bare apostrophe of `allies’` is no part of its word.
            let end = frame.words.len();
            let whole = bound.of(&blank).trim_end();
            let between = |a: Span, b: Span| blank.get(a.end as usize..b.start as usize).unwrap_or("");
            let opens = number == 0 || between(bounds[number - 1], *bound).contains(LINE_ENDS);
            let closes = bounds.get(number + 1).is_none_or(|after| between(*bound, *after).contains(LINE_ENDS))
                || whole.len() < bound.of(&blank).len() && bound.of(&blank).ends_with(LINE_ENDS);
            let opens = opens || number > 0 && bounds[number - 1].of(&blank).ends_with(LINE_ENDS);
            frame.sentences.push(Sentence {
                start,
                end,
                span: Span::new(base + bound.start, base + bound.start + whole.len() as u32),
                opens,
                closes,
                colon: whole.ends_with(':'),
                heading: opens && closes && !whole.ends_with(['.', '!', '?', '…', ':', '”', '"', ',', ';']),
            });
        }
        frame.find_verbs(verbs);
        frame
    }

    fn find_verbs(&mut self, verbs: &ReportingWords) {
        for at in 0..self.words.len() {
            let end = self.words.len();
            let words = &self.words;
            let word = |by: usize| {
                let it = words.get(at + by).filter(|it| it.quotation.is_none())?;
                (by == 0 || at + by < end && it.gap == Gap::Space).then_some(it.lower.as_str())
            };
            let found = verbs
                .at(word, false)
                .filter(|it| !(words[at].possessive || words[at].capital && it.2 != Form::Ing && !self.starts(at)));
            self.words[at].verb = found;
        }
    }

    /// Whether the word is the first of a sentence.
    fn starts(&self, at: usize) -> bool {
        self.sentences.binary_search_by(|sentence| sentence.start.cmp(&at)).is_ok() || at == 0
    }

    /// The text of words `start..end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        match (self.words.get(start), end.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }
}

const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The text with a made-up word of the same length, and the same last mark, in place of each quotation.
fn blanked(text: &str, base: u32, marks: &[Marked], outer: &[usize]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for mark in outer.iter().map(|&at| &marks[at]) {
        let (start, end) = ((mark.inner.start - base) as usize, (mark.inner.end - base) as usize);
        let Some(words) = text.get(start..end).filter(|_| start >= done) else { continue };
        out.push_str(text.get(done..start).unwrap_or(""));
        let last = words.chars().next_back().filter(|c| ".,!?;:…".contains(*c));
        let length = words.len() - last.map_or(0, char::len_utf8);
        let capital = words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
        for at in 0..length {
            out.push(if at == 0 && capital { 'X' } else { 'x' });
        }
        out.extend(last);
        done = end;
    }
    out.push_str(text.get(done..).unwrap_or(""));
    out
}

/// What stands between two words.
pub(in crate::analysis) fn gap(between: &str, first: bool) -> Gap {
    if first {
        return Gap::Break;
    }
    let mut gap = Gap::Space;
    for c in between.chars() {
        match c {
            '–' | '—' | '―' => gap = Gap::Dash,
            ';' => gap = Gap::Break,
            // A full stop within a sentence is an abbreviation's.
            '(' | ')' | '[' | ']' | '!' | '?' | '…' | '/' | '|' => {
                gap = if gap == Gap::Space { Gap::Aside } else { gap }
            }
            ':' => gap = Gap::Colon,
            ',' => gap = if gap == Gap::Space { Gap::Comma } else { gap },
            _ => {}
        }
    }
    // A hyphen with white space on both sides stands for a dash.
    if gap == Gap::Space && between.contains(" - ") { Gap::Dash } else { gap }
}

fn word(text: &str, span: Span, gap: Gap, quotation: Option<usize>, speakers: &SpeakerWords) -> Word {
    let written = span.of(text);
    let mut lower = if quotation.is_some() { String::new() } else { written.to_lowercase().replace('’', "'") };
    let mut possessive = false;
    if let Some(bare) = lower.strip_suffix("'s") {
        possessive = true;
        lower.truncate(bare.len());
    }
    // `allies’ plan`: the mark stands after the word.
    if lower.ends_with('s') && quotation.is_none() {
        let after = text.get(span.end as usize..).unwrap_or("");
        possessive |= after.strip_prefix(['’', '\'']).is_some_and(|rest| rest.starts_with(' '));
    }
    let sort = if quotation.is_some() { Sort::default() } else { speakers.sort(&lower) };
    Word { span, capital: written.starts_with(char::is_uppercase), lower, possessive, sort, gap, quotation, verb: None }
}
