//! Which words set each article apart? Keyness of each article against the others.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::finding::Finding;
use super::keyness::{Keyness, Tested};
use super::prose::{Prose, capital, figures, number, things, times};
use super::selection::Selection;
use super::table::{TableQuery, TermFilter, ordered, then, window};

/// A column of the keyness table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeywordColumn {
    /// The target article.
    Article,
    /// The word, alphabetically.
    Term,
    /// Frequency in the article.
    Frequency,
    /// Frequency in the reference.
    ReferenceFrequency,
    /// Signed log-likelihood.
    #[default]
    G2,
    /// p of G².
    P,
    /// p adjusted after Benjamini and Hochberg.
    PAdjusted,
    /// BIC.
    Bic,
    /// Log ratio.
    LogRatio,
    /// TF-IDF.
    TfIdf,
    /// Robust ones first.
    Robust,
}

/// Which keywords are wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct KeywordsQuery {
    /// Least frequency of a word in its article (or, for negative keywords, in the reference); 1 or more.
    pub minimum: u32,
    /// What the panels rank by.
    pub rank: KeywordColumn,
    /// How many words a panel shows.
    pub panel: u32,
    /// Only these articles' rows are in the table and the volcano plot; empty: all articles. Panels are always all.
    pub articles: Vec<u32>,
    /// Words that an article uses *less* than the reference are in the table and the volcano plot too.
    pub negative: bool,
    /// The table's rows.
    pub table: TableQuery<KeywordColumn>,
}

/// One word of one article against its reference. In a pair, `article` is the first one and the
/// reference is the second.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeywordRow {
    /// Number of the target article.
    pub article: u32,
    /// The word, as counted.
    pub term: String,
    /// Its frequency in the article.
    pub frequency: u32,
    /// Its frequency in the reference.
    pub reference_frequency: u32,
    /// Size of the article in tokens.
    pub article_tokens: u32,
    /// Size of the reference in tokens.
    pub reference_tokens: u32,
    /// Log-likelihood over four cells, negative where the article uses the word less. `None` where a size is 0.
    pub g2: Option<f64>,
    /// p of G², χ² with 1 degree of freedom.
    pub p: Option<f64>,
    /// p after Benjamini and Hochberg, over all words tested for this article.
    pub p_adjusted: Option<f64>,
    /// |G²| - ln N.
    pub bic: Option<f64>,
    /// log2 of the ratio of the two rates, a zero counted as 0.5.
    pub log_ratio: Option<f64>,
    /// Lower end of its 95 % interval.
    pub log_ratio_low: Option<f64>,
    /// Upper end of its 95 % interval.
    pub log_ratio_high: Option<f64>,
    /// TF-IDF of the word in the article, L2-normed over the article.
    pub tf_idf: f64,
    /// Whether it stays a keyword without any one article of the reference, whichever it is; see
    /// [`super::keyness`]. `None` where the reference has only one article.
    pub robust: Option<bool>,
    /// How the corpus writes it, most frequent first.
    pub variants: Vec<String>,
}

/// The words that set one article apart, best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeywordPanel {
    /// Number of the article.
    pub article: u32,
    /// Its most distinctive words by the query's rank.
    pub rows: Vec<KeywordRow>,
    /// How many words were tested.
    pub tested: u32,
    /// How many of those that are shown (stop words as set) are keywords: p adjusted below 0.05, used more.
    pub keywords: u32,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeywordsReport {
    /// What the view opens with.
    pub finding: Finding,
    /// One an article that is on, in corpus order.
    pub panels: Vec<KeywordPanel>,
    /// The volcano plot's words: at most 2,000, the largest |G²| first.
    pub points: Vec<KeywordRow>,
    /// The window of the table asked for.
    pub rows: Vec<KeywordRow>,
    /// How many rows the table has under its filter.
    pub total: u32,
}

/// Most words of the volcano plot.
const MOST_POINTS: usize = 2_000;

/// Finds the words that set each article apart from the others that are on.
///
/// What is tested, what counts as a keyword and as robust: see [`super::keyness`]. Where fewer than
/// two articles that are on have a word, nothing can be compared: every measure of keyness is
/// `None`, panels and points are empty, and the table lists the words with their frequency and TF-IDF.
/// `progress` is told how many articles are done, and of how many.
///
/// # Errors
/// When nothing is counted, a parameter is out of its range, or an article is unknown or off.
pub fn keywords(
    selection: &Selection,
    query: &KeywordsQuery,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<KeywordsReport, QueryError> {
    QueryError::in_range("The least frequency", query.minimum, 1..=u32::MAX, "1 or more")?;
    selection.not_empty()?;
    let targets = query.articles.iter().map(|&article| selection.position(article)).collect::<Result<Vec<_>, _>>()?;
    let keyness = selection.keyness(query.minimum, progress);
    let asked = || keyness.iter().filter(|of| targets.is_empty() || targets.contains(&of.target()));
    let shown: Vec<Candidate<'_>> = asked()
        .flat_map(|of| of.tested().iter().map(move |word| Candidate { of, word }))
        .filter(|it| {
            (it.word.is_more() || it.word.g2.is_none() || query.negative) && !selection.is_hidden(it.word.term)
        })
        .collect();
    let mut points: Vec<Candidate<'_>> = shown.iter().copied().filter(|it| it.word.g2.is_some()).collect();
    points = ordered(points, true, |it| it.word.g2.map(f64::abs), |it| it.tie(selection));
    points.truncate(MOST_POINTS);
    let filter = TermFilter::new(&query.table.filter, selection.settings());
    let table: Vec<Candidate<'_>> =
        shown.into_iter().filter(|it| filter.passes(selection.index().term(it.word.term))).collect();
    let sort = query.table.sort;
    let table =
        ordered(table, query.table.descending, |it| it.of.key(selection, it.word, sort), |it| it.tie(selection));
    Ok(KeywordsReport {
        finding: finding(selection, &keyness),
        panels: keyness.iter().map(|of| panel(selection, of, query)).collect(),
        points: points.into_iter().map(|it| it.row(selection)).collect(),
        rows: window(&table, &query.table).iter().map(|it| it.row(selection)).collect(),
        total: table.len() as u32,
    })
}

/// A tested word of an article.
#[derive(Clone, Copy)]
struct Candidate<'k> {
    of: &'k Keyness,
    word: &'k Tested,
}

impl Candidate<'_> {
    fn row(&self, selection: &Selection) -> KeywordRow {
        self.of.row(selection, self.word)
    }

    fn tie(&self, selection: &Selection) -> u64 {
        then(self.of.target() as u32, selection.rank(self.word.term))
    }
}

fn panel(selection: &Selection, of: &Keyness, query: &KeywordsQuery) -> KeywordPanel {
    let shown = |word: &&Tested| !selection.is_hidden(word.term);
    KeywordPanel {
        article: selection.on()[of.target()],
        rows: most_distinctive(selection, of, query.rank, query.panel as usize),
        tested: of.tested().iter().filter(|word| word.p.is_some()).count() as u32,
        keywords: of.tested().iter().filter(shown).filter(|word| word.is_keyword()).count() as u32,
    }
}

/// The words that an article uses more than the reference, best first by `rank`, at most `limit`; stop words as set.
pub(super) fn most_distinctive(
    selection: &Selection,
    of: &Keyness,
    rank: KeywordColumn,
    limit: usize,
) -> Vec<KeywordRow> {
    let more: Vec<&Tested> =
        of.tested().iter().filter(|word| word.is_more() && !selection.is_hidden(word.term)).collect();
    ordered(
        more,
        rank.is_largest_first(),
        |word| of.key(selection, word, rank),
        |word| selection.rank(word.term).into(),
    )
    .into_iter()
    .take(limit)
    .map(|word| of.row(selection, word))
    .collect()
}

impl KeywordColumn {
    /// Whether the largest value of the column is the best one.
    #[must_use]
    pub const fn is_largest_first(self) -> bool {
        !matches!(self, Self::Article | Self::Term | Self::P | Self::PAdjusted | Self::ReferenceFrequency)
    }
}

/// The keyword of an article with the largest G², if it has one.
pub(super) fn best_keyword<'k>(selection: &Selection, of: &'k Keyness) -> Option<&'k Tested> {
    let keywords = of.tested().iter().filter(|word| word.is_keyword() && !selection.is_hidden(word.term));
    // Of equals the first in the alphabet: `max_by` would take the last.
    keywords.reduce(|best, word| if word.g2 > best.g2 { word } else { best })
}

/// How often here and elsewhere: ` (6 times, nowhere else)`.
pub(super) fn here_and_elsewhere(word: &Tested) -> String {
    let elsewhere = match word.b {
        0 => "nowhere else".to_owned(),
        1 | 2 => format!("{} elsewhere", times(word.b)),
        _ => format!("{} elsewhere", figures(word.b)),
    };
    format!(" ({}, {elsewhere})", times(word.a))
}

/// Articles that the finding names with their word.
const NAMED: usize = 3;

fn finding(selection: &Selection, keyness: &[Keyness]) -> Finding {
    let mut prose = Prose::default();
    let with_words: Vec<u32> =
        keyness.iter().map(Keyness::target).filter(|&at| selection.size(at) > 0).map(|at| selection.on()[at]).collect();
    if let [only] = *with_words {
        if selection.on().len() == 1 {
            prose.text("Only ").article(only).text(" is on, so no word can be set apart: ");
        } else {
            prose
                .text("Of the articles that are on only ")
                .article(only)
                .text(" has words, so none can be set apart: ");
        }
        prose.text("keyness compares an article with the others.");
        let caution = "Keyness needs a second article: until one is on, only frequencies and TF-IDF are given.";
        return Finding { sentence: prose.done(), caution: caution.to_owned() };
    }
    let mut best: Vec<(&Keyness, &Tested)> =
        keyness.iter().filter_map(|of| best_keyword(selection, of).map(|word| (of, word))).collect();
    best = ordered(best, true, |(_, word)| word.g2, |(of, _)| of.target() as u64);
    let article = |of: &Keyness| selection.on()[of.target()];
    for (at, (of, word)) in best.iter().take(NAMED).enumerate() {
        let last = at + 1 == best.len().min(NAMED);
        match at {
            0 => prose.text("What sets ").article(article(of)).text(" apart most is "),
            1 => prose.text(if last { ", and in " } else { "; in " }).article(article(of)).text(" it is "),
            _ => prose.text(", and in ").article(article(of)).text(" "),
        };
        prose.term(selection.index().term(word.term), Some(article(of))).text(&here_and_elsewhere(word));
    }
    let none: Vec<u32> =
        with_words.iter().copied().filter(|on| !best.iter().any(|(of, _)| article(of) == *on)).collect();
    let articles = with_words.len() as u32;
    if best.is_empty() {
        prose.text(&match articles {
            2 => "No word sets the two articles apart: no difference is larger than chance would make it.".to_owned(),
            _ => format!(
                "No word sets any of the {} articles apart: no difference is larger than chance would make it.",
                number(articles)
            ),
        });
    } else {
        prose.text(".");
        let further = best.len().saturating_sub(NAMED) as u32;
        if further > 0 {
            let has = if further == 1 { "has a keyword" } else { "have keywords" };
            prose.text(&format!(" {} {has} too.", capital(&things(further, "further article", "further articles"))));
        }
        match none.len() {
            0 => {}
            1..=NAMED => {
                prose.text(" No word passes the test in ");
                prose.articles(&none, "or").text(".");
            }
            many => {
                prose.text(&format!(" In {} articles no word passes the test.", number(many as u32)));
            }
        }
    }
    Finding { sentence: prose.done(), caution: caution(selection) }
}

/// Below this mean size in tokens articles are called short.
const SHORT: u32 = 1_500;

/// What tests on the words of a few articles cannot carry.
pub(super) fn caution(selection: &Selection) -> String {
    let articles = selection.on().len() as u32;
    if articles < 30 && selection.tokens() / articles.max(1) < SHORT {
        let short = things(articles, "short article", "short articles");
        return format!("{}: a single word is a lead to read up, not proof.", capital(&short));
    }
    "The test takes every word as independent of the others; the words of one article are not, so a small p overstates the evidence."
        .to_owned()
}
