//! Precision and recall on names marked by hand: printed, and held to what the README says.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use parallax::analysis::coverage::{NameKind, Names, of_texts};
use parallax::corpus::bundled;

use crate::LISTS;
use crate::snapshot::of_articles;

/// Kind and name, and how often.
type Counts = BTreeMap<(String, String), u32>;

#[derive(Clone, Copy, Debug, Default)]
struct Score {
    gold: u32,
    found: u32,
    right: u32,
}

impl Score {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.found)
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from(self.gold)
    }
}

fn read(lines: &str) -> Counts {
    let mut counts = Counts::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let [kind, name, count] = fields[..] else { panic!("not a kind, a name and a count: {line}") };
        let before = counts.insert((kind.to_owned(), name.to_owned()), count.parse().unwrap());
        assert!(before.is_none(), "twice: {line}");
    }
    counts
}

/// People, organisations and places of an article as they are found.
fn found(names: &Names, article: u32) -> Counts {
    let mut counts = Counts::new();
    for name in names.all.iter().filter(|name| !matches!(name.kind, NameKind::Date | NameKind::Other)) {
        let count = name.places.iter().filter(|place| place.article == article).count() as u32;
        if count > 0 {
            counts.insert((name.kind.name().to_owned(), name.name.clone()), count);
        }
    }
    counts
}

#[derive(Default)]
struct Scores {
    /// Of mentions, by kind.
    mentions: BTreeMap<String, Score>,
    /// Of names, each article's.
    names: Score,
    differences: String,
}

impl Scores {
    /// A mention is right where the same name of the same kind has one by hand.
    fn count(&mut self, case: &str, gold: &Counts, found: &Counts) {
        for (key, &count) in gold {
            let here = found.get(key).copied().unwrap_or(0);
            let score = self.mentions.entry(key.0.clone()).or_default();
            score.gold += count;
            score.right += count.min(here);
            self.names.gold += 1;
            self.names.right += u32::from(here > 0);
            if here != count {
                writeln!(self.differences, "{case}: {} {}: {here}, by hand {count}", key.0, key.1).unwrap();
            }
        }
        for (key, &count) in found {
            self.mentions.entry(key.0.clone()).or_default().found += count;
            self.names.found += 1;
            if !gold.contains_key(key) {
                writeln!(self.differences, "{case}: {} {}: {count}, none by hand", key.0, key.1).unwrap();
            }
        }
    }

    fn all(&self) -> Score {
        self.mentions.values().fold(Score::default(), |all, it| Score {
            gold: all.gold + it.gold,
            found: all.found + it.found,
            right: all.right + it.right,
        })
    }

    fn table(&self, title: &str) -> String {
        let mut out = String::new();
        let mut line = |what: &str, score: Score| {
            writeln!(
                out,
                "{title:<20} {what:<13} by hand {:>4}  found {:>4}  precision {:.3}  recall {:.3}",
                score.gold,
                score.found,
                score.precision(),
                score.recall()
            )
            .unwrap();
        };
        for (kind, score) in &self.mentions {
            line(kind, *score);
        }
        line("all mentions", self.all());
        line("names", self.names);
        out
    }
}

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/coverage");
    std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn the_bundled_articles() {
    let articles = bundled();
    let names = of_articles(&articles);
    let mut scores = Scores::default();
    for (number, article) in (0..).zip(&articles) {
        scores.count(&article.id, &read(&file(&format!("{}.txt", article.id))), &found(&names, number));
    }
    let table = scores.table("bundled articles");
    println!("{table}\n{}", scores.differences);
    assert!(scores.all().gold > 200);
    let all = scores.all();
    assert!(all.precision() >= 0.97 && all.recall() >= 0.97, "{table}\n{}", scores.differences);
    assert!(scores.names.precision() >= 0.95 && scores.names.recall() >= 0.95, "{table}\n{}", scores.differences);
}
/// A passage: texts, then what is named in each; see the README.
fn passages(name: &str) -> Vec<(String, Vec<(String, Counts)>)> {
    let all = file(name);
    let mut cases = Vec::new();
    for case in all.split("\n## ").skip(1) {
        let (title, body) = case.split_once('\n').expect("a title and its texts");
        let mut texts = Vec::new();
        for part in body.split("\n> ").map(|part| part.trim_start_matches("> ")).filter(|part| !part.trim().is_empty())
        {
            let (text, gold) = part.split_once('\n').unwrap_or((part, ""));
            texts.push((text.replace("\\n", "\n"), read(gold)));
        }
        cases.push((title.trim().to_owned(), texts));
    }
    cases
}

/// The scores on the passages of a file, with every difference.
fn on_passages(file: &str, least: usize) -> Scores {
    let mut scores = Scores::default();
    let cases = passages(file);
    assert!(cases.len() >= least, "{}", cases.len());
    for (title, texts) in cases {
        let words: Vec<&str> = texts.iter().map(|it| it.0.as_str()).collect();
        let names = of_texts(&words, LISTS);
        for (number, (_, gold)) in (0..).zip(&texts) {
            scores.count(&title, gold, &found(&names, number));
        }
    }
    println!("{}\n{}", scores.table(file), scores.differences);
    scores
}

#[test]
fn passages_made_for_it() {
    let scores = on_passages("passages.txt", 25);
    let all = scores.all();
    assert!(all.precision() >= 0.95 && all.recall() >= 0.95, "{}", scores.differences);
}

#[test]
fn passages_that_the_rules_have_not_seen() {
    let scores = on_passages("second.txt", 8);
    let all = scores.all();
    assert!(all.precision() >= 0.93 && all.recall() >= 0.8, "{}", scores.differences);
}

#[test]
fn passages_of_organisations() {
    let scores = on_passages("third.txt", 10);
    let (all, bodies) = (scores.all(), scores.mentions["organisation"]);
    assert!(all.precision() >= 0.93 && all.recall() >= 0.75, "{}", scores.differences);
    assert!(bodies.precision() >= 0.94 && bodies.recall() >= 0.74, "{}", scores.differences);
    let scores = on_passages("fourth.txt", 5);
    let (all, bodies) = (scores.all(), scores.mentions["organisation"]);
    assert!(all.precision() >= 0.95 && all.recall() >= 0.8, "{}", scores.differences);
    assert!(bodies.precision() >= 0.95 && bodies.recall() >= 0.8, "{}", scores.differences);
}
