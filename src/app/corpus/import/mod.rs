//! Import: files come in by drop, picker or paste; what is in them is shown before anything is added.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`drop`](mod@drop) | files dropped anywhere on the page |
//! | [`paste`] | a text pasted with its formatting |
//! | [`guess`] | which language a pasted text is in |
//! | [`state`] | what was read so far, what is chosen of it |
//! | [`panel`] | picking, progress, what came of it |
//! | `rows` | the table of texts, a row each |
//! | [`saved`] | a corpus that was saved as a file, before it is opened |
//! | `tables` | which column of a table is what |
//!
//! Nothing of a file is ever markup of the page: all of it is text.

pub mod drop;
pub mod guess;
pub mod panel;
pub mod paste;
mod rows;
pub mod saved;
pub mod state;
mod tables;
