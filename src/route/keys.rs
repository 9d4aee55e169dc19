//! The names that addresses use for views, columns and measures, both ways.

use super::features::{feature_name, feature_named};
use super::state::{KeywordsPicture, StyleMeasures, StyleWords, View, VocabularyPicture};
use crate::protocol::{
    Correction, CoverageColumn, Distance, Framed, FrequencyColumn, GROUPS, KeywordColumn, Kind, Level, Linkage,
    Marking, MatrixOrder, QuotesColumn, SetOrder, Similarity, StyleColumn,
};

/// Every view and its name.
pub const VIEWS: &[(View, &str)] = &[
    (View::Overview, "overview"),
    (View::Keywords, "keywords"),
    (View::Frequency, "frequency"),
    (View::Compare, "compare"),
    (View::Quotes, "quotes"),
    (View::Coverage, "coverage"),
    (View::Style, "style"),
    (View::Corpus, "corpus"),
    (View::Methods, "methods"),
];

/// Every column of the keyness table and its name, spelt as the keys of measures are.
pub const KEYWORD_COLUMNS: &[(KeywordColumn, &str)] = &[
    (KeywordColumn::Article, "article"),
    (KeywordColumn::Term, "term"),
    (KeywordColumn::Frequency, "frequency"),
    (KeywordColumn::ReferenceFrequency, "reference-frequency"),
    (KeywordColumn::Range, "range"),
    (KeywordColumn::G2, "g2"),
    (KeywordColumn::G2TwoCells, "g2-two-cells"),
    (KeywordColumn::ChiSquared, "chi-squared"),
    (KeywordColumn::ChiSquaredYates, "chi-squared-yates"),
    (KeywordColumn::FisherP, "fisher-p"),
    (KeywordColumn::P, "p"),
    (KeywordColumn::PAdjusted, "p-adjusted"),
    (KeywordColumn::PBenjaminiHochberg, "p-benjamini-hochberg"),
    (KeywordColumn::PHolm, "p-holm"),
    (KeywordColumn::PBonferroni, "p-bonferroni"),
    (KeywordColumn::PermutationP, "permutation-p"),
    (KeywordColumn::Bic, "bic"),
    (KeywordColumn::LogRatio, "log-ratio"),
    (KeywordColumn::ConservativeLogRatio, "conservative-log-ratio"),
    (KeywordColumn::PercentDifference, "percent-difference"),
    (KeywordColumn::OddsRatio, "odds-ratio"),
    (KeywordColumn::SimpleMaths, "simple-maths"),
    (KeywordColumn::TfIdf, "tf-idf"),
    (KeywordColumn::Robust, "robust"),
];

/// Every measure that can be a further column of the keyness table, in the order of the columns.
pub const FURTHER_COLUMNS: &[KeywordColumn] = &[
    KeywordColumn::Range,
    KeywordColumn::G2TwoCells,
    KeywordColumn::ChiSquared,
    KeywordColumn::ChiSquaredYates,
    KeywordColumn::FisherP,
    KeywordColumn::PBenjaminiHochberg,
    KeywordColumn::PHolm,
    KeywordColumn::PBonferroni,
    KeywordColumn::PermutationP,
    KeywordColumn::ConservativeLogRatio,
    KeywordColumn::PercentDifference,
    KeywordColumn::OddsRatio,
    KeywordColumn::SimpleMaths,
];

/// The volcano plot's measures of size.
pub const EFFECTS: &[(KeywordColumn, &str)] = &[
    (KeywordColumn::LogRatio, "log-ratio"),
    (KeywordColumn::ConservativeLogRatio, "conservative-log-ratio"),
    (KeywordColumn::PercentDifference, "percent-difference"),
    (KeywordColumn::OddsRatio, "odds-ratio"),
    (KeywordColumn::SimpleMaths, "simple-maths"),
];

/// The volcano plot's measures of evidence.
pub const EVIDENCES: &[(KeywordColumn, &str)] = &[
    (KeywordColumn::G2, "g2"),
    (KeywordColumn::G2TwoCells, "g2-two-cells"),
    (KeywordColumn::ChiSquared, "chi-squared"),
    (KeywordColumn::ChiSquaredYates, "chi-squared-yates"),
    (KeywordColumn::PAdjusted, "p-adjusted"),
    (KeywordColumn::FisherP, "fisher-p"),
    (KeywordColumn::PermutationP, "permutation-p"),
];

/// Every kind of words and its name.
pub const KINDS: &[(Kind, &str)] =
    &[(Kind::More, "more"), (Kind::Less, "less"), (Kind::Both, "both"), (Kind::Alike, "alike")];

/// Every correction and its name.
pub const CORRECTIONS: &[(Correction, &str)] = &[
    (Correction::BenjaminiHochberg, "benjamini-hochberg"),
    (Correction::Holm, "holm"),
    (Correction::Bonferroni, "bonferroni"),
];

/// Every level and its name.
pub const LEVELS: &[(Level, &str)] = &[
    (Level::FivePercent, "0.05"),
    (Level::OnePercent, "0.01"),
    (Level::OnePerThousand, "0.001"),
    (Level::OnePerTenThousand, "0.0001"),
];

/// What `against` says for general English.
pub const GENERAL_ENGLISH: &str = "general-english";

/// What `group-by` says for groups made by hand.
pub const BY_HAND: &str = "hand";

/// Every column of the frequency table but those of single articles, and its name.
pub const FREQUENCY_COLUMNS: &[(FrequencyColumn, &str)] = &[
    (FrequencyColumn::Term, "term"),
    (FrequencyColumn::Frequency, "frequency"),
    (FrequencyColumn::PerMillion, "per-million"),
    (FrequencyColumn::Range, "range"),
    (FrequencyColumn::Dp, "dp"),
    (FrequencyColumn::DpNorm, "dp-norm"),
    (FrequencyColumn::JuillandD, "juilland-d"),
];

/// What the name of an article's own frequency column begins with; its number from 0 follows.
pub const ARTICLE_COLUMN: &str = "article.";

/// The same of a group's.
pub const GROUP_COLUMN: &str = "group.";

/// Every measure of similarity and its name.
pub const SIMILARITIES: &[(Similarity, &str)] = &[
    (Similarity::Cosine, "cosine"),
    (Similarity::Jaccard, "jaccard"),
    (Similarity::Containment, "containment"),
    (Similarity::SharedFivegrams, "shared-5grams"),
];

/// Every distance of the tree and its name.
pub const DISTANCES: &[(Distance, &str)] = &[
    (Distance::Unlike(Similarity::Cosine), "cosine"),
    (Distance::Unlike(Similarity::Jaccard), "jaccard"),
    (Distance::Unlike(Similarity::Containment), "containment"),
    (Distance::Unlike(Similarity::SharedFivegrams), "shared-5grams"),
    (Distance::Euclidean, "euclidean"),
];

/// Every linkage of the tree and its name.
pub const LINKAGES: &[(Linkage, &str)] = &[
    (Linkage::Average, "average"),
    (Linkage::Complete, "complete"),
    (Linkage::Single, "single"),
    (Linkage::Ward, "ward"),
];

/// Every order of the intersections and its name.
pub const SET_ORDERS: &[(SetOrder, &str)] = &[(SetOrder::Size, "size"), (SetOrder::Degree, "degree")];

/// Every order of the matrix and its name.
pub const MATRIX_ORDERS: &[(MatrixOrder, &str)] =
    &[(MatrixOrder::Contrast, "contrast"), (MatrixOrder::Frequency, "frequency"), (MatrixOrder::Range, "range")];

/// Every picture of the Keywords view and its name.
pub const PICTURES: &[(KeywordsPicture, &str)] =
    &[(KeywordsPicture::Panels, "panels"), (KeywordsPicture::Volcano, "volcano")];

/// Every column of the list of quotations and its name.
pub const QUOTES_COLUMNS: &[(QuotesColumn, &str)] = &[
    (QuotesColumn::Place, "place"),
    (QuotesColumn::Words, "words"),
    (QuotesColumn::Kind, "kind"),
    (QuotesColumn::Speaker, "speaker"),
    (QuotesColumn::Verb, "verb"),
    (QuotesColumn::Class, "class"),
    (QuotesColumn::Length, "length"),
];

/// Every column of the table of names and its name.
pub const COVERAGE_COLUMNS: &[(CoverageColumn, &str)] = &[
    (CoverageColumn::Count, "count"),
    (CoverageColumn::Name, "name"),
    (CoverageColumn::Kind, "kind"),
    (CoverageColumn::Articles, "articles"),
    (CoverageColumn::Only, "only"),
];

/// Every column of the Style table and its name: as in CSV headings, with hyphens.
pub const STYLE_COLUMNS: &[(StyleColumn, &str)] = &[
    (StyleColumn::Article, "article"),
    (StyleColumn::Tokens, "tokens"),
    (StyleColumn::Types, "types"),
    (StyleColumn::Hapaxes, "hapaxes"),
    (StyleColumn::Ttr, "ttr"),
    (StyleColumn::RootTtr, "root-ttr"),
    (StyleColumn::Mattr, "mattr"),
    (StyleColumn::Mtld, "mtld"),
    (StyleColumn::Hdd, "hdd"),
    (StyleColumn::YuleK, "yule-k"),
    (StyleColumn::Sentences, "sentences"),
    (StyleColumn::SentenceLength, "sentence-length"),
    (StyleColumn::WordLength, "word-length"),
    (StyleColumn::Letters, "letters"),
    (StyleColumn::Syllables, "syllables"),
    (StyleColumn::Polysyllables, "polysyllables"),
    (StyleColumn::Flesch, "flesch-reading-ease"),
    (StyleColumn::FleschKincaid, "flesch-kincaid-grade"),
    (StyleColumn::Fog, "gunning-fog"),
    (StyleColumn::Smog, "smog"),
    (StyleColumn::ColemanLiau, "coleman-liau"),
    (StyleColumn::Ari, "ari"),
    (StyleColumn::British, "british"),
    (StyleColumn::American, "american"),
    (StyleColumn::Passives, "passives"),
    (StyleColumn::PassiveShare, "passive-share"),
    (StyleColumn::Hedges, "hedges"),
    (StyleColumn::HedgeRate, "hedges-per-1000"),
    (StyleColumn::Positive, "positive"),
    (StyleColumn::Negative, "negative"),
    (StyleColumn::Negated, "negated"),
    (StyleColumn::Tone, "tone"),
];

/// Every choice of measures of the Style view and its name.
pub const STYLE_MEASURES: &[(StyleMeasures, &str)] = &[
    (StyleMeasures::Glance, "glance"),
    (StyleMeasures::Vocabulary, "vocabulary"),
    (StyleMeasures::Readability, "readability"),
    (StyleMeasures::Wording, "wording"),
];

/// Every list of words of the Style view and its name.
pub const STYLE_WORDS: &[(StyleWords, &str)] = &[
    (StyleWords::Names, "names"),
    (StyleWords::Spellings, "spellings"),
    (StyleWords::Hedges, "hedges"),
    (StyleWords::Tone, "tone"),
];

/// Every picture of the vocabulary and its name.
pub const VOCABULARY_PICTURES: &[(VocabularyPicture, &str)] = &[
    (VocabularyPicture::Ranks, "ranks"),
    (VocabularyPicture::Growth, "growth"),
    (VocabularyPicture::Spectrum, "spectrum"),
];

/// Everything that the reader can mark, and its name; for the Style view's see [`marking`].
pub const MARKINGS: &[(Marking, &str)] = &[
    (Marking::Words, "words"),
    (Marking::Types, "types"),
    (Marking::CorpusTypes, "corpus-types"),
    (Marking::Sentences, "sentences"),
    (Marking::Paragraphs, "paragraphs"),
    (Marking::Furniture, "furniture"),
    (Marking::Shared(Similarity::Cosine), "shared.cosine"),
    (Marking::Shared(Similarity::Jaccard), "shared.jaccard"),
    (Marking::Shared(Similarity::Containment), "shared.containment"),
    (Marking::Shared(Similarity::SharedFivegrams), "shared.5grams"),
];

/// The name of what the reader marks; that of the Style view with its word or lengths: `style.hedges`,
/// `style.sentences.1-5`, `style.name.Rutte`.
#[must_use]
pub fn marking(marking: &Marking) -> String {
    if let Marking::Mentions(key) = marking {
        return [NAME_MARKING, key].concat();
    }
    if let Marking::Style(feature) = marking {
        return [STYLE_MARKING, &feature_name(feature)].concat();
    }
    if let Marking::Framing(name) = marking {
        return [FRAMING_MARKING, name].concat();
    }
    MARKINGS.iter().find(|(known, _)| known == marking).map_or("", |(_, name)| *name).to_owned()
}

/// What the reader marks under a name.
#[must_use]
pub fn marking_named(name: &str) -> Option<Marking> {
    if let Some(key) = name.strip_prefix(NAME_MARKING) {
        return Some(Marking::Mentions(key.to_owned()));
    }
    if let Some(framed) = name.strip_prefix(FRAMING_MARKING) {
        return Framed::named(framed).map(|framed| Marking::Framing(framed.name()));
    }
    match name.strip_prefix(STYLE_MARKING) {
        Some(feature) => feature_named(feature).map(Marking::Style),
        None => MARKINGS.iter().find(|(_, known)| *known == name).map(|(marking, _)| marking.clone()),
    }
}

/// What the name of a marking of the Coverage view begins with; the key of a name follows.
const NAME_MARKING: &str = "name.";
/// What the name of a marking of the Style view begins with.
const STYLE_MARKING: &str = "style.";

/// What the name of a marking on framing begins with.
const FRAMING_MARKING: &str = "framing.";

/// The name of a value; empty for one that the table doesn't have.
#[must_use]
pub fn name<T: Copy + PartialEq>(table: &[(T, &'static str)], value: T) -> &'static str {
    table.iter().find(|(known, _)| *known == value).map_or("", |(_, name)| name)
}

/// The value with a name; with `_` for `-` too, as older links have it.
#[must_use]
pub fn value<T: Copy>(table: &[(T, &'static str)], name: &str) -> Option<T> {
    let alike = |known: &str| known == name || (name.contains('_') && known == name.replace('_', "-"));
    table.iter().find(|(_, known)| alike(known)).map(|(value, _)| *value)
}

/// The name of a frequency column, an article's own too.
#[must_use]
pub fn frequency_column(column: FrequencyColumn) -> String {
    match column {
        FrequencyColumn::Article(article) => match article.checked_sub(GROUPS) {
            Some(group) => [GROUP_COLUMN, &group.to_string()].concat(),
            None => [ARTICLE_COLUMN, &article.to_string()].concat(),
        },
        column => name(FREQUENCY_COLUMNS, column).to_owned(),
    }
}

/// The frequency column with a name.
#[must_use]
pub fn frequency_column_named(name: &str) -> Option<FrequencyColumn> {
    if let Some(group) = name.strip_prefix(GROUP_COLUMN) {
        return group.parse::<u32>().ok()?.checked_add(GROUPS).map(FrequencyColumn::Article);
    }
    match name.strip_prefix(ARTICLE_COLUMN) {
        Some(article) => article.parse().ok().filter(|number| *number < GROUPS).map(FrequencyColumn::Article),
        None => value(FREQUENCY_COLUMNS, name),
    }
}
