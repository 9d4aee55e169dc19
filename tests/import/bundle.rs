//! A corpus as a file of its own: it comes back as it was, and a broken one never with a wrong text.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use parallax::corpus::{Article, Furniture, FurnitureKind, Published, Relation, Source};
use parallax::import::bundle::content::Content;
use parallax::import::bundle::{Fault, Loss, Opened, Saved, link, read, write};
use parallax::import::outcome::Item;
use parallax::import::read::{Options, read as import};
use parallax::import::{Outcome, Reason};
use parallax::text::Span;
use proptest::prelude::*;
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn article(id: &str, text: &str) -> Article {
    Article {
        id: id.into(),
        title: ["The title of ", id].concat(),
        title_source: Source::Ours,
        outlet: Some("The Gazette".into()),
        author: Some("A. Person; B. Other".to_owned()),
        published: Published {
            date: Some("2025-11".into()),
            relation: Relation::After,
            source: Source::Inferred,
            words: "last month".into(),
        },
        place: Some("Vilnius, Lithuania".into()),
        label: Some("Opinion".into()),
        language: "en".into(),
        translated: true,
        furniture: vec![Furniture { kind: FurnitureKind::Caption, span: Span::new(0, 3) }],
        text: text.into(),
    }
}

fn saved() -> Saved {
    let long = "It rains in Saltmouth, said the mayor’s office. Nobody was surprised.\n\n".repeat(40);
    Saved {
        name: "Bridges & quays".into(),
        saved: "2026-11-23T01:00:00Z".into(),
        version: "0.1.0".into(),
        address: Some("#/keywords?v=1&off=two&group-by=hand&groups=North,one;South,three".into()),
        off: vec!["two".into()],
        groups: vec![("North".into(), vec!["one".into()]), ("South".into(), vec!["three".into(), "one".into()])],
        articles: vec![
            article("one", "One quay — naïve, 東京, 🦆.\r\nAnd a line.\u{feff}"),
            article("two", &long),
            article("three", "Three \u{0}words here."),
        ],
    }
}

fn bytes(saved: &Saved) -> Vec<u8> {
    write(saved, &mut |_, _| ()).unwrap()
}

fn opened(bytes: &[u8]) -> Opened {
    read(bytes, &mut |_| ()).expect("it is one").expect("it can be opened")
}

/// The members, to be put together otherwise.
fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut member = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            member.read_to_end(&mut content).unwrap();
            (member.name().unwrap().into_owned(), content)
        })
        .collect()
}

fn zipped(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn with_json(name: &str, change: impl Fn(&mut Value)) -> Vec<u8> {
    let mut all = members(&bytes(&saved()));
    let member = all.iter_mut().find(|(member, _)| member == name).unwrap();
    let mut value = serde_json::from_slice(&member.1).unwrap();
    change(&mut value);
    member.1 = serde_json::to_vec(&value).unwrap();
    zipped(&all)
}

fn losses(opened: &Opened) -> Vec<(&str, &Loss)> {
    opened.lost.iter().map(|lost| (lost.place.as_str(), &lost.loss)).collect()
}

/// By what a text is known even where its id is lost.
fn ids(opened: &Opened) -> Vec<&str> {
    opened.corpus.articles.iter().map(|article| article.id.as_str()).collect()
}

#[test]
fn comes_back_as_it_was() {
    let saved = saved();
    let back = opened(&bytes(&saved));
    // An article in two groups is in the first.
    let groups = vec![("North".into(), vec!["one".into()]), ("South".into(), vec!["three".into()])];
    assert_eq!(back, Opened { corpus: Saved { groups, ..saved }, lost: Vec::new() });
}

#[test]
fn any_program_reads_it() {
    let members = members(&bytes(&saved()));
    let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
    let texts =
        ["texts/001-the-title-of-one.txt", "texts/002-the-title-of-two.txt", "texts/003-the-title-of-three.txt"];
    assert_eq!(names, [&["mimetype", "manifest.json", "corpus.json", "settings.json"][..], &texts].concat());
    assert_eq!(members[4].1, saved().articles[0].text.as_bytes());
    let manifest: Value = serde_json::from_slice(&members[1].1).unwrap();
    assert_eq!((&manifest["format"], &manifest["name"]), (&json!(1), &json!("Bridges & quays")));
    for member in manifest["members"].as_array().unwrap() {
        let (_, content) = members.iter().find(|(name, _)| member["name"] == **name).unwrap();
        assert_eq!(member["bytes"], content.len());
    }
    // The hash of the standard's example, by the manifest of a file.
    let abc = Saved { articles: vec![Article { text: "abc".into(), ..article("abc", "") }], ..Saved::default() };
    let manifest: Value = serde_json::from_slice(&self::members(&bytes(&abc))[1].1).unwrap();
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(manifest["members"][2]["sha256"], hash);
    // What is there twice has the same bytes twice.
    assert_eq!(bytes(&saved()), bytes(&saved()));
}

#[test]
fn the_import_opens_it_as_a_corpus_of_its_own() {
    let whole = bytes(&saved());
    for place in ["bridges.parallax", "bridges.zip", "download"] {
        let outcome = import(place, &whole, &mut Options::default());
        assert_eq!((outcome.found, outcome.items.len()), (0, 0), "{place}");
        assert_eq!(outcome.corpus.unwrap().corpus.articles, saved().articles, "{place}");
    }
    let inside = zipped(&[("a.parallax".into(), whole), ("b.txt".into(), b"A text of its own.".to_vec())]);
    let outcome = import("all.zip", &inside, &mut Options::default());
    assert_eq!((outcome.tally().added, outcome.tally().skipped), (1, 1));
    // What is only called so is no text by chance: nobody would look for a text under this name.
    let outcome = import("notes.parallax", b"A text of mine, no corpus.", &mut Options::default());
    assert_eq!((outcome.tally().added, outcome.tally().skipped), (0, 1));
    assert!(matches!(&outcome.items[0], Item::Skipped(skipped) if skipped.reason == Reason::NoCorpus));
}

#[test]
fn a_corpus_saved_as_json_before_opens() {
    let articles = serde_json::to_value(saved().articles).unwrap();
    let file = json!({ "kind": "parallax-corpus", "name": "Mine", "articles": articles }).to_string();
    let Outcome { corpus: Some(back), .. } = import("mine.json", file.as_bytes(), &mut Options::default()) else {
        panic!("a corpus")
    };
    assert_eq!((back.corpus.name.as_str(), back.lost.len()), ("Mine", 0));
    assert_eq!(back.corpus.articles, saved().articles);
}

#[test]
fn a_flipped_byte_in_a_text_costs_that_text() {
    let mut all = members(&bytes(&saved()));
    let at = all[5].1.len() / 2;
    all[5].1[at] ^= 1;
    let back = opened(&zipped(&all));
    assert_eq!(ids(&back), ["one", "three"]);
    let place = "texts/002-the-title-of-two.txt: The title of two";
    assert_eq!(losses(&back), [(place, &Loss::Changed)]);
    assert_eq!(back.corpus.address, saved().address);
}

#[test]
fn a_missing_member_is_told_whichever_it_is() {
    let all = members(&bytes(&saved()));
    let without = |name: &str| {
        let rest: Vec<_> = all.iter().filter(|(member, _)| member != name).cloned().collect();
        opened(&zipped(&rest))
    };
    let back = without("texts/003-the-title-of-three.txt");
    assert_eq!((ids(&back), losses(&back)[0].1), (vec!["one", "two"], &Loss::Missing));
    let back = without("manifest.json");
    assert_eq!((ids(&back), losses(&back)), (vec!["one", "two", "three"], vec![("manifest.json", &Loss::Manifest)]));
    assert_eq!(back.corpus.articles, saved().articles);
    let back = without("settings.json");
    assert_eq!(losses(&back), [("settings.json", &Loss::Settings)]);
    assert_eq!((back.corpus.address, back.corpus.off), (None, vec!["two".to_owned()]));
    let back = without("corpus.json");
    assert_eq!((ids(&back), losses(&back)), (vec!["one", "two", "three"], vec![("corpus.json", &Loss::Known)]));
    assert_eq!(back.corpus.articles[1].title, "It rains in Saltmouth, said the mayor’s office. Nobody was surprised.");
    assert!(back.corpus.articles.iter().all(|article| article.furniture.is_empty() && article.outlet.is_none()));
    assert_eq!(without("mimetype").lost, []);
    let bare: Vec<_> =
        all.iter().filter(|(name, _)| name.starts_with("texts/") || name == "mimetype").cloned().collect();
    let back = opened(&zipped(&bare));
    assert_eq!(back.corpus.articles.len(), 3);
    assert_eq!(back.lost.len(), 3);
}

#[test]
fn a_file_that_is_cut_off_opens_as_far_as_it_goes() {
    let whole = bytes(&saved());
    let mut counts = BTreeSet::new();
    for end in (0..whole.len()).step_by(7) {
        let Some(Ok(back)) = read(&whole[..end], &mut |_| ()) else { continue };
        assert!(back.lost.iter().any(|lost| lost.loss == Loss::Directory), "{end}");
        for article in &back.corpus.articles {
            assert!(saved().articles.contains(article), "{end}: {}", article.id);
        }
        // Every text is there or told of.
        let texts = back.lost.iter().filter(|lost| lost.place.starts_with("texts/")).count();
        assert_eq!(back.corpus.articles.len() + texts, 3, "{end}");
        counts.insert(back.corpus.articles.len());
    }
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn damage_at_any_tenth_byte_never_gives_a_wrong_text() {
    let whole = bytes(&saved());
    let texts: BTreeSet<String> = saved().articles.into_iter().map(|article| article.text).collect();
    let (mut all, mut some) = (0, 0);
    for at in (0..whole.len()).step_by(10) {
        for change in [0x01, 0x80, 0xff] {
            let mut broken = whole.clone();
            broken[at] ^= change;
            let outcome = import("broken.parallax", &broken, &mut Options::default());
            let Some(back) = outcome.corpus else {
                assert!(outcome.tally().skipped > 0 && outcome.tally().added == 0, "{at}");
                continue;
            };
            let mut left = texts.clone();
            for article in &back.corpus.articles {
                assert!(left.remove(&article.text), "a text that was not saved, at {at}: {:?}", article.text);
                if !back.lost.iter().any(|lost| matches!(lost.loss, Loss::Known)) {
                    assert!(saved().articles.contains(article), "at {at}: {article:?}");
                }
            }
            // Whatever is gone is told.
            assert!(left.is_empty() || back.lost.len() >= left.len(), "at {at}: {:?}", back.lost);
            if back.corpus.address != saved().address {
                assert!(back.lost.iter().any(|lost| lost.loss == Loss::Settings), "at {at}");
            }
            if left.is_empty() { all += 1 } else { some += 1 }
        }
    }
    assert!(all > some && some > 0, "{all} whole, {some} in part");
}

#[test]
fn a_later_version_opens_as_far_as_it_is_known() {
    let later = with_json("manifest.json", |manifest| {
        manifest["format"] = json!(7);
        manifest["mood"] = json!({ "of": "the day" });
        manifest["members"][0]["colour"] = json!("red");
    });
    let back = opened(&later);
    assert_eq!(losses(&back), [("manifest.json", &Loss::Later(7))]);
    assert_eq!(back.corpus.articles, saved().articles);
    assert!(!back.lost[0].loss.is_loss() && back.lost[0].loss.says().contains("format 7"));
}

#[test]
fn names_are_names_and_no_paths() {
    let mut all = members(&bytes(&saved()));
    for name in ["../../etc/passwd", "/etc/shadow", "C:\\autoexec.bat", "texts/../../x.txt", "texts/\u{202e}txt.exe"] {
        all.push((name.into(), b"root:x:0:0".to_vec()));
    }
    let back = opened(&zipped(&all));
    assert_eq!(back.corpus.articles, saved().articles);
    assert_eq!(back.lost.len(), 5);
    assert!(back.lost.iter().all(|lost| lost.loss == Loss::Unlisted));
    // Where ids are no ids, they are made anew.
    let mut all = members(&bytes(&saved()));
    let at = all.iter().position(|(name, _)| name == "corpus.json").unwrap();
    let text = String::from_utf8(all[at].1.clone()).unwrap();
    all[at].1 =
        text.replace("\"id\": \"one\"", "\"id\": \"../one\"").replace("\"id\": \"two\"", "\"id\": \"three\"").into();
    all.retain(|(name, _)| name != "manifest.json");
    let back = opened(&zipped(&all));
    assert_eq!(ids(&back), ["the-title-of-one", "three", "the-title-of-three"]);
    assert_eq!(back.lost.iter().filter(|lost| lost.loss == Loss::Renamed).count(), 2);
}

#[test]
fn bombs_are_refused_in_words() {
    // A member that unpacks to more than two hundred times its size.
    let mut all = members(&bytes(&saved()));
    all[5].1 = vec![b' '; 3 << 20];
    let back = opened(&zipped(&all));
    assert_eq!(ids(&back), ["one", "three"]);
    assert!(matches!(losses(&back)[0].1, Loss::Refused(Reason::Ratio(200))), "{:?}", back.lost);
    // One text named many times over takes no more room than an archive may.
    let text = (0..1 << 20)
        .map(|number: u32| char::from(b'a' + (number.wrapping_mul(2_654_435_761) >> 27) as u8 % 26))
        .collect::<String>();
    let one = Saved { articles: vec![article("one", &text)], ..saved() };
    let mut all = members(&bytes(&one));
    let at = all.iter().position(|(name, _)| name == "corpus.json").unwrap();
    let mut corpus: Value = serde_json::from_slice(&all[at].1).unwrap();
    let text = corpus["texts"][0].clone();
    corpus["texts"] = Value::Array(vec![text; 3000]);
    all[at].1 = serde_json::to_vec(&corpus).unwrap();
    all.retain(|(name, _)| name != "manifest.json");
    let back = opened(&zipped(&all));
    assert_eq!(back.corpus.articles.len(), 256);
    assert!(back.lost.iter().any(|lost| lost.loss == Loss::Refused(Reason::ArchiveTooLarge(256))));
}

#[test]
fn what_is_too_large_to_be_opened_is_not_written() {
    let many = |number: usize| Saved { articles: vec![article("a", "x"); number], ..Saved::default() };
    assert_eq!(write(&many(9997), &mut |_, _| ()), Err(Reason::TooMany(9996)));
    // What shrinks further than an archive's member may is stored as it is.
    let blank = Saved { articles: vec![article("a", &"x ".repeat(2 << 20))], ..Saved::default() };
    assert_eq!(opened(&bytes(&blank)).corpus.articles, blank.articles);
}

#[test]
fn a_link_carries_the_texts() {
    let saved = saved();
    let link = link::pack(&saved);
    assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
    let back = link::unpack(&link).unwrap();
    assert_eq!((back.corpus.name, back.corpus.articles, back.lost.len()), (saved.name, saved.articles, 0));
    for end in 0..link.len() {
        assert!(link::unpack(&link[..end]).is_err(), "cut off at {end}");
    }
    for at in 0..link.len() {
        let mut broken = link.clone().into_bytes();
        broken[at] = if broken[at] == b'A' { b'B' } else { b'A' };
        let broken = String::from_utf8(broken).unwrap();
        // The last letter may have bits to spare.
        assert!(link::unpack(&broken).is_err() || at + 1 == link.len(), "changed at {at}");
    }
    assert_eq!(link::unpack("not a link!"), Err(Fault::Letters));
    assert_eq!(link::unpack("BAAA"), Err(Fault::Later));
}

#[test]
fn a_link_that_unpacks_without_end_is_refused() {
    let bomb = Saved { articles: vec![article("a", &"\u{1}".repeat(5 << 20))], ..Saved::default() };
    assert_eq!(link::unpack(&link::pack(&bomb)), Err(Fault::TooLarge));
}

fn any_article() -> impl Strategy<Value = Article> {
    let words = "[ -~é東\n]{0,40}";
    (words, proptest::option::of(words), "\\PC{1,300}", any::<bool>(), 0u32..20, 0u32..20).prop_map(
        |(title, outlet, text, translated, from, length)| {
            let to = (from + length).min(text.len() as u32);
            let fits = from < to && text.get(from as usize..to as usize).is_some();
            let furniture = fits.then(|| Furniture { kind: FurnitureKind::Other, span: Span::new(from, to) });
            Article { title, outlet, text, translated, furniture: furniture.into_iter().collect(), ..article("", "") }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_saved_comes_back(mut articles in proptest::collection::vec(any_article(), 1..6), name in "\\PC{0,30}") {
        for (number, article) in articles.iter_mut().enumerate() {
            article.id = ["id-", &number.to_string()].concat();
        }
        let off = vec![articles[0].id.clone()];
        let saved = Saved { name, off, address: Some("#/style".into()), articles, ..Saved::default() };
        prop_assert_eq!(opened(&bytes(&saved)), Opened { corpus: saved.clone(), lost: Vec::new() });
        prop_assert_eq!(link::unpack(&link::pack(&saved)).unwrap().corpus.articles, saved.articles);
    }

    #[test]
    fn nothing_panics(at in any::<prop::sample::Index>(), length in 1usize..60, filling in any::<Vec<u8>>()) {
        let mut whole = bytes(&saved());
        let at = at.index(whole.len());
        let end = (at + length).min(whole.len());
        whole.splice(at..end, filling);
        let _ = import("a.parallax", &whole, &mut Options::default());
    }
}

#[test]
fn which_texts_these_are_outlives_the_file() {
    let content = |saved: &Saved| {
        use parallax::import::bundle::content::sha256;
        let of = |article: &Article| (article.id.clone(), sha256(article.text.as_bytes()), article.furniture.clone());
        let all: Vec<_> = saved.articles.iter().map(of).collect();
        Content::of(all.iter().map(|(id, hash, furniture)| (id.as_str(), *hash, furniture.as_slice())))
    };
    assert_eq!(content(&opened(&bytes(&saved())).corpus), content(&saved()));
}
