//! The tables of vocabulary as CSV. All articles together stand as `all`.

use super::csv::Writer;
use super::tables::id;
use crate::analysis::{QueryError, Selection, vocabulary};
use crate::protocol::VocabularyQuery;

/// An article's id, or what stands for all.
fn name(selection: &Selection, article: Option<u32>) -> &str {
    article.map_or("all", |article| id(selection, article))
}

/// Every word or n-gram by its rank.
pub(super) fn ranks(selection: &Selection, query: &VocabularyQuery) -> Result<String, QueryError> {
    let report = vocabulary::vocabulary(selection, query)?;
    let zipf = report.texts.first().and_then(|text| text.zipf);
    let mut csv = Writer::new(["rank", "term", "frequency", "zipf_frequency"]);
    for row in vocabulary::ranks(selection, query)? {
        csv.count(row.rank)
            .text(&row.term)
            .count(row.frequency)
            .number(zipf.map(|zipf| zipf.expected(row.rank)))
            .end_line();
    }
    Ok(csv.done())
}

/// Sizes and laws of all articles together and of each.
pub(super) fn texts(selection: &Selection, query: &VocabularyQuery) -> Result<String, QueryError> {
    let mut csv = Writer::new([
        "article",
        "tokens",
        "types",
        "hapaxes",
        "zipf_exponent",
        "zipf_error",
        "zipf_distance",
        "heaps_k",
        "heaps_beta",
        "heaps_beta_error",
        "heaps_deviation",
    ]);
    for text in vocabulary::vocabulary(selection, query)?.texts {
        csv.text(name(selection, text.article))
            .count(text.tokens)
            .count(text.types)
            .count(text.hapaxes)
            .number(text.zipf.map(|zipf| zipf.exponent))
            .number(text.zipf.map(|zipf| zipf.error))
            .number(text.zipf.map(|zipf| zipf.distance))
            .number(text.heaps.map(|heaps| heaps.k))
            .number(text.heaps.map(|heaps| heaps.beta))
            .number(text.beta_error)
            .number(text.heaps.map(|heaps| heaps.deviation))
            .end_line();
    }
    Ok(csv.done())
}

/// The points of every curve of growth.
pub(super) fn growth(selection: &Selection, query: &VocabularyQuery) -> Result<String, QueryError> {
    let mut csv = Writer::new(["article", "order", "tokens", "types", "heaps_types"]);
    let order = if query.running { "running" } else { "any" };
    for text in vocabulary::vocabulary(selection, query)?.texts {
        for point in &text.curve {
            csv.text(name(selection, text.article))
                .text(order)
                .count(point.tokens)
                .number(point.types)
                .number(text.heaps.map(|heaps| heaps.expected(point.tokens)))
                .end_line();
        }
    }
    Ok(csv.done())
}

/// How many words occur once, twice and so on.
pub(super) fn spectrum(selection: &Selection, query: &VocabularyQuery) -> Result<String, QueryError> {
    let report = vocabulary::vocabulary(selection, query)?;
    let all = report.texts.first().map_or((0, 0), |text| (text.types, text.tokens));
    let mut csv =
        Writer::new(["frequency", "types", "share_of_types", "tokens", "share_of_tokens", "hidden_types", "examples"]);
    for row in &report.spectrum {
        let tokens = row.frequency * row.types;
        csv.count(row.frequency)
            .count(row.types)
            .number(f64::from(row.types) / f64::from(all.0))
            .count(tokens)
            .number(f64::from(tokens) / f64::from(all.1))
            .count(row.hidden)
            .text(&row.examples.join(" | "))
            .end_line();
    }
    Ok(csv.done())
}
