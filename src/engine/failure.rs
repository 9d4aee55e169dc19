//! Failures as a person reads them: what happened, and what can be done about it.

use crate::analysis::QueryError;
use crate::corpus::{Article, IndexError};
use crate::protocol::{Error, ErrorCode};

/// A question that can't be answered, in sentences.
pub(super) fn sentence(error: QueryError, articles: &[Article]) -> Error {
    let (code, message, remedy) = match error {
        QueryError::NoSuchArticle { article, articles } => (
            ErrorCode::UnknownArticle,
            format!(
                "There is no article number {}: the corpus has {articles}.",
                // People count from 1.
                u64::from(article) + 1
            ),
            "Choose an article of the list. If you followed a link, it was made with other articles.".to_owned(),
        ),
        QueryError::ArticleOff(article) => (
            ErrorCode::UnknownArticle,
            format!(
                "The article ‘{}’ is switched off.",
                articles.get(article as usize).map_or("", |article| article.title.as_str())
            ),
            "Switch it on in the list of articles, or choose another.".to_owned(),
        ),
        QueryError::NoSuchGroup { group, groups } => (
            ErrorCode::UnknownArticle,
            match group {
                // People count from 1.
                Some(group) => format!(
                    "There is no group number {} with articles that are on: there are {groups}.",
                    u64::from(group) + 1
                ),
                None => "Groups are compared, and this is an article.".to_owned(),
            },
            "Choose one of the groups in the list of articles, or compare each article by itself.".to_owned(),
        ),
        QueryError::OneGroup => (
            ErrorCode::Empty,
            "All articles that are switched on are in one group, so there is nothing to compare it with.".to_owned(),
            "Choose another grouping in the list of articles, or compare each article by itself.".to_owned(),
        ),
        QueryError::NoArticleOn if articles.is_empty() => (
            ErrorCode::Empty,
            "This corpus has no text yet.".to_owned(),
            "Add texts, by the button ‘Add texts’ below the list of articles.".to_owned(),
        ),
        QueryError::NoArticleOn => (
            ErrorCode::Empty,
            "No article is switched on, so there is nothing to count.".to_owned(),
            "Switch on at least one article.".to_owned(),
        ),
        QueryError::NoWord => (
            ErrorCode::Empty,
            "The articles that are switched on have no word that is counted.".to_owned(),
            "Switch on an article with words, or count page furniture and numbers too.".to_owned(),
        ),
        QueryError::OutOfRange { what, given, may_be } => {
            (ErrorCode::OutOfRange, format!("{what} can’t be ‘{given}’."), format!("It must be {may_be}."))
        }
    };
    Error { code, message, remedy }
}

/// A corpus that can't be indexed, in sentences.
pub(super) fn too_large(error: IndexError) -> Error {
    Error {
        code: ErrorCode::TooLarge,
        message: error.to_string(),
        remedy: "Switch some articles off, or split the corpus.".to_owned(),
    }
}
