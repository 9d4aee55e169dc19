//! Keyness of every word of one article, or of a group of them, against a reference: the table
//! behind keywords and pairs.
//!
//! **What is tested.** A word is tested when the side that uses it more (by rate; the target,
//! where both rates are equal) has it at least `minimum` times and at least `range` articles that
//! are on have it. So words that an article avoids are tested along with those it favours, and
//! neither stop words nor any filter, order or window of a table has a say: they choose what is
//! shown, and no shown number depends on them. The adjustment of p runs over all words tested for
//! the target.
//!
//! **Against general English** counts of a billion words stand on the other side. Of a word that
//! the target uses less, its expected frequency in the target must reach `minimum`. Where only a
//! bound of the word's rate is known ([`super::general_english`]), it is tested if the target uses
//! it more than even that, and every measure is a bound as well: the difference is at least so
//! large. Otherwise, and where nothing is known of it, it isn't tested. BIC is undefined, for it
//! weighs the evidence with the size of the corpora, and the list has none.
//!
//! **A keyword** is a word that the target uses more, with an adjusted p below the level.
//!
//! **A lockword** is a word that both sides use alike, of which the counts are large enough to tell:
//! the whole 95 % interval of its log ratio lies within ±[`LOCK_BAND`], so neither side uses it
//! twice as often as the other. The term is Baker's (2011, *Times may change, but we will always
//! have money*, Journal of English Linguistics 39(1)); that likeness is shown by an interval within
//! a band, not by a missing significance, is the principle of equivalence tests (Schuirmann 1987).
//!
//! **Robust** is a keyword that doesn't hang on one article of the reference: whichever of them is
//! left out, the target still uses it more (or less, for a negative keyword), and its p stays
//! below the bar that the correction set in the full comparison (level × k / m for k significant
//! words of m tested, with Benjamini and Hochberg's). That bar is held fixed, so that the answer
//! is about the word and not about what became of all others.

use std::cell::OnceCell;

use super::comparison::{Against, Comparison, Correction, Sides};
use super::general_english;
use super::keywords::{KeywordColumn, KeywordRow};
use super::selection::Selection;
use super::units::GROUPS;
use crate::corpus::TermId;
use crate::sorting::places;
use crate::stats::association::TwoByTwo;
use crate::stats::permutation::{Shuffled, Shuffles, smallest_p};

/// Neither side uses a lockword more often than the other by a factor of 2 to the power of this.
pub const LOCK_BAND: f64 = 1.0;

/// One word, tested.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tested {
    /// The word.
    pub term: TermId,
    /// Its frequency in the target.
    pub a: u32,
    /// Its frequency in the reference.
    pub b: u32,
    /// Whether `b` is only a bound: so often at most.
    pub at_most: bool,
    /// Signed G²; `None` where target or reference has no word.
    pub g2: Option<f64>,
    /// p of G².
    pub p: Option<f64>,
    /// p, adjusted.
    pub p_adjusted: Option<f64>,
    /// Whether that is below the level.
    pub is_significant: bool,
}

/// A word as it is kept: of thousands of targets there are tens of millions.
#[derive(Clone, Copy, Debug)]
struct Counted {
    term: TermId,
    a: u32,
    b: u32,
    /// The place of its [`Values`].
    values: u32,
}

/// What depends on nothing but two counts, as most words of an article have the same few.
#[derive(Clone, Copy, Debug)]
struct Values {
    at_most: bool,
    g2: Option<f64>,
    p: Option<f64>,
    p_adjusted: Option<f64>,
    is_significant: bool,
}

impl Tested {
    /// Whether the target uses the word more than the reference does.
    #[must_use]
    pub fn is_more(&self) -> bool {
        self.g2.is_some_and(|g2| g2 > 0.0)
    }

    /// Whether the target uses the word less than the reference does.
    #[must_use]
    pub fn is_less(&self) -> bool {
        self.g2.is_some_and(|g2| g2 < 0.0)
    }

    /// Whether it is a keyword: used more, significantly.
    #[must_use]
    pub fn is_keyword(&self) -> bool {
        self.is_more() && self.is_significant
    }
}

/// The p-values of all words tested, ascending, with each correction's.
#[derive(Debug)]
struct Adjusted {
    p: Vec<f64>,
    by: [Vec<f64>; 3],
}

/// Every word tested for one target, in alphabetical order.
#[derive(Debug)]
pub struct Keyness {
    sides: Sides,
    comparison: Comparison,
    c: u32,
    d: u32,
    /// Positions of the reference's articles that have a word.
    parts: Vec<usize>,
    /// A p below it is significant; 0 where none is.
    bar: f64,
    tested: Vec<Counted>,
    values: Vec<Values>,
    /// Words of the target that are frequent enough, but of which the list of general English tells too little.
    unlisted: u32,
    adjusted: OnceCell<Adjusted>,
    shuffles: OnceCell<Option<(Vec<usize>, Shuffles)>>,
}

impl Keyness {
    /// Tests the words of the article at `target` against those of all others that are on.
    #[must_use]
    pub fn of(selection: &Selection, target: usize, minimum: u32) -> Self {
        let sides = Sides::against_rest(selection, target);
        Self::between(selection, sides, Comparison { minimum, ..Comparison::default() })
    }

    /// Tests the words of a target against its reference.
    pub(super) fn between(selection: &Selection, sides: Sides, comparison: Comparison) -> Self {
        let index = selection.index();
        let sum = |positions: &[usize]| {
            let mut counts = vec![0u32; index.types()];
            for &term in positions.iter().flat_map(|&position| index.article_terms(position)) {
                counts[term as usize] += 1;
            }
            counts
        };
        let size = |positions: &[usize]| positions.iter().map(|&position| selection.size(position)).sum();
        let in_target = sum(&sides.target);
        // Of all others the counts are what is left.
        let are_others = sides.target.len() + sides.reference.len() == selection.on().len()
            && sides.reference.iter().all(|at| !sides.target.contains(at));
        let in_reference = (!are_others && !sides.english).then(|| sum(&sides.reference));
        let c = size(&sides.target);
        let d = if sides.english { general_english::TOKENS } else { size(&sides.reference) };
        let parts = sides.reference.iter().copied().filter(|&position| selection.size(position) > 0).collect();
        let english = sides.english.then(|| selection.general_english()).flatten();
        // Values that are known: a later pair of counts takes the place of one before it.
        const KNOWN: usize = 1 << 12;
        let mut known = vec![((0, 0, false), 0); KNOWN];
        let (mut tested, mut values, mut unlisted) = (Vec::new(), Vec::new(), 0);
        for &term in selection.alphabet() {
            let a = in_target[term as usize];
            let (b, at_most) = match (&in_reference, sides.english) {
                (Some(counts), _) => (counts[term as usize], false),
                (None, false) => (index.frequency(term) - a, false),
                (None, true) => match english.and_then(|english| english.rate(index.term(term))) {
                    Some(rate) => (rate.count, rate.at_most),
                    None => {
                        unlisted += u32::from(a >= comparison.minimum);
                        continue;
                    }
                },
            };
            if a + b == 0 || index.term_counts().range(term as usize) < comparison.range {
                continue;
            }
            let (here, there) = (u64::from(a) * u64::from(d), u64::from(b) * u64::from(c));
            if at_most && here <= there {
                unlisted += u32::from(a >= comparison.minimum);
                continue;
            }
            let enough = match here < there {
                // How often the target would have it.
                true if sides.english => there >= u64::from(comparison.minimum) * u64::from(d),
                true => b >= comparison.minimum,
                false => a >= comparison.minimum,
            };
            if enough {
                let (counts, at) = &mut known[(b ^ a << 7) as usize % KNOWN];
                // No word that is tested occurs nowhere.
                if *counts != (a, b, at_most) {
                    *counts = (a, b, at_most);
                    *at = values.len() as u32;
                    let of = TwoByTwo::new(a, b, c, d).map(|table| (table.signed_g2(), table.p()));
                    let (g2, p) = (of.map(|of| of.0), of.map(|of| of.1));
                    values.push(Values { at_most, g2, p, p_adjusted: None, is_significant: false });
                }
                tested.push(Counted { term, a, b, values: *at });
            }
        }
        let mut keyness = Self {
            sides,
            comparison,
            c,
            d,
            parts,
            bar: 0.0,
            tested,
            values,
            unlisted,
            adjusted: OnceCell::new(),
            shuffles: OnceCell::new(),
        };
        keyness.test();
        keyness
    }

    /// Adjusts every p, over all words that have one.
    fn test(&mut self) {
        self.tested.shrink_to_fit();
        self.values.shrink_to_fit();
        let values = &mut self.values;
        let with_p: Vec<(u32, f64)> =
            self.tested.iter().filter_map(|word| Some((word.values, values[word.values as usize].p?))).collect();
        let ps: Vec<f64> = with_p.iter().map(|&(_, p)| p).collect();
        let Comparison { correction, level, .. } = self.comparison;
        let mut significant = 0;
        // Equal p-values have equal adjusted ones.
        for (&(at, _), adjusted) in with_p.iter().zip(correction.adjust(&ps)) {
            let values = &mut values[at as usize];
            values.p_adjusted = Some(adjusted);
            values.is_significant = adjusted < level.value();
            significant += usize::from(values.is_significant);
        }
        self.bar = correction.bar(level.value(), significant, ps.len());
    }

    /// The number by which reports call the target: the article's, the group's; of articles that were put together
    /// for this comparison, that of the first.
    #[must_use]
    pub fn number(&self, selection: &Selection) -> u32 {
        self.sides.unit.unwrap_or_else(|| selection.on()[self.target()])
    }

    /// The numbers that the target is named by: the group's, or those of its articles.
    pub(super) fn numbers(&self, selection: &Selection) -> Vec<u32> {
        match self.sides.unit {
            Some(unit) => vec![unit],
            None => self.sides.target.iter().map(|&at| selection.on()[at]).collect(),
        }
    }

    /// The numbers that the reference is named by: those it was chosen by, or those of its articles.
    pub(super) fn reference_numbers(&self, selection: &Selection) -> Vec<u32> {
        match &self.comparison.against {
            Against::Articles(chosen) if chosen.iter().any(|&number| number >= GROUPS) => chosen.clone(),
            _ => self.sides.reference.iter().map(|&at| selection.on()[at]).collect(),
        }
    }

    /// The target's place in the order of targets.
    #[must_use]
    pub fn order(&self) -> u32 {
        self.sides.unit.unwrap_or_else(|| self.target() as u32)
    }

    /// Position of the article; of a group, of its first.
    #[must_use]
    pub fn target(&self) -> usize {
        self.sides.target.first().copied().unwrap_or_default()
    }

    /// Who is compared with whom.
    pub(super) const fn sides(&self) -> &Sides {
        &self.sides
    }

    /// Words of the target that are frequent enough to be tested, but of whose rate in general
    /// English too little is known.
    #[must_use]
    pub const fn unlisted(&self) -> u32 {
        self.unlisted
    }

    /// The words tested, in alphabetical order.
    pub fn tested(&self) -> impl ExactSizeIterator<Item = Tested> + Clone + '_ {
        (0..self.tested.len()).map(|at| self.word(at as u32))
    }

    /// The word tested at a place of [`tested`](Self::tested).
    #[must_use]
    pub fn word(&self, at: u32) -> Tested {
        let Counted { term, a, b, values } = self.tested[at as usize];
        let Values { at_most, g2, p, p_adjusted, is_significant } = self.values[values as usize];
        Tested { term, a, b, at_most, g2, p, p_adjusted, is_significant }
    }

    /// Size of the target in tokens.
    #[must_use]
    pub const fn target_tokens(&self) -> u32 {
        self.c
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
        if !word.is_significant {
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

    /// Who is compared with whom.
    pub(super) const fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// Below this p a word was significant in the full comparison; 0 where none was.
    #[must_use]
    pub const fn bar(&self) -> f64 {
        self.bar
    }

    /// The word's counts without each article of the reference that has a word, by its position.
    pub(super) fn left_out(&self, selection: &Selection, word: &Tested) -> Vec<(usize, Option<TwoByTwo>)> {
        let counts = selection.index().counts(word.term);
        let without = |&part: &usize| {
            let (b, d) = (word.b.checked_sub(counts[part])?, self.d.checked_sub(selection.size(part))?);
            TwoByTwo::new(word.a, b, self.c, d)
        };
        self.parts.iter().map(|part| (*part, without(part))).collect()
    }

    /// Whether both sides use the word alike, by enough occurrences to tell.
    #[must_use]
    pub fn is_lockword(&self, word: &Tested) -> bool {
        let interval = self.table(word).filter(|_| !word.at_most).and_then(TwoByTwo::log_ratio_interval);
        interval.is_some_and(|(low, high)| -LOCK_BAND < low && high < LOCK_BAND)
    }

    /// How often at least a word that both sides use exactly alike must occur in the target and in the
    /// reference to be a lockword. `None` where a side has no word, or it would take more than the texts have.
    pub(super) fn least_alike(&self) -> Option<(u32, u32)> {
        let (c, d) = (u64::from(self.c), u64::from(self.d));
        let (small, large) = (c.min(d), c.max(d));
        // On the smaller side 8 to 17 occurrences, whatever the other's size; more where all words are this one.
        (1..=small.min(64)).find_map(|few| {
            let many = (few * large + small / 2) / small;
            let (a, b) = if c <= d { (few, many) } else { (many, few) };
            let (a, b) = (u32::try_from(a).ok()?, u32::try_from(b).ok()?);
            let (low, high) = TwoByTwo::new(a, b, self.c, self.d)?.log_ratio_interval()?;
            (-LOCK_BAND < low && high < LOCK_BAND).then_some((a, b))
        })
    }

    /// The shuffles of the articles on both sides, if they can be shuffled, with the articles'
    /// positions: those that have a word, ascending.
    fn shuffles(&self, selection: &Selection) -> Option<&(Vec<usize>, Shuffles)> {
        let shuffles = self.shuffles.get_or_init(|| {
            if !self.can_be_shuffled() {
                return None;
            }
            let mut side = vec![None; selection.on().len()];
            for (articles, is_target) in [(&self.sides.reference, false), (&self.sides.target, true)] {
                for &at in articles.iter().filter(|&&at| selection.size(at) > 0) {
                    side[at] = Some(is_target);
                }
            }
            let (articles, group): (Vec<usize>, Vec<bool>) =
                side.into_iter().enumerate().filter_map(|(at, side)| Some((at, side?))).unzip();
            Some((articles, Shuffles::new(&group)?))
        });
        shuffles.as_ref()
    }

    /// The smallest p that shuffling the articles can give; `None` where they can't be shuffled.
    #[must_use]
    pub fn smallest_permutation_p(&self, selection: &Selection) -> Option<f64> {
        if !self.can_be_shuffled() {
            return None;
        }
        let target = self.sides.target.iter().filter(|&&at| selection.size(at) > 0).count();
        smallest_p(target, self.parts.len())
    }

    fn can_be_shuffled(&self) -> bool {
        let Sides { target, reference, english, .. } = &self.sides;
        !english && !target.iter().any(|at| reference.contains(at))
    }

    fn permutation_p(&self, selection: &Selection, word: &Tested) -> Option<f64> {
        let (articles, shuffles) = self.shuffles(selection)?;
        Some(shuffles.p(&rates(selection, word, articles)))
    }

    /// The articles that are shuffled, by their positions, ascending; the shuffles; and what they
    /// make of the word's rates. `None` where articles can't be shuffled.
    pub(super) fn shuffled(&self, selection: &Selection, word: &Tested) -> Option<(&[usize], &Shuffles, Shuffled)> {
        let (articles, shuffles) = self.shuffles(selection)?;
        Some((articles, shuffles, shuffles.compare(&rates(selection, word, articles))))
    }

    /// The word's p under this correction.
    fn adjusted(&self, word: &Tested, correction: Correction) -> Option<f64> {
        let p = word.p?;
        let adjusted = self.adjusted.get_or_init(|| {
            let all: Vec<f64> = self.tested().filter_map(|word| word.p).collect();
            let order = places(all.len(), &|i, j| all[i as usize].total_cmp(&all[j as usize]));
            let p: Vec<f64> = order.into_iter().map(|at| all[at as usize]).collect();
            let by = [Correction::BenjaminiHochberg, Correction::Holm, Correction::Bonferroni].map(|it| it.adjust(&p));
            Adjusted { p, by }
        });
        // Equal p-values have equal adjusted ones.
        let at = adjusted.p.partition_point(|other| *other < p);
        adjusted.by[correction as usize].get(at).copied()
    }

    /// The row that tables show of a tested word, with these further measures.
    #[must_use]
    pub fn row(&self, selection: &Selection, word: &Tested, further: &[KeywordColumn]) -> KeywordRow {
        let table = self.table(word);
        let interval = table.and_then(TwoByTwo::log_ratio_interval);
        let counts = selection.index().term_counts();
        let has = |at: &&usize| counts.of(word.term as usize).any(|(position, _)| position as usize == **at);
        let article = match (&*self.sides.target, self.sides.unit) {
            (_, Some(group)) => group,
            ([only], None) => selection.on()[*only],
            (group, None) => selection.on()[group.iter().find(has).copied().unwrap_or_else(|| self.target())],
        };
        KeywordRow {
            article,
            term: selection.index().term(word.term).to_owned(),
            frequency: word.a,
            reference_frequency: word.b,
            at_most: word.at_most,
            article_tokens: self.c,
            reference_tokens: self.d,
            range: counts.range(word.term as usize),
            g2: word.g2,
            p: word.p,
            p_adjusted: word.p_adjusted,
            is_significant: word.is_significant,
            bic: self.value(selection, word, KeywordColumn::Bic),
            log_ratio: table.and_then(TwoByTwo::log_ratio),
            log_ratio_low: interval.map(|ends| ends.0),
            log_ratio_high: interval.map(|ends| ends.1),
            tf_idf: self.tf_idf(selection, word),
            robust: self.robust(selection, word),
            further: further.iter().map(|&column| self.value(selection, word, column)).collect(),
            variants: selection.variants(word.term),
        }
    }

    /// TF-IDF in the article; of a group, the largest in one of its articles.
    pub(super) fn tf_idf(&self, selection: &Selection, word: &Tested) -> f64 {
        let weights = self.sides.target.iter().map(|&position| selection.weights().of(position, word.term));
        weights.fold(0.0, f64::max)
    }

    /// The word's value in a column, by which tables are ordered; `None` where it is undefined.
    #[must_use]
    pub fn value(&self, selection: &Selection, word: &Tested, column: KeywordColumn) -> Option<f64> {
        let table = self.table(word);
        match column {
            KeywordColumn::Article => Some(f64::from(self.order())),
            KeywordColumn::Term => Some(f64::from(selection.rank(word.term))),
            KeywordColumn::Frequency => Some(f64::from(word.a)),
            KeywordColumn::ReferenceFrequency => Some(f64::from(word.b)),
            KeywordColumn::Range => Some(f64::from(selection.index().term_counts().range(word.term as usize))),
            KeywordColumn::G2 => word.g2,
            KeywordColumn::G2TwoCells => table.map(|table| table.direction() * table.log_likelihood_two_cells()),
            KeywordColumn::ChiSquared => Some(table?.direction() * table?.chi_squared()?),
            KeywordColumn::ChiSquaredYates => Some(table?.direction() * table?.chi_squared_yates()?),
            KeywordColumn::FisherP => table.map(TwoByTwo::fisher_p),
            KeywordColumn::P => word.p,
            KeywordColumn::PAdjusted => word.p_adjusted,
            KeywordColumn::PBenjaminiHochberg => self.adjusted(word, Correction::BenjaminiHochberg),
            KeywordColumn::PHolm => self.adjusted(word, Correction::Holm),
            KeywordColumn::PBonferroni => self.adjusted(word, Correction::Bonferroni),
            KeywordColumn::PermutationP => self.permutation_p(selection, word),
            KeywordColumn::Bic => table.filter(|_| !self.sides.english).map(TwoByTwo::bic),
            KeywordColumn::LogRatio => table.and_then(TwoByTwo::log_ratio),
            KeywordColumn::ConservativeLogRatio => table.and_then(TwoByTwo::conservative_log_ratio),
            KeywordColumn::PercentDifference => table.and_then(TwoByTwo::percent_difference),
            KeywordColumn::OddsRatio => table.and_then(TwoByTwo::odds_ratio),
            KeywordColumn::SimpleMaths => table?.simple_maths(f64::from(self.comparison.smoothing)),
            KeywordColumn::TfIdf => Some(self.tf_idf(selection, word)),
            KeywordColumn::Robust => self.robust(selection, word).map(|robust| f64::from(u8::from(robust))),
        }
    }

    fn table(&self, word: &Tested) -> Option<TwoByTwo> {
        TwoByTwo::new(word.a, word.b, self.c, self.d)
    }
}

/// The word's rate in each of these articles (positions, ascending) that has it, by its place among them.
fn rates(selection: &Selection, word: &Tested, articles: &[usize]) -> Vec<(usize, f64)> {
    let counts = selection.index().term_counts();
    // Both ascend.
    counts
        .of(word.term as usize)
        .filter_map(|(position, count)| {
            let position = position as usize;
            let at = articles.binary_search(&position).ok()?;
            Some((at, f64::from(count) / f64::from(selection.size(position))))
        })
        .collect()
}
