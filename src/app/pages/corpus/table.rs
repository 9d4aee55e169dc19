//! The table of texts: ticked, sorted, filtered, opened for editing.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::edit::EditTexts;
use super::rows::{Row, Rows, shown, switch};
use super::ticked::Ticked;
use crate::app::components::table::FIRST;
use crate::app::components::{ArticleBadge, Cell, Column, DataTable, on_filter, on_sort};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::protocol::Table;
use crate::route::CorpusColumn;

/// See [`TextsTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct TextsTableProps {
    /// All texts.
    pub texts: Rows,
}

/// What each column is sorted by; the first, of ticks, by nothing.
const ORDERS: [CorpusColumn; 10] = [
    CorpusColumn::Order,
    CorpusColumn::Title,
    CorpusColumn::Outlet,
    CorpusColumn::Date,
    CorpusColumn::Place,
    CorpusColumn::Label,
    CorpusColumn::Language,
    CorpusColumn::Words,
    CorpusColumn::Furniture,
    CorpusColumn::Order,
];

/// Where the column of labels stands, which is there only where a text has one.
const LABEL: usize = 5;

/// What is there, without the column of labels where no text has one.
fn without<T>(mut columns: Vec<T>, labelled: bool) -> Vec<T> {
    if !labelled {
        columns.remove(LABEL);
    }
    columns
}

fn columns() -> Vec<Column> {
    vec![
        Column::words("tick", "Ticked texts are edited, moved, switched and removed together.").unsorted().width(42),
        Column::words("text", "Its title; a click opens what is known of it.").width(236),
        Column::words("outlet", "Who published it.").width(112),
        Column::words("date", "When it was published.").width(170),
        Column::words("place", "Where it was written or reports from.").width(100),
        Column::words("label", "A word of your own to group by: a party, a section, a wave.").width(96),
        Column::words("language", "Its language; and whether it says that it is a translation.").width(112),
        Column::numbers("words", "Words that are counted, under the settings.").width(72),
        Column::numbers("furniture", "Words of passages that are no part of the article.").unit("words").width(88),
        Column::words("taken in", "Whether it takes part in every analysis.").unsorted().width(76),
    ]
}

/// The table.
#[component]
pub fn TextsTable(props: &TextsTableProps) -> Html {
    let app = use_app();
    let state = &app.state().corpus;
    let window = use_state_eq(|| FIRST);
    let ticked = use_state_eq(|| Rc::new(BTreeSet::<String>::new()));
    // The texts whose description is open.
    let open = use_state_eq(|| None::<Rc<Vec<String>>>);
    let places = use_memo((props.texts.clone(), state.filter.clone(), state.order), |(texts, filter, order)| {
        shown(texts, filter, *order)
    });
    let total = places.len() as u32;
    let offset = if window.offset < total { window.offset } else { 0 };
    let on_window = {
        let window = window.setter();
        Callback::from(move |wanted| window.set(wanted))
    };
    let own = app.page().own.is_some();
    let labelled = props.texts.iter().any(|row| row.about.label.is_some());
    let orders = without(ORDERS.to_vec(), labelled);
    let on_edit = {
        let open = open.setter();
        Callback::from(move |ids: Vec<String>| open.set(Some(Rc::new(ids))))
    };
    let rows: Vec<Vec<Cell>> = places
        .iter()
        .skip(offset as usize)
        .take(window.limit as usize)
        .filter_map(|place| props.texts.get(*place as usize))
        .map(|row| {
            let tick = {
                let (ticked, id) = (ticked.clone(), row.id.clone());
                move |_: Event| {
                    let mut next = (**ticked).clone();
                    if !next.remove(&id) {
                        next.insert(id.clone());
                    }
                    ticked.set(Rc::new(next));
                }
            };
            without(cells(&app, row, ticked.contains(&row.id), tick.into(), own.then(|| on_edit.clone())), labelled)
        })
        .collect();
    let sorted = match (state.order.sort, state.order.descending) {
        (CorpusColumn::Order, _) => None,
        (sort, descending) => orders.iter().position(|order| *order == sort).map(|at| (at, descending)),
    };
    let in_sight: Rc<Vec<String>> =
        Rc::new(places.iter().filter_map(|place| props.texts.get(*place as usize)).map(|row| row.id.clone()).collect());
    let on_ticked = {
        let ticked = ticked.setter();
        Callback::from(move |ids: BTreeSet<String>| ticked.set(Rc::new(ids)))
    };
    let on_close = {
        let open = open.setter();
        Callback::from(move |()| open.set(None))
    };
    html! {
        <>
            { part!(Ticked {
                texts: props.texts.clone(), ticked: (*ticked).clone(), shown: in_sight, on_ticked,
                on_edit: on_edit.clone(),
            }) }
            { part!(DataTable {
                title: "Texts",
                columns: without(columns(), labelled),
                total,
                count: html! { labels::counted(total, "text", "texts") },
                offset,
                rows,
                on_window,
                sorted,
                on_sort: on_sort(&app, |state| &mut state.corpus.order, move |place| orders.get(place).copied()),
                filter: state.filter.clone(),
                on_filter: on_filter(&app, |state| &mut state.corpus.filter),
                csv: Table::Articles,
                file: "parallax-texts",
            }) }
            if let Some(ids) = &*open {
                { part!(EditTexts { ids: ids.clone(), on_close }, key: ids.join(" ")) }
            }
        </>
    }
}

fn cells(
    app: &App,
    row: &Row,
    ticked: bool,
    tick: Callback<Event>,
    on_edit: Option<Callback<Vec<String>>>,
) -> Vec<Cell> {
    let about = &row.about;
    let on = !app.state().settings.off.contains(&row.id);
    let title = {
        let (app, id, number) = (app.clone(), row.id.clone(), row.number);
        move |_: MouseEvent| match &on_edit {
            Some(on_edit) => on_edit.emit(vec![id.clone()]),
            None => app.open_article(number),
        }
    };
    let flip = {
        let (app, id) = (app.clone(), row.id.clone());
        move |_: Event| switch(&app, vec![id.clone()], !on)
    };
    let stated = |text: &Option<String>| match text {
        Some(text) => Cell::text(text.clone()),
        None => Cell::Other(html! { <span class="soft">{ "not stated" }</span> }),
    };
    let language = if about.translated { [&about.language, ", translated"].concat() } else { about.language.clone() };
    let count = |words: Option<u32>| Cell::text(words.map_or_else(|| "…".to_owned(), labels::count));
    vec![
        Cell::Other(html! {
            <input type="checkbox" tabindex="-1" checked={ticked} onchange={tick} aria-label={["Tick ", &about.title].concat()} />
        }),
        Cell::Other(html! {
            <button type="button" class="of-article" tabindex="-1" title={about.title.clone()} onclick={title}>
                { part!(ArticleBadge { article: row.number, named: true }) }<span class="of-name">{ &about.title }</span>
            </button>
        }),
        stated(&about.outlet),
        Cell::text(labels::date(&about.published)),
        stated(&about.place),
        Cell::text(about.label.clone().unwrap_or_default()),
        Cell::text(language),
        count(row.words.filter(|_| on)),
        count(row.furniture_words.filter(|_| on)),
        Cell::Other(html! {
            <input type="checkbox" tabindex="-1" class="switch" role="switch" checked={on} onchange={flip}
                aria-label={["Take in ", &about.title].concat()} />
        }),
    ]
}
