//! Frequency against rank.

use yew::prelude::*;

use super::pictures;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::CsvButton;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::numbers::{decimal, percent};
use crate::app::origin::{Number, Origin};
use crate::app::pages::controls::Explain;
use crate::protocol::{Marking, Response, Table, VocabularyQuery, ZipfFit};
use crate::route::NumberState;

/// See [`Rank`].
#[derive(Properties, PartialEq)]
pub struct RankProps {
    /// The answer with the points.
    pub response: ByPointer<Response>,
    /// The answer with Zipf's law, once it is there.
    pub laws: Option<ByPointer<Response>>,
    /// Its question.
    pub query: VocabularyQuery,
    /// Words in an n-gram.
    pub n: u32,
    /// Id of the table.
    pub table: AttrValue,
}

/// Zipf's law for all articles together.
fn law(laws: Option<&ByPointer<Response>>) -> Option<ZipfFit> {
    match &**laws? {
        Response::Vocabulary(report) => report.texts.first()?.zipf,
        _ => None,
    }
}

/// Zipf plot, with what there is once only.
#[component]
pub fn Rank(props: &RankProps) -> Html {
    let app = use_app();
    let layout = use_memo((props.response.clone(), props.laws.clone(), props.n), |(response, laws, n)| {
        let plot = match &**response {
            Response::Frequency(report) => pictures::zipf(report, law(laws.as_ref()), *n),
            _ => Default::default(),
        };
        Callback::from(move |width: f64| plot.scene(width))
    });
    let on_open = {
        let (app, response) = (app.clone(), props.response.clone());
        Callback::from(move |target: usize| {
            if let Response::Frequency(report) = &*response
                && let Some(point) = report.zipf.get(target)
            {
                app.open_mark(&point.term, None, "frequency", None, None);
            }
        })
    };
    let name_of = {
        let response = props.response.clone();
        Callback::from(move |target: usize| match &*response {
            Response::Frequency(report) => report.zipf.get(target).map(|point| AttrValue::from(point.term.clone())),
            _ => None,
        })
    };
    let work_out = {
        move |_: MouseEvent| {
            app.work_out(NumberState { measure: "zipf-fit".to_owned(), ..NumberState::default() });
        }
    };
    let Response::Frequency(report) = &*props.response else { return html! {} };
    if report.types == 0 {
        return html! {};
    }
    let (one, many) = if props.n == 1 { ("word", "words") } else { ("n-gram", "n-grams") };
    let different = [labels::count(report.types).as_str(), " different ", many].concat();
    let share = f64::from(report.hapaxes) / f64::from(report.types);
    html! {
        <>
            <p class="rank-note">
                if props.n == 1 {
                    { part!(Number { text: different, origin: Origin::Sizes(Marking::CorpusTypes, None) }) }
                } else {
                    { different }
                }
                { ", " }
                { part!(Number { text: labels::counted(report.hapaxes, one, many), origin: Origin::Occurring(1) }) }
                { format!(" ({}) of them once only, stop words included. ", percent(share)) }
                if let Some(law) = law(props.laws.as_ref()) {
                    { format!("Zipf’s law fitted by maximum likelihood: a = {} ± {}, off by {} of the text at most (KS). ",
                        decimal(law.exponent, 2), decimal(law.error, 3), decimal(law.distance, 3)) }
                    if report.tokens < 100_000 {
                        { format!("{} carry little: an exponent from so few is a description, no estimate of a language. ",
                            labels::counted(report.tokens, "word", "words")) }
                    }
                }
                { part!(Explain { measure: "zipf", text: "What is Zipf’s law?" }) }
                if law(props.laws.as_ref()).is_some() {
                    { " " }<button type="button" class="link" onclick={work_out}>{ "How is a computed?" }</button>
                }
            </p>
            { part!(Chart {
                layout: (*layout).clone(), name: "parallax-zipf", on_open, table: props.table.clone(), name_of,
                children: part!(CsvButton {
                    table: Table::Ranks(props.query), file: "parallax-ranks", label: "Ranks as CSV",
                }),
            }) }
        </>
    }
}
