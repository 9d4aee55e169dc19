//! Which words set each article apart? Keyness of each article, or of a group of articles, against
//! the others, other ones, or general English.

use serde::{Deserialize, Serialize};

use super::comparison::{Comparison, Target};
use super::error::QueryError;
use super::finding::Finding;
use super::keyness::{Keyness, Tested};
use super::keyword_finding::finding;
use super::selection::Selection;
use super::table::{TableQuery, TermFilter, ordered, then, window};

/// A column of the keyness table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeywordColumn {
    /// The target article.
    Article,
    /// The word, alphabetically.
    Term,
    /// Frequency in the target.
    Frequency,
    /// Frequency in the reference.
    ReferenceFrequency,
    /// How many of the articles that are on have the word.
    Range,
    /// Signed log-likelihood over four cells.
    #[default]
    G2,
    /// Signed log-likelihood of the word's own two cells.
    G2TwoCells,
    /// Signed χ².
    ChiSquared,
    /// Signed χ² with Yates's correction.
    ChiSquaredYates,
    /// p of Fisher's exact test.
    FisherP,
    /// p of G².
    P,
    /// p adjusted by the correction of the comparison.
    PAdjusted,
    /// p adjusted after Benjamini and Hochberg.
    PBenjaminiHochberg,
    /// p adjusted after Holm.
    PHolm,
    /// p adjusted after Bonferroni.
    PBonferroni,
    /// p of the permutation test on whole articles.
    PermutationP,
    /// BIC.
    Bic,
    /// Log ratio.
    LogRatio,
    /// Conservative log ratio.
    ConservativeLogRatio,
    /// %DIFF.
    PercentDifference,
    /// Odds ratio.
    OddsRatio,
    /// Simple maths.
    SimpleMaths,
    /// TF-IDF.
    TfIdf,
    /// Robust ones first.
    Robust,
}

/// Which words are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Words that the target uses more than its reference: keywords, if significant.
    #[default]
    More,
    /// Words that it uses less: negative keywords, if significant.
    Less,
    /// Both.
    Both,
    /// Lockwords: used alike on both sides, see [`super::keyness`].
    Alike,
}

impl Kind {
    /// Whether the word is of this kind. While nothing can be compared every word is.
    fn has(self, of: &Keyness, word: &Tested) -> bool {
        match self {
            _ if word.g2.is_none() => true,
            Self::More => word.is_more(),
            Self::Less => word.is_less(),
            Self::Both => true,
            Self::Alike => of.is_lockword(word),
        }
    }
}

/// Which keywords are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct KeywordsQuery {
    /// Who is compared with whom, and how differences are tested.
    pub comparison: Comparison,
    /// Which words are shown. Where both kinds are, panels have those used more.
    pub kind: Kind,
    /// Only significant words are shown: those whose adjusted p is below the comparison's level.
    /// Nothing is asked of lockwords.
    pub significant: bool,
    /// What the panels rank by.
    pub rank: KeywordColumn,
    /// How many words a panel shows.
    pub panel: u32,
    /// Only the rows of these units are in the table and the volcano plot; empty: all. Panels are
    /// those that are drawn. Those of articles put together always are.
    pub articles: Vec<u32>,
    /// Measures wanted beside those that every row has.
    pub further: Vec<KeywordColumn>,
    /// The table's rows.
    pub table: TableQuery<KeywordColumn>,
}

/// One word of one target against its reference. In a pair, the target is the first article and the
/// reference is the second.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeywordRow {
    /// Number of the target, an article's or a group's; of articles that were put together for this comparison, of
    /// the first that has the word.
    pub article: u32,
    /// The word, as counted.
    pub term: String,
    /// Its frequency in the target.
    pub frequency: u32,
    /// Its frequency in the reference; in general English, in so many words as `reference_tokens` says.
    pub reference_frequency: u32,
    /// Whether that is only a bound: so often at most. Then the difference is at least as large,
    /// and as significant, as every measure says.
    pub at_most: bool,
    /// Size of the target in tokens.
    pub article_tokens: u32,
    /// Size of the reference in tokens.
    pub reference_tokens: u32,
    /// How many of the articles that are on have the word.
    pub range: u32,
    /// Log-likelihood over four cells, negative where the target uses the word less. `None` where a size is 0.
    pub g2: Option<f64>,
    /// p of G², χ² with 1 degree of freedom.
    pub p: Option<f64>,
    /// p under the comparison's correction, over all words tested for this target.
    pub p_adjusted: Option<f64>,
    /// Whether that is below the comparison's level: then the word is a keyword, positive or negative.
    pub is_significant: bool,
    /// |G²| - ln N. `None` against general English too, whose size isn't one of texts.
    pub bic: Option<f64>,
    /// log2 of the ratio of the two rates, a zero counted as 0.5.
    pub log_ratio: Option<f64>,
    /// Lower end of its 95 % interval.
    pub log_ratio_low: Option<f64>,
    /// Upper end of its 95 % interval.
    pub log_ratio_high: Option<f64>,
    /// TF-IDF of the word in the article, L2-normed over the article; of a group, the largest of its articles.
    pub tf_idf: f64,
    /// Whether it stays a keyword without any one article of the reference, whichever it is; see
    /// [`super::keyness`]. `None` where the reference has fewer than two articles, and among lockwords.
    pub robust: Option<bool>,
    /// The query's further measures, in its order; `None` where one is undefined.
    pub further: Vec<Option<f64>>,
    /// How the corpus writes it, most frequent first.
    pub variants: Vec<String>,
}

/// The words that set one target apart, best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeywordPanel {
    /// Number of the article, or of the group; of articles that were put together for this comparison, of the first.
    pub article: u32,
    /// The numbers that the target is named by: the article's, the group's, or those of the articles put together,
    /// ascending.
    pub articles: Vec<u32>,
    /// Numbers of the reference's articles, ascending; none where it is general English.
    pub reference: Vec<u32>,
    /// Its most distinctive words by the query's rank; of lockwords, the most frequent ones.
    pub rows: Vec<KeywordRow>,
    /// How many words were tested.
    pub tested: u32,
    /// How many of those that are shown (stop words as set) are of the query's kind: keywords (used
    /// more, adjusted p below the level), negative keywords, both, or lockwords.
    pub keywords: u32,
    /// Words that are frequent enough, but of whose rate in general English too little is known to test them.
    pub unlisted: u32,
    /// The smallest p that the permutation test of whole articles can give here, however clear the
    /// difference; `None` where the articles can't be shuffled.
    pub smallest_permutation_p: Option<f64>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeywordsReport {
    /// What the view opens with.
    pub finding: Finding,
    /// One a target that is drawn, in corpus order; articles put together always are.
    pub panels: Vec<KeywordPanel>,
    /// The further measures that its rows have, in their order.
    pub further: Vec<KeywordColumn>,
    /// The volcano plot's words: at most 2,000, the largest |G²| first.
    pub points: Vec<KeywordRow>,
    /// The window of the table asked for.
    pub rows: Vec<KeywordRow>,
    /// How many rows the table has under its filter.
    pub total: u32,
    /// How many words were tested for the targets of the table; a word that was tested for several
    /// of them counts for each.
    pub tested: u32,
    /// Rows that the table would have more, any filter aside, if no stop word were hidden.
    pub hidden: u32,
}

/// Most words of the volcano plot.
const MOST_POINTS: usize = 2_000;

/// Finds the words that set each target apart from its reference.
///
/// What is tested, what counts as a keyword, a lockword and as robust: see [`super::keyness`].
/// Where one side has no word, nothing can be compared: every measure of keyness is `None`, panels
/// and points are empty, and the table lists the words with their frequency and TF-IDF.
/// `progress` is told how many targets are done, and of how many.
///
/// # Errors
/// When nothing is counted, a parameter is out of its range, or an article is unknown or off.
pub fn keywords(
    selection: &Selection,
    query: &KeywordsQuery,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<KeywordsReport, QueryError> {
    selection.not_empty()?;
    for &article in &query.articles {
        selection.unit(article)?;
    }
    let keyness = selection.keyness(&query.comparison, progress)?;
    let each = query.comparison.target == Target::Each;
    let asked = || {
        keyness.iter().filter(|of| !each || query.articles.is_empty() || query.articles.contains(&of.number(selection)))
    };
    let shown: Vec<Candidate<'_>> = asked()
        .flat_map(|of| (0..of.tested().len() as u32).map(move |at| Candidate { of, at }))
        .filter(|it| is_of_kind(query, it.of, &it.word()))
        .collect();
    let of_kind = shown.len();
    let shown: Vec<Candidate<'_>> = shown.into_iter().filter(|it| !selection.is_hidden(it.word().term)).collect();
    let hidden = (of_kind - shown.len()) as u32;
    let tested = asked().flat_map(Keyness::tested).filter(|word| word.p.is_some()).count() as u32;
    let mut points: Vec<Candidate<'_>> = shown.iter().copied().filter(|it| it.word().g2.is_some()).collect();
    points = ordered(points, true, |it| it.word().g2.map(f64::abs), |it| it.tie(selection));
    points.truncate(MOST_POINTS);
    let filter = TermFilter::new(&query.table.filter, selection.settings());
    let table: Vec<Candidate<'_>> =
        shown.into_iter().filter(|it| filter.passes(selection.index().term(it.word().term))).collect();
    let sort = query.table.sort;
    let table =
        ordered(table, query.table.descending, |it| it.of.value(selection, &it.word(), sort), |it| it.tie(selection));
    Ok(KeywordsReport {
        finding: finding(selection, query, &keyness).written_out(selection),
        panels: keyness
            .iter()
            .filter(|of| !each || selection.is_drawn(of.number(selection)))
            .map(|of| panel(selection, of, query))
            .collect(),
        further: query.further.clone(),
        points: points.into_iter().map(|it| it.row(selection, query)).collect(),
        rows: window(&table, &query.table).iter().map(|it| it.row(selection, query)).collect(),
        total: table.len() as u32,
        tested,
        hidden,
    })
}

/// A tested word of a target.
#[derive(Clone, Copy)]
struct Candidate<'k> {
    of: &'k Keyness,
    at: u32,
}

impl Candidate<'_> {
    fn word(&self) -> Tested {
        self.of.word(self.at)
    }

    fn row(&self, selection: &Selection, query: &KeywordsQuery) -> KeywordRow {
        row(selection, self.of, &self.word(), query)
    }

    fn tie(&self, selection: &Selection) -> u64 {
        then(self.of.order(), selection.rank(self.word().term))
    }
}

/// Whether a word is in the table and the pictures, any filter and stop words aside.
fn is_of_kind(query: &KeywordsQuery, of: &Keyness, word: &Tested) -> bool {
    let notable = !query.significant || word.is_significant || query.kind == Kind::Alike;
    notable && query.kind.has(of, word)
}

/// A word's row. Robust is a keyword, which a lockword isn't asked to be.
fn row(selection: &Selection, of: &Keyness, word: &Tested, query: &KeywordsQuery) -> KeywordRow {
    let row = of.row(selection, word, &query.further);
    KeywordRow { robust: row.robust.filter(|_| query.kind != Kind::Alike), ..row }
}

fn panel(selection: &Selection, of: &Keyness, query: &KeywordsQuery) -> KeywordPanel {
    let counts = |word: &Tested| {
        let notable = word.is_significant || query.kind == Kind::Alike;
        word.g2.is_some() && notable && query.kind.has(of, word) && !selection.is_hidden(word.term)
    };
    // A panel's marks stand on one side of zero.
    let kind = if query.kind == Kind::Both { Kind::More } else { query.kind };
    let its = KeywordsQuery { kind, ..query.clone() };
    let words = of
        .tested()
        .filter(|word| word.g2.is_some() && is_of_kind(&its, of, word) && !selection.is_hidden(word.term))
        .collect();
    let value = |word: &Tested| match kind {
        Kind::Alike => Some(f64::from(word.a) + f64::from(word.b)),
        _ => of.value(selection, word, query.rank),
    };
    let descending = match kind {
        Kind::Less => !query.rank.is_signed() && query.rank.is_largest_first(),
        Kind::Alike => true,
        _ => query.rank.is_largest_first(),
    };
    let words = ordered(words, descending, value, |word| selection.rank(word.term).into());
    KeywordPanel {
        article: of.number(selection),
        articles: of.numbers(selection),
        reference: of.sides().reference.iter().map(|&at| selection.on()[at]).collect(),
        rows: words.into_iter().take(query.panel as usize).map(|word| row(selection, of, &word, query)).collect(),
        tested: of.tested().filter(|word| word.p.is_some()).count() as u32,
        keywords: of.tested().filter(counts).count() as u32,
        unlisted: of.unlisted(),
        smallest_permutation_p: of.smallest_permutation_p(selection),
    }
}

impl KeywordColumn {
    /// Whether the largest value of the column is the best one.
    #[must_use]
    pub const fn is_largest_first(self) -> bool {
        !matches!(
            self,
            Self::Article
                | Self::Term
                | Self::P
                | Self::PAdjusted
                | Self::PBenjaminiHochberg
                | Self::PHolm
                | Self::PBonferroni
                | Self::PermutationP
                | Self::FisherP
                | Self::ReferenceFrequency
        )
    }

    /// Whether the column's values say which side uses the word more: those below a middle that it is the reference.
    #[must_use]
    pub const fn is_signed(self) -> bool {
        matches!(
            self,
            Self::G2
                | Self::G2TwoCells
                | Self::ChiSquared
                | Self::ChiSquaredYates
                | Self::LogRatio
                | Self::ConservativeLogRatio
                | Self::PercentDifference
                | Self::OddsRatio
                | Self::SimpleMaths
        )
    }
}
