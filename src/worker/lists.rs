//! Word lists for the engine, fetched from the folder `lists/` beside the worker.
//!
//! The engine answers in one go and can't wait for a promise: the request is synchronous, which is
//! allowed in a worker and holds up nobody else. The page stays alive, and a list comes only once.

use web_sys::{Url, XmlHttpRequest};

use super::entry::scope;
use crate::engine::lists::{List, Lists};
use crate::protocol::Error;

/// The folder `lists/` beside the worker's file.
#[derive(Clone, Copy, Debug)]
pub(super) struct BesideTheWorker;

impl Lists for BesideTheWorker {
    fn load(&self, list: List) -> Result<String, Error> {
        match fetch(list.file()) {
            Some((200, text)) if !text.is_empty() => Ok(text),
            Some((200, _)) => Err(list.missing("the file is empty")),
            Some((status, _)) => Err(list.missing(&["the server answered ", &status.to_string()].concat())),
            None => Err(list.missing("there was no answer")),
        }
    }

    fn fetched(&self) -> Vec<String> {
        super::fetched::here()
    }
}

/// The answer's status and text. Lists carry no hash in their names: the query that the worker was
/// started with, which changes with every build, keeps old copies away.
fn fetch(file: &str) -> Option<(u16, String)> {
    let here = scope().location();
    let address = Url::new_with_base(&["lists/", file, &here.search()].concat(), &here.href()).ok()?;
    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async("GET", &address.href(), false).ok()?;
    request.override_mime_type("text/plain; charset=utf-8").ok()?;
    request.send().ok()?;
    Some((request.status().ok()?, request.response_text().ok()??))
}
