//! Which corpus is shown, in the rail.

use yew::prelude::*;

use super::import::drop::use_drop;
use super::shelf::told;
use crate::app::context::use_app;
use crate::app::state::{Keeping, Overlay};
use crate::app::take_along::arrive;
use crate::app::take_along::file::SaveButton;
use crate::route::View;

/// The corpus's name, whether it is saved, and the way to add texts.
#[component]
pub fn CorpusLine() -> Html {
    let app = use_app();
    use_drop(&app);
    let add = {
        let app = app.clone();
        move |_: MouseEvent| app.open(Overlay::AddTexts)
    };
    let go = {
        let app = app.clone();
        move |_: MouseEvent| app.go(View::Corpus)
    };
    let page = app.page();
    let name = page.own.as_ref().map_or_else(|| AttrValue::from("Example corpus"), |own| own.name.clone().into());
    html! {
        <div class="corpus-line">
            <button type="button" class="corpus-name link" title="Which texts are these?" onclick={go}>{ name }</button>
            <button type="button" class="button" onclick={add}>{ "Add texts" }</button>
            <span class="keeping soft" role="status">{ told(&page.keeping) }</span>
            { arrive::line(&app) }
            if matches!(page.keeping, Keeping::Not(_)) {
                { part!(SaveButton) }
            }
        </div>
    }
}
