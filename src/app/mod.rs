//! The page: shell, state, hooks, views and their components. Speaks with the engine through
//! [`crate::worker::client`] only.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`state`] | everything on screen that a person can change, and the one reducer that changes it |
//! | [`context`] | what every component can reach: state, articles, engine |
//! | [`ask`] | hooks that put a question to the engine |
//! | [`address`] | the state in the address bar, both ways |
//! | [`late`] | the part of the program that the Overview does without |
//! | [`part`] | components that share one component type, for their size |
//! | [`charts`] | a scene drawn, walked by keyboard, and taken along as a file |
//! | [`numbers`] | how numbers are written |
//! | [`corpus`] | a corpus of the person's own |
//! | [`drawn`] | which of hundreds of articles are drawn |
//! | [`origin`] | what a number was counted from, and the way there |
//! | [`by_pointer`] | shared values compared by pointer |
//! | [`labels`] | how articles, dates and numbers are written |
//! | [`download`] | files that the page hands to the person |
//! | [`take_along`] | the dialog by which things leave: file, link, report, tables |
//! | [`storage`], [`theme`] | what is kept in the browser |
//! | [`shell`] | header, rail, notices, search, palette, settings |
//! | [`reader`] | the drawer with an article's text |
//! | [`report`] | chosen views as one file that needs nothing else |
//! | [`components`] | pieces that views are made of |
//! | [`pages`] | one view a file |

// First: its macro serves all that follow.
#[macro_use]
pub mod part;

pub mod address;
pub mod ask;
pub mod by_address;
pub mod by_pointer;
pub mod charts;
pub mod components;
pub mod context;
pub mod corpus;
pub mod download;
pub mod drawn;
mod features;
pub mod focus;
mod framed;
pub mod labels;
pub mod late;
pub mod numbers;
mod offline;
pub mod origin;
pub mod pages;
pub mod reader;
pub mod report;
pub mod shell;
pub mod state;
pub mod storage;
pub mod take_along;
pub mod theme;
mod typed_ahead;

use std::rc::Rc;

/// Starts the page in the element `#page`, in place of what stood there until now.
///
/// # Panics
/// When the document has no such element.
pub fn start() {
    let place = gloo::utils::document().get_element_by_id("page").expect("index.html has an element with id `page`");
    late::keep();
    // After this task, when `static/start.js` has hold of the program and could load its late part.
    gloo::timers::callback::Timeout::new(0, || {
        wasm_bindgen_futures::spawn_local(async move {
            let mut begun = None;
            let kept = storage::keeps_corpora().await;
            if kept || !crate::route::is_plain(&address::hash()) {
                // Who reads such an address comes late. Should it not arrive, the page says so below.
                let came = late::ready().await;
                if came.is_ok() {
                    begun = corpus::apart::last(kept).await;
                }
            }
            place.set_inner_html("");
            let props = shell::ShellProps { begun: begun.map(Rc::new).map(by_pointer::ByPointer) };
            yew::Renderer::<shell::Shell>::with_root_and_props(place, props).render();
        });
    })
    .forget();
}
