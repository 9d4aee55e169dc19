//! Which words does a set of articles share, and which has only one of it? Or a set of groups, where those are compared.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::prose::things;
use super::selection::Selection;
use super::table::ordered;
use crate::corpus::TermId;

/// A word in two or more articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedWord {
    /// The word.
    pub term: String,
    /// Its frequency in each article of the question, in the question's order.
    pub counts: Vec<u32>,
}

/// Shared and unique words of a set of articles.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SetsQuery {
    /// Numbers of the articles, or groups, two or more.
    pub articles: Vec<u32>,
    /// At most this many words a list.
    pub limit: u32,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetsReport {
    /// The articles of the question.
    pub articles: Vec<u32>,
    /// Words that all of them have, by smallest count, descending, then by term.
    pub shared: Vec<SharedWord>,
    /// How many.
    pub shared_total: u32,
    /// For each article, the words that no other *of the set* has, most frequent first.
    pub unique: Vec<Vec<SharedWord>>,
    /// How many, for each article.
    pub unique_totals: Vec<u32>,
}

/// Words of a set of articles, in lists.
pub(super) struct Lists {
    /// Words that all have.
    pub shared: Vec<SharedWord>,
    /// How many, before `limit`.
    pub shared_total: u32,
    /// For each article, the words that no other of the set has.
    pub unique: Vec<Vec<SharedWord>>,
    /// How many, before `limit`.
    pub unique_totals: Vec<u32>,
}

/// Shared and unique words of any set of articles; hidden stop words are in no list.
///
/// # Errors
/// When nothing is counted, fewer than two different articles are asked for, or one is unknown or off.
pub fn sets(selection: &Selection, query: &SetsQuery) -> Result<SetsReport, QueryError> {
    selection.not_empty()?;
    selection.several_groups()?;
    let positions = query.articles.iter().map(|&article| selection.unit(article)).collect::<Result<Vec<_>, _>>()?;
    let twice = positions.iter().enumerate().any(|(at, position)| positions[..at].contains(position));
    let (groups, (one, many)) = (selection.units().are_groups(), selection.units().noun());
    if positions.len() < 2 || twice {
        return Err(QueryError::OutOfRange {
            what: if groups { "The set of groups" } else { "The set of articles" },
            given: if twice { format!("one {one} twice") } else { things(positions.len() as u32, one, many) },
            may_be: if groups { "two or more different groups" } else { "two or more different articles" },
        });
    }
    let lists = lists(selection, &positions, query.limit as usize);
    Ok(SetsReport {
        articles: query.articles.clone(),
        shared: lists.shared,
        shared_total: lists.shared_total,
        unique: lists.unique,
        unique_totals: lists.unique_totals,
    })
}

/// The words of the units at `positions`, at most `limit` a list.
pub(super) fn lists(selection: &Selection, positions: &[usize], limit: usize) -> Lists {
    let index = selection.index();
    let mut slots = vec![None; selection.on().len()];
    for (slot, &place) in positions.iter().enumerate() {
        for &position in selection.units().members(place) {
            slots[position] = Some(slot);
        }
    }
    // By slot, for the word at hand: how often it stands there, and which slots have it.
    let mut counts = vec![0_u32; positions.len()];
    let mut having: Vec<usize> = Vec::new();
    // Each word with its smallest count, or its only one.
    let mut shared: Vec<(TermId, u32)> = Vec::new();
    let mut unique: Vec<Vec<(TermId, u32)>> = vec![Vec::new(); positions.len()];
    for &term in selection.alphabet() {
        if selection.is_hidden(term) {
            continue;
        }
        for (position, _) in index.postings(term) {
            if let Some(slot) = slots[position as usize] {
                if counts[slot] == 0 {
                    having.push(slot);
                }
                counts[slot] += 1;
            }
        }
        match having[..] {
            [slot] => unique[slot].push((term, counts[slot])),
            [_, _, ..] if having.len() == positions.len() => {
                shared.push((term, counts.iter().copied().min().unwrap_or(0)));
            }
            _ => {}
        }
        for slot in having.drain(..) {
            counts[slot] = 0;
        }
    }
    let in_each = |term: TermId| {
        let mut counts = vec![0; positions.len()];
        for (position, _) in index.postings(term) {
            if let Some(slot) = slots[position as usize] {
                counts[slot] += 1;
            }
        }
        counts
    };
    // By count, ties in the alphabetical order they stand in.
    let listed = |words: &[(TermId, u32)]| -> Vec<SharedWord> {
        let by_count = |&at: &usize| Some(f64::from(words[at].1));
        let order = ordered((0..words.len()).collect(), true, by_count, |&at| at as u64);
        let words = order.into_iter().take(limit).map(|at| words[at].0);
        words.map(|term| SharedWord { term: index.term(term).to_owned(), counts: in_each(term) }).collect()
    };
    let shared_total = shared.len() as u32;
    let shared = listed(&shared);
    let unique_totals = unique.iter().map(|words| words.len() as u32).collect();
    let unique = unique.iter().map(|words| listed(words)).collect();
    Lists { shared, shared_total, unique, unique_totals }
}
