//! The Keywords view: which words set each article apart?
//!
//! | file | what it is |
//! | --- | --- |
//! | `comparison` | who is compared with whom: the line of controls, and from the address to the question |
//! | `options` | how words are tested, and which measures the table has |
//! | `panels` | a panel of dots and intervals for each article |
//! | `volcano` | size against evidence |
//! | `phrases` | key phrases, a line for each article |
//! | `table` | every word tested |
//! | `pictures` | from the answer to the pictures' data |

pub(crate) mod comparison;
mod options;
mod panels;
mod phrases;
mod pictures;
mod table;
mod volcano;

use yew::prelude::*;

use super::controls::{ArticleChoice, Explain, MinimumControl, Segments, Select, StopWordsControl};
use super::keyness;
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::components::ViewHeader;
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::protocol::{KeywordColumn, KeywordsQuery, KeywordsReport, Kind, TableQuery};
use crate::route::keys::{EFFECTS, EVIDENCES};
use crate::route::{AgainstState, KeywordsPicture, KeywordsState, View};

/// Words a panel.
const PANEL: u32 = 10;

/// Id of the table.
const TABLE: &str = "keywords-table";

/// What the panels can rank by.
const RANKS: [KeywordColumn; 10] = [
    KeywordColumn::G2,
    KeywordColumn::LogRatio,
    KeywordColumn::ConservativeLogRatio,
    KeywordColumn::TfIdf,
    KeywordColumn::Frequency,
    KeywordColumn::ChiSquared,
    KeywordColumn::FisherP,
    KeywordColumn::PercentDifference,
    KeywordColumn::OddsRatio,
    KeywordColumn::SimpleMaths,
];

/// How a measure is named in a choice.
fn named(column: KeywordColumn) -> AttrValue {
    match column {
        KeywordColumn::G2 => "evidence (G²)".into(),
        KeywordColumn::LogRatio => "size (log ratio)".into(),
        other => keyness::measure(other).0.into(),
    }
}

/// The choices, the one in force among them even if an address alone can ask for it.
fn choices(usual: &[KeywordColumn], chosen: KeywordColumn) -> Vec<KeywordColumn> {
    let mut all = usual.to_vec();
    if !all.contains(&chosen) {
        all.push(chosen);
    }
    all
}

/// Where nearly all words of the kind are hidden as stop words: that they are, and a way to see them.
fn hidden(app: &App, report: &KeywordsReport) -> Html {
    let state = &app.state().keywords;
    if state.kind == Kind::More || report.hidden <= 2 * report.total {
        return html! {};
    }
    let all = labels::count(report.hidden + report.total);
    let what = match (state.kind, &state.against) {
        (Kind::Alike, _) => "lockwords",
        (Kind::Less, AgainstState::GeneralEnglish) => "words that are used less than in general English",
        (Kind::Less, _) => "words that are used less",
        _ => "words tested",
    };
    let (app, many) = (app.clone(), report.hidden > 1);
    let onclick = move |_: MouseEvent| app.change(|state| state.settings.stop_words.hidden = false);
    html! {
        <p class="hidden-words">
            { [labels::count(report.hidden).as_str(), " of the ", &all, " ", what, if many { " are stop words, which are hidden. " } else { " is a stop word, which is hidden. " }].concat() }
            <button type="button" class="link" {onclick}>{ "Show stop words" }</button>
        </p>
    }
}

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
        articles: app.units(&state.articles),
        // What the pictures need beside what every row has.
        further: match state.picture {
            KeywordsPicture::Volcano => {
                let of_every_row = [KeywordColumn::LogRatio, KeywordColumn::G2, KeywordColumn::PAdjusted];
                [state.effect, state.evidence].into_iter().filter(|column| !of_every_row.contains(column)).collect()
            }
            KeywordsPicture::Panels => Vec::new(),
        },
        // The table asks for its own rows: filtering and scrolling it leaves the pictures alone.
        table: TableQuery { filter: String::new(), sort: KeywordColumn::G2, descending: true, offset: 0, limit: 0 },
    };
    let answer = use_answer(Some(query.clone()));
    let change = |change: fn(&mut KeywordsState, usize)| {
        let app = app.clone();
        Callback::from(move |place: usize| app.change(move |state| change(&mut state.keywords, place)))
    };
    let measures = |usual: &[KeywordColumn],
                    chosen: KeywordColumn,
                    label: &'static str,
                    set: fn(&mut KeywordsState, KeywordColumn)| {
        let all = choices(usual, chosen);
        let options: Vec<AttrValue> = all.iter().map(|column| named(*column)).collect();
        let place = all.iter().position(|column| *column == chosen).unwrap_or_default();
        let app = app.clone();
        let on_choose = Callback::from(move |place: usize| {
            if let Some(&column) = all.get(place) {
                app.change(move |state| set(&mut state.keywords, column));
            }
        });
        part!(Select { label, options, chosen: place, on_choose })
    };
    let of_table = |table: &[(KeywordColumn, &'static str)]| table.iter().map(|it| it.0).collect::<Vec<_>>();
    let picture = usize::from(state.picture == KeywordsPicture::Volcano);
    let measure = match (state.picture, state.kind) {
        (_, Kind::Alike) => "lockword",
        (KeywordsPicture::Volcano, _) => keyness::measure(state.evidence).1,
        (KeywordsPicture::Panels, _) => keyness::measure(state.rank).1,
    };
    let on_articles = {
        let app = app.clone();
        Callback::from(move |ids: Vec<String>| app.change(move |state| state.keywords.articles = ids))
    };
    let reference = comparison::reference(&app);
    let response = answer.asked.response.clone().map(ByPointer);
    html! {
        <div class="view view-keywords">
            { part!(ViewHeader {
                view: View::Keywords, question: comparison::question(&app).map(AttrValue::from), finding: answer.report().map(|report| report.finding.clone()),
                asked: answer.asked.clone(),
            }) }
            { part!(comparison::ComparisonLine) }
            if let Some(report) = answer.report() {
                { hidden(&app, report) }
            }
            <div class="controls" role="group" aria-label="What is shown">
                { part!(Segments {
                    label: "Picture", options: vec![["By ", app.unit_noun()].concat().into(), "Volcano".into()], chosen: picture,
                    on_choose: change(|state, place| state.picture = if place == 0 { KeywordsPicture::Panels } else { KeywordsPicture::Volcano }),
                }) }
                if state.picture == KeywordsPicture::Panels {
                    if state.kind != Kind::Alike {
                        { measures(&RANKS, state.rank, "ranked by", |state, column| state.rank = column) }
                        if state.rank == KeywordColumn::SimpleMaths {
                            { part!(options::Smoothing) }
                        }
                    }
                } else {
                    { measures(&of_table(EFFECTS), state.effect, "to the right", |state, column| state.effect = column) }
                    { measures(&of_table(EVIDENCES), state.evidence, "upwards", |state, column| state.evidence = column) }
                }
                { part!(MinimumControl {
                    minimum: state.minimum,
                    on_choose: change(|state, minimum| state.minimum = minimum as u32).reform(|n: u32| n as usize),
                }) }
                { part!(StopWordsControl) }
                { part!(options::TestOptions) }
                { part!(Explain { measure }) }
            </div>
            if let Some(response) = response {
                if state.picture == KeywordsPicture::Panels {
                    { part!(panels::Panels { response: response.clone(), table: TABLE, kind: state.kind, reference: reference.clone() }) }
                } else {
                    { part!(volcano::VolcanoPlot {
                        response: response.clone(), table: TABLE, axes: (state.effect, state.evidence), kind: state.kind, reference: reference.clone(),
                    }) }
                }
                { part!(phrases::KeyPhrases) }
                <section class="table-section" id={TABLE} tabindex="-1" aria-label="Table of words">
                    { part!(table::KeywordsTable { query: query.clone(), children: html! { <>
                        if state.group.is_empty() {
                            { part!(ArticleChoice { label: "of", chosen: query.articles.clone(), units: true, on_change: on_articles }) }
                        }
                        { part!(options::ColumnsMenu) }
                    </> } }) }
                </section>
            }
        </div>
    }
}
