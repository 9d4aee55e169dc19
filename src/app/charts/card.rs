//! The card of a mark: the counts behind it, the same on hover, focus and touch.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::drawing::length;
use super::place::{Frame, place};
use crate::chart::Card;

/// Which card, and where.
#[derive(Properties, PartialEq)]
pub struct MarkCardProps {
    /// What it says.
    pub card: Card,
    /// The mark's area in pixels of the chart's box.
    pub mark: (f64, f64, f64, f64),
    /// What can be opened from it, as name and target; empty while the pointer is only passing by.
    pub choices: Vec<(AttrValue, usize)>,
    /// Whether its first choice takes the focus.
    pub focus: bool,
    /// Opens the evidence of a target.
    pub on_choose: Callback<usize>,
}

/// What of the box that the card is placed in may be covered: its width, and the height of it that
/// is in sight.
fn room(card: &HtmlElement) -> Option<Frame> {
    let bounds = card.offset_parent()?.get_bounding_client_rect();
    let window = web_sys::window()?;
    let sight = window.inner_height().ok()?.as_f64()?;
    // The page's header stays in sight and covers what scrolls under it.
    let header = window.document()?.query_selector(".header").ok().flatten();
    let covered = header.map_or(0.0, |header| header.get_bounding_client_rect().bottom().max(0.0));
    let top = (covered - bounds.top()).max(0.0);
    let bottom = (sight - bounds.top()).min(bounds.height()).max(top);
    Some(Frame { x: 0.0, y: top, width: bounds.width(), height: bottom - top })
}

/// The card. It is set in its place through the object model, for a strict content policy drops `style` attributes.
#[component]
pub fn MarkCard(props: &MarkCardProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        let (x, y, width, height) = props.mark;
        use_effect_with((props.card.clone(), props.mark, props.choices.len(), props.focus), move |(_, _, _, focus)| {
            if let Some(element) = node.cast::<HtmlElement>()
                && let Some(room) = room(&element)
            {
                let size = element.get_bounding_client_rect();
                let (left, top) = place(Frame { x, y, width, height }, size.width(), size.height(), room);
                let style = element.style();
                for (name, value) in [("left", left), ("top", top)] {
                    // Setting a length can't fail; if it did, the card would stand in the corner.
                    let _ = style.set_property(name, &format!("{}px", length(value)));
                }
            }
            let first = node.cast::<HtmlElement>().and_then(|card| card.query_selector("button").ok().flatten());
            if let Some(first) = first.and_then(|button| button.dyn_into::<HtmlElement>().ok()).filter(|_| *focus) {
                // A button that is there takes the focus.
                let _ = first.focus();
            }
        });
    }
    let held = !props.choices.is_empty();
    html! {
        <div ref={node} class={classes!("card", held.then_some("card-held"))} aria-hidden={(!held).then_some("true")}>
            <b class="card-title">{&props.card.title}</b>
            <dl>
                { for props.card.rows.iter().map(|(name, value)| html! { <div><dt>{name}</dt><dd>{value}</dd></div> }) }
            </dl>
            if held {
                <div class="card-choices">
                    { for props.choices.iter().map(|(name, target)| {
                        let target = *target;
                        html! { <button type="button" class="button" onclick={props.on_choose.reform(move |_: MouseEvent| target)}>{name}</button> }
                    }) }
                </div>
            }
        </div>
    }
}
