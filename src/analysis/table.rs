//! What every table has in common: a filter, an order, a window of rows.

use serde::{Deserialize, Serialize};

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
