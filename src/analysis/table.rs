//! What every table has in common: a filter, an order, a window of rows.

use serde::{Deserialize, Serialize};

use super::selection::folded;
use super::settings::Settings;

/// How a table's rows are chosen. `S` names the table's columns.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TableQuery<S> {
    /// Only rows whose term contains this (after the same folding as terms); empty: all rows.
    pub filter: String,
    /// The column the rows are ordered by. Ties go by article, then by term, ascending.
    pub sort: S,
    /// Largest first. Undefined values come last either way.
    pub descending: bool,
    /// The first row wanted, from 0.
    pub offset: u32,
    /// At most this many rows.
    pub limit: u32,
}

/// Rows in the order a query asks for: by `key`, undefined ones last either way, ties by `tie`.
pub(super) fn ordered<T, K: Ord>(
    rows: Vec<T>,
    descending: bool,
    key: impl Fn(&T) -> Option<f64>,
    tie: impl Fn(&T) -> K,
) -> Vec<T> {
    let mut keyed: Vec<(Option<f64>, K, T)> = rows.into_iter().map(|row| (key(&row), tie(&row), row)).collect();
    keyed.sort_unstable_by(|a, b| {
        let by_key = match (a.0, b.0) {
            (Some(x), Some(y)) if descending => y.total_cmp(&x),
            (Some(x), Some(y)) => x.total_cmp(&y),
            (x, y) => y.is_some().cmp(&x.is_some()),
        };
        by_key.then_with(|| a.1.cmp(&b.1))
    });
    keyed.into_iter().map(|(_, _, row)| row).collect()
}

/// The window of the rows that a query asks for.
pub(super) fn window<'r, T, S>(rows: &'r [T], query: &TableQuery<S>) -> &'r [T] {
    let start = (query.offset as usize).min(rows.len());
    let end = start.saturating_add(query.limit as usize).min(rows.len());
    &rows[start..end]
}

/// Which terms a table's filter lets through.
#[derive(Debug)]
pub(super) enum TermFilter {
    /// The filter is empty.
    All,
    /// Terms that contain one of these as they stand: words typed with capitals that the settings
    /// keep apart (`US`), or any words where the settings keep case.
    AsTyped(Vec<String>),
    /// Terms whose lower-case form contains one of these.
    AnyCase(Vec<String>),
}

impl TermFilter {
    /// The filter for what a person typed: a term passes when it contains that, or what the
    /// settings make of it (`NATO’s`: `nato`; `Defense`: `defence`).
    pub fn new(typed: &str, settings: &Settings) -> Self {
        let typed = typed.trim().replace('’', "'");
        if typed.is_empty() {
            return Self::All;
        }
        let counted = folded(&typed, settings).join(" ");
        if settings.words.fold_case && counted.chars().any(char::is_uppercase) {
            return Self::AsTyped(vec![counted]);
        }
        let mut wanted = vec![typed];
        if !counted.is_empty() && counted != wanted[0] {
            wanted.push(counted);
        }
        if settings.words.fold_case {
            Self::AnyCase(wanted.iter().map(|words| words.to_lowercase()).collect())
        } else {
            Self::AsTyped(wanted)
        }
    }

    /// Whether every term passes.
    pub const fn is_all(&self) -> bool {
        matches!(self, Self::All)
    }

    /// Whether the term passes.
    pub fn passes(&self, term: &str) -> bool {
        match self {
            Self::All => true,
            Self::AsTyped(wanted) => wanted.iter().any(|words| term.contains(words.as_str())),
            Self::AnyCase(wanted) => {
                let term = term.to_lowercase();
                wanted.iter().any(|words| term.contains(words.as_str()))
            }
        }
    }
}
