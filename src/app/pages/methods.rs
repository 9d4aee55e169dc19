//! The Methods view.

use yew::prelude::*;

use crate::app::components::ViewHeader;
use crate::route::View;

/// The Methods view.
#[component]
pub fn Methods() -> Html {
    html! { <ViewHeader view={View::Methods} /> }
}
