//! Which quotations, in which order; how many each speaker has where, and by which verbs.

use serde::{Deserialize, Serialize};

use super::corpus::{Quotation, Quotations};
use super::{CuePosition, Kind, VerbClass, finding};
use crate::analysis::error::QueryError;
use crate::analysis::finding::Finding;
use crate::analysis::selection::Selection;
use crate::analysis::table::{TableQuery, window};
use crate::sorting::sort_by;
use crate::text::Span;

/// A column of the table of quotations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotesColumn {
    /// By article and place.
    #[default]
    Place,
    /// By the words, alphabetically.
    Words,
    /// By kind.
    Kind,
    /// By speaker, alphabetically; not attributed last.
    Speaker,
    /// By verb, alphabetically; none last.
    Verb,
    /// By the verb's class; none last.
    Class,
    /// By length in words.
    Length,
}

/// Which quotations are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct QuotesQuery {
    /// Numbers of their articles, or of groups of them; none: all that are on.
    pub articles: Vec<u32>,
    /// Of these kinds; none: of any.
    pub kinds: Vec<Kind>,
    /// Of the speaker of this name; empty: those not attributed; `None`: of any.
    pub speaker: Option<String>,
    /// With this verb, in its base form; `None`: with any or none.
    pub verb: Option<String>,
    /// With a verb of this class; `None`: with any or none.
    pub class: Option<VerbClass>,
    /// The table's rows. The filter is looked for in words, speaker and verb.
    pub table: TableQuery<QuotesColumn>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotesRow {
    /// The quotation.
    pub quotation: Quotation,
    /// Its words as the text has them, line ends as blanks.
    pub text: String,
    /// Name of its speaker; `None`: not attributed.
    pub speaker: Option<String>,
    /// Words in it.
    pub length: u32,
    /// In which paragraph of the article it starts, from 1.
    pub paragraph: u32,
}

/// How often a speaker is quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerRow {
    /// The name; empty: not attributed.
    pub name: String,
    /// Other spellings and forms of it.
    pub spellings: Vec<String>,
    /// In marks (direct, partial, block), in each article or group that is drawn, in their order.
    pub quoted: Vec<u32>,
    /// Reported, likewise.
    pub reported: Vec<u32>,
}

/// How often a reporting verb is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerbRow {
    /// Its base form.
    pub verb: String,
    /// Its class.
    pub class: VerbClass,
    /// How often in all.
    pub total: u32,
    /// In each article or group that is drawn, in their order; a verb that several quotations share counts once.
    pub by_article: Vec<u32>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotesReport {
    /// What the view opens with.
    pub finding: Finding,
    /// Numbers of the articles, or of the groups, that are drawn.
    pub articles: Vec<u32>,
    /// By kind, in the order of [`Kind::ALL`]: how many in all articles that are on.
    pub kinds: Vec<u32>,
    /// Those quoted most first; what is not attributed last.
    pub speakers: Vec<SpeakerRow>,
    /// By class, then the most frequent first.
    pub verbs: Vec<VerbRow>,
    /// The window of rows.
    pub rows: Vec<QuotesRow>,
    /// How many there are under the filters.
    pub total: u32,
    /// A sentence for each word list that could not be loaded.
    pub missing: Vec<String>,
}

/// Most speakers of a report; the table has all.
pub const MOST_SPEAKERS: usize = 60;

/// The quotations that are wanted, out of all.
///
/// # Errors
/// When nothing is counted, or an article is unknown or off.
pub fn quotes(selection: &Selection, all: &Quotations, query: &QuotesQuery) -> Result<QuotesReport, QueryError> {
    selection.not_empty()?;
    let rows = wanted(selection, all, query)?;
    let shown = window(&rows, &query.table);
    let position = |quotation: &Quotation| position(selection, quotation);
    let mut kinds = vec![vec![0; selection.on().len()]; Kind::ALL.len()];
    for quotation in &all.all {
        kinds[quotation.kind as usize][position(quotation)] += 1;
    }
    let mut speakers = speakers(selection, all);
    let finding = finding::finding(selection, all, &kinds, &speakers);
    // What is not attributed stays, as the last.
    let none = speakers.pop_if(|row| row.name.is_empty());
    speakers.truncate(MOST_SPEAKERS);
    speakers.extend(none);
    let drawn = |counts: &mut Vec<u32>| {
        *counts = selection.drawn().of_units(&selection.units().sum(std::mem::take(counts)));
    };
    for speaker in &mut speakers {
        drawn(&mut speaker.quoted);
        drawn(&mut speaker.reported);
    }
    let mut verbs = verbs(selection, all);
    for verb in &mut verbs {
        drawn(&mut verb.by_article);
    }
    Ok(QuotesReport {
        finding,
        kinds: kinds.iter().map(|by_article| by_article.iter().sum()).collect(),
        speakers,
        verbs,
        rows: shown.iter().map(|&at| row(selection, all, at)).collect(),
        total: rows.len() as u32,
        missing: all.missing.clone(),
        articles: selection.drawn_units(),
    })
}

/// Every row that is wanted, in its order: for CSV.
///
/// # Errors
/// As [`quotes`].
pub fn rows(selection: &Selection, all: &Quotations, query: &QuotesQuery) -> Result<Vec<QuotesRow>, QueryError> {
    selection.not_empty()?;
    Ok(wanted(selection, all, query)?.into_iter().map(|at| row(selection, all, at)).collect())
}

fn position(selection: &Selection, quotation: &Quotation) -> usize {
    selection.on().binary_search(&quotation.article).unwrap_or(0)
}

fn text_of<'s>(selection: &'s Selection, quotation: &Quotation) -> &'s str {
    selection.articles().get(quotation.article as usize).map_or("", |article| article.text.as_str())
}

fn name<'q>(all: &'q Quotations, quotation: &Quotation) -> Option<&'q str> {
    quotation.speaker.and_then(|number| all.speakers.get(number as usize)).map(|speaker| speaker.name.as_str())
}

fn length(text: &str) -> u32 {
    crate::text::words(text).len() as u32
}

fn row(selection: &Selection, all: &Quotations, at: usize) -> QuotesRow {
    let quotation = &all.all[at];
    let text = text_of(selection, quotation);
    let words = quotation.words.of(text);
    let before = Span::new(0, quotation.span.start).of(text);
    let broken = before.ends_with(['\n', '\r']) || before.is_empty();
    QuotesRow {
        text: words.split_whitespace().collect::<Vec<_>>().join(" "),
        speaker: name(all, quotation).map(str::to_owned),
        length: length(words),
        paragraph: crate::text::paragraphs(before).len() as u32 + u32::from(broken),
        quotation: quotation.clone(),
    }
}

fn wanted(selection: &Selection, all: &Quotations, query: &QuotesQuery) -> Result<Vec<usize>, QueryError> {
    let mut articles = Vec::new();
    for &number in &query.articles {
        articles.extend(selection.members(number)?.into_iter().map(|position| selection.on()[position]));
    }
    let filter = query.table.filter.trim().to_lowercase().replace('’', "'");
    let holds = |text: &str| text.to_lowercase().replace('’', "'").contains(&filter);
    let is = |it: &Quotation| {
        (query.articles.is_empty() || articles.contains(&it.article))
            && (query.kinds.is_empty() || query.kinds.contains(&it.kind))
            && query.speaker.as_ref().is_none_or(|speaker| {
                name(all, it).unwrap_or("") == speaker && (!speaker.is_empty() || it.kind != Kind::Scare)
            })
            && query.class.is_none_or(|class| it.class == Some(class))
            && query.verb.as_ref().is_none_or(|verb| it.verb.as_ref() == Some(verb))
            && (filter.is_empty()
                || holds(it.words.of(text_of(selection, it)))
                || name(all, it).is_some_and(holds)
                || it.verb.as_deref().is_some_and(holds))
    };
    let mut found: Vec<usize> = (0..all.all.len()).filter(|at| is(&all.all[*at])).collect();
    order(selection, all, query, &mut found);
    Ok(found)
}

/// Sorts; ties go by article and place, and what has no value comes last either way.
fn order(selection: &Selection, all: &Quotations, query: &QuotesQuery, found: &mut [usize]) {
    let key = |at: usize| {
        let it = &all.all[at];
        let text = match query.table.sort {
            QuotesColumn::Words => Some(it.words.of(text_of(selection, it)).to_lowercase()),
            QuotesColumn::Speaker => name(all, it).map(str::to_lowercase),
            QuotesColumn::Verb => it.verb.clone(),
            _ => Some(String::new()),
        };
        let number = match query.table.sort {
            QuotesColumn::Place => Some(at as u32),
            QuotesColumn::Kind => Some(it.kind as u32),
            QuotesColumn::Class => it.class.map(|class| class as u32),
            QuotesColumn::Length => Some(length(it.words.of(text_of(selection, it)))),
            _ => Some(0),
        };
        text.zip(number)
    };
    let mut keyed: Vec<(Option<(String, u32)>, usize)> = found.iter().map(|&at| (key(at), at)).collect();
    let descending = query.table.descending;
    sort_by(&mut keyed, |a, b| {
        let by = match (&a.0, &b.0) {
            (Some(one), Some(two)) if descending => two.cmp(one),
            (Some(one), Some(two)) => one.cmp(two),
            (one, two) => one.is_none().cmp(&two.is_none()),
        };
        by.then(a.1.cmp(&b.1))
    });
    for (place, (_, at)) in found.iter_mut().zip(keyed) {
        *place = at;
    }
}

/// How often each speaker is quoted: those quoted most first, what is not attributed last.
#[must_use]
pub fn speakers(selection: &Selection, all: &Quotations) -> Vec<SpeakerRow> {
    let articles = selection.on().len();
    let row = |name: &str, spellings: &[String]| SpeakerRow {
        name: name.to_owned(),
        spellings: spellings.to_vec(),
        quoted: vec![0; articles],
        reported: vec![0; articles],
    };
    let mut rows: Vec<SpeakerRow> = all.speakers.iter().map(|speaker| row(&speaker.name, &speaker.spellings)).collect();
    rows.push(row("", &[]));
    for quotation in all.all.iter().filter(|quotation| quotation.kind != Kind::Scare) {
        let number = quotation.speaker.map_or(all.speakers.len(), |number| number as usize);
        let row = &mut rows[number];
        let counts = if quotation.kind == Kind::Reported { &mut row.reported } else { &mut row.quoted };
        counts[position(selection, quotation)] += 1;
    }
    let none = rows.pop();
    rows.retain(|row| row.total() > 0);
    rows.extend(none.filter(|row| row.total() > 0));
    rows
}

impl SpeakerRow {
    /// How often in the articles told of.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.quoted.iter().chain(&self.reported).sum()
    }
}

/// How often each reporting verb is used: by class, then the most frequent first.
#[must_use]
pub fn verbs(selection: &Selection, all: &Quotations) -> Vec<VerbRow> {
    let articles = selection.on().len();
    let mut rows: Vec<VerbRow> = Vec::new();
    let mut places: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    let mut counted: std::collections::BTreeSet<(u32, Span)> = std::collections::BTreeSet::new();
    for quotation in &all.all {
        let (Some(verb), Some(class), Some(cue)) = (&quotation.verb, quotation.class, quotation.cue) else { continue };
        if !counted.insert((quotation.article, cue)) {
            continue;
        }
        let at = *places.entry(verb).or_insert_with(|| {
            rows.push(VerbRow { verb: verb.clone(), class, total: 0, by_article: vec![0; articles] });
            rows.len() - 1
        });
        rows[at].by_article[position(selection, quotation)] += 1;
        rows[at].total += 1;
    }
    sort_by(&mut rows, |a, b| {
        a.class.cmp(&b.class).then_with(|| b.total.cmp(&a.total)).then_with(|| a.verb.cmp(&b.verb))
    });
    rows
}

/// Where a cue stands, in words.
#[must_use]
pub const fn position_name(position: Option<CuePosition>) -> &'static str {
    match position {
        Some(position) => position.name(),
        None => "",
    }
}
