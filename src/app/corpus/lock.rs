//! Which tab may change a corpus: one at a time, by the browser's locks (Web Locks).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// A lock that this tab has. Dropped, it is given back.
pub struct Lock {
    /// Of which corpus.
    pub key: Rc<str>,
    release: Rc<RefCell<Option<Function>>>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Asks for the lock of a corpus; `None` where another tab has it. With `steal` it is taken from that tab, which is told.
/// `lost` hears when another tab takes it from this one. A browser without locks has one tab as far as this goes.
pub async fn lock(key: Rc<str>, steal: bool, lost: Callback<()>) -> Option<Lock> {
    let release = Rc::new(RefCell::new(None::<Function>));
    let navigator: JsValue = gloo::utils::window().navigator().into();
    let locks = Reflect::get(&navigator, &"locks".into()).unwrap_or(JsValue::UNDEFINED);
    let Some(request) =
        Reflect::get(&locks, &"request".into()).ok().and_then(|found| found.dyn_into::<Function>().ok())
    else {
        return Some(Lock { key, release });
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &JsValue::from_str(if steal { "steal" } else { "ifAvailable" }), &JsValue::TRUE);
    let got = Rc::new(Cell::new(false));
    let answered = Promise::new(&mut |answer, _| {
        let (release, got) = (release.clone(), got.clone());
        let held = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            got.set(!lock.is_null() && !lock.is_undefined());
            let _ = answer.call0(&JsValue::UNDEFINED);
            if !got.get() {
                return JsValue::UNDEFINED;
            }
            // Held until this promise is kept.
            Promise::new(&mut |resolve, _| {
                release.replace(Some(resolve));
            })
            .into()
        });
        let name = ["parallax.corpus.", &key].concat();
        let Ok(asked) = request.call3(&locks, &name.into(), &options, &held) else { return };
        let lost = lost.clone();
        if let Ok(asked) = asked.dyn_into::<Promise>() {
            spawn_local(async move {
                if JsFuture::from(asked).await.is_err() {
                    lost.emit(());
                }
            });
        }
    });
    let _ = JsFuture::from(answered).await;
    got.get().then(|| Lock { key, release })
}
