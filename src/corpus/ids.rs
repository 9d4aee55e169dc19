//! Ids of articles: short names that stand in addresses and CSV headings.

use std::collections::{BTreeMap, BTreeSet};

/// Longest id that is made of a title, in bytes, before a number.
const LONGEST: usize = 40;

/// Ids that would give a table two columns of one name.
pub const RESERVED_IDS: [&str; 4] = ["term", "frequency", "range", "dp"];

/// Whether this can be an article's id: lower-case letters, digits and hyphens, at least one.
#[must_use]
pub fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The ids of a corpus, for making more.
///
/// ```
/// use parallax::corpus::ids::Ids;
///
/// let mut ids = Ids::default();
/// assert_eq!(ids.make("Rutte: “We are ready”"), "rutte-we-are-ready");
/// assert_eq!(ids.make("Rutte: We are ready"), "rutte-we-are-ready-2");
/// assert_eq!(ids.make("НАТО"), "text");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    /// By id without number: the number that is tried next.
    next: BTreeMap<String, u32>,
}

impl Ids {
    /// With ids that articles have.
    #[must_use]
    pub fn of<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self { taken: ids.into_iter().map(str::to_owned).collect(), next: BTreeMap::new() }
    }

    /// Takes an id that an article has.
    pub fn take(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// An id that no article has, made of a name, such as a title, and taken from now on. Letters outside ASCII
    /// are passed over; where nothing is left it is `text`. Where another article or a column of a table has it, a
    /// number is put behind.
    pub fn make(&mut self, name: &str) -> String {
        let plain = plain(name);
        let mut id = plain.clone();
        while RESERVED_IDS.contains(&id.as_str()) || !self.taken.insert(id.clone()) {
            let number = self.next.entry(plain.clone()).or_insert(2);
            id = [&plain, "-", &number.to_string()].concat();
            *number += 1;
        }
        id
    }
}

fn plain(name: &str) -> String {
    let mut id = String::new();
    let mut gap = false;
    for character in name.chars() {
        if character.is_ascii_alphanumeric() {
            let gap = std::mem::take(&mut gap) && !id.is_empty();
            if id.len() + usize::from(gap) >= LONGEST {
                break;
            }
            if gap {
                id.push('-');
            }
            id.push(character.to_ascii_lowercase());
        } else if !matches!(character, '\'' | '’') {
            gap = true;
        }
    }
    if id.is_empty() { "text".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_gives_an_id_that_nobody_has() {
        let mut ids = Ids::of(["a-b-c"]);
        let long = "word ".repeat(30);
        for name in ["", "…", "-", "A  b--C", "l’an 2025", "ÄÖÜ", "text-2", &"x".repeat(500), &long] {
            let before = ids.taken.len();
            for _ in 0..3 {
                let id = ids.make(name);
                assert!(is_id(&id) && id.len() <= LONGEST + 2 && !id.starts_with('-') && !id.ends_with('-'), "{id}");
            }
            assert_eq!(ids.taken.len(), before + 3);
        }
        assert_eq!([ids.make("Term"), ids.make("term")], ["term-2", "term-3"]);
        assert_eq!(ids.make("l’an 2025: A  b--C"), "lan-2025-a-b-c");
        assert!(!is_id("") && !is_id("~group") && !is_id("A") && !is_id("a b") && !is_id("é"));
    }
}
