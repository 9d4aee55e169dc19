//! What do the articles share, and where do they part? Similarity, clustering, pairs, shared words.

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::frequency::FrequencyRow;
use super::keywords::{KeywordColumn, KeywordRow};
use super::table::TableQuery;
use crate::text::Span;

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

/// Which pair is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PairQuery {
    /// Number of the first article.
    pub a: u32,
    /// Number of the second.
    pub b: u32,
    /// Least frequency in the article where the word is the more frequent.
    pub minimum: u32,
    /// How many words a side the two-sided plot shows.
    pub side: u32,
    /// Fewest words of a shared passage, 3 or more.
    pub passage: u32,
    /// The table's rows.
    pub table: TableQuery<KeywordColumn>,
}

/// A word in two or more articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedWord {
    /// The word.
    pub term: String,
    /// Its frequency in each article of the question, in the question's order.
    pub counts: Vec<u32>,
}

/// A run of words that stands in both articles, as long as it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedPassage {
    /// Where it stands in the first.
    pub a: Span,
    /// Where it stands in the second.
    pub b: Span,
    /// Its length in words.
    pub words: u32,
}

/// Two articles against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairReport {
    /// What the view opens with.
    pub finding: Finding,
    /// How alike they are.
    pub similarity: SimilarityRow,
    /// The two-sided plot: the most distinctive words of the first (G² > 0), then of the second (G² < 0), each best first.
    pub points: Vec<KeywordRow>,
    /// Words of both, by their smaller count, descending, then by term; stop words as set. At most 500.
    pub shared: Vec<SharedWord>,
    /// Words of the first only, most frequent first. At most 500.
    pub only_a: Vec<SharedWord>,
    /// Words of the second only. At most 500.
    pub only_b: Vec<SharedWord>,
    /// How many there are of each: shared, only in the first, only in the second.
    pub sizes: (u32, u32, u32),
    /// Shared passages, in the order of the first article; none lies inside another.
    pub passages: Vec<SharedPassage>,
    /// The window of the table asked for.
    pub rows: Vec<KeywordRow>,
    /// How many rows the table has under its filter.
    pub total: u32,
}

/// Shared and unique words of a set of articles.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SetsQuery {
    /// Numbers of the articles, two or more.
    pub articles: Vec<u32>,
    /// At most this many words a list.
    pub limit: u32,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetsReport {
    /// The articles of the question.
    pub articles: Vec<u32>,
    /// Words that all of them have, by smallest count, descending, then by term.
    pub shared: Vec<SharedWord>,
    /// How many.
    pub shared_total: u32,
    /// For each article, the words that no other *of the set* has, most frequent first.
    pub unique: Vec<Vec<SharedWord>>,
    /// How many, for each article.
    pub unique_totals: Vec<u32>,
}

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
