//! The settings that every analysis obeys: what a word is, what is counted, what is shown.

use serde::{Deserialize, Serialize};

use crate::text::WordOptions;

/// Which words are left out of tables and pictures. A filter on what is shown: sizes and rates
/// count stop words too.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct StopWords {
    /// Whether stop words are hidden.
    pub hidden: bool,
    /// Words hidden beside those of the built-in list.
    pub added: Vec<String>,
    /// Words of the built-in list that are shown all the same.
    pub removed: Vec<String>,
}

impl Default for StopWords {
    fn default() -> Self {
        Self { hidden: true, added: Vec::new(), removed: Vec::new() }
    }
}

/// What is compared with what: each article by itself, or groups of articles. Written as one text, so that
/// the first view, which compares each article, needn't know more of it; [`super::grouping::Compared`] reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Grouping(String);

impl Grouping {
    /// A grouping by its text.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// Its text; empty: each article by itself.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether each article is compared by itself.
    #[must_use]
    pub fn is_each(&self) -> bool {
        self.0.is_empty()
    }
}

/// The settings that every analysis obeys. Part of the address of every view.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// What counts as one word.
    pub words: WordOptions,
    /// Whether page furniture (captions, links, view counts ...) is counted. Off by default.
    pub furniture: bool,
    /// Which words are not shown.
    pub stop_words: StopWords,
    /// Ids of the articles that are switched off: they take part in nothing.
    pub off: Vec<String>,
    /// What a person has merged, split and renamed of the Coverage view's names, as [`coverage::edits`](super::coverage::edits)
    /// writes it, in order.
    pub names: Vec<String>,
    /// What is compared with what.
    pub grouping: Grouping,
    /// Numbers of the units that pictures draw, where there are more than [can be drawn](super::drawn): what is
    /// counted doesn't depend on it, and files have everything. None: the first ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drawn: Vec<u32>,
}
