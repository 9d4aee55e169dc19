//! Which addresses did the workers ask for? Each tells the page, which shows them all.

/// What the worker that this runs in has asked for since it was started: its own script, then all else.
#[cfg(feature = "worker")]
pub fn here() -> Vec<String> {
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::DedicatedWorkerGlobalScope;

    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let Some(performance) = scope.performance() else { return Vec::new() };
    let entries = performance.get_entries_by_type("resource");
    let name = |entry: JsValue| js_sys::Reflect::get(&entry, &"name".into()).ok()?.as_string();
    std::iter::once(scope.location().href()).chain(entries.iter().filter_map(name)).collect()
}

#[cfg(feature = "app")]
thread_local! {
    /// What workers that may have ended since said they asked for.
    static NOTED: std::cell::RefCell<Vec<String>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Notes what a worker that ends soon asked for, beyond what it said before.
#[cfg(feature = "app")]
pub fn note(addresses: impl IntoIterator<Item = String>) {
    NOTED.with_borrow_mut(|noted| noted.extend(addresses));
}

/// All that was noted, in the order in which it was told.
#[cfg(feature = "app")]
pub fn noted() -> Vec<String> {
    NOTED.with_borrow(Clone::clone)
}
