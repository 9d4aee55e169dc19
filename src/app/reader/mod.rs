//! The drawer with an article's text: what does the text say?

use yew::prelude::*;

/// The reader.
#[component]
pub fn Reader() -> Html {
    html! {}
}
