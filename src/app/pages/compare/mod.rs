//! The Compare view: what do the articles share, and where do they part?
//!
//! | file | what it is |
//! | --- | --- |
//! | `likeness` | how alike all pairs are: heat map, tree, table |
//! | `tree` | by which distance and linkage the tree is drawn |
//! | `pair` | one pair: who uses what more, table, words, texts |
//! | `words` | lists of shared and unique words |
//! | `texts` | two texts side by side |
//! | `aligned` | which place of one text goes with which of the other |
//! | `ribbons` | what joins the two, and their scrolling together |
//! | `segments` | a text cut where its markings begin and end |
//! | `reuse` | passages that stand in several places, near-duplicates |
//! | `map` | articles and words in one plane |
//! | `sets` | shared and unique words of any set |
//! | `terms` | terms × articles |
//! | `pictures` | from the answers to the pictures' data |

mod aligned;
mod likeness;
mod map;
mod pair;
mod pictures;
mod reuse;
mod ribbons;
mod segments;
mod sets;
mod table;
mod terms;
mod texts;
mod tree;
mod words;

use yew::prelude::*;

use super::controls::{Explain, Segments, StopWordsControl};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::components::{SwitchAllOn, ViewHeader};
use crate::app::context::{App, use_app};
use crate::protocol::{CompareQuery, Similarity};
use crate::route::View;

/// The measures of similarity, in the order of the switch.
const MEASURES: [Similarity; 4] =
    [Similarity::Cosine, Similarity::Jaccard, Similarity::Containment, Similarity::SharedFivegrams];

/// The key of a measure in the Methods view.
const fn measure_key(measure: Similarity) -> &'static str {
    match measure {
        Similarity::Cosine => "cosine",
        Similarity::Jaccard => "jaccard",
        Similarity::Containment => "containment",
        Similarity::SharedFivegrams => "shared-5grams",
    }
}

/// The question, where it is asked of groups.
fn question(app: &App) -> Option<AttrValue> {
    app.by_groups().then(|| "What do the groups share, and where do they part?".into())
}

/// The Compare view.
#[component]
pub fn Compare() -> Html {
    let app = use_app();
    let state = &app.state().compare;
    let measure = state.measure;
    let query = tree::answerable(CompareQuery {
        measure,
        distance: state.distance,
        linkage: state.linkage,
        ..CompareQuery::default()
    });
    // Groups are counted once they are known.
    let on = if app.by_groups() { 2 } else { app.articles_on() };
    let known = !app.articles().is_empty();
    let answer = use_answer((on > 1).then(|| query.clone()));
    if known && on < 2 {
        return html! {
            <div class="view view-compare">
                { part!(ViewHeader { view: View::Compare }) }
                <div class="problem">
                    <p>{"A comparison takes two articles, and fewer are switched on. Switch on another in the list of articles."}</p>
                    { part!(SwitchAllOn) }
                </div>
            </div>
        };
    }
    let pair = app.state().compare.pair.as_ref().and_then(|(a, b)| {
        let on = app.units_on();
        let number = |id: &String| app.number(id).filter(|number| on.contains(number));
        Some((number(a)?, number(b)?)).filter(|(a, b)| a != b)
    });
    let pair = pair.or_else(|| answer.report().and_then(|report| report.closest));
    let on_measure = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let measure = MEASURES.get(place).copied().unwrap_or_default();
            app.change(move |state| state.compare.measure = measure);
        })
    };
    let response = answer.asked.response.clone().map(ByPointer);
    html! {
        <div class="view view-compare">
            { part!(ViewHeader {
                view: View::Compare, question: question(&app), finding: answer.report().map(|report| report.finding.clone()),
                asked: answer.asked.clone(),
            }) }
            <div class="controls" role="group" aria-label="How likeness is measured">
                { part!(Segments {
                    label: "Likeness by", options: MEASURES.map(|m| pictures::measure_name(m).into()).to_vec(),
                    chosen: MEASURES.iter().position(|m| *m == measure).unwrap_or_default(), on_choose: on_measure,
                }) }
                { part!(tree::TreeControls { query: query.clone() }) }
                { part!(StopWordsControl) }
                { part!(Explain { measure: measure_key(measure) }) }
            </div>
            if let Some(response) = response {
                { part!(likeness::Likeness { response, query, pair }) }
            }
            if let Some((a, b)) = pair {
                { part!(pair::Pair { a, b }) }
            }
            { part!(reuse::Reuse) }
            { part!(terms::Terms) }
            { part!(map::Map) }
            { part!(sets::Sets) }
        </div>
    }
}
