//! How is this very number computed? The counts it starts from, the formula with the numbers put in,
//! step by step, and the number: the one that stands in the table, for it is asked of the same function.
//!
//! What is explained of a measure in general stands in the catalogue ([`super::methods`]); here its
//! formula is given the numbers of a case. A measure without a formula says its steps in words.

mod article;
mod exact;
mod framing;
mod pair;
mod permutation;
mod phrase;
mod style;
mod term;
mod vocabulary;
mod word;

use serde::{Deserialize, Serialize};

use super::comparison::Comparison;
use super::error::QueryError;
use super::finding::Piece;
use super::framing::modals::{ModalChoice, Voice};
use super::framing::places::FramedLists;
use super::prose::Prose;
use super::selection::Selection;
use super::style::StyleLists;
use super::units::GROUPS;
use super::vocabulary::VocabularyQuery;
use super::windows::Window;
use crate::stats::Measure;
use crate::stats::formula::figures::{figures, finer};
use crate::stats::formula::{Case, symbol};

/// Whose number is to be explained.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// Keyness of a word: one row of a keyness table.
    Word {
        /// The word, as tables show it.
        term: String,
        /// Number of the article or group, or of an article of those put together.
        article: u32,
        /// Who is compared with whom.
        comparison: Comparison,
    },
    /// A word or n-gram over the articles: one row of a frequency table.
    Term {
        /// The word or n-gram.
        term: String,
        /// Only its number in this article or group.
        article: Option<u32>,
    },
    /// Two articles, or groups: one row of the similarity table.
    Pair {
        /// The one.
        a: u32,
        /// The other.
        b: u32,
    },
    /// A key phrase: a phrase of a target's line.
    Phrase {
        /// The phrase, as the line shows it.
        phrase: String,
        /// Number of the article, or of one of the group.
        article: u32,
        /// Who is compared with whom.
        comparison: Comparison,
    },
    /// The vocabulary of an article or of all: one row of the table of its laws.
    Vocabulary {
        /// Its number; `None`: all that are on.
        article: Option<u32>,
        /// The table's question.
        query: VocabularyQuery,
    },
    /// A word near a node in an article: one row of the table of collocates.
    Collocate {
        /// The word.
        term: String,
        /// Number of the article.
        article: u32,
        /// The words that the node is made of; none: the name that suggests itself.
        words: Vec<String>,
        /// How far near is.
        window: Window,
    },
    /// Modal verbs of an article.
    Modals {
        /// Which.
        choice: ModalChoice,
        /// In whose words.
        voice: Voice,
        /// Number of the article.
        article: u32,
    },
    /// A sentence.
    Sentence {
        /// Number of its article.
        article: u32,
        /// A byte of it.
        start: u32,
    },
    /// An article by itself.
    Article {
        /// Its number.
        article: u32,
    },
}

/// Which number is to be explained.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ExplainQuery {
    /// Key of the measure; of a number that isn't the measure itself but belongs to it, with a point
    /// and which it is: `tone.positive`, the words rated pleasant.
    pub measure: String,
    /// Whose.
    pub of: Subject,
}

/// A number that a working starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Its name in the formula, as a `<math>` element; empty where it has none.
    pub symbol: String,
    /// What it counts.
    pub says: String,
    /// The number, as it is to be read.
    pub value: String,
}

/// A small table of counts that a working starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountTable {
    /// Headings of the columns of numbers.
    pub heads: Vec<Vec<Piece>>,
    /// Rows: what it is, and its numbers as they are to be read.
    pub rows: Vec<(Vec<Piece>, Vec<String>)>,
    /// Rows that are left out.
    pub more: u32,
}

/// One line of the formula, worked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkedLine {
    /// The line, as a `<math>` element.
    pub formula: String,
    /// The same with the numbers put in, and what comes of it, as `<math>` elements; several, each
    /// with what it is of, where the line is worked for each row of a table.
    pub worked: Vec<(Vec<Piece>, String)>,
    /// Rows that are left out.
    pub more: u32,
}

/// A number, worked out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Working {
    /// What the number is, where it isn't the measure itself; else empty.
    pub name: String,
    /// Whose number it is.
    pub title: Vec<Piece>,
    /// The table of counts it starts from, if it does from one.
    pub table: Option<CountTable>,
    /// The single numbers it starts from.
    pub given: Vec<Given>,
    /// The formula, line by line.
    pub lines: Vec<WorkedLine>,
    /// The steps in words: where there is no formula, or it doesn't tell all.
    pub steps: Vec<Vec<Piece>>,
    /// The cases that the steps go through, where they are few enough to be read; the label says which.
    pub cases: Option<CountTable>,
    /// How the number stands to others that seem to say otherwise; empty where none does.
    pub note: String,
    /// The number, to the last digit the one on screen; of an interval its lower end. `None`: undefined.
    pub value: Option<f64>,
    /// Of an interval its upper end.
    pub upper: Option<f64>,
    /// Why it is undefined; empty where it isn't.
    pub undefined: String,
}

/// Works a number out. The measure is that of the query's key.
///
/// # Errors
/// When nothing is counted, an article is unknown or off, the term holds no word, or the measure is
/// not one of such a subject.
pub fn explain(
    selection: &Selection,
    query: &ExplainQuery,
    measure: &Measure,
    lists: StyleLists,
    framed: FramedLists,
) -> Result<Working, QueryError> {
    selection.not_empty()?;
    let (_, part) = key_and_part(&query.measure);
    let of = match &query.of {
        Subject::Word { term, article, comparison } => {
            word::work(selection, (measure, part), term, *article, comparison)?
        }
        Subject::Term { term, article } => term::work(selection, measure, term, *article)?,
        Subject::Pair { a, b } => pair::work(selection, measure, *a, *b)?,
        Subject::Phrase { phrase, article, comparison } => {
            phrase::work(selection, measure, phrase, *article, comparison)?
        }
        Subject::Vocabulary { article, query: asked } => vocabulary::work(selection, measure, part, *article, asked)?,
        Subject::Collocate { term, article, words, window } => {
            framing::collocate(selection, measure, term, *article, words, *window)?
        }
        Subject::Modals { choice, voice, article } => {
            framing::modal_verbs(selection, measure, (choice, *voice), *article, framed)?
        }
        Subject::Sentence { article, start } => {
            framing::sentence(selection, measure, *article, *start, &mut |_, _| {})?
        }
        Subject::Article { article } => article::work(selection, measure, part, *article, lists)?,
    };
    let of = of.map(|working| Working { name: part_name(&query.measure).unwrap_or_default().to_owned(), ..working });
    of.ok_or_else(|| QueryError::OutOfRange {
        what: "The measure to be worked out",
        given: measure.name.to_owned(),
        may_be: "one that the table beside it shows; the Methods view tells of the others",
    })
}

/// A measure's key, and which number of it is asked for; empty: the measure itself.
#[must_use]
pub fn key_and_part(measure: &str) -> (&str, &str) {
    measure.split_once('.').unwrap_or((measure, ""))
}

/// What numbers are called that aren't a measure themselves.
const PARTS: [(&str, &str); 15] = [
    ("rates.here", "Frequency in what is compared"),
    ("rates.there", "Frequency in what it is compared with"),
    ("heaps.k", "Heaps’ law: the factor K"),
    ("heaps.beta", "Heaps’ law: the exponent β"),
    ("heaps.error", "Heaps’ law: standard error of β"),
    ("heaps.deviation", "Heaps’ law: largest deviation"),
    ("varieties.british", "British spellings"),
    ("varieties.american", "American spellings"),
    ("tone.positive", "Words rated pleasant"),
    ("tone.negative", "Words rated unpleasant"),
    ("tone.negated", "Rated words under a negation"),
    ("hedges.count", "Hedges, counted"),
    ("passives.count", "Passives, counted"),
    ("syllables.long", "Words of three syllables or more"),
    ("word-length.letters", "Letters and digits"),
];

/// The name of a number that isn't a measure itself; `None` for a measure.
#[must_use]
pub fn part_name(measure: &str) -> Option<&'static str> {
    PARTS.iter().find(|(key, _)| *key == measure).map(|(_, name)| *name)
}

/// The measures that stand beside one of a subject, by their keys, in the order of the tables.
#[must_use]
pub fn measures(of: &Subject, beside: &str) -> &'static [&'static str] {
    match of {
        Subject::Article { .. } if style::MEASURES.contains(&beside) => &style::MEASURES,
        Subject::Word { .. } => &[
            "rates",
            "g2",
            "p",
            "p-adjusted",
            "bic",
            "log-ratio",
            "log-ratio-interval",
            "tf-idf",
            "robust",
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
            "simple-maths",
        ],
        Subject::Term { article: None, .. } => &["frequency", "per-million", "range", "dp", "dp-norm", "juilland-d"],
        Subject::Term { .. } => &["frequency"],
        Subject::Phrase { .. } => &["key-phrase"],
        Subject::Vocabulary { .. } if vocabulary::MEASURES.contains(&beside) => &vocabulary::MEASURES,
        Subject::Vocabulary { .. } => &["token", "type", "hapaxes"],
        Subject::Collocate { .. } => &framing::OF_COLLOCATE,
        Subject::Modals { .. } => &["modal-verbs"],
        Subject::Sentence { .. } => &framing::OF_SENTENCE,
        Subject::Pair { .. } => &["cosine", "jaccard", "containment", "shared-5grams"],
        Subject::Article { .. } => &["token", "type", "sentence", "furniture", "reading-time"],
    }
}

/// Most rows of a table, and of a line that is worked for each of them.
const MOST_ROWS: usize = 12;

/// A working with the formula worked through; `labels` tell of an index what its rows are.
fn worked(measure: &Measure, case: &Case, labels: &[Vec<Piece>], value: Option<f64>) -> Working {
    let given = measure
        .symbols
        .iter()
        .filter_map(|(name, says)| {
            let value = case.number(name)?;
            Some(Given { symbol: symbol(name), says: (*says).to_owned(), value: finer(value) })
        })
        .collect();
    // Where the number is undefined the formula would put in what can't be put in.
    let steps = value.and(measure.formula()).and_then(|formula| case.clone().work(&formula)).unwrap_or_default();
    let last = steps.len().saturating_sub(1);
    let lines = steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            // Later lines are worked from what comes of the earlier ones.
            let written = if at < last { finer } else { figures };
            let many = step.values.len() != 1 || step.column;
            let rows = step.put_in.iter().zip(&step.values).enumerate().take(MOST_ROWS);
            let worked = rows.map(|(row, (put_in, value))| {
                let label = if many { labels.get(row).cloned().unwrap_or_default() } else { Vec::new() };
                (label, step.line.worked(many.then_some(row + 1), put_in, &written(*value)))
            });
            WorkedLine {
                formula: step.line.mathml(),
                worked: worked.collect(),
                more: step.values.len().saturating_sub(MOST_ROWS) as u32,
            }
        })
        .collect();
    Working { given, lines, value, ..Working::default() }
}

/// A working in words alone.
fn told(value: Option<f64>) -> Working {
    Working { value, ..Working::default() }
}

/// Pieces that are plain words.
fn plain(words: impl Into<String>) -> Vec<Piece> {
    vec![Piece::Text(words.into())]
}

/// A sentence made by `write`.
fn prose(write: impl FnOnce(&mut Prose)) -> Vec<Piece> {
    let mut prose = Prose::default();
    write(&mut prose);
    prose.done()
}

/// What a number stands for, as a person counts: `article 3`, `group 1`.
fn called(number: u32) -> String {
    let (what, place) = match number.checked_sub(GROUPS) {
        Some(place) => ("group ", place),
        None => ("article ", number),
    };
    [what, &(u64::from(place) + 1).to_string()].concat()
}

/// A table with one row an article, cut where it is long.
fn article_table(selection: &Selection, heads: &[&str], values: impl Fn(usize) -> Vec<f64>) -> CountTable {
    table_of(selection.on(), heads, values)
}

/// A table with one row a unit, cut where it is long.
fn unit_table(selection: &Selection, heads: &[&str], values: impl Fn(usize) -> Vec<f64>) -> CountTable {
    table_of(selection.units().numbers(), heads, values)
}

fn table_of(numbers: &[u32], heads: &[&str], values: impl Fn(usize) -> Vec<f64>) -> CountTable {
    let articles = numbers.len();
    let rows = (0..articles.min(MOST_ROWS)).map(|position| {
        let written = values(position).into_iter().map(figures).collect();
        (vec![Piece::Article(numbers[position])], written)
    });
    CountTable {
        heads: heads.iter().map(|head| plain(*head)).collect(),
        rows: rows.collect(),
        more: articles.saturating_sub(MOST_ROWS) as u32,
    }
}
