//! Markdown to text as it is read.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::draft::Draft;
use super::markup::Blocks;
use super::outcome::Found;
use super::reason::Reason;
use super::{html, metadata, plain};

/// Block quotes and lists within each other, at most.
const DEEPEST: u32 = 256;

/// Reads Markdown. A first heading of the first level is the title.
///
/// # Errors
/// When it nests too deep.
pub fn read(text: &str) -> Result<Draft, Reason> {
    let mut draft = Draft::default();
    let mut source = text;
    if let Some((inside, end)) = plain::front_matter(text) {
        for (key, value) in plain::fields(&text[inside.0..inside.1]) {
            metadata::set(&mut draft, key, value, Found::Metadata);
        }
        source = &text[end..];
    }
    let mut blocks = Blocks::default();
    let mut heading: Option<(usize, bool)> = None;
    let mut depth = 0u32;
    let mut pictures = 0u32;
    for event in
        Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES)
    {
        match event {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Reason::TooDeep(DEEPEST));
                }
                match tag {
                    Tag::Heading { level, .. } => {
                        blocks.paragraph();
                        heading = Some((blocks.text().len(), level as u8 == 1));
                    }
                    Tag::Item | Tag::TableRow | Tag::TableHead => blocks.line(),
                    Tag::TableCell => blocks.cell(),
                    Tag::Image { .. } => pictures += 1,
                    Tag::Paragraph
                    | Tag::BlockQuote(_)
                    | Tag::CodeBlock(_)
                    | Tag::List(_)
                    | Tag::Table(_)
                    | Tag::FootnoteDefinition(_) => {
                        if depth < 3 || !matches!(tag, Tag::Paragraph) {
                            blocks.paragraph();
                        } else {
                            blocks.line();
                        }
                    }
                    _ => {}
                }
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                match tag {
                    TagEnd::Heading(_) => {
                        if let Some((from, first)) = heading.take()
                            && first
                            && draft.title.is_none()
                        {
                            draft.title = Some(blocks.text()[from.min(blocks.text().len())..].trim().to_owned());
                        }
                        blocks.paragraph();
                    }
                    TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Table | TagEnd::List(_) | TagEnd::BlockQuote(_) => {
                        blocks.paragraph()
                    }
                    TagEnd::Image => pictures = pictures.saturating_sub(1),
                    _ => {}
                }
            }
            // The words that stand for a picture aren't read with the text.
            _ if pictures > 0 => {}
            Event::Text(words) => blocks.words(&words, true),
            Event::Code(words) => blocks.words(&words, true),
            Event::SoftBreak => blocks.words(" ", false),
            Event::HardBreak => blocks.line(),
            Event::Html(markup) | Event::InlineHtml(markup) => {
                let inside = html::words_of(&markup);
                blocks.words(&inside, false);
            }
            _ => {}
        }
    }
    let (text, furniture) = blocks.finish();
    draft.text = text;
    draft.furniture = furniture;
    Ok(draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_without_its_signs() {
        let draft = read("---\nauthor: A. Person\n---\n# Quay *opens*\n\nThe [quay](http://x.test/) is\nopen.\n\n- one\n- two\n\n![alt](p.png)\n\n> So **she** said.\n").unwrap();
        assert_eq!(draft.text, "Quay opens\n\nThe quay is open.\n\none\ntwo\n\nSo she said.");
        assert_eq!(draft.title.as_deref(), Some("Quay opens"));
        assert_eq!(draft.author.as_deref(), Some("A. Person"));
    }

    #[test]
    fn endless_quotes_are_told() {
        assert_eq!(read(&[">".repeat(400).as_str(), " x"].concat()).unwrap_err(), Reason::TooDeep(DEEPEST));
    }
}
