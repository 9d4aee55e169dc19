//! Word's documents (Office Open XML).

use super::archive::{Archive, Budget, named};
use super::decode;
use super::draft::Draft;
use super::markup::Blocks;
use super::reason::Reason;
use super::xml::{Piece, visit};
use crate::corpus::FurnitureKind;

/// Reads the text with its notes; what was deleted under tracked changes is left out, what was inserted is in.
///
/// # Errors
/// When a part can't be read.
pub fn read(archive: &mut Archive<'_>, budget: &mut Budget) -> Result<Draft, Reason> {
    let mut part = |name: &str| {
        named(archive, name, budget)?.map(|bytes| Ok(decode::decode(&bytes, None, None)?.text)).transpose()
    };
    let document =
        part("word/document.xml")?.ok_or_else(|| Reason::Damaged("the document\u{2019}s text is missing".into()))?;
    let mut draft = Draft::default();
    let mut blocks = Blocks::default();
    let mut title = Title::default();
    words(&document, &mut blocks, &mut title)?;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = part(name)? {
            blocks.paragraph();
            words(&notes, &mut blocks, &mut Title::default())?;
        }
    }
    if let Some(core) = part("docProps/core.xml")? {
        let mut field = String::new();
        let mut told: Option<String> = None;
        visit(&core, &mut |piece| match piece {
            Piece::Open(..) => field.clear(),
            Piece::Words(words) => field.push_str(words),
            Piece::Close(name) => {
                let value = std::mem::take(&mut field);
                match name {
                    "title" => told = Some(value),
                    "creator" => draft.author = Some(value).filter(|value| !value.trim().is_empty()),
                    "language" => draft.language = Some(value).filter(|value| !value.trim().is_empty()),
                    _ => {}
                }
            }
        })?;
        // Word fills it in of itself.
        title.stated = told.filter(|told| !told.trim().is_empty() && !told.starts_with("Microsoft Word"));
    }
    let (text, furniture) = blocks.finish();
    Ok(Draft { text, furniture, title: title.found.or(title.heading).or(title.stated), ..draft })
}

#[derive(Default)]
struct Title {
    /// The first paragraph of the style Title.
    found: Option<String>,
    /// Of the first heading's.
    heading: Option<String>,
    /// In the document's properties.
    stated: Option<String>,
}

fn words(xml: &str, blocks: &mut Blocks, title: &mut Title) -> Result<(), Reason> {
    // Elements whose words are not the text's: how deep within one.
    let mut beside = 0u32;
    let mut in_words = false;
    let mut style = String::new();
    let mut paragraph = String::new();
    visit(xml, &mut |piece| match piece {
        Piece::Open(name, attributes) => match name {
            // The second of two ways to say the same; what was moved away.
            "Fallback" | "moveFrom" | "del" => beside += 1,
            _ if beside > 0 => {}
            "p" => {
                style.clear();
                paragraph.clear();
            }
            "pStyle" => {
                style = attributes.get("val").unwrap_or_default();
                if style.eq_ignore_ascii_case("caption") {
                    blocks.mark(FurnitureKind::Caption);
                }
            }
            "t" => in_words = true,
            "tab" if !paragraph.is_empty() => blocks.words("\t", true),
            "br" | "cr" => blocks.line(),
            "noBreakHyphen" => blocks.words("\u{2011}", true),
            "tc" => blocks.paragraph(),
            _ => {}
        },
        Piece::Words(words) if in_words && beside == 0 => {
            paragraph.push_str(words);
            blocks.words(words, true);
        }
        Piece::Words(_) => {}
        Piece::Close(name) => match name {
            "Fallback" | "moveFrom" | "del" => beside = beside.saturating_sub(1),
            _ if beside > 0 => {}
            "t" => in_words = false,
            "p" => {
                if style.eq_ignore_ascii_case("caption") {
                    blocks.unmark();
                }
                let low = style.to_ascii_lowercase();
                let slot = match low.as_str() {
                    "title" | "titel" | "titre" | "ttulo" => Some(&mut title.found),
                    _ if low.starts_with("heading1") || low == "berschrift1" || low == "titre1" => {
                        Some(&mut title.heading)
                    }
                    _ => None,
                };
                if let Some(slot @ None) = slot
                    && !paragraph.trim().is_empty()
                {
                    *slot = Some(paragraph.clone());
                }
                style.clear();
                blocks.paragraph();
            }
            _ => {}
        },
    })
}
