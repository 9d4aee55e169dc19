//! Volcano plot: size against evidence.

use yew::prelude::*;

use super::pictures;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::pages::keyness::measure;
use crate::app::pages::names::{name, use_names};
use crate::chart::layout::VolcanoPoint;
use crate::protocol::{KeywordColumn, Kind, Response};

/// Most words that the engine gives to the plot.
const MOST_POINTS: usize = 2000;

/// See [`VolcanoPlot`].
#[derive(Clone, Properties, PartialEq)]
pub struct VolcanoPlotProps {
    /// The answer with the points.
    pub response: ByPointer<Response>,
    /// The measures to the right and upwards.
    pub axes: (KeywordColumn, KeywordColumn),
    /// Which words are shown.
    pub kind: Kind,
    /// What the articles are compared with: `the other articles`.
    pub reference: AttrValue,
    /// Id of the table.
    pub table: AttrValue,
}

/// Whether both measures of a word can be drawn.
fn is_drawn(point: &VolcanoPoint) -> bool {
    [point.log_ratio, point.evidence].into_iter().all(|value| value.is_some_and(f64::is_finite))
}

/// The plot of all words of the chosen articles.
#[component]
pub fn VolcanoPlot(props: &VolcanoPlotProps) -> Html {
    let app = use_app();
    let names = use_names();
    let layout = use_memo((props.clone(), names), |(props, names)| {
        let plot = match &*props.response {
            Response::Keywords(report) => {
                pictures::volcano(report, props.axes, props.kind, |number| name(names, number), &props.reference)
            }
            _ => Default::default(),
        };
        let left_out = plot.points.iter().filter(|point| !is_drawn(point)).count() as u32;
        (Callback::from(move |width: f64| plot.scene(width)), left_out)
    });
    let on_open = {
        let response = props.response.clone();
        Callback::from(move |target: usize| {
            if let Response::Keywords(report) = &*response
                && let Some(row) = report.points.get(target)
            {
                // A word that the article never uses has its evidence in the others.
                let place = (row.frequency > 0).then_some(row.article);
                app.open_mark(&row.term, place, "log-ratio", Some(row.article), None);
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
                layout: layout.0.clone(), name: "parallax-volcano", on_open, name_of, table: props.table.clone(),
                children: html! { <>
                <h2>{"Size of the difference against its evidence"}</h2>
            </> } }) }
            if props.kind != Kind::Alike && !report.points.is_empty() {
                <p class="chart-note"><i class="key-mark" aria-label="Filled:" role="img" />{ " passes the test, by adjusted p " }<i class="key-mark key-hollow" aria-label="Hollow:" role="img" />{ " doesn’t, and may be chance" }</p>
            }
            if layout.1 > 0 {
                <p class="chart-note">{[
                    labels::counted(layout.1, "word isn’t drawn: its ", "words aren’t drawn: their "),
                    [measure(props.axes.0).0, " or ", measure(props.axes.1).0, " is undefined, as where the reference doesn’t have the word."].concat(),
                ].concat()}</p>
            }
            if cut {
                <p class="chart-note">{format!("The {} words with the largest G² are drawn; the table has them all.", labels::count(MOST_POINTS as u32))}</p>
            }
        </section>
    }
}
