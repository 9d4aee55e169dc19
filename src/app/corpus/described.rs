//! What a person says of a text: each value read as the corpus has it, or refused with what to write.

use super::add::dated;
use crate::protocol::{About, Published, Source};

/// A change to what is known of a text.
pub type Change = Box<dyn Fn(&mut About)>;

/// What can be said of a text by writing it down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Its headline, or what it is called.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Author,
    /// When it was published.
    Date,
    /// Where it was written or reports from.
    Place,
    /// A label to group it by.
    Label,
    /// Its language.
    Language,
}

impl Aspect {
    /// Its name, and what is shown while its field is empty.
    #[must_use]
    pub const fn named(self) -> (&'static str, &'static str) {
        match self {
            Self::Title => ("Title", ""),
            Self::Outlet => ("Outlet", "not stated"),
            Self::Author => ("Author", "not stated"),
            Self::Date => ("Date", "2025-11-05, 2025-11 or 2025"),
            Self::Place => ("Place", "not stated"),
            Self::Label => ("Label", "a word of your own to group by"),
            Self::Language => ("Language", ""),
        }
    }

    /// The value in force, empty where there is none.
    #[must_use]
    pub fn of(self, about: &About) -> String {
        match self {
            Self::Title => about.title.clone(),
            Self::Outlet => about.outlet.clone().unwrap_or_default(),
            Self::Author => about.author.clone().unwrap_or_default(),
            Self::Date => about.published.date.clone().unwrap_or_default(),
            Self::Place => about.place.clone().unwrap_or_default(),
            Self::Label => about.label.clone().unwrap_or_default(),
            Self::Language => about.language.clone(),
        }
    }

    /// What a value changes.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn read(self, value: &str) -> Result<Change, &'static str> {
        let stated = stated(value);
        Ok(match self {
            Self::Title => {
                let title = stated.ok_or("A text needs a title.")?;
                Box::new(move |about| {
                    about.title.clone_from(&title);
                    about.title_source = Source::Ours;
                })
            }
            Self::Outlet => Box::new(move |about| about.outlet.clone_from(&stated)),
            Self::Author => Box::new(move |about| about.author.clone_from(&stated)),
            Self::Date => {
                let published = dated(value)?;
                Box::new(move |about| {
                    let relation = about.published.relation;
                    about.published = Published { relation, ..published.clone() };
                })
            }
            Self::Place => Box::new(move |about| about.place.clone_from(&stated)),
            Self::Label => Box::new(move |about| about.label.clone_from(&stated)),
            Self::Language => {
                let tag = stated
                    .filter(|tag| is_language(tag))
                    .ok_or("This is no language tag. Write it as en, de or pt-BR.")?;
                Box::new(move |about| about.language.clone_from(&tag))
            }
        })
    }
}

/// What was written, without blanks around; `None` where nothing was.
#[must_use]
pub fn stated(value: &str) -> Option<String> {
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Whether this can be a BCP 47 tag: letters, digits and hyphens, two letters at least at its beginning.
fn is_language(tag: &str) -> bool {
    let first = tag.split('-').next().unwrap_or("");
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && tag
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags() {
        for tag in ["en", "pt-BR", "zh-Hant-TW", "gsw"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["", "e", "english", "en-", "12", "en_GB"] {
            assert!(!is_language(tag), "{tag}");
        }
    }

    #[test]
    fn what_is_said_is_what_is_known() {
        let mut about = About { title: "Old".into(), outlet: Some("Paper".into()), ..About::default() };
        for (aspect, value, now) in [
            (Aspect::Title, " New ", "New"),
            (Aspect::Outlet, " ", ""),
            (Aspect::Author, "A. Person; B. Other", "A. Person; B. Other"),
            (Aspect::Date, "2024-02-29", "2024-02-29"),
            (Aspect::Place, "Quayport", "Quayport"),
            (Aspect::Language, "pt-BR", "pt-BR"),
        ] {
            aspect.read(value).unwrap()(&mut about);
            assert_eq!(aspect.of(&about), now, "{aspect:?}");
        }
        assert_eq!((about.title_source, about.published.source), (Source::Ours, Source::Ours));
        for (aspect, value) in [(Aspect::Title, " "), (Aspect::Date, "2023-02-29"), (Aspect::Language, "English")] {
            assert!(aspect.read(value).is_err(), "{aspect:?}");
        }
    }
}
