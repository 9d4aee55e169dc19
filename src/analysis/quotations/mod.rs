//! Who is quoted, how, and in which words? Every quotation of the articles, with its speaker.
//!
//! | file | what it answers |
//! | --- | --- |
//! | `marks` | where does quoted text start and end? |
//! | `frame` | which words and sentences are the writer's? |
//! | [`lexicon`] | which words report speech, and which say who speaks? |
//! | `subjects` | which noun phrase is a verb's subject? |
//! | `people` | which names are one person's, and whom does a pronoun stand for? |
//! | `cues` | which verb and subject do quoted words belong to? |
//! | `reported` | what is reported without marks? |
//! | `extract` | all of it for one text |
//! | [`corpus`] | the same for all articles: one speaker under all spellings |
//! | [`report`] | which of them, in which order; how many of each speaker and verb |
//! | `finding` | what the view says first |
//! | [`methods`] | how all this is explained |
//!
//! A quotation is *direct* (a sentence of the speaker's own), *partial* (words built into the writer's
//! sentence), *scare* (words set apart that nobody is said to have spoken: scare quotes, titles), *block*
//! (speech after a colon, without marks) or *reported* (a clause in the writer's words after a reporting
//! verb). A report that holds quoted words is counted, and so are they. How often the rules are right is
//! measured on quotations marked by hand: `tests/gold/quotations/`.

pub mod corpus;
mod cues;
pub(super) mod extract;
pub(in crate::analysis) mod finding;
pub(super) mod frame;
pub mod lexicon;
mod marks;
pub mod methods;
mod people;
pub mod report;
mod reported;
mod subjects;

use serde::{Deserialize, Serialize};

pub use corpus::{Quotation, Quotations, Speaker, find, of_text};
pub use lexicon::VerbClass;
pub use report::{QuotesColumn, QuotesQuery, QuotesReport, SpeakerRow, VerbRow, quotes};

/// What kind of quotation it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A sentence or clause of the speaker's own, between marks.
    #[default]
    Direct,
    /// Words between marks that are part of the writer's sentence.
    Partial,
    /// Words set apart by marks that nobody near is said to have spoken: scare quotes, titles, terms.
    Scare,
    /// Speech after a colon, without marks.
    Block,
    /// A clause in the writer's words: `said that …`.
    Reported,
}

impl Kind {
    /// Every kind and its name in addresses.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Direct, "direct"),
        (Self::Partial, "partial"),
        (Self::Scare, "scare"),
        (Self::Block, "block"),
        (Self::Reported, "reported"),
    ];

    /// Those whose words are given as the speaker's own: all but those set apart and those reported.
    pub const QUOTED: [Self; 3] = [Self::Direct, Self::Partial, Self::Block];

    /// Its name in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |it| it.1)
    }

    /// What it is called, on the page and in files.
    #[must_use]
    pub const fn called(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Partial => "partial",
            Self::Scare => "set apart",
            Self::Block => "after a colon",
            Self::Reported => "reported",
        }
    }
}

/// Where the reporting verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CuePosition {
    /// Before the words.
    Before,
    /// Between two parts of one sentence of them.
    Inside,
    /// After them.
    After,
}

impl CuePosition {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Inside => "inside",
            Self::After => "after",
        }
    }
}

/// By what words are given to a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// A verb with its subject, or a dash.
    Verb,
    /// A noun with its possessor.
    Noun,
    /// A colon.
    Colon,
    /// They go on from words that have a cue.
    GoesOn,
    /// They stand within speech that has one.
    Within,
}
