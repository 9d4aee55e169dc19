//! Numbers of an article by itself.

use super::{Working, prose, worked};
use crate::analysis::error::QueryError;
use crate::analysis::overview::WORDS_A_MINUTE;
use crate::analysis::selection::Selection;
use crate::stats::Measure;
use crate::stats::formula::Case;

pub(super) fn work(selection: &Selection, measure: &Measure, article: u32) -> Result<Option<Working>, QueryError> {
    let position = selection.position(article)?;
    let tokens = f64::from(selection.size(position));
    let mut working = match measure.key {
        "reading-time" => worked(measure, &Case::default().with("N", tokens), &[], Some(tokens / WORDS_A_MINUTE)),
        _ => return Ok(None),
    };
    working.title = prose(|out| {
        out.article(article);
    });
    Ok(Some(working))
}
