//! Runs of words that two articles have in common, as long as they go.

use serde::{Deserialize, Serialize};

use super::evidence::words_span;
use super::selection::Selection;
use super::suffixes::Suffixes;
use super::table::{ordered, then};
use crate::corpus::{Furniture, TermId};
use crate::text::Span;

/// A run of words that stands in both articles, as long as it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedPassage {
    /// Where it stands in the first.
    pub a: Span,
    /// Where it stands in the second.
    pub b: Span,
    /// Its length in words.
    pub words: u32,
}

/// At most this many passages; the longest stay.
const MOST_PASSAGES: usize = 1_000;

/// Finds the runs of at least `least` words that the articles at positions `a` and `b` have in common.
///
/// Words are compared as they are counted, so `“Ready,` and `ready` are one. A passage may run over
/// the ends of sentences and paragraphs, but not over page furniture that isn't counted. It goes as
/// far as it can both ways, and it is listed when at least one of its two sides lies in no longer
/// shared run; so where one article says a thing twice, both places are listed. Passages of hidden
/// stop words only are left out.
pub(super) fn shared_passages(selection: &Selection, a: usize, b: usize, least: u32) -> Vec<SharedPassage> {
    let text = Joined::of(selection, a, b);
    let suffixes = Suffixes::of(&text.words, text.limit);
    let (in_other_a, in_other_b) = text.longest(&suffixes);
    let mut runs = maximal_runs(&in_other_a, least, 0);
    runs.extend(maximal_runs(&in_other_b, least, text.b_start));
    let runs = ordered(runs, true, |run| Some(f64::from(run.1)), |run| run.0 as u64);
    let terms = selection.index().article_terms(a);
    // A passage is found from each side that lies in no longer run: at most twice.
    let mut found: Vec<(u32, u32, u32)> = Vec::new();
    for (start, words) in runs {
        if found.len() >= 2 * MOST_PASSAGES {
            break;
        }
        let room = 2 * MOST_PASSAGES - found.len();
        for other in text.occurrences(&suffixes, start, words).take(room) {
            let (at_a, at_b) = (text.token(start.min(other)), text.token(start.max(other)));
            if !selection.are_hidden(&terms[at_a as usize..(at_a + words) as usize]) {
                found.push((at_a, at_b, words));
            }
        }
    }
    let place = |passage: &(u32, u32, u32)| then(passage.0, passage.1);
    found = ordered(found, true, |passage| Some(f64::from(passage.2)), place);
    found.dedup();
    found.truncate(MOST_PASSAGES);
    found = ordered(found, false, |_| None, place);
    let index = selection.index();
    let span = |position: usize, token: u32, words: u32| words_span(index, position, token as usize, words as usize);
    found
        .into_iter()
        .map(|(at_a, at_b, words)| SharedPassage { a: span(a, at_a, words), b: span(b, at_b, words), words })
        .collect()
}

/// At most this many single words.
const MOST_WORDS: usize = 200;

/// The words that stand exactly once in each of the articles at positions `a` and `b`, in the order of the
/// first, each as a passage of one word. Hidden stop words and words inside one of `passages`, on either
/// side, are left out; of more than 200 those stay that the other articles have least often.
pub(super) fn single_words(
    selection: &Selection,
    a: usize,
    b: usize,
    passages: &[SharedPassage],
) -> Vec<SharedPassage> {
    let index = selection.index();
    let places = |position: usize| {
        let mut places: Vec<(TermId, u32)> =
            (0..).zip(index.article_terms(position)).map(|(token, &term)| (term, token)).collect();
        crate::sorting::sort_by(&mut places, Ord::cmp);
        let once = places.chunk_by(|x, y| x.0 == y.0).filter(|same| same.len() == 1).map(|same| same[0]);
        once.collect::<Vec<(TermId, u32)>>()
    };
    let (of_a, of_b) = (places(a), places(b));
    let within = |span: Span, whole: fn(&SharedPassage) -> Span| {
        passages.iter().map(whole).any(|whole| whole.start <= span.start && span.end <= whole.end)
    };
    let mut found: Vec<(u32, TermId, SharedPassage)> = Vec::new();
    for &(term, at_a) in of_a.iter().filter(|word| !selection.is_hidden(word.0)) {
        let Ok(place) = of_b.binary_search_by_key(&term, |word| word.0) else { continue };
        let span = |position: usize, token: u32| words_span(index, position, token as usize, 1);
        let passage = SharedPassage { a: span(a, at_a), b: span(b, of_b[place].1), words: 1 };
        if !within(passage.a, |it| it.a) && !within(passage.b, |it| it.b) {
            found.push((at_a, term, passage));
        }
    }
    if found.len() > MOST_WORDS {
        crate::sorting::sort_by(&mut found, |x, y| index.frequency(x.1).cmp(&index.frequency(y.1)).then(x.0.cmp(&y.0)));
        found.truncate(MOST_WORDS);
    }
    crate::sorting::sort_by(&mut found, |x, y| x.0.cmp(&y.0));
    found.into_iter().map(|(_, _, passage)| passage).collect()
}

/// The words of two articles in a row. Between them, and wherever page furniture was left out,
/// stands a number that stands nowhere else, so that no run crosses it.
struct Joined {
    words: Vec<u32>,
    /// By word: which token of its article it is; for a divider, no matter what.
    tokens: Vec<u32>,
    /// Where the second article starts.
    b_start: usize,
    /// All words are below.
    limit: usize,
}

impl Joined {
    fn of(selection: &Selection, a: usize, b: usize) -> Self {
        let mut joined = Self { words: Vec::new(), tokens: Vec::new(), b_start: 0, limit: selection.index().types() };
        joined.article(selection, a);
        joined.divide();
        joined.b_start = joined.words.len();
        joined.article(selection, b);
        joined
    }

    fn divide(&mut self) {
        self.words.push(self.limit as u32);
        self.tokens.push(0);
        self.limit += 1;
    }

    fn article(&mut self, selection: &Selection, position: usize) {
        let index = selection.index();
        let left_out: &[Furniture] = if selection.settings().furniture {
            &[]
        } else {
            &selection.articles()[selection.on()[position] as usize].furniture
        };
        let mut next = 0;
        for (token, &term) in (0..).zip(index.article_terms(position)) {
            let start = index.token_span(position, token as usize).start;
            if left_out.get(next).is_some_and(|piece| piece.span.start < start) {
                self.divide();
                next += left_out[next..].iter().take_while(|piece| piece.span.start < start).count();
            }
            self.words.push(term);
            self.tokens.push(token);
        }
    }

    fn token(&self, at: usize) -> u32 {
        self.tokens[at]
    }

    /// For each word of the first article and for each of the second: how long a run that starts
    /// there stands in the other.
    fn longest(&self, suffixes: &Suffixes) -> (Vec<u32>, Vec<u32>) {
        let mut longest = vec![0u32; self.words.len()];
        // What the current suffix has in common with the nearest one of each article, seen from
        // one end of the order and then from the other.
        let n = self.words.len();
        let mut with = [0u32; 2];
        for place in 0..n {
            let common = suffixes.common[place];
            self.pass(suffixes, place, common, &mut with, &mut longest);
        }
        with = [0; 2];
        for place in (0..n).rev() {
            let common = suffixes.common.get(place + 1).copied().unwrap_or(0);
            self.pass(suffixes, place, common, &mut with, &mut longest);
        }
        let b = longest.split_off(self.b_start);
        (longest, b)
    }

    fn pass(&self, suffixes: &Suffixes, place: usize, common: u32, with: &mut [u32; 2], longest: &mut [u32]) {
        let start = suffixes.starts[place] as usize;
        let own = usize::from(start >= self.b_start);
        with[0] = with[0].min(common);
        with[1] = with[1].min(common);
        longest[start] = longest[start].max(with[1 - own]);
        with[own] = u32::MAX;
    }

    /// The places in the other article where the run of `words` words from `start` stands.
    fn occurrences<'j>(
        &'j self,
        suffixes: &'j Suffixes,
        start: usize,
        words: u32,
    ) -> impl Iterator<Item = usize> + use<'j> {
        let place = suffixes.places[start] as usize;
        let before = (1..=place).rev().take_while(move |&at| suffixes.common[at] >= words).map(|at| at - 1);
        let after = (place + 1..suffixes.starts.len()).take_while(move |&at| suffixes.common[at] >= words);
        let of_b = start >= self.b_start;
        before.chain(after).map(|at| suffixes.starts[at] as usize).filter(move |&other| (other >= self.b_start) != of_b)
    }
}

/// Where runs of at least `least` words start that lie in no longer one, with their length in words.
fn maximal_runs(longest: &[u32], least: u32, offset: usize) -> Vec<(usize, u32)> {
    let mut runs = Vec::new();
    let mut covered = 0;
    for (start, &words) in longest.iter().enumerate() {
        let end = start + words as usize;
        if words >= least && end > covered {
            runs.push((offset + start, words));
        }
        covered = covered.max(end);
    }
    runs
}
