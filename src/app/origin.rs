//! What a number was counted from, and the way there.

use yew::AttrValue;

use super::context::App;
use super::labels;

/// What a number was counted from: what it opens in the reader.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// The places of a word or n-gram: in this article, or in all, beginning with the first that has it.
    Term(AttrValue, Option<u32>),
}

impl Origin {
    /// Opens the reader there.
    pub fn open(&self, app: &App) {
        match self {
            Self::Term(term, article) => app.open_term(term, *article),
        }
    }

    /// What it is, in a few words: `romania in B`.
    #[must_use]
    pub fn name(&self, _app: &App) -> String {
        match self {
            Self::Term(term, None) => term.to_string(),
            Self::Term(term, Some(article)) => [term, " in ", &labels::letter(*article)].concat(),
        }
    }
}
