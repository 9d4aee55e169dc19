//! Runs of words that two articles have in common, as long as they go.

use serde::{Deserialize, Serialize};

use crate::text::Span;

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
