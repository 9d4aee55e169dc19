//! Volcano plot: log ratio against significance.

use yew::prelude::*;

use super::pictures;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::pages::names::{name, use_names};
use crate::protocol::Response;

/// Most words that the engine gives to the plot.
const MOST_POINTS: usize = 2000;

/// See [`VolcanoPlot`].
#[derive(Properties, PartialEq)]
pub struct VolcanoPlotProps {
    /// The answer with the points.
    pub response: ByPointer<Response>,
    /// Id of the table.
    pub table: AttrValue,
}

/// The plot of all words of the chosen articles.
#[component]
pub fn VolcanoPlot(props: &VolcanoPlotProps) -> Html {
    let app = use_app();
    let names = use_names();
    let layout = use_memo((props.response.clone(), names), |(response, names)| {
        let plot = match &**response {
            Response::Keywords(report) => pictures::volcano(report, |number| name(names, number), "the other articles"),
            _ => Default::default(),
        };
        Callback::from(move |width: f64| plot.scene(width))
    });
    let on_open = {
        let response = props.response.clone();
        Callback::from(move |target: usize| {
            if let Response::Keywords(report) = &*response
                && let Some(row) = report.points.get(target)
            {
                // A word that the article never uses has its evidence in the others.
                app.open_term(&row.term, (row.frequency > 0).then_some(row.article));
            }
        })
    };
    let name_of = {
        let response = props.response.clone();
        Callback::from(move |target: usize| match &*response {
            Response::Keywords(report) => report.points.get(target).map(|row| AttrValue::from(row.term.clone())),
            _ => None,
        })
    };
    let Response::Keywords(report) = &*props.response else { return html! {} };
    let cut = report.points.len() >= MOST_POINTS;
    html! {
        <section aria-label="Volcano plot">
            { part!(Chart {
                layout: (*layout).clone(), name: "parallax-volcano", on_open, name_of, table: props.table.clone(),
                children: html! { <>
                <h2>{"Size of the difference against its evidence"}</h2>
            </> } }) }
            if cut {
                <p class="chart-note">{format!("The {} words with the largest G² are drawn; the table has them all.", labels::count(MOST_POINTS as u32))}</p>
            }
        </section>
    }
}
