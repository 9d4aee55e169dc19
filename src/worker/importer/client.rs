//! The page's side: files to a worker, one at a time, with a limit of time each.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, File, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::import::bundle::{Fault, Opened, Saved};
use crate::import::likeness::Fingerprint;
use crate::import::message::{Bytes, Job, Progress, Reply};
use crate::import::outcome::{Choices, Item, Language, Outcome};
use crate::import::reason::Reason;
use crate::protocol::VERSION;
use crate::worker::fetched;

/// So long may a file, or a member of an archive, take, in seconds; and the worker to start.
const LIMIT: u32 = 10;
/// So long may starting take: its files come over the network then.
const START_LIMIT: u32 = 60;

/// What is to be read.
#[derive(Clone, Debug)]
pub enum Work {
    /// A file, with its path and what was chosen for it.
    File(File, String, Vec<Choices>),
    /// Fingerprints of these texts.
    Fingerprints(Vec<String>),
    /// The language of a text that begins so.
    Language(Rc<str>),
    /// This corpus as a file.
    Save(Rc<Saved>),
    /// This corpus as it stands in a link.
    Link(Rc<Saved>),
    /// The corpus that stands in a link.
    Unlink(Rc<str>),
}

/// What the page hears.
#[derive(Clone, Debug)]
pub enum Told {
    /// So far is the work at hand.
    Progress(Progress),
    /// This came of a file: its path first.
    Outcome(String, Outcome),
    /// The fingerprints that were asked for; `None` when the worker failed.
    Fingerprints(Option<Vec<Fingerprint>>),
    /// The language that was asked for; `None` when the worker failed.
    Language(Option<Language>),
    /// The file that was asked for.
    Saved(Result<Vec<u8>, Reason>),
    /// What the link is to hold.
    Linked(Result<String, Reason>),
    /// The corpus that stands in the link.
    Unlinked(Result<Opened, Fault>),
    /// All is done.
    End,
}

/// A run of the worker over some files. Dropped, the worker is ended, whatever it is at.
pub struct Run(Rc<RefCell<Inner>>);

struct Inner {
    worker: Option<Running>,
    ready: bool,
    last_id: u32,
    at: Option<Work>,
    /// What came of it so far.
    items: Vec<Item>,
    queue: VecDeque<Work>,
    limit: Option<Timeout>,
    listener: Rc<dyn Fn(Told)>,
}

struct Running {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        if let Ok(mut inner) = self.0.try_borrow_mut() {
            inner.listener = Rc::new(|_| ());
            inner.queue.clear();
            inner.at = None;
            inner.limit = None;
            inner.worker = None;
        }
    }
}

impl Run {
    /// Begins to read. The listener hears of every file, and of the end.
    pub fn start(work: Vec<Work>, listener: impl Fn(Told) + 'static) -> Self {
        let inner = Inner {
            worker: None,
            ready: false,
            last_id: 0,
            at: None,
            items: Vec::new(),
            queue: work.into(),
            limit: None,
            listener: Rc::new(listener),
        };
        let run = Self(Rc::new(RefCell::new(inner)));
        let weak = Rc::downgrade(&run.0);
        // The caller has its run in hand before the first word.
        Timeout::new(0, move || next(&weak)).forget();
        run
    }
}

/// Goes on with what is next; ends the worker when nothing is.
fn next(weak: &Weak<RefCell<Inner>>) {
    let Some(shared) = weak.upgrade() else { return };
    let mut inner = shared.borrow_mut();
    if inner.at.is_none() {
        inner.at = inner.queue.pop_front();
    }
    let Some(work) = inner.at.clone() else {
        inner.worker = None;
        inner.limit = None;
        let listener = inner.listener.clone();
        drop(inner);
        return listener(Told::End);
    };
    if inner.worker.is_none() {
        inner.ready = false;
        inner.worker = spawn(weak);
        inner.limit = Some(limit(weak, START_LIMIT));
        if inner.worker.is_none() {
            drop(inner);
            give_up(weak, Reason::Crashed);
        }
        return;
    }
    if !inner.ready {
        return;
    }
    inner.last_id += 1;
    let id = inner.last_id;
    let message = js_sys::Object::new();
    let (job, file) = match work {
        Work::File(file, place, choices) => (Job::Read { id, place, choices }, JsValue::from(file)),
        Work::Fingerprints(texts) => (Job::Fingerprints { id, texts }, JsValue::UNDEFINED),
        Work::Language(text) => (Job::Language { id, text: text.to_string() }, JsValue::UNDEFINED),
        Work::Save(corpus) => (Job::Save { id, corpus: (*corpus).clone() }, JsValue::UNDEFINED),
        Work::Link(corpus) => (Job::Link { id, corpus: (*corpus).clone() }, JsValue::UNDEFINED),
        Work::Unlink(link) => (Job::Unlink { id, link: link.to_string() }, JsValue::UNDEFINED),
    };
    let job = job.serialize(&serde_wasm_bindgen::Serializer::new()).unwrap_or(JsValue::UNDEFINED);
    let _ = js_sys::Reflect::set(&message, &"job".into(), &job);
    let _ = js_sys::Reflect::set(&message, &"file".into(), &file);
    inner.limit = Some(limit(weak, LIMIT));
    let sent = inner.worker.as_ref().map(|running| running.worker.post_message(&message));
    drop(inner);
    if !matches!(sent, Some(Ok(()))) {
        give_up(weak, Reason::Unreadable);
    }
}

fn limit(weak: &Weak<RefCell<Inner>>, seconds: u32) -> Timeout {
    let weak = weak.clone();
    Timeout::new(seconds * 1000, move || give_up(&weak, Reason::TimedOut(seconds)))
}

/// The work at hand failed: it is told, the worker ended, and another one does the rest.
fn give_up(weak: &Weak<RefCell<Inner>>, reason: Reason) {
    let Some(shared) = weak.upgrade() else { return };
    let (told, listener) = {
        let mut inner = shared.borrow_mut();
        inner.worker = None;
        inner.limit = None;
        inner.items.clear();
        let told = match inner.at.take() {
            Some(Work::File(_, place, _)) => {
                let outcome = Outcome::skipped(&place, reason);
                Some(Told::Outcome(place, outcome))
            }
            Some(Work::Fingerprints(_)) => Some(Told::Fingerprints(None)),
            Some(Work::Language(_)) => Some(Told::Language(None)),
            Some(Work::Save(_)) => Some(Told::Saved(Err(reason))),
            Some(Work::Link(_)) => Some(Told::Linked(Err(reason))),
            Some(Work::Unlink(_)) => Some(Told::Unlinked(Err(Fault::Failed))),
            None => None,
        };
        (told, inner.listener.clone())
    };
    if let Some(told) = told {
        listener(told);
    }
    next(weak);
}

fn spawn(weak: &Weak<RefCell<Inner>>) -> Option<Running> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address(), &options).ok()?;
    let heard = weak.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hear(&heard, event.data()));
    let heard = weak.clone();
    let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        event.prevent_default(); // It is told here, once.
        give_up(&heard, Reason::Crashed);
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    Some(Running { worker, _on_message: on_message, _on_error: on_error })
}

/// Beside the engine's start script, with the query that keeps old copies away.
fn address() -> String {
    let engine = js_sys::Reflect::get(&js_sys::global(), &"parallax".into())
        .and_then(|early| js_sys::Reflect::get(&early, &"engine".into()))
        .ok()
        .and_then(|address| address.as_string());
    engine.map_or_else(|| "importer.js".to_owned(), |engine| engine.replacen("engine.js", "importer.js", 1))
}

fn hear(weak: &Weak<RefCell<Inner>>, message: JsValue) {
    let Some(shared) = weak.upgrade() else { return };
    let reply = serde_wasm_bindgen::from_value::<Reply>(message);
    let mut inner = shared.borrow_mut();
    let listener = inner.listener.clone();
    let current = inner.last_id;
    match reply {
        Ok(Reply::Ready(version)) if version == VERSION => {
            inner.ready = true;
            drop(inner);
            next(weak);
        }
        Ok(Reply::Progress(id, progress)) if id == current => {
            // A member of an archive has as long as a file.
            inner.limit = Some(limit(weak, LIMIT));
            drop(inner);
            listener(Told::Progress(progress));
        }
        Ok(Reply::Part(id, items)) if id == current => {
            inner.items.extend(items);
            // A table of many texts has as long for each part.
            inner.limit = Some(limit(weak, LIMIT));
        }
        Ok(Reply::Done(id, mut outcome)) if id == current => {
            let at = inner.at.take();
            outcome.items.splice(0..0, inner.items.drain(..));
            drop(inner);
            if let Some(Work::File(_, place, _)) = at {
                listener(Told::Outcome(place, outcome));
            }
            next(weak);
        }
        Ok(Reply::Fingerprints(id, found)) if id == current => {
            inner.at = None;
            drop(inner);
            listener(Told::Fingerprints(Some(found)));
            next(weak);
        }
        Ok(Reply::Language(id, language)) if id == current => {
            inner.at = None;
            drop(inner);
            listener(Told::Language(Some(language)));
            next(weak);
        }
        Ok(Reply::Saved(id, file)) if id == current => {
            inner.at = None;
            drop(inner);
            listener(Told::Saved(file.map(|Bytes(bytes)| bytes)));
            next(weak);
        }
        Ok(Reply::Linked(id, link)) if id == current => {
            inner.at = None;
            drop(inner);
            listener(Told::Linked(Ok(link)));
            next(weak);
        }
        Ok(Reply::Unlinked(id, opened)) if id == current => {
            inner.at = None;
            drop(inner);
            listener(Told::Unlinked(opened));
            next(weak);
        }
        Ok(Reply::Fetched(addresses)) => fetched::note(addresses),
        // Of work that was given up.
        Ok(
            Reply::Progress(..)
            | Reply::Part(..)
            | Reply::Done(..)
            | Reply::Fingerprints(..)
            | Reply::Language(..)
            | Reply::Saved(..)
            | Reply::Linked(..)
            | Reply::Unlinked(..),
        ) => {}
        // It panicked, or is of another version.
        Ok(Reply::Failed(..) | Reply::Ready(_)) | Err(_) => {
            drop(inner);
            give_up(weak, Reason::Crashed);
        }
    }
}
