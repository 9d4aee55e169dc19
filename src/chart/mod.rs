//! Charts: scales, ticks, layouts, and the scene they make: shapes, and their words for a screen
//! reader. Knows no DOM and no corpus; the page draws a [`Scene`] as SVG elements, [`svg`] writes
//! the very same scene as a file.

pub mod calendar;
pub mod draw;
pub mod face;
pub mod label;
pub mod layout;
pub mod measure;
pub mod order;
pub mod scale;
pub mod scene;
pub mod svg;
pub mod theme;
pub mod ticks;

pub use scene::{Align, Card, Ink, Mark, Scene, Shape, Type};
