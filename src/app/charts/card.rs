//! The card of a mark: the counts behind it, the same on hover, focus and touch.

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
    /// Whether it was called by a finger: then it holds a button, for a finger can't hover first and click later.
    pub touch: bool,
    /// Opens the evidence; `None` where the mark has none.
    pub on_open: Option<Callback<MouseEvent>>,
}

/// What of the box that the card is placed in may be covered: its width, and the height of it that
/// is in sight.
fn room(card: &HtmlElement) -> Option<Frame> {
    let bounds = card.offset_parent()?.get_bounding_client_rect();
    let sight = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let top = (-bounds.top()).max(0.0);
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
        use_effect_with((props.card.clone(), props.mark, props.touch), move |_| {
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
        });
    }
    html! {
        <div ref={node} class={classes!("card", props.touch.then_some("card-touch"))} aria-hidden={(!props.touch).then_some("true")}>
            <b class="card-title">{&props.card.title}</b>
            <dl>
                { for props.card.rows.iter().map(|(name, value)| html! { <div><dt>{name}</dt><dd>{value}</dd></div> }) }
            </dl>
            if let (true, Some(open)) = (props.touch, &props.on_open) {
                <button type="button" class="card-open" onclick={open.clone()}>{"Read the passages"}</button>
            }
        </div>
    }
}
