//! The rows: a grid that is one stop of the Tab key, walked with the arrow keys.

use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::press::{Pressed, press};
use super::walk::Place;
use super::{Cell, Column, DataTableProps, ROW, VIRTUAL, Window};
use crate::app::components::ArticleBadge;
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::origin::Origin;
use crate::route::NumberState;

/// A table of more rows scrolls in its own box: a phone's page would be all table.
const TALL: u32 = 24;

/// A table of more columns stands closer.
const DENSE: u32 = 12;

/// Rows asked for on either side of those in sight.
const SPARE: u32 = 40;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct GridProps {
    pub(super) table: DataTableProps,
}

#[component]
pub(super) fn Grid(props: &GridProps) -> Html {
    let app = use_app();
    let table = &props.table;
    let scroll_box = use_node_ref();
    let current = use_state_eq(|| (1_u32, 0_u32));
    // Set by a key: the cell that takes the focus once it is there.
    let wanted = use_mut_ref(|| None::<Place>);
    let columns = table.columns.len() as u32;
    let windowed = table.on_window.is_some() && table.total > VIRTUAL;
    let rows = if windowed { table.total } else { table.rows.len() as u32 };
    let offset = if windowed { table.offset } else { 0 };
    let place = (current.0.min(rows), current.1.min(columns.saturating_sub(1)));

    {
        let (scroll_box, wanted) = (scroll_box.clone(), wanted.clone());
        use_effect(move || {
            let Some((row, column)) = *wanted.borrow() else { return };
            let selector = ["[data-cell=\"", &row.to_string(), ":", &column.to_string(), "\"]"].concat();
            let cell =
                scroll_box.cast::<HtmlElement>().and_then(|found| found.query_selector(&selector).ok().flatten());
            if let Some(cell) = cell {
                let inner = cell.query_selector("button, a, input").ok().flatten().unwrap_or(cell);
                if let Ok(inner) = wasm_bindgen::JsCast::dyn_into::<HtmlElement>(inner) {
                    let _ = inner.focus();
                }
                *wanted.borrow_mut() = None;
            }
        });
    }

    let onscroll = table.on_window.clone().filter(|_| windowed).map(|on_window| {
        let scroll_box = scroll_box.clone();
        let (have_from, have_to) = (offset, offset + table.rows.len() as u32);
        Callback::from(move |_: Event| {
            let Some(found) = scroll_box.cast::<HtmlElement>() else { return };
            let first = (found.scroll_top().max(0) as u32 / ROW).min(rows);
            let seen = found.client_height().max(0) as u32 / ROW + 1;
            let last = (first + seen).min(rows);
            if first < have_from || last > have_to {
                let offset = first.saturating_sub(SPARE);
                on_window.emit(Window { offset, limit: (seen + 2 * SPARE).max(VIRTUAL) });
            }
        })
    });

    let onkeydown = {
        let (current, scroll_box) = (current.clone(), scroll_box.clone());
        let (app, table) = (app.clone(), table.clone());
        Callback::from(move |event: KeyboardEvent| {
            let scroll_box = scroll_box.cast::<HtmlElement>().filter(|_| windowed);
            let at = Pressed { app: &app, table: &table, offset, place, size: (rows, columns), scroll_box };
            press(&event, &at, &|next| {
                *wanted.borrow_mut() = Some(next);
                current.set(next);
            });
        })
    };
    // A click or the focus of a button makes its cell the current one.
    let onfocusin = {
        let current = current.clone();
        move |event: FocusEvent| {
            let cell =
                event.target_dyn_into::<web_sys::Element>().and_then(|at| at.closest("[data-cell]").ok().flatten());
            let place = cell.and_then(|cell| cell.get_attribute("data-cell")).and_then(|at| {
                let (row, column) = at.split_once(':')?;
                Some((row.parse().ok()?, column.parse().ok()?))
            });
            if let Some(place) = place {
                current.set(place);
            }
        }
    };

    let spacer = |height: u32| {
        (height > 0).then(|| {
            html! { <tbody aria-hidden="true"><tr><td colspan={columns.to_string()} height={height.to_string()} /></tr></tbody> }
        })
    };
    let of = |row: u32, column: &Column| number_of(table, row.checked_sub(offset + 1)?, column);
    let below = rows.saturating_sub(offset + table.rows.len() as u32);
    let row = |(at, cells): (usize, &Vec<Cell>)| {
        let number = offset + at as u32 + 1;
        html! {
            <tr key={number} aria-rowindex={(number + 1).to_string()}>
                { for table.columns.iter().zip(cells).enumerate().map(|(at, (column, cell))| {
                    let stop = place == (number, at as u32);
                    cell_html(&app, column, cell, (number, at as u32), stop, of(number, column))
                }) }
            </tr>
        }
    };
    html! {
        <div class={classes!("table-box", windowed.then_some("windowed"), (rows > TALL).then_some("tall"), (columns > DENSE).then_some("dense"))} ref={scroll_box} {onscroll}>
            <table role="grid" aria-rowcount={(rows + 1).to_string()} aria-label={table.title.clone()}
                {onkeydown} {onfocusin}>
                <colgroup>
                    { for table.columns.iter().map(|column| {
                        let width = if column.width > 0 { column.width } else if column.numeric { 92 } else { 150 };
                        // Its width is the style sheet's, by the width of the table.
                        let width = (!column.badges).then(|| width.to_string());
                        html! { <col {width} class={column.badges.then_some("badges")} /> }
                    }) }
                </colgroup>
                <thead>
                    <tr aria-rowindex="1">
                        { for table.columns.iter().enumerate().map(|(at, column)| heading(table, at, column, place == (0, at as u32))) }
                    </tr>
                </thead>
                { spacer(if windowed { offset * ROW } else { 0 }) }
                <tbody>{ for table.rows.iter().enumerate().map(row) }</tbody>
                { spacer(if windowed { below * ROW } else { 0 }) }
            </table>
            if windowed {
                <p class="print-only">
                    { "Rows " }{ labels::count(offset + 1) }{ " to " }{ labels::count(rows - below) }{ " of " }{ labels::count(rows) }
                    { "; the CSV file has all." }
                </p>
            }
        </div>
    }
}

/// The number in a column of a row, counted from 0 among those that are there.
pub(super) fn number_of(table: &DataTableProps, row: u32, column: &Column) -> Option<NumberState> {
    let of = table.of.get(row as usize).filter(|_| !column.measure.is_empty())?;
    let article = column.article.as_ref().map_or_else(|| of.article.clone(), ToString::to_string);
    Some(NumberState { measure: column.measure.to_owned(), article, ..of.clone() })
}

fn tab(stop: bool) -> &'static str {
    if stop { "0" } else { "-1" }
}

fn heading(table: &DataTableProps, at: usize, column: &Column, stop: bool) -> Html {
    let descending = table.sorted.filter(|(sorted, _)| *sorted == at).map(|(_, descending)| descending);
    let words = html! {
        <>
            { &column.heading }
            if !column.unit.is_empty() { <small>{ &column.unit }</small> }
        </>
    };
    let sort = table.on_sort.as_ref().filter(|_| column.sortable).map(|on_sort| {
        let next = descending.map_or(column.numeric, |descending| !descending);
        on_sort.reform(move |_: MouseEvent| (at, next))
    });
    let order = match descending {
        Some(true) => "descending",
        Some(false) => "ascending",
        None => "none",
    };
    html! {
        <th scope="col" class={classes!(column.numeric.then_some("number"))} title={column.explains.clone()}
            aria-sort={sort.is_some().then_some(order)} data-cell={["0:", &at.to_string()].concat()}
            data-measure={(!column.measure.is_empty()).then_some(column.measure)}
            tabindex={sort.is_none().then(|| tab(stop))}>
            if let Some(onclick) = sort {
                <button type="button" class={classes!("sort", descending.map(|_| order))} tabindex={tab(stop)} {onclick}>{ words }</button>
            } else {
                { words }
            }
        </th>
    }
}

fn cell_html(
    app: &App,
    column: &Column,
    cell: &Cell,
    (row, at): Place,
    stop: bool,
    number: Option<NumberState>,
) -> Html {
    // Every number is a button to what it was counted from, where the reader leads on to its computation.
    let evidence = |text: &AttrValue, class: &'static str, origin: Origin| {
        let (app, number) = (app.clone(), number.clone());
        let label = (class == "of").then(|| [text, ": ", &origin.name(), ", read"].concat());
        let onclick = move |_: MouseEvent| origin.open(&app, number.clone());
        html! { <button type="button" {class} tabindex={tab(stop)} aria-label={label} {onclick}>{ text }</button> }
    };
    let (content, plain) = match cell {
        // A number with nothing to read behind it leads to its computation at once.
        Cell::Text(text) if number.is_some() && text.bytes().any(|byte| byte.is_ascii_digit()) => {
            let (app, number) = (app.clone(), number.clone());
            let label = [text, ": how is it computed?"].concat();
            let onclick = move |_: MouseEvent| number.iter().for_each(|number| app.work_out(number.clone()));
            (
                html! { <button type="button" class="of" tabindex={tab(stop)} aria-label={label} {onclick}>{ text }</button> },
                false,
            )
        }
        Cell::Text(text) => (html! { text }, true),
        Cell::Term(term, article) => (evidence(term, "term", Origin::Term(term.clone(), *article)), false),
        Cell::Of { text, origin, note: "" } => (evidence(text, "of", origin.clone()), false),
        Cell::Of { text, origin, note } => {
            let mark = html! { <sup class="noted" title={*note}>{ "†" }<span class="unseen">{ *note }</span></sup> };
            (html! { <>{ mark }{ evidence(text, "of", origin.clone()) }</> }, false)
        }
        Cell::Article(article) => {
            let (number, name) = (*article, app.article(*article).map(labels::short));
            let app = app.clone();
            let onclick = move |_: MouseEvent| app.open_article(number);
            let content = html! {
                <button type="button" class="of-article" title={name.clone()} tabindex={tab(stop)} {onclick}>
                    { part!(ArticleBadge { article: number, named: true }) }<span class="of-name">{ name }</span>
                </button>
            };
            (content, false)
        }
        Cell::Other(content) | Cell::Counted(_, content) => (content.clone(), true),
    };
    let data = [row.to_string(), at.to_string()].join(":");
    let class = classes!(column.numeric.then_some("number"), column.badges.then_some("badges"));
    let tabindex = plain.then(|| tab(stop));
    if at == 0 {
        html! { <th scope="row" {class} data-cell={data} {tabindex}>{ content }</th> }
    } else {
        html! { <td {class} data-cell={data} {tabindex}>{ content }</td> }
    }
}
