//! The header: where one can go, search, undo, link, theme.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::apart;
use super::search::FIELD;
use crate::app::components::icon::{Icon, icon_button};
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::late;
use crate::app::state::{Action, Overlay};
use crate::app::theme::Theme;
use crate::app::typed_ahead;
use crate::route::keys::VIEWS;
use crate::route::{self, View};

/// What is true of where texts go, and how one can see it.
const STAYS: &str = "Everything is computed in this browser. The page fetches its own files and nothing else, and its \
                     content policy forbids the browser to send anything to any other address. Your browser's network \
                     panel shows it.";

/// See [`Header`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct HeaderProps {
    /// Whether it can't be reached, for something lies over it.
    pub(super) inert: bool,
    /// Whether the late part of the program is there.
    pub whole: bool,
}

/// The header of the page.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let app = use_app();
    let theme = use_state_eq(Theme::kept);
    let begun = use_mut_ref(|| None);
    let act = |action: fn() -> Action| {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.act(action()))
    };
    let wear = {
        let theme = theme.clone();
        Callback::from(move |_: MouseEvent| {
            let next = theme.next();
            next.wear();
            theme.set(next);
        })
    };
    let (picture, worn) = match *theme {
        Theme::Auto => (Icon::Auto, "Theme: as the system has it"),
        Theme::Light => (Icon::Light, "Theme: light"),
        Theme::Dark => (Icon::Dark, "Theme: dark"),
    };
    let link = |(view, _): &(View, &str)| {
        let view = *view;
        let current = app.state().view == view;
        let app = app.clone();
        let onclick = {
            let app = app.clone();
            move |event: MouseEvent| {
                // Ctrl and the like open the link elsewhere, as links do.
                if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
                    return;
                }
                event.prevent_default();
                app.go(view);
            }
        };
        html! {
            <a href={route::format_view(app.state(), view)} aria-current={current.then_some("page")} {onclick}>
                { labels::view_name(view) }
            </a>
        }
    };
    html! {
        <header class="header" inert={props.inert}>
            <span class="wordmark">{ mark() }{ "Parallax" }</span>
            <nav aria-label="Views">{ for VIEWS.iter().map(link) }</nav>
            <button type="button" class="button to-rail" onclick={act(|| Action::Open(Overlay::Rail))}>{ "Articles" }</button>
            if props.whole {
                { apart::search(begun.borrow().clone()) }
            } else {
                { search_to_come(&begun) }
            }
            <span class="stays" title={STAYS}>{ "Nothing leaves this machine" }</span>
            <div class="tools">
                { icon_button(Icon::Undo, "Undo (Ctrl+Z)".into(), !app.page().can_undo(), act(|| Action::Undo)) }
                { icon_button(Icon::Redo, "Redo (Ctrl+Shift+Z)".into(), !app.page().can_redo(), act(|| Action::Redo)) }
                if props.whole {
                    { apart::copy_link() }
                } else {
                    { icon_button(Icon::Link, "Copy link".into(), true, Callback::noop()) }
                }
                { icon_button(picture, worn.into(), false, wear) }
                { icon_button(Icon::Settings, "Settings".into(), false, act(|| Action::Open(Overlay::Settings))) }
            </div>
        </header>
    }
}

/// The search field's place until it works. Who goes there may begin to type: what is there is kept in `begun`
/// for the field itself, and what that takes is fetched.
fn search_to_come(begun: &Rc<RefCell<Option<AttrValue>>>) -> Html {
    let keep = |event: Event| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        field.map(|field| AttrValue::from(field.value()))
    };
    let (there, typed, gone) = (begun.clone(), begun.clone(), begun.clone());
    let onfocus = move |event: FocusEvent| {
        there.replace(keep(event.into()));
        typed_ahead::begin();
        late::prepare();
    };
    let oninput = move |event: InputEvent| {
        typed.replace(keep(event.into()));
    };
    // When the field itself takes its place, the focus goes nowhere for a moment.
    let onblur = move |event: FocusEvent| {
        if event.related_target().is_some() {
            gone.replace(None);
            typed_ahead::end();
        }
    };
    html! {
        <div class="search">
            <kbd aria-hidden="true">{ "/" }</kbd>
            <input id={FIELD} class="chooser-field" placeholder="Search words and phrases" aria-label="Search the articles"
                aria-busy="true" autocomplete="off" {onfocus} {oninput} {onblur} />
        </div>
    }
}

fn mark() -> Html {
    html! {
        <svg width="26" height="20" viewBox="0 0 26 20" aria-hidden="true">
            <path d="M2 18 13 2l11 16" fill="none" stroke="currentColor" stroke-width="1.6" />
            <path class="wordmark-inner" d="M7 18 13 2l6 16" fill="none" stroke-width="1.6" />
        </svg>
    }
}
