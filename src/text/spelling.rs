//! British and American spellings that count as one word.
//!
//! The list is drawn from Kevin Atkinson's VarCon; `data/README.md` has its licence, what was taken
//! from it and which spelling names a word: the one that British and American English share in some
//! sense, else the British one. The name never depends on the corpus.

use std::cmp::Ordering;
use std::sync::OnceLock;

use super::sorted_lines;
use crate::sorting::sort_by;

/// Lines `spelt:named:ends:starts`: every start, `spelt` and an end make a spelling; the same with
/// `named` make its name. A fifth as long as the list it stands for.
static FAMILIES: &str = include_str!("data/spelling.txt");

/// Lines `kept:ending:ending of the name`, ascending by `kept` and `ending` together. Written out of
/// the families when first asked for.
fn list() -> &'static str {
    static LIST: OnceLock<String> = OnceLock::new();
    LIST.get_or_init(|| {
        let mut lines: Vec<(&str, String, String)> = Vec::with_capacity(4000);
        for family in FAMILIES.lines() {
            let (spelt, named, rest) = fields(family);
            let (ends, starts) = rest.split_once(':').unwrap_or_default();
            for start in starts.split(' ') {
                lines.extend(ends.split(',').map(|end| (start, [spelt, end].concat(), [named, end].concat())));
            }
        }
        sort_by(&mut lines, |a, b| a.0.bytes().chain(a.1.bytes()).cmp(b.0.bytes().chain(b.1.bytes())));
        lines.iter().flat_map(|(kept, ending, name)| [kept, ":", ending, ":", name, "\n"]).collect()
    })
}

/// The spelling under which a word counts, where that is another one: `defense` gives `defence`.
/// Case is kept: `DEFENSE` gives `DEFENCE`.
#[must_use]
pub fn spelling(word: &str) -> Option<String> {
    if word.len() < 2 || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let sought = word.to_ascii_lowercase();
    let line = sorted_lines::find(list(), |line| compare(line, &sought))?;
    let (kept, _, ending) = fields(line);
    let mut named = word[..kept.len()].to_owned();
    if !word.bytes().any(|byte| byte.is_ascii_lowercase()) {
        named.push_str(&ending.to_ascii_uppercase());
    } else if kept.is_empty() && word.starts_with(|c: char| c.is_ascii_uppercase()) {
        named.push_str(&ending[..1].to_ascii_uppercase());
        named.push_str(&ending[1..]);
    } else {
        named.push_str(ending);
    }
    Some(named)
}

/// Every spelling of the list with the name it counts under, ascending.
pub fn spellings() -> impl Iterator<Item = (String, String)> {
    list().lines().map(|line| {
        let (kept, ending, name) = fields(line);
        (format!("{kept}{ending}"), format!("{kept}{name}"))
    })
}

fn compare(line: &str, sought: &str) -> Ordering {
    let mut sought = sought.bytes();
    let mut colons = 0;
    for byte in line.bytes() {
        if byte == b':' {
            colons += 1;
            if colons == 2 {
                break;
            }
        } else {
            match sought.next() {
                None => return Ordering::Greater,
                Some(other) if other != byte => return byte.cmp(&other),
                Some(_) => {}
            }
        }
    }
    if sought.next().is_some() { Ordering::Less } else { Ordering::Equal }
}

fn fields(line: &str) -> (&str, &str, &str) {
    let mut fields = line.splitn(3, ':');
    let mut next = || fields.next().unwrap_or("");
    (next(), next(), next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_ascends_and_names_stay_put() {
        let all: Vec<(String, String)> = spellings().collect();
        assert!(all.len() > 3000);
        for pair in all.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} before {}", pair[0].0, pair[1].0);
        }
        for (word, name) in &all {
            assert_eq!(spelling(word).as_ref(), Some(name));
            assert_eq!(spelling(name), None, "the name {name} must count as itself");
        }
    }

    #[test]
    fn names_and_case() {
        let cases = [
            ("defense", Some("defence")),
            ("Defense", Some("Defence")),
            ("DEFENSE", Some("DEFENCE")),
            ("defence", None),
            ("organization", Some("organisation")),
            ("practise", Some("practice")),
            ("programmes", Some("programs")),
            ("Aeon", Some("Eon")),
            ("metres", Some("meters")),
            // One word in one sense only: kept apart.
            ("cheque", None),
            ("check", None),
            ("storey", None),
            ("story", None),
            ("tyre", None),
            ("prize", None),
            ("", None),
            ("nato", None),
            ("défense", None),
        ];
        for (word, expected) in cases {
            assert_eq!(spelling(word).as_deref(), expected, "{word}");
        }
    }
}
