//! A corpus that comes after the start: it gives the answers it would have given from the start.

use parallax::corpus::{Article, Furniture, FurnitureKind, bundled};
use parallax::engine::Engine;
use parallax::protocol::*;
use parallax::text::Span;

use crate::questions::{self, BuiltIn};
use crate::{answer, article, ask, corpus};

fn change(engine: &mut Engine, change: TextsChange) -> Result<u32, Error> {
    match ask(engine, Request::Change(change))? {
        Response::Changed(articles) => Ok(articles),
        other => panic!("{other:?}"),
    }
}

fn ids(engine: &Engine) -> Vec<&str> {
    engine.articles().iter().map(|article| article.id.as_str()).collect()
}

/// Every question, answered alike by both, to the last byte.
fn alike(one: &mut Engine, two: &mut Engine) {
    let articles = one.articles().len() as u32;
    for question in questions::questions(articles, &["nato", "rutte"]) {
        let answers = [&mut *one, &mut *two].map(|engine| match ask(engine, question.clone()) {
            Ok(answer) => serde_json::to_string(&answer).unwrap(),
            Err(error) => serde_json::to_string(&error).unwrap(),
        });
        assert!(answers[0] == answers[1], "{question:?}");
    }
}

#[test]
fn a_corpus_that_comes_late_gives_the_same_answers() {
    let mut late = Engine::new(corpus(&["Something else.", "And more."])).with_lists(BuiltIn);
    answer!(late, Overview); // What was counted before is forgotten.
    assert_eq!(change(&mut late, TextsChange::Clear), Ok(0));
    let mut articles = bundled();
    let described = articles[1].clone().parts().1;
    articles[1].title = "Wrong".into();
    articles[1].furniture = vec![Furniture { kind: FurnitureKind::Other, span: Span::new(0, 3) }];
    articles.swap(0, 3);
    let mut rest = articles.split_off(2);
    rest.push(article("too-much", "A text too much."));
    assert_eq!(change(&mut late, TextsChange::Add(articles)), Ok(2));
    answer!(late, Articles);
    assert_eq!(change(&mut late, TextsChange::Add(rest)), Ok(6));
    answer!(late, Articles);
    assert_eq!(change(&mut late, TextsChange::Remove(vec!["too-much".into()])), Ok(5));
    let order: Vec<String> = bundled().into_iter().map(|article| article.id).collect();
    assert_eq!(change(&mut late, TextsChange::Order(order)), Ok(5));
    let id = bundled()[1].id.clone();
    assert_eq!(change(&mut late, TextsChange::Describe(vec![(id, described)])), Ok(5));
    assert_eq!(late.articles(), bundled());
    alike(&mut late, &mut Engine::with_bundled().with_lists(BuiltIn));
    // And back from any other corpus.
    let mut other = Engine::new(corpus(&["Something else."]));
    assert_eq!(change(&mut other, TextsChange::Bundled), Ok(5));
    assert_eq!(answer!(other, Whole), bundled());
}

#[test]
fn a_change_that_fails_leaves_all_as_it_was() {
    let mut engine = Engine::new(corpus(&["One text.", "Another text."]));
    let before = answer!(engine, Overview);
    let marked = |start, end| Article {
        furniture: vec![Furniture { kind: FurnitureKind::Caption, span: Span::new(start, end) }],
        ..article("marked", "é is two bytes")
    };
    let twice = Article {
        furniture: vec![
            Furniture { kind: FurnitureKind::Caption, span: Span::new(0, 4) },
            Furniture { kind: FurnitureKind::Link, span: Span::new(3, 6) },
        ],
        ..article("twice", "marked twice")
    };
    let bad = [
        (TextsChange::Add(vec![article("fine", "Fine."), article("", "No id.")]), ErrorCode::Article),
        (TextsChange::Add(vec![article("Big Id", "Wrong id.")]), ErrorCode::Article),
        (TextsChange::Add(vec![article("~group", "A group’s id.")]), ErrorCode::Article),
        (TextsChange::Add(vec![article("t1", "Taken.")]), ErrorCode::Article),
        (TextsChange::Add(vec![article("a", "Twice."), article("a", "Twice.")]), ErrorCode::Article),
        (TextsChange::Add(vec![marked(0, 99)]), ErrorCode::Article),
        (TextsChange::Add(vec![marked(1, 4)]), ErrorCode::Article),
        (TextsChange::Add(vec![marked(3, 3)]), ErrorCode::Article),
        (TextsChange::Add(vec![twice.clone()]), ErrorCode::Article),
        (TextsChange::Describe(vec![("t0".into(), twice.parts().1)]), ErrorCode::Article),
        (TextsChange::Describe(vec![("gone".into(), About::default())]), ErrorCode::UnknownArticle),
        (TextsChange::Remove(vec!["t0".into(), "gone".into()]), ErrorCode::UnknownArticle),
        (TextsChange::Order(vec!["t0".into(), "gone".into()]), ErrorCode::UnknownArticle),
        (TextsChange::Order(vec!["t0".into(), "t0".into()]), ErrorCode::Article),
        (TextsChange::Order(vec!["t1".into()]), ErrorCode::Article),
    ];
    for (step, code) in bad {
        let error = change(&mut engine, step.clone()).unwrap_err();
        assert_eq!(error.code, code, "{step:?}");
        assert!(error.message.len() > 20 && !error.remedy.is_empty());
        assert_eq!(ids(&engine), ["t0", "t1"]);
    }
    assert_eq!(answer!(engine, Overview), before);
}

#[test]
fn with_no_text_at_all_it_says_what_to_do() {
    let mut engine = Engine::with_bundled();
    change(&mut engine, TextsChange::Clear).unwrap();
    assert_eq!(answer!(engine, Articles), []);
    let error = ask(&mut engine, Request::Overview).unwrap_err();
    assert_eq!(error.code, ErrorCode::Empty);
    assert!(error.message.contains("no text") && error.remedy.contains("Add texts"), "{error}");
}
