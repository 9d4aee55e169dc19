//! The gold standard, read: `tests/gold/quotations/`, whose README says how it was made.

use std::path::Path;

use parallax::analysis::quotations::{Quotations, of_text};
use parallax::corpus::bundled;

use crate::LISTS;

/// A quotation, as the gold standard or the engine has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    pub kind: String,
    pub unclosed: bool,
    /// Empty: not attributed.
    pub speaker: String,
    /// Empty: none.
    pub verb: String,
    /// The words, their ends without marks, paragraphs with `¶` between.
    pub words: String,
}

/// A text with its quotations by hand and by the engine.
pub struct Case {
    pub name: String,
    pub gold: Vec<Quoted>,
    pub found: Vec<Quoted>,
}

/// Words without marks, stops and white space at their ends.
fn bare(words: &str) -> String {
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let joined = lines.join(" ¶ ");
    joined.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

fn lines(text: &str) -> Vec<Quoted> {
    let mut quoted = Vec::new();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    while let Some(head) = lines.next() {
        let fields: Vec<&str> = head.split('|').map(str::trim).collect();
        let [kind, speaker, verb] = fields[..] else { panic!("not a kind, a speaker and a verb: {head}") };
        let words = lines.next().unwrap_or_else(|| panic!("no words after {head}"));
        assert!(words.starts_with("    "), "words not indented after {head}");
        let or_none = |field: &str| if field == "-" { String::new() } else { field.to_owned() };
        quoted.push(Quoted {
            kind: kind.trim_end_matches(", unclosed").to_owned(),
            unclosed: kind.ends_with(", unclosed"),
            speaker: or_none(speaker),
            verb: or_none(verb),
            words: bare(words),
        });
    }
    quoted
}

fn found(text: &str, quotations: &Quotations, article: u32) -> Vec<Quoted> {
    let of = quotations.all.iter().filter(|quotation| quotation.article == article);
    of.map(|it| Quoted {
        kind: it.kind.name().to_owned(),
        unclosed: it.unclosed,
        speaker: it.speaker.map_or_else(String::new, |number| quotations.speakers[number as usize].name.clone()),
        verb: it.verb.clone().unwrap_or_default(),
        words: bare(it.words.of(text)),
    })
    .collect()
}

fn read(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/quotations");
    std::fs::read_to_string(folder.join(file)).unwrap_or_else(|reason| panic!("{file}: {reason}"))
}

/// Every article of the bundled corpus.
pub fn articles() -> Vec<Case> {
    let articles = bundled();
    let quotations = crate::snapshot::of_articles(&articles);
    let case = |(number, article): (u32, &parallax::corpus::Article)| Case {
        name: article.id.clone(),
        gold: lines(&read(&format!("{}.txt", article.id))),
        found: found(&article.text, &quotations, number),
    };
    (0..).zip(&articles).map(case).collect()
}

/// The passages of a file: `passages.txt`, `second.txt` or `third.txt`.
pub fn passages(file: &str) -> Vec<Case> {
    let file = read(file);
    let mut cases = Vec::new();
    for passage in file.split("\n= ").map(|passage| passage.trim_start_matches("= ")) {
        let (name, rest) = passage.split_once('\n').unwrap();
        let (text, gold) = rest
            .split_once("\n-\n")
            .or_else(|| Some((rest.strip_suffix("\n-")?, "")))
            .unwrap_or_else(|| panic!("{name}: no line with a hyphen"));
        let quotations = of_text(text, LISTS);
        cases.push(Case { name: name.to_owned(), gold: lines(gold), found: found(text, &quotations, 0) });
    }
    cases
}

#[test]
fn gold_words_stand_in_their_texts_in_order() {
    for article in bundled() {
        let text = bare(&article.text);
        for quoted in lines(&read(&format!("{}.txt", article.id))) {
            assert!(text.contains(&quoted.words), "{}: {}", article.id, quoted.words);
        }
    }
    let all = ["passages.txt", "second.txt", "third.txt"].map(read).join("\n");
    for passage in all.split("\n= ") {
        let rest = passage.split_once('\n').unwrap().1;
        let (text, gold) = rest.split_once("\n-\n").unwrap_or((rest, ""));
        let flat = text.lines().collect::<Vec<_>>().join(" ¶ ");
        for quoted in lines(gold) {
            assert!(flat.contains(&quoted.words), "{passage}: {}", quoted.words);
        }
    }
}
