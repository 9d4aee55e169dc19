//! Books: EPUB 2 and 3.

use std::io::Cursor;

use rbook::Epub;

use super::archive::{self, Budget, inflate};
use super::draft::{Draft, Passage};
use super::finish::MOST;
use super::html;
use super::outcome::Found;
use super::reason::Reason;

/// Reads a book, its chapters in reading order, as one text.
///
/// # Errors
/// When it is damaged, locked, or above a limit.
pub fn read(bytes: &[u8], budget: &mut Budget) -> Result<Draft, Reason> {
    // The book's own reader knows no limits: every member is held to them first.
    let mut packed = archive::open(bytes)?;
    if packed.index_for_name("META-INF/rights.xml").is_some() {
        return Err(Reason::Encrypted);
    }
    for (at, _, _) in archive::members(&mut packed) {
        inflate(&mut packed, at, budget)?;
    }
    let book = Epub::options()
        .strict(false)
        .read(Cursor::new(bytes.to_vec()))
        .map_err(|broken| Reason::Damaged(broken.to_string()))?;
    let about = book.metadata();
    let mut draft = Draft {
        title: about.title().map(|title| title.value().to_owned()),
        author: about.creators().next().map(|author| author.value().to_owned()),
        outlet: about.publishers().next().map(|publisher| (publisher.value().to_owned(), Found::Metadata)),
        date: about.published_entry().map(|date| (date.value().to_owned(), Found::Metadata)),
        language: about.language().map(|language| language.value().to_owned()),
        ..Draft::default()
    };
    let mut broken = None;
    for chapter in book.reader() {
        let chapter = match chapter {
            Ok(chapter) => html::fragment(chapter.content()),
            Err(reason) => {
                broken = Some(reason.to_string());
                continue;
            }
        };
        if chapter.text.is_empty() {
            continue;
        }
        if !draft.text.is_empty() {
            draft.text.push_str("\n\n");
        }
        let before = draft.text.len();
        draft.furniture.extend(chapter.furniture.into_iter().map(|p| Passage {
            from: p.from + before,
            to: p.to + before,
            ..p
        }));
        draft.text.push_str(&chapter.text);
        if draft.text.len() > MOST {
            return Err(Reason::TooLarge((MOST >> 20) as u32));
        }
    }
    match broken {
        Some(reason) if draft.text.is_empty() => Err(Reason::Damaged(reason)),
        _ => Ok(draft),
    }
}
