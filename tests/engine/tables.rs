//! Tables: window, filter and order belong together, and CSV holds the same rows.

use parallax::engine::Engine;
use parallax::protocol::*;
use parallax::route::keys::KEYWORD_COLUMNS;

use crate::questions::{FURTHER, frequency, keywords, pair, questions, table};
use crate::{answer, article};

const FREQUENCY_COLUMNS: [FrequencyColumn; 9] = [
    FrequencyColumn::Term,
    FrequencyColumn::Frequency,
    FrequencyColumn::PerMillion,
    FrequencyColumn::Range,
    FrequencyColumn::Dp,
    FrequencyColumn::DpNorm,
    FrequencyColumn::JuillandD,
    FrequencyColumn::Article(0),
    FrequencyColumn::Article(4),
];

/// The alphabetical order of the tables: lower-case forms first, then the words themselves; n-grams word by word.
fn alphabetical(term: &str) -> Vec<(String, String)> {
    term.split(' ').map(|word| (word.to_lowercase(), word.to_owned())).collect()
}

/// Whether values are in order, undefined ones last.
fn in_order(values: &[Option<f64>], descending: bool) -> bool {
    values.windows(2).all(|two| match (two[0], two[1]) {
        (Some(x), Some(y)) => {
            if descending {
                x >= y
            } else {
                x <= y
            }
        }
        (x, y) => x.is_some() || y.is_none(),
    })
}

fn keyword_value(row: &KeywordRow, column: KeywordColumn) -> Option<f64> {
    match column {
        KeywordColumn::Article => Some(f64::from(row.article)),
        KeywordColumn::Term => None,
        KeywordColumn::Frequency => Some(f64::from(row.frequency)),
        KeywordColumn::ReferenceFrequency => Some(f64::from(row.reference_frequency)),
        KeywordColumn::G2 => row.g2,
        KeywordColumn::P => row.p,
        KeywordColumn::PAdjusted => row.p_adjusted,
        KeywordColumn::Bic => row.bic,
        KeywordColumn::LogRatio => row.log_ratio,
        KeywordColumn::TfIdf => Some(row.tf_idf),
        KeywordColumn::Robust => row.robust.map(f64::from),
        further => row.further[FURTHER.iter().position(|column| *column == further).unwrap()],
    }
}

#[test]
fn keyword_tables_are_in_order_and_ties_go_by_article_then_term() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    for &(column, _) in KEYWORD_COLUMNS {
        for descending in [false, true] {
            let order = TableQuery { descending, ..table(column, u32::MAX) };
            let query = KeywordsQuery { kind: Kind::Both, further: FURTHER.to_vec(), table: order, ..keywords(1) };
            let report = answer!(engine, Keywords(query));
            assert_eq!(report.rows.len(), report.total as usize);
            let values: Vec<_> = report.rows.iter().map(|row| keyword_value(row, column)).collect();
            assert!(in_order(&values, descending), "{column:?}");
            for two in report.rows.windows(2) {
                let (a, b) = (&two[0], &two[1]);
                let (term_a, term_b) = (alphabetical(&a.term), alphabetical(&b.term));
                if column == KeywordColumn::Term {
                    assert!(if descending { term_a >= term_b } else { term_a <= term_b });
                } else if keyword_value(a, column) == keyword_value(b, column) {
                    assert!((a.article, term_a) < (b.article, term_b), "{column:?}: {} {}", a.term, b.term);
                }
            }
        }
    }
}

#[test]
fn frequency_tables_are_in_order() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    for n in [1, 3] {
        for column in FREQUENCY_COLUMNS {
            for descending in [false, true] {
                let order = TableQuery { descending, ..table(column, u32::MAX) };
                let rows = answer!(engine, Frequency(FrequencyQuery { table: order, ..frequency(n) })).rows;
                let value = |row: &FrequencyRow| match column {
                    FrequencyColumn::Term => None,
                    FrequencyColumn::Frequency => Some(f64::from(row.frequency)),
                    FrequencyColumn::PerMillion => Some(row.per_million),
                    FrequencyColumn::Range => Some(f64::from(row.range)),
                    FrequencyColumn::Dp => row.dp,
                    FrequencyColumn::DpNorm => row.dp_norm,
                    FrequencyColumn::JuillandD => row.juilland_d,
                    FrequencyColumn::Article(article) => Some(f64::from(row.by_article[article as usize])),
                };
                let values: Vec<_> = rows.iter().map(value).collect();
                assert!(in_order(&values, descending), "{column:?}");
                for two in rows.windows(2) {
                    let (a, b) = (alphabetical(&two[0].term), alphabetical(&two[1].term));
                    if column == FrequencyColumn::Term {
                        assert!(if descending { a > b } else { a < b });
                    } else if value(&two[0]) == value(&two[1]) {
                        assert!(a < b, "{column:?}: {a:?} {b:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn windows_side_by_side_make_the_whole_table() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    let whole =
        answer!(engine, Frequency(FrequencyQuery { table: table(FrequencyColumn::Dp, u32::MAX), ..frequency(2) }));
    let mut rows = Vec::new();
    for offset in (0..whole.total).step_by(97) {
        let window = TableQuery { offset, ..table(FrequencyColumn::Dp, 97) };
        let report = answer!(engine, Frequency(FrequencyQuery { table: window, ..frequency(2) }));
        assert_eq!((report.total, report.rows.len() as u32), (whole.total, 97.min(whole.total - offset)));
        // What is not the table doesn't move with it.
        assert_eq!((&report.finding, &report.zipf, report.hapaxes), (&whole.finding, &whole.zipf, whole.hapaxes));
        rows.extend(report.rows);
    }
    assert_eq!(rows, whole.rows);
    for (offset, limit) in [(whole.total, 5), (u32::MAX, u32::MAX), (0, 0)] {
        let window = TableQuery { offset, ..table(FrequencyColumn::Dp, limit) };
        let report = answer!(engine, Frequency(FrequencyQuery { table: window, ..frequency(2) }));
        assert_eq!((report.rows.len(), report.total), (0, whole.total));
    }
}

#[test]
fn filter_minimum_and_articles_take_rows_away_and_change_none() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    let whole = TableQuery { filter: String::new(), ..table(KeywordColumn::G2, u32::MAX) };
    let query = KeywordsQuery { kind: Kind::Both, table: whole, ..keywords(1) };
    let all = answer!(engine, Keywords(query.clone())).rows;
    let narrowed =
        KeywordsQuery { table: TableQuery { filter: "ri".to_owned(), ..query.table.clone() }, ..query.clone() };
    let expected: Vec<_> = all.iter().filter(|row| row.term.to_lowercase().contains("ri")).cloned().collect();
    assert!(!expected.is_empty());
    assert_eq!(answer!(engine, Keywords(narrowed)).rows, expected);
    let two = answer!(engine, Keywords(KeywordsQuery { articles: vec![3, 1], ..query.clone() }));
    assert_eq!(two.rows, all.iter().filter(|row| [1, 3].contains(&row.article)).cloned().collect::<Vec<_>>());
    assert_eq!(two.panels.len(), 5);
    assert!(two.points.iter().all(|row| [1, 3].contains(&row.article)));
    let positive = answer!(engine, Keywords(KeywordsQuery { kind: Kind::More, ..query.clone() })).rows;
    assert_eq!(positive, all.iter().filter(|row| row.g2.unwrap() > 0.0).cloned().collect::<Vec<_>>());
    // The points are the rows by |G²|.
    let points = answer!(engine, Keywords(query)).points;
    assert!(points.is_sorted_by(|a, b| a.g2.unwrap().abs() >= b.g2.unwrap().abs()) && points.len() <= 2_000);
    assert!(points.iter().all(|point| all.contains(point)));
}

/// Cells of a CSV text, line by line, by RFC 4180.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    let mut characters = csv.chars().peekable();
    while let Some(c) = characters.next() {
        let cell = lines.last_mut().unwrap().last_mut().unwrap();
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => lines.last_mut().unwrap().push(String::new()),
            '\r' if !quoted => {
                assert_eq!(characters.next(), Some('\n'));
                lines.push(vec![String::new()]);
            }
            c => cell.push(c),
        }
    }
    assert_eq!(lines.pop(), Some(vec![String::new()]), "the last line has its end");
    lines
}

fn number(cell: &str) -> Option<f64> {
    (!cell.is_empty()).then(|| cell.parse().unwrap())
}

#[test]
fn keyword_csv_has_the_rows_of_the_table_at_full_precision() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    let order =
        TableQuery { filter: "o".to_owned(), sort: KeywordColumn::PAdjusted, descending: false, offset: 7, limit: 3 };
    let query = KeywordsQuery { kind: Kind::Both, table: order.clone(), ..keywords(1) };
    let csv = cells(&answer!(engine, Csv(Table::Keywords(query.clone()))));
    assert_eq!(
        csv[0].join(","),
        "article,term,variants,frequency,reference_frequency,article_tokens,reference_tokens,g2,p,p_adjusted,bic,log_ratio,log_ratio_low,log_ratio_high,tf_idf,robust"
    );
    let whole = KeywordsQuery { table: TableQuery { offset: 0, limit: u32::MAX, ..order }, ..query };
    let rows = answer!(engine, Keywords(whole)).rows;
    assert_eq!(csv.len(), rows.len() + 1);
    for (cells, row) in csv[1..].iter().zip(&rows) {
        assert_eq!(cells[0], engine.articles()[row.article as usize].id);
        assert_eq!(cells[1], row.term);
        let counts = [row.frequency, row.reference_frequency, row.article_tokens, row.reference_tokens];
        assert_eq!(cells[3..7], counts.map(|count| count.to_string()));
        let values = [row.g2, row.p, row.p_adjusted, row.bic, row.log_ratio, row.log_ratio_low, row.log_ratio_high];
        // Equal to the last bit, read back from text.
        assert_eq!(cells[7..14].iter().map(|cell| number(cell)).collect::<Vec<_>>(), values);
        assert_eq!(number(&cells[14]), Some(row.tf_idf));
        assert_eq!(cells[15], row.robust.map_or_else(String::new, |robust| robust.to_string()));
    }
}

#[test]
fn the_other_tables_have_their_columns() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    let ids: Vec<String> = engine.articles().iter().map(|article| article.id.clone()).collect();
    let ids = ids.join(",");
    let mut columns = |table: Table| {
        let csv = cells(&answer!(engine, Csv(table)));
        assert!(csv.len() > 1 && csv.iter().all(|line| line.len() == csv[0].len()));
        (csv[0].join(","), csv.len() - 1)
    };
    let frequencies = format!("term,frequency,per_million,range,dp,dp_norm,juilland_d,{ids}");
    let (found, rows) = columns(Table::Frequency(frequency(1)));
    assert_eq!(found, frequencies);
    assert!(rows > 50, "the window is ignored");
    let matrix = crate::questions::matrix(MatrixOrder::Contrast);
    let limit = matrix.limit as usize;
    assert!(limit < rows);
    assert_eq!(columns(Table::Matrix(matrix)), (frequencies, limit), "as many words as the picture and its table");
    let similarity =
        columns(Table::Similarity(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() }));
    assert_eq!(similarity, ("article_a,article_b,cosine,jaccard,containment,shared_5grams".to_owned(), 10));
    assert!(columns(Table::Pair(pair(2, 0))).0.starts_with("article,term,variants,frequency,reference_frequency,"));
    let set = SetsQuery { articles: vec![3, 1], limit: 1 };
    let (found, rows) = columns(Table::Sets(set));
    assert_eq!(found, "list,term,more-lethal-nato,resolute-message");
    assert!(rows > 3, "the limit is ignored");
    let places = DistributionQuery { terms: vec!["nato".to_owned(), "US support".to_owned()] };
    assert_eq!(columns(Table::Distribution(places)).0, "term,article,token,start_byte,end_byte,as_written");
    assert!(columns(Table::Articles).0.starts_with("article,title,"));
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_disarmed() {
    let mut risky = article("risky", "=SUM stays, so does @home.");
    risky.title = "=HYPERLINK(\"http://example.org\",\"x\")".to_owned();
    risky.outlet = Some("@outlet, \"quoted\"".to_owned());
    let mut engine = Engine::new(vec![risky, article("other", "Another text.")]);
    let csv = answer!(engine, Csv(Table::Articles));
    let cells = cells(&csv);
    assert_eq!(cells[1][1], "'=HYPERLINK(\"http://example.org\",\"x\")");
    assert_eq!(cells[1][3], "'@outlet, \"quoted\"");
    // Negative numbers are numbers, not formulas.
    let query = KeywordsQuery { kind: Kind::Both, table: table(KeywordColumn::G2, 9), ..keywords(1) };
    let csv = answer!(engine, Csv(Table::Keywords(query)));
    assert!(csv.contains(",-") && !csv.contains("'-"));
}

#[test]
fn requests_and_answers_survive_json() {
    let mut engine = Engine::with_bundled().with_lists(crate::questions::BuiltIn);
    for question in questions(5, &["nato", "US support"]) {
        let call = Call { id: 7, settings: Settings::default(), request: question.clone() };
        let json = serde_json::to_string(&call).unwrap();
        assert_eq!(serde_json::from_str::<Call>(&json).unwrap(), call);
        let reply = match engine.handle(&Settings::default(), &question) {
            Ok(response) => Reply::Done(7, response),
            // Some exports are asked for what isn't there.
            Err(error) => {
                assert!(matches!(question, Request::Export(_)), "{question:?}: {error}");
                Reply::Failed(7, error)
            }
        };
        let json = serde_json::to_string(&reply).unwrap();
        assert_eq!(serde_json::from_str::<Reply>(&json).unwrap(), reply);
    }
}
