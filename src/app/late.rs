//! The late part of the page's program: everything that the Overview does without.
//!
//! The build splits the program (`src/bin/split`); `static/late.js` loads the late part. What
//! stands in it is drawn only once it is there, so that the page never waits in line for it. A
//! build that isn't split has it from the start.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::typed_ahead;

#[wasm_bindgen]
extern "C" {
    /// Promises that the late part is there; asked again after a failure, tries again.
    #[wasm_bindgen(js_namespace = parallax, js_name = loadLate)]
    fn load_late() -> js_sys::Promise;
    /// Puts it there in line: what the stubs call that the split leaves.
    #[wasm_bindgen(js_namespace = parallax, js_name = loadLateNow)]
    fn load_late_now();
}

/// Keeps the function that loads in line in the program: only the stubs call it, which come after the compiler.
pub fn keep() {
    std::hint::black_box(load_late_now as fn());
}

/// Waits until the late part is there.
///
/// # Errors
/// With the browser's reason when it doesn't arrive.
pub async fn ready() -> Result<(), JsValue> {
    JsFuture::from(load_late()).await.map(|_| ())
}

thread_local! {
    /// Asks for the late part on behalf of [`use_late`].
    static ASK: RefCell<Option<Callback<()>>> = const { RefCell::new(None) };
}

/// How many milliseconds after the first view is drawn the late part comes of itself: what the reader
/// sees first is painted by then, and no fetch competes with it. `static/engine.js` waits as long.
const PATIENCE: u32 = 500;

/// Loads the late part a little later, ahead of need: the first view is drawn.
pub fn prepare_soon() -> Timeout {
    Timeout::new(PATIENCE, prepare)
}

/// Loads the late part: it will be needed.
pub fn prepare() {
    if let Some(ask) = ASK.with_borrow(Clone::clone) {
        ask.emit(());
    }
}

/// Whether the late part is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// Not asked for, or on its way.
    Coming,
    /// It is.
    There,
    /// It didn't arrive.
    Failed,
}

/// Sees to it that the late part comes once it is wanted, or after [`prepare`] or [`prepare_soon`], and says whether it
/// is there; the callback tries again. For one component of the page.
#[hook]
pub fn use_late(wanted: bool) -> (Late, Callback<()>) {
    let late = use_state_eq(|| Late::Coming);
    let ask = {
        let late = late.setter();
        Callback::from(move |()| {
            let late = late.clone();
            spawn_local(async move {
                let came = ready().await;
                if came.is_err() {
                    typed_ahead::end();
                }
                late.set(if came.is_ok() { Late::There } else { Late::Failed });
            });
        })
    };
    ASK.set(Some(ask.clone()));
    {
        let ask = ask.clone();
        let there = *late == Late::There;
        use_effect_with(wanted, move |wanted| {
            if *wanted && !there {
                ask.emit(());
            }
        });
    }
    (*late, ask)
}
