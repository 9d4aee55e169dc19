//! Names under which files keep what is known of a text.

use super::draft::Draft;
use super::outcome::Found;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The text itself.
    Text,
    /// The headline.
    Title,
    /// Who published it.
    Outlet,
    /// When.
    Date,
    /// Who wrote it.
    Author,
    /// In which language.
    Language,
    /// Where it was written.
    Place,
    /// The kind it is put into.
    Label,
    /// Its name in the file.
    Id,
}

const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Text,
        &[
            "text",
            "body",
            "content",
            "article",
            "fulltext",
            "articletext",
            "articlebody",
            "maintext",
            "bodytext",
            "story",
            "document",
            "transcript",
            "description",
            "abstract",
            "contents",
            "plaintext",
            "html",
            "contenthtml",
        ],
    ),
    (
        Field::Title,
        &["title", "headline", "heading", "header", "name", "hl1", "articletitle", "subject", "titel", "titre"],
    ),
    (
        Field::Outlet,
        &[
            "outlet",
            "source",
            "publication",
            "publisher",
            "newspaper",
            "media",
            "medium",
            "site",
            "sitename",
            "website",
            "outletname",
            "sourcename",
            "journal",
            "paper",
            "domain",
            "publishername",
            "quelle",
        ],
    ),
    (
        Field::Date,
        &[
            "date",
            "published",
            "publishdate",
            "publisheddate",
            "publicationdate",
            "pubdate",
            "publishedat",
            "datepublished",
            "publishedon",
            "datetime",
            "time",
            "created",
            "createdat",
            "timestamp",
            "year",
            "day",
            "articledate",
            "datum",
        ],
    ),
    (Field::Author, &["author", "authors", "byline", "writer", "creator", "journalist", "by", "autor", "auteur"]),
    (Field::Language, &["language", "lang", "locale", "inlanguage", "sprache"]),
    (Field::Place, &["place", "placename", "dateline", "location", "city", "country", "ort", "lieu"]),
    (
        Field::Label,
        &[
            "label",
            "section",
            "articlesection",
            "category",
            "party",
            "group",
            "genre",
            "topic",
            "theme",
            "rubric",
            "ressort",
        ],
    ),
    (Field::Id, &["id", "docid", "documentid", "articleid", "textid", "uuid", "guid", "key"]),
];

/// What a name stands for, and how usual it is for that: the lower, the more.
pub fn field(name: &str) -> Option<(Field, usize)> {
    // Of `article.body` and `dc:title` the last part.
    let name = name.rsplit(['.', ':', '/']).next().unwrap_or(name);
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    NAMES.iter().find_map(|(field, names)| Some((*field, names.iter().position(|known| *known == plain)?)))
}

/// Takes a field that is known by its name; the first of its kind stays.
pub fn set(draft: &mut Draft, name: &str, value: &str, found: Found) {
    let value = value.trim();
    if value.is_empty() || value == "not stated" {
        return;
    }
    match field(name).map(|(field, _)| field) {
        Some(Field::Title) if draft.title.is_none() => draft.title = Some(value.to_owned()),
        Some(Field::Outlet) if draft.outlet.is_none() => draft.outlet = Some((value.to_owned(), found)),
        Some(Field::Date) if draft.date.is_none() => draft.date = Some((value.to_owned(), found)),
        Some(Field::Author) if draft.author.is_none() => draft.author = Some(value.to_owned()),
        Some(Field::Language) if draft.language.is_none() => draft.language = Some(value.to_owned()),
        Some(Field::Place) if draft.place.is_none() => draft.place = Some(value.to_owned()),
        Some(Field::Label) if draft.label.is_none() => draft.label = Some(value.to_owned()),
        _ => {}
    }
}
