//! Addresses that say more than which view is wanted: the first view does without. The build splits
//! them off (`src/bin/split`); kept out of line so that it can.

use super::state::{State, View};

/// [`super::parse()`] of any address.
#[inline(never)]
pub fn parse(address: &str) -> (State, Vec<String>) {
    super::parse::parse(address)
}

/// [`super::format_view()`] of any state.
#[inline(never)]
pub fn format_view(state: &State, view: View) -> String {
    super::format::format_view(state, view)
}
