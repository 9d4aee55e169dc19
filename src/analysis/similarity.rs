//! How alike two units are, articles or groups: cosine, Jaccard, containment, shared 5-grams.

use super::compare::{Distance, Similarity, SimilarityRow};
use super::selection::Selection;
use crate::corpus::TermId;
use crate::stats::similarity::{common, containment, jaccard};

/// Similarities of what is compared: the articles that are on, or groups of them.
#[derive(Debug)]
pub(super) struct Similarities {
    articles: usize,
    /// By position a × articles + position b: how many different 5-grams both have; on the
    /// diagonal, how many the article has.
    fivegrams: Vec<u32>,
    /// By position: the different words of the article, ascending.
    types: Vec<Vec<TermId>>,
}

impl Similarities {
    /// Counts what takes a walk over all 5-grams.
    pub fn of(selection: &Selection) -> Self {
        let articles = selection.units().len();
        let mut fivegrams = vec![0; articles * articles];
        let ngrams = selection.ngrams(5);
        let places = selection.units().places();
        for number in 0..ngrams.len() {
            let mut having: Vec<usize> =
                ngrams.by_article(number).map(|(position, _)| places[position as usize]).collect();
            if selection.units().are_groups() {
                having.sort_unstable();
                having.dedup();
            }
            for &a in &having {
                for &b in &having {
                    fivegrams[a * articles + b] += 1;
                }
            }
        }
        let types = (0..articles).map(|at| selection.unit_weights().article(at).iter().map(|word| word.0).collect());
        Self { articles, fivegrams, types: types.collect() }
    }

    /// How alike the units at these places are.
    pub fn row(&self, selection: &Selection, a: usize, b: usize) -> SimilarityRow {
        let (types_a, types_b) = (&self.types[a], &self.types[b]);
        let (size_a, size_b) = (types_a.len() as u32, types_b.len() as u32);
        let shared = common(types_a, types_b);
        let both = size_a > 0 && size_b > 0;
        SimilarityRow {
            article_a: selection.units().numbers()[a],
            article_b: selection.units().numbers()[b],
            cosine: selection.unit_weights().cosine(a, b),
            jaccard: jaccard(shared, size_a, size_b).filter(|_| both),
            containment: containment(shared, size_a, size_b),
            shared_5grams: self.fivegrams[a * self.articles + b],
        }
    }

    /// The distance by which the articles at these positions are clustered, given their row. 5-grams are taken as a share of those of the
    /// article with fewer. Where the similarity is undefined it counts as 0.
    pub fn distance(&self, row: &SimilarityRow, (a, b): (usize, usize), distance: Distance) -> f64 {
        let measure = match distance {
            Distance::Unlike(measure) => measure,
            Distance::Euclidean => return (2.0 - 2.0 * row.cosine.unwrap_or(0.0)).max(0.0).sqrt(),
        };
        let similarity = match measure {
            Similarity::Cosine => row.cosine,
            Similarity::Jaccard => row.jaccard,
            Similarity::Containment => row.containment,
            Similarity::SharedFivegrams => {
                let own = |position: usize| self.fivegrams[position * self.articles + position];
                containment(row.shared_5grams, own(a), own(b))
            }
        };
        similarity.map_or(1.0, |similarity| (1.0 - similarity).clamp(0.0, 1.0))
    }
}
