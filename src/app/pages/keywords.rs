//! The Keywords view.

use yew::prelude::*;

use crate::app::components::ViewHeader;
use crate::route::View;

/// The Keywords view.
#[component]
pub fn Keywords() -> Html {
    html! { <ViewHeader view={View::Keywords} /> }
}
