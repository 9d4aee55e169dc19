//! Where in the text does a number of the Style view come from?

use serde::{Deserialize, Serialize};

use super::names::Names;
use super::spelling::Variety;
use super::words::{Found, Words};
use super::{StyleLists, hedges, lengths, passive, spelling, syllables, tone};
use crate::analysis::error::QueryError;
use crate::analysis::evidence::words_span;
use crate::analysis::marked::{MOST_PLACES, MarkedReport};
use crate::analysis::selection::Selection;
use crate::text::Span;

/// What is looked for. An empty word means any.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feature {
    /// Sentences of so many words, first to last.
    Sentences(u32, u32),
    /// Words of so many letters and digits, first to last.
    Letters(u32, u32),
    /// Words of three syllables or more.
    Polysyllables,
    /// Words that the article has once.
    Hapaxes,
    /// Passives.
    Passives,
    /// Hedges.
    Hedges(String),
    /// Words rated pleasant, negated ones left out.
    Positive(String),
    /// Words rated unpleasant, negated ones left out.
    Negative(String),
    /// Rated words under a negation.
    Negated,
    /// Words spelt the British way.
    British(String),
    /// Words spelt the American way.
    American(String),
    /// A name, or two words of one with a blank between, as it is spelt.
    Name(String),
}

/// Finds the places behind a number: those in one article, and how many each has. Without the list that
/// it takes, there is none.
///
/// # Errors
/// When the article is unknown or off.
pub fn places(
    selection: &Selection,
    feature: &Feature,
    article: u32,
    lists: StyleLists,
) -> Result<MarkedReport, QueryError> {
    let asked = selection.position(article)?;
    let words = Words::new(selection);
    let index = selection.index();
    let finder = Finder::new(&words, feature, lists);
    let mut report = MarkedReport { article, ..MarkedReport::default() };
    for (position, &article) in selection.on().iter().enumerate() {
        let found = finder.of(&words, feature, position);
        if !found.is_empty() {
            report.counts.push((article, found.len() as u32));
        }
        if position == asked {
            let span = |found: &Found| match feature {
                // A sentence is shown whole, with its marks.
                Feature::Sentences(..) => {
                    let sentence = index.sentence_of(position, found.first);
                    sentence.map_or_else(Span::default, |number| index.sentence_spans(position)[number])
                }
                _ => words_span(index, position, found.first, found.words),
            };
            report.places = found.iter().take(MOST_PLACES).map(span).collect();
        }
    }
    Ok(report)
}

/// What the feature needs to be found: made once for all articles.
#[derive(Default)]
struct Finder<'l> {
    names: Option<Names>,
    polysyllables: Vec<bool>,
    passives: Option<passive::Passives>,
    hedges: Option<hedges::Hedges<'l>>,
    tone: Option<tone::Tone<'l>>,
    spellings: Option<spelling::Spellings<'l>>,
}

impl<'l> Finder<'l> {
    fn new(words: &Words, feature: &Feature, lists: StyleLists<'l>) -> Self {
        let mut finder = Self::default();
        match feature {
            Feature::Sentences(..) | Feature::Letters(..) | Feature::Hapaxes => {}
            Feature::Polysyllables => {
                let index = words.selection.index();
                if let Some(syllables) = lists.syllables.map(syllables::Syllables::read) {
                    let forms = 0..index.forms() as u32;
                    finder.polysyllables = forms.map(|form| syllables.of(index.form(form)) >= 3).collect();
                }
            }
            Feature::Passives => {
                finder.passives = lists.participles.map(|list| passive::Passives::read(list, words));
            }
            Feature::Hedges(_) => finder.hedges = lists.hedges.map(|list| hedges::Hedges::read(list, words)),
            Feature::Positive(_) | Feature::Negative(_) | Feature::Negated => {
                finder.names = Some(Names::find(words));
                finder.tone = lists.tone.map(|list| tone::Tone::read(list, words));
            }
            Feature::British(_) | Feature::American(_) => {
                finder.names = Some(Names::find(words));
                finder.spellings = lists.varieties.map(|list| spelling::Spellings::read(list, words));
            }
            Feature::Name(_) => finder.names = Some(Names::find(words)),
        }
        finder
    }

    fn of(&self, words: &Words, feature: &Feature, position: usize) -> Vec<Found<'_>> {
        match feature {
            Feature::Sentences(least, most) => lengths::sentences_of(words, position, *least, *most),
            Feature::Letters(least, most) => lengths::words_of(words, position, *least, *most),
            Feature::Polysyllables => self.polysyllables(words, position),
            Feature::Hapaxes => hapaxes(words, position),
            Feature::Passives => self.passives.as_ref().map_or_else(Vec::new, |it| it.of(words, position)),
            Feature::Hedges(word) => {
                let mut found = self.hedges.as_ref().map_or_else(Vec::new, |it| it.of(words, position));
                found.retain(|found| word.is_empty() || found.word == word);
                found
            }
            Feature::Positive(word) => self.rated(words, position, word, |it| !it.negated && it.rating > 0.0),
            Feature::Negative(word) => self.rated(words, position, word, |it| !it.negated && it.rating < 0.0),
            Feature::Negated => self.rated(words, position, "", |it| it.negated),
            Feature::British(word) => self.spelt(words, position, word, true),
            Feature::American(word) => self.spelt(words, position, word, false),
            Feature::Name(name) => self.named(words, position, name),
        }
    }

    fn polysyllables(&self, words: &Words, position: usize) -> Vec<Found<'_>> {
        if !words.may_be_english(position) {
            return Vec::new();
        }
        let forms = words.selection.index().article_forms(position).iter().enumerate();
        let long = forms.filter(|&(_, &form)| self.polysyllables.get(form as usize).copied().unwrap_or(false));
        long.map(|(first, _)| one(first)).collect()
    }

    fn rated(&self, words: &Words, position: usize, word: &str, wanted: fn(&tone::Rated) -> bool) -> Vec<Found<'_>> {
        let (Some(tone), Some(names)) = (&self.tone, &self.names) else { return Vec::new() };
        let found = tone.of(words, names, position).into_iter();
        let found = found.filter(|(found, rated)| wanted(rated) && (word.is_empty() || found.word == word));
        found.map(|(found, _)| found).collect()
    }

    fn spelt(&self, words: &Words, position: usize, word: &str, british: bool) -> Vec<Found<'_>> {
        let (Some(spellings), Some(names)) = (&self.spellings, &self.names) else { return Vec::new() };
        let found = spellings.of(words, names, position).into_iter();
        let found = found.filter(|(found, spelt)| {
            (spelt.variety == Variety::British) == british && (word.is_empty() || found.word == word)
        });
        found.map(|(found, _)| found).collect()
    }

    fn named(&self, words: &Words, position: usize, name: &str) -> Vec<Found<'_>> {
        let forms = words.selection.index().article_forms(position);
        let parts: Vec<&str> = name.split(' ').collect();
        if let [name] = *parts {
            let of = |form: u32| self.names.as_ref().and_then(|names| names.name(form));
            let is = |form: u32| of(form).is_some_and(|it| name.is_empty() || it == name);
            return forms.iter().enumerate().filter(|&(_, &form)| is(form)).map(|(first, _)| one(first)).collect();
        }
        let stands = |first: usize| {
            first + parts.len() <= forms.len()
                && parts.iter().enumerate().all(|(at, part)| words.form(position, first + at).base == *part)
                && (first..first + parts.len() - 1).all(|at| words.joined(position, at))
        };
        let firsts = (0..forms.len()).filter(|&first| stands(first));
        firsts.map(|first| Found { words: parts.len(), ..one(first) }).collect()
    }
}

const fn one(first: usize) -> Found<'static> {
    Found { first, words: 1, word: "" }
}

fn hapaxes(words: &Words, position: usize) -> Vec<Found<'static>> {
    let index = words.selection.index();
    let terms = index.article_terms(position);
    let sorted = crate::sorting::ascending(terms);
    let once = |term: &u32| {
        let at = sorted.partition_point(|other| other < term);
        sorted.get(at + 1) != Some(term)
    };
    terms.iter().enumerate().filter(|(_, term)| once(term)).map(|(first, _)| one(first)).collect()
}
