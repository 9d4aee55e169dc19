//! What do the word lists find, by article and by word?

use super::names::{Names, WordCount, one_more};
use super::spelling::{self, Variety};
use super::words::Words;
use super::{SpellingCount, StyleLists, ToneCount, hedges, passive, syllables, tone};
use crate::analysis::selection::Selection;
use crate::sorting::sort_by;

/// What the word lists find, by article and by word.
#[derive(Default)]
pub(super) struct Wording {
    /// By form.
    pub syllables: Option<Vec<u32>>,
    /// By article: British, American.
    pub varieties: Option<Vec<(u32, u32)>>,
    /// By article: passives, and sentences with one.
    pub passives: Option<Vec<(u32, u32)>>,
    /// By article.
    pub hedged: Option<Vec<u32>>,
    /// By article: pleasant, unpleasant, negated, the sum of ratings.
    pub rated: Option<Vec<(u32, u32, u32, f64)>>,
    pub spellings: Vec<SpellingCount>,
    pub hedges: Vec<WordCount>,
    pub tone: Vec<ToneCount>,
}

impl Wording {
    pub fn find(words: &Words, names: &Names, lists: StyleLists) -> Self {
        let mut wording = Self::default();
        let positions = 0..words.articles();
        let index = words.selection.index();
        if let Some(list) = lists.syllables {
            let syllables = syllables::Syllables::read(list);
            wording.syllables = Some((0..index.forms() as u32).map(|form| syllables.of(index.form(form))).collect());
        }
        if let Some(list) = lists.varieties {
            let spellings = spelling::Spellings::read(list, words);
            let mut tally = Tally::default();
            let by_article = positions.clone().map(|position| {
                let found = spellings.of(words, names, position);
                let british = found.iter().filter(|(_, spelt)| spelt.variety == Variety::British).count() as u32;
                let american = found.len() as u32 - british;
                tally.add(position, found.into_iter().map(|(found, spelt)| (found.word, spelt)));
                (british, american)
            });
            wording.varieties = Some(by_article.collect());
            wording.spellings = tally
                .counted(words.selection)
                .into_iter()
                .map(|(count, spelt)| SpellingCount { count, variety: spelt.variety, other: spelt.other.to_owned() })
                .collect();
        }
        if let Some(list) = lists.participles {
            let passives = passive::Passives::read(list, words);
            wording.passives = Some(
                positions
                    .clone()
                    .map(|position| {
                        let found = passives.of(words, position);
                        let mut sentences: Vec<_> =
                            found.iter().map(|found| index.sentence_of(position, found.first)).collect();
                        sentences.dedup();
                        (found.len() as u32, sentences.len() as u32)
                    })
                    .collect(),
            );
        }
        if let Some(list) = lists.hedges {
            let hedges = hedges::Hedges::read(list, words);
            let mut tally = Tally::default();
            let by_article = positions.clone().map(|position| {
                let found = hedges.of(words, position);
                let count = found.len() as u32;
                tally.add(position, found.into_iter().map(|found| (found.word, ())));
                count
            });
            wording.hedged = Some(by_article.collect());
            wording.hedges = tally.counted(words.selection).into_iter().map(|(count, ())| count).collect();
        }
        if let Some(list) = lists.tone {
            let tone = tone::Tone::read(list, words);
            let mut tally = Tally::default();
            let by_article = positions.map(|position| {
                let found = tone.of(words, names, position);
                let mut sums = (0, 0, 0, 0.0);
                for (_, rated) in &found {
                    if rated.negated {
                        sums.2 += 1;
                        continue;
                    }
                    sums.0 += u32::from(rated.rating > 0.0);
                    sums.1 += u32::from(rated.rating < 0.0);
                    sums.3 += rated.rating;
                }
                let counted = found.into_iter().filter(|(_, rated)| !rated.negated);
                tally.add(position, counted.map(|(found, rated)| (found.word, rated.rating)));
                sums
            });
            wording.rated = Some(by_article.collect());
            wording.tone =
                tally.counted(words.selection).into_iter().map(|(count, rating)| ToneCount { count, rating }).collect();
        }
        wording
    }
}

/// Counts words by article, with what is known of each.
struct Tally<'l, T> {
    found: Vec<(&'l str, usize, T)>,
}

impl<T> Default for Tally<'_, T> {
    fn default() -> Self {
        Self { found: Vec::new() }
    }
}

impl<'l, T: Copy> Tally<'l, T> {
    fn add(&mut self, position: usize, words: impl Iterator<Item = (&'l str, T)>) {
        self.found.extend(words.map(|(word, known)| (word, position, known)));
    }

    /// The words, most frequent first, then by bytes.
    fn counted(mut self, selection: &Selection) -> Vec<(WordCount, T)> {
        sort_by(&mut self.found, |a, b| a.0.cmp(b.0).then(a.1.cmp(&b.1)));
        let mut counted: Vec<(WordCount, T)> = self
            .found
            .chunk_by(|a, b| a.0 == b.0)
            .map(|same| {
                let mut counts = Vec::new();
                for (_, position, _) in same {
                    one_more(&mut counts, *position);
                }
                (WordCount::new(selection, same[0].0.to_owned(), &counts), same[0].2)
            })
            .collect();
        sort_by(&mut counted, |a, b| b.0.total.cmp(&a.0.total).then_with(|| a.0.word.cmp(&b.0.word)));
        counted
    }
}
