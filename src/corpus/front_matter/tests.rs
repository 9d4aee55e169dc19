use super::*;
use proptest::prelude::*;

/// A file that holds: lines 1 to 18, the text from line 19 on.
const GOOD: &str = r#"+++
id = "harbour"
title = "Harbour reopens"
title_source = "stated"
outlet = "not stated"
place = "Port Elgin"
language = "en-CA"
translated = false

[published]
source = "stated"
date = "2024-02-29"
words = "29 February 2024"

[[furniture]]
kind = "caption"
passage = "The quay. Photo: A. N. Other"
+++
Harbour reopens
29 February 2024
The quay. Photo: A. N. Other

Port Elgin: the harbour is open again.
The quay is dry.

"#;

fn read(content: &str) -> Result<Article, Problem> {
    parse("corpus/harbour.txt", content.as_bytes())
}

/// The problem of the good file with one passage replaced.
fn problem(from: &str, to: &str) -> (usize, String) {
    assert!(GOOD.contains(from), "{from}");
    let problem = read(&GOOD.replacen(from, to, 1)).expect_err(to);
    assert_eq!(problem.file, "corpus/harbour.txt");
    (problem.line, problem.reason)
}

#[track_caller]
fn refused(from: &str, to: &str, line: usize, reason: &str) {
    let (at, found) = problem(from, to);
    assert!(found.contains(reason), "{found}");
    assert_eq!(at, line, "{found}");
    assert!(!found.contains('\n'));
}

#[test]
fn a_good_file_is_read_whole() {
    let article = read(GOOD).unwrap();
    assert_eq!(article.id, "harbour");
    assert_eq!((article.title.as_str(), article.title_source), ("Harbour reopens", Source::Stated));
    assert_eq!((article.outlet, article.place.as_deref()), (None, Some("Port Elgin")));
    assert_eq!((article.language.as_str(), article.translated), ("en-CA", false));
    assert_eq!(
        article.published,
        Published {
            date: Some("2024-02-29".into()),
            relation: Relation::On,
            source: Source::Stated,
            words: "29 February 2024".into()
        }
    );
    assert_eq!(article.furniture.len(), 1);
    assert_eq!(article.furniture[0].span.of(&article.text), "The quay. Photo: A. N. Other");
    assert!(article.text.starts_with("Harbour reopens\n29") && article.text.ends_with("The quay is dry.\n\n"));
}

#[test]
fn the_text_is_kept_byte_for_byte() {
    let text = "\u{a0}Harbour reopens \r\n29 February 2024\tThe quay. Photo: A. N. Other\n+++\nmore\n\n\n";
    let (front, _) = GOOD.split_at(GOOD.rfind("+++").unwrap() + 4);
    assert_eq!(read(&format!("{front}{text}")).unwrap().text, text);
    // Front matter written on Windows, behind a byte order mark.
    let front = format!("\u{feff}{}", front.replace('\n', "\r\n"));
    assert_eq!(read(&format!("{front}{text}")).unwrap().text, text);
    // No line end after the text.
    assert!(read(GOOD.trim_end()).unwrap().text.ends_with("dry."));
}

#[test]
fn a_passage_that_stands_twice_is_marked_twice() {
    let twice = GOOD.replace("Photo: A. N. Other\n\n", "Photo: A. N. Other\nThe quay. Photo: A. N. Other\n\n");
    assert_eq!(
        read(&twice).unwrap_err().to_string(),
        "corpus/harbour.txt:17: the text has the passage 2 times, not 1; write times = 2 to mark every one, or give \
         more of its words"
    );
    let article = read(&twice.replace("Other\"\n", "Other\"\ntimes = 2\n")).unwrap();
    assert_eq!(article.furniture.len(), 2);
    assert!(article.furniture[0].span.end < article.furniture[1].span.start);
}

#[test]
fn furniture_comes_in_the_order_of_the_text() {
    let entry = "[[furniture]]\nkind = \"dateline\"\npassage = \"29 February 2024\"\n+++\nHarbour";
    let article = read(&GOOD.replace("+++\nHarbour", entry)).unwrap();
    assert_eq!(
        article.furniture.iter().map(|f| f.kind).collect::<Vec<_>>(),
        [FurnitureKind::Dateline, FurnitureKind::Caption]
    );
}

#[test]
fn a_date_that_is_not_stated_needs_nothing_more() {
    let from = GOOD.find("source = \"stated\"\ndate").unwrap();
    let to = GOOD.find("[[furniture]]").unwrap();
    let article = read(&format!("{}source = \"not stated\"\n{}", &GOOD[..from], &GOOD[to..])).unwrap();
    assert_eq!(article.published, Published::default());
}

#[test]
fn broken_fences_are_refused() {
    refused("+++\nid", "id", 1, "the first line must be `+++`");
    refused("+++\nid", "+++ toml\nid", 1, "the first line must be `+++`");
    refused("+++\nHarbour", "Harbour", 1, "never closes it");
    assert_eq!(read("").unwrap_err().line, 1);
    let empty = read(&GOOD[..GOOD.rfind("+++").unwrap() + 4]).unwrap_err();
    assert_eq!((empty.line, empty.reason.as_str()), (18, "has no text after the front matter"));
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let mut bytes = GOOD.as_bytes().to_vec();
    bytes.truncate(bytes.len() - 1);
    bytes.push(0xff);
    let problem = parse("corpus/harbour.txt", &bytes).unwrap_err();
    assert_eq!((problem.line, problem.reason.as_str()), (25, "is not UTF-8 from here on; save the file as UTF-8"));
}

#[test]
fn broken_toml_is_refused_at_its_line() {
    refused("outlet = \"not stated\"", "outlet = not stated", 5, "");
    refused("place = \"Port Elgin\"", "place = \"Port Elgin", 6, "");
    refused("language = \"en-CA\"", "language = \"en\"\nlanguage = \"fr\"", 8, "duplicate key");
    refused("translated = false", "translated = \"no\"", 8, "expected a boolean");
    refused("date = \"2024-02-29\"", "date = 2024-02-29", 12, "put it in quotes");
}

#[test]
fn fields_are_known_and_complete() {
    refused("outlet =", "outlett =", 5, "unknown field `outlett`");
    refused("outlet = \"not stated\"\n", "", 1, "missing field `outlet`");
    refused("id = \"harbour\"\n", "", 1, "missing field `id`");
    refused("kind = \"caption\"\n", "", 15, "missing field `kind`");
    refused("words = \"29", "word = \"29", 13, "unknown field `word`");
    refused("source = \"stated\"\ndate", "date", 10, "missing field `source`");
    refused("date = \"2024-02-29\"\n", "", 10, "`date` is missing");
    refused("words = \"29 February 2024\"\n", "", 10, "`words` is missing");
}

#[test]
fn values_are_checked() {
    refused("\"harbour\"", "\"Harbour\"", 2, "lower-case letters a-z, digits and hyphens");
    refused("\"harbour\"", "\"\"", 2, "lower-case letters");
    refused("\"harbour\"", "\"dp\"", 2, "the name of a column");
    refused("\"Harbour reopens\"", "\"Harbour opens\"", 3, "`title` is not in the text word for word");
    refused("\"Harbour reopens\"", "\" \"", 3, "`title` is empty");
    refused("title_source = \"stated\"", "title_source = \"theirs\"", 4, "must be one of: stated, ours");
    refused("outlet = \"not stated\"", "outlet = \"\"", 5, "write \"not stated\"");
    refused("\"en-CA\"", "\"English\"", 7, "BCP 47");
    refused("\"en-CA\"", "\"en_CA\"", 7, "BCP 47");
    refused("source = \"stated\"\ndate", "source = \"guessed\"\ndate", 11, "must be one of: stated, inferred, ours");
    refused("source = \"stated\"\ndate", "source = \"not stated\"\ndate", 12, "has no `date`");
    refused("date = ", "relation = \"around\"\ndate = ", 12, "must be one of: on, after, before");
    refused("\"29 February 2024\"", "\"29 Feb 2024\"", 13, "`words` is not in the text word for word: \"29 Feb 2024\"");
    refused("\"caption\"", "\"picture\"", 16, "must be one of: caption, dateline");
    refused("\"The quay. Photo:", "\"The pier. Photo:", 17, "`passage` is not in the text word for word");
    refused("\"The quay. Photo: A. N. Other\"", "\"\"", 17, "`passage` is empty");
    refused("Other\"\n", "Other\"\ntimes = 0\n", 18, "the text has the passage 1 times, not 0");
}

#[test]
fn overlapping_passages_are_refused() {
    let entry = "[[furniture]]\nkind = \"other\"\npassage = \"2024\\nThe quay.\"\n+++\nHarbour";
    refused("+++\nHarbour", entry, 17, "overlaps");
}

#[test]
fn two_articles_of_one_id_are_refused() {
    let article = read(GOOD).unwrap();
    let other = Article { id: "quay".into(), ..article.clone() };
    let good = [("a.txt".to_owned(), article.clone()), ("b.txt".to_owned(), other)];
    assert_eq!(check_ids(&good), Ok(()));
    let problem = check_ids(&[good[0].clone(), good[1].clone(), ("c.txt".to_owned(), article)]).unwrap_err();
    let told = "c.txt:1: `id` is \"harbour\", which a.txt has already; give each article its own";
    assert_eq!(problem.to_string(), told);
}

#[test]
fn every_file_of_the_corpus_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let read: Vec<Article> =
        files.iter().map(|path| parse("", &std::fs::read(path).unwrap()).expect("a good file")).collect();
    assert_eq!(read, crate::corpus::bundled());
}

/// The file that `corpus/README.md` shows is one that can be copied.
#[test]
fn the_example_of_the_readme_holds() {
    let readme = include_str!("../../../corpus/README.md");
    let from = readme.find("```\n+++\n").expect("an example") + "```\n".len();
    let example = &readme[from..from + readme[from..].find("```").expect("its end")];
    let article = read(example).unwrap();
    assert_eq!((article.id.as_str(), article.furniture.len()), ("harbour", 1));
}

proptest! {
    #[test]
    fn any_bytes_give_an_article_or_a_problem(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Err(problem) = parse("x", &bytes) {
            prop_assert!(problem.line >= 1);
        }
    }

    #[test]
    fn any_front_matter_gives_an_article_or_a_problem(front in "(?s).{0,200}", text in "(?s).{0,200}") {
        let content = format!("+++\n{front}\n+++\n{text}");
        if let Err(problem) = parse("x", content.as_bytes()) {
            prop_assert!((1..=content.matches('\n').count() + 1).contains(&problem.line));
            prop_assert!(!problem.reason.contains('\n'));
        }
    }

    /// The good file with a piece cut out, doubled or replaced by something else.
    #[test]
    fn a_damaged_file_gives_an_article_or_a_problem(
        from in 0..GOOD.len(),
        length in 0_usize..60,
        instead in "(?s).{0,8}",
    ) {
        let to = (from + length).min(GOOD.len());
        let content = format!("{}{instead}{}", &GOOD[..from], &GOOD[to..]);
        match parse("x", content.as_bytes()) {
            Ok(article) => {
                for f in &article.furniture {
                    prop_assert!(!f.span.of(&article.text).is_empty());
                }
                prop_assert!(article.text.contains(&article.published.words));
            }
            Err(problem) => prop_assert!((1..=content.matches('\n').count() + 1).contains(&problem.line)),
        }
    }

    #[test]
    fn any_text_is_kept(text in "(?s).{1,300}") {
        let front = "+++\nid = \"x\"\ntitle = \"x\"\ntitle_source = \"ours\"\noutlet = \"x\"\nplace = \"x\"\n\
                     language = \"en\"\ntranslated = true\npublished = { source = \"not stated\" }\n+++\n";
        match parse("x", format!("{front}{text}").as_bytes()) {
            Ok(article) => prop_assert_eq!(article.text, text),
            Err(_) => prop_assert!(text.trim().is_empty()),
        }
    }
}
