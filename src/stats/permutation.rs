//! Permutation: whether whole articles, shuffled between two groups, would differ as much by chance.
//!
//! A test on tokens takes each word as independent of all others; the words of one article are
//! not. This test shuffles articles instead: under the null hypothesis it is chance which of them
//! are in the target group. It needs no assumption beyond that, and pays with a limit: with few
//! articles there are few ways to shuffle, and no p can be smaller than one of them.

use super::measure::Measure;

/// What the random numbers start from: the same corpus gives the same p, everywhere.
pub const SEED: u64 = 1_937;

/// Up to so many ways to choose the target group every one of them is tried.
pub const MOST_EXACT: u64 = 10_000;

/// Otherwise so many are drawn at random.
pub const DRAWS: u32 = 9_999;

/// Values within this share of each other count as equal, so that ties are ties whatever the rounding.
const TIE: f64 = 1e-12;

/// What became of a word's rates under every way tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Shuffled {
    /// The mean rates in the target group and outside it, as they are.
    pub means: (f64, f64),
    /// A way differs as much whose difference is not below this: the difference of the groups as
    /// they are, less a trifle for rounding.
    pub bar: f64,
    /// |mean rate inside − mean rate outside| for each way.
    pub differences: Vec<f64>,
    /// How many ways differ at least as much as the groups as they are.
    pub as_much: usize,
    /// The p that comes of it: 0 to 1, never 0.
    pub p: f64,
}

/// Ways to put articles into a target group of given size: every one, or many drawn at random.
#[derive(Clone, Debug)]
pub struct Shuffles {
    /// The articles of the target group as they are.
    target: Vec<bool>,
    /// Articles in the target group and outside it.
    sizes: (f64, f64),
    exact: bool,
    /// How many ways are tried.
    ways: usize,
    /// By article: whether the way with this number has it in the target group, 64 to a word.
    chosen: Vec<Vec<u64>>,
}

impl Shuffles {
    /// Shuffles of these articles; `target` says which of them are in the target group.
    ///
    /// `None` where either group is empty: there is nothing to shuffle.
    #[must_use]
    pub fn new(target: &[bool]) -> Option<Self> {
        let (of, chosen) = (target.len(), target.iter().filter(|&&is| is).count());
        if chosen == 0 || chosen == of {
            return None;
        }
        let all = ways(of as u64, chosen as u64);
        let exact = all <= MOST_EXACT;
        let count = if exact { all as usize } else { DRAWS as usize };
        let mut shuffles = Self {
            target: target.to_vec(),
            sizes: (chosen as f64, (of - chosen) as f64),
            exact,
            ways: count,
            chosen: vec![vec![0; count.div_ceil(64)]; of],
        };
        if exact {
            shuffles.enumerate(chosen);
        } else {
            shuffles.draw(chosen);
        }
        Some(shuffles)
    }

    /// Whether every way is tried.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.exact
    }

    /// How many ways are tried.
    #[must_use]
    pub const fn ways(&self) -> usize {
        self.ways
    }

    /// Two-sided p of the difference between the groups' mean rates: 1 to [`smallest_p`].
    ///
    /// `rates` are the articles with a rate above 0, ascending, each with its rate (frequency by
    /// size). The share of the ways whose groups' mean rates differ at least as much as those of the
    /// groups as they are; of ways that are drawn, (1 + those) / (1 + drawn), which is never 0.
    #[must_use]
    pub fn p(&self, rates: &[(usize, f64)]) -> f64 {
        self.compare(rates).p
    }

    /// The difference of the groups' mean rates as they are and for every way tried, and the p that
    /// comes of them: see [`Shuffles::p`].
    #[must_use]
    pub fn compare(&self, rates: &[(usize, f64)]) -> Shuffled {
        let all: f64 = rates.iter().map(|it| it.1).sum();
        let (inside, outside) = self.sizes;
        // The difference of the two means, by the sum of the rates in the target group.
        let difference = |sum: f64| (sum * (1.0 / inside + 1.0 / outside) - all / outside).abs();
        let found: f64 = rates.iter().filter(|it| self.target.get(it.0) == Some(&true)).map(|it| it.1).sum();
        let bar = difference(found) - all * TIE;
        let mut sums = vec![0.0; self.ways];
        for &(article, rate) in rates {
            let Some(chosen) = self.chosen.get(article) else { continue };
            for (sums, bits) in sums.chunks_mut(64).zip(chosen) {
                for (at, sum) in sums.iter_mut().enumerate() {
                    if bits >> at & 1 == 1 {
                        *sum += rate;
                    }
                }
            }
        }
        let differences: Vec<f64> = sums.into_iter().map(difference).collect();
        let as_much = differences.iter().filter(|&&difference| difference >= bar).count();
        let p = if self.exact {
            as_much as f64 / self.ways as f64
        } else {
            (1.0 + as_much as f64) / (1.0 + self.ways as f64)
        };
        Shuffled { means: (found / inside, (all - found) / outside), bar, differences, as_much, p }
    }

    /// The articles that the way of this number, from 0, has in the target group, ascending.
    #[must_use]
    pub fn way(&self, way: usize) -> Vec<usize> {
        let is_in = |chosen: &[u64]| chosen.get(way / 64).is_some_and(|bits| bits >> (way % 64) & 1 == 1);
        (0..self.chosen.len()).filter(|&article| is_in(&self.chosen[article])).collect()
    }

    fn take(&mut self, way: usize, article: usize) {
        self.chosen[article][way / 64] |= 1 << (way % 64);
    }

    /// Every way, in lexicographic order.
    fn enumerate(&mut self, size: usize) {
        let of = self.target.len();
        let mut group: Vec<usize> = (0..size).collect();
        for way in 0..self.ways {
            for &article in &group {
                self.take(way, article);
            }
            // The last place that can move on moves on, and those after it follow closely.
            let Some(place) = (0..size).rev().find(|&place| group[place] < of - size + place) else { break };
            group[place] += 1;
            for next in place + 1..size {
                group[next] = group[next - 1] + 1;
            }
        }
    }

    /// Ways drawn at random: the start of a Fisher–Yates shuffle each.
    fn draw(&mut self, size: usize) {
        let of = self.target.len();
        let mut random = Random(SEED);
        let mut order: Vec<usize> = (0..of).collect();
        for way in 0..self.ways {
            for place in 0..size {
                let other = place + random.below((of - place) as u64) as usize;
                order.swap(place, other);
                self.take(way, order[place]);
            }
        }
    }
}

/// The smallest p that any word could have where so many articles are in the target group, and so many outside it:
/// above it no evidence can be had, however clear. Told without shuffling: of thousands of targets the ways would fill
/// the memory.
///
/// 1 / ways where all are tried (2 / ways for groups of one size, where each way has a mirror image), 1 / (ways + 1)
/// where they are drawn. `None` where either group is empty.
#[must_use]
pub fn smallest_p(target: usize, others: usize) -> Option<f64> {
    if target == 0 || others == 0 {
        return None;
    }
    let ways = ways((target + others) as u64, target as u64);
    Some(match ways {
        _ if ways > MOST_EXACT => 1.0 / (f64::from(DRAWS) + 1.0),
        _ if target == others => 2.0 / ways as f64,
        _ => 1.0 / ways as f64,
    })
}

/// n over k, at most `u64::MAX`.
fn ways(n: u64, k: u64) -> u64 {
    let k = k.min(n - k);
    let mut ways: u128 = 1;
    for at in 1..=k {
        // Exact at each step: a product of `at` numbers in a row is divisible by `at`!.
        ways = ways * u128::from(n - k + at) / u128::from(at);
        if ways > u128::from(u64::MAX) {
            return u64::MAX;
        }
    }
    ways as u64
}

/// SplitMix64: Steele, Lea & Flood 2014, *Fast splittable pseudorandom number generators*.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    }

    /// Below `end`, each number equally likely: what would fall into the uneven rest is drawn again.
    fn below(&mut self, end: u64) -> u64 {
        let even = u64::MAX - u64::MAX % end;
        loop {
            let number = self.next();
            if number < even {
                return number % end;
            }
        }
    }
}

/// See [`Shuffles::p`].
pub const PERMUTATION_P: Measure = Measure {
    key: "permutation-p",
    group: "Keyness",
    name: "p by whole articles (permutation test)",
    says: "How often chance alone would part the articles’ rates as far, if it were chance which articles are in the target group. It doesn’t take the words of one article as independent, as p does.",
    caveat: "With few articles it cannot be small, however clear the difference: one article of five gives 0.2 at best. Not adjusted for the number of words tested.",
    range: "1 / (number of ways) to 1",
    rule: "the share of all ways to choose the target group for which |mean rate inside − mean rate outside| is at least as large as for the group as it is; a rate is an article’s frequency by its size",
    default: "Shown on choice. Two-sided. Where groups are compared, articles are still what is shuffled. Up to 10,000 ways all are tried; otherwise 9,999 are drawn with a fixed seed, and p = (1 + those) / (1 + 9,999).",
    undefined: "Against general English, where there are no articles to shuffle; where an article is on both sides; and where either side has no article with words.",
    source: "Pitman 1937, Significance tests which may be applied to samples from any populations. Supplement to the Journal of the Royal Statistical Society 4(1); Phipson & Smyth 2010, Permutation p-values should never be zero. Statistical Applications in Genetics and Molecular Biology 9(1); Lijffijt et al. 2016, Significance testing of word frequencies in corpora. Digital Scholarship in the Humanities 31(2).",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sparse(rates: &[f64]) -> Vec<(usize, f64)> {
        rates.iter().copied().enumerate().filter(|it| it.1 > 0.0).collect()
    }

    /// Every subset of the right size, as a mask; the means taken plainly.
    fn brute_force(target: &[bool], rates: &[f64]) -> f64 {
        let size = target.iter().filter(|&&is| is).count();
        let difference = |is_in: &dyn Fn(usize) -> bool| {
            let mean = |side: bool| {
                let of: Vec<f64> = (0..rates.len()).filter(|&at| is_in(at) == side).map(|at| rates[at]).collect();
                of.iter().sum::<f64>() / of.len() as f64
            };
            (mean(true) - mean(false)).abs()
        };
        let found = difference(&|at| target[at]);
        let masks = (0..1_u32 << rates.len()).filter(|mask| mask.count_ones() as usize == size);
        let all: Vec<f64> = masks.map(|mask| difference(&|at| mask >> at & 1 == 1)).collect();
        all.iter().filter(|&&it| it >= found - 1e-9).count() as f64 / all.len() as f64
    }

    #[test]
    fn one_of_five_gives_a_fifth_at_best() {
        let shuffles = Shuffles::new(&[false, true, false, false, false]).unwrap();
        assert_eq!((shuffles.ways(), shuffles.is_exact(), smallest_p(1, 4)), (5, true, Some(0.2)));
        assert_eq!(shuffles.p(&[(1, 0.01)]), 0.2);
        assert_eq!(shuffles.p(&[(0, 0.01)]), 1.0, "one without the word is like the three others");
        assert_eq!(shuffles.p(&[(0, 0.02), (1, 0.01)]), 1.0);
        assert_eq!(shuffles.p(&[]), 1.0);
        let compared = shuffles.compare(&[(0, 0.02), (1, 0.01)]);
        assert_eq!((compared.as_much, compared.means.0), (5, 0.01));
        assert!((compared.means.1 - 0.005).abs() < 1e-15);
        assert_eq!(compared.differences.len(), 5);
        assert_eq!(
            (0..5).map(|way| shuffles.way(way)).collect::<Vec<_>>(),
            (0..5).map(|at| vec![at]).collect::<Vec<_>>()
        );
    }

    #[test]
    fn there_must_be_two_groups() {
        for none in [&[][..], &[true], &[false, false], &[true, true, true]] {
            assert!(Shuffles::new(none).is_none());
        }
        assert_eq!((smallest_p(1, 1), smallest_p(0, 2), smallest_p(2, 0)), (Some(1.0), None, None));
        assert_eq!((smallest_p(2, 2), smallest_p(8, 8)), (Some(2.0 / 6.0), Some(1.0 / 10_000.0)));
    }

    #[test]
    fn ways_are_counted_and_do_not_overflow() {
        assert_eq!((ways(5, 1), ways(5, 4), ways(16, 8), ways(40, 0)), (5, 5, 12_870, 1));
        assert_eq!((ways(60, 30), ways(1_000_000, 500_000)), (118_264_581_564_861_424, u64::MAX));
    }

    #[test]
    fn drawn_ways_come_near_to_all_of_them_and_are_the_same_each_time() {
        let target: Vec<bool> = (0..16).map(|at| at < 8).collect();
        let rates: Vec<f64> = (0..16).map(|at| f64::from(at * at % 11 + u32::from(at < 8) * 4)).collect();
        let shuffles = Shuffles::new(&target).unwrap();
        assert_eq!((shuffles.is_exact(), shuffles.ways()), (false, DRAWS as usize));
        let (p, exact) = (shuffles.p(&sparse(&rates)), brute_force(&target, &rates));
        assert!(0.01 < exact && exact < 0.5, "a case that could go wrong: {exact}");
        let deviation = (exact * (1.0 - exact) / f64::from(DRAWS)).sqrt();
        assert!((p - exact).abs() < 4.0 * deviation, "{p} and {exact}");
        assert_eq!(p, Shuffles::new(&target).unwrap().p(&sparse(&rates)));
    }

    #[test]
    fn drawn_groups_have_their_size_and_every_article_its_share() {
        let target: Vec<bool> = (0..40).map(|at| at < 7).collect();
        let shuffles = Shuffles::new(&target).unwrap();
        let is_in = |way: usize, article: usize| shuffles.chosen[article][way / 64] >> (way % 64) & 1 == 1;
        for way in 0..shuffles.ways() {
            assert_eq!((0..40).filter(|&article| is_in(way, article)).count(), 7);
        }
        let expected = f64::from(DRAWS) * 7.0 / 40.0;
        for article in 0..40 {
            let share = (0..shuffles.ways()).filter(|&way| is_in(way, article)).count() as f64;
            assert!((share - expected).abs() < 5.0 * expected.sqrt(), "{article}: {share}, not {expected}");
        }
    }

    proptest! {
        #[test]
        fn all_ways_are_tried(
            articles in prop::collection::vec((any::<bool>(), prop_oneof![Just(0.0), Just(0.25), 0.0..1.0_f64]), 2..11)
        ) {
            let (target, rates): (Vec<bool>, Vec<f64>) = articles.into_iter().unzip();
            if let Some(shuffles) = Shuffles::new(&target) {
                let p = shuffles.p(&sparse(&rates));
                prop_assert!((p - brute_force(&target, &rates)).abs() < 1e-12);
                let group = target.iter().filter(|&&is| is).count();
                prop_assert!(p >= smallest_p(group, target.len() - group).unwrap() - 1e-12 && p <= 1.0);
            }
        }
    }
}
