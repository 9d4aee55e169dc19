//! Which words occur, how often, how evenly? Words and n-grams, their rates and dispersion.

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::table::TableQuery;

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
    /// Frequency in the article with this number.
    Article(u32),
}

/// Which frequencies are wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FrequencyQuery {
    /// Length of the n-grams in words, 1 to 5. They stay within a sentence.
    pub n: u32,
    /// Least frequency.
    pub minimum: u32,
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
    /// Frequency in each article that is on, in corpus order.
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
    /// Numbers of the articles that are on, in corpus order: the columns of `by_article`.
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
