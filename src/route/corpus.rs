//! The state of the Corpus view and of the tables that the whole corpus is taken along as, and their keys in an address.

use super::escape::{decode, encode};
use super::format::Address;
use super::keys;
use super::parse::{number, order, set};
use super::state::Order;
use crate::protocol::ConcordanceOrder;

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

/// Every order of a concordance and its name.
pub const CONCORDANCE_ORDERS: &[(ConcordanceOrder, &str)] =
    &[(ConcordanceOrder::Text, "text"), (ConcordanceOrder::Left, "left"), (ConcordanceOrder::Right, "right")];

/// The most words of context on each side of a concordance's hit.
pub const MOST_CONTEXT: u32 = 50;

/// How the whole corpus is taken along as tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TablesState {
    /// Words in a column of the matrix, 1 to 5; `None`: as many as the Frequency view counts together.
    pub n: Option<u32>,
    /// A column's word occurs at least so often.
    pub minimum: u32,
    /// It occurs in at least so many articles.
    pub range: u32,
    /// The concordance's words as they are typed, with commas between; `None`: those that the page is about.
    pub words: Option<String>,
    /// Words of context on each side, 1 to [`MOST_CONTEXT`].
    pub width: u32,
    /// The order of the hits.
    pub order: ConcordanceOrder,
}

impl Default for TablesState {
    fn default() -> Self {
        Self { n: None, minimum: 1, range: 1, words: None, width: 8, order: ConcordanceOrder::Text }
    }
}

/// The Corpus view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusState {
    /// The table’s filter.
    pub filter: String,
    /// The table’s order.
    pub order: Order<CorpusColumn>,
    /// The tables to take along.
    pub tables: TablesState,
}

impl Default for CorpusState {
    fn default() -> Self {
        Self {
            filter: String::new(),
            order: Order { sort: CorpusColumn::Order, descending: false },
            tables: TablesState::default(),
        }
    }
}

/// Reads a key of it. `None`: no such key; `false`: no such value.
pub(super) fn read(state: &mut CorpusState, key: &str, value: &str) -> Option<bool> {
    let tables = &mut state.tables;
    Some(match key {
        "matrix-n" => set(&mut tables.n, number(value, 1, 5).map(Some)),
        "matrix-least" => set(&mut tables.minimum, number(value, 1, u32::MAX)),
        "matrix-range" => set(&mut tables.range, number(value, 1, u32::MAX)),
        "concordance" => set(&mut tables.words, decode(value).map(Some)),
        "concordance-width" => set(&mut tables.width, number(value, 1, MOST_CONTEXT)),
        "concordance-order" => set(&mut tables.order, keys::value(CONCORDANCE_ORDERS, value)),
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
    let (tables, usual) = (&state.tables, &default.tables);
    if let Some(n) = tables.n {
        out.put("matrix-n", &n.to_string());
    }
    out.number("matrix-least", tables.minimum, usual.minimum);
    out.number("matrix-range", tables.range, usual.range);
    if let Some(words) = &tables.words {
        out.put("concordance", &encode(words));
    }
    out.number("concordance-width", tables.width, usual.width);
    if tables.order != usual.order {
        out.put("concordance-order", keys::name(CONCORDANCE_ORDERS, tables.order));
    }
}
