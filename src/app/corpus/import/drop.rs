//! Files dropped anywhere on the page, or pasted.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DataTransfer, DragEvent, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry,
};
use yew::prelude::*;

use crate::app::context::App;
use crate::app::state::Overlay;

/// A file with its path: its name, after the folders it was chosen with.
pub type Dropped = (String, File);

thread_local! {
    /// Files that wait for the dialog.
    static WAITING: RefCell<Vec<Dropped>> = const { RefCell::new(Vec::new()) };
    /// The dialog, where it is open.
    static TAKER: RefCell<Option<Callback<Vec<Dropped>>>> = const { RefCell::new(None) };
}

/// The dialog is there, or no longer: it takes the files that wait, and those that come.
pub fn taker(taker: Option<Callback<Vec<Dropped>>>) {
    TAKER.set(taker.clone());
    let waiting = WAITING.take();
    match taker {
        Some(taker) if !waiting.is_empty() => taker.emit(waiting),
        _ => {}
    }
}

/// Gives files to the dialog that takes them, which opens.
pub fn give(app: &App, files: Vec<Dropped>) {
    if files.is_empty() {
        return;
    }
    if let Some(taker) = TAKER.with_borrow(Clone::clone) {
        return taker.emit(files);
    }
    WAITING.with_borrow_mut(|waiting| waiting.extend(files));
    app.open(Overlay::AddTexts);
}

/// The files of a list, with their paths where a folder was chosen.
pub fn listed(files: &FileList) -> Vec<Dropped> {
    (0..files.length())
        .filter_map(|at| files.get(at))
        .map(|file| {
            let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
            (path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), file)
        })
        .collect()
}

/// Takes what is dropped or pasted anywhere; while files are over the page, it shows that they may be dropped.
#[hook]
pub fn use_drop(app: &App) {
    let app = app.clone();
    let pasting = app.clone();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let target = window();
        let over = EventListener::new_with_options(&target, "dragover", options, |event| {
            if has_files(event) {
                event.prevent_default();
                mark(true);
            }
        });
        let leave = EventListener::new(&target, "dragleave", |event| {
            // Left for nothing: out of the window.
            if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
                mark(false);
            }
        });
        let drop = EventListener::new_with_options(&target, "drop", options, move |event| {
            mark(false);
            if !has_files(event) {
                return;
            }
            event.prevent_default();
            let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return };
            // The entries are there only while the event is: taken at once, walked later.
            let items = data.items();
            let entries: Vec<FileSystemEntry> =
                (0..items.length()).filter_map(|at| items.get(at)?.webkit_get_as_entry().ok()?).collect();
            let app = app.clone();
            if entries.is_empty() {
                return give(&app, data.files().map(|files| listed(&files)).unwrap_or_default());
            }
            spawn_local(async move {
                let mut files = Vec::new();
                for entry in entries {
                    walk(entry, &mut files).await;
                }
                give(&app, files);
            });
        });
        let paste = EventListener::new_with_options(&target, "paste", options, move |event| {
            let files = pasted(event);
            if !files.is_empty() {
                event.prevent_default();
                give(&pasting, files);
            }
        });
        move || drop_all([over, leave, drop, paste])
    });
}

fn drop_all(listeners: [EventListener; 4]) {
    std::mem::drop(listeners);
}

/// The files of a paste; none where it is of text, which goes where the person types.
fn pasted(event: &Event) -> Vec<Dropped> {
    let data = js_sys::Reflect::get(event, &"clipboardData".into()).and_then(JsCast::dyn_into::<DataTransfer>);
    // Some programs copy a picture of the text beside it.
    let data = data.ok().filter(|data| data.get_data("text/plain").is_ok_and(|text| text.is_empty()));
    data.and_then(|data| data.files()).map(|files| listed(&files)).unwrap_or_default()
}

fn has_files(event: &Event) -> bool {
    let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    data.is_some_and(|data| data.types().iter().any(|kind| kind.as_string().is_some_and(|kind| kind == "Files")))
}

fn mark(on: bool) {
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = if on { root.class_list().add_1("dropping") } else { root.class_list().remove_1("dropping") };
    }
}

/// Folders deeper than this are left alone: a link may lead back.
const DEEPEST: usize = 32;

/// Adds the file, or all files of the folder.
async fn walk(entry: FileSystemEntry, files: &mut Vec<Dropped>) {
    let mut open = vec![(entry, 0)];
    while let Some((entry, depth)) = open.pop() {
        let path = entry.full_path();
        if entry.is_file() {
            let entry: FileSystemFileEntry = entry.unchecked_into();
            let file = promised(|good, bad| entry.file_with_callback_and_callback(good, bad)).await;
            if let Some(file) = file.and_then(|file| file.dyn_into::<File>().ok()) {
                files.push((path.trim_start_matches('/').to_owned(), file));
            }
        } else if entry.is_directory() && depth < DEEPEST {
            let folder: FileSystemDirectoryEntry = entry.unchecked_into();
            let reader: FileSystemDirectoryReader = folder.create_reader();
            let mut inside = Vec::new();
            // A hundred at a time; none is the end.
            while let Some(some) =
                promised(|good, bad| reader.read_entries_with_callback_and_callback(good, bad).unwrap_or(())).await
            {
                let some = js_sys::Array::from(&some);
                if some.length() == 0 {
                    break;
                }
                inside.extend(some.iter().map(|entry| (entry.unchecked_into::<FileSystemEntry>(), depth + 1)));
            }
            inside.sort_by_key(|(entry, _)| std::cmp::Reverse(entry.name()));
            open.extend(inside);
        }
    }
}

/// What a function of two callbacks gives; `None` where it fails.
async fn promised(ask: impl Fn(&js_sys::Function, &js_sys::Function)) -> Option<JsValue> {
    let mut ask = |good: js_sys::Function, bad: js_sys::Function| ask(&good, &bad);
    JsFuture::from(js_sys::Promise::new(&mut ask)).await.ok()
}
