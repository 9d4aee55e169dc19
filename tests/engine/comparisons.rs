//! Keyness of groups, chosen references and general English: recounted slowly, and what happens at the edges.

use std::collections::BTreeMap;

use parallax::corpus::bundled;
use parallax::engine::Engine;
use parallax::engine::lists::{List, Lists};
use parallax::protocol::*;
use parallax::stats::association::TwoByTwo;
use parallax::stats::multiplicity;

use crate::questions::{BuiltIn, FURTHER, keywords, table};
use crate::recount::{Word, read};
use crate::{answer, article, ask, corpus};

/// Every row of the comparison, with all measures; stop words too.
fn rows(engine: &mut Engine, comparison: Comparison, kind: Kind) -> KeywordsReport {
    let shown = Settings { stop_words: StopWords { hidden: false, ..StopWords::default() }, ..Settings::default() };
    let query = KeywordsQuery {
        comparison,
        kind,
        further: FURTHER.to_vec(),
        table: table(KeywordColumn::G2, u32::MAX),
        ..KeywordsQuery::default()
    };
    answer!(engine, &shown, Keywords(query))
}

fn further(row: &KeywordRow, column: KeywordColumn) -> Option<f64> {
    row.further[FURTHER.iter().position(|other| *other == column).unwrap()]
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        (None, None) => true,
        _ => false,
    }
}

fn counts(articles: &[Vec<Word>], of: &[usize]) -> (BTreeMap<String, u32>, u32) {
    let mut counts = BTreeMap::new();
    let words = of.iter().flat_map(|&at| &articles[at]);
    let size = words.clone().count() as u32;
    words.for_each(|word| *counts.entry(word.term.clone()).or_default() += 1);
    (counts, size)
}

#[test]
fn a_group_against_others_is_one_text_against_another() {
    let articles: Vec<Vec<Word>> = bundled().iter().map(read).collect();
    let mut engine = Engine::with_bundled();
    for (target, against, reference) in
        [(vec![0, 3], Against::Rest, vec![1, 2, 4]), (vec![2, 1], Against::Articles(vec![4, 0]), vec![0, 4])]
    {
        let numbers: Vec<u32> = target.iter().map(|&at| at as u32).collect();
        for (correction, minimum, range) in
            [(Correction::BenjaminiHochberg, 1, 1), (Correction::Holm, 2, 1), (Correction::Bonferroni, 2, 3)]
        {
            let comparison = Comparison {
                target: Target::Group(numbers.clone()),
                against: against.clone(),
                minimum,
                range,
                correction,
                smoothing: 50,
                ..Comparison::default()
            };
            let report = rows(&mut engine, comparison, Kind::Both);
            let ((here, c), (there, d)) = (counts(&articles, &target), counts(&articles, &reference));
            let mut expected: BTreeMap<&str, TwoByTwo> = BTreeMap::new();
            for term in here.keys().chain(there.keys()) {
                let (a, b) = (here.get(term).copied().unwrap_or(0), there.get(term).copied().unwrap_or(0));
                let less = u64::from(a) * u64::from(d) < u64::from(b) * u64::from(c);
                let having = articles.iter().filter(|words| words.iter().any(|word| word.term == *term)).count() as u32;
                if (if less { b } else { a }) >= minimum && having >= range {
                    expected.insert(term, TwoByTwo::new(a, b, c, d).unwrap());
                }
            }
            assert_eq!(report.rows.len(), expected.len());
            assert_eq!((report.panels.len(), report.panels[0].tested as usize), (1, expected.len()));
            let p: Vec<f64> = expected.values().map(|table| table.p()).collect();
            let adjusted = [multiplicity::benjamini_hochberg(&p), multiplicity::holm(&p), multiplicity::bonferroni(&p)];
            for (at, (term, table)) in expected.iter().enumerate() {
                let row = report.rows.iter().find(|row| row.term == **term).unwrap();
                assert!(close(row.g2, Some(table.signed_g2())) && close(row.p, Some(table.p())), "{term}");
                assert!(close(row.p_adjusted, Some(adjusted[correction as usize][at])), "{term}");
                assert!(close(row.bic, Some(table.bic())) && close(row.log_ratio, table.log_ratio()));
                for (column, value) in [
                    (KeywordColumn::G2TwoCells, Some(table.direction() * table.log_likelihood_two_cells())),
                    (KeywordColumn::ChiSquared, table.chi_squared().map(|x| table.direction() * x)),
                    (KeywordColumn::ChiSquaredYates, table.chi_squared_yates().map(|x| table.direction() * x)),
                    (KeywordColumn::FisherP, Some(table.fisher_p())),
                    (KeywordColumn::PBenjaminiHochberg, Some(adjusted[0][at])),
                    (KeywordColumn::PHolm, Some(adjusted[1][at])),
                    (KeywordColumn::PBonferroni, Some(adjusted[2][at])),
                    (KeywordColumn::ConservativeLogRatio, table.conservative_log_ratio()),
                    (KeywordColumn::PercentDifference, table.percent_difference()),
                    (KeywordColumn::OddsRatio, table.odds_ratio()),
                    (KeywordColumn::SimpleMaths, table.simple_maths(50.0)),
                ] {
                    assert!(close(further(row, column), value), "{term} {column:?}: {value:?}, {row:?}");
                }
                let first = target.iter().copied().filter(|&at| articles[at].iter().any(|word| word.term == **term));
                assert_eq!(row.article as usize, first.min().unwrap_or(*target.iter().min().unwrap()), "{term}");
            }
        }
    }
}

/// The permutation test, by every choice of the group's articles.
#[test]
fn the_permutation_test_shuffles_the_articles_of_both_sides() {
    let articles: Vec<Vec<Word>> = bundled().iter().map(read).collect();
    let mut engine = Engine::with_bundled();
    for (target, against, both) in
        [(vec![1, 4], Against::Rest, vec![0, 1, 2, 3, 4]), (vec![3], Against::Articles(vec![0, 2]), vec![0, 2, 3])]
    {
        let numbers = target.iter().map(|&at| at as u32).collect();
        let comparison = Comparison { target: Target::Group(numbers), against, minimum: 1, ..Comparison::default() };
        let report = rows(&mut engine, comparison, Kind::Both);
        let choices: Vec<Vec<usize>> = (0..1_u32 << both.len())
            .filter(|mask| mask.count_ones() as usize == target.len())
            .map(|mask| (0..both.len()).filter(|at| mask >> at & 1 == 1).map(|at| both[at]).collect())
            .collect();
        assert_eq!(report.panels[0].smallest_permutation_p, Some(1.0 / choices.len() as f64));
        for row in report.rows.iter().step_by(3) {
            let rate = |at: usize| {
                articles[at].iter().filter(|word| word.term == row.term).count() as f64 / articles[at].len() as f64
            };
            let difference = |group: &[usize]| {
                let mean = |of: Vec<f64>| of.iter().sum::<f64>() / of.len() as f64;
                let (inside, outside): (Vec<usize>, Vec<usize>) = both.iter().partition(|at| group.contains(at));
                (mean(inside.into_iter().map(rate).collect()) - mean(outside.into_iter().map(rate).collect())).abs()
            };
            let found = difference(&target);
            let as_much = choices.iter().filter(|group| difference(group) >= found - 1e-12).count();
            let p = as_much as f64 / choices.len() as f64;
            assert!(close(further(row, KeywordColumn::PermutationP), Some(p)), "{}: {p}", row.term);
        }
    }
}

#[test]
fn each_article_may_be_held_against_chosen_ones() {
    let mut engine = Engine::with_bundled();
    let comparison = Comparison { against: Against::Articles(vec![2]), ..Comparison::default() };
    let report = rows(&mut engine, comparison, Kind::Both);
    // The only article of the reference has nothing to be compared with.
    assert_eq!(report.panels.iter().map(|panel| panel.article).collect::<Vec<_>>(), [0, 1, 3, 4]);
    let pair = PairQuery { minimum: 2, ..crate::questions::pair(4, 2) };
    let shown = Settings { stop_words: StopWords { hidden: false, ..StopWords::default() }, ..Settings::default() };
    let pair = answer!(engine, &shown, Pair(PairQuery { table: table(KeywordColumn::G2, u32::MAX), ..pair }));
    let of_last: Vec<_> = report.rows.iter().filter(|row| row.article == 4).collect();
    assert_eq!(of_last.len(), pair.rows.len());
    for (row, other) in of_last.iter().zip(&pair.rows) {
        assert_eq!((&row.term, row.g2, row.p_adjusted), (&other.term, other.g2, other.p_adjusted));
    }
}

#[test]
fn a_group_against_itself_differs_in_nothing() {
    let mut engine = Engine::with_bundled();
    let all = vec![0, 1, 2];
    let comparison = Comparison {
        target: Target::Group(all.clone()),
        against: Against::Articles(all),
        minimum: 1,
        ..Comparison::default()
    };
    let report = rows(&mut engine, comparison, Kind::Both);
    assert!(!report.rows.is_empty() && report.panels[0].keywords == 0);
    for row in &report.rows {
        assert_eq!((row.g2, row.p, row.p_adjusted, row.log_ratio), (Some(0.0), Some(1.0), Some(1.0), Some(0.0)));
        assert_eq!(further(row, KeywordColumn::PermutationP), None, "an article is on both sides");
        assert_eq!(further(row, KeywordColumn::PercentDifference), Some(0.0));
    }
    assert!(report.finding.caution.contains("both sides"), "{}", report.finding.caution);
}

#[test]
fn a_group_of_all_has_nothing_to_be_compared_with() {
    let mut engine = Engine::with_bundled();
    let comparison = Comparison { target: Target::Group(vec![4, 3, 2, 1, 0]), ..Comparison::default() };
    let report = rows(&mut engine, comparison.clone(), Kind::More);
    assert!(report.total > 0 && report.panels[0].rows.is_empty() && report.points.is_empty());
    assert!(report.rows.iter().all(|row| row.g2.is_none() && row.further[1..].iter().all(Option::is_none)));
    assert!(report.finding.caution.contains("Leave an article out"), "{}", report.finding.caution);
    let phrases = answer!(engine, Phrases(PhrasesQuery { comparison, significant: false, limit: 9 }));
    assert!(phrases.lists[0].rows.is_empty());
}

#[test]
fn bad_groups_are_typed_errors() {
    let mut engine = Engine::with_bundled();
    let default = Comparison::default;
    for (comparison, code) in [
        (Comparison { target: Target::Group(vec![]), ..default() }, ErrorCode::OutOfRange),
        (Comparison { against: Against::Articles(vec![]), ..default() }, ErrorCode::OutOfRange),
        (Comparison { target: Target::Group(vec![0, 9]), ..default() }, ErrorCode::UnknownArticle),
        (Comparison { against: Against::Articles(vec![9]), ..default() }, ErrorCode::UnknownArticle),
        (Comparison { range: 0, ..default() }, ErrorCode::OutOfRange),
        (Comparison { smoothing: 0, ..default() }, ErrorCode::OutOfRange),
    ] {
        let query = KeywordsQuery { comparison: comparison.clone(), ..keywords(2) };
        for request in [
            Request::Keywords(KeywordsQuery { comparison: comparison.clone(), ..query }),
            Request::Phrases(PhrasesQuery { comparison, significant: false, limit: 5 }),
        ] {
            assert_eq!(ask(&mut engine, request).unwrap_err().code, code);
        }
    }
}

fn english() -> Comparison {
    Comparison { against: Against::GeneralEnglish, ..Comparison::default() }
}

#[derive(Debug)]
struct Given(&'static str);

impl Lists for Given {
    fn load(&self, list: List) -> Result<String, Error> {
        match list {
            List::GeneralEnglish if !self.0.is_empty() => Ok(self.0.to_owned()),
            _ => Err(list.missing("it is not there")),
        }
    }
}

#[test]
fn general_english_is_a_billion_words_and_a_bound_where_it_is_silent() {
    let text = "The drone fell. The drone rose. Shahed, Shahed, Shahed 2025 2025! Of of of of.";
    let list = Given("# rates\n50000000 the of\n10000 drone\n1000 rose\n");
    let mut engine = Engine::new(vec![article("one", text)]).with_lists(list);
    let report = rows(&mut engine, Comparison { minimum: 2, ..english() }, Kind::Both);
    let row = |term: &str| report.rows.iter().find(|row| row.term == term);
    let drone = row("drone").unwrap();
    assert_eq!((drone.frequency, drone.reference_frequency, drone.reference_tokens), (2, 10_000, 1_000_000_000));
    assert!(!drone.at_most && drone.article_tokens == 15);
    let table = TwoByTwo::new(2, 10_000, 15, 1_000_000_000).unwrap();
    assert!(close(drone.g2, Some(table.signed_g2())) && close(drone.log_ratio, table.log_ratio()));
    // The list has rates, no size of texts; and no articles to leave out or to shuffle.
    assert_eq!((drone.bic, drone.robust, further(drone, KeywordColumn::PermutationP)), (None, None, None));
    let shahed = row("shahed").unwrap();
    assert!(shahed.at_most && shahed.reference_frequency == 1_000);
    assert!(row("2025").is_none() && report.panels[0].unlisted == 1, "of numbers nothing is known");
    assert!(report.finding.caution.contains("one word isn’t tested"), "{}", report.finding.caution);
}

/// The reference is so large that its size doesn't matter: ten times as large changes next to nothing.
#[test]
fn against_general_english_only_the_article_limits_what_can_be_said() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let report = rows(&mut engine, english(), Kind::More);
    assert_eq!(report.panels.len(), 5);
    for row in &report.rows {
        let tenth =
            TwoByTwo::new(row.frequency, row.reference_frequency / 10, row.article_tokens, 100_000_000).unwrap();
        let (g2, other) = (row.g2.unwrap(), tenth.signed_g2());
        assert!((g2 - other).abs() <= 0.01 * g2.max(1.0), "{}: {g2} and {other}", row.term);
    }
    assert!(report.rows.iter().any(|row| row.term == "nato" && row.g2.unwrap() > 100.0 && !row.at_most));
    // The texts' own spelling: the list has both `defence` and `defense`.
    let defence = report.rows.iter().find(|row| row.term == "defence").unwrap();
    assert!(defence.reference_frequency > 100_000, "{}", defence.reference_frequency);
}

#[test]
fn without_its_list_general_english_is_a_typed_error_and_all_else_is_answered() {
    for (list, says) in
        [(Given(""), "it is not there"), (Given("<!doctype html>\n"), "line 1"), (Given("# none\n"), "no word")]
    {
        let mut engine = Engine::with_bundled().with_lists(list);
        let error = ask(&mut engine, Request::Keywords(KeywordsQuery { comparison: english(), ..keywords(2) }));
        let error = error.unwrap_err();
        assert_eq!(error.code, ErrorCode::List);
        assert!(error.message.contains("general English") && error.message.contains(says), "{error}");
        assert!(!answer!(engine, Keywords(keywords(2))).rows.is_empty());
        assert!(!answer!(engine, Phrases(PhrasesQuery { limit: 5, ..PhrasesQuery::default() })).lists.is_empty());
    }
    // While capitals count apart there is no comparing with a list in lower case.
    let apart = WordOptions { fold_case: false, ..WordOptions::default() };
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let request = Request::Keywords(KeywordsQuery { comparison: english(), ..keywords(2) });
    let error = engine.handle(&Settings { words: apart, ..Settings::default() }, &request).unwrap_err();
    assert_eq!(error.code, ErrorCode::OutOfRange);
}

#[test]
fn kinds_and_levels_choose_among_the_same_rows() {
    let mut engine = Engine::with_bundled();
    let all = rows(&mut engine, Comparison::default(), Kind::Both).rows;
    let of = |engine: &mut Engine, kind| rows(engine, Comparison::default(), kind).rows;
    let kept = |keep: &dyn Fn(&&KeywordRow) -> bool| all.iter().filter(keep).cloned().collect::<Vec<_>>();
    assert_eq!(of(&mut engine, Kind::More), kept(&|row| row.g2 > Some(0.0)));
    assert_eq!(of(&mut engine, Kind::Less), kept(&|row| row.g2 < Some(0.0)));
    let alike = of(&mut engine, Kind::Alike);
    // Robust is a keyword; of lockwords it isn't asked.
    let mut expected = kept(&|row| row.log_ratio_low > Some(-1.0) && row.log_ratio_high < Some(1.0));
    expected.iter_mut().for_each(|row| row.robust = None);
    assert_eq!(alike, expected);
    assert!(alike.iter().any(|row| row.term == "and"), "a word as frequent everywhere");
    for level in [Level::FivePercent, Level::OnePercent, Level::OnePerThousand, Level::OnePerTenThousand] {
        let query = KeywordsQuery {
            comparison: Comparison { level, ..Comparison::default() },
            significant: true,
            kind: Kind::Both,
            table: table(KeywordColumn::PAdjusted, u32::MAX),
            ..keywords(2)
        };
        let report = answer!(engine, Keywords(query));
        assert!(report.rows.iter().all(|row| row.p_adjusted < Some(level.value())));
        let keywords: u32 = report.panels.iter().map(|panel| panel.keywords).sum();
        assert_eq!(keywords as usize, report.rows.len());
    }
}

#[test]
fn the_table_says_how_many_were_tested_and_how_many_stop_words_are_hidden() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let all = rows(&mut engine, Comparison::default(), Kind::Both);
    assert_eq!((all.tested, all.hidden), (all.total, 0), "all that are tested are shown, stop words too");
    for (kind, comparison) in [(Kind::More, Comparison::default()), (Kind::Less, english())] {
        let shown = rows(&mut engine, comparison.clone(), kind);
        let query = KeywordsQuery { kind, comparison, table: table(KeywordColumn::G2, u32::MAX), ..keywords(2) };
        let report = answer!(engine, Keywords(query.clone()));
        assert_eq!(report.total + report.hidden, shown.total);
        assert_eq!(report.tested, shown.tested);
        // A filter leaves out rows, but hides no stop word and tests nothing less.
        let filtered = TableQuery { filter: "zzz".to_owned(), ..query.table.clone() };
        let filtered = answer!(engine, Keywords(KeywordsQuery { table: filtered, ..query.clone() }));
        assert_eq!((filtered.total, filtered.hidden, filtered.tested), (0, report.hidden, report.tested));
        // One article's words are those that were tested for it.
        let one = answer!(engine, Keywords(KeywordsQuery { articles: vec![1], ..query }));
        assert_eq!(one.tested, one.panels[1].tested);
        if kind == Kind::Less {
            assert!(report.hidden > 5 * report.total, "{} hidden, {} shown", report.hidden, report.total);
        }
    }
}

#[test]
fn lockwords_are_told_by_rates_and_by_what_it_takes() {
    let shown = Settings { stop_words: StopWords { hidden: false, ..StopWords::default() }, ..Settings::default() };
    let said = |finding: &Finding| {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) | Piece::Number { text, .. } => text.clone(),
            Piece::Article(article) => format!("[{article}]"),
            Piece::Term { written, .. } => written.clone(),
        };
        finding.sentence.iter().map(piece).collect::<String>()
    };
    // 200 words each: the same word 40 times here and 40 there.
    let texts =
        [["so and on ".repeat(40), "now ".repeat(80)].concat(), ["so or off ".repeat(40), "then ".repeat(80)].concat()];
    let mut engine = Engine::new(corpus(&[&texts[0], &texts[1]]));
    let query = KeywordsQuery { kind: Kind::Alike, ..keywords(2) };
    let report = answer!(engine, &shown, Keywords(query.clone()));
    assert!(report.rows.iter().all(|row| row.term == "so" && row.robust.is_none()), "{:?}", report.rows);
    let finding = said(&report.finding);
    assert!(finding.contains("so (200.0 in every 1,000 words, 200.0 elsewhere; 40 and 40 times)"), "{finding}");
    // With 200 words on both sides 1/a + 1/b less 2/200 must be below (ln 2 / 1.96)²: 15 on either.
    assert!(
        report.finding.caution.contains("must occur 15 times in an article and 15 times in what"),
        "{}",
        report.finding.caution
    );
    // One side ten times as long: fewer here, ten times as many there. Whatever is said is the least there is.
    let long = [texts[1].repeat(5), texts[1].repeat(5)].concat();
    let mut engine = Engine::new(corpus(&[&texts[0], &long]));
    let comparison = Comparison { target: Target::Group(vec![0]), ..Comparison::default() };
    let report = answer!(engine, &shown, Keywords(KeywordsQuery { comparison, ..query }));
    let caution = &report.finding.caution;
    let holds = |few: u32| {
        let (low, high) = TwoByTwo::new(few, 10 * few, 200, 2000).unwrap().log_ratio_interval().unwrap();
        -1.0 < low && high < 1.0
    };
    let least = (1..).find(|few| holds(*few)).unwrap();
    assert!((8..=10).contains(&least));
    assert!(
        caution.contains(&format!("must occur {least} times in the article and {} times in", 10 * least)),
        "{caution}"
    );
}

#[test]
fn phrases_stand_in_the_text_set_apart_and_hold_no_other() {
    let mut engine = Engine::with_bundled();
    let mut of_article = Vec::new();
    let report = answer!(engine, Phrases(PhrasesQuery { limit: 50, ..PhrasesQuery::default() }));
    assert_eq!(report.lists.len(), 5);
    for list in &report.lists {
        assert!(!list.rows.is_empty() && list.rows.is_sorted_by(|a, b| a.g2 >= b.g2));
        for (at, row) in list.rows.iter().enumerate() {
            let words: Vec<&str> = row.phrase.split(' ').collect();
            assert!((2..=4).contains(&words.len()) && row.frequency >= 2, "{}", row.phrase);
            assert!(!parallax::text::is_stop_word(words[0]) && !parallax::text::is_stop_word(words[words.len() - 1]));
            let padded = |phrase: &str| format!(" {phrase} ");
            for other in &list.rows[at + 1..] {
                let (one, two) = (padded(&row.phrase), padded(&other.phrase));
                assert!(!one.contains(&two) && !two.contains(&one), "{one}/{two}");
            }
            let places = EvidenceQuery { term: row.phrase.clone(), article: Some(row.article) };
            let places = answer!(engine, Evidence(places));
            assert_eq!(places.total, row.frequency, "{}", row.phrase);
            // Most of its places have no word in common with one of a phrase before it.
            let spans: Vec<Span> = places.hits.iter().map(|hit| hit.span).collect();
            let meets =
                |span: &Span| of_article.iter().any(|other: &Span| other.start < span.end && span.start < other.end);
            assert!(2 * spans.iter().filter(|span| meets(span)).count() <= spans.len(), "{}", row.phrase);
            of_article.extend(spans);
            let table = TwoByTwo::new(row.frequency, row.reference_frequency, row.article_tokens, row.reference_tokens);
            assert_eq!(table.unwrap().signed_g2(), row.g2);
        }
        of_article.clear();
    }
    let has = |article: usize, phrase: &str| report.lists[article].rows.iter().any(|row| row.phrase == phrase);
    // One headline, thrice: its beginning stands for it. What follows `united` is said by `united states`.
    assert!(has(3, "build a stronger fairer") && !has(3, "fairer and more lethal"));
    assert!(has(4, "united states") && !has(4, "states remains"));
}

#[test]
fn phrases_that_meet_here_and_there_are_both_kept() {
    let texts = [
        "Old bridge opens. Bridge opens late. Old bridge shut. Bridge opens soon. Old bridge paid.",
        "Nothing of the kind stands here, and nobody asks.",
    ];
    let mut engine = Engine::new(corpus(&texts)).with_lists(BuiltIn);
    let report = answer!(engine, Phrases(PhrasesQuery { limit: 9, ..PhrasesQuery::default() }));
    let found: Vec<(&str, u32)> = report.lists[0].rows.iter().map(|row| (row.phrase.as_str(), row.frequency)).collect();
    assert_eq!(found, [("bridge opens", 3), ("old bridge", 3)]);
    // Where they always meet, one says it all; a sentence's end parts what stands side by side.
    let texts = ["Old bridge opens. Old bridge opens late. Late opens old. Bridge opens.", "Nobody asks."];
    let mut engine = Engine::new(corpus(&texts)).with_lists(BuiltIn);
    let report = answer!(engine, Phrases(PhrasesQuery { limit: 9, ..PhrasesQuery::default() }));
    let found: Vec<(&str, u32)> = report.lists[0].rows.iter().map(|row| (row.phrase.as_str(), row.frequency)).collect();
    assert_eq!(found, [("bridge opens", 3)]);
}

/// A word that a short article lacks and a long one has once or twice: used less, by no size that can be told.
#[test]
fn a_log_ratio_points_as_the_rates_do_or_is_undefined() {
    let mut engine = Engine::with_bundled();
    let query = |kind: Kind, sort: KeywordColumn| KeywordsQuery { kind, table: table(sort, 10_000), ..keywords(1) };
    let report = answer!(engine, Keywords(query(Kind::Both, KeywordColumn::LogRatio)));
    let (mut undefined, mut last) = (0, f64::INFINITY);
    for row in &report.rows {
        let [here, there] = [(row.frequency, row.article_tokens), (row.reference_frequency, row.reference_tokens)]
            .map(|(count, tokens)| f64::from(count) / f64::from(tokens));
        match row.log_ratio {
            Some(ratio) => {
                assert_eq!(ratio.partial_cmp(&0.0), here.partial_cmp(&there), "{}", row.term);
                assert!(undefined == 0 && ratio <= last, "in order, and what is undefined comes last: {}", row.term);
                last = ratio;
            }
            None => {
                assert!(row.frequency == 0 || row.reference_frequency == 0, "{}", row.term);
                assert_eq!((row.log_ratio_low, row.log_ratio_high), (None, None), "{}", row.term);
                undefined += 1;
            }
        }
    }
    assert!(undefined > 100, "{undefined}");
    let less = answer!(engine, Keywords(query(Kind::Less, KeywordColumn::LogRatio)));
    assert!(less.rows.iter().all(|row| row.log_ratio.is_none_or(|ratio| ratio < 0.0)));
}

#[test]
fn texts_of_one_word_and_of_none_have_defined_values_or_none() {
    for texts in [&["Drone", "Drone"][..], &["Drone", ""], &["Drone", "Ship ship"], &["Drone drone drone", "Ship", "…"]]
    {
        let mut engine = Engine::new(corpus(texts)).with_lists(BuiltIn);
        for comparison in [
            Comparison { minimum: 1, ..Comparison::default() },
            Comparison { minimum: 1, ..english() },
            Comparison { target: Target::Group(vec![0]), minimum: 1, ..Comparison::default() },
        ] {
            for kind in [Kind::More, Kind::Both, Kind::Alike] {
                let report = rows(&mut engine, comparison.clone(), kind);
                for row in report.rows.iter().chain(&report.points).chain(report.panels.iter().flat_map(|p| &p.rows)) {
                    let values = [row.g2, row.p, row.p_adjusted, row.bic, row.log_ratio, Some(row.tf_idf)];
                    let all = values.iter().chain(&row.further).flatten();
                    assert!(all.clone().all(|value| value.is_finite()), "{texts:?}: {row:?}");
                }
            }
        }
    }
}
