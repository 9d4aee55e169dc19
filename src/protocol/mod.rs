//! What page and worker say to each other. Serde only.
//!
//! The page sends a [`Call`]; the worker answers with one or more [`Reply`]s of the same id: any
//! number of `Progress`, then one `Done` or `Failed`. Every call carries the settings it is to be
//! answered under, so that no answer depends on what was asked before; the engine keeps the index
//! of the last settings.

mod apart;
pub mod exports;
pub mod manifest;
mod texts;

use serde::{Deserialize, Serialize};

pub use crate::analysis::compare::{CompareQuery, CompareReport, Distance, Merge, Similarity, SimilarityRow};
pub use crate::analysis::comparison::{Against, Comparison, Correction, Level, Target};
pub use crate::analysis::concordance::{ConcordanceOrder, ConcordanceQuery};
pub use crate::analysis::correspondence::{
    Axis as MapAxis, MOST_WORDS, MapPoint, MapQuery, MapReport, Mapped, Place as MapPlace, Unmapped,
};
pub use crate::analysis::coverage::{
    Brief, CoverageColumn, CoverageQuery, CoverageReport, EditTold, FormRow, NameKind, NameRow, NamesOfArticle,
};
pub use crate::analysis::distribution::{DistributionQuery, DistributionReport, Hit, TermDistribution};
pub use crate::analysis::drawn::MOST_DRAWN;
pub use crate::analysis::evidence::{Evidence, EvidenceQuery, EvidenceReport};
pub use crate::analysis::explain::{CountTable, ExplainQuery, Given, Subject, WorkedLine, Working};
pub use crate::analysis::finding::{Counted, Finding, Piece};
pub use crate::analysis::framing::collocates::{
    CollocateColumn, CollocateMeasure, CollocatePanel, CollocateRow, CollocatesQuery, CollocatesReport,
};
pub use crate::analysis::framing::modal_list::ModalClass;
pub use crate::analysis::framing::modals::{
    ModalArticle, ModalChoice, ModalCount, ModalRow, ModalsReport, Voice, per_thousand,
};
pub use crate::analysis::framing::node::NodeWord;
pub use crate::analysis::framing::only_here::{
    Course as ArticleCourse, CourseSentence, OnlyHereArticle, OnlyHereQuery, OnlyHereReport, OnlyHereRow, Said,
    SaidPiece, SaidSentence,
};
pub use crate::analysis::framing::places::Framed;
pub use crate::analysis::frequency::{FrequencyColumn, FrequencyQuery, FrequencyReport, FrequencyRow, ZipfPoint};
pub use crate::analysis::grouping::{Compared, Field, Group, GroupsReport, HandGroup, NOT_GROUPED, NOT_STATED};
pub use crate::analysis::intersections::{
    Intersection, IntersectionsQuery, IntersectionsReport, OpenIntersection, SetOrder,
};
pub use crate::analysis::keywords::{KeywordColumn, KeywordPanel, KeywordRow, KeywordsQuery, KeywordsReport, Kind};
pub use crate::analysis::marked::{MarkedQuery, MarkedReport, Marking};
pub use crate::analysis::matrix::{MatrixOrder, MatrixQuery, MatrixReport};
pub use crate::analysis::overview::{ArticleCard, ArticleNote, CardWord, OverviewReport};
pub use crate::analysis::pair::{PairQuery, PairReport};
pub use crate::analysis::passages::SharedPassage;
pub use crate::analysis::phrases::{PhraseList, PhraseRow, PhrasesQuery, PhrasesReport};
pub use crate::analysis::quotations::report::QuotesRow;
pub use crate::analysis::quotations::{
    CuePosition, Kind as QuotationKind, Quotation, QuotesColumn, QuotesQuery, QuotesReport, SpeakerRow, VerbClass,
    VerbRow,
};
pub use crate::analysis::reading::{TextQuery, TextReport};
pub use crate::analysis::reuse::apparatus::{Mark, Reading, ReadingPiece, Wordings};
pub use crate::analysis::reuse::differences::Difference as WordingDifference;
pub use crate::analysis::reuse::duplicates::{DuplicatePair, NearDuplicates};
pub use crate::analysis::reuse::own::{Differences as PairDifferences, OwnPassage};
pub use crate::analysis::reuse::passages::{ReuseQuery, ReuseReport, ReusedPassage};
pub use crate::analysis::reuse::utterances::{
    Attributed, UtterancePlace, UtteranceRow, UtterancesQuery, UtterancesReport,
};
pub use crate::analysis::sets::{SetsQuery, SetsReport, SharedWord};
pub use crate::analysis::settings::{Grouping, Settings, StopWords};
pub use crate::analysis::style::lengths::{SENTENCE_COUNTS, SENTENCE_STEP, WORD_COUNTS};
pub use crate::analysis::style::measured::{Measured, Undefined};
pub use crate::analysis::style::names::{Difference, NameVariants, WordCount};
pub use crate::analysis::style::places::Feature;
pub use crate::analysis::style::spelling::Variety;
pub use crate::analysis::style::{
    ArticleStyle, SpellingCount, StyleColumn, StyleQuery, StyleReport, StyleTotals, ToneCount,
};
pub use crate::analysis::table::TableQuery;
pub use crate::analysis::term_matrix::TermMatrixQuery;
pub use crate::analysis::units::GROUPS;
pub use crate::analysis::vocabulary::{
    GrowthPoint, SHORTEST, SpectrumRow, TextVocabulary, VocabularyQuery, VocabularyReport,
};
pub use crate::analysis::windows::Window;
pub use crate::corpus::ids::Ids;
pub use crate::corpus::{About, Article, Furniture, FurnitureKind, Published, Relation, Source};
pub use crate::stats::clustering::Linkage;
use crate::stats::formula::{Formula, symbol};
pub use crate::stats::vocabulary::{HeapsFit, ZipfFit};
pub use crate::text::{Span, WordOptions};
pub use texts::TextsChange;

/// Both sides must speak this version: the crate's, and the protocol's own number.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "/1");

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// The articles of the corpus and their sizes under the settings.
    Articles,
    /// What is in this corpus?
    Overview,
    /// Which groups do the settings make of the articles?
    Groups,
    /// Which words set each article apart?
    Keywords(#[serde(with = "apart")] KeywordsQuery),
    /// Which phrases set each article apart?
    Phrases(#[serde(with = "apart")] PhrasesQuery),
    /// Which words occur, how often, how evenly?
    Frequency(#[serde(with = "apart")] FrequencyQuery),
    /// What kind of vocabulary is it?
    Vocabulary(#[serde(with = "apart")] VocabularyQuery),
    /// Where do these words stand?
    Distribution(#[serde(with = "apart")] DistributionQuery),
    /// How alike are the articles?
    Compare(#[serde(with = "apart")] CompareQuery),
    /// Two articles against each other.
    Pair(#[serde(with = "apart")] PairQuery),
    /// Shared and unique words of any set of articles.
    Sets(#[serde(with = "apart")] SetsQuery),
    /// Which words stand in exactly which articles?
    Intersections(#[serde(with = "apart")] IntersectionsQuery),
    /// Which words stand in which articles?
    Matrix(#[serde(with = "apart")] MatrixQuery),
    /// Which words go with which articles?
    Map(#[serde(with = "apart")] MapQuery),
    /// Which quotations are one utterance, and who carries it?
    Utterances(#[serde(with = "apart")] UtterancesQuery),
    /// Which passages stand in several places, which articles are nearly the same?
    Reuse(#[serde(with = "apart")] ReuseQuery),
    /// How is each article written?
    Style(#[serde(with = "apart")] StyleQuery),
    /// Who is quoted, how, and in which words?
    Quotes(#[serde(with = "apart")] QuotesQuery),
    /// Who and what is mentioned where?
    Coverage(#[serde(with = "apart")] CoverageQuery),
    /// Which words stand around the same name?
    Collocates(#[serde(with = "apart")] CollocatesQuery),
    /// By which modal verbs, and in whose words?
    Modals,
    /// What does one article alone say?
    OnlyHere(#[serde(with = "apart")] OnlyHereQuery),
    /// The text of an article.
    Text(#[serde(with = "apart")] TextQuery),
    /// Where does this word stand?
    Evidence(#[serde(with = "apart")] EvidenceQuery),
    /// What was this number counted from?
    Marked(#[serde(with = "apart")] MarkedQuery),
    /// How is this very number computed?
    Explain(#[serde(with = "apart")] ExplainQuery),
    /// What was this analysis made from?
    Manifest(#[serde(with = "apart")] manifest::ManifestQuery),
    /// Every measure, explained.
    Methods,
    /// The stop words in force, sorted.
    StopWords,
    /// Which files has the engine fetched?
    Fetched,
    /// A table as CSV: all rows under its filter, in its order, at full precision; a window is
    /// ignored, but a matrix has the words asked for.
    Csv(#[serde(with = "apart")] Table),
    /// A file of the whole corpus to take along, in parts.
    Export(#[serde(with = "apart")] exports::ExportQuery),
    /// Another corpus, or a step to it. Settings are of no account.
    Change(#[serde(with = "apart")] TextsChange),
    /// All articles with their texts, on or off.
    Whole,
}

impl Request {
    /// Whether the answer has something for each unit that is [drawn](crate::analysis::drawn), and nothing for the
    /// others. What is a file, a text or of one number is whole.
    #[must_use]
    pub const fn is_drawn(&self) -> bool {
        !matches!(
            self,
            Self::Articles
                | Self::Groups
                | Self::Pair(_)
                | Self::Text(_)
                | Self::Evidence(_)
                | Self::Marked(_)
                | Self::Explain(_)
                | Self::Manifest(_)
                | Self::Methods
                | Self::StopWords
                | Self::Csv(_)
                | Self::Export(_)
        )
    }
}

/// A table that can be had as CSV.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Table {
    /// The articles and their sizes.
    Articles,
    /// Keyness of each article.
    Keywords(KeywordsQuery),
    /// Key phrases of each article.
    Phrases(PhrasesQuery),
    /// Frequencies.
    Frequency(FrequencyQuery),
    /// Every word or n-gram by its rank, beside Zipf's law.
    Ranks(VocabularyQuery),
    /// Sizes, Zipf's and Heaps' laws of each article and of all.
    Vocabulary(VocabularyQuery),
    /// The points of every curve of growth.
    Growth(VocabularyQuery),
    /// How many words occur once, twice and so on.
    Spectrum(VocabularyQuery),
    /// Every place of some words.
    Distribution(DistributionQuery),
    /// Similarity of every pair.
    Similarity(CompareQuery),
    /// The steps of the tree.
    Tree(CompareQuery),
    /// Keyness of a pair.
    Pair(PairQuery),
    /// Shared and unique words.
    Sets(SetsQuery),
    /// Every word with the articles that have it.
    Intersections(IntersectionsQuery),
    /// Terms × articles.
    Matrix(MatrixQuery),
    /// Articles and words on the correspondence map.
    Map(MapQuery),
    /// Every quotation of every utterance.
    Utterances(UtterancesQuery),
    /// Every place of every reused passage.
    Reuse(ReuseQuery),
    /// Pairs of articles that are nearly the same.
    Duplicates,
    /// Every measure of every article's style.
    Style(StyleQuery),
    /// Names by article.
    Names,
    /// Spellings of what may be one name, by article.
    NameVariants,
    /// British and American spellings by article.
    Spellings,
    /// Hedges by article.
    Hedges,
    /// Rated words by article.
    Tone,
    /// Quotations under the query's filters.
    Quotes(QuotesQuery),
    /// Speakers by article.
    Speakers,
    /// Reporting verbs by article.
    ReportingVerbs,
    /// Names by article.
    Coverage(CoverageQuery),
    /// Collocates of a node, by article.
    Collocates(CollocatesQuery),
    /// Modal verbs by article.
    Modals,
    /// Every sentence with its support elsewhere.
    OnlyHere,
    /// Another table with its lines ordered by one of its columns, undefined ones last.
    InOrder {
        /// The table.
        table: Box<Table>,
        /// The column, as the file names it.
        column: String,
        /// Largest first.
        descending: bool,
    },
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// To [`Request::Articles`]: all articles, those switched off too, in corpus order.
    Articles(Vec<ArticleNote>),
    /// To [`Request::Overview`].
    Overview(OverviewReport),
    /// To [`Request::Groups`].
    Groups(#[serde(with = "apart")] GroupsReport),
    /// To [`Request::Keywords`].
    Keywords(#[serde(with = "apart")] KeywordsReport),
    /// To [`Request::Phrases`].
    Phrases(#[serde(with = "apart")] PhrasesReport),
    /// To [`Request::Frequency`].
    Frequency(#[serde(with = "apart")] FrequencyReport),
    /// To [`Request::Vocabulary`].
    Vocabulary(#[serde(with = "apart")] VocabularyReport),
    /// To [`Request::Distribution`].
    Distribution(#[serde(with = "apart")] DistributionReport),
    /// To [`Request::Compare`].
    Compare(#[serde(with = "apart")] CompareReport),
    /// To [`Request::Pair`].
    Pair(#[serde(with = "apart")] PairReport),
    /// To [`Request::Sets`].
    Sets(#[serde(with = "apart")] SetsReport),
    /// To [`Request::Intersections`].
    Intersections(#[serde(with = "apart")] IntersectionsReport),
    /// To [`Request::Matrix`].
    Matrix(#[serde(with = "apart")] MatrixReport),
    /// To [`Request::Map`].
    Map(#[serde(with = "apart")] MapReport),
    /// To [`Request::Utterances`].
    Utterances(#[serde(with = "apart")] UtterancesReport),
    /// To [`Request::Reuse`].
    Reuse(#[serde(with = "apart")] ReuseReport),
    /// To [`Request::Style`].
    Style(#[serde(with = "apart")] StyleReport),
    /// To [`Request::Quotes`].
    Quotes(#[serde(with = "apart")] QuotesReport),
    /// To [`Request::Coverage`].
    Coverage(#[serde(with = "apart")] CoverageReport),
    /// To [`Request::Collocates`].
    Collocates(#[serde(with = "apart")] CollocatesReport),
    /// To [`Request::Modals`].
    Modals(#[serde(with = "apart")] ModalsReport),
    /// To [`Request::OnlyHere`].
    OnlyHere(#[serde(with = "apart")] OnlyHereReport),
    /// To [`Request::Text`].
    Text(#[serde(with = "apart")] TextReport),
    /// To [`Request::Evidence`].
    Evidence(#[serde(with = "apart")] EvidenceReport),
    /// To [`Request::Marked`].
    Marked(#[serde(with = "apart")] MarkedReport),
    /// To [`Request::Explain`].
    Explain(#[serde(with = "apart")] Box<Explanation>),
    /// To [`Request::Manifest`].
    Manifest(#[serde(with = "apart")] Box<manifest::Manifest>),
    /// To [`Request::Methods`].
    Methods(#[serde(with = "apart")] Vec<Measure>),
    /// To [`Request::StopWords`].
    StopWords(#[serde(with = "apart")] Vec<String>),
    /// To [`Request::Fetched`]: the addresses, in the order of time; none natively.
    Fetched(#[serde(with = "apart")] Vec<String>),
    /// To [`Request::Csv`]: the file's text.
    Csv(#[serde(with = "apart")] String),
    /// To [`Request::Export`].
    Export(#[serde(with = "apart")] exports::ExportAnswer),
    /// To [`Request::Change`]: how many articles there are now.
    Changed(u32),
    /// To [`Request::Whole`].
    Whole(#[serde(with = "apart")] Vec<Article>),
}

/// A measure, explained: what the Methods view shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Its name in addresses: `g2`, `log-ratio`.
    pub key: String,
    /// The heading it stands under: `Keyness`, `Dispersion`, `Words`.
    pub group: String,
    /// The name the field uses.
    pub name: String,
    /// What it tells, in a sentence.
    pub says: String,
    /// What it doesn't tell; may be empty.
    pub caveat: String,
    /// The values it can take and their unit; may be empty.
    pub range: String,
    /// The formula's lines as MathML, a `<math>` element each; none where no formula gives it.
    pub formula: Vec<String>,
    /// The formula as plain text; may be empty.
    pub plain: String,
    /// What the formula's names stand for: a `<math>` element, and words.
    pub symbols: Vec<(String, String)>,
    /// How it is found, in words; may be empty.
    pub rule: String,
    /// What Parallax does by default.
    pub default: String,
    /// When it is undefined, and what is shown then.
    pub undefined: String,
    /// Author, year, title.
    pub source: String,
}

/// A number, explained: its measure, and how this very one is computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The measure.
    pub measure: Measure,
    /// The number, worked out.
    pub working: Working,
    /// The measures that the same subject has: key and name.
    pub others: Vec<(String, String)>,
}

impl From<&crate::stats::Measure> for Measure {
    fn from(measure: &crate::stats::Measure) -> Self {
        // No formula of the catalogue fails to be read: a test holds that.
        let formula = measure.formula();
        Self {
            key: measure.key.to_owned(),
            group: measure.group.to_owned(),
            name: measure.name.to_owned(),
            says: measure.says.to_owned(),
            caveat: measure.caveat.to_owned(),
            range: measure.range.to_owned(),
            plain: formula.as_ref().map(Formula::plain).unwrap_or_default(),
            formula: formula.as_ref().map(Formula::mathml).unwrap_or_default(),
            symbols: measure.symbols.iter().map(|(name, says)| (symbol(name), (*says).to_owned())).collect(),
            rule: measure.rule.to_owned(),
            default: measure.default.to_owned(),
            undefined: measure.undefined.to_owned(),
            source: measure.source.to_owned(),
        }
    }
}

/// What kind of failure it is; the page may act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// The question names an article that the corpus doesn't have, or that is switched off.
    UnknownArticle,
    /// A parameter is outside its range.
    OutOfRange,
    /// There is nothing to count: no article is on, or none has a word.
    Empty,
    /// A text is larger than can be indexed.
    TooLarge,
    /// An article can't be taken in as it is: its id or its page furniture.
    Article,
    /// A word list that the answer needs could not be loaded.
    List,
    /// Page and worker are of different versions.
    Version,
    /// The worker stopped or didn't start.
    Worker,
    /// A message could not be read.
    Message,
}

/// A failure: what it is, and what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Error {
    /// The kind.
    pub code: ErrorCode,
    /// A sentence for a person: what happened, to what.
    pub message: String,
    /// What can be done about it.
    pub remedy: String,
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.message, self.remedy)
    }
}

impl std::error::Error for Error {}

/// How far a long answer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done: `Reading the articles`.
    pub what: String,
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub of: u32,
}

/// A question with its number and the settings it is asked under.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Chosen by the page, different for every call.
    pub id: u32,
    /// The settings.
    pub settings: Settings,
    /// The question.
    pub request: Request,
}

/// What the worker sends.
// One at a time, and straight into a message: a box would save nothing.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// First of all: the worker is there and speaks this version.
    Ready(String),
    /// The call with this id is so far.
    Progress(u32, Progress),
    /// The call with this id is answered.
    Done(u32, Response),
    /// The call with this id failed.
    Failed(u32, Error),
}
