//! Walking a chart by keyboard: which mark comes next. Pure, so that it can be tested without a page.

use crate::chart::Mark;

/// A step from one mark to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the one before in its row; from a row's first, to the row above's last.
    Left,
    /// To the one after in its row; from a row's last, to the row below's first.
    Right,
    /// To the nearest of the row above.
    Up,
    /// To the nearest of the row below.
    Down,
    /// To the first of its row; where every row has but one mark, as with bars, to the first of all.
    RowStart,
    /// To the last of its row; where every row has but one mark, to the last of all.
    RowEnd,
    /// To the first of all.
    First,
    /// To the last of all.
    Last,
}

impl Step {
    /// The step that a key stands for, by its name in `KeyboardEvent.key`.
    #[must_use]
    pub fn of_key(key: &str, control: bool) -> Option<Self> {
        Some(match (key, control) {
            ("ArrowLeft", _) => Self::Left,
            ("ArrowRight", _) => Self::Right,
            ("ArrowUp", _) => Self::Up,
            ("ArrowDown", _) => Self::Down,
            ("Home", false) => Self::RowStart,
            ("End", false) => Self::RowEnd,
            ("Home", true) => Self::First,
            ("End", true) => Self::Last,
            _ => return None,
        })
    }
}

fn middle(mark: &Mark) -> f64 {
    mark.area.0 + mark.area.2 / 2.0
}

/// The mark that `step` leads to from the mark numbered `from`; `from` itself where there is none.
///
/// Marks of one row are in reading order, though other rows' marks may stand between them.
#[must_use]
pub fn walk(marks: &[Mark], from: usize, step: Step) -> usize {
    let Some(here) = marks.get(from) else { return 0 };
    let in_row = |row: usize| move |(_, mark): &(usize, &Mark)| mark.row == row;
    let all = || marks.iter().enumerate();
    let above = || marks.iter().map(|m| m.row).filter(|&row| row < here.row).max();
    let below = || marks.iter().map(|m| m.row).filter(|&row| row > here.row).min();
    let first = |row: usize| all().find(in_row(row));
    let last = |row: usize| all().rfind(in_row(row));
    let nearest = |row: usize| {
        let distance = |mark: &Mark| (middle(mark) - middle(here)).abs();
        all().filter(in_row(row)).min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)))
    };
    let alone = |mark: &Mark| all().filter(in_row(mark.row)).nth(1).is_none();
    let step = match step {
        Step::RowStart | Step::RowEnd if alone(here) && marks.iter().all(alone) => {
            if step == Step::RowStart {
                Step::First
            } else {
                Step::Last
            }
        }
        step => step,
    };
    let next = match step {
        Step::Left => all().take(from).rfind(in_row(here.row)).or_else(|| above().and_then(last)),
        Step::Right => all().skip(from + 1).find(in_row(here.row)).or_else(|| below().and_then(first)),
        Step::Up => above().and_then(nearest),
        Step::Down => below().and_then(nearest),
        Step::RowStart => first(here.row),
        Step::RowEnd => last(here.row),
        Step::First => all().next(),
        Step::Last => all().next_back(),
    };
    next.map_or(from, |(i, _)| i)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row 0: x 0, 10, 20; row 1: x 12; row 3: x 0, 19.
    fn marks() -> Vec<Mark> {
        [(0, 0.0), (0, 10.0), (0, 20.0), (1, 12.0), (3, 0.0), (3, 19.0)]
            .into_iter()
            .map(|(row, x)| Mark {
                shapes: Vec::new(),
                area: (x, 0.0, 2.0, 2.0),
                label: String::new(),
                card: crate::chart::Card::default(),
                target: 0,
                others: Vec::new(),
                row,
            })
            .collect()
    }

    #[test]
    fn walks_rows_and_over_their_ends() {
        let marks = marks();
        for (from, step, to) in [
            (0, Step::Right, 1),
            (1, Step::Left, 0),
            (2, Step::Right, 3),
            (3, Step::Left, 2),
            (3, Step::Right, 4),
            (0, Step::Left, 0),
            (5, Step::Right, 5),
            (1, Step::RowStart, 0),
            (0, Step::RowEnd, 2),
            (0, Step::Last, 5),
            (5, Step::First, 0),
        ] {
            assert_eq!(walk(&marks, from, step), to, "{from} {step:?}");
        }
    }

    #[test]
    fn goes_up_and_down_to_the_nearest() {
        let marks = marks();
        for (from, step, to) in [
            (2, Step::Down, 3),
            (3, Step::Down, 5),
            (3, Step::Up, 1),
            (4, Step::Up, 3),
            (0, Step::Up, 0),
            (5, Step::Down, 5),
        ] {
            assert_eq!(walk(&marks, from, step), to, "{from} {step:?}");
        }
    }

    #[test]
    fn the_ends_of_bars_are_the_first_and_the_last() {
        let mut bars = marks();
        bars.iter_mut().zip(0..).for_each(|(bar, row)| bar.row = row);
        assert_eq!(walk(&bars, 2, Step::RowStart), 0);
        assert_eq!(walk(&bars, 2, Step::RowEnd), 5);
        assert_eq!(walk(&marks(), 3, Step::RowEnd), 3, "a row of one among longer rows");
    }

    #[test]
    fn stays_within_what_is_there() {
        assert_eq!(walk(&[], 3, Step::Right), 0);
        assert_eq!(walk(&marks(), 99, Step::Down), 0);
    }
}
