//! The corpus changes: articles come, go, stand in another order, are described anew.
//!
//! A change is checked whole before anything of it is done: one that fails leaves all as it was.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Engine;
use crate::corpus::ids::is_id;
use crate::corpus::{Article, Furniture, IndexError, LARGEST, bundled};
use crate::protocol::{Error, ErrorCode, TextsChange};

/// Makes the change; how many articles there are then. Whatever was counted before is forgotten.
///
/// # Errors
/// - [`ErrorCode::Article`]: an id is empty, of other characters than lower-case letters, digits and hyphens, or
///   another article's; or page furniture lies outside its text, within a character, or over other furniture.
/// - [`ErrorCode::UnknownArticle`]: an id that no article has.
/// - [`ErrorCode::TooLarge`]: the texts together are larger than can be indexed.
pub(super) fn change(engine: &mut Engine, change: &TextsChange) -> Result<u32, Error> {
    check(&engine.articles, change)?;
    let mut articles = take(engine);
    match change {
        TextsChange::Bundled => articles = bundled(),
        TextsChange::Clear => articles.clear(),
        TextsChange::Add(more) => articles.extend_from_slice(more),
        TextsChange::Remove(ids) => {
            let gone = places(ids);
            articles.retain(|article| !gone.contains_key(article.id.as_str()));
        }
        TextsChange::Order(ids) => {
            let places = places(ids);
            articles.sort_by_key(|article| places.get(article.id.as_str()).copied());
        }
        TextsChange::Describe(known) => {
            let known: BTreeMap<&str, _> = known.iter().map(|(id, about)| (id.as_str(), about)).collect();
            for article in &mut articles {
                if let Some(about) = known.get(article.id.as_str()) {
                    let (id, _, text) = std::mem::take(article).parts();
                    *article = (*about).clone().of(id, text);
                }
            }
        }
    }
    engine.articles = articles.into();
    Ok(engine.articles.len() as u32)
}

/// The engine's articles, out of the engine: their texts aren't copied.
fn take(engine: &mut Engine) -> Vec<Article> {
    engine.selection = None; // It holds the articles too.
    let mut articles = std::mem::take(&mut engine.articles);
    match Arc::get_mut(&mut articles) {
        Some(articles) => articles.iter_mut().map(std::mem::take).collect(),
        None => articles.to_vec(),
    }
}

fn places(ids: &[String]) -> BTreeMap<&str, usize> {
    (0..).zip(ids).map(|(place, id)| (id.as_str(), place)).collect()
}

fn check(articles: &[Article], change: &TextsChange) -> Result<(), Error> {
    if matches!(change, TextsChange::Bundled | TextsChange::Clear) {
        return Ok(());
    }
    let mut there: BTreeMap<&str, &Article> = articles.iter().map(|article| (article.id.as_str(), article)).collect();
    match change {
        TextsChange::Bundled | TextsChange::Clear => Ok(()),
        TextsChange::Add(more) => {
            let mut bytes: u64 = articles.iter().map(|article| article.text.len() as u64).sum();
            for article in more {
                if !is_id(&article.id) {
                    return Err(bad_id(article, "isn’t lower-case letters, digits and hyphens"));
                }
                if there.insert(&article.id, article).is_some() {
                    return Err(bad_id(article, "is another article’s already"));
                }
                furniture(&article.title, &article.text, &article.furniture)?;
                bytes += article.text.len() as u64;
                if bytes > LARGEST {
                    return Err(super::failure::too_large(IndexError::TooLarge { article: article.id.clone() }));
                }
            }
            Ok(())
        }
        TextsChange::Remove(ids) => ids.iter().try_for_each(|id| find(&there, id).map(|_| ())),
        TextsChange::Order(ids) => {
            for id in ids {
                if there.remove(id.as_str()).is_none() {
                    let article = articles.iter().find(|article| article.id == *id).ok_or_else(|| unknown(id))?;
                    return Err(bad_id(article, "stands in the order twice"));
                }
            }
            there.values().next().map_or(Ok(()), |article| Err(bad_id(article, "is missing in the order")))
        }
        TextsChange::Describe(known) => known.iter().try_for_each(|(id, about)| {
            let article = find(&there, id)?;
            furniture(&about.title, &article.text, &about.furniture)
        }),
    }
}

fn find<'a>(there: &BTreeMap<&str, &'a Article>, id: &str) -> Result<&'a Article, Error> {
    there.get(id).copied().ok_or_else(|| unknown(id))
}

fn unknown(id: &str) -> Error {
    Error {
        code: ErrorCode::UnknownArticle,
        message: ["The corpus has no article ‘", id, "’."].concat(),
        remedy: "It may have been removed before. Nothing was changed.".to_owned(),
    }
}

fn bad_id(article: &Article, why: &str) -> Error {
    Error {
        code: ErrorCode::Article,
        message: ["The id ‘", &article.id, "’ of the text ‘", &article.title, "’ ", why, "."].concat(),
        remedy: "Give the text another id. Nothing was changed.".to_owned(),
    }
}

/// Whether the pieces lie in the text, between characters, in order, none over another.
fn furniture(title: &str, text: &str, pieces: &[Furniture]) -> Result<(), Error> {
    let mut free = 0;
    for piece in pieces {
        let (start, end) = (piece.span.start as usize, piece.span.end as usize);
        if start < free || start >= end || text.get(start..end).is_none() {
            let (start, end) = (start.to_string(), end.to_string());
            return Err(Error {
                code: ErrorCode::Article,
                message: [
                    "Page furniture of the text ‘",
                    title,
                    "’ is marked from byte ",
                    &start,
                    " to ",
                    &end,
                    ", which is outside the text or over another mark.",
                ]
                .concat(),
                remedy: "Mark it anew, or take the mark away. Nothing was changed.".to_owned(),
            });
        }
        free = end;
    }
    Ok(())
}
