//! Which columns each table has as CSV. Articles stand by their ids, groups by their names.

use super::apart::Found;
use super::csv::{MOST_BYTES, Writer};
use super::{coverage, framing, quotes, reuse_tables, style_tables, vocabulary_tables};
use crate::analysis::quotations::Quotations;
use crate::analysis::style::{self, StyleLists};
use crate::analysis::{QueryError, Selection};
use crate::analysis::{
    compare, correspondence, distribution, frequency, intersections, keywords, matrix, overview, pair, phrases, sets,
};
use crate::protocol::{
    FrequencyRow, IntersectionsQuery, KeywordColumn, KeywordRow, MOST_DRAWN, Mapped, Relation, SharedWord, Source,
    StyleQuery, StyleReport, Table, TableQuery, Target,
};

/// The table as CSV: all rows under its filter, in its order.
///
/// # Errors
/// As its question, and when the file would be too large: hundreds of articles with a column each.
pub(super) fn csv(
    selection: &Selection,
    table: &Table,
    lists: StyleLists,
    found: &Found,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<String, QueryError> {
    let csv = written(selection, table, lists, found, progress)?;
    if csv.len() > MOST_BYTES { Err(too_large()) } else { Ok(csv) }
}

/// Why a file isn't written.
pub(super) fn too_large() -> QueryError {
    QueryError::OutOfRange {
        what: "The size of the file",
        given: "more than 64 MB".to_owned(),
        may_be: "64 MB or less: filter the table, ask for more frequent words, switch some articles off, or compare groups of them",
    }
}

/// Cells that a file may have at most: beyond it would be too large whatever stands in them.
const MOST_CELLS: usize = MOST_BYTES / 2;

fn written(
    selection: &Selection,
    table: &Table,
    lists: StyleLists,
    found: &Found,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<String, QueryError> {
    let quotations = &*found.quotations;
    if let Table::InOrder { table, column, descending } = table {
        let csv = self::csv(selection, table, lists, found, progress)?;
        return Ok(super::in_order::in_order(csv, column, *descending));
    }
    // These hold no terms.
    if let Table::Coverage(query) = table {
        return Ok(by_unit(selection, table, coverage::csv(selection, &found.names.names, query)?));
    }
    if let Some(csv) = quotes::csv(selection, table, quotations)? {
        return Ok(by_unit(selection, table, csv));
    }
    let csv = of_terms(selection, table, lists, quotations, progress)?;
    let csv = with_stems(selection, csv);
    Ok(by_unit(selection, table, csv))
}

/// The file, with the articles of each group where its rows or columns are of groups.
pub(super) fn by_unit(selection: &Selection, table: &Table, csv: String) -> String {
    if is_by_unit(table) { with_groups(selection, csv) } else { csv }
}

/// Whether the rows or columns of a table are units: articles, or groups where those are compared.
const fn is_by_unit(table: &Table) -> bool {
    matches!(
        table,
        Table::Keywords(_)
            | Table::Phrases(_)
            | Table::Frequency(_)
            | Table::Similarity(_)
            | Table::Tree(_)
            | Table::Pair(_)
            | Table::Sets(_)
            | Table::Intersections(_)
            | Table::Matrix(_)
            | Table::Map(_)
            | Table::Speakers
            | Table::ReportingVerbs
            | Table::Coverage(_)
            | Table::Collocates(_)
            | Table::Modals
    )
}

/// Where groups are compared, a file says so by itself: its columns of articles are named after groups, and a
/// remark before them tells the articles of each.
fn with_groups(selection: &Selection, csv: String) -> String {
    let units = selection.units();
    if !units.are_groups() {
        return csv;
    }
    let mut out = String::new();
    for (place, &number) in units.numbers().iter().enumerate() {
        let articles: Vec<&str> =
            units.members(place).iter().map(|&position| id(selection, selection.on()[position])).collect();
        out.push_str(&["# group ", id(selection, number), ": ", &articles.join(" + "), "\r\n"].concat());
    }
    let named = with_columns(&csv, |name| match name {
        "article" => "group",
        "article_a" => "group_a",
        "article_b" => "group_b",
        "article_size" => "group_size",
        "article_tokens" => "group_tokens",
        "articles" => "groups",
        name => name,
    });
    out + &named
}

fn with_stems(selection: &Selection, csv: String) -> String {
    if !selection.settings().words.stems {
        return csv;
    }
    // A file says by itself that its words are stems.
    with_columns(&csv, |name| if name == "term" { "stem" } else { name })
}

/// The file with other names of its columns.
fn with_columns(csv: &str, named: impl Fn(&str) -> &str) -> String {
    let (heading, rows) = csv.split_once("\r\n").unwrap_or((csv, ""));
    let heading: Vec<&str> = heading.split(',').map(named).collect();
    [&heading.join(","), "\r\n", rows].concat()
}

fn of_terms(
    selection: &Selection,
    table: &Table,
    lists: StyleLists,
    quotations: &Quotations,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<String, QueryError> {
    Ok(match table {
        Table::Articles => articles(selection),
        Table::Keywords(query) => {
            // The table alone is wanted, and all of it.
            let query = keywords::KeywordsQuery { panel: 0, table: whole(&query.table), ..query.clone() };
            let group = match &query.comparison.target {
                Target::Each => None,
                Target::Group(articles) => {
                    Some(articles.iter().map(|&article| id(selection, article)).collect::<Vec<_>>().join(" + "))
                }
            };
            let rows = keywords::keywords(selection, &query, progress)?.rows;
            keyness(selection, group.as_deref(), &query.further, &rows)
        }
        Table::Phrases(query) => {
            let query = phrases::PhrasesQuery { limit: u32::MAX, ..query.clone() };
            key_phrases(selection, &phrases::phrases(selection, &query, progress)?)
        }
        Table::Frequency(query) => {
            let query = frequency::FrequencyQuery { table: whole(&query.table), ..query.clone() };
            let units = selection.units().len();
            if units > MOST_DRAWN {
                // So many rows are counted before they are made.
                let none = TableQuery { limit: 0, ..query.table.clone() };
                let counted = frequency::FrequencyQuery { table: none, ..query.clone() };
                let rows = frequency::frequency(selection, &counted)?.total as usize;
                if rows * units > MOST_CELLS {
                    return Err(too_large());
                }
            }
            frequencies(selection, &frequency::frequency(selection, &query)?.rows)
        }
        Table::Ranks(query) => vocabulary_tables::ranks(selection, query)?,
        Table::Vocabulary(query) => vocabulary_tables::texts(selection, query)?,
        Table::Growth(query) => vocabulary_tables::growth(selection, query)?,
        Table::Spectrum(query) => vocabulary_tables::spectrum(selection, query)?,
        Table::Distribution(query) => places(selection, &distribution::distribution(selection, query)?),
        Table::Similarity(query) => similarity(selection, query.order(), progress)?,
        Table::Tree(query) => tree(selection, &compare::compare(selection, query, progress)?),
        Table::Pair(query) => {
            let query = pair::PairQuery { side: 0, table: whole(&query.table), ..query.clone() };
            keyness(selection, None, &[], &pair::pair(selection, &query)?.rows)
        }
        Table::Sets(query) => {
            let query = sets::SetsQuery { limit: u32::MAX, ..query.clone() };
            shared_and_unique(selection, &sets::sets(selection, &query)?)
        }
        Table::Intersections(query) => intersected(selection, query)?,
        Table::Matrix(query) => frequencies(selection, &matrix::matrix(selection, query)?.rows),
        Table::Map(query) => correspondence_map(selection, &correspondence::map(selection, query)?),
        Table::Reuse(query) => reuse_tables::passages(selection, quotations, query, progress)?,
        Table::Utterances(query) => reuse_tables::utterances(selection, quotations, query, progress)?,
        Table::Duplicates => reuse_tables::duplicates(selection, progress)?,
        Table::Style(query) => style_tables::articles(selection, &style::whole(selection, query, lists)?),
        Table::Names => style_tables::names(selection, &all_words(selection, lists)?),
        Table::NameVariants => style_tables::variants(selection, &all_words(selection, lists)?),
        Table::Spellings => style_tables::spellings(selection, &all_words(selection, lists)?),
        Table::Hedges => style_tables::hedges(selection, &all_words(selection, lists)?),
        Table::Tone => style_tables::tone(selection, &all_words(selection, lists)?),
        Table::Collocates(query) => framing::collocates(selection, query)?,
        Table::OnlyHere => framing::only_here(selection, progress)?,
        // Written above or, modal verbs with their list, by `framing::modals`.
        Table::Modals
        | Table::Quotes(_)
        | Table::Speakers
        | Table::ReportingVerbs
        | Table::Coverage(_)
        | Table::InOrder { .. } => String::new(),
    })
}

fn all_words(selection: &Selection, lists: StyleLists) -> Result<StyleReport, QueryError> {
    style::whole(selection, &StyleQuery::default(), lists)
}

/// The same table with all rows under its filter.
pub(super) fn whole<S: Copy>(table: &TableQuery<S>) -> TableQuery<S> {
    TableQuery { filter: table.filter.clone(), offset: 0, limit: u32::MAX, ..*table }
}

/// How an article or a group stands in a file: by its id, by its name.
pub(super) fn id(selection: &Selection, article: u32) -> &str {
    if let Some(name) = selection.units().name(article) {
        return name;
    }
    selection.articles().get(article as usize).map_or("", |article| article.id.as_str())
}

/// The name of the group that an article is in; empty where each article is compared by itself.
pub(super) fn group_of(selection: &Selection, article: u32) -> &str {
    let units = selection.units();
    let place = selection.position(article).ok().and_then(|position| units.places().get(position).copied());
    place.and_then(|place| units.name(units.numbers()[place])).unwrap_or("")
}

pub(super) fn ids(selection: &Selection) -> impl Iterator<Item = &str> {
    selection.on().iter().map(|&article| id(selection, article))
}

/// What is compared, as a file names it: articles by their ids, groups by their names.
pub(super) fn unit_ids(selection: &Selection) -> impl Iterator<Item = &str> {
    selection.units().numbers().iter().map(|&number| id(selection, number))
}

/// Spellings in one cell.
fn spellings(variants: &[String]) -> String {
    variants.join(" | ")
}

fn articles(selection: &Selection) -> String {
    let mut csv = Writer::new([
        "article",
        "title",
        "title_source",
        "outlet",
        "author",
        "published",
        "published_relation",
        "published_source",
        "place",
        "label",
        "language",
        "translated",
        "on",
        "tokens",
        "types",
        "sentences",
        "paragraphs",
        "furniture_tokens",
    ]);
    for note in overview::notes(selection) {
        let dated = note.published.date.is_some();
        csv.text(&note.id)
            .text(&note.title)
            .text(source(note.title_source))
            .text(note.outlet.as_deref().unwrap_or_default())
            .text(note.author.as_deref().unwrap_or_default())
            .text(note.published.date.as_deref().unwrap_or_default())
            .text(if dated { relation(note.published.relation) } else { "" })
            .text(source(note.published.source))
            .text(note.place.as_deref().unwrap_or_default())
            .text(note.label.as_deref().unwrap_or_default())
            .text(&note.language)
            .truth(note.translated)
            .truth(note.on)
            .count(note.tokens)
            .count(note.types)
            .count(note.sentences)
            .count(note.paragraphs)
            .count(note.furniture_tokens)
            .end_line();
    }
    csv.done()
}

const fn source(source: Source) -> &'static str {
    match source {
        Source::Stated => "stated",
        Source::Inferred => "inferred",
        Source::Ours => "ours",
        Source::NotStated => "not stated",
    }
}

const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::On => "on",
        Relation::After => "after",
        Relation::Before => "before",
    }
}

/// The name of a further measure's column.
const fn further_column(column: KeywordColumn) -> &'static str {
    match column {
        KeywordColumn::Article => "article",
        KeywordColumn::Term => "term",
        KeywordColumn::Frequency => "frequency",
        KeywordColumn::ReferenceFrequency => "reference_frequency",
        KeywordColumn::Range => "range",
        KeywordColumn::G2 => "g2",
        KeywordColumn::G2TwoCells => "g2_two_cells",
        KeywordColumn::ChiSquared => "chi_squared",
        KeywordColumn::ChiSquaredYates => "chi_squared_yates",
        KeywordColumn::FisherP => "fisher_p",
        KeywordColumn::P => "p",
        KeywordColumn::PAdjusted => "p_adjusted",
        KeywordColumn::PBenjaminiHochberg => "p_benjamini_hochberg",
        KeywordColumn::PHolm => "p_holm",
        KeywordColumn::PBonferroni => "p_bonferroni",
        KeywordColumn::PermutationP => "permutation_p",
        KeywordColumn::Bic => "bic",
        KeywordColumn::LogRatio => "log_ratio",
        KeywordColumn::ConservativeLogRatio => "conservative_log_ratio",
        KeywordColumn::PercentDifference => "percent_difference",
        KeywordColumn::OddsRatio => "odds_ratio",
        KeywordColumn::SimpleMaths => "simple_maths",
        KeywordColumn::TfIdf => "tf_idf",
        KeywordColumn::Robust => "robust",
    }
}

fn keyness(selection: &Selection, group: Option<&str>, further: &[KeywordColumn], rows: &[KeywordRow]) -> String {
    let columns = [
        "article",
        "term",
        "variants",
        "frequency",
        "reference_frequency",
        "article_tokens",
        "reference_tokens",
        "g2",
        "p",
        "p_adjusted",
        "bic",
        "log_ratio",
        "log_ratio_low",
        "log_ratio_high",
        "tf_idf",
        "robust",
    ];
    // Only against general English a count may be a bound.
    let bounds = rows.iter().any(|row| row.at_most);
    let more = further.iter().map(|&column| further_column(column));
    let mut csv = Writer::new(columns.into_iter().chain(more).chain(bounds.then_some("reference_frequency_at_most")));
    for row in rows {
        csv.text(group.unwrap_or_else(|| id(selection, row.article)))
            .text(&row.term)
            .text(&spellings(&row.variants))
            .count(row.frequency)
            .count(row.reference_frequency)
            .count(row.article_tokens)
            .count(row.reference_tokens)
            .number(row.g2)
            .number(row.p)
            .number(row.p_adjusted)
            .number(row.bic)
            .number(row.log_ratio)
            .number(row.log_ratio_low)
            .number(row.log_ratio_high)
            .number(row.tf_idf)
            .truth(row.robust);
        for &value in &row.further {
            csv.number(value);
        }
        if bounds {
            csv.truth(row.at_most);
        }
        csv.end_line();
    }
    csv.done()
}

fn key_phrases(selection: &Selection, report: &phrases::PhrasesReport) -> String {
    let mut csv = Writer::new([
        "article",
        "phrase",
        "frequency",
        "reference_frequency",
        "article_tokens",
        "reference_tokens",
        "range",
        "g2",
        "p",
        "p_adjusted",
        "log_ratio",
    ]);
    for row in report.lists.iter().flat_map(|list| &list.rows) {
        csv.text(id(selection, row.article))
            .text(&row.phrase)
            .count(row.frequency)
            .count(row.reference_frequency)
            .count(row.article_tokens)
            .count(row.reference_tokens)
            .count(row.range)
            .number(row.g2)
            .number(row.p)
            .number(row.p_adjusted)
            .number(row.log_ratio)
            .end_line();
    }
    csv.done()
}

fn frequencies(selection: &Selection, rows: &[FrequencyRow]) -> String {
    let columns = ["term", "frequency", "per_million", "range", "dp", "dp_norm", "juilland_d"];
    // Of spellings the word is one; of stems one wants to know what they stand for.
    let stems = selection.settings().words.stems;
    let units = selection.units().numbers().iter().map(|&unit| id(selection, unit));
    let mut csv = Writer::new(columns.into_iter().chain(units).chain(stems.then_some("as_written")));
    for row in rows {
        csv.text(&row.term)
            .count(row.frequency)
            .number(row.per_million)
            .count(row.range)
            .number(row.dp)
            .number(row.dp_norm)
            .number(row.juilland_d);
        for &count in &row.by_article {
            csv.count(count);
        }
        if stems {
            csv.text(&spellings(&row.variants));
        }
        csv.end_line();
    }
    csv.done()
}

fn places(selection: &Selection, report: &distribution::DistributionReport) -> String {
    let mut csv = Writer::new(["term", "article", "token", "start_byte", "end_byte", "as_written"]);
    for term in &report.terms {
        for hit in &term.hits {
            let written =
                selection.articles().get(hit.article as usize).map_or("", |article| hit.span.of(&article.text));
            csv.text(&term.row.term)
                .text(id(selection, hit.article))
                .count(hit.token)
                .count(hit.span.start)
                .count(hit.span.end)
                .text(written)
                .end_line();
        }
    }
    csv.done()
}

/// Every pair in the order of the page: the most alike first, unless it was sorted otherwise.
fn similarity(
    selection: &Selection,
    order: (compare::Similarity, bool),
    progress: &mut dyn FnMut(u32, u32),
) -> Result<String, QueryError> {
    let mut csv = Writer::new(["article_a", "article_b", "cosine", "jaccard", "containment", "shared_5grams"]);
    compare::each_pair(selection, order, progress, |row| {
        csv.text(id(selection, row.article_a))
            .text(id(selection, row.article_b))
            .number(row.cosine)
            .number(row.jaccard)
            .number(row.containment)
            .count(row.shared_5grams)
            .end_line();
    })?;
    Ok(csv.done())
}

fn tree(selection: &Selection, report: &compare::CompareReport) -> String {
    let mut csv = Writer::new(["step", "left", "right", "distance", "size", "article_a", "article_b"]);
    // Of every leaf and step the ids of its articles, in the order of the tree.
    let mut nodes: Vec<String> = report.articles.iter().map(|&article| id(selection, article).to_owned()).collect();
    for (step, merge) in (1..).zip(&report.merges) {
        let (left, right) = (&nodes[merge.left as usize], &nodes[merge.right as usize]);
        csv.count(step)
            .text(left)
            .text(right)
            .number(merge.height)
            .count(merge.size)
            .text(id(selection, merge.pair.0))
            .text(id(selection, merge.pair.1))
            .end_line();
        nodes.push([left, " + ", right].concat());
    }
    csv.done()
}

fn correspondence_map(selection: &Selection, report: &correspondence::MapReport) -> String {
    // The axes stand in the names of the columns.
    let mut columns: Vec<String> = ["kind", "point", "count", "mass", "inertia_share"].map(str::to_owned).to_vec();
    for axis in &report.shown {
        for name in ["coordinate", "contribution", "cos2"] {
            columns.push(format!("{name}_{axis}"));
        }
    }
    columns.push("quality".to_owned());
    let mut csv = Writer::new(columns.iter().map(String::as_str));
    for point in &report.points {
        match &point.of {
            Mapped::Article(article) => csv.text(selection.units().noun().0).text(id(selection, *article)),
            Mapped::Term(term) => csv.text("word").text(term),
        };
        csv.count(point.count).number(point.mass).number(point.inertia);
        for place in [Some(point.x), point.y].into_iter().flatten() {
            csv.number(place.at).number(place.contribution).number(place.cos2);
        }
        csv.number(point.quality).end_line();
    }
    csv.done()
}

/// A line a word: how many articles have it, which, and how often each.
fn intersected(selection: &Selection, query: &IntersectionsQuery) -> Result<String, QueryError> {
    let (articles, rows) = intersections::every_word(selection, query)?;
    let named: Vec<&str> = articles.iter().map(|&article| id(selection, article)).collect();
    let mut csv = Writer::new(["term", "articles", "in"].into_iter().chain(named));
    for (members, term, counts) in rows {
        let members: Vec<&str> = members.iter().map(|&article| id(selection, article)).collect();
        csv.text(&term).count(members.len() as u32).text(&members.join(" + "));
        for count in counts {
            csv.count(count);
        }
        csv.end_line();
    }
    Ok(csv.done())
}

fn shared_and_unique(selection: &Selection, report: &sets::SetsReport) -> String {
    let of_set = report.articles.iter().map(|&article| id(selection, article));
    let mut csv = Writer::new(["list", "term"].into_iter().chain(of_set));
    let mut list = |name: &str, words: &[SharedWord]| {
        for word in words {
            csv.text(name).text(&word.term);
            for &count in &word.counts {
                csv.count(count);
            }
            csv.end_line();
        }
    };
    list("shared", &report.shared);
    for (&article, words) in report.articles.iter().zip(&report.unique) {
        list(&format!("only {}", id(selection, article)), words);
    }
    csv.done()
}
