//! Lines that several texts have in common: what a site puts under all its stories.

use std::collections::HashMap;
use std::rc::Rc;

use super::likeness::twins;
use super::outcome::{Candidate, FurnitureReason};
use crate::corpus::{Furniture, FurnitureKind};
use crate::text::Span;
use crate::text::paragraphs::visit_paragraphs;

/// A line is taken for furniture when at least so many texts have it.
const LEAST: u32 = 3;
/// Longer lines, in bytes, may be quotations that several stories carry.
const LONGEST: usize = 120;
/// So are sentences of more words.
const MOST_WORDS: usize = 10;

/// The lines of a text: start and end in bytes, without blanks around, none empty.
#[must_use]
pub fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    visit_paragraphs(text, |start, end| found.push((start, end)));
    found
}

/// Marks short lines that stand in at least three of the texts, and in at least a third of them. A candidate
/// without such a line stays the very one it was.
pub fn mark<'a>(candidates: impl IntoIterator<Item = &'a mut Rc<Candidate>>) {
    let mut candidates: Vec<&mut Rc<Candidate>> = candidates.into_iter().collect();
    let mut texts_with: HashMap<&str, (u32, u32)> = HashMap::new();
    let fingerprints: Vec<_> = candidates.iter().map(|candidate| &candidate.fingerprint).collect();
    // One story in many papers is not what papers put under all their stories: of texts that are alike one counts.
    let alike = twins(&fingerprints);
    let different = candidates.iter().zip(&alike).filter(|(_, twin)| twin.is_none());
    let number_of = different.clone().count() as u32;
    for (number, (candidate, _)) in (1..).zip(different) {
        let text = &candidate.article.text;
        for line in lines(text).into_iter().map(|(from, to)| &text[from..to]).filter(|line| counts(line)) {
            let entry = texts_with.entry(line).or_default();
            if entry.1 != number {
                *entry = (entry.0 + 1, number);
            }
        }
    }
    let least = LEAST.max(number_of / 3);
    texts_with.retain(|_, (texts, _)| *texts >= least);
    if texts_with.is_empty() {
        return;
    }
    let found: Vec<Vec<(usize, usize)>> = candidates
        .iter()
        .map(|candidate| {
            let text = &candidate.article.text;
            lines(text).into_iter().filter(|&(from, to)| texts_with.contains_key(&text[from..to])).collect()
        })
        .collect();
    for (candidate, found) in candidates.iter_mut().zip(found).filter(|(_, found)| !found.is_empty()) {
        let candidate = Rc::make_mut(candidate);
        for (from, to) in found {
            add(candidate, from, to, FurnitureKind::Other, FurnitureReason::RepeatedAcross);
        }
    }
}

fn counts(line: &str) -> bool {
    let sentence = line.ends_with(['.', '?', '!', '"', '\u{201d}', '\u{2019}']);
    let short = !sentence || line.split_whitespace().count() <= MOST_WORDS;
    line.len() <= LONGEST && short && line.chars().any(char::is_alphabetic)
}

/// Marks a passage, unless it touches one that is marked.
pub fn add(candidate: &mut Candidate, from: usize, to: usize, kind: FurnitureKind, reason: FurnitureReason) {
    let (Ok(start), Ok(end)) = (u32::try_from(from), u32::try_from(to)) else { return };
    let span = Span::new(start, end);
    let furniture = &mut candidate.article.furniture;
    let at = furniture.partition_point(|f| f.span.start < start);
    let free = |place: Option<&Furniture>| place.is_none_or(|f| !f.span.overlaps(span));
    if start < end && free(furniture.get(at)) && free(at.checked_sub(1).and_then(|before| furniture.get(before))) {
        furniture.insert(at, Furniture { kind, span });
        candidate.reasons.insert(at, reason);
    }
}
