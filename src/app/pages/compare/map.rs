//! Articles and words in one plane: the correspondence map.

use yew::prelude::*;

use super::{pictures, table};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::{ArticleBadge, FindingLine, Progress};
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::pages::controls::{Explain, MinimumControl, Select};
use crate::app::pages::names::use_picture;
use crate::chart::order;
use crate::protocol::{MapReport, Mapped, Response, Unmapped};

/// Choices of how many words are mapped at most.
const WORDS: [u32; 5] = [25, 50, 100, 200, 300];
/// Choices of in how many articles a word stands at least.
const RANGES: [u32; 5] = [1, 2, 3, 4, 5];
/// Axes that can be chosen between.
const AXES: u32 = 4;

/// A choice from numbers: the one in force is always among them.
fn numbers(known: &[u32], chosen: u32) -> (Vec<u32>, usize) {
    let mut numbers = known.to_vec();
    numbers.push(chosen);
    let numbers = order::distinct(numbers);
    let place = numbers.iter().position(|number| *number == chosen).unwrap_or_default();
    (numbers, place)
}

/// The map with its choice of words and axes, its finding and its table.
#[component]
pub fn Map() -> Html {
    let app = use_app();
    let query = app.state().compare.map.clone();
    let answer = use_answer(Some(query.clone()));
    let response = answer.asked.response.clone().map(ByPointer);
    let report = answer.report();
    let on_minimum = {
        let app = app.clone();
        Callback::from(move |minimum: u32| app.change(move |state| state.compare.map.minimum = minimum))
    };
    let (ranges, range) = numbers(&RANGES[..RANGES.len().min(app.articles_on())], query.range);
    let range_options = ranges.iter().map(|n| AttrValue::from(labels::counted(*n, "article", "articles")));
    let range_options = range_options.collect::<Vec<_>>();
    let on_range = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let range = ranges.get(place).copied().unwrap_or(2);
            app.change(move |state| state.compare.map.range = range);
        })
    };
    let (most, words) = numbers(&WORDS, query.words);
    let word_options = most.iter().map(|n| AttrValue::from(labels::counted(*n, "word", "words"))).collect::<Vec<_>>();
    let on_words = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let words = most.get(place).copied().unwrap_or(100);
            app.change(move |state| state.compare.map.words = words);
        })
    };
    html! {
        <section class="map" aria-labelledby="map-title">
            <h2 id="map-title">{["Which words go with which ", app.unit_noun(), "s?"].concat()}</h2>
            <div class="controls" role="group" aria-label="Which words and axes are mapped">
                { part!(MinimumControl { minimum: query.minimum, on_choose: on_minimum }) }
                { part!(Select { label: "in at least", options: range_options, chosen: range, on_choose: on_range }) }
                { part!(Select { label: "at most", options: word_options, chosen: words, on_choose: on_words }) }
                if let Some(report) = report {
                    { part!(Axes { axes: report.axes.len() as u32, shown: report.shown.clone() }) }
                }
                { part!(Explain { measure: "correspondence" }) }
            </div>
            { part!(Progress { asked: answer.asked.clone() }) }
            if let (Some(report), Some(response)) = (report, response) {
                if let Some(why) = report.undefined {
                    <p class="empty">{ reason(why, app.unit_noun()) }</p>
                } else {
                    { part!(FindingLine { finding: report.finding.clone() }) }
                    { part!(Picture { response: response.clone() }) }
                    { notes(report) }
                    <section id={table::MAP} tabindex="-1" aria-label="Table of the map">
                        { part!(table::MapTable { response, query }) }
                    </section>
                }
            }
        </section>
    }
}

/// Why there is no map, and what would make one; `noun` is what is compared.
fn reason(why: Unmapped, noun: &str) -> String {
    match why {
        Unmapped::OneArticle => ["One ", noun, " has nothing to differ from: a map takes two."].concat(),
        Unmapped::FewWords => {
            "Fewer than two words are frequent enough and stand in enough articles. Let rarer words in, or words of fewer articles.".to_owned()
        }
        Unmapped::OneHasWords => [
            "Only one ",
            noun,
            " has any of these words, so there is nothing to map. Let rarer words in, or switch on another article.",
        ]
        .concat(),
        Unmapped::NoDifference => {
            ["All ", noun, "s use these words in the same proportions: there is no difference to map."].concat()
        }
    }
}

/// What the map leaves out.
fn notes(report: &MapReport) -> Html {
    let shown = report.points.iter().filter(|point| matches!(point.of, Mapped::Term(_))).count() as u32;
    html! {
        <>
            if shown < report.words {
                <p class="chart-note">{format!("The {} most frequent of {} words are mapped.", labels::count(shown), labels::count(report.words))}</p>
            }
            if !report.left_out.is_empty() {
                <p class="chart-note">
                    { "Not on the map, for they have none of these words: " }
                    { for report.left_out.iter().take(24).map(|article| part!(ArticleBadge { article: *article })) }
                    if report.left_out.len() > 24 { { " and others" } }
                </p>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct AxesProps {
    axes: u32,
    shown: Vec<u32>,
}

/// Which two axes are shown, of the first few.
#[component]
fn Axes(props: &AxesProps) -> Html {
    let app = use_app();
    let [x, y] = props.shown[..] else { return html! {} };
    let most = props.axes.min(AXES);
    let mut pairs: Vec<(u32, u32)> = (1..=most).flat_map(|x| (x + 1..=most).map(move |y| (x, y))).collect();
    if !pairs.contains(&(x, y)) {
        pairs.push((x, y));
    }
    if pairs.len() < 2 {
        return html! {};
    }
    let chosen = pairs.iter().position(|pair| *pair == (x, y)).unwrap_or_default();
    let options = pairs.iter().map(|(x, y)| AttrValue::from([x.to_string(), y.to_string()].join(" and ")));
    let options = options.collect::<Vec<_>>();
    let on_choose = Callback::from(move |place: usize| {
        let axes = pairs.get(place).copied().unwrap_or((1, 2));
        app.change(move |state| state.compare.map.axes = axes);
    });
    part!(Select { label: "axes", options, chosen, on_choose })
}

#[derive(Properties, PartialEq)]
struct PictureProps {
    response: ByPointer<Response>,
}

/// The picture of it. A word leads to its places, an article to its text.
#[component]
fn Picture(props: &PictureProps) -> Html {
    let app = use_app();
    let layout = use_picture(&props.response, |response, name| {
        let plane = match response {
            Response::Map(report) => pictures::plane(report, name),
            _ => Default::default(),
        };
        move |width| plane.scene(width)
    });
    let groups = app.by_groups();
    let on_open = {
        let response = props.response.clone();
        Callback::from(move |target: usize| {
            let Response::Map(report) = &*response else { return };
            match report.points.get(target).map(|point| &point.of) {
                Some(Mapped::Article(article)) => app.open_article(*article),
                Some(Mapped::Term(term)) => app.open_term(term, None),
                None => {}
            }
        })
    };
    let name_of = {
        let response = props.response.clone();
        Callback::from(move |target: usize| {
            let Response::Map(report) = &*response else { return None };
            match &report.points.get(target)?.of {
                Mapped::Article(article) => Some(labels::letter(*article).into()),
                Mapped::Term(term) => Some(term.clone().into()),
            }
        })
    };
    part!(Chart {
        layout,
        name: "parallax-map",
        on_open,
        name_of,
        table: table::MAP,
        children: html! { <><h3>{ if groups { "Groups and words in one plane" } else { "Articles and words in one plane" } }</h3></> }
    })
}
