//! What a table that asks for its own rows keeps: its filter and order in the address, its window here.

use yew::prelude::*;

use super::{FIRST, Window};
use crate::app::ask::{Answer, Question, use_answer};
use crate::app::context::{App, use_app};
use crate::protocol::TableQuery;
use crate::route::{Order, State};

/// The window of a table and the answer with its rows.
pub struct Rows<Q: Question> {
    /// The question, for the download too: the same filter, the same order.
    pub query: Q,
    /// Its answer.
    pub answer: Answer<Q>,
    /// Which rows are asked for.
    pub window: Window,
    /// Asks for others.
    pub on_window: Callback<Window>,
}

/// Asks for the rows of a table under its filter, in its order, a window at a time; `question` is the
/// question with this table. It starts at the first rows whenever anything but the window changes.
#[hook]
pub fn use_rows<S, Q, F>(filter: &str, order: Order<S>, question: F) -> Rows<Q>
where
    S: Copy,
    Q: Question + Clone + PartialEq,
    F: Fn(TableQuery<S>) -> Q,
{
    let app = use_app();
    let table = |window: Window| TableQuery {
        filter: filter.to_owned(),
        sort: order.sort,
        descending: order.descending,
        offset: window.offset,
        limit: window.limit,
    };
    let (window, on_window) = use_window((question(table(FIRST)), app.state().settings.clone()));
    let query = question(table(window));
    let answer = use_answer(Some(query.clone()));
    Rows { query, answer, window, on_window }
}

/// The window of a table, with what sets it. Goes back to the first rows when `order` (the filter, the
/// sorting: whatever makes rows other rows) changes.
#[hook]
fn use_window<D: PartialEq + Clone + 'static>(order: D) -> (Window, Callback<Window>) {
    let window = use_state_eq(|| (order.clone(), FIRST));
    let set = {
        let window = window.setter();
        use_callback(order.clone(), move |wanted: Window, order: &D| window.set((order.clone(), wanted)))
    };
    (if window.0 == order { window.1 } else { FIRST }, set)
}

/// Sorts a table whose order stands at `order` in the address by the column that `column` names for a place.
pub fn on_sort<S: 'static>(
    app: &App,
    order: fn(&mut State) -> &mut Order<S>,
    column: impl Fn(usize) -> Option<S> + 'static,
) -> Callback<(usize, bool)> {
    let app = app.clone();
    Callback::from(move |(place, descending): (usize, bool)| {
        if let Some(sort) = column(place) {
            app.change(move |state| *order(state) = Order { sort, descending });
        }
    })
}

/// Filters a table whose filter stands at `filter` in the address.
pub fn on_filter(app: &App, filter: fn(&mut State) -> &mut String) -> Callback<String> {
    let app = app.clone();
    Callback::from(move |typed: String| app.typed(move |state| *filter(state) = typed))
}
