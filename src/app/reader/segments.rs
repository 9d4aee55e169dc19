//! A paragraph cut into stretches that are shown alike.

use crate::chart::order;
use crate::protocol::{Furniture, FurnitureKind, Span};

/// A stretch of text that is shown one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it stands.
    pub span: Span,
    /// Which page furniture it is part of, by its place in the list given.
    pub furniture: Option<usize>,
    /// Which marked place it is part of, by its place in the list given.
    pub hit: Option<usize>,
    /// Whether it lies in the passage.
    pub passage: bool,
}

/// Cuts a paragraph where furniture, a marked place or the passage begins or ends. The places ascend,
/// by start and by end. The segments cover the paragraph without gaps, in order; none is empty.
#[must_use]
pub fn segments(paragraph: Span, furniture: &[Furniture], hits: &[Span], passage: Option<Span>) -> Vec<Segment> {
    // Thousands may be marked in a text: only this paragraph's are looked at, again and again.
    let before = hits.partition_point(|hit| hit.end <= paragraph.start);
    let within = hits.partition_point(|hit| hit.start < paragraph.end);
    let hits = hits.get(before..within).unwrap_or(&[]);
    let mut cuts = vec![paragraph.start, paragraph.end];
    let spans = furniture.iter().map(|furniture| furniture.span).chain(hits.iter().copied()).chain(passage);
    for span in spans.filter(|span| span.overlaps(paragraph)) {
        cuts.push(span.start.clamp(paragraph.start, paragraph.end));
        cuts.push(span.end.clamp(paragraph.start, paragraph.end));
    }
    order::distinct(cuts)
        .windows(2)
        .map(|cut| {
            let span = Span::new(cut[0], cut[1]);
            Segment {
                span,
                furniture: furniture.iter().position(|furniture| furniture.span.contains(span)),
                hit: hits.iter().position(|hit| hit.contains(span)).map(|at| before + at),
                passage: passage.is_some_and(|passage| passage.contains(span)),
            }
        })
        .collect()
}

/// The kinds of page furniture, as they are offered.
pub const FURNITURE_KINDS: [FurnitureKind; 7] = [
    FurnitureKind::Caption,
    FurnitureKind::Dateline,
    FurnitureKind::Counts,
    FurnitureKind::SourceLine,
    FurnitureKind::Disclaimer,
    FurnitureKind::Link,
    FurnitureKind::Other,
];

/// What a kind of page furniture is called.
#[must_use]
pub const fn furniture_name(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Caption => "Caption",
        FurnitureKind::Dateline => "Dateline",
        FurnitureKind::Counts => "View count",
        FurnitureKind::SourceLine => "Source line",
        FurnitureKind::Disclaimer => "Disclaimer",
        FurnitureKind::Link => "Link to another story",
        FurnitureKind::Other => "Page furniture",
    }
}

/// Whether a paragraph is a heading by its looks: short, and without the mark that ends a sentence.
#[must_use]
pub fn is_heading(text: &str) -> bool {
    let text = text.trim();
    let words = text.split_whitespace().count();
    (1..=14).contains(&words) && !text.ends_with(['.', '!', '?', '…', ':', ';', ',', '"', '”', '’', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(segments: &[Segment]) -> Vec<(u32, u32)> {
        segments.iter().map(|segment| (segment.span.start, segment.span.end)).collect()
    }

    #[test]
    fn a_plain_paragraph_is_one_segment() {
        assert_eq!(spans(&segments(Span::new(3, 9), &[], &[], None)), [(3, 9)]);
        assert_eq!(spans(&segments(Span::new(3, 3), &[], &[], None)), []);
    }

    #[test]
    fn cuts_at_every_edge_and_names_what_lies_between() {
        let furniture = [Furniture { kind: FurnitureKind::Caption, span: Span::new(0, 6) }];
        let hits = [Span::new(4, 8), Span::new(12, 14)];
        let found = segments(Span::new(2, 20), &furniture, &hits, Some(Span::new(13, 30)));
        assert_eq!(spans(&found), [(2, 4), (4, 6), (6, 8), (8, 12), (12, 13), (13, 14), (14, 20)]);
        let marks: Vec<_> = found.iter().map(|s| (s.furniture, s.hit, s.passage)).collect();
        assert_eq!(
            marks,
            [
                (Some(0), None, false),
                (Some(0), Some(0), false),
                (None, Some(0), false),
                (None, None, false),
                (None, Some(1), false),
                (None, Some(1), true),
                (None, None, true),
            ]
        );
    }

    #[test]
    fn a_heading_is_short_and_open() {
        assert!(is_heading("Security guarantees"));
        assert!(!is_heading("He agreed."));
        assert!(!is_heading("“We will,” he said”"));
        assert!(!is_heading(""));
    }
}
