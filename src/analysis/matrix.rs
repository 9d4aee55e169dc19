//! Which words stand in which articles? Terms × articles.

use serde::{Deserialize, Serialize};

use super::frequency::FrequencyRow;

/// What orders the rows of the terms × articles matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatrixOrder {
    /// Words used most unevenly first: largest G² of the word's counts over all articles.
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
    /// Numbers of the articles that are on: the columns.
    pub articles: Vec<u32>,
    /// Their sizes in word tokens.
    pub article_tokens: Vec<u32>,
    /// The rows.
    pub rows: Vec<FrequencyRow>,
    /// How many words there are under the filter.
    pub total: u32,
}
