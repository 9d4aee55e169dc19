//! Saving and opening the manifest of an analysis.

use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlInputElement};
use yew::prelude::*;

use crate::app::ask::{Answer, use_answer};
use crate::app::components::{Modal, Progress};
use crate::app::context::use_app;
use crate::app::download::save_text;
use crate::app::pages::keywords::comparison;
use crate::app::state::{Action, Overlay};
use crate::protocol::manifest::{KIND, Manifest, ManifestQuery};
use crate::route;

/// A manifest that was opened, or why it couldn't be.
type Opened = Result<Manifest, String>;

/// Reads a manifest from the text of a file.
fn read(text: &str) -> Opened {
    let value = JSON::parse(text).map_err(|_| {
        "This file can’t be read: it isn’t JSON, or not whole. Choose a manifest as Parallax saved it.".to_owned()
    })?;
    // What isn't one at all is told apart from one that lacks something.
    let kind = js_sys::Reflect::get(&value, &"kind".into()).ok().and_then(|kind| kind.as_string());
    if kind.as_deref() != Some(KIND) {
        return Err(
            "This file isn’t a manifest of Parallax: it doesn’t say that it is one. Choose a file that ‘Save manifest’ made."
                .to_owned(),
        );
    }
    let manifest: Manifest = serde_wasm_bindgen::from_value(value).map_err(|_| {
        "This manifest isn’t whole: a part of it is missing or was changed. Choose the file as Parallax saved it."
            .to_owned()
    })?;
    manifest.readable()?;
    Ok(manifest)
}

fn write(manifest: &Manifest) -> Option<String> {
    let value = manifest.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    let text: String =
        JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from_f64(2.0)).ok()?.into();
    Some([text.as_str(), "\n"].concat())
}

/// The dialog.
#[component]
pub(super) fn ManifestDialog() -> Html {
    let app = use_app();
    let opened = use_state(|| None::<Opened>);
    let query = ManifestQuery { address: route::format(app.state()), comparison: comparison::of(&app) };
    let answer: Answer<ManifestQuery> = use_answer(Some(query));
    let now = answer.report().filter(|_| !answer.waiting());
    let on_close = {
        let app = app.clone();
        Callback::from(move |()| app.act(Action::Close(Overlay::Manifest)))
    };
    let save = {
        let text = now.and_then(|manifest| write(manifest));
        move |_: MouseEvent| {
            if let Some(text) = &text {
                save_text("parallax-manifest.json", "application/json", text);
            }
        }
    };
    let onchange = {
        let (app, opened) = (app.clone(), opened.setter());
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            let (app, opened) = (app.clone(), opened.clone());
            spawn_local(async move {
                let text = JsFuture::from(file.unchecked_into::<Blob>().text()).await;
                let found = match text.ok().and_then(|text| text.as_string()) {
                    Some(text) => read(&text),
                    None => Err("The browser couldn’t read this file. Choose it again.".to_owned()),
                };
                if let Ok(manifest) = &found {
                    let (state, _) = route::parse(&manifest.address);
                    app.change(move |current| *current = state);
                }
                opened.set(Some(found));
            });
            // The same file can be chosen again.
            input.set_value("");
        }
    };
    part!(Modal {
        title: "Manifest of this analysis",
        class: "manifest",
        on_close,
        children: html! { <>
            <p>{ "A small JSON file that says what this analysis was made from: the version, the view with all its settings, a hash (SHA-256) of each text, of the stop words and of the results, and the seeds. Whoever opens it gets the same view, and is told whether texts and results are the same." }</p>
            { part!(Progress { asked: answer.asked.clone() }) }
            <div class="manifest-do">
                <button type="button" class="button" disabled={now.is_none()} onclick={save}>{ "Save manifest" }</button>
                <label class="button manifest-open">{ "Open manifest" }
                    <input type="file" accept=".json,application/json" {onchange} />
                </label>
            </div>
            <div role="status" class="manifest-said">
                { match (opened.as_ref(), now) {
                    (Some(Err(reason)), _) => html! { <p class="problem">{ reason }</p> },
                    (Some(Ok(manifest)), Some(now)) => told(manifest, now),
                    (Some(Ok(_)), None) if answer.waiting() => html! { <p class="soft">{ "Making the results anew …" }</p> },
                    _ => html! {},
                } }
            </div>
        </> }
    })
}

fn told(saved: &Manifest, now: &Manifest) -> Html {
    let verdict = saved.verdict(now);
    html! {
        <>
            <h3>{ if verdict.same { "This is the same analysis" } else { "This is not the same analysis" } }</h3>
            <p>{ if verdict.same {
                "The view, its settings, the texts and the results are those of the manifest."
            } else {
                "The view is the one that the manifest’s address gives. What differs, and what doesn’t:"
            } }</p>
            <ul>{ for verdict.sentences.iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
        </>
    }
}
