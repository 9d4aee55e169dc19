//! What was merged, split and renamed: kept in the settings, in order, and taken back here or by Ctrl+Z.

use yew::prelude::*;

use crate::app::by_pointer::ByPointer;
use crate::app::context::{App, use_app};
use crate::protocol::Response;

/// Merges names: the others become the first.
fn merge(keys: &[String]) -> String {
    ["merge=", &keys.join("=")].concat()
}

/// Makes a form a name by itself.
pub(super) fn split(key: &str, form: &str) -> String {
    ["split=", key, "=", form].concat()
}

/// Calls a name something else.
pub(super) fn rename(key: &str, name: &str) -> String {
    ["rename=", key, "=", name].concat()
}

/// Adds an edit.
pub(super) fn change_names(app: &App, edit: String) {
    app.change(move |state| add(&mut state.settings.names, edit));
}

/// Merges names, and shows what came of it: one step to undo.
pub(super) fn merge_and_show(app: &App, keys: &[String]) {
    let Some(first) = keys.first().cloned() else { return };
    let edit = merge(keys);
    app.change(move |state| {
        add(&mut state.settings.names, edit);
        state.coverage.name = Some(first);
    });
}

/// A name that is renamed again takes the place of its last renaming.
fn add(names: &mut Vec<String>, edit: String) {
    let renamed = |edit: &str| {
        let mut parts = edit.splitn(3, '=');
        (parts.next() == Some("rename")).then(|| parts.next().unwrap_or("").to_owned())
    };
    if names.last().is_some_and(|last| renamed(last).is_some() && renamed(last) == renamed(&edit)) {
        names.pop();
    }
    names.push(edit);
}

/// See [`Edits`].
#[derive(Properties, PartialEq)]
pub struct EditsProps {
    /// The answer, which says what became of each edit.
    pub response: ByPointer<Response>,
}

/// The edits, each with a way to take it back; nothing where there are none.
#[component]
pub fn Edits(props: &EditsProps) -> Html {
    let app = use_app();
    let Response::Coverage(report) = &*props.response else { return html! {} };
    if report.edits.is_empty() {
        return html! {};
    }
    let take_back = |at: usize| {
        let app = app.clone();
        move |_: MouseEvent| {
            app.change(move |state| {
                if at < state.settings.names.len() {
                    state.settings.names.remove(at);
                }
            });
        }
    };
    let reset = {
        let app = app.clone();
        move |_: MouseEvent| app.change(|state| state.settings.names.clear())
    };
    html! {
        <section class="name-edits" aria-labelledby="name-edits-title">
            <h2 id="name-edits-title">{ "What you changed" }</h2>
            <ul>
                { for report.edits.iter().enumerate().map(|(at, edit)| html! {
                    <li>
                        <span class={classes!((!edit.applied).then_some("soft"))}>
                            { if edit.applied { "" } else { "Passed over, " } }{ &edit.text }{ "." }
                        </span>
                        { " " }
                        <button type="button" class="link" aria-label={["Take back: ", &edit.text].concat()} onclick={take_back(at)}>{ "Take back" }</button>
                    </li>
                }) }
            </ul>
            <button type="button" class="button" onclick={reset}>{ "Take back all" }</button>
        </section>
    }
}
