//! What is kept in the browser between visits. Every name begins with `parallax.`, because pages of
//! one host share their storage.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

fn key(name: &str) -> String {
    ["parallax.", name].concat()
}

/// What was kept under a name. `None` where nothing was, or the browser keeps nothing.
#[must_use]
pub fn get(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(&key(name)).ok()?
}

/// Keeps a value; without effect where the browser keeps nothing (private windows, blocked storage).
pub fn set(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(&key(name), value);
    }
}

/// Name under which the key of the corpus shown in this tab is kept.
const CORPUS: &str = "corpus";

/// The key of the corpus that this tab has shown, empty: the example; `None` in a new tab.
#[must_use]
pub fn corpus() -> Option<String> {
    window().session_storage().ok()??.get_item(&key(CORPUS)).ok()?
}

/// Remembers which corpus this tab shows; empty: the example.
pub fn set_corpus(corpus: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(&key(CORPUS), corpus);
    }
}

/// Whether this browser keeps corpora: `static/start.js` has asked.
pub async fn keeps_corpora() -> bool {
    let asked = js_sys::Reflect::get(&window(), &"parallax".into())
        .and_then(|parallax| js_sys::Reflect::get(&parallax, &"kept".into()));
    let Ok(Ok(asked)) = asked.map(JsCast::dyn_into::<js_sys::Promise>) else { return false };
    JsFuture::from(asked).await.is_ok_and(|kept| kept.is_truthy())
}
