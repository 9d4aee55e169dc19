//! Vocabulary, recounted.

use std::collections::HashMap;

use parallax::engine::Engine;
use parallax::protocol::*;

use crate::questions::{BuiltIn, frequency, table};
use crate::{answer, corpus};

fn query(n: u32, running: bool) -> VocabularyQuery {
    VocabularyQuery { n, running }
}

/// Each article's words, by the table of every place.
fn words(engine: &mut Engine) -> Vec<Vec<String>> {
    let all = FrequencyQuery { table: table(FrequencyColumn::Frequency, u32::MAX), ..frequency(1) };
    let shown = StopWords { hidden: false, ..StopWords::default() };
    let settings = Settings { stop_words: shown, ..Settings::default() };
    let report = answer!(engine, &settings, Frequency(all));
    let mut places: Vec<Vec<(u32, String)>> = vec![Vec::new(); report.articles.len()];
    for row in report.rows {
        let found = answer!(engine, Distribution(DistributionQuery { terms: vec![row.term.clone()] }));
        for hit in &found.terms[0].hits {
            places[hit.article as usize].push((hit.token, row.term.clone()));
        }
    }
    let in_order = |mut places: Vec<(u32, String)>| {
        places.sort();
        places.into_iter().map(|(_, term)| term).collect()
    };
    places.into_iter().map(in_order).collect()
}

#[test]
fn growth_in_running_order_is_what_a_reader_would_count() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let texts = words(&mut engine);
    let report = answer!(engine, Vocabulary(query(1, true)));
    assert_eq!(report.texts.len(), texts.len() + 1);
    assert_eq!((report.texts[0].article, report.texts[0].by_article), (None, true));
    for (text, words) in report.texts.iter().zip(std::iter::once(texts.concat()).chain(texts)) {
        assert_eq!(text.tokens as usize, words.len());
        assert_eq!(text.curve.len(), 100);
        for point in &text.curve {
            let mut seen: Vec<&String> = words[..point.tokens as usize].iter().collect();
            seen.sort();
            seen.dedup();
            assert_eq!(point.types, seen.len() as f64);
        }
        assert_eq!(text.curve.last().map(|point| point.types), Some(text.types.into()));
        let heaps = text.heaps.expect("long enough");
        assert!((0.5..1.0).contains(&heaps.beta) && heaps.k > 0.5 && heaps.deviation < 0.25, "{heaps:?}");
        assert!(text.beta_error.is_some_and(|error| error > 0.0 && error < 0.2));
    }
}

#[test]
fn growth_in_any_order_is_the_mean_of_shuffled_texts() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let texts = words(&mut engine);
    let report = answer!(engine, Vocabulary(query(1, false)));
    let (text, mut words) = (&report.texts[1], texts[0].clone());
    let point = text.curve[29];
    // A generator of numbers that serves: SplitMix64.
    let mut state = 20_251_105_u64;
    let mut draw = |below: usize| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % below as u64) as usize
    };
    let rounds = 4000;
    let mut sum = 0.0;
    for _ in 0..rounds {
        for at in 0..point.tokens as usize {
            let other = at + draw(words.len() - at);
            words.swap(at, other);
        }
        let mut seen: Vec<&String> = words[..point.tokens as usize].iter().collect();
        seen.sort();
        seen.dedup();
        sum += seen.len() as f64;
    }
    assert!((sum / f64::from(rounds) - point.types).abs() < 0.3, "{} {}", sum / f64::from(rounds), point.types);
}

#[test]
fn the_spectrum_adds_up_and_the_table_lists_its_words() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    for n in [1, 2, 4] {
        let report = answer!(engine, Vocabulary(query(n, false)));
        let all = &report.texts[0];
        assert_eq!(report.spectrum.iter().map(|row| row.types).sum::<u32>(), all.types);
        assert_eq!(report.spectrum.iter().map(|row| row.types * row.frequency).sum::<u32>(), all.tokens);
        assert_eq!(report.spectrum[0].types, all.hapaxes);
        assert_eq!(report.texts[1..].iter().map(|text| text.tokens).sum::<u32>(), all.tokens);
        for row in &report.spectrum {
            let rows = TableQuery { descending: false, ..table(FrequencyColumn::Term, u32::MAX) };
            let rows =
                FrequencyQuery { minimum: row.frequency, maximum: Some(row.frequency), table: rows, ..frequency(n) };
            let listed = answer!(engine, Frequency(rows));
            assert_eq!(listed.total, row.types - row.hidden);
            assert!(listed.rows.iter().all(|listed| listed.frequency == row.frequency));
            assert!(listed.rows.iter().map(|row| &row.term).take(5).eq(&row.examples));
        }
        let runs: HashMap<u32, u32> = report.texts.iter().filter_map(|t| Some((t.article?, t.tokens))).collect();
        assert_eq!(runs.len(), 5);
    }
}

#[test]
fn short_and_odd_texts_have_no_law() {
    let long = "one two three four five six seven eight nine ten ".repeat(9);
    let texts = ["word", "", "again again", &long];
    let mut engine = Engine::new(corpus(&texts)).with_lists(BuiltIn);
    for running in [false, true] {
        let report = answer!(engine, Vocabulary(query(1, running)));
        let laws: Vec<(bool, bool)> = report.texts.iter().map(|t| (t.zipf.is_some(), t.heaps.is_some())).collect();
        assert_eq!(laws, [(true, false), (false, false), (false, false), (false, false), (true, false)]);
        assert_eq!(report.texts.iter().map(|t| t.tokens).collect::<Vec<_>>(), [93, 1, 0, 2, 90]);
        assert!(report.texts[2].curve.is_empty());
        // No article has a run of five words but the last.
        let runs = answer!(engine, Vocabulary(query(5, running)));
        assert_eq!(runs.texts[1].tokens, 0);
        let csv = answer!(engine, Csv(Table::Vocabulary(query(1, running))));
        assert!(csv.contains("\r\nt0,1,1,1,,,,,,,\r\n"), "{csv}");
    }
    let csv = answer!(engine, Csv(Table::Spectrum(query(1, false))));
    assert!(csv.starts_with("frequency,types,share_of_types,tokens,"), "{csv}");
}
