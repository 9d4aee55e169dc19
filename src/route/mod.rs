//! The state of the view and the address after `#`.
//!
//! `State` is everything that a link carries. Parsing never fails: what can't be read falls back to
//! its default and leaves a notice in plain words.

pub mod state;

pub use state::{CompareState, FrequencyState, KeywordsPicture, KeywordsState, Order, ReaderState, State, View};
