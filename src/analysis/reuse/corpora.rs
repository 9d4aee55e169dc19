//! What the tests of this module read.

use crate::analysis::selection::Selection;
use crate::analysis::settings::Settings;
use crate::corpus::{Article, Index};

/// All of the articles, under the settings as they come.
pub(super) fn selection(articles: Vec<Article>) -> Selection {
    let settings = Settings::default();
    let index = Index::build(&articles, &settings.words, settings.furniture).unwrap();
    Selection::new(articles.into(), settings, index)
}
