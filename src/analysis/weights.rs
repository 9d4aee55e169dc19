//! TF-IDF: how much a word stands for an article among the articles that are on.

use super::units::Units;
use crate::corpus::{Index, TermId};
use crate::sorting::ascending;
use crate::stats::tfidf::{cosine, tf_idf};

/// TF-IDF of every word in every article, L2-normed over each article; stop words count too.
#[derive(Debug)]
pub struct Weights {
    /// By position: the different terms of the article, ascending, with their weights.
    articles: Vec<Vec<(TermId, f64)>>,
}

impl Weights {
    pub(super) fn compute(index: &Index) -> Self {
        let counts: Vec<Vec<(TermId, u32)>> =
            (0..index.articles()).map(|at| counted(index.article_terms(at))).collect();
        Self { articles: tf_idf(&counts, index.types()) }
    }

    /// TF-IDF over groups, the articles of each taken together.
    pub(super) fn of_units(index: &Index, units: &Units) -> Self {
        let counts = |place| {
            let terms: Vec<TermId> =
                units.members(place).iter().flat_map(|&at| index.article_terms(at)).copied().collect();
            counted(&terms)
        };
        let counts: Vec<Vec<(TermId, u32)>> = (0..units.len()).map(counts).collect();
        Self { articles: tf_idf(&counts, index.types()) }
    }

    /// The word's weight in the article at `position`, 0 to 1; 0 where it doesn't stand.
    #[must_use]
    pub fn of(&self, position: usize, term: TermId) -> f64 {
        let words = self.article(position);
        words.binary_search_by_key(&term, |word| word.0).map_or(0.0, |at| words[at].1)
    }

    /// The different words of the article at `position`, ascending by id, with their weights.
    #[must_use]
    pub fn article(&self, position: usize) -> &[(TermId, f64)] {
        &self.articles[position]
    }

    /// The cosine of two articles; `None` where one of them has no word.
    #[must_use]
    pub fn cosine(&self, a: usize, b: usize) -> Option<f64> {
        cosine(self.article(a), self.article(b))
    }
}

/// The different terms, ascending, with how often each stands.
pub(super) fn counted(terms: &[TermId]) -> Vec<(TermId, u32)> {
    ascending(terms).chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect()
}
