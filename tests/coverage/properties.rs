//! Any text: no panic, spans in bounds and in order, counts that add up, in linear time.

use std::time::{Duration, Instant};

use parallax::analysis::coverage::edits::apply;
use parallax::analysis::coverage::{Names, of_texts};
use proptest::prelude::*;

use crate::LISTS;

/// That places lie in their texts, on characters, in order, and hold what their form says; that keys differ.
fn check(texts: &[&str]) -> Names {
    let found = of_texts(texts, LISTS);
    let mut keys: Vec<&str> = found.all.iter().map(|name| name.key.as_str()).collect();
    let names = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), names, "a key twice in {texts:?}");
    for name in &found.all {
        assert!(!name.places.is_empty() && !name.name.is_empty() && !name.key.is_empty(), "{name:?}");
        let mut last = (0, 0, 0);
        for place in &name.places {
            let here = (place.article, place.span.start, place.span.end);
            assert!(last <= here, "not in order: {name:?}");
            last = here;
            let text = texts[place.article as usize];
            let words = text.get(place.span.start as usize..place.span.end as usize);
            assert!(words.is_some_and(|words| !words.trim().is_empty()), "{place:?} in {text:?}");
            assert!((place.form as usize) < name.forms.len());
        }
        for (number, form) in (0..).zip(&name.forms) {
            assert!(name.places.iter().any(|place| place.form == number), "{form:?} doesn't occur");
        }
    }
    found
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(vec![" ", "\n", ", ", ". ", ": ", "; ", " – ", "? ", "!", "…", " (", ") ", "-", "’s ", "'s ", "s’ ", "“", "”", "\u{A0}"]).prop_map(str::to_owned),
        9 => proptest::sample::select(vec![
            "NATO", "the", "The", "chief", "Secretary", "General", "Mark", "Rutte", "Rute", "US", "President", "Donald", "Trump", "of",
            "European", "People’s", "Party", "Union", "Russia-Ukraine", "North", "Atlantic", "Treaty", "former", "Dutch", "Prime",
            "Minister", "leader", "Wednesday", "November", "5", "5–6", "2025", "in", "last", "week", "Funke", "media", "group",
            "Ministry", "Defence", "and", "said", "Washington", "Article", "Jean-Claude", "von", "der", "Leyen", "RUTTE",
        ]).prop_map(|word| format!(" {word} ")),
        2 => "[a-zA-Z]{1,6}",
        1 => any::<char>().prop_map(String::from),
        1 => proptest::sample::select(vec!["Сказал Он", "他说", "قال الرئيس", "É", "ſ", "İ", "ß", "👩🏽‍🚀", "\u{301}", "'s", "’s"]).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..50).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(768))]

    #[test]
    fn any_text(one in text(), two in text()) {
        check(&[&one, &two]);
    }

    #[test]
    fn any_characters(text in any::<String>()) {
        check(&[&text]);
    }

    /// Whatever the edits say, no mention is lost and none made.
    #[test]
    fn any_edits(text in text(), edits in proptest::collection::vec(edit(), 0..6)) {
        let found = check(&[&text]);
        let (edited, told) = apply(&found, &edits);
        prop_assert_eq!(told.len(), edits.len());
        let places = |names: &Names| names.all.iter().map(|name| name.places.len()).sum::<usize>();
        prop_assert_eq!(places(&found), places(&edited));
        let mut keys: Vec<String> = edited.all.iter().map(|name| name.key.clone()).collect();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), edited.all.len());
    }
}

fn edit() -> impl Strategy<Value = String> {
    let key = || {
        proptest::sample::select(vec![
            "nato",
            "mark rutte",
            "rutte",
            "united states",
            "russia",
            "the nato chief",
            "",
            "x",
            "=",
            "2025",
        ])
    };
    prop_oneof![
        (key(), key(), key()).prop_map(|(a, b, c)| format!("merge={a}={b}={c}")),
        (key(), key()).prop_map(|(a, b)| format!("split={a}={b}")),
        (key(), ".{0,6}").prop_map(|(a, b)| format!("rename={a}={b}")),
        ".{0,12}",
    ]
}

#[test]
fn odd_texts_are_read_in_time() {
    let capitals = "RUTTE NATO ".repeat(50_000);
    let names = "Anna Bell met Carl Dorn. ".repeat(8_000);
    let surnames: String =
        (0..20_000).map(|n| format!("Mark {}a met the {}b minister. ", letters(n), letters(n + 1))).collect();
    let roles = "The NATO chief said so. ".repeat(20_000);
    let glued = "Mark-".repeat(60_000);
    let odd =
        ["", " ", "👩🏽‍🚀🇺🇦", "قال الرئيس إن الناتو", "他说北约", "'s", "’", "A", "The", "the of the", "-", "\u{feff}NATO"];
    for text in odd.iter().copied().chain([&capitals, &names, &surnames, &roles, &glued].map(String::as_str)) {
        let start = Instant::now();
        check(&[text]);
        // Unoptimised, and on a busy machine.
        assert!(start.elapsed() < Duration::from_secs(60), "{:?} for {}", start.elapsed(), &text[..text.len().min(20)]);
    }
}

/// A made-up name for a number.
fn letters(mut number: usize) -> String {
    let mut out = String::from("K");
    loop {
        out.push((b'a' + (number % 26) as u8) as char);
        number /= 26;
        if number == 0 {
            return out;
        }
    }
}
