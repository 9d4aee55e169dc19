//! Keeps the corpus at hand: every change is saved within a second, by one tab at a time.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::lock::{Lock, lock};
use super::{Own, names, store};
use crate::app::context::{App, use_app};
use crate::app::state::{Action, Keeping, Page};
use crate::app::storage;
use crate::route;

/// How long a change waits for the next one before it is saved, in milliseconds.
const PATIENCE: u32 = 250;

/// What is to be saved, and what is being done about it.
#[derive(Default)]
struct Work {
    /// What is to be kept.
    wanted: Option<(Own, String)>,
    /// What was kept last, or read.
    kept: Option<(Own, String)>,
    soon: Option<Timeout>,
    busy: bool,
    lock: Option<Lock>,
    /// The corpus that another tab has.
    elsewhere: Option<Rc<str>>,
    /// Those that are kept no more, until redo brings them back.
    withdrawn: Vec<Rc<str>>,
}

type Shared = Rc<RefCell<Work>>;

thread_local! {
    static WORK: Shared = Rc::default();
    /// Says what couldn't be saved of a corpus that is shown no longer.
    static LEFT: RefCell<Option<Callback<String>>> = const { RefCell::new(None) };
}

fn work() -> Shared {
    WORK.with(Clone::clone)
}

/// Sees to it that the corpus at hand is kept. Draws nothing.
#[component]
pub fn Keeper() -> Html {
    let app = use_app();
    let own = app.page().own.clone();
    let address = own.as_ref().map(|_| route::format(app.state()));
    {
        let app = app.clone();
        let undone = undone(app.page());
        use_effect_with((own, address), move |(own, address)| {
            withdraw(undone);
            leave(own.as_ref().map(|own| &*own.key));
            match own {
                None => shown(""),
                Some(own) if is_kept(own) => shown(&own.key),
                // Until it is saved, the next visit begins with what it would have begun with.
                Some(_) => {}
            }
            let Some(wanted) = own.clone().zip(address.clone()) else {
                work().borrow_mut().wanted = None;
                if app.page().keeping != Keeping::Nothing {
                    tell(&app, Keeping::Nothing);
                }
                return;
            };
            want(&app, wanted);
        });
    }
    use_effect_with((), move |()| {
        let say = {
            let app = app.clone();
            Callback::from(move |said| app.act(Action::Say(said)))
        };
        LEFT.set(Some(say));
        spawn_local(async {
            let _ = store::purge().await; // What couldn't go now goes at the next visit.
        });
        // Whoever leaves doesn't wait for patience.
        let left = {
            let app = app.clone();
            EventListener::new(&document(), "visibilitychange", move |_| save(&app))
        };
        // The other tab may be closed by then.
        let back = ["visibilitychange", "focus"].map(|event| {
            let app = app.clone();
            let on: web_sys::EventTarget = if event == "focus" { window().into() } else { document().into() };
            EventListener::new(&on, event, move |_| come_back(&app))
        });
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let leaves = EventListener::new_with_options(&window(), "beforeunload", options, |event| {
            let work = work();
            let work = work.borrow();
            if work.elsewhere.is_none() && work.wanted != work.kept && work.wanted.is_some() {
                event.prevent_default();
            }
        });
        move || drop((left, back, leaves))
    });
    html! {}
}

/// The corpora that undo went back before: the steps that began them can be done again, and nobody ever named them.
pub(super) fn undone(page: &Page) -> Vec<Rc<str>> {
    let has = |own: &Option<Own>, key: &str| own.as_ref().is_some_and(|own| *own.key == *key);
    let mut keys: Vec<Rc<str>> = Vec::new();
    for own in page.redo.iter().filter_map(|(_, own)| own.as_ref()) {
        let before = has(&page.own, &own.key) || page.undo.iter().any(|(_, then)| has(then, &own.key));
        if !before && !keys.contains(&own.key) {
            keys.push(own.key.clone());
        }
    }
    let named = |key: &Rc<str>| {
        let of = page.redo.iter().filter_map(|(_, own)| own.as_ref()).filter(|own| own.key == *key);
        of.into_iter().any(|own| !names::is_made(&own.name))
    };
    keys.retain(|key| !named(key));
    keys
}

/// Keeps these no more, but for as long as a deleted corpus can be put back. What another tab has is its own.
fn withdraw(undone: Vec<Rc<str>>) {
    let shared = work();
    let mut work = shared.borrow_mut();
    let anew: Vec<Rc<str>> = undone
        .iter()
        .filter(|key| !work.withdrawn.contains(key) && work.elsewhere.as_ref() != Some(key))
        .cloned()
        .collect();
    work.withdrawn.retain(|key| undone.contains(key));
    for key in anew {
        let is = |it: &Option<(Own, String)>| it.as_ref().is_some_and(|(own, _)| own.key == key);
        if is(&work.wanted) {
            work.wanted = None;
            work.soon = None;
        }
        // Should it come back, it is written anew.
        if is(&work.kept) {
            work.kept = None;
        }
        work.withdrawn.push(key.clone());
        spawn_local(async move {
            let _ = store::withdraw(&key).await; // Where it can't be, it stays where it was listed.
        });
    }
}

/// Remembers which corpus the next visit begins with; empty: the example.
fn shown(key: &str) {
    if storage::corpus().as_deref() == Some(key) {
        return;
    }
    let began = storage::corpus().is_none();
    storage::set_corpus(key);
    let key = key.to_owned();
    spawn_local(async move {
        // A new tab that shows what the last one did changes nothing. Where nothing is kept, the example it is.
        if !began && store::exists().await {
            let _ = store::set_last(&key).await;
        }
    });
}

/// Whether something is kept of this corpus.
fn is_kept(own: &Own) -> bool {
    work().borrow().kept.as_ref().is_some_and(|(kept, _)| kept.key == own.key)
}

/// Remembers what was just read from the database: that is kept.
pub fn was_read(own: &Own, address: &str) {
    leave(Some(&own.key));
    let work = work();
    let mut work = work.borrow_mut();
    work.kept = Some((own.clone(), address.to_owned()));
    work.elsewhere = None;
}

/// Another corpus is shown, the one with this key (`None`: the example): what was changed in the one before, and waits
/// to be saved, is saved now.
fn leave(next: Option<&str>) {
    let shared = work();
    let mut work = shared.borrow_mut();
    if work.wanted.as_ref().is_none_or(|(own, _)| Some(&*own.key) == next) {
        return;
    }
    let Some((own, address)) = work.wanted.take() else { return };
    let kept = work.kept.as_ref().filter(|(kept, _)| kept.key == own.key);
    if work.elsewhere.is_some() || kept.is_some_and(|(kept, at)| *kept == own && *at == address) {
        return;
    }
    let before = kept.map(|(kept, _)| kept.clone());
    // No other tab may change it until it is saved.
    let lock = work.lock.take();
    drop(work);
    spawn_local(async move {
        if let Err(why) = store::save(before.as_ref(), &own, address).await {
            let said =
                ["\u{201c}", &own.name, "\u{201d} was left before its last change could be saved: ", &why].concat();
            LEFT.with_borrow(|tell| tell.as_ref().map(|tell| tell.emit(said)));
        }
        drop(lock);
    });
}

fn want(app: &App, wanted: (Own, String)) {
    let shared = work();
    let mut work = shared.borrow_mut();
    if work.lock.as_ref().is_some_and(|lock| lock.key != wanted.0.key) {
        work.lock = None;
    }
    if work.elsewhere.as_ref().is_some_and(|key| *key != wanted.0.key) {
        work.elsewhere = None;
    }
    // What was read just now has its address written anew, which is no change.
    let same = work.kept.as_ref().is_some_and(|kept| *kept == wanted);
    work.wanted = Some(wanted);
    if work.elsewhere.is_some() {
        return;
    }
    if same && work.lock.is_some() {
        drop(work);
        return tell(app, Keeping::Saved);
    }
    let app = app.clone();
    work.soon = Some(Timeout::new(PATIENCE, {
        let app = app.clone();
        move || save(&app)
    }));
    drop(work);
    if !same {
        tell(&app, Keeping::Saving);
    }
}

fn tell(app: &App, keeping: Keeping) {
    if app.page().keeping != keeping || keeping != Keeping::Saved {
        app.act(Action::Keeping(keeping));
    }
}

/// Saves what is wanted, then what was wanted meanwhile.
fn save(app: &App) {
    let shared = work();
    {
        let mut work = shared.borrow_mut();
        work.soon = None;
        if work.busy || work.elsewhere.is_some() || work.wanted.is_none() {
            return;
        }
        work.busy = true;
    }
    let app = app.clone();
    spawn_local(async move {
        let keeping = save_all(&app, &shared).await;
        shared.borrow_mut().busy = false;
        if let Some(keeping) = keeping {
            tell(&app, keeping);
        }
    });
}

async fn save_all(app: &App, shared: &Shared) -> Option<Keeping> {
    loop {
        let (own, address) = shared.borrow().wanted.clone()?;
        let locked = shared.borrow().lock.as_ref().is_some_and(|lock| lock.key == own.key);
        if !locked && !take_lock(app, shared, &own, false).await {
            return Some(Keeping::Elsewhere);
        }
        if shared.borrow().kept.as_ref().is_some_and(|kept| *kept == (own.clone(), address.clone())) {
            return Some(Keeping::Saved);
        }
        persist(shared);
        let before = shared.borrow().kept.clone().map(|(kept, _)| kept).filter(|kept| kept.key == own.key);
        if let Err(why) = store::save(before.as_ref(), &own, address.clone()).await {
            return Some(Keeping::Not(why));
        }
        if shared.borrow().withdrawn.contains(&own.key) {
            // Its beginning was undone while it was being saved.
            let _ = store::withdraw(&own.key).await;
            continue;
        }
        // From now on it is what the next visit begins with.
        storage::set_corpus(&own.key);
        let mut work = shared.borrow_mut();
        work.kept = Some((own, address));
        if work.kept == work.wanted {
            return Some(Keeping::Saved);
        }
    }
}

/// Asks the browser, once, not to clear what is kept when room is short.
fn persist(shared: &Shared) {
    if shared.borrow().kept.is_some() {
        return;
    }
    let navigator: wasm_bindgen::JsValue = window().navigator().into();
    let storage = js_sys::Reflect::get(&navigator, &"storage".into()).unwrap_or_default();
    let ask = js_sys::Reflect::get(&storage, &"persist".into()).unwrap_or_default();
    if let Ok(ask) = wasm_bindgen::JsCast::dyn_into::<js_sys::Function>(ask) {
        // Either answer will do: what is kept is kept as long as the browser lets it.
        let _ = ask.call0(&storage);
    }
}

/// Makes this tab the one that changes the corpus; whether it is.
async fn take_lock(app: &App, shared: &Shared, own: &Own, steal: bool) -> bool {
    let lost = {
        let (app, shared, key) = (app.clone(), shared.clone(), own.key.clone());
        Callback::from(move |()| {
            let mut work = shared.borrow_mut();
            if work.lock.as_ref().is_some_and(|lock| lock.key == key) {
                work.lock = None;
                work.elsewhere = Some(key.clone());
                drop(work);
                app.act(Action::Keeping(Keeping::Elsewhere));
            }
        })
    };
    let got = lock(own.key.clone(), steal, lost).await;
    let mut work = shared.borrow_mut();
    let has = got.is_some();
    if !has {
        work.elsewhere = Some(own.key.clone());
    }
    let before = std::mem::replace(&mut work.lock, got);
    drop(work);
    drop(before);
    has
}

/// Takes over a corpus whose other tab has gone, as that saved it last. Where texts were changed here meanwhile,
/// which wasn't kept, a person has to say so.
fn come_back(app: &App) {
    let shared = work();
    let own = {
        let mut work = shared.borrow_mut();
        let Some(own) = work.wanted.as_ref().map(|(own, _)| own.clone()) else { return };
        let as_read = work.kept.as_ref().is_some_and(|(kept, _)| *kept == own);
        let elsewhere = work.elsewhere.as_ref() == Some(&own.key);
        if work.busy || document().hidden() || !elsewhere || !as_read {
            return;
        }
        work.busy = true;
        own
    };
    let app = app.clone();
    spawn_local(async move {
        let free = take_lock(&app, &shared, &own, false).await;
        shared.borrow_mut().busy = false;
        if free {
            shared.borrow_mut().elsewhere = None;
            super::acts::open(&app, own.key.clone());
        }
    });
}

/// Makes this the tab that changes the corpus, as it was saved last.
pub(super) fn open_here(app: &App, key: Rc<str>) {
    let app = app.clone();
    spawn_local(async move {
        let shared = work();
        let Some((own, _)) = shared.borrow().wanted.clone() else { return };
        if take_lock(&app, &shared, &own, true).await {
            shared.borrow_mut().elsewhere = None;
            super::acts::open(&app, key);
        }
    });
}

/// Tries again to save.
pub(super) fn again(app: &App) {
    tell(app, Keeping::Saving);
    save(app);
}
