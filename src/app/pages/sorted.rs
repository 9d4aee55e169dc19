//! Tables that hold all their rows, sorted by their heads on the page: no question is asked anew.

use std::cmp::Ordering;

use yew::prelude::*;

use crate::app::components::table::{Cell, Column, DataTable, DataTableProps};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::protocol::Table;

/// See [`SortedTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct SortedTableProps {
    /// Its name in the address.
    pub name: &'static str,
    /// By column: its name in the address, the one that the CSV file has for it; empty: it can't be sorted by.
    pub sorts: Vec<String>,
    /// Whether the file has a line a row, so that it is written in the same order.
    #[prop_or(true)]
    pub by_file: bool,
    /// The table in the order in which it stands while nobody has sorted it.
    pub table: DataTableProps,
}

/// What a cell is sorted by.
enum Key {
    /// A number as it is shown, so that what looks equal stays as it was.
    Number(f64),
    Words(String),
    /// Undefined: last, whichever way.
    Nothing,
}

impl Key {
    fn of(cell: &Cell, column: &Column) -> Self {
        let text = match cell {
            Cell::Text(text) | Cell::Term(text, _) | Cell::Of { text, .. } => text,
            Cell::Article(number) => return Self::Number(f64::from(*number)),
            Cell::Counted(count, _) => return Self::Number(f64::from(*count)),
            Cell::Other(_) => return Self::Nothing,
        };
        if column.numeric {
            let plain = text.replace(',', "").replace('−', "-");
            let number = plain.trim_end_matches(['%', '\u{a0}', '\u{202f}', ' ']).parse().ok();
            return number.map_or(Self::Nothing, Self::Number);
        }
        Self::Words(labels::lower_case(text))
    }

    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let turned = |order: Ordering| if descending { order.reverse() } else { order };
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => turned(a.total_cmp(b)),
            (Self::Words(a), Self::Words(b)) => turned(a.cmp(b)),
            // Articles before words, either way.
            (a, b) => a.rank().cmp(&b.rank()),
        }
    }

    const fn rank(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Words(_) => 1,
            Self::Nothing => 2,
        }
    }
}

/// How a table is sorted, by the address: the place of the column, and whether the largest come first.
#[must_use]
pub fn order_of(app: &App, name: &str, sorts: &[String]) -> Option<(usize, bool)> {
    let orders = &app.state().orders;
    let order = orders.iter().find_map(|order| order.strip_prefix(name)?.strip_prefix('.'))?;
    let (column, descending) = order.strip_prefix('-').map_or((order, false), |column| (column, true));
    Some((sorts.iter().position(|known| !known.is_empty() && known == column)?, descending))
}

/// Sorts a table by a column: the address has it.
pub fn on_sort(app: &App, name: &'static str, sorts: Vec<String>) -> Callback<(usize, bool)> {
    let app = app.clone();
    Callback::from(move |(place, descending): (usize, bool)| {
        let Some(column) = sorts.get(place) else { return };
        let order = [name, ".", if descending { "-" } else { "" }, column].concat();
        app.change(move |state| {
            let own = |order: &String| order.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'));
            state.orders.retain(|order| !own(order));
            state.orders.push(order);
        });
    })
}

/// The file of a table in this order, where the file has a line a row.
#[must_use]
pub fn file_in_order(table: Table, sorts: &[String], sorted: Option<(usize, bool)>) -> Table {
    match sorted.and_then(|(place, descending)| Some((sorts.get(place)?, descending))) {
        Some((column, descending)) => Table::InOrder { table: Box::new(table), column: column.clone(), descending },
        None => table,
    }
}

/// The table under the order that the address has for it.
#[component]
pub fn SortedTable(props: &SortedTableProps) -> Html {
    let app = use_app();
    let mut table = props.table.clone();
    let sorted = order_of(&app, props.name, &props.sorts);
    for (column, name) in table.columns.iter_mut().zip(&props.sorts) {
        column.sortable = !name.is_empty();
    }
    if let Some((place, descending)) = sorted {
        let column = table.columns[place].clone();
        let of = std::mem::take(&mut table.of);
        let mut rows: Vec<(Key, Vec<Cell>, Option<_>)> = std::mem::take(&mut table.rows)
            .into_iter()
            .enumerate()
            .map(|(at, row)| (Key::of(&row[place], &column), row, of.get(at).cloned()))
            .collect();
        rows.sort_by(|a, b| a.0.compare(&b.0, descending));
        for (_, row, number) in rows {
            table.rows.push(row);
            table.of.extend(number);
        }
        if props.by_file {
            table.csv = table.csv.map(|csv| file_in_order(csv, &props.sorts, sorted));
        }
    }
    table.sorted = sorted;
    table.on_sort = Some(on_sort(&app, props.name, props.sorts.clone()));
    crate::app::part::mount::<DataTable>(table, None)
}

/// The names of columns, as they are.
pub fn named<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_by_size_and_what_is_undefined_last() {
        let column = Column::numbers("n", "");
        let key = |text: &str| Key::of(&Cell::text(text.to_owned()), &column);
        assert_eq!(key("1,024").compare(&key("9"), false), Ordering::Greater);
        assert_eq!(key("−3").compare(&key("0.5"), false), Ordering::Less);
        assert_eq!(key("−3").compare(&key("0.5"), true), Ordering::Greater);
        assert_eq!(key("12 %").compare(&key("3 %"), true), Ordering::Less);
        for descending in [false, true] {
            assert_eq!(key("left out").compare(&key("9"), descending), Ordering::Greater);
            assert_eq!(Key::Number(3.0).compare(&Key::Words("a".into()), descending), Ordering::Less);
        }
    }
}
