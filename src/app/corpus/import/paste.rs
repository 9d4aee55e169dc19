//! Texts that are pasted with their formatting.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DataTransfer, File, FilePropertyBag};
use yew::prelude::*;

use super::drop::give;
use crate::app::context::App;

/// What the clipboard hands over.
fn pasted(event: &web_sys::Event) -> Option<DataTransfer> {
    event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
}

/// The formatting that a pasted text came with: a piece of a web page. It is only ever read, by the worker that reads
/// files.
#[must_use]
pub fn formatting(event: &web_sys::Event) -> Option<AttrValue> {
    let page = pasted(event)?.get_data("text/html").ok().filter(|page| !page.trim().is_empty())?;
    Some(page.into())
}

/// The formatted text as a file, to be read as a web page is.
pub fn read_formatted(app: &App, page: &str) {
    let options = FilePropertyBag::new();
    options.set_type("text/html");
    // The browser hands it over as text, in whatever bytes it was written: these are UTF-8, and say so.
    let parts = js_sys::Array::of2(&"\u{feff}".into(), &JsValue::from_str(page));
    if let Ok(file) = File::new_with_str_sequence_and_options(&parts, "pasted.html", &options) {
        give(app, vec![("pasted.html".to_owned(), file)]);
    }
}
