//! One name: under which forms it goes, why each is taken for it, and what a person makes of that.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::edits::{change_names, rename, split};
use crate::app::by_pointer::ByPointer;
use crate::app::charts::go_to;
use crate::app::components::ArticleBadge;
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::origin::{Number, Origin};
use crate::app::pages::controls::Explain;
use crate::protocol::{FormRow, Marking, NameKind, NameRow, Response};

/// Id of the panel.
pub const CHOSEN: &str = "coverage-name";

/// See [`Chosen`].
#[derive(Properties, PartialEq)]
pub struct ChosenProps {
    /// The answer with the name that is looked into.
    pub response: ByPointer<Response>,
    /// Whether that is the answer to another question, and the one to this is still out.
    pub waiting: bool,
}

/// The name that the address asks for; nothing where it asks for none.
#[component]
pub fn Chosen(props: &ChosenProps) -> Html {
    let app = use_app();
    // Whoever opens a name is led to it; a link that has one begins at the top.
    let first = use_mut_ref(|| true);
    use_effect_with(app.state().coverage.name.clone(), move |open| {
        if !first.replace(false) && open.is_some() {
            go_to(CHOSEN);
        }
    });
    let Some(key) = app.state().coverage.name.clone() else { return html! {} };
    let Response::Coverage(report) = &*props.response else { return html! {} };
    let close = {
        let app = app.clone();
        move |_: MouseEvent| {
            app.change(|state| state.coverage.name = None);
            go_to(super::table::TABLE);
        }
    };
    // With the reader open, Escape closes that first.
    let reading = app.state().reader.is_some();
    let onkeydown = {
        let app = app.clone();
        move |event: KeyboardEvent| {
            let typing = event.target_dyn_into::<HtmlInputElement>().is_some();
            if event.key() == "Escape" && !reading && !typing {
                event.prevent_default();
                event.stop_propagation();
                app.change(|state| state.coverage.name = None);
                go_to(super::table::TABLE);
            }
        }
    };
    html! {
        <section id={CHOSEN} class="name-panel" tabindex="-1" aria-label="One name and its forms" {onkeydown}>
            <button type="button" class="link name-close" onclick={close}>{ "Close" }</button>
            { match &report.open {
                Some(row) if row.key == key || !props.waiting => one(&app, row, &report.articles),
                _ if props.waiting => html! { <p class="soft" aria-busy="true">{ "Looking for it …" }</p> },
                _ => html! { <p class="empty">{ "No name “" }{ key }{ "” is here under these settings. It may have been merged, or its articles switched off." }</p> },
            } }
        </section>
    }
}

fn one(app: &App, row: &NameRow, articles: &[u32]) -> Html {
    let on_rename = {
        let (app, key, name) = (app.clone(), row.key.clone(), row.name.clone());
        Callback::from(move |field: HtmlInputElement| {
            let typed = field.value().trim().to_owned();
            if typed.is_empty() || typed == name {
                field.set_value(&name);
            } else {
                change_names(&app, rename(&key, &typed));
            }
        })
    };
    let (committed, pressed) = (on_rename.clone(), on_rename);
    let onchange =
        move |event: Event| event.target_dyn_into::<HtmlInputElement>().into_iter().for_each(|it| committed.emit(it));
    let onkeydown = {
        let name = row.name.clone();
        move |event: KeyboardEvent| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            match event.key().as_str() {
                "Enter" => pressed.emit(field),
                "Escape" => field.set_value(&name),
                _ => {}
            }
        }
    };
    let in_articles = |counts: &[u32]| {
        let named = articles.iter().zip(counts).filter(|(_, count)| **count > 0);
        html! { <>{ for named.map(|(article, count)| html! {
            <span class="name-where">{ part!(ArticleBadge { article: *article }) }{ labels::count(*count) }</span>
        }) }</> }
    };
    let form = |form: &FormRow| {
        let (article, span) = (form.first.0, (form.first.1.start, form.first.1.end));
        let open = {
            let app = app.clone();
            move |_: MouseEvent| app.open_passage(article, span, None)
        };
        let apart = {
            let (app, edit) = (app.clone(), split(&row.key, &form.key));
            move |_: MouseEvent| change_names(&app, edit.clone())
        };
        html! {
            <tr>
                <th scope="row"><button type="button" class="name-form" title="Read where it stands first" onclick={open}>{ &form.written }</button></th>
                <td class="name-wheres">{ in_articles(&form.by_article) }</td>
                <td class="soft">
                    { if form.reason.is_empty() { "the name itself" } else { form.reason.as_str() } }
                    if let Some(seen) = form.seen { { " " }{ part!(ArticleBadge { article: seen }) } }
                </td>
                <td>
                    if row.forms.len() > 1 {
                        <button type="button" class="link" aria-label={["Split off ", &form.written].concat()} onclick={apart}>{ "Split off" }</button>
                    }
                </td>
            </tr>
        }
    };
    let origin = Origin::Sizes(Marking::Mentions(row.key.clone()), None);
    html! {
        <>
            <div class="name-head">
                // Another name has another field.
                <input key={[row.key.as_str(), "=", &row.name].concat()} class="name-field" type="text" value={row.name.clone()} aria-label="Name; type another to rename it" {onchange} {onkeydown} />
                <span class="soft">{ row.kind.name() }{ if row.kind == NameKind::Other { " name" } else { "" } }{ " · named " }{ part!(Number { text: labels::counted(row.total, "time", "times"), origin }) }{ " in " }{ labels::counted(row.articles, app.unit_noun(), &[app.unit_noun(), "s"].concat()) }</span>
                { part!(Explain { measure: "same-name" }) }
            </div>
            <div class="table-box" tabindex="-1">
                <table class="name-forms">
                    <caption class="unseen">{ "Its forms, where they stand, and why each is taken for this name" }</caption>
                    <thead><tr><th scope="col">{ "as written" }</th><th scope="col">{ "times" }</th><th scope="col">{ "why it is this name" }</th><th scope="col"><span class="unseen">{ "change" }</span></th></tr></thead>
                    <tbody>{ for row.forms.iter().map(form) }</tbody>
                </table>
            </div>
        </>
    }
}
