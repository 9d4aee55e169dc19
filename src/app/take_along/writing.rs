//! A file of the whole corpus being written: asked for part by part, kept by the browser, handed over at its end.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag};
use yew::prelude::*;

use super::archive::{self, Member};
use super::parquet::ParquetWriter;
use crate::app::ask::Asked;
use crate::app::context::{App, use_app};
use crate::app::download;
use crate::protocol::exports::{Export, ExportAnswer, ExportPart, ExportQuery};
use crate::protocol::{Error, ErrorCode, Progress, Request, Response, Settings};
use crate::worker::client::Update;
use crate::worker::client::texts::Texts;

/// A file to be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Its name.
    pub file: &'static str,
    /// Its media type.
    pub kind: &'static str,
    /// What is being done, for whoever waits: `Writing the token table`.
    pub what: &'static str,
    /// Of what it is made.
    pub made: Made,
}

/// Of what a file is made.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    /// Of one file of the engine's.
    Of(Export),
    /// Of the token table, as Parquet; whether groups are compared.
    Parquet(bool),
    /// It is an archive of several, each with its name.
    Archive(Vec<(&'static str, Export)>),
}

/// Asks the engine; whether others ask meanwhile is of no account.
struct Asking {
    app: App,
    of: Option<Rc<Texts>>,
    settings: Settings,
}

impl Asking {
    /// A part of a file. `told` hears how far the engine is.
    async fn part(&self, export: &Export, at: u32, told: &Rc<dyn Fn(Progress)>) -> Result<Rc<Response>, Error> {
        let answer = Rc::new(RefCell::new(None));
        let mut ticket = None;
        let promise = Promise::new(&mut |resolve, _| {
            let (answer, told) = (answer.clone(), told.clone());
            let request = Request::Export(ExportQuery::Part(export.clone(), at));
            ticket =
                Some(self.app.client.ask(
                    self.of.clone(),
                    self.settings.clone(),
                    request,
                    move |update| match update {
                        Update::Progress(progress) => told(progress),
                        Update::Done(result) => {
                            *answer.borrow_mut() = Some(result);
                            let _ = resolve.call0(&JsValue::UNDEFINED);
                        }
                    },
                ));
        });
        let _ = JsFuture::from(promise).await;
        drop(ticket);
        answer.take().unwrap_or_else(|| Err(unreadable()))
    }

    /// A whole file, as the browser keeps it: large ones on the disk.
    async fn whole(&self, export: &Export, what: &str, told: &Rc<dyn Fn(Progress)>) -> Result<Member, Error> {
        let mut member = Member::default();
        let mut at = 0;
        loop {
            let response = self.part(export, at, told).await?;
            let Response::Export(ExportAnswer::Part(ExportPart { bytes, next, done })) = &*response else {
                return Err(unreadable());
            };
            member.add(&bytes.0, blob(&Uint8Array::from(bytes.0.as_slice()))?);
            let Some(next) = *next else { return Ok(member) };
            told(Progress { what: what.to_owned(), done: done.0, of: done.1 });
            at = next;
        }
    }

    /// The table of tokens as Parquet: its lines go on to the program that writes it.
    async fn parquet(&self, grouped: bool, what: &str, told: &Rc<dyn Fn(Progress)>) -> Result<Vec<Blob>, Error> {
        let writer = ParquetWriter::begin(grouped).await?;
        let mut parts = Vec::new();
        let mut at = 0;
        loop {
            let response = self.part(&Export::TokenLines, at, told).await?;
            let Response::Export(ExportAnswer::Part(ExportPart { bytes, next, done })) = &*response else {
                return Err(unreadable());
            };
            parts.push(blob(&writer.add(&bytes.0).await?)?);
            let Some(next) = *next else { break };
            told(Progress { what: what.to_owned(), done: done.0, of: done.1 });
            at = next;
        }
        parts.push(blob(&writer.finish().await?)?);
        Ok(parts)
    }

    async fn file(&self, wanted: &Wanted, told: &Rc<dyn Fn(Progress)>) -> Result<Blob, Error> {
        let options = BlobPropertyBag::new();
        options.set_type(wanted.kind);
        let parts = match &wanted.made {
            Made::Of(export) => self.whole(export, wanted.what, told).await?.parts,
            Made::Parquet(grouped) => self.parquet(*grouped, wanted.what, told).await?,
            Made::Archive(files) => {
                let mut members = Vec::new();
                for (name, export) in files {
                    members.push((*name, self.whole(export, wanted.what, told).await?));
                }
                archive::written(members).await.ok_or_else(no_room)?
            }
        };
        let parts: js_sys::Array = parts.into_iter().collect();
        Blob::new_with_blob_sequence_and_options(&parts, &options).map_err(|_| no_room())
    }
}

/// Bytes as the browser keeps them.
fn blob(bytes: &Uint8Array) -> Result<Blob, Error> {
    Blob::new_with_u8_array_sequence(&js_sys::Array::of1(bytes)).map_err(|_| no_room())
}

fn unreadable() -> Error {
    Error {
        code: ErrorCode::Message,
        message: "The page could not read the engine’s answer.".into(),
        remedy: "Reload the page; should it happen again, its files are of different versions.".into(),
    }
}

fn no_room() -> Error {
    Error {
        code: ErrorCode::TooLarge,
        message: "The browser has no room for this file.".into(),
        remedy: "Close other tabs, free some space on the disk, or ask for less: fewer texts, more frequent words."
            .into(),
    }
}

/// What is being written, and what starts it.
#[derive(Clone, PartialEq)]
pub struct Writing {
    /// How far it is, or why it failed; none before the first file.
    pub asked: Option<Asked>,
    /// Writes a file and hands it over. While one is being written, another waits for nothing: it isn't begun.
    pub write: Callback<Wanted>,
}

impl Writing {
    /// Whether a file is being written.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.waiting)
    }
}

/// Files of the whole corpus, one after the other.
#[hook]
pub fn use_writing() -> Writing {
    let app = use_app();
    let asked = use_state_eq(|| None::<Asked>);
    let busy = use_mut_ref(|| false);
    let write = Callback::from({
        let asked = asked.setter();
        move |wanted| begin(&app, &asked, &busy, wanted)
    });
    Writing { asked: (*asked).clone(), write }
}

fn begin(app: &App, asked: &UseStateSetter<Option<Asked>>, busy: &Rc<RefCell<bool>>, wanted: Wanted) {
    if busy.replace(true) {
        return;
    }
    let again = Callback::from({
        let (app, asked, busy, wanted) = (app.clone(), asked.clone(), busy.clone(), wanted.clone());
        move |()| begin(&app, &asked, &busy, wanted.clone())
    });
    let tell = {
        let asked = asked.clone();
        move |progress: Option<Progress>, error: Option<Error>, waiting: bool| {
            asked.set(Some(Asked { response: None, error, progress, waiting, again: again.clone() }));
        }
    };
    tell(None, None, true);
    let asking = Asking { app: app.clone(), of: app.texts(), settings: app.state().settings.clone() };
    let busy = busy.clone();
    spawn_local(async move {
        let told: Rc<dyn Fn(Progress)> = {
            let tell = tell.clone();
            Rc::new(move |progress| tell(Some(progress), None, true))
        };
        let written = asking.file(&wanted, &told).await;
        busy.replace(false);
        match written {
            Ok(file) => {
                download::save(wanted.file, &file);
                tell(None, None, false);
            }
            Err(error) => tell(None, Some(error), false),
        }
    });
}
