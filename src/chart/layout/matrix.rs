//! Terms × articles: who uses which word how often.

use super::Article;
use crate::chart::Scene;

/// One word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixRow {
    /// The word.
    pub term: String,
    /// Its frequency in each of the matrix's articles.
    pub counts: Vec<u32>,
}

/// How the rate is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// By the shade of the cell.
    #[default]
    Shade,
    /// By the area of a disc in the article's colour.
    Area,
}

/// The matrix.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The columns.
    pub articles: Vec<Article>,
    /// Their sizes in word tokens.
    pub tokens: Vec<u32>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
    /// How the rate is shown; the count is always written.
    pub encoding: Encoding,
}

impl Matrix {
    /// The matrix at this width in pixels. The target of a cell is `row × number of articles + column`.
    pub fn scene(&self, width: f64) -> Scene {
        Scene { width, height: 40.0, ..Scene::default() }
    }
}
