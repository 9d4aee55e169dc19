//! One article: its text, untouched, and what is known about it.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// Where a piece of metadata comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The text says so.
    Stated,
    /// Drawn from words of the text, which are given beside it.
    Inferred,
    /// Written by whoever put the corpus together, not by the publisher.
    Ours,
    /// The text doesn't say.
    #[default]
    NotStated,
}

/// How a date relates to the day of publication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Published on that day (or in that month or year).
    #[default]
    On,
    /// Published after it.
    After,
    /// Published before it.
    Before,
}

/// When an article was published, as far as its text shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` where the text doesn't say.
    pub date: Option<String>,
    /// Published on, before or after that date.
    pub relation: Relation,
    /// Whether the date is stated, inferred or not stated.
    pub source: Source,
    /// The words of the text the date was drawn from; empty when there is no date.
    pub words: String,
}

/// What kind of page furniture a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FurnitureKind {
    /// Words under a picture.
    Caption,
    /// Place or date set before or above the text.
    Dateline,
    /// Views, comments, shares.
    Counts,
    /// Who supplied the text.
    SourceLine,
    /// A notice about the text, such as one on its translation.
    Disclaimer,
    /// A link to another story.
    Link,
    /// Anything else that is no part of the article.
    Other,
}

/// A passage that stands in the text but is no part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// What it is.
    pub kind: FurnitureKind,
    /// Where it stands.
    pub span: Span,
}

/// One article of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// A short name, unique in its corpus: lower-case letters, digits and hyphens. Used in addresses and CSV headings.
    pub id: String,
    /// The headline, or a descriptive title where the text has none.
    pub title: String,
    /// `Stated` when the title is the text's own headline, `Ours` when it is not.
    pub title_source: Source,
    /// Who published it; `None` where the text doesn't say.
    pub outlet: Option<String>,
    /// Who wrote it, as the text or the file has it; `None` where neither says.
    #[serde(default)]
    pub author: Option<String>,
    /// When.
    pub published: Published,
    /// Where it was written or reports from; `None` where the text doesn't say.
    pub place: Option<String>,
    /// What whoever put the corpus together calls its kind: a party, a section, a wave of a survey; `None` where
    /// nothing was said.
    #[serde(default)]
    pub label: Option<String>,
    /// BCP 47 tag of the text's language.
    pub language: String,
    /// Whether the text says that it is a translation.
    pub translated: bool,
    /// The passages that are no part of the article, in order, not overlapping.
    pub furniture: Vec<Furniture>,
    /// The text, byte for byte as given.
    pub text: String,
}

/// What is known of an article besides its id and its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// See [`Article::title`].
    pub title: String,
    /// See [`Article::title_source`].
    pub title_source: Source,
    /// See [`Article::outlet`].
    pub outlet: Option<String>,
    /// See [`Article::author`].
    #[serde(default)]
    pub author: Option<String>,
    /// See [`Article::published`].
    pub published: Published,
    /// See [`Article::place`].
    pub place: Option<String>,
    /// See [`Article::label`].
    #[serde(default)]
    pub label: Option<String>,
    /// See [`Article::language`].
    pub language: String,
    /// See [`Article::translated`].
    pub translated: bool,
    /// See [`Article::furniture`].
    pub furniture: Vec<Furniture>,
}

impl Article {
    /// Whether it may be read as English: its language is English, or isn't known.
    #[must_use]
    pub fn may_be_english(&self) -> bool {
        matches!(self.language.split(['-', '_']).next().unwrap_or_default(), "" | "en" | "eng" | "und" | "mul")
    }
}

impl About {
    /// The article with this id and text, of which this is known.
    #[must_use]
    pub fn of(self, id: String, text: String) -> Article {
        let Self { title, title_source, outlet, author, published, place, label, language, translated, furniture } =
            self;
        Article {
            id,
            title,
            title_source,
            outlet,
            author,
            published,
            place,
            label,
            language,
            translated,
            furniture,
            text,
        }
    }
}

impl Article {
    /// The article in its three parts: its id, what is known of it, its text.
    #[must_use]
    pub fn parts(self) -> (String, About, String) {
        let Self {
            id,
            title,
            title_source,
            outlet,
            author,
            published,
            place,
            label,
            language,
            translated,
            furniture,
            text,
        } = self;
        (
            id,
            About { title, title_source, outlet, author, published, place, label, language, translated, furniture },
            text,
        )
    }
}
