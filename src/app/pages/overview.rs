//! The Overview view.

use yew::prelude::*;

use crate::app::components::ViewHeader;
use crate::route::View;

/// The Overview view.
#[component]
pub fn Overview() -> Html {
    html! { <ViewHeader view={View::Overview} /> }
}
