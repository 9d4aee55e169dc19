//! Which cell the arrow keys lead to.

/// A cell: row 0 is the heading, rows count from 1 through the whole table, columns from 0.
pub type Place = (u32, u32);

/// How many rows Page Up and Page Down go.
const PAGE: u32 = 10;

/// Where a key leads from a place, in a table of so many rows (the heading not counted) and columns.
/// `None` for a key that leads nowhere.
#[must_use]
pub fn step(key: &str, control: bool, (row, column): Place, rows: u32, columns: u32) -> Option<Place> {
    let last = columns.saturating_sub(1);
    let (row, column) = (row.min(rows), column.min(last));
    Some(match key {
        "ArrowDown" => ((row + 1).min(rows), column),
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowRight" => (row, (column + 1).min(last)),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "PageDown" => (row.saturating_add(PAGE).min(rows), column),
        "PageUp" => (row.saturating_sub(PAGE).max(row.min(1)), column),
        "Home" if control => (0, 0),
        "End" if control => (rows, last),
        "Home" => (row, 0),
        "End" => (row, last),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn stays_within_the_table() {
        assert_eq!(step("ArrowUp", false, (0, 0), 5, 3), Some((0, 0)));
        assert_eq!(step("ArrowDown", false, (5, 2), 5, 3), Some((5, 2)));
        assert_eq!(step("PageDown", false, (1, 1), 5, 3), Some((5, 1)));
        assert_eq!(step("PageUp", false, (5, 1), 5, 3), Some((1, 1)));
        assert_eq!(step("End", true, (1, 1), 5, 3), Some((5, 2)));
        assert_eq!(step("ArrowRight", false, (9, 9), 5, 3), Some((5, 2)), "a table that has shrunk");
        assert_eq!(step("x", false, (1, 1), 5, 3), None);
    }
}
