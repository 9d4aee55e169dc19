//! Which sentence of another article, or of another group, says most of what a sentence says?
//!
//! Every sentence is the set of its content stems; [`stats::support`](crate::stats::support) weighs them. The
//! nearest sentence elsewhere is found exactly, without looking at every pair: a sentence's stems are gone
//! through from the heaviest on, each adding its weight to every sentence that has it (an inverted index),
//! and as soon as what is left weighs less than the best sum so far, no new sentence can win and only those
//! met already are worked out. In a large collection the lists of the most frequent stems would be the longest
//! and say the least: these have a bit a sentence besides, by which a sum is found at once.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::analysis::selection::Selection;
use crate::corpus::TermId;
use crate::stats::support::{share, weight};
use crate::text::stems::stem;

/// A stem's number, dense, in the order of its first term.
pub type Stem = u32;

/// What is known of one sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Supported {
    /// Its article, by position among those that are on, and its number there.
    pub position: u32,
    /// Its number in the article.
    pub sentence: u32,
    /// Different content stems.
    pub words: u32,
    /// What they weigh.
    pub weight: f64,
    /// The share of that that the nearest sentence elsewhere, in another unit, has; `None` where it has no weight or
    /// there is no elsewhere.
    pub support: Option<f64>,
    /// The share that other units have at all; `None` as well.
    pub coverage: Option<f64>,
    /// The nearest sentence elsewhere, by its number in [`Supports::all`]; `None` where none has a word of it.
    pub nearest: Option<u32>,
}

/// Every sentence of the articles that are on.
#[derive(Debug, Default)]
pub struct Supports {
    /// By article and place.
    pub all: Vec<Supported>,
    /// By term: its stem; `None` for stop words.
    stems: Vec<Option<Stem>>,
    /// By stem: its weight.
    weights: Vec<f64>,
    /// By stem: how many sentences have it, and how many units: articles, or groups where those are compared.
    spread: Vec<(u32, u32)>,
    /// By position: the place of the unit that the article belongs to.
    units: Vec<u32>,
    /// Where each sentence's stems start in `content`; one more than there are sentences.
    starts: Vec<u32>,
    /// Stems, ascending in each sentence, each once.
    content: Vec<Stem>,
}

impl Supports {
    /// Finds the nearest sentence of every sentence; `progress` is told how many articles are done, of how many.
    pub fn find(selection: &Selection, progress: &mut dyn FnMut(u32, u32)) -> Self {
        Self::found(selection, LARGE, progress)
    }

    fn found(selection: &Selection, large: usize, progress: &mut dyn FnMut(u32, u32)) -> Self {
        let mut supports = Self::read(selection);
        let lists = Lists::of(&supports, selection, large);
        let of = selection.on().len() as u32;
        let units = selection.units().len() as u32;
        let mut search = Search::new(supports.all.len());
        for number in 0..supports.all.len() {
            let position = supports.all[number].position;
            if number == 0 || supports.all[number - 1].position != position {
                progress(position, of);
            }
            let found = supports.look(number, &lists, &mut search, units);
            supports.all[number] = found;
        }
        supports
    }

    /// The sentences and their stems, nothing compared yet.
    fn read(selection: &Selection) -> Self {
        let index = selection.index();
        let (stems, count) = stems_of(selection);
        let units: Vec<u32> = selection.units().places().into_iter().map(|place| place as u32).collect();
        let mut supports = Self { stems, starts: vec![0], units, ..Self::default() };
        for position in 0..selection.on().len() {
            let terms = index.article_terms(position);
            let starts = index.sentence_starts(position);
            for (sentence, &start) in starts.iter().enumerate() {
                let end = starts.get(sentence + 1).map_or(terms.len(), |&next| next as usize);
                let own = terms[start as usize..end].iter().filter_map(|&term| supports.stems[term as usize]);
                let mut own = crate::sorting::ascending(&own.collect::<Vec<_>>());
                own.dedup();
                supports.content.extend(own);
                supports.starts.push(supports.content.len() as u32);
                supports.all.push(Supported {
                    position: position as u32,
                    sentence: sentence as u32,
                    ..Supported::default()
                });
            }
        }
        let spread = supports.spread_of(selection, count);
        let sentences = supports.all.len() as u32;
        supports.weights = spread.iter().map(|&(having, _)| weight(sentences, having)).collect();
        supports.spread = spread;
        supports
    }

    /// By stem: how many sentences have it, and how many units.
    fn spread_of(&self, selection: &Selection, stems: usize) -> Vec<(u32, u32)> {
        let mut seen_in = vec![u32::MAX; stems];
        let mut spread = vec![(0, 0); stems];
        // Unit by unit: the articles of a group don't stand in a row.
        for place in 0..selection.units().len() {
            for &position in selection.units().members(place) {
                for number in self.of_article(position) {
                    for &stem in self.content(number) {
                        let (sentences, units): &mut (u32, u32) = &mut spread[stem as usize];
                        *sentences += 1;
                        if std::mem::replace(&mut seen_in[stem as usize], place as u32) != place as u32 {
                            *units += 1;
                        }
                    }
                }
            }
        }
        spread
    }

    /// The sentences of the article at `position`, by their numbers in [`Supports::all`].
    #[must_use]
    pub fn of_article(&self, position: usize) -> Range<usize> {
        let from = self.all.partition_point(|it| (it.position as usize) < position);
        from..from + self.all[from..].partition_point(|it| it.position as usize == position)
    }

    /// The place of the unit that a sentence belongs to.
    fn unit(&self, number: usize) -> u32 {
        self.units[self.all[number].position as usize]
    }

    /// The stems of a sentence, ascending.
    #[must_use]
    pub fn content(&self, number: usize) -> &[Stem] {
        match (self.starts.get(number), self.starts.get(number + 1)) {
            (Some(&from), Some(&to)) => &self.content[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The stem of a term; `None` for a stop word.
    #[must_use]
    pub fn stem(&self, term: TermId) -> Option<Stem> {
        self.stems.get(term as usize).copied().flatten()
    }

    /// What a stem weighs.
    #[must_use]
    pub fn weight(&self, stem: Stem) -> f64 {
        self.weights.get(stem as usize).copied().unwrap_or(0.0)
    }

    /// How many sentences have a stem, and how many units: articles, or groups.
    #[must_use]
    pub fn spread(&self, stem: Stem) -> (u32, u32) {
        self.spread.get(stem as usize).copied().unwrap_or_default()
    }

    /// Whether a sentence has a stem.
    #[must_use]
    pub fn has(&self, number: usize, stem: Stem) -> bool {
        self.content(number).binary_search(&stem).is_ok()
    }

    fn look(&self, number: usize, lists: &Lists, search: &mut Search, units: u32) -> Supported {
        let content = self.content(number);
        let all: f64 = content.iter().map(|&stem| self.weight(stem)).sum();
        let found = Supported { words: content.len() as u32, weight: all, ..self.all[number] };
        if units < 2 || all <= 0.0 {
            return found;
        }
        let nearest = search.nearest(self, content, self.unit(number), lists);
        let common = |other: u32| -> f64 {
            content.iter().filter(|&&stem| self.has(other as usize, stem)).map(|&stem| self.weight(stem)).sum()
        };
        let elsewhere: f64 =
            content.iter().filter(|&&stem| self.spread(stem).1 > 1).map(|&stem| self.weight(stem)).sum();
        Supported {
            support: share(nearest.map_or(0.0, common), all),
            coverage: share(elsewhere, all),
            nearest,
            ..found
        }
    }
}

/// Words that the stop list lacks and that say nothing of the matter; `will` would be the stem of `willing`.
const AUXILIARIES: [&str; 7] = ["will", "can", "may", "might", "must", "shall", "also"];

/// The stem of every term that is no stop word, and how many stems there are.
fn stems_of(selection: &Selection) -> (Vec<Option<Stem>>, usize) {
    let index = selection.index();
    let mut numbers: BTreeMap<String, Stem> = BTreeMap::new();
    let stems = (0..index.types() as u32)
        .map(|term| {
            let word = index.term(term).to_lowercase();
            if index.is_stop_word(term) || AUXILIARIES.contains(&word.as_str()) {
                return None;
            }
            let stem = stem(&word).unwrap_or(word);
            let next = numbers.len() as Stem;
            Some(*numbers.entry(stem).or_insert(next))
        })
        .collect();
    (stems, numbers.len())
}

/// For each stem the sentences that have it, unit by unit, in each ascending; for a frequent one also a bit a sentence.
struct Lists {
    starts: Vec<u32>,
    sentences: Vec<u32>,
    /// By stem: where its bits start, in words of 64; `u32::MAX`: it has none.
    rows: Vec<u32>,
    bits: Vec<u64>,
    /// Words of 64 bits in a row.
    row: usize,
}

/// Collections of fewer sentences have no bits: their lists are short.
const LARGE: usize = 4096;
/// A stem has bits if one sentence in so many has it: then they take no more room than its list.
const ONE_IN: usize = 64;

impl Lists {
    /// `large`: from so many sentences on frequent stems have bits.
    fn of(supports: &Supports, selection: &Selection, large: usize) -> Self {
        let mut starts = vec![0_u32];
        let mut sum = 0;
        for &(sentences, _) in &supports.spread {
            sum += sentences;
            starts.push(sum);
        }
        let mut next = starts.clone();
        let mut sentences = vec![0; sum as usize];
        let units = selection.units();
        let in_order = (0..units.len()).flat_map(|place| units.members(place));
        for number in in_order.flat_map(|&position| supports.of_article(position)) {
            for &stem in supports.content(number) {
                let at = &mut next[stem as usize];
                sentences[*at as usize] = number as u32;
                *at += 1;
            }
        }
        let row = supports.all.len().div_ceil(64);
        let mut lists = Self { starts, sentences, rows: vec![u32::MAX; supports.spread.len()], bits: Vec::new(), row };
        if supports.all.len() >= large {
            for stem in 0..lists.rows.len() as Stem {
                if lists.of_stem(stem).len() * ONE_IN > supports.all.len() {
                    let mut bits = vec![0_u64; row];
                    for &number in lists.of_stem(stem) {
                        bits[number as usize / 64] |= 1 << (number % 64);
                    }
                    lists.rows[stem as usize] = (lists.bits.len() / row) as u32;
                    lists.bits.extend(bits);
                }
            }
        }
        lists
    }

    /// A stem’s bits, where it has any.
    fn bits(&self, stem: Stem) -> Option<&[u64]> {
        let at = self.rows[stem as usize];
        (at != u32::MAX).then(|| &self.bits[at as usize * self.row..(at as usize + 1) * self.row])
    }

    /// The sentences outside the unit at place `own` that have a stem: an article may have thousands itself.
    fn elsewhere<'l>(&'l self, supports: &Supports, stem: Stem, own: u32) -> impl Iterator<Item = &'l u32> {
        let list = self.of_stem(stem);
        let before = list.partition_point(|&it| supports.unit(it as usize) < own);
        let from = list.partition_point(|&it| supports.unit(it as usize) <= own);
        list[..before].iter().chain(&list[from..])
    }

    fn of_stem(&self, stem: Stem) -> &[u32] {
        &self.sentences[self.starts[stem as usize] as usize..self.starts[stem as usize + 1] as usize]
    }
}

/// By so much a sum may be off by rounding.
const SLACK: f64 = 1.0 + 1e-9;

/// The sums of one search, kept for the next.
struct Search {
    /// By sentence.
    sums: Vec<f64>,
    /// Sentences with a sum.
    met: Vec<u32>,
}

impl Search {
    fn new(sentences: usize) -> Self {
        Self { sums: vec![0.0; sentences], met: Vec::new() }
    }

    /// The sentence outside the unit at place `own` that shares the most weight with these stems; of equals the earlier.
    fn nearest(&mut self, supports: &Supports, content: &[Stem], own: u32, lists: &Lists) -> Option<u32> {
        // The heaviest first: their lists are the shortest. Equal weights by number.
        let order = crate::analysis::table::ordered(
            content.to_vec(),
            true,
            |&stem| Some(supports.weight(stem)),
            |&stem| u64::from(stem),
        );
        let mut left: Vec<f64> = vec![0.0; order.len() + 1];
        for (at, &stem) in order.iter().enumerate().rev() {
            left[at] = left[at + 1] + supports.weight(stem);
        }
        // The last of them, if they have bits, are looked for in another way.
        let has_bits = |&&stem: &&Stem| lists.bits(stem).is_some();
        let dense = order.len() - order.iter().rev().take_while(has_bits).count();
        let mut best = 0.0_f64;
        let mut cut = dense;
        for (at, &stem) in order[..dense].iter().enumerate() {
            // Rounding may make the rest a trifle smaller than it is.
            if left[at] * SLACK < best {
                cut = at;
                break;
            }
            let weight = supports.weight(stem);
            for &number in lists.elsewhere(supports, stem, own) {
                let sum = &mut self.sums[number as usize];
                if *sum == 0.0 {
                    self.met.push(number);
                }
                *sum += weight;
                best = best.max(*sum);
            }
        }
        let rest = &order[cut..];
        let bits: Vec<Option<&[u64]>> = rest.iter().map(|&stem| lists.bits(stem)).collect();
        let mut nearest: Option<(f64, u32)> = None;
        let mut offer = |sum: f64, number: u32| {
            if sum > 0.0 && nearest.is_none_or(|(most, first)| sum > most || (sum == most && number < first)) {
                nearest = Some((sum, number));
            }
        };
        for &number in &self.met {
            let mut sum = std::mem::take(&mut self.sums[number as usize]);
            if (sum + left[cut]) * SLACK < best {
                continue;
            }
            for (&stem, bits) in rest.iter().zip(&bits) {
                let has = match bits {
                    Some(bits) => bits[number as usize / 64] >> (number % 64) & 1 == 1,
                    None => supports.has(number as usize, stem),
                };
                if has {
                    sum += supports.weight(stem);
                }
            }
            best = best.max(sum);
            offer(sum, number);
        }
        // Sentences that share nothing but stems with bits: each stem's list again, until what is left can't win.
        for (at, &stem) in order.iter().enumerate().skip(if cut == dense { dense } else { order.len() }) {
            if left[at] * SLACK < best {
                break;
            }
            let others = &bits[at - dense + 1..];
            for &number in lists.elsewhere(supports, stem, own) {
                let (word, bit) = (number as usize / 64, number % 64);
                let mut sum = supports.weight(stem);
                for (&other, bits) in order[at + 1..].iter().zip(others) {
                    if bits.is_some_and(|bits| bits[word] >> bit & 1 == 1) {
                        sum += supports.weight(other);
                    }
                }
                // One that was met already has this and more, and was offered.
                if sum >= best {
                    best = sum;
                    offer(sum, number);
                }
            }
        }
        self.met.clear();
        nearest.map(|it| it.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::grouping::{self, Compared, Countries, HandGroup};
    use crate::analysis::settings::Settings;
    use crate::corpus::{Article, Index};
    use proptest::prelude::*;

    /// Articles in `groups` groups by turns; in none: each by itself.
    fn selection(texts: &[String], groups: usize) -> Selection {
        let article =
            |(at, text): (usize, &String)| Article { id: at.to_string(), text: text.clone(), ..Article::default() };
        let articles: Vec<Article> = texts.iter().enumerate().map(article).collect();
        let settings = Settings::default();
        let index = Index::build(&articles, &settings.words, false).unwrap();
        let mut selection = Selection::new(articles.into(), settings, index);
        if groups > 0 {
            let made = |group: usize| HandGroup {
                name: group.to_string(),
                articles: (0..texts.len()).filter(|at| at % groups == group).map(|at| at.to_string()).collect(),
            };
            let compared = Compared::by_hand((0..groups).map(made).collect());
            let units = grouping::units(&selection, &compared, Countries::default());
            selection.set_units(compared.setting(), units);
        }
        selection
    }

    fn supports(texts: &[&str]) -> Supports {
        Supports::find(&selection(&texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>(), 0), &mut |_, _| {})
    }

    #[test]
    fn a_copy_is_wholly_supported_and_what_nobody_says_not_at_all() {
        let found = supports(&["Allies defend Romania. Cats sleep.", "The ally defended Romania!", "Dogs bark."]);
        assert_eq!(found.all[0].support, Some(1.0));
        assert_eq!(found.all[0].nearest, Some(2));
        assert_eq!((found.all[1].support, found.all[1].coverage, found.all[1].nearest), (Some(0.0), Some(0.0), None));
    }

    #[test]
    fn alone_or_without_a_content_word_it_is_undefined() {
        let found = supports(&["Allies defend Romania. He is."]);
        assert!(found.all.iter().all(|it| it.support.is_none() && it.coverage.is_none()));
        let found = supports(&["He is.", "He is not."]);
        assert!(found.all.iter().all(|it| it.support.is_none() && it.words == 0));
    }

    #[test]
    fn coverage_may_come_from_many_sentences_support_only_from_one() {
        let found = supports(&["Red green blue.", "Red sky. Green grass. Blue sea."]);
        assert_eq!(found.all[0].coverage, Some(1.0));
        let support = found.all[0].support.unwrap();
        assert!((support - 1.0 / 3.0).abs() < 1e-12, "{support}");
        assert_eq!(found.all[0].nearest, Some(1), "of equals the earlier");
    }

    proptest! {
        /// Every pair is asked.
        #[test]
        fn agrees_with_asking_every_pair(
            texts in prop::collection::vec("([a-e]x{0,1} ?){0,9}([.] ([a-g]y ?){0,6}){0,3}", 2..6),
            bits: bool,
            groups in 0_usize..4,
        ) {
            // Small as they are, all of their stems have bits where these are asked for.
            let selection = selection(&texts, groups);
            let found = Supports::found(&selection, if bits { 0 } else { usize::MAX }, &mut |_, _| {});
            let other = Supports::found(&selection, if bits { usize::MAX } else { 0 }, &mut |_, _| {});
            prop_assert_eq!(&found.all, &other.all);
            for (number, it) in found.all.iter().enumerate() {
                let content = found.content(number);
                let all: f64 = content.iter().map(|&stem| found.weight(stem)).sum();
                // With one group there is no elsewhere.
                prop_assert_eq!(it.support.is_some(), all > 0.0 && groups != 1);
                let Some(support) = it.support else { continue };
                let common = |other: usize| -> f64 {
                    content.iter().filter(|stem| found.content(other).contains(stem)).map(|&stem| found.weight(stem)).sum()
                };
                let unit = |it: &Supported| if groups == 0 { it.position } else { it.position % groups as u32 };
                let others = (0..found.all.len()).filter(|&other| unit(&found.all[other]) != unit(it));
                let most = others.map(common).fold(0.0, f64::max);
                prop_assert!((support - most / all).abs() < 1e-9, "{} {} {}", number, support, most / all);
                prop_assert_eq!(it.nearest.is_some(), most > 0.0);
                prop_assert!(it.coverage.unwrap() >= support - 1e-12 && it.coverage.unwrap() <= 1.0);
            }
        }
    }
}
