//! What does one article, or one group, alone say? Its sentences with the least support elsewhere: in other articles,
//! or, where groups are compared, in other groups.

use serde::{Deserialize, Serialize};

use super::only_here_finding::finding;
use super::support::{Supported, Supports};
use crate::analysis::error::QueryError;
use crate::analysis::finding::Finding;
use crate::analysis::selection::Selection;
use crate::sorting::sort_by;
use crate::text::Span;

/// How many sentences are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OnlyHereQuery {
    /// Of each article, or group, from 1.
    pub each: u32,
    /// Only those with so many different content words at least, from 1.
    pub words: u32,
}

impl Default for OnlyHereQuery {
    /// Three of each article, of at least five content words.
    fn default() -> Self {
        Self { each: 3, words: 5 }
    }
}

/// How a word of a sentence stands to other articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// Nothing is said of it: a stop word, or one that other units have somewhere else.
    #[default]
    Plain,
    /// The other sentence has it too.
    There,
    /// No other article has it, or no other group.
    Nowhere,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidPiece {
    /// As the text has it.
    pub text: String,
    /// How it stands to other articles.
    pub said: Said,
}

/// A sentence, in pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidSentence {
    /// Number of the article.
    pub article: u32,
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub pieces: Vec<SaidPiece>,
}

/// A sentence and the support it has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OnlyHereRow {
    /// The sentence; words that the nearest one has too are marked, and those of no other unit.
    pub sentence: SaidSentence,
    /// Different content words.
    pub words: u32,
    /// Support elsewhere, 0 to 1.
    pub support: f64,
    /// Coverage elsewhere, 0 to 1.
    pub coverage: f64,
    /// The nearest sentence elsewhere, with the words of the first marked; `None` where none has a word of it.
    pub nearest: Option<SaidSentence>,
}

/// An article’s sentences, or those of a group’s articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OnlyHereArticle {
    /// Its number.
    pub article: u32,
    /// How many sentences it has that are long enough and have a support.
    pub sentences: u32,
    /// Their mean support; `None` where there is none.
    pub mean: Option<f64>,
    /// How many of them have at least half of what they say in one sentence elsewhere.
    pub half: u32,
    /// Those with the least support.
    pub rows: Vec<OnlyHereRow>,
}

/// The sentences of an article in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// Its number.
    pub article: u32,
    /// Every sentence.
    pub sentences: Vec<CourseSentence>,
}

/// A sentence in the course of its article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CourseSentence {
    /// Where it stands.
    pub span: Span,
    /// Its first words.
    pub begins: String,
    /// Words that are counted.
    pub tokens: u32,
    /// Support elsewhere; `None` where it is undefined or the sentence too short.
    pub support: Option<f64>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OnlyHereReport {
    /// What the data says first.
    pub finding: Finding,
    /// The articles that are drawn, or the groups.
    pub articles: Vec<OnlyHereArticle>,
    /// The articles that are drawn, those of a group together, with every sentence: what a picture shows.
    pub courses: Vec<Course>,
}

/// Most characters of a sentence’s first words.
const BEGINS: usize = 48;

/// The sentences of each article that no other supports; of each group, where those are compared.
///
/// # Errors
/// When nothing is counted, or a number is out of its range.
pub fn only_here(
    selection: &Selection,
    query: OnlyHereQuery,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<OnlyHereReport, QueryError> {
    selection.not_empty()?;
    QueryError::in_range("The number of sentences", query.each, 1..=u32::MAX, "1 or more")?;
    QueryError::in_range("The least number of words", query.words, 1..=u32::MAX, "1 or more")?;
    let supports = selection.supports(progress)?;
    let drawn = selection.drawn();
    let units = selection.units();
    let of_unit = |(place, &article): (usize, &u32)| {
        let own = least_first(&supports, units.members(place), query.words);
        let sum: f64 = own.iter().map(|&number| support(&supports.all[number])).sum();
        OnlyHereArticle {
            article,
            sentences: own.len() as u32,
            half: own.iter().filter(|&&number| support(&supports.all[number]) >= 0.5).count() as u32,
            mean: (!own.is_empty()).then(|| sum / own.len() as f64),
            // Of those that aren't drawn the finding takes the first.
            rows: own
                .iter()
                .take(if drawn.units().binary_search(&place).is_ok() { query.each as usize } else { 1 })
                .map(|&number| row(selection, &supports, number))
                .collect(),
        }
    };
    let articles: Vec<OnlyHereArticle> = units.numbers().iter().enumerate().map(of_unit).collect();
    let in_order = (0..units.len()).flat_map(|place| units.members(place));
    let courses = in_order.filter(|position| drawn.articles().binary_search(position).is_ok());
    let courses = courses.map(|&position| Course {
        article: selection.on()[position],
        sentences: course(selection, &supports, position, query.words),
    });
    let courses = courses.collect();
    Ok(OnlyHereReport { finding: finding(&articles, units.noun()), articles: drawn.of_units(&articles), courses })
}

/// The sentences of an article, in their order.
fn course(selection: &Selection, supports: &Supports, position: usize, words: u32) -> Vec<CourseSentence> {
    let starts = selection.index().sentence_starts(position);
    let size = selection.size(position);
    supports.all[supports.of_article(position)]
        .iter()
        .map(|it| {
            let span = span(selection, it);
            let text = span.of(&selection.articles()[selection.on()[position] as usize].text);
            let number = it.sentence as usize;
            CourseSentence {
                span,
                begins: beginning(text, BEGINS),
                tokens: starts.get(number + 1).copied().unwrap_or(size) - starts[number],
                support: it.support.filter(|_| it.words >= words),
            }
        })
        .collect()
}

/// The first words of a text, in a line, with an ellipsis where they are not all.
pub(super) fn beginning(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let head: String = text.chars().take(most).collect();
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(head, _)| head);
    [head.trim_end_matches([',', ';', ':', '-', '–', ' ']), "…"].concat()
}

fn support(it: &Supported) -> f64 {
    it.support.unwrap_or(0.0)
}

/// The sentences of some articles, by their positions, that are long enough and have a support, the least first: of
/// equal support the one with less coverage, then the weightier, then the earlier.
fn least_first(supports: &Supports, articles: &[usize], words: u32) -> Vec<usize> {
    let every = articles.iter().flat_map(|&position| supports.of_article(position));
    let long_enough = |number: &usize| supports.all[*number].support.is_some() && supports.all[*number].words >= words;
    let mut own: Vec<usize> = every.filter(long_enough).collect();
    sort_by(&mut own, |&a, &b| {
        let (one, two) = (&supports.all[a], &supports.all[b]);
        support(one)
            .total_cmp(&support(two))
            .then(one.coverage.unwrap_or(0.0).total_cmp(&two.coverage.unwrap_or(0.0)))
            .then(two.weight.total_cmp(&one.weight))
            .then(a.cmp(&b))
    });
    own
}

/// A sentence with its nearest.
fn row(selection: &Selection, supports: &Supports, number: usize) -> OnlyHereRow {
    let it = &supports.all[number];
    OnlyHereRow {
        sentence: said(selection, supports, number, it.nearest),
        words: it.words,
        support: support(it),
        coverage: it.coverage.unwrap_or(0.0),
        nearest: it.nearest.map(|nearest| {
            let mut sentence = said(selection, supports, nearest as usize, Some(number as u32));
            // Of the nearest it is asked only what it shares.
            for piece in &mut sentence.pieces {
                if piece.said == Said::Nowhere {
                    piece.said = Said::Plain;
                }
            }
            sentence
        }),
    }
}

/// Where a sentence stands, without the blanks around it.
pub(in crate::analysis) fn span(selection: &Selection, it: &Supported) -> Span {
    let position = it.position as usize;
    let span = selection.index().sentence_spans(position).get(it.sentence as usize).copied().unwrap_or_default();
    let text = span.of(&selection.articles()[selection.on()[position] as usize].text);
    let start = span.start + (text.len() - text.trim_start().len()) as u32;
    Span::new(start, start + text.trim().len() as u32)
}

/// A sentence in pieces: words that the other one has, and words that no other unit has.
fn said(selection: &Selection, supports: &Supports, number: usize, other: Option<u32>) -> SaidSentence {
    let it = &supports.all[number];
    let position = it.position as usize;
    let index = selection.index();
    let article = selection.on()[position];
    let text = &selection.articles()[article as usize].text;
    let span = span(selection, it);
    let terms = index.article_terms(position);
    let starts = index.sentence_starts(position);
    let first = starts[it.sentence as usize] as usize;
    let end = starts.get(it.sentence as usize + 1).map_or(terms.len(), |&next| next as usize);
    let mut pieces: Vec<SaidPiece> = Vec::new();
    let mut add = |from: u32, to: u32, said: Said| {
        if from >= to {
            return;
        }
        let words = Span::new(from, to).of(text);
        match pieces.last_mut() {
            Some(last) if last.said == said => last.text.push_str(words),
            _ => pieces.push(SaidPiece { text: words.to_owned(), said }),
        }
    };
    let mut at = span.start;
    for (token, &term) in (first..end).zip(&terms[first..end]) {
        let Some(stem) = supports.stem(term) else { continue };
        let said = if other.is_some_and(|other| supports.has(other as usize, stem)) {
            Said::There
        } else if supports.spread(stem).1 < 2 {
            Said::Nowhere
        } else {
            continue;
        };
        let word = index.token_span(position, token);
        add(at, word.start, Said::Plain);
        add(word.start, word.end.min(span.end), said);
        at = at.max(word.end);
    }
    add(at, span.end, Said::Plain);
    SaidSentence { article, span, pieces }
}

/// Every sentence that has a support, as the CSV file has it: by article and place.
pub fn every_sentence(
    selection: &Selection,
    supports: &Supports,
) -> Vec<(SaidSentence, Supported, Option<SaidSentence>)> {
    let defined = (0..supports.all.len()).filter(|&number| supports.all[number].support.is_some());
    defined
        .map(|number| {
            let it = supports.all[number];
            let nearest = it.nearest.map(|nearest| said(selection, supports, nearest as usize, None));
            (said(selection, supports, number, it.nearest), it, nearest)
        })
        .collect()
}
