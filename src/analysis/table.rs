//! What every table has in common: a filter, an order, a window of rows.

use serde::{Deserialize, Serialize};

use super::selection::folded;
use super::settings::Settings;
use crate::sorting::{Record, by_key};
use crate::text::accents::without_accent;

/// How a table's rows are chosen. `S` names the table's columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// Rows in the order a query asks for: by `key`, undefined ones last either way, ties by `tie`, ascending.
pub(super) fn ordered<T: Copy>(
    rows: Vec<T>,
    descending: bool,
    key: impl Fn(&T) -> Option<f64>,
    tie: impl Fn(&T) -> u64,
) -> Vec<T> {
    let places: Vec<Place> = rows.iter().map(|row| (ascending(key(row), descending), tie(row))).collect();
    places_in_order(&places).into_iter().map(|at| rows[at as usize]).collect()
}

/// Two numbers as one to break ties by: the first, then the second.
pub(super) const fn then(first: u32, second: u32) -> u64 {
    (first as u64) << 32 | second as u64
}

/// What a row is ordered by, and what breaks ties.
type Place = (u64, u64);

/// The rows' numbers in order: sorted by what breaks ties, then by what they are ordered by.
fn places_in_order(places: &[Place]) -> Vec<u32> {
    let mut records: Vec<Record> = places.iter().map(|place| place.1).zip(0..).collect();
    by_key(&mut records, u64::BITS);
    for (key, at) in &mut records {
        *key = places[*at as usize].0;
    }
    by_key(&mut records, u64::BITS);
    records.into_iter().map(|(_, at)| at).collect()
}

/// A number that orders as the value does, or as its negative; last of all where it is undefined.
fn ascending(value: Option<f64>, descending: bool) -> u64 {
    let Some(value) = value else { return u64::MAX };
    // Adding 0 makes -0 and 0 one. Of IEEE 754's bits the sign comes first, and a larger magnitude
    // is a larger number: turned over for negative values they order as the values do.
    let bits = (value + 0.0).to_bits();
    let order = if value < 0.0 { !bits } else { bits | 1 << 63 };
    if descending { !order } else { order }
}

/// The window of the rows that a query asks for.
pub(super) fn window<'r, T, S>(rows: &'r [T], query: &TableQuery<S>) -> &'r [T] {
    let start = (query.offset as usize).min(rows.len());
    let end = start.saturating_add(query.limit as usize).min(rows.len());
    &rows[start..end]
}

/// In lower case and without accents: who types `turkiye` looks for `Türkiye`.
fn plain(words: &str) -> String {
    words.to_lowercase().chars().map(without_accent).collect()
}

/// Which terms a table's filter lets through.
#[derive(Debug)]
pub(super) enum TermFilter {
    /// The filter is empty.
    All,
    /// Terms that contain this as it stands: words typed with capitals that spell another word (`US`).
    AsTyped(String),
    /// Terms whose lower-case form contains one of these, accents aside.
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
            return Self::AsTyped(counted);
        }
        let mut wanted = vec![typed];
        if !counted.is_empty() && counted != wanted[0] {
            wanted.push(counted);
        }
        // Where case is kept, too: who looks for `nato` looks for NATO.
        Self::AnyCase(wanted.iter().map(|words| plain(words)).collect())
    }

    /// Whether every term passes.
    pub const fn is_all(&self) -> bool {
        matches!(self, Self::All)
    }

    /// Whether the term passes.
    pub fn passes(&self, term: &str) -> bool {
        match self {
            Self::All => true,
            Self::AsTyped(wanted) => term.contains(wanted.as_str()),
            Self::AnyCase(wanted) => {
                let term = plain(term);
                wanted.iter().any(|words| term.contains(words.as_str()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::WordOptions;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_are_ordered_as_by_comparison(
            values in prop::collection::vec(prop::option::of(prop_oneof![
                Just(0.0), Just(-0.0), -3.0..3.0, prop::num::f64::NORMAL, prop::num::f64::SUBNORMAL
            ]), 0..60),
            descending: bool,
        ) {
            let mut expected: Vec<usize> = (0..values.len()).collect();
            expected.sort_by(|&a, &b| match (values[a], values[b]) {
                (Some(x), Some(y)) => if descending { y.partial_cmp(&x).unwrap() } else { x.partial_cmp(&y).unwrap() },
                (x, y) => y.is_some().cmp(&x.is_some()),
            });
            let rows = ordered((0..values.len()).collect(), descending, |&at| values[at], |&at| at as u64);
            prop_assert_eq!(rows, expected);
        }
    }

    #[test]
    fn a_filter_heeds_no_case_but_that_of_another_word() {
        let kept =
            Settings { words: WordOptions { fold_case: false, ..WordOptions::default() }, ..Settings::default() };
        for (settings, typed, term, passes) in [
            (&kept, "nato", "NATO", true),
            (&kept, "NATO", "Nato", true),
            (&kept, "us", "US", true),
            (&kept, "nato", "nation", false),
            (&Settings::default(), "Nato", "nato", true),
            (&Settings::default(), "US", "US", true),
            (&Settings::default(), "US", "us", false),
            (&Settings::default(), "turkiye", "türkiye", true),
            (&Settings::default(), "Türkiye", "türkiye", true),
            (&Settings::default(), "turkiye", "turkey", false),
            (&Settings::default(), " ", "anything", true),
        ] {
            assert_eq!(TermFilter::new(typed, settings).passes(term), passes, "{typed} {term}");
        }
    }

    #[test]
    fn ties_go_by_the_first_number_then_the_second() {
        assert!(then(1, 0) > then(0, u32::MAX) && then(1, 1) > then(1, 0));
    }
}
