//! Statistics: numbers in, numbers out. Knows no text.
//!
//! Every function says what its number means, its range and formula, and where it is undefined;
//! undefined is `None`, never NaN and never 0. Whatever isn't plain arithmetic goes through
//! [`elementary`], so that native and WebAssembly results are the same to the last bit.
//! `tests/reference.rs` holds the functions to vectors made with well-kept packages.

// Sizes are u32 and sums of them u64: below 2^53 the way to f64 is exact.
#![allow(clippy::cast_precision_loss)]

pub mod association;
pub mod clustering;
pub mod collocation;
pub mod correspondence;
pub mod dispersion;
pub mod distributions;
pub mod diversity;
pub mod eigen;
pub mod elementary;
pub mod formula;
pub mod measure;
pub mod multiplicity;
pub mod permutation;
pub mod readability;
pub mod similarity;
pub mod support;
pub mod tfidf;
pub mod vocabulary;

pub use measure::Measure;
