//! Files that hold a whole corpus, part by part: the document-term matrix, the table of tokens, a concordance,
//! the texts as references.
//!
//! The columns of CSV files have the names of the Text Interchange Formats (rOpenSci) where those have one,
//! `doc_id` and `token`, and of quanteda's `kwic()` for a concordance, so that readers in R and Python join them.

mod bibtex;
mod citations;
mod concordance;
mod csl;
mod matrix;
mod notes;
mod tokens;

use super::tables::id;
use crate::analysis::concordance as hits;
use crate::analysis::quotations::Quotations;
use crate::analysis::term_matrix::TermMatrix;
use crate::analysis::{QueryError, Selection};
use crate::protocol::exports::{Bytes, Export, ExportAnswer, ExportPart, ExportQuery, ExportSizes};
use crate::protocol::{Relation, Request};

/// A part is ended once it has so many bytes.
const PART: usize = 2 << 20;

/// Whether the quotations are needed for the answer.
pub(super) const fn needs_quotations(request: &Request) -> bool {
    matches!(request, Request::Export(ExportQuery::Part(Export::Tokens | Export::TokenLines, _)))
}

/// The answer to a question about files.
///
/// # Errors
/// When nothing is counted, a parameter is out of its range, or a file would be too large.
pub(super) fn answer(
    selection: &Selection,
    query: &ExportQuery,
    quotations: &Quotations,
) -> Result<ExportAnswer, QueryError> {
    let (export, at) = match query {
        ExportQuery::Sizes(query) => {
            let matrix = TermMatrix::of(selection, query)?;
            return Ok(ExportAnswer::Sizes(ExportSizes {
                texts: selection.on().len() as u32,
                tokens: selection.tokens(),
                rows: matrix.rows() as u32,
                columns: matrix.columns() as u32,
                entries: matrix::entries(&matrix) as f64,
                csv: matrix::csv_bytes(selection, &matrix) as f64,
            }));
        }
        ExportQuery::Hits(query) => {
            let found = hits::concordance(selection, query)?;
            let mut counts: Vec<(String, u32)> = found.terms.into_iter().map(|term| (term, 0)).collect();
            for hit in found.hits {
                counts[hit.term as usize].1 += 1;
            }
            return Ok(ExportAnswer::Hits(counts));
        }
        ExportQuery::Part(export, at) => (export, *at),
    };
    let part = match export {
        Export::Matrix(query) => matrix::csv(selection, &TermMatrix::of(selection, query)?, at)?,
        Export::MatrixMarket(query) => matrix::market(selection, &TermMatrix::of(selection, query)?, at),
        Export::MatrixTexts => {
            selection.not_empty()?;
            whole(matrix::texts(selection))
        }
        Export::MatrixWords(query) => matrix::words(&TermMatrix::of(selection, query)?, at),
        Export::MatrixNotes(query) => whole(notes::matrix(selection, query, &TermMatrix::of(selection, query)?)),
        Export::Tokens => tokens::csv(selection, quotations, at)?,
        Export::TokenLines => tokens::lines(selection, quotations, at)?,
        Export::Concordance(query) => concordance::csv(selection, query, at)?,
        Export::BibTex => whole(bibtex::written(&citations::all(selection)?)),
        Export::CslJson => whole(csl::written(&citations::all(selection)?)),
    };
    Ok(ExportAnswer::Part(part))
}

/// A file in one part.
fn whole(text: String) -> ExportPart {
    ExportPart { bytes: Bytes(text.into_bytes()), next: None, done: (1, 1) }
}

/// A part that ends before `next` of `of`.
fn part(text: String, next: usize, of: usize) -> ExportPart {
    let (next, of) = (next as u32, of as u32);
    ExportPart { bytes: Bytes(text.into_bytes()), next: (next < of).then_some(next), done: (next, of) }
}

/// The names of the columns before all others: which text, and of which group where groups are compared.
fn first_columns(selection: &Selection) -> impl Iterator<Item = &'static str> {
    ["doc_id"].into_iter().chain(selection.units().are_groups().then_some("group"))
}

/// By position: the article's group; none where articles are compared.
fn groups(selection: &Selection) -> Vec<&str> {
    let units = selection.units();
    if !units.are_groups() {
        return Vec::new();
    }
    units.places().into_iter().map(|place| id(selection, units.numbers()[place])).collect()
}

/// The id of the article at a position.
fn doc_id(selection: &Selection, position: usize) -> &str {
    &selection.articles()[selection.on()[position] as usize].id
}

/// How a date relates to the day of publication, as files say it.
const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::On => "on",
        Relation::After => "after",
        Relation::Before => "before",
    }
}
