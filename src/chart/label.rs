//! Direct labels beside points, so that none covers another, a mark or the frame.
//!
//! Greedy and total: labels are placed in the order given, each at the first of its candidate places that is
//! free; a label without a free place is left out. The same input gives the same picture.

use super::measure::{Area, text_area};
use super::scene::{Align, Type};

/// A label that wants a place beside a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish<'a> {
    /// The words.
    pub text: &'a str,
    /// The point.
    pub x: f64,
    /// The point.
    pub y: f64,
    /// Least distance from the point, in pixels: the size of its mark.
    pub clear: f64,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Which wish it fulfils.
    pub wish: usize,
    /// See [`Align`].
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// How it is set.
    pub align: Align,
    /// The area it takes.
    pub area: Area,
}

/// Free and taken areas of a picture, on a coarse grid so that thousands of points stay quick.
#[derive(Clone, Debug)]
pub struct Board {
    frame: Area,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<Area>>,
}

const CELL: f64 = 48.0;

impl Board {
    /// A free board; labels stay inside the frame.
    pub fn new(frame: Area) -> Self {
        let columns = (frame.width / CELL).clamp(0.0, 200.0) as usize + 1;
        let rows = (frame.height / CELL).clamp(0.0, 200.0) as usize + 1;
        Self { frame, columns, rows, cells: vec![Vec::new(); columns * rows] }
    }

    fn cells_of(&self, area: &Area) -> impl Iterator<Item = usize> + use<> {
        let (columns, rows) = (self.columns, self.rows);
        let column = |x: f64| ((x / CELL).max(0.0) as usize).min(columns - 1);
        let row = |y: f64| ((y / CELL).max(0.0) as usize).min(rows - 1);
        let (left, right) = (column(area.x - self.frame.x), column(area.right() - self.frame.x));
        let (top, bottom) = (row(area.y - self.frame.y), row(area.bottom() - self.frame.y));
        (top..=bottom).flat_map(move |y| (left..=right).map(move |x| y * columns + x))
    }

    /// Marks an area as taken.
    pub fn take(&mut self, area: Area) {
        for cell in self.cells_of(&area) {
            self.cells[cell].push(area);
        }
    }

    /// Whether an area lies in the frame and overlaps nothing that is taken.
    pub fn free(&self, area: &Area) -> bool {
        self.frame.holds(area)
            && self.cells_of(area).all(|cell| self.cells[cell].iter().all(|taken| !taken.overlaps(area)))
    }

    /// Places labels in the order given, at most `most`.
    pub fn place(&mut self, wishes: &[Wish], face: Type, most: usize) -> Vec<Place> {
        let mut places = Vec::new();
        for (wish, wanted) in wishes.iter().enumerate() {
            if places.len() == most {
                break;
            }
            if wanted.text.is_empty() || !wanted.x.is_finite() || !wanted.y.is_finite() {
                continue;
            }
            if let Some(place) = self.candidates(wish, wanted, face) {
                self.take(Area::new(
                    place.area.x - 2.0,
                    place.area.y - 1.0,
                    place.area.width + 4.0,
                    place.area.height + 2.0,
                ));
                places.push(place);
            }
        }
        places
    }

    /// The first free place: right, left, above, below, then the corners, then a little further off.
    fn candidates(&self, wish: usize, wanted: &Wish, face: Type) -> Option<Place> {
        let gap = wanted.clear + 3.0;
        let (drop, up, down) = (face.drop(), face.descent() + gap, face.ascent() + gap);
        let near = [
            (gap, drop, Align::Start),
            (-gap, drop, Align::End),
            (0.0, -up, Align::Middle),
            (0.0, down, Align::Middle),
            (gap, -gap, Align::Start),
            (gap, down - 2.0, Align::Start),
            (-gap, -gap, Align::End),
            (-gap, down - 2.0, Align::End),
        ];
        let far = [
            (gap, drop - 9.0, Align::Start),
            (gap, drop + 9.0, Align::Start),
            (-gap, drop - 9.0, Align::End),
            (-gap, drop + 9.0, Align::End),
        ];
        near.into_iter().chain(far).find_map(|(dx, dy, align)| {
            let (x, y) = (wanted.x + dx, wanted.y + dy);
            let area = text_area(wanted.text, face, align, x, y);
            self.free(&area).then_some(Place { wish, x, y, align, area })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_first_wish_gets_the_best_place_and_the_hopeless_one_none() {
        let mut board = Board::new(Area::new(0.0, 0.0, 260.0, 40.0));
        let wishes = vec![Wish { text: "secretary-general", x: 100.0, y: 20.0, clear: 4.0 }; 9];
        let places = board.place(&wishes, Type::Label, 20);
        assert_eq!(places[0].align, Align::Start);
        assert!(places.len() < wishes.len(), "nine labels cannot all stand there");
    }

    proptest! {
        #[test]
        fn labels_never_overlap_and_stay_inside(
            points in proptest::collection::vec(("[a-z]{1,14}", -20.0..420.0f64, -20.0..320.0f64), 0..80)
        ) {
            let frame = Area::new(0.0, 0.0, 400.0, 300.0);
            let mut board = Board::new(frame);
            let wishes: Vec<Wish> =
                points.iter().map(|(text, x, y)| Wish { text, x: *x, y: *y, clear: 4.0 }).collect();
            let places = board.place(&wishes, Type::Label, 40);
            for (at, place) in places.iter().enumerate() {
                prop_assert!(frame.holds(&place.area));
                for other in &places[..at] {
                    prop_assert!(!place.area.overlaps(&other.area));
                }
            }
        }
    }
}
