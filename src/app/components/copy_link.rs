//! 'Copy link': the address of exactly what is on screen.

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::app::context::use_app;
use crate::app::state::Action;

/// Copies the page's address, and says that it has.
#[component]
pub fn CopyLink() -> Html {
    let app = use_app();
    let copied = use_state_eq(|| false);
    {
        let reset = copied.clone();
        use_effect_with(*copied, move |copied| {
            let timer = copied.then(|| Timeout::new(2_000, move || reset.set(false)));
            move || drop(timer)
        });
    }
    let onclick = {
        let copied = copied.clone();
        move |_: MouseEvent| {
            let (copied, dispatch) = (copied.clone(), app.page.dispatcher());
            let address = window().location().href().unwrap_or_default();
            spawn_local(async move {
                let clipboard = window().navigator().clipboard();
                // A page that isn't served over HTTPS has no clipboard: undefined, which is no object.
                let done = wasm_bindgen::JsValue::from(&clipboard).is_object()
                    && JsFuture::from(clipboard.write_text(&address)).await.is_ok();
                if done {
                    copied.set(true);
                } else {
                    let text = "The browser did not let the link be copied: copy it from the address bar.";
                    dispatch.dispatch(Action::Say(text.into()));
                }
            });
        }
    };
    let words = if *copied { "Link copied" } else { "Copy link" };
    html! {
        <button type="button" class="icon-button" aria-label={words} title={words} {onclick}>
            { icon(if *copied { Icon::Done } else { Icon::Link }) }
            <span class="unseen" role="status">{ copied.then_some(words) }</span>
        </button>
    }
}
