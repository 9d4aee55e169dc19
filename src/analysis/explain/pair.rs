//! Similarity of two articles, worked out from their words.

use super::{Working, plain, prose, told, worked};
use crate::analysis::error::QueryError;
use crate::analysis::prose::figures as whole;
use crate::analysis::selection::Selection;
use crate::analysis::similarity::of_two;
use crate::corpus::TermId;
use crate::stats::Measure;
use crate::stats::formula::Case;
use crate::stats::similarity::common;

pub(super) fn work(selection: &Selection, measure: &Measure, a: u32, b: u32) -> Result<Option<Working>, QueryError> {
    let positions = (selection.unit(a)?, selection.unit(b)?);
    let weights = selection.unit_weights();
    let (x, y) = (weights.article(positions.0), weights.article(positions.1));
    let types = |words: &[(TermId, f64)]| -> Vec<TermId> { words.iter().map(|word| word.0).collect() };
    let (types_x, types_y) = (types(x), types(y));
    let (low, high) = (positions.0.min(positions.1), positions.0.max(positions.1));
    let row = of_two(selection, low, high);
    let sets = Case::default()
        .with("k", common(&types_x, &types_y))
        .with("m", types_x.len() as f64)
        .with("n", types_y.len() as f64);
    let mut working = match measure.key {
        "cosine" => {
            let mut either: Vec<TermId> = types_x.iter().chain(&types_y).copied().collect();
            either.sort_unstable();
            either.dedup();
            let column =
                |position: usize| either.iter().map(move |&term| weights.of(position, term)).collect::<Vec<_>>();
            let case = Case::default().with_column("words", "x", column(positions.0)).with_column(
                "words",
                "y",
                column(positions.1),
            );
            let mut working = worked(measure, &case, &[], row.cosine);
            working.steps = heaviest(selection, positions, &either);
            working
        }
        "jaccard" => worked(measure, &sets, &[], row.jaccard),
        "containment" => worked(measure, &sets, &[], row.containment),
        "shared-5grams" => {
            let mut working = told(Some(f64::from(row.shared_5grams)));
            working.steps = vec![plain(format!(
                "Each different run of five words within a sentence is looked up in both {}; {} of them stand in both.",
                selection.units().noun().1,
                whole(row.shared_5grams)
            ))];
            working
        }
        _ => return Ok(None),
    };
    working.title = prose(|out| {
        out.article(a).text(" and ").article(b);
    });
    if working.value.is_none() {
        working.undefined = "An article without a word that is counted is like nothing.".to_owned();
    }
    Ok(Some(working))
}

/// Shared words that are named.
const NAMED: usize = 5;

/// The shared words that carry most of the cosine.
fn heaviest(selection: &Selection, (a, b): (usize, usize), either: &[TermId]) -> Vec<Vec<super::Piece>> {
    let weights = selection.unit_weights();
    let product = |term: TermId| weights.of(a, term) * weights.of(b, term);
    let shared: Vec<TermId> = either.iter().copied().filter(|&term| product(term) > 0.0).collect();
    let total = shared.len();
    let order = crate::analysis::table::ordered(
        shared,
        true,
        |&term| Some(product(term)),
        |&term| u64::from(selection.rank(term)),
    );
    let words: Vec<&str> = order.iter().take(NAMED).map(|&term| selection.index().term(term)).collect();
    if words.is_empty() {
        return vec![plain("The two have no word in common: every product x y is 0.")];
    }
    vec![prose(|out| {
        out.text(&format!(
            "Of {} different words of either, {} stand in both and add to the upper sum; most comes from ",
            whole(either.len() as u32),
            whole(total as u32)
        ));
        out.terms(&words).text(".");
    })]
}
