//! What an analysis looks at: the articles that are on, indexed under the settings.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::apart;
use super::comparison::{Comparison, Sides};
use super::coverage::Names;
use super::drawn::Drawn;
use super::error::QueryError;
use super::framing::support::Supports;
use super::general_english::GeneralEnglish;
use super::keyness::Keyness;
use super::quotations::Quotations;
use super::reuse::Kept;
use super::settings::{Grouping, Settings, StopWords};
use super::similarity::Similarities;
use super::units::{GROUPS, Units};
use super::weights::Weights;
use crate::corpus::ngrams::LONGEST;
use crate::corpus::{Article, Index, Ngrams, TermId};
use crate::sorting::{Record, bits_below, by_key, places, sort_by};
use crate::text::{Normaliser, tokens};

/// Most sentences of which each is compared with those of the other articles: some 2,800 articles of news.
const MOST_SENTENCES: usize = 100_000;
/// More words of all targets together aren't tested: at 16 bytes each they take 1.6 GB of the 4 that a worker has.
const MOST_TESTED: u64 = 100_000_000;

/// The articles that are on, indexed under the settings, with what several analyses need of them.
///
/// Articles have two numbers. Reports and queries give the place in the corpus, called `article`;
/// the index knows only those that are on, by their `position` among them.
#[derive(Debug)]
pub struct Selection {
    articles: Arc<[Article]>,
    settings: Settings,
    on: Vec<u32>,
    units: Units,
    drawn: Drawn,
    index: Index,
    /// By term: not shown.
    hidden: Vec<bool>,
    /// The terms in alphabetical order.
    alphabet: Vec<TermId>,
    /// By term: its place in the alphabet.
    rank: Vec<u32>,
    /// By length less one: counted when first asked for.
    ngrams: [OnceCell<Ngrams>; LONGEST],
    /// By length less one: the place of each n-gram in the alphabet.
    ngram_ranks: [OnceCell<Vec<u32>>; LONGEST],
    weights: OnceCell<Weights>,
    /// TF-IDF over groups, where groups are compared.
    unit_weights: OnceCell<Weights>,
    /// How alike the units are, once that was asked for.
    similarities: RefCell<Option<Rc<Similarities>>>,
    /// The keyness last asked for.
    keyness: RefCell<Option<(Comparison, Rc<[Keyness]>)>>,
    /// What was found to be reused.
    reused: Kept,
    /// Once it has been asked for.
    general_english: OnceCell<GeneralEnglish>,
    /// Once they have been asked for with every list.
    quotations: OnceCell<Rc<Quotations>>,
    /// As they are found, before any edit; once they have been asked for with every list.
    names: OnceCell<Rc<Names>>,
    /// Once it has been asked for.
    supports: OnceCell<Rc<Supports>>,
}

impl Selection {
    /// The selection of those articles whose id is not among `settings.off`, given the index of
    /// them under `settings`. Ids in `settings.off` that the corpus doesn't have are passed over:
    /// a link outlives an article.
    #[must_use]
    pub fn new(articles: Arc<[Article]>, settings: Settings, index: Index) -> Self {
        let on = articles_on(&articles, &settings);
        let types = index.types();
        // Lower-cased keys are made once a term, not once a comparison.
        let keys: Vec<String> = (0..types as u32).map(|term| index.term(term).to_lowercase()).collect();
        let alphabet: Vec<TermId> = places(types, &|a, b| {
            keys[a as usize].cmp(&keys[b as usize]).then_with(|| index.term(a).cmp(index.term(b)))
        });
        let mut rank = vec![0; types];
        for (place, &term) in alphabet.iter().enumerate() {
            rank[term as usize] = place as u32;
        }
        let hidden = hidden_terms(&index, &settings);
        Self {
            articles,
            settings,
            drawn: Drawn::of(&Units::each(&on), &on, &[]),
            units: Units::each(&on),
            on,
            index,
            hidden,
            alphabet,
            rank,
            ngrams: Default::default(),
            ngram_ranks: Default::default(),
            weights: OnceCell::new(),
            unit_weights: OnceCell::new(),
            similarities: RefCell::new(None),
            keyness: RefCell::new(None),
            reused: Kept::default(),
            general_english: OnceCell::new(),
            quotations: OnceCell::new(),
            names: OnceCell::new(),
            supports: OnceCell::new(),
        }
    }

    /// Changes which words are shown. Nothing counted depends on it.
    pub fn set_stop_words(&mut self, stop_words: StopWords) {
        self.settings.stop_words = stop_words;
        self.hidden = hidden_terms(&self.index, &self.settings);
    }

    /// Changes what was merged, split and renamed.
    pub fn set_names(&mut self, names: Vec<String>) {
        self.settings.names = names;
    }

    /// Changes what is compared: with the setting the units that it makes of the articles. Nothing counted by
    /// article depends on it.
    pub fn set_units(&mut self, grouping: Grouping, units: Units) {
        self.settings.grouping = grouping;
        self.units = units;
        self.draw(&[]);
        self.unit_weights = OnceCell::new();
        self.similarities.take();
        self.keyness.take();
        // What is said elsewhere is said in another unit.
        self.supports = OnceCell::new();
    }

    /// Has each article compared by itself.
    pub fn ungroup(&mut self) {
        self.set_units(Grouping::default(), Units::each(&self.on));
    }

    /// Has the units with these numbers drawn, or the first ones where none of them is there.
    pub fn draw(&mut self, numbers: &[u32]) {
        self.drawn = Drawn::of(&self.units, &self.on, numbers);
    }

    /// Has everything drawn, as a file has it.
    pub fn draw_all(&mut self) {
        self.drawn = Drawn::all(&self.units, &self.on);
    }

    /// What is drawn of what is counted.
    #[must_use]
    pub const fn drawn(&self) -> &Drawn {
        &self.drawn
    }

    /// Whether the unit with this number is drawn.
    #[must_use]
    pub fn is_drawn(&self, number: u32) -> bool {
        self.unit(number).is_ok_and(|place| self.drawn.units().binary_search(&place).is_ok())
    }

    /// The numbers of the units that are drawn, ascending.
    #[must_use]
    pub fn drawn_units(&self) -> Vec<u32> {
        self.drawn.of_units(self.units.numbers())
    }

    /// The numbers of the articles that are drawn, ascending.
    #[must_use]
    pub fn drawn_articles(&self) -> Vec<u32> {
        self.drawn.of_articles(&self.on)
    }

    /// What is compared: each article, or groups.
    #[must_use]
    pub const fn units(&self) -> &Units {
        &self.units
    }

    /// Word tokens of each unit, in order.
    #[must_use]
    pub fn unit_sizes(&self) -> Vec<u32> {
        self.units.sum(self.sizes())
    }

    /// TF-IDF of the units, as if the articles of each were one; computed when first asked for.
    #[must_use]
    pub fn unit_weights(&self) -> &Weights {
        if !self.units.are_groups() {
            return self.weights();
        }
        self.unit_weights.get_or_init(|| Weights::of_units(&self.index, &self.units))
    }

    /// The settings it was made under.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// All articles of the corpus, those switched off too.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// The numbers of the articles that are on, ascending.
    #[must_use]
    pub fn on(&self) -> &[u32] {
        &self.on
    }

    /// The index over the articles that are on.
    #[must_use]
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// Whether the term is left out of tables and pictures.
    #[must_use]
    pub fn is_hidden(&self, term: TermId) -> bool {
        self.hidden[term as usize]
    }

    /// By term: whether it is in the list of stop words in force, be they hidden or not.
    #[must_use]
    pub fn stop_terms(&self) -> Vec<bool> {
        stop_terms(&self.index, &self.settings)
    }

    /// The terms in alphabetical order: by their lower-case forms, then by themselves, both by code points.
    #[must_use]
    pub fn alphabet(&self) -> &[TermId] {
        &self.alphabet
    }

    /// The term's place in the alphabet.
    #[must_use]
    pub fn rank(&self, term: TermId) -> u32 {
        self.rank[term as usize]
    }

    /// Word tokens of the article at `position`.
    #[must_use]
    pub fn size(&self, position: usize) -> u32 {
        self.index.article_size(position) as u32
    }

    /// Word tokens of each article, in corpus order.
    #[must_use]
    pub fn sizes(&self) -> Vec<u32> {
        (0..self.on.len()).map(|position| self.size(position)).collect()
    }

    /// Word tokens of all articles.
    #[must_use]
    pub fn tokens(&self) -> u32 {
        self.index.tokens() as u32
    }

    /// The n-grams of this length, 1 to [`LONGEST`], counted when first asked for.
    #[must_use]
    pub fn ngrams(&self, n: u32) -> &Ngrams {
        let n = (n as usize).clamp(1, LONGEST);
        self.ngrams[n - 1].get_or_init(|| self.index.ngrams(n))
    }

    /// TF-IDF, computed when first asked for.
    #[must_use]
    pub fn weights(&self) -> &Weights {
        self.weights.get_or_init(|| Weights::compute(&self.index))
    }

    /// The place of each n-gram of this length in the alphabetical order, word by word.
    #[must_use]
    pub fn ngram_ranks(&self, n: u32) -> &[u32] {
        let at = (n as usize).clamp(1, LONGEST) - 1;
        self.ngram_ranks[at].get_or_init(|| {
            let ngrams = self.ngrams(n);
            // From the last word to the first, each sort leaving equals in the order of the one before.
            let mut order: Vec<Record> = (0..ngrams.len() as u32).map(|number| (0, number)).collect();
            for word in (0..ngrams.n()).rev() {
                for (key, number) in &mut order {
                    *key = ngrams.terms(*number as usize).get(word).map_or(0, |&term| self.rank(term).into());
                }
                by_key(&mut order, bits_below(self.index.types()));
            }
            let mut ranks = vec![0; order.len()];
            for (rank, (_, number)) in order.into_iter().enumerate() {
                ranks[number as usize] = rank as u32;
            }
            ranks
        })
    }

    /// The keyness of every target against its reference, in corpus order; kept for the next
    /// question. `progress` is told how many are done, and of how many.
    ///
    /// # Errors
    /// When a parameter is out of its range, an article is unknown or off, a group has none, or so many words of so
    /// many targets would be tested that a browser's memory can't hold them.
    pub fn keyness(
        &self,
        comparison: &Comparison,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<Rc<[Keyness]>, QueryError> {
        if let Some((kept, keyness)) = self.keyness.borrow().as_ref()
            && kept == comparison
        {
            return Ok(Rc::clone(keyness));
        }
        let sides = match comparison.is_plain(self) {
            // One that is on by itself is shown with its counts.
            true => (0..self.on.len()).map(|position| Sides::against_rest(self, position)).collect(),
            false => apart::sides(comparison, self)?,
        };
        let of = sides.len() as u32;
        let mut keyness = Vec::with_capacity(sides.len());
        for (done, sides) in (0..).zip(sides) {
            progress(done, of);
            let next = Keyness::between(self, sides, comparison.clone());
            // Of each target nearly the same words are tested: the first tells how many there will be.
            let words = next.tested().len() as u64 * u64::from(of);
            if words > MOST_TESTED {
                return Err(QueryError::OutOfRange {
                    what: "The number of words tested, those of each against the others,",
                    given: crate::digits::grouped(words),
                    may_be: "100,000,000 or fewer: switch some articles off, compare groups of them, raise the least \
                             frequency, or choose a target of your own",
                });
            }
            keyness.push(next);
        }
        let keyness: Rc<[Keyness]> = keyness.into();
        *self.keyness.borrow_mut() = Some((comparison.clone(), Rc::clone(&keyness)));
        Ok(keyness)
    }

    /// How alike each two of the units are; kept for the next question. `progress` is told how many units are
    /// done, and of how many.
    ///
    /// # Errors
    /// When there are too many.
    pub fn similarities(&self, progress: &mut dyn FnMut(u32, u32)) -> Result<Rc<Similarities>, QueryError> {
        if let Some(kept) = self.similarities.borrow().as_ref() {
            return Ok(Rc::clone(kept));
        }
        let found = Rc::new(Similarities::of(self, progress)?);
        *self.similarities.borrow_mut() = Some(Rc::clone(&found));
        Ok(found)
    }

    /// What was found to be reused, kept for the next question.
    #[must_use]
    pub const fn reused(&self) -> &Kept {
        &self.reused
    }

    /// General English, once it has been read.
    #[must_use]
    pub fn general_english(&self) -> Option<&GeneralEnglish> {
        self.general_english.get()
    }

    /// Reads general English from its list, for the questions that compare with it.
    ///
    /// # Errors
    /// As [`GeneralEnglish::read`].
    pub fn read_general_english(&self, list: &str) -> Result<(), usize> {
        if self.general_english.get().is_none() {
            let read = GeneralEnglish::read(list, &self.settings)?;
            // It was empty just now.
            let _ = self.general_english.set(read);
        }
        Ok(())
    }

    /// The quotations of the articles, once they have been found.
    #[must_use]
    pub fn quotations(&self) -> Option<&Rc<Quotations>> {
        self.quotations.get()
    }

    /// Keeps the quotations for the questions to come.
    pub fn keep_quotations(&self, quotations: Rc<Quotations>) {
        // It was empty just now, or holds the same.
        let _ = self.quotations.set(quotations);
    }

    /// The names of the articles as they are found, once they have been.
    #[must_use]
    pub fn names(&self) -> Option<&Rc<Names>> {
        self.names.get()
    }

    /// Keeps the names for the questions to come.
    pub fn keep_names(&self, names: Rc<Names>) {
        // It was empty just now, or holds the same.
        let _ = self.names.set(names);
    }

    /// Which sentence elsewhere supports each sentence; found when first asked for.
    ///
    /// # Errors
    /// When there are more sentences than can be compared in bearable time.
    pub fn supports(&self, progress: &mut dyn FnMut(u32, u32)) -> Result<Rc<Supports>, QueryError> {
        let sentences = (0..self.on.len()).map(|position| self.index.sentence_spans(position).len()).sum::<usize>();
        if sentences > MOST_SENTENCES {
            return Err(QueryError::OutOfRange {
                what: "The number of sentences that are compared",
                given: crate::digits::grouped(sentences as u64),
                may_be: "100,000 or fewer: switch some articles off",
            });
        }
        Ok(Rc::clone(self.supports.get_or_init(|| Rc::new(Supports::find(self, progress)))))
    }

    /// The n-gram of these terms as tables show it.
    #[must_use]
    pub fn text(&self, terms: &[TermId]) -> String {
        terms.iter().map(|&term| self.index.term(term)).collect::<Vec<_>>().join(" ")
    }

    /// Whether an n-gram is left out of tables and pictures: all of its words are.
    #[must_use]
    pub fn are_hidden(&self, terms: &[TermId]) -> bool {
        terms.iter().all(|&term| self.is_hidden(term))
    }

    /// The position of an article that is on.
    ///
    /// # Errors
    /// When the corpus has no such article, or it is off.
    pub fn position(&self, article: u32) -> Result<usize, QueryError> {
        if article as usize >= self.articles.len() {
            return Err(QueryError::NoSuchArticle { article, articles: self.articles.len() as u32 });
        }
        self.on.binary_search(&article).map_err(|_| QueryError::ArticleOff(article))
    }

    /// The positions of the articles that this number stands for, ascending: an article's own, or a group's.
    ///
    /// # Errors
    /// When there is no such article or group, or it is off.
    pub fn members(&self, number: u32) -> Result<Vec<usize>, QueryError> {
        if number < GROUPS {
            return self.position(number).map(|position| vec![position]);
        }
        self.units.place(number).map(|place| self.units.members(place).to_vec())
    }

    /// The place of a unit among those that are compared.
    ///
    /// # Errors
    /// When it is none of them: an article that the corpus doesn't have or that is off, or no such group.
    pub fn unit(&self, number: u32) -> Result<usize, QueryError> {
        if self.units.are_groups() { self.units.place(number) } else { self.position(number) }
    }

    /// Nothing, when there are two units or more to compare, or articles that are compared each by itself.
    ///
    /// # Errors
    /// When all articles are in one group.
    pub fn several_groups(&self) -> Result<(), QueryError> {
        if self.units.are_groups() && self.units.len() < 2 { Err(QueryError::OneGroup) } else { Ok(()) }
    }

    /// Nothing, when there is something to count.
    ///
    /// # Errors
    /// When no article is on, or none that is on has a word.
    pub fn not_empty(&self) -> Result<(), QueryError> {
        if self.on.is_empty() {
            Err(QueryError::NoArticleOn)
        } else if self.tokens() == 0 {
            Err(QueryError::NoWord)
        } else {
            Ok(())
        }
    }

    /// How the corpus writes a term, most frequent first.
    pub(super) fn variants(&self, term: TermId) -> Vec<String> {
        self.index.variants(term).into_iter().map(|(written, _)| written).collect()
    }

    /// A word or n-gram as the corpus writes each of its words most often; of forms as frequent as
    /// each other, as it is counted.
    pub(super) fn written(&self, term: &str) -> String {
        let words = term.split(' ').map(|word| {
            let variants = self.index.term_id(word).map(|id| self.index.variants(id)).unwrap_or_default();
            match variants.first() {
                Some((_, most)) if variants.iter().any(|(form, count)| form == word && count == most) => {
                    word.to_owned()
                }
                Some((form, _)) => form.clone(),
                None => word.to_owned(),
            }
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The numbers of the articles that are on, ascending.
#[must_use]
pub fn articles_on(articles: &[Article], settings: &Settings) -> Vec<u32> {
    (0..).zip(articles).filter(|(_, article)| !settings.off.contains(&article.id)).map(|(number, _)| number).collect()
}

/// The terms a person's words count as under the settings, in order.
pub(super) fn folded(typed: &str, settings: &Settings) -> Vec<String> {
    let normaliser = Normaliser::new(settings.words);
    tokens(typed, &settings.words).iter().map(|span| normaliser.term(span.of(typed), false)).collect()
}

/// The stop words in force, in the alphabetical order of their bytes: the built-in list and the
/// words added, less those removed, each as it is counted.
#[must_use]
pub fn stop_words(settings: &Settings) -> Vec<String> {
    let own = |words: &[String]| -> Vec<String> { words.iter().flat_map(|word| folded(word, settings)).collect() };
    let removed = own(&settings.stop_words.removed);
    let mut words: Vec<String> = crate::text::stop_words().map(str::to_owned).collect();
    words.extend(own(&settings.stop_words.added));
    words.retain(|word| !removed.contains(word));
    sort_by(&mut words, String::cmp);
    words.dedup();
    words
}

/// By term: whether the settings keep it out of tables and pictures.
fn hidden_terms(index: &Index, settings: &Settings) -> Vec<bool> {
    if settings.stop_words.hidden { stop_terms(index, settings) } else { vec![false; index.types()] }
}

/// By term: whether it is in the list of stop words in force.
fn stop_terms(index: &Index, settings: &Settings) -> Vec<bool> {
    let types = index.types() as TermId;
    let mut hidden: Vec<bool> = (0..types).map(|term| index.is_stop_word(term)).collect();
    let mut set = |words: &[String], value: bool| {
        for word in words {
            // As tables show it, or else as the settings count it: a stem may have another stem itself.
            if let Some(term) = index.term_id(word) {
                hidden[term as usize] = value;
                continue;
            }
            for term in folded(word, settings).iter().filter_map(|term| index.term_id(term)) {
                hidden[term as usize] = value;
            }
        }
    };
    set(&settings.stop_words.added, true);
    set(&settings.stop_words.removed, false);
    hidden
}
