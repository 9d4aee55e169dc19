//! OpenDocument texts.

use super::archive::{Archive, Budget, named};
use super::decode;
use super::draft::Draft;
use super::markup::Blocks;
use super::reason::Reason;
use super::xml::{Piece, visit};

/// Reads the text, its notes after it; what was deleted under tracked changes and comments are left out.
///
/// # Errors
/// When a part can't be read.
pub fn read(archive: &mut Archive<'_>, budget: &mut Budget) -> Result<Draft, Reason> {
    let mut part = |name: &str| {
        named(archive, name, budget)?.map(|bytes| Ok(decode::decode(&bytes, None, None)?.text)).transpose()
    };
    let content =
        part("content.xml")?.ok_or_else(|| Reason::Damaged("the document\u{2019}s text is missing".into()))?;
    let mut draft = Draft::default();
    let (mut blocks, mut notes) = (Blocks::default(), Blocks::default());
    let (mut beside, mut in_note, mut body) = (0u32, 0u32, false);
    // The paragraph that may be the title, as far as it is read.
    let mut heading: Option<String> = None;
    visit(&content, &mut |piece| match piece {
        Piece::Open(name, attributes) => {
            match name {
                "body" => body = true,
                "tracked-changes" | "annotation" | "note-citation" | "ruby-text" => beside += 1,
                "note" => in_note += 1,
                _ => {}
            }
            if beside > 0 || !body {
                return;
            }
            let blocks = if in_note > 0 { &mut notes } else { &mut blocks };
            match name {
                "p" | "h" => {
                    blocks.paragraph();
                    let is = attributes.get("style-name").is_some_and(|style| style == "Title")
                        || name == "h" && attributes.get("outline-level").is_none_or(|level| level == "1");
                    if is && draft.title.is_none() && in_note == 0 {
                        heading = Some(String::new());
                    }
                }
                "s" => {
                    let times = attributes.get("c").and_then(|c| c.parse::<usize>().ok()).unwrap_or(1).min(100);
                    blocks.words(&" ".repeat(times), true);
                }
                "tab" => blocks.words("\t", true),
                "line-break" => blocks.line(),
                _ => {}
            }
        }
        Piece::Words(words) if beside == 0 && body => {
            if let Some(heading) = heading.as_mut().filter(|_| in_note == 0) {
                heading.push_str(words);
            }
            let blocks = if in_note > 0 { &mut notes } else { &mut blocks };
            blocks.words(words, false);
        }
        Piece::Words(_) => {}
        Piece::Close(name) => match name {
            "tracked-changes" | "annotation" | "note-citation" | "ruby-text" => beside = beside.saturating_sub(1),
            "note" => in_note = in_note.saturating_sub(1),
            "p" | "h" if beside == 0 && body => {
                if in_note == 0
                    && let Some(words) = heading.take()
                {
                    draft.title = Some(words).filter(|words| !words.trim().is_empty());
                }
                if in_note > 0 { notes.paragraph() } else { blocks.paragraph() }
            }
            _ => {}
        },
    })?;
    if let Some(meta) = part("meta.xml")? {
        let mut field = String::new();
        visit(&meta, &mut |piece| match piece {
            Piece::Open(..) => field.clear(),
            Piece::Words(words) => field.push_str(words),
            Piece::Close(name) => {
                let value = Some(std::mem::take(&mut field)).filter(|value| !value.trim().is_empty());
                match name {
                    "title" if draft.title.is_none() => draft.title = value,
                    "creator" if draft.author.is_none() => draft.author = value,
                    // Who began it counts before who saved it last.
                    "initial-creator" if value.is_some() => draft.author = value,
                    "language" => draft.language = value,
                    _ => {}
                }
            }
        })?;
    }
    let (mut text, furniture) = blocks.finish();
    let (after, _) = notes.finish();
    if !after.is_empty() {
        text.push_str("\n\n");
        text.push_str(&after);
    }
    Ok(Draft { text, furniture, ..draft })
}
