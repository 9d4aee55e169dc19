//! The wordings of one utterance or passage beside each other, as in a critical apparatus.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::alignment::align;
use super::columns::Columns;
use super::differences::{Change, Difference, Wording, differences};
use super::scoring::SCORING;
use super::stretch::Stretch;
use crate::analysis::Selection;
use crate::text::Span;

/// How a stretch of a wording stands to the others: of a word that several wordings have in the same
/// place, the same in each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// What lies around the wording: the rest of its sentence, or between its parts.
    Around,
    /// As many of the others have these words in this place, and the rest nothing for them.
    Shared(u32),
    /// Another wording has other words in this place.
    Otherwise,
}

/// A piece of a wording as its article writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingPiece {
    /// How it stands to the others.
    pub mark: Mark,
    /// Its text, white space as a single blank.
    pub text: String,
}

/// A place where a wording reads otherwise than the base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The difference.
    pub difference: Difference,
    /// What the base has; of sentences joined or divided, the words that meet there.
    pub base: String,
    /// What the wording has.
    pub other: String,
    /// Where the wording's words stand, or would stand.
    pub span: Span,
    /// Where the base's do.
    pub base_span: Span,
}

/// One wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wordings {
    /// Number of the article.
    pub article: u32,
    /// The stretch's parts.
    pub spans: Vec<Span>,
    /// Which of the units it was made from: a quotation's number, a passage's.
    pub unit: u32,
    /// Number of the paragraph it starts in, from 1.
    pub paragraph: u32,
    /// How many words it has.
    pub words: u32,
    /// How many of them stand beside the same word of the base; of the base all.
    pub same: u32,
    /// Its text from the start of the sentence to its end, in pieces.
    pub pieces: Vec<ReadingPiece>,
    /// What differs, in order; nothing of the base.
    pub readings: Vec<Reading>,
}

/// All wordings; the base comes first.
#[must_use]
pub fn apparatus(selection: &Selection, stretches: &[Stretch], cluster: &[u32]) -> Vec<Wordings> {
    let Some((&base_number, others)) = cluster.split_first() else { return Vec::new() };
    let base = &stretches[base_number as usize];
    let base_wording = base.wording(selection);
    let mut columns = Columns::of(&base_wording.words);
    let mut rows = Vec::with_capacity(others.len());
    for &number in others {
        let wording = stretches[number as usize].wording(selection);
        let changes = changes(&base_wording, &wording);
        let places = columns.add(&wording.words, &changes);
        rows.push((number, changes, places));
    }
    let view = View::of(selection, base);
    let own: Vec<u32> = (0..base_wording.words.len() as u32).collect();
    let pieces = view.pieces(&columns.marks(&own));
    let mut shown = vec![Wordings { same: own.len() as u32, pieces, ..view.wordings(base_number) }];
    for (number, changes, places) in rows {
        let other = View::of(selection, &stretches[number as usize]);
        let same = changes.iter().filter(|change| change.difference == Difference::Same);
        shown.push(Wordings {
            same: same.map(|change| change.b.len() as u32).sum(),
            pieces: other.pieces(&columns.marks(&places)),
            readings: readings(&view, &other, &changes),
            ..other.wordings(number)
        });
    }
    shown
}

/// What differs between a base and another wording; all of it, where they have no word in common.
fn changes(base: &Wording, other: &Wording) -> Vec<Change> {
    align(&base.words, &other.words, &SCORING).map_or_else(
        || {
            let (a, b) = (0..base.words.len(), 0..other.words.len());
            vec![Change { difference: Difference::Substituted, a, b }]
        },
        |alignment| differences(base, other, &alignment),
    )
}

/// What differs, place by place.
fn readings(base: &View, other: &View, changes: &[Change]) -> Vec<Reading> {
    let words = |change: &Change| !matches!(change.difference, Difference::Joined | Difference::Divided);
    let reading = |mut change: Change| {
        // Where sentences are joined or divided, the words that meet there are shown.
        if !words(&change) {
            change.a = change.a.start.saturating_sub(1)..change.a.end + 1;
            change.b = change.b.start.saturating_sub(1)..change.b.end + 1;
        }
        Reading {
            difference: change.difference,
            base: base.words(&change.a),
            other: other.words(&change.b),
            span: other.place(&change.b),
            base_span: base.place(&change.a),
        }
    };
    changes.iter().filter(|change| change.difference != Difference::Same).cloned().map(reading).collect()
}

/// A stretch with its text.
struct View<'s> {
    stretch: &'s Stretch,
    article: u32,
    text: &'s str,
    /// By word: where it stands, and in which part.
    spans: Vec<(Span, usize)>,
    /// From the start of the sentence it starts in to the end of that it ends in.
    around: Span,
    paragraph: u32,
}

impl<'s> View<'s> {
    fn of(selection: &'s Selection, stretch: &'s Stretch) -> Self {
        let (index, position) = (selection.index(), stretch.position);
        let article = selection.on()[position];
        let text = selection.articles()[article as usize].text.as_str();
        let spans: Vec<(Span, usize)> = stretch
            .tokens()
            .map(|token| {
                let span = index.token_span(position, token as usize);
                (span, stretch.parts.iter().position(|part| part.contains(span)).unwrap_or(0))
            })
            .collect();
        let hull = stretch.span();
        let sentence = |token: u32| {
            let number = index.sentence_of(position, token as usize)?;
            index.sentence_spans(position).get(number).copied()
        };
        let first = stretch.tokens().next().and_then(sentence).map_or(hull.start, |first| first.start);
        let last = stretch.tokens().last().and_then(sentence).map_or(hull.end, |last| last.end);
        let paragraphs = crate::text::paragraphs(text);
        let paragraph = paragraphs.iter().take_while(|paragraph| paragraph.start <= hull.start).count() as u32;
        let around = Span::new(first.min(hull.start), last.max(hull.end));
        Self { stretch, article, text, spans, around, paragraph }
    }

    fn wordings(&self, unit: u32) -> Wordings {
        Wordings {
            article: self.article,
            spans: self.stretch.parts.clone(),
            unit,
            paragraph: self.paragraph,
            words: self.spans.len() as u32,
            same: 0,
            pieces: Vec::new(),
            readings: Vec::new(),
        }
    }

    /// The sentence in pieces of one mark each. What stands between two words goes with the latter
    /// where both are marked alike, and otherwise with none: a comma is no difference.
    fn pieces(&self, marks: &[Mark]) -> Vec<ReadingPiece> {
        let mut pieces: Vec<ReadingPiece> = Vec::new();
        let mut end = self.around.start;
        let mut last: Option<(Mark, usize)> = None;
        let mut push = |mark: Mark, span: Span| {
            let text = one_line(span.of(self.text));
            match pieces.last_mut() {
                _ if text.is_empty() => {}
                Some(piece) if piece.mark == mark => piece.text.push_str(&text),
                _ => pieces.push(ReadingPiece { mark, text }),
            }
        };
        for (&(span, part), &mark) in self.spans.iter().zip(marks) {
            let alike = last == Some((mark, part));
            push(if alike { mark } else { Mark::Around }, Span::new(end, span.start));
            push(mark, span);
            (end, last) = (span.end, Some((mark, part)));
        }
        push(Mark::Around, Span::new(end, self.around.end));
        pieces
    }

    /// The words of a range as written, or of an empty one its neighbours with a stroke between.
    fn words(&self, words: &Range<usize>) -> String {
        if words.is_empty() {
            return String::new();
        }
        let place = self.place(words);
        one_line(place.of(self.text))
    }

    /// Where words stand; of an empty range, the place before the word that would follow.
    fn place(&self, words: &Range<usize>) -> Span {
        match self.spans.get(words.clone()) {
            Some([(first, _), .., (last, _)]) => Span::new(first.start, last.end),
            Some([(only, _)]) => *only,
            _ => {
                let at = self.spans.get(words.start).map_or(self.stretch.span().end, |(next, _)| next.start);
                Span::new(at, at)
            }
        }
    }
}

/// White space as a single blank.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || !line.ends_with(' ') {
            line.push(c);
        }
    }
    line
}
