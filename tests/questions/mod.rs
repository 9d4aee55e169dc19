//! A fixed list of questions that covers every request, for a corpus of any size.

use parallax::protocol::{
    CompareQuery, DistributionQuery, EvidenceQuery, ExplainQuery, FrequencyColumn, FrequencyQuery, KeywordColumn,
    KeywordsQuery, MarkedQuery, Marking, MatrixOrder, MatrixQuery, PairQuery, Request, SetsQuery, Similarity, Subject,
    Table, TableQuery, TextQuery,
};

/// A table from its first row, largest first.
pub fn table<S>(sort: S, limit: u32) -> TableQuery<S> {
    TableQuery { filter: String::new(), sort, descending: true, offset: 0, limit }
}

pub fn keywords(minimum: u32) -> KeywordsQuery {
    KeywordsQuery {
        minimum,
        rank: KeywordColumn::G2,
        panel: 12,
        articles: Vec::new(),
        negative: false,
        table: table(KeywordColumn::G2, 50),
    }
}

pub fn frequency(n: u32) -> FrequencyQuery {
    FrequencyQuery { n, minimum: 1, table: table(FrequencyColumn::Frequency, 50) }
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
pub const KEYNESS: [&str; 8] = ["g2", "p", "p-adjusted", "bic", "log-ratio", "log-ratio-interval", "tf-idf", "robust"];

/// Every kind of request, for a corpus of `articles` articles; `words` are asked for as evidence.
pub fn questions(articles: u32, words: &[&str]) -> Vec<Request> {
    let mut all = vec![
        Request::Articles,
        Request::Overview,
        Request::Methods,
        Request::StopWords,
        Request::Keywords(keywords(1)),
        Request::Keywords(KeywordsQuery { negative: true, rank: KeywordColumn::LogRatio, ..keywords(2) }),
        Request::Csv(Table::Articles),
        Request::Csv(Table::Keywords(KeywordsQuery { negative: true, ..keywords(1) })),
    ];
    for n in 1..=5 {
        all.push(Request::Frequency(frequency(n)));
    }
    all.push(Request::Csv(Table::Frequency(frequency(1))));
    let distribution = DistributionQuery { terms: words.iter().map(|&word| word.to_owned()).collect() };
    all.push(Request::Distribution(distribution.clone()));
    all.push(Request::Csv(Table::Distribution(distribution)));
    for measure in MEASURES {
        all.push(Request::Compare(CompareQuery { measure }));
    }
    all.push(Request::Csv(Table::Similarity(CompareQuery { measure: Similarity::Cosine })));
    for order in [MatrixOrder::Contrast, MatrixOrder::Frequency, MatrixOrder::Range] {
        all.push(Request::Matrix(matrix(order)));
    }
    all.push(Request::Csv(Table::Matrix(matrix(MatrixOrder::Contrast))));
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
    }
    for marking in MARKINGS {
        let beside = matches!(marking, Marking::Shared(_)).then_some(articles.saturating_sub(1));
        if articles > 1 || beside.is_none() {
            all.push(Request::Marked(MarkedQuery { marking, article: 0, beside }));
        }
    }
    let explain = |measure: &str, of: Subject| Request::Explain(ExplainQuery { measure: measure.to_owned(), of });
    for measure in ["cosine", "jaccard", "containment", "shared-5grams"] {
        all.push(explain(measure, Subject::Pair { a: 0, b: articles.saturating_sub(1) }));
    }
    all.push(explain("reading-time", Subject::Article { article: 0 }));
    for &word in words {
        for measure in KEYNESS {
            for against in [None, Some(articles.saturating_sub(1))] {
                all.push(explain(measure, Subject::Word { term: word.to_owned(), article: 0, against, minimum: 1 }));
            }
        }
        for measure in ["frequency", "per-million", "range", "dp", "dp-norm", "juilland-d", "contrast"] {
            all.push(explain(measure, Subject::Term { term: word.to_owned(), article: None }));
        }
        all.push(Request::Evidence(EvidenceQuery { term: word.to_owned(), article: None }));
        all.push(Request::Evidence(EvidenceQuery { term: word.to_owned(), article: Some(0) }));
    }
    all
}
