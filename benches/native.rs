//! How fast the engine counts, natively: words per second, the median of several runs.
//!
//! ```text
//! cargo bench --bench native -- FOLDER/texts.bin [RUNS]
//! ```
//!
//! `texts.bin` holds all documents end to end, `texts.json` beside it says where each starts (`starts`,
//! with one more for the end). Without the latter the file is one document.

use std::path::Path;
use std::time::Instant;

use parallax::corpus::counting;
use parallax::text::WordOptions;

fn main() {
    // Cargo adds `--bench` of its own.
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let Some(path) = arguments.next() else {
        println!("No corpus given, nothing measured. Usage: cargo bench --bench native -- FOLDER/texts.bin [RUNS]");
        return;
    };
    let runs = arguments.next().and_then(|runs| runs.parse().ok()).unwrap_or(5).max(1);
    let texts = match read(Path::new(&path)) {
        Ok(texts) => texts,
        Err(error) => {
            eprintln!("{path}: {error}");
            std::process::exit(1);
        }
    };
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    println!("{} documents, {:.1} MB, median of {runs}", texts.len(), bytes as f64 / 1e6);

    let options = WordOptions::default();
    report("tokenise", runs, || (counting::tokens(&texts, &options), String::new()));
    report("unigrams", runs, || {
        let counts = counting::unigrams(&texts, &options).expect("the corpus is small enough");
        (counts.tokens(), format!("{} types, {} rows", counts.types(), 0))
    });
    report("unigrams and bigrams", runs, || {
        let (unigrams, bigrams) = counting::unigrams_and_bigrams(&texts, &options).expect("the corpus is small enough");
        (unigrams.tokens(), format!("{} bigrams, {} rows", bigrams.len(), 0))
    });
}

/// Runs `work`, which returns the number of words it saw and what it found, and prints the median speed.
fn report(name: &str, runs: usize, mut work: impl FnMut() -> (usize, String)) {
    let mut seconds = Vec::with_capacity(runs);
    let mut words = 0;
    let mut found = String::new();
    for _ in 0..runs {
        let start = Instant::now();
        (words, found) = work();
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    let median = seconds[runs / 2];
    println!("{name}: {:.0} words/s ({words} words in {median:.3} s) {found}", words as f64 / median);
}

fn read(path: &Path) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    let index = path.with_extension("json");
    if !index.exists() {
        return Ok(vec![text]);
    }
    let index: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(index)?)?;
    let starts: Vec<usize> = serde_json::from_value(index["starts"].clone())?;
    starts
        .windows(2)
        .map(|pair| text.get(pair[0]..pair[1]).map(str::to_owned).ok_or_else(|| "texts.json doesn't fit".into()))
        .collect()
}
