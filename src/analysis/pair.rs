//! Two articles, or two groups of them, against each other: which words set them apart, what both have.

use serde::{Deserialize, Serialize};

use super::compare::{Similarity, SimilarityRow};
use super::comparison::{Comparison, Sides};
use super::error::QueryError;
use super::finding::{Counted, Finding};
use super::keyness::{Keyness, Tested};
use super::keywords::{KeywordColumn, KeywordRow};
use super::passages::{SharedPassage, shared_passages, single_words};
use super::prose::{Prose, figures, number, things, times};
use super::selection::Selection;
use super::sets::{SharedWord, lists};
use super::similarity::of_two;
use super::table::{TableQuery, TermFilter, ordered, window};

/// Which pair is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PairQuery {
    /// Number of the first article or group.
    pub a: u32,
    /// Number of the second.
    pub b: u32,
    /// Least frequency in the article where the word is the more frequent.
    pub minimum: u32,
    /// How many words a side the two-sided plot shows.
    pub side: u32,
    /// Fewest words of a shared passage, 3 or more.
    pub passage: u32,
    /// The table's rows.
    pub table: TableQuery<KeywordColumn>,
}

/// Two articles against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairReport {
    /// What the view opens with.
    pub finding: Finding,
    /// How alike they are.
    pub similarity: SimilarityRow,
    /// The two-sided plot: the most distinctive words of the first (G² > 0), then of the second (G² < 0), each best first.
    pub points: Vec<KeywordRow>,
    /// Words of both, by their smaller count, descending, then by term; stop words as set. At most 500.
    pub shared: Vec<SharedWord>,
    /// Words of the first only, most frequent first. At most 500.
    pub only_a: Vec<SharedWord>,
    /// Words of the second only. At most 500.
    pub only_b: Vec<SharedWord>,
    /// How many there are of each: shared, only in the first, only in the second.
    pub sizes: (u32, u32, u32),
    /// Shared passages, in the order of the first article, at most 1,000: see [`super::passages`].
    pub passages: Vec<SharedPassage>,
    /// Words that stand once in each of the two, outside the shared passages, in the order of the first;
    /// hidden stop words are left out. The 200 rarest in the other articles at most.
    pub words: Vec<SharedPassage>,
    /// The window of the table asked for.
    pub rows: Vec<KeywordRow>,
    /// How many rows the table has under its filter.
    pub total: u32,
}

/// At most this many words in each list of shared and unique words.
const MOST_WORDS: usize = 500;

/// Puts two articles against each other. What is tested: see [`super::keyness`]; the table and the
/// plot hold words of both directions, hidden stop words left out.
///
/// # Errors
/// When nothing is counted, a parameter is out of its range, an article is unknown or off, or both are the same.
pub fn pair(selection: &Selection, query: &PairQuery) -> Result<PairReport, QueryError> {
    QueryError::in_range("The least frequency", query.minimum, 1..=u32::MAX, "1 or more")?;
    QueryError::in_range("The least length of a shared passage", query.passage, 3..=u32::MAX, "3 words or more")?;
    selection.not_empty()?;
    selection.several_groups()?;
    let (a, b) = (selection.unit(query.a)?, selection.unit(query.b)?);
    if a == b {
        return Err(QueryError::OutOfRange {
            what: "The pair",
            given: format!("one {} twice", selection.units().noun().0),
            may_be: if selection.units().are_groups() { "two different groups" } else { "two different articles" },
        });
    }
    let units = selection.units();
    let sides = Sides {
        unit: units.are_groups().then_some(query.a),
        target: units.members(a).to_vec(),
        reference: units.members(b).to_vec(),
        english: false,
    };
    let comparison = Comparison { minimum: query.minimum, ..Comparison::default() };
    let keyness = Keyness::between(selection, sides, comparison);
    let shown: Vec<Tested> = keyness.tested().filter(|word| !selection.is_hidden(word.term)).collect();
    let filter = TermFilter::new(&query.table.filter, selection.settings());
    let passing = shown.iter().copied().filter(|word| filter.passes(selection.index().term(word.term))).collect();
    let sort = query.table.sort;
    let rank = |word: &Tested| u64::from(selection.rank(word.term));
    let table = ordered(passing, query.table.descending, |word: &Tested| keyness.value(selection, word, sort), rank);
    let side = |wanted: fn(&Tested) -> bool| -> Vec<Tested> {
        let words = shown.iter().copied().filter(wanted).collect();
        let mut words = ordered(words, true, |word: &Tested| word.g2.map(f64::abs), rank);
        words.truncate(query.side as usize);
        words
    };
    let (more, less) = (side(Tested::is_more), side(Tested::is_less));
    let mut lists = lists(selection, &[a, b], MOST_WORDS);
    let (only_b, only_a) = (lists.unique.pop().unwrap_or_default(), lists.unique.pop().unwrap_or_default());
    let passages = shared_passages(selection, a, b, query.passage);
    let words = single_words(selection, a, b, &passages);
    let similarity = of_two(selection, a.min(b), a.max(b));
    let sizes = (lists.shared_total, lists.unique_totals[0], lists.unique_totals[1]);
    Ok(PairReport {
        finding: finding(selection, query, &keyness, sizes.0, &passages).written_out(selection),
        similarity,
        points: more.iter().chain(&less).map(|word| keyness.row(selection, word, &[])).collect(),
        shared: lists.shared,
        only_a,
        only_b,
        sizes,
        passages,
        words,
        rows: window(&table, &query.table).iter().map(|word| keyness.row(selection, word, &[])).collect(),
        total: table.len() as u32,
    })
}

fn finding(
    selection: &Selection,
    query: &PairQuery,
    keyness: &Keyness,
    shared: u32,
    passages: &[SharedPassage],
) -> Finding {
    let mut prose = Prose::default();
    let best = |wanted: fn(&Tested) -> bool| {
        let words = keyness.tested().filter(|word| wanted(word) && !selection.is_hidden(word.term));
        words.reduce(|best, word| if word.g2.map(f64::abs) > best.g2.map(f64::abs) { word } else { best })
    };
    let side = |prose: &mut Prose, word: &Tested, article: u32, here: u32, other: u32, there: u32| {
        let term = selection.index().term(word.term);
        prose.term(term, Some(article)).text(" (").count(&times(here), term, Some(article)).text(" against ");
        match there {
            0 => prose.text("none)"),
            _ => prose.count(&figures(there), term, Some(other)).text(")"),
        };
    };
    let empty = [query.a, query.b]
        .into_iter()
        .find(|&unit| selection.unit(unit).is_ok_and(|place| selection.unit_sizes()[place] == 0));
    if let Some(empty) = empty {
        prose.article(empty).text(" has no word, so there is nothing to compare.");
        return Finding { sentence: prose.done(), caution: String::new() };
    }
    let more = |prose: &mut Prose, word: &Tested| side(prose, word, query.a, word.a, query.b, word.b);
    let less = |prose: &mut Prose, word: &Tested| side(prose, word, query.b, word.b, query.a, word.a);
    let significant =
        (best(|word| word.is_more() && word.is_significant), best(|word| word.is_less() && word.is_significant));
    match significant {
        (Some(a), Some(b)) => {
            prose.article(query.a).text(" leans on ");
            more(&mut prose, &a);
            prose.text(", ").article(query.b).text(" on ");
            less(&mut prose, &b);
        }
        (Some(a), None) => {
            prose.text("What sets ").article(query.a).text(" apart from ").article(query.b).text(" is ");
            more(&mut prose, &a);
        }
        (None, Some(b)) => {
            prose.text("What sets ").article(query.b).text(" apart from ").article(query.a).text(" is ");
            less(&mut prose, &b);
        }
        (None, None) => {
            let tested = keyness.tested().len() as u32;
            if tested == 0 {
                prose.text("No word is frequent enough to be tested between ");
                prose.article(query.a).text(" and ").article(query.b);
            } else {
                prose.text(&format!("With {} tested, no single difference between ", things(tested, "word", "words")));
                prose.article(query.a).text(" and ").article(query.b).text(" is larger than chance explains");
            }
            match (best(Tested::is_more), best(Tested::is_less)) {
                (Some(a), Some(b)) => {
                    prose.text("; the largest are ");
                    more(&mut prose, &a);
                    prose.text(" in ").article(query.a).text(" and ");
                    less(&mut prose, &b);
                    prose.text(" in ").article(query.b);
                }
                (Some(a), None) => {
                    prose.text("; the largest is ");
                    more(&mut prose, &a);
                    prose.text(" in ").article(query.a);
                }
                (None, Some(b)) => {
                    prose.text("; the largest is ");
                    less(&mut prose, &b);
                    prose.text(" in ").article(query.b);
                }
                (None, None) => {}
            }
        }
    }
    prose.text(". They share ");
    prose.things(shared, "word", "words", Counted::Pair(Similarity::Jaccard, query.a, query.b));
    if selection.settings().stop_words.hidden {
        prose.text(", stop words aside,");
    }
    match passages.iter().map(|passage| passage.words).max() {
        None => prose.text(&format!(" and no passage of {} words or more.", number(query.passage))),
        Some(longest) => prose.text(&format!(
            " and {} of {} words or more, the longest of {}.",
            things(passages.len() as u32, "passage", "passages"),
            number(query.passage),
            number(longest)
        )),
    };
    Finding {
        sentence: prose.done(),
        caution: if selection.units().are_groups() {
            "Two groups: what differs may be what their articles are about, not what they are grouped by."
        } else {
            "Two articles: what differs may be their subject that day, not their outlet."
        }
        .to_owned(),
    }
}
