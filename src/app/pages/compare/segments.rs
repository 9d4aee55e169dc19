//! A text cut where its markings begin and end, so that each piece is painted one way.

use crate::chart::order;
use crate::protocol::{Furniture, Span};

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it stands in the text.
    pub span: (usize, usize),
    /// Whether it is page furniture.
    pub furniture: bool,
    /// The numbers of the passages that it belongs to, ascending.
    pub passages: Vec<usize>,
    /// The passages that begin with it.
    pub begins: Vec<usize>,
}

/// The pieces of one paragraph, in order, none empty. Passages may overlap, and furniture too.
///
/// All spans are bytes of the text; a span that leaves the paragraph is cut to it.
#[must_use]
pub fn segments(paragraph: Span, furniture: &[Furniture], passages: &[Span]) -> Vec<Segment> {
    let (start, end) = (paragraph.start as usize, paragraph.end as usize);
    let inside = |span: &Span| (span.start as usize).max(start)..(span.end as usize).min(end);
    let mut cuts = vec![start, end];
    for span in furniture.iter().map(|f| &f.span).chain(passages) {
        let span = inside(span);
        if !span.is_empty() {
            cuts.extend([span.start, span.end]);
        }
    }
    let covering = |from: usize| move |span: &Span| span.start as usize <= from && from < span.end as usize;
    order::distinct(cuts)
        .windows(2)
        .map(|cut| Segment {
            span: (cut[0], cut[1]),
            furniture: furniture.iter().any(|f| covering(cut[0])(&f.span)),
            passages: (0..passages.len()).filter(|&i| covering(cut[0])(&passages[i])).collect(),
            begins: (0..passages.len())
                .filter(|&i| passages[i].start as usize == cut[0] && passages[i].end as usize > cut[0])
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    fn short(list: &[Segment]) -> Vec<((usize, usize), Vec<usize>)> {
        list.iter().map(|s| (s.span, s.passages.clone())).collect()
    }

    #[test]
    fn a_paragraph_without_marks_is_one_piece() {
        assert_eq!(short(&segments(span(10, 20), &[], &[])), [((10, 20), vec![])]);
        assert_eq!(short(&segments(span(10, 10), &[], &[])), []);
    }

    #[test]
    fn overlapping_passages_share_a_piece() {
        let pieces = segments(span(0, 30), &[], &[span(2, 10), span(6, 14), span(6, 14)]);
        assert_eq!(
            short(&pieces),
            [((0, 2), vec![]), ((2, 6), vec![0]), ((6, 10), vec![0, 1, 2]), ((10, 14), vec![1, 2]), ((14, 30), vec![])]
        );
        assert_eq!(pieces[2].begins, [1, 2]);
        assert_eq!(pieces[3].begins, Vec::<usize>::new());
    }

    #[test]
    fn a_passage_over_two_paragraphs_is_cut_to_each() {
        let passage = [span(5, 25)];
        assert_eq!(short(&segments(span(0, 10), &[], &passage)), [((0, 5), vec![]), ((5, 10), vec![0])]);
        assert_eq!(short(&segments(span(12, 30), &[], &passage)), [((12, 25), vec![0]), ((25, 30), vec![])]);
        assert_eq!(short(&segments(span(26, 30), &[], &passage)), [((26, 30), vec![])]);
    }
}
