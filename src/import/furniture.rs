//! What in a text is page furniture, by how its lines read.

use std::collections::HashMap;

use super::draft::Passage;
use super::outcome::FurnitureReason;
use super::repeated::lines;
use crate::corpus::FurnitureKind;

/// Longer lines, in bytes, are never taken for furniture by their words.
const LONGEST: usize = 240;
/// A line that stands so often in one text is a header or footer.
const OFTEN: u32 = 3;

type Rule = (&'static [&'static str], FurnitureKind, FurnitureReason);

/// How lines of furniture begin, in lower case. The word must end there.
const BEGINNINGS: &[Rule] = &[
    (
        &[
            "read more",
            "read also",
            "also read",
            "more on this",
            "more on this story",
            "related:",
            "related stories",
            "related articles",
            "related topics",
            "see also",
            "see more",
            "recommended",
            "recommended stories",
            "more from",
            "you may also like",
            "watch:",
            "listen:",
            "live:",
            "up next",
            "next article",
            "previous article",
            "continue reading",
            "lire aussi",
            "lesen sie auch",
            "mehr zum thema",
            "lea tambi\u{e9}n",
        ],
        FurnitureKind::Link,
        FurnitureReason::ReadOn,
    ),
    (
        &[
            "subscribe",
            "sign up",
            "sign in",
            "log in",
            "follow us",
            "join us on",
            "join our",
            "share this",
            "share on",
            "share:",
            "tweet this",
            "leave a comment",
            "comments (",
            "post a comment",
            "download our app",
            "get our newsletter",
            "newsletter",
            "support our journalism",
            "become a member",
            "skip to content",
            "skip to main content",
            "accept cookies",
            "we use cookies",
        ],
        FurnitureKind::Other,
        FurnitureReason::Invitation,
    ),
    (
        &[
            "photo:",
            "photo by",
            "photos:",
            "photograph:",
            "file photo",
            "file picture",
            "image:",
            "image credit",
            "image source",
            "image caption",
            "picture:",
            "(photo",
            "[photo",
            "getty images",
            "reuters/",
            "(ap photo",
            "caption:",
            "foto:",
        ],
        FurnitureKind::Caption,
        FurnitureReason::Credit,
    ),
    (
        &["\u{a9}", "copyright \u{a9}", "copyright (c)", "(c) 20", "all rights reserved"],
        FurnitureKind::Disclaimer,
        FurnitureReason::Rights,
    ),
];

/// What must be a whole line, in lower case.
const WHOLE: &[Rule] = &[(
    &[
        "advertisement",
        "advertising",
        "sponsored",
        "sponsored content",
        "ad",
        "anzeige",
        "publicit\u{e9}",
        "publicidad",
    ],
    FurnitureKind::Other,
    FurnitureReason::Advertisement,
)];

/// The lines of a text that read as furniture, in order.
pub fn find(text: &str) -> Vec<Passage> {
    let lines = lines(text);
    // What everything is can't be beside it: a text of one line has no furniture.
    if lines.len() < 2 {
        return Vec::new();
    }
    let mut times: HashMap<&str, u32> = HashMap::new();
    for &(from, to) in &lines {
        if to - from <= LONGEST {
            *times.entry(&text[from..to]).or_default() += 1;
        }
    }
    let often = |&(from, to): &(usize, usize)| times.get(&text[from..to]).is_some_and(|times| *times >= OFTEN);
    // What is most of a text is the text, however often it says the same.
    let size = |(from, to): &(usize, usize)| to - from;
    let repeated: usize = lines.iter().filter(|place| often(place)).map(size).sum();
    let beside = repeated * 2 < lines.iter().map(size).sum();
    let of = |place: &(usize, usize)| {
        let &(from, to) = place;
        let line = &text[from..to];
        if line.len() > LONGEST {
            return None;
        }
        let (kind, reason) = by_words(line).or_else(|| {
            (beside && often(place) && line.chars().any(char::is_alphabetic))
                .then_some((FurnitureKind::Other, FurnitureReason::RepeatedInText))
        })?;
        Some(Passage { from, to, kind, reason })
    };
    lines.iter().filter_map(of).collect()
}

/// What a line is by its words. A sentence that only begins so goes on: furniture is short or ends without a full stop.
fn by_words(line: &str) -> Option<(FurnitureKind, FurnitureReason)> {
    let low = line.to_lowercase();
    let low = low.trim_start_matches(['\u{2022}', '*', '-', '>', '\u{2192}', '#', '_', ' ']);
    for (words, kind, reason) in WHOLE {
        if words.contains(&low.trim_end_matches([':', '.'])) {
            return Some((*kind, *reason));
        }
    }
    let sentence = low.ends_with(['.', '?', '!', '\u{201d}']) && low.split_whitespace().count() > 12;
    for (words, kind, reason) in BEGINNINGS {
        let begins = |word: &&str| {
            low.strip_prefix(*word)
                .is_some_and(|rest| !word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic))
        };
        if words.iter().any(begins) && !sentence {
            return Some((*kind, *reason));
        }
    }
    None
}

/// The passages of both lists, in order; where they overlap, the first list's.
pub fn joined(marked: Vec<Passage>, found: Vec<Passage>) -> Vec<Passage> {
    let mut all = marked;
    for passage in found {
        let at = all.partition_point(|other| other.to <= passage.from);
        if all.get(at).is_none_or(|other| other.from >= passage.to) {
            all.insert(at, passage);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, FurnitureReason)> {
        find(text).into_iter().map(|p| (&text[p.from..p.to], p.reason)).collect()
    }

    #[test]
    fn lines_that_read_as_furniture() {
        let text = "The quay is open.\n\nRead more: What the mayor said\nPhoto: A. Person\nADVERTISEMENT\n\
                    The ships came in.\n  \u{a9} 2024 The Paper  \nShare this";
        assert_eq!(
            found(text),
            [
                ("Read more: What the mayor said", FurnitureReason::ReadOn),
                ("Photo: A. Person", FurnitureReason::Credit),
                ("ADVERTISEMENT", FurnitureReason::Advertisement),
                ("\u{a9} 2024 The Paper", FurnitureReason::Rights),
                ("Share this", FurnitureReason::Invitation),
            ]
        );
    }

    #[test]
    fn sentences_and_lone_lines_stay() {
        let text = "Subscribers of the paper rose.\nRead more books, the minister told the pupils, and you will see that the world is larger than the screen.";
        assert_eq!(found(text), []);
        assert_eq!(found("Read more"), []);
        assert_eq!(found("Share prices fell.\nShared roads."), []);
    }

    #[test]
    fn headers_of_pages_are_found_by_their_number() {
        let text = "The Paper\nThe first page.\nThe Paper\nThe second page.\nThe Paper\nThe third page.\n---\n---\n---";
        assert_eq!(found(text), [("The Paper", FurnitureReason::RepeatedInText); 3]);
    }

    #[test]
    fn a_text_that_repeats_itself_is_left_whole() {
        let verse = "The quay is open.\nThe ships are in.\n";
        assert_eq!(found(&verse.repeat(4)), []);
        assert_eq!(found(&[&verse.repeat(4), "Read more: Tides"].concat()).len(), 1);
    }

    #[test]
    fn marks_of_the_file_come_first() {
        let passage = |from, to| Passage { from, to, kind: FurnitureKind::Other, reason: FurnitureReason::Marked };
        let both = joined(vec![passage(5, 10)], vec![passage(0, 3), passage(8, 12), passage(10, 11), passage(20, 21)]);
        let bounds: Vec<_> = both.iter().map(|p| (p.from, p.to)).collect();
        assert_eq!(bounds, [(0, 3), (5, 10), (10, 11), (20, 21)]);
    }
}
