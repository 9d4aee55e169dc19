//! What an alignment of words is worth.

use crate::stats::Measure;

/// What is gained and lost in an alignment, in points.
///
/// A word that says something weighs twice a stop word, so that of two alignments with as many same
/// words the one wins that keeps `willing` beside `willing` rather than `and` beside `and`. A word
/// worded otherwise costs less than one left out and one put in; words left out in a row cost less
/// than as many left out here and there (affine gaps, Gotoh 1982), as people cut in stretches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scoring {
    /// Gained by a word that stands on both sides.
    pub same: i32,
    /// Gained by a stop word that does.
    pub same_stop_word: i32,
    /// Lost by two different words beside each other.
    pub different: i32,
    /// Lost by opening a gap, before its words are counted.
    pub gap: i32,
    /// Lost by each word of a gap.
    pub word: i32,
}

/// The scoring in use: +4, +2; −3; −3 for the first word of a gap and −1 for each further one.
pub const SCORING: Scoring = Scoring { same: 4, same_stop_word: 2, different: 3, gap: 2, word: 1 };

impl Scoring {
    /// What two words beside each other are worth.
    #[inline]
    pub(super) fn pair(&self, a: Word, b: Word) -> i32 {
        if a.term != b.term {
            -self.different
        } else if a.stop {
            self.same_stop_word
        } else {
            self.same
        }
    }

    /// What a gap of so many words costs.
    #[inline]
    pub(super) const fn gap_of(&self, words: usize) -> i32 {
        if words == 0 { 0 } else { self.gap + self.word * words as i32 }
    }
}

/// A word of a sequence to be aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it is counted as.
    pub term: u32,
    /// Whether it is a stop word.
    pub stop: bool,
}

/// See [`SCORING`].
pub const ALIGNMENT: Measure = Measure {
    key: "alignment",
    group: "Reuse",
    name: "Word alignment",
    says: "Lays two wordings beside each other so that as much as possible stands beside the same, and names what differs: left out, added, worded otherwise, elided (with … or [...]), joined or divided (where the one ends a sentence and the other doesn’t).",
    caveat: "It knows words, not meaning: a paraphrase shows as words left out and added, and a word moved within the sentence as one left out here and added there.",
    range: "points, more for more that is the same; only the best alignment is shown",
    rule: "local alignment (Smith–Waterman) with affine gaps (Gotoh): +4 for a word on both sides, +2 for a stop word, −3 for two different words beside each other, −3 for the first word of a gap and −1 for each further one; of the wordings of an utterance, each is laid beside the longest; then all of them stand in columns, a column a word of the longest or one that others add, wordings with the same added word at the same place sharing one, and a word has one mark in every wording by its column: it stands in all, in some, or in its place others have other words",
    default: "Words compare as they are counted, case and spelling aside. What lies in the quotation beyond the alignment’s ends counts as left out or added.",
    undefined: "Where two texts have no word in common: they are not laid beside each other.",
    source: "Smith & Waterman 1981, Identification of common molecular subsequences. Journal of Molecular Biology 147(1); Gotoh 1982, An improved algorithm for matching biological sequences. Journal of Molecular Biology 162(3); in linear space: Myers & Miller 1988, Optimal alignments in linear space. CABIOS 4(1).",
    ..Measure::EMPTY
};
