//! Which words report speech, and which say who speaks? Read from `static/lists/reporting.txt` and
//! `static/lists/speakers.txt`, whose README tells where they are from.

use serde::{Deserialize, Serialize};

use crate::sorting::sort_by;

/// What a reporting verb makes of what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VerbClass {
    /// Says that it was said: `said`, `told`.
    Neutral,
    /// Gives it weight: `stressed`, `insisted`.
    Assertive,
    /// Offers it as known or made plain: `explained`, `pointed out`.
    Explaining,
    /// Says what something is called: `described`, `called`.
    Describing,
    /// A danger: `warned`.
    Warning,
    /// `praised`, `thanked`.
    Praising,
    /// `criticised`, `accused`.
    Criticising,
    /// `denied`, `rejected`, `downplayed`.
    Denying,
    /// `promised`, `assured`.
    Promising,
    /// What others are to do: `urged`, `demanded`.
    Urging,
    /// `asked`.
    Asking,
    /// Against one's own interest, or with another: `admitted`, `confirmed`.
    Admitting,
    /// Leaves open whether it is so: `claimed`, `alleged`.
    Claiming,
    /// What is thought, not said: `believed`, `hoped`.
    Opinion,
    /// How it sounded: `shouted`, `joked`.
    Manner,
}

impl VerbClass {
    /// Every class and its name, in the order in which they are shown.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Neutral, "neutral"),
        (Self::Assertive, "assertive"),
        (Self::Explaining, "explaining"),
        (Self::Describing, "describing"),
        (Self::Warning, "warning"),
        (Self::Praising, "praising"),
        (Self::Criticising, "criticising"),
        (Self::Denying, "denying"),
        (Self::Promising, "promising"),
        (Self::Urging, "urging"),
        (Self::Asking, "asking"),
        (Self::Admitting, "admitting"),
        (Self::Claiming, "claiming"),
        (Self::Opinion, "opinion"),
        (Self::Manner, "manner"),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(class, _)| *class == self).map_or("", |it| it.1)
    }
}

/// A verb or noun of saying.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Reporting<'l> {
    pub lemma: &'l str,
    pub class: VerbClass,
    flags: &'l str,
}

impl Reporting<'_> {
    pub fn is_noun(&self) -> bool {
        self.flags.contains('n')
    }

    /// Whether it reports speech only beside quoted words: `continued`.
    pub fn says_little(&self) -> bool {
        self.class == VerbClass::Neutral && self.flags.is_empty()
    }

    /// Whether a that-clause may follow.
    pub fn takes_that(&self) -> bool {
        self.flags.contains('t')
    }

    /// Whether a clause without `that` follows as a rule.
    pub fn takes_bare(&self) -> bool {
        self.flags.contains('b')
    }

    /// Whether one follows where a pronoun or an auxiliary shows it.
    pub fn takes_plain(&self) -> bool {
        self.flags.contains('p')
    }

    /// Whether an indirect question may follow.
    pub fn takes_question(&self) -> bool {
        self.flags.contains('w')
    }
}

/// How a form is inflected, as far as its letters show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Form {
    Base,
    Third,
    Past,
    Ing,
}

/// The verbs and nouns of saying.
#[derive(Debug)]
pub(in crate::analysis) struct ReportingWords<'l> {
    entries: Vec<Reporting<'l>>,
    /// Forms by bytes, verbs before nouns, the longest of one first word first; with their entries.
    forms: Vec<(&'l str, usize)>,
}

impl<'l> ReportingWords<'l> {
    /// Reads `reporting.txt`: a line is a lemma, its class, its flags and its forms.
    pub fn read(list: &'l str) -> Self {
        let (mut entries, mut forms) = (Vec::new(), Vec::new());
        for line in list.lines() {
            let mut fields = line.split(':');
            let (Some(lemma), Some(class), Some(flags), Some(all)) =
                (fields.next(), fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let Some(class) = VerbClass::ALL.iter().find(|(_, name)| *name == class).map(|it| it.0) else { continue };
            forms.extend(all.split(',').map(|form| (form, entries.len())));
            entries.push(Reporting { lemma, class, flags });
        }
        sort_by(&mut forms, |a: &(&str, usize), b: &(&str, usize)| {
            first(a.0).cmp(first(b.0)).then_with(|| b.0.len().cmp(&a.0.len())).then(a.1.cmp(&b.1))
        });
        Self { entries, forms }
    }

    /// The entry with this number.
    pub fn entry(&self, number: usize) -> &Reporting<'l> {
        &self.entries[number]
    }

    /// The verb or noun that starts here: its entry, its words, its form. `word(n)` is the nth word from here, in
    /// lower case.
    pub fn at<'w>(&self, word: impl Fn(usize) -> Option<&'w str>, noun: bool) -> Option<(usize, usize, Form)> {
        let opening = word(0)?;
        let from = self.forms.partition_point(|form| first(form.0) < opening);
        for &(form, entry) in self.forms[from..].iter().take_while(|form| first(form.0) == opening) {
            let words = form.split(' ').count();
            if self.entries[entry].is_noun() == noun
                && form.split(' ').enumerate().all(|(at, part)| word(at) == Some(part))
            {
                let lemma = first(self.entries[entry].lemma);
                let kind = match opening {
                    _ if opening.ends_with("ing") => Form::Ing,
                    _ if opening == lemma => Form::Base,
                    _ if opening.ends_with('s') && !opening.ends_with("ss") => Form::Third,
                    _ => Form::Past,
                };
                return Some((entry, words, kind));
            }
        }
        None
    }
}

fn first(form: &str) -> &str {
    form.split(' ').next().unwrap_or("")
}

/// What is known of a word that may be part of what somebody is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::analysis) struct Sort(u16);

impl Sort {
    const ROLE: u16 = 1;
    const PERSON: u16 = 2;
    const BODY: u16 = 4;
    const PAPER: u16 = 8;
    const PLACE: u16 = 16;
    const PARTICLE: u16 = 32;
    const TIME: u16 = 64;
    const HE: u16 = 128;
    const SHE: u16 = 256;

    pub const fn is_role(self) -> bool {
        self.0 & Self::ROLE > 0
    }
    pub const fn is_person(self) -> bool {
        self.0 & (Self::ROLE | Self::PERSON) > 0
    }
    pub const fn is_body(self) -> bool {
        self.0 & Self::BODY > 0
    }
    pub const fn is_paper(self) -> bool {
        self.0 & Self::PAPER > 0
    }
    pub const fn is_place(self) -> bool {
        self.0 & Self::PLACE > 0
    }
    pub const fn is_particle(self) -> bool {
        self.0 & Self::PARTICLE > 0
    }
    pub const fn is_time(self) -> bool {
        self.0 & Self::TIME > 0
    }
    pub const fn is_he(self) -> bool {
        self.0 & Self::HE > 0
    }
    pub const fn is_she(self) -> bool {
        self.0 & Self::SHE > 0
    }
}

/// The words that say who speaks.
#[derive(Debug)]
pub(in crate::analysis) struct SpeakerWords<'l> {
    /// By bytes.
    words: Vec<(&'l str, Sort)>,
}

impl<'l> SpeakerWords<'l> {
    /// Reads `speakers.txt`: a line is a sort, a colon, and its words.
    pub fn read(list: &'l str) -> Self {
        let mut all: Vec<(&str, u16)> = Vec::new();
        for (sort, words) in list.lines().filter_map(|line| line.split_once(':')) {
            let bit = match sort {
                "role" => Sort::ROLE,
                "person" => Sort::PERSON,
                "body" => Sort::BODY,
                "paper" => Sort::PAPER,
                "place" => Sort::PLACE,
                "particle" => Sort::PARTICLE,
                "time" => Sort::TIME,
                "he" => Sort::HE,
                "she" => Sort::SHE,
                _ => continue,
            };
            all.extend(words.split(' ').map(|word| (word, bit)));
        }
        sort_by(&mut all, |a, b| a.0.cmp(b.0));
        let words =
            all.chunk_by(|a, b| a.0 == b.0).map(|same| (same[0].0, Sort(same.iter().fold(0, |all, it| all | it.1))));
        Self { words: words.collect() }
    }

    /// What is known of the word, given in lower case.
    pub fn sort(&self, word: &str) -> Sort {
        self.words.binary_search_by(|it| it.0.cmp(word)).map_or(Sort::default(), |at| self.words[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_both_lists_is_read() {
        let list = include_str!("../../../static/lists/reporting.txt");
        let words = ReportingWords::read(list);
        assert_eq!(words.entries.len(), list.lines().count());
        let find = |text: &'static str, noun| {
            let parts: Vec<&str> = text.split(' ').collect();
            words.at(|at| parts.get(at).copied(), noun).map(|it| (words.entry(it.0).lemma, it.1, it.2))
        };
        assert_eq!(find("makes it clear", false), Some(("make clear", 3, Form::Third)));
        assert_eq!(find("saying that", false), Some(("say", 1, Form::Ing)));
        assert_eq!(find("emphasized that", false), Some(("emphasise", 1, Form::Past)));
        assert_eq!(find("claim that", true), Some(("claim", 1, Form::Base)));
        assert_eq!(find("according to him", false).map(|it| it.1), Some(2));
        assert_eq!(find("walked", false), None);
        let list = include_str!("../../../static/lists/speakers.txt");
        let speakers = SpeakerWords::read(list);
        assert_eq!(list.lines().count(), 9);
        assert!(speakers.sort("spokeswoman").is_role() && speakers.sort("kremlin").is_body());
        assert!(speakers.sort("mark").is_he() && speakers.sort("ursula").is_she() && speakers.sort("monday").is_time());
        assert_eq!(speakers.sort("messaging"), Sort::default());
    }
}
