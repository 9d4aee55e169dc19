//! The corpus as a file.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::gather::gather;
use super::section;
use crate::app::context::use_app;
use crate::app::corpus::import::drop;
use crate::app::corpus::import::saved::size;
use crate::app::download::save_bytes;
use crate::app::labels;
use crate::app::state::{Action, Overlay};
use crate::import::bundle::{EXTENSION, MEDIA_TYPE};
use crate::import::message::Progress;
use crate::import::reason::Reason;
use crate::protocol::Ids;
use crate::worker::importer::client::{Run, Told, Work};

/// The section.
#[component]
pub fn File() -> Html {
    let app = use_app();
    let open = move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        if let Some(files) = input.files() {
            app.act(Action::Close(Overlay::TakeAlong));
            drop::give(&app, drop::listed(&files));
        }
        input.set_value(""); // The same file can be chosen again.
    };
    section(
        "Save as file",
        "The texts, all that is known and marked of them, and this view with its settings, in one file: a ZIP of plain text files that Parallax opens on any machine.",
        html! {
            <div class="take-row">
                { part!(SaveButton) }
                <label class="button quiet take-open">{ "Open a file" }
                    <input type="file" accept={EXTENSION} onchange={open} />
                </label>
            </div>
        },
    )
}

/// How far saving is.
#[derive(Clone, Debug, Default, PartialEq)]
enum Saving {
    #[default]
    Not,
    Begun(Option<Progress>),
    Done(usize),
    Failed(Reason),
}

/// The button that saves the corpus at hand as a file, with word of how far that is.
#[component]
pub fn SaveButton() -> Html {
    let app = use_app();
    let saving = use_state_eq(Saving::default);
    let run = use_mut_ref(|| None::<Run>);
    let asked = use_mut_ref(|| None);
    let onclick = {
        let (saving, run) = (saving.setter(), run.clone());
        move |_: MouseEvent| {
            saving.set(Saving::Begun(None));
            let (saving, run) = (saving.clone(), run.clone());
            gather(&app, &asked, move |corpus| {
                let saving = saving.clone();
                let name = [&Ids::default().make(&corpus.name), EXTENSION].concat();
                let hear = move |told| match told {
                    Told::Progress(progress) => saving.set(Saving::Begun(Some(progress))),
                    Told::Saved(Ok(bytes)) => {
                        save_bytes(&name, MEDIA_TYPE, &bytes);
                        saving.set(Saving::Done(bytes.len()));
                    }
                    Told::Saved(Err(reason)) => saving.set(Saving::Failed(reason)),
                    _ => {}
                };
                run.replace(Some(Run::start(vec![Work::Save(Rc::new(corpus))], hear)));
            });
        }
    };
    let busy = matches!(*saving, Saving::Begun(_));
    html! {
        <>
            <button type="button" class="button save-file" disabled={busy} {onclick}>{ "Save as file" }</button>
            <span class="soft save-said" role="status">{ match &*saving {
                Saving::Not => String::new(),
                Saving::Begun(None) => "Packing \u{2026}".to_owned(),
                Saving::Begun(Some(progress)) => {
                    let (done, of) = (labels::count(progress.done as u32 + 1), labels::count(progress.of as u32));
                    ["Packing text ", &done, " of ", &of, " \u{2026}"].concat()
                }
                Saving::Done(bytes) => ["Saved, ", &size(*bytes)].concat(),
                Saving::Failed(reason) => {
                    ["This corpus can\u{2019}t be saved as one file. ", &reason.what(), " Split it into several corpora."].concat()
                }
            } }</span>
        </>
    }
}
