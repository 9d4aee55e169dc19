//! The Keywords view: which words set each article apart?
//!
//! | file | what it is |
//! | --- | --- |
//! | `comparison` | who is compared with whom: from the address to the question |
//! | `panels` | a panel of dots and intervals for each article |
//! | `volcano` | log ratio against significance |
//! | `table` | every word tested |
//! | `pictures` | from the answer to the pictures' data |

pub(crate) mod comparison;
mod panels;
mod pictures;
mod table;
mod volcano;

use yew::prelude::*;

use super::controls::{ArticleChoice, Explain, MinimumControl, Segments, Select, StopWordsControl, Switch};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::components::ViewHeader;
use crate::app::context::use_app;
use crate::protocol::{KeywordColumn, KeywordsQuery, Kind, TableQuery};
use crate::route::{KeywordsPicture, KeywordsState, View};

/// Words a panel.
const PANEL: u32 = 10;

/// Id of the table.
const TABLE: &str = "keywords-table";

/// What the panels can rank by.
const RANKS: [(KeywordColumn, &str); 4] = [
    (KeywordColumn::G2, "evidence (G²)"),
    (KeywordColumn::LogRatio, "size (log ratio)"),
    (KeywordColumn::TfIdf, "TF-IDF"),
    (KeywordColumn::Frequency, "frequency"),
];

/// The Keywords view.
#[component]
pub fn Keywords() -> Html {
    let app = use_app();
    let state = app.state().keywords.clone();
    let query = KeywordsQuery {
        comparison: comparison::of(&app),
        kind: state.kind,
        significant: state.below.is_some(),
        rank: state.rank,
        panel: PANEL,
        articles: app.numbers(&state.articles),
        further: state.further.clone(),
        // The table asks for its own rows: filtering and scrolling it leaves the pictures alone.
        table: TableQuery { filter: String::new(), sort: KeywordColumn::G2, descending: true, offset: 0, limit: 0 },
    };
    let answer = use_answer(Some(query.clone()));
    let change = |change: fn(&mut KeywordsState, usize)| {
        let app = app.clone();
        Callback::from(move |place: usize| app.change(move |state| change(&mut state.keywords, place)))
    };
    let rank = RANKS.iter().position(|(rank, _)| *rank == state.rank).unwrap_or_default();
    let picture = usize::from(state.picture == KeywordsPicture::Volcano);
    let measure = match state.rank {
        KeywordColumn::TfIdf => "tf-idf",
        KeywordColumn::LogRatio => "log-ratio",
        _ => "g2",
    };
    let on_articles = {
        let app = app.clone();
        Callback::from(move |ids: Vec<String>| app.change(move |state| state.keywords.articles = ids))
    };
    let response = answer.asked.response.clone().map(ByPointer);
    html! {
        <div class="view view-keywords">
            { part!(ViewHeader {
                view: View::Keywords, finding: answer.report().map(|report| report.finding.clone()),
                asked: answer.asked.clone(),
            }) }
            <div class="controls" role="group" aria-label="What is shown">
                { part!(Segments {
                    label: "Picture", options: vec!["By article".into(), "Volcano".into()], chosen: picture,
                    on_choose: change(|state, place| state.picture = if place == 0 { KeywordsPicture::Panels } else { KeywordsPicture::Volcano }),
                }) }
                if state.picture == KeywordsPicture::Panels {
                    { part!(Select {
                        label: "ranked by", options: RANKS.map(|(_, name)| name.into()).to_vec(), chosen: rank,
                        on_choose: change(|state, place| state.rank = RANKS.get(place).map_or(KeywordColumn::G2, |(rank, _)| *rank)),
                    }) }
                }
                { part!(MinimumControl {
                    minimum: state.minimum,
                    on_choose: change(|state, minimum| state.minimum = minimum as u32).reform(|n: u32| n as usize),
                }) }
                { part!(StopWordsControl) }
                { part!(Explain { measure }) }
            </div>
            if let Some(response) = response {
                if state.picture == KeywordsPicture::Panels {
                    { part!(panels::Panels { response: response.clone(), table: TABLE }) }
                } else {
                    { part!(volcano::VolcanoPlot { response: response.clone(), table: TABLE }) }
                }
                <section class="table-section" id={TABLE} tabindex="-1" aria-label="Table of words">
                    { part!(table::KeywordsTable { query: query.clone(), children: html! { <>
                        { part!(ArticleChoice { label: "of", chosen: query.articles.clone(), on_change: on_articles }) }
                        { part!(Switch {
                            label: "words used less, too", on: state.kind == Kind::Both,
                            on_change: change(|state, on| state.kind = if on == 1 { Kind::Both } else { Kind::More }).reform(usize::from),
                        }) }
                    </> } }) }
                </section>
            }
        </div>
    }
}
