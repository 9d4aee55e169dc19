//! What was read so far, and what is chosen of it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use super::drop::Dropped;
use crate::app::corpus::described::Aspect;
use crate::import::bundle::Opened;
use crate::import::dates::{self, Unread};
use crate::import::likeness::{Fingerprint, Twin, twins};
use crate::import::message::Progress;
use crate::import::outcome::{Candidate, Choices, Item, Outcome, Skipped, Table};
use crate::import::{repeated, title};
use crate::protocol::{About, Article};

/// A text that was there before.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Its title.
    pub title: String,
    /// What tells whether it is the same.
    pub fingerprint: Fingerprint,
}

/// A text that can be added.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The text.
    pub candidate: Rc<Candidate>,
    /// Whether it is to be added, where a person said so.
    pub chosen: Option<bool>,
    /// Passages of furniture that were put back, by number.
    pub back: BTreeSet<usize>,
    /// What a person said of it in place of what was read.
    pub said: BTreeMap<Aspect, String>,
}

/// A file that came.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its path.
    pub place: String,
    /// The file itself.
    pub file: File,
    /// What was chosen for it and its members.
    pub choices: Vec<Choices>,
    /// Its texts, once it is read.
    pub rows: Vec<Row>,
    /// What of it is skipped.
    pub skipped: Vec<Skipped>,
    /// The tables in it.
    pub tables: Vec<Table>,
    /// How many texts it was found to hold; `None` until it is read.
    pub found: Option<u32>,
    /// Or the corpus that was saved as this file.
    pub corpus: Option<Rc<Opened>>,
}

/// All that came.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The files, as they came.
    pub files: Vec<Incoming>,
    /// The texts that are there already.
    pub known: Vec<Known>,
    /// How far the file at hand is.
    pub progress: Option<Progress>,
    /// How many runs read files: the one that was begun when they came, and those for what was chosen since.
    pub running: u32,
    /// For each text, those that are there already before them, the one it is like.
    pub twins: Vec<Option<Twin>>,
}

/// What happens to it.
pub enum Event {
    /// Files come.
    Come(Vec<Dropped>),
    /// So far it is.
    Progress(Progress),
    /// This came of the file with this path.
    Read(String, Outcome),
    /// These were there already.
    Known(Vec<Known>),
    /// All are read.
    End,
    /// A text is to be added, or not.
    Choose(usize, usize, bool),
    /// A passage is furniture no more, or again.
    PutBack(usize, usize, usize),
    /// A person says this of a text.
    Say(usize, usize, Aspect, String),
    /// The day comes first, or the month, in all dates where nothing tells which.
    DayFirst(bool),
    /// Something else was chosen for a file, which is read anew.
    Anew(usize, Choices),
}

impl Reducible for Import {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        match event {
            Event::Come(files) => {
                next.running += 1;
                for (place, file) in files {
                    // The same file once more is read once more.
                    next.files.retain(|known| known.place != place);
                    next.files.push(Incoming {
                        place,
                        file,
                        choices: Vec::new(),
                        rows: Vec::new(),
                        skipped: Vec::new(),
                        tables: Vec::new(),
                        found: None,
                        corpus: None,
                    });
                }
            }
            Event::Progress(progress) => next.progress = Some(progress),
            Event::Read(place, outcome) => {
                next.progress = None;
                if let Some(file) = next.files.iter_mut().find(|file| file.place == place) {
                    file.take(outcome);
                }
            }
            Event::Known(known) => {
                next.known = known;
                next.compare();
            }
            Event::End => {
                next.running = next.running.saturating_sub(1);
                next.progress = None;
                let all = next.files.iter_mut().flat_map(|file| &mut file.rows);
                repeated::mark(all.map(|row| &mut row.candidate));
                next.compare();
            }
            Event::Choose(file, row, chosen) => {
                if let Some(row) = next.files.get_mut(file).and_then(|file| file.rows.get_mut(row)) {
                    row.chosen = Some(chosen);
                }
            }
            Event::PutBack(file, row, passage) => {
                if let Some(row) = next.files.get_mut(file).and_then(|file| file.rows.get_mut(row))
                    && !row.back.remove(&passage)
                {
                    row.back.insert(passage);
                }
            }
            Event::Say(file, row, aspect, value) => {
                if let Some(row) = next.files.get_mut(file).and_then(|file| file.rows.get_mut(row)) {
                    row.said.insert(aspect, value);
                }
            }
            Event::DayFirst(first) => {
                for row in next.files.iter_mut().flat_map(|file| &mut file.rows) {
                    if row.unread_date() == Some(Unread::DayOrMonth)
                        && let Ok(date) = dates::read_in_order(&row.candidate.article.published.words, first)
                    {
                        row.said.insert(Aspect::Date, date);
                    }
                }
            }
            Event::Anew(file, choices) => {
                next.running += 1;
                if let Some(file) = next.files.get_mut(file) {
                    file.choices.retain(|known| known.place != choices.place);
                    file.choices.push(choices);
                }
            }
        }
        Rc::new(next)
    }
}

impl Row {
    /// What stands in the field of an aspect: what was said, else what was read.
    #[must_use]
    pub fn value(&self, aspect: Aspect) -> String {
        let read = &self.candidate.article;
        self.said.get(&aspect).cloned().unwrap_or_else(|| match aspect {
            Aspect::Title => self.title().to_owned(),
            Aspect::Outlet => read.outlet.clone().unwrap_or_default(),
            Aspect::Author => read.author.clone().unwrap_or_default(),
            Aspect::Date => read.published.date.clone().unwrap_or_default(),
            Aspect::Place => read.place.clone().unwrap_or_default(),
            Aspect::Label => read.label.clone().unwrap_or_default(),
            Aspect::Language => read.language.clone(),
        })
    }

    /// The title as it was read; without the outlet behind it, where a person says that this is the outlet.
    fn title(&self) -> &str {
        let read = &self.candidate.article.title;
        let outlet = self.said.get(&Aspect::Outlet);
        outlet.and_then(|outlet| title::without_outlet(read, outlet)).unwrap_or(read)
    }

    /// Why the words that the file has for a date are none; `None` where they are, or there are none.
    #[must_use]
    pub fn unread_date(&self) -> Option<Unread> {
        let published = &self.candidate.article.published;
        if published.date.is_some() || published.words.is_empty() {
            return None;
        }
        dates::read(&published.words).err()
    }

    /// What is wrong with what was said; of several, the first.
    #[must_use]
    pub fn wrong(&self) -> Option<&'static str> {
        self.said.iter().find_map(|(aspect, value)| aspect.read(value).err())
    }

    /// The article with what was said of it.
    fn described(&self, article: Article) -> Article {
        if self.said.is_empty() {
            return article;
        }
        let (id, mut about, text): (String, About, String) = article.parts();
        about.title = self.title().to_owned();
        for (aspect, value) in &self.said {
            if let Ok(change) = aspect.read(value) {
                change(&mut about);
            }
        }
        about.of(id, text)
    }
}

impl Incoming {
    fn take(&mut self, outcome: Outcome) {
        self.found = Some(outcome.found);
        self.tables = outcome.tables;
        self.corpus = outcome.corpus.map(|opened| Rc::new(*opened));
        // Read anew, a text is still what a person said it is.
        let mut said: BTreeMap<String, BTreeMap<Aspect, String>> =
            self.rows.drain(..).map(|row| (row.candidate.place.clone(), row.said)).collect();
        self.skipped.clear();
        for item in outcome.items {
            match item {
                Item::Candidate(candidate) => {
                    let said = said.remove(&candidate.place).unwrap_or_default();
                    self.rows.push(Row { candidate: Rc::new(*candidate), chosen: None, back: BTreeSet::new(), said });
                }
                Item::Skipped(skipped) => self.skipped.push(skipped),
            }
        }
    }

    /// What was chosen for a place in it.
    pub fn choices_for(&self, place: &str) -> Choices {
        let known = self.choices.iter().find(|choices| choices.place == place);
        known.cloned().unwrap_or_else(|| Choices { place: place.to_owned(), ..Choices::default() })
    }
}

/// How many texts came, and what becomes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Texts that were found in the files.
    pub dropped: u32,
    /// Of them, those that are to be added.
    pub added: u32,
    /// Those that can't be.
    pub skipped: u32,
    /// Those that are left out because the same text is there.
    pub same: u32,
    /// Those that a person left out.
    pub left_out: u32,
}

impl Import {
    fn compare(&mut self) {
        let known = self.known.iter().map(|known| &known.fingerprint);
        let rows = self.files.iter().flat_map(|file| &file.rows).map(|row| &row.candidate.fingerprint);
        let all: Vec<&Fingerprint> = known.chain(rows).collect();
        let mut found = twins(&all);
        self.twins = found.split_off(self.known.len());
    }

    /// All texts: the numbers of file and row, the row, its twin.
    pub fn rows(&self) -> impl Iterator<Item = (usize, usize, &Row, Option<Twin>)> {
        let rows = self
            .files
            .iter()
            .enumerate()
            .flat_map(|(file, incoming)| incoming.rows.iter().enumerate().map(move |(at, row)| (file, at, row)));
        rows.enumerate().map(|(number, (file, at, row))| (file, at, row, self.twins.get(number).copied().flatten()))
    }

    /// The corpora among the files, with their paths.
    pub fn corpora(&self) -> impl Iterator<Item = (&str, &Rc<Opened>)> {
        self.files.iter().filter_map(|file| Some((file.place.as_str(), file.corpus.as_ref()?)))
    }

    /// Whether there is nothing to be added to a corpus: no file, or only ones that are corpora.
    pub fn only_corpora(&self) -> bool {
        self.files.iter().all(|file| file.corpus.is_some())
    }

    /// What a twin's other text is called.
    pub fn twin_title(&self, twin: Twin) -> (String, bool) {
        let at = twin.of as usize;
        match self.known.get(at) {
            Some(known) => (known.title.clone(), true),
            None => {
                let row = self.rows().nth(at - self.known.len());
                (row.map(|(_, _, row, _)| row.candidate.article.title.clone()).unwrap_or_default(), false)
            }
        }
    }

    /// Of the texts to be added: how many have no date because the words for it can’t be read and nobody said
    /// it; and how many, of all, have words in which nothing tells the day from the month.
    pub fn unread_dates(&self) -> (u32, u32) {
        let (mut unread, mut either) = (0, 0);
        for (_, _, row, twin) in self.rows() {
            if is_in(row, twin)
                && let Some(why) = row.unread_date()
            {
                unread += u32::from(!row.said.contains_key(&Aspect::Date));
                either += u32::from(why == Unread::DayOrMonth);
            }
        }
        (unread, either)
    }

    /// Whether something that was said of a text to be added can't be taken.
    pub fn is_wrong(&self) -> bool {
        self.rows().any(|(_, _, row, twin)| is_in(row, twin) && row.wrong().is_some())
    }

    /// What becomes of what: `dropped` is the sum of the others.
    pub fn sum(&self) -> Sum {
        let mut sum = Sum { dropped: self.files.iter().map(|file| file.found.unwrap_or(0)).sum(), ..Sum::default() };
        sum.skipped = self.files.iter().flat_map(|file| &file.skipped).map(|skipped| skipped.count).sum();
        for (_, _, row, twin) in self.rows() {
            let slot = match row.chosen {
                _ if is_in(row, twin) => &mut sum.added,
                None => &mut sum.same,
                Some(_) => &mut sum.left_out,
            };
            *slot += 1;
        }
        sum
    }

    /// The articles that are to be added, without the furniture that was put back.
    pub fn articles(&self) -> Vec<Article> {
        self.rows()
            .filter(|(_, _, row, twin)| is_in(row, *twin))
            .map(|(_, _, row, _)| {
                let mut article = row.candidate.article.clone();
                let mut number = 0;
                article.furniture.retain(|_| {
                    number += 1;
                    !row.back.contains(&(number - 1))
                });
                row.described(article)
            })
            .collect()
    }
}

/// Whether a text is to be added: as it was chosen, else unless the same text is there already.
pub fn is_in(row: &Row, twin: Option<Twin>) -> bool {
    row.chosen.unwrap_or_else(|| twin.is_none_or(|twin| !twin.exact))
}
