//! What was this number counted from? The places in a text behind the numbers that no one word has:
//! an article's sizes, and how alike two articles are.

use serde::{Deserialize, Serialize};

use super::compare::Similarity;
use super::error::QueryError;
use super::evidence::words_span;
use super::framing::{self, places::FramedLists};
use super::overview::counted_paragraphs;
use super::selection::Selection;
use super::style::StyleLists;
use super::style::places::{Feature, places};
use super::table::ordered;
use super::units::GROUPS;
use crate::corpus::TermId;
use crate::text::{Span, tokens};

/// What is marked in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marking {
    /// Every counted word: an article's size.
    Words,
    /// Every different word of the article, where it first stands in it.
    Types,
    /// Every different word of the corpus, where it first stands in it.
    CorpusTypes,
    /// Every sentence that holds a counted word.
    Sentences,
    /// Every paragraph that holds a counted word.
    Paragraphs,
    /// Every word of page furniture, counted or not; of an article that is off, too.
    Furniture,
    /// What two articles have in common, by the measure that says how much it is:
    ///
    /// - cosine: the words of both that make up half of it, the weightiest first, at every place;
    /// - Jaccard, containment: each word of both, where it first stands;
    /// - shared 5-grams: the stretches of text that they cover.
    Shared(Similarity),
    /// Every mention of the name with this key, under all its forms.
    Mentions(String),
    /// What a number of the Style view was counted from.
    Style(Feature),
    /// What a number on framing was counted from, by the name that
    /// [`Framed::name`](crate::analysis::framing::places::Framed::name) gives it.
    Framing(String),
}

/// What is to be marked, and where.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MarkedQuery {
    /// What is marked.
    pub marking: Marking,
    /// Number of the article whose places are wanted; of a group, of which they are those of the first article that
    /// has any; `None`: the first of all that has any.
    pub article: Option<u32>,
    /// Number of the article beside it, or of the group, for [`Marking::Shared`]; passed over for any other marking.
    pub beside: Option<u32>,
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkedReport {
    /// Number of the article whose places these are: where the first that has any was asked for and
    /// none has, the first that is on.
    pub article: u32,
    /// Number of the article beside it, where two are asked for; of a group, the one with the most places.
    pub beside_article: Option<u32>,
    /// The places in the article, ascending, none overlapping another. At most 10,000.
    pub places: Vec<Span>,
    /// Those in the article beside it.
    pub beside: Vec<Span>,
    /// Each article that has any, by number, ascending, and how many it has; of a group, its articles; of a pair, these
    /// two.
    pub counts: Vec<(u32, u32)>,
}

/// Most places that are listed; `counts` has them all.
pub(super) const MOST_PLACES: usize = 10_000;

/// Finds the places. `lists` are needed for some of [`Marking::Style`] only, `framed` for some of [`Marking::Framing`].
///
/// # Errors
/// When nothing is counted; when an article is unknown, or off and not only asked for its furniture; when two articles are
/// needed and the second is missing or the first once more.
pub fn marked(
    selection: &Selection,
    query: &MarkedQuery,
    lists: StyleLists,
    framed: FramedLists,
) -> Result<MarkedReport, QueryError> {
    selection.not_empty()?;
    if let Marking::Shared(measure) = query.marking
        && let Some(pair) = query.article.zip(query.beside)
        && pair.0.max(pair.1) >= GROUPS
    {
        return shared_by_groups(selection, [pair.0, pair.1], measure);
    }
    if let Some(group) = query.article.filter(|&number| number >= GROUPS) {
        return in_group(selection, query, group, lists, framed);
    }
    let Some(article) = query.article else {
        let begin = selection.on().first().copied().unwrap_or_default();
        let report = marked_in(selection, query, begin, lists, framed)?;
        return match report.counts.first() {
            Some(&(first, _)) if first != begin && report.places.is_empty() => {
                marked_in(selection, query, first, lists, framed)
            }
            _ => Ok(report),
        };
    };
    marked_in(selection, query, article, lists, framed)
}

/// The places in the articles of a group.
fn in_group(
    selection: &Selection,
    query: &MarkedQuery,
    group: u32,
    lists: StyleLists,
    framed: FramedLists,
) -> Result<MarkedReport, QueryError> {
    let articles: Vec<u32> = selection.members(group)?.into_iter().map(|position| selection.on()[position]).collect();
    let first = articles.first().copied().unwrap_or_default();
    let mut report = marked_in(selection, query, first, lists, framed)?;
    report.counts.retain(|(article, _)| articles.contains(article));
    if let Some(&(having, _)) = report.counts.first().filter(|(having, _)| *having != first) {
        let counts = report.counts;
        report = MarkedReport { counts, ..marked_in(selection, query, having, lists, framed)? };
    }
    Ok(report)
}

/// What two groups have in common, in the article of each that has most of it.
fn shared_by_groups(selection: &Selection, groups: [u32; 2], measure: Similarity) -> Result<MarkedReport, QueryError> {
    let units = [selection.unit(groups[0])?, selection.unit(groups[1])?];
    if units[0] == units[1] {
        return Err(QueryError::OutOfRange {
            what: "The pair",
            given: "one group twice".to_owned(),
            may_be: "two different groups",
        });
    }
    let mut counts = Vec::new();
    let [(article, places), (beside_article, beside)] = units.map(|unit| {
        let members = selection.units().members(unit);
        let all = shared_places(selection, units, unit, measure);
        let mut most: (u32, Vec<Span>) = (selection.on()[members[0]], Vec::new());
        for (&position, places) in members.iter().zip(all) {
            let article = selection.on()[position];
            if !places.is_empty() {
                counts.push((article, places.len() as u32));
            }
            if places.len() > most.1.len() {
                most = (article, places);
            }
        }
        most
    });
    let counts = ordered(counts, false, |_| None, |&(article, _)| article.into());
    let mut report = MarkedReport { article, beside_article: Some(beside_article), places, beside, counts };
    report.places.truncate(MOST_PLACES);
    report.beside.truncate(MOST_PLACES);
    Ok(report)
}

/// The places in this article.
fn marked_in(
    selection: &Selection,
    query: &MarkedQuery,
    article: u32,
    lists: StyleLists,
    framed: FramedLists,
) -> Result<MarkedReport, QueryError> {
    match &query.marking {
        Marking::Shared(measure) => return shared(selection, article, query.beside, *measure),
        Marking::Furniture => return furniture(selection, article),
        Marking::Style(feature) => return places(selection, feature, article, lists),
        Marking::Framing(name) => return framing::places::places(selection, name, article, framed),
        _ => {}
    }
    let asked = selection.position(article)?;
    let mut report = MarkedReport { article, ..MarkedReport::default() };
    let mut seen = vec![false; selection.index().types()];
    for (position, &article) in selection.on().iter().enumerate() {
        if query.marking == Marking::Types {
            seen.fill(false);
        }
        let places = match query.marking {
            Marking::Sentences => selection.index().sentence_spans(position).to_vec(),
            Marking::Paragraphs => counted_paragraphs(selection, position),
            Marking::Types | Marking::CorpusTypes => {
                tokens_where(selection, position, |term| !std::mem::replace(&mut seen[term as usize], true))
            }
            _ => tokens_where(selection, position, |_| true),
        };
        report.count(article, &places);
        if position == asked {
            report.places = places;
        }
    }
    report.places.truncate(MOST_PLACES);
    Ok(report)
}

impl MarkedReport {
    fn count(&mut self, article: u32, places: &[Span]) {
        if !places.is_empty() {
            self.counts.push((article, places.len() as u32));
        }
    }
}

/// The tokens of an article whose terms are wanted, in order.
fn tokens_where(selection: &Selection, position: usize, mut wanted: impl FnMut(TermId) -> bool) -> Vec<Span> {
    let index = selection.index();
    let terms = index.article_terms(position).iter().enumerate();
    terms.filter(|(_, term)| wanted(**term)).map(|(token, _)| index.token_span(position, token)).collect()
}

fn furniture(selection: &Selection, asked: u32) -> Result<MarkedReport, QueryError> {
    let articles = selection.articles();
    if asked as usize >= articles.len() {
        return Err(QueryError::NoSuchArticle { article: asked, articles: articles.len() as u32 });
    }
    let mut report = MarkedReport { article: asked, ..MarkedReport::default() };
    for (number, article) in (0..).zip(articles) {
        if number != asked && selection.position(number).is_err() {
            continue;
        }
        let mut places = Vec::new();
        for piece in &article.furniture {
            let words = tokens(piece.span.of(&article.text), &selection.settings().words);
            let start = piece.span.start;
            places.extend(words.iter().map(|word| Span::new(start + word.start, start + word.end)));
        }
        report.count(number, &places);
        if number == asked {
            report.places = places;
        }
    }
    report.places.truncate(MOST_PLACES);
    Ok(report)
}

fn shared(
    selection: &Selection,
    article: u32,
    beside: Option<u32>,
    measure: Similarity,
) -> Result<MarkedReport, QueryError> {
    let numbers = match beside {
        Some(beside) if beside != article => [article, beside],
        other => {
            return Err(QueryError::OutOfRange {
                what: "The pair",
                given: if other.is_some() { "one article twice" } else { "one article" }.to_owned(),
                may_be: "two different articles",
            });
        }
    };
    let pair = [selection.unit(numbers[0])?, selection.unit(numbers[1])?];
    let [places, beside] = pair.map(|unit| shared_places(selection, pair, unit, measure).concat());
    let mut report = MarkedReport { article, beside_article: Some(numbers[1]), places, beside, counts: Vec::new() };
    let (here, there) = (report.places.len() as u32, report.beside.len() as u32);
    report.counts = vec![(numbers[0], here), (numbers[1], there)];
    if numbers[0] > numbers[1] {
        report.counts.reverse();
    }
    report.counts.retain(|(_, places)| *places > 0);
    report.places.truncate(MOST_PLACES);
    report.beside.truncate(MOST_PLACES);
    Ok(report)
}

/// What a pair of units has in common, in one of the two: the places in each of its articles.
fn shared_places(selection: &Selection, pair: [usize; 2], unit: usize, measure: Similarity) -> Vec<Vec<Span>> {
    let members = selection.units().members(unit);
    match measure {
        Similarity::Cosine => {
            let words = weightiest(selection, pair);
            let places = |&at: &usize| tokens_where(selection, at, |term| words.binary_search(&term).is_ok());
            members.iter().map(places).collect()
        }
        Similarity::Jaccard | Similarity::Containment => {
            let words: Vec<TermId> = products(selection, pair).into_iter().map(|(term, _)| term).collect();
            let mut seen = vec![false; words.len()];
            let mut first =
                |term: TermId| words.binary_search(&term).is_ok_and(|at| !std::mem::replace(&mut seen[at], true));
            members.iter().map(|&at| tokens_where(selection, at, &mut first)).collect()
        }
        Similarity::SharedFivegrams => {
            let runs = selection.ngrams(5);
            let places = selection.units().places();
            let has = |number, unit| runs.by_article(number).any(|(position, _)| places[position as usize] == unit);
            let of_both: Vec<bool> = (0..runs.len()).map(|number| pair.iter().all(|&at| has(number, at))).collect();
            let wanted = |terms: &[TermId]| runs.find(terms).is_some_and(|at| of_both[at]);
            members.iter().map(|&at| stretches(selection, at, runs.n(), wanted)).collect()
        }
    }
}

/// The words of both, ascending, each with what it adds to the cosine.
fn products(selection: &Selection, [a, b]: [usize; 2]) -> Vec<(TermId, f64)> {
    let other = selection.unit_weights().article(b);
    let product = |&(term, weight): &(TermId, f64)| {
        let at = other.binary_search_by_key(&term, |word| word.0).ok()?;
        Some((term, weight * other[at].1))
    };
    selection.unit_weights().article(a).iter().filter_map(product).collect()
}

/// The fewest words of both that together make up half of the cosine, ascending.
fn weightiest(selection: &Selection, pair: [usize; 2]) -> Vec<TermId> {
    let words = products(selection, pair);
    let half = words.iter().map(|word| word.1).sum::<f64>() / 2.0;
    let rank = |word: &(TermId, f64)| selection.rank(word.0).into();
    let mut sum = 0.0;
    let mut fewest: Vec<TermId> = Vec::new();
    for (term, product) in ordered(words, true, |word| Some(word.1), rank) {
        if sum >= half {
            break;
        }
        sum += product;
        fewest.push(term);
    }
    ordered(fewest, false, |_| None, |&term| term.into())
}

/// The stretches of an article that are covered by runs of `n` words within a sentence that are wanted.
fn stretches(selection: &Selection, position: usize, n: usize, wanted: impl Fn(&[TermId]) -> bool) -> Vec<Span> {
    let index = selection.index();
    let terms = index.article_terms(position);
    let starts = index.sentence_starts(position);
    let mut found: Vec<Span> = Vec::new();
    // First token of the stretch that may still grow, and one past its last.
    let mut open: Option<(usize, usize)> = None;
    let mut close = |open: Option<(usize, usize)>| {
        found.extend(open.map(|(from, to)| words_span(index, position, from, to - from)));
    };
    for (sentence, &start) in starts.iter().enumerate() {
        let end = starts.get(sentence + 1).map_or(terms.len(), |&next| next as usize);
        close(open.take());
        for (at, run) in (start as usize..).zip(terms[start as usize..end].windows(n)) {
            if !wanted(run) {
                continue;
            }
            open = match open {
                Some((from, to)) if at <= to => Some((from, at + n)),
                other => {
                    close(other);
                    Some((at, at + n))
                }
            };
        }
    }
    close(open);
    found
}
