//! The width a box has, for pictures that are made for it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The width of the element that `node` refers to, in whole CSS pixels, now and whenever it
/// changes; 0 before the element is there. The element must stay the same while it is observed.
#[hook]
pub fn use_width(node: &NodeRef) -> f64 {
    let width = use_state_eq(|| 0u32);
    {
        let width = width.clone();
        use_effect_with(node.clone(), move |node| {
            let watched = node.cast::<Element>().and_then(|element| {
                let measured = element.clone();
                let measure = move || width.set(measured.get_bounding_client_rect().width().max(0.0) as u32);
                measure();
                let changed = Closure::<dyn FnMut()>::new(measure);
                // A browser without ResizeObserver keeps the first width.
                let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
                observer.observe(&element);
                Some((observer, changed))
            });
            move || {
                if let Some((observer, _changed)) = watched {
                    observer.disconnect();
                }
            }
        });
    }
    f64::from(*width)
}
