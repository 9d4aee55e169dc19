//! A fixed list of questions that covers every request, for a corpus of any size.

use parallax::engine::lists::{List, Lists};
use parallax::protocol::exports::{Export, ExportQuery};
use parallax::protocol::manifest::ManifestQuery;
use parallax::protocol::{
    Against, CollocateColumn, CollocateMeasure, CollocatesQuery, CompareQuery, Comparison, ConcordanceOrder,
    ConcordanceQuery, Correction, CoverageColumn, CoverageQuery, Distance, DistributionQuery, Error, EvidenceQuery,
    ExplainQuery, Feature, Framed, FrequencyColumn, FrequencyQuery, GROUPS, IntersectionsQuery, KeywordColumn,
    KeywordsQuery, Kind, Level, Linkage, MapQuery, MarkedQuery, Marking, MatrixOrder, MatrixQuery, ModalChoice,
    ModalClass, NameKind, OnlyHereQuery, PairQuery, PhrasesQuery, QuotationKind, QuotesColumn, QuotesQuery, Request,
    ReuseQuery, SetOrder, SetsQuery, Similarity, StyleColumn, StyleQuery, Subject, Table, TableQuery, Target,
    TermMatrixQuery, TextQuery, UtterancesQuery, VerbClass, VocabularyQuery, Voice, Window,
};

/// Every measure that a row can have beside those it always has.
pub use parallax::route::keys::FURTHER_COLUMNS as FURTHER;

/// The word lists, compiled in: tests in WebAssembly have no folder to read.
#[derive(Debug)]
pub struct BuiltIn;

impl Lists for BuiltIn {
    fn load(&self, list: List) -> Result<String, Error> {
        let text = match list {
            List::GeneralEnglish => include_str!("../../static/lists/general-english.txt"),
            List::Methods => include_str!("../../static/lists/methods.txt"),
            List::Syllables => include_str!("../../static/lists/syllables.txt"),
            List::Varieties => include_str!("../../static/lists/varieties.txt"),
            List::Participles => include_str!("../../static/lists/participles.txt"),
            List::Hedges => include_str!("../../static/lists/hedges.txt"),
            List::Tone => include_str!("../../static/lists/tone.txt"),
            List::Reporting => include_str!("../../static/lists/reporting.txt"),
            List::Speakers => include_str!("../../static/lists/speakers.txt"),
            List::Gazetteer => include_str!("../../static/lists/gazetteer.txt"),
            List::Modals => include_str!("../../static/lists/modals.txt"),
            List::Countries => include_str!("../../static/lists/countries.txt"),
        };
        Ok(text.to_owned())
    }
}

/// A table from its first row, largest first.
pub fn table<S>(sort: S, limit: u32) -> TableQuery<S> {
    TableQuery { filter: String::new(), sort, descending: true, offset: 0, limit }
}

pub fn keywords(minimum: u32) -> KeywordsQuery {
    KeywordsQuery {
        comparison: Comparison { minimum, ..Comparison::default() },
        panel: 12,
        table: table(KeywordColumn::G2, 50),
        ..KeywordsQuery::default()
    }
}

/// Keyness in all its forms, for a corpus of `articles` articles.
pub fn comparisons(articles: u32) -> Vec<Request> {
    let further = || FURTHER.to_vec();
    let english = Comparison { against: Against::GeneralEnglish, ..Comparison::default() };
    let phrases = |comparison| PhrasesQuery { comparison, significant: false, limit: 10 };
    let mut all = vec![
        Request::Keywords(KeywordsQuery { kind: Kind::Both, further: further(), ..keywords(1) }),
        Request::Keywords(KeywordsQuery { kind: Kind::Alike, ..keywords(1) }),
        Request::Keywords(KeywordsQuery { kind: Kind::Less, significant: true, ..keywords(2) }),
        Request::Keywords(KeywordsQuery {
            comparison: Comparison {
                range: 2,
                correction: Correction::Holm,
                level: Level::OnePercent,
                smoothing: 100,
                ..Comparison::default()
            },
            rank: KeywordColumn::ConservativeLogRatio,
            further: further(),
            ..keywords(2)
        }),
        Request::Keywords(KeywordsQuery {
            comparison: english.clone(),
            kind: Kind::Both,
            further: further(),
            ..keywords(2)
        }),
        Request::Csv(Table::Keywords(KeywordsQuery { comparison: english.clone(), further: further(), ..keywords(2) })),
        Request::Phrases(phrases(Comparison::default())),
        Request::Phrases(phrases(english)),
        Request::Csv(Table::Phrases(phrases(Comparison::default()))),
    ];
    if articles > 1 {
        let group = Comparison { target: Target::Group(vec![1, 0]), ..Comparison::default() };
        let last = Comparison { against: Against::Articles(vec![articles - 1]), ..group.clone() };
        let itself = Comparison { against: Against::Articles(vec![0, 1]), ..group.clone() };
        let each = Comparison { against: Against::Articles(vec![0]), ..Comparison::default() };
        for comparison in [group, last, itself, each] {
            let query = KeywordsQuery { comparison: comparison.clone(), further: further(), ..keywords(1) };
            all.push(Request::Keywords(query.clone()));
            all.push(Request::Csv(Table::Keywords(KeywordsQuery { kind: Kind::Both, ..query })));
            all.push(Request::Phrases(phrases(comparison)));
        }
    }
    all
}

pub fn frequency(n: u32) -> FrequencyQuery {
    FrequencyQuery { n, minimum: 1, maximum: None, table: table(FrequencyColumn::Frequency, 50) }
}

pub fn pair(a: u32, b: u32) -> PairQuery {
    PairQuery { a, b, minimum: 1, side: 10, passage: 4, table: table(KeywordColumn::G2, 50) }
}

pub fn matrix(order: MatrixOrder) -> MatrixQuery {
    MatrixQuery { order, limit: 30, filter: String::new() }
}

pub const MEASURES: [Similarity; 4] =
    [Similarity::Cosine, Similarity::Jaccard, Similarity::Containment, Similarity::SharedFivegrams];

pub const MARKINGS: [Marking; 10] = [
    Marking::Words,
    Marking::Types,
    Marking::CorpusTypes,
    Marking::Sentences,
    Marking::Paragraphs,
    Marking::Furniture,
    Marking::Shared(Similarity::Cosine),
    Marking::Shared(Similarity::Jaccard),
    Marking::Shared(Similarity::Containment),
    Marking::Shared(Similarity::SharedFivegrams),
];

/// Measures of keyness that a table shows.
pub const KEYNESS: [&str; 19] = [
    "g2",
    "p",
    "p-adjusted",
    "bic",
    "log-ratio",
    "log-ratio-interval",
    "tf-idf",
    "robust",
    "rates",
    "g2-two-cells",
    "chi-squared",
    "chi-squared-yates",
    "fisher-p",
    "p-holm",
    "p-bonferroni",
    "permutation-p",
    "conservative-log-ratio",
    "percent-difference",
    "odds-ratio",
];
/// Names in every order and of every kind.
fn coverage() -> Vec<Request> {
    let query = |sort| CoverageQuery { picture: 20, lists: 8, table: table(sort, 60), ..CoverageQuery::default() };
    let mut all: Vec<Request> = [
        CoverageColumn::Count,
        CoverageColumn::Name,
        CoverageColumn::Kind,
        CoverageColumn::Articles,
        CoverageColumn::Only,
    ]
    .map(|sort| Request::Coverage(query(sort)))
    .into();
    let open = Some("mark rutte".to_owned());
    all.push(Request::Coverage(CoverageQuery { kinds: vec![NameKind::Person], open, ..query(CoverageColumn::Count) }));
    let kinds: Vec<NameKind> = NameKind::ALL.iter().map(|it| it.0).collect();
    all.push(Request::Csv(Table::Coverage(CoverageQuery { kinds, ..query(CoverageColumn::Name) })));
    for key in ["nato", "mark rutte", "nobody at all"] {
        let marking = Marking::Mentions(key.to_owned());
        all.push(Request::Marked(MarkedQuery { marking, article: None, beside: None }));
    }
    all
}

/// Everything that the Style view's numbers are counted from.
pub fn features() -> Vec<Feature> {
    vec![
        Feature::Sentences(1, 20),
        Feature::Letters(7, u32::MAX),
        Feature::Polysyllables,
        Feature::Hapaxes,
        Feature::Passives,
        Feature::Hedges(String::new()),
        Feature::Positive(String::new()),
        Feature::Negative(String::new()),
        Feature::Negated,
        Feature::British(String::new()),
        Feature::American(String::new()),
        Feature::Name("Rutte".to_owned()),
    ]
}

/// Quotations, in every order and under every filter.
pub fn quotes() -> Vec<Request> {
    let query =
        |sort| QuotesQuery { table: TableQuery { descending: false, ..table(sort, 50) }, ..QuotesQuery::default() };
    let place = || query(QuotesColumn::Place);
    let mut all: Vec<Request> = [
        QuotesColumn::Words,
        QuotesColumn::Kind,
        QuotesColumn::Speaker,
        QuotesColumn::Verb,
        QuotesColumn::Class,
        QuotesColumn::Length,
    ]
    .map(|sort| Request::Quotes(query(sort)))
    .to_vec();
    all.push(Request::Quotes(place()));
    all.push(Request::Quotes(QuotesQuery { kinds: vec![QuotationKind::Partial, QuotationKind::Block], ..place() }));
    all.push(Request::Quotes(QuotesQuery { class: Some(VerbClass::Assertive), articles: vec![0], ..place() }));
    all.push(Request::Quotes(QuotesQuery { speaker: Some(String::new()), ..place() }));
    all.push(Request::Quotes(QuotesQuery { verb: Some("say".to_owned()), ..place() }));
    all.push(Request::Csv(Table::Quotes(place())));
    all.push(Request::Csv(Table::Speakers));
    all.push(Request::Csv(Table::ReportingVerbs));
    all
}

/// Framing, with every measure, order, window and kind of place.
pub fn framing() -> Vec<Request> {
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    let wide = Window { left: 0, right: 12, crossing: true };
    let usual = CollocatesQuery { table: table(CollocateColumn::Measure, 50), ..CollocatesQuery::default() };
    let of = |asked: &[&str], window, measure, sort| CollocatesQuery {
        words: words(asked),
        window,
        minimum: 1,
        measure,
        panel: 20,
        table: table(sort, 50),
    };
    let nato = ["NATO", "the alliance"];
    let mut all = vec![
        Request::Collocates(usual.clone()),
        Request::Csv(Table::Collocates(usual)),
        Request::Collocates(of(&["Rutte", "Rute", "rutte"], wide, CollocateMeasure::Dice, CollocateColumn::Term)),
        Request::Collocates(of(&nato, Window::default(), CollocateMeasure::Mi, CollocateColumn::Article)),
        Request::Collocates(of(&nato, wide, CollocateMeasure::Mi3, CollocateColumn::Together)),
        Request::Collocates(of(&["the"], wide, CollocateMeasure::G2, CollocateColumn::Frequency)),
        Request::Collocates(of(&nato, wide, CollocateMeasure::T, CollocateColumn::Expected)),
        Request::Collocates(of(&nato, wide, CollocateMeasure::Z, CollocateColumn::Articles)),
        Request::Csv(Table::Collocates(of(&nato, wide, CollocateMeasure::DeltaP, CollocateColumn::Difference))),
        Request::Collocates(of(&["nowhere-to-be-found"], wide, CollocateMeasure::T, CollocateColumn::Measure)),
        Request::Modals,
        Request::Csv(Table::Modals),
        Request::OnlyHere(OnlyHereQuery::default()),
        Request::OnlyHere(OnlyHereQuery { each: 10, words: 1 }),
        Request::Csv(Table::OnlyHere),
    ];
    let near = |term: &str, window| Framed::Collocates { node: words(&nato), window, term: term.to_owned() };
    let modal = |choice, voice| Framed::Modals { choice, voice };
    for framed in [
        near("", wide),
        near("defence", Window::default()),
        near("nowhere", wide),
        modal(ModalChoice::Any, Voice::Any),
        modal(ModalChoice::Negated, Voice::Writer),
        modal(ModalChoice::Verb("will".to_owned()), Voice::Quoted),
        modal(ModalChoice::Class(ModalClass::Obligation), Voice::Any),
    ] {
        let marking = Marking::Framing(framed.name());
        all.push(Request::Marked(MarkedQuery { marking, article: None, beside: None }));
    }
    let explain = |measure: &str, of: Subject| Request::Explain(ExplainQuery { measure: measure.to_owned(), of });
    for measure in COLLOCATION {
        for (term, window) in [("defence", Window::default()), ("the", wide), ("nowhere", wide)] {
            let of = Subject::Collocate { term: term.to_owned(), article: 0, words: words(&nato), window };
            all.push(explain(measure, of));
        }
    }
    for (choice, voice) in [
        (ModalChoice::Any, Voice::Any),
        (ModalChoice::Class(ModalClass::Prediction), Voice::Quoted),
        (ModalChoice::Verb("should".to_owned()), Voice::Writer),
        (ModalChoice::Negated, Voice::Any),
    ] {
        all.push(explain("modal-verbs", Subject::Modals { choice, voice, article: 0 }));
    }
    for measure in ["support", "coverage"] {
        for start in [0, 100] {
            all.push(explain(measure, Subject::Sentence { article: 0, start }));
        }
    }
    all
}

/// Files of the whole corpus, first parts and later ones.
pub fn exports(words: &[&str]) -> Vec<Request> {
    let mut all = Vec::new();
    for (n, minimum, range) in [(1, 1, 1), (1, 3, 2), (2, 2, 1), (5, 1, 1), (0, 1, 1), (1, 100_000, 1)] {
        let query = TermMatrixQuery { n, minimum, range };
        all.push(ExportQuery::Sizes(query));
        for export in [Export::Matrix(query), Export::MatrixMarket(query), Export::MatrixTexts] {
            all.push(ExportQuery::Part(export, 0));
        }
        all.push(ExportQuery::Part(Export::MatrixWords(query), 3));
    }
    for order in [ConcordanceOrder::Text, ConcordanceOrder::Left, ConcordanceOrder::Right] {
        let terms: Vec<String> = words.iter().filter(|word| **word != "!").map(|&word| word.to_owned()).collect();
        let query = ConcordanceQuery { terms, width: 7, order };
        all.push(ExportQuery::Hits(query.clone()));
        all.push(ExportQuery::Part(Export::Concordance(query.clone()), 0));
        all.push(ExportQuery::Part(Export::Concordance(query), u32::MAX));
    }
    for export in [Export::Tokens, Export::TokenLines, Export::BibTex, Export::CslJson] {
        all.push(ExportQuery::Part(export.clone(), 0));
        all.push(ExportQuery::Part(export, 1_000));
    }
    all.into_iter().map(Request::Export).collect()
}

/// What is asked of `groups` groups.
pub fn of_groups(groups: u32, words: &[&str]) -> Vec<Request> {
    let (first, last) = (GROUPS, GROUPS + groups - 1);
    let keywords = || KeywordsQuery { kind: Kind::Both, further: FURTHER.to_vec(), ..keywords(1) };
    let phrases = || PhrasesQuery { comparison: Comparison::default(), significant: false, limit: 10 };
    let distribution = DistributionQuery { terms: words.iter().map(|&word| word.to_owned()).collect() };
    let set = SetsQuery { articles: (first..=last).collect(), limit: 40 };
    let similarity = CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() };
    let mut all = vec![
        Request::Groups,
        Request::Overview,
        Request::Keywords(keywords()),
        Request::Csv(Table::Keywords(keywords())),
        Request::Phrases(phrases()),
        Request::Csv(Table::Phrases(phrases())),
        Request::Frequency(FrequencyQuery { table: table(FrequencyColumn::Article(last), 50), ..frequency(1) }),
        Request::Frequency(frequency(3)),
        Request::Csv(Table::Frequency(frequency(1))),
        Request::Distribution(distribution),
        Request::Csv(Table::Similarity(similarity)),
        Request::Pair(pair(first, last)),
        Request::Pair(pair(last, first)),
        Request::Csv(Table::Pair(pair(first, last))),
        Request::Sets(set.clone()),
        Request::Csv(Table::Sets(set)),
        Request::Csv(Table::Matrix(matrix(MatrixOrder::Contrast))),
        Request::Style(StyleQuery::default()),
        Request::Manifest(ManifestQuery { address: String::new(), comparison: Comparison::default() }),
    ];
    all.extend(MEASURES.map(|measure| Request::Compare(CompareQuery { measure, ..CompareQuery::default() })));
    all.extend([MatrixOrder::Contrast, MatrixOrder::Frequency].map(|order| Request::Matrix(matrix(order))));
    for marking in MARKINGS {
        let beside = matches!(marking, Marking::Shared(_)).then_some(last);
        all.push(Request::Marked(MarkedQuery { marking, article: Some(first), beside }));
    }
    let explain = |measure: &str, of: Subject| Request::Explain(ExplainQuery { measure: measure.to_owned(), of });
    for measure in ["cosine", "jaccard", "containment", "shared-5grams"] {
        all.push(explain(measure, Subject::Pair { a: first, b: last }));
    }
    for &word in words {
        for measure in KEYNESS {
            let comparison = Comparison { minimum: 1, ..Comparison::default() };
            all.push(explain(measure, Subject::Word { term: word.to_owned(), article: last, comparison }));
        }
        all.push(explain("contrast", Subject::Term { term: word.to_owned(), article: None }));
        all.push(explain("frequency", Subject::Term { term: word.to_owned(), article: Some(last) }));
        all.push(Request::Evidence(EvidenceQuery { term: word.to_owned(), article: Some(first) }));
    }
    all.extend(exports(words));
    let names =
        CoverageQuery { picture: 12, lists: 6, table: table(CoverageColumn::Only, 40), ..CoverageQuery::default() };
    let said = QuotesQuery { articles: vec![last], table: table(QuotesColumn::Place, 20), ..QuotesQuery::default() };
    let mentions = Marking::Mentions("nato".to_owned());
    all.extend([
        Request::Csv(Table::Coverage(names.clone())),
        Request::Coverage(names),
        Request::Marked(MarkedQuery { marking: mentions, article: Some(last), beside: None }),
        Request::Quotes(said),
        Request::Csv(Table::Speakers),
        Request::Csv(Table::ReportingVerbs),
        Request::OnlyHere(OnlyHereQuery::default()),
        Request::Csv(Table::OnlyHere),
        Request::Reuse(ReuseQuery { least: 6, limit: 20, ..ReuseQuery::default() }),
        Request::Csv(Table::Reuse(ReuseQuery { least: 6, ..ReuseQuery::default() })),
        Request::Utterances(UtterancesQuery { reported: true, limit: 40, ..UtterancesQuery::default() }),
        Request::Csv(Table::Utterances(UtterancesQuery { several: true, ..UtterancesQuery::default() })),
    ]);
    all.extend(framing());
    all
}

/// Measures of a collocate.
pub const COLLOCATION: [&str; 10] = [
    "collocate-expected",
    "log-dice",
    "dice",
    "mi",
    "mi3",
    "t-score",
    "z-score",
    "collocate-g2",
    "delta-p",
    "collocate-difference",
];

/// Every kind of request, for a corpus of `articles` articles; `words` are asked for as evidence.
pub fn questions(articles: u32, words: &[&str]) -> Vec<Request> {
    let mut all = vec![
        Request::Articles,
        Request::Overview,
        Request::Methods,
        Request::StopWords,
        Request::Fetched,
        Request::Keywords(keywords(1)),
        Request::Keywords(KeywordsQuery { kind: Kind::Both, rank: KeywordColumn::LogRatio, ..keywords(2) }),
        Request::Csv(Table::Articles),
        Request::Csv(Table::Keywords(KeywordsQuery { kind: Kind::Both, ..keywords(1) })),
    ];
    all.extend(comparisons(articles));
    for n in 1..=5 {
        all.push(Request::Frequency(frequency(n)));
    }
    all.push(Request::Csv(Table::Frequency(frequency(1))));
    all.push(Request::Frequency(FrequencyQuery { minimum: 2, maximum: Some(2), ..frequency(2) }));
    for (n, running) in [(1, false), (1, true), (2, false), (3, true)] {
        let query = VocabularyQuery { n, running };
        all.push(Request::Vocabulary(query));
        for table in [Table::Ranks(query), Table::Vocabulary(query), Table::Growth(query), Table::Spectrum(query)] {
            all.push(Request::Csv(table));
        }
    }
    let distribution = DistributionQuery { terms: words.iter().map(|&word| word.to_owned()).collect() };
    all.push(Request::Distribution(distribution.clone()));
    all.push(Request::Csv(Table::Distribution(distribution)));
    for measure in MEASURES {
        all.push(Request::Compare(CompareQuery { measure, ..CompareQuery::default() }));
    }
    for distance in [None, Some(Distance::Euclidean), Some(Distance::Unlike(Similarity::Jaccard))] {
        for linkage in [Linkage::Complete, Linkage::Single, Linkage::Ward] {
            // Ward's linkage takes the Euclidean distance.
            if linkage != Linkage::Ward || distance == Some(Distance::Euclidean) {
                all.push(Request::Compare(CompareQuery { distance, linkage, ..CompareQuery::default() }));
            }
        }
    }
    all.push(Request::Csv(Table::Tree(CompareQuery::default())));
    all.push(Request::Csv(Table::Similarity(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() })));
    for order in [MatrixOrder::Contrast, MatrixOrder::Frequency, MatrixOrder::Range] {
        all.push(Request::Matrix(matrix(order)));
    }
    all.push(Request::Csv(Table::Matrix(matrix(MatrixOrder::Contrast))));
    for query in [
        MapQuery::default(),
        MapQuery { minimum: 1, range: 1, words: 300, axes: (3, 1) },
        MapQuery { minimum: 1_000, ..MapQuery::default() },
        MapQuery { axes: (4, 2), ..MapQuery::default() },
    ] {
        all.push(Request::Map(query));
    }
    all.push(Request::Csv(Table::Map(MapQuery::default())));
    for (column, descending) in [("inertia_share", true), ("point", false), ("nothing", true)] {
        let table = Box::new(Table::Map(MapQuery::default()));
        all.push(Request::Csv(Table::InOrder { table, column: column.to_owned(), descending }));
    }
    for rows in [(Similarity::Jaccard, false), (Similarity::SharedFivegrams, true)] {
        let query = CompareQuery { rows: Some(rows), limit: 9, ..CompareQuery::default() };
        all.push(Request::Csv(Table::Similarity(query.clone())));
        all.push(Request::Compare(query));
    }
    for (least, open) in [(6, None), (8, Some((articles.saturating_sub(2), 600))), (5, Some((0, 0))), (100, None)] {
        all.push(Request::Reuse(ReuseQuery { least, offset: 0, limit: 20, open }));
    }
    all.push(Request::Csv(Table::Reuse(ReuseQuery { least: 6, ..ReuseQuery::default() })));
    all.push(Request::Csv(Table::Duplicates));
    let utterances = |reported, several, open| UtterancesQuery { reported, several, offset: 0, limit: 40, open };
    for query in [utterances(false, false, None), utterances(true, true, Some((articles.saturating_sub(1), 100)))] {
        all.push(Request::Utterances(query.clone()));
        all.push(Request::Csv(Table::Utterances(query)));
    }
    all.push(Request::Utterances(utterances(false, true, Some((0, 1600)))));
    for article in 0..articles.min(3) {
        all.push(Request::Text(TextQuery { article }));
    }
    if articles > 1 {
        let last = articles - 1;
        all.push(Request::Pair(pair(0, last)));
        all.push(Request::Pair(pair(last, 0)));
        all.push(Request::Csv(Table::Pair(pair(0, last))));
        let set = SetsQuery { articles: (0..articles).collect(), limit: 40 };
        all.push(Request::Sets(set.clone()));
        all.push(Request::Csv(Table::Sets(set)));
        for (order, open) in
            [(SetOrder::Size, None), (SetOrder::Degree, Some(vec![last, 0])), (SetOrder::Size, Some(vec![0]))]
        {
            let query = IntersectionsQuery { order, open, limit: 12, words: 20, ..IntersectionsQuery::default() };
            all.push(Request::Intersections(query.clone()));
            all.push(Request::Csv(Table::Intersections(query)));
        }
        let two = IntersectionsQuery { articles: vec![last, 0], limit: 9, ..IntersectionsQuery::default() };
        all.push(Request::Intersections(two));
    }
    all.push(Request::Style(StyleQuery::default()));
    all.push(Request::Style(StyleQuery { sort: StyleColumn::Mattr, descending: true }));
    all.push(Request::Csv(Table::Style(StyleQuery { sort: StyleColumn::Tone, descending: false })));
    for table in [Table::Names, Table::NameVariants, Table::Spellings, Table::Hedges, Table::Tone] {
        all.push(Request::Csv(table));
    }
    all.extend(quotes());
    all.extend(coverage());
    all.extend(framing());
    for feature in features() {
        all.push(Request::Marked(MarkedQuery { marking: Marking::Style(feature), article: Some(0), beside: None }));
    }
    for marking in MARKINGS {
        let beside = matches!(marking, Marking::Shared(_)).then_some(articles.saturating_sub(1));
        if articles > 1 || beside.is_none() {
            all.push(Request::Marked(MarkedQuery { marking, article: Some(0), beside }));
        }
    }
    all.push(Request::Manifest(ManifestQuery { address: String::new(), comparison: Comparison::default() }));
    let explain = |measure: &str, of: Subject| Request::Explain(ExplainQuery { measure: measure.to_owned(), of });
    for measure in ["cosine", "jaccard", "containment", "shared-5grams"] {
        all.push(explain(measure, Subject::Pair { a: 0, b: articles.saturating_sub(1) }));
    }
    for measure in
        ["reading-time", "varieties.british", "varieties.american", "tone.positive", "tone.negated", "hedges.count"]
    {
        all.push(explain(measure, Subject::Article { article: 0 }));
    }
    let laws = [
        "heaps.k",
        "heaps.beta",
        "heaps.error",
        "heaps.deviation",
        "zipf-fit",
        "zipf-error",
        "zipf-distance",
        "token",
        "type",
        "hapaxes",
    ];
    for (at, measure) in laws.into_iter().enumerate() {
        let query = VocabularyQuery { n: 1 + at as u32 % 2, running: at % 3 == 0 };
        all.push(explain(measure, Subject::Vocabulary { article: None, query }));
        if at < 7 {
            all.push(explain(measure, Subject::Vocabulary { article: Some(0), query }));
        }
    }
    for &word in words {
        for measure in KEYNESS {
            for against in [Against::Rest, Against::Articles(vec![articles.saturating_sub(1)])] {
                let comparison = Comparison { against, minimum: 1, ..Comparison::default() };
                all.push(explain(measure, Subject::Word { term: word.to_owned(), article: 0, comparison }));
            }
        }
        for measure in ["frequency", "per-million", "range", "dp", "dp-norm", "juilland-d", "contrast"] {
            all.push(explain(measure, Subject::Term { term: word.to_owned(), article: None }));
        }
        let of = Subject::Phrase { phrase: word.to_owned(), article: 0, comparison: Comparison::default() };
        all.push(explain("key-phrase", of));
        all.push(Request::Evidence(EvidenceQuery { term: word.to_owned(), article: None }));
        all.push(Request::Evidence(EvidenceQuery { term: word.to_owned(), article: Some(0) }));
    }
    all.extend(exports(words));
    all
}
