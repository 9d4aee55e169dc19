//! The Word_Break classes of UAX #29 for ASCII and its near neighbours, as bits in a table.

/// A letter: `ALetter`.
pub(super) const LETTER: u8 = 1;
/// A digit: `Numeric`.
pub(super) const DIGIT: u8 = 2;
/// The low line: `ExtendNumLet`.
const LOW_LINE: u8 = 4;
/// Anything that a word is made of.
pub(super) const WORD: u8 = LETTER | DIGIT | LOW_LINE;
/// Joins the two letters it stands between: `MidLetter` and `MidNumLet`. It is [`LETTER`] shifted by
/// [`JOINS`], so that one `and` tells whether a mark joins its neighbours.
const JOINS_LETTERS: u8 = LETTER << JOINS;
/// Joins the two digits it stands between: `MidNum` and `MidNumLet`.
const JOINS_DIGITS: u8 = DIGIT << JOINS;
/// How far the joining classes are from the classes they join.
pub(super) const JOINS: u8 = 3;
/// Anything that joins.
pub(super) const JOINING: u8 = JOINS_LETTERS | JOINS_DIGITS;
/// Not told from this byte alone.
pub(super) const BEYOND: u8 = 128;

/// The class of each byte.
pub(super) static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'_' => LOW_LINE,
            b'.' | b'\'' => JOINS_LETTERS | JOINS_DIGITS,
            b':' => JOINS_LETTERS,
            b',' | b';' => JOINS_DIGITS,
            128.. => BEYOND,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

/// The class and the length of the character that starts at `at`: [`BEYOND`] where the tables of
/// Unicode must be asked. Knows, beside ASCII, the Latin letters up to U+017F and the marks that
/// English prose is set with (dashes, curly quotes, ellipsis).
#[inline]
pub(super) fn class_at(bytes: &[u8], at: usize) -> (u8, usize) {
    let class = CLASS[bytes[at] as usize];
    if class & BEYOND == 0 { (class, 1) } else { class_beyond(&bytes[at..]) }
}

fn class_beyond(bytes: &[u8]) -> (u8, usize) {
    match *bytes {
        // The signs for times and division.
        [0xC3, 0x97 | 0xB7, ..] => (0, 2),
        [0xC3..=0xC5, _, ..] => (LETTER, 2),
        // Curly single quotes: MidNumLet.
        [0xE2, 0x80, 0x98 | 0x99, ..] => (JOINING, 3),
        // Dashes and curly double quotes.
        [0xE2, 0x80, 0x93 | 0x94 | 0x9C | 0x9D, ..] => (0, 3),
        _ => (BEYOND, 1),
    }
}
