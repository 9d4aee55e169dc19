//! The measures of the Style view: what they are called, how they are written, what they were counted from.

use crate::app::numbers::{decimal, percent};
use crate::app::origin::Origin;
use crate::protocol::{ArticleStyle, Feature, Marking, Measured, StyleColumn, Undefined};
use crate::route::StyleMeasures;

/// A measure, as the view names it.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Which one.
    pub column: StyleColumn,
    /// Its name in the table's head and above its picture.
    pub name: &'static str,
    /// Its unit; empty where it has none.
    pub unit: &'static str,
    /// One sentence on what it tells.
    pub says: &'static str,
    /// Its key in the Methods view; behind a point which of its numbers it is.
    pub key: &'static str,
}

const fn measure(
    column: StyleColumn,
    name: &'static str,
    unit: &'static str,
    says: &'static str,
    key: &'static str,
) -> Measure {
    Measure { column, name, unit, says, key }
}

/// The measures that are shown as pictures.
#[must_use]
pub fn drawn(measures: StyleMeasures) -> Vec<Measure> {
    let drawn = all(measures).into_iter().filter(|measure| !is_count(measure.column));
    drawn
        .map(|measure| if is_rate(measure.column) { Measure { unit: "per 1,000 words", ..measure } } else { measure })
        .collect()
}

/// Whether a count is drawn as so many in every 1,000 words: as it is, it would tell first how long the articles are.
const fn is_rate(column: StyleColumn) -> bool {
    matches!(column, StyleColumn::British | StyleColumn::American | StyleColumn::Positive | StyleColumn::Negative)
}

/// What is drawn of a measure: its value, a share in per cent, a count in every 1,000 words; with its words, or why there is none.
#[must_use]
pub fn picture(style: &ArticleStyle, column: StyleColumn) -> (Option<f64>, String) {
    let value = style.value(column);
    if is_rate(column) {
        if style.tokens == 0 {
            return (None, "it has no word".to_owned());
        }
        let rate = value.map(|count| count * 1000.0 / f64::from(style.tokens));
        return (rate, rate.map_or_else(|| why(style, column).to_owned(), |rate| decimal(rate, 1)));
    }
    // On the axis too a share is per cent.
    let drawn = if column == StyleColumn::PassiveShare { value.map(|share| share * 100.0) } else { value };
    (drawn, words(style, column).unwrap_or_else(str::to_owned))
}

/// The measures that are columns of the table: the pictures' and the counts behind them.
#[must_use]
pub fn all(measures: StyleMeasures) -> Vec<Measure> {
    match measures {
        StyleMeasures::Glance => {
            vec![TOKENS, SENTENCE_LENGTH, MTLD, FLESCH, PASSIVE_SHARE, HEDGE_RATE, TONE]
        }
        StyleMeasures::Vocabulary => vec![TOKENS, TYPES, HAPAXES, MATTR, MTLD, HDD, YULE_K, TTR, ROOT_TTR],
        StyleMeasures::Readability => vec![
            SENTENCES,
            TOKENS,
            SYLLABLES,
            POLYSYLLABLES,
            LETTERS,
            SENTENCE_LENGTH,
            WORD_LENGTH,
            FLESCH,
            FLESCH_KINCAID,
            FOG,
            SMOG,
            COLEMAN_LIAU,
            ARI,
        ],
        StyleMeasures::Wording => {
            vec![BRITISH, AMERICAN, PASSIVES, PASSIVE_SHARE, HEDGES, HEDGE_RATE, POSITIVE, NEGATIVE, NEGATED, TONE]
        }
    }
}

const TOKENS: Measure = measure(StyleColumn::Tokens, "words", "", "Running words (tokens).", "token");
const TYPES: Measure = measure(StyleColumn::Types, "different words", "", "Types: each word counted once.", "type");
const HAPAXES: Measure =
    measure(StyleColumn::Hapaxes, "words that occur once", "", "Hapaxes; their share falls with length.", "hapaxes");
const TTR: Measure = measure(
    StyleColumn::Ttr,
    "TTR",
    "",
    "Different words over all words: falls with length, so compare texts of one length only.",
    "ttr",
);
const ROOT_TTR: Measure = measure(
    StyleColumn::RootTtr,
    "root TTR",
    "",
    "Different words over the root of all words: depends on length, less than TTR.",
    "root-ttr",
);
const MATTR: Measure = measure(
    StyleColumn::Mattr,
    "MATTR",
    "of 50 words",
    "The mean TTR of every run of 50 words: hardly depends on length.",
    "mattr",
);
const MTLD: Measure = measure(
    StyleColumn::Mtld,
    "MTLD",
    "words",
    "How many words a stretch goes on before it repeats itself too much: the longer, the more varied.",
    "mtld",
);
const HDD: Measure = measure(
    StyleColumn::Hdd,
    "HD-D",
    "of 42 words",
    "The TTR to be expected of 42 words drawn at random: hardly depends on length.",
    "hd-d",
);
const YULE_K: Measure = measure(
    StyleColumn::YuleK,
    "Yule’s K",
    "",
    "How likely two words drawn at random are the same: the less, the more varied.",
    "yule-k",
);
const SENTENCES: Measure =
    measure(StyleColumn::Sentences, "sentences", "", "Sentences that hold a counted word, headings too.", "sentence");
const SENTENCE_LENGTH: Measure = measure(
    StyleColumn::SentenceLength,
    "sentence length",
    "words, mean",
    "Words a sentence, on average.",
    "sentence-length",
);
const WORD_LENGTH: Measure =
    measure(StyleColumn::WordLength, "word length", "letters, mean", "Letters a word, on average.", "word-length");
const LETTERS: Measure =
    measure(StyleColumn::Letters, "letters", "", "Letters and digits of all words.", "word-length.letters");
const SYLLABLES: Measure = measure(
    StyleColumn::Syllables,
    "syllables",
    "",
    "By a pronouncing dictionary, and by rules learnt from it for other words.",
    "syllables",
);
const POLYSYLLABLES: Measure = measure(
    StyleColumn::Polysyllables,
    "long words",
    "3 syllables +",
    "Words of three syllables or more.",
    "syllables.long",
);
const FLESCH: Measure = measure(
    StyleColumn::Flesch,
    "Flesch reading ease",
    "",
    "From words a sentence and syllables a word: about 100 easy, 0 hard.",
    "flesch-reading-ease",
);
const FLESCH_KINCAID: Measure = measure(
    StyleColumn::FleschKincaid,
    "Flesch–Kincaid",
    "school year",
    "The year of US schooling that it takes, from words a sentence and syllables a word.",
    "flesch-kincaid",
);
const FOG: Measure = measure(
    StyleColumn::Fog,
    "Gunning fog",
    "school year",
    "Years of schooling, from words a sentence and long words.",
    "gunning-fog",
);
const SMOG: Measure = measure(
    StyleColumn::Smog,
    "SMOG",
    "school year",
    "The year of US schooling that it takes, from long words a sentence; made for texts of 30 sentences or more.",
    "smog",
);
const COLEMAN_LIAU: Measure = measure(
    StyleColumn::ColemanLiau,
    "Coleman–Liau",
    "school year",
    "The year of US schooling that it takes, from letters a word and words a sentence.",
    "coleman-liau",
);
const ARI: Measure = measure(
    StyleColumn::Ari,
    "ARI",
    "school year",
    "Automated readability index: the year of US schooling, from letters a word and words a sentence.",
    "ari",
);
const BRITISH: Measure = measure(
    StyleColumn::British,
    "British spellings",
    "",
    "Words spelt as only British English does.",
    "varieties.british",
);
const AMERICAN: Measure = measure(
    StyleColumn::American,
    "American spellings",
    "",
    "Words spelt as American English does and British English doesn’t, or only in Oxford’s style (-ize).",
    "varieties.american",
);
const PASSIVES: Measure =
    measure(StyleColumn::Passives, "passives", "", "A form of be and a participle.", "passives.count");
const PASSIVE_SHARE: Measure = measure(
    StyleColumn::PassiveShare,
    "passive",
    "% of sentences",
    "Share of sentences with a form of be and a participle.",
    "passives",
);
const HEDGES: Measure =
    measure(StyleColumn::Hedges, "hedges", "", "Words that withhold full commitment.", "hedges.count");
const HEDGE_RATE: Measure = measure(
    StyleColumn::HedgeRate,
    "hedges",
    "per 1,000 words",
    "How often words withhold full commitment: could, perhaps, it seems.",
    "hedges",
);
const POSITIVE: Measure =
    measure(StyleColumn::Positive, "pleasant words", "", "Words rated pleasant by a list.", "tone.positive");
const NEGATIVE: Measure =
    measure(StyleColumn::Negative, "unpleasant words", "", "Words rated unpleasant by a list.", "tone.negative");
const NEGATED: Measure = measure(
    StyleColumn::Negated,
    "negated",
    "",
    "Rated words under a negation: they count as neither.",
    "tone.negated",
);
const TONE: Measure = measure(
    StyleColumn::Tone,
    "tone",
    "−4 to 4",
    "Mean rating of the words that a list rates pleasant or unpleasant; a count of words, not a reading.",
    "tone",
);

/// Whether it is a count that a measure is computed from, not drawn for itself.
const fn is_count(column: StyleColumn) -> bool {
    matches!(
        column,
        StyleColumn::Tokens
            | StyleColumn::Types
            | StyleColumn::Sentences
            | StyleColumn::Letters
            | StyleColumn::Syllables
            | StyleColumn::Polysyllables
            | StyleColumn::Passives
            | StyleColumn::Hedges
            | StyleColumn::Negated
    )
}

/// Whether the scale starts at 0: counts and shares.
#[must_use]
pub const fn from_zero(column: StyleColumn) -> bool {
    matches!(
        column,
        StyleColumn::Hapaxes
            | StyleColumn::British
            | StyleColumn::American
            | StyleColumn::PassiveShare
            | StyleColumn::HedgeRate
            | StyleColumn::Positive
            | StyleColumn::Negative
    )
}

/// A value of a measure in words, or why there is none.
///
/// # Errors
/// With the reason where it is undefined.
pub fn words(style: &ArticleStyle, column: StyleColumn) -> Result<String, &'static str> {
    style.value(column).map(|value| written(column, value)).ok_or_else(|| why(style, column))
}

/// A value of a measure, as it is written.
fn written(column: StyleColumn, value: f64) -> String {
    match column {
        StyleColumn::PassiveShare => percent(value),
        StyleColumn::Ttr | StyleColumn::Mattr | StyleColumn::Hdd => decimal(value, 3),
        StyleColumn::RootTtr | StyleColumn::WordLength | StyleColumn::Tone => decimal(value, 2),
        StyleColumn::SentenceLength
        | StyleColumn::Mtld
        | StyleColumn::YuleK
        | StyleColumn::Flesch
        | StyleColumn::FleschKincaid
        | StyleColumn::Fog
        | StyleColumn::Smog
        | StyleColumn::ColemanLiau
        | StyleColumn::Ari
        | StyleColumn::HedgeRate => decimal(value, 1),
        _ => decimal(value, 0),
    }
}

/// Why a measure is undefined.
fn why(style: &ArticleStyle, column: StyleColumn) -> &'static str {
    let measured = match column {
        StyleColumn::Mattr => style.mattr,
        StyleColumn::Mtld => style.mtld,
        StyleColumn::Hdd => style.hdd,
        StyleColumn::Flesch | StyleColumn::Syllables | StyleColumn::Polysyllables => style.flesch,
        StyleColumn::FleschKincaid => style.flesch_kincaid,
        StyleColumn::Fog => style.fog,
        StyleColumn::Smog => style.smog,
        StyleColumn::PassiveShare => style.passive_share,
        StyleColumn::HedgeRate => style.hedge_rate,
        StyleColumn::Tone => style.tone,
        StyleColumn::British
        | StyleColumn::American
        | StyleColumn::Passives
        | StyleColumn::Hedges
        | StyleColumn::Positive
        | StyleColumn::Negative
        | StyleColumn::Negated => Measured::Undefined(style.uncounted()),
        StyleColumn::ColemanLiau => style.coleman_liau,
        StyleColumn::Ari => style.ari,
        _ => Measured::Undefined(Undefined::NoWord),
    };
    match measured {
        Measured::Undefined(Undefined::FewerWordsThan(50)) => "it has fewer than 50 words",
        Measured::Undefined(Undefined::FewerWordsThan(42)) => "it has fewer than 42 words",
        Measured::Undefined(Undefined::FewerWordsThan(_)) => "it has too few words",
        Measured::Undefined(Undefined::NothingRepeats) => "no word of it occurs twice",
        Measured::Undefined(Undefined::NoListedWord) => "none of its words is rated",
        Measured::Undefined(Undefined::NoList) => "a word list could not be loaded",
        Measured::Undefined(Undefined::NotEnglish) => "it is made for English, and the text is in another language",
        Measured::Undefined(Undefined::NoWord) | Measured::Value(_) => "it has no word",
    }
}

/// What a number was counted from.
#[must_use]
pub fn origin(column: StyleColumn, style: &ArticleStyle) -> Origin {
    let any = String::new;
    let marking = match column {
        StyleColumn::Types
        | StyleColumn::Ttr
        | StyleColumn::RootTtr
        | StyleColumn::Mattr
        | StyleColumn::Mtld
        | StyleColumn::Hdd
        | StyleColumn::YuleK => Marking::Types,
        StyleColumn::Hapaxes => Marking::Style(Feature::Hapaxes),
        StyleColumn::Sentences | StyleColumn::SentenceLength => Marking::Sentences,
        StyleColumn::Polysyllables
        | StyleColumn::Flesch
        | StyleColumn::FleschKincaid
        | StyleColumn::Fog
        | StyleColumn::Smog => Marking::Style(Feature::Polysyllables),
        StyleColumn::British => Marking::Style(Feature::British(any())),
        StyleColumn::American => Marking::Style(Feature::American(any())),
        StyleColumn::Passives | StyleColumn::PassiveShare => Marking::Style(Feature::Passives),
        StyleColumn::Hedges | StyleColumn::HedgeRate => Marking::Style(Feature::Hedges(any())),
        StyleColumn::Positive => Marking::Style(Feature::Positive(any())),
        StyleColumn::Negative => Marking::Style(Feature::Negative(any())),
        StyleColumn::Negated => Marking::Style(Feature::Negated),
        StyleColumn::Tone if style.tone.value().is_some_and(|tone| tone < 0.0) => {
            Marking::Style(Feature::Negative(any()))
        }
        StyleColumn::Tone => Marking::Style(Feature::Positive(any())),
        _ => Marking::Words,
    };
    Origin::Sizes(marking, Some(style.article))
}

/// The counts behind a value, for its card.
#[must_use]
pub fn counts(column: StyleColumn, style: &ArticleStyle) -> Vec<(String, String)> {
    let columns: &[(StyleColumn, &str)] = match column {
        StyleColumn::SentenceLength => &[(StyleColumn::Tokens, "words"), (StyleColumn::Sentences, "sentences")],
        StyleColumn::WordLength => &[(StyleColumn::Letters, "letters"), (StyleColumn::Tokens, "words")],
        StyleColumn::Flesch | StyleColumn::FleschKincaid => &[
            (StyleColumn::Sentences, "sentences"),
            (StyleColumn::Tokens, "words"),
            (StyleColumn::Syllables, "syllables"),
        ],
        StyleColumn::Fog => &[
            (StyleColumn::Sentences, "sentences"),
            (StyleColumn::Tokens, "words"),
            (StyleColumn::Polysyllables, "of three syllables or more"),
        ],
        StyleColumn::Smog => {
            &[(StyleColumn::Sentences, "sentences"), (StyleColumn::Polysyllables, "words of three syllables or more")]
        }
        StyleColumn::ColemanLiau | StyleColumn::Ari => {
            &[(StyleColumn::Sentences, "sentences"), (StyleColumn::Tokens, "words"), (StyleColumn::Letters, "letters")]
        }
        StyleColumn::PassiveShare => &[(StyleColumn::Passives, "passives"), (StyleColumn::Sentences, "sentences")],
        StyleColumn::HedgeRate => &[(StyleColumn::Hedges, "hedges"), (StyleColumn::Tokens, "words")],
        StyleColumn::Tone => &[
            (StyleColumn::Positive, "words rated pleasant"),
            (StyleColumn::Negative, "words rated unpleasant"),
            (StyleColumn::Negated, "negated, counted as neither"),
        ],
        StyleColumn::British => &[(StyleColumn::British, "British spellings"), (StyleColumn::Tokens, "words")],
        StyleColumn::American => &[(StyleColumn::American, "American spellings"), (StyleColumn::Tokens, "words")],
        StyleColumn::Positive => &[(StyleColumn::Positive, "words rated pleasant"), (StyleColumn::Tokens, "words")],
        StyleColumn::Negative => &[(StyleColumn::Negative, "words rated unpleasant"), (StyleColumn::Tokens, "words")],
        _ => &[(StyleColumn::Types, "different words"), (StyleColumn::Tokens, "words")],
    };
    columns.iter().filter_map(|(column, name)| Some(((*name).to_owned(), words(style, *column).ok()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::numbers;

    /// The table's number and the one that 'How is this computed?' ends with are written alike.
    #[test]
    fn a_number_is_written_as_its_working_ends() {
        for measures in
            [StyleMeasures::Glance, StyleMeasures::Vocabulary, StyleMeasures::Readability, StyleMeasures::Wording]
        {
            for measure in all(measures) {
                let is_whole = written(measure.column, 0.25) == "0";
                for value in [0.0, 3.0, 12.0, 0.123_456, 57.567_89, -3.44] {
                    let value = if is_whole { f64::trunc(value) } else { value };
                    assert_eq!(written(measure.column, value), numbers::of(measure.key, value, None), "{measure:?}");
                }
            }
        }
    }
}
