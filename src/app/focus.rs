//! The focus: who has it, and giving it back.
//!
//! A mark of a chart is an SVG element, which is no `HtmlElement` but takes the focus all the same.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};

/// The element that has the focus; `None` where nothing, or only the page as a whole, has it.
#[must_use]
pub fn holder() -> Option<Element> {
    document().active_element().filter(|active| active.tag_name() != "BODY")
}

/// Gives the element the focus. One that has left the page, or can't have it, is passed over.
pub fn give_to(element: &Element) {
    if !element.is_connected() {
        return;
    }
    // Either call fails only for an element that can't have the focus.
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    } else if let Some(element) = element.dyn_ref::<SvgElement>() {
        let _ = element.focus();
    }
}
