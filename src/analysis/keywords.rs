//! Which words set each article apart? Keyness of each article against the others.

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::table::TableQuery;

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
    /// Whether it stays a keyword (p adjusted below 0.05, same sign) without any one article of the
    /// reference; `None` where the reference has only one article.
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
    /// How many of them are keywords (p adjusted below 0.05, used more).
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
