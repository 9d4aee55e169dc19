//! Whole files: their parts make the file, and the file says what a slow recount says.

use std::collections::BTreeMap;

use parallax::corpus::{Article, Furniture, FurnitureKind, bundled};
use parallax::engine::Engine;
use parallax::protocol::exports::{Export, ExportAnswer, ExportQuery, ExportSizes};
use parallax::protocol::*;
use parallax::text::Span;

use crate::questions::BuiltIn;
use crate::recount::{Word, read};
use crate::{answer, article, corpus};

const PLAIN: TermMatrixQuery = TermMatrixQuery { n: 1, minimum: 1, range: 1 };

fn engine(articles: Vec<Article>) -> Engine {
    Engine::new(articles).with_lists(BuiltIn)
}

/// The file, part after part, and how many parts it has.
pub fn file(engine: &mut Engine, settings: &Settings, export: &Export) -> Result<(String, u32), Error> {
    let (mut bytes, mut at, mut parts) = (Vec::new(), 0, 0);
    loop {
        let question = Request::Export(ExportQuery::Part(export.clone(), at));
        let Response::Export(ExportAnswer::Part(part)) = engine.handle(settings, &question)? else { unreachable!() };
        assert!(part.done.0 <= part.done.1 && part.next.is_none_or(|next| next > at && next == part.done.0));
        bytes.extend(part.bytes.0);
        parts += 1;
        match part.next {
            Some(next) => at = next,
            None => return Ok((String::from_utf8(bytes).unwrap(), parts)),
        }
    }
}

fn text(engine: &mut Engine, export: &Export) -> String {
    file(engine, &Settings::default(), export).unwrap().0
}

/// The cells of a CSV file (RFC 4180), letter by letter.
pub fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut inside) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = csv.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if inside && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' => inside = !inside,
            ',' if !inside => row.push(std::mem::take(&mut cell)),
            '\r' if !inside => {
                assert_eq!(characters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(row.is_empty() && cell.is_empty(), "a file ends with its last line's end");
    rows
}

/// By line the value of each named column.
fn table(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows = cells(csv).into_iter();
    let heading = rows.next().unwrap();
    rows.map(|row| {
        assert_eq!(row.len(), heading.len());
        heading.iter().cloned().zip(row).collect()
    })
    .collect()
}

type Cells = BTreeMap<(String, String), u32>;

/// The cells of the dense matrix that aren't 0.
fn dense(csv: &str) -> Cells {
    let rows = cells(csv);
    let mut found = Cells::new();
    for row in &rows[1..] {
        assert_eq!(row.len(), rows[0].len());
        for (word, count) in rows[0].iter().zip(row).skip(1) {
            if count != "0" {
                assert!(found.insert((row[0].clone(), word.clone()), count.parse().unwrap()).is_none());
            }
        }
    }
    found
}

/// The cells of the sparse matrix, by its labels.
fn sparse(engine: &mut Engine, settings: &Settings, query: TermMatrixQuery) -> Cells {
    let mut get = |export| file(engine, settings, &export).unwrap().0;
    let texts = table(&get(Export::MatrixTexts));
    let words = table(&get(Export::MatrixWords(query)));
    let market = get(Export::MatrixMarket(query));
    let mut lines = market.lines();
    assert_eq!(lines.next(), Some("%%MatrixMarket matrix coordinate integer general"));
    let mut lines = lines.filter(|line| !line.starts_with('%'));
    let numbers = |line: &str| line.split(' ').map(|number| number.parse().unwrap()).collect::<Vec<usize>>();
    let sizes = numbers(lines.next().unwrap());
    assert_eq!(sizes[..2], [texts.len(), words.len()]);
    let mut found = Cells::new();
    for line in lines {
        let [row, column, count] = numbers(line)[..] else { panic!("{line}") };
        let (text, word) = (&texts[row - 1], &words[column - 1]);
        assert_eq!((&text["row"], &word["column"]), (&row.to_string(), &column.to_string()));
        found.insert((text["doc_id"].clone(), word["type"].clone()), count as u32);
    }
    assert_eq!(found.len(), sizes[2]);
    found
}

/// The slow recount: every run of `n` words within a sentence, by text.
fn recount(articles: &[Article], n: usize) -> Cells {
    let mut found = Cells::new();
    for article in articles {
        let words = read(article);
        for run in words.windows(n).filter(|run| run[0].sentence == run[n - 1].sentence) {
            let term = run.iter().map(|word| word.term.as_str()).collect::<Vec<_>>().join(" ");
            *found.entry((article.id.clone(), term)).or_insert(0) += 1;
        }
    }
    found
}

#[test]
fn the_matrix_is_what_a_recount_finds_dense_and_sparse() {
    for n in [1, 2, 3] {
        for (minimum, range) in [(1, 1), (3, 2)] {
            let mut all = recount(&bundled(), n as usize);
            let sum = |word: &str| all.iter().filter(|cell| cell.0.1 == word).map(|cell| *cell.1).sum::<u32>();
            let texts = |word: &str| all.keys().filter(|cell| cell.1 == word).count() as u32;
            let words: std::collections::BTreeSet<String> = all.keys().map(|cell| cell.1.clone()).collect();
            let kept: std::collections::BTreeSet<String> = words
                .into_iter()
                .filter(|word| minimum == 1 || sum(word) >= minimum && texts(word) >= range)
                .filter(|word| !word.split(' ').all(parallax::text::is_stop_word))
                .collect();
            all.retain(|cell, _| kept.contains(&cell.1));
            let mut engine = engine(bundled());
            let query = TermMatrixQuery { n, minimum, range };
            let csv = text(&mut engine, &Export::Matrix(query));
            assert_eq!(dense(&csv), all);
            assert_eq!(sparse(&mut engine, &Settings::default(), query), all);
            assert_eq!(cells(&csv)[0].len(), kept.len() + 1);
            let ExportAnswer::Sizes(sizes) = answer!(engine, Export(ExportQuery::Sizes(query))) else { unreachable!() };
            let ExportSizes { texts, rows, columns, entries, csv: bytes, .. } = sizes;
            assert_eq!((texts, rows, columns as usize, entries as usize), (5, 5, kept.len(), all.len()));
            assert_eq!(bytes as usize, csv.len());
        }
    }
}

#[test]
fn words_come_in_the_alphabets_order_with_their_counts_over_all() {
    let mut engine = engine(bundled());
    let words = table(&text(&mut engine, &Export::MatrixWords(PLAIN)));
    let order: Vec<(String, String)> =
        words.iter().map(|word| (word["type"].to_lowercase(), word["type"].clone())).collect();
    assert!(order.is_sorted());
    let query = FrequencyQuery {
        n: 1,
        minimum: 1,
        maximum: None,
        table: crate::questions::table(FrequencyColumn::Term, u32::MAX),
    };
    let rows = answer!(engine, Frequency(query)).rows;
    assert_eq!(rows.len(), words.len());
    for row in rows {
        let word = words.iter().find(|word| word["type"] == row.term).unwrap();
        assert_eq!((&word["frequency"], &word["texts"]), (&row.frequency.to_string(), &row.range.to_string()));
    }
}

#[test]
fn tokens_join_the_matrix() {
    let mut engine = engine(bundled());
    let tokens = table(&text(&mut engine, &Export::Tokens));
    let mut counted = Cells::new();
    for token in tokens.iter().filter(|token| token["stop_word"] == "false") {
        *counted.entry((token["doc_id"].clone(), token["type"].clone())).or_insert(0) += 1;
    }
    assert_eq!(counted, dense(&text(&mut engine, &Export::Matrix(PLAIN))));
}

#[test]
fn tokens_stand_where_they_say() {
    let articles = bundled();
    let mut engine = engine(articles.clone());
    let tokens = table(&text(&mut engine, &Export::Tokens));
    let mut rows = tokens.iter();
    for article in &articles {
        let characters: Vec<char> = article.text.chars().collect();
        let words: Vec<Word> = read(article);
        let mut sentence = (usize::MAX, 0);
        for (number, word) in words.iter().enumerate() {
            let row = rows.next().unwrap();
            if sentence.0 != word.sentence {
                sentence = (word.sentence, sentence.1 + 1);
            }
            assert_eq!((&row["doc_id"], &row["type"]), (&article.id, &word.term));
            assert_eq!(row["token_id"], (number + 1).to_string());
            assert_eq!(row["sentence_id"], sentence.1.to_string());
            let [start, end] = ["start_char", "end_char"].map(|name| row[name].parse::<usize>().unwrap());
            assert_eq!(characters[start..end].iter().collect::<String>(), row["token"]);
            assert_eq!(row["token"], word.span.of(&article.text));
            assert_eq!(row["stop_word"], parallax::text::is_stop_word(&word.term).to_string());
            assert_eq!(row["furniture"], "false");
        }
    }
    assert!(rows.next().is_none());
    assert!(tokens.iter().any(|row| row["quoted"] == "true") && tokens.iter().any(|row| row["quoted"] == "false"));
    // With furniture counted, its tokens are there and say so.
    let settings = Settings { furniture: true, ..Settings::default() };
    let all = table(&file(&mut engine, &settings, &Export::Tokens).unwrap().0);
    let (furniture, others): (Vec<_>, Vec<_>) = all.iter().partition(|row| row["furniture"] == "true");
    let note = |articles: &[ArticleNote]| articles.iter().map(|note| note.furniture_tokens as usize).sum::<usize>();
    assert_eq!((furniture.len(), others.len()), (note(&answer!(engine, Articles)), tokens.len()));
}

#[test]
fn quoted_tokens_are_those_of_the_quotes_view() {
    let mut engine = engine(bundled());
    let tokens = table(&text(&mut engine, &Export::Tokens));
    let query = QuotesQuery {
        kinds: QuotationKind::QUOTED.to_vec(),
        table: crate::questions::table(QuotesColumn::default(), u32::MAX),
        ..QuotesQuery::default()
    };
    let quotes = answer!(engine, Quotes(query));
    let articles = bundled();
    let mut inside = Vec::new();
    for article in &articles {
        for word in read(article) {
            let is_in = |row: &QuotesRow| {
                let it = &row.quotation;
                articles[it.article as usize].id == article.id
                    && it.words.start <= word.span.start
                    && word.span.start < it.words.end
            };
            inside.push(quotes.rows.iter().any(is_in).to_string());
        }
    }
    assert_eq!(tokens.iter().map(|row| row["quoted"].clone()).collect::<Vec<_>>(), inside);
}

#[test]
fn a_stop_words_editor_and_hidden_or_not_change_the_columns_and_what_tokens_say() {
    let mut engine = engine(corpus(&["The council and the mayor.", "A mayor."]));
    let lists = StopWords { hidden: true, added: vec!["mayor".to_owned()], removed: vec!["and".to_owned()] };
    let settings = Settings { stop_words: lists.clone(), ..Settings::default() };
    let columns = |engine: &mut Engine, settings: &Settings| {
        cells(&file(engine, settings, &Export::Matrix(PLAIN)).unwrap().0)[0].join(" ")
    };
    assert_eq!(columns(&mut engine, &settings), "doc_id and council");
    let shown = Settings { stop_words: StopWords { hidden: false, ..lists }, ..Settings::default() };
    assert_eq!(columns(&mut engine, &shown), "doc_id a and council mayor the");
    for settings in [&settings, &shown] {
        let tokens = table(&file(&mut engine, settings, &Export::Tokens).unwrap().0);
        let stop: Vec<&str> =
            tokens.iter().filter(|row| row["stop_word"] == "true").map(|row| row["type"].as_str()).collect();
        assert_eq!(stop, ["the", "the", "mayor", "a", "mayor"]);
    }
    let off = Settings { off: vec!["t1".to_owned()], ..Settings::default() };
    assert_eq!(
        cells(&file(&mut engine, &off, &Export::Matrix(PLAIN)).unwrap().0),
        [["doc_id", "council", "mayor"], ["t0", "1", "1"]]
    );
}

#[test]
fn where_groups_are_compared_rows_are_groups_and_tokens_name_theirs() {
    let mut engine = engine(bundled());
    let grouping = Grouping::new("hand\nEast\tanti-drone\tresolute-message\n=West\ttrt-world".to_owned());
    let settings = Settings { grouping, ..Settings::default() };
    let grouped = dense(&file(&mut engine, &settings, &Export::Matrix(PLAIN)).unwrap().0);
    assert_eq!(sparse(&mut engine, &settings, PLAIN), grouped);
    let tokens = table(&file(&mut engine, &settings, &Export::Tokens).unwrap().0);
    let mut counted = Cells::new();
    for token in tokens.iter().filter(|token| token["stop_word"] == "false") {
        *counted.entry((token["group"].clone(), token["type"].clone())).or_insert(0) += 1;
    }
    assert_eq!(counted, grouped);
    // A name that a spreadsheet would run is guarded in all files alike, and so joins.
    assert!(grouped.keys().any(|cell| cell.0 == "'=West"));
    let lines = file(&mut engine, &settings, &Export::TokenLines).unwrap().0;
    assert!(cells(&lines).iter().any(|row| row[1] == "=West"));
    let ExportAnswer::Sizes(sizes) = answer!(engine, &settings, Export(ExportQuery::Sizes(PLAIN))) else {
        unreachable!()
    };
    assert_eq!(sizes.csv as usize, file(&mut engine, &settings, &Export::Matrix(PLAIN)).unwrap().0.len());
}

fn concordance(
    engine: &mut Engine,
    terms: &[&str],
    width: u32,
    order: ConcordanceOrder,
) -> Vec<BTreeMap<String, String>> {
    let terms = terms.iter().map(|&term| term.to_owned()).collect();
    table(&text(engine, &Export::Concordance(ConcordanceQuery { terms, width, order })))
}

#[test]
fn a_concordance_has_every_hit_between_its_words() {
    let articles = bundled();
    let mut engine = engine(articles.clone());
    let rows = concordance(&mut engine, &["nato", "mark rutte", "NATO"], 4, ConcordanceOrder::Text);
    let mut hits = rows.iter();
    for article in &articles {
        let words = read(article);
        for (at, word) in words.iter().enumerate() {
            let pair = words
                .get(at + 1)
                .is_some_and(|next| word.term == "mark" && next.term == "rutte" && next.sentence == word.sentence);
            if word.term != "nato" && !pair {
                continue;
            }
            let row = hits.next().unwrap();
            let last = at + usize::from(pair);
            assert_eq!((&row["doc_id"], &row["title"]), (&article.id, &article.title));
            assert_eq!(row["pattern"], if pair { "mark rutte" } else { "nato" });
            assert_eq!((&row["from"], &row["to"]), (&(at + 1).to_string(), &(last + 1).to_string()));
            let context = |words: &[Word]| words.iter().map(|word| word.term.clone()).collect::<Vec<_>>();
            // The words of the contexts, read again, are those that stand beside.
            let again = |name: &str| context(&read(&crate::article("x", &row[name])));
            assert_eq!(again("pre"), context(&words[at.saturating_sub(4)..at]));
            assert_eq!(again("post"), context(&words[last + 1..(last + 5).min(words.len())]));
            let start = article.text[..word.span.start as usize].chars().count();
            assert_eq!(row["start_char"], start.to_string());
        }
    }
    assert!(hits.next().is_none() && rows.len() > 20);
}

#[test]
fn a_concordance_is_ordered_by_the_nearest_words() {
    let mut engine = engine(corpus(&["b x c d. a x c b. x. c x a", "a x a. b x"]));
    let by = |engine: &mut Engine, order, side: &str| {
        concordance(engine, &["x"], 3, order).iter().map(|row| row[side].clone()).collect::<Vec<_>>()
    };
    assert_eq!(by(&mut engine, ConcordanceOrder::Right, "post"), ["", "a", "a. b x", "c b. x", "c d. a", ". c x a"]);
    assert_eq!(by(&mut engine, ConcordanceOrder::Text, "post").len(), 6);
    let left = by(&mut engine, ConcordanceOrder::Left, "pre");
    let nearest: Vec<Option<&str>> =
        left.iter().map(|pre| pre.split([' ', '.']).rfind(|word| !word.is_empty())).collect();
    assert_eq!(nearest, [Some("a"), Some("a"), Some("b"), Some("b"), Some("b"), Some("c")]);
    let ExportAnswer::Hits(hits) = answer!(
        engine,
        Export(ExportQuery::Hits(ConcordanceQuery {
            terms: vec!["X".to_owned(), "nowhere".to_owned()],
            width: 5,
            order: ConcordanceOrder::Text
        }))
    ) else {
        unreachable!()
    };
    assert_eq!(hits, [("x".to_owned(), 6), ("nowhere".to_owned(), 0)]);
}

#[test]
fn contexts_pass_over_furniture_that_isnt_counted() {
    let body = "The mayor\nREAD MORE: drones\nspoke of\tharbours.";
    let at = body.find("READ").unwrap() as u32;
    let piece = Furniture { kind: FurnitureKind::Link, span: Span::new(at, at + 17) };
    let one = Article { furniture: vec![piece], ..article("one", body) };
    let mut engine = engine(vec![one]);
    let rows = concordance(&mut engine, &["spoke"], 9, ConcordanceOrder::Text);
    assert_eq!((rows[0]["pre"].as_str(), rows[0]["post"].as_str()), ("The mayor", "of harbours"));
    let settings = Settings { furniture: true, ..Settings::default() };
    let query = ConcordanceQuery { terms: vec!["spoke".into()], width: 9, order: ConcordanceOrder::Text };
    let all = table(&file(&mut engine, &settings, &Export::Concordance(query)).unwrap().0);
    assert_eq!(all[0]["pre"], "The mayor READ MORE: drones");
}

/// Articles whose titles try to break every format.
pub fn hostile() -> Vec<Article> {
    let titles = [
        "=HYPERLINK(\"http://x\",\"y\")",
        "50% of $5 & #1_a {unbalanced \\input{x} ~^",
        "He said \"no\",\r\nthen}} @article{evil,",
        "Ο Ρούτε, naïve façade: “Țăranu”",
        "שלום \u{202e}evil\u{202c} عالم",
        "\u{0}nul\u{7f} and\u{2028}line",
        "",
    ];
    let dates = [None, Some("2025"), Some("2025-06"), Some("2025-06-24"), Some("2025-06-24"), Some("not a date"), None];
    let mut all: Vec<Article> = titles
        .iter()
        .zip(dates)
        .enumerate()
        .map(|(at, (title, date))| Article {
            title: (*title).to_owned(),
            outlet: (at % 2 == 1).then(|| format!("The {} & Co", ["%Daily%", "{Post}", "=Star"][at / 2 % 3])),
            published: Published { date: date.map(str::to_owned), ..Published::default() },
            ..article(&format!("h{at}"), "One word, \"quoted\" =here.")
        })
        .collect();
    all[5].author = Some("A. Person; {B \"Other\" ;".to_owned());
    all[4].published.relation = Relation::After;
    all[4].translated = true;
    all[4].language = "he".to_owned();
    all[3].published.source = Source::Inferred;
    all[3].language = "el".to_owned();
    all[2].title_source = Source::Ours;
    all
}

#[test]
fn hostile_titles_break_no_file() {
    let mut engine = engine(hostile());
    let rows = concordance(&mut engine, &["word"], 5, ConcordanceOrder::Text);
    let titles: Vec<&str> = rows.iter().map(|row| row["title"].as_str()).collect();
    assert!(titles[0].starts_with("'=HYPERLINK(") && titles[2].contains("\r\n"));
    assert_eq!(table(&text(&mut engine, &Export::MatrixTexts)).len(), 7);
    let bibtex = text(&mut engine, &Export::BibTex);
    // Every line begins or ends an entry or is one field, and braces pair within each.
    let mut entries = 0;
    for line in bibtex.lines().filter(|line| !line.is_empty()) {
        if line.starts_with('@') {
            entries += 1;
            continue;
        }
        let mut depth = 0_i32;
        if line != "}" {
            assert!(line.starts_with("  "), "{line}");
            for character in line.chars() {
                depth += i32::from(character == '{') - i32::from(character == '}');
                assert!(depth >= 0, "{line}");
            }
            assert_eq!(depth, 0, "{line}");
        }
    }
    assert_eq!(entries, 7);
}

#[test]
fn references_say_what_is_known_and_nothing_else() {
    let mut engine = engine(hostile());
    let csl: Vec<serde_json::Value> = serde_json::from_str(&text(&mut engine, &Export::CslJson)).unwrap();
    assert_eq!(csl[5]["author"], serde_json::json!([{"literal": "A. Person"}, {"literal": "{B \"Other\""}]));
    let parts = |at: usize| csl[at].get("issued").map(|issued| issued["date-parts"].to_string());
    let dates: Vec<Option<String>> = (0..7).map(parts).collect();
    let expected = [None, Some("[[2025]]"), Some("[[2025,6]]"), Some("[[2025,6,24]]"), None, None, None];
    assert_eq!(dates, expected.map(|date| date.map(str::to_owned)));
    for (at, item) in csl.iter().enumerate() {
        let fields: Vec<&str> = item.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(item["id"], format!("h{at}"));
        assert_eq!(item["type"], if at % 2 == 1 { "article-newspaper" } else { "document" });
        let known = ["id", "type", "title", "author", "container-title", "issued", "language", "note"];
        assert!(fields.iter().all(|field| known.contains(field)));
        assert_eq!(fields.contains(&"container-title"), at % 2 == 1);
        assert_eq!(fields.contains(&"author"), at == 5);
    }
    assert_eq!(csl[4]["note"], "A translation. Published after 2025-06-24.");
    assert_eq!(csl[3]["note"], "The date was inferred from the text.");
    let bibtex = text(&mut engine, &Export::BibTex);
    assert_eq!(bibtex.matches("  author =").count(), 1);
    assert!(!["url", "urldate", "publisher"].iter().any(|field| bibtex.contains(&format!("  {field} ="))));
    assert!(bibtex.contains("  year = {2025},\n  month = jun,\n  date = {2025-06},\n"));
}

#[test]
fn what_is_refused_says_why() {
    let mut engine = engine(bundled());
    let mut refused = |export| file(&mut engine, &Settings::default(), &export).unwrap_err();
    let none = |n, minimum, range| Export::Matrix(TermMatrixQuery { n, minimum, range });
    for export in [none(0, 1, 1), none(6, 1, 1), none(1, 0, 1), none(1, 1, 0), none(1, 9999, 1)] {
        assert_eq!(refused(export).code, ErrorCode::OutOfRange);
    }
    let words = |terms: &[&str], width| {
        let terms = terms.iter().map(|&term| term.to_owned()).collect();
        Export::Concordance(ConcordanceQuery { terms, width, order: ConcordanceOrder::Text })
    };
    for export in [words(&[], 5), words(&["nato"], 0), words(&["nato"], 51), words(&["!"], 5), words(&["a"; 21], 5)] {
        assert_eq!(refused(export).code, ErrorCode::OutOfRange);
    }
    let all = bundled().iter().map(|article| article.id.clone()).collect();
    let off = Settings { off: all, ..Settings::default() };
    for export in [Export::Tokens, Export::BibTex, Export::CslJson, none(1, 1, 1), words(&["nato"], 5)] {
        assert_eq!(file(&mut engine, &off, &export).unwrap_err().code, ErrorCode::Empty);
    }
}

#[test]
fn large_files_come_in_parts_and_a_dense_matrix_that_is_too_large_points_to_the_sparse_one() {
    // Words that no other text has: the worst a matrix can be.
    let texts: Vec<String> =
        (0..1200).map(|text| (0..120).map(|word| format!("word{} ", text * 120 + word)).collect()).collect();
    let mut engine = engine(corpus(&texts.iter().map(String::as_str).collect::<Vec<_>>()));
    let (tokens, parts) = file(&mut engine, &Settings::default(), &Export::Tokens).unwrap();
    assert!(parts > 2 && tokens.lines().count() == 144_001);
    let (market, _) = file(&mut engine, &Settings::default(), &Export::MatrixMarket(PLAIN)).unwrap();
    assert_eq!(market.lines().count(), 144_003);
    assert_eq!(market.lines().nth(2), Some("1200 144000 144000"));
    let refused = file(&mut engine, &Settings::default(), &Export::Matrix(PLAIN)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::OutOfRange);
    assert!(refused.remedy.contains("Matrix Market"), "{refused}");
    let (dense, parts) = file(
        &mut engine,
        &Settings { off: (40..1200).map(|text| format!("t{text}")).collect(), ..Settings::default() },
        &Export::Matrix(PLAIN),
    )
    .unwrap();
    assert_eq!((dense.lines().count(), parts), (41, 1));
}
