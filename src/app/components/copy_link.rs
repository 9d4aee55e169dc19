//! 'Copy link': the address of exactly what is on screen, with which texts it is of.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::app::context::use_app;
use crate::app::state::Action;
use crate::app::take_along::{link, share};

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
            let (copied, app) = (copied.clone(), app.clone());
            let address = share::link(&app);
            spawn_local(async move {
                if link::copy(&address).await {
                    copied.set(true);
                } else {
                    let text = "The browser did not let the link be copied: copy it from its field in ‘Take along’.";
                    app.act(Action::Say(text.into()));
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
