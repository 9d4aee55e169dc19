//! What does the text say? A text with its parts.

use serde::{Deserialize, Serialize};

use crate::corpus::Furniture;
use crate::text::Span;

/// Which text is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextQuery {
    /// Number of the article.
    pub article: u32,
}

/// A text with its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextReport {
    /// Number of the article.
    pub article: u32,
    /// The text as given.
    pub text: String,
    /// Its paragraphs, without the blank lines between them.
    pub paragraphs: Vec<Span>,
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// Its page furniture.
    pub furniture: Vec<Furniture>,
}
