//! Where words stand along the articles: a lane an article, a tick an occurrence.

use super::Article;
use crate::chart::Scene;

/// One occurrence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tick {
    /// Which word of the article it is, from 0.
    pub token: u32,
    /// What a click opens.
    pub target: usize,
}

/// One word in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// The word. Lanes of one word stand one after the other; a heading is set where the word changes,
    /// if there is more than one.
    pub term: String,
    /// The article.
    pub article: Article,
    /// Its size in word tokens.
    pub tokens: u32,
    /// The occurrences, by place.
    pub ticks: Vec<Tick>,
}

/// How wide a lane is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneWidth {
    /// Each article fills the width: places are shares of its length.
    #[default]
    Equal,
    /// As long as the article.
    Proportional,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Barcode {
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
    /// How wide a lane is.
    pub lane_width: LaneWidth,
}

impl Barcode {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        Scene { width, height: 40.0, ..Scene::default() }
    }
}
