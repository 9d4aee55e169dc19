//! Utterances, reused passages and near-duplicates as CSV: one line a place, so that a line leads to its text.

use super::csv::Writer;
use super::tables::{group_of, id};
use crate::analysis::quotations::Quotations;
use crate::analysis::reuse::{duplicates as near, passages as reused, utterances as said};
use crate::analysis::{QueryError, Selection};
use crate::protocol::{ReuseQuery, UtterancesQuery};
use crate::text::Span;

/// What a span of an article says, white space as a single blank.
fn written(selection: &Selection, article: u32, span: Span) -> String {
    let text = selection.articles().get(article as usize).map_or("", |article| span.of(&article.text));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The columns that a table of places has where groups are compared: in how many of them the wording stands, and in
/// which this place is.
fn of_groups(selection: &Selection) -> &'static [&'static str] {
    if selection.units().are_groups() { &["groups", "group"] } else { &[] }
}

/// In how many articles some places are.
fn articles(places: impl Iterator<Item = u32>) -> u32 {
    places.collect::<std::collections::BTreeSet<u32>>().len() as u32
}

/// Every place of every reused passage.
pub(super) fn passages(
    selection: &Selection,
    quotations: &Quotations,
    query: &ReuseQuery,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<String, QueryError> {
    let whole = ReuseQuery { offset: 0, limit: u32::MAX, open: None, ..query.clone() };
    let report = reused::reuse(selection, quotations, &whole, progress)?;
    let columns = ["passage", "words", "articles", "places", "article", "start_byte", "end_byte", "as_written"];
    let mut csv = Writer::new(columns.into_iter().chain(of_groups(selection).iter().copied()));
    for (number, passage) in (1..).zip(&report.passages) {
        for &(article, span) in &passage.places {
            csv.count(number)
                .count(passage.words)
                .count(passage.articles)
                .count(passage.places.len() as u32)
                .text(id(selection, article))
                .count(span.start)
                .count(span.end)
                .text(&written(selection, article, span));
            if selection.units().are_groups() {
                csv.count(passage.units).text(group_of(selection, article));
            }
            csv.end_line();
        }
    }
    Ok(csv.done())
}

/// Every quotation of every utterance.
pub(super) fn utterances(
    selection: &Selection,
    quotations: &Quotations,
    query: &UtterancesQuery,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<String, QueryError> {
    let whole = UtterancesQuery { offset: 0, limit: u32::MAX, open: None, ..query.clone() };
    let report = said::utterances(selection, quotations, &whole, progress)?;
    let columns =
        ["utterance", "articles", "places", "article", "kind", "words", "start_byte", "end_byte", "as_written"];
    let mut csv = Writer::new(columns.into_iter().chain(of_groups(selection).iter().copied()));
    for (number, row) in (1..).zip(&report.rows) {
        let of = articles(row.places.iter().map(|place| place.article));
        for place in &row.places {
            csv.count(number)
                .count(of)
                .count(row.places.len() as u32)
                .text(id(selection, place.article))
                .text(place.kind.called())
                .count(place.words)
                .count(place.span.start)
                .count(place.span.end)
                .text(&written(selection, place.article, place.span));
            if selection.units().are_groups() {
                csv.count(row.units).text(group_of(selection, place.article));
            }
            csv.end_line();
        }
    }
    Ok(csv.done())
}

/// Pairs of articles that are nearly the same.
pub(super) fn duplicates(selection: &Selection, progress: &mut dyn FnMut(u32, u32)) -> Result<String, QueryError> {
    let mut csv = Writer::new([
        "group",
        "article_a",
        "article_b",
        "resemblance",
        "containment",
        "shared_5grams",
        "5grams_a",
        "5grams_b",
    ]);
    for (number, group) in (1..).zip(near::kept(selection, progress)?.iter()) {
        for pair in &group.pairs {
            csv.count(number)
                .text(id(selection, pair.a))
                .text(id(selection, pair.b))
                .number(pair.resemblance)
                .number(pair.containment)
                .count(pair.shared)
                .count(pair.of_a)
                .count(pair.of_b)
                .end_line();
        }
    }
    Ok(csv.done())
}
