//! Which words stand around the same name, outlet by outlet?
//!
//! In each article by itself the words near a node are counted ([`windows`](crate::analysis::windows)) and
//! scored ([`stats::collocation`](crate::stats::collocation)); a collocate's windows in one article are then
//! compared with its windows in all others. Words hidden as stop words aren't listed; they fill windows and sizes.

use serde::{Deserialize, Serialize};

use super::collocates_finding::finding;
use super::node::{Node, NodeWord, names};
use crate::analysis::error::QueryError;
use crate::analysis::finding::Finding;
use crate::analysis::selection::Selection;
use crate::analysis::table::{TableQuery, TermFilter, ordered, then, window};
use crate::analysis::units::Units;
use crate::analysis::windows::{Counter, Near, WIDEST, Window};
use crate::corpus::TermId;
use crate::stats::association::TwoByTwo;
use crate::stats::collocation::Cooccurrence;

/// What collocates are ranked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CollocateMeasure {
    /// logDice.
    #[default]
    LogDice,
    /// Dice.
    Dice,
    /// Mutual information.
    Mi,
    /// MI3.
    Mi3,
    /// t-score.
    T,
    /// z-score.
    Z,
    /// G².
    G2,
    /// ΔP of the collocate, given the node.
    DeltaP,
}

/// A column of the table of collocates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CollocateColumn {
    /// Alphabetically.
    Term,
    /// The order of the corpus.
    Article,
    /// How often near the node.
    Together,
    /// How often in the article.
    Frequency,
    /// How often near the node by chance.
    Expected,
    /// The measure that is asked for.
    #[default]
    Measure,
    /// Near the node in how many articles.
    Articles,
    /// Log ratio of the article’s windows to all others’.
    Difference,
}

/// Whose collocates are wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CollocatesQuery {
    /// The node: words or phrases that stand for one thing; none: the first name that suggests itself.
    pub words: Vec<String>,
    /// How far a window reaches.
    pub window: Window,
    /// Together at least so often in an article, from 1. A word that meets the node once shows little.
    pub minimum: u32,
    /// What collocates are ranked by in the columns.
    pub measure: CollocateMeasure,
    /// Rows in each article’s column.
    pub panel: u32,
    /// The table’s rows: a row is a collocate in an article.
    pub table: TableQuery<CollocateColumn>,
}

impl Default for CollocatesQuery {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            window: Window::default(),
            minimum: 2,
            measure: CollocateMeasure::default(),
            panel: 12,
            table: TableQuery { descending: true, ..TableQuery::default() },
        }
    }
}

/// A collocate in an article, or in a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CollocateRow {
    /// As tables show it.
    pub term: String,
    /// As the corpus writes it most often.
    pub written: String,
    /// Number of the article, or of the group.
    pub article: u32,
    /// How often it stands near the node there.
    pub together: u32,
    /// How often it stands in the article.
    pub frequency: u32,
    /// How often it would stand near the node by chance.
    pub expected: f64,
    /// logDice.
    pub log_dice: f64,
    /// Dice.
    pub dice: f64,
    /// Mutual information.
    pub mi: f64,
    /// MI3.
    pub mi3: f64,
    /// t-score.
    pub t: f64,
    /// z-score.
    pub z: f64,
    /// G²; `None` where the windows would fill the article.
    pub g2: Option<f64>,
    /// ΔP of the collocate; `None` where the windows would fill the article.
    pub delta_p: Option<f64>,
    /// ΔP of the node; `None` as well.
    pub delta_p_of_node: Option<f64>,
    /// In how many articles, or groups, it stands near the node.
    pub articles: u32,
    /// How often it stands near the node in all other articles.
    pub elsewhere: u32,
    /// Log ratio of its share of the article’s windows to its share of all others’; `None` where no other
    /// article has the node.
    pub log_ratio: Option<f64>,
    /// G² of that difference, negative where the article has it less.
    pub difference_g2: Option<f64>,
}

impl CollocateRow {
    /// The value of a measure.
    #[must_use]
    pub const fn value(&self, measure: CollocateMeasure) -> Option<f64> {
        match measure {
            CollocateMeasure::LogDice => Some(self.log_dice),
            CollocateMeasure::Dice => Some(self.dice),
            CollocateMeasure::Mi => Some(self.mi),
            CollocateMeasure::Mi3 => Some(self.mi3),
            CollocateMeasure::T => Some(self.t),
            CollocateMeasure::Z => Some(self.z),
            CollocateMeasure::G2 => self.g2,
            CollocateMeasure::DeltaP => self.delta_p,
        }
    }
}

/// An article’s, or a group’s, column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CollocatePanel {
    /// Number of the article, or of the group.
    pub article: u32,
    /// How often it has the node.
    pub node: u32,
    /// Tokens in the windows, words that aren’t listed too.
    pub near: u32,
    /// Its size in tokens.
    pub size: u32,
    /// How many collocates it has under the least count.
    pub found: u32,
    /// The first of them, by the measure.
    pub rows: Vec<CollocateRow>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CollocatesReport {
    /// What the data says first.
    pub finding: Finding,
    /// What the node is made of; none where the corpus has no name and no word was asked for.
    pub words: Vec<NodeWord>,
    /// Names that suggest themselves, each with its spellings.
    pub names: Vec<Vec<String>>,
    /// A column an article, or a group, that is drawn.
    pub panels: Vec<CollocatePanel>,
    /// Rows under the filter.
    pub total: u32,
    /// Rows without it.
    pub found: u32,
    /// Rows if the least count were 1.
    pub pairs: u32,
    /// Of these, how many stand together once, and how many twice.
    pub once_twice: [u32; 2],
    /// The window of rows.
    pub rows: Vec<CollocateRow>,
}

/// Names that are suggested.
const SUGGESTED: usize = 8;

/// One collocate in one article, or group: its counts, before its numbers are written down.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Pair {
    pub place: u32,
    pub term: TermId,
    pub together: u32,
    /// How often the article has the collocate.
    pub frequency: u32,
    /// Near the node in how many articles.
    pub articles: u32,
    /// Near the node in all other articles.
    pub elsewhere: u32,
    scores: Cooccurrence,
    difference: Option<TwoByTwo>,
}

impl Pair {
    fn value(&self, measure: CollocateMeasure) -> Option<f64> {
        let it = self.scores;
        match measure {
            CollocateMeasure::LogDice => Some(it.log_dice()),
            CollocateMeasure::Dice => Some(it.dice()),
            CollocateMeasure::Mi => Some(it.mi()),
            CollocateMeasure::Mi3 => Some(it.mi3()),
            CollocateMeasure::T => Some(it.t()),
            CollocateMeasure::Z => Some(it.z()),
            CollocateMeasure::G2 => it.g2(),
            CollocateMeasure::DeltaP => it.delta_p_of_collocate(),
        }
    }

    /// As a row of the table.
    pub fn row(&self, selection: &Selection) -> CollocateRow {
        let term = selection.index().term(self.term).to_owned();
        let it = self.scores;
        CollocateRow {
            written: selection.written(&term),
            term,
            article: selection.units().numbers()[self.place as usize],
            together: self.together,
            frequency: self.frequency,
            expected: it.expected(),
            log_dice: it.log_dice(),
            dice: it.dice(),
            mi: it.mi(),
            mi3: it.mi3(),
            t: it.t(),
            z: it.z(),
            g2: it.g2(),
            delta_p: it.delta_p_of_collocate(),
            delta_p_of_node: it.delta_p_of_node(),
            articles: self.articles,
            elsewhere: self.elsewhere,
            log_ratio: self.difference.and_then(TwoByTwo::log_ratio),
            difference_g2: self.difference.map(TwoByTwo::signed_g2),
        }
    }
}

/// What stands near the node in every article, or group.
pub(in crate::analysis) struct Counted {
    pub node: Node,
    /// By unit: places of the node.
    pub nodes: Vec<u32>,
    /// By unit: tokens in windows.
    pub near: Vec<u32>,
    /// Tokens in the windows of all articles.
    pub near_in_all: u32,
    /// By unit, then by place.
    pub pairs: Vec<Pair>,
}

impl Counted {
    /// Counts the windows of these words in every article that is on.
    ///
    /// # Errors
    /// When nothing is counted, or words or window are out of their range.
    pub fn of(selection: &Selection, words: &[String], window: Window) -> Result<Self, QueryError> {
        selection.not_empty()?;
        for (what, side) in [("The window’s left side", window.left), ("The window’s right side", window.right)] {
            QueryError::in_range(what, side, 0..=WIDEST, "from 0 to 50 words")?;
        }
        QueryError::in_range("The window", window.span(), 1..=2 * WIDEST, "at least one word, left or right")?;
        let node = Node::find(selection, words)?;
        let index = selection.index();
        let mut counter = Counter::new(index);
        // By term: near the node in how many articles or groups, and how often.
        let mut spread = vec![(0, 0); index.types()];
        let near: Vec<Near> =
            (0..).zip(&node.places).map(|(position, places)| counter.count(index, position, places, window)).collect();
        let units = selection.units();
        let near = if units.are_groups() { together(units, near, index.types()) } else { near };
        let nodes = units.sum(node.by_article());
        let sizes = selection.unit_sizes();
        for &(term, together) in near.iter().flat_map(|near| &near.terms) {
            let (articles, all): &mut (u32, u32) = &mut spread[term as usize];
            *articles += 1;
            *all += together;
        }
        let near_in_all = near.iter().map(|near| near.tokens).sum();
        // By term: how often the unit at hand has it.
        let mut frequency = vec![0_u32; index.types()];
        let mut pairs = Vec::new();
        for (place, near) in near.iter().enumerate().filter(|(_, near)| near.tokens > 0) {
            let terms = || units.members(place).iter().flat_map(|&position| index.article_terms(position));
            for &term in terms() {
                frequency[term as usize] += 1;
            }
            for &(term, together) in &near.terms {
                let (articles, all) = spread[term as usize];
                let of = frequency[term as usize];
                let scores = Cooccurrence::new(together, nodes[place], of, sizes[place], window.span());
                let elsewhere = all - together;
                let difference = TwoByTwo::new(together, elsewhere, near.tokens, near_in_all - near.tokens);
                // Every count is more than 0, and no window has more of a word than its article.
                pairs.extend(scores.map(|scores| Pair {
                    place: place as u32,
                    term,
                    together,
                    frequency: of,
                    articles,
                    elsewhere,
                    scores,
                    difference,
                }));
            }
            for &term in terms() {
                frequency[term as usize] = 0;
            }
        }
        Ok(Self { node, nodes, near: near.iter().map(|near| near.tokens).collect(), near_in_all, pairs })
    }

    /// The pair of this term in the article or group at `place`.
    pub fn pair(&self, place: usize, term: TermId) -> Option<Pair> {
        self.pairs.iter().copied().find(|pair| pair.place as usize == place && pair.term == term)
    }
}

/// What stands near the node in the articles of each unit, added up; terms in the order of their first place.
fn together(units: &Units, near: Vec<Near>, types: usize) -> Vec<Near> {
    let mut tally = vec![0_u32; types];
    let of_unit = |place: usize| {
        let members = || units.members(place).iter().map(|&position| &near[position]);
        let mut order: Vec<TermId> = Vec::new();
        for &(term, times) in members().flat_map(|near| &near.terms) {
            if tally[term as usize] == 0 {
                order.push(term);
            }
            tally[term as usize] += times;
        }
        let terms = order.into_iter().map(|term| (term, std::mem::take(&mut tally[term as usize]))).collect();
        Near { terms, tokens: members().map(|near| near.tokens).sum() }
    };
    (0..units.len()).map(of_unit).collect()
}

/// The words around a node, article by article, or group by group.
///
/// # Errors
/// When nothing is counted, the node holds no word, or a number is out of its range.
pub fn collocates(selection: &Selection, query: &CollocatesQuery) -> Result<CollocatesReport, QueryError> {
    selection.not_empty()?;
    QueryError::in_range("The least count", query.minimum, 1..=u32::MAX, "1 or more")?;
    let names = names(selection, SUGGESTED);
    let words = if query.words.is_empty() { names.first() } else { Some(&query.words) };
    let Some(words) = words else {
        let finding = super::collocates_finding::no_name();
        let sizes = selection.unit_sizes();
        let panels = selection.drawn().units().iter().map(|&place| CollocatePanel {
            article: selection.units().numbers()[place],
            node: 0,
            near: 0,
            size: sizes[place],
            found: 0,
            rows: Vec::new(),
        });
        let panels = panels.collect();
        return Ok(CollocatesReport {
            finding,
            words: Vec::new(),
            names,
            panels,
            total: 0,
            found: 0,
            pairs: 0,
            once_twice: [0, 0],
            rows: Vec::new(),
        });
    };
    let counted = Counted::of(selection, words, query.window)?;
    let shown: Vec<Pair> = counted.pairs.iter().copied().filter(|pair| !selection.is_hidden(pair.term)).collect();
    let times = |n: u32| shown.iter().filter(|pair| pair.together == n).count() as u32;
    let once_twice = [times(1), times(2)];
    let listed: Vec<Pair> = shown.iter().copied().filter(|pair| pair.together >= query.minimum).collect();
    let sizes = selection.unit_sizes();
    let panels: Vec<CollocatePanel> = selection
        .drawn()
        .units()
        .iter()
        .map(|&place| {
            let from = listed.partition_point(|pair| (pair.place as usize) < place);
            let to = listed.partition_point(|pair| pair.place as usize <= place);
            // Of equals those that stand together more often, then by the alphabet.
            let tie = |pair: &Pair| then(u32::MAX - pair.together, selection.rank(pair.term));
            let own = ordered(listed[from..to].to_vec(), true, |pair| pair.value(query.measure), tie);
            CollocatePanel {
                article: selection.units().numbers()[place],
                node: counted.nodes[place],
                near: counted.near[place],
                size: sizes[place],
                found: own.len() as u32,
                rows: own.iter().take(query.panel as usize).map(|pair| pair.row(selection)).collect(),
            }
        })
        .collect();
    let rows = in_order(selection, query, &listed);
    let few = (once_twice[0] + once_twice[1], shown.len() as u32);
    Ok(CollocatesReport {
        finding: finding(selection, &counted, query.window, &listed, few),
        words: counted.node.words.clone(),
        names,
        panels,
        total: rows.len() as u32,
        found: listed.len() as u32,
        pairs: shown.len() as u32,
        once_twice,
        rows: window(&rows, &query.table).iter().map(|pair| pair.row(selection)).collect(),
    })
}

/// The rows under the table’s filter, in its order.
fn in_order(selection: &Selection, query: &CollocatesQuery, listed: &[Pair]) -> Vec<Pair> {
    let filter = TermFilter::new(&query.table.filter, selection.settings());
    let kept = listed.iter().copied().filter(|pair| filter.passes(selection.index().term(pair.term)));
    let key = |pair: &Pair| match query.table.sort {
        CollocateColumn::Term => Some(f64::from(selection.rank(pair.term))),
        CollocateColumn::Article => Some(f64::from(pair.place)),
        CollocateColumn::Together => Some(f64::from(pair.together)),
        CollocateColumn::Frequency => Some(f64::from(pair.frequency)),
        CollocateColumn::Expected => Some(pair.scores.expected()),
        CollocateColumn::Measure => pair.value(query.measure),
        CollocateColumn::Articles => Some(f64::from(pair.articles)),
        CollocateColumn::Difference => pair.difference.and_then(TwoByTwo::log_ratio),
    };
    let tie = |pair: &Pair| then(pair.place, selection.rank(pair.term));
    ordered(kept.collect(), query.table.descending, key, tie)
}
