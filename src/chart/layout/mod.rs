//! Layouts: plain data and a width in, a [`Scene`](super::Scene) out. One kind of chart a file.
//!
//! Every layout is a struct of strings and numbers with a method `scene(&self, width)`. Widths from
//! 280 to 2,000 px are what they are made for; anything else is brought into 280 to 4,000. Empty
//! input makes a scene that says in words that there is nothing to show. Whatever the numbers are,
//! no coordinate is NaN or infinite, everything lies inside the frame, and texts don't overlap.
//!
//! A mark's `target` is the number its caller gave the datum; what else stands at the same place is
//! in the mark's `others`.

pub mod barcode;
pub mod bars;
pub mod columns;
pub mod course;
pub mod growth;
pub mod heatmap;
pub mod intervals;
pub mod lengths;
pub mod matrix;
pub mod mentions;
pub mod plane;
pub mod spectrum;
pub mod strip;
pub mod tallies;
pub mod timeline;
pub mod two_sided;
pub mod upset;
pub mod volcano;
pub mod zipf;

pub use barcode::{Barcode, Lane, LaneWidth, Tick};
pub use bars::{BarLength, BarRow, Bars};
pub use columns::{ColumnWord, Columns, WordColumn};
pub use course::{Course, CourseClass, CourseLane, CoursePiece};
pub use growth::{Curve, Growth};
pub use heatmap::{CellValue, Heatmap, Merge};
pub use intervals::{IntervalRow, Intervals, shared_domain};
pub use lengths::{LengthColumn, Lengths};
pub use matrix::{Encoding, Matrix, MatrixRow};
pub use mentions::{Mentions, NamedGroup, NamedRow};
pub use plane::{Plane, PlaneOf, PlanePoint};
pub use spectrum::{Spectrum, SpectrumBar};
pub use strip::{Strip, StripDot};
pub use tallies::{Tallies, TallyRow};
pub use timeline::{Event, Relation, Timeline};
pub use two_sided::{Measure, TwoSided, TwoSidedRow};
pub use upset::{Upset, UpsetRow};
pub use volcano::{Axis, Threshold, Volcano, VolcanoPoint};
pub use zipf::{Zipf, ZipfPoint};

/// An article, as charts name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Its number in the corpus, from 0.
    pub number: u32,
    /// The number that chooses its colour and shape: its own, or, where groups are compared, its group's.
    pub colour: u32,
    /// The letter of its badge: `A`, `B`, ... `AA`.
    pub letter: String,
    /// Its outlet or title, for legends, cards and sentences.
    pub name: String,
}
