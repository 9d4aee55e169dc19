//! A concordance: a line a hit, with what stands before and after it.

use super::{doc_id, first_columns, groups, part, relation};
use crate::analysis::concordance::concordance;
use crate::analysis::{QueryError, Selection};
use crate::engine::csv::Writer;
use crate::protocol::ConcordanceQuery;
use crate::protocol::exports::ExportPart;
use crate::text::Characters;

/// The columns after those that name the text.
const COLUMNS: [&str; 13] = [
    "title",
    "outlet",
    "published",
    "published_relation",
    "pattern",
    "sentence_id",
    "from",
    "to",
    "start_char",
    "end_char",
    "pre",
    "keyword",
    "post",
];

/// The file from this hit on.
///
/// # Errors
/// As [`concordance`].
pub(super) fn csv(selection: &Selection, query: &ConcordanceQuery, at: u32) -> Result<ExportPart, QueryError> {
    let found = concordance(selection, query)?;
    let groups = groups(selection);
    let index = selection.index();
    let mut csv = if at == 0 { Writer::new(first_columns(selection).chain(COLUMNS)) } else { Writer::going_on() };
    // Hits in the order of their contexts come back to the same text again and again.
    let mut counted: Vec<Option<Characters>> = vec![None; selection.on().len()];
    let mut next = at as usize;
    while let Some(hit) = found.hits.get(next).filter(|_| csv.len() < super::PART) {
        next += 1;
        let position = hit.position as usize;
        let article = &selection.articles()[selection.on()[position] as usize];
        let characters = counted[position].get_or_insert_with(|| Characters::new(&article.text));
        let span = hit.span(selection);
        let [pre, post] = hit.contexts(selection, query.width);
        let date = article.published.date.as_deref();
        csv.text(doc_id(selection, position));
        if let Some(group) = groups.get(position) {
            csv.text(group);
        }
        csv.text(&article.title)
            .text(article.outlet.as_deref().unwrap_or_default())
            .text(date.unwrap_or_default())
            .text(date.map_or("", |_| relation(article.published.relation)))
            .text(&found.terms[hit.term as usize])
            .count(index.sentence_of(position, hit.token as usize).map_or(0, |sentence| sentence as u32 + 1))
            .count(hit.token + 1)
            .count(hit.token + hit.words)
            .count(characters.at(span.start))
            .count(characters.at(span.end))
            .text(&pre)
            .text(&span.of(&article.text).split_whitespace().collect::<Vec<_>>().join(" "))
            .text(&post)
            .end_line();
    }
    Ok(part(csv.done(), next, found.hits.len()))
}
