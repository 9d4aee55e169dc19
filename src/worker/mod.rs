//! The worker: `entry` (a request in, a response out) and `client` (questions, progress, cancel, restart).
//!
//! Both speak [`crate::protocol`] through `serde-wasm-bindgen`: plain JavaScript objects cross.

#[cfg(feature = "worker")]
pub mod entry;

#[cfg(feature = "app")]
pub mod client;
