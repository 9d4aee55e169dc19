//! One word in every article: a bar an article, with its count and its rate.

use super::Article;
use crate::chart::Scene;

/// One article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarRow {
    /// The article.
    pub article: Article,
    /// How often the word occurs in it.
    pub count: u32,
    /// Its size in word tokens.
    pub tokens: u32,
    /// What a click opens.
    pub target: usize,
}

/// What the length of a bar is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BarLength {
    /// Occurrences per 1,000 words.
    #[default]
    Rate,
    /// Occurrences.
    Count,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// The word.
    pub term: String,
    /// The articles, in the order in which they stand.
    pub rows: Vec<BarRow>,
    /// What the length of a bar is; both are said in words.
    pub length: BarLength,
}

impl Bars {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        Scene { width, height: 40.0, ..Scene::default() }
    }
}
