//! The table of tokens: a line a word that is counted.

use super::{doc_id, first_columns, groups, part};
use crate::analysis::quotations::Quotations;
use crate::analysis::tokens::tokens;
use crate::analysis::{QueryError, Selection};
use crate::digits::grouped;
use crate::engine::csv::Writer;
use crate::protocol::exports::ExportPart;

/// The columns after those that name the text.
const COLUMNS: [&str; 9] =
    ["sentence_id", "token_id", "token", "type", "stop_word", "furniture", "quoted", "start_char", "end_char"];

/// Most tokens that are written: as CSV some 600 MB.
const MOST_TOKENS: u32 = 10_000_000;

/// The file from this token on, the first line before the first token.
///
/// # Errors
/// When nothing is counted, or too much.
pub(super) fn csv(selection: &Selection, quotations: &Quotations, at: u32) -> Result<ExportPart, QueryError> {
    let csv = if at == 0 { Writer::new(first_columns(selection).chain(COLUMNS)) } else { Writer::going_on() };
    written(selection, quotations, at, csv)
}

/// The same lines without the first, each cell as it is.
///
/// # Errors
/// As [`csv`].
pub(super) fn lines(selection: &Selection, quotations: &Quotations, at: u32) -> Result<ExportPart, QueryError> {
    written(selection, quotations, at, Writer::going_on().unguarded())
}

fn written(selection: &Selection, quotations: &Quotations, at: u32, mut csv: Writer) -> Result<ExportPart, QueryError> {
    selection.not_empty()?;
    if selection.tokens() > MOST_TOKENS {
        return Err(QueryError::OutOfRange {
            what: "The number of lines of the token table",
            given: grouped(selection.tokens().into()),
            may_be: "10,000,000 or fewer: switch some articles off, and take the others in a second file",
        });
    }
    let groups = groups(selection);
    let mut next = at as usize;
    tokens(selection, quotations, next, &mut |token| {
        next += 1;
        csv.text(doc_id(selection, token.position));
        if let Some(group) = groups.get(token.position) {
            csv.text(group);
        }
        csv.count(token.sentence + 1)
            .count(token.token + 1)
            .text(token.written)
            .text(token.term)
            .truth(token.stop_word)
            .truth(token.furniture)
            .truth(token.quoted)
            .count(token.characters.start)
            .count(token.characters.end)
            .end_line();
        csv.len() < super::PART
    });
    Ok(part(csv.done(), next, selection.tokens() as usize))
}
