//! How wide a text is: advance widths of the bundled faces, for layouts that must know before anything is drawn.
//!
//! Kerning is left out, so the answer is a little too wide rather than too narrow.

use super::scene::{Align, Shape, Type};

/// Parallax Serif, weight 400, from the blank to `~`, in thousandths of the size.
const SERIF: [u16; 95] = [
    229, 270, 354, 566, 566, 780, 717, 198, 285, 285, 435, 512, 238, 354, 230, 401, 566, 566, 566, 566, 566, 566, 566,
    566, 566, 566, 253, 268, 512, 512, 512, 440, 891, 710, 644, 705, 763, 640, 592, 751, 800, 338, 446, 730, 602, 979,
    770, 776, 609, 776, 645, 554, 670, 768, 692, 966, 718, 684, 634, 328, 401, 330, 512, 410, 500, 460, 546, 437, 556,
    462, 345, 496, 561, 280, 247, 540, 269, 832, 572, 526, 564, 544, 394, 384, 342, 536, 527, 743, 507, 524, 431, 322,
    252, 322, 512,
];

/// Parallax Sans, weight 400; figures tabular.
const SANS: [u16; 95] = [
    214, 244, 409, 603, 605, 916, 778, 240, 286, 286, 380, 557, 212, 381, 209, 342, 645, 645, 645, 645, 645, 645, 645,
    645, 645, 645, 209, 229, 544, 557, 544, 523, 834, 727, 699, 707, 722, 628, 601, 739, 735, 290, 418, 701, 602, 906,
    757, 764, 690, 765, 696, 641, 645, 709, 707, 1045, 688, 675, 631, 287, 342, 287, 476, 518, 285, 548, 599, 542, 599,
    581, 379, 602, 584, 239, 239, 564, 239, 906, 584, 599, 597, 599, 383, 512, 387, 579, 547, 796, 544, 530, 482, 305,
    261, 305, 568,
];

/// Parallax Sans, weight 700; figures tabular.
const BOLD: [u16; 95] = [
    206, 264, 469, 603, 655, 944, 838, 248, 314, 314, 465, 583, 253, 380, 251, 365, 676, 676, 676, 676, 676, 676, 676,
    676, 676, 676, 251, 259, 577, 583, 577, 537, 834, 771, 723, 725, 751, 654, 631, 752, 751, 315, 447, 744, 627, 949,
    759, 774, 715, 775, 722, 677, 681, 721, 733, 1084, 729, 735, 681, 316, 365, 316, 475, 544, 306, 563, 609, 551, 609,
    586, 402, 633, 597, 265, 265, 604, 266, 919, 596, 599, 609, 609, 426, 530, 432, 592, 573, 818, 591, 566, 519, 366,
    251, 366, 609,
];

impl Type {
    /// The size in pixels.
    pub const fn size(self) -> f64 {
        match self {
            Type::Term => 15.0,
            Type::Label => 12.0,
            Type::Tick | Type::Badge => 11.0,
        }
    }

    /// How far its letters rise above the baseline, in pixels.
    pub const fn ascent(self) -> f64 {
        0.74 * self.size()
    }

    /// How far they reach below it.
    pub const fn descent(self) -> f64 {
        0.23 * self.size()
    }

    /// From a middle line down to the baseline of a text centred on it (on the height of its small letters and figures).
    pub const fn drop(self) -> f64 {
        match self {
            Type::Term => 4.6,
            Type::Label => 4.2,
            Type::Tick | Type::Badge => 3.9,
        }
    }
}

/// Width of a character in thousandths of the size.
fn advance(c: char, face: Type) -> u16 {
    let table = match face {
        Type::Term => &SERIF,
        Type::Tick | Type::Label => &SANS,
        Type::Badge => &BOLD,
    };
    match c {
        ' '..='~' => table[c as usize - 32],
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => 0,
        // Marks set over the letter before them, joiners and direction marks.
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => 0,
        '·' | '‘' | '’' | '‚' | '\u{a0}' => 250,
        '\u{2009}' | '\u{202f}' => 200,
        '“' | '”' | '„' | '°' | '²' | '³' => 470,
        'ì' | 'í' | 'î' | 'ï' => 290,
        '—' | '…' | '½' => 900,
        'æ' | 'œ' | 'Æ' | 'Œ' => 1130,
        '\u{c0}'..='\u{de}' => 790,
        '\u{df}'..='\u{17f}' => 650,
        // Han, kana, hangul, full-width forms, pictures.
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => 1000,
        '\u{ff00}'..='\u{ff60}' => 1000,
        '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' => 1300,
        '\u{20000}'..='\u{3ffff}' => 1000,
        _ => 680,
    }
}

/// Width of a text in pixels.
pub fn width(text: &str, face: Type) -> f64 {
    let thousandths: u32 = text.chars().map(|c| u32::from(advance(c, face))).sum();
    f64::from(thousandths) * face.size() / 1000.0
}

/// The text, or as much of its beginning as fits into so many pixels, with an ellipsis. Empty where not even
/// one letter and the ellipsis fit.
pub fn fit(text: &str, face: Type, room: f64) -> String {
    if width(text, face) <= room {
        return text.to_owned();
    }
    let thousandth = face.size() / 1000.0;
    let mut used = f64::from(advance('…', face)) * thousandth;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let wide = f64::from(advance(c, face)) * thousandth;
        if used + wide > room {
            break;
        }
        used += wide;
        end = at + c.len_utf8();
    }
    let kept = text[..end].trim_end();
    if kept.is_empty() { String::new() } else { format!("{kept}…") }
}

/// A rectangle with its sides along the axes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// An area by its corner and size.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// Its right side.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Its bottom.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the two have more than an edge in common.
    pub fn overlaps(&self, other: &Area) -> bool {
        const EDGE: f64 = 1e-6;
        self.x + EDGE < other.right()
            && other.x + EDGE < self.right()
            && self.y + EDGE < other.bottom()
            && other.y + EDGE < self.bottom()
    }

    /// Whether the other lies wholly inside.
    pub fn holds(&self, other: &Area) -> bool {
        const EDGE: f64 = 1e-6;
        other.x >= self.x - EDGE
            && other.y >= self.y - EDGE
            && other.right() <= self.right() + EDGE
            && other.bottom() <= self.bottom() + EDGE
    }
}

/// The area a line of text takes, with its baseline at (x, y).
pub fn text_area(text: &str, face: Type, align: Align, x: f64, y: f64) -> Area {
    let wide = width(text, face);
    let left = match align {
        Align::Start => x,
        Align::Middle => x - wide / 2.0,
        Align::End => x - wide,
    };
    Area::new(left, y - face.ascent(), wide, face.ascent() + face.descent())
}

/// The area of a text shape, turned ones included (by right angles); `None` for other shapes and empty texts.
pub fn area_of(shape: &Shape) -> Option<Area> {
    let Shape::Text { x, y, text, face, align, turn, .. } = shape else { return None };
    if text.is_empty() {
        return None;
    }
    let flat = text_area(text, *face, *align, *x, *y);
    if *turn == 0.0 {
        return Some(flat);
    }
    // By table: sine and cosine of any angle would be ten kilobytes of the page.
    let (sin, cos) = match (turn / 90.0).round().rem_euclid(4.0) as u8 {
        0 => (0.0, 1.0),
        1 => (1.0, 0.0),
        2 => (0.0, -1.0),
        _ => (-1.0, 0.0),
    };
    let corners = [(flat.x, flat.y), (flat.right(), flat.y), (flat.x, flat.bottom()), (flat.right(), flat.bottom())]
        .map(|(px, py)| {
            let (dx, dy) = (px - x, py - y);
            (x + dx * cos - dy * sin, y + dx * sin + dy * cos)
        });
    let left = corners.iter().fold(f64::INFINITY, |least, c| least.min(c.0));
    let top = corners.iter().fold(f64::INFINITY, |least, c| least.min(c.1));
    let right = corners.iter().fold(f64::NEG_INFINITY, |most, c| most.max(c.0));
    let bottom = corners.iter().fold(f64::NEG_INFINITY, |most, c| most.max(c.1));
    Some(Area::new(left, top, right - left, bottom - top))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_as_wide_as_its_letters() {
        // r 394, o 526, m 832, a 460, n 572, i 280, a 460 thousandths of 15 px.
        assert!((width("romania", Type::Term) - 52.86).abs() < 1e-9);
        assert_eq!(width("", Type::Label), 0.0);
        assert_eq!(width("1", Type::Tick), width("0", Type::Tick), "figures are tabular");
    }

    #[test]
    fn fitting_cuts_between_characters_and_never_exceeds_the_room() {
        for room in 0..140 {
            let cut = fit("Überraschungs-größe 漢字", Type::Term, f64::from(room));
            assert!(width(&cut, Type::Term) <= f64::from(room), "{room}: {cut}");
        }
        assert_eq!(fit("sea", Type::Term, 100.0), "sea");
        assert_eq!(fit("romania", Type::Term, 40.0), "rom…");
        assert_eq!(fit("romania", Type::Term, 3.0), "");
    }

    #[test]
    fn a_turned_text_stands_upright() {
        let shape = Shape::Text {
            x: 10.0,
            y: 50.0,
            text: "rate".into(),
            face: Type::Label,
            ink: super::super::Ink::Soft,
            align: Align::Middle,
            turn: -90.0,
        };
        let area = area_of(&shape).unwrap();
        assert!(area.height > area.width);
    }
}
