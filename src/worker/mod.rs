//! The worker: `entry` (a request in, a response out), `lists` (word lists for the engine), `fetched` (what workers asked for) and `client` (questions, progress, cancel, restart).
//!
//! Both speak [`crate::protocol`] through `serde-wasm-bindgen`: plain JavaScript objects cross.

#[cfg(feature = "worker")]
pub mod entry;

#[cfg(feature = "worker")]
mod lists;

#[cfg(any(feature = "app", feature = "worker"))]
pub mod fetched;

#[cfg(feature = "app")]
pub mod client;

#[cfg(any(feature = "app", feature = "import"))]
pub mod importer;
