//! Everything that a link carries.
//!
//! Articles stand here by their ids, which survive a change of order; the page turns them into
//! numbers once it knows the corpus.

use super::corpus::CorpusState;
use super::framing::FramingState;
use crate::protocol::{
    Correction, CoverageColumn, Distance, FrequencyColumn, KeywordColumn, Kind, Level, Linkage, MapQuery, Marking,
    MatrixOrder, NameKind, QuotationKind, QuotesColumn, SetOrder, Settings, Similarity, StyleColumn, VerbClass,
};

/// The views, each titled by the question it answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// What is in this corpus?
    #[default]
    Overview,
    /// Which words set each article apart?
    Keywords,
    /// Which words occur, how often, how evenly?
    Frequency,
    /// What do the articles share, and where do they part?
    Compare,
    /// Who is quoted, how, and does the wording agree?
    Quotes,
    /// Who and what does each outlet mention?
    Coverage,
    /// How is each article written?
    Style,
    /// Which texts are these?
    Corpus,
    /// How is this computed?
    Methods,
}

/// The order of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order<S> {
    /// The column.
    pub sort: S,
    /// Largest first.
    pub descending: bool,
}

/// Which picture the Keywords view shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeywordsPicture {
    /// A panel of dots and intervals for each article.
    #[default]
    Panels,
    /// Log ratio against significance.
    Volcano,
}

/// What the Keywords view compares articles with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AgainstState {
    /// All other articles that are on.
    #[default]
    Rest,
    /// Articles of one's choice, by their ids; none: chosen are yet to be.
    Articles(Vec<String>),
    /// General English.
    GeneralEnglish,
}

/// The Keywords view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeywordsState {
    /// Which picture.
    pub picture: KeywordsPicture,
    /// What the panels rank by.
    pub rank: KeywordColumn,
    /// The volcano plot's measure of size, to the right.
    pub effect: KeywordColumn,
    /// Its measure of evidence, upwards.
    pub evidence: KeywordColumn,
    /// Ids of the group whose words are looked at; empty: each article by itself.
    pub group: Vec<String>,
    /// What they are compared with.
    pub against: AgainstState,
    /// Least frequency.
    pub minimum: u32,
    /// Least number of articles.
    pub range: u32,
    /// Which words.
    pub kind: Kind,
    /// Only words with an adjusted p below this; `None`: all tested.
    pub below: Option<Level>,
    /// What p is adjusted by.
    pub correction: Correction,
    /// What simple maths adds.
    pub smoothing: u32,
    /// Measures beside the usual ones, in the order of their columns.
    pub further: Vec<KeywordColumn>,
    /// Ids of the articles in table and volcano plot; empty: all.
    pub articles: Vec<String>,
    /// The table's filter.
    pub filter: String,
    /// The table's order.
    pub order: Order<KeywordColumn>,
}

impl KeywordsState {
    /// The table's order where none is asked for: the most notable words of the kind come first.
    #[must_use]
    pub const fn usual_order(kind: Kind) -> Order<KeywordColumn> {
        match kind {
            Kind::More | Kind::Both => Order { sort: KeywordColumn::G2, descending: true },
            Kind::Less => Order { sort: KeywordColumn::G2, descending: false },
            Kind::Alike => Order { sort: KeywordColumn::Frequency, descending: true },
        }
    }
}

impl Default for KeywordsState {
    fn default() -> Self {
        Self {
            picture: KeywordsPicture::Panels,
            rank: KeywordColumn::G2,
            effect: KeywordColumn::LogRatio,
            evidence: KeywordColumn::G2,
            group: Vec::new(),
            against: AgainstState::Rest,
            minimum: 2,
            range: 1,
            kind: Kind::More,
            below: None,
            correction: Correction::BenjaminiHochberg,
            smoothing: 1,
            further: Vec::new(),
            articles: Vec::new(),
            filter: String::new(),
            order: Self::usual_order(Kind::More),
        }
    }
}

/// Which picture of the vocabulary the Frequency view shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VocabularyPicture {
    /// Frequency against rank.
    #[default]
    Ranks,
    /// Different words against words read.
    Growth,
    /// How many words occur once, twice and so on.
    Spectrum,
}

/// The Frequency view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrequencyState {
    /// Length of the n-grams, 1 to 5.
    pub n: u32,
    /// Least frequency.
    pub minimum: u32,
    /// Greatest frequency of the table's words; `None`: any.
    pub maximum: Option<u32>,
    /// Which picture of the vocabulary.
    pub picture: VocabularyPicture,
    /// Whether growth follows the texts as they run, not the mean of all orders.
    pub running: bool,
    /// The words whose distribution is shown, at most [`MOST_CHOSEN`]; empty: the most frequent ones of the table.
    pub terms: Vec<String>,
    /// Whether the lanes of the barcode are as long as their articles, not all of one width.
    pub by_length: bool,
    /// The table's filter.
    pub filter: String,
    /// The table's order.
    pub order: Order<FrequencyColumn>,
}

/// Most words whose distribution is shown at once.
pub const MOST_CHOSEN: usize = 5;

impl Default for FrequencyState {
    fn default() -> Self {
        Self {
            n: 1,
            minimum: 1,
            maximum: None,
            picture: VocabularyPicture::Ranks,
            running: false,
            terms: Vec::new(),
            by_length: false,
            filter: String::new(),
            order: Order { sort: FrequencyColumn::Frequency, descending: true },
        }
    }
}

/// The Compare view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareState {
    /// The measure of the heat map.
    pub measure: Similarity,
    /// The distance of the tree; `None`: 1 less the measure.
    pub distance: Option<Distance>,
    /// The linkage of the tree.
    pub linkage: Linkage,
    /// Ids of the pair; `None`: the pair that shares the most wording.
    pub pair: Option<(String, String)>,
    /// Least frequency in the pair's keyness.
    pub minimum: u32,
    /// Fewest words of a shared passage.
    pub passage: u32,
    /// Whether the pair's texts don't scroll together.
    pub apart: bool,
    /// Whether the words that stand once in each of them aren't tied to each other, only passages.
    pub passages_only: bool,
    /// The pair table's filter.
    pub filter: String,
    /// The pair table's order.
    pub order: Order<KeywordColumn>,
    /// What orders the terms × articles matrix.
    pub matrix: MatrixOrder,
    /// The matrix's filter.
    pub matrix_filter: String,
    /// Which words stand on the correspondence map, and which of its axes are shown.
    pub map: MapQuery,
    /// Ids of the set whose shared and unique words are listed; empty: all articles.
    pub set: Vec<String>,
    /// In which order the intersections of their vocabularies stand.
    pub set_order: SetOrder,
    /// Whether all intersections are shown, not only the first.
    pub set_all: bool,
    /// The intersection whose words are listed: the ids of its articles; none: no intersection.
    pub set_open: Vec<String>,
    /// Ids of the articles of a pair of groups whose texts stand side by side; `None`: those that share the most.
    pub texts: Option<(String, String)>,
    /// Fewest same words of a reused passage.
    pub reuse: u32,
    /// The reused passage whose wordings are shown: an article's id, and a byte of it there.
    pub reused: Option<(String, u32)>,
}

impl Default for CompareState {
    fn default() -> Self {
        Self {
            measure: Similarity::Cosine,
            distance: None,
            linkage: Linkage::Average,
            pair: None,
            minimum: 2,
            passage: 4,
            apart: false,
            passages_only: false,
            filter: String::new(),
            order: Order { sort: KeywordColumn::G2, descending: true },
            matrix: MatrixOrder::Contrast,
            matrix_filter: String::new(),
            map: MapQuery::default(),
            set: Vec::new(),
            set_order: SetOrder::Size,
            set_all: false,
            set_open: Vec::new(),
            texts: None,
            reuse: 6,
            reused: None,
        }
    }
}

/// The Quotes view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotesState {
    /// Ids of the articles in the list; empty: all.
    pub articles: Vec<String>,
    /// The kinds listed; none: any.
    pub kinds: Vec<QuotationKind>,
    /// The speaker listed, empty for what is not attributed; `None`: any.
    pub speaker: Option<String>,
    /// The class of verbs listed; `None`: any.
    pub class: Option<VerbClass>,
    /// The verb listed; `None`: any.
    pub verb: Option<String>,
    /// The list's filter.
    pub filter: String,
    /// The list's order.
    pub order: Order<QuotesColumn>,
    /// Whether every reporting verb is drawn, not only the most frequent.
    pub all_verbs: bool,
    /// Whether the utterances shown are all, not only those in several places.
    pub every: bool,
    /// Whether what is reported counts among them.
    pub reported: bool,
    /// The utterance whose wordings are shown: an article's id, and a byte of a quotation there; `None`: the first.
    pub utterance: Option<(String, u32)>,
}

impl Default for QuotesState {
    fn default() -> Self {
        Self {
            articles: Vec::new(),
            kinds: Vec::new(),
            speaker: None,
            class: None,
            verb: None,
            filter: String::new(),
            order: Order { sort: QuotesColumn::Place, descending: false },
            all_verbs: false,
            every: false,
            reported: false,
            utterance: None,
        }
    }
}

/// The Coverage view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageState {
    /// Only names of this kind; `None`: people, organisations and places.
    pub kind: Option<NameKind>,
    /// Key of the name whose forms are shown.
    pub name: Option<String>,
    /// The table's filter.
    pub filter: String,
    /// The table's order.
    pub order: Order<CoverageColumn>,
}

impl Default for CoverageState {
    fn default() -> Self {
        Self {
            kind: None,
            name: None,
            filter: String::new(),
            order: Order { sort: CoverageColumn::Count, descending: true },
        }
    }
}

/// Which measures the Style view shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StyleMeasures {
    /// One or two of each kind.
    #[default]
    Glance,
    /// Of the vocabulary.
    Vocabulary,
    /// Of readability, with the counts they are computed from.
    Readability,
    /// Of spelling, passives, hedges and tone.
    Wording,
}

/// Which words the Style view lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StyleWords {
    /// Names.
    #[default]
    Names,
    /// British and American spellings.
    Spellings,
    /// Hedges.
    Hedges,
    /// Words rated pleasant or unpleasant.
    Tone,
}

/// The Style view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleState {
    /// Which measures, in pictures and table.
    pub measures: StyleMeasures,
    /// Whether the lengths shown are those of words, not of sentences.
    pub word_lengths: bool,
    /// Which words are listed.
    pub words: StyleWords,
    /// Whether all of them are listed, not only the most frequent.
    pub all_words: bool,
    /// The table's order.
    pub order: Order<StyleColumn>,
}

impl Default for StyleState {
    fn default() -> Self {
        Self {
            measures: StyleMeasures::Glance,
            word_lengths: false,
            words: StyleWords::Names,
            all_words: false,
            order: Order { sort: StyleColumn::Article, descending: false },
        }
    }
}

/// The reader: a drawer on every view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderState {
    /// Id of the article.
    pub article: String,
    /// The word or n-gram that is highlighted; empty: none.
    pub term: String,
    /// Or what a number was counted from, which is marked.
    pub marking: Option<Marking>,
    /// Which of the places in this article is the current one, from 0.
    pub hit: u32,
    /// Or a passage to show: its first byte and one past its last.
    pub passage: Option<(u32, u32)>,
    /// Id of an article beside it.
    pub beside: Option<String>,
    /// A passage to show in that: its first byte and one past its last.
    pub beside_passage: Option<(u32, u32)>,
}

/// A number whose computation can be asked for: its measure, and whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberState {
    /// Key of the measure, as in the Methods view.
    pub measure: String,
    /// The word or n-gram; empty where it is no word's number.
    pub term: String,
    /// Id of the article whose number it is; empty: of all that are on.
    pub article: String,
    /// Id of the article it is compared with; empty: with no single one.
    pub beside: String,
}

/// Which articles, or groups, are listed and drawn, where there are more than can be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawnState {
    /// The first of them, from 0, among those that are found.
    pub from: u32,
    /// What they are found by: words of their titles, outlets or ids; empty: all.
    pub find: String,
}

/// Everything that a link carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The view.
    pub view: View,
    /// The settings of every analysis.
    pub settings: Settings,
    /// Which units are drawn.
    pub drawn: DrawnState,
    /// The Keywords view.
    pub keywords: KeywordsState,
    /// The Frequency view.
    pub frequency: FrequencyState,
    /// The Compare view.
    pub compare: CompareState,
    /// The Quotes view.
    pub quotes: QuotesState,
    /// The Coverage view.
    pub coverage: CoverageState,
    /// The sections on framing of the Coverage view.
    pub framing: FramingState,
    /// The Style view.
    pub style: StyleState,
    /// The Corpus view.
    pub corpus: CorpusState,
    /// How tables are sorted that hold all their rows: the table's name, a point, and the column's, after a `-` where
    /// the largest come first.
    pub orders: Vec<String>,
    /// The Methods view: the key of the measure shown, if one is.
    pub measure: Option<String>,
    /// The reader, if it is open.
    pub reader: Option<ReaderState>,
    /// The number that was last looked into.
    pub number: Option<NumberState>,
    /// Whether its computation is shown.
    pub how: bool,
}
