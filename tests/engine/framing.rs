//! Framing: numbers counted again from the texts, every number led back to its places and worked out.

use parallax::engine::Engine;
use parallax::protocol::*;
use parallax::text::{Normaliser, sentences, tokens};

use crate::explained::{explained, holds};
use crate::questions::{BuiltIn, COLLOCATION, table};
use crate::{answer, corpus};

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn every(asked: &[&str], window: Window) -> CollocatesQuery {
    CollocatesQuery {
        words: words(asked),
        window,
        minimum: 1,
        panel: 0,
        table: table(CollocateColumn::Measure, u32::MAX),
        ..CollocatesQuery::default()
    }
}

fn marked(engine: &mut Engine, framed: &Framed, article: u32) -> u32 {
    let query = MarkedQuery { marking: Marking::Framing(framed.name()), article: Some(article), beside: None };
    answer!(engine, Marked(query)).places.len() as u32
}

/// The words of each sentence of an article without furniture, as they are counted.
fn read(engine: &Engine, article: usize) -> Vec<Vec<String>> {
    let it = &engine.articles()[article];
    let options = WordOptions::default();
    let normaliser = Normaliser::new(options);
    let mut all = Vec::new();
    let mut from = 0;
    let ends = it.furniture.iter().map(|piece| (piece.span.start as usize, piece.span.end as usize));
    for (start, end) in ends.chain([(it.text.len(), it.text.len())]) {
        let passage = &it.text[from..start.max(from)];
        for sentence in sentences(passage) {
            let sentence = sentence.of(passage);
            let counted =
                tokens(sentence, &options).iter().map(|span| normaliser.term(span.of(sentence), false)).collect();
            all.push(counted);
        }
        from = end.max(from);
    }
    all
}

/// Asks of every token of the text whether a node is near enough.
#[test]
fn windows_counted_again_by_asking_every_token() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    for (node, left, right) in [("nato", 5_usize, 5_usize), ("rutte", 0, 3), ("europe", 7, 1)] {
        let window = Window { left: left as u32, right: right as u32, crossing: false };
        let report = answer!(engine, Collocates(every(&[node], window)));
        assert!(report.total > 20 && report.total as usize == report.rows.len());
        for panel in &report.panels {
            let text = read(&engine, panel.article as usize);
            let mut near: Vec<&str> = Vec::new();
            for sentence in &text {
                for (at, word) in sentence.iter().enumerate() {
                    let beside = sentence.iter().enumerate().any(|(other, it)| {
                        it == node && if at < other { other - at <= left } else { at - other <= right }
                    });
                    if word != node && beside {
                        near.push(word);
                    }
                }
            }
            let all = || text.iter().flatten();
            assert_eq!(panel.near as usize, near.len(), "{node} in {}", panel.article);
            assert_eq!(panel.node as usize, all().filter(|word| *word == node).count());
            assert_eq!(panel.size as usize, all().count());
            for row in report.rows.iter().filter(|row| row.article == panel.article) {
                assert_eq!(row.together as usize, near.iter().filter(|word| **word == row.term).count(), "{row:?}");
                assert_eq!(row.frequency as usize, all().filter(|word| **word == row.term).count(), "{row:?}");
                let expected =
                    f64::from(panel.node) * (left + right) as f64 * f64::from(row.frequency) / f64::from(panel.size);
                assert!((row.expected - expected).abs() < 1e-12 * expected);
            }
        }
    }
}

#[test]
fn every_count_of_a_collocate_leads_to_as_many_places() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let node = ["NATO", "the alliance", "Rutte"];
    for window in [Window::default(), Window { left: 0, right: 9, crossing: true }] {
        let report = answer!(engine, Collocates(every(&node, window)));
        for row in &report.rows {
            let framed = Framed::Collocates { node: words(&node), window, term: row.term.clone() };
            assert_eq!(marked(&mut engine, &framed, row.article), row.together, "{row:?}");
            let elsewhere: u32 = report
                .rows
                .iter()
                .filter(|it| it.term == row.term && it.article != row.article)
                .map(|it| it.together)
                .sum();
            assert_eq!(row.elsewhere, elsewhere);
            assert_eq!(row.articles as usize, report.rows.iter().filter(|it| it.term == row.term).count());
        }
        for panel in &report.panels {
            let framed = Framed::Collocates { node: words(&node), window, term: String::new() };
            assert_eq!(marked(&mut engine, &framed, panel.article), panel.node);
        }
    }
}

#[test]
fn every_number_of_a_collocate_is_worked_out() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let report = answer!(engine, Collocates(CollocatesQuery { minimum: 2, ..every(&["NATO"], Window::default()) }));
    assert!(report.rows.len() > 20);
    for row in &report.rows {
        let of = Subject::Collocate {
            term: row.term.clone(),
            article: row.article,
            words: words(&["NATO"]),
            window: Window::default(),
        };
        let values = [
            Some(row.expected),
            Some(row.log_dice),
            Some(row.dice),
            Some(row.mi),
            Some(row.mi3),
            Some(row.t),
            Some(row.z),
            row.g2,
            row.delta_p,
            row.log_ratio,
        ];
        for (measure, value) in COLLOCATION.into_iter().zip(values) {
            holds(&mut engine, measure, &of, value);
        }
    }
}

/// Where one of several words of a node lies in another’s place, the longer counts, and only once.
#[test]
fn places_of_a_node_do_not_overlap() {
    let articles = corpus(&["The European Union and Europe met the European Union.", "Europe slept."]);
    let mut engine = Engine::new(articles).with_lists(BuiltIn);
    let report =
        answer!(engine, Collocates(every(&["European Union", "union", "Europe", "europe"], Window::default())));
    let node: Vec<(&str, u32)> = report.words.iter().map(|word| (word.term.as_str(), word.frequency)).collect();
    assert_eq!(node, [("european union", 2), ("union", 0), ("europe", 2)]);
    assert_eq!(report.panels.iter().map(|panel| panel.node).collect::<Vec<_>>(), [3, 1]);
}

#[test]
fn a_node_that_is_not_there_is_said_plainly() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let report = answer!(engine, Collocates(every(&["zeppelin"], Window::default())));
    assert_eq!((report.total, report.found), (0, 0));
    let said = format!("{:?}", report.finding.sentence);
    assert!(said.contains("None of the articles has ‘zeppelin’"), "{said}");
    let none = every(&[" , "], Window::default());
    let error = engine.handle(&Settings::default(), &Request::Collocates(none)).unwrap_err();
    assert_eq!(error.code, ErrorCode::OutOfRange);
    let unknown = MarkedQuery { marking: Marking::Framing("nothing".to_owned()), article: Some(0), beside: None };
    let error = engine.handle(&Settings::default(), &Request::Marked(unknown)).unwrap_err();
    assert_eq!(error.code, ErrorCode::OutOfRange);
    let empty = every(&["NATO"], Window { left: 0, right: 0, crossing: false });
    let error = engine.handle(&Settings::default(), &Request::Collocates(empty)).unwrap_err();
    assert!(error.remedy.contains("at least one word"), "{error}");
}

#[test]
fn every_count_of_a_modal_verb_leads_to_as_many_places() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let report = answer!(engine, Modals);
    assert!(report.missing.is_empty());
    let sizes: Vec<u32> = answer!(engine, Articles).iter().map(|article| article.tokens).collect();
    for (position, article) in report.articles.iter().enumerate() {
        assert_eq!(article.words.iter().sum::<u32>(), sizes[position]);
        for voice in [Voice::Any, Voice::Writer, Voice::Quoted] {
            let any = Framed::Modals { choice: ModalChoice::Any, voice };
            assert_eq!(marked(&mut engine, &any, article.article), article.count(None, voice));
            for (class, _) in ModalClass::ALL {
                let choice = ModalChoice::Class(class);
                let framed = Framed::Modals { choice: choice.clone(), voice };
                assert_eq!(marked(&mut engine, &framed, article.article), article.count(Some(class), voice));
                let of = Subject::Modals { choice, voice, article: article.article };
                holds(&mut engine, "modal-verbs", &of, article.rate(Some(class), voice));
            }
            for row in &report.rows {
                let framed = Framed::Modals { choice: ModalChoice::Verb(row.verb.clone()), voice };
                assert_eq!(marked(&mut engine, &framed, article.article), row.by_article[position].of(voice));
            }
        }
        let negated: u32 = report.rows.iter().map(|row| row.by_article[position].negated).sum();
        let framed = Framed::Modals { choice: ModalChoice::Negated, voice: Voice::Any };
        assert_eq!(marked(&mut engine, &framed, article.article), negated);
    }
}

/// Without their list there are no modal verbs, and the answer says why.
#[test]
fn without_the_list_the_answer_says_so() {
    let mut engine = Engine::with_bundled();
    let report = answer!(engine, Modals);
    assert!(
        report.rows.is_empty() && report.missing.iter().any(|it| it.contains("modals.txt")),
        "{:?}",
        report.missing
    );
    let error = engine.handle(&Settings::default(), &Request::Csv(Table::Modals)).unwrap_err();
    assert_eq!(error.code, ErrorCode::List);
}

#[test]
fn what_one_article_alone_says_is_found_and_worked_out() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let report = answer!(engine, OnlyHere(OnlyHereQuery { each: 4, words: 5 }));
    let of = |id: &str| {
        let number = engine.articles().iter().position(|article| article.id == id).unwrap() as u32;
        let article = report.articles.iter().find(|it| it.article == number).unwrap();
        let text = |row: &OnlyHereRow| row.sentence.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
        article.rows.iter().map(text).collect::<Vec<_>>().join("\n")
    };
    // Facts that no other article of the corpus has.
    assert!(of("us-support").contains("Funke media group"));
    assert!(of("more-lethal-nato").contains("sabotage of underwater infrastructure"));
    assert!(of("anti-drone").contains("counter-propaganda"));
    for article in &report.articles {
        assert!(article.rows.is_sorted_by(|one, two| one.support <= two.support));
        for row in &article.rows {
            let start = row.sentence.span.start;
            let of = Subject::Sentence { article: article.article, start };
            holds(&mut engine, "support", &of, Some(row.support));
            holds(&mut engine, "coverage", &of, Some(row.coverage));
            let working = explained(&mut engine, "support", of);
            assert_eq!(working.cases.unwrap().rows.len(), row.words as usize);
        }
    }
}

/// What two articles share word for word supports itself wholly; a lone article has no elsewhere.
#[test]
fn a_copied_article_says_nothing_alone() {
    let text = "Allies pledged twenty billion euros yesterday. The minister praised brave soldiers warmly.";
    let mut engine = Engine::new(corpus(&[text, text])).with_lists(BuiltIn);
    let report = answer!(engine, OnlyHere(OnlyHereQuery::default()));
    for row in report.articles.iter().flat_map(|it| &it.rows) {
        assert_eq!((row.support, row.coverage), (1.0, 1.0));
    }
    let mut engine = Engine::new(corpus(&[text])).with_lists(BuiltIn);
    let report = answer!(engine, OnlyHere(OnlyHereQuery::default()));
    assert!(report.articles.iter().all(|it| it.rows.is_empty() && it.mean.is_none()));
    assert!(format!("{:?}", report.finding.sentence).contains("no elsewhere"));
}
