//! What is marked, by article: the places of a term, or of what a number was counted from.

use std::rc::Rc;

use crate::protocol::{Evidence, MarkedReport, Span};

/// The places, in the order of articles and text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places(Rc<Found>);

#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    /// The articles whose places are known, with them.
    spans: Vec<(u32, Vec<Span>)>,
    /// Every article that has any, ascending, and how many, known or not.
    counts: Vec<(u32, u32)>,
}

impl Places {
    /// The places of a term, as the engine gives them: by article and place.
    pub(super) fn of_term(hits: &[Evidence]) -> Self {
        let mut found = Found::default();
        for of_one in hits.chunk_by(|a, b| a.article == b.article) {
            let article = of_one[0].article;
            found.counts.push((article, of_one.len() as u32));
            found.spans.push((article, of_one.iter().map(|hit| hit.span).collect()));
        }
        Self(Rc::new(found))
    }

    /// What a number was counted from, in the article asked for and the one beside it.
    pub(super) fn of_number(report: &MarkedReport, article: u32, beside: Option<u32>) -> Self {
        let mut spans = vec![(article, report.places.clone())];
        spans.extend(beside.map(|beside| (beside, report.beside.clone())));
        Self(Rc::new(Found { spans, counts: report.counts.clone() }))
    }

    /// The first article that has any.
    pub(super) fn first(&self) -> Option<u32> {
        self.0.counts.first().map(|(article, _)| *article)
    }

    /// How many all have, and in how many articles.
    pub(super) fn total(&self) -> (u32, u32) {
        (self.0.counts.iter().map(|(_, count)| *count).sum(), self.0.counts.len() as u32)
    }

    /// How many an article has.
    pub(super) fn count(&self, article: u32) -> u32 {
        self.0.counts.iter().find(|(of, _)| *of == article).map_or(0, |(_, count)| *count)
    }

    /// Where they stand in an article: all of them, unless they are very many.
    pub(super) fn spans(&self, article: u32) -> &[Span] {
        self.0.spans.iter().find(|(of, _)| *of == article).map_or(&[], |(_, spans)| spans)
    }

    /// The other articles that have any, and how many: those after this one first, then from the beginning.
    pub(super) fn others(&self, article: u32) -> Vec<(u32, u32)> {
        let mut others: Vec<(u32, u32)> =
            self.0.counts.iter().copied().filter(|(other, _)| *other != article).collect();
        let later = others.iter().position(|(other, _)| *other > article).unwrap_or(0);
        others.rotate_left(later);
        others
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_article_comes_first() {
        let hit = |article| Evidence { article, span: Span::new(0, 1), sentence: Span::new(0, 9) };
        let places = Places::of_term(&[hit(0), hit(0), hit(2), hit(3), hit(3)]);
        assert_eq!((places.first(), places.total()), (Some(0), (5, 3)));
        assert_eq!((places.count(3), places.spans(3).len(), places.count(1)), (2, 2, 0));
        assert_eq!(places.others(2), [(3, 2), (0, 2)]);
        assert_eq!(places.others(3), [(0, 2), (2, 1)]);
        assert_eq!(places.others(1), [(2, 1), (3, 2), (0, 2)]);
    }

    #[test]
    fn a_pair_has_places_in_both() {
        let span = Span::new(2, 5);
        let report = MarkedReport {
            article: 4,
            beside_article: Some(1),
            places: vec![span],
            beside: vec![span, span],
            counts: vec![(1, 2), (4, 1)],
        };
        let places = Places::of_number(&report, 4, Some(1));
        assert_eq!((places.spans(4).len(), places.spans(1).len(), places.spans(0).len()), (1, 2, 0));
        assert_eq!((places.count(4), places.first()), (1, Some(1)));
    }
}
