//! What differs between two wordings, by name.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::alignment::{Alignment, Step};
use super::scoring::Word;

/// How a stretch of the one wording stands to a stretch of the other. The one it is laid beside is
/// the base: the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// Word for word the same.
    Same,
    /// The base has words that the other leaves out without saying so.
    Cut,
    /// The other has words that the base doesn't.
    Inserted,
    /// Both have words here, but others.
    Substituted,
    /// The base has words for which the other shows that it leaves something out: `...`, `…`, `[...]`.
    Elided,
    /// The other has words for which the base shows that it leaves something out.
    Restored,
    /// What the base ends and begins anew (sentences, parts of a quotation) is one in the other: a place
    /// without words, or the stop words that join the two there.
    Joined,
    /// What is one in the base is ended and begun anew in the other: a place, or the stop words that joined the two.
    Divided,
}

/// A stretch of both wordings and how it differs. Places are counted in words of each sequence;
/// where a side has none, its range is empty and says where the words would stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The difference.
    pub difference: Difference,
    /// The base's words.
    pub a: Range<usize>,
    /// The other's.
    pub b: Range<usize>,
}

/// What stands before a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// A mark that something is left out: `...`, `…`, `[...]`.
    pub ellipsis: bool,
    /// The end of a sentence, or of a part of the quotation: the word begins anew.
    pub boundary: bool,
}

/// A wording: its words, and what stands before each and after the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Its words.
    pub words: Vec<Word>,
    /// One more than there are words.
    pub before: Vec<Before>,
}

impl Wording {
    /// Whether the wording shows that it leaves something out where these words stand, or, where there are none, would.
    fn elides(&self, place: &Range<usize>) -> bool {
        (place.start..=place.end).any(|at| self.before.get(at).is_some_and(|before| before.ellipsis))
    }
}

/// Names what differs. The changes follow each other and take in every word of both: what lies beyond
/// the alignment's ends is left out or added too.
#[must_use]
pub fn differences(base: &Wording, other: &Wording, alignment: &Alignment) -> Vec<Change> {
    let mut runs: Vec<Run> = Vec::new();
    let mut add = |same: bool, a: Range<usize>, b: Range<usize>| match runs.last_mut() {
        Some((last, of_a, of_b)) if *last == same => (of_a.end, of_b.end) = (a.end, b.end),
        _ if a.is_empty() && b.is_empty() => {}
        _ => runs.push((same, a, b)),
    };
    let (mut i, mut j) = (alignment.a.start, alignment.b.start);
    add(false, 0..i, 0..j);
    for step in &alignment.steps {
        let (x, y) = match step {
            Step::Both => (i + 1, j + 1),
            Step::OnlyA => (i + 1, j),
            Step::OnlyB => (i, j + 1),
        };
        add(*step == Step::Both && base.words[i].term == other.words[j].term, i..x, j..y);
        (i, j) = (x, y);
    }
    add(false, i..base.words.len(), j..other.words.len());
    let mut changes = Vec::new();
    for (same, a, b) in trimmed(base, other, runs) {
        if same {
            same_run(base, other, a, b, &mut changes);
        } else {
            changes.push(Change { difference: name(base, other, &a, &b), a, b });
        }
    }
    changes
}

/// A run of words beside each other: whether they are the same, the base's and the other's.
type Run = (bool, Range<usize>, Range<usize>);

/// The runs with the words taken off that a pair of differing stretches begins or ends with on both
/// sides: beyond the ends of the best local alignment there may be such.
fn trimmed(base: &Wording, other: &Wording, runs: Vec<Run>) -> Vec<Run> {
    let mut trimmed: Vec<Run> = Vec::with_capacity(runs.len());
    let mut add = |same: bool, a: Range<usize>, b: Range<usize>| match trimmed.last_mut() {
        _ if a.is_empty() && b.is_empty() => {}
        Some((last, of_a, of_b)) if *last == same => (of_a.end, of_b.end) = (a.end, b.end),
        _ => trimmed.push((same, a, b)),
    };
    for (same, a, b) in runs {
        let alike = |(x, y): &(&Word, &Word)| x.term == y.term;
        let (x, y) = (&base.words[a.clone()], &other.words[b.clone()]);
        let head = if same { x.len() } else { x.iter().zip(y).take_while(alike).count() };
        let tail = x[head..].iter().rev().zip(y[head..].iter().rev()).take_while(alike).count();
        add(true, a.start..a.start + head, b.start..b.start + head);
        add(false, a.start + head..a.end - tail, b.start + head..b.end - tail);
        add(true, a.end - tail..a.end, b.end - tail..b.end);
    }
    trimmed
}

fn name(base: &Wording, other: &Wording, a: &Range<usize>, b: &Range<usize>) -> Difference {
    match (a.is_empty(), b.is_empty()) {
        (false, true) if other.elides(b) => Difference::Elided,
        (false, true) if joins(base, a) && begins(other, b.start) => Difference::Divided,
        (false, true) => Difference::Cut,
        (true, false) if base.elides(a) => Difference::Restored,
        (true, _) if joins(other, b) && begins(base, a.start) => Difference::Joined,
        (true, _) => Difference::Inserted,
        // Words put in the place of others, one of them around an ellipsis.
        (false, false) if a.len() > b.len() && other.elides(b) => Difference::Elided,
        (false, false) if b.len() > a.len() && base.elides(a) => Difference::Restored,
        (false, false) => Difference::Substituted,
    }
}

/// Whether the words can join two sentences, and stand within one: one or two stop words.
fn joins(wording: &Wording, words: &Range<usize>) -> bool {
    words.len() <= 2
        && wording.words[words.clone()].iter().all(|word| word.stop)
        && !wording.before[words.start..=words.end].iter().any(|before| before.boundary)
}

/// Whether the wording, having begun, begins anew at this word.
fn begins(wording: &Wording, at: usize) -> bool {
    at > 0 && at < wording.words.len() && wording.before[at].boundary
}

/// A run of same words, divided where only one of the two begins anew, or shows that it leaves out something.
fn same_run(base: &Wording, other: &Wording, a: Range<usize>, b: Range<usize>, changes: &mut Vec<Change>) {
    let (mut from_a, mut from_b) = (a.start, b.start);
    for (i, j) in (a.start + 1..a.end).zip(b.start + 1..) {
        let (x, y) = (base.before[i], other.before[j]);
        let difference = match (x.boundary, y.boundary) {
            (true, false) => Difference::Joined,
            (false, true) => Difference::Divided,
            _ => continue,
        };
        changes.push(Change { difference: Difference::Same, a: from_a..i, b: from_b..j });
        changes.push(Change { difference, a: i..i, b: j..j });
        (from_a, from_b) = (i, j);
    }
    changes.push(Change { difference: Difference::Same, a: from_a..a.end, b: from_b..b.end });
}

/// Whether text between two words shows that something is left out.
#[must_use]
pub fn shows_ellipsis(between: &str) -> bool {
    between.contains('…') || between.contains("..") || between.contains(". . .")
}

#[cfg(test)]
mod tests {
    use super::super::alignment::align;
    use super::super::scoring::SCORING;
    use super::*;

    /// A wording from words; `/` begins anew, `...` leaves something out.
    fn wording(text: &str) -> Wording {
        let mut wording = Wording { words: Vec::new(), before: vec![Before { boundary: true, ellipsis: false }] };
        for word in text.split(' ') {
            let last = wording.before.last_mut().unwrap();
            match word {
                "/" => last.boundary = true,
                "..." => last.ellipsis = true,
                _ => {
                    let stop = ["and", "to", "we", "it", "what", "do", "the", "is", "that"].contains(&word);
                    let term = word.bytes().fold(7, |sum: u32, byte| sum.wrapping_mul(31) + u32::from(byte));
                    wording.words.push(Word { term, stop });
                    wording.before.push(Before::default());
                }
            }
        }
        wording
    }

    /// The changes, one a line, with their words.
    fn said(base: &str, other: &str) -> Vec<String> {
        let (a, b) = (wording(base), wording(other));
        let found = align(&a.words, &b.words, &SCORING).unwrap();
        let changes = differences(&a, &b, &found);
        let plain = |text: &str| -> Vec<String> {
            text.split(' ').filter(|word| !["/", "..."].contains(word)).map(str::to_owned).collect()
        };
        let (a, b) = (plain(base), plain(other));
        // They follow each other and take in all.
        let (mut i, mut j) = (0, 0);
        let mut lines = Vec::new();
        for change in changes {
            assert_eq!((change.a.start, change.b.start), (i, j));
            (i, j) = (change.a.end, change.b.end);
            let (x, y) = (a[change.a].join(" "), b[change.b].join(" "));
            lines.push(match change.difference {
                Difference::Same => format!("= {x}"),
                difference => format!("{difference:?} [{x}] [{y}]"),
            });
        }
        assert_eq!((i, j), (a.len(), b.len()));
        lines
    }

    #[test]
    fn each_difference_has_its_name() {
        assert_eq!(
            said(
                "we are making crystal clear that nato is ready willing and able to do what it takes to defend",
                "ready and willing to do what it takes"
            ),
            [
                "Cut [we are making crystal clear that nato is] []",
                "= ready",
                "Inserted [] [and]",
                "= willing",
                "Cut [and able] []",
                "= to do what it takes",
                "Cut [to defend] []",
            ]
        );
        assert_eq!(said("big old red house", "big new red house"), ["= big", "Substituted [old] [new]", "= red house"]);
        assert_eq!(
            said(
                "presence in europe since long ago these adjustments happen",
                "presence in europe ... these adjustments happen"
            ),
            ["= presence in europe", "Elided [since long ago] []", "= these adjustments happen"]
        );
        assert_eq!(
            said(
                "presence in europe ... these adjustments happen often",
                "presence in europe today these adjustments happen"
            ),
            ["= presence in europe", "Restored [] [today]", "= these adjustments happen", "Cut [often] []"]
        );
        assert_eq!(
            said("nato works / nobody will try", "nato works nobody will try"),
            ["= nato works", "Joined [] []", "= nobody will try"]
        );
        assert_eq!(
            said("nato works / nobody will try", "nato works and nobody will try"),
            ["= nato works", "Joined [] [and]", "= nobody will try"]
        );
        assert_eq!(
            said("nato works nobody will try", "nato works / nobody will try"),
            ["= nato works", "Divided [] []", "= nobody will try"]
        );
    }

    #[test]
    fn what_both_sides_of_a_difference_begin_or_end_with_is_no_part_of_it() {
        // So far from the rest that the best local alignment ends before it.
        assert_eq!(
            said("it was long ago in some other place big old red house", "it is big old red house"),
            ["= it", "Substituted [was long ago in some other place] [is]", "= big old red house"]
        );
        assert_eq!(
            said("big old red house of long ago stands there", "big old red house there"),
            ["= big old red house", "Cut [of long ago stands] []", "= there"]
        );
        assert_eq!(
            said("big old red house he saw long ago there", "big old red house she built so well out there"),
            ["= big old red house", "Substituted [he saw long ago] [she built so well out]", "= there"]
        );
    }

    #[test]
    fn an_ellipsis_is_seen_however_it_is_set() {
        for text in ["...", "…", " [...] ", " [ … ] ", ". . .", " .. "] {
            assert!(shows_ellipsis(text), "{text}");
        }
        for text in ["", ". ", ", ", "” he said. “"] {
            assert!(!shows_ellipsis(text), "{text}");
        }
    }
}
