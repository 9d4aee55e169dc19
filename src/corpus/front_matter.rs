//! Front matter: reads one file of `corpus/` into an [`Article`] and refuses what doesn't hold.
//!
//! A file is a TOML block between two lines of `+++`, then the text. The text begins right after
//! the second `+++` line and is taken byte for byte, trailing blank lines and all. What each field
//! means is told in `corpus/README.md`.
//!
//! `build.rs` includes this file and calls it when the crate is built, so that the page carries
//! finished articles and no TOML reader; in the library it is compiled for its tests only.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::article::{Article, Furniture, FurnitureKind, Published, Relation, Source};
use super::calendar::is_date;
use super::ids::RESERVED_IDS;
use crate::text::Span;

/// What a field says where the text itself says nothing.
const NOT_STATED: &str = "not stated";

/// What is wrong with a file of the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name, as given.
    pub file: String,
    /// The line of the file that it is about, from 1.
    pub line: usize,
    /// What is wrong and, where it isn't plain, what to write instead.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.reason)
    }
}

impl std::error::Error for Problem {}

/// The fields, as TOML has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    id: Spanned<String>,
    title: Spanned<String>,
    title_source: Spanned<String>,
    outlet: Spanned<String>,
    author: Option<Spanned<String>>,
    place: Spanned<String>,
    label: Option<Spanned<String>>,
    language: Spanned<String>,
    translated: bool,
    published: Spanned<PublishedFields>,
    #[serde(default)]
    furniture: Vec<FurnitureFields>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PublishedFields {
    source: Spanned<String>,
    date: Option<Spanned<String>>,
    relation: Option<Spanned<String>>,
    words: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FurnitureFields {
    kind: Spanned<String>,
    passage: Spanned<String>,
    times: Option<Spanned<u32>>,
}

/// A reason and the bytes of the front matter it is about.
type Wrong = (Range<usize>, String);

/// Reads one file: `name` is used in problems only, `bytes` is its whole content.
///
/// # Errors
///
/// The first [`Problem`] found: no UTF-8, no `+++` lines, TOML that cannot be read, a field that is
/// unknown, missing or of no known value, a date that is none, a passage that the text doesn't have
/// or has more often than said, passages that overlap, an empty text.
pub fn parse(name: &str, bytes: &[u8]) -> Result<Article, Problem> {
    let problem = |line: usize, reason: String| Problem { file: name.to_owned(), line, reason };
    let content = std::str::from_utf8(bytes).map_err(|e| {
        let line = 1 + bytes[..e.valid_up_to()].iter().filter(|&&b| b == b'\n').count();
        problem(line, "is not UTF-8 from here on; save the file as UTF-8".to_owned())
    })?;
    let (matter, text) = split(content).map_err(|(line, reason)| problem(line, reason))?;
    let front = &content[matter.clone()];
    let at = |offset: usize| {
        let offset = offset.min(front.len());
        let before = &content.as_bytes()[..matter.start + offset];
        1 + before.iter().filter(|&&b| b == b'\n').count()
    };
    let fields: Fields = toml::from_str(front).map_err(|e| {
        // A field that is missing from the whole block has no place: name the opening line then.
        let nowhere = e.message().starts_with("missing field") && e.span() == Some(0..0);
        let line = e.span().filter(|_| !nowhere).map_or(1, |s| at(s.start));
        problem(line, toml_reason(e.message()))
    })?;
    article(fields, text).map_err(|(span, reason)| problem(at(span.start), reason))
}

/// Refuses a corpus in which two articles have one id. `articles` are file names with what they hold.
///
/// # Errors
///
/// A [`Problem`] in the later of the two files.
pub fn check_ids(articles: &[(String, Article)]) -> Result<(), Problem> {
    for (i, (file, article)) in articles.iter().enumerate() {
        if let Some((other, _)) = articles[..i].iter().find(|(_, a)| a.id == article.id) {
            let reason = format!("`id` is \"{}\", which {other} has already; give each article its own", article.id);
            return Err(Problem { file: file.clone(), line: 1, reason });
        }
    }
    Ok(())
}

/// Where the front matter stands, and the text after it; or a line and what is wrong with it.
fn split(content: &str) -> Result<(Range<usize>, &str), (usize, String)> {
    let start = if content.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = content[start..].split_inclusive('\n');
    let is_fence = |line: &str| line.trim_end_matches(['\r', '\n']) == "+++";
    let first = lines.next().unwrap_or("");
    if !is_fence(first) {
        return Err((1, "has no front matter: the first line must be `+++`".to_owned()));
    }
    let from = start + first.len();
    let mut to = from;
    for line in lines {
        if is_fence(line) {
            return Ok((from..to, &content[to + line.len()..]));
        }
        to += line.len();
    }
    Err((
        1,
        "opens its front matter with `+++` but never closes it: a line `+++` must stand before the text".to_owned(),
    ))
}

/// The fields and the text as an article.
fn article(fields: Fields, text: &str) -> Result<Article, Wrong> {
    if text.trim().is_empty() {
        return Err((usize::MAX..usize::MAX, "has no text after the front matter".to_owned()));
    }
    if u32::try_from(text.len()).is_err() {
        return Err((usize::MAX..usize::MAX, "has a text over 4 GiB, which is more than can be indexed".to_owned()));
    }
    check_id(&fields.id)?;
    check_language(&fields.language)?;
    let title_source = match fields.title_source.as_ref().as_str() {
        "stated" => Source::Stated,
        "ours" => Source::Ours,
        _ => return Err(unknown_value("title_source", &fields.title_source, &["stated", "ours"])),
    };
    if fields.title.as_ref().trim().is_empty() {
        return Err((
            fields.title.span(),
            "`title` is empty; an article without a headline gets a title of ours".into(),
        ));
    }
    if title_source == Source::Stated {
        check_words("title", &fields.title, text)?;
    }
    Ok(Article {
        published: published(fields.published, text)?,
        furniture: furniture(&fields.furniture, text)?,
        outlet: stated("outlet", fields.outlet)?,
        author: fields.author.map(|author| stated("author", author)).transpose()?.flatten(),
        place: stated("place", fields.place)?,
        label: fields.label.map(|label| stated("label", label)).transpose()?.flatten(),
        id: fields.id.into_inner(),
        title: fields.title.into_inner(),
        title_source,
        language: fields.language.into_inner(),
        translated: fields.translated,
        text: text.to_owned(),
    })
}

fn check_id(id: &Spanned<String>) -> Result<(), Wrong> {
    let value = id.as_ref().as_str();
    let plain = value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if value.is_empty() || !plain {
        let reason = format!("`id` is \"{value}\"; use lower-case letters a-z, digits and hyphens only");
        return Err((id.span(), reason));
    }
    if RESERVED_IDS.contains(&value) {
        return Err((
            id.span(),
            format!("`id` is \"{value}\", which is the name of a column of the tables; use another"),
        ));
    }
    Ok(())
}

/// BCP 47 as far as it goes without a registry: a primary subtag of 2-3 letters, then subtags of 1-8 letters or digits.
fn check_language(language: &Spanned<String>) -> Result<(), Wrong> {
    let mut subtags = language.as_ref().split('-');
    let primary = subtags.next().unwrap_or("");
    let good = (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && subtags.all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()));
    if good {
        return Ok(());
    }
    let reason = format!("`language` is \"{}\"; use a BCP 47 tag such as \"en\" or \"en-GB\"", language.as_ref());
    Err((language.span(), reason))
}

/// The value of a field that may say that the text doesn't say.
fn stated(field: &str, value: Spanned<String>) -> Result<Option<String>, Wrong> {
    if value.as_ref().trim().is_empty() {
        return Err((value.span(), format!("`{field}` is empty; where the text doesn't say, write \"{NOT_STATED}\"")));
    }
    Ok((value.as_ref() != NOT_STATED).then(|| value.into_inner()))
}

fn published(fields: Spanned<PublishedFields>, text: &str) -> Result<Published, Wrong> {
    let whole = fields.span();
    let fields = fields.into_inner();
    let source = match fields.source.as_ref().as_str() {
        "stated" => Source::Stated,
        "inferred" => Source::Inferred,
        "ours" => Source::Ours,
        NOT_STATED => Source::NotStated,
        _ => return Err(unknown_value("source", &fields.source, &["stated", "inferred", "ours", NOT_STATED])),
    };
    let relation = match fields.relation.as_ref().map(|r| r.as_ref().as_str()) {
        None | Some("on") => Relation::On,
        Some("after") => Relation::After,
        Some("before") => Relation::Before,
        Some(_) => {
            let relation = fields.relation.as_ref().expect("matched as Some just above");
            return Err(unknown_value("relation", relation, &["on", "after", "before"]));
        }
    };
    if source == Source::NotStated {
        let spoken_for = fields.date.map(|d| d.span()).or(fields.words.map(|w| w.span()));
        return match spoken_for.or(fields.relation.map(|r| r.span())) {
            None => Ok(Published { date: None, relation: Relation::On, source, words: String::new() }),
            Some(span) => Err((span, format!("a date that is \"{NOT_STATED}\" has no `date`, `relation` or `words`"))),
        };
    }
    let Some(date) = fields.date else {
        let reason = format!("`date` is missing; where the text gives none, write source = \"{NOT_STATED}\"");
        return Err((whole, reason));
    };
    if !is_date(date.as_ref()) {
        let reason = format!("`date` is \"{}\"; write \"YYYY\", \"YYYY-MM\" or \"YYYY-MM-DD\"", date.as_ref());
        return Err((date.span(), reason));
    }
    match (&fields.words, source) {
        (Some(words), _) => check_words("words", words, text)?,
        (None, Source::Ours) => {}
        (None, _) => {
            return Err((whole, "`words` is missing: the words of the text that the date was drawn from".into()));
        }
    }
    let words = fields.words.map(Spanned::into_inner).unwrap_or_default();
    Ok(Published { date: Some(date.into_inner()), relation, source, words })
}

/// The passages of page furniture, in the order of the text.
fn furniture(entries: &[FurnitureFields], text: &str) -> Result<Vec<Furniture>, Wrong> {
    let mut found: Vec<(Furniture, Range<usize>)> = Vec::new();
    for entry in entries {
        let kind = furniture_kind(&entry.kind)?;
        let passage = entry.passage.as_ref().as_str();
        check_words("passage", &entry.passage, text)?;
        let places: Vec<(usize, &str)> = text.match_indices(passage).collect();
        let times = entry.times.as_ref().map_or(1, |t| *t.as_ref() as usize);
        if places.len() != times {
            let span = entry.times.as_ref().map_or(entry.passage.span(), Spanned::span);
            let reason = format!(
                "the text has the passage {} times, not {times}; write times = {} to mark every one, or give more of its words",
                places.len(),
                places.len()
            );
            return Err((span, reason));
        }
        for (start, words) in places {
            let span = Span::new(offset(start), offset(start + words.len()));
            found.push((Furniture { kind, span }, entry.passage.span()));
        }
    }
    found.sort_by_key(|(f, _)| f.span);
    if let Some(pair) = found.windows(2).find(|pair| pair[0].0.span.overlaps(pair[1].0.span)) {
        return Err((pair[1].1.clone(), "the passage overlaps another one that is marked".to_owned()));
    }
    Ok(found.into_iter().map(|(f, _)| f).collect())
}

/// A byte offset in a text whose length is known to fit.
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn furniture_kind(kind: &Spanned<String>) -> Result<FurnitureKind, Wrong> {
    Ok(match kind.as_ref().as_str() {
        "caption" => FurnitureKind::Caption,
        "dateline" => FurnitureKind::Dateline,
        "counts" => FurnitureKind::Counts,
        "source-line" => FurnitureKind::SourceLine,
        "disclaimer" => FurnitureKind::Disclaimer,
        "link" => FurnitureKind::Link,
        "other" => FurnitureKind::Other,
        _ => {
            let known = ["caption", "dateline", "counts", "source-line", "disclaimer", "link", "other"];
            return Err(unknown_value("kind", kind, &known));
        }
    })
}

/// Words that are said to be the text's must be in it.
fn check_words(field: &str, words: &Spanned<String>, text: &str) -> Result<(), Wrong> {
    let value = words.as_ref().as_str();
    if value.trim().is_empty() {
        return Err((words.span(), format!("`{field}` is empty")));
    }
    if text.contains(value) {
        return Ok(());
    }
    let reason = format!("`{field}` is not in the text word for word: \"{}\"", value.escape_debug());
    Err((words.span(), reason))
}

fn unknown_value(field: &str, value: &Spanned<String>, known: &[&str]) -> Wrong {
    let reason = format!("`{field}` is \"{}\"; it must be one of: {}", value.as_ref(), known.join(", "));
    (value.span(), reason)
}

/// What the TOML reader says, in one line, as the build shows one line a problem.
fn toml_reason(message: &str) -> String {
    if message == "invalid type: map, expected a string" {
        // What it says of a bare date.
        return "expected text; put it in quotes, a date too: \"2024-02-29\"".to_owned();
    }
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
