//! The same utterance, as each outlet has it: the wordings of one beside each other, and who carries which.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::filters::kind_name;
use super::matrix::Matrix;
use crate::app::ask::use_answer;
use crate::app::components::{CsvButton, Progress};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::pages::apparatus::{Apparatus, Told};
use crate::app::pages::controls::{Explain, Segments, Switch};
use crate::protocol::{Attributed, Table, UtterancesQuery};

/// Id of the wordings.
pub(super) const WORDINGS: &str = "utterance-wordings";

/// Most rows of the matrix.
const MOST: u32 = 200;

/// What is told of a quotation beside its words: who said it by which verb, and what kind it is.
fn note(it: &Attributed) -> AttrValue {
    let mut note = Vec::new();
    match (it.speaker.is_empty(), it.verb.is_empty()) {
        (false, false) => note.push([&it.speaker, ", “", &it.verb, "”"].concat()),
        (false, true) => note.push(it.speaker.clone()),
        _ => note.push("not attributed".to_owned()),
    }
    note.push(kind_name(it.kind).0.to_owned());
    note.join(" · ").into()
}

/// Gives the focus back to the row of the matrix whose wordings are shown.
fn back_to_row() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let row = document.and_then(|it| it.query_selector(".utterances .matrix tr.open .utterance").ok().flatten());
    row.and_then(|it| it.dyn_into::<HtmlElement>().ok()).is_some_and(|it| it.focus().is_ok())
}

/// A unit, the first place where it carries an utterance (article, first byte, one past the last), and how often it does.
type Carrier = (u32, (u32, (u32, u32)), u32);

/// Who carries the utterance whose wordings are shown, articles or groups; each opens at its first place.
fn carriers(app: &App, wordings: &[Told]) -> Html {
    let mut units: Vec<Carrier> = Vec::new();
    for it in wordings {
        let unit = app.unit_of(it.wording.article);
        match units.iter_mut().find(|(known, ..)| *known == unit) {
            Some((.., times)) => *times += 1,
            None => {
                let span = it.wording.spans.first().copied().unwrap_or_default();
                units.push((unit, (it.wording.article, (span.start, span.end)), 1));
            }
        }
    }
    units.sort_unstable_by_key(|it| it.0);
    let last = units.len().saturating_sub(1);
    let lead = match &units[..] {
        [(.., 1)] => "The one below: only in ",
        [_] => "The one below: repeated within ",
        _ => "The one below: carried by ",
    };
    let of = |(at, (unit, (article, span), times)): (usize, &Carrier)| {
        let (number, article, span) = (*unit, *article, *span);
        let name = app.article(number).and_then(|it| it.outlet.clone()).unwrap_or_else(|| labels::letter(number));
        let onclick = {
            let app = app.clone();
            move |_: MouseEvent| app.open_passage(article, span, None)
        };
        html! {
            <>
                { match at { 0 => "", at if at == last => " and ", _ => ", " } }
                <button type="button" class={classes!("finding-article", app.colour(number))} {onclick}>{ name }</button>
                if *times > 1 && last > 0 { { [" (", &labels::counted(*times, "time", "times"), ")"].concat() } }
            </>
        }
    };
    html! { <p class="utterance-carriers">{ lead }{ for units.iter().enumerate().map(of) }{ "." }</p> }
}

/// The section.
#[component]
pub fn Utterances() -> Html {
    let app = use_app();
    let state = app.state().quotes.clone();
    let query = UtterancesQuery { reported: state.reported, several: !state.every, offset: 0, limit: MOST, open: None };
    let answer = use_answer(Some(query.clone()));
    let report = answer.report();
    // The one asked for, or the first where that is in several places.
    let chosen = state.utterance.as_ref().and_then(|(id, byte)| Some((app.number(id)?, *byte)));
    let first = report.and_then(|report| report.rows.first()).filter(|row| row.places.len() > 1);
    let open = chosen.or_else(|| first.map(|row| (row.article, row.span.start)));
    let opened = use_answer(open.map(|open| UtterancesQuery { open: Some(open), limit: 0, ..query.clone() }));
    let shown = opened.report().filter(|_| open.is_some());
    let wordings: Vec<Told> = shown
        .map(|report| report.open.iter().map(|it| Told { wording: it.wording.clone(), note: note(it) }).collect())
        .unwrap_or_default();
    let gone = open.is_some() && wordings.is_empty() && shown.is_some() && !opened.waiting();
    let on_every = {
        let app = app.clone();
        Callback::from(move |place: usize| app.change(move |state| state.quotes.every = place == 1))
    };
    let on_reported = {
        let app = app.clone();
        Callback::from(move |on: bool| app.change(move |state| state.quotes.reported = on))
    };
    // With the reader open, Escape closes that first.
    let reading = app.state().reader.is_some();
    let onkeydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !reading && back_to_row() {
            event.prevent_default();
        }
    };
    html! {
        <section class="utterances" aria-labelledby="utterances-title">
            <h2 id="utterances-title">{ "The same utterance, as each outlet has it" }</h2>
            if let Some(report) = report {
                <p class="utterances-finding">{ sentence(report) }</p>
            }
            { part!(Progress { asked: answer.asked.clone() }) }
            <div id={WORDINGS} tabindex="-1" role="group" aria-label="Wordings of the utterance, beside each other" aria-busy={opened.waiting().to_string()} {onkeydown}>
                { part!(Progress { asked: opened.asked.clone() }) }
                if gone {
                    <p class="empty">{ "The utterance that the address asks for isn’t among these. Choose one below, or show every utterance." }</p>
                } else if !wordings.is_empty() {
                    { carriers(&app, &wordings) }
                    { part!(Apparatus { wordings }) }
                }
            </div>
            <div class="matrix-head">
                <h3>{ "Who carries what" }</h3>
                <div class="controls" role="group" aria-label="Which utterances">
                    { part!(Segments {
                        label: "Utterances", options: vec!["in several places".into(), "every one".into()],
                        chosen: usize::from(state.every), on_choose: on_every,
                    }) }
                    { part!(Switch { label: "reported speech too", on: state.reported, on_change: on_reported }) }
                    { part!(Explain { measure: "same-utterance" }) }
                    { part!(CsvButton { table: Table::Utterances(query), file: "parallax-utterances" }) }
                </div>
            </div>
            if let Some(report) = report {
                if report.rows.is_empty() {
                    <p class="empty">{ "No utterance stands in several places. Show every one of them above, or count reported speech too." }</p>
                } else {
                    { part!(Matrix { rows: report.rows.clone(), articles: report.articles.clone(), on: report.on, open, total: report.total }) }
                }
            }
        </section>
    }
}

/// What the engine found, in words.
fn sentence(report: &crate::protocol::UtterancesReport) -> Html {
    use crate::app::components::FindingLine;
    part!(FindingLine { finding: report.finding.clone() })
}
