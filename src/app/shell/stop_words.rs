//! Stop words in the settings: hidden or shown, and which.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::ask::{StopWordsQuestion, use_answer};
use crate::app::components::Progress;
use crate::app::components::icon::{Icon, icon};
use crate::app::context::use_app;
use crate::app::labels;
use crate::protocol::StopWords;

/// Whether stop words are hidden, words added to them and taken from them, and the list in force.
#[component]
pub(super) fn StopWordsSettings() -> Html {
    let app = use_app();
    let field = use_node_ref();
    let answer = use_answer(Some(StopWordsQuestion));
    let stop = &app.state().settings.stop_words;
    let flip = {
        let app = app.clone();
        move |_: Event| app.change(|state| state.settings.stop_words.hidden = !state.settings.stop_words.hidden)
    };
    let reset = {
        let app = app.clone();
        move |_: MouseEvent| app.change(|state| state.settings.stop_words = StopWords::default())
    };
    let add = {
        let (app, field) = (app.clone(), field.clone());
        Callback::from(move |()| {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            let words: Vec<String> =
                field.value().split([' ', ',', ';']).filter(|word| !word.is_empty()).map(labels::lower_case).collect();
            field.set_value("");
            app.change(move |state| {
                for word in words {
                    hide(&mut state.settings.stop_words, word);
                }
            });
        })
    };
    let onkeydown = {
        let add = add.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                add.emit(());
            }
        }
    };
    let chip = |word: &String, hidden: bool| {
        let (app, word) = (app.clone(), word.clone());
        let label = [if hidden { "Show " } else { "Hide " }, &word].concat();
        let text = word.clone();
        let onclick = move |_: MouseEvent| {
            let word = word.clone();
            app.change(move |state| {
                let stop = &mut state.settings.stop_words;
                if hidden { show(stop, word) } else { hide(stop, word) }
            });
        };
        html! { <button type="button" class="chip" aria-label={label.clone()} title={label} {onclick}>{ text }{ icon(Icon::Close) }</button> }
    };
    let list = answer.report().map_or(&[][..], Vec::as_slice);
    html! {
        <>
            <h3>{ "What is shown" }</h3>
            <div class="setting">
                <label class="switch-line">
                    <input type="checkbox" class="switch" role="switch" checked={stop.hidden} onchange={flip} />
                    <span>{ "Hide stop words" }<small class="soft">{ "Words like “the” and “of” are left out of tables and pictures. Sizes and rates count them all the same." }</small></span>
                </label>
                if *stop != StopWords::default() {
                    <button type="button" class="link" aria-label="Reset: stop words" onclick={reset}>{ "Reset" }</button>
                }
            </div>
            <div class="stop-add">
                <input ref={field} class="field" type="text" aria-label="Words to hide too" placeholder="Hide more words" {onkeydown} />
                <button type="button" class="button" onclick={add.reform(|_: MouseEvent| ())}>{ "Add" }</button>
            </div>
            if !stop.added.is_empty() {
                <p class="chips"><span class="soft">{ "Added:" }</span>{ for stop.added.iter().map(|word| chip(word, true)) }</p>
            }
            if !stop.removed.is_empty() {
                <p class="chips"><span class="soft">{ "Shown all the same:" }</span>{ for stop.removed.iter().map(|word| chip(word, false)) }</p>
            }
            { part!(Progress { asked: answer.asked.clone() }) }
            <details>
                <summary>{ "The list: " }{ labels::counted(list.len() as u32, "word", "words") }</summary>
                <p class="chips">{ for list.iter().map(|word| chip(word, true)) }</p>
            </details>
        </>
    }
}

/// Hides a word: takes back that it was shown, or adds it.
fn hide(stop: &mut StopWords, word: String) {
    if let Some(at) = stop.removed.iter().position(|other| *other == word) {
        stop.removed.remove(at);
    } else if !stop.added.contains(&word) {
        stop.added.push(word);
    }
}

/// Shows a word: takes back that it was added, or takes it from the list.
fn show(stop: &mut StopWords, word: String) {
    if let Some(at) = stop.added.iter().position(|other| *other == word) {
        stop.added.remove(at);
    } else if !stop.removed.contains(&word) {
        stop.removed.push(word);
    }
}
