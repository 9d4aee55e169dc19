//! The worker's side: a [`Call`] in, [`Reply`]s out.
//!
//! The first thing said is [`Reply::Ready`] with the version. Calls are answered one after the
//! other. Nothing is retried here: a panic is told to the page, which ends this worker and starts
//! another, because a trapped instance is dead.

use std::cell::Cell;

use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::lists::BesideTheWorker;
use crate::engine::Engine;
use crate::protocol::{Call, Error, ErrorCode, Reply, Response, VERSION};

#[wasm_bindgen]
extern "C" {
    /// Begins to load what the first view does without (`static/late.js`).
    #[wasm_bindgen(js_namespace = parallax, js_name = loadLate)]
    fn load_late();
    /// Puts it there in line: what the stubs call that the split (`src/bin/split`) leaves.
    #[wasm_bindgen(js_namespace = parallax, js_name = loadLateNow)]
    fn load_late_now();
}

thread_local! {
    /// The call that is being answered, so that a panic can be laid at its door.
    static CURRENT: Cell<u32> = const { Cell::new(0) };
}

/// Starts the engine and answers every message from now on.
///
/// # Panics
/// When it doesn't run in a dedicated worker, which only a wrong build can bring about.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        send(&Reply::Failed(
            CURRENT.get(),
            Error {
                code: ErrorCode::Worker,
                message: format!("The engine met something it can't do and stopped ({panic})."),
                remedy: "It was started again; nothing of your texts or settings is lost. Ask for something smaller, \
                         or switch off the article you suspect."
                    .into(),
            },
        ));
    }));

    let mut engine = Engine::with_bundled().with_lists(BesideTheWorker);
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let reply = match serde_wasm_bindgen::from_value::<Call>(event.data()) {
            Ok(call) => {
                CURRENT.set(call.id);
                let mut progress = |progress| send(&Reply::Progress(call.id, progress));
                match engine.handle_with(&call.settings, &call.request, &mut progress) {
                    Ok(response) => Reply::Done(call.id, response),
                    Err(error) => Reply::Failed(call.id, error),
                }
            }
            Err(reason) => Reply::Failed(number(&event.data()), unreadable(&reason.to_string())),
        };
        send(&reply);
        // The first view has what it needs: now the rest of the program may come.
        if matches!(reply, Reply::Done(_, Response::Overview(_))) {
            load_late();
        }
    });
    // Only the stubs call it, which come after the compiler.
    std::hint::black_box(load_late_now as fn());
    scope().set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget(); // It lives as long as the worker.
    send(&Reply::Ready(VERSION.into()));
}

pub(super) fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// The id of a call that could not be read as a whole; 0, which no call has, when even that is missing.
fn number(call: &JsValue) -> u32 {
    js_sys::Reflect::get(call, &"id".into()).ok().and_then(|id| id.as_f64()).map_or(0, |id| id as u32)
}

fn unreadable(reason: &str) -> Error {
    Error {
        code: ErrorCode::Message,
        message: format!("The engine could not read what the page asked ({reason})."),
        remedy: "Reload the page; should it happen again, its files are of different versions.".into(),
    }
}

fn send(reply: &Reply) {
    // An undefined value crosses as `undefined`, which is how an absent `Option` is read back.
    let sent = reply.serialize(&serde_wasm_bindgen::Serializer::new()).map(|reply| scope().post_message(&reply));
    if !matches!(sent, Ok(Ok(()))) {
        wasm_bindgen::throw_str("a reply could not be sent to the page");
    }
}
