//! Another corpus than the bundled one: how the engine comes by it.
//!
//! The page holds the texts and hands them over in steps, each small enough that nothing waits for
//! long. A step that fails leaves the engine's corpus as it was.

use serde::{Deserialize, Serialize};

use crate::corpus::{About, Article};

/// A step from one corpus to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextsChange {
    /// The bundled articles, in place of all there are.
    Bundled,
    /// No article at all.
    Clear,
    /// These too, after those there are. Their ids are no other article's.
    Add(Vec<Article>),
    /// Without those that have these ids.
    Remove(Vec<String>),
    /// In this order: every id once.
    Order(Vec<String>),
    /// Of those with these ids something else is known; their texts stay.
    Describe(Vec<(String, About)>),
}
