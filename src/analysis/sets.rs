//! Which words does a set of articles share, and which has only one of it?

use serde::{Deserialize, Serialize};

/// A word in two or more articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedWord {
    /// The word.
    pub term: String,
    /// Its frequency in each article of the question, in the question's order.
    pub counts: Vec<u32>,
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
