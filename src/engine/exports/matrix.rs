//! The document-term matrix: as CSV, and in the Matrix Market format with its labels.
//!
//! Matrix Market: R. F. Boisvert, R. Pozo, K. A. Remington, *The Matrix Market Exchange Formats: Initial Design*
//! (NISTIR 5935, 1996); what `scipy.io.mmread` and R's `Matrix::readMM` read.

use super::{doc_id, id, part, relation};
use crate::analysis::term_matrix::TermMatrix;
use crate::analysis::{QueryError, Selection};
use crate::digits::grouped;
use crate::engine::csv::Writer;
use crate::protocol::exports::{ExportPart, MOST_MATRIX_CSV};

/// How many cells aren't 0.
pub(super) fn entries(matrix: &TermMatrix) -> u64 {
    (0..matrix.columns()).map(|column| matrix.column(column).len() as u64).sum()
}

/// How many bytes the matrix has as CSV.
pub(super) fn csv_bytes(selection: &Selection, matrix: &TermMatrix) -> u64 {
    let mut line = Writer::going_on();
    line.text("doc_id").end_line();
    let mut bytes = line.len() as u64;
    for &number in selection.units().numbers() {
        let mut line = Writer::going_on();
        line.text(id(selection, number)).end_line();
        bytes += line.len() as u64;
    }
    // A comma and a digit each, and the further digits of larger counts.
    bytes += 2 * matrix.rows() as u64 * matrix.columns() as u64;
    for column in 0..matrix.columns() {
        let mut cell = Writer::going_on();
        bytes += 1 + cell.text(&matrix.term(column)).len() as u64;
        bytes +=
            matrix.column(column).iter().map(|&(_, count)| u64::from(count.checked_ilog10().unwrap_or(0))).sum::<u64>();
    }
    bytes
}

/// The lines of some texts, from this one on: `doc_id`, then each word's count.
///
/// # Errors
/// When the whole file would be too large.
pub(super) fn csv(selection: &Selection, matrix: &TermMatrix, at: u32) -> Result<ExportPart, QueryError> {
    if at == 0 {
        let bytes = csv_bytes(selection, matrix);
        if bytes > MOST_MATRIX_CSV {
            return Err(QueryError::OutOfRange {
                what: "The size of the matrix as CSV",
                given: [
                    &grouped(bytes >> 20),
                    " MB: ",
                    &grouped(matrix.rows() as u64),
                    " × ",
                    &grouped(matrix.columns() as u64),
                    " cells",
                ]
                .concat(),
                may_be: "256 MB or less: take it as Matrix Market, which leaves out the zeros, or ask for more frequent words",
            });
        }
    }
    let first = (at as usize).min(matrix.rows());
    let last = (first + (super::PART / (2 * matrix.columns())).max(1)).min(matrix.rows());
    let cells = matrix.whole_rows(&(first..last));
    let mut csv = Writer::going_on();
    if first == 0 {
        csv.text("doc_id");
        for column in 0..matrix.columns() {
            csv.text(&matrix.term(column));
        }
        csv.end_line();
    }
    for (row, counts) in (first..last).zip(cells.chunks_exact(matrix.columns())) {
        csv.text(id(selection, selection.units().numbers()[row]));
        for &count in counts {
            csv.count(count);
        }
        csv.end_line();
    }
    Ok(part(csv.done(), last, matrix.rows()))
}

/// The cells that aren't 0, from this column on: column by column, numbers from 1.
pub(super) fn market(selection: &Selection, matrix: &TermMatrix, at: u32) -> ExportPart {
    let mut out = String::new();
    if at == 0 {
        let of = if selection.units().are_groups() { "a group of texts" } else { "a text" };
        out.push_str("%%MatrixMarket matrix coordinate integer general\n");
        out.push_str(
            &["% A row is ", of, " (texts.csv), a column a word (words.csv), a value how often it occurs.\n"].concat(),
        );
        let sizes = [matrix.rows() as u64, matrix.columns() as u64, entries(matrix)];
        out.push_str(&[&sizes.map(|size| size.to_string()).join(" "), "\n"].concat());
    }
    let mut column = at as usize;
    while column < matrix.columns() && out.len() < super::PART {
        let number = (column + 1).to_string();
        for (row, count) in matrix.column(column) {
            out.push_str(&[&(row + 1).to_string(), " ", &number, " ", &count.to_string(), "\n"].concat());
        }
        column += 1;
    }
    part(out, column, matrix.columns())
}

/// What the rows are: articles with what is known of them, or groups with their articles.
pub(super) fn texts(selection: &Selection) -> String {
    let units = selection.units();
    let sizes = selection.unit_sizes();
    let mut csv = Writer::new(
        if units.are_groups() {
            &["row", "doc_id", "texts", "tokens"][..]
        } else {
            &["row", "doc_id", "title", "outlet", "published", "published_relation", "language", "tokens"]
        }
        .iter()
        .copied(),
    );
    for (row, &size) in sizes.iter().enumerate() {
        let number = units.numbers()[row];
        csv.count(row as u32 + 1).text(id(selection, number));
        if units.are_groups() {
            let members: Vec<&str> = units.members(row).iter().map(|&position| doc_id(selection, position)).collect();
            csv.text(&members.join(" + "));
        } else {
            let article = &selection.articles()[number as usize];
            let date = article.published.date.as_deref();
            csv.text(&article.title)
                .text(article.outlet.as_deref().unwrap_or_default())
                .text(date.unwrap_or_default())
                .text(date.map_or("", |_| relation(article.published.relation)))
                .text(&article.language);
        }
        csv.count(size).end_line();
    }
    csv.done()
}

/// What the columns are, from this one on: each word, how often it occurs and in how many articles.
pub(super) fn words(matrix: &TermMatrix, at: u32) -> ExportPart {
    let mut csv = if at == 0 { Writer::new(["column", "type", "frequency", "texts"]) } else { Writer::going_on() };
    let mut column = at as usize;
    while column < matrix.columns() && csv.len() < super::PART {
        csv.count(column as u32 + 1)
            .text(&matrix.term(column))
            .count(matrix.frequency(column))
            .count(matrix.range(column))
            .end_line();
        column += 1;
    }
    part(csv.done(), column, matrix.columns())
}
