//! Every collocate of every article.

use yew::prelude::*;

use super::collocates::{marking, measure, number, question, written};
use crate::app::components::{Cell, Column, DataTable, on_filter, on_sort, use_rows};
use crate::app::context::use_app;
use crate::app::numbers::{decimal, signed, undefined};
use crate::app::origin::Origin;
use crate::protocol::{CollocateColumn, CollocateRow, CollocatesQuery, Table};
use crate::route::NumberState;

/// Id of the table.
pub(super) const ID: &str = "collocates-table";

/// See [`CollocatesTable`].
#[derive(Properties, PartialEq)]
pub struct CollocatesTableProps {
    /// The node’s words.
    pub node: Vec<String>,
}

/// What each column is sorted by; how often a word stands near the name elsewhere is not.
const ORDER: [Option<CollocateColumn>; 9] = [
    Some(CollocateColumn::Term),
    Some(CollocateColumn::Article),
    Some(CollocateColumn::Together),
    Some(CollocateColumn::Frequency),
    Some(CollocateColumn::Expected),
    Some(CollocateColumn::Measure),
    Some(CollocateColumn::Articles),
    None,
    Some(CollocateColumn::Difference),
];

/// The table, in the order and under the filter that the address has.
#[component]
pub fn CollocatesTable(props: &CollocatesTableProps) -> Html {
    let app = use_app();
    let state = app.state().framing.clone();
    let asked = question(&state);
    let rows = use_rows(&state.filter, state.order, |table| CollocatesQuery { panel: 0, table, ..asked.clone() });
    let (name, key) = measure(state.measure);
    let noun = app.unit_noun();
    let columns = vec![
        Column::words("collocate", "A word that stands near the name.").width(150),
        Column::words(noun, ["In which ", noun, "."].concat()).width(170),
        Column::numbers("together", ["How often it stands near the name in this ", noun, "."].concat())
            .unit("times")
            .width(88),
        Column::numbers("in all", ["How often it stands in this ", noun, " altogether."].concat())
            .unit("times")
            .width(72),
        Column::numbers("expected", "How often it would stand near the name by chance.")
            .measure("collocate-expected")
            .width(92),
        Column::numbers(name, "How strongly the two belong together.").measure(key).width(88),
        Column::numbers("near it in", ["In how many ", noun, "s it stands near the name."].concat())
            .unit([noun, "s"].concat())
            .width(88),
        Column::numbers("elsewhere", ["How often it stands near the name in all other ", noun, "s."].concat())
            .unit("times")
            .unsorted()
            .width(92),
        Column::numbers(
            "log ratio",
            ["How much larger its share of this ", noun, "’s windows is than of all others’."].concat(),
        )
        .measure("collocate-difference")
        .width(92),
    ];
    let row = |row: &CollocateRow| {
        let of = |article: Option<u32>| Origin::Sizes(marking(&props.node, state.window, &row.term), article);
        vec![
            Cell::of(row.written.clone(), of(Some(row.article))),
            Cell::Article(row.article),
            Cell::count(row.together, of(Some(row.article))),
            Cell::times(row.frequency, row.term.clone(), Some(row.article)),
            Cell::of(decimal(row.expected, 2), of(Some(row.article))),
            match row.value(state.measure) {
                Some(value) => Cell::of(written(state.measure, value), of(Some(row.article))),
                None => Cell::Other(undefined(if app.by_groups() {
                    "the windows would fill the group"
                } else {
                    "the windows would fill the article"
                })),
            },
            Cell::count(row.articles, of(None)),
            Cell::count(row.elsewhere, of(None)),
            match row.log_ratio {
                Some(value) => Cell::of(signed(value, 2), of(Some(row.article))),
                // Where no other article has the name, none has the word beside it; both are told.
                None => Cell::Other(undefined(if app.by_groups() {
                    "no other group has the name, or too little stands around it there to tell"
                } else {
                    "no other article has the name, or too little stands around it there to tell"
                })),
            },
        ]
    };
    let report = rows.answer.report();
    let cells: Vec<Vec<Cell>> = report.map(|report| report.rows.iter().map(row).collect()).unwrap_or_default();
    let of: Vec<NumberState> =
        report.map(|report| report.rows.iter().map(|row| number(&app, row, "")).collect()).unwrap_or_default();
    let sorted = ORDER.iter().position(|column| *column == Some(state.order.sort));
    part!(DataTable {
        title: "Every collocate",
        columns,
        total: report.map_or(0, |report| report.total),
        offset: rows.window.offset,
        rows: cells,
        of,
        on_window: rows.on_window.clone(),
        sorted: sorted.map(|at| (at, state.order.descending)),
        on_sort: on_sort(&app, |state| &mut state.framing.order, |place| ORDER.get(place).copied().flatten()),
        filter: state.filter.clone(),
        on_filter: on_filter(&app, |state| &mut state.framing.filter),
        asked: rows.answer.asked.clone(),
        csv: Table::Collocates(rows.query.clone()),
        file: "parallax-collocates",
        empty: "No word stands near the name so often. Let one time be enough, or widen the window."
    })
}
