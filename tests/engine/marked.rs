//! The places marked for a number are as many as the number says, and what it says.

use std::collections::{BTreeMap, BTreeSet};

use parallax::corpus::bundled;
use parallax::engine::Engine;
use parallax::protocol::*;

use crate::questions::{BuiltIn, table};
use crate::recount::{Word, read};
use crate::{answer, ask, corpus};

fn marked(engine: &mut Engine, marking: Marking, article: u32, beside: Option<u32>) -> MarkedReport {
    answer!(engine, Marked(MarkedQuery { marking, article: Some(article), beside }))
}

fn pairs(articles: u32) -> impl Iterator<Item = (u32, u32)> {
    (0..articles).flat_map(move |a| (0..articles).filter(move |&b| a != b).map(move |b| (a, b)))
}

/// The words that stand at these places.
fn words_at<'w>(words: &'w [Word], places: &[Span]) -> Vec<&'w Word> {
    places.iter().map(|place| words.iter().find(|word| word.span == *place).expect("a place is a word")).collect()
}

fn terms<'w>(words: &[&'w Word]) -> BTreeSet<&'w str> {
    words.iter().map(|word| word.term.as_str()).collect()
}

#[test]
fn an_articles_sizes_are_marked_in_full() {
    for furniture in [false, true] {
        let mut engine = Engine::with_bundled();
        let settings = Settings { furniture, ..Settings::default() };
        let notes = answer!(engine, &settings, Articles);
        for note in &notes {
            for (marking, size) in [
                (Marking::Words, note.tokens),
                (Marking::Types, note.types),
                (Marking::Sentences, note.sentences),
                (Marking::Paragraphs, note.paragraphs),
                (Marking::Furniture, note.furniture_tokens),
            ] {
                let query = MarkedQuery { marking: marking.clone(), article: Some(note.article), beside: None };
                let report = answer!(engine, &settings, Marked(query));
                assert_eq!(report.places.len() as u32, size, "{marking:?} {}", note.id);
                let counted = report.counts.iter().find(|(article, _)| *article == note.article);
                assert_eq!(counted.map_or(0, |(_, places)| *places), size, "{marking:?} {}", note.id);
                assert!(report.places.is_sorted_by(|a, b| a.end <= b.start), "{marking:?} {}", note.id);
            }
        }
    }
}

#[test]
fn the_corpus_sizes_are_the_sums_of_what_is_marked() {
    let mut engine = Engine::with_bundled();
    let report = answer!(engine, Overview);
    for (marking, size) in
        [(Marking::Words, report.tokens), (Marking::CorpusTypes, report.types), (Marking::Sentences, report.sentences)]
    {
        let all = marked(&mut engine, marking.clone(), 2, None);
        assert_eq!(all.counts.iter().map(|(_, places)| places).sum::<u32>(), size, "{marking:?}");
    }
    // A word that an article has first is in no later one's places.
    let articles: Vec<Vec<Word>> = bundled().iter().map(read).collect();
    let mut seen = BTreeSet::new();
    for (number, words) in (0..).zip(&articles) {
        let places = marked(&mut engine, Marking::CorpusTypes, number, None).places;
        for word in words_at(words, &places) {
            assert!(seen.insert(word.term.clone()), "{}", word.term);
        }
    }
}

#[test]
fn a_word_is_marked_as_a_type_where_it_first_stands() {
    let mut engine = Engine::new(corpus(&["One two. Two ONE three, one.", "Two four."]));
    let text = engine.articles()[0].text.clone();
    let written = |report: &MarkedReport| -> Vec<String> {
        report.places.iter().map(|place| place.of(&text).to_owned()).collect()
    };
    let report = marked(&mut engine, Marking::Types, 0, None);
    assert_eq!(written(&report), ["One", "two", "three"]);
    assert_eq!(report.counts, [(0, 3), (1, 2)]);
    assert_eq!(marked(&mut engine, Marking::CorpusTypes, 0, None).counts, [(0, 3), (1, 1)]);
    assert_eq!(written(&marked(&mut engine, Marking::Sentences, 0, None)), ["One two.", "Two ONE three, one."]);
}

#[test]
fn shared_words_are_as_many_as_jaccard_and_containment_say() {
    let mut engine = Engine::with_bundled();
    let notes = answer!(engine, Articles);
    let rows = answer!(engine, Compare(CompareQuery { measure: Similarity::Jaccard, ..CompareQuery::default() })).pairs;
    let articles: Vec<Vec<Word>> = bundled().iter().map(read).collect();
    for (a, b) in pairs(5) {
        let row = rows.iter().find(|row| (row.article_a, row.article_b) == (a.min(b), a.max(b))).unwrap();
        let report = marked(&mut engine, Marking::Shared(Similarity::Jaccard), a, Some(b));
        let (here, there) =
            (words_at(&articles[a as usize], &report.places), words_at(&articles[b as usize], &report.beside));
        assert_eq!(terms(&here), terms(&there));
        let shared = here.len() as f64;
        assert_eq!(shared as usize, terms(&here).len(), "each but once");
        let (types_a, types_b) = (f64::from(notes[a as usize].types), f64::from(notes[b as usize].types));
        assert!((row.jaccard.unwrap() - shared / (types_a + types_b - shared)).abs() < 1e-12);
        assert!((row.containment.unwrap() - shared / types_a.min(types_b)).abs() < 1e-12);
        assert_eq!(report, marked(&mut engine, Marking::Shared(Similarity::Containment), a, Some(b)));
    }
}

#[test]
fn the_weightiest_shared_words_make_up_half_of_the_cosine_and_no_more_than_needed() {
    let mut engine = Engine::with_bundled();
    let shown = Settings { stop_words: StopWords { hidden: false, ..StopWords::default() }, ..Settings::default() };
    let query = KeywordsQuery {
        comparison: Comparison { minimum: 1, ..Comparison::default() },
        rank: KeywordColumn::TfIdf,
        kind: Kind::Both,
        table: table(KeywordColumn::TfIdf, u32::MAX),
        ..KeywordsQuery::default()
    };
    let mut weights = BTreeMap::new();
    for row in answer!(engine, &shown, Keywords(query)).rows {
        weights.insert((row.article, row.term), row.tf_idf);
    }
    let rows = answer!(engine, Compare(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() })).pairs;
    let articles: Vec<Vec<Word>> = bundled().iter().map(read).collect();
    for row in rows {
        let (a, b) = (row.article_a, row.article_b);
        let report = marked(&mut engine, Marking::Shared(Similarity::Cosine), a, Some(b));
        let here = words_at(&articles[a as usize], &report.places);
        assert_eq!(terms(&here), terms(&words_at(&articles[b as usize], &report.beside)));
        let every = articles[a as usize].iter().filter(|word| terms(&here).contains(word.term.as_str())).count();
        assert_eq!(here.len(), every, "at every place");
        let products: Vec<f64> = terms(&here)
            .into_iter()
            .map(|term| weights[&(a, term.to_owned())] * weights[&(b, term.to_owned())])
            .collect();
        let (sum, least) = (products.iter().sum::<f64>(), products.iter().copied().fold(f64::INFINITY, f64::min));
        let half = row.cosine.unwrap() / 2.0;
        assert!(sum >= half - 1e-9 && sum - least < half + 1e-9, "{a} {b}: {sum} of {half}, least {least}");
    }
}

#[test]
fn the_stretches_marked_hold_every_shared_5_gram_and_nothing_else() {
    let mut engine = Engine::with_bundled();
    let rows =
        answer!(engine, Compare(CompareQuery { measure: Similarity::SharedFivegrams, ..CompareQuery::default() }))
            .pairs;
    let articles: Vec<Vec<Word>> = bundled().iter().map(read).collect();
    for row in rows {
        let report =
            marked(&mut engine, Marking::Shared(Similarity::SharedFivegrams), row.article_a, Some(row.article_b));
        let runs = |article: u32, places: &[Span]| -> BTreeSet<Vec<String>> {
            let mut runs = BTreeSet::new();
            for place in places {
                let inside: Vec<&Word> =
                    articles[article as usize].iter().filter(|word| place.contains(word.span)).collect();
                assert!(inside.len() >= 5 && inside.iter().all(|word| word.sentence == inside[0].sentence));
                runs.extend(inside.windows(5).map(|run| run.iter().map(|word| word.term.clone()).collect()));
            }
            runs
        };
        let here = runs(row.article_a, &report.places);
        assert_eq!(here.len() as u32, row.shared_5grams, "{} {}", row.article_a, row.article_b);
        assert_eq!(here, runs(row.article_b, &report.beside));
    }
}

#[test]
fn without_an_article_it_is_the_first_that_has_any() {
    let mut engine =
        Engine::new(corpus(&["one two", "two", "they said that Rute was here", "that was Rute"])).with_lists(BuiltIn);
    let name = |word: &str| Marking::Style(Feature::Name(word.to_owned()));
    for (marking, off, article, places) in [
        (Marking::Words, &[][..], 0, 2),
        (Marking::Words, &["t0"], 1, 1),
        (name("Rute"), &[], 2, 1),
        (name("Rute"), &["t2"], 3, 1),
        (name("Bonn"), &[], 0, 0),
        (name("Bonn"), &["t0"], 1, 0),
    ] {
        let off = off.iter().map(|id| (*id).to_owned()).collect();
        let settings = Settings { off, ..Settings::default() };
        let query = MarkedQuery { marking: marking.clone(), article: None, beside: None };
        let report = answer!(engine, &settings, Marked(query));
        assert_eq!((report.article, report.places.len()), (article, places), "{marking:?}");
        let asked = MarkedQuery { marking, article: Some(article), beside: None };
        assert_eq!(report, answer!(engine, &settings, Marked(asked)), "as if it had been asked for");
    }
}

#[test]
fn furniture_of_an_article_that_is_off_is_marked_all_the_same() {
    let mut engine = Engine::with_bundled();
    let notes = answer!(engine, Articles);
    let settings = Settings { off: vec![notes[0].id.clone(), notes[2].id.clone()], ..Settings::default() };
    let query = MarkedQuery { marking: Marking::Furniture, article: Some(0), beside: None };
    let report = answer!(engine, &settings, Marked(query));
    assert_eq!(report.places.len() as u32, notes[0].furniture_tokens);
    assert!(report.counts.iter().all(|(article, _)| *article != 2), "another that is off takes no part");
}

#[test]
fn a_pair_of_one_and_articles_that_are_not_there_are_refused() {
    let mut engine = Engine::new(corpus(&["one two", "two"]));
    let shared = Marking::Shared(Similarity::Cosine);
    for (marking, article, beside, code) in [
        (shared.clone(), 0, None, ErrorCode::OutOfRange),
        (shared.clone(), 1, Some(1), ErrorCode::OutOfRange),
        (shared.clone(), 0, Some(7), ErrorCode::UnknownArticle),
        (Marking::Words, 7, None, ErrorCode::UnknownArticle),
        (Marking::Furniture, 7, None, ErrorCode::UnknownArticle),
    ] {
        let error =
            ask(&mut engine, Request::Marked(MarkedQuery { marking: marking.clone(), article: Some(article), beside }))
                .unwrap_err();
        assert_eq!(error.code, code, "{marking:?} {article} {beside:?}");
    }
}
