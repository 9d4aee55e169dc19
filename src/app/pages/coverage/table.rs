//! Every name, and which of them are one.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::edits::merge_and_show;
use super::question;
use crate::app::by_pointer::ByPointer;
use crate::app::components::{ArticleBadge, Cell, Column, DataTable, on_filter, on_sort, use_rows};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::origin::Origin;
use crate::protocol::{CoverageColumn, CoverageQuery, Marking, NameRow, Response, Table, TableQuery};

/// Id of the table.
pub const TABLE: &str = "coverage-table";

/// What the columns can be sorted by, by their places; the rest can't.
const ORDER: [Option<CoverageColumn>; 7] = [
    Some(CoverageColumn::Name),
    None,
    Some(CoverageColumn::Kind),
    None,
    Some(CoverageColumn::Count),
    Some(CoverageColumn::Articles),
    Some(CoverageColumn::Only),
];

/// Most articles that have a column each.
const COLUMNS: usize = 12;

/// See [`NamesTable`].
#[derive(Properties, PartialEq)]
pub struct NamesTableProps {
    /// The answer with the articles.
    pub response: ByPointer<Response>,
}

/// The table, with what merges the names that are ticked.
#[component]
pub fn NamesTable(props: &NamesTableProps) -> Html {
    let app = use_app();
    let state = app.state().coverage.clone();
    // Keys of the names ticked, in the order they were; the first is what the others become.
    let ticked = use_state_eq(Vec::<(String, String)>::new);
    let query =
        |table: TableQuery<CoverageColumn>| CoverageQuery { picture: 0, lists: 0, table, ..question(state.kind, None) };
    let rows = use_rows(&state.filter, state.order, query);
    let Response::Coverage(of) = &*props.response else { return html! {} };
    let articles: &[u32] = if of.articles.len() <= COLUMNS { &of.articles } else { &[] };
    let report = rows.answer.report();
    let tick = {
        let ticked = ticked.clone();
        Callback::from(move |(key, name, on): (String, String, bool)| {
            let mut next = (*ticked).clone();
            next.retain(|it| it.0 != key);
            if on {
                next.push((key, name));
            }
            ticked.set(next);
        })
    };
    let on_merge = {
        let (app, ticked) = (app.clone(), ticked.clone());
        move |_: MouseEvent| {
            let keys: Vec<String> = ticked.iter().map(|it| it.0.clone()).collect();
            ticked.set(Vec::new());
            merge_and_show(&app, &keys);
        }
    };
    let on_none = {
        let ticked = ticked.clone();
        move |_: MouseEvent| ticked.set(Vec::new())
    };
    let sorted =
        ORDER.iter().position(|column| *column == Some(state.order.sort)).map(|at| (at, state.order.descending));
    html! {
        <section id={TABLE} class="name-table" tabindex="-1" aria-label={["Every name by ", app.unit_noun()].concat()}>
            { part!(DataTable {
                title: "Every name",
                columns: columns(&app, articles),
                total: report.map_or(0, |report| report.total),
                offset: rows.window.offset,
                on_window: rows.on_window.clone(),
                rows: report.map_or_else(Vec::new, |report| {
                    report.rows.iter().map(|row| cells(&app, row, articles, &ticked, &tick)).collect()
                }),
                sorted,
                on_sort: on_sort(&app, |state| &mut state.coverage.order, |place| ORDER.get(place).copied().flatten()),
                filter: state.filter.clone(),
                on_filter: on_filter(&app, |state| &mut state.coverage.filter),
                csv: Table::Coverage(rows.query.clone()),
                file: "parallax-coverage",
                empty: "No name of this kind was found in these articles.",
                asked: rows.answer.asked.clone(),
                children: html! {
                    <span class="name-merge" role="group" aria-label="Merge names">
                        if ticked.len() > 1 {
                            <button type="button" class="button" onclick={on_merge}>{ ["Merge into ", &ticked[0].1].concat() }</button>
                        }
                        if ticked.is_empty() {
                            <span class="soft">{ "Tick names that are one to merge them." }</span>
                        } else {
                            <span class="soft" role="status">{ labels::counted(ticked.len() as u32, "name", "names") }{ " ticked" }</span>
                            <button type="button" class="link" onclick={on_none}>{ "Untick" }</button>
                        }
                    </span>
                }
            }) }
        </section>
    }
}

fn columns(app: &App, articles: &[u32]) -> Vec<Column> {
    let noun = app.unit_noun();
    let mut columns = vec![
        Column::words("name", "The fullest name, or what you called it; it opens its forms and why each is one.")
            .measure("same-name")
            .width(170),
        Column::words("merge", "Tick two or more that are one.").unsorted().width(58),
        Column::words("kind", "Person, organisation, place, date, or another name.").measure("mention").width(98),
        Column::words("as written", "Its forms, the most frequent first, and how often each.").unsorted().width(240),
        Column::numbers("all", "How often all articles name it.").unit("times").measure("mention").width(64),
        Column::numbers([noun, "s"].concat(), ["How many ", noun, "s name it."].concat()).unit("of them").width(70),
        Column::words("only in", ["The ", noun, " that alone has it."].concat()).width(70),
    ];
    columns.extend(articles.iter().map(|number| {
        let letter = labels::letter(*number);
        let explains =
            ["How often ", noun, " ", &letter, " names it, and its place in the order of first mention."].concat();
        Column::numbers(letter, explains)
            .unit("times · place")
            .of_article("mention", app.id(*number).to_owned())
            .unsorted()
            .width(84)
    }));
    columns
}

fn cells(
    app: &App,
    row: &NameRow,
    shown: &[u32],
    ticked: &[(String, String)],
    tick: &Callback<(String, String, bool)>,
) -> Vec<Cell> {
    let open = {
        let (app, key) = (app.clone(), row.key.clone());
        move |_: MouseEvent| {
            let key = key.clone();
            app.change(move |state| state.coverage.name = Some(key));
        }
    };
    let onchange = {
        let (key, name) = (row.key.clone(), row.name.clone());
        tick.reform(move |event: Event| {
            let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            (key.clone(), name.clone(), on)
        })
    };
    let is = ticked.iter().any(|it| it.0 == row.key);
    let forms: Vec<String> = row
        .forms
        .iter()
        .map(|form| {
            if form.total > 1 {
                [&form.written, " ", &labels::count(form.total)].concat()
            } else {
                form.written.clone()
            }
        })
        .collect();
    let forms = forms.join(" · ");
    let origin = |article: Option<u32>| Origin::Sizes(Marking::Mentions(row.key.clone()), article);
    let mut cells = vec![
        Cell::Other(html! {
            <>
                <button type="button" class="name-form" onclick={open}>{ &row.name }</button>
                if row.edited {
                    <span class="soft" title="Changed by you">{ " *" }<span class="unseen">{ "changed by you" }</span></span>
                }
            </>
        }),
        Cell::Other(
            html! { <input type="checkbox" checked={is} aria-label={["Merge ", &row.name].concat()} {onchange} /> },
        ),
        Cell::text(row.kind.name()),
        Cell::Other(html! { <span class="name-written" title={forms.clone()}>{ forms }</span> }),
        Cell::count(row.total, origin(None)),
        Cell::text(labels::count(row.articles)),
        match row.only {
            Some(article) => Cell::Other(html! { { part!(ArticleBadge { article }) } }),
            None => Cell::Other(html! { <span class="soft">{ "–" }</span> }),
        },
    ];
    cells.extend(shown.iter().enumerate().map(|(position, article)| {
        let count = row.by_article.get(position).copied().unwrap_or(0);
        let place = row.order.get(position).copied().unwrap_or(0);
        if count == 0 {
            return Cell::text("0");
        }
        Cell::of([&labels::count(count), " · ", &labels::count(place), "."].concat(), origin(Some(*article)))
    }));
    cells
}
