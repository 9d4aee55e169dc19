//! What there is to say, until it is read.

use yew::prelude::*;

use crate::app::components::icon::{Icon, icon_button};
use crate::app::context::use_app;
use crate::app::state::Action;

/// The notices, said to screen readers as they come.
#[component]
pub(super) fn Notices() -> Html {
    let app = use_app();
    html! {
        <div class="notices" role="status" aria-live="polite">
            { for app.page().notices.iter().map(|notice| {
                let (app, id) = (app.clone(), notice.id);
                let dismiss = Callback::from(move |_: MouseEvent| app.act(Action::Dismiss(id)));
                html! {
                    <div class="notice" key={notice.id}>
                        <p>{ &notice.text }</p>
                        { icon_button(Icon::Close, "Dismiss".into(), false, dismiss) }
                    </div>
                }
            }) }
        </div>
    }
}
