//! Real files of each format (`files/`, made by `make_files.py`) say what they hold.

use std::path::Path;

use parallax::corpus::{FurnitureKind, Source};
use parallax::import::{Choices, Format, Found, FurnitureReason, Mapping, Reason};

use super::{import, import_with, only, reasons};

const TITLE: &str = "Harbour bridge opens after nine years";
const FIRST: &str = "The new bridge over the harbour of Saltmouth opened to traffic on Tuesday, nine years after the first pillar was sunk into the mud.";
const QUOTED: &str = "“My own children have never known the town without cranes.”";
const LAST: &str = "and that they would go on counting their catch.";

pub fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/files").join(name)).unwrap()
}

#[test]
fn every_format_gives_the_same_words() {
    for (name, format) in [
        ("utf8.txt", Format::Text),
        ("utf16.txt", Format::Text),
        ("markdown.md", Format::Markdown),
        ("page.html", Format::Html),
        ("page.mhtml", Format::Mhtml),
        ("word.docx", Format::Docx),
        ("open.odt", Format::Odt),
        ("book.epub", Format::Epub),
        ("rich.rtf", Format::Rtf),
        ("edition.xml", Format::Tei),
    ] {
        let outcome = import(name, &bytes(name));
        let found = only(&outcome);
        let text = &found.article.text;
        assert_eq!(found.format, format, "{name}");
        for part in [FIRST, QUOTED, LAST, "€412 million", "Tarn & Sons"] {
            assert!(text.contains(part), "{name} lacks {part:?}:\n{text}");
        }
        // Paragraphs stand apart.
        assert!(text.contains("without cranes.”\n") || text.contains("without cranes.”\r\n"), "{name}:\n{text}");
        assert_eq!(found.article.title_source, Source::Stated, "{name}");
        assert!(found.language.tag.starts_with("en"), "{name}: {:?}", found.language);
        if name != "page.mhtml" {
            assert!(found.article.title.starts_with(TITLE), "{name}: {}", found.article.title);
        }
    }
}

#[test]
fn what_files_say_of_themselves() {
    for (name, author, outlet, date) in [
        ("markdown.md", Some("Ines Marlow"), None, Some("2024-03-12")),
        ("page.html", Some("Ines Marlow"), Some("The Saltmouth Courier"), Some("2024-03-12")),
        ("page.mhtml", Some("Ines Marlow"), Some("The Saltmouth Courier"), Some("2024-03-12")),
        ("word.docx", Some("Ines Marlow"), None, None),
        ("open.odt", Some("Ines Marlow"), None, None),
        ("book.epub", Some("Ines Marlow"), Some("Saltmouth Press"), Some("2024-03-12")),
        ("rich.rtf", Some("Ines Marlow"), None, None),
        ("edition.xml", Some("Ines Marlow"), Some("The Saltmouth Courier"), Some("2024-03-12")),
        ("utf8.txt", None, None, None),
    ] {
        let outcome = import(name, &bytes(name));
        let found = only(&outcome);
        assert_eq!(found.article.author.as_deref(), author, "{name}");
        assert_eq!(found.article.outlet.as_deref(), outlet, "{name}");
        assert_eq!(found.article.published.date.as_deref(), date, "{name}");
        assert_eq!(found.dated_by == Found::Nowhere, date.is_none(), "{name}");
    }
}

#[test]
fn encodings_are_found_told_and_chosen() {
    for (name, encoding, guess) in
        [("utf8.txt", "UTF-8", false), ("utf16.txt", "UTF-16LE", false), ("windows-1252.txt", "windows-1252", true)]
    {
        let outcome = import(name, &bytes(name));
        let found = only(&outcome).encoding.as_ref().unwrap();
        assert_eq!((found.name.as_str(), found.guess), (encoding, guess), "{name}");
    }
    let outcome = import("windows-1252.txt", &bytes("windows-1252.txt"));
    assert!(only(&outcome).article.text.contains("inauguré mardi") && only(&outcome).language.tag == "fr");
    let choice = Choices { place: "windows-1252.txt".into(), encoding: Some("koi8-r".into()), ..Choices::default() };
    let outcome = import_with("windows-1252.txt", &bytes("windows-1252.txt"), &[choice]);
    let found = only(&outcome).encoding.clone().unwrap();
    assert!(found.chosen && found.name == "KOI8-R" && !only(&outcome).article.text.contains('é'));
}

#[test]
fn a_page_is_its_main_text_or_all_of_it() {
    let outcome = import("page.html", &bytes("page.html"));
    let found = only(&outcome);
    let text = &found.article.text;
    for around in ["Rain until Friday", "World", "All rights reserved", "alert", "changed by a script", "<p"] {
        assert!(!text.contains(around), "{around} in\n{text}");
    }
    let marked: Vec<_> = found
        .article
        .furniture
        .iter()
        .zip(&found.reasons)
        .map(|(f, reason)| (&text[f.span.start as usize..f.span.end as usize], f.kind, *reason))
        .collect();
    assert_eq!(
        marked,
        [
            ("The bridge on its first morning. Photograph: B. Lund", FurnitureKind::Caption, FurnitureReason::Marked),
            ("Read more: Who paid for the bridge?", FurnitureKind::Link, FurnitureReason::ReadOn),
        ],
        "{text}"
    );
    let choice = Choices { place: "page.html".into(), whole: true, ..Choices::default() };
    let outcome = import_with("page.html", &bytes("page.html"), &[choice]);
    let found = only(&outcome);
    let text = &found.article.text;
    let marked: String =
        found.article.furniture.iter().map(|f| &text[f.span.start as usize..f.span.end as usize]).collect();
    for around in ["Rain until Friday", "World", "All rights reserved"] {
        assert!(text.contains(around) && marked.contains(around), "{around}");
    }
    assert!(!marked.contains("Tarn"));
}

#[test]
fn tables_have_their_columns_mapped() {
    for name in ["table.csv", "table.tsv", "records.json", "records.jsonl"] {
        let outcome = import(name, &bytes(name));
        let tally = outcome.tally();
        assert_eq!((tally.dropped, tally.added, tally.skipped), (3, 2, 1), "{name}");
        assert_eq!(*reasons(&outcome)[0].1, Reason::RecordWithoutText, "{name}");
        let found: Vec<_> = outcome.candidates().collect();
        assert_eq!(found[0].article.title, TITLE);
        assert_eq!(found[0].article.outlet.as_deref(), Some("The Saltmouth Courier"));
        assert_eq!(found[0].article.author.as_deref(), Some("Ines Marlow"));
        assert_eq!(found[1].article.published.date.as_deref(), Some("2024-03-13"), "{name}");
        assert!(found[0].article.text.contains("\n\n“We have waited"));
        let table = &outcome.tables[0];
        let text = table.columns.iter().position(|column| column == "headline").unwrap() as u32;
        let choice = Choices {
            place: name.into(),
            mapping: Some(Mapping { text: Some(text), ..Mapping::default() }),
            ..Choices::default()
        };
        let outcome = import_with(name, &bytes(name), &[choice]);
        assert_eq!(outcome.tally().added, 3);
        assert_eq!(outcome.candidates().next().unwrap().article.text, TITLE);
    }
}

#[test]
fn an_archive_adds_up() {
    let outcome = import("papers.zip", &bytes("papers.zip"));
    let tally = outcome.tally();
    // Five texts of one, two records of the table, the RTF within; its empty record, the picture and the system's file.
    assert_eq!((tally.dropped, tally.added, tally.skipped), (10, 7, 3), "{:?}", reasons(&outcome));
    assert!(outcome.candidates().any(|candidate| candidate.place == "papers.zip/papers/inner.zip/rich.rtf"));
    let first: Vec<_> = outcome.candidates().map(|candidate| &candidate.fingerprint).collect();
    let twins = parallax::import::likeness::twins(&first);
    assert!(twins.iter().flatten().count() >= 5, "the same story, many times over: {twins:?}");
}

#[test]
fn a_pdf_without_its_reader_is_skipped() {
    let outcome = import("print.pdf", &bytes("print.pdf"));
    assert!(matches!(reasons(&outcome)[..], [(_, Reason::Unsupported(_))]));
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_is_its_paragraphs() {
    use parallax::import::read::{Options, read};

    let mut pdf = |bytes: &[u8]| parallax::import::pdf::read(bytes);
    let outcome = read("print.pdf", &bytes("print.pdf"), &mut Options { pdf: Some(&mut pdf), ..Options::default() });
    super::holds("print.pdf", &outcome);
    let found = only(&outcome);
    let text = &found.article.text;
    assert_eq!((found.article.title.as_str(), found.article.author.as_deref()), (TITLE, Some("Ines Marlow")));
    for part in [FIRST, QUOTED, LAST, "€412 million", "Tarn & Sons"] {
        assert!(text.contains(part), "{part:?} isn\u{2019}t in\n{text}");
    }
    let marked: Vec<_> =
        found.article.furniture.iter().map(|f| &text[f.span.start as usize..f.span.end as usize]).collect();
    assert!(marked.contains(&"1") && marked.contains(&"2"), "{marked:?}\n{text}");
    // Cut short or changed, it ends in a text or a reason.
    let whole = bytes("print.pdf");
    for part in (1..20).map(|part| whole.len() * part / 20) {
        let _ = parallax::import::pdf::read(&whole[..part]);
        let mut changed = whole.clone();
        changed[part] ^= 0x15;
        let _ = parallax::import::pdf::read(&changed);
    }
}
