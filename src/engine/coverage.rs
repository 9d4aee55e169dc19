//! Questions on names: the engine brings the word lists, keeps what was found, applies the edits, and writes it as CSV.

use std::rc::Rc;

use super::csv::Writer;
use super::lists::{List, Shelf};
use super::tables::{id, unit_ids};
use crate::analysis::coverage::edits::{Told, apply};
use crate::analysis::coverage::report::each_row;
use crate::analysis::coverage::{self, CoverageLists, CoverageQuery, Names};
use crate::analysis::{QueryError, Selection};
use crate::protocol::{Marking, Progress, Request, Table};

/// The names under the edits of the settings, and what became of these.
#[derive(Debug, Default)]
pub(super) struct Edited {
    pub names: Rc<Names>,
    pub told: Vec<Told>,
}

/// The names, where the question needs them: those kept, or found now. Without a list the rest is found all the
/// same; what is missing is said, and asked for again by the next question.
pub(super) fn find(
    selection: &Selection,
    request: &Request,
    shelf: &mut Shelf,
    progress: &mut dyn FnMut(Progress),
) -> Edited {
    let needed = match request {
        Request::Coverage(_) | Request::Csv(Table::Coverage(_)) => true,
        Request::Marked(query) => matches!(query.marking, Marking::Mentions(_)),
        _ => false,
    };
    if !needed || selection.not_empty().is_err() {
        return Edited::default();
    }
    let found = found(selection, shelf, progress);
    let edits = &selection.settings().names;
    if edits.is_empty() {
        return Edited { names: found, told: Vec::new() };
    }
    let (names, told) = apply(&found, edits);
    Edited { names: Rc::new(names), told }
}

/// Those kept, or found now.
pub(super) fn found(selection: &Selection, shelf: &mut Shelf, progress: &mut dyn FnMut(Progress)) -> Rc<Names> {
    if let Some(kept) = selection.names() {
        return Rc::clone(kept);
    }
    let mut missing = Vec::new();
    let mut load = |list: List| shelf.get(list).map_err(|error| missing.push(error.message)).ok();
    let (gazetteer, speakers, reporting) = (load(List::Gazetteer), load(List::Speakers), load(List::Reporting));
    let lists = CoverageLists {
        gazetteer: gazetteer.as_deref(),
        speakers: speakers.as_deref(),
        reporting: reporting.as_deref(),
    };
    let whole = missing.is_empty();
    let mut reading = |done: u32, of: u32| progress(Progress { what: "Looking for names".to_owned(), done, of });
    let names = Rc::new(coverage::find(selection, lists, missing, &mut reading));
    if whole {
        selection.keep_names(Rc::clone(&names));
    }
    names
}

/// The names × articles, or groups, as CSV: counts, then places in the order of first mention.
///
/// # Errors
/// As [`each_row`].
pub(super) fn csv(selection: &Selection, names: &Names, query: &CoverageQuery) -> Result<String, QueryError> {
    let orders: Vec<String> = unit_ids(selection).map(|id| [id, "_order"].concat()).collect();
    let columns = ["name", "kind", "as_written", "count", "articles", "only_in"];
    let mut csv = Writer::new(columns.into_iter().chain(unit_ids(selection)).chain(orders.iter().map(String::as_str)));
    each_row(selection, names, query, |row| {
        let forms: Vec<String> =
            row.forms.iter().map(|form| [&form.written, " (", &form.total.to_string(), ")"].concat()).collect();
        csv.text(&row.name)
            .text(row.kind.name())
            .text(&forms.join(" | "))
            .count(row.total)
            .count(row.articles)
            .text(row.only.map_or("", |article| id(selection, article)));
        for &count in &row.by_article {
            csv.count(count);
        }
        for &place in &row.order {
            if place == 0 {
                csv.text("")
            } else {
                csv.count(place)
            };
        }
        csv.end_line();
    })?;
    Ok(csv.done())
}
