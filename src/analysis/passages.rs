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
    /// Number of the article that it stands in on the first side: the first, or one of the first group.
    pub article_a: u32,
    /// Where it stands there.
    pub a: Span,
    /// Number of the article on the second side.
    pub article_b: u32,
    /// Where it stands there.
    pub b: Span,
    /// Its length in words.
    pub words: u32,
}

/// At most this many passages; the longest stay.
const MOST_PASSAGES: usize = 1_000;

/// Finds the runs of at least `least` words that the units at places `a` and `b` have in common.
///
/// Those of a group are its articles one after another; no run goes over from one to the next.
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
    // A passage is found from each side that lies in no longer run: at most twice. By where it starts in the row.
    let mut found: Vec<(u32, u32, u32)> = Vec::new();
    for (start, words) in runs {
        if found.len() >= 2 * MOST_PASSAGES {
            break;
        }
        let room = 2 * MOST_PASSAGES - found.len();
        for other in text.occurrences(&suffixes, start, words).take(room) {
            let (at_a, at_b) = (start.min(other), start.max(other));
            if !selection.are_hidden(&text.words[at_a..at_a + words as usize]) {
                found.push((at_a as u32, at_b as u32, words));
            }
        }
    }
    let place = |passage: &(u32, u32, u32)| then(passage.0, passage.1);
    found = ordered(found, true, |passage| Some(f64::from(passage.2)), place);
    found.dedup();
    found.truncate(MOST_PASSAGES);
    found = ordered(found, false, |_| None, place);
    let index = selection.index();
    let place = |at: u32, words: u32| {
        let (position, token) = text.token(at as usize);
        let span = words_span(index, position as usize, token as usize, words as usize);
        (selection.on()[position as usize], span)
    };
    found
        .into_iter()
        .map(|(at_a, at_b, words)| {
            let ((article_a, a), (article_b, b)) = (place(at_a, words), place(at_b, words));
            SharedPassage { article_a, a, article_b, b, words }
        })
        .collect()
}

/// At most this many single words.
const MOST_WORDS: usize = 200;

/// The words that stand exactly once in each of the units at places `a` and `b`, in the order of the
/// first, each as a passage of one word. Hidden stop words and words inside one of `passages`, on either
/// side, are left out; of more than 200 those stay that the other articles have least often.
pub(super) fn single_words(
    selection: &Selection,
    a: usize,
    b: usize,
    passages: &[SharedPassage],
) -> Vec<SharedPassage> {
    let index = selection.index();
    // With each word its article's position and its place there.
    type Place = (u32, u32);
    let places = |unit: usize| {
        let mut places: Vec<(TermId, Place)> = Vec::new();
        for &position in selection.units().members(unit) {
            let terms = (0..).zip(index.article_terms(position));
            places.extend(terms.map(|(token, &term)| (term, (position as u32, token))));
        }
        crate::sorting::sort_by(&mut places, Ord::cmp);
        let once = places.chunk_by(|x, y| x.0 == y.0).filter(|same| same.len() == 1).map(|same| same[0]);
        once.collect::<Vec<(TermId, Place)>>()
    };
    let (of_a, of_b) = (places(a), places(b));
    let within = |article: u32, span: Span, whole: fn(&SharedPassage) -> (u32, Span)| {
        let mut wholes = passages.iter().map(whole);
        wholes.any(|(of, whole)| of == article && whole.start <= span.start && span.end <= whole.end)
    };
    let mut found: Vec<(Place, TermId, SharedPassage)> = Vec::new();
    for &(term, at_a) in of_a.iter().filter(|word| !selection.is_hidden(word.0)) {
        let Ok(place) = of_b.binary_search_by_key(&term, |word| word.0) else { continue };
        let at = |(position, token): Place| {
            (selection.on()[position as usize], words_span(index, position as usize, token as usize, 1))
        };
        let ((article_a, a), (article_b, b)) = (at(at_a), at(of_b[place].1));
        if !within(article_a, a, |it| (it.article_a, it.a)) && !within(article_b, b, |it| (it.article_b, it.b)) {
            found.push((at_a, term, SharedPassage { article_a, a, article_b, b, words: 1 }));
        }
    }
    if found.len() > MOST_WORDS {
        crate::sorting::sort_by(&mut found, |x, y| index.frequency(x.1).cmp(&index.frequency(y.1)).then(x.0.cmp(&y.0)));
        found.truncate(MOST_WORDS);
    }
    crate::sorting::sort_by(&mut found, |x, y| x.0.cmp(&y.0));
    found.into_iter().map(|(_, _, passage)| passage).collect()
}

/// The words of two units in a row. Between articles, and wherever page furniture was left out,
/// stands a number that stands nowhere else, so that no run crosses it.
struct Joined {
    words: Vec<u32>,
    /// By word: the position of its article, and which token of it it is; for a divider, no matter what.
    tokens: Vec<(u32, u32)>,
    /// Where the second unit starts.
    b_start: usize,
    /// All words are below.
    limit: usize,
}

impl Joined {
    fn of(selection: &Selection, a: usize, b: usize) -> Self {
        let mut joined = Self { words: Vec::new(), tokens: Vec::new(), b_start: 0, limit: selection.index().types() };
        for &position in selection.units().members(a) {
            joined.article(selection, position);
            joined.divide();
        }
        joined.b_start = joined.words.len();
        for (at, &position) in selection.units().members(b).iter().enumerate() {
            if at > 0 {
                joined.divide();
            }
            joined.article(selection, position);
        }
        joined
    }

    fn divide(&mut self) {
        self.words.push(self.limit as u32);
        self.tokens.push((0, 0));
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
            self.tokens.push((position as u32, token));
        }
    }

    fn token(&self, at: usize) -> (u32, u32) {
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
