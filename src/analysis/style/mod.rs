//! How is each article written? Its vocabulary, its sentences, its spelling, its names and its wording.
//!
//! | module | question |
//! | --- | --- |
//! | `words` | what are the words as written, and which capitals are due to their place? |
//! | `lengths` | how long are sentences and words? |
//! | `syllables` | how many syllables has a word? |
//! | [`names`] | which names are there, and how are they spelt? |
//! | [`spelling`] | which spellings are British, which American? |
//! | `passive`, `hedges`, `tone` | where is a passive, a hedge, a rated word? |
//! | `wording` | what do the lists find, by article and by word? |
//! | [`places`] | where in the text does a number come from? |
//! | `methods` | how is all that found? |
//! | `finding` | what does the view say first? |
//!
//! The word lists come with the question: the engine loads them. Where one is missing, what needs it
//! is undefined, and the rest stands. So it is for a text that is in another language: the lists, and the
//! formulas of readability, were made for English.

mod finding;
mod hedges;
pub mod lengths;
pub mod measured;
pub(super) mod methods;
pub mod names;
mod passive;
pub mod places;
pub mod spelling;
mod syllables;
mod tone;
mod wording;
pub(super) mod words;

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::finding::Finding;
use super::selection::Selection;
use super::table::ordered;
use crate::stats::diversity;
use crate::stats::readability::TextCounts;
use lengths::Lengths;
use measured::{Measured, Undefined};
use names::{NameVariants, Names, WordCount};
use spelling::Variety;
use wording::Wording;
use words::Words;

/// The word lists that the question needs, as their files have them; `None` for one that couldn't be loaded.
#[derive(Clone, Copy, Debug, Default)]
pub struct StyleLists<'l> {
    /// `syllables.txt`
    pub syllables: Option<&'l str>,
    /// `varieties.txt`
    pub varieties: Option<&'l str>,
    /// `participles.txt`
    pub participles: Option<&'l str>,
    /// `hedges.txt`
    pub hedges: Option<&'l str>,
    /// `tone.txt`
    pub tone: Option<&'l str>,
}

/// A column of the table of articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StyleColumn {
    /// The order of the corpus.
    #[default]
    Article,
    /// Word tokens.
    Tokens,
    /// Different words.
    Types,
    /// Words that occur once.
    Hapaxes,
    /// Type–token ratio.
    Ttr,
    /// Root TTR.
    RootTtr,
    /// Moving-average TTR.
    Mattr,
    /// MTLD.
    Mtld,
    /// HD-D.
    Hdd,
    /// Yule's K.
    YuleK,
    /// Sentences.
    Sentences,
    /// Mean words a sentence.
    SentenceLength,
    /// Mean letters a word.
    WordLength,
    /// Letters and digits.
    Letters,
    /// Syllables.
    Syllables,
    /// Words of three syllables or more.
    Polysyllables,
    /// Flesch reading ease.
    Flesch,
    /// Flesch–Kincaid grade.
    FleschKincaid,
    /// Gunning fog.
    Fog,
    /// SMOG.
    Smog,
    /// Coleman–Liau.
    ColemanLiau,
    /// Automated readability index.
    Ari,
    /// Words spelt the British way.
    British,
    /// Words spelt the American way.
    American,
    /// Passives.
    Passives,
    /// Share of sentences with a passive.
    PassiveShare,
    /// Hedges.
    Hedges,
    /// Hedges per 1,000 words.
    HedgeRate,
    /// Words rated pleasant.
    Positive,
    /// Words rated unpleasant.
    Negative,
    /// Rated words under a negation.
    Negated,
    /// Mean rating.
    Tone,
}

/// In which order the articles are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StyleQuery {
    /// The column the rows are ordered by. Ties go by article.
    pub sort: StyleColumn,
    /// Largest first. Undefined values come last either way.
    pub descending: bool,
}

/// How an article is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleStyle {
    /// Number of the article.
    pub article: u32,
    /// Word tokens.
    pub tokens: u32,
    /// Different words.
    pub types: u32,
    /// Words that occur once.
    pub hapaxes: u32,
    /// Type–token ratio.
    pub ttr: Measured,
    /// Root TTR.
    pub root_ttr: Measured,
    /// Moving-average TTR over 50 words.
    pub mattr: Measured,
    /// MTLD at 0.72, both directions.
    pub mtld: Measured,
    /// HD-D with 42 draws.
    pub hdd: Measured,
    /// Yule's K.
    pub yule_k: Measured,
    /// Sentences.
    pub sentences: u32,
    /// Mean words a sentence.
    pub sentence_length: Measured,
    /// Words of the longest sentence.
    pub longest_sentence: u32,
    /// Sentences by length: of 1 to 5 words, 6 to 10 and so on; the last of more than 50.
    pub sentence_lengths: Vec<u32>,
    /// Mean letters a word.
    pub word_length: Measured,
    /// Words by letters: of 1, 2 and so on; the last of 16 or more.
    pub word_lengths: Vec<u32>,
    /// Letters and digits.
    pub letters: u32,
    /// Syllables of all words; `None` without the list, and for a text in another language than English.
    pub syllables: Option<u32>,
    /// Words of three syllables or more; `None` as above.
    pub polysyllables: Option<u32>,
    /// Flesch reading ease.
    pub flesch: Measured,
    /// Flesch–Kincaid grade.
    pub flesch_kincaid: Measured,
    /// Gunning fog.
    pub fog: Measured,
    /// SMOG.
    pub smog: Measured,
    /// Coleman–Liau.
    pub coleman_liau: Measured,
    /// Automated readability index.
    pub ari: Measured,
    /// Words spelt the British way; `None`, as all below, as above.
    pub british: Option<u32>,
    /// Words spelt the American way, those of Oxford's style among them.
    pub american: Option<u32>,
    /// Passives.
    pub passives: Option<u32>,
    /// Sentences with a passive.
    pub passive_sentences: Option<u32>,
    /// Share of sentences with a passive, 0 to 1.
    pub passive_share: Measured,
    /// Hedges.
    pub hedges: Option<u32>,
    /// Hedges per 1,000 words.
    pub hedge_rate: Measured,
    /// Words rated pleasant, not negated.
    pub positive: Option<u32>,
    /// Words rated unpleasant, not negated.
    pub negative: Option<u32>,
    /// Rated words under a negation, which count as neither.
    pub negated: Option<u32>,
    /// The ratings of the pleasant and unpleasant words, added up.
    pub rating_sum: Option<f64>,
    /// Mean rating of the pleasant and unpleasant words, -4 to 4.
    pub tone: Measured,
}

impl ArticleStyle {
    /// Why a count that takes a word list isn't there.
    #[must_use]
    pub fn uncounted(&self) -> Undefined {
        match self.ari {
            Measured::Undefined(Undefined::NotEnglish) => Undefined::NotEnglish,
            _ => Undefined::NoList,
        }
    }

    /// The value of a column; `None` where it is undefined.
    #[must_use]
    pub fn value(&self, column: StyleColumn) -> Option<f64> {
        let count = |count: u32| Some(f64::from(count));
        match column {
            StyleColumn::Article => count(self.article),
            StyleColumn::Tokens => count(self.tokens),
            StyleColumn::Types => count(self.types),
            StyleColumn::Hapaxes => count(self.hapaxes),
            StyleColumn::Ttr => self.ttr.value(),
            StyleColumn::RootTtr => self.root_ttr.value(),
            StyleColumn::Mattr => self.mattr.value(),
            StyleColumn::Mtld => self.mtld.value(),
            StyleColumn::Hdd => self.hdd.value(),
            StyleColumn::YuleK => self.yule_k.value(),
            StyleColumn::Sentences => count(self.sentences),
            StyleColumn::SentenceLength => self.sentence_length.value(),
            StyleColumn::WordLength => self.word_length.value(),
            StyleColumn::Letters => count(self.letters),
            StyleColumn::Syllables => self.syllables.map(f64::from),
            StyleColumn::Polysyllables => self.polysyllables.map(f64::from),
            StyleColumn::Passives => self.passives.map(f64::from),
            StyleColumn::Hedges => self.hedges.map(f64::from),
            StyleColumn::Negated => self.negated.map(f64::from),
            StyleColumn::Flesch => self.flesch.value(),
            StyleColumn::FleschKincaid => self.flesch_kincaid.value(),
            StyleColumn::Fog => self.fog.value(),
            StyleColumn::Smog => self.smog.value(),
            StyleColumn::ColemanLiau => self.coleman_liau.value(),
            StyleColumn::Ari => self.ari.value(),
            StyleColumn::British => self.british.map(f64::from),
            StyleColumn::American => self.american.map(f64::from),
            StyleColumn::PassiveShare => self.passive_share.value(),
            StyleColumn::HedgeRate => self.hedge_rate.value(),
            StyleColumn::Positive => self.positive.map(f64::from),
            StyleColumn::Negative => self.negative.map(f64::from),
            StyleColumn::Tone => self.tone.value(),
        }
    }
}

/// A word that is spelt in one variety only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpellingCount {
    /// The word and how often.
    pub count: WordCount,
    /// Whose spelling it is.
    pub variety: Variety,
    /// How the other side spells it.
    pub other: String,
}

/// A rated word, negated ones left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToneCount {
    /// The word and how often.
    pub count: WordCount,
    /// Its rating, -4 to 4.
    pub rating: f64,
}

/// The answer. Lists of words are cut to the [`MOST_WORDS`] most frequent; `totals` say how many there are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StyleReport {
    /// What the view opens with.
    pub finding: Finding,
    /// One an article that is drawn, in corpus order.
    pub articles: Vec<ArticleStyle>,
    /// Places in `articles`, in the order asked for.
    pub order: Vec<u32>,
    /// Names, most frequent first.
    pub names: Vec<WordCount>,
    /// Spellings of what may be one name.
    pub variants: Vec<NameVariants>,
    /// Words spelt in one variety only, most frequent first.
    pub spellings: Vec<SpellingCount>,
    /// Hedges, most frequent first.
    pub hedges: Vec<WordCount>,
    /// Rated words, most frequent first.
    pub tone: Vec<ToneCount>,
    /// How many names, spellings, hedges and rated words there are.
    pub totals: StyleTotals,
    /// A sentence for each word list that could not be loaded.
    pub missing: Vec<String>,
}

/// How many different words each list of the report has, before it is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StyleTotals {
    /// Names.
    pub names: u32,
    /// Spellings of one variety only.
    pub spellings: u32,
    /// Hedges.
    pub hedges: u32,
    /// Rated words.
    pub tone: u32,
}

/// Most words of a list in a report.
pub const MOST_WORDS: usize = 200;

/// MATTR's window, in words.
pub const MATTR_WINDOW: usize = 50;
/// MTLD's threshold.
pub const MTLD_THRESHOLD: f64 = 0.72;
/// HD-D's draws.
pub const HDD_DRAWS: u32 = 42;

/// Looks at how each article is written. An article without a word has every measure undefined.
///
/// # Errors
/// When nothing is counted.
pub fn style(selection: &Selection, query: &StyleQuery, lists: StyleLists) -> Result<StyleReport, QueryError> {
    let mut report = found(selection, query, lists, MOST_WORDS)?;
    report.variants.truncate(MOST_WORDS);
    report.spellings.truncate(MOST_WORDS);
    report.hedges.truncate(MOST_WORDS);
    report.tone.truncate(MOST_WORDS);
    Ok(report)
}

/// [`style`] with every word.
///
/// # Errors
/// As [`style`].
pub fn whole(selection: &Selection, query: &StyleQuery, lists: StyleLists) -> Result<StyleReport, QueryError> {
    found(selection, query, lists, usize::MAX)
}

fn found(
    selection: &Selection,
    query: &StyleQuery,
    lists: StyleLists,
    most_names: usize,
) -> Result<StyleReport, QueryError> {
    selection.not_empty()?;
    let words = Words::new(selection);
    let names = Names::find(&words);
    let wording = Wording::find(&words, &names, lists);
    let articles: Vec<ArticleStyle> =
        (0..words.articles()).map(|position| article(&words, &wording, position)).collect();
    let variants = names.variants(&words);
    let finding = finding::finding(&articles, &variants);
    let articles = selection.drawn().of_articles(&articles);
    let order = ordered(
        (0..articles.len() as u32).collect(),
        query.descending,
        |&at| articles[at as usize].value(query.sort),
        |&at| at.into(),
    );
    let all_names = names.len() as u32;
    let names = names.counted(selection, most_names);
    Ok(StyleReport {
        finding,
        totals: StyleTotals {
            names: all_names,
            spellings: wording.spellings.len() as u32,
            hedges: wording.hedges.len() as u32,
            tone: wording.tone.len() as u32,
        },
        articles,
        order,
        names,
        variants,
        spellings: wording.spellings,
        hedges: wording.hedges,
        tone: wording.tone,
        missing: Vec::new(),
    })
}

fn article(words: &Words, wording: &Wording, position: usize) -> ArticleStyle {
    let index = words.selection.index();
    let terms = index.article_terms(position);
    let forms = index.article_forms(position);
    let tokens = terms.len() as u32;
    let sentences = index.sentence_spans(position).len() as u32;
    let lengths = Lengths::of(words, position);
    let english = words.may_be_english(position);
    let syllables = wording.syllables.as_ref().filter(|_| english).map(|of_form| {
        let of = |form: &u32| of_form[*form as usize];
        (forms.iter().map(of).sum::<u32>(), forms.iter().filter(|form| of(form) >= 3).count() as u32)
    });
    let counts = |(syllables, polysyllables)| TextCounts {
        words: tokens,
        sentences,
        syllables,
        letters: lengths.letters,
        polysyllables,
    };
    let plain = counts((0, 0));
    let unlisted = Measured::Undefined(if english { Undefined::NoList } else { Undefined::NotEnglish });
    let by_syllables = |formula: fn(TextCounts) -> Option<f64>| match syllables {
        Some(syllables) => Measured::or(formula(counts(syllables)), Undefined::NoWord),
        None => unlisted,
    };
    let by_letters = |value: Option<f64>| if english { Measured::or(value, Undefined::NoWord) } else { unlisted };
    let shorter = |than: u32| if tokens == 0 { Undefined::NoWord } else { Undefined::FewerWordsThan(than) };
    let repeats = if tokens == 0 { Undefined::NoWord } else { Undefined::NothingRepeats };
    let (types, hapaxes) = sizes(terms);
    let varieties = wording.varieties.as_ref().filter(|_| english).map(|by| by[position]);
    let passives = wording.passives.as_ref().filter(|_| english).map(|by| by[position]);
    let hedges = wording.hedged.as_ref().filter(|_| english).map(|by| by[position]);
    let rated = wording.rated.as_ref().filter(|_| english).map(|by| by[position]);
    ArticleStyle {
        article: words.selection.on()[position],
        tokens,
        types,
        hapaxes,
        ttr: Measured::or(diversity::ttr(terms), Undefined::NoWord),
        root_ttr: Measured::or(diversity::root_ttr(terms), Undefined::NoWord),
        mattr: Measured::or(diversity::mattr(terms, MATTR_WINDOW), shorter(MATTR_WINDOW as u32)),
        mtld: Measured::or(diversity::mtld(terms, MTLD_THRESHOLD), repeats),
        hdd: Measured::or(diversity::hdd(terms, HDD_DRAWS), shorter(HDD_DRAWS)),
        yule_k: Measured::or(diversity::yule_k(terms), Undefined::NoWord),
        sentences,
        sentence_length: Measured::or(plain.words_per_sentence(), Undefined::NoWord),
        longest_sentence: lengths.longest_sentence,
        sentence_lengths: lengths.sentences,
        word_length: share(lengths.letters, tokens, 1.0),
        word_lengths: lengths.words,
        letters: lengths.letters,
        syllables: syllables.map(|it| it.0),
        polysyllables: syllables.map(|it| it.1),
        flesch: by_syllables(TextCounts::flesch_reading_ease),
        flesch_kincaid: by_syllables(TextCounts::flesch_kincaid_grade),
        fog: by_syllables(TextCounts::gunning_fog),
        smog: by_syllables(TextCounts::smog),
        coleman_liau: by_letters(plain.coleman_liau()),
        ari: by_letters(plain.automated_readability_index()),
        british: varieties.map(|it| it.0),
        american: varieties.map(|it| it.1),
        passives: passives.map(|it| it.0),
        passive_sentences: passives.map(|it| it.1),
        passive_share: passives.map_or(unlisted, |it| share(it.1, sentences, 1.0)),
        hedges,
        hedge_rate: hedges.map_or(unlisted, |hedges| share(hedges, tokens, 1000.0)),
        positive: rated.map(|it| it.0),
        negative: rated.map(|it| it.1),
        negated: rated.map(|it| it.2),
        rating_sum: rated.map(|it| it.3),
        tone: rated.map_or(unlisted, |(positive, negative, _, sum)| {
            let none = if tokens == 0 { Undefined::NoWord } else { Undefined::NoListedWord };
            let rated = positive + negative;
            Measured::or((rated > 0).then(|| sum / f64::from(rated)), none)
        }),
    }
}

/// The ratings of an article's rated words, in their order, negated ones left out.
pub(super) fn ratings(selection: &Selection, position: usize, tone: &str) -> Vec<f64> {
    let words = Words::new(selection);
    let found = tone::Tone::read(tone, &words).of(&words, &Names::find(&words), position);
    found.into_iter().filter(|(_, rated)| !rated.negated).map(|(_, rated)| rated.rating).collect()
}

/// `count` for each of `of`, times `scale`; undefined for a text without a word.
fn share(count: u32, of: u32, scale: f64) -> Measured {
    Measured::or((of > 0).then(|| f64::from(count) * scale / f64::from(of)), Undefined::NoWord)
}

/// How many different terms there are, and how many occur once.
fn sizes(terms: &[u32]) -> (u32, u32) {
    let sorted = crate::sorting::ascending(terms);
    let (mut types, mut hapaxes) = (0, 0);
    for same in sorted.chunk_by(|a, b| a == b) {
        types += 1;
        hapaxes += u32::from(same.len() == 1);
    }
    (types, hapaxes)
}
