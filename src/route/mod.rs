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

pub mod escape;
mod features;
pub mod format;
pub mod keys;
pub mod parse;
pub mod state;

pub use format::{format, format_view};
pub use parse::parse;
pub use state::{
    AgainstState, CompareState, FrequencyState, KeywordsPicture, KeywordsState, NumberState, Order, ReaderState, State,
    StyleMeasures, StyleState, StyleWords, View,
};

/// The version of the scheme of addresses.
pub const ADDRESS_VERSION: u32 = 1;
