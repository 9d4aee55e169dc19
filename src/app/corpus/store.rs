//! Corpora kept in the browser's database (IndexedDB).
//!
//! Its stores: `corpora` (a record each: name, order of its texts, address with its settings), `known` (what is
//! known of a text), `texts` (the text), both under the corpus's key, a slash and the text's id, and `page` (which
//! corpus was shown last). A save is one transaction, written through to the disk before it counts as done: what was
//! shown as saved is whole.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use idb::{
    Database, DatabaseEvent, Factory, KeyRange, ObjectStoreParams, Transaction, TransactionMode, TransactionResult,
};
use js_sys::{Function, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbTransaction};

use super::{Corpus, Own};
use crate::app::by_pointer::ByPointer;
use crate::app::storage;
use crate::app::take_along::content;
use crate::protocol::About;
use crate::worker::client::texts::{Entry, Texts};

/// The database's name: pages of one host share theirs.
const NAME: &str = "parallax.corpora";
/// The version of its stores.
const VERSION: u32 = 1;
const CORPORA: &str = "corpora";
const KNOWN: &str = "known";
const TEXTS: &str = "texts";
/// What the page remembers besides: under [`LAST`] the key of the corpus that was shown last; empty: the example.
const PAGE: &str = "page";
const STORES: [&str; 4] = [CORPORA, KNOWN, TEXTS, PAGE];
const LAST: &str = "last";
/// The version of what a record of [`CORPORA`] holds.
const FORMAT: u32 = 1;
/// Requests made before the page gets to breathe.
const AT_ONCE: usize = 64;

/// Why something couldn't be kept or read, in a sentence, with what to do.
pub type Why = String;

/// What is kept of a corpus besides its texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// See [`FORMAT`].
    format: u32,
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The ids of its texts, in order.
    ids: Vec<String>,
    /// The address with its settings.
    pub address: String,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
    /// Whether the person has deleted it: it goes for good at the next visit.
    pub deleted: bool,
    /// Whether it is so because the step that began it was undone.
    #[serde(default)]
    pub undone: bool,
    /// Which texts it has, as a link says it; empty where an earlier version kept it.
    #[serde(default)]
    pub content: String,
}

impl Kept {
    /// How many texts it has.
    #[must_use]
    pub fn texts(&self) -> usize {
        self.ids.len()
    }
}

#[derive(Serialize, Deserialize)]
struct Known {
    id: String,
    about: About,
}

#[derive(Deserialize)]
struct Text {
    id: String,
    text: String,
}

thread_local! {
    static OPEN: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
    /// Whether what was deleted before this visit is gone.
    static PURGED: Cell<bool> = const { Cell::new(false) };
}

fn why(error: impl std::fmt::Display) -> Why {
    let error = error.to_string();
    if error.contains("Quota") || error.contains("quota") {
        return "the browser has no more room for this page. Free some of the disk, or delete a corpus you don\u{2019}t need; until then save the texts as a file.".to_owned();
    }
    // Chromium doesn't speak of room where the disk itself is full.
    if ["IOError", "write blobs", "access storage", "backing store"].iter().any(|sign| error.contains(sign)) {
        return [
            "the browser could not write to the disk (",
            &error,
            "), which may be full. Free some of it and try again; until then save the texts as a file.",
        ]
        .concat();
    }
    [
        "the browser\u{2019}s database refused (",
        &error,
        "). Private windows and blocked storage keep nothing; save the texts as a file.",
    ]
    .concat()
}

async fn database() -> Result<Rc<Database>, Why> {
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        return Ok(open);
    }
    let mut request = Factory::new().map_err(why)?.open(NAME, Some(VERSION)).map_err(why)?;
    request.on_upgrade_needed(|event| {
        // A store that can't be made fails the opening, which tells.
        if let Ok(database) = event.database() {
            for store in STORES {
                let _ = database.create_object_store(store, ObjectStoreParams::new());
            }
        }
    });
    let mut opened = request.await.map_err(why)?;
    // Another tab has a newer page, which wants other stores: this one lets go, and opens it anew when it saves.
    opened.on_version_change(|event| {
        OPEN.take();
        if let Ok(database) = event.database() {
            database.close();
        }
    });
    // The browser closes it itself when its storage fails.
    opened.on_close(|_| drop(OPEN.take()));
    let opened = Rc::new(opened);
    OPEN.set(Some(opened.clone()));
    Ok(opened)
}

/// A transaction that changes; done only when it is on the disk.
async fn changing() -> Result<Transaction, Why> {
    let known = database().await?;
    let mut open = raw(&known);
    if open.is_none() {
        // It is closed and nobody has said so: opened anew.
        OPEN.take();
        let anew = database().await?;
        open = raw(&anew);
    }
    let Some(database) = open else { return Err(why("it is closed")) };
    let stores: js_sys::Array = STORES.iter().map(|store| JsValue::from_str(store)).collect();
    let options = js_sys::Object::new();
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    // The crate doesn't know the option: the same object, by its own method.
    let begin: Function = Reflect::get(&database, &"transaction".into()).and_then(JsCast::dyn_into).map_err(said)?;
    let transaction = begin.call3(&database, &stores, &"readwrite".into(), &options).map_err(said)?;
    Ok(transaction.dyn_into::<IdbTransaction>().map_err(said)?.into())
}

fn said(error: JsValue) -> Why {
    let text = Reflect::get(&error, &"message".into()).ok().and_then(|text| text.as_string());
    why(text.unwrap_or_default())
}

/// The browser's own object, which the crate keeps to itself; none of a database that is closed.
fn raw(database: &Database) -> Option<IdbDatabase> {
    // A reading transaction knows the database it is of.
    let of = database.transaction(&[CORPORA], TransactionMode::ReadOnly).ok()?;
    Some(IdbTransaction::from(of).db())
}

async fn done(transaction: Transaction) -> Result<(), Why> {
    let error = Rc::new(RefCell::new(None::<String>));
    let raw = IdbTransaction::from(transaction);
    let ended = Transaction::from(raw.clone()).await;
    if let Some(reason) = raw.error() {
        error.replace(Some([reason.name(), reason.message()].join(": ")));
    }
    match (ended, error.take()) {
        (Ok(TransactionResult::Committed), _) => Ok(()),
        (_, Some(reason)) => Err(why(reason)),
        (Err(reason), _) => Err(why(reason)),
        (Ok(_), None) => Err(why("the transaction was ended")),
    }
}

fn of(key: &str, id: &str) -> JsValue {
    [key, "/", id].concat().into()
}

/// All keys of the texts of a corpus: those that begin with its key and a slash. `0` comes after the slash.
fn all(key: &str) -> Result<KeyRange, Why> {
    KeyRange::bound(&[key, "/"].concat().into(), &[key, "0"].concat().into(), Some(false), Some(true)).map_err(why)
}

fn object<T: Serialize>(value: &T) -> Result<JsValue, Why> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(why)
}

/// Keeps a corpus with its address. `before` is the same corpus as it was last kept or read: only what has changed
/// since is written; `None`: it was never kept.
///
/// # Errors
/// In a sentence; what was kept before is kept still.
pub async fn save(before: Option<&Own>, own: &Own, address: String) -> Result<(), Why> {
    let transaction = changing().await?;
    let (corpora, known, texts) = (
        transaction.object_store(CORPORA).map_err(why)?,
        transaction.object_store(KNOWN).map_err(why)?,
        transaction.object_store(TEXTS).map_err(why)?,
    );
    let none = Texts::default();
    let had = before.map_or(&none, |before| &*before.texts);
    let mut gone: BTreeMap<&str, &Rc<Entry>> = had.entries.iter().map(|entry| (&*entry.id, entry)).collect();
    let mut put = 0;
    for entry in &own.texts.entries {
        let was = gone.remove(&*entry.id);
        let place = of(&own.key, &entry.id);
        let mut last = None;
        if was.is_none_or(|was| !Rc::ptr_eq(&was.about, &entry.about)) {
            let record = object(&Known { id: entry.id.to_string(), about: (*entry.about).clone() })?;
            last = Some(known.put(&record, Some(&place)).map_err(why)?);
        }
        if was.is_none_or(|was| !Rc::ptr_eq(&was.text, &entry.text)) {
            let record = js_sys::Object::new();
            let _ = Reflect::set(&record, &"id".into(), &(&*entry.id).into());
            let _ = Reflect::set(&record, &"text".into(), &(&*entry.text).into());
            last = Some(texts.put(&record, Some(&place)).map_err(why)?);
        }
        if let Some(last) = last {
            put += 1;
            if put % AT_ONCE == 0 {
                last.await.map_err(why)?;
            }
        }
    }
    for id in gone.keys() {
        known.delete(of(&own.key, id)).map_err(why)?;
        texts.delete(of(&own.key, id)).map_err(why)?;
    }
    let record = Kept {
        format: FORMAT,
        key: own.key.to_string(),
        name: own.name.to_string(),
        ids: own.texts.entries.iter().map(|entry| entry.id.to_string()).collect(),
        address,
        changed: js_sys::Date::now(),
        deleted: false,
        undone: false,
        content: content::of(&own.texts).written(),
    };
    corpora.put(&object(&record)?, Some(&(&*own.key).into())).map_err(why)?;
    // With the corpus itself: the browser keeps its other storage less well when it is ended.
    let page = transaction.object_store(PAGE).map_err(why)?;
    page.put(&(&*own.key).into(), Some(&LAST.into())).map_err(why)?;
    done(transaction).await
}

fn read<T: serde::de::DeserializeOwned>(value: JsValue) -> Result<T, Why> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|_| "what was kept can\u{2019}t be read: it is of another version of Parallax, or damaged.".to_owned())
}

/// The corpora that are kept, the one last changed first; deleted ones too.
///
/// # Errors
/// In a sentence.
pub async fn list() -> Result<Vec<Kept>, Why> {
    if !exists().await {
        return Ok(Vec::new());
    }
    let mut kept = records().await?;
    // What was deleted before this visit is on its way out.
    kept.retain(|kept| !kept.deleted || PURGED.get());
    Ok(kept)
}

/// Whether there is a database: asking for what it has would make one.
pub async fn exists() -> bool {
    OPEN.with_borrow(Option::is_some) || storage::keeps_corpora().await
}

/// The key of the corpus that was shown last; empty: the example.
///
/// # Errors
/// In a sentence.
pub async fn last() -> Result<String, Why> {
    let database = database().await?;
    let transaction = database.transaction(&[PAGE], TransactionMode::ReadOnly).map_err(why)?;
    let page = transaction.object_store(PAGE).map_err(why)?;
    let last = page.get(JsValue::from_str(LAST)).map_err(why)?.await.map_err(why)?;
    Ok(last.and_then(|last| last.as_string()).unwrap_or_default())
}

/// Remembers which corpus was shown last.
///
/// # Errors
/// In a sentence.
pub async fn set_last(key: &str) -> Result<(), Why> {
    let transaction = changing().await?;
    transaction.object_store(PAGE).map_err(why)?.put(&key.into(), Some(&LAST.into())).map_err(why)?;
    done(transaction).await
}

async fn records() -> Result<Vec<Kept>, Why> {
    let database = database().await?;
    let transaction = database.transaction(&[CORPORA], TransactionMode::ReadOnly).map_err(why)?;
    let store = transaction.object_store(CORPORA).map_err(why)?;
    let records = store.get_all(None, None).map_err(why)?.await.map_err(why)?;
    // One that can't be read hides no other.
    let mut kept: Vec<Kept> = records.into_iter().filter_map(|record| read(record).ok()).collect();
    kept.sort_by(|a, b| b.changed.total_cmp(&a.changed).then_with(|| a.key.cmp(&b.key)));
    Ok(kept)
}

/// Reads a corpus; with the address that has its settings.
///
/// # Errors
/// In a sentence.
pub async fn load(key: &str) -> Result<(Own, String), Why> {
    let database = database().await?;
    let transaction = database.transaction(&STORES, TransactionMode::ReadOnly).map_err(why)?;
    let corpora = transaction.object_store(CORPORA).map_err(why)?;
    let record = corpora.get(JsValue::from_str(key)).map_err(why)?.await.map_err(why)?;
    let Some(record) = record else { return Err("it isn\u{2019}t kept in this browser any more.".to_owned()) };
    let kept: Kept = read(record)?;
    let known = transaction.object_store(KNOWN).map_err(why)?.get_all(Some(all(key)?.into()), None).map_err(why)?;
    let texts = transaction.object_store(TEXTS).map_err(why)?.get_all(Some(all(key)?.into()), None).map_err(why)?;
    let (known, texts) = (known.await.map_err(why)?, texts.await.map_err(why)?);
    let mut abouts = BTreeMap::new();
    for record in known {
        let known: Known = read(record)?;
        abouts.insert(known.id, known.about);
    }
    let mut written = BTreeMap::new();
    for record in texts {
        let text: Text = read(record)?;
        written.insert(text.id, text.text);
    }
    let entries = kept.ids.iter().filter_map(|id| {
        let (about, text) = (abouts.remove(id)?, written.remove(id)?);
        Some(Rc::new(Entry { id: id.as_str().into(), about: Rc::new(about), text: text.into() }))
    });
    let texts = Rc::new(Texts { entries: entries.collect() });
    let own = ByPointer(Rc::new(Corpus { key: kept.key.into(), name: kept.name.into(), texts }));
    Ok((own, kept.address))
}

/// Marks a corpus as deleted, or takes that back under this name.
///
/// # Errors
/// In a sentence.
pub async fn set_deleted(kept: Kept, name: String, deleted: bool) -> Result<(), Why> {
    let transaction = changing().await?;
    let store = transaction.object_store(CORPORA).map_err(why)?;
    let key = JsValue::from_str(&kept.key);
    store.put(&object(&Kept { name, deleted, undone: false, ..kept })?, Some(&key)).map_err(why)?;
    done(transaction).await
}

/// Deletes a corpus whose beginning was undone, as far as anything of it is kept: the next visit doesn't begin with it.
///
/// # Errors
/// In a sentence.
pub async fn withdraw(key: &str) -> Result<(), Why> {
    if !exists().await {
        return Ok(());
    }
    let transaction = changing().await?;
    let (corpora, page) =
        (transaction.object_store(CORPORA).map_err(why)?, transaction.object_store(PAGE).map_err(why)?);
    let record = corpora.get(JsValue::from_str(key)).map_err(why)?.await.map_err(why)?;
    if let Some(record) = record {
        let kept = Kept { deleted: true, undone: true, ..read(record)? };
        corpora.put(&object(&kept)?, Some(&key.into())).map_err(why)?;
        let last = page.get(JsValue::from_str(LAST)).map_err(why)?.await.map_err(why)?;
        if last.and_then(|last| last.as_string()).as_deref() == Some(key) {
            page.put(&"".into(), Some(&LAST.into())).map_err(why)?;
        }
    }
    done(transaction).await
}

/// Removes for good what was deleted.
///
/// # Errors
/// In a sentence.
pub async fn purge() -> Result<(), Why> {
    if !exists().await {
        PURGED.set(true);
        return Ok(());
    }
    let deleted: Vec<Kept> = records().await?.into_iter().filter(|kept| kept.deleted).collect();
    if deleted.is_empty() {
        PURGED.set(true);
        return Ok(());
    }
    let transaction = changing().await?;
    for Kept { key, .. } in deleted {
        transaction.object_store(CORPORA).map_err(why)?.delete(JsValue::from_str(&key)).map_err(why)?;
        for store in [KNOWN, TEXTS] {
            transaction.object_store(store).map_err(why)?.delete(all(&key)?).map_err(why)?;
        }
    }
    done(transaction).await?;
    PURGED.set(true);
    Ok(())
}
