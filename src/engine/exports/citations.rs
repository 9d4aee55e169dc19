//! What is known of a text as a reference. Nothing is made up: what isn't known has no field, and what is known
//! only about, or not from the publisher, is said in a note.

use crate::analysis::{QueryError, Selection};
use crate::corpus::{Article, Relation, Source};

/// A text as a reference.
pub(super) struct Citation<'a> {
    /// The text's id: unique in its corpus, and the same as long as the text is there.
    pub key: &'a str,
    /// The title, white space as single blanks.
    pub title: String,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// Who wrote it, each name as it is known: where several are given they stand between semicolons.
    pub authors: Vec<String>,
    /// When, where that very year, month or day is known.
    pub date: Option<Date>,
    /// BCP 47 tag of its language; may be empty.
    pub language: &'a str,
    /// What else must be said, in sentences; may be empty.
    pub note: String,
}

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// The year.
    pub year: u32,
    /// 1 to 12.
    pub month: Option<u32>,
    /// 1 to 31; only with a month.
    pub day: Option<u32>,
}

impl Date {
    /// From `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` where it is none.
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| match parts.next() {
            None => Some(None),
            Some(part) if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) => {
                part.parse().ok().map(Some)
            }
            Some(_) => None,
        };
        let (year, month, day) = (number(4)??, number(2)?, number(2)?);
        let fits = month.is_none_or(|month: u32| (1..=12).contains(&month))
            && day.is_none_or(|day: u32| (1..=31).contains(&day));
        (fits && parts.next().is_none()).then_some(Self { year, month, day })
    }

    /// The parts that are known, the year first.
    pub(super) fn parts(self) -> impl Iterator<Item = u32> {
        [Some(self.year), self.month, self.day].into_iter().flatten()
    }

    /// As it was read.
    pub(super) fn text(self) -> String {
        let mut text = format!("{:04}", self.year);
        for part in self.parts().skip(1) {
            text.push_str(&format!("-{part:02}"));
        }
        text
    }
}

/// The texts that are on, in corpus order.
///
/// # Errors
/// When none is on.
pub(super) fn all(selection: &Selection) -> Result<Vec<Citation<'_>>, QueryError> {
    if selection.on().is_empty() {
        return Err(QueryError::NoArticleOn);
    }
    Ok(selection.on().iter().map(|&article| Citation::of(&selection.articles()[article as usize])).collect())
}

impl<'a> Citation<'a> {
    fn of(article: &'a Article) -> Self {
        let published = &article.published;
        let read = published.date.as_deref().and_then(Date::read);
        let mut notes = Vec::new();
        if matches!(article.title_source, Source::Ours | Source::Inferred) {
            notes.push("The title is not the publisher’s.".to_owned());
        }
        if article.translated {
            notes.push("A translation.".to_owned());
        }
        if let Some(date) = read {
            // A bound is not a date.
            match published.relation {
                Relation::After => notes.push(["Published after ", &date.text(), "."].concat()),
                Relation::Before => notes.push(["Published before ", &date.text(), "."].concat()),
                Relation::On => {}
            }
            match published.source {
                Source::Inferred => notes.push("The date was inferred from the text.".to_owned()),
                Source::Ours => notes.push("The date is not the publisher’s.".to_owned()),
                Source::Stated | Source::NotStated => {}
            }
        }
        Self {
            key: &article.id,
            title: one_line(&article.title),
            outlet: article.outlet.as_deref().map(str::trim).filter(|outlet| !outlet.is_empty()),
            authors: article
                .author
                .iter()
                .flat_map(|names| names.split(';'))
                .map(one_line)
                .filter(|name| !name.is_empty())
                .collect(),
            date: read.filter(|_| published.relation == Relation::On),
            language: &article.language,
            note: notes.join(" "),
        }
    }
}

/// A text on one line: white space as single blanks, no control characters.
pub(super) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_with_missing_parts_are_read_and_others_are_none() {
        for text in ["2025", "2025-06", "2025-06-24", "0987"] {
            assert_eq!(Date::read(text).map(Date::text).as_deref(), Some(text));
        }
        for text in
            ["", "25", "2025-13", "2025-00", "2025-6", "2025-06-32", "2025-06-24-1", "2025-", "+025", "２０２５"]
        {
            assert_eq!(Date::read(text), None, "{text}");
        }
    }
}
