//! Header, rail, notices, search, palette, settings: what stands around every view.

pub(super) mod apart;
mod groups;
mod header;
mod how;
mod in_sight;
mod keyboard;
mod manifest;
mod many;
mod notices;
mod palette;
mod print_note;
mod privacy;
mod rail;
mod scroll_place;
mod search;
mod settings;
mod stop_words;

use std::rc::Rc;

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::address::{self, arrive, use_address};
use super::ask::{Asked, use_request_under};
use super::by_pointer::ByPointer;
use super::components::Progress;
use super::context::{App, use_app};
use super::corpus;
use super::labels;
use super::late::{Late, use_late};
use super::pages;
use super::state::{Action, Overlay, Page};
use super::theme::Theme;
use crate::protocol::{Request, Response, Settings};
use crate::route::{self, View};
use crate::worker::client::Client;

use header::Header;
use keyboard::use_keyboard;
use notices::Notices;
pub(super) use print_note::grouped_by;
use rail::Rail;
pub(super) use settings::told as settings_told;

/// See [`Shell`].
#[derive(Clone, PartialEq, Properties)]
pub struct ShellProps {
    /// The person's own corpus that was shown last, where one was.
    pub begun: Option<ByPointer<corpus::apart::Begun>>,
}

/// The whole page: provides [`App`] to everything in it.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    let begun = props.begun.clone();
    let page: UseReducerHandle<Page> = use_reducer(move || match begun {
        Some(begun) => corpus::apart::arrive(arrive(), (*begun.0).clone(), route::is_plain(&address::hash())),
        None => arrive(),
    });
    let client = use_memo((), |()| {
        Theme::kept().show();
        Client::start()
    });
    use_address(&page);
    let app = App { page, client: (*client).clone() };
    html! { <ContextProvider<App> context={app}>{ part!(Frame) }</ContextProvider<App>> }
}

#[component]
fn Frame() -> Html {
    let app = use_app();
    let corpus = use_corpus(&app);
    use_keyboard(&app);
    use_view(app.state().view);
    let state = app.state();
    // The rail's sheet is there from the start.
    let opened =
        state.reader.is_some() || state.how || app.page().overlays.iter().any(|overlay| *overlay != Overlay::Rail);
    let wanted = state.view != View::Overview || opened || app.by_groups() || app.page().own.is_some();
    let (late, again) = use_late(wanted);
    // While the articles lie over the page as a sheet, nothing else on it can be reached.
    let inert = app.page().overlays.contains(&Overlay::Rail);
    html! {
        <>
            <a class="skip" href="#view-title" {inert} onclick={skip}>{ "Skip to the view" }</a>
            { part!(Header { inert, whole: late == Late::There }) }
            <div class={classes!("frame", app.state().reader.is_some().then_some("reading"))}>
                { part!(Rail { whole: late == Late::There }) }
                <main class="main" {inert}>
                    { part!(Notices) }
                    // While it waits, the view says so, where its finding will stand.
                    if corpus.error.is_some() {
                        { part!(Progress { asked: corpus }) }
                    }
                    if late == Late::Failed {
                        { missing(&again) }
                    }
                    { match state.view {
                        View::Overview => html! {
                            <>
                                if app.by_groups() && late == Late::There {
                                    { apart::units_note(&app) }
                                }
                                { part!(pages::Overview) }
                            </>
                        },
                        // On a slow network it takes its time.
                        _ if late == Late::Coming => html! { <p class="coming" role="status">{ "Loading this view …" }</p> },
                        _ if late == Late::Failed => html! {},
                        other => apart::view(other),
                    } }
                    if late == Late::There {
                        { apart::print_note() }
                        { apart::in_sight(state.view) }
                        { apart::scroll_place() }
                        { apart::offline() }
                    }
                </main>
                if late == Late::There && state.reader.is_some() {
                    { apart::reader() }
                }
            </div>
            if late == Late::There && state.how {
                { apart::how() }
            }
            // In an element of their own: keyed children beside ones without a key rebuild them all.
            <div>
                if late == Late::There {
                    { corpus::apart::keeper() }
                    { apart::overlays(&app.page().overlays) }
                }
            </div>
        </>
    }
}

/// Says that the late part of the program didn't arrive.
fn missing(again: &Callback<()>) -> Html {
    html! {
        <div class="problem" role="alert">
            <p><strong>{ "A part of Parallax did not arrive." }</strong>{ " The network may be down. What is on screen stays." }</p>
            <button type="button" class="button" onclick={again.reform(|_: MouseEvent| ())}>{ "Try again" }</button>
        </div>
    }
}

/// Moves the focus to the view's title, where a link to `#view-title` would change the address.
fn skip(event: MouseEvent) {
    event.prevent_default();
    focus_title();
}

fn focus_title() {
    let title = document().get_element_by_id("view-title").and_then(|title| title.dyn_into::<HtmlElement>().ok());
    if let Some(title) = title {
        let _ = title.focus();
    }
}

/// Names the window after the view; on the way to another one, starts it at its top, with the focus
/// on its title, so that a screen reader says where one is.
#[hook]
fn use_view(view: View) {
    let first = use_mut_ref(|| true);
    use_effect_with(view, move |view| {
        document().set_title(&[labels::view_name(*view), " · Parallax"].concat());
        if !first.replace(false) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus_title();
        }
    });
}

/// Asks which articles there are. Before the first answer nothing is switched off, because an
/// address may name articles that this corpus doesn't have.
#[hook]
fn use_corpus(app: &App) -> Asked {
    let settings = match app.page().articles {
        None if app.page().own.is_none() => Settings { off: Vec::new(), ..app.state().settings.clone() },
        // Of their own texts the page knows which there are.
        _ => app.state().settings.clone(),
    };
    let asked = use_request_under(Some(Request::Articles), settings);
    let dispatch = app.page.dispatcher();
    use_effect_with(asked.response.clone().map(ByPointer), move |response| {
        if let Some(Response::Articles(articles)) = response.as_deref() {
            dispatch.dispatch(Action::Corpus(Rc::new(articles.clone())));
        }
    });
    asked
}
