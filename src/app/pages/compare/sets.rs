//! Shared and unique words of any set of articles.

use yew::prelude::*;

use super::words::Words;
use super::{pictures, table};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::{Chart, go_to};
use crate::app::components::{ArticleBadge, Progress};
use crate::app::context::use_app;
use crate::app::drawn;
use crate::app::labels;
use crate::app::pages::controls::{ArticleChoice, Explain, Select, Switch};
use crate::app::pages::names::use_picture;
use crate::protocol::{IntersectionsQuery, IntersectionsReport, Response, SetOrder, SetsQuery};

/// Most words a list.
const MOST: u32 = 300;

/// Most intersections at first, and at all.
const FIRST: u32 = 20;
/// See [`FIRST`].
const MOST_INTERSECTIONS: u32 = 500;

/// Id of the words of the intersection that is open.
const OPEN: &str = "intersection-words";

/// The words that all of a set have, and those that only one of it has.
#[component]
pub fn Sets() -> Html {
    let app = use_app();
    let on = app.units_on();
    let asked: Vec<u32> = app.units(&app.state().compare.set);
    let mut articles: Vec<u32> = on.iter().copied().filter(|n| asked.contains(n)).collect();
    if articles.len() < 2 {
        articles = drawn::units(&app);
    }
    let answer = use_answer((articles.len() > 1).then(|| SetsQuery { articles: articles.clone(), limit: MOST }));
    let on_change = {
        let app = app.clone();
        Callback::from(move |ids: Vec<String>| app.change(move |state| state.compare.set = ids))
    };
    let state = app.state().compare.clone();
    let open = Some(app.numbers(&state.set_open)).filter(|open| !open.is_empty());
    let query = IntersectionsQuery {
        articles: articles.clone(),
        order: state.set_order,
        limit: if state.set_all { MOST_INTERSECTIONS } else { FIRST },
        open,
        words: MOST,
    };
    let intersections = use_answer((articles.len() > 1).then(|| query.clone()));
    let response = intersections.asked.response.clone().map(ByPointer);
    let on_order = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let order = if place == 1 { SetOrder::Degree } else { SetOrder::Size };
            app.change(move |state| state.compare.set_order = order);
        })
    };
    let on_all = {
        let app = app.clone();
        Callback::from(move |all: bool| app.change(move |state| state.compare.set_all = all))
    };
    let on_open = {
        let app = app.clone();
        Callback::from(move |articles: Vec<u32>| {
            let ids: Vec<String> = articles.iter().map(|number| app.id(*number).to_owned()).collect();
            app.change(move |state| state.compare.set_open = ids);
            go_to(OPEN);
        })
    };
    html! {
        <section class="sets" aria-labelledby="sets-title">
            <h2 id="sets-title">{"Which words do they share, which has only one?"}</h2>
            <div class="controls" role="group" aria-label="The set">
                { part!(ArticleChoice { label: "among", chosen: articles, units: true, least: 2, on_change }) }
                { part!(Select {
                    label: "order", options: vec!["most words first".into(), ["most ", app.unit_noun(), "s first"].concat().into()],
                    chosen: usize::from(state.set_order == SetOrder::Degree), on_choose: on_order,
                }) }
                if let Some(report) = intersections.report().filter(|report| report.total > FIRST) {
                    { part!(Switch { label: format!("all {}", labels::count(report.total)), on: state.set_all, on_change: on_all }) }
                }
                { part!(Explain { measure: "intersection" }) }
            </div>
            { part!(Progress { asked: intersections.asked.clone() }) }
            if let (Some(report), Some(response)) = (intersections.report(), response) {
                { part!(Picture { response: response.clone(), on_open: on_open.clone() }) }
                { rest(report) }
                <div id={OPEN} tabindex="-1" role="group" aria-label="Words of the combination that is open">
                    { opened(report) }
                </div>
                <section id={table::INTERSECTIONS} tabindex="-1" aria-label={["Table of words by the ", app.unit_noun(), "s that have them"].concat()}>
                    { part!(table::IntersectionsTable { response, query, on_open }) }
                </section>
            }
            { part!(Progress { asked: answer.asked.clone() }) }
            if let Some(report) = answer.report() {
                <div class="word-lists word-lists-shared">
                    { part!(Words {
                        title: html! { {"In all of them"} }, articles: report.articles.clone(),
                        list: report.shared.clone(), total: report.shared_total,
                    }, key: "shared") }
                    </div>
                <div class="word-lists">
                    { for report.articles.iter().zip(&report.unique).zip(&report.unique_totals).map(|((article, list), total)| part!(Words {
                        title: html! { <>{"Only in "}{ part!(ArticleBadge { article: *article }) }</> },
                        articles: report.articles.clone(), list: list.clone(), total: *total,
                    }, key: *article)) }
                </div>
            }
        </section>
    }
}

/// What isn't drawn.
fn rest(report: &IntersectionsReport) -> Html {
    let shown = report.intersections.len() as u32;
    if shown >= report.total {
        return html! {};
    }
    let words = labels::counted(report.rest, "word", "words");
    html! {
        <p class="chart-note">{ format!("Shown are {} of {} combinations; the others hold {words}. The CSV file has every word.", labels::count(shown), labels::count(report.total)) }</p>
    }
}

/// The words of the intersection that is open.
fn opened(report: &IntersectionsReport) -> Html {
    let Some(open) = &report.open else { return html! {} };
    let title = html! { <>{"Only in "}{ for open.articles.iter().map(|article| part!(ArticleBadge { article: *article })) }</> };
    html! {
        <div class="word-lists word-lists-shared">
            { part!(Words { title, articles: open.articles.clone(), list: open.words.clone(), total: open.total }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PictureProps {
    response: ByPointer<Response>,
    on_open: Callback<Vec<u32>>,
}

/// The intersections as a picture. A row lists its words, a set's bar opens the article.
#[component]
fn Picture(props: &PictureProps) -> Html {
    let app = use_app();
    let noun = app.unit_noun();
    let layout = use_picture(&props.response, |response, name| {
        let upset = match response {
            Response::Intersections(report) => pictures::upset(report, name),
            _ => Default::default(),
        };
        move |width| upset.scene(width)
    });
    let on_open = {
        let (response, open) = (props.response.clone(), props.on_open.clone());
        Callback::from(move |target: usize| {
            let Response::Intersections(report) = &*response else { return };
            match target.checked_sub(report.intersections.len()) {
                None => open.emit(report.intersections[target].articles.clone()),
                Some(set) => {
                    if let Some(article) = report.articles.get(set) {
                        app.open_article(*article);
                    }
                }
            }
        })
    };
    part!(Chart {
        layout,
        name: "parallax-shared-vocabulary",
        on_open,
        opens: "Enter lists the words",
        table: table::INTERSECTIONS,
        children: html! { <><h3>{["Words by the ", noun, "s that have them"].concat()}</h3></> }
    })
}
