//! A text on its way: what a format's reader has found, before what all texts have done to them.

use super::outcome::{Encoding, Format, Found, FurnitureReason};
use crate::corpus::FurnitureKind;

/// What a reader found.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The text as it is read.
    pub text: String,
    /// The headline the file states.
    pub title: Option<String>,
    /// Who published it, and where that was found.
    pub outlet: Option<(String, Found)>,
    /// When, in the file's own words, and where they were found.
    pub date: Option<(String, Found)>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The language the file states.
    pub language: Option<String>,
    /// Where it was written, as the file states.
    pub place: Option<String>,
    /// The kind the file puts it into: a section, a party.
    pub label: Option<String>,
    /// The file's own name for it.
    pub id: Option<String>,
    /// Passages the file marks as standing beside the text: in order, not overlapping.
    pub furniture: Vec<Passage>,
    /// How bytes became text, where there was a choice.
    pub encoding: Option<Encoding>,
    /// What it was read as, where that isn't what the file is.
    pub format: Option<Format>,
}

/// A passage that is no part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its first byte.
    pub from: usize,
    /// Past its last byte.
    pub to: usize,
    /// What it is.
    pub kind: FurnitureKind,
    /// Why.
    pub reason: FurnitureReason,
}

impl Draft {
    /// Only a text.
    pub fn of(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}
