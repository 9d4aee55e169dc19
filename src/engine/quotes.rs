//! Questions on quotations: the engine brings the word lists, keeps what was found, and writes it as CSV.

use std::rc::Rc;

use super::csv::Writer;
use super::lists::{List, Shelf};
use super::tables::unit_ids;
use super::{exports, framing};
use crate::analysis::quotations::corpus::QuotationLists;
use crate::analysis::quotations::report::{QuotesRow, position_name};
use crate::analysis::quotations::{self, Quotations, report};
use crate::analysis::{QueryError, Selection};
use crate::protocol::{Progress, Request, Table};

/// The quotations, where the question needs them: those kept, or found now. Without a list the marks are found
/// all the same; what is missing is said, and asked for again by the next question.
pub(super) fn find(
    selection: &Selection,
    request: &Request,
    shelf: &mut Shelf,
    progress: &mut dyn FnMut(Progress),
) -> Rc<Quotations> {
    let needed = matches!(
        request,
        Request::Quotes(_)
            | Request::Modals
            | Request::Utterances(_)
            | Request::Reuse(_)
            | Request::Csv(
                Table::Quotes(_)
                    | Table::Speakers
                    | Table::ReportingVerbs
                    | Table::Modals
                    | Table::Utterances(_)
                    | Table::Reuse(_)
            )
    ) || exports::needs_quotations(request)
        || framing::needs_modals(request);
    if !needed || selection.not_empty().is_err() {
        return Rc::default();
    }
    let all = every(selection, shelf, progress);
    // Words set apart that nobody is said to have spoken are no utterance.
    if matches!(request, Request::Utterances(_) | Request::Csv(Table::Utterances(_))) {
        return Rc::new(all.spoken());
    }
    all
}

/// Those kept, or found now.
fn every(selection: &Selection, shelf: &mut Shelf, progress: &mut dyn FnMut(Progress)) -> Rc<Quotations> {
    if let Some(kept) = selection.quotations() {
        return Rc::clone(kept);
    }
    let mut missing = Vec::new();
    let mut load = |list: List| shelf.get(list).map_err(|error| missing.push(error.message)).ok();
    let (reporting, speakers) = (load(List::Reporting), load(List::Speakers));
    let lists = QuotationLists { reporting: reporting.as_deref(), speakers: speakers.as_deref() };
    let whole = missing.is_empty();
    let mut reading = |done: u32, of: u32| progress(Progress { what: "Looking for quotations".to_owned(), done, of });
    let found = Rc::new(quotations::find(selection, lists, missing, &mut reading));
    if whole {
        selection.keep_quotations(Rc::clone(&found));
    }
    found
}

/// The table as CSV, if it is one of quotations.
///
/// # Errors
/// As [`report::quotes`].
pub(super) fn csv(selection: &Selection, table: &Table, all: &Quotations) -> Result<Option<String>, QueryError> {
    if matches!(table, Table::Speakers | Table::ReportingVerbs) {
        selection.not_empty()?;
    }
    Ok(Some(match table {
        Table::Quotes(query) => quotes(selection, &report::rows(selection, all, query)?),
        Table::Speakers => speakers(selection, all),
        Table::ReportingVerbs => verbs(selection, all),
        _ => return Ok(None),
    }))
}

fn quotes(selection: &Selection, rows: &[QuotesRow]) -> String {
    let mut csv = Writer::new([
        "article",
        "paragraph",
        "kind",
        "nested",
        "unclosed",
        "words",
        "length",
        "speaker",
        "verb",
        "class",
        "position",
        "start_byte",
        "end_byte",
        "reason",
    ]);
    for row in rows {
        let it = &row.quotation;
        csv.text(&selection.articles()[it.article as usize].id)
            .count(row.paragraph)
            .text(it.kind.called())
            .truth(it.nested)
            .truth(it.unclosed)
            .text(&row.text)
            .count(row.length)
            .text(row.speaker.as_deref().unwrap_or(""))
            .text(it.verb.as_deref().unwrap_or(""))
            .text(it.class.map_or("", |class| class.name()))
            .text(position_name(it.position))
            .count(it.span.start)
            .count(it.span.end)
            .text(&it.reason)
            .end_line();
    }
    csv.done()
}

fn speakers(selection: &Selection, all: &Quotations) -> String {
    let mut csv = Writer::new(["speaker", "spellings", "how", "frequency"].into_iter().chain(unit_ids(selection)));
    for row in report::speakers(selection, all) {
        for (how, counts) in [("quoted", &row.quoted), ("reported", &row.reported)] {
            csv.text(&row.name).text(&row.spellings.join("; ")).text(how).count(counts.iter().sum());
            for count in selection.units().sum(counts.clone()) {
                csv.count(count);
            }
            csv.end_line();
        }
    }
    csv.done()
}

fn verbs(selection: &Selection, all: &Quotations) -> String {
    let mut csv = Writer::new(["verb", "class", "frequency"].into_iter().chain(unit_ids(selection)));
    for row in report::verbs(selection, all) {
        csv.text(&row.verb).text(row.class.name()).count(row.total);
        for count in selection.units().sum(row.by_article.clone()) {
            csv.count(count);
        }
        csv.end_line();
    }
    csv.done()
}
