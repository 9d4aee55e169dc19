//! Effect against evidence: log ratio to the right, G² or p upwards, one mark a word.

use super::Article;
use crate::chart::Scene;

/// One word of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VolcanoPoint {
    /// The word.
    pub term: String,
    /// Number of its article.
    pub article: u32,
    /// log2 of the ratio of the two rates.
    pub log_ratio: Option<f64>,
    /// |G²| or −log10 p, as [`Volcano::significance`] says; a negative number counts as its absolute value.
    pub evidence: Option<f64>,
    /// Frequency in the article.
    pub count: u32,
    /// Frequency in the reference.
    pub reference: u32,
    /// What a click opens.
    pub target: usize,
}

/// What the vertical axis shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Significance {
    /// The log-likelihood.
    #[default]
    G2,
    /// −log10 of p.
    MinusLog10P,
}

/// A horizontal line with its meaning.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Threshold {
    /// Where it stands on the vertical axis.
    pub value: f64,
    /// What it says: `p = 0.05`.
    pub label: String,
}

/// The plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Volcano {
    /// The articles the points belong to.
    pub articles: Vec<Article>,
    /// What each is compared with, as in `the other articles`.
    pub reference: String,
    /// The words, most notable first: the first ones are labelled.
    pub points: Vec<VolcanoPoint>,
    /// What the vertical axis shows.
    pub significance: Significance,
    /// Lines across.
    pub thresholds: Vec<Threshold>,
}

impl Volcano {
    /// The plot at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        Scene { width, height: 40.0, ..Scene::default() }
    }
}
