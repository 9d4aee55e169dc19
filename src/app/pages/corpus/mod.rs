//! The Corpus view: which texts are these?
//!
//! Its table is drawn from what the page holds, so that it stays as it is while the engine counts anew.

mod edit;
mod furniture;
mod rows;
mod table;
mod ticked;

use yew::prelude::*;

use self::rows::use_texts;
use crate::app::components::ViewHeader;
use crate::app::context::{App, use_app};
use crate::app::corpus::{Onto, Shelf};
use crate::app::labels;
use crate::app::state::Overlay;
use crate::route::View;

/// The view.
#[component]
pub fn Corpus() -> Html {
    let app = use_app();
    let texts = use_texts();
    let add = {
        let app = app.clone();
        move |_: MouseEvent| app.open(Overlay::AddTexts)
    };
    html! {
        <div class="view view-corpus">
            { part!(ViewHeader { view: View::Corpus }) }
            <p class="finding">{ finding(&app, &texts) }</p>
            { part!(Shelf) }
            if app.page().own.is_none() {
                { example(&app) }
            }
            if texts.is_empty() && app.page().own.is_some() {
                <p class="empty">{ "This corpus has no text yet." }</p>
                <p><button type="button" class="button" onclick={add}>{ "Add texts" }</button></p>
            } else {
                { part!(table::TextsTable { texts }) }
            }
        </div>
    }
}

/// What there is, in a sentence.
fn finding(app: &App, texts: &rows::Rows) -> String {
    let mut outlets: Vec<&str> = texts.iter().filter_map(|row| row.about.outlet.as_deref()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let mut days: Vec<&str> = texts.iter().filter_map(|row| row.about.published.date.as_deref()).collect();
    days.sort_unstable();
    let off = texts.iter().filter(|row| app.state().settings.off.contains(&row.id)).count();
    let mut said = labels::counted(texts.len() as u32, "text", "texts");
    if !outlets.is_empty() {
        said = [&said, ", ", &labels::counted(outlets.len() as u32, "named outlet", "named outlets")].concat();
    }
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        let (first, last) = (labels::dated(first), labels::dated(last));
        said = match first == last {
            true => [&said, ", dated ", &first].concat(),
            false => [&said, ", dated from ", &first, " to ", &last].concat(),
        };
    }
    match off {
        0 => [&said, "."].concat(),
        off => [&said, "; ", &labels::count(off as u32), " left out of every analysis."].concat(),
    }
}

/// That the example can be looked at, and made one's own.
fn example(app: &App) -> Html {
    let copy = {
        let app = app.clone();
        move |_: MouseEvent| app.add_articles(Vec::new(), Onto::Example)
    };
    let add = {
        let app = app.clone();
        move |_: MouseEvent| app.open(Overlay::AddTexts)
    };
    let take = {
        let app = app.clone();
        move |_: MouseEvent| app.open(Overlay::TakeAlong)
    };
    html! {
        <p class="corpus-example">
            { "This is the example that comes with the page; it stays as it is. " }
            <button type="button" class="button" onclick={add}>{ "Begin with texts of your own" }</button>
            { " " }
            <button type="button" class="button" onclick={copy}>{ "Copy the example to change it" }</button>
            { " " }
            <button type="button" class="button quiet" onclick={take}>{ "Take along" }</button>
        </p>
    }
}
