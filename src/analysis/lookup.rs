//! From what a person types to the terms it counts as.

use super::error::QueryError;
use super::selection::{Selection, folded};
use crate::corpus::TermId;

/// A word or n-gram that was asked for.
#[derive(Debug)]
pub(super) struct Lookup {
    /// As it is counted, words with a blank between.
    pub text: String,
    /// Its terms; `None` where the corpus lacks one of them.
    pub terms: Option<Vec<TermId>>,
}

/// Finds a word or n-gram: `Defence`, `US`, `NATO's`, `ready, willing`.
///
/// Words are split at blanks, and each is taken as tables show it or else as the settings count it.
/// Where that fails, the whole is read like a text, so that a comma or a quote mark does no harm.
///
/// # Errors
/// When no word is in it.
pub(super) fn look_up(selection: &Selection, typed: &str) -> Result<Lookup, QueryError> {
    let index = selection.index();
    let exact: Option<Vec<TermId>> = typed.split_whitespace().map(|word| index.term_id(word)).collect();
    if let Some(terms) = exact.filter(|terms| !terms.is_empty()) {
        return Ok(Lookup { text: selection.text(&terms), terms: Some(terms) });
    }
    let words = folded(typed, selection.settings());
    if words.is_empty() {
        return Err(QueryError::OutOfRange {
            what: "The word asked for",
            given: typed.trim().chars().take(40).collect(),
            may_be: "a word, or words with blanks between",
        });
    }
    let terms: Option<Vec<TermId>> = words.iter().map(|word| index.term_id(word)).collect();
    Ok(match terms {
        Some(terms) => Lookup { text: selection.text(&terms), terms: Some(terms) },
        None => Lookup { text: words.join(" "), terms: None },
    })
}
