//! The state of the view and the address after `#`.
//!
//! `State` is everything that a link carries. Parsing never fails: what can't be read falls back to
//! its default and leaves a notice in plain words.
//!
//! An address is `#/view?key=value&...`. Only what differs from its default is written, in a fixed
//! order, so that equal states have equal addresses. The keys of the view itself stand bare
//! (`#/keywords?minimum=3`), those of the other views carry their view's name
//! (`#/compare?keywords.minimum=3`), so that a link keeps the whole state. `v` is the version of
//! the scheme; [`parse()`] turns an older address into one of today.

mod apart;
pub mod corpus;
pub mod escape;
mod features;
pub mod format;
pub mod framing;
pub mod keys;
pub mod parse;
pub mod state;

pub use corpus::{CorpusColumn, CorpusState};
pub use framing::FramingState;
pub use state::{
    AgainstState, CompareState, CoverageState, DrawnState, FrequencyState, KeywordsPicture, KeywordsState, MOST_CHOSEN,
    NumberState, Order, QuotesState, ReaderState, State, StyleMeasures, StyleState, StyleWords, View,
    VocabularyPicture,
};

/// The version of the scheme of addresses.
pub const ADDRESS_VERSION: u32 = 1;

/// Whether an address (from `#` on, or from after it) asks for the Overview as it is at first.
#[must_use]
pub fn is_plain(address: &str) -> bool {
    matches!(address.trim_start_matches('#').trim_matches('/'), "" | "overview")
}

/// The state that an address asks for (from `#` on, or from after it) and, in plain words, what
/// could not be read of it. Never fails: what can't be read is as by default.
#[must_use]
pub fn parse(address: &str) -> (State, Vec<String>) {
    if is_plain(address) { (State::default(), Vec::new()) } else { apart::parse(address) }
}

/// The address of a state, from `#` on.
#[must_use]
pub fn format(state: &State) -> String {
    format_view(state, state.view)
}

/// The address of another view with everything else as it is.
#[must_use]
pub fn format_view(state: &State, view: View) -> String {
    if *state == (State { view: state.view, ..State::default() }) {
        return ["#/", keys::name(keys::VIEWS, view)].concat();
    }
    apart::format_view(state, view)
}
