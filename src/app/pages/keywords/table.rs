//! The table of every word tested.

use yew::prelude::*;

use crate::app::ask::use_answer;
use crate::app::components::{DataTable, use_window};
use crate::app::context::use_app;
use crate::app::pages::keyness::{self, Sides};
use crate::protocol::{KeywordsQuery, Table, TableQuery};

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
    let table = TableQuery {
        filter: state.filter.clone(),
        sort: state.order.sort,
        descending: state.order.descending,
        offset: 0,
        limit: 0,
    };
    let whole = KeywordsQuery { panel: 0, table, ..props.query.clone() };
    let (window, on_window) = use_window((whole.clone(), app.state().settings.clone()));
    let query = KeywordsQuery {
        table: TableQuery { offset: window.offset, limit: window.limit, ..whole.table.clone() },
        ..whole.clone()
    };
    let answer = use_answer(Some(query.clone()));
    let report = answer.report();
    let on_sort = {
        let app = app.clone();
        Callback::from(move |(place, descending): (usize, bool)| {
            if let Some(Some(column)) = keyness::sorting(Sides::Others).get(place).copied() {
                app.change(move |state| {
                    state.keywords.order.sort = column;
                    state.keywords.order.descending = descending;
                });
            }
        })
    };
    let on_filter = {
        let app = app.clone();
        Callback::from(move |filter: String| app.typed(move |state| state.keywords.filter = filter))
    };
    part!(DataTable {
        title: "Every word tested",
        columns: keyness::columns(Sides::Others),
        total: report.map_or(0, |r| r.total),
        offset: window.offset,
        on_window,
        asked: answer.asked.clone(),
        rows: report.map_or_else(Vec::new, |r| r.rows.iter().map(|row| keyness::cells(Sides::Others, row)).collect()),
        sorted: (keyness::place_of(Sides::Others, state.order.sort), state.order.descending),
        on_sort,
        filter: AttrValue::from(state.filter.clone()),
        on_filter,
        csv: Table::Keywords(query),
        file: "parallax-keywords",
        empty: "No word is frequent enough under these settings: lower the least frequency, or show stop words.",
        children: html! { <>
            {props.children.clone()}
        </> }
    })
}
