//! Who and what is mentioned where: people, organisations, places and dates, names × articles.
//!
//! | file | what it answers |
//! | --- | --- |
//! | `reading` | which words and sentences has a text? |
//! | [`gazetteer`] | which names are listed, and whose people is it? |
//! | `calendar` | which day is it? |
//! | `dates` | which days, months and years are named? |
//! | `roles` | which phrase stands for the holder of an office? |
//! | `telling` | which words tell what a name names? |
//! | `mentions` | what does one article name, and where? |
//! | `identity` | which of these names are one? |
//! | `initials` | which body do initials stand for? |
//! | [`edits`] | what did a person merge, split and rename? |
//! | [`names`] | the names of all articles, with every place of each |
//! | [`report`] | which of them, in which order, for the view |
//! | `finding` | what the view says first |
//! | [`methods`] | how all this is explained |
//!
//! No model, no parser: capitals, a list of places and organisations, a list of offices and first names.
//! Every grouping has a reason that a person can read, and what no rule ties together stays apart.
//! Pronouns and common nouns (`the alliance`) are not counted, nor are peoples and adjectives (`Russian`).

mod calendar;
mod dates;
pub mod edits;
mod finding;
pub mod gazetteer;
mod identity;
mod initials;
mod mentions;
pub mod methods;
pub mod names;
mod reading;
pub mod report;
mod roles;
mod telling;

use serde::{Deserialize, Serialize};

pub use names::{CoverageLists, Form, Name, Names, Place, find, of_texts};
pub use report::{
    Brief, CoverageColumn, CoverageQuery, CoverageReport, EditTold, FormRow, NameRow, NamesOfArticle, coverage, marked,
};

/// What kind of name it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    /// Of a person.
    #[default]
    Person,
    /// Of a body: an alliance, an authority, a company, a paper.
    Organisation,
    /// Of a country, a city, a sea.
    Place,
    /// A day, a month, a year.
    Date,
    /// A name of which no rule tells what it names: a treaty, a weapon, a programme.
    Other,
}

impl NameKind {
    /// Every kind and its name.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Person, "person"),
        (Self::Organisation, "organisation"),
        (Self::Place, "place"),
        (Self::Date, "date"),
        (Self::Other, "other"),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |it| it.1)
    }
}
