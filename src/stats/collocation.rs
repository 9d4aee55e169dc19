//! Collocation: how much more often a word stands near another than chance would have it.
//!
//! A window of some positions around every occurrence of the node is searched for the collocate. In
//! the table of counts the first row is all window positions, node × span, so the node's frequency
//! counts once for each of them; in Dice and logDice too, as #LancsBox has it (Brezina 2018,
//! *Statistics in corpus linguistics*), where Sketch Engine takes the node's bare frequency.

mod catalogue;

pub use catalogue::{DELTA_P, DICE, EXPECTED, G2, LOG_DICE, MI, MI3, T, Z};

use super::distributions::deviance;
use super::elementary::log2;

/// The counts of a node and a collocate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cooccurrence {
    /// O: how often the collocate stands in a window, more than 0.
    joint: f64,
    /// Window positions: the node's frequency × span.
    positions: f64,
    /// Frequency of the collocate.
    collocate: f64,
    /// N: tokens of the corpus.
    corpus: f64,
}

impl Cooccurrence {
    /// `joint`: how often the collocate stands in a window of the node; `node`, `collocate`: their
    /// frequencies; `corpus`: its tokens; `span`: positions in a window (10 for ±5).
    ///
    /// `None` where a number is 0 or `joint` exceeds the collocate's frequency or all positions.
    #[must_use]
    pub fn new(joint: u32, node: u32, collocate: u32, corpus: u32, span: u32) -> Option<Self> {
        let positions = u64::from(node) * u64::from(span);
        let known = joint > 0 && node > 0 && span > 0 && corpus > 0;
        (known && joint <= collocate && u64::from(joint) <= positions).then(|| Self {
            joint: f64::from(joint),
            positions: positions as f64,
            collocate: f64::from(collocate),
            corpus: f64::from(corpus),
        })
    }

    /// E: how often the collocate would stand in a window by chance, f(node) f(collocate) span / N.
    #[must_use]
    pub fn expected(self) -> f64 {
        self.positions * self.collocate / self.corpus
    }

    /// Mutual information: log2(O / E), any sign; favours rare words. Source: Church & Hanks 1990, *Word association norms*.
    #[must_use]
    pub fn mi(self) -> f64 {
        log2(self.joint / self.expected())
    }

    /// MI3: log2(O³ / E); as MI, with frequent pairs given their due. Source: Daille 1994; Evert 2008, *Corpora and collocations*.
    #[must_use]
    pub fn mi3(self) -> f64 {
        log2(self.joint * self.joint * self.joint / self.expected())
    }

    /// t: (O - E) / √O; favours frequent pairs. Source: Church et al. 1991, *Using statistics in lexical analysis*.
    #[must_use]
    pub fn t(self) -> f64 {
        (self.joint - self.expected()) / self.joint.sqrt()
    }

    /// z: (O - E) / √E. Source: Berry-Rogghe 1973; Evert 2008.
    #[must_use]
    pub fn z(self) -> f64 {
        (self.joint - self.expected()) / self.expected().sqrt()
    }

    /// Dice: 2 O / (f(node) span + f(collocate)), 0 to 1. Source: Dice 1945; Smadja 1993.
    #[must_use]
    pub fn dice(self) -> f64 {
        2.0 * self.joint / (self.positions + self.collocate)
    }

    /// logDice: 14 + log2 of Dice, at most 14; 1 more is twice as typical, whatever the corpus's size. Source: Rychlý 2008, *A lexicographer-friendly association score*.
    #[must_use]
    pub fn log_dice(self) -> f64 {
        14.0 + log2(self.dice())
    }

    /// G² of the table of window positions × collocate: 0 or more. Source: Dunning 1993.
    ///
    /// `None` where the windows would fill the corpus, so that a cell is negative.
    #[must_use]
    pub fn g2(self) -> Option<f64> {
        let (row, column, n) = (self.positions, self.collocate, self.corpus);
        let difference = self.joint - self.expected();
        let cells = [
            (self.joint, self.expected(), difference),
            (row - self.joint, row * (n - column) / n, -difference),
            (column - self.joint, (n - row) * column / n, -difference),
            (n - row - column + self.joint, (n - row) * (n - column) / n, difference),
        ];
        let whole = row <= n && cells.iter().all(|c| c.0 >= 0.0);
        whole.then(|| 2.0 * cells.iter().map(|&(o, e, difference)| deviance(o, e, difference)).sum::<f64>())
    }
}

// ΔP, in both directions: how much more likely the one is where the other is; −1 to 1.
// Source: Gries 2013, *50-something years of work on collocations*; Allan 1980.
impl Cooccurrence {
    /// Given the node: the collocate's share of window positions less its share of all others.
    ///
    /// `None` where there are no other positions, or fewer than the collocate stands at.
    #[must_use]
    pub fn delta_p_of_collocate(self) -> Option<f64> {
        let outside = self.corpus - self.positions;
        let elsewhere = self.collocate - self.joint;
        (outside > 0.0 && elsewhere <= outside).then(|| self.joint / self.positions - elsewhere / outside)
    }

    /// Given the collocate: the share of its places that are in a window less the share of all other tokens' places.
    ///
    /// `None` where no other token is there, or there are more window positions than tokens.
    #[must_use]
    pub fn delta_p_of_node(self) -> Option<f64> {
        let others = self.corpus - self.collocate;
        let elsewhere = self.positions - self.joint;
        (others > 0.0 && elsewhere <= others).then(|| self.joint / self.collocate - elsewhere / others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_pair_no_score() {
        assert_eq!(Cooccurrence::new(0, 5, 5, 100, 10), None);
        assert_eq!(Cooccurrence::new(6, 5, 5, 100, 10), None);
        assert_eq!(Cooccurrence::new(5, 2, 5, 100, 2), None);
        assert_eq!(Cooccurrence::new(1, 1, 1, 0, 1), None);
    }

    #[test]
    fn windows_that_fill_the_corpus_have_no_g2() {
        let pair = Cooccurrence::new(3, 20, 5, 100, 10).unwrap();
        assert_eq!(pair.g2(), None);
        assert_eq!((pair.delta_p_of_collocate(), pair.delta_p_of_node()), (None, None));
        assert!(pair.mi().is_finite());
    }

    #[test]
    fn delta_p_by_hand() {
        // 30 of 100 positions in windows and 10 of 900 others; 30 of the collocate's 40 places and 70 of 960 others.
        let pair = Cooccurrence::new(30, 10, 40, 1000, 10).unwrap();
        assert!((pair.delta_p_of_collocate().unwrap() - (0.3 - 10.0 / 900.0)).abs() < 1e-15);
        assert!((pair.delta_p_of_node().unwrap() - (0.75 - 70.0 / 960.0)).abs() < 1e-15);
        let all = Cooccurrence::new(5, 5, 5, 5, 1).unwrap();
        assert_eq!((all.delta_p_of_collocate(), all.delta_p_of_node()), (None, None));
    }

    #[test]
    fn as_often_as_expected_scores_nothing() {
        let pair = Cooccurrence::new(10, 10, 100, 1000, 10).unwrap();
        assert_eq!((pair.expected(), pair.mi(), pair.t(), pair.z()), (10.0, 0.0, 0.0, 0.0));
        assert_eq!(pair.g2(), Some(0.0));
    }

    proptest! {
        #[test]
        fn more_together_scores_more(joint in 1_u32..50, node in 50_u32..500, collocate in 51_u32..500, span in 1_u32..10) {
            let corpus = 100_000;
            let less = Cooccurrence::new(joint, node, collocate, corpus, span).unwrap();
            let more = Cooccurrence::new(joint + 1, node, collocate, corpus, span).unwrap();
            prop_assert!(less.mi() < more.mi() && less.mi3() < more.mi3() && less.t() < more.t());
            prop_assert!(less.z() < more.z() && less.log_dice() < more.log_dice());
            prop_assert!(more.dice() <= 1.0 && more.log_dice() <= 14.0);
            prop_assert!(less.g2().unwrap() >= 0.0);
            let (one, two) = (less.delta_p_of_collocate().unwrap(), more.delta_p_of_collocate().unwrap());
            prop_assert!(one < two && (-1.0..=1.0).contains(&two));
            let (one, two) = (less.delta_p_of_node().unwrap(), more.delta_p_of_node().unwrap());
            prop_assert!(one < two && (-1.0..=1.0).contains(&two));
        }
    }
}
