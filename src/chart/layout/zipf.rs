//! Frequency against rank, both logarithmic, beside the line of Zipf's law.

use crate::chart::Scene;

/// One word or n-gram.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ZipfPoint {
    /// The word.
    pub term: String,
    /// Its rank by frequency, from 1.
    pub rank: u32,
    /// Its frequency.
    pub frequency: u32,
    /// What a click opens.
    pub target: usize,
}

/// The plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Zipf {
    /// The points, by rank.
    pub points: Vec<ZipfPoint>,
    /// What is ranked, in the plural: `words`, `2-grams`.
    pub unit: String,
}

impl Zipf {
    /// The plot at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        Scene { width, height: 40.0, ..Scene::default() }
    }
}
