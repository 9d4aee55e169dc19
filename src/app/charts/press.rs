//! What a key does in a chart.

use web_sys::KeyboardEvent;
use yew::NodeRef;

use super::figure::{go_to, mark_element, mark_of};
use super::walk::{Step, walk};
use crate::chart::Scene;

/// Where a key is pressed.
pub(super) struct Pressed<'a> {
    pub scene: Option<&'a Scene>,
    pub picture: &'a NodeRef,
    /// Id of the table of the same data.
    pub table: Option<&'a str>,
    /// Whether a card is shown.
    pub card: bool,
}

/// What is left to do.
pub(super) enum Press {
    /// Nothing.
    Done,
    /// To open the mark with this number.
    Open(usize),
    /// To close the card; then, from a button of it, which goes, back to its mark.
    Close { back: bool },
}

/// Does what the key stands for. Out of line, so that the build can split it off.
#[inline(never)]
pub(super) fn press(event: &KeyboardEvent, at: &Pressed<'_>) -> Press {
    let (key, number) = (event.key(), mark_of(event));
    if event.alt_key() || event.meta_key() {
        return Press::Done;
    }
    let mut press = Press::Done;
    let walked = Step::of_key(&key, event.ctrl_key()).zip(number).zip(at.scene);
    if let Some(((step, number), scene)) = walked {
        focus(at.picture, walk(&scene.marks, number, step));
    } else {
        match (key.as_str(), number, at.table) {
            ("Enter" | " ", Some(number), _) => press = Press::Open(number),
            ("Escape", _, _) if at.card => press = Press::Close { back: number.is_none() },
            ("t" | "T", Some(_), Some(table)) if !event.ctrl_key() => go_to(table),
            _ => return Press::Done,
        }
    }
    event.prevent_default();
    event.stop_propagation();
    press
}

/// Gives the focus to the mark with this number.
pub(super) fn focus(picture: &NodeRef, number: usize) {
    if let Some(element) = mark_element(picture, number) {
        // A drawn mark has a tabindex and takes the focus.
        let _ = element.focus();
    }
}
