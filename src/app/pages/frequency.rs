//! The Frequency view.

use yew::prelude::*;

use crate::app::components::ViewHeader;
use crate::route::View;

/// The Frequency view.
#[component]
pub fn Frequency() -> Html {
    html! { <ViewHeader view={View::Frequency} /> }
}
