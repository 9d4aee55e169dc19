//! The state of the Corpus view, and its keys in an address.

use super::escape::decode;
use super::format::Address;
use super::keys;
use super::parse::{order, set};
use super::state::Order;

/// What the Corpus view's table can be ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CorpusColumn {
    /// The corpus's own order.
    #[default]
    Order,
    /// The title.
    Title,
    /// The outlet.
    Outlet,
    /// The date.
    Date,
    /// The place.
    Place,
    /// The label.
    Label,
    /// The language.
    Language,
    /// How many words are counted.
    Words,
    /// How many passages are marked as page furniture.
    Furniture,
}

/// Every column and its name.
pub const CORPUS_COLUMNS: &[(CorpusColumn, &str)] = &[
    (CorpusColumn::Order, "order"),
    (CorpusColumn::Title, "title"),
    (CorpusColumn::Outlet, "outlet"),
    (CorpusColumn::Date, "date"),
    (CorpusColumn::Place, "place"),
    (CorpusColumn::Label, "label"),
    (CorpusColumn::Language, "language"),
    (CorpusColumn::Words, "words"),
    (CorpusColumn::Furniture, "furniture"),
];

/// The Corpus view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusState {
    /// The table’s filter.
    pub filter: String,
    /// The table’s order.
    pub order: Order<CorpusColumn>,
}

impl Default for CorpusState {
    fn default() -> Self {
        Self { filter: String::new(), order: Order { sort: CorpusColumn::Order, descending: false } }
    }
}

/// Reads a key of it. `None`: no such key; `false`: no such value.
pub(super) fn read(state: &mut CorpusState, key: &str, value: &str) -> Option<bool> {
    Some(match key {
        "filter" => set(&mut state.filter, decode(value)),
        "sort" => set(&mut state.order, order(value, |name| keys::value(CORPUS_COLUMNS, name))),
        _ => return None,
    })
}

/// Writes what isn’t as usual.
pub(super) fn write(state: &CorpusState, out: &mut Address) {
    let default = CorpusState::default();
    out.words("filter", &state.filter);
    if state.order != default.order {
        let column = keys::name(CORPUS_COLUMNS, state.order.sort);
        out.put("sort", &[if state.order.descending { "-" } else { "" }, column].concat());
    }
}
