//! Numbers of an article by itself.

use super::style;
use super::{Working, plain, prose, told, worked};
use crate::analysis::error::QueryError;
use crate::analysis::overview::{Sizes, WORDS_A_MINUTE, furniture_tokens};
use crate::analysis::selection::Selection;
use crate::analysis::style::StyleLists;
use crate::stats::Measure;
use crate::stats::formula::Case;

pub(super) fn work(
    selection: &Selection,
    measure: &Measure,
    part: &str,
    article: u32,
    lists: StyleLists,
) -> Result<Option<Working>, QueryError> {
    let position = selection.position(article)?;
    let sizes = Sizes::of(selection, position);
    let counted = |count: u32, how: &str| Working { steps: vec![plain(how)], ..told(Some(f64::from(count))) };
    let tokens = f64::from(selection.size(position));
    let mut working = match measure.key {
        "reading-time" => worked(measure, &Case::default().with("N", tokens), &[], Some(tokens / WORDS_A_MINUTE)),
        "token" => {
            counted(sizes.tokens, "Each word that stands in the text and is counted, counted once for each place.")
        }
        "type" => counted(sizes.types, "Its different words, each counted once, as the settings make them one."),
        "sentence" => counted(sizes.sentences, "Its sentences that hold a counted word."),
        "furniture" => counted(
            furniture_tokens(selection, &selection.articles()[article as usize]),
            "The words of the passages that the corpus’s file marks as page furniture, whether they are counted or not.",
        ),
        _ => match style::work(selection, measure, part, position, lists) {
            Some(working) => working,
            None => return Ok(None),
        },
    };
    working.title = prose(|out| {
        out.article(article);
    });
    Ok(Some(working))
}
