//! Hundreds of articles: every answer stays small, whatever the number of articles; all of them are counted.
//!
//! The articles are made from the bundled ones: sentences of several, in another order, with words changed. A
//! test of debug speed takes 300 of them; `PARALLAX_ARTICLES=2000 cargo test --release --test scale -- --nocapture`
//! takes as many as one likes and prints how long each answer took and how large it is.

mod articles;
mod exports;
#[path = "../questions/mod.rs"]
#[allow(dead_code)] // The lists alone are needed.
mod questions;

use std::time::Instant;

use parallax::engine::Engine;
use parallax::protocol::{
    CollocatesQuery, CompareQuery, CoverageQuery, DistributionQuery, FrequencyQuery, IntersectionsQuery, KeywordsQuery,
    MOST_DRAWN, MapQuery, Mapped, MatrixOrder, MatrixQuery, OnlyHereQuery, PhrasesQuery, QuotesQuery, Request,
    Response, ReuseQuery, Settings, StyleQuery, TableQuery, UtterancesQuery, VocabularyQuery,
};

fn number() -> usize {
    std::env::var("PARALLAX_ARTICLES").ok().and_then(|number| number.parse().ok()).unwrap_or(300)
}

fn engine() -> Engine {
    Engine::new(articles::made(number())).with_lists(questions::BuiltIn)
}

fn table<S: Default>(limit: u32) -> TableQuery<S> {
    TableQuery { filter: String::new(), sort: S::default(), descending: true, offset: 0, limit }
}

/// What the views ask as they open.
fn views() -> Vec<(&'static str, Request)> {
    let frequency = FrequencyQuery { n: 1, minimum: 1, maximum: None, table: table(100) };
    let terms = ["nato", "rutte", "defence", "said", "alliance", "europe"].map(str::to_owned).to_vec();
    let vocabulary = VocabularyQuery { n: 1, running: false };
    let keywords = KeywordsQuery { panel: 12, table: table(100), ..KeywordsQuery::default() };
    let phrases = PhrasesQuery { limit: 5, ..PhrasesQuery::default() };
    let compare = CompareQuery { limit: 100, ..CompareQuery::default() };
    let matrix = MatrixQuery { order: MatrixOrder::Contrast, limit: 40, filter: String::new() };
    let intersections = IntersectionsQuery { limit: 20, words: 300, ..IntersectionsQuery::default() };
    let coverage = CoverageQuery { picture: 40, lists: 12, table: table(100), ..CoverageQuery::default() };
    vec![
        ("overview", Request::Overview),
        ("keywords", Request::Keywords(keywords)),
        ("phrases", Request::Phrases(phrases)),
        ("frequency", Request::Frequency(frequency)),
        ("distribution", Request::Distribution(DistributionQuery { terms })),
        ("vocabulary", Request::Vocabulary(vocabulary)),
        ("compare", Request::Compare(compare)),
        ("matrix", Request::Matrix(matrix)),
        ("map", Request::Map(MapQuery::default())),
        ("intersections", Request::Intersections(intersections)),
        ("reuse", Request::Reuse(ReuseQuery { least: 6, limit: 40, ..ReuseQuery::default() })),
        ("quotes", Request::Quotes(QuotesQuery { table: table(100), ..QuotesQuery::default() })),
        ("utterances", Request::Utterances(UtterancesQuery { several: true, limit: 40, ..UtterancesQuery::default() })),
        ("coverage", Request::Coverage(coverage)),
        ("collocates", Request::Collocates(CollocatesQuery { table: table(100), ..CollocatesQuery::default() })),
        ("modals", Request::Modals),
        ("only here", Request::OnlyHere(OnlyHereQuery::default())),
        ("style", Request::Style(StyleQuery::default())),
    ]
}

/// How many things an answer has that are one a unit: the most of any.
fn drawn(answer: &Response) -> usize {
    let most = |lengths: &[usize]| lengths.iter().copied().max().unwrap_or(0);
    match answer {
        Response::Overview(it) => it.cards.len(),
        Response::Keywords(it) => it.panels.len(),
        Response::Phrases(it) => it.lists.len(),
        Response::Frequency(it) => most(&[it.articles.len(), it.rows[0].by_article.len()]),
        Response::Distribution(it) => {
            let mut of: Vec<u32> = it.terms.iter().flat_map(|term| &term.hits).map(|hit| hit.article).collect();
            of.dedup();
            of.sort_unstable();
            of.dedup();
            most(&[it.articles.len(), it.units.len(), it.terms[0].row.by_article.len(), of.len()])
        }
        Response::Vocabulary(it) => it.texts.len() - 1,
        Response::Compare(it) => {
            assert_eq!(it.pairs.len(), it.articles.len() * (it.articles.len() - 1) / 2);
            most(&[it.articles.len(), it.order.len(), it.merges.len() + 1])
        }
        Response::Matrix(it) => most(&[it.articles.len(), it.rows[0].by_article.len()]),
        Response::Map(it) => it.points.iter().filter(|point| matches!(point.of, Mapped::Article(_))).count(),
        Response::Intersections(it) => it.articles.len(),
        Response::Quotes(it) => most(&[it.articles.len(), it.speakers[0].quoted.len(), it.verbs[0].by_article.len()]),
        Response::Utterances(it) => it.articles.len(),
        Response::Coverage(it) => {
            most(&[it.articles.len(), it.first.len(), it.only.len(), it.picture[0].by_article.len()])
        }
        Response::Collocates(it) => it.panels.len(),
        Response::Modals(it) => most(&[it.articles.len(), it.rows[0].by_article.len()]),
        Response::OnlyHere(it) => most(&[it.articles.len(), it.courses.len()]),
        Response::Style(it) => most(&[it.articles.len(), it.order.len(), it.names[0].by_article.len()]),
        Response::Reuse(_) => MOST_DRAWN,
        other => panic!("not a view's: {other:?}"),
    }
}

#[test]
fn every_view_is_answered_with_what_can_be_drawn() {
    let mut engine = engine();
    for (name, request) in views() {
        let start = Instant::now();
        let answer = engine.handle(&Settings::default(), &request).unwrap_or_else(|error| panic!("{name}: {error}"));
        let seconds = start.elapsed().as_secs_f64();
        let bytes = serde_json::to_string(&answer).expect("an answer is plain data").len();
        println!("{name:<14} {seconds:>7.2} s {:>9} bytes, {:>3} drawn", bytes, drawn(&answer));
        assert!(request.is_drawn(), "{name}");
        assert_eq!(drawn(&answer), MOST_DRAWN, "{name}");
        assert!(bytes < 1_600_000, "{name}: {bytes} bytes");
    }
}
