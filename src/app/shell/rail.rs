//! The rail: the articles, which of them take part, how long they are.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::apart;
use super::palette::toggle_article;
use crate::app::components::ArticleBadge;
use crate::app::components::icon::{Icon, icon_button};
use crate::app::context::use_app;
use crate::app::corpus;
use crate::app::focus;
use crate::app::labels;
use crate::app::origin::{Number, Origin};
use crate::app::state::{Action, Overlay};
use crate::protocol::{ArticleNote, MOST_DRAWN, Marking, Source};

/// See [`Rail`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RailProps {
    /// Whether the late part of the program is there.
    pub whole: bool,
}

/// The articles; a sheet where the page is narrow. How they are grouped comes with the late part.
#[component]
pub(super) fn Rail(props: &RailProps) -> Html {
    let app = use_app();
    let open = app.page().overlays.contains(&Overlay::Rail);
    let close = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.act(Action::Close(Overlay::Rail)))
    };
    let articles = app.articles();
    let on = articles.iter().filter(|article| article.on).count() as u32;
    let words: u32 = articles.iter().map(|article| article.tokens).sum();
    let longest = articles.iter().map(|article| article.tokens).max().unwrap_or(0);
    let furniture: u32 = articles.iter().filter(|article| article.on).map(|article| article.furniture_tokens).sum();
    let counted = app.state().settings.furniture;
    let switch_furniture = {
        let app = app.clone();
        move |_: Event| app.change(|state| state.settings.furniture = !state.settings.furniture)
    };
    let settings = {
        let app = app.clone();
        move |_: MouseEvent| app.open(Overlay::Settings)
    };
    let privacy = {
        let app = app.clone();
        move |_: MouseEvent| app.open(Overlay::Privacy)
    };
    let rail = use_node_ref();
    use_sheet_focus(&rail, open);
    html! {
        <>
            if open {
                <div class="veil" onclick={close.clone()} />
            }
            <div ref={rail} class={classes!("rail", open.then_some("open"))} aria-label="Articles" tabindex="-1"
                role={if open { "dialog" } else { "complementary" }} aria-modal={open.then_some("true")}>
                <div class="rail-head">
                    <h2>{ "Articles" }</h2>
                    if !articles.is_empty() {
                        <span class="soft">
                            { labels::count(on) }{ if on == articles.len() as u32 { String::new() } else { [" of ", &labels::count(articles.len() as u32)].concat() } }
                            { " · " }{ part!(Number { text: labels::counted(words, "word", "words"), origin: Origin::Sizes(Marking::Words, None) }) }
                        </span>
                    }
                    <span class="rail-close">{ icon_button(Icon::Close, "Close the list of articles".into(), false, close) }</span>
                </div>
                <div class="rail-compare">
                    if props.whole && !articles.is_empty() {
                        { apart::compare() }
                        { apart::pager() }
                    }
                </div>
                if props.whole && app.by_groups() {
                    { apart::groups(longest) }
                } else if props.whole && articles.len() > MOST_DRAWN {
                    { apart::listed(longest) }
                } else {
                    <ul>{ for articles.iter().take(MOST_DRAWN).map(|article| item(article, longest, Html::default())) }</ul>
                }
                if props.whole {
                    { corpus::apart::line() }
                }
                if !articles.is_empty() {
                    <label class="switch-line">
                        <input type="checkbox" class="switch" role="switch" checked={counted} onchange={switch_furniture} />
                        { "Count page furniture" }
                    </label>
                    <small class="soft switch-note">
                        { "Captions, datelines, view counts, links: " }
                        { part!(Number { text: labels::counted(furniture, "word", "words"), origin: Origin::Sizes(Marking::Furniture, None) }) }
                    </small>
                    <button type="button" class="link" onclick={settings}>{ "All settings" }</button>
                }
                <p class="stays-note">
                    <button type="button" class="link" onclick={privacy}>{ "Nothing leaves this machine" }</button>
                    { ": the page reads its own files and sends nothing." }
                </p>
            </div>
        </>
    }
}

/// The sheet takes the focus when it opens and gives it back when it closes. The rest of the page is
/// inert meanwhile, so the Tab key stays within.
#[hook]
fn use_sheet_focus(rail: &NodeRef, open: bool) {
    let opener = use_mut_ref(|| None::<Element>);
    let rail = rail.clone();
    use_effect_with(open, move |open| {
        let Some(rail) = rail.cast::<HtmlElement>() else { return };
        if *open {
            *opener.borrow_mut() = focus::holder();
            focus::give_to(&rail);
            return;
        }
        // Who closed it by opening an article has the focus there.
        let lost = focus::holder().is_none_or(|active| rail.contains(Some(&active)));
        if let Some(opener) = opener.borrow_mut().take().filter(|_| lost) {
            focus::give_to(&opener);
        }
    });
}

/// An article's item in the list, with what stands below it.
pub(super) fn item(article: &ArticleNote, longest: u32, children: Html) -> Html {
    part!(RailItem { article: article.clone(), longest, children }, key: article.id.clone())
}

#[derive(Clone, PartialEq, Properties)]
struct RailItemProps {
    article: ArticleNote,
    longest: u32,
    children: Html,
}

#[component]
fn RailItem(props: &RailItemProps) -> Html {
    let app = use_app();
    let article = &props.article;
    let number = article.article;
    let on = !app.state().settings.off.contains(&article.id);
    let toggle = {
        let (app, id) = (app.clone(), article.id.clone());
        move |_: Event| toggle_article(&app, &id)
    };
    let colour = app.colour(number);
    let read = move |_: MouseEvent| app.open_article(number);
    let name = ["Compare ", &labels::letter(number), ", ", &article.title].concat();
    let share = (u64::from(article.tokens) * 100).checked_div(u64::from(props.longest)).unwrap_or(0);
    let dated = (article.published.source == Source::Inferred)
        .then(|| ["Inferred from the words \u{201c}", &article.published.words, "\u{201d}"].concat());
    let title = (article.title_source == Source::Ours).then_some("The text has no headline: this title describes it");
    html! {
        <li class={classes!((!on).then_some("off"))}>
            { part!(ArticleBadge { article: number, named: true }) }
            <div class="rail-words">
                <button type="button" class="rail-title" {title} onclick={read}>{ &article.title }</button>
                <span class="soft">{ labels::outlet(article) }{ " · " }<span title={dated}>{ labels::date(&article.published) }</span></span>
                <span class="rail-length">
                    <svg class="bar" width="100%" height="3" aria-hidden="true">
                        <rect class="bar-ground" width="100%" height="3" rx="1.5" />
                        <rect class={colour} width={[&share.to_string(), "%"].concat()} height="3" rx="1.5" />
                    </svg>
                    <span class="soft">
                        if on {
                            { part!(Number {
                                text: labels::counted(article.tokens, "word", "words"),
                                origin: Origin::Sizes(Marking::Words, Some(number)),
                            }) }
                        } else {
                            { "left out" }
                        }
                    </span>
                    <input type="checkbox" class="switch" role="switch" checked={on} onchange={toggle} aria-label={name.clone()} title={name} />
                </span>
                { props.children.clone() }
            </div>
        </li>
    }
}
