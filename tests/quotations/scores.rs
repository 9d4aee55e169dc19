//! Precision and recall: printed, and held to what the README says.

use std::fmt::Write as _;

use crate::gold::{Case, Quoted, articles, passages};

#[derive(Clone, Copy, Debug, Default)]
struct Score {
    gold: u32,
    found: u32,
    right: u32,
}

impl Score {
    fn add(&mut self, gold: bool, found: bool, right: bool) {
        self.gold += u32::from(gold);
        self.found += u32::from(found);
        self.right += u32::from(right);
    }

    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.found)
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from(self.gold)
    }
}

#[derive(Debug, Default)]
struct Scores {
    spans: Score,
    kinds: Score,
    speakers: Score,
    verbs: Score,
    differences: String,
}

impl Scores {
    /// Spans are right when all their words are the same. Speakers and verbs are counted over all spans: one of a
    /// span that isn't there is wrong, too.
    fn count(&mut self, case: &Case) {
        let mut left: Vec<&Quoted> = case.found.iter().collect();
        for gold in &case.gold {
            let same = left.iter().position(|found| found.words == gold.words && reported(found) == reported(gold));
            let found = same.map(|at| left.remove(at));
            self.spans.add(true, found.is_some(), found.is_some());
            self.kinds.add(
                true,
                found.is_some(),
                found.is_some_and(|found| found.kind == gold.kind && found.unclosed == gold.unclosed),
            );
            let speaker = found.map_or("", |found| &found.speaker);
            let verb = found.map_or("", |found| &found.verb);
            self.speakers.add(
                !gold.speaker.is_empty(),
                !speaker.is_empty(),
                !speaker.is_empty() && speaker == gold.speaker,
            );
            self.verbs.add(!gold.verb.is_empty(), !verb.is_empty(), !verb.is_empty() && verb == gold.verb);
            match found {
                None => writeln!(self.differences, "{}: not found: {}", case.name, line(gold)).unwrap(),
                Some(found) if found != gold => {
                    writeln!(self.differences, "{}: {}\n    by hand: {}", case.name, line(found), line(gold)).unwrap();
                }
                Some(_) => {}
            }
        }
        for found in left {
            self.spans.add(false, true, false);
            self.kinds.add(false, true, false);
            self.speakers.add(false, !found.speaker.is_empty(), false);
            self.verbs.add(false, !found.verb.is_empty(), false);
            writeln!(self.differences, "{}: not by hand: {}", case.name, line(found)).unwrap();
        }
    }
}

fn reported(quoted: &Quoted) -> bool {
    quoted.kind == "reported" || quoted.kind == "block"
}

fn line(quoted: &Quoted) -> String {
    let none = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    let unclosed = if quoted.unclosed { ", unclosed" } else { "" };
    format!("{}{unclosed} | {} | {} | {}", quoted.kind, none(&quoted.speaker), none(&quoted.verb), quoted.words)
}

#[test]
fn precision_and_recall() {
    let mut table =
        String::from("                     quotations  spans P / R    kinds P / R    speakers P / R  verbs P / R\n");
    let (articles, first) = (articles(), passages("passages.txt"));
    let (second, third) = (passages("second.txt"), passages("third.txt"));
    assert!(first.len() + second.len() + third.len() >= 60 && articles.len() == 5);
    let mut all = Scores::default();
    for (name, cases) in [
        ("bundled articles", &articles),
        ("passages", &first),
        ("second passages", &second),
        ("third passages", &third),
    ] {
        let mut scores = Scores::default();
        for case in cases {
            scores.count(case);
            all.count(case);
        }
        print(&mut table, name, &scores);
    }
    print(&mut table, "all", &all);
    println!("{table}\n{}", all.differences);
    for (what, score, least) in [("spans", all.spans, 0.95), ("speakers", all.speakers, 0.9), ("verbs", all.verbs, 0.9)]
    {
        assert!(score.precision() >= least && score.recall() >= least, "{what}:\n{table}\n{}", all.differences);
    }
}

fn print(table: &mut String, name: &str, scores: &Scores) {
    write!(table, "{name:<20} {:>10}  ", scores.spans.gold).unwrap();
    for score in [scores.spans, scores.kinds, scores.speakers, scores.verbs] {
        write!(table, "{:.3} / {:.3}  ", score.precision(), score.recall()).unwrap();
    }
    table.push('\n');
}
