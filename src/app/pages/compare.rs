//! The Compare view.

use yew::prelude::*;

use crate::app::components::ViewHeader;
use crate::route::View;

/// The Compare view.
#[component]
pub fn Compare() -> Html {
    html! { <ViewHeader view={View::Compare} /> }
}
