//! Groups of articles: what is compared is a group where it was an article, and nothing else changes.

use std::collections::BTreeMap;

use parallax::corpus::{Article, bundled};
use parallax::engine::Engine;
use parallax::protocol::manifest::ManifestQuery;
use parallax::protocol::*;
use serde_json::Value;

use crate::questions::{self, BuiltIn, MEASURES, keywords, matrix, pair};
use crate::{answer, article, corpus};

fn grouped(by: Compared) -> Settings {
    Settings { grouping: by.setting(), ..Settings::default() }
}

fn by_hand(groups: &[(&str, &[&str])]) -> Settings {
    let group = |(name, articles): &(&str, &[&str])| HandGroup {
        name: (*name).to_owned(),
        articles: articles.iter().map(|id| (*id).to_owned()).collect(),
    };
    grouped(Compared::by_hand(groups.iter().map(group).collect()))
}

fn groups(engine: &mut Engine, settings: &Settings) -> Vec<(String, Vec<u32>)> {
    let report = answer!(engine, settings, Groups);
    report.groups.into_iter().map(|group| (group.name, group.articles)).collect()
}

#[test]
fn the_bundled_corpus_is_grouped_by_what_it_states() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let own = |list: &[(&str, &[u32])]| -> Vec<(String, Vec<u32>)> {
        list.iter().map(|(name, articles)| ((*name).to_owned(), articles.to_vec())).collect()
    };
    for (field, expected) in [
        (Field::Outlet, own(&[("TRT World", &[0]), ("not stated", &[1, 2, 3, 4])])),
        (Field::Translated, own(&[("not translated", &[0, 1, 4]), ("translated", &[2, 3])])),
        (Field::Country, own(&[("Romania", &[0]), ("Belgium", &[2, 3]), ("not stated", &[1, 4])])),
        (
            Field::Month,
            own(&[
                ("after 2024-10", &[1]),
                ("after 2025-03", &[3]),
                ("2025-10", &[2]),
                ("2025-11", &[0]),
                ("not stated", &[4]),
            ]),
        ),
        (
            Field::Day,
            own(&[
                ("after 2024-10", &[1]),
                ("after 2025-03", &[3]),
                ("2025-10-15", &[2]),
                ("2025-11-05", &[0]),
                ("not stated", &[4]),
            ]),
        ),
    ] {
        assert_eq!(groups(&mut engine, &grouped(Compared::By(field))), expected, "{field:?}");
    }
    assert_eq!(groups(&mut engine, &Settings::default()), []);
    let report = answer!(engine, &by_hand(&[("East", &["us-support", "nowhere"]), ("Empty", &[])]), Groups);
    assert_eq!(report.unknown, ["nowhere"]);
    let named: Vec<(&str, u32, usize)> =
        report.groups.iter().map(|it| (it.name.as_str(), it.number - GROUPS, it.articles.len())).collect();
    assert_eq!(named, [("East", 0, 1), ("Empty", 1, 0), ("not grouped", 2, 4)]);
}

/// Every number that a question or an answer calls an article by, moved.
fn moved(value: &mut Value, keys: &[&str], by: i64) {
    let shift = |value: &mut Value| {
        if let Some(number) = value.as_i64() {
            *value = (number + by).into();
        }
    };
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if keys.contains(&key.as_str()) {
                    match value.as_array_mut() {
                        Some(numbers) => numbers.iter_mut().for_each(shift),
                        None => shift(value),
                    }
                }
                moved(value, keys, by);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| moved(value, keys, by)),
        _ => {}
    }
}

/// Numbers of groups as if they were articles', and words for either alike. Cautions speak of what they are.
fn alike(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("caution");
            fields.values_mut().for_each(alike);
        }
        Value::Array(values) => values.iter_mut().for_each(alike),
        Value::Number(number) => {
            if let Some(group) = number.as_u64().and_then(|number| number.checked_sub(GROUPS.into())) {
                *value = group.into();
            }
        }
        Value::String(text) => {
            let rows = text.split("\r\n").filter(|line| !line.starts_with("# group"));
            let rows = rows.collect::<Vec<_>>().join("\r\n");
            *text = rows.replace("group", "article").replace("an article", "a article");
        }
        _ => {}
    }
}

/// Whether a question is of units, whatever they are.
fn is_of_units(request: &Request) -> bool {
    match request {
        Request::Explain(query) => {
            matches!(
                query.of,
                Subject::Word { .. }
                    | Subject::Term { .. }
                    | Subject::Pair { .. }
                    | Subject::Phrase { .. }
                    | Subject::Collocate { .. }
                    | Subject::Modals { .. }
            )
        }
        Request::Csv(table) => matches!(
            table,
            Table::Keywords(_)
                | Table::Phrases(_)
                | Table::Frequency(_)
                | Table::Similarity(_)
                | Table::Pair(_)
                | Table::Sets(_)
                | Table::Matrix(_)
                | Table::Coverage(_)
                | Table::Collocates(_)
                | Table::Modals
                | Table::Speakers
                | Table::ReportingVerbs
        ),
        // The intersection that is opened is named by units, which the test doesn’t move.
        Request::Intersections(query) => query.open.is_none(),
        // Other marks of a group are listed with its own articles only.
        Request::Marked(query) => matches!(query.marking, Marking::Shared(_)),
        Request::Keywords(_)
        | Request::Phrases(_)
        | Request::Frequency(_)
        | Request::Distribution(_)
        | Request::Compare(_)
        | Request::Pair(_)
        | Request::Sets(_)
        | Request::Matrix(_)
        | Request::Quotes(_)
        | Request::Coverage(_)
        | Request::Collocates(_)
        | Request::Modals
        | Request::Map(_)
        | Request::Utterances(_)
        | Request::Reuse(_)
        | Request::OnlyHere(_)
        | Request::Evidence(_) => true,
        _ => false,
    }
}

/// Each article in a group of its own is each article by itself, to the last byte.
#[test]
fn a_group_for_each_article_is_each_article() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let ids: Vec<String> = engine.articles().iter().map(|article| article.id.clone()).collect();
    let each = ids.iter().map(|id| HandGroup { name: id.clone(), articles: vec![id.clone()] }).collect();
    let grouping = Compared::by_hand(each).setting();
    let shown = StopWords { hidden: false, ..StopWords::default() };
    let two = ids[2..].to_vec();
    let mut compared = 0;
    for settings in [
        Settings::default(),
        Settings { stop_words: shown, furniture: true, ..Settings::default() },
        Settings { off: two, ..Settings::default() },
    ] {
        let in_groups = Settings { grouping: grouping.clone(), ..settings.clone() };
        let words = ["nato", "US", "ready and willing", "nowhere-to-be-found"];
        for question in questions::questions(2, &words).into_iter().filter(is_of_units) {
            let mut asked = serde_json::to_value(&question).unwrap();
            moved(&mut asked, &["article", "articles", "a", "b", "beside", "group"], GROUPS.into());
            let asked: Request = serde_json::from_value(asked).unwrap();
            let answers = [(&settings, &question), (&in_groups, &asked)].map(|(settings, question)| {
                let mut answer = match engine.handle(settings, question) {
                    Ok(answer) => serde_json::to_value(answer).unwrap(),
                    Err(error) => serde_json::to_value(error).unwrap(),
                };
                alike(&mut answer);
                answer.to_string()
            });
            assert_eq!(answers[0], answers[1], "{question:?}");
            compared += 1;
        }
    }
    assert!(compared > 700, "{compared}");
}

/// The articles of each group as one text, furniture and all.
fn joined(articles: &[Article], groups: &[(String, Vec<u32>)]) -> Vec<Article> {
    groups
        .iter()
        .enumerate()
        .map(|(at, (_, members))| {
            let mut one = article(&format!("g{at}"), "");
            for &member in members {
                let article = &articles[member as usize];
                // A paragraph of its own, of which nothing is a word.
                let start = one.text.len() as u32;
                one.furniture.extend(article.furniture.iter().map(|piece| {
                    let span = Span::new(piece.span.start + start, piece.span.end + start);
                    Furniture { span, ..*piece }
                }));
                one.text.push_str(&article.text);
                one.text.push_str("\n\n***\n\n");
            }
            one
        })
        .collect()
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-12 * a.abs().max(1.0),
        (None, None) => true,
        _ => false,
    }
}

/// What counts tokens gives for a group what it gives for the texts of its articles in a row.
#[test]
fn a_group_is_compared_as_its_articles_in_a_row() {
    let articles = bundled();
    for by in [Compared::By(Field::Translated), Compared::By(Field::Country), Compared::By(Field::Outlet)] {
        let settings = grouped(by);
        let mut engine = Engine::with_bundled().with_lists(BuiltIn);
        let of = groups(&mut engine, &settings);
        let mut whole = Engine::new(joined(&articles, &of));
        let query =
            KeywordsQuery { kind: Kind::Both, table: questions::table(KeywordColumn::G2, u32::MAX), ..keywords(1) };
        let ours = answer!(engine, &settings, Keywords(query.clone()));
        let theirs = answer!(whole, Keywords(query));
        assert_eq!(ours.rows.len(), theirs.rows.len());
        let theirs: BTreeMap<(u32, &str), &KeywordRow> =
            theirs.rows.iter().map(|row| ((row.article, row.term.as_str()), row)).collect();
        for row in &ours.rows {
            let other = theirs[&(row.article - GROUPS, row.term.as_str())];
            let counts =
                |row: &KeywordRow| [row.frequency, row.reference_frequency, row.article_tokens, row.reference_tokens];
            assert_eq!(counts(row), counts(other), "{}", row.term);
            assert_eq!((row.g2, row.p, row.p_adjusted), (other.g2, other.p, other.p_adjusted), "{}", row.term);
            assert_eq!((row.log_ratio, row.log_ratio_low), (other.log_ratio, other.log_ratio_low), "{}", row.term);
        }
        let [ours, theirs] = [
            answer!(
                engine,
                &settings,
                Compare(CompareQuery { measure: Similarity::Jaccard, ..CompareQuery::default() })
            ),
            answer!(whole, Compare(CompareQuery { measure: Similarity::Jaccard, ..CompareQuery::default() })),
        ];
        for (row, other) in ours.pairs.iter().zip(&theirs.pairs) {
            assert_eq!((row.article_a - GROUPS, row.article_b - GROUPS), (other.article_a, other.article_b));
            assert!(
                MEASURES.iter().all(|&measure| close(row.value(measure), other.value(measure))),
                "{row:?} {other:?}"
            );
        }
        for (a, b) in [(0, 1), (1, 0)] {
            let ours = answer!(engine, &settings, Pair(pair(GROUPS + a, GROUPS + b)));
            let theirs = answer!(whole, Pair(pair(a, b)));
            assert_eq!((ours.sizes, &ours.shared, &ours.only_a), (theirs.sizes, &theirs.shared, &theirs.only_a));
            let words = |report: &PairReport| report.passages.iter().map(|it| it.words).collect::<Vec<_>>();
            let mut of_both = [words(&ours), words(&theirs)];
            of_both.iter_mut().for_each(|words| words.sort_unstable());
            assert_eq!(of_both[0], of_both[1]);
            for passage in &ours.passages {
                let text = |article: u32, span: Span| {
                    let text = span.of(&articles[article as usize].text).to_lowercase();
                    text.chars().filter(char::is_ascii_alphabetic).take(6).collect::<String>()
                };
                assert_eq!(text(passage.article_a, passage.a), text(passage.article_b, passage.b));
                assert!(of[a as usize].1.contains(&passage.article_a) && of[b as usize].1.contains(&passage.article_b));
            }
        }
        let [ours, theirs] = [
            answer!(engine, &settings, Matrix(matrix(MatrixOrder::Contrast))),
            answer!(whole, Matrix(matrix(MatrixOrder::Contrast))),
        ];
        assert_eq!(ours.article_tokens, theirs.article_tokens);
        for (row, other) in ours.rows.iter().zip(&theirs.rows) {
            assert_eq!((&row.term, &row.by_article), (&other.term, &other.by_article));
        }
    }
}

/// A group's keyness is that of its articles put together by hand for one comparison.
#[test]
fn a_group_has_the_keyness_of_its_articles_put_together() {
    let mut engine = Engine::with_bundled();
    let settings = grouped(Compared::By(Field::Translated));
    let query = |comparison| KeywordsQuery {
        comparison,
        kind: Kind::Both,
        further: questions::FURTHER.to_vec(),
        ..keywords(1)
    };
    let of = groups(&mut engine, &settings);
    let ours = answer!(engine, &settings, Keywords(query(Comparison { minimum: 1, ..Comparison::default() })));
    for (panel, (_, members)) in ours.panels.iter().zip(of) {
        let target = Target::Group(members.clone());
        let theirs = answer!(engine, Keywords(query(Comparison { target, minimum: 1, ..Comparison::default() })));
        assert_eq!(theirs.panels[0].articles, members);
        assert_eq!((panel.tested, panel.keywords), (theirs.panels[0].tested, theirs.panels[0].keywords));
        let plain = |row: &KeywordRow| KeywordRow { article: 0, ..row.clone() };
        let rows = |panel: &KeywordPanel| panel.rows.iter().map(plain).collect::<Vec<_>>();
        assert_eq!(rows(panel), rows(&theirs.panels[0]), "robust, permutation and TF-IDF too: they count articles");
    }
    // By its number, a group can be put together with others, and be a reference.
    let target = Target::Group(vec![GROUPS + 1]);
    let against = Against::Articles(vec![GROUPS]);
    let chosen = answer!(
        engine,
        &settings,
        Keywords(query(Comparison { target, against, minimum: 1, ..Comparison::default() }))
    );
    assert_eq!(chosen.panels[0].rows, ours.panels[1].rows);
    assert_eq!(chosen.panels[0].articles, [GROUPS + 1]);
}

/// Measures over documents stay measures over articles.
#[test]
fn what_counts_articles_counts_articles() {
    let mut engine = Engine::with_bundled();
    let settings = grouped(Compared::By(Field::Translated));
    let [ours, theirs] = [
        answer!(engine, &settings, Frequency(questions::frequency(1))),
        answer!(engine, Frequency(questions::frequency(1))),
    ];
    assert_eq!(ours.articles, [GROUPS, GROUPS + 1]);
    for (row, other) in ours.rows.iter().zip(&theirs.rows) {
        assert_eq!(
            (row.range, row.dp, row.dp_norm, row.juilland_d),
            (other.range, other.dp, other.dp_norm, other.juilland_d)
        );
        assert_eq!(row.by_article.len(), 2);
        assert_eq!(row.by_article.iter().sum::<u32>(), row.frequency);
        let [a, b, c, d, e] = other.by_article[..] else { unreachable!() };
        assert_eq!(row.by_article, [a + b + e, c + d]);
    }
}

#[test]
fn every_count_of_a_group_has_as_many_places_in_its_articles() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let settings = grouped(Compared::By(Field::Country));
    let of = groups(&mut engine, &settings);
    let report = answer!(engine, &settings, Matrix(matrix(MatrixOrder::Frequency)));
    for row in &report.rows {
        for (&number, &count) in report.articles.iter().zip(&row.by_article) {
            let query = EvidenceQuery { term: row.term.clone(), article: Some(number) };
            let found = answer!(engine, &settings, Evidence(query));
            assert_eq!(found.total, count, "{} in {number}", row.term);
            assert!(found.hits.iter().all(|hit| of[(number - GROUPS) as usize].1.contains(&hit.article)));
        }
    }
    // Sizes, and what two have in common, are marked in the articles too.
    for (place, (_, members)) in of.iter().enumerate() {
        let query = MarkedQuery { marking: Marking::Words, article: Some(GROUPS + place as u32), beside: None };
        let marked = answer!(engine, &settings, Marked(query));
        assert_eq!(marked.article, members[0]);
        assert_eq!(marked.counts.iter().map(|it| it.1).sum::<u32>(), report.article_tokens[place]);
    }
    for measure in MEASURES {
        let query = |a, b| MarkedQuery { marking: Marking::Shared(measure), article: Some(a), beside: Some(b) };
        let marked = answer!(engine, &settings, Marked(query(GROUPS + 1, GROUPS)));
        assert!([2, 3].contains(&marked.article) && marked.beside_article == Some(0), "{marked:?}");
        assert!(engine.handle(&settings, &Request::Marked(query(GROUPS, GROUPS))).is_err());
    }
}

/// Counts by article, added up by the articles of each group.
fn summed<T: Copy + std::ops::Add<Output = T> + Default>(by_article: &[T], of: &[(String, Vec<u32>)]) -> Vec<T> {
    let sum = |members: &Vec<u32>| members.iter().fold(T::default(), |sum, &at| sum + by_article[at as usize]);
    of.iter().map(|(_, members)| sum(members)).collect()
}

/// Names, speakers, reporting verbs and modal verbs of a group are those of its articles, and each count has its places there.
#[test]
fn who_is_named_and_quoted_is_added_up_by_group() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    for by in [Field::Translated, Field::Country] {
        let settings = grouped(Compared::By(by));
        let of = groups(&mut engine, &settings);
        let numbers: Vec<u32> = (0..of.len() as u32).map(|group| GROUPS + group).collect();

        let query = CoverageQuery {
            picture: 99,
            lists: 99,
            table: questions::table(CoverageColumn::Count, 99),
            ..CoverageQuery::default()
        };
        let [each, all] =
            [Settings::default(), settings.clone()].map(|settings| answer!(engine, &settings, Coverage(query.clone())));
        assert_eq!((all.articles.as_slice(), all.on), (&numbers[..], of.len() as u32));
        assert_eq!((all.names, all.total, all.rows.len()), (each.names, each.total, each.rows.len()));
        for row in &each.rows {
            let own = all.rows.iter().find(|it| it.key == row.key).unwrap();
            assert_eq!(own.by_article, summed(&row.by_article, &of), "{}", row.name);
            let having = own.by_article.iter().filter(|count| **count > 0).count();
            assert_eq!(own.articles as usize, having, "{}", row.name);
            let only = numbers.iter().zip(&own.by_article).find(|it| *it.1 > 0).filter(|_| having == 1).map(|it| *it.0);
            assert_eq!(own.only, only, "{}", row.name);
            for ((&number, &count), (_, members)) in numbers.iter().zip(&own.by_article).zip(&of) {
                let marking = Marking::Mentions(row.key.clone());
                let found =
                    answer!(engine, &settings, Marked(MarkedQuery { marking, article: Some(number), beside: None }));
                assert_eq!(found.counts.iter().map(|it| it.1).sum::<u32>(), count, "{}", row.name);
                assert!(found.counts.iter().all(|it| members.contains(&it.0)) && members.contains(&found.article));
                assert_eq!(found.places.is_empty(), count == 0, "{}: it opens where it stands", row.name);
            }
        }
        for (list, (_, members)) in all.first.iter().zip(&of) {
            // No name comes later in a group than in each of its articles.
            for (place, brief) in list.names.iter().enumerate() {
                let earliest = members
                    .iter()
                    .filter_map(|&at| each.first[at as usize].names.iter().position(|it| it.key == brief.key));
                assert!(earliest.min().unwrap() <= place, "{}", brief.name);
            }
            assert_eq!(list.names.len(), list.total as usize);
        }

        let [each, all] = [Settings::default(), settings.clone()]
            .map(|settings| answer!(engine, &settings, Quotes(QuotesQuery::default())));
        assert_eq!(all.articles, numbers);
        for (row, own) in each.speakers.iter().zip(&all.speakers) {
            assert_eq!((&own.name, &own.quoted), (&row.name, &summed(&row.quoted, &of)));
            assert_eq!(own.reported, summed(&row.reported, &of));
            // A bar lists as many as it counts.
            for (at, &number) in numbers.iter().enumerate() {
                let query =
                    QuotesQuery { articles: vec![number], speaker: Some(row.name.clone()), ..QuotesQuery::default() };
                let listed = answer!(engine, &settings, Quotes(query));
                assert_eq!(listed.total, own.quoted[at] + own.reported[at], "{}", row.name);
            }
        }
        for (row, own) in each.verbs.iter().zip(&all.verbs) {
            assert_eq!((&own.verb, &own.by_article), (&row.verb, &summed(&row.by_article, &of)));
        }

        let [each, all] = [Settings::default(), settings.clone()].map(|settings| answer!(engine, &settings, Modals));
        assert_eq!(all.articles.iter().map(|it| it.article).collect::<Vec<_>>(), numbers);
        for voice in [Voice::Any, Voice::Writer, Voice::Quoted] {
            let sizes: Vec<u32> = each.articles.iter().map(|it| it.size(voice)).collect();
            assert_eq!(all.articles.iter().map(|it| it.size(voice)).collect::<Vec<_>>(), summed(&sizes, &of));
            let counts: Vec<u32> = each.articles.iter().map(|it| it.count(None, voice)).collect();
            assert_eq!(all.articles.iter().map(|it| it.count(None, voice)).collect::<Vec<_>>(), summed(&counts, &of));
        }
        for (row, own) in each.rows.iter().zip(&all.rows) {
            let negated = |row: &ModalRow| row.by_article.iter().map(|it| it.negated).collect::<Vec<_>>();
            assert_eq!((&own.verb, negated(own)), (&row.verb, summed(&negated(row), &of)));
        }
    }
}

/// The words around a name in a group are those around it in its articles in a row.
#[test]
fn collocates_of_a_group_are_those_of_its_articles_in_a_row() {
    let articles = bundled();
    for by in [Field::Translated, Field::Country] {
        let settings = grouped(Compared::By(by));
        let mut engine = Engine::with_bundled().with_lists(BuiltIn);
        let of = groups(&mut engine, &settings);
        let mut whole = Engine::new(joined(&articles, &of));
        for words in [vec!["NATO"], vec!["Rutte", "Rute", "the NATO chief"]] {
            let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
            let query = CollocatesQuery {
                words,
                minimum: 1,
                panel: 9,
                table: questions::table(CollocateColumn::Term, u32::MAX),
                ..CollocatesQuery::default()
            };
            let ours = answer!(engine, &settings, Collocates(query.clone()));
            let theirs = answer!(whole, Collocates(query));
            assert!(ours.rows.len() > 50 && ours.rows.len() == theirs.rows.len());
            for (panel, other) in ours.panels.iter().zip(&theirs.panels) {
                let of = |it: &CollocatePanel| (it.node, it.near, it.size, it.found);
                assert_eq!((panel.article - GROUPS, of(panel)), (other.article, of(other)));
            }
            for (row, other) in ours.rows.iter().zip(&theirs.rows) {
                let row = CollocateRow { article: row.article - GROUPS, written: other.written.clone(), ..row.clone() };
                assert_eq!(row, *other);
            }
        }
    }
}

/// What is said elsewhere is said in another group; what several groups share comes before what one has.
#[test]
fn elsewhere_is_another_group() {
    let copy = "The ministers agreed on Friday to send more air defence to Kyiv before the winter";
    let only = "Fishermen on the northern coast protested against the harbour tax";
    let both = "The parliament of the island rejected the budget for the second time";
    let texts = [
        format!("{copy}. {only}. Alpha begins here with apples."),
        format!("{only}. Beta goes on with berries and more. {both}."),
        format!("{copy}. Gamma ends with grapes."),
        format!("{both}. Delta is dull."),
    ];
    let mut engine = Engine::new(corpus(&texts.each_ref().map(String::as_str))).with_lists(BuiltIn);
    // Groups whose articles don't stand in a row.
    let settings = by_hand(&[("Sea", &["t0", "t1"]), ("Land", &["t2", "t3"])]);
    let query = || OnlyHereQuery { each: 9, words: 3 };
    let [each, by_group] = [Settings::default(), settings.clone()].map(|it| answer!(engine, &it, OnlyHere(query())));
    let supported = |report: &OnlyHereReport, begins: &str| -> Vec<(u32, f64)> {
        let text = |row: &OnlyHereRow| row.sentence.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
        let rows = report.articles.iter().flat_map(|it| &it.rows).filter(|row| text(row).starts_with(begins));
        rows.map(|row| (row.sentence.article, row.support)).collect()
    };
    // Each says it to the other; as a group they alone say it.
    assert_eq!(supported(&each, only), [(0, 1.0), (1, 1.0)]);
    assert_eq!(supported(&by_group, only), [(0, 0.0), (1, 0.0)]);
    assert_eq!(supported(&by_group, both), [(1, 1.0), (3, 1.0)]);
    assert_eq!(by_group.articles.iter().map(|it| it.article).collect::<Vec<_>>(), [GROUPS, GROUPS + 1]);
    // The picture has the articles of a group together.
    assert_eq!(by_group.courses.iter().map(|it| it.article).collect::<Vec<_>>(), [0, 1, 2, 3]);
    let turned = answer!(engine, &by_hand(&[("B", &["t1", "t3"]), ("A", &["t0", "t2"])]), OnlyHere(query()));
    assert_eq!(turned.courses.iter().map(|it| it.article).collect::<Vec<_>>(), [1, 3, 0, 2]);

    let query = ReuseQuery { least: 8, limit: 9, ..ReuseQuery::default() };
    let report = answer!(engine, &settings, Reuse(query.clone()));
    let found: Vec<(u32, u32, &str)> = report
        .passages
        .iter()
        .map(|it| (it.units, it.articles, it.text.split(' ').nth(1).unwrap_or_default()))
        .collect();
    assert_eq!(found, [(2, 2, "ministers"), (2, 2, "parliament"), (1, 2, "on")]);
    assert_eq!((report.total, report.shared), (3, 2));
    assert_eq!(answer!(engine, Reuse(query.clone())).shared, 3);

    let csv = answer!(engine, &settings, Csv(Table::Reuse(query)));
    assert!(csv.starts_with("passage,words,articles,places,article,start_byte,end_byte,as_written,groups,group\r\n"));
    assert!(csv.lines().nth(2).is_some_and(|line| line.ends_with(",2,Land")), "{csv}");
    let csv = answer!(engine, &settings, Csv(Table::OnlyHere));
    assert!(csv.lines().next().is_some_and(|line| line.ends_with("nearest_sentence,group,nearest_group")), "{csv}");
    assert!(csv.lines().nth(1).is_some_and(|line| line.ends_with(",Sea,Land")), "{csv}");
}

/// Who carries an utterance is a group; what its articles repeat stands more than once in it.
#[test]
fn utterances_are_carried_by_groups() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let query = || UtterancesQuery { several: true, limit: 99, ..UtterancesQuery::default() };
    let each = answer!(engine, Utterances(query()));
    for by in [Field::Translated, Field::Country, Field::Outlet] {
        let settings = grouped(Compared::By(by));
        let of = groups(&mut engine, &settings);
        let group = |article: u32| of.iter().position(|(_, members)| members.contains(&article)).unwrap();
        let report = answer!(engine, &settings, Utterances(query()));
        let carriers = |row: &UtteranceRow| {
            let mut groups: Vec<usize> = row.places.iter().map(|place| group(place.article)).collect();
            groups.sort_unstable();
            groups.dedup();
            groups.len() as u32
        };
        assert_eq!((report.total, report.on as usize), (each.total, of.len()));
        assert!(report.rows.iter().all(|row| row.units == carriers(row)));
        assert!(report.rows.is_sorted_by(|x, y| x.units >= y.units));
        assert_eq!(report.shared as usize, report.rows.iter().filter(|row| row.units > 1).count());
        let told: Vec<&Piece> = report.finding.sentence.iter().collect();
        let named = |piece: &&&Piece| matches!(piece, Piece::Article(number) if *number < GROUPS);
        assert_eq!(told.iter().filter(named).count(), 0, "{told:?}");
    }
}

#[test]
fn one_group_and_none_are_told_plainly() {
    let mut engine = Engine::with_bundled();
    let settings = by_hand(&[]);
    let reason = "All articles that are switched on are in one group, so there is nothing to compare it with.";
    let set = |articles: Vec<u32>| Request::Sets(SetsQuery { articles, limit: 9 });
    for request in [
        Request::Keywords(keywords(1)),
        Request::Compare(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() }),
        Request::Pair(pair(GROUPS, GROUPS + 1)),
        set(vec![GROUPS]),
    ] {
        let error = engine.handle(&settings, &request).unwrap_err();
        assert_eq!((error.code, error.message.as_str()), (ErrorCode::Empty, reason), "{request:?}");
    }
    // Against general English, or chosen articles, one group can stand.
    let english = Comparison { against: Against::GeneralEnglish, ..Comparison::default() };
    let mut listed = Engine::with_bundled().with_lists(BuiltIn);
    assert_eq!(
        answer!(listed, &settings, Keywords(KeywordsQuery { comparison: english, ..keywords(1) })).panels.len(),
        1
    );
    assert_eq!(answer!(engine, &settings, Frequency(questions::frequency(1))).articles, [GROUPS]);
    let two = by_hand(&[("East", &["us-support"])]);
    for (request, said) in [
        (
            Request::Pair(pair(GROUPS, GROUPS + 9)),
            "There is no group number 10 with articles that are on: there are 2.",
        ),
        (Request::Pair(pair(0, 1)), "Groups are compared, and this is an article."),
        (set(vec![GROUPS]), "The set of groups can’t be ‘one group’."),
    ] {
        assert_eq!(engine.handle(&two, &request).unwrap_err().message, said);
    }
    let unknown = Settings { grouping: Grouping::new("weather".to_owned()), ..Settings::default() };
    let error = engine.handle(&unknown, &Request::Keywords(keywords(1))).unwrap_err();
    assert_eq!((error.code, error.message.as_str()), (ErrorCode::OutOfRange, "The grouping can’t be ‘weather’."));
    // Without its list nothing can be grouped by country; all else stays.
    let country = grouped(Compared::By(Field::Country));
    assert_eq!(engine.handle(&country, &Request::Keywords(keywords(1))).unwrap_err().code, ErrorCode::List);
    assert!(engine.handle(&country, &Request::Overview).is_ok());
}

#[test]
fn a_group_keeps_its_number_while_articles_are_switched() {
    let mut engine = Engine::with_bundled();
    let settings = Settings {
        off: vec!["trt-world".to_owned(), "resolute-message".to_owned(), "us-support".to_owned()],
        ..by_hand(&[("West", &["trt-world"]), ("East", &["anti-drone"]), ("North", &["more-lethal-nato"])])
    };
    let report =
        answer!(engine, &settings, Compare(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() }));
    assert_eq!(report.articles, [GROUPS + 1, GROUPS + 2]);
    // The overview, and what is asked of articles, don't know of groups.
    let plain = Settings { grouping: Grouping::default(), ..settings.clone() };
    assert_eq!(answer!(engine, &settings, Overview), answer!(engine, &plain, Overview));
    let sizes = Request::Style(StyleQuery::default());
    let mut listed = Engine::with_bundled().with_lists(BuiltIn);
    assert_eq!(listed.handle(&settings, &sizes), listed.handle(&plain, &sizes));
}

#[test]
fn a_file_says_which_articles_its_groups_have() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let settings = grouped(Compared::By(Field::Translated));
    let csv = answer!(
        engine,
        &settings,
        Csv(Table::Similarity(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() }))
    );
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "# group not translated: trt-world + resolute-message + us-support");
    assert_eq!(lines[1], "# group translated: anti-drone + more-lethal-nato");
    assert_eq!(lines[2], "group_a,group_b,cosine,jaccard,containment,shared_5grams");
    assert!(lines[3].starts_with("not translated,translated,0."), "{}", lines[3]);
    let csv = answer!(engine, &settings, Csv(Table::Frequency(questions::frequency(1))));
    assert_eq!(
        csv.lines().nth(2),
        Some("term,frequency,per_million,range,dp,dp_norm,juilland_d,not translated,translated")
    );
    let csv = answer!(engine, &settings, Csv(Table::Keywords(keywords(1))));
    assert!(csv.lines().nth(2).unwrap().starts_with("group,term,variants,frequency,reference_frequency,group_tokens"));
    let tables = [
        (Table::Tree(CompareQuery::default()), "step,left,right,distance,size,group_a,group_b"),
        (Table::Map(MapQuery::default()), "kind,point,count,"),
        (Table::Intersections(IntersectionsQuery::default()), "term,groups,in,not translated,translated"),
        (Table::Speakers, "speaker,spellings,how,frequency,not translated,translated"),
        (Table::ReportingVerbs, "verb,class,frequency,not translated,translated"),
        (Table::Modals, "verb,class,words,frequency,not translated,translated"),
        (
            Table::Coverage(CoverageQuery::default()),
            "name,kind,as_written,count,groups,only_in,not translated,translated,not translated_order,",
        ),
        (Table::Collocates(CollocatesQuery::default()), "term,group,together,frequency,node_frequency,group_size,"),
    ];
    for (table, heading) in tables {
        let csv = answer!(engine, &settings, Csv(table));
        assert!(csv.starts_with("# group not translated: "), "{csv}");
        assert!(csv.lines().nth(2).is_some_and(|line| line.starts_with(heading)), "{csv}");
    }
    let csv = answer!(engine, &settings, Csv(Table::Map(MapQuery::default())));
    let kinds: Vec<&str> = csv.lines().skip(3).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "group").count(), 2, "{csv}");
    assert!(!kinds.contains(&"article"), "{csv}");
    let csv = answer!(engine, &settings, Csv(Table::Articles));
    assert!(csv.starts_with("article,title"), "articles stay articles");
}

#[test]
fn a_manifest_tells_the_grouping() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let query = || ManifestQuery { address: String::new(), comparison: Comparison::default() };
    let [each, country] = [Settings::default(), grouped(Compared::By(Field::Country))]
        .map(|settings| answer!(engine, &settings, Manifest(query())));
    assert_eq!(country.settings.grouping.text(), "country");
    assert_eq!(country.lists.iter().map(|list| list.name.as_str()).collect::<Vec<_>>(), ["countries.txt"]);
    let verdict = country.verdict(&each);
    assert!(verdict.sentences.iter().any(|said| said.contains("how articles are grouped")), "{verdict:?}");
    assert_eq!(each.results[0], country.results[0], "the articles are the same");
    assert_ne!(each.results[1], country.results[1]);
}

#[test]
fn groups_without_words_and_odd_names_do_no_harm() {
    let mut engine = Engine::new(corpus(&["", "One word or two.", "", "Another word."]));
    let settings = by_hand(&[("=1+1, \"x\"", &["t0", "t2"]), ("\u{202e}", &["t1"])]);
    for question in [
        Request::Keywords(keywords(1)),
        Request::Compare(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() }),
        Request::Pair(pair(GROUPS, GROUPS + 1)),
        Request::Sets(SetsQuery { articles: vec![GROUPS, GROUPS + 1, GROUPS + 2], limit: 9 }),
        Request::Matrix(matrix(MatrixOrder::Contrast)),
        Request::Csv(Table::Matrix(matrix(MatrixOrder::Contrast))),
        Request::Groups,
    ] {
        let answer = engine.handle(&settings, &question);
        let text = serde_json::to_string(&answer.unwrap()).unwrap();
        assert!(!text.contains("NaN") && !text.contains("null,null,null,null,null"), "{text}");
    }
}

/// Whatever was asked before, grouped otherwise or not, an answer is the same.
#[test]
fn no_answer_depends_on_the_grouping_before() {
    let [mut kept, mut fresh] = [(), ()].map(|()| Engine::with_bundled().with_lists(BuiltIn));
    let settings = grouped(Compared::By(Field::Country));
    let others = [Settings::default(), grouped(Compared::By(Field::Translated))];
    for (at, question) in questions::of_groups(3, &["nato"]).iter().enumerate() {
        let _ = kept.handle(&others[at % 2], question);
        let _ = kept.handle(&others[at % 2], &Request::Overview);
        assert_eq!(kept.handle(&settings, question), fresh.handle(&settings, question), "{question:?}");
    }
}
