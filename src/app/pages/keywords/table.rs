//! The table of every word tested.

use yew::prelude::*;

use crate::app::components::{DataTable, on_filter, on_sort, use_rows};
use crate::app::context::use_app;
use crate::app::pages::keyness::{self, Sides};
use crate::protocol::{KeywordsQuery, Table};

/// See [`KeywordsTable`].
#[derive(Properties, PartialEq)]
pub struct KeywordsTableProps {
    /// The question of the pictures; the table asks for its own rows.
    pub query: KeywordsQuery,
    /// What stands beside the filter.
    pub children: Html,
}

/// Every word tested, of the chosen articles.
#[component]
pub fn KeywordsTable(props: &KeywordsTableProps) -> Html {
    let app = use_app();
    let state = app.state().keywords.clone();
    let rows = use_rows(&state.filter, state.order, |table| KeywordsQuery { panel: 0, table, ..props.query.clone() });
    let report = rows.answer.report();
    part!(DataTable {
        title: "Every word tested",
        columns: keyness::columns(Sides::Others),
        total: report.map_or(0, |r| r.total),
        offset: rows.window.offset,
        on_window: rows.on_window.clone(),
        asked: rows.answer.asked.clone(),
        rows: report.map_or_else(Vec::new, |r| r.rows.iter().map(|row| keyness::cells(Sides::Others, row)).collect()),
        of: report.map_or_else(Vec::new, |r| r
            .rows
            .iter()
            .map(|row| keyness::number(&app, Sides::Others, row))
            .collect()),
        sorted: (keyness::place_of(Sides::Others, state.order.sort), state.order.descending),
        on_sort: on_sort(
            &app,
            |state| &mut state.keywords.order,
            |place| keyness::sorting(Sides::Others).get(place).copied().flatten()
        ),
        filter: AttrValue::from(state.filter.clone()),
        on_filter: on_filter(&app, |state| &mut state.keywords.filter),
        csv: Table::Keywords(rows.query.clone()),
        file: "parallax-keywords",
        empty: "No word is frequent enough under these settings: lower the least frequency, or show stop words.",
        children: html! { <>
            {props.children.clone()}
        </> }
    })
}
