//! Text: spans of it, its words, sentences and paragraphs, and what makes two written words one.
//!
//! Text is UTF-8 and stays as given; everything here points into it by byte [`Span`]s.

pub mod options;
pub mod span;

pub use options::WordOptions;
pub use span::Span;
