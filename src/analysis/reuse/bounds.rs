//! Where do passages end at quotations? None runs into one or out of one, and of a pair of marks it has both or none.

use std::ops::Range;

use super::stretch::Stretch;
use crate::analysis::Selection;
use crate::analysis::quotations::{Kind, Quotations};

/// By position: the tokens that stand between quotation marks, ascending.
pub(super) fn quoted(selection: &Selection, quotations: &Quotations) -> Vec<Vec<Range<u32>>> {
    let mut tokens = vec![Vec::new(); selection.on().len()];
    for quotation in quotations.all.iter().filter(|it| it.kind != Kind::Reported && !it.nested) {
        if let Ok(position) = selection.position(quotation.article) {
            tokens[position].push(Stretch::new(selection, position, vec![quotation.words]).hull());
        }
    }
    tokens
}

/// A token of each side with the same word, and whether that is a stop word.
pub(super) type Pair = (u32, u32, bool);

/// What stands beside each other in pieces of which none, on either side, runs into a quotation or out
/// of one: each lies inside, outside, or has it whole.
pub(super) fn uncrossed<'p>(pairs: &'p [Pair], of_a: &[Range<u32>], of_b: &[Range<u32>]) -> Vec<&'p [Pair]> {
    let mut done = Vec::new();
    let mut open = vec![pairs];
    while let Some(piece) = open.pop() {
        let ([first, .., last] | [first @ last]) = piece else { continue };
        let cut_a = crossing(&(first.0..last.0 + 1), of_a).map(|at| piece.partition_point(|pair| pair.0 < at));
        let cut = cut_a
            .or_else(|| crossing(&(first.1..last.1 + 1), of_b).map(|at| piece.partition_point(|pair| pair.1 < at)));
        match cut {
            Some(cut) => open.extend([&piece[cut..], &piece[..cut]]),
            None => done.push(piece),
        }
    }
    done
}

/// Where a range runs into one of the ascending quotations, or out of one: strictly within it.
fn crossing(tokens: &Range<u32>, quoted: &[Range<u32>]) -> Option<u32> {
    // They ascend by their beginnings; their ends don't where they overlap, so none can be skipped.
    quoted.iter().take_while(|quote| quote.start < tokens.end).find_map(|quote| {
        let (into, out) = (tokens.start < quote.start, quote.end < tokens.end);
        match (into, out) {
            (true, false) if tokens.end < quote.end => Some(quote.start),
            // Of quotations that overlap, as unclosed marks leave them, one may end before.
            (false, true) if quote.start < tokens.start && quote.end > tokens.start => Some(quote.end),
            _ => None,
        }
    })
}

/// Takes in the mark before a quotation that a stretch begins with and goes on after, and the mark
/// after one that it ends with: of a pair of marks it has both or none.
pub(super) fn with_marks(selection: &Selection, stretch: &mut Stretch, quoted: &[Range<u32>]) {
    let hull = stretch.hull();
    let text = &selection.articles()[selection.on()[stretch.position] as usize].text;
    let within = |quote: &&Range<u32>| hull.start <= quote.start && quote.end <= hull.end && **quote != hull;
    let is_mark = |c: &char| matches!(c, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›');
    let [part] = &mut stretch.parts[..] else { return };
    for quote in quoted.iter().filter(within) {
        if quote.start == hull.start
            && let Some(mark) = text[..part.start as usize].chars().next_back().filter(is_mark)
        {
            part.start -= mark.len_utf8() as u32;
        }
        if quote.end == hull.end {
            let after = &text[part.end as usize..];
            let near = after.find(|c: char| c.is_alphanumeric() || c.is_whitespace()).unwrap_or(after.len());
            if let Some((at, mark)) = after[..near].char_indices().find(|(_, c)| is_mark(c)) {
                part.end += (at + mark.len_utf8()) as u32;
            }
        }
    }
}

/// Whether more than half of the tokens lie in one of the ascending ranges.
pub(super) fn mostly_within(tokens: &Range<u32>, ranges: &[Range<u32>]) -> bool {
    // As in `crossing`, none can be skipped by its end.
    let within: u32 = ranges
        .iter()
        .take_while(|range| range.start < tokens.end)
        .map(|range| range.end.min(tokens.end).saturating_sub(range.start.max(tokens.start)))
        .sum();
    2 * within > tokens.end - tokens.start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_that_overlap_cut_and_come_to_an_end() {
        let pairs: Vec<Pair> = (10..20).map(|at| (at, at + 100, false)).collect();
        // The second ends before the first does, and before the pairs begin.
        let overlapping = [2..15, 4..9, 18..40];
        let pieces = uncrossed(&pairs, &overlapping, &[]);
        let lengths: Vec<usize> = pieces.iter().map(|piece| piece.len()).collect();
        assert_eq!(lengths, [5, 3, 2]);
    }
}
