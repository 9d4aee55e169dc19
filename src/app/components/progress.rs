//! How far an answer is, or why there is none.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::ask::Asked;
use crate::app::context::use_app;
use crate::app::labels;
use crate::protocol::ErrorCode;

/// After how many milliseconds of waiting it is said what is done.
const PATIENCE: u32 = 200;

/// See [`Progress`].
#[derive(Clone, PartialEq, Properties)]
pub struct ProgressProps {
    /// The question.
    pub asked: Asked,
}

/// Switches every article on: the way out of a view that has too few.
#[component]
pub fn SwitchAllOn() -> Html {
    let app = use_app();
    let onclick = move |_: MouseEvent| app.change(|state| state.settings.off.clear());
    html! { <button type="button" class="button" {onclick}>{ "Switch all on" }</button> }
}

/// Nothing while an answer is quick; past 200 ms what is done of what, with a way to stop it; after
/// a failure what happened, what to do, and a way to try again.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let app = use_app();
    let late = use_state_eq(|| false);
    {
        let late = late.clone();
        use_effect_with(props.asked.waiting, move |waiting| {
            let timer = waiting.then(|| {
                let late = late.clone();
                Timeout::new(PATIENCE, move || late.set(true))
            });
            if !waiting {
                late.set(false);
            }
            move || drop(timer)
        });
    }
    if let Some(error) = &props.asked.error {
        // To ask again while nothing is on would bring the same answer.
        let all_off = error.code == ErrorCode::Empty && !app.state().settings.off.is_empty();
        let again = props.asked.again.reform(|_: MouseEvent| ());
        return html! {
            <div class="problem" role="alert">
                <p><strong>{ &error.message }</strong>{ " " }{ &error.remedy }</p>
                if all_off {
                    { part!(SwitchAllOn) }
                } else {
                    <button type="button" class="button" onclick={again}>{ "Try again" }</button>
                }
            </div>
        };
    }
    if !(props.asked.waiting && *late) {
        return html! {};
    }
    let cancel = move |_: MouseEvent| app.client.cancel();
    let said = props.asked.progress.as_ref();
    html! {
        <div class="progress" role="status">
            <span>{ said.map_or("Reading the articles", |said| said.what.as_str()) }{ " …" }</span>
            if let Some(said) = said {
                <progress max={said.of.to_string()} value={said.done.to_string()} aria-label={said.what.clone()} />
                <span class="soft">{ labels::count(said.done) }{ " of " }{ labels::count(said.of) }</span>
            }
            <button type="button" class="button" onclick={cancel}>{ "Stop" }</button>
        </div>
    }
}
