//! G² of a key phrase, worked out from its two-by-two table.

use super::word::{cells, two_by_two};
use super::{Working, plain, prose, worked};
use crate::analysis::comparison::{Against, Comparison};
use crate::analysis::error::QueryError;
use crate::analysis::finding::Piece;
use crate::analysis::phrases::{PhrasesQuery, phrases};
use crate::analysis::prose::{capital, decimals, things, times};
use crate::analysis::selection::Selection;
use crate::stats::Measure;
use crate::stats::formula::figures::figures;
use crate::stats::formula::symbol;

pub(super) fn work(
    selection: &Selection,
    measure: &Measure,
    phrase: &str,
    article: u32,
    comparison: &Comparison,
) -> Result<Option<Working>, QueryError> {
    if measure.key != "key-phrase" {
        return Ok(None);
    }
    selection.members(article)?;
    let query = PhrasesQuery { comparison: comparison.clone(), significant: false, limit: u32::MAX };
    let report = phrases(selection, &query, &mut |_, _| {})?;
    let Some(list) = report.lists.iter().find(|list| list.articles.contains(&article)) else {
        return Err(QueryError::OutOfRange {
            what: "The article of the phrase",
            given: super::called(article),
            may_be: "one whose phrases the comparison looks at",
        });
    };
    let others = match &comparison.against {
        Against::Articles(articles) => Some(articles.clone()),
        _ => None,
    };
    let title = prose(|out| {
        out.term(phrase, Some(article)).text(" in ").articles(&list.articles, "and").text(" against ");
        match &others {
            Some(articles) => out.articles(articles, "and"),
            None => out.text("all other articles that are on"),
        };
    });
    let Some(row) = list.rows.iter().find(|row| row.phrase == phrase) else {
        let undefined = "This is no key phrase here: a key phrase is a run of two to four words that stands often enough, begins and ends with no stop word, is used more here than there, neither holds nor is held by one with a larger G², and doesn’t mostly stand where such a one begins or ends.";
        return Ok(Some(Working { title, undefined: undefined.to_owned(), ..Working::default() }));
    };
    let counts = [row.frequency, row.reference_frequency, row.article_tokens, row.reference_tokens];
    let labels: Vec<Vec<Piece>> = ["a", "b", "c − a", "d − b"].map(plain).to_vec();
    let mut working = worked(measure, &cells(counts), &labels, Some(row.g2));
    working.given.retain(|given| !["a", "b", "c", "d"].map(symbol).contains(&given.symbol));
    let badges = |articles: &[u32]| articles.iter().map(|&article| Piece::Article(article)).collect::<Vec<_>>();
    let there = match &others {
        Some(articles) if articles.len() <= 3 => badges(articles),
        Some(_) => plain("the reference"),
        None => plain("all others"),
    };
    let term = Piece::Term { term: row.phrase.clone(), article: Some(row.article), written: row.phrase.clone() };
    working.table = Some(two_by_two(term, counts, badges(&list.articles), there));
    working.steps = vec![
        plain(format!(
            "{} of two to four words {} tested here: all that stand within a sentence {} or more, are used more here than there, and neither begin nor end with a stop word.",
            capital(&things(list.tested, "run", "runs")),
            if list.tested == 1 { "was" } else { "were" },
            times(comparison.minimum.max(crate::analysis::phrases::LEAST)),
        )),
        plain(
            "None of those that hold this one, or stand in it, has a larger G², nor does one that runs into it at most of its places: so it is the one that is kept.",
        ),
        plain(format!(
            "Its p is {}, adjusted for all that were tested {}; its log ratio is {}; it stands in {}.",
            figures(row.p),
            figures(row.p_adjusted),
            row.log_ratio.map_or_else(|| "undefined".to_owned(), |ratio| decimals(ratio).replace('-', "−")),
            things(row.range, "article", "articles")
        )),
    ];
    working.title = title;
    Ok(Some(working))
}
