//! The page's side: questions out, answers in.
//!
//! One question at a time is with the worker, the others wait here. So a question nobody waits for
//! any more costs nothing (drop its [`Ticket`]), cancelling is ending the worker and starting
//! another, and after a crash only the question that brought it about is lost.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

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
    listener: Listener,
}

/// A worker and what listens to it. Dropping it ends the worker.
struct Running {
    worker: Worker,
    ready: bool,
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
    pub fn ask(&self, settings: Settings, request: Request, listener: impl Fn(Update) + 'static) -> Ticket {
        let id = {
            let mut inner = self.0.borrow_mut();
            inner.last_id += 1;
            let id = inner.last_id;
            inner.queue.push_back(Waiting { call: Call { id, settings, request }, listener: Rc::new(listener) });
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
            inner.asked.take()
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
        self.0.borrow_mut().worker =
            Some(Running { worker, ready: false, _limit: Some(limit), _on_message: on_message, _on_error: on_error });
        // What the worker said before anyone listened.
        for message in early.map(|early| early.heard).unwrap_or_default() {
            self.hear(message);
        }
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
            inner.asked.take()
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
            inner.asked.take()
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
        let mut inner = self.0.borrow_mut();
        if inner.asked.is_some() || !inner.worker.as_ref().is_some_and(|running| running.ready) {
            return;
        }
        let Some(next) = inner.queue.pop_front() else { return };
        let sent = next.call.serialize(&serde_wasm_bindgen::Serializer::new()).map_err(JsValue::from);
        let sent =
            sent.and_then(|call| inner.worker.as_ref().map_or(Ok(()), |running| running.worker.post_message(&call)));
        let listener = next.listener.clone();
        if sent.is_ok() {
            inner.asked = Some(next);
        } else {
            drop(inner);
            listener(Update::Done(Err(error("The question could not be sent to the engine.", "Reload the page."))));
        }
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
