//! One form for letters with marks: `é` written as one character and as `e` with an accent is one word.
//!
//! This is Unicode's normalisation form C (UAX #15) for Latin, modern Greek and Cyrillic letters and
//! the combining diacritical marks (U+0300 to U+036F), which is what files and keyboards of
//! different systems write differently. Other scripts stay as written: polytonic Greek, kana, Indic and
//! Hangul letters would take half as much room again, and next to no text has them taken apart.
//!
//! The table is Unicode's own, cut to these scripts: `data/make_compositions.py` makes it.

/// A line a mark: the mark, then each letter that carries it and the two as one character.
static COMPOSITIONS: &str = include_str!("data/compositions.txt");

/// The text with every letter and its marks as one character where there is one, and the marks that remain in
/// Unicode's order.
#[must_use]
pub fn composed(text: &str) -> String {
    if !text.chars().any(is_mark) {
        return text.chars().map(renamed).collect();
    }
    let mut apart = Vec::new();
    text.chars().for_each(|c| take_apart(c, &mut apart));
    order_marks(&mut apart);
    put_together(&apart).into_iter().collect()
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// The few characters that are another one by another name.
const fn renamed(c: char) -> char {
    match c {
        '\u{212A}' => 'K',
        '\u{212B}' => 'Å',
        '\u{2126}' => 'Ω',
        '\u{340}' => '\u{300}',
        '\u{341}' => '\u{301}',
        '\u{343}' => '\u{313}',
        c => c,
    }
}

/// Adds the character's letter and marks.
fn take_apart(c: char, apart: &mut Vec<char>) {
    match c {
        '\u{344}' => apart.extend(['\u{308}', '\u{301}']),
        _ => match parts(renamed(c)) {
            Some((letter, mark)) => {
                take_apart(letter, apart);
                apart.push(mark);
            }
            None => apart.push(renamed(c)),
        },
    }
}

/// Each mark with its letters, as pairs of letter and whole.
fn lines() -> impl Iterator<Item = (char, impl Iterator<Item = (char, char)>)> {
    COMPOSITIONS.lines().filter_map(|line| {
        let mut characters = line.chars();
        let mark = characters.next()?;
        Some((mark, std::iter::from_fn(move || Some((characters.next()?, characters.next()?)))))
    })
}

fn parts(whole: char) -> Option<(char, char)> {
    if whole.is_ascii() {
        return None;
    }
    lines().find_map(|(mark, mut letters)| letters.find(|pair| pair.1 == whole).map(|(letter, _)| (letter, mark)))
}

fn whole(letter: char, mark: char) -> Option<char> {
    let (_, mut letters) = lines().find(|line| line.0 == mark)?;
    letters.find(|pair| pair.0 == letter).map(|(_, whole)| whole)
}

/// Unicode's canonical combining class: marks of different ones may stand in any order. 0: not a mark.
const fn class(c: char) -> u8 {
    match c {
        '\u{34F}' => 0,
        '\u{334}'..='\u{338}' => 1,
        '\u{321}' | '\u{322}' | '\u{327}' | '\u{328}' => 202,
        '\u{31B}' => 216,
        '\u{316}'..='\u{319}'
        | '\u{31C}'..='\u{320}'
        | '\u{323}'..='\u{326}'
        | '\u{329}'..='\u{333}'
        | '\u{339}'..='\u{33C}'
        | '\u{347}'..='\u{349}'
        | '\u{34D}'
        | '\u{34E}'
        | '\u{353}'..='\u{356}'
        | '\u{359}'
        | '\u{35A}' => 220,
        '\u{315}' | '\u{31A}' | '\u{358}' => 232,
        '\u{35C}' | '\u{35F}' | '\u{362}' => 233,
        '\u{35D}' | '\u{35E}' | '\u{360}' | '\u{361}' => 234,
        '\u{345}' => 240,
        '\u{300}'..='\u{36F}' => 230,
        _ => 0,
    }
}

/// Puts the marks of each letter in the order of their classes; those of one class stay as they stand.
fn order_marks(characters: &mut [char]) {
    for end in 1..characters.len() {
        let mut at = end;
        while at > 0 && class(characters[at]) > 0 && class(characters[at - 1]) > class(characters[at]) {
            characters.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Joins each letter with the marks that it forms one character with, unless a mark of the same class stands between.
fn put_together(apart: &[char]) -> Vec<char> {
    let mut together: Vec<char> = Vec::with_capacity(apart.len());
    let mut letter = None;
    for &c in apart {
        // The class of what stands between the letter and this: 0 where nothing does.
        let between = letter.map_or(0, |at| together[at + 1..].last().map_or(0, |&last| class(last)));
        let joined =
            letter.filter(|_| class(c) > between).and_then(|at: usize| whole(together[at], c).map(|whole| (at, whole)));
        if let Some((at, whole)) = joined {
            together[at] = whole;
            continue;
        }
        if class(c) == 0 {
            letter = Some(together.len());
        }
        together.push(c);
    }
    together
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_and_its_mark_are_one() {
        for (apart, one) in [
            ("Orba\u{301}n", "Orbán"),
            ("Erdog\u{306}an", "Erdoğan"),
            ("Vie\u{323}\u{302}t", "Việt"),
            ("Vie\u{302}\u{323}t", "Việt"),
            ("Viê\u{323}t", "Việt"),
            ("Киї\u{301}в", "Киї\u{301}в"),
            ("и\u{306}", "й"),
            ("Αθη\u{301}να", "Αθήνα"),
            ("\u{212B}ngstro\u{308}m", "Ångström"),
            ("\u{301}a", "\u{301}a"),
            ("q\u{301}", "q\u{301}"),
            ("naïve", "naïve"),
            ("plain", "plain"),
            ("", ""),
        ] {
            assert_eq!(composed(apart), one, "{apart}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod against_unicode {
        use proptest::prelude::*;
        use unicode_normalization::UnicodeNormalization;

        use super::super::*;

        /// Letters of the table, whole and apart, marks of every class, and others.
        fn text() -> impl Strategy<Value = String> {
            let known: Vec<char> = COMPOSITIONS.chars().filter(|c| *c != '\n').collect();
            let piece = prop_oneof![
                6 => proptest::sample::select(known),
                4 => (0x300_u32..0x370).prop_map(|c| char::from_u32(c).unwrap_or('a')),
                2 => proptest::sample::select(vec!['a', 'O', 'e', 'u', 'ß', 'K', '\u{212A}', '\u{2126}', ' ', 'и', 'ι', '漢']),
            ];
            proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.into_iter().collect())
        }

        proptest! {
            #![proptest_config(ProptestConfig::with_cases(2048))]

            #[test]
            fn is_normalisation_form_c(text in text()) {
                // Beyond the table: Greek with breathings and the iota below, which Unicode composes,
                // and the dialytika that stands alone with a grave or a perispomeni.
                let beyond = |c: char| matches!(c, '\u{313}' | '\u{314}' | '\u{342}' | '\u{343}' | '\u{345}')
                    || ('\u{370}'..'\u{400}').contains(&c) || matches!(c, '\u{2126}' | '\u{A8}');
                prop_assume!(!(text.chars().any(beyond) && text.nfc().any(|c| ('\u{1F00}'..'\u{2000}').contains(&c))));
                let expected: String = text.nfc().collect();
                prop_assert_eq!(composed(&text), expected);
                prop_assert_eq!(composed(&text.nfd().collect::<String>()), text.nfc().collect::<String>());
            }
        }
    }
}
