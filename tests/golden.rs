//! What the bundled corpus shows, as text a person can read: the diff is the review.
//!
//! `tests/golden/<article-id>.txt` has an article's keywords with their numbers, `frequency.txt` the most
//! frequent words and runs of words, `groups.txt` the corpus by groups of articles, `compare.txt` similarities, tree and shared passages, `utterances.txt` and `reuse.txt`
//! quotations and passages that stand in several places, with what differs; `style/` has a file an
//! article on how it is written, with all that rules and lists find in it, and `words.txt` with names and words
//! by article; `exports.txt` has how files of the whole
//! corpus begin, and the references whole; `framing.txt` has collocates, modal verbs and sentences found nowhere else. To rewrite them after a change
//! that is meant: `UPDATE_GOLDEN=1 cargo test --test golden`, then read the diff.

#[path = "golden/exports.rs"]
mod exports;
#[path = "golden/framing.rs"]
mod framing;
#[path = "questions/mod.rs"]
#[allow(dead_code)]
mod questions;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use parallax::engine::Engine;
use parallax::protocol::*;
use questions::{frequency, keywords, matrix, pair};

/// Compares with the file, or rewrites it.
fn golden(name: &str, text: &str) {
    let text: String = text.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &text).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected == text {
        return;
    }
    let at = expected.lines().zip(text.lines()).position(|(old, new)| old != new);
    let at = at.unwrap_or(expected.lines().count().min(text.lines().count()));
    panic!(
        "tests/golden/{name} differs from line {}:\n  was  {}\n  is   {}\nIf that is meant, run \
         UPDATE_GOLDEN=1 cargo test --test golden and read the diff.",
        at + 1,
        expected.lines().nth(at).unwrap_or("(nothing)"),
        text.lines().nth(at).unwrap_or("(nothing)"),
    );
}

fn ask(engine: &mut Engine, request: Request) -> Response {
    engine.handle(&Settings::default(), &request).unwrap()
}

/// A value with so many decimals, a dash where it is undefined.
fn decimals(value: impl Into<Option<f64>>, places: usize) -> String {
    value.into().map_or_else(|| "–".to_owned(), |value| format!("{value:.places$}"))
}

/// A p: with decimals while they say something, then in powers of ten.
fn p(value: Option<f64>) -> String {
    match value {
        Some(p) if p < 0.0001 => format!("{p:.1e}"),
        p => decimals(p, 4),
    }
}

/// A finding, articles by their ids, words in italics.
fn said(engine: &Engine, finding: &Finding) -> String {
    told(finding, |article| engine.articles()[article as usize].id.clone())
}

/// A finding, articles or groups by their names, words in italics.
fn told(finding: &Finding, name: impl Fn(u32) -> String) -> String {
    let pieces = finding.sentence.iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Number { text, .. } => text.clone(),
        Piece::Article(article) => format!("[{}]", name(*article)),
        Piece::Term { written, .. } => format!("_{written}_"),
    });
    format!("{}\n({})\n", pieces.collect::<String>(), finding.caution)
}

fn keyword_lines(out: &mut String, rows: &[KeywordRow]) {
    writeln!(
        out,
        "{:<18} {:>4} {:>9} {:>7} {:>8} {:>8} {:>6} {:>9} {:>17} {:>7}  robust",
        "word", "here", "elsewhere", "G²", "p", "adjusted", "BIC", "log ratio", "95 % interval", "TF-IDF"
    )
    .unwrap();
    for row in rows {
        let interval = format!("{} … {}", decimals(row.log_ratio_low, 2), decimals(row.log_ratio_high, 2));
        writeln!(
            out,
            "{:<18} {:>4} {:>9} {:>7} {:>8} {:>8} {:>6} {:>9} {:>17} {:>7}  {}",
            row.term,
            row.frequency,
            row.reference_frequency,
            decimals(row.g2, 2),
            p(row.p),
            p(row.p_adjusted),
            decimals(row.bic, 1),
            decimals(row.log_ratio, 2),
            interval,
            decimals(row.tf_idf, 3),
            match row.robust {
                Some(true) => "yes",
                Some(false) => "no",
                None => "–",
            }
        )
        .unwrap();
    }
}

/// Every measure that panels can rank by, with the heading it has in tables and CSV.
const RANKS: [(&str, KeywordColumn); 18] = [
    ("g2", KeywordColumn::G2),
    ("g2_two_cells", KeywordColumn::G2TwoCells),
    ("chi_squared", KeywordColumn::ChiSquared),
    ("chi_squared_yates", KeywordColumn::ChiSquaredYates),
    ("fisher_p", KeywordColumn::FisherP),
    ("p", KeywordColumn::P),
    ("p_benjamini_hochberg", KeywordColumn::PBenjaminiHochberg),
    ("p_holm", KeywordColumn::PHolm),
    ("p_bonferroni", KeywordColumn::PBonferroni),
    ("permutation_p", KeywordColumn::PermutationP),
    ("bic", KeywordColumn::Bic),
    ("log_ratio", KeywordColumn::LogRatio),
    ("conservative_log_ratio", KeywordColumn::ConservativeLogRatio),
    ("percent_difference", KeywordColumn::PercentDifference),
    ("odds_ratio", KeywordColumn::OddsRatio),
    ("simple_maths", KeywordColumn::SimpleMaths),
    ("frequency", KeywordColumn::Frequency),
    ("tf_idf", KeywordColumn::TfIdf),
];

/// The panels' words under one measure, each with its value: a line an article.
fn ranked(engine: &mut Engine, name: &str, query: KeywordsQuery) -> Vec<String> {
    let measure = query.rank;
    let query = KeywordsQuery { panel: 8, further: vec![measure], ..query };
    let Response::Keywords(report) = ask(engine, Request::Keywords(query)) else { unreachable!() };
    let value = |value: Option<f64>| match value {
        Some(p) if name.starts_with("p") && name != "percent_difference" || name == "fisher_p" => self::p(Some(p)),
        Some(large) if large.abs() >= 1000.0 => format!("{large:.0}"),
        value => decimals(value, 2),
    };
    let line = |panel: &KeywordPanel| {
        let words = panel.rows.iter().map(|row| {
            let bound = if row.at_most { "≥ " } else { "" };
            format!("{} {bound}{}", row.term, value(row.further[0]))
        });
        let words = words.collect::<Vec<_>>().join(", ");
        format!("{name:<24} {}", if words.is_empty() { "(none)" } else { &words })
    };
    report.panels.iter().map(line).collect()
}

/// For each article its top keywords under each measure, and what other comparisons find.
fn other_rankings(engine: &mut Engine) -> Vec<String> {
    let mut sections: Vec<(String, Vec<Vec<String>>)> = Vec::new();
    let mut section = |heading: &str, lines: Vec<Vec<String>>| sections.push((heading.to_owned(), lines));
    let by_measure =
        RANKS.iter().map(|&(name, rank)| ranked(engine, name, KeywordsQuery { rank, ..keywords(2) })).collect();
    section("Top keywords under each measure", by_measure);
    let only = |engine: &mut Engine, name, query| vec![ranked(engine, name, query)];
    section(
        "Words used less than in the other articles",
        only(engine, "g2", KeywordsQuery { kind: Kind::Less, ..keywords(2) }),
    );
    let shown = Settings { stop_words: StopWords { hidden: false, ..StopWords::default() }, ..Settings::default() };
    let alike = Request::Keywords(KeywordsQuery { kind: Kind::Alike, panel: 8, ..keywords(2) });
    let Ok(Response::Keywords(report)) = engine.handle(&shown, &alike) else { unreachable!() };
    let lockwords = report.panels.iter().map(|panel| {
        let words: Vec<String> = panel
            .rows
            .iter()
            .map(|row| {
                let interval = [row.log_ratio_low, row.log_ratio_high].map(|end| decimals(end, 2));
                format!(
                    "{} {}+{} ({} … {})",
                    row.term, row.frequency, row.reference_frequency, interval[0], interval[1]
                )
            })
            .collect();
        if words.is_empty() { "(none)".to_owned() } else { words.join(", ") }
    });
    section("Lockwords, stop words too", vec![lockwords.collect()]);
    let english = Comparison { against: Against::GeneralEnglish, ..Comparison::default() };
    let english = KeywordsQuery { comparison: english, ..keywords(2) };
    let against = [("g2", KeywordColumn::G2), ("log_ratio", KeywordColumn::LogRatio)]
        .map(|(name, rank)| ranked(engine, name, KeywordsQuery { rank, ..english.clone() }));
    section("Against general English", against.to_vec());
    section("Used less than in general English", only(engine, "g2", KeywordsQuery { kind: Kind::Less, ..english }));
    let query = PhrasesQuery { limit: 8, ..PhrasesQuery::default() };
    let Response::Phrases(report) = ask(engine, Request::Phrases(query)) else { unreachable!() };
    let phrases = report.lists.iter().map(|list| {
        let phrase =
            |row: &PhraseRow| format!("{} {}:{} {:.2}", row.phrase, row.frequency, row.reference_frequency, row.g2);
        let phrases: Vec<String> = list.rows.iter().map(phrase).collect();
        format!("{}  [of {}]", phrases.join(", "), list.tested)
    });
    section("Key phrases: times here:elsewhere, G²", vec![phrases.collect()]);
    (0..engine.articles().len())
        .map(|at| {
            let parts = sections.iter().map(|(heading, lines)| {
                let lines: String = lines.iter().map(|line| format!("{}\n", line[at])).collect();
                format!("\n# {heading}\n\n{lines}")
            });
            parts.collect()
        })
        .collect()
}

#[test]
fn keywords_of_each_article() {
    let mut engine = Engine::with_bundled().with_lists(questions::BuiltIn);
    let others = other_rankings(&mut engine);
    let Response::Articles(notes) = ask(&mut engine, Request::Articles) else { unreachable!() };
    let query = KeywordsQuery { panel: 20, ..keywords(2) };
    let Response::Keywords(report) = ask(&mut engine, Request::Keywords(query)) else { unreachable!() };
    for ((note, panel), others) in notes.iter().zip(&report.panels).zip(others) {
        let mut out = format!("{}\n\n", note.title);
        writeln!(
            out,
            "{} words, {} different; {} sentences in {} paragraphs; {} words of page furniture, not counted",
            note.tokens, note.types, note.sentences, note.paragraphs, note.furniture_tokens
        )
        .unwrap();
        writeln!(out, "{} words tested against the other articles, {} keywords\n", panel.tested, panel.keywords)
            .unwrap();
        keyword_lines(&mut out, &panel.rows);
        out.push_str(&others);
        golden(&format!("{}.txt", note.id), &out);
    }
}

#[test]
fn frequencies() {
    let mut engine = Engine::with_bundled();
    let mut out = String::new();
    for n in 1..=5 {
        let query = FrequencyQuery { table: questions::table(FrequencyColumn::Frequency, 20), ..frequency(n) };
        let Response::Frequency(report) = ask(&mut engine, Request::Frequency(query)) else { unreachable!() };
        writeln!(out, "# {n}\n\n{}", said(&engine, &report.finding)).unwrap();
        writeln!(out, "{} in all, {} different, {} once", report.tokens, report.types, report.hapaxes).unwrap();
        writeln!(
            out,
            "{:<32} {:>5} {:>11} {:>5} {:>6} {:>6} {:>6}  by article",
            "", "times", "per million", "range", "DP", "DPnorm", "D"
        )
        .unwrap();
        for row in &report.rows {
            writeln!(
                out,
                "{:<32} {:>5} {:>11} {:>5} {:>6} {:>6} {:>6}  {:?}  {}",
                row.term,
                row.frequency,
                decimals(row.per_million, 1),
                row.range,
                decimals(row.dp, 3),
                decimals(row.dp_norm, 3),
                decimals(row.juilland_d, 3),
                row.by_article,
                row.variants.join(" | ")
            )
            .unwrap();
        }
        out.push('\n');
    }
    golden("frequency.txt", out.trim_end_matches('\n'));
}

/// Articles and words in one plane.
#[test]
fn map() {
    let mut engine = Engine::with_bundled();
    let mut out = String::new();
    for axes in [(1, 2), (3, 4)] {
        let query = MapQuery { axes, ..MapQuery::default() };
        let Response::Map(report) = ask(&mut engine, Request::Map(query)) else { unreachable!() };
        writeln!(out, "# Axes {:?}\n\n{}", report.shown, said(&engine, &report.finding)).unwrap();
        writeln!(out, "total inertia {:.6}, {} words qualify", report.total, report.words).unwrap();
        for (at, axis) in report.axes.iter().enumerate() {
            writeln!(out, "axis {}: {:.6}, {:.1} %", at + 1, axis.inertia, axis.share * 100.0).unwrap();
        }
        writeln!(
            out,
            "\n{:<20} {:>5} {:>7} {:>7} {:>9} {:>6} {:>9} {:>6} {:>5}",
            "", "count", "mass", "inertia", "x", "makes", "y", "makes", "cos²"
        )
        .unwrap();
        for point in report.points.iter().take(45) {
            let name = match &point.of {
                Mapped::Article(article) => format!("[{}]", engine.articles()[*article as usize].id),
                Mapped::Term(term) => term.clone(),
            };
            let y = point.y.unwrap();
            writeln!(
                out,
                "{name:<20} {:>5} {:>7.4} {:>7.4} {:>9.5} {:>6.4} {:>9.5} {:>6.4} {:>5}",
                point.count,
                point.mass,
                point.inertia,
                point.x.at,
                point.x.contribution,
                y.at,
                y.contribution,
                decimals(point.quality, 3)
            )
            .unwrap();
        }
        out.push('\n');
    }
    golden("map.txt", out.trim_end_matches('\n'));
}

#[test]
fn comparison() {
    let mut engine = Engine::with_bundled();
    let id = |engine: &Engine, article: u32| engine.articles()[article as usize].id.clone();
    let mut out = String::new();
    for measure in questions::MEASURES {
        let Response::Compare(report) =
            ask(&mut engine, Request::Compare(CompareQuery { measure, ..CompareQuery::default() }))
        else {
            unreachable!()
        };
        writeln!(out, "# {measure:?}\n\n{}", said(&engine, &report.finding)).unwrap();
        if measure == Similarity::Cosine {
            writeln!(out, "{:<36} {:>6} {:>7} {:>11} {:>8}", "", "cosine", "Jaccard", "containment", "5-grams")
                .unwrap();
            for row in &report.pairs {
                writeln!(
                    out,
                    "{:<36} {:>6} {:>7} {:>11} {:>8}",
                    format!("{} – {}", id(&engine, row.article_a), id(&engine, row.article_b)),
                    decimals(row.cosine, 4),
                    decimals(row.jaccard, 4),
                    decimals(row.containment, 4),
                    row.shared_5grams
                )
                .unwrap();
            }
            out.push('\n');
        }
        for (at, merge) in report.merges.iter().enumerate() {
            let node = |node: u32| {
                let leaves = report.articles.len() as u32;
                if node < leaves {
                    id(&engine, report.articles[node as usize])
                } else {
                    format!("step {}", node - leaves + 1)
                }
            };
            writeln!(out, "step {}: {} with {} at {:.4}", at + 1, node(merge.left), node(merge.right), merge.height)
                .unwrap();
        }
        let order: Vec<String> = report.order.iter().map(|&article| id(&engine, article)).collect();
        writeln!(out, "order: {}\n", order.join(", ")).unwrap();
    }
    for linkage in [Linkage::Average, Linkage::Complete, Linkage::Single, Linkage::Ward] {
        let query = CompareQuery { distance: Some(Distance::Euclidean), linkage, ..CompareQuery::default() };
        let Response::Csv(csv) = ask(&mut engine, Request::Csv(Table::Tree(query))) else { unreachable!() };
        writeln!(out, "# Euclidean distance, {linkage:?} linkage\n\n{csv}").unwrap();
    }
    let query = IntersectionsQuery { limit: 40, ..IntersectionsQuery::default() };
    let Response::Intersections(report) = ask(&mut engine, Request::Intersections(query)) else { unreachable!() };
    writeln!(out, "# Which words stand in exactly which articles\n").unwrap();
    for (&article, size) in report.articles.iter().zip(&report.sizes) {
        writeln!(out, "{:<18} {size:>4} different words", id(&engine, article)).unwrap();
    }
    writeln!(out).unwrap();
    for it in &report.intersections {
        let articles: Vec<String> = it.articles.iter().map(|&article| id(&engine, article)).collect();
        writeln!(out, "{:>4}  {}: {}", it.words, articles.join(" + "), it.examples.join(", ")).unwrap();
    }
    writeln!(out, "{} in all\n", report.total).unwrap();
    let articles = engine.articles().len() as u32;
    for a in 0..articles {
        for b in a + 1..articles {
            let Response::Pair(report) = ask(&mut engine, Request::Pair(pair(a, b))) else { unreachable!() };
            writeln!(out, "# {} – {}\n\n{}", id(&engine, a), id(&engine, b), said(&engine, &report.finding)).unwrap();
            let words = |words: &[SharedWord]| {
                words
                    .iter()
                    .take(12)
                    .map(|word| format!("{} {:?}", word.term, word.counts))
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            writeln!(out, "shared ({}): {}", report.sizes.0, words(&report.shared)).unwrap();
            writeln!(out, "only {} ({}): {}", id(&engine, a), report.sizes.1, words(&report.only_a)).unwrap();
            writeln!(out, "only {} ({}): {}\n", id(&engine, b), report.sizes.2, words(&report.only_b)).unwrap();
            keyword_lines(&mut out, &report.points);
            out.push('\n');
            for passage in &report.passages {
                let written = |span: Span, article: u32| {
                    span.of(&engine.articles()[article as usize].text).split_whitespace().collect::<Vec<_>>().join(" ")
                };
                writeln!(out, "{} words: {}", passage.words, written(passage.a, a)).unwrap();
                writeln!(out, "         {}", written(passage.b, b)).unwrap();
            }
            out.push('\n');
        }
    }
    let Response::Matrix(report) = ask(&mut engine, Request::Matrix(matrix(MatrixOrder::Contrast))) else {
        unreachable!()
    };
    writeln!(out, "# Words used most unevenly\n").unwrap();
    for row in &report.rows {
        writeln!(out, "{:<18} {:?}", row.term, row.by_article).unwrap();
    }
    golden("compare.txt", &out);
}

/// The corpus by groups: what the views open with, and the words that set each group apart.
#[test]
fn groups() {
    let mut engine = Engine::with_bundled().with_lists(questions::BuiltIn);
    let mut out = String::new();
    for by in ["translated", "country", "month"] {
        let settings = Settings { grouping: Grouping::new(by.to_owned()), ..Settings::default() };
        let mut ask = |request: Request| engine.handle(&settings, &request).unwrap();
        let Response::Groups(report) = ask(Request::Groups) else { unreachable!() };
        let name = |number: u32| report.groups[(number - GROUPS) as usize].name.clone();
        writeln!(out, "# Grouped by: {by}\n").unwrap();
        for group in &report.groups {
            writeln!(out, "{:<16} {:?}, {} tokens", group.name, group.articles, group.tokens).unwrap();
        }
        let Response::Keywords(keywords) = ask(Request::Keywords(KeywordsQuery { panel: 8, ..keywords(2) })) else {
            unreachable!()
        };
        writeln!(out, "\n{}", told(&keywords.finding, name)).unwrap();
        for panel in &keywords.panels {
            let word = |row: &KeywordRow| {
                format!("{} {}:{} {}", row.term, row.frequency, row.reference_frequency, decimals(row.g2, 2))
            };
            let words: Vec<String> = panel.rows.iter().map(word).collect();
            writeln!(out, "{:<16} {}", name(panel.article), words.join(", ")).unwrap();
        }
        let Response::Compare(compare) =
            ask(Request::Compare(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() }))
        else {
            unreachable!()
        };
        writeln!(out, "\n{}", told(&compare.finding, name)).unwrap();
        for row in &compare.pairs {
            let pair = format!("{} – {}", name(row.article_a), name(row.article_b));
            let values = [row.cosine, row.jaccard, row.containment].map(|value| decimals(value, 4)).join(" ");
            writeln!(out, "{pair:<36} {values} {}", row.shared_5grams).unwrap();
        }
        let Response::Pair(pair) = ask(Request::Pair(pair(GROUPS, GROUPS + 1))) else { unreachable!() };
        writeln!(out, "\n{}", told(&pair.finding, name)).unwrap();
        for passage in &pair.passages {
            writeln!(
                out,
                "{} words, in article {} and in article {}",
                passage.words, passage.article_a, passage.article_b
            )
            .unwrap();
        }
        let Response::Matrix(matrix) = ask(Request::Matrix(MatrixQuery { limit: 12, ..matrix(MatrixOrder::Contrast) }))
        else {
            unreachable!()
        };
        writeln!(out).unwrap();
        for row in &matrix.rows {
            writeln!(out, "{:<16} {:?}, in {} articles", row.term, row.by_article, row.range).unwrap();
        }
        let Response::Coverage(coverage) =
            ask(Request::Coverage(CoverageQuery { picture: 8, lists: 6, ..CoverageQuery::default() }))
        else {
            unreachable!()
        };
        writeln!(out, "\n{}", told(&coverage.finding, name)).unwrap();
        for row in &coverage.picture {
            writeln!(out, "{:<16} {:?}, in this order {:?}", row.name, row.by_article, row.order).unwrap();
        }
        for (what, lists) in [("first", &coverage.first), ("only", &coverage.only)] {
            for list in lists {
                let names: Vec<&str> = list.names.iter().map(|it| it.name.as_str()).collect();
                writeln!(out, "{what} in {:<16} {}", name(list.article), names.join(", ")).unwrap();
            }
        }
        let Response::Quotes(quotes) = ask(Request::Quotes(QuotesQuery::default())) else { unreachable!() };
        writeln!(out).unwrap();
        for row in &quotes.speakers {
            writeln!(out, "{:<16} {:?} quoted, {:?} reported", row.name, row.quoted, row.reported).unwrap();
        }
        for row in quotes.verbs.iter().take(6) {
            writeln!(out, "{:<16} {:?}", row.verb, row.by_article).unwrap();
        }
        let Response::Collocates(near) =
            ask(Request::Collocates(CollocatesQuery { panel: 6, ..CollocatesQuery::default() }))
        else {
            unreachable!()
        };
        writeln!(out, "\n{}", told(&near.finding, name)).unwrap();
        for panel in &near.panels {
            let word = |row: &CollocateRow| format!("{} {} {}", row.written, row.together, decimals(row.log_dice, 2));
            let words: Vec<String> = panel.rows.iter().map(word).collect();
            writeln!(out, "{:<16} {}", name(panel.article), words.join(", ")).unwrap();
        }
        let Response::Modals(modals) = ask(Request::Modals) else { unreachable!() };
        writeln!(out, "\n{}", told(&modals.finding, name)).unwrap();
        for of in &modals.articles {
            let rate = |voice| decimals(of.rate(None, voice), 2);
            let rates = [Voice::Any, Voice::Writer, Voice::Quoted].map(rate);
            writeln!(out, "{:<16} {:?} words, {} in 1,000", name(of.article), of.words, rates.join(" | ")).unwrap();
        }
        out.push('\n');
    }
    golden("groups.txt", &out);
}

/// A value with its decimals, or why there is none.
/// Wordings beside each other, as in a critical apparatus: with how many of the others share a piece,
/// and `~` where another has other words; then the readings.
fn wordings(out: &mut String, engine: &Engine, wordings: &[Wordings]) {
    for wording in wordings {
        let id = &engine.articles()[wording.article as usize].id;
        writeln!(out, "    {id} ¶{}, {} of {} words the same", wording.paragraph, wording.same, wording.words).unwrap();
        let pieces = wording.pieces.iter().map(|piece| match piece.mark {
            Mark::Around => piece.text.clone(),
            Mark::Shared(others) => format!("{{{others}: {}}}", piece.text),
            Mark::Otherwise => format!("{{~ {}}}", piece.text),
        });
        writeln!(out, "      {}", pieces.collect::<String>()).unwrap();
        for reading in &wording.readings {
            let or_nothing = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
            let (base, other) = (or_nothing(&reading.base), or_nothing(&reading.other));
            writeln!(out, "      {base} ] {other}   ({:?})", reading.difference).unwrap();
        }
    }
}

#[test]
fn reused_passages() {
    let mut engine = Engine::with_bundled().with_lists(questions::BuiltIn);
    let mut out = String::from("Passages that stand in several places, at least six words the same\n");
    let query = ReuseQuery { least: 6, offset: 0, limit: 100, open: None };
    let Response::Reuse(report) = ask(&mut engine, Request::Reuse(query.clone())) else { unreachable!() };
    for passage in &report.passages {
        writeln!(out, "\n{} words, articles: {}; {}", passage.words, passage.articles, passage.text).unwrap();
        let open = ReuseQuery { open: Some((passage.article, passage.span.start)), ..query.clone() };
        let Response::Reuse(opened) = ask(&mut engine, Request::Reuse(open)) else { unreachable!() };
        wordings(&mut out, &engine, &opened.open);
    }
    writeln!(out, "\nNear-duplicates: {}", report.duplicates.len()).unwrap();
    golden("reuse.txt", &out);
}

#[test]
fn utterances() {
    let mut engine = Engine::with_bundled().with_lists(questions::BuiltIn);
    let mut out = String::from("Utterances, what is reported too; those in several places with their wordings\n");
    let query = UtterancesQuery { reported: true, limit: 200, ..UtterancesQuery::default() };
    let Response::Utterances(report) = ask(&mut engine, Request::Utterances(query.clone())) else { unreachable!() };
    out += &said(&engine, &report.finding);
    for row in &report.rows {
        let places = row.places.iter().map(|place| {
            let id = &engine.articles()[place.article as usize].id;
            format!("{id} {} {}", place.kind.name(), place.words)
        });
        let places = places.collect::<Vec<_>>().join(", ");
        writeln!(out, "\n“{}” – {}; {places}", row.text, row.speakers.join(", ")).unwrap();
        if row.places.len() > 1 {
            let open = UtterancesQuery { open: Some((row.article, row.span.start)), ..query.clone() };
            let Response::Utterances(opened) = ask(&mut engine, Request::Utterances(open)) else { unreachable!() };
            let open: Vec<Wordings> = opened.open.into_iter().map(|it| it.wording).collect();
            wordings(&mut out, &engine, &open);
        }
    }
    golden("utterances.txt", &out);
}

fn measured(value: Measured, places: usize) -> String {
    match value {
        Measured::Value(value) => format!("{value:.places$}"),
        Measured::Undefined(why) => format!("– ({why:?})"),
    }
}

/// The sentences with what is marked in them, between brackets.
fn marked(engine: &mut Engine, article: u32, feature: Feature) -> String {
    let query = MarkedQuery { marking: Marking::Style(feature), article: Some(article), beside: None };
    let Response::Marked(report) = ask(engine, Request::Marked(query)) else { unreachable!() };
    let Response::Text(text) = ask(engine, Request::Text(TextQuery { article })) else { unreachable!() };
    let mut out = String::new();
    for sentence in &text.sentences {
        let places: Vec<Span> = report.places.iter().copied().filter(|place| sentence.contains(*place)).collect();
        if places.is_empty() {
            continue;
        }
        let mut from = sentence.start;
        out.push_str("  ");
        for place in places {
            let before = Span::new(from, place.start).of(&text.text);
            write!(out, "{before}[{}]", place.of(&text.text)).unwrap();
            from = place.end;
        }
        writeln!(out, "{}", Span::new(from, sentence.end).of(&text.text)).unwrap();
    }
    out
}

#[test]
fn style_of_each_article() {
    let mut engine = Engine::with_bundled().with_lists(questions::BuiltIn);
    let Response::Style(report) = ask(&mut engine, Request::Style(StyleQuery::default())) else { unreachable!() };
    fs::create_dir_all(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/style")).unwrap();
    for style in &report.articles {
        let (id, title) = {
            let article = &engine.articles()[style.article as usize];
            (article.id.clone(), article.title.clone())
        };
        let mut out = format!("{title}\n\n");
        let count = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
        for (name, value) in [
            ("words", style.tokens.to_string()),
            ("different words", style.types.to_string()),
            ("words that occur once", style.hapaxes.to_string()),
            ("TTR", measured(style.ttr, 4)),
            ("root TTR", measured(style.root_ttr, 3)),
            ("MATTR, 50 words", measured(style.mattr, 4)),
            ("MTLD", measured(style.mtld, 2)),
            ("HD-D, 42 draws", measured(style.hdd, 4)),
            ("Yule’s K", measured(style.yule_k, 2)),
            ("sentences", style.sentences.to_string()),
            ("words a sentence", measured(style.sentence_length, 2)),
            ("longest sentence", style.longest_sentence.to_string()),
            ("sentences by length", format!("{:?}", style.sentence_lengths)),
            ("letters a word", measured(style.word_length, 3)),
            ("words by letters", format!("{:?}", style.word_lengths)),
            ("letters", style.letters.to_string()),
            ("syllables", count(style.syllables)),
            ("words of 3 syllables or more", count(style.polysyllables)),
            ("Flesch reading ease", measured(style.flesch, 2)),
            ("Flesch–Kincaid", measured(style.flesch_kincaid, 2)),
            ("Gunning fog", measured(style.fog, 2)),
            ("SMOG", measured(style.smog, 2)),
            ("Coleman–Liau", measured(style.coleman_liau, 2)),
            ("ARI", measured(style.ari, 2)),
            ("British spellings", count(style.british)),
            ("American spellings", count(style.american)),
            ("passives", count(style.passives)),
            ("sentences with a passive", count(style.passive_sentences)),
            ("share of sentences", measured(style.passive_share, 3)),
            ("hedges", count(style.hedges)),
            ("hedges in 1,000 words", measured(style.hedge_rate, 2)),
            ("words rated pleasant", count(style.positive)),
            ("words rated unpleasant", count(style.negative)),
            ("rated words under a negation", count(style.negated)),
            ("mean rating", measured(style.tone, 3)),
        ] {
            writeln!(out, "{name:<30} {value}").unwrap();
        }
        for (name, feature) in [
            ("Passives", Feature::Passives),
            ("Hedges", Feature::Hedges(String::new())),
            ("British spellings", Feature::British(String::new())),
            ("American spellings", Feature::American(String::new())),
            ("Words rated pleasant", Feature::Positive(String::new())),
            ("Words rated unpleasant", Feature::Negative(String::new())),
            ("Rated words under a negation", Feature::Negated),
            ("Words of three syllables or more", Feature::Polysyllables),
        ] {
            writeln!(out, "\n# {name}\n\n{}", marked(&mut engine, style.article, feature).trim_end()).unwrap();
        }
        golden(&format!("style/{id}.txt"), &out);
    }
    let mut out = said(&engine, &report.finding);
    writeln!(out, "\n# Spellings of what may be one name\n").unwrap();
    for group in &report.variants {
        let spellings: Vec<String> =
            group.spellings.iter().map(|it| format!("{} {:?}", it.word, it.by_article)).collect();
        writeln!(out, "{:?}: {}", group.difference, spellings.join(", ")).unwrap();
    }
    let line = |it: &WordCount| format!("{:<20} {:?}", it.word, it.by_article);
    writeln!(out, "\n# Names ({})\n", report.totals.names).unwrap();
    report.names.iter().for_each(|it| writeln!(out, "{}", line(it)).unwrap());
    writeln!(out, "\n# Spellings ({})\n", report.totals.spellings).unwrap();
    for it in &report.spellings {
        writeln!(out, "{} {:?}, else {}", line(&it.count), it.variety, it.other).unwrap();
    }
    writeln!(out, "\n# Hedges ({})\n", report.totals.hedges).unwrap();
    report.hedges.iter().for_each(|it| writeln!(out, "{}", line(it)).unwrap());
    writeln!(out, "\n# Rated words ({})\n", report.totals.tone).unwrap();
    report.tone.iter().for_each(|it| writeln!(out, "{} {:+.1}", line(&it.count), it.rating).unwrap());
    golden("style/words.txt", &out);
}

#[test]
fn vocabulary() {
    let mut engine = Engine::with_bundled();
    let mut out = String::new();
    for (n, running) in [(1, false), (1, true), (2, false)] {
        let order = if running { "in running order" } else { "in any order" };
        let Response::Vocabulary(report) = ask(&mut engine, Request::Vocabulary(VocabularyQuery { n, running })) else {
            unreachable!()
        };
        writeln!(out, "# {n}, growth {order}\n").unwrap();
        writeln!(
            out,
            "{:<18} {:>6} {:>6} {:>5}  {:>6} {:>6} {:>6}  {:>6} {:>6} {:>6} {:>9}  after 300",
            "", "tokens", "types", "once", "Zipf a", "±", "KS", "K", "β", "±", "deviation"
        )
        .unwrap();
        for text in &report.texts {
            let name = text.article.map_or("all", |article| engine.articles()[article as usize].id.as_str());
            let near = text.curve.iter().min_by_key(|point| point.tokens.abs_diff(300));
            writeln!(
                out,
                "{name:<18} {:>6} {:>6} {:>5}  {:>6} {:>6} {:>6}  {:>6} {:>6} {:>6} {:>9}  {}",
                text.tokens,
                text.types,
                text.hapaxes,
                decimals(text.zipf.map(|zipf| zipf.exponent), 3),
                decimals(text.zipf.map(|zipf| zipf.error), 3),
                decimals(text.zipf.map(|zipf| zipf.distance), 3),
                decimals(text.heaps.map(|heaps| heaps.k), 3),
                decimals(text.heaps.map(|heaps| heaps.beta), 3),
                decimals(text.beta_error, 3),
                decimals(text.heaps.map(|heaps| heaps.deviation), 3),
                near.map_or_else(String::new, |point| format!("{:.1} (at {})", point.types, point.tokens)),
            )
            .unwrap();
        }
        if !running {
            out.push_str("\ntimes  types  hidden\n");
            for row in &report.spectrum {
                let line = (row.frequency, row.types, row.hidden, row.examples.join(" | "));
                writeln!(out, "{:>5}  {:>5}  {:>6}  {}", line.0, line.1, line.2, line.3).unwrap();
            }
        }
        out.push('\n');
    }
    let stems = WordOptions { stems: true, ..WordOptions::default() };
    let settings = Settings { words: stems, ..Settings::default() };
    let query = FrequencyQuery { table: questions::table(FrequencyColumn::Frequency, 40), ..frequency(1) };
    let Ok(Response::Frequency(report)) = engine.handle(&settings, &Request::Frequency(query)) else { unreachable!() };
    writeln!(out, "# By stem: {} different, {} once\n", report.types, report.hapaxes).unwrap();
    for row in &report.rows {
        writeln!(out, "{:>5}  {:<14} {}", row.frequency, row.term, row.variants.join(" | ")).unwrap();
    }
    golden("vocabulary.txt", &out);
}
