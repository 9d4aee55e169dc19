//! The worker: `entry` (a request in, a response out) and `client` (questions, progress, cancel, restart).
//!
//! Both speak [`crate::protocol`] through `postcard`: bytes cross, fields by their order. So both must be of one build,
//! which the first reply makes sure of.

#[cfg(feature = "worker")]
pub mod entry;

#[cfg(feature = "app")]
pub mod client;
