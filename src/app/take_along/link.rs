//! The view as a link.

use std::rc::Rc;

use gloo::utils::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::gather::gather;
use super::{section, share};
use crate::app::by_pointer::ByPointer;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::state::Action;
use crate::worker::importer::client::{Run, Told, Work};

/// Has the browser's clipboard take a text; whether it did. A page that isn't served over HTTPS has no clipboard.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    JsValue::from(&clipboard).is_object() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// What Discord takes in a message, the least of the usual chat programs.
const SOME_CHATS: usize = 2_000;
/// What Telegram takes; others take more, none much.
const CHATS: usize = 4_096;
/// What every browser of today takes; Firefox takes 1,048,576 letters, Chromium 2,097,152.
const BROWSERS: usize = 1_000_000;
/// A field shows no more than so many letters.
const SHOWN: usize = 20_000;

/// What a link of this length meets on its way.
fn caution(length: usize) -> Option<&'static str> {
    if length <= SOME_CHATS {
        return None;
    }
    Some(if length <= CHATS {
        "Some chat programs cut it off: Discord takes 2,000 characters."
    } else if length <= BROWSERS {
        "Chat programs cut it off: Telegram takes 4,096 characters, Discord 2,000. Put it into a document or a mail, or save the corpus as a file."
    } else {
        "Browsers may not open it: Firefox takes 1,048,576 characters, Chrome and Edge 2,097,152. Save the corpus as a file."
    })
}

/// The texts on their way into the link.
#[derive(Clone, Debug, Default, PartialEq)]
enum Packed {
    #[default]
    Not,
    Coming,
    There(Rc<str>),
    Failed(String),
}

/// The section.
#[component]
pub fn Link() -> Html {
    let app = use_app();
    let copied = use_state_eq(|| None::<String>);
    let packed = use_state_eq(Packed::default);
    let run = use_mut_ref(|| None::<Run>);
    let asked = use_mut_ref(|| None);
    let plain = {
        let app = app.clone();
        use_memo((app.texts().map(ByPointer), app.state().clone()), move |_| share::link(&app))
    };
    let address = match &*packed {
        Packed::There(packed) => share::link_with(&app, packed),
        _ => (*plain).clone(),
    };
    let with = {
        let (app, packed, run) = (app.clone(), packed.clone(), run.clone());
        move |_: Event| {
            if *packed != Packed::Not {
                run.replace(None);
                return packed.set(Packed::Not);
            }
            packed.set(Packed::Coming);
            let (packed, run) = (packed.setter(), run.clone());
            gather(&app, &asked, move |corpus| {
                let packed = packed.clone();
                let hear = move |told| match told {
                    Told::Linked(Ok(link)) => packed.set(Packed::There(link.into())),
                    Told::Linked(Err(reason)) => packed.set(Packed::Failed(reason.what())),
                    _ => {}
                };
                run.replace(Some(Run::start(vec![Work::Link(Rc::new(corpus))], hear)));
            });
        }
    };
    let onclick = {
        let (app, copied, address) = (app.clone(), copied.setter(), address.clone());
        move |_: MouseEvent| {
            let (app, copied, address) = (app.clone(), copied.clone(), address.clone());
            spawn_local(async move {
                if copy(&address).await {
                    copied.set(Some(address));
                } else {
                    app.act(Action::Say("The browser did not let the link be copied: copy it from its field.".into()));
                }
            });
        }
    };
    let select = |event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
    let done = copied.as_ref() == Some(&address);
    let carries = matches!(*packed, Packed::There(_));
    let shown = if address.len() > SHOWN { [&address[..SHOWN], "\u{2026}"].concat() } else { address.clone() };
    let whose = match app.page().own {
        Some(_) => {
            "It opens for people who have the same texts in their browser; a short hash in it tells whether they do."
        }
        None => "It opens the example, which everybody has.",
    };
    section(
        "Share link",
        "This view with its settings. What stands after # in a link is never sent to a server.",
        html! {
            <>
                <label class="switch-line take-with">
                    <input type="checkbox" class="switch" role="switch" checked={*packed != Packed::Not} onchange={with} />
                    <span>{ "With the texts themselves" }
                        <small class="soft">{ "Whoever has the link then has the texts. They stand in it compressed, not encrypted." }</small>
                    </span>
                </label>
                <div class="take-row">
                    <input class="field take-link" type="text" readonly=true aria-label="Link" value={shown} onfocus={select} />
                    <button type="button" class="button" disabled={*packed == Packed::Coming} {onclick}>{ "Copy the link" }</button>
                    <span class="soft" role="status">{ done.then_some("Copied") }</span>
                </div>
                <p class="soft take-length" role="status">{ match &*packed {
                    Packed::Coming => "Packing \u{2026}".to_owned(),
                    Packed::Failed(why) => ["The texts could not be packed. ", why].concat(),
                    _ if carries => {
                        let length = labels::counted(address.len() as u32, "character", "characters");
                        let caution = caution(address.len()).unwrap_or("Chat programs and browsers take it.");
                        [&length, ". ", caution].concat()
                    }
                    _ => whose.to_owned(),
                } }</p>
            </>
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_links_are_cautioned_of() {
        assert_eq!(caution(2_000), None);
        assert!(caution(2_001).unwrap().contains("Discord"));
        assert!(caution(4_097).unwrap().contains("Telegram"));
        assert!(caution(1_000_001).unwrap().contains("Firefox"));
    }
}
