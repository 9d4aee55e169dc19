//! The worker's side: a file in, what came of it out. Files are read in parts, so that the page hears how far it is.

use std::cell::Cell;

use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

use crate::import::bundle;
use crate::import::language;
use crate::import::likeness::Fingerprint;
use crate::import::message::{Bytes, Job, PdfText, Progress, Reply};
use crate::import::outcome::Outcome;
use crate::import::read::{LARGEST, Options, read};
use crate::import::reason::{Kind, Reason};
use crate::protocol::VERSION;
use crate::worker::fetched;

#[wasm_bindgen]
extern "C" {
    /// Reads a PDF file, loading its reader when it is first asked for (`static/importer.js`); `undefined` where
    /// that didn't arrive.
    #[wasm_bindgen(js_namespace = parallax, js_name = readPdf, catch)]
    fn read_pdf(bytes: &[u8]) -> Result<JsValue, JsValue>;
}

/// How much of a file is read at once.
const PART: f64 = 4_194_304.0;

/// So many texts are told of in one message: the page takes some milliseconds for each.
const AT_ONCE: usize = 200;

thread_local! {
    /// The job that is being done, so that a panic can be laid at its door.
    static CURRENT: Cell<u32> = const { Cell::new(0) };
    /// How many addresses the page was told of.
    static TOLD: Cell<usize> = const { Cell::new(0) };
}

/// Answers every message from now on.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| send(&Reply::Failed(CURRENT.get(), panic.to_string()))));
    let answer = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        let part = |name: &str| js_sys::Reflect::get(&data, &name.into()).unwrap_or(JsValue::UNDEFINED);
        match serde_wasm_bindgen::from_value::<Job>(part("job")) {
            Ok(Job::Read { id, place, choices }) => {
                CURRENT.set(id);
                let mut heard = |progress| send(&Reply::Progress(id, progress));
                let mut outcome =
                    match part("file").dyn_into::<Blob>().ok().and_then(|file| bytes(&file, &place, &mut heard)) {
                        Some(bytes) => {
                            let mut pdf = pdf;
                            let mut options =
                                Options { choices: &choices, progress: Some(&mut heard), pdf: Some(&mut pdf) };
                            read(&place, &bytes, &mut options)
                        }
                        None => Outcome::skipped(&place, Reason::Unreadable),
                    };
                while outcome.items.len() > AT_ONCE {
                    let rest = outcome.items.split_off(AT_ONCE);
                    send(&Reply::Part(id, std::mem::replace(&mut outcome.items, rest)));
                }
                end(&Reply::Done(id, outcome));
            }
            Ok(Job::Fingerprints { id, texts }) => {
                CURRENT.set(id);
                end(&Reply::Fingerprints(id, texts.iter().map(|text| Fingerprint::of(text)).collect()));
            }
            Ok(Job::Language { id, text }) => {
                CURRENT.set(id);
                end(&Reply::Language(id, language::of(&text, None)));
            }
            Ok(Job::Save { id, corpus }) => {
                CURRENT.set(id);
                let of = corpus.articles.len() as f64;
                let mut heard = |place: &str, done: usize| {
                    send(&Reply::Progress(id, Progress { place: place.to_owned(), done: done as f64, of }));
                };
                end(&Reply::Saved(id, bundle::write(&corpus, &mut heard).map(Bytes)));
            }
            Ok(Job::Link { id, corpus }) => {
                CURRENT.set(id);
                end(&Reply::Linked(id, bundle::link::pack(&corpus)));
            }
            Ok(Job::Unlink { id, link }) => {
                CURRENT.set(id);
                end(&Reply::Unlinked(id, bundle::link::unpack(&link)));
            }
            Err(reason) => send(&Reply::Failed(0, reason.to_string())),
        }
    });
    scope().set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget(); // It lives as long as the worker.
    send(&Reply::Ready(VERSION.into()));
}

/// The file's bytes; none where it can't be read. One that is too large is not read to its end: its size tells.
fn bytes(file: &Blob, place: &str, heard: &mut dyn FnMut(Progress)) -> Option<Vec<u8>> {
    let size = file.size();
    let most = size.min(LARGEST as f64 + 1.0);
    let reader = FileReaderSync::new().ok()?;
    let mut bytes = Vec::with_capacity(most as usize);
    let mut at = 0.0;
    while at < most {
        let end = (at + PART).min(most);
        let part = reader.read_as_array_buffer(&file.slice_with_f64_and_f64(at, end).ok()?).ok()?;
        let part = js_sys::Uint8Array::new(&part);
        let before = bytes.len();
        bytes.resize(before + part.length() as usize, 0);
        part.copy_to(&mut bytes[before..]);
        at = end;
        heard(Progress { place: place.to_owned(), done: at, of: size });
    }
    Some(bytes)
}

fn pdf(bytes: &[u8]) -> Result<PdfText, Reason> {
    let read = read_pdf(bytes).map_err(|_| Reason::Crashed)?;
    if read.is_undefined() {
        return Err(Reason::Unsupported(Kind::Pdf));
    }
    serde_wasm_bindgen::from_value::<Result<PdfText, Reason>>(read).unwrap_or(Err(Reason::Crashed))
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// The last word on a job; before it, what was asked for meanwhile: the page may end the worker now.
fn end(reply: &Reply) {
    let mut asked = fetched::here();
    let fresh = asked.split_off(TOLD.get().min(asked.len()));
    TOLD.set(asked.len() + fresh.len());
    if !fresh.is_empty() {
        send(&Reply::Fetched(fresh));
    }
    send(reply);
}

fn send(reply: &Reply) {
    let sent = reply.serialize(&serde_wasm_bindgen::Serializer::new()).map(|reply| scope().post_message(&reply));
    if !matches!(sent, Ok(Ok(()))) {
        wasm_bindgen::throw_str("a reply could not be sent to the page");
    }
}
