//! What can be done with ticked texts.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::rows::{Rows, switch};
use crate::app::context::use_app;
use crate::app::labels;
use crate::protocol::{Compared, HandGroup};
use crate::route::{CorpusColumn, CorpusState};

/// See [`Ticked`].
#[derive(Clone, PartialEq, Properties)]
pub struct TickedProps {
    /// All texts.
    pub texts: Rows,
    /// Ids of those that are ticked.
    pub ticked: Rc<BTreeSet<String>>,
    /// Ids of those under the filter, in the table's order.
    pub shown: Rc<Vec<String>>,
    /// Others are to be ticked.
    pub on_ticked: Callback<BTreeSet<String>>,
    /// What is known of these is to be changed.
    pub on_edit: Callback<Vec<String>>,
}

/// The line of buttons above the table.
#[component]
pub fn Ticked(props: &TickedProps) -> Html {
    let app = use_app();
    let own = app.page().own.is_some();
    // In the corpus's order; some may have been removed since.
    let ids: Vec<String> =
        props.texts.iter().map(|row| row.id.clone()).filter(|id| props.ticked.contains(id)).collect();
    let count = ids.len() as u32;
    let none = ids.is_empty();
    let button = |label: &'static str, act: Box<dyn Fn()>| {
        html! { <button type="button" class="button" disabled={none} onclick={move |_: MouseEvent| act()}>{ label }</button> }
    };
    let all = {
        let (on_ticked, shown) = (props.on_ticked.clone(), props.shown.clone());
        let every = !none && shown.iter().all(|id| props.ticked.contains(id));
        let onchange = move |_: Event| {
            on_ticked.emit(if every { BTreeSet::new() } else { shown.iter().cloned().collect() });
        };
        html! {
            <label class="control-switch">
                <input type="checkbox" checked={every} {onchange} />{ " Tick all" }
            </label>
        }
    };
    let with = |act: fn(&crate::app::context::App, Vec<String>)| -> Box<dyn Fn()> {
        let (app, ids) = (app.clone(), ids.clone());
        Box::new(move || act(&app, ids.clone()))
    };
    // One place up or down, as a block: from where the first, or the last, of them stands.
    let moved = |down: bool| -> Box<dyn Fn()> {
        let (app, ids, texts) = (app.clone(), ids.clone(), props.texts.clone());
        Box::new(move || {
            let before = texts.iter().take_while(|row| !ids.contains(&row.id)).count();
            let after = texts.iter().rev().take_while(|row| !ids.contains(&row.id)).count();
            let others = texts.len() - ids.len();
            let place = if down { (others - after + 1).min(others) } else { before.saturating_sub(1) };
            app.move_articles(ids.clone(), place);
        })
    };
    let edit = {
        let (on_edit, ids) = (props.on_edit.clone(), ids.clone());
        Box::new(move || on_edit.emit(ids.clone()))
    };
    let order = &app.state().corpus.order;
    let sorted = own && (order.sort != CorpusColumn::Order || order.descending);
    let keep_order = {
        let (app, shown) = (app.clone(), props.shown.clone());
        move |_: MouseEvent| {
            app.order_articles(shown.to_vec());
            app.change(|state| state.corpus.order = CorpusState::default().order);
        }
    };
    html! {
        <div class="controls ticked" role="group" aria-label="Ticked texts">
            { all }
            <span class="soft" role="status">{ [&labels::count(count), " ticked"].concat() }</span>
            { button("Take in", with(|app, ids| switch(app, ids, true))) }
            { button("Leave out", with(|app, ids| switch(app, ids, false))) }
            { button("Make a group", with(|app, ids| {
                app.change(move |state| {
                    let mut groups = match Compared::read(&state.settings.grouping) {
                        Some(Compared::ByHand(groups)) => groups,
                        _ => Vec::new(),
                    };
                    for group in &mut groups {
                        group.articles.retain(|id| !ids.contains(id));
                    }
                    groups.retain(|group| !group.articles.is_empty());
                    let free = (1..).map(|number: u32| ["Group ", &number.to_string()].concat());
                    let mut free = free.filter(|name| groups.iter().all(|group| group.name != *name));
                    let name = free.next().unwrap_or_default();
                    groups.push(HandGroup { name, articles: ids });
                    state.settings.grouping = Compared::by_hand(groups).setting();
                });
            })) }
            if own {
                { button("Edit …", edit) }
                { button("Move up", moved(false)) }
                { button("Move down", moved(true)) }
                { button("Remove", with(|app, ids| app.remove_articles(ids))) }
            }
            if sorted {
                <button type="button" class="button" onclick={keep_order}>{ "Keep this order" }</button>
            }
        </div>
    }
}
