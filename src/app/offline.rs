//! The page kept on the machine, so that it opens without a network (`static/service-worker.js`).

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};
use yew::prelude::*;

use super::context::use_app;
use super::state::Action;

/// How long after the first view's late part has come the files are fetched that are to be kept, in milliseconds:
/// what a person does first goes first.
const PATIENCE: u32 = 4_000;

/// Whether the page opens without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It does.
    Yes,
    /// Its files are being fetched.
    Coming,
    /// Not yet: a first visit has just begun, or the files didn't come.
    No,
    /// The browser keeps no pages, or not from where this one comes.
    Never,
}

/// Has the browser keep the page, and says when a new version has come. Draws nothing.
#[component]
pub fn Offline() -> Html {
    let app = use_app();
    use_effect_with((), move |()| {
        // A build for trying things out changes with every save: it isn't kept.
        let waiting = (!cfg!(debug_assertions)).then(|| {
            Timeout::new(PATIENCE, move || {
                spawn_local(async move {
                    let told = move || {
                        app.act(Action::Say(
                            "A new version of Parallax has come. It is used from the next time the page is opened; nothing changes until then."
                                .to_owned(),
                        ));
                    };
                    // Without it the page works all the same; the dialog says that it isn't kept.
                    let _ = register(told).await;
                });
            })
        });
        move || drop(waiting)
    });
    html! {}
}

/// Where the page's files are, as the start script has it.
fn root() -> Option<String> {
    let engine = js_sys::Reflect::get(&js_sys::global(), &"parallax".into()).ok()?;
    let engine = js_sys::Reflect::get(&engine, &"engine".into()).ok()?.as_string()?;
    Some(web_sys::Url::new_with_base("./", &engine).ok()?.href())
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = gloo::utils::window().navigator();
    // Absent where the page doesn't come safely: by http from elsewhere.
    let there = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    there.then(|| navigator.service_worker())
}

async fn register(told: impl Fn() + 'static) -> Result<(), JsValue> {
    let (Some(container), Some(root)) = (container(), root()) else { return Ok(()) };
    let address = [&root, "service-worker.js"].concat();
    // A browser that was told to keep nothing may promise nothing.
    let registration: ServiceWorkerRegistration = JsFuture::from(container.register(&address)).await?.dyn_into()?;
    let (told, watched) = (Rc::new(told), registration.clone());
    let on_found = Closure::<dyn FnMut()>::new(move || {
        // The first one of all is no news.
        let Some(coming) = watched.installing().filter(|_| container.controller().is_some()) else { return };
        let (told, watched) = (told.clone(), coming.clone());
        let on_change = Closure::<dyn FnMut()>::new(move || {
            if watched.state() == ServiceWorkerState::Installed {
                told();
            }
        });
        coming.set_onstatechange(Some(on_change.as_ref().unchecked_ref()));
        on_change.forget(); // It lives as long as the page.
    });
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    on_found.forget(); // Likewise.
    Ok(())
}

/// Whether the page opens without a network, as of now.
pub async fn kept() -> Kept {
    let (Some(container), Some(root)) = (container(), root()) else { return Kept::Never };
    let Ok(found) = JsFuture::from(container.get_registration_with_document_url(&root)).await else {
        return Kept::Never;
    };
    let Ok(found) = found.dyn_into::<ServiceWorkerRegistration>() else { return Kept::No };
    match (found.active(), found.installing()) {
        (Some(_), _) => Kept::Yes,
        (None, Some(_)) => Kept::Coming,
        (None, None) => Kept::No,
    }
}
