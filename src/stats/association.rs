//! Association: how much more often a word is used in one text (or group) than in another.
//!
//! Everything starts from four numbers: a, b, the word's frequency in target and reference, and
//! c, d, their sizes in tokens. The observed cells are O = [[a, b], [c-a, d-b]], N = c + d, and the
//! expected ones are E = row total × column total / N. Sizes count every word token, stop words too.

mod catalogue;

pub use catalogue::{
    CHI_SQUARED, CHI_SQUARED_YATES, CONSERVATIVE_LOG_RATIO, FISHER_P, G2_TWO_CELLS, ODDS_RATIO, PERCENT_DIFFERENCE,
    SIMPLE_MATHS,
};

use super::distributions::{chi_squared_survival, clopper_pearson_log_odds, deviance, fisher_exact};
use super::elementary::{ln, log2};
use super::measure::Measure;

/// The 97.5th percentile of the normal distribution: half of a 95 % interval, in standard errors.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// A word's counts in a target and a reference: a two-by-two table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TwoByTwo {
    a: u32,
    b: u32,
    c: u32,
    d: u32,
}

impl TwoByTwo {
    /// `a`, `b`: the word's frequency in target and reference; `c`, `d`: their sizes in tokens.
    ///
    /// `None` where a size is 0 (there is nothing to compare) or a frequency exceeds its size.
    #[must_use]
    pub fn new(a: u32, b: u32, c: u32, d: u32) -> Option<Self> {
        (c > 0 && d > 0 && a <= c && b <= d).then_some(Self { a, b, c, d })
    }

    /// Whether the word is used more in the target (1), less (-1) or just as much (0): the sign of a/c - b/d.
    #[must_use]
    pub fn direction(self) -> f64 {
        let (left, right) = (u64::from(self.a) * u64::from(self.d), u64::from(self.b) * u64::from(self.c));
        match left.cmp(&right) {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Less => -1.0,
            std::cmp::Ordering::Equal => 0.0,
        }
    }

    /// G², the log-likelihood ratio over four cells: 0 or more, more the less likely equal use is.
    ///
    /// 2 Σ O ln(O/E), with 0 · ln 0 = 0. Computed as 2 Σ (O ln(O/E) + E - O), which is the same sum
    /// without its cancellation. Source: Dunning 1993, *Accurate methods for the statistics of
    /// surprise and coincidence*.
    #[must_use]
    pub fn g2(self) -> f64 {
        let difference = self.difference();
        2.0 * self.cells().iter().map(|&(o, e, sign)| deviance(o, e, sign * difference)).sum::<f64>()
    }

    /// G² with the sign of a/c - b/d: negative where the target uses the word less.
    #[must_use]
    pub fn signed_g2(self) -> f64 {
        self.direction() * self.g2()
    }

    /// The log-likelihood of the word's own two cells, as the UCREL wizard computes it: 0 or more.
    ///
    /// 2 (a ln(a/E₁) + b ln(b/E₂)), E₁ = c (a+b) / N, E₂ = d (a+b) / N; always somewhat below G².
    /// Source: Rayson & Garside 2000, *Comparing corpora using frequency profiling*.
    #[must_use]
    pub fn log_likelihood_two_cells(self) -> f64 {
        let difference = self.difference();
        2.0 * self.cells()[..2].iter().map(|&(o, e, sign)| deviance(o, e, sign * difference)).sum::<f64>()
    }

    /// p of G²: how likely a G² at least this large is if both use the word alike; χ² with 1 degree of freedom.
    #[must_use]
    pub fn p(self) -> f64 {
        chi_squared_survival(self.g2())
    }

    /// BIC: G² - ln N. Above 0 the evidence outweighs the size of the corpus; above 10 it is very strong.
    ///
    /// Source: Wilson 2013, *Embracing Bayes factors for key item analysis in corpus linguistics*.
    #[must_use]
    pub fn bic(self) -> f64 {
        self.g2() - ln(self.total())
    }

    /// Pearson's χ²: Σ (O - E)² / E, 0 or more. `None` where an expected cell is 0 (a + b = 0 or N).
    #[must_use]
    pub fn chi_squared(self) -> Option<f64> {
        self.chi_squared_with(self.difference().abs())
    }

    /// Pearson's χ² with Yates's correction: every |O - E| less 0.5, but not below 0. `None` as for χ².
    #[must_use]
    pub fn chi_squared_yates(self) -> Option<f64> {
        self.chi_squared_with((self.difference().abs() - 0.5).max(0.0))
    }

    /// Two-sided p of Fisher's exact test, 1 to 0.
    #[must_use]
    pub fn fisher_p(self) -> f64 {
        // A table that could be built has no negative cell.
        fisher_exact(self.a, self.b, self.c, self.d).unwrap_or(1.0)
    }

    /// Log ratio: how many times the target doubles the reference's rate; a zero frequency counts as 0.5.
    ///
    /// log2((a/c) / (b/d)): 1 is twice as often, -1 half as often. `None` where the word occurs in
    /// neither, and where the half would be no lower a rate than that of the side that has the word:
    /// the sign of a log ratio is [`TwoByTwo::direction`], or there is none.
    /// Source: Hardie 2014, *Log Ratio: an informal introduction*.
    #[must_use]
    pub fn log_ratio(self) -> Option<f64> {
        self.log_ratio_with_halves().filter(|_| self.half_keeps_direction())
    }

    /// The log ratio as published: with the half for a zero whatever it makes of the direction, as other tools show it.
    /// `None` where the word occurs in neither.
    #[must_use]
    pub fn log_ratio_with_halves(self) -> Option<f64> {
        let (a, b) = self.half_for_zero()?;
        Some(log2((a / f64::from(self.c)) / (b / f64::from(self.d))))
    }

    /// The 95 % interval of the log ratio: lower and upper end.
    ///
    /// log ratio ± z √(1/a + 1/b - 1/c - 1/d) / ln 2, zeros as in [`TwoByTwo::log_ratio`]. `None`
    /// where that is. Source: Katz et al. 1978, *Obtaining confidence intervals
    /// for the risk ratio in cohort studies*.
    #[must_use]
    pub fn log_ratio_interval(self) -> Option<(f64, f64)> {
        self.log_ratio_interval_with_halves().filter(|_| self.half_keeps_direction())
    }

    /// The interval around [`TwoByTwo::log_ratio_with_halves`]; `None` where that is.
    #[must_use]
    pub fn log_ratio_interval_with_halves(self) -> Option<(f64, f64)> {
        let (a, b) = self.half_for_zero()?;
        let ratio = self.log_ratio_with_halves()?;
        let variance = 1.0 / a - 1.0 / f64::from(self.c) + 1.0 / b - 1.0 / f64::from(self.d);
        let half = Z_95 * (variance.max(0.0).sqrt() / std::f64::consts::LN_2);
        Some((ratio - half, ratio + half))
    }

    /// An exact 95 % interval of the log ratio: lower and upper end; without bound (±∞) where a frequency is 0.
    ///
    /// The Clopper–Pearson limits of a out of a + b, mapped to a ratio of rates. `None` where the
    /// word occurs in neither. Source: as [`TwoByTwo::conservative_log_ratio`].
    #[must_use]
    pub fn exact_log_ratio_interval(self) -> Option<(f64, f64)> {
        let n = u64::from(self.a) + u64::from(self.b);
        let (low, high) = clopper_pearson_log_odds(u64::from(self.a), n, 0.05)?;
        let shift = log2(f64::from(self.d) / f64::from(self.c));
        Some((shift + low / std::f64::consts::LN_2, shift + high / std::f64::consts::LN_2))
    }

    /// Conservative log ratio: the end nearer to 0 of an exact 95 % interval of the log ratio, or 0 where the interval holds 0.
    ///
    /// The Clopper–Pearson limits of a out of a + b, mapped to a ratio of rates. `None` where the
    /// word occurs in neither. Source: Evert 2023, *Measuring keyness*.
    #[must_use]
    pub fn conservative_log_ratio(self) -> Option<f64> {
        let (low, high) = self.exact_log_ratio_interval()?;
        Some(if low > 0.0 {
            low
        } else if high < 0.0 {
            high
        } else {
            0.0
        })
    }

    /// %DIFF: by how many per cent the target's rate exceeds the reference's; -100 or more.
    ///
    /// 100 (a/c - b/d) / (b/d). `None` where b = 0: it has no bound. Source: Gabrielatos & Marchi
    /// 2012, *Keyness: appropriate metrics and practical issues*.
    #[must_use]
    pub fn percent_difference(self) -> Option<f64> {
        let (here, there) = self.rates();
        (self.b > 0).then(|| 100.0 * (here - there) / there)
    }

    /// The odds ratio a (d-b) / (b (c-a)): 0 or more, 1 where both use the word alike. `None` where b or c - a is 0: it has no bound.
    #[must_use]
    pub fn odds_ratio(self) -> Option<f64> {
        let below = f64::from(self.b) * f64::from(self.c - self.a);
        (below > 0.0).then(|| f64::from(self.a) * f64::from(self.d - self.b) / below)
    }

    /// Simple maths: the ratio of the two rates per million, with `k` added to each; more than 0.
    ///
    /// (a per million + k) / (b per million + k), default k = 1; a larger k favours frequent words.
    /// `None` unless k > 0. Source: Kilgarriff 2009, *Simple maths for keywords*.
    #[must_use]
    pub fn simple_maths(self, k: f64) -> Option<f64> {
        let (here, there) = self.rates();
        (k > 0.0 && k.is_finite()).then(|| (here * 1e6 + k) / (there * 1e6 + k))
    }

    /// a/c and b/d.
    fn rates(self) -> (f64, f64) {
        (f64::from(self.a) / f64::from(self.c), f64::from(self.b) / f64::from(self.d))
    }

    /// N.
    fn total(self) -> f64 {
        f64::from(self.c) + f64::from(self.d)
    }

    /// a and b, a zero as 0.5; `None` where both are 0.
    fn half_for_zero(self) -> Option<(f64, f64)> {
        let half = |n: u32| if n == 0 { 0.5 } else { f64::from(n) };
        (self.a > 0 || self.b > 0).then(|| (half(self.a), half(self.b)))
    }

    /// Whether the half that stands for a 0 is a lower rate than the other side's. It isn't on a side so short that
    /// the other's rate gives it half an occurrence or less: there it would turn the direction.
    fn half_keeps_direction(self) -> bool {
        let (a, b, c, d) = (u64::from(self.a), u64::from(self.b), u64::from(self.c), u64::from(self.d));
        // d < 2bc, without passing 2⁶⁴.
        (a > 0 || d / 2 < b * c) && (b > 0 || c / 2 < a * d)
    }

    /// O - E of the first cell, (ad - bc) / N; the other cells have the same up to its sign.
    fn difference(self) -> f64 {
        let numerator = i128::from(self.a) * i128::from(self.d) - i128::from(self.b) * i128::from(self.c);
        numerator as f64 / self.total()
    }

    /// Observed, expected and the sign of their difference, for the four cells.
    fn cells(self) -> [(f64, f64, f64); 4] {
        let (a, b, c, d) = (f64::from(self.a), f64::from(self.b), f64::from(self.c), f64::from(self.d));
        let n = self.total();
        let (word, others) = (a + b, n - a - b);
        [(a, word * c / n, 1.0), (b, word * d / n, -1.0), (c - a, others * c / n, -1.0), (d - b, others * d / n, 1.0)]
    }

    fn chi_squared_with(self, difference: f64) -> Option<f64> {
        let cells = self.cells();
        cells.iter().all(|c| c.1 > 0.0).then(|| cells.iter().map(|c| difference * difference / c.1).sum())
    }
}

/// G² of a word's counts over any number of parts: 0 or more, more the more unevenly it is used for its frequency.
///
/// The two-row form of [`TwoByTwo::g2`]: the word against all other words, part by part. `counts`
/// and `sizes` are the word's frequency and the number of tokens in each part. `None` where the
/// slices differ in length, a count exceeds its size or there is no token at all.
#[must_use]
pub fn g2_over_parts(counts: &[u32], sizes: &[u32]) -> Option<f64> {
    if counts.len() != sizes.len() || counts.iter().zip(sizes).any(|(v, s)| v > s) {
        return None;
    }
    let total: f64 = sizes.iter().map(|&s| f64::from(s)).sum();
    if total == 0.0 {
        return None;
    }
    let word: f64 = counts.iter().map(|&v| f64::from(v)).sum();
    let others = total - word;
    let sum: f64 = counts
        .iter()
        .zip(sizes)
        .map(|(&v, &s)| {
            let (v, s) = (f64::from(v), f64::from(s));
            let expected = word * s / total;
            deviance(v, expected, v - expected) + deviance(s - v, others * s / total, expected - v)
        })
        .sum();
    Some(2.0 * sum)
}

/// See [`TwoByTwo::g2`].
pub const G2: Measure = Measure {
    key: "g2",
    group: "Keyness",
    name: "G² (log-likelihood)",
    says: "How strongly the counts speak against the word being used equally often in the article and in its reference. 0 is no evidence; the sign says where it is used more (+ the article, − the reference).",
    caveat: "It measures evidence, not the size of the difference: that is the log ratio. With more text every difference grows significant. It takes each token as independent of the others.",
    range: "any number; its size is 0 or more",
    formula: "N = c + d; E = R * C / N; G² = sign(a / c - b / d) * 2 * sum(cells, O * ln(O / E))",
    symbols: &[
        ("a", "how often the article has the word"),
        ("b", "how often the reference has it"),
        ("c", "the article’s size in tokens"),
        ("d", "the reference’s size in tokens"),
        ("O", "the four cells, observed: a, b, c − a, d − b"),
        ("R", "the total of the cell’s row"),
        ("C", "the total of its column"),
    ],
    rule: "0 · ln 0 = 0",
    default: "The reference is all other articles that are on, taken together; in a pair, the other article. All four cells count; the two-cell form of Rayson & Garside, which the UCREL wizard gives, is always a little smaller. A word is tested when the side that uses it more has it at least as often as the setting ‘at least … times’ asks (2 for Keywords, 1 for a pair).",
    undefined: "Without a second article that has words there is nothing to compare: the cell is empty.",
    source: "Dunning 1993, Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19(1).",
};

/// See [`TwoByTwo::p`].
pub const P: Measure = Measure {
    key: "p",
    group: "Keyness",
    name: "p",
    says: "How often chance alone would give a G² at least this large if both used the word equally often. Small is strong evidence.",
    caveat: "It treats every token as independent of every other, which the words of one text are not: read it as a ranking rather than as a probability.",
    range: "0 to 1",
    formula: "p = erfc(sqrt(|G²| / 2))",
    symbols: &[("G²", "the word’s G²")],
    rule: "the χ² distribution with 1 degree of freedom, from G² on; erfc is the complementary error function",
    default: "Not adjusted for the number of words tested; see p, adjusted.",
    undefined: "Where G² is.",
    source: "Wilks 1938, The large-sample distribution of the likelihood ratio. Annals of Mathematical Statistics 9(1).",
};

/// See [`TwoByTwo::bic`].
pub const BIC: Measure = Measure {
    key: "bic",
    group: "Keyness",
    name: "BIC",
    says: "Evidence after a deduction for the size of the corpus, in which even trifles become significant. Below 0 the counts favour equal use; 2 to 6 is positive evidence of a difference, 6 to 10 strong, above 10 very strong.",
    caveat: "The deduction supposes that every token is an observation of its own.",
    range: "any number",
    formula: "N = c + d; BIC = |G²| - ln(N)",
    symbols: &[("G²", "the word’s G²"), ("c", "the article’s size in tokens"), ("d", "the reference’s size in tokens")],
    default: "Shown beside G²; it filters nothing.",
    undefined: "Where G² is.",
    source: "Wilson 2013, Embracing Bayes factors for key item analysis in corpus linguistics. In: New Approaches to the Study of Linguistic Variability.",
    ..Measure::EMPTY
};

/// See [`TwoByTwo::log_ratio`].
pub const LOG_RATIO: Measure = Measure {
    key: "log-ratio",
    group: "Keyness",
    name: "Log ratio",
    says: "How large the difference is, in doublings: 0 equally often, 1 twice as often in the article, 2 four times, −1 half as often.",
    caveat: "It says nothing of evidence: a word that occurs once here and nowhere else can have a large one. Look at its interval, or at G². Where one side lacks the word, its size hangs on the half that stands for the 0: read it as the order of magnitude.",
    range: "any number, in doublings",
    formula: "a′ = if0(a, 0.5, a); b′ = if0(b, 0.5, b); LR = log2((a′ / c) / (b′ / d))",
    symbols: &[
        ("a", "how often the article has the word"),
        ("b", "how often the reference has it"),
        ("c", "the article’s size in tokens"),
        ("d", "the reference’s size in tokens"),
    ],
    rule: "a frequency of 0 counts as 0.5, as nothing can be divided by 0",
    default: "The measure of effect size, beside G² for evidence. Its sign is the direction, as that of G².",
    undefined: "Where G² is; where the word occurs in neither; and where the side that lacks it is so short that it would have it at most half a time at the other’s rate: the half that stands for the 0 would turn the direction.",
    source: "Hardie 2014, Log Ratio: an informal introduction. CASS, Lancaster University.",
};

/// See [`TwoByTwo::log_ratio_interval`].
pub const LOG_RATIO_INTERVAL: Measure = Measure {
    key: "log-ratio-interval",
    group: "Keyness",
    name: "95 % interval of the log ratio",
    says: "The log ratios that the counts are compatible with. A long interval means few occurrences; one that holds 0 means that the difference may be nothing at all.",
    caveat: "It rests on the normal distribution, which fits small counts badly; and on independent tokens. It is another approximation than p of G², so for small counts it can hold 0 where p is small, and leave 0 out where p isn’t: such a word is a borderline case. The exact limits behind the conservative log ratio hold for any counts.",
    range: "two numbers, in doublings",
    formula: "a′ = if0(a, 0.5, a); b′ = if0(b, 0.5, b); LR = log2((a′ / c) / (b′ / d)); s = z * sqrt(1 / a′ - 1 / c + 1 / b′ - 1 / d) / ln(2); {lower end} = LR - s; {upper end} = LR + s",
    symbols: &[
        ("a", "how often the article has the word"),
        ("b", "how often the reference has it"),
        ("c", "the article’s size in tokens"),
        ("d", "the reference’s size in tokens"),
        ("z", "half of a 95 % interval, in standard errors"),
    ],
    rule: "a frequency of 0 counts as 0.5",
    default: "95 %, each word by itself: not adjusted for the number of words tested.",
    undefined: "Where the log ratio is.",
    source: "Katz, Baptista, Azen & Pike 1978, Obtaining confidence intervals for the risk ratio in cohort studies. Biometrics 34(3).",
};

/// See [`g2_over_parts`].
pub const CONTRAST: Measure = Measure {
    key: "contrast",
    group: "Keyness",
    name: "Contrast",
    says: "How unevenly the articles use a word, for its frequency: the order of the matrix of words and articles. 0 where all use it at one rate.",
    caveat: "As G², it grows with the word’s frequency.",
    range: "0 or more",
    formula: "E = f * s / N; w = s - v; F = (N - f) * s / N; G² = 2 * sum(articles, v * ln(v / E) + w * ln(w / F))",
    symbols: &[
        ("v", "how often each article has the word"),
        ("s", "its size in tokens"),
        ("f", "how often all of them have it"),
        ("N", "tokens of all of them"),
    ],
    rule: "G² over all articles at once: for each its tokens of the word and all its others; 0 · ln 0 = 0",
    default: "Largest first.",
    undefined: "With no word token at all.",
    source: "Dunning 1993 (see G²), for any number of columns.",
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(a: u32, b: u32, c: u32, d: u32) -> TwoByTwo {
        TwoByTwo::new(a, b, c, d).expect("a table")
    }

    /// Computed with 60 decimal digits. A plain sum of four terms is off by up to 10⁻⁸ of these.
    #[test]
    fn g2_keeps_its_digits() {
        for (counts, expected) in [
            ((5, 0, 566_843, 1_184), 2.086_592_554_337_865e-2),
            ((4, 0, 728_529, 745), 8.176_710_944_191_286e-3),
            ((663, 10_319, 135_577, 2_087_199), 7.501_314_156_614_82e-2),
            ((2, 3, 6_035, 8_906), 3.198_959_420_275_611e-4),
            ((1, 4, 136, 540), 4.396_179_246_908_352e-5),
            ((487, 4, 2_968_613, 18_870), 2.400_659_756_173_214_6e-1),
            ((30, 10, 5_000, 20_000), 56.163_661_959_604_66),
            ((0, 7, 350, 2_500), 1.836_806_916_782_648_8),
        ] {
            let g2 = table(counts.0, counts.1, counts.2, counts.3).g2();
            assert!((g2 / expected - 1.0).abs() < 1e-13, "{counts:?}: {g2}, not {expected}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert_eq!(TwoByTwo::new(0, 0, 0, 5), None);
        assert_eq!(TwoByTwo::new(0, 0, 5, 0), None);
        assert_eq!(TwoByTwo::new(6, 0, 5, 5), None);
        assert_eq!(TwoByTwo::new(0, 6, 5, 5), None);
    }

    #[test]
    fn a_word_of_neither_tells_nothing() {
        let none = table(0, 0, 100, 300);
        assert_eq!((none.g2(), none.p(), none.direction(), none.fisher_p()), (0.0, 1.0, 0.0, 1.0));
        assert_eq!((none.log_ratio(), none.log_ratio_interval(), none.conservative_log_ratio()), (None, None, None));
        assert_eq!((none.chi_squared(), none.chi_squared_yates()), (None, None));
        assert_eq!((none.percent_difference(), none.odds_ratio()), (None, None));
    }

    #[test]
    fn a_text_of_one_word_only_is_no_trap() {
        let all = table(5, 7, 5, 7);
        assert_eq!((all.g2(), all.chi_squared(), all.odds_ratio()), (0.0, None, None));
        assert_eq!(all.log_ratio(), Some(0.0));
        let (low, high) = all.log_ratio_interval().unwrap();
        assert!(low <= 0.0 && high >= 0.0);
        let one = table(1, 0, 1, 1);
        assert!(one.g2().is_finite() && one.fisher_p() == 1.0);
    }

    #[test]
    fn what_has_no_bound_is_undefined() {
        let new = table(5, 0, 100, 300);
        assert_eq!((new.percent_difference(), new.odds_ratio()), (None, None));
        assert!(new.log_ratio().unwrap().is_finite());
        assert_eq!(new.simple_maths(0.0), None);
        assert_eq!(new.simple_maths(f64::NAN), None);
    }

    #[test]
    fn parts_are_cells_of_one_table() {
        let (two, parts) = (table(30, 10, 5_000, 20_000), g2_over_parts(&[30, 10], &[5_000, 20_000]).unwrap());
        assert!((two.g2() / parts - 1.0).abs() < 1e-12);
        assert_eq!(g2_over_parts(&[1, 2, 3], &[10, 20, 30]), Some(0.0));
        assert_eq!(g2_over_parts(&[0, 0], &[10, 20]), Some(0.0));
        assert_eq!(g2_over_parts(&[0, 2], &[0, 20]), Some(0.0));
        assert_eq!(g2_over_parts(&[1], &[10, 20]), None);
        assert_eq!(g2_over_parts(&[11, 0], &[10, 20]), None);
        assert_eq!(g2_over_parts(&[0], &[0]), None);
        assert_eq!(g2_over_parts(&[], &[]), None);
    }

    /// Two-by-two tables of all sizes, frequencies up to the whole size.
    fn tables() -> impl Strategy<Value = TwoByTwo> {
        let size = (0.0_f64..22.0).prop_map(|exponent| exponent.exp() as u32);
        (size.clone(), size, 0.0_f64..1.0, 0.0_f64..1.0).prop_map(|(c, d, x, y)| {
            let part = |size: u32, share: f64| (f64::from(size) * share * share * share) as u32;
            table(part(c, x), part(d, y), c, d)
        })
    }

    /// A word that one side lacks, where that is too short to have it more than half a time at the other's rate.
    #[test]
    fn the_half_for_a_zero_never_turns_the_direction() {
        // 32 stands twice in 2,447 words and nowhere in 329: 0.27 times would be expected there, and (0.5/329) / (2/2447) is 1.86.
        for (a, b, c, d) in [(0, 2, 329, 2_447), (2, 0, 2_447, 329), (0, 1, 1, 14), (1, 0, 12, 3)] {
            let few = table(a, b, c, d);
            assert_eq!((few.log_ratio(), few.log_ratio_interval()), (None, None), "{a} {b} {c} {d}");
            assert_eq!(few.conservative_log_ratio(), Some(0.0));
        }
        // At exactly half a time neither direction is left.
        assert_eq!(table(0, 2, 100, 400).log_ratio(), None);
        assert!(table(0, 2, 101, 400).log_ratio().unwrap() < 0.0);
        assert!(table(2, 0, 400, 101).log_ratio().unwrap() > 0.0);
    }

    proptest! {
        #[test]
        fn the_sign_of_a_log_ratio_is_the_direction(t in tables(), a in 0_u32..4, b in 0_u32..4) {
            for t in [t, TwoByTwo::new(a, b, t.c.max(4), t.d.max(4)).unwrap()] {
                // Two rates that agree to 15 digits have a log ratio of 0.
                prop_assert!(t.log_ratio().is_none_or(|ratio| ratio.abs() < 1e-14 || ratio.signum() == t.direction()), "{t:?}");
            }
        }

        /// A group against one with the same counts differs in nothing.
        #[test]
        fn against_itself_nothing_is_key(c in 1_u32.., share in 0.0_f64..1.0) {
            let a = (f64::from(c) * share) as u32;
            let same = table(a, a, c, c);
            prop_assert_eq!((same.g2(), same.p(), same.direction()), (0.0, 1.0, 0.0));
            prop_assert_eq!(same.log_ratio().unwrap_or(0.0), 0.0);
            prop_assert_eq!(same.conservative_log_ratio().unwrap_or(0.0), 0.0);
            prop_assert_eq!(same.percent_difference().unwrap_or(0.0), 0.0);
        }

        #[test]
        fn swapping_the_sides_swaps_the_signs(t in tables()) {
            let swapped = table(t.b, t.a, t.d, t.c);
            let close = |x: f64, y: f64| (x - y).abs() <= 1e-9 * x.abs().max(1.0);
            prop_assert!(close(t.signed_g2(), -swapped.signed_g2()));
            if let (Some(here), Some(there)) = (t.log_ratio(), swapped.log_ratio()) {
                prop_assert!(close(here, -there));
                let (low, high) = t.log_ratio_interval().unwrap();
                let (other_low, other_high) = swapped.log_ratio_interval().unwrap();
                prop_assert!(close(low, -other_high) && close(high, -other_low));
            }
        }

        #[test]
        fn values_stay_in_their_ranges(t in tables()) {
            prop_assert!(t.g2() >= 0.0 && t.g2().is_finite());
            prop_assert!(t.log_likelihood_two_cells() >= 0.0);
            prop_assert!(t.log_likelihood_two_cells() <= t.g2() * (1.0 + 1e-12));
            prop_assert!((0.0..=1.0).contains(&t.p()));
            prop_assert!(t.chi_squared_yates() <= t.chi_squared());
            prop_assert!(t.simple_maths(1.0).unwrap() > 0.0);
            if let (Some(ratio), Some((low, high))) = (t.log_ratio(), t.log_ratio_interval()) {
                prop_assert!(low <= ratio && ratio <= high);
            }
        }

        /// The conservative ratio has the sign of the difference and is never the larger one.
        #[test]
        fn the_conservative_ratio_is_conservative(a in 1_u32..500, b in 1_u32..500, c in 500_u32..100_000, d in 500_u32..100_000) {
            let t = table(a, b, c, d);
            let (plain, careful) = (t.log_ratio().unwrap(), t.conservative_log_ratio().unwrap());
            prop_assert!(careful == 0.0 || careful.signum() == t.direction());
            prop_assert!(careful.abs() <= plain.abs() + 1e-9);
        }

        /// One more occurrence in the target, where it is already more frequent, makes the word more key.
        #[test]
        fn more_is_more(a in 1_u32..500, b in 0_u32..500, c in 600_u32..100_000, d in 600_u32..100_000) {
            let (less, more) = (table(a, b, c, d), table(a + 1, b, c, d));
            if less.direction() >= 0.0 {
                prop_assert!(more.g2() > less.g2() && more.p() <= less.p());
            }
            // Undefined is below every number.
            prop_assert!(more.log_ratio() > less.log_ratio() || more.log_ratio().is_none());
        }

        #[test]
        fn no_count_is_too_large(a: u32, b: u32, c: u32, d: u32) {
            if let Some(t) = TwoByTwo::new(a, b, c, d) {
                prop_assert!(t.g2().is_finite() && t.p().is_finite() && t.bic().is_finite());
                let careful = t.conservative_log_ratio();
                prop_assert!(careful.is_none_or(f64::is_finite));
            }
        }
    }
}
