//! Key phrases: a line of them for each target.

use yew::prelude::*;

use super::comparison;
use crate::app::ask::use_answer;
use crate::app::components::{ArticleBadge, CsvButton};
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::origin::{Number, Origin};
use crate::app::pages::controls::Explain;
use crate::protocol::{PhraseList, PhraseRow, PhrasesQuery, Table};
use crate::route::NumberState;

/// Phrases a line.
const MOST: u32 = 6;

/// The phrases that set each target apart.
#[component]
pub fn KeyPhrases() -> Html {
    let app = use_app();
    let query = PhrasesQuery {
        comparison: comparison::of(&app),
        significant: app.state().keywords.below.is_some(),
        limit: MOST,
    };
    let answer = use_answer(Some(query.clone()));
    let Some(report) = answer.report() else { return html! {} };
    let phrase = |row: &PhraseRow| {
        let (app, phrase, article) = (app.clone(), row.phrase.clone(), row.article);
        let number = NumberState {
            measure: "key-phrase".to_owned(),
            term: phrase.clone(),
            article: app.id(article).to_owned(),
            beside: String::new(),
        };
        let times = labels::counted(row.frequency, "time", "times");
        let elsewhere = labels::count(row.reference_frequency);
        let chance = if row.is_significant { "" } else { "may be chance; " };
        let title = [&times, " here, ", &elsewhere, " elsewhere; ", chance, "read"].concat();
        html! {
            <li class={(!row.is_significant).then_some("chance")}><button type="button" class="term" {title} onclick={move |_| app.read(app.at_term(&phrase, Some(article)), Some(number.clone()))}>
                {&row.phrase}</button>{"\u{a0}"}{ part!(Number {
                    text: [&labels::count(row.frequency), "×"].concat(),
                    origin: Origin::Term(row.phrase.clone().into(), Some(article)),
                }) }</li>
        }
    };
    let line = |list: &PhraseList| {
        html! {
            <div class="phrase-line" key={list.article}>
                <dt>{ for list.articles.iter().map(|&article| part!(ArticleBadge { article, named: true }, key: article)) }
                    if app.by_groups() { <span class="soft">{ app.article(list.article).map(labels::short) }</span> }
                </dt>
                <dd>
                    if list.rows.is_empty() {
                        <span class="soft">{ if list.tested == 0 {
                            "no phrase stands here often enough, or there is nothing to compare with"
                        } else {
                            "no phrase passes the test"
                        } }</span>
                    } else {
                        <ul class="phrases">{ for list.rows.iter().map(phrase) }</ul>
                    }
                </dd>
            </div>
        }
    };
    html! {
        <section class="key-phrases" aria-label="Key phrases">
            <div class="chart-head">
                <h2>{ "Key phrases" }</h2>
                if report.against_rest {
                    <span class="soft">{ "General English is a list of single words: phrases are compared with the other articles." }</span>
                }
                if report.lists.iter().any(|list| list.rows.iter().any(|row| !row.is_significant)) {
                    <span class="soft phrases-key"><span class="chance">{ "dotted" }</span>{ ": may be chance, doesn’t pass the test" }</span>
                }
                { part!(Explain { measure: "key-phrase" }) }
                { part!(CsvButton { table: Table::Phrases(query), file: "parallax-key-phrases" }) }
            </div>
            <dl>{ for report.lists.iter().map(line) }</dl>
        </section>
    }
}
