//! Where does this word stand? Every place of a word or n-gram, with its sentence.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// Whose evidence is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EvidenceQuery {
    /// A word or n-gram, as tables show it.
    pub term: String,
    /// Only in this article; `None`: in all that are on.
    pub article: Option<u32>,
}

/// One place where a word stands, with its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Number of the article.
    pub article: u32,
    /// The words themselves.
    pub span: Span,
    /// The sentence around them.
    pub sentence: Span,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceReport {
    /// The term asked for, as counted.
    pub term: String,
    /// Every place, by article and place. At most 10,000.
    pub hits: Vec<Evidence>,
    /// How many there are.
    pub total: u32,
    /// How the corpus writes it, most frequent first.
    pub variants: Vec<String>,
}
