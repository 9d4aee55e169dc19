//! Where do these words stand? Counts and every place of some words.

use serde::{Deserialize, Serialize};

use super::frequency::FrequencyRow;
use crate::text::Span;

/// Where some words stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DistributionQuery {
    /// Words or n-grams as tables show them; at most 20 are answered.
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
    /// Every place where it stands, by article and place.
    pub hits: Vec<Hit>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DistributionReport {
    /// Numbers of the articles that are on, in corpus order.
    pub articles: Vec<u32>,
    /// Their sizes in word tokens.
    pub article_tokens: Vec<u32>,
    /// One a term of the query, in its order.
    pub terms: Vec<TermDistribution>,
}
