//! A scene: what a chart consists of, whoever draws it.
//!
//! All lengths are CSS pixels at the width the scene was made for; y grows downwards.

/// The role of a colour. Whoever draws maps it to a colour of the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Text and strong lines.
    Ink,
    /// Secondary text, axis lines.
    Soft,
    /// Grid lines.
    Line,
    /// The paper: text on a filled mark, gaps between marks.
    Paper,
    /// The page's accent.
    Accent,
    /// The colour of the article with this number (the palette repeats after its last).
    Article(u32),
    /// A cell of a sequential scale, 0 (nothing) to 8 (most).
    Sequential(u8),
    /// More than expected.
    Plus,
    /// Less than expected.
    Minus,
    /// Nothing: not painted.
    None,
}

/// Which face a text is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// Words of the corpus: the serif, 15 px.
    Term,
    /// Ticks, units, counts: the sans with tabular figures, 11 px.
    Tick,
    /// Axis titles and direct labels: the sans, 12 px.
    Label,
    /// Letters in badges: the sans, bold, 11 px.
    Badge,
}

/// Where a text stands relative to its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// x is its left end.
    Start,
    /// x is its middle.
    Middle,
    /// x is its right end.
    End,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// From here ...
        x1: f64,
        /// ...
        y1: f64,
        /// ... to here.
        x2: f64,
        /// ...
        y2: f64,
        /// Its colour.
        ink: Ink,
        /// Its width.
        width: f64,
        /// Its opacity, 0 to 1.
        opacity: f64,
        /// Dash pattern; empty for a solid line.
        dash: &'static str,
        /// Round ends.
        round: bool,
    },
    /// A rectangle.
    Rect {
        /// Left.
        x: f64,
        /// Top.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Radius of the corners.
        radius: f64,
        /// Its filling.
        fill: Ink,
        /// Its outline.
        stroke: Ink,
        /// Opacity of the filling, 0 to 1.
        opacity: f64,
    },
    /// A circle.
    Circle {
        /// Centre.
        x: f64,
        /// Centre.
        y: f64,
        /// Radius.
        radius: f64,
        /// Its filling.
        fill: Ink,
        /// Its outline.
        stroke: Ink,
        /// Opacity of the filling, 0 to 1.
        opacity: f64,
    },
    /// A path in SVG's path language, absolute coordinates.
    Path {
        /// The `d` attribute.
        d: String,
        /// Its filling.
        fill: Ink,
        /// Its outline.
        stroke: Ink,
        /// Width of the outline.
        width: f64,
        /// Opacity of the filling, 0 to 1.
        opacity: f64,
    },
    /// A line of text.
    Text {
        /// See [`Align`].
        x: f64,
        /// The baseline.
        y: f64,
        /// The words.
        text: String,
        /// Its face.
        face: Type,
        /// Its colour.
        ink: Ink,
        /// Where it stands.
        align: Align,
        /// Turned by this many degrees around (x, y).
        turn: f64,
    },
}

/// What hover, focus and touch show: the counts behind a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The word or article it is about.
    pub title: String,
    /// Name and value, in reading order.
    pub rows: Vec<(String, String)>,
}

/// A mark that carries a value: can be pointed at, focused and opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it is drawn as.
    pub shapes: Vec<Shape>,
    /// The area that answers to the pointer and shows the focus ring: x, y, width, height.
    pub area: (f64, f64, f64, f64),
    /// What a screen reader says: `romania: 6 times in A, 0 in the others, log ratio 7.1`.
    pub label: String,
    /// Its card.
    pub card: Card,
    /// What a click opens, as the layout's caller numbered it.
    pub target: usize,
    /// What else stands at the very same place, as the caller numbered it: the card lists it too.
    pub others: Vec<usize>,
    /// Marks of one row are walked with left and right, rows with up and down.
    pub row: usize,
}

/// A chart, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width it was made for.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The title, shown in files and said to screen readers.
    pub title: String,
    /// One sentence that says what the picture shows.
    pub summary: String,
    /// Behind the marks: grid, axes, labels.
    pub back: Vec<Shape>,
    /// The marks, in reading order.
    pub marks: Vec<Mark>,
    /// Before the marks: direct labels. Not painted twice, not pointed at.
    pub front: Vec<Shape>,
    /// What the colours and shapes mean, for files: ink and words. Empty where everything is labelled directly.
    pub legend: Vec<(Ink, String)>,
}
