//! Which words occur, how often, how evenly? Words and n-grams, their rates and dispersion.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::finding::{Counted, Finding};
use super::marked::Marking;
use super::prose::{Prose, figures, number, times};
use super::selection::Selection;
use super::table::{TableQuery, TermFilter, ordered, window};
use crate::stats::dispersion;
use crate::stats::elementary::pow;

/// A column of the frequency table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FrequencyColumn {
    /// The word or n-gram, alphabetically.
    Term,
    /// How often it occurs.
    #[default]
    Frequency,
    /// That per million words.
    PerMillion,
    /// In how many articles.
    Range,
    /// Gries's DP: 0 even, towards 1 uneven.
    Dp,
    /// DP normed to the sizes of the articles.
    DpNorm,
    /// Juilland's D: 1 even.
    JuillandD,
    /// Frequency in the article, or the group, with this number.
    Article(u32),
}

/// Which frequencies are wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FrequencyQuery {
    /// Length of the n-grams in words, 1 to 5. They stay within a sentence.
    pub n: u32,
    /// Least frequency.
    pub minimum: u32,
    /// Greatest frequency of the table's words; `None`: any.
    #[serde(default)]
    pub maximum: Option<u32>,
    /// The table's rows.
    pub table: TableQuery<FrequencyColumn>,
}

/// One word or n-gram.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrequencyRow {
    /// The word, or the words with a blank between.
    pub term: String,
    /// How often it occurs.
    pub frequency: u32,
    /// That per million word tokens.
    pub per_million: f64,
    /// In how many articles.
    pub range: u32,
    /// DP over the articles; `None` with fewer than two articles.
    pub dp: Option<f64>,
    /// DPnorm.
    pub dp_norm: Option<f64>,
    /// Juilland's D.
    pub juilland_d: Option<f64>,
    /// Frequency in each unit that is drawn, in order: in each article, or in each group.
    pub by_article: Vec<u32>,
    /// How the corpus writes it, most frequent first (words only).
    pub variants: Vec<String>,
}

/// A point of the Zipf plot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ZipfPoint {
    /// Rank by frequency, from 1; ties by term.
    pub rank: u32,
    /// Frequency.
    pub frequency: u32,
    /// The word or n-gram.
    pub term: String,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrequencyReport {
    /// What the view opens with.
    pub finding: Finding,
    /// Numbers of the units that are drawn, in order: the columns of `by_article`.
    pub articles: Vec<u32>,
    /// Their sizes in word tokens.
    pub article_tokens: Vec<u32>,
    /// Size of the corpus in word tokens.
    pub tokens: u32,
    /// How many different words (or n-grams) there are, before any filter.
    pub types: u32,
    /// How many of them occur once.
    pub hapaxes: u32,
    /// The Zipf plot, over all types: every rank up to 100, then at most 60 a decade.
    pub zipf: Vec<ZipfPoint>,
    /// The window of the table asked for.
    pub rows: Vec<FrequencyRow>,
    /// How many rows the table has under its filter.
    pub total: u32,
}

impl FrequencyRow {
    /// The row of a word or n-gram with these frequencies in the articles that are on. Range and dispersion are
    /// over articles, however they are grouped.
    pub(super) fn of(selection: &Selection, term: String, by_article: Vec<u32>, variants: Vec<String>) -> Self {
        let sizes = selection.sizes();
        let frequency = by_article.iter().sum();
        Self {
            term,
            frequency,
            per_million: per_million(frequency, selection.tokens()),
            range: dispersion::range(&by_article),
            dp: dispersion::dp(&by_article, &sizes),
            dp_norm: dispersion::dp_norm(&by_article, &sizes),
            juilland_d: dispersion::juilland_d(&by_article, &sizes),
            by_article: selection.drawn().of_units(&selection.units().sum(by_article)),
            variants,
        }
    }
}

/// A frequency per million word tokens; 0 where there is none.
fn per_million(frequency: u32, tokens: u32) -> f64 {
    if tokens == 0 { 0.0 } else { f64::from(frequency) * 1e6 / f64::from(tokens) }
}

/// Counts words or n-grams.
///
/// Numbers of types and hapaxes, the Zipf plot and the finding do not depend on the table's filter,
/// order or window, nor on `minimum`. An n-gram is hidden with the stop words when all of its words are.
///
/// # Errors
/// When nothing is counted, a parameter is out of its range, or the order names an article that is unknown or off.
pub fn frequency(selection: &Selection, query: &FrequencyQuery) -> Result<FrequencyReport, QueryError> {
    let n = QueryError::in_range("The length of the n-grams", query.n, 1..=5, "from 1 to 5 words")?;
    QueryError::in_range("The least frequency", query.minimum, 1..=u32::MAX, "1 or more")?;
    selection.not_empty()?;
    let ngrams = selection.ngrams(n);
    let table = table(selection, query)?;
    let rows = window(&table, &query.table).iter().map(|&number| row(selection, n, number)).collect();
    let by_frequency = by_frequency(selection, n);
    Ok(FrequencyReport {
        finding: finding(selection, n, &by_frequency).written_out(selection),
        articles: selection.drawn_units(),
        article_tokens: selection.drawn().of_units(&selection.unit_sizes()),
        tokens: selection.tokens(),
        types: ngrams.len() as u32,
        hapaxes: by_frequency.iter().rev().take_while(|&&number| ngrams.frequency(number) == 1).count() as u32,
        zipf: zipf(selection, n, &by_frequency),
        rows,
        total: table.len() as u32,
    })
}

/// The n-grams of the table under its filter, in its order.
fn table(selection: &Selection, query: &FrequencyQuery) -> Result<Vec<usize>, QueryError> {
    let column = query.table.sort;
    let article = match column {
        FrequencyColumn::Article(article) => Some(selection.unit(article)?),
        _ => None,
    };
    let ngrams = selection.ngrams(query.n);
    let ranks = selection.ngram_ranks(query.n);
    let sizes = selection.sizes();
    let filter = TermFilter::new(&query.table.filter, selection.settings());
    let shown = (0..ngrams.len()).filter(|&number| {
        ngrams.frequency(number) >= query.minimum
            && query.maximum.is_none_or(|maximum| ngrams.frequency(number) <= maximum)
            && !selection.are_hidden(ngrams.terms(number))
            && (filter.is_all() || filter.passes(&selection.text(ngrams.terms(number))))
    });
    let key = |&number: &usize| match column {
        FrequencyColumn::Term => Some(f64::from(ranks[number])),
        FrequencyColumn::Frequency | FrequencyColumn::PerMillion => Some(f64::from(ngrams.frequency(number))),
        FrequencyColumn::Range => Some(f64::from(ngrams.range(number))),
        FrequencyColumn::Dp => dispersion::dp(&ngrams.counts(number), &sizes),
        FrequencyColumn::DpNorm => dispersion::dp_norm(&ngrams.counts(number), &sizes),
        FrequencyColumn::JuillandD => dispersion::juilland_d(&ngrams.counts(number), &sizes),
        FrequencyColumn::Article(_) => {
            article.map(|place| f64::from(selection.units().sum(ngrams.counts(number))[place]))
        }
    };
    Ok(ordered(shown.collect(), query.table.descending, key, |&number| ranks[number].into()))
}

fn row(selection: &Selection, n: u32, number: usize) -> FrequencyRow {
    let ngrams = selection.ngrams(n);
    let terms = ngrams.terms(number);
    let variants = if let [term] = *terms { selection.variants(term) } else { Vec::new() };
    FrequencyRow::of(selection, selection.text(terms), ngrams.counts(number), variants)
}

/// All n-grams, most frequent first, ties in alphabetical order.
pub(super) fn by_frequency(selection: &Selection, n: u32) -> Vec<usize> {
    let ngrams = selection.ngrams(n);
    let ranks = selection.ngram_ranks(n);
    ordered(
        (0..ngrams.len()).collect(),
        true,
        |&number| Some(f64::from(ngrams.frequency(number))),
        |&number| ranks[number].into(),
    )
}

/// Every rank up to here has its point in the Zipf plot.
const ZIPF_WHOLE: usize = 100;
/// Points a decade beyond.
const ZIPF_A_DECADE: f64 = 60.0;

fn zipf(selection: &Selection, n: u32, by_frequency: &[usize]) -> Vec<ZipfPoint> {
    let ngrams = selection.ngrams(n);
    let mut ranks: Vec<usize> = (1..=by_frequency.len().min(ZIPF_WHOLE)).collect();
    for step in 1.. {
        let rank = (ZIPF_WHOLE as f64 * pow(10.0, f64::from(step) / ZIPF_A_DECADE)).round() as usize;
        if rank >= by_frequency.len() {
            break;
        }
        ranks.push(rank);
    }
    if by_frequency.len() > ZIPF_WHOLE {
        ranks.push(by_frequency.len());
    }
    ranks.dedup();
    ranks
        .into_iter()
        .map(|rank| {
            let number = by_frequency[rank - 1];
            ZipfPoint {
                rank: rank as u32,
                frequency: ngrams.frequency(number),
                term: selection.text(ngrams.terms(number)),
            }
        })
        .collect()
}

/// `word`, `words`, or what an n-gram is called in a sentence.
fn unit(n: u32, many: bool) -> String {
    match (n, many) {
        (1, false) => "word".to_owned(),
        (1, true) => "words".to_owned(),
        (_, false) => format!("run of {} words", number(n)),
        (_, true) => format!("runs of {} words", number(n)),
    }
}

fn finding(selection: &Selection, n: u32, by_frequency: &[usize]) -> Finding {
    let ngrams = selection.ngrams(n);
    let hides = selection.settings().stop_words.hidden;
    let top: Vec<usize> =
        by_frequency.iter().copied().filter(|&at| !selection.are_hidden(ngrams.terms(at))).take(4).collect();
    let texts: Vec<String> = top.iter().map(|&at| selection.text(ngrams.terms(at))).collect();
    let most = top.first().map_or(0, |&at| ngrams.frequency(at));
    let mut prose = Prose::default();
    if most == 0 {
        prose.text(&match (n, hides) {
            (1, _) => "Every word here is a stop word, and stop words are hidden.".to_owned(),
            (_, true) => format!("There is no {} to show, stop words aside.", unit(n, false)),
            (_, false) => format!("No sentence here has {} words.", number(n)),
        });
    } else if most == 1 {
        prose.text(&format!("No {} occurs twice{}.", unit(n, false), if hides { ", stop words aside" } else { "" }));
    } else {
        // Several may share the first place; naming one of them alone would be a claim.
        let first = top.iter().take_while(|&&at| ngrams.frequency(at) == most).count();
        let opening = if hides && n == 1 { "Stop words aside, the most frequent " } else { "The most frequent " };
        prose.text(opening).text(&unit(n, first > 1));
        if first == 1 {
            prose.text(" is ").term(&texts[0], None);
            prose.text(" (").count(&times(most), &texts[0], None);
            prose.text(&spread(selection, ngrams.range(top[0]))).text(")");
            let next: Vec<&str> = texts[1..].iter().take(2).map(String::as_str).collect();
            if !next.is_empty() {
                prose.text(", before ").terms(&next);
            }
        } else if first <= 3 {
            prose.text(" are ").terms(&texts[..first].iter().map(String::as_str).collect::<Vec<_>>());
            prose.text(&format!(" ({} each)", times(most)));
        } else {
            prose.text(&format!(" occur {} each, ", times(most))).term(&texts[0], None).text(" among them");
        }
        prose.text(". ");
        let hapaxes = by_frequency.iter().rev().take_while(|&&at| ngrams.frequency(at) == 1).count() as u32;
        let types = ngrams.len() as u32;
        prose.text(if hapaxes == 0 { "None of the " } else { "Of " });
        // Runs of words are no marks of a text's, each beside the next.
        if n == 1 {
            prose.size(&figures(types), Marking::CorpusTypes, None)
        } else {
            prose.text(&figures(types))
        };
        prose.text(" different ").text(&unit(n, true));
        match hapaxes {
            0 => prose.text(" occurs only once."),
            1 => prose.text(", ").number("one", Counted::Occurring(1)).text(" occurs only once."),
            _ => prose.text(", ").number(&figures(hapaxes), Counted::Occurring(1)).text(" occur only once."),
        };
    }
    Finding { sentence: prose.done(), caution: caution(selection.tokens()) }
}

/// `, in all five articles`; nothing where there is only one.
fn spread(selection: &Selection, range: u32) -> String {
    let articles = selection.on().len() as u32;
    match (articles, range) {
        (..=1, _) => String::new(),
        (2, 2) => ", in both articles".to_owned(),
        _ if range == articles => format!(", in all {} articles", number(articles)),
        _ => format!(", in {} of the {} articles", number(range), number(articles)),
    }
}

/// Rates per million need a million words, or something near it.
fn caution(tokens: u32) -> String {
    if tokens >= 100_000 {
        return String::new();
    }
    let step = (1e6 / f64::from(tokens)).round() as u32;
    let words = if tokens == 1 { "one word".to_owned() } else { format!("{} words", figures(tokens)) };
    format!("Rates per million rest on {words}: one occurrence more or less moves a rate by {}.", figures(step))
}
