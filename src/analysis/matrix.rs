//! Which words stand in which articles? Terms × articles.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::frequency::FrequencyRow;
use super::selection::Selection;
use super::table::{TermFilter, ordered, then};
use crate::corpus::TermId;
use crate::stats::association::g2_over_parts;
use crate::stats::dispersion::range;

/// What orders the rows of the terms × articles matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatrixOrder {
    /// Words used most unevenly first: largest G² of the word's counts over all units.
    #[default]
    Contrast,
    /// Most frequent first.
    Frequency,
    /// In most articles first, then most frequent.
    Range,
}

/// Which terms × articles matrix is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MatrixQuery {
    /// Which words come first.
    pub order: MatrixOrder,
    /// At most this many words.
    pub limit: u32,
    /// Only words that contain this; empty: all.
    pub filter: String,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatrixReport {
    /// Numbers of the units that are drawn: the columns.
    pub articles: Vec<u32>,
    /// Their sizes in word tokens.
    pub article_tokens: Vec<u32>,
    /// The rows.
    pub rows: Vec<FrequencyRow>,
    /// How many words there are under the filter.
    pub total: u32,
}

/// Lays out words against articles; ties of the order go to the more frequent word, then alphabetically, hidden stop words are left out.
///
/// # Errors
/// When nothing is counted.
pub fn matrix(selection: &Selection, query: &MatrixQuery) -> Result<MatrixReport, QueryError> {
    selection.not_empty()?;
    let index = selection.index();
    let units = selection.units();
    let sizes = selection.unit_sizes();
    let filter = TermFilter::new(&query.filter, selection.settings());
    let shown = selection.alphabet().iter().copied();
    let shown: Vec<TermId> =
        shown.filter(|&term| !selection.is_hidden(term) && filter.passes(index.term(term))).collect();
    let key = |&term: &TermId| match query.order {
        MatrixOrder::Contrast => g2_over_parts(&units.sum(index.counts(term)), &sizes),
        MatrixOrder::Frequency => Some(f64::from(index.frequency(term))),
        MatrixOrder::Range => Some(f64::from(range(&index.counts(term)))),
    };
    let ordered = ordered(shown, true, key, |&term| then(u32::MAX - index.frequency(term), selection.rank(term)));
    let rows = ordered.iter().take(query.limit as usize).map(|&term| {
        FrequencyRow::of(selection, index.term(term).to_owned(), index.counts(term), selection.variants(term))
    });
    Ok(MatrixReport {
        articles: selection.drawn_units(),
        article_tokens: selection.drawn().of_units(&sizes),
        rows: rows.collect(),
        total: ordered.len() as u32,
    })
}
