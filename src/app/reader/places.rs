//! Where a term stands, by article.

use std::rc::Rc;

use crate::protocol::{Evidence, Span};

/// The places of a term, in the order of articles and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Places(Rc<Vec<Evidence>>);

impl Places {
    /// The places, as the engine gives them: by article and place.
    pub(super) fn new(hits: &[Evidence]) -> Self {
        Self(Rc::new(hits.to_vec()))
    }

    /// The first article that has the term.
    pub(super) fn first(&self) -> Option<u32> {
        self.0.first().map(|hit| hit.article)
    }

    /// How often it stands in an article.
    pub(super) fn count(&self, article: u32) -> usize {
        self.0.iter().filter(|hit| hit.article == article).count()
    }

    /// Where it stands in an article.
    pub(super) fn spans(&self, article: u32) -> Vec<Span> {
        self.0.iter().filter(|hit| hit.article == article).map(|hit| hit.span).collect()
    }

    /// The other articles that have it, and how often: those after this one first, then from the beginning.
    pub(super) fn others(&self, article: u32) -> Vec<(u32, usize)> {
        let mut others: Vec<(u32, usize)> = Vec::new();
        for hit in self.0.iter().filter(|hit| hit.article != article) {
            match others.last_mut() {
                Some((last, count)) if *last == hit.article => *count += 1,
                _ => others.push((hit.article, 1)),
            }
        }
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
        let places = Places::new(&[hit(0), hit(0), hit(2), hit(3), hit(3)]);
        assert_eq!(places.first(), Some(0));
        assert_eq!(places.count(3), 2);
        assert_eq!(places.others(2), [(3, 2), (0, 2)]);
        assert_eq!(places.others(3), [(0, 2), (2, 1)]);
        assert_eq!(places.others(1), [(2, 1), (3, 2), (0, 2)]);
    }
}
