//! Utterance × outlet: who carries which. A row or a cell shows the wordings above.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::filters::without_marks;
use super::utterances::WORDINGS;
use crate::app::charts::go_to;
use crate::app::components::ArticleBadge;
use crate::app::context::use_app;
use crate::app::labels;
use crate::chart::order;
use crate::protocol::{QuotationKind, UtterancePlace, UtteranceRow};

/// Up to so many articles each has a column; beyond, each row lists those that carry it.
const COLUMNS: usize = 14;
/// As many articles a row lists at most.
const LISTED: usize = 12;

/// See [`Matrix`].
#[derive(Properties, PartialEq)]
pub struct MatrixProps {
    /// The rows.
    pub rows: Vec<UtteranceRow>,
    /// Numbers of the units that are drawn, articles or groups: the columns.
    pub articles: Vec<u32>,
    /// How many units are on.
    pub on: u32,
    /// The quotation whose utterance is shown.
    pub open: Option<(u32, u32)>,
    /// How many rows there are in all.
    pub total: u32,
}

/// A dot for each quotation, hollow for what is only reported; of more than two, one and their number.
fn dots(places: &[&UtterancePlace]) -> String {
    let dot = |place: &&&UtterancePlace| if place.kind == QuotationKind::Reported { '○' } else { '●' };
    if places.len() < 3 {
        return places.iter().map(|place| dot(&place)).collect();
    }
    let mut dots: String = places.iter().take(1).map(|place| dot(&place)).collect();
    dots.push_str(&labels::count(places.len() as u32));
    dots
}

/// The words of a row, between marks only where the text has them so.
fn words(row: &UtteranceRow, unmarked: bool) -> String {
    match (unmarked, row.whole) {
        (true, _) => row.text.clone(),
        (false, true) => ["“", &row.text, "”"].concat(),
        (false, false) => ["“", &row.text].concat(),
    }
}

/// The matrix.
#[component]
pub fn Matrix(props: &MatrixProps) -> Html {
    let app = use_app();
    let table = use_node_ref();
    let columns: &[u32] = if props.on as usize <= COLUMNS { &props.articles } else { &[] };
    let choose = |article: u32, byte: u32| {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            let id = app.id(article).to_owned();
            app.change(move |state| state.quotes.utterance = Some((id, byte)));
            go_to(WORDINGS);
        })
    };
    // The arrows go from button to button: along a row, and to the same column of the next.
    let onkeydown = {
        let table = table.clone();
        move |event: KeyboardEvent| walk(&table, &event)
    };
    let holds = |row: &UtteranceRow| {
        props.open.is_some_and(|(article, byte)| {
            row.places.iter().any(|it| it.article == article && it.span.start <= byte && byte < it.span.end)
        })
    };
    let row = |(number, row): (usize, &UtteranceRow)| {
        let is_open = holds(row);
        // The words shown are those of the first place.
        let unmarked = row.places.first().is_some_and(|it| without_marks(it.kind));
        let of = |unit: u32| -> Vec<&UtterancePlace> {
            row.places.iter().filter(|it| app.is_of(unit, it.article)).collect()
        };
        let cell = |(column, article): (usize, &u32)| {
            let places = of(*article);
            let Some(first) = places.first() else {
                return html! { <td><span class="none" aria-hidden="true">{ "·" }</span><span class="unseen">{ "none" }</span></td> };
            };
            let name = app.article(*article).map(labels::short).unwrap_or_default();
            let label =
                [&name, ": ", &labels::counted(places.len() as u32, "quotation", "quotations"), ", show the wordings"]
                    .concat();
            html! {
                <td><button type="button" class={classes!("dots", app.colour(*article))} aria-label={label.clone()} title={label}
                    data-row={number.to_string()} data-column={(column + 1).to_string()} onclick={choose(first.article, first.span.start)}>{ dots(&places) }</button></td>
            }
        };
        let carriers = || {
            let mut articles = order::distinct(row.places.iter().map(|it| app.unit_of(it.article)).collect());
            let more = articles.len().saturating_sub(LISTED);
            articles.truncate(LISTED);
            html! {
                <td class="carriers">
                    { for articles.iter().map(|article| part!(ArticleBadge { article: *article })) }
                    if more > 0 { <span class="soft">{ "and " }{ labels::count(more as u32) }{ " more" }</span> }
                </td>
            }
        };
        html! {
            <tr class={classes!(is_open.then_some("open"))}>
                <th scope="row">
                    <button type="button" class={classes!("utterance", unmarked.then_some("quote-reported"))} aria-pressed={is_open.to_string()} data-row={number.to_string()} data-column="0"
                        onclick={choose(row.article, row.span.start)}>{ words(row, unmarked) }</button>
                </th>
                if columns.is_empty() { { carriers() } } else { { for columns.iter().enumerate().map(cell) } }
            </tr>
        }
    };
    let shown = props.rows.len() as u32;
    html! {
        <>
            <div class="table-box matrix" tabindex="-1">
                <table ref={table} {onkeydown}>
                    <caption class="unseen">{ ["Which ", app.unit_noun(), " carries which utterance. The arrow keys go from cell to cell; Enter shows the wordings."].concat() }</caption>
                    <thead><tr>
                        <th scope="col">{ "utterance" }</th>
                        if columns.is_empty() {
                            <th scope="col">{ "carried by" }</th>
                        } else {
                            { for columns.iter().map(|article| html! { <th scope="col" class="carrier">{ part!(ArticleBadge { article: *article }) }</th> }) }
                        }
                    </tr></thead>
                    <tbody>{ for props.rows.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
            if shown < props.total {
                <p class="chart-note">{ "The first " }{ labels::count(shown) }{ " of " }{ labels::count(props.total) }{ " are shown; the CSV file has all." }</p>
            }
        </>
    }
}

/// Gives the focus to the button an arrow leads to.
fn walk(table: &NodeRef, event: &KeyboardEvent) {
    use wasm_bindgen::JsCast;
    let (down, right) = match event.key().as_str() {
        "ArrowDown" => (1, 0),
        "ArrowUp" => (-1, 0),
        "ArrowRight" => (0, 1),
        "ArrowLeft" => (0, -1),
        _ => return,
    };
    let Some(table) = table.cast::<web_sys::Element>() else { return };
    let from = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let number = |name: &str| from.as_ref()?.get_attribute(name)?.parse::<i32>().ok();
    let (Some(mut row), Some(mut column)) = (number("data-row"), number("data-column")) else { return };
    event.prevent_default();
    // Empty cells are passed over; a row that hasn't the column is entered at its words.
    for _ in 0..64 {
        (row, column) = (row + down, column + right);
        if row < 0 || column < 0 {
            return;
        }
        let at = |column: i32| {
            let selector = ["[data-row='", &row.to_string(), "'][data-column='", &column.to_string(), "']"].concat();
            table.query_selector(&selector).ok().flatten().and_then(|it| it.dyn_into::<HtmlElement>().ok())
        };
        let found = at(column).or_else(|| if down != 0 { at(0) } else { None });
        if let Some(found) = found {
            let _ = found.focus();
            return;
        }
        if down != 0 {
            return;
        }
    }
}
