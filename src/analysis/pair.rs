//! Two articles against each other: which words set them apart, what both have.

use serde::{Deserialize, Serialize};

use super::compare::SimilarityRow;
use super::finding::Finding;
use super::keywords::{KeywordColumn, KeywordRow};
use super::passages::SharedPassage;
use super::sets::SharedWord;
use super::table::TableQuery;

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
