//! What the first view does without, but the code of it calls. The build splits it off (`src/bin/split`); kept
//! out of line so that it can.

use super::comparison::{Comparison, Sides};
use super::error::QueryError;
use super::selection::Selection;

/// [`Comparison::sides`] of any comparison.
///
/// # Errors
/// As there.
#[inline(never)]
pub(super) fn sides(comparison: &Comparison, selection: &Selection) -> Result<Vec<Sides>, QueryError> {
    comparison.sides(selection)
}
