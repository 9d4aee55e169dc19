//! Where the card of a mark goes: near it, never over it, within the chart's width.

/// A rectangle in CSS pixels of the chart's box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Distance between mark and card.
const GAP: f64 = 8.0;

/// The top left corner of a card of `width` × `height` for a mark.
///
/// `room` is what may be covered: the chart's box in width, what is in sight of it in height. The card stands
/// above the mark where there is room, else below, else beside it on the roomier side, else above
/// or below on the roomier side even if that runs over the edge: a mark is never covered.
#[must_use]
pub fn place(mark: Frame, width: f64, height: f64, room: Frame) -> (f64, f64) {
    let along = |from: f64, size: f64, low: f64, extent: f64| from.min(low + extent - size).max(low);
    let x = along(mark.x + mark.width / 2.0 - width / 2.0, width, room.x, room.width);
    let above = mark.y - room.y;
    let below = room.y + room.height - mark.y - mark.height;
    let left = mark.x - room.x;
    let right = room.x + room.width - mark.x - mark.width;
    let y_above = mark.y - GAP - height;
    let y_below = mark.y + mark.height + GAP;
    if above >= height + GAP {
        (x, y_above)
    } else if below >= height + GAP {
        (x, y_below)
    } else if left.max(right) >= width + GAP {
        let y = along(mark.y + mark.height / 2.0 - height / 2.0, height, room.y, room.height);
        (if right >= left { mark.x + mark.width + GAP } else { mark.x - GAP - width }, y)
    } else if above > below {
        (x, y_above)
    } else {
        (x, y_below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Frame = Frame { x: 0.0, y: 0.0, width: 320.0, height: 200.0 };

    fn dot(x: f64, y: f64) -> Frame {
        Frame { x: x - 5.0, y: y - 5.0, width: 10.0, height: 10.0 }
    }

    #[test]
    fn prefers_above_then_below_then_beside() {
        assert_eq!(place(dot(160.0, 150.0), 100.0, 60.0, ROOM), (110.0, 77.0));
        assert_eq!(place(dot(160.0, 20.0), 100.0, 60.0, ROOM), (110.0, 33.0));
        assert_eq!(place(dot(40.0, 100.0), 100.0, 190.0, ROOM), (53.0, 5.0));
        assert_eq!(place(dot(280.0, 100.0), 100.0, 190.0, ROOM), (167.0, 5.0));
    }

    #[test]
    fn never_covers_its_mark_and_stays_in_width() {
        for x in (0..=320).step_by(8) {
            for y in (0..=200).step_by(8) {
                for (w, h) in [(100.0, 60.0), (220.0, 150.0), (300.0, 300.0)] {
                    let mark = dot(f64::from(x), f64::from(y));
                    let (cx, cy) = place(mark, w, h, ROOM);
                    let apart =
                        cx + w <= mark.x || cx >= mark.x + mark.width || cy + h <= mark.y || cy >= mark.y + mark.height;
                    assert!(apart, "{x} {y} {w}");
                    assert!(cx >= 0.0 && cx + w <= 320.0, "{x} {y} {w}: {cx}");
                }
            }
        }
    }
}
