//! Analyses: one question a file. Each has a query (parameters in), a report (answer out) and a
//! function from the index to the report.
//!
//! The order of every list is total and documented where the list is: no result depends on the
//! order of a hash map. A value that is undefined is `None`, never NaN and never 0.

mod apart;
pub mod compare;
pub mod comparison;
pub mod concordance;
pub mod correspondence;
pub mod coverage;
pub mod distribution;
pub mod drawn;
pub mod error;
pub mod evidence;
pub mod explain;
pub mod finding;
pub mod framing;
pub mod frequency;
pub mod general_english;
pub mod grouping;
pub mod intersections;
pub mod keyness;
mod keyword_finding;
pub mod keywords;
mod lookup;
pub mod marked;
pub mod matrix;
pub mod methods;
pub mod overview;
pub mod pair;
pub mod passages;
pub mod phrases;
mod prose;
pub mod quotations;
pub mod reading;
pub mod reuse;
pub mod selection;
pub mod sets;
pub mod settings;
pub mod similarity;
pub mod style;
mod suffixes;
pub mod table;
pub mod term_matrix;
pub mod tokens;
pub mod units;
pub mod vocabulary;
pub mod weights;
pub mod windows;

pub use error::QueryError;
pub use selection::Selection;

/// The number that the permutation test's shuffles start from.
#[must_use]
pub fn permutation_seed() -> u32 {
    u32::try_from(crate::stats::permutation::SEED).unwrap_or(u32::MAX)
}
