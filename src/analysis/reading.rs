//! What does the text say? A text with its parts.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use crate::corpus::{Article, Furniture};
use crate::text::{Span, paragraphs, sentences};

/// Which text is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextQuery {
    /// Number of the article.
    pub article: u32,
}

/// A text with its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextReport {
    /// Number of the article.
    pub article: u32,
    /// The text as given.
    pub text: String,
    /// Its paragraphs, without the blank lines between them.
    pub paragraphs: Vec<Span>,
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// Its page furniture.
    pub furniture: Vec<Furniture>,
}

/// Reads an article of the corpus, on or off.
///
/// # Errors
/// When the corpus has no such article.
pub fn text(articles: &[Article], query: &TextQuery) -> Result<TextReport, QueryError> {
    let article = articles
        .get(query.article as usize)
        .ok_or(QueryError::NoSuchArticle { article: query.article, articles: articles.len() as u32 })?;
    Ok(TextReport {
        article: query.article,
        text: article.text.clone(),
        paragraphs: paragraphs(&article.text),
        sentences: sentences(&article.text),
        furniture: article.furniture.clone(),
    })
}
