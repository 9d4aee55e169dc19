//! The keys of the page, and the list of them.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::search::focus_search;
use crate::app::components::Modal;
use crate::app::context::{App, use_app};
use crate::app::state::{Action, Overlay};
use crate::app::typed_ahead;

/// Every key and what it does.
const KEYS: &[(&str, &str)] = &[
    ("/", "Search words and phrases"),
    ("Ctrl K", "Every view and command, by typing"),
    ("Ctrl Z", "Undo a change of settings or view"),
    ("Ctrl Shift Z", "Redo it"),
    ("?", "This list"),
    ("Esc", "Close what lies topmost"),
    ("j, k", "In the reader: the next, the previous place"),
    ("← → ↑ ↓", "In a table: walk the cells. In a chart: walk the marks. Enter opens what a cell or mark leads to"),
    ("h", "On a number in a table: how it is computed"),
    (
        "Home, End",
        "In a table: first, last column; with Ctrl, first, last row. In a chart: the ends of a row, or of the bars",
    ),
];

/// Listens to the keys of the page.
#[hook]
pub(super) fn use_keyboard(app: &App) {
    use_effect_with(app.clone(), |app| {
        let app = app.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.default_prevented())
                && pressed(&app, event)
            {
                event.prevent_default();
            }
        });
        move || drop(listener)
    });
}

/// Whether the key went to something.
fn pressed(app: &App, event: &KeyboardEvent) -> bool {
    let control = event.ctrl_key() || event.meta_key();
    let key = event.key();
    if control && key.eq_ignore_ascii_case("k") {
        if !app.page().overlays.contains(&Overlay::Palette) {
            typed_ahead::begin();
        }
        app.act(Action::Open(Overlay::Palette));
        return true;
    }
    if !typing(event) && typed_ahead::keep(event) {
        return true;
    }
    let page = app.page();
    let covered = page.overlays.iter().any(|overlay| *overlay != Overlay::Rail) || app.state().how;
    if event.alt_key() || covered || typing(event) {
        return false; // A dialog has its own keys, a field its own undo.
    }
    match (control, key.as_str()) {
        (true, "z" | "Z") if event.shift_key() => app.act(Action::Redo),
        (true, "z") => app.act(Action::Undo),
        (true, "y") => app.act(Action::Redo),
        (false, "/") => focus_search(),
        (false, "?") => app.open(Overlay::Keys),
        (false, "Escape") if !page.overlays.is_empty() => app.act(Action::Close(Overlay::Rail)),
        (false, "Escape") if app.state().reader.is_some() => app.change(|state| state.reader = None),
        _ => return false,
    }
    true
}

fn typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| match target.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(target.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "button")),
        _ => false,
    })
}

/// The list of keys.
#[component]
pub(super) fn Keys() -> Html {
    let app = use_app();
    let on_close = move |()| app.act(Action::Close(Overlay::Keys));
    part!(Modal {
        title: "Keys",
        on_close,
        children: html! { <>
            <dl class="keys">
                { for KEYS.iter().map(|(key, does)| html! { <><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></> }) }
            </dl>
        </> }
    })
}
