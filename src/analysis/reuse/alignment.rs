//! Two sequences of words laid beside each other.
//!
//! [`align`] finds where the best local alignment lies ([`super::local`]) and then its steps by Myers
//! & Miller's divide and conquer: time is the product of the lengths, memory their sum. Where the
//! product is too large for a reader's patience, words that stand once in both are the pegs between
//! which pieces are aligned ([`super::pegs`]).

use std::ops::Range;

use super::local::local;
use super::pegs::{Peg, pegs};
use super::scoring::{Scoring, Word};

/// One step of an alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A word of `a` beside a word of `b`, the same or another.
    Both,
    /// A word of `a` alone.
    OnlyA,
    /// A word of `b` alone.
    OnlyB,
}

/// Two sequences laid beside each other, from the first word of the alignment to its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    /// The words of `a` that it takes in.
    pub a: Range<usize>,
    /// The words of `b`.
    pub b: Range<usize>,
    /// What it is worth: more than 0.
    pub points: i32,
    /// Its steps.
    pub steps: Vec<Step>,
    /// How many words stand beside the same word.
    pub same: u32,
    /// How many of those are no stop words.
    pub same_content: u32,
    /// The longest run of same words without anything between.
    pub run: u32,
}

/// Up to so many pairs of words every pair is looked at: some 20 ms.
pub const MOST_PAIRS: usize = 1 << 21;

/// Lays two sequences beside each other; `None` where they have no word in common, or, of sequences
/// too long to look at every pair, no run of words that stands once in both.
#[must_use]
pub fn align(a: &[Word], b: &[Word], scoring: &Scoring) -> Option<Alignment> {
    if a.len().saturating_mul(b.len()) <= MOST_PAIRS {
        let extent = local(a, b, scoring)?;
        let mut steps = Vec::new();
        global(&a[extent.a.clone()], &b[extent.b.clone()], scoring, &mut steps);
        return Some(Alignment::of(a, b, extent.a, extent.b, steps, scoring));
    }
    between_pegs(a, b, scoring)
}

impl Alignment {
    fn of(a: &[Word], b: &[Word], of_a: Range<usize>, of_b: Range<usize>, steps: Vec<Step>, scoring: &Scoring) -> Self {
        let (mut i, mut j) = (of_a.start, of_b.start);
        let (mut points, mut same, mut same_content, mut run, mut longest) = (0, 0, 0, 0, 0);
        let mut last = Step::Both;
        for &step in &steps {
            match step {
                Step::Both => {
                    points += scoring.pair(a[i], b[j]);
                    let equal = a[i].term == b[j].term;
                    same += u32::from(equal);
                    same_content += u32::from(equal && !a[i].stop);
                    run = if equal { run + 1 } else { 0 };
                    longest = longest.max(run);
                    i += 1;
                    j += 1;
                }
                Step::OnlyA | Step::OnlyB => {
                    points -= scoring.word + if step == last { 0 } else { scoring.gap };
                    run = 0;
                    if step == Step::OnlyA { i += 1 } else { j += 1 }
                }
            }
            last = step;
        }
        Self { a: of_a, b: of_b, points, steps, same, same_content, run: longest }
    }
}

/// The alignment of two long sequences from peg to peg. Between two pegs every pair is looked at
/// while there are pairs left of what may be looked at; after that words stand there as left out and added.
fn between_pegs(a: &[Word], b: &[Word], scoring: &Scoring) -> Option<Alignment> {
    // What stands twice in one text is no peg; the very same text needs none.
    let pegs = if a == b { vec![Peg { a: 0, b: 0, words: a.len() }] } else { pegs(a, b) };
    let (first, last) = (pegs.first()?, pegs.last()?);
    let (of_a, of_b) = (first.a..last.a + last.words, first.b..last.b + last.words);
    let mut steps = Vec::new();
    let (mut i, mut j) = (first.a, first.b);
    let mut left = 4 * MOST_PAIRS;
    for peg in &pegs {
        let (x, y) = (&a[i..peg.a], &b[j..peg.b]);
        let pairs = x.len().saturating_mul(y.len());
        if pairs <= left {
            left -= pairs;
            global(x, y, scoring, &mut steps);
        } else {
            steps.extend(x.iter().map(|_| Step::OnlyA).chain(y.iter().map(|_| Step::OnlyB)));
        }
        steps.extend((0..peg.words).map(|_| Step::Both));
        (i, j) = (peg.a + peg.words, peg.b + peg.words);
    }
    Some(Alignment::of(a, b, of_a, of_b, steps, scoring))
}

/// The best alignment of two whole sequences, its steps added to `steps`.
pub(super) fn global(a: &[Word], b: &[Word], scoring: &Scoring, steps: &mut Vec<Step>) {
    let mut space = Space { forward: Rows::default(), backward: Rows::default() };
    divide(a, b, scoring, (scoring.gap, scoring.gap), &mut space, steps);
}

/// A row of costs: of the best alignment up to each column, and of the best that ends in a gap of `b`.
#[derive(Default)]
struct Rows {
    any: Vec<i32>,
    gap: Vec<i32>,
}

struct Space {
    forward: Rows,
    backward: Rows,
}

/// Myers & Miller 1988. `ends`: what opening a gap of `b` costs at the beginning and at the end: nothing
/// where it goes on from, or into, the neighbouring part.
fn divide(a: &[Word], b: &[Word], scoring: &Scoring, ends: (i32, i32), space: &mut Space, steps: &mut Vec<Step>) {
    let (n, m) = (a.len(), b.len());
    if m == 0 {
        steps.extend((0..n).map(|_| Step::OnlyA));
        return;
    }
    match n {
        0 => steps.extend((0..m).map(|_| Step::OnlyB)),
        1 => single(a[0], b, scoring, ends, steps),
        _ => {
            let middle = n / 2;
            space.forward.fill(middle, m, ends.0, scoring, |i, j| scoring.pair(a[i], b[j]));
            space.backward.fill(n - middle, m, ends.1, scoring, |i, j| scoring.pair(a[n - 1 - i], b[m - 1 - j]));
            let (mut at, mut in_gap, mut least) = (0, false, i32::MAX);
            for j in 0..=m {
                let through = space.forward.any[j] + space.backward.any[m - j];
                if through < least {
                    (at, in_gap, least) = (j, false, through);
                }
                let through = space.forward.gap[j] + space.backward.gap[m - j] - scoring.gap;
                if through < least {
                    (at, in_gap, least) = (j, true, through);
                }
            }
            if in_gap {
                divide(&a[..middle - 1], &b[..at], scoring, (ends.0, 0), space, steps);
                steps.extend([Step::OnlyA, Step::OnlyA]);
                divide(&a[middle + 1..], &b[at..], scoring, (0, ends.1), space, steps);
            } else {
                divide(&a[..middle], &b[..at], scoring, (ends.0, scoring.gap), space, steps);
                divide(&a[middle..], &b[at..], scoring, (scoring.gap, ends.1), space, steps);
            }
        }
    }
}

/// One word of `a` beside all of `b`: where it is best put, or whether it is best left alone.
fn single(word: Word, b: &[Word], scoring: &Scoring, ends: (i32, i32), steps: &mut Vec<Step>) {
    let m = b.len();
    let mut least = ends.0.min(ends.1) + scoring.word + scoring.gap_of(m);
    let mut beside = None;
    for (j, &other) in b.iter().enumerate() {
        let cost = scoring.gap_of(j) - scoring.pair(word, other) + scoring.gap_of(m - 1 - j);
        if cost < least {
            (least, beside) = (cost, Some(j));
        }
    }
    let only_b = |count: usize| (0..count).map(|_| Step::OnlyB);
    match beside {
        Some(j) => {
            steps.extend(only_b(j));
            steps.push(Step::Both);
            steps.extend(only_b(m - 1 - j));
        }
        // It stands where its gap goes on.
        None if ends.0 <= ends.1 => {
            steps.push(Step::OnlyA);
            steps.extend(only_b(m));
        }
        None => {
            steps.extend(only_b(m));
            steps.push(Step::OnlyA);
        }
    }
}

impl Rows {
    /// Fills the last of `n` rows of `m` columns. `open`: what a gap of `b` costs to open in the first column.
    fn fill(&mut self, n: usize, m: usize, open: i32, scoring: &Scoring, pair: impl Fn(usize, usize) -> i32) {
        let (gap, word) = (scoring.gap, scoring.word);
        self.any.clear();
        self.any.extend((0..=m).map(|j| scoring.gap_of(j)));
        self.gap.clear();
        self.gap.extend((0..=m).map(|j| scoring.gap_of(j) + gap));
        let mut edge = open;
        for i in 0..n {
            let mut diagonal = self.any[0];
            edge += word;
            let mut cell = edge;
            self.any[0] = cell;
            let mut across = edge + gap;
            for j in 0..m {
                across = across.min(cell + gap) + word;
                let down = self.gap[j + 1].min(self.any[j + 1] + gap) + word;
                self.gap[j + 1] = down;
                cell = down.min(across).min(diagonal - pair(i, j));
                diagonal = std::mem::replace(&mut self.any[j + 1], cell);
            }
        }
        self.gap[0] = self.any[0];
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::local::Extent;
    use super::super::scoring::SCORING;
    use super::*;

    /// Words from letters: capitals are content words, small ones stop words.
    pub fn words(text: &str) -> Vec<Word> {
        text.chars().map(|c| Word { term: c as u32, stop: c.is_lowercase() }).collect()
    }

    /// The steps as two lines, `-` where a side has nothing.
    fn lines(a: &str, b: &str) -> String {
        let found = align(&words(a), &words(b), &SCORING).expect("something in common");
        let (mut of_a, mut of_b) = (a[found.a.clone()].chars(), b[found.b.clone()].chars());
        let mut lines = [String::new(), String::new()];
        for step in found.steps {
            lines[0].push(if step == Step::OnlyB { '-' } else { of_a.next().unwrap() });
            lines[1].push(if step == Step::OnlyA { '-' } else { of_b.next().unwrap() });
        }
        lines.join(" ")
    }

    /// What the steps are worth, counted by themselves.
    fn worth(a: &[Word], b: &[Word], steps: &[Step], scoring: &Scoring) -> i32 {
        let (mut i, mut j, mut points) = (0, 0, 0);
        for run in steps.chunk_by(|x, y| x == y) {
            if run[0] == Step::Both {
                for _ in run {
                    points += scoring.pair(a[i], b[j]);
                    (i, j) = (i + 1, j + 1);
                }
            } else {
                points -= scoring.gap_of(run.len());
                if run[0] == Step::OnlyA { i += run.len() } else { j += run.len() }
            }
        }
        assert_eq!((i, j), (a.len(), b.len()));
        points
    }

    /// The best global alignment's points by trying every alignment: `last` is the step before.
    fn by_trying(a: &[Word], b: &[Word], last: Step, scoring: &Scoring) -> i32 {
        let gap = |step: Step| scoring.word + if last == step { 0 } else { scoring.gap };
        let mut best = if a.is_empty() && b.is_empty() { 0 } else { i32::MIN };
        if let ([x, rest_a @ ..], [y, rest_b @ ..]) = (a, b) {
            best = best.max(scoring.pair(*x, *y) + by_trying(rest_a, rest_b, Step::Both, scoring));
        }
        if let [_, rest @ ..] = a {
            best = best.max(by_trying(rest, b, Step::OnlyA, scoring) - gap(Step::OnlyA));
        }
        if let [_, rest @ ..] = b {
            best = best.max(by_trying(a, rest, Step::OnlyB, scoring) - gap(Step::OnlyB));
        }
        best
    }

    /// Gotoh's three full tables; slow in memory, plain in the head.
    fn by_tables(a: &[Word], b: &[Word], scoring: &Scoring, is_local: bool) -> i32 {
        const NEVER: i32 = -1_000_000;
        let (n, m) = (a.len(), b.len());
        let mut tables = vec![[vec![NEVER; m + 1], vec![NEVER; m + 1], vec![NEVER; m + 1]]; n + 1];
        let mut best = 0;
        for i in 0..=n {
            for j in 0..=m {
                let any = |tables: &[[Vec<i32>; 3]], i: usize, j: usize| (0..3).map(|t| tables[i][t][j]).max().unwrap();
                let mut pair = if i == 0 && j == 0 || is_local { 0 } else { NEVER };
                if i > 0 && j > 0 {
                    pair = pair.max(any(&tables, i - 1, j - 1) + scoring.pair(a[i - 1], b[j - 1]));
                }
                tables[i][0][j] = pair;
                if i > 0 {
                    let opened = any(&tables, i - 1, j) - scoring.gap;
                    tables[i][1][j] = opened.max(tables[i - 1][1][j]) - scoring.word;
                }
                if j > 0 {
                    let opened = any(&tables, i, j - 1) - scoring.gap;
                    tables[i][2][j] = opened.max(tables[i][2][j - 1]) - scoring.word;
                }
                best = best.max(any(&tables, i, j));
            }
        }
        if is_local { best } else { (0..3).map(|t| tables[n][t][m]).max().unwrap() }
    }

    fn sequence(longest: usize) -> impl Strategy<Value = Vec<Word>> {
        prop::collection::vec((0u32..5).prop_map(|term| Word { term, stop: term < 2 }), 0..longest)
    }

    fn scoring() -> impl Strategy<Value = Scoring> {
        let other = (1..6, 1..4, 1..5, 0..5, 1..4).prop_map(|(same, same_stop_word, different, gap, word)| Scoring {
            same,
            same_stop_word,
            different,
            gap,
            word,
        });
        prop_oneof![Just(SCORING), other]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn no_global_alignment_is_better(a in sequence(6), b in sequence(6), scoring in scoring()) {
            let mut steps = Vec::new();
            global(&a, &b, &scoring, &mut steps);
            prop_assert_eq!(worth(&a, &b, &steps, &scoring), by_trying(&a, &b, Step::Both, &scoring));
        }

        #[test]
        fn alignments_are_worth_what_full_tables_say(a in sequence(60), b in sequence(60), scoring in scoring()) {
            let mut steps = Vec::new();
            global(&a, &b, &scoring, &mut steps);
            prop_assert_eq!(worth(&a, &b, &steps, &scoring), by_tables(&a, &b, &scoring, false));
            let found = align(&a, &b, &scoring);
            prop_assert_eq!(found.as_ref().map_or(0, |it| it.points), by_tables(&a, &b, &scoring, true));
            if let Some(found) = found {
                let (x, y) = (&a[found.a.clone()], &b[found.b.clone()]);
                prop_assert_eq!(worth(x, y, &found.steps, &scoring), found.points);
                prop_assert_eq!(local(&a, &b, &scoring), Some(Extent { a: found.a.clone(), b: found.b.clone(), points: found.points }));
                // It begins and ends with a word on both sides.
                prop_assert_eq!(x[0].term, y[0].term);
                prop_assert_eq!(x[x.len() - 1].term, y[y.len() - 1].term);
            }
        }

        #[test]
        fn turned_round_it_is_worth_the_same(a in sequence(40), b in sequence(40)) {
            let points = |x: &[Word], y: &[Word]| align(x, y, &SCORING).map(|it| it.points);
            prop_assert_eq!(points(&a, &b), points(&b, &a));
        }

        #[test]
        fn from_peg_to_peg_nothing_is_lost(
            pieces in prop::collection::vec((0u32..9000, any::<bool>(), 0usize..7), 3..12),
        ) {
            // A base, and another with some of its stretches changed.
            let stretch = |from: u32, changed: bool| (from * 10..from * 10 + 8).map(move |term| Word {
                term: if changed && term % 3 == 0 { term + 1_000_000 } else { term },
                stop: false,
            });
            let a: Vec<Word> = pieces.iter().flat_map(|&(from, ..)| stretch(from, false)).collect();
            let b: Vec<Word> = pieces.iter().flat_map(|&(from, changed, _)| stretch(from, changed)).collect();
            let Some(found) = between_pegs(&a, &b, &SCORING) else { return Ok(()) };
            let (x, y) = (&a[found.a.clone()], &b[found.b.clone()]);
            prop_assert_eq!(worth(x, y, &found.steps, &SCORING), found.points);
            prop_assert!(found.points <= by_tables(&a, &b, &SCORING, true));
        }
    }

    #[test]
    fn words_that_say_something_find_each_other() {
        // ready Willing and Able to Do; ready and Willing to Do.
        assert_eq!(lines("RWnAtD", "RnWtD"), "R-WnAtD RnW--tD");
    }

    #[test]
    fn what_is_cut_is_cut_in_one_stretch() {
        assert_eq!(lines("ABCDEFGHI", "ABHI"), "ABCDEFGHI AB-----HI");
        assert_eq!(lines("ABXCD", "ABYCD"), "ABXCD ABYCD");
    }

    #[test]
    fn nothing_in_common_is_no_alignment() {
        assert_eq!(align(&words("ABC"), &words("XYZ"), &SCORING), None);
        assert_eq!(align(&[], &words("XYZ"), &SCORING), None);
    }

    #[test]
    fn long_texts_are_aligned_from_peg_to_peg() {
        let a: Vec<Word> = (0..60_000).map(|term| Word { term, stop: false }).collect();
        // Every thousandth word is another, ten thousand are left out, and at the end stands something else.
        let mut b: Vec<Word> = a.iter().filter(|word| !(20_000..30_000).contains(&word.term)).copied().collect();
        for word in b.iter_mut().step_by(1_000) {
            word.term += 1_000_000;
        }
        b.extend((0..500).map(|term| Word { term: term + 5_000_000, stop: false }));
        let found = align(&a, &b, &SCORING).unwrap();
        assert_eq!(found.same, 49_950);
        assert_eq!(found.steps.iter().filter(|step| **step == Step::OnlyA).count(), 10_000);
        assert_eq!((found.a, found.b), (1..60_000, 1..50_000));
    }

    #[test]
    fn a_long_text_of_one_word_ends_soon() {
        let a = vec![Word { term: 1, stop: false }; 100_000];
        assert_eq!(align(&a, &a[1..], &SCORING), None);
        assert_eq!(align(&a, &a, &SCORING).unwrap().same, 100_000);
    }
}
