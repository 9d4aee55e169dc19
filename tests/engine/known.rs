//! What the bundled corpus is known to show.

use parallax::corpus::Article;
use parallax::engine::Engine;
use parallax::protocol::*;

use crate::questions::{frequency, keywords, pair, table};
use crate::{answer, article, ask};

fn evidence(engine: &mut Engine, term: &str, article: Option<u32>) -> EvidenceReport {
    answer!(engine, Evidence(EvidenceQuery { term: term.to_owned(), article }))
}

/// What stands at a report's places, as written.
fn written(engine: &Engine, report: &EvidenceReport) -> Vec<String> {
    report.hits.iter().map(|hit| hit.span.of(&engine.articles()[hit.article as usize].text).to_owned()).collect()
}

#[test]
fn ready_and_willing_are_shared_by_the_first_two_articles() {
    let mut engine = Engine::with_bundled();
    let report = answer!(engine, Pair(pair(0, 1)));
    for word in ["ready", "willing"] {
        assert!(report.shared.iter().any(|shared| shared.term == word), "{word}");
    }
    let texts = [engine.articles()[0].text.clone(), engine.articles()[1].text.clone()];
    let passages: Vec<(&str, &str)> =
        report.passages.iter().map(|passage| (passage.a.of(&texts[0]), passage.b.of(&texts[1]))).collect();
    assert!(passages.contains(&("to do what it takes to", "to do what it takes\" to")), "{passages:?}");
    assert_eq!(passages.iter().filter(|passage| passage.0 == "that NATO is ready").count(), 2, "{passages:?}");
}

#[test]
fn the_us_is_not_us() {
    let mut engine = Engine::with_bundled();
    let country = evidence(&mut engine, "US", None);
    let pronoun = evidence(&mut engine, "us", None);
    assert_eq!((country.term.as_str(), pronoun.term.as_str()), ("US", "us"));
    assert!(written(&engine, &country).iter().all(|word| word.starts_with('U')));
    assert!(written(&engine, &pronoun).iter().all(|word| word == "us"));
    assert!(country.total > pronoun.total && pronoun.total > 0);
    // The points of U.S. make no other word of it, where furniture is counted.
    let counted = Settings { furniture: true, ..Settings::default() };
    let with_links = answer!(engine, &counted, Evidence(EvidenceQuery { term: "U.S.".to_owned(), article: Some(4) }));
    assert!(with_links.variants.contains(&"U.S.".to_owned()), "{:?}", with_links.variants);
    assert_eq!(with_links.term, "US");
}

#[test]
fn rute_is_found_beside_rutte() {
    let mut engine = Engine::with_bundled();
    let misspelt = evidence(&mut engine, "Rute", None);
    assert_eq!(misspelt.hits.iter().map(|hit| hit.article).collect::<Vec<_>>(), [3]);
    assert!(evidence(&mut engine, "rutte", Some(3)).total > 1);
    let unique = answer!(engine, Sets(SetsQuery { articles: (0..5).collect(), limit: 1_000 })).unique;
    assert!(unique[3].iter().any(|word| word.term == "rute"));
}

#[test]
fn the_fourth_article_gives_one_quotation_twice() {
    let mut engine = Engine::with_bundled();
    let found =
        evidence(&mut engine, "It is the foundation on which NATO is built and remains our number one priority.", None);
    assert_eq!(found.hits.iter().map(|hit| hit.article).collect::<Vec<_>>(), [3, 3]);
    assert!(found.hits[0].span.end < found.hits[1].span.start);
    let fivegrams = answer!(engine, Frequency(frequency(5)));
    let row = fivegrams.rows.iter().find(|row| row.term == "it is the foundation on").unwrap();
    assert_eq!((row.frequency, row.range), (2, 1));
}

#[test]
fn a_word_is_found_however_it_is_typed() {
    let mut engine = Engine::with_bundled();
    let nato = evidence(&mut engine, "nato", None);
    for typed in ["NATO’s", "NATO's", "Nato", " nato ", "“NATO”,"] {
        assert_eq!(evidence(&mut engine, typed, None), nato, "{typed}");
    }
    assert!(nato.variants.contains(&"NATO".to_owned()));
    let defence = evidence(&mut engine, "defence", None);
    assert_eq!(evidence(&mut engine, "Defense", None), defence);
    assert!(defence.variants.contains(&"defense".to_owned()) && defence.variants.contains(&"Defence".to_owned()));
    let quoted = evidence(&mut engine, "ready, willing, and able", None);
    assert_eq!(written(&engine, &quoted), ["ready, willing, and able"]);
    assert_eq!(quoted, evidence(&mut engine, "ready willing and able", None));
}

#[test]
fn evidence_lies_in_its_sentence_and_furniture_is_not_counted() {
    let mut engine = Engine::with_bundled();
    for term in ["nato", "secretary general", "anti-drone"] {
        let found = evidence(&mut engine, term, None);
        assert!(found.total > 0);
        for hit in &found.hits {
            let article = &engine.articles()[hit.article as usize];
            assert!(hit.sentence.contains(hit.span));
            assert!(article.furniture.iter().all(|piece| !piece.span.overlaps(hit.span)));
        }
    }
    // The caption of the first article says anti-drone too.
    let counted = Settings { furniture: true, ..Settings::default() };
    let all = answer!(engine, &counted, Evidence(EvidenceQuery { term: "anti-drone".to_owned(), article: Some(0) }));
    assert_eq!((all.total, evidence(&mut engine, "anti-drone", Some(0)).total), (2, 1));
}

#[test]
fn romania_sets_the_first_article_apart_and_says_so() {
    let mut engine = Engine::with_bundled();
    let report = answer!(engine, Keywords(keywords(2)));
    let first = &report.panels[0].rows[0];
    assert_eq!((first.term.as_str(), first.frequency, first.reference_frequency), ("romania", 6, 0));
    assert_eq!(first.robust, Some(true));
    assert!(first.g2.unwrap() > 20.0 && first.p_adjusted.unwrap() < 0.001);
    let sentence = said(&report.finding);
    assert!(
        sentence.starts_with("What sets [0] apart most is Romania (6 times, nowhere else); in [4] it is"),
        "{sentence}"
    );
    assert_eq!(
        report.finding.caution,
        "Five short articles: a single word is a lead to read up, not proof. If tested by whole articles instead, so few of them can’t carry a p-value: none below 0.2 can be had."
    );
    assert!(report.finding.sentence.contains(&Piece::Term {
        term: "romania".to_owned(),
        article: Some(0),
        written: "Romania".to_owned()
    }));
}

#[test]
fn a_word_on_a_card_passes_where_the_keywords_view_says_so() {
    let mut engine = Engine::with_bundled();
    let cards = answer!(engine, Overview).cards;
    let report = answer!(engine, Keywords(keywords(2)));
    let (mut keywords, mut others) = (0, 0);
    for (card, panel) in cards.iter().zip(&report.panels) {
        for word in &card.keywords {
            let row = panel.rows.iter().find(|row| row.term == word.term).unwrap();
            assert_eq!(word.passes, Some(row.p_adjusted.unwrap() < 0.05), "{}", word.term);
            assert_eq!(word.passes, Some(row.is_significant), "{}", word.term);
            if row.is_significant { keywords += 1 } else { others += 1 }
        }
    }
    assert!(keywords > 0 && others > 0, "{keywords} pass, {others} don't");
}

#[test]
fn a_finding_writes_words_as_the_corpus_does() {
    let mut engine = Engine::with_bundled();
    let stems = Settings { words: WordOptions { stems: true, ..WordOptions::default() }, ..Settings::default() };
    let report = answer!(engine, &stems, Frequency(frequency(1)));
    let terms: Vec<(&str, &str)> = report
        .finding
        .sentence
        .iter()
        .filter_map(|piece| match piece {
            Piece::Term { term, written, .. } => Some((term.as_str(), written.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(terms, [("nato", "NATO"), ("rutt", "Rutte"), ("defenc", "defence")]);
}

/// A finding as one line, articles by their numbers in brackets.
pub fn said(finding: &Finding) -> String {
    finding
        .sentence
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) | Piece::Number { text, .. } => text.clone(),
            Piece::Article(article) => format!("[{article}]"),
            Piece::Term { written, .. } => written.clone(),
        })
        .collect()
}

#[test]
fn filters_find_what_a_person_types() {
    let mut engine = Engine::with_bundled();
    let mut rows = |filter: &str| {
        let table = TableQuery { filter: filter.to_owned(), ..table(FrequencyColumn::Frequency, 1_000) };
        let report = answer!(engine, Frequency(FrequencyQuery { n: 1, minimum: 1, maximum: None, table }));
        report.rows.into_iter().map(|row| row.term).collect::<Vec<_>>()
    };
    assert!(rows("Defen").contains(&"defence".to_owned()));
    assert!(rows("defense").contains(&"defence".to_owned()));
    assert!(rows("NATO’s").contains(&"nato".to_owned()));
    assert!(rows("US").iter().all(|term| term.contains("US")), "{:?}", rows("US"));
    assert!(rows("us").contains(&"russia".to_owned()) && rows("us").contains(&"US".to_owned()));
    assert!(rows("no such word").is_empty());
}

#[test]
fn the_engine_answers_the_methods_and_the_stop_words() {
    let mut engine = Engine::with_bundled();
    assert!(answer!(engine, Methods).iter().any(|measure| measure.key == "g2"));
    let words = answer!(engine, StopWords);
    assert!(words.is_sorted() && words.contains(&"the".to_owned()));
    assert!(ask(&mut engine, Request::Csv(Table::Articles)).is_ok());
}

/// What the Quotes view opens with leads to the sentences: two spellings of one name, a quotation that never closes, the
/// passage that one article gives twice.
#[test]
fn what_is_said_of_quotations_leads_to_the_sentences() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    let quotes = answer!(engine, Quotes(QuotesQuery::default()));
    let utterances = answer!(engine, Utterances(UtterancesQuery { limit: 40, ..UtterancesQuery::default() }));
    let mut led = Vec::new();
    for finding in [&quotes.finding, &utterances.finding] {
        for piece in &finding.sentence {
            let Piece::Term { term, article, written: shown } = piece else { continue };
            let report = evidence(&mut engine, term, *article);
            led.push((
                shown.clone(),
                article.or(report.hits.first().map(|hit| hit.article)),
                written(&engine, &report),
            ));
        }
    }
    let led: Vec<(&str, Option<u32>, Vec<&str>)> = led
        .iter()
        .map(|(shown, article, places)| (shown.as_str(), *article, places.iter().map(String::as_str).collect()))
        .collect();
    let [rutte, rute, open, twice] = &led[..] else { panic!("{led:?}") };
    assert_eq!((rutte.0, rute.0), ("Rutte", "Rute"));
    assert!(rutte.2.len() > 40 && rute.2 == ["Rute"], "{rutte:?} {rute:?}");
    assert_eq!(*open, ("if China wanted to attack …", Some(2), vec!["if China wanted to attack"]));
    assert_eq!(twice.1, Some(3));
    assert_eq!(twice.2, ["It is the foundation on"; 2]);
}

/// Of an utterance that hundreds carry a sentence names some.
#[test]
fn of_many_carriers_some_are_named() {
    let text = |at: u32| {
        format!(
            "Place {at}\n\nThe minister said: \"We will build the long bridge over the wide river.\" Nobody in {at} asked."
        )
    };
    let articles: Vec<_> = (0..40).map(|at| crate::article(&format!("a{at}"), &text(at))).collect();
    let mut engine = Engine::new(articles).with_lists(crate::questions::BuiltIn);
    let report = answer!(engine, Utterances(UtterancesQuery { limit: 40, ..UtterancesQuery::default() }));
    let named = report.finding.sentence.iter().filter(|piece| matches!(piece, Piece::Article(_))).count();
    let rest = report
        .finding
        .sentence
        .iter()
        .any(|piece| matches!(piece, Piece::Text(text) if text.contains("and 34 others")));
    assert!(named == 6 && rest, "{:?}", report.finding);
}

#[test]
fn an_outlet_of_several_articles_names_none_of_them() {
    let from = |id: &str, outlet: Option<&str>| Article {
        outlet: outlet.map(str::to_owned),
        ..article(id, "The ministers met in the harbour.")
    };
    let articles = vec![
        from("a", Some("Echo")),
        from("b", Some("Post")),
        from("c", Some("Echo")),
        from("d", None),
        from("e", None),
    ];
    let mut engine = Engine::new(articles);
    let Ok(Response::Articles(notes)) = engine.handle(&Settings::default(), &Request::Articles) else {
        panic!("no notes")
    };
    assert_eq!(notes.iter().map(|note| note.shares_outlet).collect::<Vec<_>>(), [true, false, true, false, false]);
}
