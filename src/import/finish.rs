//! What all texts have done to them: a title, a language, furniture, a fingerprint.

use super::dates;
use super::draft::Draft;
use super::furniture;
use super::language;
use super::likeness::Fingerprint;
use super::outcome::{Candidate, Format, Found};
use super::reason::Reason;
use super::title::without_outlet;
use crate::corpus::{Article, Furniture, Published, Relation, Source};
use crate::text::Span;

/// One text has at most so many bytes: those of a member of an archive.
pub const MOST: usize = 64 << 20;

/// A candidate from what a reader found.
///
/// # Errors
/// When the text has no letter or digit, or is too large.
pub fn candidate(place: &str, format: Format, draft: Draft) -> Result<Candidate, Reason> {
    if draft.text.len() > MOST {
        return Err(Reason::TooLarge((MOST >> 20) as u32));
    }
    if !draft.text.chars().any(char::is_alphanumeric) {
        return Err(Reason::NoText);
    }
    let passages = furniture::joined(draft.furniture, furniture::find(&draft.text));
    let spans = passages.iter().map(|p| Furniture { kind: p.kind, span: Span::new(p.from as u32, p.to as u32) });
    let (title, title_source) = match draft.title.as_deref().map(line).filter(|title| !title.is_empty()) {
        Some(title) => (title, Source::Stated),
        None => headline(&draft.text)
            .map_or_else(|| (from_name(place), Source::Ours), |headline| (headline, Source::Stated)),
    };
    let (outlet, outlet_by) = match draft.outlet.map(|(outlet, by)| (line(&outlet), by)) {
        Some((outlet, by)) if !outlet.is_empty() => (Some(outlet), by),
        _ => (None, Found::Nowhere),
    };
    let title =
        outlet.as_deref().and_then(|outlet| without_outlet(&title, outlet)).map_or(title.clone(), str::to_owned);
    let (published, dated_by) = match draft.date.map(|(words, by)| (dates::read(&words), line(&words), by)) {
        Some((Ok(date), mut words, by)) => {
            if by == Found::Made {
                // Who reads what it was drawn from shall not look for it in the text.
                words.insert_str(0, "file made ");
            }
            (Published { date: Some(date), relation: Relation::On, source: by.source(), words }, by)
        }
        Some((Err(_), words, by)) if !words.is_empty() => (Published { words, ..Published::default() }, by),
        _ => (Published::default(), Found::Nowhere),
    };
    let language = language::of(&draft.text, draft.language.as_deref());
    let article = Article {
        title,
        title_source,
        outlet,
        author: said(draft.author),
        place: said(draft.place),
        label: said(draft.label),
        id: said(draft.id).unwrap_or_default(),
        published,
        language: language.tag.clone(),
        furniture: spans.collect(),
        ..Article::default()
    };
    Ok(Candidate {
        place: place.to_owned(),
        format: draft.format.unwrap_or(format),
        reasons: passages.iter().map(|passage| passage.reason).collect(),
        dated_by,
        outlet_by,
        language,
        encoding: draft.encoding,
        unreadable: count(&draft.text, |c| c == char::REPLACEMENT_CHARACTER),
        invisible: count(&draft.text, is_invisible),
        fingerprint: Fingerprint::of(&draft.text),
        article: Article { text: draft.text, ..article },
    })
}

fn count(text: &str, is: impl Fn(char) -> bool) -> u32 {
    u32::try_from(text.chars().filter(|c| is(*c)).count()).unwrap_or(u32::MAX)
}

/// Marks of direction, zero-width characters, controls, tags.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// The longest a title, an outlet or a name may be, in bytes.
const LONGEST: usize = 300;

/// What was said, as one line; `None` where that is empty.
fn said(words: Option<String>) -> Option<String> {
    words.as_deref().map(line).filter(|words| !words.is_empty())
}

/// One line, blanks set right, without what isn't seen, not endless.
fn line(words: &str) -> String {
    let mut out = String::new();
    for word in words.split_whitespace() {
        if out.len() + word.len() > LONGEST {
            if out.is_empty() {
                out.push_str(&word[..word.floor_char_boundary(LONGEST)]);
            }
            out.push('\u{2026}');
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    // Scripts and emoji need what joins or parts their letters; alone it is nothing.
    out.retain(|c| !is_invisible(c) || matches!(c, '\u{200c}' | '\u{200d}'));
    if out.chars().all(|c| is_invisible(c) || c == ' ') {
        out.clear();
    }
    out
}

/// The first line, where it looks like a headline: short, without a full stop, with text to follow.
fn headline(text: &str) -> Option<String> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().filter(|first| first.len() <= 200 && first.chars().any(char::is_alphabetic))?;
    let words = first.split_whitespace().count();
    let ends = first.ends_with(['.', ',', ';', ':']);
    ((2..=25).contains(&words) && !ends && lines.next().is_some()).then(|| line(first))
}

/// A title from the file's name: `the-quay_is-open.txt` says "the quay is open".
fn from_name(place: &str) -> String {
    let (path, record) = place.rsplit_once('#').map_or((place, None), |(path, record)| (path, Some(record)));
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem });
    let words: String = stem.chars().map(|c| if matches!(c, '-' | '_') { ' ' } else { c }).collect();
    let title = line(&words);
    let title = if title.is_empty() { "Untitled".to_owned() } else { title };
    match record {
        Some(record) => [&title, " ", record].concat(),
        None => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_from_headline_or_name() {
        let title = |place: &str, text: &str| {
            let found = candidate(place, Format::Text, Draft::of(text.into())).unwrap().article;
            (found.title, found.title_source)
        };
        assert_eq!(title("a.txt", "Quay opens\n\nIt did."), ("Quay opens".into(), Source::Stated));
        assert_eq!(title("d/the-quay_2.txt", "It did."), ("the quay 2".into(), Source::Ours));
        assert_eq!(title("t.csv#12", "It did."), ("t 12".into(), Source::Ours));
        assert_eq!(title(".txt", "It did."), (".txt".into(), Source::Ours));
    }

    #[test]
    fn a_title_loses_the_outlet_that_the_file_names() {
        let titled = |outlet: Option<&str>| {
            let outlet = outlet.map(|outlet| (outlet.to_owned(), Found::Metadata));
            let draft = Draft { title: Some("Quay opens | Daily Echo".into()), outlet, ..Draft::of("It did.".into()) };
            candidate("a.html", Format::Html, draft).unwrap().article.title
        };
        assert_eq!(titled(Some("Daily Echo")), "Quay opens");
        assert_eq!(titled(Some("Echo")), "Quay opens | Daily Echo");
        assert_eq!(titled(None), "Quay opens | Daily Echo");
    }

    #[test]
    fn a_text_without_a_word_is_none() {
        let draft = Draft::of(" \u{200b}\n--- \u{fffd}".into());
        assert_eq!(candidate("a.txt", Format::Text, draft).unwrap_err(), Reason::NoText);
    }

    #[test]
    fn titles_lose_what_is_not_seen_and_texts_keep_it() {
        let draft = Draft { title: Some("A \u{202e}b\u{200b}\n c".into()), ..Draft::of("x \u{202e}y".into()) };
        let found = candidate("a.txt", Format::Text, draft).unwrap();
        assert_eq!(found.article.title, "A b c");
        assert_eq!((found.article.text.as_str(), found.invisible), ("x \u{202e}y", 1));
    }

    #[test]
    fn a_line_keeps_what_its_script_needs() {
        assert_eq!(line(" \u{feff}Title\u{202e} of\u{200b} one "), "Title of one");
        assert_eq!(line("می\u{200c}خواهم"), "می\u{200c}خواهم");
        assert_eq!(line("\u{200d} \u{200c}"), "");
    }
}
