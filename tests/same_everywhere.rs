//! The same bytes natively and in WebAssembly: every answer on the bundled corpus has the digest that
//! is checked in, wherever this runs.
//!
//! Natively: `cargo test --test same_everywhere`. In WebAssembly:
//! `cargo test --target wasm32-unknown-unknown --test same_everywhere` under `wasm-bindgen-test-runner`.
//! When an answer changes on purpose, put the digests that the failure prints into `DIGESTS`; the
//! golden files show what the change means.

mod questions;

use parallax::engine::Engine;
use parallax::protocol::{Grouping, Request, Response, Settings, StopWords, WordOptions};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// By settings: how many answers there are, and their digest.
const DIGESTS: [(&str, usize, u64); 6] = [
    ("as they come", 591, 9_706_828_917_578_792_547),
    ("all off", 591, 11_533_726_331_372_833_985),
    ("two articles", 591, 12_814_443_605_515_705_323),
    ("by country", 290, 172_102_112_530_336_329),
    ("by month", 290, 10_454_560_154_536_624_408),
    ("by hand", 290, 9_666_955_031_572_444_820),
];

/// FNV-1a, 64 bits: tells two texts apart without a crate for it.
fn digest(text: &str, start: u64) -> u64 {
    text.bytes().fold(start, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn settings() -> [Settings; 6] {
    let plain = WordOptions {
        fold_case: false,
        keep_acronyms: false,
        strip_possessives: false,
        join_hyphens: false,
        keep_numbers: false,
        merge_spellings: false,
        stems: false,
    };
    let shown = StopWords { hidden: false, ..StopWords::default() };
    let edits = [
        "merge=united states=washington=white house",
        "split=mark rutte=rute",
        "rename=nato=the alliance",
        "merge=a=b",
    ];
    let edits = edits.map(str::to_owned).to_vec();
    let by = |text: &str| Settings { grouping: Grouping::new(text.to_owned()), ..Settings::default() };
    let off = ["anti-drone", "more-lethal-nato", "us-support"].map(str::to_owned).to_vec();
    [
        Settings::default(),
        Settings { words: plain, furniture: true, stop_words: shown, names: edits, ..Settings::default() },
        Settings { off, ..Settings::default() },
        by("country"),
        by("month"),
        by("hand\nEast\tanti-drone\tresolute-message\nWest\ttrt-world"),
    ]
}

#[test]
fn answers_are_the_same_bytes_natively_and_in_webassembly() {
    let mut engine = Engine::with_bundled().with_lists(questions::BuiltIn);
    let articles = engine.articles().len() as u32;
    let words = ["nato", "US", "Defence", "ready and willing", "nowhere-to-be-found", "!"];
    let mut found = Vec::new();
    for (settings, (name, ..)) in settings().iter().zip(DIGESTS) {
        let questions = match settings.grouping.text() {
            "" => questions::questions(articles, &words),
            "month" => questions::of_groups(5, &words),
            _ => questions::of_groups(3, &words),
        };
        let mut sum = 0xcbf2_9ce4_8422_2325;
        for question in &questions {
            // The explanations of the measures are prose, which may be mended without changing a number.
            if *question == Request::Methods {
                continue;
            }
            let answer = engine.handle(settings, question);
            let answer = match &answer {
                // The version is no result.
                Ok(Response::Manifest(manifest)) => serde_json::to_string(&manifest.results).unwrap(),
                Ok(Response::Explain(explanation)) => serde_json::to_string(&explanation.working).unwrap(),
                Ok(response) => serde_json::to_string(response).unwrap(),
                Err(error) => serde_json::to_string(error).unwrap(),
            };
            sum = digest(&answer, sum);
        }
        found.push((name, questions.len(), sum));
    }
    assert_eq!(found, DIGESTS);
}
