//! Findings: the plain sentence a view opens with, computed from the data.

use serde::{Deserialize, Serialize};

use super::compare::Similarity;
use super::coverage::NameKind;
use super::marked::Marking;
use super::selection::Selection;
use crate::analysis::quotations::Kind as QuotationKind;

/// A piece of a sentence. The page gives articles their colour and makes terms lead to their evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// Plain words.
    Text(String),
    /// An article, by its number in the corpus.
    Article(u32),
    /// A word or n-gram of the corpus, and the article meant, if one is.
    Term {
        /// As tables show it.
        term: String,
        /// The article whose passages it leads to; `None`: all.
        article: Option<u32>,
        /// As it is to be read: as the corpus writes it most often, names with their capitals; in
        /// workings, as tables show it.
        written: String,
    },
    /// A number, and what it was counted from.
    Number {
        /// As it is to be read: `6 times`, `0.70`.
        text: String,
        /// What it leads to.
        of: Counted,
    },
}

/// What a number of a finding was counted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// The places of a word or n-gram in this article, or in all.
    Term(String, Option<u32>),
    /// The places of a word in other articles than those it is said of, beginning with this one.
    Elsewhere(String, u32),
    /// What is marked in this article, or in all.
    Marked(Marking, Option<u32>),
    /// What two articles have in common, by a measure.
    Pair(Similarity, u32, u32),
    /// The words of the Frequency view that occur so often.
    Occurring(u32),
    /// The quotations of these kinds, of this speaker or of any.
    Quotations(Vec<QuotationKind>, Option<String>),
    /// Names of this kind, or people, organisations and places.
    Names(Option<NameKind>),
    /// The names that stand in one article only, or in one group.
    NamesOfOne,
    /// A passage of an article: its first byte and one past its last.
    Passage(u32, u32, u32),
}

/// What the data says, in a sentence or two, and what it cannot carry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The sentence, in pieces; joined without anything between.
    pub sentence: Vec<Piece>,
    /// A caution where the data cannot carry more; empty where none is due.
    pub caution: String,
}

impl Finding {
    /// With its words as the corpus writes them most often, so that a sentence has `Romania` where
    /// tables have `romania`, and with stems `defence` where they have `defenc`.
    pub(super) fn written_out(mut self, selection: &Selection) -> Self {
        for piece in &mut self.sentence {
            if let Piece::Term { term, written, .. } = piece {
                *written = selection.written(term);
            }
        }
        self
    }
}
