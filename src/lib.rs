//! **Parallax** shows how the same story is told by different outlets.
//!
//! This page is the map of the crate: what each module is and who may use whom.
//!
//! | module | what it is | may use |
//! | --- | --- | --- |
//! | [`digits`] | how a whole number is written | nothing of the crate |
//! | [`sorting`] | one radix sort and one merge sort for everything | nothing of the crate |
//! | [`text`] | spans, words, sentences, normalisation, stop words, spelling variants | `sorting` |
//! | [`corpus`] | articles, front matter, page furniture, the bundled corpus, the index | `text`, `sorting` |
//! | [`stats`] | numbers in, numbers out: association, dispersion, diversity, readability | `sorting`, `digits` |
//! | [`analysis`] | one question a file: parameters in, report out | `text`, `corpus`, `stats`, `sorting`, `digits` |
//! | [`protocol`] | what page and worker say to each other | `analysis` and below, for their types |
//! | [`engine`] | holds the corpus and answers a request | `analysis`, `protocol` and below |
//! | [`import`] | from a file's bytes to texts that can be added, or why not; its readers under the features `import`, `pdf` | `analysis::reuse`, `corpus`, `text`, `sorting`, `digits` |
//! | `columnar` | lines of the token table in, a Parquet file out; under the feature `parquet` | nothing of the crate |
//! | [`chart`] | scales, ticks, layouts, a scene: shapes and their words | `sorting`, `digits` |
//! | [`route`] | the state of the view and the address after `#` | `protocol`, `digits` |
//! | `worker` | `entry`: a request in, a response out; `lists`: word lists; `client`: promises, progress, cancel, restart; `importer`: files in, texts out; `fetched`: what workers asked for | `entry`, `lists`: `engine`; `client`: `protocol`; `importer`: `import` |
//! | `app` | the page | `worker::client`, `worker::importer`, `worker::fetched`, `route`, `chart`, `protocol`, `import` (its plain types), `digits` |
//!
//! The core never names the web; the page never names the engine. `tests/architecture.rs` holds
//! these edges, and the features hold the rest: without `worker` and `app` no web crate is in the tree.

pub mod analysis;
pub mod chart;
#[cfg(feature = "parquet")]
pub mod columnar;
pub mod corpus;
pub mod digits;
pub mod engine;
pub mod import;
pub mod protocol;
pub mod route;
pub mod sorting;
pub mod stats;
pub mod text;

#[cfg(any(feature = "app", feature = "worker"))]
pub mod worker;

#[cfg(feature = "app")]
pub mod app;
