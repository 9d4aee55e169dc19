//! Probability distributions, as far as the tests of this crate need them.
//!
//! Binomial and beta probabilities are computed from deviances rather than from differences of
//! large logarithms, after Loader 2000, *Fast and accurate computation of binomial probabilities*:
//! corpora run to millions of words, and ln Γ of a million leaves few digits after a subtraction.

use super::elementary::{erfc, exp, ln, ln_gamma};

/// ln √(2π).
const LN_SQRT_TWO_PI: f64 = 0.918_938_533_204_672_7;

/// How likely a χ² value at least this large is with 1 degree of freedom: 1 to 0.
///
/// P(X ≥ x) = erfc(√(x / 2)). Values below 0 count as 0.
#[must_use]
pub fn chi_squared_survival(x: f64) -> f64 {
    erfc((x.max(0.0) / 2.0).sqrt())
}

/// The deviance part x ln(x / m) + m - x of an observed `x` and an expected `m`, 0 or more; `difference` is x - m.
///
/// Near x = m the three terms cancel, so a series in (x - m) / (x + m) takes their place; and the
/// caller gives the difference because it often knows it more exactly than a subtraction would.
#[must_use]
pub fn deviance(x: f64, m: f64, difference: f64) -> f64 {
    if x == 0.0 {
        return m;
    }
    if difference.abs() >= 0.1 * (x + m) {
        return x * ln(x / m) - difference;
    }
    let v = difference / (x + m);
    let mut sum = difference * v;
    let mut term = 2.0 * x * v;
    let mut odd = 1.0;
    loop {
        term *= v * v;
        odd += 2.0;
        let next = sum + term / odd;
        if next == sum {
            return sum.max(0.0);
        }
        sum = next;
    }
}

/// The error of Stirling's formula: ln n! - ln(√(2πn) (n/e)^n), for n > 0.
fn stirling_error(n: f64) -> f64 {
    if n <= 15.0 {
        return ln_gamma(n + 1.0) - (n + 0.5) * ln(n) + n - LN_SQRT_TWO_PI;
    }
    let square = n * n;
    // 1/12n - 1/360n³ + 1/1260n⁵ - 1/1680n⁷ + 1/1188n⁹
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / 1188.0 / square) / square) / square) / square)
        / n
}

/// ln of the binomial probability of `x` out of `n` at odds p : q, where q = 1 - p; `x` and `n` need not be whole.
fn ln_binomial(x: f64, n: f64, p: f64, q: f64) -> f64 {
    let certain = |hit: bool| if hit { 0.0 } else { f64::NEG_INFINITY };
    if p == 0.0 {
        return certain(x == 0.0);
    }
    if q == 0.0 {
        return certain(x == n);
    }
    if x == 0.0 {
        return if p < 0.1 { -deviance(n, n * q, n * p) - n * p } else { n * ln(q) };
    }
    if x == n {
        return if q < 0.1 { -deviance(n, n * p, n * q) - n * q } else { n * ln(p) };
    }
    let rest = n - x;
    stirling_error(n)
        - stirling_error(x)
        - stirling_error(rest)
        - deviance(x, n * p, x - n * p)
        - deviance(rest, n * q, rest - n * q)
        + 0.5 * ln(n / (x * rest))
        - LN_SQRT_TWO_PI
}

/// The hypergeometric probability, as a logarithm: `x` marked ones among `draws` from `population`, of which `marked` are.
fn ln_hypergeometric(x: f64, marked: f64, draws: f64, population: f64) -> f64 {
    let p = draws / population;
    let q = (population - draws) / population;
    ln_binomial(x, marked, p, q) + ln_binomial(draws - x, population - marked, p, q)
        - ln_binomial(draws, population, p, q)
}

/// Two-sided p of Fisher's exact test of a table with first row `a`, `b` and column sums `c`, `d`: 1 to 0.
///
/// The sum of the probabilities of all tables with these sums that are no likelier than the one
/// observed (within a relative 10⁻⁷, so that ties are ties whatever the rounding). `None` where a
/// cell would be negative or both columns are empty. Source: Fisher 1935, *The logic of inductive
/// inference*; the two-sided rule is that of R's `fisher.test`.
#[must_use]
pub fn fisher_exact(a: u32, b: u32, c: u32, d: u32) -> Option<f64> {
    if a > c || b > d || (c == 0 && d == 0) {
        return None;
    }
    let (a, c, marked) = (u64::from(a), u64::from(c), u64::from(a) + u64::from(b));
    let population = c + u64::from(d);
    let (low, high) = ((c + marked).saturating_sub(population), marked.min(c));
    let ln_p = |x: u64| ln_hypergeometric(x as f64, marked as f64, c as f64, population as f64);
    // P(x + 1) / P(x)
    let ratio = |x: u64| {
        let up = (marked - x) as f64 * (c - x) as f64;
        up / ((x + 1) as f64 * (population + x + 1 - marked - c) as f64)
    };
    let observed = ln_p(a);
    let limit = observed + 1e-7;
    let below = |start: u64| {
        let (mut x, mut term, mut sum) = (start, 1.0, 1.0);
        while x > low && term > sum * 1e-17 {
            x -= 1;
            term /= ratio(x);
            sum += term;
        }
        sum
    };
    let above = |start: u64| {
        let (mut x, mut term, mut sum) = (start, 1.0, 1.0);
        while x < high && term > sum * 1e-17 {
            term *= ratio(x);
            x += 1;
            sum += term;
        }
        sum
    };
    let mode = ((u128::from(marked + 1) * u128::from(c + 1)) / u128::from(population + 2)) as u64;
    let other = if a <= mode {
        // The likelihood falls from the mode on: the first x beyond it that is unlikely enough.
        let (mut from, mut to) = (mode.max(a + 1), high + 1);
        while from < to {
            let middle = from + (to - from) / 2;
            if ln_p(middle) <= limit { to = middle } else { from = middle + 1 }
        }
        if from > high { 0.0 } else { exp(ln_p(from)) * above(from) }
    } else {
        // And it rises up to the mode: one past the last x below it that is unlikely enough.
        let (mut from, mut to) = (low, mode.min(a - 1) + 1);
        while from < to {
            let middle = from + (to - from) / 2;
            if ln_p(middle) <= limit { from = middle + 1 } else { to = middle }
        }
        if from == low { 0.0 } else { exp(ln_p(from - 1)) * below(from - 1) }
    };
    let near = exp(observed) * if a <= mode { below(a) } else { above(a) };
    Some((near + other).min(1.0))
}

/// A table with the totals of another, as Fisher's exact test looks at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FisherTable {
    /// Its first cell.
    pub x: u64,
    /// How likely it is, the totals given: 0 to 1.
    pub p: f64,
    /// Whether it is no likelier than the one observed, and its probability is added up.
    pub is_added: bool,
}

/// Every table that [`fisher_exact`] looks at, by its first cell, ascending; `None` where the table is
/// none, or there are more than `most`.
#[must_use]
pub fn fisher_tables(a: u32, b: u32, c: u32, d: u32, most: usize) -> Option<Vec<FisherTable>> {
    if a > c || b > d || (c == 0 && d == 0) {
        return None;
    }
    let (a, c, marked) = (u64::from(a), u64::from(c), u64::from(a) + u64::from(b));
    let population = c + u64::from(d);
    let (low, high) = ((c + marked).saturating_sub(population), marked.min(c));
    if high - low >= most as u64 {
        return None;
    }
    let ln_p = |x: u64| ln_hypergeometric(x as f64, marked as f64, c as f64, population as f64);
    let limit = ln_p(a) + 1e-7;
    Some((low..=high).map(|x| FisherTable { x, p: exp(ln_p(x)), is_added: ln_p(x) <= limit }).collect())
}

/// The regularised incomplete beta function I at the log-odds `u`, and its derivative there, for a, b > 0.
///
/// With x = 1 / (1 + e^(-u)), the derivative is x^a (1-x)^b / B(a, b), which is also the factor of
/// the continued fraction (NIST Handbook 8.17.22).
fn beta_at_log_odds(u: f64, a: f64, b: f64) -> (f64, f64) {
    let (x, y) = if u < 0.0 {
        let e = exp(u);
        (e / (1.0 + e), 1.0 / (1.0 + e))
    } else {
        let e = exp(-u);
        (1.0 / (1.0 + e), e / (1.0 + e))
    };
    let slope = exp(ln_binomial(a, a + b, x, y)) * a * b / (a + b);
    let value = if x * (a + b + 2.0) < a + 1.0 {
        slope / a * beta_fraction(x, a, b)
    } else {
        1.0 - slope / b * beta_fraction(y, b, a)
    };
    (value.clamp(0.0, 1.0), slope)
}

/// The continued fraction of the incomplete beta function, by Lentz's method.
fn beta_fraction(x: f64, a: f64, b: f64) -> f64 {
    // Far more terms than the square root of the largest sizes asks for.
    const TERMS: u32 = 1_000_000;
    const TINY: f64 = 1e-300;
    let away = |v: f64| if v.abs() < TINY { TINY } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut f = d;
    for m in 1..=TERMS {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        f *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        let step = d * c;
        f *= step;
        if (step - 1.0).abs() < 1e-15 {
            break;
        }
    }
    f
}

/// The log-odds ln(x / (1 - x)) of the quantile x of a beta distribution, for a, b > 0 and 0 < p < 1.
///
/// Log-odds rather than x itself: both ends of the scale keep their digits, and a ratio of rates
/// is read off directly. Newton's method between two bounds that close in; good to some 10⁻¹².
#[must_use]
pub fn beta_quantile_log_odds(p: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (-740.0, 740.0);
    let mut u = ln(a / b).clamp(low, high);
    for _ in 0..200 {
        let (value, slope) = beta_at_log_odds(u, a, b);
        if value < p {
            low = u
        } else {
            high = u
        }
        let newton = u - (value - p) / slope;
        let next = if newton > low && newton < high { newton } else { low + (high - low) / 2.0 };
        let step = (next - u).abs();
        u = next;
        if step <= 1e-14 * (1.0 + u.abs()) {
            break;
        }
    }
    u
}

/// The limits of a Clopper–Pearson interval of `x` out of `n`, as log-odds: the lower is -∞ where x = 0, the upper ∞ where x = n.
///
/// `alpha` is what both tails hold together: 0.05 for a 95 % interval. `None` where n = 0, x > n or
/// alpha isn't between 0 and 1. Source: Clopper & Pearson 1934, *The use of confidence or fiducial
/// limits illustrated in the case of the binomial*.
#[must_use]
pub fn clopper_pearson_log_odds(x: u64, n: u64, alpha: f64) -> Option<(f64, f64)> {
    if n == 0 || x > n || !(alpha > 0.0 && alpha < 1.0) {
        return None;
    }
    let (hits, misses) = (x as f64, (n - x) as f64);
    let low = if x == 0 { f64::NEG_INFINITY } else { beta_quantile_log_odds(alpha / 2.0, hits, misses + 1.0) };
    let high = if x == n { f64::INFINITY } else { beta_quantile_log_odds(1.0 - alpha / 2.0, hits + 1.0, misses) };
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn close(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance * expected.abs(), "found {found}, expected {expected}");
    }

    #[test]
    fn fishers_tables_add_up_to_one_and_to_p() {
        for (a, b, c, d) in
            [(3, 1, 4, 4), (6, 0, 329, 2448), (0, 6, 783, 1994), (40, 99, 700, 2100), (0, 0, 5, 9), (5, 9, 5, 9)]
        {
            let tables = fisher_tables(a, b, c, d, 1000).unwrap();
            close(tables.iter().map(|table| table.p).sum(), 1.0, 1e-11);
            let added: f64 = tables.iter().filter(|table| table.is_added).map(|table| table.p).sum();
            close(added.min(1.0), fisher_exact(a, b, c, d).unwrap(), 1e-11);
        }
        // The lady tasting tea: 16 of 70, and 1 of 70, on either side.
        let tea: Vec<(u64, bool)> = fisher_tables(3, 1, 4, 4, 9)
            .unwrap()
            .iter()
            .map(|it| ((it.p * 70.0).round() as u64, it.is_added))
            .collect();
        assert_eq!(tea, [(1, true), (16, true), (36, false), (16, true), (1, true)]);
        assert_eq!((fisher_tables(3, 1, 4, 4, 4), fisher_tables(5, 1, 4, 4, 9)), (None, None));
    }

    /// The percentage points every textbook prints.
    #[test]
    fn chi_squared_has_its_percentage_points() {
        for (x, p) in [(2.705_543_454_095_404, 0.1), (3.841_458_820_694_124, 0.05), (10.827_566_170_662_733, 0.001)] {
            close(chi_squared_survival(x), p, 1e-12);
        }
        assert_eq!(chi_squared_survival(0.0), 1.0);
        assert_eq!(chi_squared_survival(-1.0), 1.0);
        assert_eq!(chi_squared_survival(f64::INFINITY), 0.0);
    }

    #[test]
    fn the_deviance_series_meets_the_formula() {
        for (x, m) in [(100.0, 99.0), (3.0, 3.5), (1e6, 1.1e6), (10.0, 12.2)] {
            close(deviance(x, m, x - m), x * ln(x / m) + m - x, 1e-9);
        }
        assert_eq!(deviance(0.0, 2.5, -2.5), 2.5);
        assert_eq!(deviance(4.0, 4.0, 0.0), 0.0);
    }

    /// The lady who tasted tea: 3 of 4 cups, 34 of 70 tables at least as far from chance on both sides.
    #[test]
    fn fisher_tastes_tea() {
        close(fisher_exact(3, 1, 4, 4).unwrap(), 34.0 / 70.0, 1e-12);
        close(fisher_exact(4, 0, 4, 4).unwrap(), 2.0 / 70.0, 1e-12);
        close(fisher_exact(2, 2, 4, 4).unwrap(), 1.0, 1e-12);
        assert_eq!(fisher_exact(0, 0, 4, 4), Some(1.0));
        assert_eq!(fisher_exact(4, 4, 4, 4), Some(1.0));
        assert_eq!(fisher_exact(5, 0, 4, 4), None);
        assert_eq!(fisher_exact(0, 0, 0, 0), None);
    }

    /// Where it has a closed form: x out of x, I(a, 1) = x^a, I(1, b) = 1 - (1-x)^b.
    #[test]
    fn clopper_pearson_has_its_closed_forms() {
        let share = |u: f64| 1.0 / (1.0 + exp(-u));
        for n in [1_u64, 10, 1000, 1_000_000] {
            let (low, high) = clopper_pearson_log_odds(n, n, 0.05).unwrap();
            close(share(low), crate::stats::elementary::pow(0.025, 1.0 / n as f64), 1e-11);
            assert_eq!(high, f64::INFINITY);
            let (low, high) = clopper_pearson_log_odds(0, n, 0.05).unwrap();
            assert_eq!(low, f64::NEG_INFINITY);
            let expected = 1.0 - crate::stats::elementary::pow(0.025, 1.0 / n as f64);
            close(share(high), expected, 1e-9);
        }
        assert_eq!(clopper_pearson_log_odds(0, 0, 0.05), None);
        assert_eq!(clopper_pearson_log_odds(2, 1, 0.05), None);
        assert_eq!(clopper_pearson_log_odds(1, 2, 0.0), None);
    }

    proptest! {
        #[test]
        fn the_beta_quantile_inverts_the_beta_function(
            a in 0.5_f64..1e5,
            b in 0.5_f64..1e5,
            p in 0.001_f64..0.999,
        ) {
            let u = beta_quantile_log_odds(p, a, b);
            prop_assert!((beta_at_log_odds(u, a, b).0 - p).abs() < 1e-9);
            // x and 1 - x change places.
            let mirrored = beta_quantile_log_odds(1.0 - p, b, a);
            prop_assert!((u + mirrored).abs() < 1e-7 * (1.0 + u.abs()));
        }

        #[test]
        fn fisher_is_a_probability_and_doesnt_care_for_sides(c in 1_u32..3000, d in 1_u32..3000, x in 0.0_f64..1.0, y in 0.0_f64..1.0) {
            let (a, b) = ((f64::from(c) * x) as u32, (f64::from(d) * y) as u32);
            let p = fisher_exact(a, b, c, d).unwrap();
            prop_assert!((0.0..=1.0).contains(&p));
            let swapped = fisher_exact(b, a, d, c).unwrap();
            prop_assert!((p - swapped).abs() <= 1e-9 * p.max(1e-300));
            let others = fisher_exact(c - a, d - b, c, d).unwrap();
            prop_assert!((p - others).abs() <= 1e-9 * p.max(1e-300));
        }

        /// Against the sum over all tables, one by one.
        #[test]
        fn fisher_sums_every_table(c in 1_u32..60, d in 1_u32..60, x in 0.0_f64..1.0, y in 0.0_f64..1.0) {
            let (a, b) = ((f64::from(c) * x) as u32, (f64::from(d) * y) as u32);
            let (marked, n) = (u64::from(a + b), u64::from(c + d));
            let low = (u64::from(c) + marked).saturating_sub(n);
            let high = marked.min(u64::from(c));
            let ln_p = |x: u64| ln_hypergeometric(x as f64, marked as f64, f64::from(c), n as f64);
            let all: f64 = (low..=high).map(|x| exp(ln_p(x))).sum();
            prop_assert!((all - 1.0).abs() < 1e-10);
            let limit = ln_p(u64::from(a)) + 1e-7;
            let sum: f64 = (low..=high).map(ln_p).filter(|l| *l <= limit).map(exp).sum();
            let p = fisher_exact(a, b, c, d).unwrap();
            prop_assert!((p - sum.min(1.0)).abs() <= 1e-9 * p);
        }

        #[test]
        fn sizes_without_bound_neither_panic_nor_give_a_number_that_is_none(a: u32, b: u32, c: u32, d: u32) {
            if let Some(p) = fisher_exact(a, b, c, d) {
                prop_assert!((0.0..=1.0).contains(&p), "{}", p);
            }
        }
    }
}
