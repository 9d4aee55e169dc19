//! A panel of controls behind a button: out of the way until it is wanted.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

/// See [`Menu`].
#[derive(Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// What the button says.
    pub name: AttrValue,
    /// The controls.
    pub children: Html,
}

/// A button that opens a panel of controls. Escape, a click elsewhere and the focus going elsewhere close it.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let open = use_state_eq(|| false);
    let root = use_node_ref();
    {
        let (open, root) = (open.clone(), root.clone());
        use_effect_with(*open, move |is_open| {
            let listener = is_open.then(|| {
                EventListener::new(&gloo::utils::document(), "pointerdown", move |event| {
                    let at = event.target().and_then(|target| target.dyn_into::<Node>().ok());
                    let inside = root.cast::<Element>().is_some_and(|root| root.contains(at.as_ref()));
                    if !inside {
                        open.set(false);
                    }
                })
            });
            move || drop(listener)
        });
    }
    let onkeydown = {
        let (open, root) = (open.clone(), root.clone());
        move |event: KeyboardEvent| {
            if *open && event.key() == "Escape" {
                event.stop_propagation();
                open.set(false);
                let button = root.cast::<Element>().and_then(|root| root.query_selector("button").ok().flatten());
                if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                    let _ = button.focus();
                }
            }
        }
    };
    let onfocusout = {
        let (open, root) = (open.clone(), root.clone());
        move |event: FocusEvent| {
            let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            // Without an aim it goes nowhere, as by a click on plain words inside.
            let Some(to) = to else { return };
            if !root.cast::<Element>().is_some_and(|root| root.contains(Some(&to))) {
                open.set(false);
            }
        }
    };
    let onclick = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    html! {
        <div class="menu" ref={root} {onkeydown} {onfocusout}>
            <button type="button" class="button quiet menu-button" aria-expanded={if *open { "true" } else { "false" }} {onclick}>
                { &props.name }
            </button>
            if *open {
                <div class="menu-panel" role="group" aria-label={props.name.clone()}>{ props.children.clone() }</div>
            }
        </div>
    }
}
