//! How alike the articles are: a cell a pair, ordered by the tree of their clustering, which stands beside it.

use super::Article;
use crate::chart::Scene;

/// One step of the clustering.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Merge {
    /// A leaf (position in `articles`, below n) or an earlier merge (n + its position).
    pub left: u32,
    /// Likewise.
    pub right: u32,
    /// The distance at which the two were joined, 0 to 1.
    pub height: f64,
}

/// How the number in a cell is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellValue {
    /// A share of 1, with two decimals: `.42`.
    #[default]
    Fraction,
    /// A whole number.
    Count,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heatmap {
    /// The articles.
    pub articles: Vec<Article>,
    /// n × n values, row by row, in the order of `articles`; the diagonal is not read.
    pub values: Vec<Option<f64>>,
    /// The tree: n − 1 merges; empty: no tree is drawn.
    pub merges: Vec<Merge>,
    /// Numbers of the articles in the order in which they stand; empty: as in `articles`.
    pub order: Vec<u32>,
    /// The measure's name: `Cosine similarity`.
    pub measure: String,
    /// How the numbers are written.
    pub value: CellValue,
    /// Numbers of the pair that is open, outlined.
    pub selected: Option<(u32, u32)>,
}

impl Heatmap {
    /// The chart at this width in pixels. The target of a cell is `row × n + column`, by positions in `articles`.
    pub fn scene(&self, width: f64) -> Scene {
        Scene { width, height: 40.0, ..Scene::default() }
    }
}
