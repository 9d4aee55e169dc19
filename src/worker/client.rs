//! The page's side: questions out, answers in.
//!
//! One question at a time is with the worker, the others wait here. So a question nobody waits for
//! any more costs nothing (drop its [`Ticket`]), cancelling is ending the worker and starting
//! another, and after a crash only the question that brought it about is lost.
//!
//! A question comes with the texts it is asked of. Where the worker has others, they are handed over
//! before it, in steps: so a worker that was started again has them before it is asked anything.

mod apart;
pub mod texts;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use self::texts::{Steps, Texts};
use crate::protocol::{Call, Error, ErrorCode, Progress, Reply, Request, Response, Settings, VERSION};

/// How long the worker may take to say that it is ready, in milliseconds.
const START_LIMIT: u32 = 10_000;

/// What a question hears: any number of `Progress`, then one `Done`.
#[derive(Clone, Debug)]
pub enum Update {
    /// So far it is.
    Progress(Progress),
    /// The answer, or why there is none.
    Done(Result<Rc<Response>, Error>),
}

type Listener = Rc<dyn Fn(Update)>;

/// Speaks with the engine's worker. Clones speak with the same one.
#[derive(Clone)]
pub struct Client(Rc<RefCell<Inner>>);

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    worker: Option<Running>,
    /// The question that is with the worker.
    asked: Option<Waiting>,
    /// Those that wait for it.
    queue: VecDeque<Waiting>,
    last_id: u32,
}

struct Waiting {
    call: Call,
    /// What it is asked of; `None`: of the bundled articles.
    of: Of,
    /// Whether it is no question but a step to the texts of the first that waits.
    step: bool,
    listener: Listener,
}

type Of = Option<Rc<Texts>>;

fn same(one: &Of, two: &Of) -> bool {
    match (one, two) {
        (Some(one), Some(two)) => Rc::ptr_eq(one, two),
        (one, two) => one.is_none() && two.is_none(),
    }
}

/// Which texts the worker has.
enum Has {
    /// These.
    These(Of),
    /// It is on the way to these.
    OnTheWay(Of, Box<Steps>),
    /// A step failed.
    Unknown,
}

/// A worker and what listens to it. Dropping it ends the worker.
struct Running {
    worker: Worker,
    ready: bool,
    has: Has,
    _limit: Option<Timeout>,
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

/// A question's number. Dropped, its answer is no longer wanted.
#[must_use = "dropping the ticket withdraws the question"]
pub struct Ticket {
    id: u32,
    client: Weak<RefCell<Inner>>,
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let Some(inner) = self.client.upgrade() else { return };
        let Ok(mut inner) = inner.try_borrow_mut() else { return };
        inner.queue.retain(|waiting| waiting.call.id != self.id);
        if let Some(asked) = inner.asked.as_mut().filter(|asked| asked.call.id == self.id) {
            asked.listener = Rc::new(|_| ()); // The worker is at it: its answer goes nowhere.
        }
    }
}

impl Client {
    /// A client whose worker starts with it.
    #[must_use]
    pub fn start() -> Self {
        let client =
            Self(Rc::new(RefCell::new(Inner { worker: None, asked: None, queue: VecDeque::new(), last_id: 0 })));
        client.start_worker();
        client
    }

    /// Asks. The listener hears of it until its ticket is dropped; where no worker can start, at once.
    /// `of` are the texts it is asked of, where not of the bundled ones.
    pub fn ask(
        &self,
        of: Option<Rc<Texts>>,
        settings: Settings,
        request: Request,
        listener: impl Fn(Update) + 'static,
    ) -> Ticket {
        let id = {
            let mut inner = self.0.borrow_mut();
            inner.last_id += 1;
            let id = inner.last_id;
            inner.queue.push_back(Waiting {
                call: Call { id, settings, request },
                of,
                step: false,
                listener: Rc::new(listener),
            });
            id
        };
        if self.0.borrow().worker.is_none() {
            self.start_worker();
        }
        self.send_next();
        Ticket { id, client: Rc::downgrade(&self.0) }
    }

    /// Stops what the worker is at: its question fails with a sentence that says so, the others are
    /// answered by a new worker.
    pub fn cancel(&self) {
        let asked = {
            let mut inner = self.0.borrow_mut();
            inner.worker = None;
            inner.take_asked()
        };
        self.start_worker();
        if let Some(asked) = asked {
            (asked.listener)(Update::Done(Err(error(
                "The analysis was stopped, as you asked.",
                "What was on screen before is kept. Change a setting or ask again to start it anew.",
            ))));
        }
    }

    fn start_worker(&self) {
        let early = early_worker();
        let worker = match early.as_ref().and_then(|early| early.worker.clone()) {
            Some(worker) => Ok(worker),
            None => {
                let options = WorkerOptions::new();
                options.set_type(WorkerType::Module);
                let address = early.as_ref().map_or_else(|| "engine.js".to_owned(), |early| early.address.clone());
                Worker::new_with_options(&address, &options)
            }
        };
        let worker = match worker {
            Ok(worker) => worker,
            Err(_) => {
                return self.fail_all(&error(
                    "The browser did not let the engine start.",
                    "Parallax needs module workers, which browsers have had since 2023. Try another browser, or allow workers for this page.",
                ));
            }
        };

        let weak = Rc::downgrade(&self.0);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(inner) = weak.upgrade() {
                Self(inner).hear(event.data());
            }
        });
        let weak = Rc::downgrade(&self.0);
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default(); // It is told here, once.
            if let Some(inner) = weak.upgrade() {
                let what = event.dyn_ref::<web_sys::ErrorEvent>().map(web_sys::ErrorEvent::message).unwrap_or_default();
                Self(inner).crashed(&what);
            }
        });
        let weak = Rc::downgrade(&self.0);
        let limit = Timeout::new(START_LIMIT, move || {
            let Some(inner) = weak.upgrade() else { return };
            let client = Self(inner);
            if !client.is_ready() {
                client.0.borrow_mut().worker = None;
                client.fail_all(&error(
                    "The engine did not start within ten seconds.",
                    "A file may not have arrived. Check the connection and try again.",
                ));
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        self.0.borrow_mut().worker = Some(Running {
            worker,
            ready: false,
            has: Has::These(None),
            _limit: Some(limit),
            _on_message: on_message,
            _on_error: on_error,
        });
        // What the worker said before anyone listened.
        for message in early.map(|early| early.heard).unwrap_or_default() {
            self.hear(message);
        }
    }

    /// Whether every question is answered.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        let inner = self.0.borrow();
        inner.asked.is_none() && inner.queue.is_empty()
    }

    fn is_ready(&self) -> bool {
        self.0.borrow().worker.as_ref().is_some_and(|running| running.ready)
    }

    fn hear(&self, message: JsValue) {
        match serde_wasm_bindgen::from_value::<Reply>(message) {
            Ok(Reply::Ready(version)) if version == VERSION => {
                if let Some(running) = self.0.borrow_mut().worker.as_mut() {
                    running.ready = true;
                    running._limit = None;
                }
                self.send_next();
            }
            Ok(Reply::Ready(_)) => {
                self.0.borrow_mut().worker = None;
                self.fail_all(&Error {
                    code: ErrorCode::Version,
                    message: "The page and its engine are of different versions.".into(),
                    remedy: "One of them is an old copy in the browser's cache: reload the page.".into(),
                });
            }
            Ok(Reply::Progress(id, progress)) => {
                let listener = self.0.borrow().asked.as_ref().filter(|a| a.call.id == id).map(|a| a.listener.clone());
                if let Some(listener) = listener {
                    listener(Update::Progress(progress));
                }
            }
            Ok(Reply::Done(id, response)) => self.finish(id, Ok(Rc::new(response))),
            Ok(Reply::Failed(id, reason)) => {
                if reason.code == ErrorCode::Worker {
                    self.restart(reason); // It panicked: the instance is dead.
                } else {
                    self.finish(id, Err(reason));
                }
            }
            Err(_) => {
                let id = self.0.borrow().asked.as_ref().map(|asked| asked.call.id);
                if let Some(id) = id {
                    self.finish(
                        id,
                        Err(Error {
                            code: ErrorCode::Message,
                            message: "The page could not read the engine's answer.".into(),
                            remedy: "Reload the page; should it happen again, its files are of different versions."
                                .into(),
                        }),
                    );
                }
            }
        }
    }

    /// Ends the current question. An answer to any other is stale and ignored.
    fn finish(&self, id: u32, result: Result<Rc<Response>, Error>) {
        let asked = {
            let mut inner = self.0.borrow_mut();
            if inner.asked.as_ref().is_none_or(|asked| asked.call.id != id) {
                return;
            }
            // Where a step to other texts failed, what waits for them fails with it.
            if result.is_err() { inner.take_asked() } else { inner.asked.take() }
        };
        self.send_next(); // The worker goes on while the page draws.
        if let Some(asked) = asked {
            (asked.listener)(Update::Done(result));
        }
    }

    fn crashed(&self, what: &str) {
        if self.is_ready() {
            self.restart(error(
                &format!("The engine stopped unexpectedly ({what})."),
                "It was started again; nothing of your texts or settings is lost.",
            ));
        } else {
            self.0.borrow_mut().worker = None;
            self.fail_all(&error(
                &format!("The engine could not start ({what})."),
                "A file may not have arrived. Check the connection and try again.",
            ));
        }
    }

    fn restart(&self, reason: Error) {
        let asked = {
            let mut inner = self.0.borrow_mut();
            inner.worker = None;
            inner.take_asked()
        };
        self.start_worker();
        if let Some(asked) = asked {
            (asked.listener)(Update::Done(Err(reason)));
        }
    }

    fn fail_all(&self, reason: &Error) {
        let waiting: Vec<_> = {
            let mut inner = self.0.borrow_mut();
            let asked = inner.asked.take();
            asked.into_iter().chain(std::mem::take(&mut inner.queue)).collect()
        };
        for Waiting { listener, .. } in waiting {
            listener(Update::Done(Err(reason.clone())));
        }
    }

    fn send_next(&self) {
        let mut guard = self.0.borrow_mut();
        let inner = &mut *guard;
        let Some(running) = inner.worker.as_mut().filter(|running| running.ready) else { return };
        if inner.asked.is_some() {
            return;
        }
        let Some(first) = inner.queue.front() else { return };
        let settled = matches!(&running.has, Has::These(has) if same(has, &first.of));
        let step = if settled { None } else { apart::step(&mut running.has, &first.of) };
        let (next, progress) = match step {
            Some((change, progress)) => {
                inner.last_id += 1;
                let call = Call { id: inner.last_id, settings: Settings::default(), request: Request::Change(change) };
                let listener = first.listener.clone();
                (Waiting { call, of: None, step: true, listener: Rc::new(|_| ()) }, Some((listener, progress)))
            }
            None => (inner.queue.pop_front().expect("it has a first"), None),
        };
        let sent = next.call.serialize(&serde_wasm_bindgen::Serializer::new()).map_err(JsValue::from);
        let sent = sent.and_then(|call| running.worker.post_message(&call));
        inner.asked = Some(next);
        let lost = if sent.is_ok() { None } else { inner.take_asked() };
        drop(guard);
        if let Some(lost) = lost {
            (lost.listener)(Update::Done(Err(error(
                "The question could not be sent to the engine.",
                "Reload the page.",
            ))));
        } else if let Some((listener, progress)) = progress {
            listener(Update::Progress(progress));
        }
    }
}

impl Inner {
    /// The question that is with the worker, which can't be answered any more. Where it is a step to other
    /// texts, the one that waits for them.
    fn take_asked(&mut self) -> Option<Waiting> {
        let asked = self.asked.take()?;
        if !asked.step {
            return Some(asked);
        }
        if let Some(running) = &mut self.worker {
            running.has = Has::Unknown;
        }
        self.queue.pop_front()
    }
}

fn error(message: &str, remedy: &str) -> Error {
    Error { code: ErrorCode::Worker, message: message.into(), remedy: remedy.into() }
}

/// The worker that the page's start script began, before this program had arrived.
struct Early {
    address: String,
    worker: Option<Worker>,
    heard: Vec<JsValue>,
}

/// Takes it: there is one, and only the first client gets it. Its address serves every later worker.
fn early_worker() -> Option<Early> {
    let early = js_sys::Reflect::get(&js_sys::global(), &"parallax".into()).ok()?;
    let address = js_sys::Reflect::get(&early, &"engine".into()).ok()?.as_string()?;
    let worker = js_sys::Reflect::get(&early, &"worker".into()).ok()?.dyn_into::<Worker>().ok();
    let heard = js_sys::Reflect::get(&early, &"heard".into()).ok()?.dyn_into::<js_sys::Array>().ok()?;
    js_sys::Reflect::set(&early, &"worker".into(), &JsValue::NULL).ok()?;
    js_sys::Reflect::set(&early, &"heard".into(), &js_sys::Array::new()).ok()?;
    Some(Early { address, worker, heard: heard.iter().collect() })
}
