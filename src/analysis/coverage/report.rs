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
use crate::analysis::units::GROUPS;
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
    /// By how many articles, or groups, name it.
    Articles,
    /// By the article or group that alone has it; those of several last.
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
    /// How often in all.
    pub total: u32,
    /// How often, in each article or group that is drawn.
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
    /// How often in all.
    pub total: u32,
    /// How many articles, or groups, have it.
    pub articles: u32,
    /// Number of the article or group that alone has it, of several that are on.
    pub only: Option<u32>,
    /// How often, in each article or group that is drawn.
    pub by_article: Vec<u32>,
    /// Its place in the order of first mention in each of these, from 1, among the kinds wanted; 0: not named. A group
    /// has its names in the order of the earliest place that any of its articles gives each.
    pub order: Vec<u32>,
    /// Whether it was merged, split or renamed.
    pub edited: bool,
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
    /// How often this article, or group, names it.
    pub count: u32,
    /// How many do.
    pub articles: u32,
}

/// Some names of one article, or group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamesOfArticle {
    /// Number of the article, or of the group.
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
    /// Numbers of the articles, or of the groups, that are drawn: the columns.
    pub articles: Vec<u32>,
    /// How many articles, or groups, are on.
    pub on: u32,
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
    let units = selection.units();
    let briefs = |place: usize, of: Vec<usize>| NamesOfArticle {
        article: units.numbers()[place],
        total: of.len() as u32,
        names: of.iter().take(query.lists as usize).map(|&at| all.brief(at, place)).collect(),
    };
    let drawn = selection.drawn().units();
    let first = drawn.iter().map(|&place| briefs(place, all.firsts[place].clone()));
    let only = drawn.iter().map(|&place| {
        let alone = |at: &&usize| all.only(**at) == Some(place);
        briefs(place, wanted.iter().filter(alone).copied().collect())
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
        articles: selection.drawn_units(),
        on: units.len() as u32,
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

/// Hands every row of the table to `write`, for a file.
///
/// # Errors
/// When nothing is counted.
pub fn each_row(
    selection: &Selection,
    names: &Names,
    query: &CoverageQuery,
    mut write: impl FnMut(&NameRow),
) -> Result<(), QueryError> {
    selection.not_empty()?;
    let all = Counted::new(selection, names, &query.kinds);
    for at in all.sorted(&query.table) {
        write(&all.row(at));
    }
    Ok(())
}

/// The places of a name, for the reader.
///
/// # Errors
/// When nothing is counted, or the article or group is unknown or off.
pub fn marked(
    selection: &Selection,
    names: &Names,
    key: &str,
    article: Option<u32>,
) -> Result<MarkedReport, QueryError> {
    selection.not_empty()?;
    let on = selection.on();
    // Of one article every other that has the name is counted beside it; of a group its own alone.
    let members: Vec<u32> = match article {
        Some(group) if group >= GROUPS => selection.members(group)?.into_iter().map(|position| on[position]).collect(),
        Some(article) => selection.position(article).map(|_| on.to_vec())?,
        None => on.to_vec(),
    };
    let article = article.filter(|&number| number < GROUPS);
    let mut report = MarkedReport {
        article: article.or_else(|| members.first().copied()).unwrap_or_default(),
        ..MarkedReport::default()
    };
    let Some(name) = names.all.iter().find(|it| it.key == key) else { return Ok(report) };
    for same in name.places.chunk_by(|a, b| a.article == b.article).filter(|it| members.contains(&it[0].article)) {
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

/// Names in the order of first mention over some articles: by the earliest place that any of these gives each, then by
/// article. `firsts` has, by position, each article's own names in its order.
fn in_order(members: &[usize], firsts: &[Vec<(u32, u32, usize)>]) -> Vec<usize> {
    let mut all: Vec<(usize, usize, usize)> = members
        .iter()
        .flat_map(|&position| firsts[position].iter().enumerate().map(move |(place, it)| (place, position, it.2)))
        .collect();
    sort_by(&mut all, Ord::cmp);
    let mut seen = std::collections::BTreeSet::new();
    all.into_iter().map(|it| it.2).filter(|&at| seen.insert(at)).collect()
}

/// The names with their counts by article, or by group; of those without a name nothing is kept.
pub(super) struct Counted<'n> {
    selection: &'n Selection,
    pub names: &'n Names,
    /// By position: the place of the unit that the article belongs to.
    units: Vec<usize>,
    /// By name: whether it is of a wanted kind.
    pub wanted: Vec<bool>,
    /// By name: the places of the units that have it, ascending, each with how often.
    counts: Vec<Vec<(u32, u32)>>,
    /// By name: how often in all.
    totals: Vec<u32>,
    /// By name, one for each unit that has it: its place in the order of first mention there, from 1.
    order: Vec<Vec<u32>>,
    /// By unit: the wanted names in the order of first mention.
    firsts: Vec<Vec<usize>>,
}

impl<'n> Counted<'n> {
    pub fn new(selection: &'n Selection, names: &'n Names, kinds: &[NameKind]) -> Self {
        let on = selection.on();
        let kinds = if kinds.is_empty() { &MAIN } else { kinds };
        let wanted: Vec<bool> = names.all.iter().map(|it| kinds.contains(&it.kind)).collect();
        let mut counts: Vec<Vec<(u32, u32)>> = Vec::with_capacity(names.all.len());
        let units = selection.units().places();
        let mut firsts: Vec<Vec<(u32, u32, usize)>> = vec![Vec::new(); on.len()];
        for (at, name) in names.all.iter().enumerate() {
            let mut of: Vec<(u32, u32)> = Vec::new();
            for place in &name.places {
                let Ok(position) = on.binary_search(&place.article) else { continue };
                let unit = units[position] as u32;
                match of.binary_search_by_key(&unit, |it| it.0) {
                    Ok(found) => of[found].1 += 1,
                    Err(new) => of.insert(new, (unit, 1)),
                }
                if wanted[at] && firsts[position].last().is_none_or(|last| last.2 != at) {
                    firsts[position].push((place.span.start, place.span.end, at));
                }
            }
            counts.push(of);
        }
        let mut order: Vec<Vec<u32>> = counts.iter().map(|of| vec![0; of.len()]).collect();
        for firsts in &mut firsts {
            sort_by(firsts, Ord::cmp);
        }
        let firsts: Vec<Vec<usize>> =
            (0..selection.units().len()).map(|unit| in_order(selection.units().members(unit), &firsts)).collect();
        for (unit, firsts) in (0_u32..).zip(&firsts) {
            for (place, &at) in (1..).zip(firsts) {
                if let Ok(found) = counts[at].binary_search_by_key(&unit, |it| it.0) {
                    order[at][found] = place;
                }
            }
        }
        let totals = counts.iter().map(|of| of.iter().map(|it| it.1).sum()).collect();
        Self { selection, names, units, wanted, counts, totals, order, firsts }
    }

    pub fn total(&self, at: usize) -> u32 {
        self.totals[at]
    }

    /// How many articles, or groups, have it.
    pub fn range(&self, at: usize) -> u32 {
        self.counts[at].len() as u32
    }

    /// The place of the article or group that alone has it.
    pub fn only(&self, at: usize) -> Option<usize> {
        if let [(place, _)] = self.counts[at][..] { Some(place as usize) } else { None }
    }

    /// Of one value for each unit that has the name those of the units that are drawn, 0 for the others.
    fn drawn(&self, at: usize, values: impl Fn(usize) -> u32) -> Vec<u32> {
        let drawn = self.selection.drawn().units().iter();
        drawn
            .map(|&place| self.counts[at].binary_search_by_key(&(place as u32), |it| it.0).map_or(0, &values))
            .collect()
    }

    fn brief(&self, at: usize, place: usize) -> Brief {
        let name = &self.names.all[at];
        Brief {
            key: name.key.clone(),
            name: name.name.clone(),
            kind: name.kind,
            count: self.counts[at].iter().find(|it| it.0 as usize == place).map_or(0, |it| it.1),
            articles: self.range(at),
        }
    }

    fn row(&self, at: usize) -> NameRow {
        let name = &self.names.all[at];
        let units = self.selection.units();
        NameRow {
            key: name.key.clone(),
            name: name.name.clone(),
            kind: name.kind,
            forms: (0..name.forms.len() as u32).map(|form| self.form(name, form)).collect(),
            total: self.total(at),
            articles: self.range(at),
            only: self.only(at).filter(|_| units.len() > 1).map(|place| units.numbers()[place]),
            by_article: self.drawn(at, |found| self.counts[at][found].1),
            order: self.drawn(at, |found| self.order[at][found]),
            edited: name.edited,
        }
    }

    fn form(&self, name: &Name, number: u32) -> FormRow {
        let form = &name.forms[number as usize];
        let (on, drawn) = (self.selection.on(), self.selection.drawn().units());
        let (mut by_article, mut total) = (vec![0; drawn.len()], 0);
        let places = || name.places.iter().filter(|place| place.form == number);
        for place in places() {
            if let Ok(position) = on.binary_search(&place.article) {
                total += 1;
                if let Ok(column) = drawn.binary_search(&self.units[position]) {
                    by_article[column] += 1;
                }
            }
        }
        FormRow {
            written: form.written.clone(),
            key: super::identity::fold(&form.written),
            total,
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
                CoverageColumn::Only => self.only(at).map(|position| position as u32),
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
