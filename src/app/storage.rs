//! What is kept in the browser between visits. Every name begins with `parallax.`, because pages of
//! one host share their storage.

use gloo::utils::window;

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
