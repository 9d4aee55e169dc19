//! Questions on framing: the engine brings the list of modal verbs, and writes the tables as CSV.

use std::rc::Rc;

use super::csv::Writer;
use super::lists::{List, Shelf};
use super::tables::{group_of, id, unit_ids, whole};
use crate::analysis::framing::collocates::{self, CollocatesQuery};
use crate::analysis::framing::modals::{self, ModalsReport, Voice};
use crate::analysis::framing::only_here;
use crate::analysis::framing::places::FramedLists;
use crate::analysis::quotations::Quotations;
use crate::analysis::{QueryError, Selection};
use crate::protocol::{Error, ExplainQuery, Framed, MarkedQuery, Marking, Request, Subject, Table};

/// Whether the question is about places or the working of a number of modal verbs, which takes their list and the quotations.
pub(super) fn needs_modals(request: &Request) -> bool {
    match request {
        Request::Modals | Request::Csv(Table::Modals) => true,
        Request::Marked(MarkedQuery { marking: Marking::Framing(name), .. }) => {
            matches!(Framed::named(name), Some(Framed::Modals { .. }))
        }
        Request::Explain(ExplainQuery { of: Subject::Modals { .. }, .. }) => true,
        _ => false,
    }
}

/// The list of modal verbs, where the question needs it.
#[derive(Default)]
pub(super) struct Modals {
    list: Option<Rc<str>>,
    /// A sentence where it didn’t come.
    missing: Vec<String>,
}

impl Modals {
    /// Loads it. Where the whole section is asked for, a list that doesn’t come leaves the rest.
    ///
    /// # Errors
    /// When the question is about it alone, and it doesn’t come.
    pub fn of(request: &Request, shelf: &mut Shelf) -> Result<Self, Error> {
        if !needs_modals(request) {
            return Ok(Self::default());
        }
        match shelf.get(List::Modals) {
            Ok(list) => Ok(Self { list: Some(list), missing: Vec::new() }),
            Err(error) if *request == Request::Modals => Ok(Self { list: None, missing: vec![error.message] }),
            Err(error) => Err(error),
        }
    }

    /// As the analysis takes it, with the quotations.
    pub fn with<'l>(&'l self, quotations: &'l Quotations) -> FramedLists<'l> {
        FramedLists { modals: self.list.as_deref(), quotations }
    }

    /// The answer.
    ///
    /// # Errors
    /// As [`modals::modals`].
    pub fn answer(&self, selection: &Selection, quotations: &Quotations) -> Result<ModalsReport, QueryError> {
        let missing = self.missing.iter().chain(&quotations.missing).cloned().collect();
        modals::modals(selection, self.list.as_deref(), quotations, missing)
    }
}

/// Every collocate of every article, or group, in the order and under the filter asked for.
pub(super) fn collocates(selection: &Selection, query: &CollocatesQuery) -> Result<String, QueryError> {
    let query = CollocatesQuery { panel: 0, table: whole(&query.table), ..query.clone() };
    let report = collocates::collocates(selection, &query)?;
    let mut csv = Writer::new([
        "term",
        "article",
        "together",
        "frequency",
        "node_frequency",
        "article_size",
        "window_words",
        "expected",
        "log_dice",
        "dice",
        "mi",
        "mi3",
        "t",
        "z",
        "g2",
        "delta_p",
        "delta_p_of_node",
        "articles",
        "together_elsewhere",
        "difference_log_ratio",
        "difference_g2",
    ]);
    for row in &report.rows {
        let Some(panel) = report.panels.iter().find(|panel| panel.article == row.article) else { continue };
        csv.text(&row.term)
            .text(id(selection, row.article))
            .count(row.together)
            .count(row.frequency)
            .count(panel.node)
            .count(panel.size)
            .count(panel.near)
            .number(row.expected)
            .number(row.log_dice)
            .number(row.dice)
            .number(row.mi)
            .number(row.mi3)
            .number(row.t)
            .number(row.z)
            .number(row.g2)
            .number(row.delta_p)
            .number(row.delta_p_of_node)
            .count(row.articles)
            .count(row.elsewhere)
            .number(row.log_ratio)
            .number(row.difference_g2)
            .end_line();
    }
    Ok(csv.done())
}

/// Modal verbs: a line a verb and voice, a column an article, or a group; then each voice’s words, which rates are taken of.
pub(super) fn modals(selection: &Selection, report: &ModalsReport) -> String {
    let mut csv = Writer::new(["verb", "class", "words", "frequency"].into_iter().chain(unit_ids(selection)));
    let voices = [(Voice::Writer, "the writer’s"), (Voice::Quoted, "quoted")];
    for row in &report.rows {
        for (voice, name) in voices {
            csv.text(&row.verb).text(row.class.name()).text(name);
            csv.count(row.by_article.iter().map(|count| count.of(voice)).sum());
            for count in &row.by_article {
                csv.count(count.of(voice));
            }
            csv.end_line();
        }
    }
    for (voice, name) in voices {
        csv.text("(all words)").text("").text(name);
        csv.count(report.articles.iter().map(|article| article.size(voice)).sum());
        for article in &report.articles {
            csv.count(article.size(voice));
        }
        csv.end_line();
    }
    csv.done()
}

/// Every sentence that has a support, with the nearest one elsewhere; where groups are compared, with the group of each.
pub(super) fn only_here(selection: &Selection, progress: &mut dyn FnMut(u32, u32)) -> Result<String, QueryError> {
    selection.not_empty()?;
    let supports = selection.supports(progress)?;
    let groups = selection.units().are_groups();
    let columns = [
        "article",
        "start_byte",
        "end_byte",
        "sentence",
        "content_words",
        "support",
        "coverage",
        "nearest_article",
        "nearest_start_byte",
        "nearest_end_byte",
        "nearest_sentence",
    ];
    let of_groups: &[&str] = if groups { &["group", "nearest_group"] } else { &[] };
    let mut csv = Writer::new(columns.into_iter().chain(of_groups.iter().copied()));
    let written = |sentence: &only_here::SaidSentence| {
        let text: String = sentence.pieces.iter().map(|piece| piece.text.as_str()).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for (sentence, found, nearest) in only_here::every_sentence(selection, &supports) {
        csv.text(id(selection, sentence.article))
            .count(sentence.span.start)
            .count(sentence.span.end)
            .text(&written(&sentence))
            .count(found.words)
            .number(found.support)
            .number(found.coverage);
        match &nearest {
            Some(nearest) => csv
                .text(id(selection, nearest.article))
                .count(nearest.span.start)
                .count(nearest.span.end)
                .text(&written(nearest)),
            None => csv.text("").text("").text("").text(""),
        };
        if groups {
            csv.text(group_of(selection, sentence.article));
            csv.text(nearest.as_ref().map_or("", |nearest| group_of(selection, nearest.article)));
        }
        csv.end_line();
    }
    Ok(csv.done())
}
