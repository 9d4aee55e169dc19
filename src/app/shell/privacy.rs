//! The dialog that shows that nothing leaves the machine: the policy in force and every request since the start.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::ask::{FetchedQuestion, use_answer};
use crate::app::components::{Modal, Progress};
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::offline::{self, Kept};
use crate::app::state::{Action, Overlay};
use crate::worker::fetched::noted;

/// The content policy that the browser holds the page to.
fn policy() -> Option<String> {
    let meta = gloo::utils::document().query_selector("meta[http-equiv=Content-Security-Policy]").ok()??;
    meta.get_attribute("content")
}

/// The addresses that this page has asked for since it was opened, itself first, in the order of time.
fn asked_for() -> Vec<String> {
    let Some(performance) = gloo::utils::window().performance() else { return Vec::new() };
    let of = |kind: &str| performance.get_entries_by_type(kind);
    let names = of("navigation").iter().chain(of("resource").iter()).collect::<Vec<_>>();
    names.into_iter().filter_map(|entry| js_sys::Reflect::get(&entry, &"name".into()).ok()?.as_string()).collect()
}

/// An address without where the page is, where it lies there.
fn short(address: &str, origin: &str) -> String {
    let short = address.strip_prefix(origin).unwrap_or(address);
    // What stands after # is never sent.
    short.split('#').next().unwrap_or(short).to_owned()
}

/// Whether an address is on the page's own host, or is no host's at all.
fn is_own(address: &str, origin: &str) -> bool {
    address.starts_with(origin) || address.starts_with("blob:") || address.starts_with("data:")
}

/// The dialog.
#[component]
pub(super) fn PrivacyDialog() -> Html {
    let app = use_app();
    let kept = use_state_eq(|| None::<Kept>);
    let answer = use_answer(Some(FetchedQuestion));
    {
        let kept = kept.setter();
        use_effect_with((), move |()| spawn_local(async move { kept.set(Some(offline::kept().await)) }));
    }
    let requests = use_memo(answer.report().cloned(), |fetched| {
        let mut all = asked_for();
        all.extend(fetched.clone().unwrap_or_default());
        all.extend(noted());
        all
    });
    let origin = gloo::utils::window().location().origin().unwrap_or_default();
    let foreign = requests.iter().filter(|address| !is_own(address, &origin)).count() as u32;
    let count = requests.len() as u32;
    let on_close = {
        let app = app.clone();
        Callback::from(move |()| app.act(Action::Close(Overlay::Privacy)))
    };
    part!(Modal {
        title: "Nothing leaves this machine",
        class: "privacy",
        on_close,
        children: html! { <>
            <p>{ "Texts are read, counted and compared by this browser. The page fetches its own files and sends nothing: no text, no word that you search for, no count of visits." }</p>
            <h3>{ "Don’t take our word for it" }</h3>
            <p>{ "Pull the plug: switch the network off and go on. Every view, every search and every download works as before." }
                { match *kept {
                    Some(Kept::Yes) => " The page is kept on this machine: it opens without a network too.",
                    Some(Kept::Coming) => " The page is just being kept on this machine: in a moment it opens without a network too.",
                    Some(Kept::No) => " To open it again you need a network: it isn’t kept on this machine, or not yet.",
                    Some(Kept::Never) => " To open it again you need a network: this browser keeps no pages from this address.",
                    None => "",
                } }
            </p>
            <h3>{ "Every request since this page was opened" }</h3>
            { part!(Progress { asked: answer.asked.clone() }) }
            <p role="status">
                { labels::counted(count, "request", "requests") }
                { if foreign == 0 { ", each for a file of this page." } else { ", of which to elsewhere: " } }
                if foreign > 0 { <strong>{ labels::count(foreign) }</strong>{ ". An extension of the browser may have made them." } }
            </p>
            <details>
                <summary>{ "Their addresses" }</summary>
                <ol class="requests">{ for requests.iter().map(|address| html! { <li>{ short(address, &origin) }</li> }) }</ol>
            </details>
            <h3>{ "What the browser lets this page do" }</h3>
            <p>{ "This content policy is in force. The browser itself stops whatever isn’t in it: ‘self’ is the address of this page." }</p>
            if let Some(policy) = policy() {
                <ul class="policy">{ for policy.split(';').map(|rule| html! { <li><code>{ rule.trim().to_owned() }</code></li> }) }</ul>
            }
        </> }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_without_what_is_never_sent() {
        assert_eq!(short("https://a.org/parallax/#/overview?read=x", "https://a.org"), "/parallax/");
        assert_eq!(short("https://b.org/x.js?app", "https://a.org"), "https://b.org/x.js?app");
        assert!(is_own("https://a.org/x", "https://a.org") && is_own("blob:https://a.org/1", "https://a.org"));
        assert!(!is_own("https://b.org/x", "https://a.org"));
    }
}
