//! The quotations of all articles that are on, with one speaker for all spellings of a name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::cues;
use super::extract::{Extracted, Words, extract, person, reason};
use super::lexicon::{ReportingWords, SpeakerWords, VerbClass};
use super::people::{Person, fullest};
use super::{CuePosition, Kind};
use crate::analysis::selection::Selection;
use crate::corpus::Furniture;
use crate::sorting::sort_by;
use crate::text::Span;

/// The word lists that quotations are found with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuotationLists<'l> {
    /// `reporting.txt`; without it nothing is reported, and no words are given to anybody.
    pub reporting: Option<&'l str>,
    /// `speakers.txt`; without it few speakers are known as such.
    pub speakers: Option<&'l str>,
}

/// Somebody, or some body, that is quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The fullest name, or the phrase that stands for one.
    pub name: String,
    /// Every other spelling or form of the name in the articles, most frequent first.
    pub spellings: Vec<String>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// Number of the article.
    pub article: u32,
    /// What kind it is.
    pub kind: Kind,
    /// Where it stands, with its marks.
    pub span: Span,
    /// Its words, without marks.
    pub words: Span,
    /// Whether it stands within another quotation's marks.
    pub nested: bool,
    /// Whether its closing mark is missing.
    pub unclosed: bool,
    /// The place of its speaker in the list of speakers; `None`: not attributed.
    pub speaker: Option<u32>,
    /// Where the speaker is named, and where the verb stands.
    pub named: Option<Span>,
    /// Where the reporting verb or noun stands.
    pub cue: Option<Span>,
    /// The verb's base form: `say`.
    pub verb: Option<String>,
    /// The verb's class.
    pub class: Option<VerbClass>,
    /// Where the verb stands.
    pub position: Option<CuePosition>,
    /// Why it is given to its speaker, or to none, in a sentence.
    pub reason: String,
}

/// The quotations of all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// By article and place.
    pub all: Vec<Quotation>,
    /// Those quoted most first, then by name.
    pub speakers: Vec<Speaker>,
    /// A sentence for each list that could not be loaded.
    pub missing: Vec<String>,
}

impl Quotations {
    /// The same without words set apart that nobody is said to have spoken: scare quotes, titles, terms.
    #[must_use]
    pub fn spoken(&self) -> Self {
        let all = self.all.iter().filter(|quotation| quotation.kind != Kind::Scare).cloned().collect();
        Self { all, speakers: self.speakers.clone(), missing: self.missing.clone() }
    }
}

/// Finds the quotations of the articles that are on; furniture is passed over where it isn't counted.
pub fn find(
    selection: &Selection,
    lists: QuotationLists,
    missing: Vec<String>,
    progress: &mut dyn FnMut(u32, u32),
) -> Quotations {
    let words = read(lists);
    let mut merging = Merging::default();
    let of = selection.on().len() as u32;
    for (done, &article) in (0..).zip(selection.on()) {
        progress(done, of);
        let it = &selection.articles()[article as usize];
        let furniture: &[Furniture] = if selection.settings().furniture { &[] } else { &it.furniture };
        merging.add(article, &it.text, extract(&it.text, furniture, &words), &words);
    }
    merging.done(missing)
}

/// The quotations of one text, as article 0.
#[must_use]
pub fn of_text(text: &str, lists: QuotationLists) -> Quotations {
    let words = read(lists);
    let mut merging = Merging::default();
    merging.add(0, text, extract(text, &[], &words), &words);
    merging.done(Vec::new())
}

fn read(lists: QuotationLists<'_>) -> Words<'_> {
    Words {
        reporting: ReportingWords::read(lists.reporting.unwrap_or("")),
        speakers: SpeakerWords::read(lists.speakers.unwrap_or("")),
    }
}

/// A speaker over the articles.
struct Merged {
    names: Vec<(String, u32)>,
    first: Option<String>,
    count: u32,
}

#[derive(Default)]
struct Merging {
    all: Vec<Quotation>,
    speakers: Vec<Merged>,
    /// By the skeleton of the last name.
    by_last: BTreeMap<String, Vec<u32>>,
    /// By the phrase, in lower case and without its article.
    by_phrase: BTreeMap<String, u32>,
}

impl Merging {
    fn add(&mut self, article: u32, text: &str, extracted: Extracted, words: &Words) {
        let persons = &extracted.people.persons;
        let mut known: Vec<Option<u32>> = vec![None; persons.len()];
        for found in &extracted.found {
            let speaker = person(found).map(|speaker| match speaker {
                cues::Speaker::Person(person) => *known[*person].get_or_insert_with(|| self.person(&persons[*person])),
                cues::Speaker::Written(phrase) => self.phrase(phrase),
            });
            if let Some(speaker) = speaker {
                self.speakers[speaker as usize].count += u32::from(found.kind != Kind::Scare);
            }
            let name = speaker.map(|speaker| fullest(&self.speakers[speaker as usize].names).to_owned());
            let verb = found.cue.as_ref().and_then(|cue| cue.verb);
            let entry = verb.map(|(entry, _)| words.reporting.entry(entry));
            self.all.push(Quotation {
                article,
                kind: found.kind,
                span: found.span,
                words: found.words,
                nested: found.nested,
                unclosed: found.unclosed,
                speaker,
                named: found.cue.as_ref().and_then(|cue| cue.named).map(|it| it.0),
                cue: verb.map(|it| it.1),
                verb: entry.map(|entry| entry.lemma.to_owned()),
                class: entry.map(|entry| entry.class),
                position: found.cue.as_ref().map(|cue| cue.position),
                reason: reason(text, found, name.as_deref(), words),
            });
        }
    }

    fn person(&mut self, person: &Person) -> u32 {
        let same = |number: &&u32| match (&person.first, &self.speakers[**number as usize].first) {
            (Some(a), Some(b)) => a == b || a.chars().count() == 1 && b.starts_with(a.as_str()),
            _ => true,
        };
        let known = self.by_last.get(&person.last).and_then(|numbers| numbers.iter().find(same)).copied();
        let number = known.unwrap_or_else(|| {
            let number = self.speakers.len() as u32;
            self.speakers.push(Merged { names: Vec::new(), first: None, count: 0 });
            self.by_last.entry(person.last.clone()).or_default().push(number);
            number
        });
        let merged = &mut self.speakers[number as usize];
        if merged.first.is_none() {
            merged.first.clone_from(&person.first);
        }
        for (name, count) in &person.names {
            match merged.names.iter_mut().find(|known| known.0 == *name) {
                Some(known) => known.1 += count,
                None => merged.names.push((name.clone(), *count)),
            }
        }
        number
    }

    fn phrase(&mut self, phrase: &str) -> u32 {
        let key = phrase.to_lowercase();
        let key = key.strip_prefix("the ").unwrap_or(&key).to_owned();
        if let Some(&number) = self.by_phrase.get(&key) {
            return number;
        }
        let number = self.speakers.len() as u32;
        self.speakers.push(Merged { names: vec![(phrase.to_owned(), 1)], first: None, count: 0 });
        self.by_phrase.insert(key, number);
        number
    }

    fn done(mut self, missing: Vec<String>) -> Quotations {
        let names: Vec<&str> = self.speakers.iter().map(|speaker| fullest(&speaker.names)).collect();
        let mut order: Vec<u32> = (0..self.speakers.len() as u32).collect();
        sort_by(&mut order, |&a, &b| {
            let (one, two) = (a as usize, b as usize);
            self.speakers[two]
                .count
                .cmp(&self.speakers[one].count)
                .then_with(|| names[one].cmp(names[two]))
                .then(a.cmp(&b))
        });
        let mut place = vec![0; order.len()];
        for (at, &number) in (0..).zip(&order) {
            place[number as usize] = at;
        }
        let speakers = order.iter().map(|&number| {
            let mut spellings = self.speakers[number as usize].names.clone();
            sort_by(&mut spellings, |a: &(String, u32), b: &(String, u32)| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            let name = names[number as usize].to_owned();
            let spellings = spellings.into_iter().map(|it| it.0).filter(|it| *it != name).collect();
            Speaker { name, spellings }
        });
        let speakers = speakers.collect();
        for quotation in &mut self.all {
            quotation.speaker = quotation.speaker.map(|number| place[number as usize]);
        }
        Quotations { all: self.all, speakers, missing }
    }
}
