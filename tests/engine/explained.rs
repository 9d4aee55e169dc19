//! 'How is this computed?': the number worked out is the number in the table, for every row of every
//! table of the bundled corpus, and the formula with the numbers put in comes to it.

use parallax::engine::Engine;
use parallax::protocol::{
    Against, CompareQuery, Comparison, Correction, ExplainQuery, KeywordColumn, KeywordRow, KeywordsQuery, PairQuery,
    PhrasesQuery, Piece, Request, Response, Settings, Similarity, Subject, Target, VocabularyQuery, Working,
};

use crate::questions::{FURTHER, frequency, keywords, pair, table};

pub fn explained(engine: &mut Engine, measure: &str, of: Subject) -> Working {
    let request = Request::Explain(ExplainQuery { measure: measure.to_owned(), of });
    match engine.handle(&Settings::default(), &request) {
        Ok(Response::Explain(explanation)) => {
            assert_eq!(explanation.measure.key, measure.split('.').next().unwrap());
            assert_eq!(explanation.working.name.is_empty(), !measure.contains('.'));
            explanation.working
        }
        other => panic!("{request:?}: {other:?}"),
    }
}

/// The working is of this value, to the last bit, and says so or why there is none.
pub fn holds(engine: &mut Engine, measure: &str, of: &Subject, value: Option<f64>) {
    let working = explained(engine, measure, of.clone());
    assert_eq!(working.value.map(f64::to_bits), value.map(f64::to_bits), "{measure} of {of:?}: {working:?}");
    assert_eq!(working.undefined.is_empty(), value.is_some(), "{measure} of {of:?}: {working:?}");
    assert!(!working.title.is_empty());
    if value.is_some() {
        assert!(!working.lines.is_empty() || !working.steps.is_empty(), "{measure} of {of:?} is not worked out");
    }
    for line in &working.lines {
        assert!(!line.worked.is_empty());
        for (_, math) in &line.worked {
            assert!(math.starts_with("<math") && math.ends_with("</math>"), "{math}");
            assert!(!math.contains("undefined") && !math.contains("NaN") && !math.contains("∞"), "{measure}: {math}");
        }
    }
}

/// The words of pieces; articles by their numbers in brackets.
fn text(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) | Piece::Number { text, .. } => text.clone(),
        Piece::Article(article) => format!("[{article}]"),
        Piece::Term { written, .. } => written.clone(),
    };
    pieces.iter().map(piece).collect()
}

fn told(working: &Working) -> String {
    working.steps.iter().map(|step| text(step)).collect::<Vec<_>>().join(" ")
}

fn further(row: &KeywordRow, column: KeywordColumn) -> Option<f64> {
    row.further[FURTHER.iter().position(|other| *other == column).unwrap()]
}

fn keyness(engine: &mut Engine, row: &KeywordRow, comparison: &Comparison) {
    let of = Subject::Word { term: row.term.clone(), article: row.article, comparison: comparison.clone() };
    for (measure, value) in [
        ("g2", row.g2),
        ("p", row.p),
        ("p-adjusted", row.p_adjusted),
        ("bic", row.bic),
        ("log-ratio", row.log_ratio),
        ("log-ratio-interval", row.log_ratio_low),
        ("tf-idf", Some(row.tf_idf)),
        ("robust", row.robust.map(|robust| f64::from(u8::from(robust)))),
        ("fisher-p", further(row, KeywordColumn::FisherP)),
        ("p-holm", further(row, KeywordColumn::PHolm)),
        ("p-bonferroni", further(row, KeywordColumn::PBonferroni)),
        ("permutation-p", further(row, KeywordColumn::PermutationP)),
        ("conservative-log-ratio", further(row, KeywordColumn::ConservativeLogRatio)),
        ("chi-squared", further(row, KeywordColumn::ChiSquared)),
        ("percent-difference", further(row, KeywordColumn::PercentDifference)),
    ] {
        holds(engine, measure, &of, value);
    }
    assert_eq!(explained(engine, "log-ratio-interval", of).upper, row.log_ratio_high);
}

#[test]
fn keyness_is_worked_out_as_in_the_table() {
    let mut engine = Engine::with_bundled();
    let all = KeywordsQuery {
        kind: parallax::protocol::Kind::Both,
        further: FURTHER.to_vec(),
        table: table(KeywordColumn::G2, 10_000),
        ..keywords(2)
    };
    let Ok(Response::Keywords(report)) = engine.handle(&Settings::default(), &Request::Keywords(all)) else { panic!() };
    assert!(report.rows.len() > 100);
    // Every word once; the rest of its rows say nothing new.
    for row in report.rows.iter().step_by(7) {
        keyness(&mut engine, row, &Comparison::default());
    }
    // p adjusted is told by each correction under its own name, whichever is chosen for the table.
    let of = Subject::Word {
        term: "will".to_owned(),
        article: 2,
        comparison: Comparison { correction: Correction::Holm, ..Comparison::default() },
    };
    for (measure, said) in
        [("p-adjusted", "is smallest at rank"), ("p-holm", "is largest at rank"), ("p-bonferroni", "this word’s is")]
    {
        assert!(told(&explained(&mut engine, measure, of.clone())).contains(said), "{measure}");
    }
}

#[test]
fn an_undefined_log_ratio_says_what_the_half_would_do() {
    let mut engine = Engine::with_bundled();
    // Not in the first article, of 329 words; twice in the others, by whose rate it would be there 0.27 times.
    let query = KeywordsQuery {
        kind: parallax::protocol::Kind::Less,
        table: table(KeywordColumn::Term, 10_000),
        ..keywords(2)
    };
    let Ok(Response::Keywords(report)) = engine.handle(&Settings::default(), &Request::Keywords(query)) else {
        panic!()
    };
    let row = report.rows.iter().find(|row| row.frequency == 0 && row.reference_frequency == 2).unwrap();
    let of = Subject::Word { term: row.term.clone(), article: row.article, comparison: Comparison::default() };
    for measure in ["log-ratio", "log-ratio-interval"] {
        let working = explained(&mut engine, measure, of.clone());
        assert_eq!((working.value, working.upper, working.lines.len()), (None, None, 0));
        let expected = 2.0 * f64::from(row.article_tokens) / f64::from(row.reference_tokens);
        assert!(expected < 0.5);
        let said = &working.undefined;
        assert!(
            said.contains(&parallax::stats::formula::figures::figures(expected))
                && said.contains("would turn the direction"),
            "{said}"
        );
        assert!(said.starts_with("In the target the word doesn’t stand"), "{said}");
    }
    assert_eq!(explained(&mut engine, "conservative-log-ratio", of).value, Some(0.0));
}

#[test]
fn the_counts_of_both_sides_of_a_group_are_told() {
    let mut engine = Engine::with_bundled();
    let comparison = Comparison { target: Target::Group(vec![0, 4]), ..Comparison::default() };
    let query = KeywordsQuery { comparison: comparison.clone(), table: table(KeywordColumn::G2, 5), ..keywords(2) };
    let Ok(Response::Keywords(report)) = engine.handle(&Settings::default(), &Request::Keywords(query)) else {
        panic!()
    };
    for row in &report.rows {
        let of = Subject::Word { term: row.term.clone(), article: row.article, comparison: comparison.clone() };
        let here = explained(&mut engine, "rates.here", of.clone());
        let there = explained(&mut engine, "rates.there", of);
        assert_eq!(here.value, Some(f64::from(row.frequency)));
        assert_eq!(there.value, Some(f64::from(row.reference_frequency)));
        assert!(here.table.is_some() && here.name != there.name && !here.name.is_empty());
    }
}

#[test]
fn keyness_of_a_pair_is_worked_out_as_in_the_table() {
    let mut engine = Engine::with_bundled();
    let query = PairQuery { table: table(KeywordColumn::G2, 10_000), ..pair(0, 3) };
    let Ok(Response::Pair(report)) = engine.handle(&Settings::default(), &Request::Pair(query)) else { panic!() };
    let one = Comparison {
        target: Target::Group(vec![0]),
        against: Against::Articles(vec![3]),
        minimum: 1,
        ..Comparison::default()
    };
    for row in report.rows.iter().step_by(29) {
        let of = Subject::Word { term: row.term.clone(), article: row.article, comparison: one.clone() };
        for (measure, value) in [("g2", row.g2), ("p-adjusted", row.p_adjusted), ("log-ratio", row.log_ratio)] {
            holds(&mut engine, measure, &of, value);
        }
    }
}

#[test]
fn frequencies_are_worked_out_as_in_the_table() {
    let mut engine = Engine::with_bundled();
    for n in [1, 3] {
        let Ok(Response::Frequency(report)) = engine.handle(&Settings::default(), &Request::Frequency(frequency(n)))
        else {
            panic!()
        };
        for row in &report.rows {
            let of = Subject::Term { term: row.term.clone(), article: None };
            for (measure, value) in [
                ("frequency", Some(f64::from(row.frequency))),
                ("per-million", Some(row.per_million)),
                ("range", Some(f64::from(row.range))),
                ("dp", row.dp),
                ("dp-norm", row.dp_norm),
                ("juilland-d", row.juilland_d),
            ] {
                holds(&mut engine, measure, &of, value);
            }
            for (article, count) in report.articles.iter().zip(&row.by_article) {
                let of = Subject::Term { term: row.term.clone(), article: Some(*article) };
                holds(&mut engine, "frequency", &of, Some(f64::from(*count)));
            }
        }
    }
}

#[test]
fn similarities_and_sizes_are_worked_out_as_in_the_table() {
    let mut engine = Engine::with_bundled();
    let query = Request::Compare(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() });
    let Ok(Response::Compare(report)) = engine.handle(&Settings::default(), &query) else { panic!() };
    for row in &report.pairs {
        for (a, b) in [(row.article_a, row.article_b), (row.article_b, row.article_a)] {
            let of = Subject::Pair { a, b };
            holds(&mut engine, "cosine", &of, row.cosine);
            holds(&mut engine, "jaccard", &of, row.jaccard);
            holds(&mut engine, "containment", &of, row.containment);
            holds(&mut engine, "shared-5grams", &of, Some(f64::from(row.shared_5grams)));
        }
    }
    let Ok(Response::Overview(report)) = engine.handle(&Settings::default(), &Request::Overview) else { panic!() };
    for card in &report.cards {
        holds(&mut engine, "reading-time", &Subject::Article { article: card.article }, Some(card.minutes));
    }
}

#[test]
fn what_is_undefined_says_why() {
    let mut engine = Engine::with_bundled();
    let nowhere = Subject::Term { term: "nowheretobefound".to_owned(), article: None };
    for measure in ["dp", "dp-norm", "juilland-d"] {
        holds(&mut engine, measure, &nowhere, None);
    }
    let rare = Subject::Word { term: "nowheretobefound".to_owned(), article: 0, comparison: Comparison::default() };
    let working = explained(&mut engine, "g2", rare);
    assert!(working.undefined.contains("isn’t tested"), "{working:?}");
    let settings = Settings {
        off: engine.articles()[1..].iter().map(|article| article.id.clone()).collect(),
        ..Settings::default()
    };
    let alone = Subject::Word { term: "nato".to_owned(), article: 0, comparison: Comparison::default() };
    let request = Request::Explain(ExplainQuery { measure: "g2".to_owned(), of: alone });
    let Ok(Response::Explain(explanation)) = engine.handle(&settings, &request) else { panic!() };
    assert_eq!(explanation.working.value, None);
    assert!(explanation.working.undefined.contains("nothing to compare"), "{explanation:?}");
}

#[test]
fn a_measure_that_is_not_one_is_an_error_in_plain_words() {
    let mut engine = Engine::with_bundled();
    let of = Subject::Pair { a: 0, b: 1 };
    for (measure, part) in [("no-such-thing", "no-such-thing"), ("g2", "G²")] {
        let request = Request::Explain(ExplainQuery { measure: measure.to_owned(), of: of.clone() });
        let error = engine.handle(&Settings::default(), &request).unwrap_err();
        assert!(error.message.contains(part) && !error.remedy.is_empty(), "{error:?}");
    }
    let far = Request::Explain(ExplainQuery { measure: "cosine".to_owned(), of: Subject::Pair { a: 0, b: 99 } });
    assert!(engine.handle(&Settings::default(), &far).is_err());
}

#[test]
fn style_is_worked_out_as_in_the_table() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    let style = |engine: &mut Engine| {
        let request = Request::Style(parallax::protocol::StyleQuery::default());
        match engine.handle(&Settings::default(), &request) {
            Ok(Response::Style(report)) => report.articles,
            other => panic!("{other:?}"),
        }
    };
    let short = || {
        let texts = ["Two words.", "Said once and said again.", "…"];
        Engine::new(crate::corpus(&texts)).with_lists(crate::questions::BuiltIn)
    };
    for (mut engine, articles) in [(style(&mut engine), engine), {
        let mut engine = short();
        (style(&mut engine), engine)
    }]
    .map(|(articles, engine)| (engine, articles))
    {
        for it in articles {
            let of = Subject::Article { article: it.article };
            for (measure, value) in [
                ("hapaxes", Some(f64::from(it.hapaxes))),
                ("ttr", it.ttr.value()),
                ("root-ttr", it.root_ttr.value()),
                ("mattr", it.mattr.value()),
                ("mtld", it.mtld.value()),
                ("hd-d", it.hdd.value()),
                ("yule-k", it.yule_k.value()),
                ("sentence-length", it.sentence_length.value()),
                ("word-length", it.word_length.value()),
                ("syllables", it.syllables.map(f64::from)),
                ("flesch-reading-ease", it.flesch.value()),
                ("flesch-kincaid", it.flesch_kincaid.value()),
                ("gunning-fog", it.fog.value()),
                ("smog", it.smog.value()),
                ("coleman-liau", it.coleman_liau.value()),
                ("ari", it.ari.value()),
                ("passives", it.passive_share.value()),
                ("hedges", it.hedge_rate.value()),
                ("tone", it.tone.value()),
                ("varieties.british", it.british.map(f64::from)),
                ("varieties.american", it.american.map(f64::from)),
                ("tone.positive", it.positive.map(f64::from)),
                ("tone.negative", it.negative.map(f64::from)),
                ("tone.negated", it.negated.map(f64::from)),
                ("hedges.count", it.hedges.map(f64::from)),
                ("passives.count", it.passives.map(f64::from)),
                ("syllables.long", it.polysyllables.map(f64::from)),
                ("word-length.letters", Some(f64::from(it.letters))),
            ] {
                holds(&mut engine, measure, &of, value);
            }
        }
    }
}

#[test]
fn the_permutation_test_shows_rates_ways_and_extremes() {
    // Rates per 1,000: 500, 250, 0, 0. Of the four articles one is the target: in its way alone do
    // the means differ as much.
    let mut engine =
        Engine::new(crate::corpus(&["War war peace peace.", "War peace peace peace.", "Peace now.", "Now."]));
    let of = |group: Vec<u32>| Subject::Word {
        term: "war".to_owned(),
        article: group[0],
        comparison: Comparison { target: Target::Group(group), minimum: 1, ..Comparison::default() },
    };
    let working = explained(&mut engine, "permutation-p", of(vec![0]));
    assert_eq!(working.value, Some(0.25));
    let table = working.table.as_ref().unwrap();
    assert_eq!(
        table.rows.iter().map(row).collect::<Vec<_>>(),
        ["[0] target: 2 4 500", "[1] reference: 1 4 250", "[2] reference: 0 2 0", "[3] reference: 0 1 0"]
    );
    let cases = working.cases.as_ref().unwrap();
    assert_eq!(
        cases.rows.iter().map(row).collect::<Vec<_>>(),
        ["[0]: 500 83.333 416.67 yes", "[1]: 250 166.67 83.333 no", "[2]: 0 250 250 no", "[3]: 0 250 250 no"]
    );
    let steps = told(&working);
    for part in ["target is 500, in the reference 83.333", "four ways", "In 1 of these 4 the two", "p = 1 / 4 = 0.25."]
    {
        assert!(steps.contains(part), "{part}: {steps}");
    }
    // Two of four: each way has its mirror image.
    let working = explained(&mut engine, "permutation-p", of(vec![0, 1]));
    assert!(told(&working).contains("six ways") && told(&working).contains("p = 2 / 6"), "{}", told(&working));
    // Too many to be listed: 9 of 18 are 48,620 ways.
    let texts: Vec<String> = (0..18).map(|at| ["war ", "peace "].concat().repeat(1 + at % 5)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut engine = Engine::new(crate::corpus(&texts));
    let working = explained(&mut engine, "permutation-p", of((0..9).collect()));
    assert!(working.cases.is_none() && told(&working).contains("seed 1937"), "{}", told(&working));
    assert_eq!((working.table.as_ref().unwrap().rows.len(), working.table.as_ref().unwrap().more), (12, 6));
}

#[test]
fn measures_that_seem_to_contradict_say_so_in_each_others_dialog() {
    let mut engine = Engine::with_bundled();
    let of = |term: &str, article| Subject::Word { term: term.to_owned(), article, comparison: Comparison::default() };
    // p is 0.007 and Katz's interval holds 0: each says so, with the exact ones.
    for measure in ["p", "log-ratio-interval", "conservative-log-ratio", "fisher-p", "g2"] {
        let note = explained(&mut engine, measure, of("firm", 1)).note;
        for part in [
            "G² is 0.0068769 (below 0.05)",
            "Fisher’s exact p is 0.025977",
            "−0.09 … 8.85, holds 0",
            "−0.03 … no bound, holds 0",
        ] {
            assert!(note.contains(part), "{measure}: {part}: {note}");
        }
    }
    // Where all agree nothing is to be said; nor beside a number that gives no verdict.
    assert_eq!(explained(&mut engine, "p", of("romania", 0)).note, "");
    assert_eq!(explained(&mut engine, "tf-idf", of("firm", 1)).note, "");
}

/// A row of a table of counts, as one reads it.
fn row(row: &(Vec<Piece>, Vec<String>)) -> String {
    format!("{}: {}", text(&row.0), row.1.join(" "))
}

#[test]
fn fishers_test_and_the_exact_limits_show_their_steps() {
    // Fisher's own: of 8 cups 4 with milk first; 3 of her 4 are right.
    let mut engine = Engine::new(crate::corpus(&["tea tea tea milk", "tea milk milk milk"]));
    let of = Subject::Word {
        term: "tea".to_owned(),
        article: 0,
        comparison: Comparison { target: Target::Group(vec![0]), minimum: 1, ..Comparison::default() },
    };
    let fisher = explained(&mut engine, "fisher-p", of.clone());
    assert!((fisher.value.unwrap() - 34.0 / 70.0).abs() < 1e-12);
    assert_eq!(
        fisher.cases.as_ref().unwrap().rows.iter().map(row).collect::<Vec<_>>(),
        [
            "x = 0: 4 0.014286 yes",
            "x = 1: 3 0.22857 yes",
            "x = 2: 2 0.51429 no",
            "x = 3, as it is: 1 0.22857 yes",
            "x = 4: 0 0.014286 yes"
        ]
    );
    assert!(told(&fisher).contains("five tables that have these totals four are no likelier"), "{}", told(&fisher));
    assert_eq!(fisher.lines.len(), 1, "the sum");
    let exact = told(&explained(&mut engine, "conservative-log-ratio", of));
    // scipy.stats.beta.ppf(0.025, 3, 2), ppf(0.975, 4, 1)
    for part in [
        "four occurrences three are in the target: a share of 0.75",
        "true share is 0.19412",
        "true share is 0.99369",
        "holds 0",
    ] {
        assert!(exact.contains(part), "{part}: {exact}");
    }
}

#[test]
fn key_phrases_are_worked_out_as_in_their_line() {
    let mut engine = Engine::with_bundled();
    for comparison in [
        Comparison::default(),
        Comparison {
            target: Target::Group(vec![0, 2]),
            against: Against::Articles(vec![4, 1]),
            ..Comparison::default()
        },
        Comparison { against: Against::GeneralEnglish, ..Comparison::default() },
    ] {
        let query = PhrasesQuery { comparison: comparison.clone(), limit: 4, ..PhrasesQuery::default() };
        let Ok(Response::Phrases(report)) = engine.handle(&Settings::default(), &Request::Phrases(query)) else {
            panic!()
        };
        for phrase in report.lists.iter().flat_map(|list| &list.rows) {
            let of = Subject::Phrase {
                phrase: phrase.phrase.clone(),
                article: phrase.article,
                comparison: comparison.clone(),
            };
            holds(&mut engine, "key-phrase", &of, Some(phrase.g2));
            let working = explained(&mut engine, "key-phrase", of);
            let table = working.table.as_ref().unwrap();
            assert_eq!(table.rows[0].1[0], format!("a = {}", phrase.frequency));
            assert!(working.lines.len() >= 3, "the formula of G²");
        }
    }
    let of = Subject::Phrase { phrase: "of the".to_owned(), article: 0, comparison: Comparison::default() };
    holds(&mut engine, "key-phrase", &of, None);
}

#[test]
fn the_laws_of_the_vocabulary_are_worked_out_as_in_their_table() {
    let mut engine = Engine::with_bundled();
    for query in [
        VocabularyQuery { n: 1, running: false },
        VocabularyQuery { n: 1, running: true },
        VocabularyQuery { n: 3, running: false },
    ] {
        let Ok(Response::Vocabulary(report)) = engine.handle(&Settings::default(), &Request::Vocabulary(query)) else {
            panic!()
        };
        for it in &report.texts {
            let of = Subject::Vocabulary { article: it.article, query };
            for (measure, value) in [
                ("heaps.k", it.heaps.map(|law| law.k)),
                ("heaps.beta", it.heaps.map(|law| law.beta)),
                ("heaps.error", it.beta_error),
                ("heaps.deviation", it.heaps.map(|law| law.deviation)),
                ("zipf-fit", it.zipf.map(|law| law.exponent)),
                ("zipf-error", it.zipf.map(|law| law.error)),
                ("zipf-distance", it.zipf.map(|law| law.distance)),
            ] {
                holds(&mut engine, measure, &of, value);
            }
            if it.article.is_none() {
                for (measure, value) in [("token", it.tokens), ("type", it.types), ("hapaxes", it.hapaxes)] {
                    holds(&mut engine, measure, &of, Some(f64::from(value)));
                }
            }
        }
    }
    // Each article is left out once.
    let of = Subject::Vocabulary { article: None, query: VocabularyQuery { n: 1, running: false } };
    let error = explained(&mut engine, "heaps.error", of);
    let labels: Vec<String> = error.table.unwrap().rows.iter().map(|row| text(&row.0)).collect();
    assert_eq!(labels, ["without [0]", "without [1]", "without [2]", "without [3]", "without [4]"]);
    // What is too short for a law says so.
    let mut short = Engine::new(crate::corpus(&["Word.", "One more word, and another."]));
    for (article, measure, said) in [
        (Some(0), "zipf-fit", "two different"),
        (Some(1), "heaps.beta", "fewer than 100"),
        (None, "heaps.error", "fewer than 100"),
    ] {
        let of = Subject::Vocabulary { article, query: VocabularyQuery { n: 1, running: false } };
        holds(&mut short, measure, &of, None);
        assert!(explained(&mut short, measure, of).undefined.contains(said));
    }
}

#[test]
fn counts_of_words_name_the_words() {
    let mut engine = Engine::new(crate::corpus(&[
        "The defence organised a great defence. No good news; perhaps they realized war.",
        "Nothing.",
    ]))
    .with_lists(crate::questions::BuiltIn);
    let of = Subject::Article { article: 0 };
    let mut rows = |measure: &str| {
        let working = explained(&mut engine, measure, of.clone());
        working.table.map_or_else(Vec::new, |table| table.rows.iter().map(row).collect::<Vec<_>>())
    };
    assert_eq!(rows("varieties.british"), ["defence: 2 defense", "organised: 1 organized"]);
    assert_eq!(rows("varieties.american"), ["realized: 1 realised (or Oxford’s style)"]);
    assert_eq!(rows("tone.negative"), ["war: 1 −2.9"]);
    assert_eq!(rows("tone.negated"), Vec::<String>::new(), "told in words");
    assert_eq!(rows("hedges.count"), ["perhaps: 1"]);
}
