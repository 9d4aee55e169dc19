//! In which order each article brings names in, and which only it has.

use yew::prelude::*;

use crate::app::by_pointer::ByPointer;
use crate::app::components::ArticleBadge;
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::origin::{Number, Origin};
use crate::app::pages::controls::Explain;
use crate::protocol::{Brief, Marking, NamesOfArticle, Response};

/// See [`FirstMentions`] and [`OnlyHere`].
#[derive(Properties, PartialEq)]
pub struct ListsProps {
    /// The answer with the lists.
    pub response: ByPointer<Response>,
}

/// A name that opens its first mention in the article.
fn name(app: &App, article: u32, brief: &Brief) -> Html {
    let (app, key) = (app.clone(), brief.key.clone());
    let onclick = move |_: MouseEvent| {
        let key = key.clone();
        app.read(app.at_marked(Marking::Mentions(key), Some(article), None), None);
    };
    html! { <button type="button" class="name-form" title="Read where it stands first" {onclick}>{ &brief.name }</button> }
}

fn head(app: &App, article: u32) -> Html {
    let name = app.article(article).map(labels::short).unwrap_or_default();
    html! { <h3>{ part!(ArticleBadge { article }) }<span class="name-list-of">{ name }</span></h3> }
}

/// Numbered lists, one an article: what stands first is what the article takes to matter most.
#[component]
pub fn FirstMentions(props: &ListsProps) -> Html {
    let app = use_app();
    let Response::Coverage(report) = &*props.response else { return html! {} };
    if report.names == 0 {
        return html! {};
    }
    let noun = app.unit_noun();
    // Of a name in one article only its colour says so.
    let list = |of: &NamesOfArticle| {
        let more = of.total.saturating_sub(of.names.len() as u32);
        html! {
            <li class={classes!("name-list", app.colour(of.article))}>
                { head(&app, of.article) }
                if of.names.is_empty() {
                    <p class="soft">{ "names nobody and nothing of this kind" }</p>
                }
                <ol>
                    { for of.names.iter().map(|brief| html! {
                        <li class={classes!((brief.articles == 1 && report.on > 1).then_some("only"))}>
                            { name(&app, of.article, brief) }
                            if brief.articles == 1 && report.on > 1 {
                                <span class="unseen">{ [", in this ", noun, " only"].concat() }</span>
                            }
                        </li>
                    }) }
                </ol>
                if more > 0 {
                    <p class="soft name-more">{ "then " }{ labels::counted(more, "other", "others") }</p>
                }
            </li>
        }
    };
    html! {
        <section class="name-lists" aria-labelledby="first-title">
            <div class="name-lists-head">
                <h2 id="first-title">{ "Whom and what each brings in first" }</h2>
                { part!(Explain { measure: "first-mention" }) }
            </div>
            <p class="name-note">{ "In the order of first mention" }{ if app.by_groups() { ", the earliest in any of its articles." } else { "." } }
                if report.on > 1 { { [" In colour: named in this ", noun, " only."].concat() } }
            </p>
            <ul class="name-columns">{ for report.first.iter().map(list) }</ul>
        </section>
    }
}

/// What only one article has: a line an article.
#[component]
pub fn OnlyHere(props: &ListsProps) -> Html {
    let app = use_app();
    let Response::Coverage(report) = &*props.response else { return html! {} };
    if report.on < 2 || report.names == 0 {
        return html! {};
    }
    let line = |of: &NamesOfArticle| {
        let more = of.total.saturating_sub(of.names.len() as u32);
        let brief = |(at, brief): (usize, &Brief)| {
            let origin = Origin::Sizes(Marking::Mentions(brief.key.clone()), Some(of.article));
            html! {
                <>
                    { if at > 0 { ", " } else { "" } }{ name(&app, of.article, brief) }
                    if brief.count > 1 { <span class="soft">{ " " }{ part!(Number { text: labels::count(brief.count), origin }) }</span> }
                </>
            }
        };
        html! {
            <li class={classes!("name-only", app.colour(of.article))}>
                { head(&app, of.article) }
                <p>
                    if of.names.is_empty() {
                        <span class="soft">{ "nothing that no other has" }</span>
                    }
                    { for of.names.iter().enumerate().map(brief) }
                    if more > 0 { <span class="soft">{ " and " }{ labels::count(more) }{ " more" }</span> }
                </p>
            </li>
        }
    };
    html! {
        <section class="name-lists" aria-labelledby="only-title">
            <h2 id="only-title">{ ["What only one ", app.unit_noun(), " has"].concat() }</h2>
            <ul class="name-onlys">{ for report.only.iter().map(line) }</ul>
        </section>
    }
}
