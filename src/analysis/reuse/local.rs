//! Where does the best local alignment of two sequences start and end?
//!
//! One pass of Smith & Waterman's recurrence with Gotoh's affine gaps, a row at a time: beside each
//! cell's points stands the cell where its alignment began, so that both ends are known without a
//! matrix. Memory: three numbers a column, times two.

use std::ops::Range;

use super::scoring::{Scoring, Word};

/// Where the best local alignment lies, and what it is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The words of the first sequence.
    pub a: Range<usize>,
    /// The words of the second.
    pub b: Range<usize>,
    /// Its points, more than 0.
    pub points: i32,
}

/// Points, and the cell where the alignment that has them began.
#[derive(Clone, Copy)]
struct Cell {
    points: i32,
    start: (u32, u32),
}

/// What no alignment has; far enough from the least number that costs may be taken off.
const NEVER: i32 = i32::MIN / 2;

/// The best local alignment: of the equally good ones the one that ends first in `a`, then in `b`.
/// `None` where the two have no word in common.
#[must_use]
pub fn local(a: &[Word], b: &[Word], scoring: &Scoring) -> Option<Extent> {
    let nothing = |i: usize, j: usize| Cell { points: 0, start: (i as u32, j as u32) };
    // By column: the best alignment that ends there in the row before, and the best that ends in a gap of `b`.
    let mut best: Vec<Cell> = (0..=b.len()).map(|j| nothing(0, j)).collect();
    let mut down: Vec<Cell> = vec![Cell { points: NEVER, start: (0, 0) }; b.len() + 1];
    let mut found: Option<Extent> = None;
    let open = |cell: Cell| Cell { points: cell.points - scoring.gap, ..cell };
    for (i, &word) in a.iter().enumerate() {
        let mut diagonal = best[0];
        best[0] = nothing(i + 1, 0);
        let mut across = Cell { points: NEVER, start: (0, 0) };
        for (j, &other) in b.iter().enumerate() {
            let up = better(down[j + 1], open(best[j + 1]));
            down[j + 1] = Cell { points: up.points - scoring.word, ..up };
            let left = better(across, open(best[j]));
            across = Cell { points: left.points - scoring.word, ..left };
            let paired = Cell { points: diagonal.points + scoring.pair(word, other), ..diagonal };
            let mut cell = better(better(paired, down[j + 1]), across);
            if cell.points <= 0 {
                cell = nothing(i + 1, j + 1);
            }
            diagonal = best[j + 1];
            best[j + 1] = cell;
            if cell.points > found.as_ref().map_or(0, |extent| extent.points) {
                let (a, b) = (cell.start.0 as usize..i + 1, cell.start.1 as usize..j + 1);
                found = Some(Extent { a, b, points: cell.points });
            }
        }
    }
    found
}

/// The one with more points; the first of equals.
fn better(first: Cell, second: Cell) -> Cell {
    if second.points > first.points { second } else { first }
}
