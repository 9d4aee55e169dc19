//! Framing side by side: how does each outlet speak of the same?
//!
//! | file | what it is |
//! | --- | --- |
//! | `collocates` | the words around a name, a column an article |
//! | `node` | which name, and how far around it |
//! | `collocates_table` | every collocate of every article |
//! | `modals` | modal verbs, in quotations and outside |
//! | `only_here` | sentences that no other article supports |

mod collocates;
mod collocates_table;
mod modals;
mod node;
mod only_here;

use yew::prelude::*;

use crate::app::context::use_app;
use crate::route::View;

/// The three sections, and the way to reporting verbs.
#[component]
pub fn Framing() -> Html {
    let app = use_app();
    let to_verbs = move |_: MouseEvent| app.go(View::Quotes);
    html! {
        <div class="framing">
            { part!(collocates::Collocates) }
            { part!(modals::Modals) }
            <p class="framing-more">
                { "By which verbs each outlet gives words to those who said them (say, stress, warn) stands with the quotations: " }
                <button type="button" class="link" onclick={to_verbs}>{ "reporting verbs by outlet" }</button>{ "." }
            </p>
            { part!(only_here::OnlyHere) }
        </div>
    }
}
