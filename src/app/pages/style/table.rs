//! The measures of every article.

use yew::prelude::*;

use super::measures::{self, Measure};
use crate::app::ask::Asked;
use crate::app::by_pointer::ByPointer;
use crate::app::components::{Cell, Column, DataTable, on_sort};
use crate::app::context::use_app;
use crate::app::numbers::undefined;
use crate::protocol::{ArticleStyle, Response, StyleColumn, StyleQuery, Table};
use crate::route::NumberState;

/// See [`StyleTable`].
#[derive(Properties, PartialEq)]
pub struct StyleTableProps {
    /// The answer.
    pub response: ByPointer<Response>,
    /// The question, for its progress.
    pub asked: Asked,
}

fn cell(style: &ArticleStyle, measure: &Measure) -> Cell {
    match measures::words(style, measure.column) {
        Err(why) => Cell::Other(undefined(why)),
        // There is nothing to show where nothing was counted.
        Ok(words) if style.value(measure.column) == Some(0.0) => Cell::text(words),
        Ok(words) => Cell::of(words, measures::origin(measure.column, style)),
    }
}

/// The table, in the order that the address has.
#[component]
pub fn StyleTable(props: &StyleTableProps) -> Html {
    let app = use_app();
    let state = app.state().style.clone();
    let Response::Style(report) = &*props.response else { return html! {} };
    let shown = measures::all(state.measures);
    let mut columns = vec![Column::words("article", "Its letter and its outlet or title.").width(240)];
    columns.extend(
        shown.iter().map(|measure| {
            Column::numbers(measure.name, measure.says).unit(measure.unit).measure(measure.key).width(100)
        }),
    );
    let articles = report.order.iter().filter_map(|at| report.articles.get(*at as usize));
    let rows: Vec<Vec<Cell>> = articles
        .map(|style| {
            let numbers = shown.iter().map(|measure| cell(style, measure));
            std::iter::once(Cell::Article(style.article)).chain(numbers).collect()
        })
        .collect();
    let of: Vec<NumberState> = report
        .order
        .iter()
        .filter_map(|at| report.articles.get(*at as usize))
        .map(|style| NumberState { article: app.id(style.article).to_owned(), ..NumberState::default() })
        .collect();
    let order: Vec<StyleColumn> =
        std::iter::once(StyleColumn::Article).chain(shown.iter().map(|measure| measure.column)).collect();
    let sorted = order.iter().position(|column| *column == state.order.sort).map(|at| (at, state.order.descending));
    let sort = on_sort(&app, |state| &mut state.style.order, move |place| order.get(place).copied());
    part!(DataTable {
        title: "Every article",
        columns,
        total: rows.len() as u32,
        rows,
        of,
        sorted,
        on_sort: sort,
        asked: props.asked.clone(),
        csv: Table::Style(StyleQuery { sort: state.order.sort, descending: state.order.descending }),
        file: "parallax-style"
    })
}
