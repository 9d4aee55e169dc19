//! A picture a measure: the articles along its scale.

use yew::prelude::*;

use super::measures::{self, Measure};
use super::{TABLE, pictures};
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::context::use_app;
use crate::app::pages::controls::Explain;
use crate::app::pages::names::{name, use_names};
use crate::protocol::Response;
use crate::route::StyleMeasures;

/// See [`Strips`].
#[derive(Properties, PartialEq)]
pub struct StripsProps {
    /// The answer.
    pub response: ByPointer<Response>,
    /// Which measures are drawn.
    pub measures: StyleMeasures,
}

/// The pictures.
#[component]
pub fn Strips(props: &StripsProps) -> Html {
    let app = use_app();
    let names = use_names();
    let drawn = use_memo((props.response.clone(), props.measures, names), |(response, measures, names)| {
        let Response::Style(report) = &**response else { return Vec::new() };
        let layout = |measure: Measure| {
            let strip = pictures::strip(report, &measure, |number| name(names, number));
            (measure, Callback::from(move |width: f64| strip.scene(width)))
        };
        measures::drawn(*measures).into_iter().map(layout).collect::<Vec<_>>()
    });
    let picture = |(measure, layout): &(Measure, Callback<f64, crate::chart::Scene>)| {
        let on_open = {
            let (app, response, column) = (app.clone(), props.response.clone(), measure.column);
            Callback::from(move |target: usize| {
                if let Response::Style(report) = &*response
                    && let Some(style) = report.articles.get(target)
                {
                    measures::origin(column, style).open(&app, None);
                }
            })
        };
        part!(Chart {
            layout: layout.clone(), name: ["parallax-style-", &measure.key.replace('.', "-")].concat(), on_open,
            table: TABLE, table_link: false, children: html! { <>
                <h2 title={measure.says}>
                    { capital(measure.name) }
                    if !measure.unit.is_empty() { {" "}<span class="soft">{ measure.unit }</span> }
                </h2>
                { part!(Explain { measure: measure.key, text: "How?" }) }
            </> } }, key: measure.name)
    };
    html! {
        <section class="strips" aria-label="The articles by each measure">
            { for drawn.iter().map(picture) }
        </section>
    }
}

/// With a capital at its start.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| [&first.to_uppercase().to_string(), letters.as_str()].concat())
}
