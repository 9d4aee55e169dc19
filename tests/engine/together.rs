//! All articles at once: who has which word, recounted slowly; the map's table, and why there may be none.

use std::collections::BTreeMap;

use parallax::engine::Engine;
use parallax::protocol::*;

use crate::questions::{frequency, table};
use crate::{answer, corpus};

/// Every shown word with its counts, by the frequency table.
fn words(engine: &mut Engine) -> FrequencyReport {
    let table = table(FrequencyColumn::Frequency, u32::MAX);
    answer!(engine, Frequency(FrequencyQuery { table, ..frequency(1) }))
}

#[test]
fn intersections_are_the_words_by_the_articles_that_have_them() {
    let mut engine = Engine::with_bundled();
    let table = words(&mut engine);
    let mut groups: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
    for row in &table.rows {
        let having = table.articles.iter().zip(&row.by_article).filter(|(_, n)| **n > 0).map(|(article, _)| *article);
        *groups.entry(having.collect()).or_default() += 1;
    }
    let query = IntersectionsQuery { limit: u32::MAX, ..IntersectionsQuery::default() };
    let report = answer!(engine, Intersections(query.clone()));
    let found: BTreeMap<Vec<u32>, u32> =
        report.intersections.iter().map(|it| (it.articles.clone(), it.words)).collect();
    assert_eq!(found, groups);
    assert!(report.intersections.windows(2).all(|pair| pair[0].words >= pair[1].words));
    for (at, size) in report.sizes.iter().enumerate() {
        assert_eq!(*size, table.rows.iter().filter(|row| row.by_article[at] > 0).count() as u32);
    }
    // What isn't listed is counted.
    let few = answer!(engine, Intersections(IntersectionsQuery { limit: 3, ..query.clone() }));
    assert_eq!(few.intersections[..], report.intersections[..3]);
    assert_eq!(few.rest, report.intersections[3..].iter().map(|it| it.words).sum::<u32>());
    // The words of one, in any order of its articles, with the counts of the frequency table.
    let pick = report.intersections.iter().find(|it| it.articles.len() == 2).expect("two articles share a word");
    let open = Some(pick.articles.iter().rev().copied().collect());
    let opened = answer!(engine, Intersections(IntersectionsQuery { open, words: u32::MAX, ..query.clone() })).open;
    let opened = opened.expect("it has words");
    assert_eq!((opened.total, opened.articles.clone()), (pick.words, pick.articles.clone()));
    for word in &opened.words {
        let row = table.rows.iter().find(|row| row.term == word.term).expect("a shown word");
        let counts: Vec<u32> = row.by_article.iter().copied().filter(|&n| n > 0).collect();
        assert_eq!(word.counts, counts, "{}", word.term);
    }
    // By degree: those of most articles first.
    let degrees = answer!(engine, Intersections(IntersectionsQuery { order: SetOrder::Degree, ..query }));
    assert!(degrees.intersections.windows(2).all(|pair| pair[0].articles.len() >= pair[1].articles.len()));
}

#[test]
fn the_map_is_of_the_words_that_qualify() {
    let mut engine = Engine::with_bundled();
    let table = words(&mut engine);
    let report = answer!(engine, Map(MapQuery::default()));
    let qualify = |row: &&FrequencyRow| row.frequency >= 3 && row.range >= 2;
    assert_eq!(report.words as usize, table.rows.iter().filter(qualify).count());
    let terms: Vec<&MapPoint> = report.points.iter().filter(|point| matches!(point.of, Mapped::Term(_))).collect();
    assert_eq!(terms.len(), report.words.min(100) as usize);
    // None that is left out is more frequent than one that is mapped.
    let least = terms.iter().map(|point| point.count).min().expect("words");
    let mapped = |row: &FrequencyRow| terms.iter().any(|point| point.of == Mapped::Term(row.term.clone()));
    assert!(table.rows.iter().filter(qualify).all(|row| mapped(row) || row.frequency <= least));
    let all: f64 = report.axes.iter().map(|axis| axis.share).sum();
    assert!((all - 1.0).abs() < 1e-9, "{all}");
    // Axes that aren't there: the first two are shown.
    let far = answer!(engine, Map(MapQuery { axes: (7, 9), ..MapQuery::default() }));
    assert_eq!(far.shown, [1, 2]);
}

#[test]
fn where_there_is_no_map_the_reason_is_told() {
    let reason = |texts: &[&str], query: MapQuery| {
        let mut engine = Engine::new(corpus(texts));
        answer!(engine, Map(query)).undefined
    };
    let any = MapQuery { minimum: 1, range: 1, ..MapQuery::default() };
    assert_eq!(reason(&["sea sand sea"], any.clone()), Some(Unmapped::OneArticle));
    assert_eq!(reason(&["sea sand", "sea wind"], MapQuery::default()), Some(Unmapped::FewWords));
    assert_eq!(reason(&["sea sand", "…"], any.clone()), Some(Unmapped::OneHasWords));
    assert_eq!(reason(&["sea sand", "sand sea"], any.clone()), Some(Unmapped::NoDifference));
    assert_eq!(reason(&["sea sand", "sea wind"], any.clone()), None);
    // An article without any of the words has no place, and is named.
    let mut engine = Engine::new(corpus(&["sea sand sea", "cliff", "sea wind wind sand"]));
    let report = answer!(engine, Map(MapQuery { range: 2, ..any }));
    assert_eq!(report.left_out, [1]);
}

#[test]
fn words_that_stand_once_in_each_of_a_pair() {
    let mut engine = Engine::with_bundled();
    let table = words(&mut engine);
    let report = answer!(engine, Pair(crate::questions::pair(0, 1)));
    let texts: Vec<String> = engine.articles().iter().map(|article| article.text.clone()).collect();
    let once = table.rows.iter().filter(|row| row.by_article[0] == 1 && row.by_article[1] == 1).count();
    assert!(!report.words.is_empty() && report.words.len() <= once, "{} of {once}", report.words.len());
    let mut outside = 0;
    for word in &report.words {
        let (a, b) = (word.a.of(&texts[0]).to_lowercase(), word.b.of(&texts[1]).to_lowercase());
        outside += usize::from(a == b);
        let apart = |passage: &SharedPassage| word.a.end <= passage.a.start || passage.a.end <= word.a.start;
        assert!(report.passages.iter().all(apart), "{a} lies in no passage");
    }
    // Spellings and possessives aside, they are written alike.
    assert!(outside * 10 >= report.words.len() * 8);
}
