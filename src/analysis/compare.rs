//! How alike are the articles? Similarity of every pair, and a tree over it.

use serde::{Deserialize, Serialize};

use super::finding::Finding;

/// How alike two articles are, by four measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Similarity {
    /// Cosine of the TF-IDF vectors, 0 to 1.
    #[default]
    Cosine,
    /// Shared types over all types, 0 to 1.
    Jaccard,
    /// Shared types over the types of the article with fewer, 0 to 1.
    Containment,
    /// How many different runs of five words both have.
    #[serde(rename = "shared_5grams")]
    SharedFivegrams,
}

/// Which comparison of all articles is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CompareQuery {
    /// The measure that orders and clusters the articles.
    pub measure: Similarity,
}

/// Two articles' similarity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimilarityRow {
    /// Number of the first article (the smaller number).
    pub article_a: u32,
    /// Number of the second.
    pub article_b: u32,
    /// Cosine on TF-IDF; `None` where a text has no word.
    pub cosine: Option<f64>,
    /// Jaccard index on types.
    pub jaccard: Option<f64>,
    /// Containment: overlap coefficient on types.
    pub containment: Option<f64>,
    /// Number of different word 5-grams that both have.
    pub shared_5grams: u32,
}

/// One step of the clustering.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Merge {
    /// A leaf (position in `articles`, below n) or an earlier merge (n + its position).
    pub left: u32,
    /// Likewise.
    pub right: u32,
    /// The distance at which the two were joined, 0 to 1.
    pub height: f64,
    /// How many articles are in it.
    pub size: u32,
}

/// The comparison of all articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareReport {
    /// What the view opens with.
    pub finding: Finding,
    /// Numbers of the articles that are on, in corpus order.
    pub articles: Vec<u32>,
    /// Every pair once, by first, then second article.
    pub pairs: Vec<SimilarityRow>,
    /// Average linkage on 1 - similarity (5-grams: on 1 - shared / the smaller number of them), n - 1 steps.
    pub merges: Vec<Merge>,
    /// Numbers of the articles in the order of the tree's leaves.
    pub order: Vec<u32>,
}
