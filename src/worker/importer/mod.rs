//! Files in, texts out, in a worker of its own: `entry` is its side, `client` the page's.
//!
//! The worker is there only while files are read: it starts when some come and is ended after. What
//! a file does to it (no end, no memory left, a trap) costs that file, and a new worker reads the rest.

#[cfg(all(feature = "import", feature = "worker"))]
pub mod entry;

#[cfg(feature = "app")]
pub mod client;
