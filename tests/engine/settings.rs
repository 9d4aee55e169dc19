//! Settings, articles on and off, and questions that can't be answered.

use parallax::engine::Engine;
use parallax::protocol::exports::{Export, ExportQuery};
use parallax::protocol::*;

use crate::questions::{BuiltIn, frequency, keywords, pair, questions, table};
use crate::{answer, ask, corpus};

fn off(ids: &[&str]) -> Settings {
    Settings { off: ids.iter().map(|&id| id.to_owned()).collect(), ..Settings::default() }
}

#[test]
fn what_was_asked_before_changes_no_answer() {
    let shown = Settings { stop_words: StopWords { hidden: false, ..StopWords::default() }, ..Settings::default() };
    let settings =
        [Settings::default(), shown, off(&["trt-world"]), Settings { furniture: true, ..Settings::default() }];
    // Each setting's answers by an engine that knows no other, then by one that goes back and forth.
    let expected: Vec<Vec<_>> = settings
        .iter()
        .map(|settings| {
            let mut engine = Engine::with_bundled().with_lists(BuiltIn);
            questions(5, &["nato"]).iter().map(|question| engine.handle(settings, question)).collect()
        })
        .collect();
    let mut used = Engine::with_bundled().with_lists(BuiltIn);
    for (at, question) in questions(5, &["nato"]).iter().enumerate().rev() {
        for (settings, expected) in settings.iter().zip(&expected) {
            assert_eq!(used.handle(settings, question), expected[at], "{question:?}");
        }
    }
}

#[test]
fn articles_that_are_off_take_part_in_nothing() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let two = off(&["anti-drone", "more-lethal-nato", "us-support"]);
    let bundled = engine.articles().to_vec();
    let mut small = Engine::new(bundled[..2].to_vec()).with_lists(BuiltIn);
    for question in questions(2, &["nato", "US support"]) {
        // Notes, manifests and exports of articles list those that are off too, as does what is no part of any.
        let of_all = match &question {
            Request::Articles | Request::Manifest(_) | Request::Csv(Table::Articles) => true,
            Request::Marked(query) => query.marking == Marking::Furniture,
            _ => false,
        };
        if !of_all {
            assert_eq!(engine.handle(&two, &question), small.handle(&Settings::default(), &question), "{question:?}");
        }
    }
    let notes = answer!(engine, &two, Articles);
    assert_eq!(notes.iter().map(|note| note.on).collect::<Vec<_>>(), [true, true, false, false, false]);
    assert!(notes.iter().all(|note| (note.tokens > 0) == note.on));
    // An id that the corpus doesn't have is passed over.
    assert_eq!(answer!(engine, &off(&["gone"]), Overview), answer!(engine, Overview));
}

#[test]
fn reports_give_the_numbers_of_the_corpus_not_of_those_that_are_on() {
    let mut engine = Engine::with_bundled();
    let settings = off(&["trt-world", "anti-drone"]);
    let on = [1, 3, 4];
    let report = answer!(engine, &settings, Keywords(keywords(1)));
    assert_eq!(report.panels.iter().map(|panel| panel.article).collect::<Vec<_>>(), on);
    assert!(report.rows.iter().all(|row| on.contains(&row.article)));
    let mut order =
        answer!(engine, &settings, Compare(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() }))
            .order;
    order.sort_unstable();
    assert_eq!(order, on);
    let found = answer!(engine, &settings, Evidence(EvidenceQuery { term: "rutte".to_owned(), article: None }));
    assert!(found.hits.iter().all(|hit| on.contains(&hit.article)));
    for hit in &found.hits {
        let text = &engine.articles()[hit.article as usize].text;
        assert!(hit.span.of(text).to_lowercase().starts_with("rutte"));
    }
    let sort = FrequencyColumn::Article(3);
    let rows = answer!(engine, &settings, Frequency(FrequencyQuery { table: table(sort, 5), ..frequency(1) })).rows;
    assert!(rows.is_sorted_by(|a, b| a.by_article[1] >= b.by_article[1]));
}

/// Asserts the failure's kind, and that it has two sentences.
fn fails(answer: Result<Response, Error>, code: ErrorCode) {
    let error = answer.expect_err("should fail");
    assert_eq!(error.code, code, "{error}");
    for sentence in [&error.message, &error.remedy] {
        assert!(sentence.ends_with('.') && sentence.chars().next().is_some_and(char::is_uppercase), "{sentence}");
    }
}

#[test]
fn with_nothing_to_count_there_is_a_typed_error() {
    let all: Vec<String> = Engine::with_bundled().articles().iter().map(|article| article.id.clone()).collect();
    let none_on = off(&all.iter().map(String::as_str).collect::<Vec<_>>());
    let cases = [
        (Engine::with_bundled().with_lists(BuiltIn), none_on),
        (Engine::new(Vec::new()).with_lists(BuiltIn), off(&[])),
        (Engine::new(corpus(&["…", ""])).with_lists(BuiltIn), off(&[])),
    ];
    for (mut engine, settings) in cases {
        for question in questions(0, &["nato"]) {
            let answer = engine.handle(&settings, &question);
            match question {
                Request::Articles
                | Request::Methods
                | Request::StopWords
                | Request::Fetched
                | Request::Csv(Table::Articles) => {
                    assert!(answer.is_ok(), "{question:?}");
                }
                // A reference needs a text, not words in it.
                Request::Export(ExportQuery::Part(Export::BibTex | Export::CslJson | Export::MatrixTexts, _))
                    if answer.is_ok() => {}
                Request::Export(_) => {
                    let code = answer.as_ref().err().map(|error| error.code);
                    assert!(matches!(code, Some(ErrorCode::Empty | ErrorCode::OutOfRange)), "{question:?}: {answer:?}");
                }
                _ => fails(answer, ErrorCode::Empty),
            }
        }
    }
}

#[test]
fn parameters_out_of_range_are_typed_errors() {
    let mut engine = Engine::with_bundled();
    let nothing = |term: &str| Request::Evidence(EvidenceQuery { term: term.to_owned(), article: None });
    let set = |articles: &[u32]| Request::Sets(SetsQuery { articles: articles.to_vec(), limit: 5 });
    for question in [
        Request::Frequency(frequency(0)),
        Request::Frequency(frequency(6)),
        Request::Frequency(FrequencyQuery { minimum: 0, ..frequency(1) }),
        Request::Keywords(keywords(0)),
        Request::Pair(PairQuery { minimum: 0, ..pair(0, 1) }),
        Request::Pair(PairQuery { passage: 2, ..pair(0, 1) }),
        Request::Pair(pair(1, 1)),
        set(&[]),
        set(&[2]),
        set(&[2, 2]),
        Request::Compare(CompareQuery { linkage: Linkage::Ward, ..CompareQuery::default() }),
        Request::Map(MapQuery { axes: (2, 2), ..MapQuery::default() }),
        Request::Map(MapQuery { words: 1, ..MapQuery::default() }),
        Request::Map(MapQuery { range: 0, ..MapQuery::default() }),
        Request::Intersections(IntersectionsQuery { articles: vec![2], ..IntersectionsQuery::default() }),
        Request::Intersections(IntersectionsQuery { articles: vec![2, 2], ..IntersectionsQuery::default() }),
        nothing(""),
        nothing(" … "),
        Request::Distribution(DistributionQuery { terms: vec!["nato".to_owned(); 21] }),
    ] {
        fails(ask(&mut engine, question), ErrorCode::OutOfRange);
    }
}

#[test]
fn unknown_articles_are_typed_errors() {
    let mut engine = Engine::with_bundled();
    let settings = off(&["us-support"]);
    // 4 is off, 5 and more aren't there.
    for article in [4, 5, u32::MAX] {
        let sort = FrequencyColumn::Article(article);
        for question in [
            Request::Keywords(KeywordsQuery { articles: vec![0, article], ..keywords(1) }),
            Request::Frequency(FrequencyQuery { table: table(sort, 5), ..frequency(1) }),
            Request::Pair(pair(0, article)),
            Request::Pair(pair(article, 0)),
            Request::Sets(SetsQuery { articles: vec![0, article], limit: 5 }),
            Request::Evidence(EvidenceQuery { term: "nato".to_owned(), article: Some(article) }),
        ] {
            fails(engine.handle(&settings, &question), ErrorCode::UnknownArticle);
        }
    }
    // A text can be read, on or off; not one that isn't there.
    assert_eq!(answer!(engine, &settings, Text(TextQuery { article: 4 })).text, engine.articles()[4].text);
    fails(ask(&mut engine, Request::Text(TextQuery { article: 5 })), ErrorCode::UnknownArticle);
}

#[test]
fn with_one_article_keyness_is_undefined_and_the_report_says_why() {
    let mut engine = Engine::with_bundled();
    let one = off(&["trt-world", "resolute-message", "anti-drone", "more-lethal-nato"]);
    let report = answer!(engine, &one, Keywords(keywords(2)));
    assert!(report.points.is_empty() && report.panels.len() == 1 && report.panels[0].rows.is_empty());
    assert_eq!((report.panels[0].tested, report.panels[0].keywords), (0, 0));
    assert!(report.total > 0 && report.finding.caution.contains("second article"));
    for row in &report.rows {
        let measures = [row.g2, row.p, row.p_adjusted, row.bic, row.log_ratio, row.log_ratio_low, row.log_ratio_high];
        assert!(measures.iter().all(Option::is_none) && row.robust.is_none() && row.tf_idf > 0.0, "{row:?}");
    }
    let overview = answer!(engine, &one, Overview);
    assert_eq!(overview.cards[0].keywords.len(), 5);
    assert!(overview.cards[0].keywords.is_sorted_by(|a, b| a.tf_idf >= b.tf_idf));
    let compared =
        answer!(engine, &one, Compare(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() }));
    assert_eq!(
        (compared.articles, compared.order, compared.pairs.len(), compared.merges.len()),
        (vec![4], vec![4], 0, 0)
    );
    let frequencies = answer!(engine, &one, Frequency(frequency(1)));
    assert!(frequencies.rows.iter().all(|row| row.dp.is_none() && row.juilland_d.is_none()));
}

#[test]
fn stop_words_are_a_filter_and_change_no_number() {
    let mut engine = Engine::with_bundled();
    let hidden = Settings::default();
    let shown = Settings { stop_words: StopWords { hidden: false, ..StopWords::default() }, ..Settings::default() };
    let query = KeywordsQuery { kind: Kind::Both, table: table(KeywordColumn::G2, u32::MAX), ..keywords(1) };
    let few = answer!(engine, &hidden, Keywords(query.clone())).rows;
    let all = answer!(engine, &shown, Keywords(query)).rows;
    assert!(few.len() < all.len());
    assert!(few.iter().all(|row| all.contains(row)));
    let own = StopWords { hidden: true, added: vec!["NATO’s".to_owned()], removed: vec!["The".to_owned()] };
    let own = Settings { stop_words: own, ..Settings::default() };
    let rows = answer!(engine, &own, Frequency(frequency(1))).rows;
    assert!(rows.iter().any(|row| row.term == "the") && !rows.iter().any(|row| row.term == "nato" || row.term == "of"));
    let words = answer!(engine, &own, StopWords);
    assert!(words.contains(&"nato".to_owned()) && !words.contains(&"the".to_owned()));
    // An n-gram is hidden when all of its words are.
    let pairs = answer!(
        engine,
        &hidden,
        Frequency(FrequencyQuery { table: table(FrequencyColumn::Frequency, u32::MAX), ..frequency(2) })
    )
    .rows;
    assert!(pairs.iter().any(|row| row.term == "the alliance") && !pairs.iter().any(|row| row.term == "of the"));
    assert!(answer!(engine, &shown, Frequency(frequency(2))).rows.iter().any(|row| row.term == "of the"));
}

#[test]
fn progress_is_told_and_never_runs_over() {
    let mut engine = Engine::with_bundled();
    let mut told = Vec::new();
    engine.handle_with(&Settings::default(), &Request::Overview, &mut |progress| told.push(progress)).unwrap();
    assert_eq!(told.iter().filter(|progress| progress.what == "Reading the articles").count(), 5);
    assert!(told.iter().all(|progress| progress.done < progress.of && progress.of == 5));
    // What is kept needs no telling.
    told.clear();
    engine.handle_with(&Settings::default(), &Request::Overview, &mut |progress| told.push(progress)).unwrap();
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn findings_agree_in_number() {
    let texts: Vec<String> = (0..50)
        .map(|at| {
            format!("The council of town{at} met on Monday. {} The council voted.", format!("harbour{at} ").repeat(8))
        })
        .collect();
    for (articles, opening, caution) in [
        (2, "Both articles speak of ", "Two short articles: "),
        (5, "All five articles speak of ", "Five short articles: "),
        (50, "All 50 articles speak of ", "The test takes every word as independent"),
    ] {
        let mut engine = Engine::new(corpus(&texts[..articles].iter().map(String::as_str).collect::<Vec<_>>()));
        let overview = answer!(engine, Overview);
        let sentence = crate::known::said(&overview.finding);
        assert!(
            sentence
                .starts_with(&format!("{opening}council, met and Monday; what sets one apart most is harbour0 in [0]")),
            "{sentence}"
        );
        assert!(overview.finding.caution.starts_with(caution), "{}", overview.finding.caution);
        let sentence = crate::known::said(&answer!(engine, Keywords(keywords(2))).finding);
        let expected = match articles {
            2 => {
                "What sets [0] apart most is harbour0 (8 times, nowhere else), and in [1] it is harbour1 (8 times, nowhere else)."
            }
            5 => {
                "What sets [0] apart most is harbour0 (8 times, nowhere else); in [1] it is harbour1 (8 times, nowhere else), and in [2] harbour2 (8 times, nowhere else). Two further articles have keywords too."
            }
            _ => {
                "What sets [0] apart most is harbour0 (8 times, nowhere else); in [1] it is harbour1 (8 times, nowhere else), and in [2] harbour2 (8 times, nowhere else). 47 further articles have keywords too."
            }
        };
        assert_eq!(sentence, expected);
    }
}

#[test]
fn a_word_is_one_however_its_marks_are_written() {
    let text = "Orba\u{301}n met Erdoğan. Orbán left, Erdog\u{306}an stayed.";
    let mut engine = Engine::new(corpus(&[text]));
    for typed in ["Orbán", "Orba\u{301}n", "orbán"] {
        let found = answer!(engine, Evidence(EvidenceQuery { term: typed.to_owned(), article: None }));
        assert_eq!((found.term.as_str(), found.total), ("orbán", 2), "{typed}");
        // The places are those of the text as it is.
        let written: Vec<&str> = found.hits.iter().map(|hit| hit.span.of(text)).collect();
        assert_eq!(written, ["Orba\u{301}n", "Orbán"]);
    }
    let report = answer!(engine, Frequency(frequency(1)));
    assert_eq!(report.rows.iter().filter(|row| row.term.starts_with("erdo")).count(), 1);
}

#[test]
fn stems_put_forms_together_show_them_and_find_them_all() {
    let texts = ["The ally agreed. Allies agree, and the Allies’ beings are agreeing.", "An ally’s universities."];
    let mut engine = Engine::new(corpus(&texts)).with_lists(BuiltIn);
    let stems = Settings { words: WordOptions { stems: true, ..WordOptions::default() }, ..Settings::default() };
    let rows = answer!(engine, &stems, Frequency(frequency(1))).rows;
    let row = |term: &str| rows.iter().find(|row| row.term == term).unwrap_or_else(|| panic!("{term}: {rows:?}"));
    assert_eq!(row("alli").by_article, [3, 1]);
    assert_eq!(row("alli").variants, ["Allies", "ally", "ally’s"]);
    assert_eq!(row("agre").variants, ["agree", "agreed", "agreeing"]);
    // No word becomes a stop word: `being` and `be` are, `beings` isn't.
    assert_eq!(row("beings").frequency, 1);
    for asked in ["alli", "allies", "Ally", "ally’s"] {
        let found = answer!(engine, &stems, Evidence(EvidenceQuery { term: asked.to_owned(), article: None }));
        assert_eq!((found.term.as_str(), found.total), ("alli", 4), "{asked}");
    }
    // A word that was hidden is hidden by its stem, under whatever form it was given, the stem itself too.
    for added in ["universities", "universiti", "University"] {
        let stop_words = StopWords { added: vec![added.to_owned()], ..StopWords::default() };
        let hidden = Settings { stop_words, ..stems.clone() };
        let rows = answer!(engine, &hidden, Frequency(frequency(1))).rows;
        assert!(rows.iter().all(|row| !row.term.starts_with("univers")), "{added}: {rows:?}");
    }
    let csv = answer!(engine, &stems, Csv(Table::Frequency(frequency(1))));
    assert!(csv.starts_with("stem,frequency,") && csv.lines().next().unwrap().ends_with(",as_written"), "{csv}");
    assert!(csv.contains("Allies | ally | ally’s"), "{csv}");
    let plain = answer!(engine, Csv(Table::Frequency(frequency(1))));
    assert!(plain.starts_with("term,") && !plain.contains("as_written"));
}
