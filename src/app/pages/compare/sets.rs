//! Shared and unique words of any set of articles.

use yew::prelude::*;

use super::words::Words;
use crate::app::ask::use_answer;
use crate::app::components::{ArticleBadge, Progress};
use crate::app::context::use_app;
use crate::app::pages::controls::ArticleChoice;
use crate::protocol::SetsQuery;

/// Most words a list.
const MOST: u32 = 300;

/// The words that all of a set have, and those that only one of it has.
#[component]
pub fn Sets() -> Html {
    let app = use_app();
    let on: Vec<u32> = app.articles().iter().filter(|article| article.on).map(|article| article.article).collect();
    let asked: Vec<u32> = app.numbers(&app.state().compare.set);
    let mut articles: Vec<u32> = on.iter().copied().filter(|n| asked.is_empty() || asked.contains(n)).collect();
    if articles.len() < 2 {
        articles = on;
    }
    let answer = use_answer((articles.len() > 1).then(|| SetsQuery { articles: articles.clone(), limit: MOST }));
    let on_change = {
        let app = app.clone();
        Callback::from(move |ids: Vec<String>| app.change(move |state| state.compare.set = ids))
    };
    html! {
        <section class="sets" aria-labelledby="sets-title">
            <h2 id="sets-title">{"Which words do they share, which has only one?"}</h2>
            <div class="controls" role="group" aria-label="The set">
                { part!(ArticleChoice { label: "among", chosen: articles, least: 2, on_change }) }
            </div>
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
