//! How long it takes to find what many articles share, and what one alone has, natively: the median of several runs.
//!
//! ```text
//! cargo bench --bench reuse -- [ARTICLES] [RUNS]
//! ```
//!
//! The articles are made here, always the same for a number: words by Zipf's law, and among them what a
//! collection of news has: a twentieth of the articles are another one with a few words changed, one
//! sentence in ten is agency copy, and each quotes a few of as many utterances as there are articles.

use std::time::Instant;

use parallax::analysis::Selection;
use parallax::analysis::framing::collocates::{CollocatesQuery, collocates};
use parallax::analysis::framing::support::Supports;
use parallax::analysis::quotations::Kind;
use parallax::analysis::reuse::duplicates::near_duplicates;
use parallax::analysis::reuse::passages::Reused;
use parallax::analysis::reuse::utterances::{Quoted, Utterances};
use parallax::analysis::settings::Settings;
use parallax::corpus::{Article, Index};
use parallax::text::Span;

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let count = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(2_000);
    let runs = arguments.next().and_then(|runs| runs.parse().ok()).unwrap_or(3_usize).max(1);
    let (articles, quotations) = corpus(count);
    let settings = Settings::default();
    let index = Index::build(&articles, &settings.words, false).expect("the corpus is small enough");
    let words = index.tokens();
    let selection = Selection::new(articles.into(), settings, index);
    println!("{count} articles, {words} words, {} quotations, median of {runs}", quotations.len());
    for least in [5, 8] {
        report(&format!("passages of {least} words and more"), runs, || {
            let found = Reused::find(&selection, least, &[], &mut |_, _| {}).expect("there are words");
            found.report(&selection, &Default::default()).total
        });
    }
    report("near-duplicates", runs, || {
        near_duplicates(&selection, &mut |_, _| {}).expect("there are words").len() as u32
    });
    report("utterances", runs, || {
        let found = Utterances::of(&selection, quotations.clone(), &mut |_, _| {});
        found.report(&selection, &Default::default()).expect("there are words").shared
    });
    framing(&selection, runs);
}

/// What the Coverage view asks, of the same texts with a sentence a line: in one line their small letters run on.
fn framing(selection: &Selection, runs: usize) {
    let line = |article: &Article| Article { text: article.text.replace(". ", ".\n"), ..article.clone() };
    let articles: Vec<Article> = selection.articles().iter().map(line).collect();
    let settings = Settings::default();
    let index = Index::build(&articles, &settings.words, false).expect("the corpus is small enough");
    let selection = &Selection::new(articles.into(), settings, index);
    report("support of every sentence", runs, || {
        let found = Supports::find(selection, &mut |_, _| {});
        found.all.len() as u32
    });
    report("collocates of a word", runs, || {
        let query = CollocatesQuery { words: vec!["word40".to_owned()], ..CollocatesQuery::default() };
        collocates(selection, &query).expect("there are words").found
    });
}

/// Runs `work`, which returns how many it found, and prints the median time.
fn report(name: &str, runs: usize, mut work: impl FnMut() -> u32) {
    let mut seconds = Vec::with_capacity(runs);
    let mut found = 0;
    for _ in 0..runs {
        let start = Instant::now();
        found = work();
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    println!("{name}: {:.2} s ({found} found)", seconds[runs / 2]);
}

/// SplitMix64: the same numbers everywhere.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let number = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ number >> 31
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// A word: the most frequent are stop words, rank r about 1/r as frequent as the first.
    fn word(&mut self) -> String {
        const STOP: [&str; 24] = [
            "the", "of", "to", "and", "in", "that", "is", "for", "on", "with", "as", "was", "by", "it", "at", "from",
            "his", "he", "be", "an", "has", "are", "this", "will",
        ];
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        let rank = (30_000_f64.powf(share)) as usize - 1;
        STOP.get(rank).map_or_else(|| format!("word{rank}"), |word| (*word).to_owned())
    }

    fn sentence(&mut self) -> String {
        let words = 10 + self.below(20);
        let words: Vec<String> = (0..words).map(|_| self.word()).collect();
        words.join(" ")
    }
}

fn corpus(count: usize) -> (Vec<Article>, Vec<Quoted>) {
    let mut numbers = Numbers(7);
    let agency: Vec<String> = (0..count).map(|_| numbers.sentence()).collect();
    let utterances: Vec<String> = (0..count).map(|_| numbers.sentence()).collect();
    let mut articles: Vec<Article> = Vec::with_capacity(count);
    let mut quotations = Vec::new();
    for at in 0..count {
        let mut text = String::new();
        if at > 0 && numbers.below(20) == 0 {
            let model = numbers.below(at);
            for word in articles[model].text.split(' ') {
                text.push_str(&if numbers.below(50) == 0 { numbers.word() } else { word.to_owned() });
                text.push(' ');
            }
        } else {
            for _ in 0..36 {
                match numbers.below(10) {
                    0 => text.push_str(&agency[numbers.below(count)]),
                    1 | 2 => {
                        // A part of an utterance, now and then with a word changed.
                        let all: Vec<&str> = utterances[numbers.below(count)].split(' ').collect();
                        let from = numbers.below(all.len() / 2);
                        let to = all.len() - numbers.below(all.len() / 3);
                        let start = text.len() as u32;
                        for word in &all[from..to] {
                            text.push_str(if numbers.below(12) == 0 { "otherwise" } else { word });
                            text.push(' ');
                        }
                        quotations.push(Quoted {
                            position: at,
                            parts: vec![Span::new(start, text.len() as u32)],
                            kind: Kind::Direct,
                            speaker: String::new(),
                            verb: String::new(),
                        });
                    }
                    _ => text.push_str(&numbers.sentence()),
                }
                text.push_str(". ");
            }
        }
        let id = format!("a{at}");
        articles.push(Article { title: id.clone(), id, language: "en".to_owned(), text, ..Article::default() });
    }
    (articles, quotations)
}
