//! By which modal verbs does each outlet say what must, may or will be, and in whose words?
//!
//! Every modal verb of a closed list is counted in each article, those inside quotations (words given as
//! somebody's own: direct, partial, after a colon) apart from those in the writer's words. What is reported
//! without marks is in the writer's words.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::modal_list::{Found, ModalClass, Modals};
use super::modals_finding::finding;
use crate::analysis::error::QueryError;
use crate::analysis::evidence::words_span;
use crate::analysis::finding::Finding;
use crate::analysis::marked::{MOST_PLACES, MarkedReport};
use crate::analysis::quotations::{Kind, Quotations};
use crate::analysis::selection::Selection;
use crate::analysis::style::words::Words;
use crate::text::Span;

/// Whose words are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// All.
    #[default]
    Any,
    /// The writer’s: outside quotations.
    Writer,
    /// Those quoted.
    Quoted,
}

/// Which modal verbs are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModalChoice {
    /// All.
    #[default]
    Any,
    /// Those of a class.
    Class(ModalClass),
    /// One, by its name in the list.
    Verb(String),
    /// Those that are negated.
    Negated,
}

/// How often an article has something, by whose words they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModalCount {
    /// In the writer’s words.
    pub writer: u32,
    /// Inside quotations.
    pub quoted: u32,
    /// Of both, negated.
    pub negated: u32,
}

impl ModalCount {
    /// How often in all.
    #[must_use]
    pub const fn total(self) -> u32 {
        self.writer + self.quoted
    }

    /// How often in this voice.
    #[must_use]
    pub const fn of(self, voice: Voice) -> u32 {
        match voice {
            Voice::Any => self.total(),
            Voice::Writer => self.writer,
            Voice::Quoted => self.quoted,
        }
    }

    /// Both together.
    const fn and(self, other: Self) -> Self {
        Self {
            writer: self.writer + other.writer,
            quoted: self.quoted + other.quoted,
            negated: self.negated + other.negated,
        }
    }

    const fn add(&mut self, quoted: bool, negated: bool) {
        if quoted {
            self.quoted += 1;
        } else {
            self.writer += 1;
        }
        if negated {
            self.negated += 1;
        }
    }
}

/// An article’s sizes and its modal verbs by class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModalArticle {
    /// Its number.
    pub article: u32,
    /// Its words in the writer’s voice, and those inside quotations.
    pub words: [u32; 2],
    /// By class, in the order of [`ModalClass::ALL`].
    pub classes: [ModalCount; 3],
}

impl ModalArticle {
    /// No words yet, of the article or group with this number.
    const fn none(number: u32) -> Self {
        let none = ModalCount { writer: 0, quoted: 0, negated: 0 };
        Self { article: number, words: [0; 2], classes: [none; 3] }
    }

    /// With those of another article.
    fn and(mut self, other: &Self) -> Self {
        for (sum, more) in self.words.iter_mut().zip(other.words) {
            *sum += more;
        }
        for (sum, more) in self.classes.iter_mut().zip(other.classes) {
            *sum = sum.and(more);
        }
        self
    }

    /// Its words in this voice.
    #[must_use]
    pub const fn size(&self, voice: Voice) -> u32 {
        match voice {
            Voice::Any => self.words[0] + self.words[1],
            Voice::Writer => self.words[0],
            Voice::Quoted => self.words[1],
        }
    }

    /// How often it has modal verbs of a class, or of any, in this voice.
    #[must_use]
    pub fn count(&self, class: Option<ModalClass>, voice: Voice) -> u32 {
        let counts = self.classes.iter().zip(ModalClass::ALL);
        counts.filter(|(_, (it, _))| class.is_none_or(|class| class == *it)).map(|(count, _)| count.of(voice)).sum()
    }

    /// The same in 1,000 words of this voice; `None` where it has no word of it.
    #[must_use]
    pub fn rate(&self, class: Option<ModalClass>, voice: Voice) -> Option<f64> {
        per_thousand(self.count(class, voice), self.size(voice))
    }
}

/// How many in 1,000 words; `None` where there is no word.
#[must_use]
pub fn per_thousand(count: u32, words: u32) -> Option<f64> {
    (words > 0).then(|| 1000.0 * f64::from(count) / f64::from(words))
}

/// A modal verb, article by article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModalRow {
    /// Its name: `have to`.
    pub verb: String,
    /// Its class.
    pub class: ModalClass,
    /// How often all articles have it.
    pub total: u32,
    /// How often each article that is drawn has it.
    pub by_article: Vec<ModalCount>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModalsReport {
    /// What the data says first.
    pub finding: Finding,
    /// A sentence for each list that could not be loaded.
    pub missing: Vec<String>,
    /// The articles that are drawn.
    pub articles: Vec<ModalArticle>,
    /// The verbs that occur: by class, then the most frequent first.
    pub rows: Vec<ModalRow>,
}

/// The modal verbs of every article that is on. Without the list there is none; without quotations’ lists some
/// quoted words may pass for the writer’s. `missing` says of each list that it is.
///
/// # Errors
/// When nothing is counted.
pub fn modals(
    selection: &Selection,
    list: Option<&str>,
    quotations: &Quotations,
    missing: Vec<String>,
) -> Result<ModalsReport, QueryError> {
    selection.not_empty()?;
    let words = Words::new(selection);
    let modals = Modals::read(list.unwrap_or(""), &words);
    let mut rows: Vec<ModalRow> = modals
        .modals
        .iter()
        .map(|modal| ModalRow {
            verb: modal.name.to_owned(),
            class: modal.class,
            total: 0,
            by_article: vec![ModalCount::default(); selection.on().len()],
        })
        .collect();
    let mut articles = Vec::new();
    for (position, &article) in selection.on().iter().enumerate() {
        let quoted = quoted(selection, position, quotations);
        let mut inside = quoted.iter().map(|tokens| tokens.len() as u32).sum();
        inside = selection.size(position).min(inside);
        let mut of = ModalArticle {
            article,
            words: [selection.size(position) - inside, inside],
            classes: [ModalCount::default(); 3],
        };
        for found in modals.of(&words, position) {
            let is_quoted = is_in(&quoted, found.first);
            let class = modals.modals[found.modal].class as usize;
            rows[found.modal].by_article[position].add(is_quoted, found.negated);
            rows[found.modal].total += 1;
            of.classes[class].add(is_quoted, found.negated);
        }
        articles.push(of);
    }
    rows.retain(|row| row.total > 0);
    // The list is by class; of as many its order.
    crate::sorting::sort_by(&mut rows, |a, b| a.class.cmp(&b.class).then_with(|| b.total.cmp(&a.total)));
    let (units, drawn) = (selection.units(), selection.drawn());
    let members = |unit: usize| units.members(unit).iter().copied();
    let articles: Vec<ModalArticle> = (0..units.len())
        .map(|unit| {
            let of = members(unit).map(|position| &articles[position]);
            of.fold(ModalArticle::none(units.numbers()[unit]), |sum, article| sum.and(article))
        })
        .collect();
    let finding = finding(&articles, units.noun(), list.is_some(), rows.iter().map(|row| row.total).sum());
    for row in &mut rows {
        let by_unit: Vec<ModalCount> = (0..units.len())
            .map(|unit| members(unit).fold(ModalCount::default(), |sum, position| sum.and(row.by_article[position])))
            .collect();
        row.by_article = drawn.of_units(&by_unit);
    }
    let articles = drawn.of_units(&articles);
    Ok(ModalsReport { finding, missing, articles, rows })
}

/// Where the modal verbs of a choice stand in one article, and how many each article has.
///
/// # Errors
/// When the article is unknown or off.
pub(super) fn places(
    selection: &Selection,
    choice: &ModalChoice,
    voice: Voice,
    article: u32,
    list: Option<&str>,
    quotations: &Quotations,
) -> Result<MarkedReport, QueryError> {
    let asked = selection.position(article)?;
    let words = Words::new(selection);
    let modals = Modals::read(list.unwrap_or(""), &words);
    let mut report = MarkedReport { article, ..MarkedReport::default() };
    for (position, &article) in selection.on().iter().enumerate() {
        let quoted = quoted(selection, position, quotations);
        let wanted = |found: &Found| {
            let modal = modals.modals[found.modal];
            let chosen = match choice {
                ModalChoice::Any => true,
                ModalChoice::Class(class) => modal.class == *class,
                ModalChoice::Verb(verb) => modal.name == verb,
                ModalChoice::Negated => found.negated,
            };
            chosen
                && match voice {
                    Voice::Any => true,
                    Voice::Writer => !is_in(&quoted, found.first),
                    Voice::Quoted => is_in(&quoted, found.first),
                }
        };
        let found: Vec<Found> = modals.of(&words, position).into_iter().filter(wanted).collect();
        if !found.is_empty() {
            report.counts.push((article, found.len() as u32));
        }
        if position == asked {
            let span = |found: &Found| words_span(selection.index(), position, found.first, found.words);
            report.places = found.iter().take(MOST_PLACES).map(span).collect();
        }
    }
    Ok(report)
}

/// The tokens of an article that stand inside quotations: runs, ascending, none overlapping.
pub(in crate::analysis) fn quoted(
    selection: &Selection,
    position: usize,
    quotations: &Quotations,
) -> Vec<Range<usize>> {
    let article = selection.on()[position];
    let from = quotations.all.partition_point(|it| it.article < article);
    let own = quotations.all[from..].iter().take_while(|it| it.article == article);
    let spans: Vec<Span> = own.filter(|it| Kind::QUOTED.contains(&it.kind)).map(|it| it.words).collect();
    let index = selection.index();
    let size = index.article_size(position);
    let first_from = |byte: u32| {
        let (mut low, mut high) = (0, size);
        while low < high {
            let middle = low + (high - low) / 2;
            if index.token_span(position, middle).start < byte { low = middle + 1 } else { high = middle }
        }
        low
    };
    let mut runs: Vec<Range<usize>> = Vec::new();
    for span in spans {
        let run = first_from(span.start)..first_from(span.end);
        match runs.last_mut() {
            // Nested quotations lie within others.
            Some(last) if run.start <= last.end => last.end = last.end.max(run.end),
            _ if run.is_empty() => {}
            _ => runs.push(run),
        }
    }
    runs
}

/// Whether a token stands in one of these runs.
pub(in crate::analysis) fn is_in(runs: &[Range<usize>], token: usize) -> bool {
    let at = runs.partition_point(|run| run.end <= token);
    runs.get(at).is_some_and(|run| run.contains(&token))
}
