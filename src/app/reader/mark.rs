//! What is selected in the reader is marked as page furniture, or counted again.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement, Node, Range};
use yew::prelude::*;

use super::segments::{FURNITURE_KINDS, furniture_name};
use crate::app::context::use_app;
use crate::app::focus;
use crate::app::labels;
use crate::protocol::{About, Furniture, FurnitureKind, Span};
use crate::worker::client::texts::Entry;

/// Attribute of a paragraph of the text: the byte it begins at.
pub(super) const BEGINS: &str = "data-begins";
/// Class of what is written over a passage of furniture and is no part of the text.
pub(super) const NAME: &str = "furniture-name";

/// See [`Mark`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MarkProps {
    /// The text that is read.
    pub(super) entry: Rc<Entry>,
}

/// Stands under the reader's head while something is selected in the text.
#[component]
pub(super) fn Mark(props: &MarkProps) -> Html {
    let app = use_app();
    let kind = use_node_ref();
    let selected = use_state_eq(|| None::<Span>);
    {
        let selected = selected.setter();
        use_effect_with(props.entry.clone(), move |entry| {
            selected.set(None);
            let entry = entry.clone();
            let listener = EventListener::new(&document(), "selectionchange", move |_| {
                let chosen = selection(&entry.text);
                // Who goes on to choose what it is may lose the selection.
                if chosen.is_some() || !is_at_hand() {
                    selected.set(chosen);
                }
            });
            move || drop(listener)
        });
    }
    let Some(span) = *selected else { return html! {} };
    let change = {
        let (app, id, selected) = (app.clone(), props.entry.id.to_string(), selected.clone());
        move |make: Rc<dyn Fn(&mut About)>| {
            app.describe_articles(vec![id.clone()], move |about| make(about));
            if let Ok(Some(selection)) = window().get_selection() {
                let _ = selection.remove_all_ranges();
            }
            selected.set(None);
        }
    };
    let mark = {
        let (kind, change) = (kind.clone(), change.clone());
        move |_: MouseEvent| {
            let chosen = kind.cast::<HtmlSelectElement>().map_or(0, |select| select.selected_index().max(0) as usize);
            let kind = FURNITURE_KINDS.get(chosen).copied().unwrap_or(FurnitureKind::Other);
            change(Rc::new(move |about| put(about, Furniture { kind, span })));
        }
    };
    let count = move |_: MouseEvent| {
        change(Rc::new(move |about| about.furniture.retain(|piece| !piece.span.overlaps(span))));
    };
    let marked = props.entry.about.furniture.iter().any(|piece| piece.span.overlaps(span));
    // A press would end the selection before it is a click.
    let keep = |event: MouseEvent| event.prevent_default();
    html! {
        <div class="reader-mark" role="group" aria-label="Page furniture">
            <q>{ labels::cut(span.of(&props.entry.text), 80) }</q>
            <select ref={kind} class="select" aria-label="What it is">
                { for FURNITURE_KINDS.map(|kind| html! { <option selected={kind == FurnitureKind::Other}>{ furniture_name(kind) }</option> }) }
            </select>
            <button type="button" class="button" onmousedown={keep} onclick={mark}>{ "Mark as page furniture" }</button>
            if marked {
                <button type="button" class="button" onmousedown={keep} onclick={count}>{ "Count it again" }</button>
            }
        </div>
    }
}

/// Whether the focus is on what is offered for the selection.
fn is_at_hand() -> bool {
    focus::holder().is_some_and(|holder| holder.closest(".reader-mark").is_ok_and(|found| found.is_some()))
}

/// Marks a passage; marks that it touches become part of it.
pub fn put(about: &mut About, mut piece: Furniture) {
    about.furniture.retain(|known| {
        let touched = known.span.overlaps(piece.span);
        if touched {
            piece.span = Span::new(known.span.start.min(piece.span.start), known.span.end.max(piece.span.end));
        }
        !touched
    });
    let place = about.furniture.partition_point(|known| known.span.start < piece.span.start);
    about.furniture.insert(place, piece);
}

/// What is selected of the text that leads, without blanks around it.
fn selection(text: &str) -> Option<Span> {
    let selection = window().get_selection().ok().flatten().filter(|selection| !selection.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let root = document().query_selector("aside.reader article.text").ok().flatten()?;
    let at = |node: Result<Node, _>, offset: Result<u32, _>| place(&root, &node.ok()?, offset.ok()?, text.len());
    let (from, to) =
        (at(range.start_container(), range.start_offset())?, at(range.end_container(), range.end_offset())?);
    let words = text.get(from..to)?;
    let from = from + (words.len() - words.trim_start().len());
    let to = from + words.trim().len();
    (from < to).then(|| Span::new(from as u32, to as u32))
}

/// The byte of the text at a place in the page; none outside of the text.
fn place(root: &Element, node: &Node, offset: u32, length: usize) -> Option<usize> {
    let begins = |paragraph: &Element| paragraph.get_attribute(BEGINS)?.parse::<usize>().ok();
    if root.is_same_node(Some(node)) {
        // Between two paragraphs.
        return Some(root.children().item(offset).as_ref().and_then(begins).unwrap_or(length));
    }
    if !root.contains(Some(node)) {
        return None;
    }
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let paragraph = element.closest(&["[", BEGINS, "]"].concat()).ok().flatten()?;
    let before = Range::new().ok()?;
    before.set_start(&paragraph, 0).ok()?;
    before.set_end(node, offset).ok()?;
    let before = before.clone_contents().ok()?;
    let names = before.query_selector_all(&[".", NAME].concat()).ok()?;
    for name in (0..names.length()).filter_map(|at| names.item(at)) {
        name.parent_node()?.remove_child(&name).ok()?;
    }
    Some(begins(&paragraph)? + before.text_content()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_takes_in_those_it_touches() {
        let piece = |start, end| Furniture { kind: FurnitureKind::Link, span: Span::new(start, end) };
        let mut about = About { furniture: vec![piece(0, 4), piece(10, 14), piece(20, 24)], ..About::default() };
        put(&mut about, piece(12, 22));
        put(&mut about, piece(6, 8));
        let spans: Vec<_> = about.furniture.iter().map(|piece| (piece.span.start, piece.span.end)).collect();
        assert_eq!(spans, [(0, 4), (6, 8), (10, 24)]);
    }
}
