//! Any text: no panic, spans in bounds and in order, in linear time.

use std::time::{Duration, Instant};

use parallax::analysis::quotations::{Quotations, of_text};
use proptest::prelude::*;

use crate::LISTS;

/// That spans lie in the text, on its characters, in order, and hold what they say.
fn check(text: &str) -> Quotations {
    let found = of_text(text, LISTS);
    let mut last = (0, 0);
    for it in &found.all {
        let place = (it.words.start, u32::MAX - it.words.end);
        assert!(last <= place, "not in order in {text:?}");
        last = place;
        assert!(it.span.contains(it.words), "{it:?} in {text:?}");
        for span in [Some(it.span), Some(it.words), it.cue, it.named].into_iter().flatten() {
            let words = text.get(span.start as usize..span.end as usize);
            assert!(words.is_some_and(|words| !words.trim().is_empty()), "{it:?} in {text:?}");
        }
        assert_eq!(it.cue.is_some(), it.verb.is_some());
        assert!(it.speaker.is_none_or(|number| (number as usize) < found.speakers.len()));
        assert!(!it.reason.is_empty());
    }
    found
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(vec![
            "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "‹", "›", "「", "」", "s’ ", "s' ", "n't ", " ‘n’ ",
        ]).prop_map(str::to_owned),
        6 => proptest::sample::select(vec![
            " ", "\n", ", ", ". ", ": ", "; ", " – ", "? ", "!", "…", " (", ") ", "-", "\r\n", "\u{A0}",
        ]).prop_map(str::to_owned),
        8 => proptest::sample::select(vec![
            "said", "says", "saying", "told", "that", "according to", "he", "she", "they", "Rutte", "Mark Rutte", "the minister",
            "President", "Ursula von der Leyen", "NATO", "who", "and", "but", "claim", "’s", "makes it clear", "went on to say",
            "on Monday", "whether", "called", "as", "is", "was", "not", "will", "Rute", "The", "of", "report", "put it",
        ]).prop_map(|word| format!(" {word} ")),
        3 => "[a-zA-Z]{1,6}",
        1 => any::<char>().prop_map(String::from),
        1 => proptest::sample::select(vec!["Сказал он", "他说", "قال", "é", "ſ", "İ", "ß", "👩🏽‍🚀", "\u{301}"]).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn any_text(text in text()) {
        check(&text);
    }

    #[test]
    fn any_characters(text in any::<String>()) {
        check(&text);
    }

    /// What stands in one paragraph doesn't reach into the next, unless that goes on with the same mark.
    #[test]
    fn an_unclosed_mark_takes_in_nothing_of_the_next_paragraph(text in "[a-z ,.“\"«]{0,80}", next in "[A-Z][a-z ,.]{5,40}") {
        let whole = format!("{text}\n{next}");
        let found = check(&whole);
        for it in found.all.iter().filter(|it| it.unclosed) {
            prop_assert!(it.span.end as usize <= text.len(), "{:?} in {:?}", it, whole);
        }
    }
}

#[test]
fn large_and_odd_texts_end() {
    let sentence = "“We are ready,” Mark Rutte said, adding that “nothing” had changed, according to the NATO chief. ";
    for unit in [
        "“",
        "\"",
        "‘",
        "'",
        "«",
        "“a ",
        "\"a\n",
        "‘a ",
        "“a” ",
        "said ",
        "that ",
        "he said that ",
        "Mark Rutte ",
        "Rutte, ",
        "- one\n",
        "“a,” he said. ",
        "“Word,” she said\n",
        "Он сказал: «да». ",
        "他说：“好。” ",
        "1. ",
        "A",
        " of the",
        "the ",
        ", he said, ",
        "said Mark ",
        "“a ‘b ",
        "Rutte: word\n",
        "He said:\n",
        sentence,
    ] {
        let text = unit.repeat(if unit.len() < 5 { 100_000 } else { 50_000 });
        let start = Instant::now();
        check(&text);
        // Unoptimised, and on a busy machine: what grows by the square would take longer still. The bench `odd`
        // measures.
        assert!(start.elapsed() < Duration::from_secs(60), "{unit:?}: {:?}", start.elapsed());
    }
}

#[test]
fn hostile_texts_have_a_result() {
    for text in [
        "",
        " ",
        "\n\n",
        "“",
        "”",
        "“”",
        "\"\"\"\"",
        "'''",
        "said",
        "said that",
        "He said",
        ": said",
        "According to",
        "Rutte:",
    ] {
        check(text);
    }
}
