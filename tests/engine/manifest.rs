//! Manifests: the same analysis has the same one, another's differs in what was changed.

use parallax::corpus::bundled;
use parallax::engine::Engine;
use parallax::protocol::manifest::{Manifest, ManifestQuery};
use parallax::protocol::{Against, Comparison, Request, Response, Settings, StopWords};

use crate::questions::BuiltIn;

fn manifest(engine: &mut Engine, settings: &Settings, comparison: Comparison) -> Manifest {
    let request = Request::Manifest(ManifestQuery { address: "#/keywords".to_owned(), comparison });
    match engine.handle(settings, &request) {
        Ok(Response::Manifest(manifest)) => *manifest,
        other => panic!("{other:?}"),
    }
}

fn names(hashed: &[parallax::protocol::manifest::Hashed]) -> Vec<&str> {
    hashed.iter().map(|hashed| hashed.name.as_str()).collect()
}

#[test]
fn the_same_analysis_has_the_same_manifest() {
    let once = manifest(&mut Engine::with_bundled(), &Settings::default(), Comparison::default());
    let again = manifest(&mut Engine::with_bundled(), &Settings::default(), Comparison::default());
    assert_eq!(once, again);
    assert!(once.readable().is_ok() && once.verdict(&again).same);
    assert_eq!(names(&once.results), ["articles", "keywords", "frequency", "similarity"]);
    let hashes = once.results.iter().map(|result| &result.sha256).chain(once.texts.iter().map(|text| &text.sha256));
    for hash in hashes {
        assert!(hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
    }
    // It goes through a file unchanged.
    let file = serde_json::to_string_pretty(&once).unwrap();
    assert_eq!(serde_json::from_str::<Manifest>(&file).unwrap(), once);
}

#[test]
fn a_changed_letter_is_found() {
    let saved = manifest(&mut Engine::with_bundled(), &Settings::default(), Comparison::default());
    let mut articles = bundled();
    articles[1].text.push_str(" More.");
    let now = manifest(&mut Engine::new(articles), &Settings::default(), Comparison::default());
    let verdict = saved.verdict(&now);
    assert!(!verdict.same);
    assert!(verdict.sentences[0].contains(&saved.texts[1].id), "{verdict:?}");
    assert!(verdict.sentences.iter().any(|said| said.contains("articles, keywords, frequency")), "{verdict:?}");
}

#[test]
fn settings_stop_words_and_lists_have_their_say() {
    let usual = manifest(&mut Engine::with_bundled(), &Settings::default(), Comparison::default());
    let stop_words = StopWords { added: vec!["said".to_owned()], ..StopWords::default() };
    let settings = Settings { stop_words, ..Settings::default() };
    let stopped = manifest(&mut Engine::with_bundled(), &settings, Comparison::default());
    assert_ne!(usual.stop_words_sha256, stopped.stop_words_sha256);
    let english = Comparison { against: Against::GeneralEnglish, ..Comparison::default() };
    let listed = manifest(&mut Engine::with_bundled().with_lists(BuiltIn), &Settings::default(), english);
    assert_eq!(names(&listed.lists), ["general-english.txt"]);
    assert!(usual.lists.is_empty());
    assert_ne!(usual.results[1], listed.results[1]);
    assert_eq!(usual.results[2], listed.results[2], "frequencies know no reference");
}
