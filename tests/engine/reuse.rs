//! Utterances, reused passages and near-duplicates, as the page asks for them.

use std::time::{Duration, Instant};

use parallax::engine::Engine;
use parallax::protocol::*;

use crate::{article, corpus};

fn engine(texts: &[&str]) -> Engine {
    Engine::new(corpus(texts)).with_lists(crate::questions::BuiltIn)
}

fn utterances(engine: &mut Engine, query: UtterancesQuery) -> UtterancesReport {
    let query = UtterancesQuery { limit: 200, ..query };
    match engine.handle(&Settings::default(), &Request::Utterances(query)).unwrap() {
        Response::Utterances(report) => report,
        other => panic!("{other:?}"),
    }
}

fn reuse(engine: &mut Engine, query: ReuseQuery) -> ReuseReport {
    match engine.handle(&Settings::default(), &Request::Reuse(query)).unwrap() {
        Response::Reuse(report) => report,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_bundled_corpus_has_one_utterance_in_two_articles_and_says_what_differs() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    let report = utterances(&mut engine, UtterancesQuery { several: true, ..UtterancesQuery::default() });
    assert_eq!(report.shared, 1);
    let row = &report.rows[0];
    assert_eq!((row.units, row.places.len(), row.speakers.as_slice()), (2, 3, &["Mark Rutte".to_owned()][..]));
    let open = Some((row.places[1].article, row.places[1].span.start));
    let opened = utterances(&mut engine, UtterancesQuery { open, ..UtterancesQuery::default() });
    let wording = &opened.open[1];
    assert_eq!((wording.speaker.as_str(), wording.verb.as_str()), ("Mark Rutte", "stated"));
    let said = |reading: &Reading| (reading.difference, reading.base.clone(), reading.other.clone());
    let readings: Vec<_> = wording.wording.readings.iter().map(said).collect();
    let expected = [
        (WordingDifference::Inserted, "", "and"),
        (WordingDifference::Cut, "and able", ""),
        (WordingDifference::Cut, "to defend", ""),
    ];
    for (difference, base, other) in expected {
        assert!(readings.contains(&(difference, base.to_owned(), other.to_owned())), "{base} ] {other}: {readings:?}");
    }
    // What is given twice in one article is repeated within it.
    let twice = report.rows.iter().find(|row| row.text.starts_with("It is the foundation")).unwrap();
    assert_eq!((twice.units, twice.places.len()), (1, 2));
}

#[test]
fn every_span_stands_in_its_text_and_every_wording_is_whole() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    let report = utterances(&mut engine, UtterancesQuery { reported: true, ..UtterancesQuery::default() });
    assert_eq!(report.rows.iter().map(|row| row.places.len() as u32).sum::<u32>(), report.quotations);
    for row in report.rows.iter().filter(|row| row.places.len() > 1) {
        let open = Some((row.article, row.span.start));
        let opened = utterances(&mut engine, UtterancesQuery { reported: true, open, ..UtterancesQuery::default() });
        assert_eq!(opened.open.len(), row.places.len());
        for told in &opened.open {
            let wording = &told.wording;
            let text = &engine.articles()[wording.article as usize].text;
            let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let shown: String = wording.pieces.iter().map(|piece| piece.text.as_str()).collect();
            for span in &wording.spans {
                assert!(flat(&shown).contains(&flat(span.of(text).trim_end_matches([',', '.']))), "{shown}");
            }
            for reading in &wording.readings {
                assert_eq!(flat(reading.span.of(text)), flat(&reading.other));
            }
        }
    }
}

#[test]
fn an_utterance_that_is_not_there_opens_nothing() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    for open in [Some((0, 0)), Some((99, 7)), Some((0, u32::MAX))] {
        let report = utterances(&mut engine, UtterancesQuery { open, ..UtterancesQuery::default() });
        assert!(report.open.is_empty() && report.open_row.is_none());
    }
}

#[test]
fn near_duplicates_are_told_with_their_resemblance() {
    let base: Vec<String> = (0..200).map(|at| format!("w{at}")).collect();
    let mut other = base.clone();
    other[100] = "changed".to_owned();
    let (base, other) = (base.join(" "), other.join(" "));
    let mut engine = engine(&[&base, "Something else altogether stands in here, and nothing more.", &other]);
    let report = reuse(&mut engine, ReuseQuery { least: 8, limit: 10, ..ReuseQuery::default() });
    assert_eq!(report.duplicates.len(), 1);
    assert_eq!(report.duplicates[0].articles, [0, 2]);
    let pair = report.duplicates[0].pairs[0];
    // Of 196 runs five hold the word that was changed.
    assert_eq!((pair.shared, pair.of_a, pair.of_b), (191, 196, 196));
    assert!((pair.resemblance - 191.0 / 201.0).abs() < 1e-12);
    assert!((pair.containment - 191.0 / 196.0).abs() < 1e-12);
}

#[test]
fn odd_texts_are_answered_soon() {
    let unclosed = "“word \n".repeat(100_000);
    let quotes = "“We will defend every inch of it,” he said. ".repeat(3_000);
    let marks = "“”".repeat(50_000);
    let list = (0..5_000).map(|at| format!("- item {at}\n")).collect::<String>();
    let russian = "«Мы готовы защищать каждый дюйм», сказал Рютте. НАТО готово к защите союзников. ".repeat(400);
    for (name, text) in
        [("unclosed", &unclosed), ("quotes", &quotes), ("marks", &marks), ("list", &list), ("russian", &russian)]
    {
        let articles = vec![article("odd", text), article("plain", "Rutte said: “We will defend every inch of it.”")];
        let mut engine = Engine::new(articles).with_lists(crate::questions::BuiltIn);
        let start = Instant::now();
        let query = UtterancesQuery { several: true, limit: 50, open: Some((0, 3)), ..UtterancesQuery::default() };
        engine.handle(&Settings::default(), &Request::Utterances(query)).unwrap();
        let said = start.elapsed();
        let start = Instant::now();
        let query = ReuseQuery { least: 6, limit: 50, ..ReuseQuery::default() };
        engine.handle(&Settings::default(), &Request::Reuse(query)).unwrap();
        let reused = start.elapsed();
        println!("{name}: {said:?} {reused:?}");
        // Without optimisation everything takes some ten times as long.
        let limit = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });
        assert!(said < limit && reused < limit, "{name}: {said:?} {reused:?}");
    }
}
