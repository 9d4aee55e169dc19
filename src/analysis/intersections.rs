//! Which words stand in exactly which articles? Every word belongs to one set: the articles that have it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::selection::Selection;
use super::sets::SharedWord;
use super::table::ordered;
use crate::corpus::TermId;

/// In which order the intersections stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetOrder {
    /// Those of most words first.
    #[default]
    Size,
    /// Those of most articles first, then those of most words.
    Degree,
}

/// Which intersections are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct IntersectionsQuery {
    /// Numbers of the articles, two or more of those that are on; empty: those that are drawn.
    pub articles: Vec<u32>,
    /// Their order.
    pub order: SetOrder,
    /// At most this many intersections.
    pub limit: u32,
    /// The intersection whose words are listed: numbers of its articles; `None`: none.
    pub open: Option<Vec<u32>>,
    /// At most this many words of it.
    pub words: u32,
}

/// The words that stand in these articles and in none of the others asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intersection {
    /// Numbers of the articles, in the order of the question.
    pub articles: Vec<u32>,
    /// How many words.
    pub words: u32,
    /// The most frequent of them.
    pub examples: Vec<String>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntersectionsReport {
    /// Numbers of the articles asked for.
    pub articles: Vec<u32>,
    /// How many different words each has: the sizes of the sets.
    pub sizes: Vec<u32>,
    /// The intersections that have a word, in the order asked for, then by the articles' order.
    pub intersections: Vec<Intersection>,
    /// How many there are.
    pub total: u32,
    /// How many words those have that are not listed.
    pub rest: u32,
    /// The words of the one that is open, most frequent first; `None` where none is asked for, or it has no word.
    pub open: Option<OpenIntersection>,
}

/// The words of one intersection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenIntersection {
    /// Numbers of its articles, in the order of the question.
    pub articles: Vec<u32>,
    /// Its words with their counts in those articles.
    pub words: Vec<SharedWord>,
    /// How many it has.
    pub total: u32,
}

/// Words named of each intersection.
const EXAMPLES: usize = 8;

/// Sorts the words by which of the articles have them; hidden stop words are left out.
///
/// # Errors
/// When nothing is counted, one article alone or one twice is asked for, or one is unknown or off.
pub fn intersections(selection: &Selection, query: &IntersectionsQuery) -> Result<IntersectionsReport, QueryError> {
    let sets = Sets::of(selection, &query.articles)?;
    let order = sets.ordered(query.order);
    let listed = &order[..order.len().min(query.limit as usize)];
    let open = match &query.open {
        None => None,
        Some(articles) => {
            let slots = sets.slots(articles);
            slots.and_then(|slots| Some((slots.clone(), sets.words.get(&slots)?))).map(|(slots, terms)| {
                let words = sets.by_count(selection, terms).into_iter().take(query.words as usize);
                OpenIntersection {
                    articles: sets.members(&slots),
                    words: words.map(|term| sets.word(selection, term, &slots)).collect(),
                    total: terms.len() as u32,
                }
            })
        }
    };
    Ok(IntersectionsReport {
        sizes: sets.sizes(),
        intersections: listed
            .iter()
            .map(|slots| {
                let terms = sets.terms(slots);
                let best = sets.by_count(selection, terms).into_iter().take(EXAMPLES);
                Intersection {
                    articles: sets.members(slots),
                    words: terms.len() as u32,
                    examples: best.map(|term| selection.index().term(term).to_owned()).collect(),
                }
            })
            .collect(),
        total: order.len() as u32,
        rest: order[listed.len()..].iter().map(|slots| sets.terms(slots).len() as u32).sum(),
        open,
        articles: sets.articles,
    })
}

/// A word of the whole table: its articles, itself, and how often each of the articles asked for has it.
pub type WholeRow = (Vec<u32>, String, Vec<u32>);

/// Every word with the articles that have it: intersection by intersection, each most frequent first.
///
/// # Errors
/// As [`intersections`].
pub fn every_word(selection: &Selection, query: &IntersectionsQuery) -> Result<(Vec<u32>, Vec<WholeRow>), QueryError> {
    let sets = Sets::of(selection, &query.articles)?;
    let mut rows = Vec::new();
    for slots in sets.ordered(query.order) {
        for term in sets.by_count(selection, sets.terms(slots)) {
            let counts = selection.units().sum(selection.index().counts(term));
            let counts = sets.positions.iter().map(|&position| counts[position]).collect();
            rows.push((sets.members(slots), selection.index().term(term).to_owned(), counts));
        }
    }
    Ok((sets.articles, rows))
}

/// The shown words by which of some articles have them.
struct Sets {
    /// Numbers of the articles.
    articles: Vec<u32>,
    /// Their positions among those that are on.
    positions: Vec<usize>,
    /// By the places of the articles in `articles`, ascending: the words that those and no others have, by the alphabet.
    words: BTreeMap<Vec<u32>, Vec<TermId>>,
}

impl Sets {
    fn of(selection: &Selection, articles: &[u32]) -> Result<Self, QueryError> {
        selection.not_empty()?;
        let articles = if articles.is_empty() { selection.drawn_units() } else { articles.to_vec() };
        let positions = articles.iter().map(|&article| selection.unit(article)).collect::<Result<Vec<_>, _>>()?;
        let mut slots = vec![None; selection.units().len()];
        let places = selection.units().places();
        for (slot, &position) in (0_u32..).zip(&positions) {
            if slots[position].replace(slot).is_some() {
                return Err(too_few(selection, "twice"));
            }
        }
        if positions.len() < 2 {
            return Err(too_few(selection, ""));
        }
        let mut words: BTreeMap<Vec<u32>, Vec<TermId>> = BTreeMap::new();
        for &term in selection.alphabet().iter().filter(|&&term| !selection.is_hidden(term)) {
            let mut having: Vec<u32> = Vec::new();
            for (position, _) in selection.index().postings(term) {
                if let Some(slot) = slots[places[position as usize]]
                    && having.last() != Some(&slot)
                {
                    having.push(slot);
                }
            }
            // Positions ascend, slots do as the question has them.
            having.sort_unstable();
            having.dedup();
            if !having.is_empty() {
                words.entry(having).or_default().push(term);
            }
        }
        Ok(Self { articles, positions, words })
    }

    fn sizes(&self) -> Vec<u32> {
        let mut sizes = vec![0; self.articles.len()];
        for (slots, terms) in &self.words {
            for &slot in slots {
                sizes[slot as usize] += terms.len() as u32;
            }
        }
        sizes
    }

    /// The intersections that have a word.
    fn ordered(&self, order: SetOrder) -> Vec<&Vec<u32>> {
        let all: Vec<(&Vec<u32>, usize)> = self.words.iter().map(|(slots, terms)| (slots, terms.len())).collect();
        let key = |&at: &usize| {
            let (slots, terms) = all[at];
            let degree = if order == SetOrder::Degree { slots.len() as f64 } else { 0.0 };
            Some(degree * f64::from(u32::MAX) + terms as f64)
        };
        // Of the same size: the fewer articles, then in their order.
        let mut places: Vec<usize> = (0..all.len()).collect();
        crate::sorting::sort_by(&mut places, |&a, &b| all[a].0.len().cmp(&all[b].0.len()).then(a.cmp(&b)));
        let mut rank = vec![0_u64; all.len()];
        for (place, &at) in (0..).zip(&places) {
            rank[at] = place;
        }
        ordered((0..all.len()).collect(), true, key, |&at| rank[at]).into_iter().map(|at| all[at].0).collect()
    }

    fn terms(&self, slots: &[u32]) -> &[TermId] {
        self.words.get(slots).map_or(&[], Vec::as_slice)
    }

    fn members(&self, slots: &[u32]) -> Vec<u32> {
        slots.iter().map(|&slot| self.articles[slot as usize]).collect()
    }

    /// The places of these articles; `None` where one isn't among them.
    fn slots(&self, articles: &[u32]) -> Option<Vec<u32>> {
        let place = |article: &u32| self.articles.iter().position(|known| known == article).map(|slot| slot as u32);
        let mut slots = articles.iter().map(place).collect::<Option<Vec<u32>>>()?;
        slots.sort_unstable();
        slots.dedup();
        Some(slots)
    }

    /// How often the articles asked for have a word.
    fn frequency(&self, selection: &Selection, term: TermId) -> u32 {
        let counts = selection.units().sum(selection.index().counts(term));
        self.positions.iter().map(|&position| counts[position]).sum()
    }

    /// Words by how often they stand in the articles asked for, ties by the alphabet.
    fn by_count(&self, selection: &Selection, terms: &[TermId]) -> Vec<TermId> {
        let frequency = |term: &TermId| Some(f64::from(self.frequency(selection, *term)));
        ordered(terms.to_vec(), true, frequency, |&term| u64::from(selection.rank(term)))
    }

    fn word(&self, selection: &Selection, term: TermId, slots: &[u32]) -> SharedWord {
        let counts = selection.units().sum(selection.index().counts(term));
        let counts = slots.iter().map(|&slot| counts[self.positions[slot as usize]]).collect();
        SharedWord { term: selection.index().term(term).to_owned(), counts }
    }
}

fn too_few(selection: &Selection, twice: &str) -> QueryError {
    let (noun, _) = selection.units().noun();
    let groups = selection.units().are_groups();
    QueryError::OutOfRange {
        what: if groups { "The set of groups" } else { "The set of articles" },
        given: ["one ", noun, if twice.is_empty() { "" } else { " " }, twice].concat(),
        may_be: if groups { "two or more different groups" } else { "two or more different articles" },
    }
}
