//! The worker: `entry` (a request in, a response out) and `client` (promises, progress, cancel, restart).
