//! Charts on the page: a [`crate::chart::Scene`] as SVG elements that can be pointed at, walked by
//! keyboard, read out, and taken along as a file.
//!
//! | file | what it is |
//! | --- | --- |
//! | `figure` | [`Chart`]: the box with its head, picture, card and files |
//! | `drawing` | the scene as SVG elements |
//! | `card` | the card of a mark |
//! | `place` | where the card goes |
//! | `press` | what a key does |
//! | `walk` | which mark comes next |
//! | `width` | the width a box has |
//! | `files` | the buttons for SVG and PNG to take along |
//! | `export` | the files themselves |

mod card;
mod drawing;
mod export;
mod figure;
mod files;
mod place;
mod press;
mod walk;
mod width;

pub(super) use export::{base64, fetch_base64};
pub use figure::{Chart, ChartProps, go_to};
pub use files::Files;
pub use width::use_width;
