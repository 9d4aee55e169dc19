//! The current view's name in the navigation, which scrolls sideways where it is narrow.

use yew::prelude::*;

use crate::route::View;

/// See [`InSight`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct InSightProps {
    /// The view.
    pub view: View,
}

/// Scrolls the name of the view into sight whenever that changes. Draws nothing.
#[component]
pub(super) fn InSight(props: &InSightProps) -> Html {
    use_effect_with(props.view, |_| {
        let link = gloo::utils::document().query_selector(".header nav [aria-current]").ok().flatten();
        if let Some(link) = link {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            options.set_inline(web_sys::ScrollLogicalPosition::Center);
            link.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    html! {}
}
