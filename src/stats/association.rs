//! Association: how much more often a word is used in one text (or group) than in another.
//!
//! Everything starts from four numbers: a, b, the word's frequency in target and reference, and
//! c, d, their sizes in tokens. The observed cells are O = [[a, b], [c-a, d-b]], N = c + d, and the
//! expected ones are E = row total × column total / N. Sizes count every word token, stop words too.

use super::distributions::{chi_squared_survival, clopper_pearson_log_odds, deviance, fisher_exact};
use super::elementary::{ln, log2};

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
    /// neither. Source: Hardie 2014, *Log Ratio: an informal introduction*.
    #[must_use]
    pub fn log_ratio(self) -> Option<f64> {
        let (a, b) = self.half_for_zero()?;
        Some(log2((a / f64::from(self.c)) / (b / f64::from(self.d))))
    }

    /// The 95 % interval of the log ratio: lower and upper end.
    ///
    /// log ratio ± z √(1/a + 1/b - 1/c - 1/d) / ln 2, zeros as in [`TwoByTwo::log_ratio`]. `None`
    /// where the word occurs in neither. Source: Katz et al. 1978, *Obtaining confidence intervals
    /// for the risk ratio in cohort studies*.
    #[must_use]
    pub fn log_ratio_interval(self) -> Option<(f64, f64)> {
        let (a, b) = self.half_for_zero()?;
        let ratio = self.log_ratio()?;
        let variance = 1.0 / a - 1.0 / f64::from(self.c) + 1.0 / b - 1.0 / f64::from(self.d);
        let half = Z_95 * (variance.max(0.0).sqrt() / std::f64::consts::LN_2);
        Some((ratio - half, ratio + half))
    }

    /// Conservative log ratio: the end nearer to 0 of an exact 95 % interval of the log ratio, or 0 where the interval holds 0.
    ///
    /// The Clopper–Pearson limits of a out of a + b, mapped to a ratio of rates. `None` where the
    /// word occurs in neither. Source: Evert 2023, *Measuring keyness*.
    #[must_use]
    pub fn conservative_log_ratio(self) -> Option<f64> {
        let n = u64::from(self.a) + u64::from(self.b);
        let (low, high) = clopper_pearson_log_odds(u64::from(self.a), n, 0.05)?;
        let shift = log2(f64::from(self.d) / f64::from(self.c));
        let (low, high) = (shift + low / std::f64::consts::LN_2, shift + high / std::f64::consts::LN_2);
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
