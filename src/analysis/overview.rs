//! What is in this corpus? The articles, their sizes, and the finding that matters most.

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::keywords::KeywordRow;
use crate::corpus::{Published, Source};

/// An article, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleNote {
    /// Number of the article in the corpus, from 0; its letter is A for 0.
    pub article: u32,
    /// Its short name.
    pub id: String,
    /// Headline or descriptive title.
    pub title: String,
    /// Whose title that is.
    pub title_source: Source,
    /// Who published it.
    pub outlet: Option<String>,
    /// When.
    pub published: Published,
    /// Where.
    pub place: Option<String>,
    /// BCP 47 tag.
    pub language: String,
    /// Whether the text says that it is a translation.
    pub translated: bool,
    /// Whether it is switched on.
    pub on: bool,
    /// Size in word tokens, under the settings. 0 for an article that is off.
    pub tokens: u32,
    /// Different words.
    pub types: u32,
    /// Sentences.
    pub sentences: u32,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Words of page furniture, counted or not.
    pub furniture_tokens: u32,
}

/// An article's card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleCard {
    /// The article.
    pub article: u32,
    /// Reading time in minutes, at 238 words a minute (Brysbaert 2019).
    pub minutes: f64,
    /// Its most distinctive words, at most 5: keywords by G² with a frequency of at least 2; words by TF-IDF where there is only one article.
    pub keywords: Vec<KeywordRow>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OverviewReport {
    /// The finding that matters most.
    pub finding: Finding,
    /// One an article that is on, in corpus order.
    pub cards: Vec<ArticleCard>,
    /// Word tokens of the corpus.
    pub tokens: u32,
    /// Different words.
    pub types: u32,
    /// Sentences.
    pub sentences: u32,
}
