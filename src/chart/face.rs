//! The faces that charts are lettered in: which file serves which letters (`static/fonts/README.md`).

/// One file of a family. `static/fonts.css` states the same families and letters for the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    /// The family's name in stylesheets.
    pub family: &'static str,
    /// The weights it has, as stylesheets write them.
    pub weights: &'static str,
    /// The file, from the page's folder.
    pub file: &'static str,
    /// Whether it has the letters beyond English, or the others.
    more: bool,
}

/// The letters of the first files, as `unicode-range` writes them.
const FIRST: &str = "U+20-7E, U+A0, U+B7, U+D7, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+2032-2033, \
                     U+2212";
/// The letters of the others.
const MORE: &str = "U+A1-B6, U+B8-D6, U+D8-FF, U+152-153, U+201A, U+201E, U+2039-203A, U+20AC";

/// Every file.
pub const FACES: [Face; 4] = [
    Face { family: "Parallax Serif", weights: "400 600", file: "fonts/parallax-serif.woff2", more: false },
    Face { family: "Parallax Sans", weights: "400 700", file: "fonts/parallax-sans.woff2", more: false },
    Face { family: "Parallax Serif", weights: "400 600", file: "fonts/parallax-serif-more.woff2", more: true },
    Face { family: "Parallax Sans", weights: "400 700", file: "fonts/parallax-sans-more.woff2", more: true },
];

impl Face {
    /// The letters it has, as `unicode-range` writes them: code points and ranges of them, in hexadecimal.
    #[must_use]
    pub const fn letters(&self) -> &'static str {
        if self.more { MORE } else { FIRST }
    }

    /// Whether it has a letter of the text.
    #[must_use]
    pub fn serves(&self, text: &str) -> bool {
        let ranges: Vec<(u32, u32)> = self.letters().split(", ").filter_map(range).collect();
        let has = |code: u32| ranges.iter().any(|(from, to)| (*from..=*to).contains(&code));
        text.chars().any(|letter| has(u32::from(letter)))
    }
}

/// `U+20-7E` as its first and last code point.
fn range(written: &str) -> Option<(u32, u32)> {
    let codes = written.strip_prefix("U+")?;
    let (from, to) = codes.split_once('-').unwrap_or((codes, codes));
    Some((u32::from_str_radix(from, 16).ok()?, u32::from_str_radix(to, 16).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stylesheet_names_the_same_files_weights_and_letters() {
        let css = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/static/fonts.css")).unwrap();
        for face in FACES {
            let rule = css.split("@font-face").find(|rule| rule.contains(&format!("url(\"{}\")", face.file))).unwrap();
            assert!(rule.contains(&format!("font-family: \"{}\";", face.family)), "{}", face.file);
            assert!(rule.contains(&format!("font-weight: {};", face.weights)), "{}", face.file);
            assert!(rule.contains(&format!("unicode-range: {};", face.letters())), "{}", face.file);
        }
    }

    #[test]
    fn a_letter_beyond_english_takes_the_other_files() {
        let files = |text: &str| FACES.map(|face| face.serves(text));
        assert_eq!(files("Rutte’s ‘pact’ – 5 × 2 …"), [true, true, false, false]);
        assert_eq!(files("Erdoğan in Orléans"), [true, true, true, true]);
        assert_eq!(files("ø"), [false, false, true, true]);
        assert_eq!(files("漢"), [false; 4]);
        for face in FACES {
            assert_eq!(face.letters().split(", ").filter_map(range).count(), face.letters().split(", ").count());
        }
    }
}
