//! When the articles were published, as exactly as their texts say.

use super::Article;
use crate::chart::Scene;

/// How a date relates to the day of publication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relation {
    /// On that day, in that month, in that year.
    #[default]
    On,
    /// After it.
    After,
    /// Before it.
    Before,
}

/// One article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// The article.
    pub article: Article,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else stands among the undated.
    pub date: Option<String>,
    /// On, after or before that date.
    pub relation: Relation,
    /// Drawn from words of the text rather than stated.
    pub inferred: bool,
    /// What a click opens.
    pub target: usize,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The articles.
    pub events: Vec<Event>,
}

impl Timeline {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        Scene { width, height: 40.0, ..Scene::default() }
    }
}
