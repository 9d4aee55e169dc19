//! The state in the address bar, both ways.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::state::{Action, Page, Step};
use crate::route;

/// The page that the address in the address bar asks for.
#[must_use]
pub fn arrive() -> Page {
    let (state, notices) = route::parse(&hash());
    Page::new(state, notices)
}

/// The address bar's part from `#` on.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Keeps the address bar as the state is, and the state as the address bar is.
#[hook]
pub fn use_address(page: &UseReducerHandle<Page>) {
    use_effect_with((page.state.clone(), page.step), |(state, step)| {
        let address = route::format(state);
        if *step == Step::Arrived || address == hash() {
            return;
        }
        let history = window().history();
        // A browser that forbids changing its history (too often, or in a frame) still shows the page.
        let _ = history.and_then(|history| match step {
            Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
            // It keeps how far the page is scrolled (`shell/scroll_place`).
            _ => history.replace_state_with_url(&history.state()?, "", Some(&address)),
        });
    });
    let dispatch = page.dispatcher();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), "popstate", move |_| {
            let (state, notices) = route::parse(&hash());
            dispatch.dispatch(Action::Change(Step::Arrived, Box::new(move |current| *current = state)));
            for notice in notices {
                dispatch.dispatch(Action::Say(notice));
            }
        });
        move || drop(listener)
    });
}
