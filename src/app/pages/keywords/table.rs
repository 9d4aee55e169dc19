//! The table of the words tested.

use yew::prelude::*;

use crate::app::components::{DataTable, on_filter, on_sort, use_rows};
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::pages::keyness::{FEW_EXPECTED, Shown, has_few_expected};
use crate::protocol::{KeywordsQuery, Kind, Table};

/// See [`KeywordsTable`].
#[derive(Properties, PartialEq)]
pub struct KeywordsTableProps {
    /// The question of the pictures; the table asks for its own rows.
    pub query: KeywordsQuery,
    /// What stands beside the filter.
    pub children: Html,
}

/// The words tested, of the chosen articles: those of the kind, stop words as set.
#[component]
pub fn KeywordsTable(props: &KeywordsTableProps) -> Html {
    let app = use_app();
    let state = app.state().keywords.clone();
    let rows = use_rows(&state.filter, state.order, |table| KeywordsQuery {
        panel: 0,
        // Not those that a picture asks for.
        further: state.further.clone(),
        table,
        ..props.query.clone()
    });
    let report = rows.answer.report();
    // The columns are those of the answer, which may still be the one before.
    let further = report.map_or_else(|| state.further.clone(), |report| report.further.clone());
    let shown = Shown { further, ..super::comparison::shown(&app) };
    // While nothing can be compared nothing is tested, and the rows are all there are to say.
    let count = report.filter(|report| report.tested > 0).map(|report| {
        let tested = labels::count(report.tested);
        let why = "Tested is every word that is frequent enough, in each article or group by itself. Shown are those of the kind chosen above, without hidden stop words, under the filter.";
        html! { <span title={why}>{ [&labels::count(report.total), " shown of ", &tested, " tested"].concat() }</span> }
    });
    let few = report.is_some_and(|report| has_few_expected(&report.further, &report.rows));
    let table = part!(DataTable {
        title: "Words tested",
        count,
        columns: shown.columns(),
        total: report.map_or(0, |r| r.total),
        offset: rows.window.offset,
        on_window: rows.on_window.clone(),
        asked: rows.answer.asked.clone(),
        rows: report.map_or_else(Vec::new, |r| r.rows.iter().map(|row| shown.cells(row)).collect()),
        of: report.map_or_else(Vec::new, |r| r.rows.iter().map(|row| shown.number(&app, row)).collect()),
        sorted: shown.place_of(state.order.sort).map(|place| (place, state.order.descending)),
        on_sort: on_sort(&app, |state| &mut state.keywords.order, {
            let sorting = shown.sorting();
            move |place| sorting.get(place).copied().flatten()
        }),
        filter: AttrValue::from(state.filter.clone()),
        on_filter: on_filter(&app, |state| &mut state.keywords.filter),
        csv: Table::Keywords(rows.query.clone()),
        file: "parallax-keywords",
        empty: match state.kind {
            Kind::Alike =>
                "No word occurs often enough on both sides to show that it is used alike: show stop words, or form a group of articles.",
            _ =>
                "No word is frequent enough, in enough articles, under these settings: lower the least frequency or the least number of articles, or show stop words.",
        },
        children: html! { <>
            {props.children.clone()}
        </> }
    });
    html! {
        <>
            { table }
            if few {
                <p class="chart-note">{ ["† ", FEW_EXPECTED, "."].concat() }</p>
            }
        </>
    }
}
