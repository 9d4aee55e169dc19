//! A dialog over the page.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Icon, icon_button};
use crate::app::focus;

/// See [`Modal`].
#[derive(Clone, PartialEq, Properties)]
pub struct ModalProps {
    /// Its heading.
    pub title: AttrValue,
    /// A class of its own.
    #[prop_or_default]
    pub class: Classes,
    /// Whether the heading is read but not shown.
    #[prop_or_default]
    pub bare: bool,
    /// It wants to be closed: by Esc, its cross, or a click beside it.
    pub on_close: Callback<()>,
    /// What is in it.
    pub children: Html,
}

/// The browser's own modal dialog: it keeps the focus while it is open; closed, the focus is back where it was.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let shown = dialog.cast::<HtmlDialogElement>();
            let before = focus::holder();
            if let Some(shown) = &shown {
                let _ = shown.show_modal(); // Fails only where it is shown already.
            }
            move || {
                if let Some(shown) = &shown {
                    shown.close();
                }
                // The dialog leaves the page at once, before the browser has given the focus back. Who
                // closed it by going elsewhere has the focus there.
                let lost = focus::holder()
                    .is_none_or(|active| shown.as_ref().is_some_and(|shown| shown.contains(Some(&active))));
                if let Some(before) = before.filter(|_| lost) {
                    focus::give_to(&before);
                }
            }
        });
    }
    let oncancel = {
        let on_close = props.on_close.clone();
        move |event: Event| {
            event.prevent_default(); // It closes by leaving the page's state, not by itself.
            on_close.emit(());
        }
    };
    let onclick = {
        let (on_close, dialog) = (props.on_close.clone(), dialog.clone());
        move |event: MouseEvent| {
            // The dialog's own padding is none: a click on the dialog itself is one beside its content.
            if event.target_dyn_into::<HtmlDialogElement>() == dialog.cast::<HtmlDialogElement>() {
                on_close.emit(());
            }
        }
    };
    let close = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <dialog ref={dialog} class={classes!("modal", props.class.clone())} aria-label={props.title.clone()} {oncancel} {onclick}>
            <div class="modal-content">
                if !props.bare {
                    <div class="modal-head">
                        <h2>{ &props.title }</h2>
                        { icon_button(Icon::Close, "Close".into(), false, close) }
                    </div>
                }
                { props.children.clone() }
            </div>
        </dialog>
    }
}
