//! Two articles against each other: the words of the first to the left of a centre line, of the second to its right.

use super::Article;
use crate::chart::Scene;

/// One word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TwoSidedRow {
    /// The word.
    pub term: String,
    /// The length of its bar; a negative number counts as its absolute value.
    pub value: Option<f64>,
    /// Frequency in the first article.
    pub count_a: u32,
    /// Frequency in the second.
    pub count_b: u32,
    /// What a click opens.
    pub target: usize,
}

/// What the length of a bar is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// log2 of the ratio of the two rates.
    #[default]
    LogRatio,
    /// The log-likelihood.
    G2,
}

/// The plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TwoSided {
    /// The first article: left.
    pub a: Article,
    /// The second: right.
    pub b: Article,
    /// Words of the first, best first.
    pub left: Vec<TwoSidedRow>,
    /// Words of the second, best first.
    pub right: Vec<TwoSidedRow>,
    /// What the length of a bar is.
    pub measure: Measure,
}

impl TwoSided {
    /// The plot at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        Scene { width, height: 40.0, ..Scene::default() }
    }
}
