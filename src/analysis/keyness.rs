//! Keyness of every word of one article against a reference: the table behind keywords and pairs.
//!
//! **What is tested.** A word is tested when the side that uses it more (by rate; the article,
//! where both rates are equal) has it at least `minimum` times. So words that an article avoids
//! are tested along with those it favours, and neither stop words nor any filter, order or window
//! of a table has a say: they choose what is shown, and no shown number depends on them. The
//! Benjamini–Hochberg adjustment runs over all words tested for the article.
//!
//! **A keyword** is a word that the article uses more, with an adjusted p below [`LEVEL`].
//!
//! **Robust** is a keyword that doesn't hang on one article of the reference: whichever of them is
//! left out, the article still uses it more (or less, for a negative keyword), and its p stays
//! below the bar that Benjamini and Hochberg's procedure set in the full comparison, [`LEVEL`] × k / m
//! for k significant words of m tested. That bar is held fixed, so that the answer is about the
//! word and not about what became of all others.

use super::keywords::{KeywordColumn, KeywordRow};
use super::selection::Selection;
use crate::corpus::TermId;
use crate::stats::association::TwoByTwo;
use crate::stats::multiplicity::benjamini_hochberg;

/// Below this adjusted p a difference counts as significant.
pub const LEVEL: f64 = 0.05;

/// What an article is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// All other articles that are on, taken together.
    Others,
    /// The article at this position.
    One(usize),
}

/// One word, tested.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested {
    /// The word.
    pub term: TermId,
    /// Its frequency in the article.
    pub a: u32,
    /// Its frequency in the reference.
    pub b: u32,
    /// Signed G²; `None` where article or reference has no word.
    pub g2: Option<f64>,
    /// p of G².
    pub p: Option<f64>,
    /// p after Benjamini and Hochberg.
    pub p_adjusted: Option<f64>,
}

impl Tested {
    /// Whether the article uses the word more than the reference does.
    #[must_use]
    pub fn is_more(&self) -> bool {
        self.g2.is_some_and(|g2| g2 > 0.0)
    }

    /// Whether the article uses the word less than the reference does.
    #[must_use]
    pub fn is_less(&self) -> bool {
        self.g2.is_some_and(|g2| g2 < 0.0)
    }

    /// Whether the difference is significant, in whichever direction.
    #[must_use]
    pub fn is_significant(&self) -> bool {
        self.p_adjusted.is_some_and(|p| p < LEVEL)
    }

    /// Whether it is a keyword: used more, significantly.
    #[must_use]
    pub fn is_keyword(&self) -> bool {
        self.is_more() && self.is_significant()
    }
}

/// Every word tested for one article, in alphabetical order.
#[derive(Debug)]
pub struct Keyness {
    target: usize,
    c: u32,
    d: u32,
    /// Positions of the reference's articles that have a word.
    parts: Vec<usize>,
    /// A p below it is significant; 0 where none is.
    bar: f64,
    tested: Vec<Tested>,
}

impl Keyness {
    /// Tests the words of the article at `target`.
    #[must_use]
    pub fn of(selection: &Selection, target: usize, reference: Reference, minimum: u32) -> Self {
        let index = selection.index();
        let counts = |position: usize| {
            let mut counts = vec![0u32; index.types()];
            for &term in index.article_terms(position) {
                counts[term as usize] += 1;
            }
            counts
        };
        let in_target = counts(target);
        let in_one = match reference {
            Reference::Others => None,
            Reference::One(position) => Some(counts(position)),
        };
        let c = selection.size(target);
        let (d, mut parts) = match reference {
            Reference::Others => (selection.tokens() - c, (0..index.articles()).filter(|&at| at != target).collect()),
            Reference::One(position) => (selection.size(position), vec![position]),
        };
        parts.retain(|&position| selection.size(position) > 0);
        let mut tested = Vec::new();
        for &term in selection.alphabet() {
            let a = in_target[term as usize];
            let b = in_one.as_ref().map_or_else(|| index.frequency(term) - a, |counts| counts[term as usize]);
            if a + b == 0 {
                continue;
            }
            let less = u64::from(a) * u64::from(d) < u64::from(b) * u64::from(c);
            if (if less { b } else { a }) >= minimum {
                tested.push(Tested { term, a, b, g2: None, p: None, p_adjusted: None });
            }
        }
        let mut keyness = Self { target, c, d, parts, bar: 0.0, tested };
        keyness.test();
        keyness
    }

    fn test(&mut self) {
        // G² and p depend on nothing but two counts, and most words of an article have the same few.
        // A later pair takes the place of one before it.
        const KNOWN: usize = 1 << 10;
        let mut known = vec![((0, 0), None); KNOWN];
        let mut ps = Vec::with_capacity(self.tested.len());
        for word in &mut self.tested {
            let counts = (word.a, word.b);
            let (known_counts, values) = &mut known[(word.a ^ word.b << 5) as usize % KNOWN];
            // No word that is tested occurs nowhere.
            if *known_counts != counts {
                *known_counts = counts;
                *values = TwoByTwo::new(word.a, word.b, self.c, self.d).map(|table| (table.signed_g2(), table.p()));
            }
            word.g2 = values.map(|values| values.0);
            word.p = values.map(|values| values.1);
            ps.extend(word.p);
        }
        let mut adjusted = benjamini_hochberg(&ps).into_iter();
        for word in self.tested.iter_mut().filter(|word| word.p.is_some()) {
            word.p_adjusted = adjusted.next();
        }
        let significant = self.tested.iter().filter(|word| word.is_significant()).count();
        if significant > 0 {
            self.bar = LEVEL * significant as f64 / ps.len() as f64;
        }
    }

    /// Position of the article.
    #[must_use]
    pub const fn target(&self) -> usize {
        self.target
    }

    /// The words tested, in alphabetical order.
    #[must_use]
    pub fn tested(&self) -> &[Tested] {
        &self.tested
    }

    /// Size of the reference in tokens.
    #[must_use]
    pub const fn reference_tokens(&self) -> u32 {
        self.d
    }

    /// Whether the word is a keyword, positive or negative, that doesn't hang on one article of
    /// the reference. `None` where fewer than two articles of the reference have a word.
    #[must_use]
    pub fn robust(&self, selection: &Selection, word: &Tested) -> Option<bool> {
        if self.parts.len() < 2 {
            return None;
        }
        if !word.is_significant() {
            return Some(false);
        }
        let counts = selection.index().counts(word.term);
        let direction = if word.is_more() { 1.0 } else { -1.0 };
        // Among the parts without the word, leaving out the largest weighs most: it raises the
        // word's rate in the reference most, and takes the most evidence away.
        let largest_without =
            self.parts.iter().copied().filter(|&part| counts[part] == 0).max_by_key(|&part| selection.size(part));
        let with = self.parts.iter().copied().filter(|&part| counts[part] > 0);
        Some(with.chain(largest_without).all(|part| {
            TwoByTwo::new(word.a, word.b - counts[part], self.c, self.d - selection.size(part))
                .is_some_and(|table| table.direction() == direction && table.p() < self.bar)
        }))
    }

    /// The row that tables show of a tested word.
    #[must_use]
    pub fn row(&self, selection: &Selection, word: &Tested) -> KeywordRow {
        let table = self.table(word);
        let interval = table.and_then(TwoByTwo::log_ratio_interval);
        KeywordRow {
            article: selection.on()[self.target],
            term: selection.index().term(word.term).to_owned(),
            frequency: word.a,
            reference_frequency: word.b,
            article_tokens: self.c,
            reference_tokens: self.d,
            g2: word.g2,
            p: word.p,
            p_adjusted: word.p_adjusted,
            bic: table.map(TwoByTwo::bic),
            log_ratio: table.and_then(TwoByTwo::log_ratio),
            log_ratio_low: interval.map(|ends| ends.0),
            log_ratio_high: interval.map(|ends| ends.1),
            tf_idf: selection.weights().of(self.target, word.term),
            robust: self.robust(selection, word),
            variants: selection.variants(word.term),
        }
    }

    /// The number by which a word is ordered in a column.
    #[must_use]
    pub fn key(&self, selection: &Selection, word: &Tested, column: KeywordColumn) -> Option<f64> {
        match column {
            KeywordColumn::Article => Some(self.target as f64),
            KeywordColumn::Term => Some(f64::from(selection.rank(word.term))),
            KeywordColumn::Frequency => Some(f64::from(word.a)),
            KeywordColumn::ReferenceFrequency => Some(f64::from(word.b)),
            KeywordColumn::G2 => word.g2,
            KeywordColumn::P => word.p,
            KeywordColumn::PAdjusted => word.p_adjusted,
            KeywordColumn::Bic => self.table(word).map(TwoByTwo::bic),
            KeywordColumn::LogRatio => self.table(word).and_then(TwoByTwo::log_ratio),
            KeywordColumn::TfIdf => Some(selection.weights().of(self.target, word.term)),
            KeywordColumn::Robust => self.robust(selection, word).map(|robust| f64::from(u8::from(robust))),
        }
    }

    fn table(&self, word: &Tested) -> Option<TwoByTwo> {
        TwoByTwo::new(word.a, word.b, self.c, self.d)
    }
}
