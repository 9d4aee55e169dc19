//! What a view says where groups are compared and it shows articles all the same.

use yew::prelude::*;

use crate::app::context::App;

/// Where a view knows articles only.
pub const EACH_BY_ITSELF: &str =
    "Groups are compared in Keywords, Frequency, Compare, Quotes and Coverage; here each article stands by itself.";

/// One quiet line on what is of articles; nothing while each article is compared by itself.
pub fn units_note(app: &App, text: &'static str) -> Html {
    if !app.by_groups() {
        return html! {};
    }
    html! { <p class="units-note">{ text }</p> }
}
