//! Which names, in which order; where each is named first; which only one article has.

use serde::{Deserialize, Serialize};

pub use super::edits::Told as EditTold;
use super::names::{Name, Names};
use super::{NameKind, finding};
use crate::analysis::error::QueryError;
use crate::analysis::finding::Finding;
use crate::analysis::marked::{MOST_PLACES, MarkedReport};
use crate::analysis::selection::Selection;
use crate::analysis::table::{TableQuery, window};
use crate::sorting::sort_by;
use crate::text::Span;

/// A column of the table of names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoverageColumn {
    /// By how often it is named.
    #[default]
    Count,
    /// By the name, alphabetically.
    Name,
    /// By kind.
    Kind,
    /// By how many articles name it.
    Articles,
    /// By the article that alone has it; those of several last.
    Only,
}

/// Which names are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CoverageQuery {
    /// Of these kinds; none: people, organisations and places.
    pub kinds: Vec<NameKind>,
    /// Most names of the picture.
    pub picture: u32,
    /// Most names of each article's lists.
    pub lists: u32,
    /// Key of the name that is looked into.
    pub open: Option<String>,
    /// The table's filter, order and window.
    pub table: TableQuery<CoverageColumn>,
}

/// A way in which a name is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormRow {
    /// As written.
    pub written: String,
    /// What an edit calls it: in lower case.
    pub key: String,
    /// How often, in each article that is on.
    pub by_article: Vec<u32>,
    /// Where it stands first: number of the article, and where.
    pub first: (u32, Span),
    /// Why it is taken for the name; empty for the name itself.
    pub reason: String,
    /// Number of the article that shows it.
    pub seen: Option<u32>,
}

/// A name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameRow {
    /// What edits and addresses know it by.
    pub key: String,
    /// As it is shown.
    pub name: String,
    /// What it names.
    pub kind: NameKind,
    /// How it is written, the most frequent first.
    pub forms: Vec<FormRow>,
    /// How often, in each article that is on.
    pub by_article: Vec<u32>,
    /// Its place in the order of first mention in each article, from 1, among the kinds wanted; 0: not named.
    pub order: Vec<u32>,
    /// Whether it was merged, split or renamed.
    pub edited: bool,
}

impl NameRow {
    /// How often in all.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.by_article.iter().sum()
    }

    /// How many articles have it.
    #[must_use]
    pub fn articles(&self) -> u32 {
        self.by_article.iter().filter(|count| **count > 0).count() as u32
    }
}

/// A name in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// What edits and addresses know it by.
    pub key: String,
    /// As it is shown.
    pub name: String,
    /// What it names.
    pub kind: NameKind,
    /// How often this article names it.
    pub count: u32,
    /// How many articles do.
    pub articles: u32,
}

/// Some names of one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamesOfArticle {
    /// Number of the article.
    pub article: u32,
    /// The first of them.
    pub names: Vec<Brief>,
    /// How many there are.
    pub total: u32,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverageReport {
    /// What is to be said first: of people, organisations and places.
    pub finding: Finding,
    /// A sentence for each list that could not be loaded.
    pub missing: Vec<String>,
    /// Numbers of the articles that are on: the columns.
    pub articles: Vec<u32>,
    /// How many names of each kind there are, in the order of the kinds.
    pub kinds: Vec<u32>,
    /// The names that are named most, for the picture.
    pub picture: Vec<NameRow>,
    /// How many names of these kinds there are.
    pub names: u32,
    /// Names in the order in which each article brings them in.
    pub first: Vec<NamesOfArticle>,
    /// Names that only one article has, the most frequent first.
    pub only: Vec<NamesOfArticle>,
    /// The table's rows in its order and window.
    pub rows: Vec<NameRow>,
    /// How many rows the filter leaves.
    pub total: u32,
    /// The name that is looked into.
    pub open: Option<NameRow>,
    /// What became of the edits.
    pub edits: Vec<EditTold>,
}

/// People, organisations and places.
const MAIN: [NameKind; 3] = [NameKind::Person, NameKind::Organisation, NameKind::Place];

/// The names under a query.
///
/// # Errors
/// When nothing is counted.
pub fn coverage(
    selection: &Selection,
    names: &Names,
    edits: &[EditTold],
    query: &CoverageQuery,
) -> Result<CoverageReport, QueryError> {
    selection.not_empty()?;
    let all = Counted::new(selection, names, &query.kinds);
    let wanted: Vec<usize> = (0..names.all.len()).filter(|&at| all.wanted[at]).collect();
    let rows = all.sorted(&query.table);
    let on = selection.on();
    let briefs = |position: usize, of: Vec<usize>| NamesOfArticle {
        article: on[position],
        total: of.len() as u32,
        names: of.iter().take(query.lists as usize).map(|&at| all.brief(at, position)).collect(),
    };
    let first = (0..on.len()).map(|position| briefs(position, all.in_order(position)));
    let only = (0..on.len()).map(|position| {
        let alone = |at: &&usize| all.range(**at) == 1 && all.counts[**at][position] > 0;
        briefs(position, wanted.iter().filter(alone).copied().collect())
    });
    // The most frequent stand first; what more articles have is the more telling of two alike.
    let mut top = wanted.clone();
    sort_by(&mut top, |&a: &usize, &b: &usize| {
        all.total(b).cmp(&all.total(a)).then(all.range(b).cmp(&all.range(a))).then(a.cmp(&b))
    });
    let open = query.open.as_ref().and_then(|key| names.all.iter().position(|it| it.key == *key));
    Ok(CoverageReport {
        finding: finding::finding(selection, &Counted::new(selection, names, &[])),
        missing: names.missing.clone(),
        articles: on.to_vec(),
        kinds: NameKind::ALL
            .iter()
            .map(|(kind, _)| names.all.iter().filter(|it| it.kind == *kind).count() as u32)
            .collect(),
        picture: top.iter().take(query.picture as usize).map(|&at| all.row(at)).collect(),
        names: wanted.len() as u32,
        first: first.collect(),
        only: only.collect(),
        rows: window(&rows, &query.table).iter().map(|&at| all.row(at)).collect(),
        total: rows.len() as u32,
        open: open.map(|at| all.row(at)),
        edits: edits.to_vec(),
    })
}

/// Every row of the table, for a file.
///
/// # Errors
/// When nothing is counted.
pub fn rows(selection: &Selection, names: &Names, query: &CoverageQuery) -> Result<Vec<NameRow>, QueryError> {
    selection.not_empty()?;
    let all = Counted::new(selection, names, &query.kinds);
    Ok(all.sorted(&query.table).into_iter().map(|at| all.row(at)).collect())
}

/// The places of a name, for the reader.
///
/// # Errors
/// When nothing is counted, or the article is unknown or off.
pub fn marked(
    selection: &Selection,
    names: &Names,
    key: &str,
    article: Option<u32>,
) -> Result<MarkedReport, QueryError> {
    selection.not_empty()?;
    if let Some(article) = article {
        selection.position(article)?;
    }
    let mut report = MarkedReport {
        article: article.unwrap_or_else(|| selection.on().first().copied().unwrap_or_default()),
        ..MarkedReport::default()
    };
    let Some(name) = names.all.iter().find(|it| it.key == key) else { return Ok(report) };
    for same in name.places.chunk_by(|a, b| a.article == b.article) {
        report.counts.push((same[0].article, same.len() as u32));
    }
    if article.is_none()
        && let Some(&(first, _)) = report.counts.first()
    {
        report.article = first;
    }
    for place in name.places.iter().filter(|it| it.article == report.article).take(MOST_PLACES) {
        // Merged by hand, one may stand within another.
        match report.places.last_mut() {
            Some(last) if place.span.start < last.end => last.end = last.end.max(place.span.end),
            _ => report.places.push(place.span),
        }
    }
    Ok(report)
}

/// The names with their counts by article.
pub(super) struct Counted<'n> {
    pub names: &'n Names,
    on: &'n [u32],
    /// By name: whether it is of a wanted kind.
    pub wanted: Vec<bool>,
    /// By name, then by article.
    pub counts: Vec<Vec<u32>>,
    /// By name, then by article: place in the order of first mention, from 1.
    order: Vec<Vec<u32>>,
}

impl<'n> Counted<'n> {
    pub fn new(selection: &'n Selection, names: &'n Names, kinds: &[NameKind]) -> Self {
        let on = selection.on();
        let kinds = if kinds.is_empty() { &MAIN } else { kinds };
        let wanted: Vec<bool> = names.all.iter().map(|it| kinds.contains(&it.kind)).collect();
        let mut counts = vec![vec![0_u32; on.len()]; names.all.len()];
        let mut order = vec![vec![0_u32; on.len()]; names.all.len()];
        let mut firsts: Vec<Vec<(u32, u32, usize)>> = vec![Vec::new(); on.len()];
        for (at, name) in names.all.iter().enumerate() {
            for place in &name.places {
                let Ok(position) = on.binary_search(&place.article) else { continue };
                if counts[at][position] == 0 && wanted[at] {
                    firsts[position].push((place.span.start, place.span.end, at));
                }
                counts[at][position] += 1;
            }
        }
        for (position, firsts) in firsts.iter_mut().enumerate() {
            sort_by(firsts, Ord::cmp);
            for (place, &(_, _, at)) in (1..).zip(firsts.iter()) {
                order[at][position] = place;
            }
        }
        Self { names, on, wanted, counts, order }
    }

    pub fn total(&self, at: usize) -> u32 {
        self.counts[at].iter().sum()
    }

    /// How many articles have it.
    pub fn range(&self, at: usize) -> u32 {
        self.counts[at].iter().filter(|count| **count > 0).count() as u32
    }

    fn in_order(&self, position: usize) -> Vec<usize> {
        let mut of: Vec<usize> = (0..self.order.len()).filter(|&at| self.order[at][position] > 0).collect();
        sort_by(&mut of, |&a: &usize, &b: &usize| self.order[a][position].cmp(&self.order[b][position]));
        of
    }

    fn brief(&self, at: usize, position: usize) -> Brief {
        let name = &self.names.all[at];
        Brief {
            key: name.key.clone(),
            name: name.name.clone(),
            kind: name.kind,
            count: self.counts[at][position],
            articles: self.range(at),
        }
    }

    fn row(&self, at: usize) -> NameRow {
        let name = &self.names.all[at];
        NameRow {
            key: name.key.clone(),
            name: name.name.clone(),
            kind: name.kind,
            forms: (0..name.forms.len() as u32).map(|form| self.form(name, form)).collect(),
            by_article: self.counts[at].clone(),
            order: self.order[at].clone(),
            edited: name.edited,
        }
    }

    fn form(&self, name: &Name, number: u32) -> FormRow {
        let form = &name.forms[number as usize];
        let mut by_article = vec![0; self.on.len()];
        let places = || name.places.iter().filter(|place| place.form == number);
        for place in places() {
            if let Ok(position) = self.on.binary_search(&place.article) {
                by_article[position] += 1;
            }
        }
        FormRow {
            written: form.written.clone(),
            key: super::identity::fold(&form.written),
            by_article,
            first: places().next().map(|place| (place.article, place.span)).unwrap_or_default(),
            reason: form.reason.clone(),
            seen: form.seen,
        }
    }

    /// The wanted names that the filter leaves, in the table's order; ties as the names stand: most frequent first.
    fn sorted(&self, table: &TableQuery<CoverageColumn>) -> Vec<usize> {
        let filter = table.filter.trim().to_lowercase();
        let passes = |at: &usize| {
            let name = &self.names.all[*at];
            filter.is_empty()
                || name.name.to_lowercase().contains(&filter)
                || name.forms.iter().any(|form| form.written.to_lowercase().contains(&filter))
        };
        let rows: Vec<usize> = (0..self.names.all.len()).filter(|at| self.wanted[*at]).filter(passes).collect();
        let key = |at: usize| {
            let name = &self.names.all[at];
            let number = match table.sort {
                CoverageColumn::Count => Some(self.total(at)),
                CoverageColumn::Articles => Some(self.range(at)),
                CoverageColumn::Kind => Some(name.kind as u32),
                CoverageColumn::Only => {
                    let only = (self.range(at) == 1).then(|| self.counts[at].iter().position(|count| *count > 0));
                    only.flatten().map(|position| position as u32)
                }
                CoverageColumn::Name => Some(0),
            };
            let text = if table.sort == CoverageColumn::Name { name.name.to_lowercase() } else { String::new() };
            number.map(|number| (number, text))
        };
        let mut keyed: Vec<(Option<(u32, String)>, usize)> = rows.into_iter().map(|at| (key(at), at)).collect();
        sort_by(&mut keyed, |a, b| {
            let by = match (&a.0, &b.0) {
                (Some(one), Some(two)) if table.descending => two.cmp(one),
                (Some(one), Some(two)) => one.cmp(two),
                (one, two) => one.is_none().cmp(&two.is_none()),
            };
            by.then(a.1.cmp(&b.1))
        });
        keyed.into_iter().map(|it| it.1).collect()
    }
}
