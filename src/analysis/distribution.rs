//! Where do these words stand? Counts and every place of some words.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::evidence::words_span;
use super::frequency::FrequencyRow;
use super::lookup::look_up;
use super::selection::Selection;
use crate::text::Span;

/// Where some words stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DistributionQuery {
    /// Words or n-grams as tables show them; at most 20.
    pub terms: Vec<String>,
}

/// One place where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// Number of the article.
    pub article: u32,
    /// Which word of the article it is, from 0.
    pub token: u32,
    /// Where it stands in the text.
    pub span: Span,
}

/// One word's distribution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TermDistribution {
    /// Its counts. A term that doesn't occur has frequency 0.
    pub row: FrequencyRow,
    /// Every place where it stands in the articles that are drawn, by article and place.
    pub hits: Vec<Hit>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DistributionReport {
    /// Numbers of the articles that are drawn, in corpus order: those that places stand along.
    pub articles: Vec<u32>,
    /// Their sizes in word tokens.
    pub article_tokens: Vec<u32>,
    /// Numbers of the units that are drawn, in order, articles or groups: those that counts are of.
    pub units: Vec<u32>,
    /// Their sizes in word tokens.
    pub unit_tokens: Vec<u32>,
    /// One a term of the query, in its order.
    pub terms: Vec<TermDistribution>,
}

/// Most words that one question may name.
const MOST_TERMS: usize = 20;

/// Finds where some words stand.
///
/// # Errors
/// When nothing is counted, or more words are asked for than are answered.
pub fn distribution(selection: &Selection, query: &DistributionQuery) -> Result<DistributionReport, QueryError> {
    selection.not_empty()?;
    QueryError::in_range("The number of words", query.terms.len() as u32, 0..=MOST_TERMS as u32, "at most 20")?;
    Ok(DistributionReport {
        articles: selection.drawn_articles(),
        article_tokens: selection.drawn().of_articles(&selection.sizes()),
        units: selection.drawn_units(),
        unit_tokens: selection.drawn().of_units(&selection.unit_sizes()),
        terms: query.terms.iter().map(|term| one(selection, term)).collect(),
    })
}

fn one(selection: &Selection, typed: &str) -> TermDistribution {
    let index = selection.index();
    // What holds no word doesn't occur: it keeps its place in the list.
    let found = look_up(selection, typed).ok();
    let terms = found.as_ref().and_then(|found| found.terms.as_deref()).unwrap_or(&[]);
    let places = index.ngram_places(terms);
    let mut by_article = vec![0; selection.on().len()];
    for &(position, _) in &places {
        by_article[position as usize] += 1;
    }
    let text = found.as_ref().map_or_else(|| typed.trim().to_owned(), |found| found.text.clone());
    let variants = if let [term] = *terms { selection.variants(term) } else { Vec::new() };
    let drawn = selection.drawn().articles();
    let places = places.iter().filter(|(position, _)| drawn.binary_search(&(*position as usize)).is_ok());
    let hits = places.map(|&(position, token)| Hit {
        article: selection.on()[position as usize],
        token,
        span: words_span(index, position as usize, token as usize, terms.len()),
    });
    TermDistribution { row: FrequencyRow::of(selection, text, by_article, variants), hits: hits.collect() }
}
