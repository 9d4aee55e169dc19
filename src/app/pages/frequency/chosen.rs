//! The chosen words: how often each stands in each article, and where along it.

use yew::prelude::*;

use super::pictures;
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::Progress;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::origin::{Number, Origin};
use crate::app::pages::controls::Segments;
use crate::app::pages::names::{name, use_names};
use crate::chart::layout::LaneWidth;
use crate::protocol::{DistributionQuery, Response};

/// See [`Chosen`].
#[derive(Properties, PartialEq)]
pub struct ChosenProps {
    /// The words, at most five.
    pub terms: Vec<String>,
    /// Whether they stand here because nothing was chosen.
    pub by_default: bool,
    /// Id of the table.
    pub table: AttrValue,
}

/// The chosen words, with their pictures.
#[component]
pub fn Chosen(props: &ChosenProps) -> Html {
    let app = use_app();
    let answer = use_answer(Some(DistributionQuery { terms: props.terms.clone() }));
    let chip = |term: &String| {
        let remove = {
            let (app, term) = (app.clone(), term.clone());
            move |_: MouseEvent| {
                let term = term.clone();
                app.change(move |state| state.frequency.terms.retain(|t| *t != term));
            }
        };
        html! {
            <li class="chip">
                <span class="chip-term">{term}</span>
                if !props.by_default {
                    <button type="button" class="chip-remove" aria-label={format!("Leave out {term}")} onclick={remove}>{"×"}</button>
                }
            </li>
        }
    };
    let response = answer.asked.response.clone().map(ByPointer);
    html! {
        <section class="chosen" aria-labelledby="chosen-title">
            <div class="chosen-head">
                <h2 id="chosen-title">{["In each ", app.unit_noun()].concat()}</h2>
                <ul class="chips">{ for props.terms.iter().map(chip) }</ul>
                if props.by_default {
                    <span class="soft">{"The most frequent"}<span class="hint">{"; choose up to five in the table."}</span></span>
                }
            </div>
            { part!(Progress { asked: answer.asked.clone() }) }
            if let Some(response) = response {
                { part!(Bars { response: response.clone(), table: props.table.clone() }) }
                { part!(Places { response, table: props.table.clone() }) }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PictureProps {
    response: ByPointer<Response>,
    table: AttrValue,
}

/// A bar an article, a picture a word.
#[component]
fn Bars(props: &PictureProps) -> Html {
    let app = use_app();
    let names = use_names();
    let charts = use_memo((props.response.clone(), names), |(response, names)| {
        let Response::Distribution(report) = &**response else { return Vec::new() };
        let bars = pictures::bars(report, |number| name(names, number));
        bars.into_iter().map(|bars| (bars.term.clone(), Callback::from(move |width: f64| bars.scene(width)))).collect()
    });
    let Response::Distribution(report) = &*props.response else { return html! {} };
    let picture = |(place, (term, layout)): (usize, &(String, Callback<f64, crate::chart::Scene>))| {
        let on_open = {
            let (app, response) = (app.clone(), props.response.clone());
            Callback::from(move |target: usize| {
                if let Response::Distribution(report) = &*response
                    && let (Some(term), Some(article)) = (report.terms.get(place), report.units.get(target))
                {
                    // A word that the article doesn't have opens where it is, if it is anywhere.
                    let here = term.row.by_article.get(target).is_some_and(|count| *count > 0);
                    if term.row.frequency > 0 {
                        app.open_mark(&term.row.term, here.then_some(*article), "frequency", Some(*article), None);
                    }
                }
            })
        };
        let frequency = report.terms.get(place).map_or(0, |term| term.row.frequency);
        let times = labels::counted(frequency, "time", "times");
        let times = match frequency {
            0 => html! { times },
            _ => part!(Number { text: times, origin: Origin::Term(term.clone().into(), None) }),
        };
        part!(Chart {
            layout: layout.clone(), name: format!("parallax-distribution-{}", place + 1), on_open,
            table: props.table.clone(), table_link: false, children: html! { <>
                <h3><span class="term">{term}</span>{" "}<span class="soft">{times}</span></h3>
            </> } }, key: place)
    };
    html! { <div class="distribution">{ for charts.iter().enumerate().map(picture) }</div> }
}

/// A tick an occurrence, a lane an article.
#[component]
fn Places(props: &PictureProps) -> Html {
    let app = use_app();
    let names = use_names();
    let proportional = app.state().frequency.by_length;
    let drawn = use_memo((props.response.clone(), names, proportional), |(response, names, proportional)| {
        let Response::Distribution(report) = &**response else {
            return (Callback::from(|_| Default::default()), Vec::new());
        };
        let lane_width = if *proportional { LaneWidth::Proportional } else { LaneWidth::Equal };
        let (barcode, places) = pictures::barcode(report, |number| name(names, number), lane_width);
        (Callback::from(move |width: f64| barcode.scene(width)), places)
    });
    let on_open = {
        let (app, response, drawn) = (app.clone(), props.response.clone(), drawn.clone());
        Callback::from(move |target: usize| {
            if let (Response::Distribution(report), Some(place)) = (&*response, drawn.1.get(target))
                && let Some(term) = report.terms.get(place.term)
            {
                app.open_hit(&term.row.term, Some(place.article), place.hit);
            }
        })
    };
    let on_choose = {
        let app = app.clone();
        Callback::from(move |place: usize| app.change(move |state| state.frequency.by_length = place == 1))
    };
    html! {
        <div class="places">
            { part!(Chart {
                layout: drawn.0.clone(), name: "parallax-barcode", on_open, table: props.table.clone(),
                children: html! { <>
                <h3>{"Along each article"}</h3>
                { part!(Segments {
                    label: "Lanes", options: vec!["same width".into(), "by length".into()],
                    chosen: usize::from(proportional), on_choose,
                }) }
            </> } }) }
        </div>
    }
}
