//! Import: one real file of each format, hostile files by the hundred, and properties that hold for any bytes.

mod bundle;
mod files;
mod hostile;
mod properties;

use parallax::import::read::{Options, read};
use parallax::import::{Candidate, Choices, Item, Outcome, Reason};

/// Reads a file without a PDF reader, and holds the outcome to what holds for all of them.
fn import(place: &str, bytes: &[u8]) -> Outcome {
    import_with(place, bytes, &[])
}

fn import_with(place: &str, bytes: &[u8], choices: &[Choices]) -> Outcome {
    let mut options = Options { choices, ..Options::default() };
    let outcome = read(place, bytes, &mut options);
    holds(place, &outcome);
    outcome
}

/// What holds for whatever comes of any file.
fn holds(place: &str, outcome: &Outcome) {
    let tally = outcome.tally();
    assert!(tally.dropped > 0, "{place}: nothing came of it");
    assert_eq!(tally.dropped, tally.added + tally.skipped, "{place}: the count doesn't add up");
    for item in &outcome.items {
        match item {
            Item::Skipped(skipped) => {
                assert!(skipped.place.starts_with(place) && skipped.count > 0, "{skipped:?}");
                assert!(skipped.reason.what().ends_with('.'), "{:?}", skipped.reason);
            }
            Item::Candidate(candidate) => text_holds(candidate, place),
        }
    }
}

fn text_holds(candidate: &Candidate, place: &str) {
    let article = &candidate.article;
    assert!(candidate.place.starts_with(place), "{}", candidate.place);
    assert!(!article.title.is_empty() && !article.language.is_empty(), "{place}");
    assert_eq!(article.furniture.len(), candidate.reasons.len(), "{place}");
    let mut end = 0;
    for furniture in &article.furniture {
        let (from, to) = (furniture.span.start as usize, furniture.span.end as usize);
        assert!(from >= end && from < to, "{place}: furniture out of order");
        assert!(article.text.get(from..to).is_some(), "{place}: furniture across a letter");
        end = to;
    }
    if let Some(date) = &article.published.date {
        assert!(matches!(date.len(), 4 | 7 | 10), "{date}");
    }
}

fn only(outcome: &Outcome) -> &Candidate {
    match outcome.items.as_slice() {
        [Item::Candidate(candidate)] => candidate,
        other => panic!("one text was expected: {other:?}"),
    }
}

fn reasons(outcome: &Outcome) -> Vec<(&str, &Reason)> {
    let mut found = Vec::new();
    for item in &outcome.items {
        if let Item::Skipped(skipped) = item {
            found.push((skipped.place.as_str(), &skipped.reason));
        }
    }
    found
}
