//! How long the views wait for texts that are hardly texts: marks without end, lists, another language.
//!
//! ```text
//! cargo bench --bench odd -- [FILTER]
//! ```
//!
//! What each of Compare, Quotes and Coverage asks first, of the odd text beside two that are none. Every question is
//! asked anew of an engine that has counted the words, so that the first of them bears what is found once.

use std::time::Instant;

use parallax::corpus::Article;
use parallax::engine::Engine;
use parallax::engine::lists::{List, Lists};
use parallax::protocol::*;

/// The word lists, from their folder.
#[derive(Debug)]
struct Folder;

impl Lists for Folder {
    fn load(&self, list: List) -> Result<String, Error> {
        let path = [env!("CARGO_MANIFEST_DIR"), "/static/lists/", list.file()].concat();
        Ok(std::fs::read_to_string(path).expect("the lists are in their folder"))
    }
}

fn texts() -> Vec<(&'static str, String)> {
    let sentence = "The ministers of Ukraine and Romania met Mark Rutte in Brussels on Friday, he said.";
    vec![
        ("20,000 unclosed paragraphs", format!("“{sentence}\n\n").repeat(20_000)),
        ("20,000 short unclosed paragraphs", "“Rutte said that NATO is ready\n\n".repeat(20_000)),
        ("100,000 unclosed marks", "“word ".repeat(100_000)),
        ("100,000 marks", "“".repeat(100_000)),
        ("100,000 marks of every kind", "\"'“‘«".repeat(20_000)),
        ("20,000 quotations", "“We are ready to defend every inch,” he said. ".repeat(20_000)),
        ("nothing but quotations", "“We are ready.” “They are willing.”\n\n".repeat(20_000)),
        ("a list of 50,000 lines", (0..50_000).map(|n| format!("- item {n} of Romania\n")).collect()),
        ("Hebrew", "מזכ״ל נאט״ו מארק רוטה אמר. נאט״ו מוכנה להגן על כל בעלות הברית. ".repeat(8_000)),
        ("Japanese", "北大西洋条約機構の事務総長は「準備ができている」と述べた。".repeat(10_000)),
        ("Russian", "Генеральный секретарь НАТО Марк Рютте заявил: «Мы готовы защищать союзников». ".repeat(8_000)),
    ]
}

fn questions() -> Vec<(&'static str, Request)> {
    let table = |sort| TableQuery { filter: String::new(), sort, descending: true, offset: 0, limit: 100 };
    let utterances = |reported| UtterancesQuery { several: true, limit: 200, reported, ..UtterancesQuery::default() };
    vec![
        ("Quotes", Request::Quotes(QuotesQuery::default())),
        ("utterances", Request::Utterances(utterances(false))),
        ("utterances, reported too", Request::Utterances(utterances(true))),
        ("Compare", Request::Compare(CompareQuery { limit: 100, ..CompareQuery::default() })),
        ("passages", Request::Reuse(ReuseQuery { least: 6, limit: 200, ..ReuseQuery::default() })),
        ("map", Request::Map(MapQuery::default())),
        (
            "Coverage",
            Request::Coverage(CoverageQuery {
                table: table(CoverageColumn::Count),
                picture: 40,
                lists: 12,
                ..CoverageQuery::default()
            }),
        ),
        ("modal verbs", Request::Modals),
        ("only here", Request::OnlyHere(OnlyHereQuery::default())),
    ]
}

fn main() {
    let filter = std::env::args().skip(1).find(|argument| argument != "--bench").unwrap_or_default();
    let article = |id: &str, text: &str| Article { id: id.to_owned(), text: text.to_owned(), ..Article::default() };
    let beside = [
        article("one", "Mark Rutte said: “We are ready to defend every inch.” Ukraine welcomed it."),
        article("two", "“We are ready to defend every inch,” said the NATO chief in Brussels."),
    ];
    for (name, text) in texts().iter().filter(|text| text.0.contains(&filter)) {
        let mut engine = Engine::new([&[article("odd", text)][..], &beside].concat()).with_lists(Folder);
        let start = Instant::now();
        let first = engine.handle(&Settings::default(), &Request::Articles);
        println!("{name} ({} KB)\n  {:<26}{:>8.3} s", text.len() / 1000, "words", start.elapsed().as_secs_f64());
        assert!(first.is_ok());
        for (asked, request) in questions() {
            let start = Instant::now();
            let answer = engine.handle(&Settings::default(), &request);
            let said = answer.err().map_or_else(String::new, |error| error.message);
            println!("  {asked:<26}{:>8.3} s {said}", start.elapsed().as_secs_f64());
        }
    }
}
