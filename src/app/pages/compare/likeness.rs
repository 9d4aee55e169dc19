//! How alike the articles are, every pair: heat map with its tree, and the table.

use yew::prelude::*;

use super::{pictures, table};
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::context::use_app;
use crate::app::pages::names::{name, use_names};
use crate::protocol::{CompareQuery, Marking, Response, Similarity};
use crate::route::ReaderState;

/// See [`Likeness`].
#[derive(Properties, PartialEq)]
pub struct LikenessProps {
    /// The answer with every pair.
    pub response: ByPointer<Response>,
    /// The question: the measure, and the tree's distance and linkage.
    pub query: CompareQuery,
    /// The pair that is open.
    pub pair: Option<(u32, u32)>,
}

/// Heat map, tree and tables. A click on a cell opens its pair below, and in the reader what the two have in
/// common; one on a step of the tree the pair by which its branches are linked.
#[component]
pub fn Likeness(props: &LikenessProps) -> Html {
    let app = use_app();
    let names = use_names();
    let layout =
        use_memo((props.response.clone(), names, props.query.clone(), props.pair), |(response, names, query, pair)| {
            let map = match &**response {
                Response::Compare(report) => pictures::heatmap(report, query, *pair, |number| name(names, number)),
                _ => Default::default(),
            };
            Callback::from(move |width: f64| map.scene(width))
        });
    let noun = app.unit_noun();
    let on_open = {
        let (response, query) = (props.response.clone(), props.query.clone());
        Callback::from(move |target: usize| {
            let Response::Compare(report) = &*response else { return };
            let n = report.articles.len().max(1);
            if let Some(step) = target.checked_sub(n * n) {
                if let Some(merge) = report.merges.get(step) {
                    read(&app, pictures::measure_of(query.distance()), merge.pair.0, merge.pair.1);
                }
                return;
            }
            if let (Some(a), Some(b)) = (report.articles.get(target / n), report.articles.get(target % n)) {
                read(&app, query.measure, *a, *b);
            }
        })
    };
    html! {
        <section class="likeness" aria-label={["How alike the ", noun, "s are"].concat()}>
            <div class="likeness-pictures">
            { part!(Chart {
                layout: (*layout).clone(), name: "parallax-similarity", on_open,
                opens: "Enter opens the pair and reads what the two have in common", table: table::SIMILARITY, children: html! { <>
                <h2>{"How alike is each pair?"}</h2>
            </> } }) }
            { part!(table::TreeTable { response: props.response.clone(), query: props.query.clone() }) }
            </div>
            <section id={table::SIMILARITY} tabindex="-1" aria-label="Table of similarities" class="likeness-table">
                { part!(table::SimilarityTable { query: props.query.clone() }) }
            </section>
        </section>
    }
}

/// Opens a pair of different articles, and both texts with what they have in common by this measure.
fn read(app: &crate::app::context::App, measure: Similarity, a: u32, b: u32) {
    if a == b {
        app.open_article(a);
        return;
    }
    let (pair, marking) = ((app.id(a).to_owned(), app.id(b).to_owned()), Marking::Shared(measure));
    app.change(move |state| {
        state.reader = Some(ReaderState {
            article: pair.0.clone(),
            marking: Some(marking),
            beside: Some(pair.1.clone()),
            ..ReaderState::default()
        });
        state.compare.pair = Some(pair);
        state.compare.texts = None;
    });
}

/// Opens a pair of different articles.
pub fn choose(app: &crate::app::context::App, a: u32, b: u32) {
    if a != b {
        let pair = (app.id(a).to_owned(), app.id(b).to_owned());
        app.change(move |state| {
            state.compare.pair = Some(pair);
            state.compare.texts = None;
        });
    }
}
