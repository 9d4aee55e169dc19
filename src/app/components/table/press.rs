//! What a key does in a table.

use web_sys::{HtmlElement, KeyboardEvent};

use super::grid::number_of;
use super::walk::{Place, step};
use super::{DataTableProps, ROW};
use crate::app::context::App;

/// Where a key is pressed.
pub(super) struct Pressed<'a> {
    pub app: &'a App,
    pub table: &'a DataTableProps,
    /// How many rows are left out before the first that is there.
    pub offset: u32,
    /// The current cell.
    pub place: Place,
    /// Rows of the whole table, its heading not counted, and its columns.
    pub size: (u32, u32),
    /// What scrolls, where the table is a window of its rows.
    pub scroll_box: Option<HtmlElement>,
}

/// Does what the key stands for; `wanted` hears of the cell that is to have the focus. Out of line, so that the
/// build can split it off.
#[inline(never)]
pub(super) fn press(event: &KeyboardEvent, at: &Pressed<'_>, wanted: &dyn Fn(Place)) {
    if event.alt_key() || event.shift_key() {
        return;
    }
    let control = event.ctrl_key() || event.meta_key();
    if event.key() == "h" && !control {
        how(at);
        return;
    }
    let Some(next) = step(&event.key(), control, at.place, at.size.0, at.size.1) else { return };
    event.prevent_default();
    event.stop_propagation();
    wanted(next);
    // A row out of sight is brought there; its cells come with the scrolling.
    if let Some(found) = at.scroll_box.as_ref().filter(|_| next.0 > 0) {
        let (top, height) = ((next.0 - 1) * ROW, found.client_height().max(0) as u32);
        let seen = found.scroll_top().max(0) as u32;
        let head = 2 * ROW; // The heading stays in sight above the rows.
        if top < seen {
            found.set_scroll_top(top as i32);
        } else if top + ROW + head > seen + height {
            found.set_scroll_top((top + ROW + head - height.min(top + ROW + head)) as i32);
        }
    }
}

/// The key `h`: shows how the number of a cell is computed; on a heading, what its measure is.
fn how(at: &Pressed<'_>) {
    let (row, column) = at.place;
    let columns = &at.table.columns;
    let Some(column) = columns.get(column as usize).filter(|column| !column.measure.is_empty()) else { return };
    let number = row.checked_sub(at.offset + 1).and_then(|row| number_of(at.table, row, column));
    match number {
        Some(number) => at.app.work_out(number),
        None => at.app.explain(column.measure),
    }
}
