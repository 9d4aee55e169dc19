//! XML: what all readers of it share; TEI, feeds, and XML of any kind.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::draft::Draft;
use super::markup::Blocks;
use super::outcome::{Format, Found};
use super::reason::Reason;
use super::{html, metadata};
use crate::corpus::FurnitureKind;

/// Elements within each other, at most.
pub const DEEPEST: u32 = 256;

/// What a document is made of.
pub enum Piece<'a> {
    /// An element begins: its name without prefix, and its attributes.
    Open(&'a str, Attributes<'a>),
    /// It ends.
    Close(&'a str),
    /// Words, references replaced.
    Words(&'a str),
}

/// An element's attributes.
#[derive(Clone, Copy)]
pub struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of the attribute with this name, whatever its prefix.
    pub fn get(self, name: &str) -> Option<String> {
        self.0.attributes().with_checks(false).flatten().take(64).find_map(|attribute| {
            let key: &str = attribute.key.as_ref();
            let value: &str = attribute.value.as_ref();
            (local(key) == name).then(|| html::unescaped(value).into_owned())
        })
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Goes through a document from its beginning. References of its own are never expanded.
///
/// # Errors
/// When it isn't well-formed, is cut short, or nests too deep.
pub fn visit(text: &str, on: &mut dyn FnMut(Piece<'_>)) -> Result<(), Reason> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0u32;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Reason::TooDeep(DEEPEST));
                }
                let name = start.name();
                let name: &str = name.as_ref();
                on(Piece::Open(local(name), Attributes(&start)));
            }
            Ok(Event::End(end)) => {
                depth = depth.saturating_sub(1);
                let name = end.name();
                let name: &str = name.as_ref();
                on(Piece::Close(local(name)));
            }
            Ok(Event::Text(words)) => on(Piece::Words(&words)),
            Ok(Event::CData(words)) => on(Piece::Words(&words)),
            Ok(Event::GeneralRef(name)) => {
                let name: &str = &name;
                match html::character(name) {
                    Some(character) => on(Piece::Words(character.encode_utf8(&mut [0; 4]))),
                    None => on(Piece::Words(&["&", name, ";"].concat())),
                }
            }
            Ok(Event::Eof) if depth > 0 => return Err(Reason::Damaged("it ends within an element".into())),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(broken) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(usize::MAX).min(text.len());
                let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
                let said = broken.to_string();
                let said = said.trim_end_matches('.');
                return Err(Reason::Damaged(["line ", &crate::digits::grouped(line), ": ", said].concat()));
            }
        }
    }
}

/// Reads a document: a text each of a TEI corpus, a story each of a feed, else one.
///
/// # Errors
/// As [`visit`].
pub fn read(text: &str) -> Result<Vec<Draft>, Reason> {
    let mut root = String::new();
    // Only the root is asked for: what comes after may be wrong.
    let mut reader = Reader::from_str(text);
    while root.is_empty() {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                let name = start.name();
                let name: &str = name.as_ref();
                root = local(name).to_owned();
            }
            Ok(Event::Eof) => return Err(Reason::NoText),
            Err(_) => break,
            _ => {}
        }
    }
    match root.as_str() {
        "TEI" | "TEI.2" | "teiCorpus" => tei(text),
        "rss" | "feed" | "RDF" => feed(text),
        _ => any(text).map(|draft| vec![draft]),
    }
}

fn tei(text: &str) -> Result<Vec<Draft>, Reason> {
    let mut texts = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let mut draft = Draft::default();
    let mut blocks = Blocks::default();
    let mut notes = Blocks::default();
    let mut field = String::new();
    let mut when: Option<String> = None;
    let inside = |path: &[String], name: &str| path.iter().any(|open| open == name);
    visit(text, &mut |piece| match piece {
        Piece::Open(name, attributes) => {
            path.push(name.to_owned());
            if name == "TEI" || name == "TEI.2" {
                (draft, blocks, notes) = (Draft::default(), Blocks::default(), Blocks::default());
                draft.format = Some(Format::Tei);
                draft.language = attributes.get("lang");
            } else if inside(&path, "teiHeader") {
                field.clear();
                if name == "date" {
                    when = attributes.get("when").or_else(|| attributes.get("from"));
                }
                if name == "language" && draft.language.is_none() {
                    draft.language = attributes.get("ident");
                }
            } else if inside(&path, "text") {
                let blocks = if inside(&path, "note") { &mut notes } else { &mut blocks };
                tei_gap(blocks, name, attributes.get("break").as_deref() == Some("no"));
                match name {
                    "fw" => blocks.mark(FurnitureKind::Other),
                    "figDesc" => blocks.mark(FurnitureKind::Caption),
                    _ => {}
                }
            }
        }
        Piece::Words(words) => {
            if inside(&path, "teiHeader") {
                field.push_str(words);
            } else if inside(&path, "text") {
                let blocks = if inside(&path, "note") { &mut notes } else { &mut blocks };
                blocks.words(words, false);
            }
        }
        Piece::Close(name) => {
            if inside(&path, "teiHeader") {
                let value = field.trim().to_owned();
                let first = |slot: &mut Option<String>| {
                    if slot.is_none() && !value.is_empty() {
                        *slot = Some(value.clone());
                    }
                };
                match name {
                    "title" if inside(&path, "titleStmt") => first(&mut draft.title),
                    "author" if inside(&path, "titleStmt") => first(&mut draft.author),
                    "publisher" if !value.is_empty() && (draft.outlet.is_none() || inside(&path, "sourceDesc")) => {
                        draft.outlet = Some((value, Found::Metadata));
                    }
                    // The source's date is the text's, the publication's that of its edition.
                    "date" if inside(&path, "sourceDesc") || inside(&path, "publicationStmt") => {
                        let words = when.take().or_else(|| Some(value).filter(|value| !value.is_empty()));
                        if let Some(words) = words.filter(|_| draft.date.is_none() || inside(&path, "sourceDesc")) {
                            draft.date = Some((words, Found::Metadata));
                        }
                    }
                    _ => {}
                }
                field.clear();
            } else if inside(&path, "text") {
                let blocks = if inside(&path, "note") { &mut notes } else { &mut blocks };
                if matches!(name, "fw" | "figDesc") {
                    blocks.unmark();
                }
                if !matches!(name, "lb" | "pb") {
                    tei_gap(blocks, name, false);
                }
            }
            if name == "TEI" || name == "TEI.2" {
                let (mut text, furniture) = std::mem::take(&mut blocks).finish();
                let (after, _) = std::mem::take(&mut notes).finish();
                if !after.is_empty() {
                    text.push_str("\n\n");
                    text.push_str(&after);
                }
                texts.push(Draft { text, furniture, ..std::mem::take(&mut draft) });
            }
            path.pop();
        }
    })?;
    Ok(texts)
}

fn tei_gap(blocks: &mut Blocks, name: &str, joined: bool) {
    match name {
        "p" | "head" | "div" | "lg" | "ab" | "list" | "table" | "quote" | "sp" | "opener" | "closer" | "byline"
        | "titlePage" | "figure" | "figDesc" | "fw" | "front" | "back" | "body" | "note" | "epigraph" => {
            blocks.paragraph()
        }
        "l" | "item" | "row" | "speaker" | "stage" | "dateline" | "salute" | "signed" | "titlePart" => blocks.line(),
        "cell" => blocks.cell(),
        "lb" | "pb" if !joined => blocks.words(" ", false),
        _ => {}
    }
}

/// RSS and Atom: each item is a text, its markup read as HTML.
fn feed(text: &str) -> Result<Vec<Draft>, Reason> {
    let mut texts = Vec::new();
    let mut draft: Option<(Draft, String)> = None;
    let mut name_of_feed: Option<String> = None;
    let mut language: Option<String> = None;
    let mut field = String::new();
    // How deep it is, and how deep the item that is being read.
    let (mut level, mut of_item) = (0u32, 0u32);
    visit(text, &mut |piece| match piece {
        Piece::Open(name, _) => {
            level += 1;
            if matches!(name, "item" | "entry") && draft.is_none() {
                draft = Some((Draft::default(), String::new()));
                of_item = level;
            }
            // Markup that stands in a field as elements: only its words.
            if draft.is_none() || level <= of_item + 1 {
                field.clear();
            } else {
                field.push(' ');
            }
        }
        Piece::Words(words) => field.push_str(words),
        Piece::Close(name) => {
            let value = field.trim();
            match (&mut draft, name) {
                (Some(_), _) if level == of_item => {
                    if let Some((mut done, body)) = draft.take() {
                        let read = html::fragment(&body);
                        done.text = read.text;
                        done.furniture = read.furniture;
                        done.outlet = name_of_feed.clone().map(|name| (name, Found::Metadata));
                        done.language = language.clone();
                        texts.push(done);
                    }
                }
                (Some(_), _) if level > of_item + 1 => {}
                (Some((draft, _)), "title") => draft.title = Some(html::fragment(value).text),
                (Some((draft, _)), "pubDate" | "published" | "updated" | "date") if draft.date.is_none() => {
                    draft.date = Some((value.to_owned(), Found::Metadata));
                }
                (Some((draft, _)), "creator" | "author") if draft.author.is_none() && !value.is_empty() => {
                    draft.author = Some(value.to_owned());
                }
                // The longest is the story itself.
                (Some((_, body)), "description" | "encoded" | "content" | "summary") if value.len() > body.len() => {
                    value.clone_into(body);
                }
                (None, "title") if name_of_feed.is_none() && !value.is_empty() => name_of_feed = Some(value.to_owned()),
                (None, "language") => language = Some(value.to_owned()),
                _ => {}
            }
            level = level.saturating_sub(1);
        }
    })?;
    if texts.is_empty() { any(text).map(|draft| vec![draft]) } else { Ok(texts) }
}

/// XML of any kind: all its words. What is known by name (a headline, a date) is also taken for what it says.
fn any(text: &str) -> Result<Draft, Reason> {
    let mut draft = Draft::default();
    let mut blocks = Blocks::default();
    let mut field = String::new();
    let mut closed = String::new();
    let mut first = true;
    visit(text, &mut |piece| match piece {
        Piece::Open(name, attributes) => {
            if std::mem::take(&mut first) {
                draft.language = attributes.get("lang");
            }
            if is_block(name) || closed == name {
                blocks.paragraph();
            }
            if let Some(words) = attributes.get("norm").filter(|_| metadata::field(name).is_some()) {
                metadata::set(&mut draft, name, &words, Found::Metadata);
            }
            field.clear();
            closed.clear();
        }
        Piece::Words(words) => {
            // Elements on lines of their own are blocks.
            if words.contains('\n') && words.trim().is_empty() {
                blocks.paragraph();
            } else {
                closed.clear();
            }
            blocks.words(words, false);
            field.push_str(words);
        }
        Piece::Close(name) => {
            if field.len() <= 300 && metadata::field(name).is_some_and(|(field, _)| field != metadata::Field::Text) {
                metadata::set(&mut draft, name, &field, Found::Metadata);
            }
            field.clear();
            if is_block(name) {
                blocks.paragraph();
            }
            name.clone_into(&mut closed);
        }
    })?;
    let (text, furniture) = blocks.finish();
    Ok(Draft { text, furniture, ..draft })
}

fn is_block(name: &str) -> bool {
    matches!(
        name.to_ascii_lowercase().as_str(),
        "p" | "para"
            | "paragraph"
            | "head"
            | "title"
            | "headline"
            | "hedline"
            | "hl1"
            | "hl2"
            | "byline"
            | "dateline"
            | "div"
            | "section"
            | "block"
            | "item"
            | "li"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "body"
            | "text"
            | "article"
            | "abstract"
            | "lead"
            | "row"
            | "record"
            | "doc"
            | "br"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tei_tells_its_parts_apart() {
        let found = read(
            "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>Quay</title><author>A. Person</author></titleStmt>\
             <publicationStmt><publisher>Archive</publisher><date>2020</date></publicationStmt><sourceDesc><bibl><publisher>The Paper</publisher>\
             <date when='1924-03-12'>last week</date></bibl></sourceDesc></fileDesc></teiHeader><text><body><fw>The Paper</fw><head>Quay opens</head>\
             <p>It di<lb break='no'/>d, said<note>A note.</note> he<lb/>then.</p></body></text></TEI>",
        )
        .unwrap();
        assert_eq!(found.len(), 1);
        let draft = &found[0];
        assert_eq!(draft.text, "The Paper\n\nQuay opens\n\nIt did, said he then.\n\nA note.");
        assert_eq!((draft.furniture[0].from, draft.furniture[0].to), (0, 9));
        assert_eq!(draft.outlet, Some(("The Paper".into(), Found::Metadata)));
        assert_eq!(draft.date, Some(("1924-03-12".into(), Found::Metadata)));
        assert_eq!((draft.title.as_deref(), draft.author.as_deref()), (Some("Quay"), Some("A. Person")));
    }

    #[test]
    fn a_feed_is_its_stories() {
        let found = read(
            "<rss><channel><title>The Paper</title><item><title>One &amp;amp; two</title><description>short</description>\
             <pubDate>Tue, 12 Mar 2024 09:30:00 GMT</pubDate><encoded><![CDATA[<p>First.</p><p>Second.</p>]]></encoded></item><item><title>b</title>\
             <description>x y</description></item></channel></rss>",
        )
        .unwrap();
        assert_eq!(found[0].text, "First.\n\nSecond.");
        assert_eq!(found[0].title.as_deref(), Some("One & two"));
        assert_eq!((found[1].text.as_str(), found.len()), ("x y", 2));
    }

    #[test]
    fn entities_are_never_expanded() {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b; &lt;</x>";
        assert_eq!(read(bomb).unwrap()[0].text, "&b; <");
    }

    #[test]
    fn what_is_cut_or_deep_is_told() {
        assert!(matches!(read("<a><b>x</b>").unwrap_err(), Reason::Damaged(_)));
        assert!(matches!(read("<a>\n<b>x</c></a>").unwrap_err(), Reason::Damaged(met) if met.starts_with("line 2")));
        assert_eq!(read(&"<a>".repeat(300)).unwrap_err(), Reason::TooDeep(DEEPEST));
    }
}
