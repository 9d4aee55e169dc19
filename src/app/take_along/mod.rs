//! Taking along: the corpus as a file, the view as a link, and whatever else leaves by the person's own hand.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`file`](mod@file) | the corpus as a file |
//! | [`link`] | the view as a link |
//! | [`report`] | chosen views as one file that needs nothing else |
//! | [`tables`] | the whole corpus as tables: matrix, tokens, concordance, references |
//! | [`writing`], [`archive`], `parquet` | a file of the engine's being written, part by part; several as one ZIP; as Parquet |
//! | [`share`], [`content`] | what a link says of the texts |
//! | [`arrive`] | a link that says so, when it is opened |
//! | [`gather`] | the corpus at hand with all that belongs to it |
//!
//! A section of the dialog a file: a heading, one sentence on what it is, then its controls. What takes more work than
//! that stands in modules of its own.

pub mod archive;
pub mod arrive;
pub mod content;
pub mod file;
pub mod gather;
pub mod link;
mod parquet;
pub mod report;
pub mod share;
pub mod tables;
pub mod writing;

use yew::prelude::*;

use crate::app::components::{CopyLink, Modal};
use crate::app::context::use_app;
use crate::app::state::{Action, Overlay};

/// The dialog.
#[component]
pub fn TakeAlong() -> Html {
    let app = use_app();
    let on_close = {
        let app = app.clone();
        move |()| app.act(Action::Close(Overlay::TakeAlong))
    };
    part!(Modal {
        title: "Take along",
        class: "take-along",
        on_close,
        children: html! { <>
            <p class="soft">{ "What you take goes to your own disk or clipboard, nowhere else." }</p>
            { part!(file::File) }
            { part!(link::Link) }
            { part!(report::Report) }
            { part!(tables::Tables) }
        </> }
    })
}

/// A section of the dialog: its heading, a sentence on what it is, its controls.
pub fn section(heading: &'static str, says: &'static str, controls: Html) -> Html {
    html! {
        <section class="take-section" aria-label={heading}>
            <h3>{ heading }</h3>
            <p class="soft">{ says }</p>
            { controls }
        </section>
    }
}

/// The header's buttons for taking along: the link at once, the rest in the dialog.
#[component]
pub fn Buttons() -> Html {
    let app = use_app();
    let open = move |_: MouseEvent| app.open(Overlay::TakeAlong);
    html! {
        <>
            { part!(CopyLink) }
            <button type="button" class="icon-button" aria-label="Take along" title="Take along: file, link, report, tables" onclick={open}>
                <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <path d="M8 2v7.5M4.8 6.5 8 9.7l3.2-3.2M2.5 10.5V13a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2.5" fill="none"
                        stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" />
                </svg>
            </button>
        </>
    }
}
