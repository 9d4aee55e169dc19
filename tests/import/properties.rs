//! What holds for any bytes.

use std::rc::Rc;

use parallax::import::likeness::{Fingerprint, twins};
use parallax::import::repeated;
use proptest::prelude::*;

use super::{files, import, only};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_under_any_name_end_in_an_outcome(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,4}\\.(txt|md|html|csv|json|jsonl|xml|rtf|docx|odt|epub|zip|mhtml|eml)") {
        import(&name, &bytes);
    }

    #[test]
    fn damaged_files_end_in_an_outcome(file in 0usize..12, at in 0.0f64..1.0, byte: u8, cut in 0.0f64..1.0) {
        let name = ["utf16.txt", "markdown.md", "page.html", "page.mhtml", "word.docx", "open.odt", "book.epub", "rich.rtf", "edition.xml", "table.csv", "records.json", "papers.zip"][file];
        let mut bytes = files::bytes(name);
        let place = (at * (bytes.len() - 1) as f64) as usize;
        bytes[place] = byte;
        import(name, &bytes);
        bytes.truncate((cut * bytes.len() as f64) as usize);
        import(name, &bytes);
    }

    #[test]
    fn plain_text_is_stored_as_it_is(text in "[^\\x00-\\x08\\x0e-\\x1f\\x7f\u{feff}<\\{\\[]{2,200}a b") {
        // Whatever its lines hold, byte for byte.
        let text = ["Prose. ", &text].concat();
        let outcome = import("a.txt", text.as_bytes());
        prop_assert_eq!(&only(&outcome).article.text, &text);
    }

    #[test]
    fn utf16_gives_the_same_text_as_utf8(text in "\\PC{1,100}") {
        let text = ["Prose. ", &text.replace('\u{feff}', "")].concat();
        let wide: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let outcome = import("a.txt", &wide);
        prop_assert_eq!(&only(&outcome).article.text, &text);
    }

    #[test]
    fn a_text_is_its_own_twin(text in "[a-d ]{0,300}") {
        let (a, b) = (Fingerprint::of(&text), Fingerprint::of(&[&text, "."].concat()));
        prop_assert!(twins(&[&a, &b])[1].is_some_and(|twin| twin.exact));
    }
}

#[test]
fn lines_of_several_texts_are_furniture_of_each() {
    let texts = [
        "Quay opens\n\nIt did so.\nThe Paper is kept by its readers",
        "Rain\n\nIt fell.\nThe Paper is kept by its readers",
        "The Paper is kept by its readers\nSun",
    ];
    let mut found: Vec<_> = texts.iter().map(|text| Rc::new(only(&import("a.txt", text.as_bytes())).clone())).collect();
    repeated::mark(&mut found);
    for candidate in &found {
        super::text_holds(candidate, "a.txt");
        let furniture = candidate.article.furniture[0].span;
        assert_eq!(
            &candidate.article.text[furniture.start as usize..furniture.end as usize],
            "The Paper is kept by its readers"
        );
    }
}

#[test]
fn a_story_that_several_papers_carry_is_no_furniture() {
    let story = "The quay of Saltmouth is open again\nThe mayor said so.\nShips came in by the dozen, and nobody had counted them before the evening.";
    let texts = ["First\n", "Second\n", "Third\n", "Fourth\n"].map(|title| [title, story].concat());
    let mut found: Vec<_> = texts.iter().map(|text| Rc::new(only(&import("a.txt", text.as_bytes())).clone())).collect();
    repeated::mark(&mut found);
    assert!(found.iter().all(|candidate| candidate.article.furniture.is_empty()));
}
