//! What comes of a file: texts that can be added, and what was skipped, each once.

use serde::{Deserialize, Serialize};

use super::bundle::Opened;
use super::likeness::Fingerprint;
use super::reason::Reason;
use crate::corpus::{Article, Source};

/// What comes of one dropped file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// How many texts the file was found to hold, counted as they were met and before any was read: a plain file is
    /// one, an archive its members, a table its records.
    pub found: u32,
    /// What came of each, in the file's order.
    pub items: Vec<Item>,
    /// The tables among them, whose columns can be mapped otherwise.
    pub tables: Vec<Table>,
    /// Or the corpus that was saved as this file: it holds no texts to be added, and counts as none.
    pub corpus: Option<Box<Opened>>,
}

/// What came of one text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// It can be added.
    Candidate(Box<Candidate>),
    /// It can't.
    Skipped(Skipped),
}

/// Something that is not added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Where it stands: `papers.zip/b.html`, `table.csv#12`.
    pub place: String,
    /// Why.
    pub reason: Reason,
    /// How many texts this speaks for: 1, but for the rest of a table that is too long.
    pub count: u32,
}

/// How many came, and what became of them: `dropped` is always the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Texts that were found.
    pub dropped: u32,
    /// Of them, those that can be added.
    pub added: u32,
    /// And those that are skipped.
    pub skipped: u32,
}

impl Outcome {
    /// A file of which nothing can be added.
    #[must_use]
    pub fn skipped(place: &str, reason: Reason) -> Self {
        let item = Item::Skipped(Skipped { place: place.to_owned(), reason, count: 1 });
        Self { found: 1, items: vec![item], ..Self::default() }
    }

    /// What became of what.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally { dropped: self.found, added: 0, skipped: 0 };
        for item in &self.items {
            match item {
                Item::Candidate(_) => tally.added += 1,
                Item::Skipped(skipped) => tally.skipped += skipped.count,
            }
        }
        tally
    }

    /// The texts that can be added.
    pub fn candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.items.iter().filter_map(|item| match item {
            Item::Candidate(candidate) => Some(&**candidate),
            Item::Skipped(_) => None,
        })
    }
}

/// A text that can be added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Where it stands: `folder/a.txt`, `papers.zip/b.html`, `table.csv#12`.
    pub place: String,
    /// What it was read as.
    pub format: Format,
    /// The article, whose id is the file's own name for it, or empty: who adds it chooses one that no other has. Its text is as it is read; furniture are spans of it.
    pub article: Article,
    /// Why each passage was taken for furniture, in the order of `article.furniture`.
    pub reasons: Vec<FurnitureReason>,
    /// Where the date comes from when the file says it: `article.published.words` holds its words. They stand there
    /// without a date where they can't be read as one.
    pub dated_by: Found,
    /// Where the outlet comes from.
    pub outlet_by: Found,
    /// The language, and how sure it is.
    pub language: Language,
    /// How bytes became text; `None` where the format leaves no choice.
    pub encoding: Option<Encoding>,
    /// Letters that could not be read and stand as U+FFFD.
    pub unreadable: u32,
    /// Characters that aren't seen: marks of direction, zero-width ones, control characters. They stay in the text.
    pub invisible: u32,
    /// What tells whether another text is the same.
    pub fingerprint: Fingerprint,
}

/// Where a piece of metadata was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// Nowhere.
    #[default]
    Nowhere,
    /// In what the file says of itself: metadata of a page, properties of a document, front matter.
    Metadata,
    /// In a column of a table.
    Column,
    /// In the page's address.
    Address,
    /// When the file was made, as it says: mostly near the day of publication, no more.
    Made,
}

impl Found {
    /// The same in the corpus's terms.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Self::Nowhere => Source::NotStated,
            Self::Metadata | Self::Column => Source::Stated,
            Self::Address | Self::Made => Source::Inferred,
        }
    }
}

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A web page saved as one file, or a mail.
    Mhtml,
    /// Word.
    Docx,
    /// OpenDocument.
    Odt,
    /// A book.
    Epub,
    /// Rich Text Format.
    Rtf,
    /// PDF.
    Pdf,
    /// A table with commas, semicolons or tabs.
    Csv,
    /// JSON.
    Json,
    /// JSON, a record a line.
    JsonLines,
    /// XML of any kind.
    Xml,
    /// TEI, the Text Encoding Initiative's XML.
    Tei,
    /// An archive.
    Zip,
}

impl Format {
    /// Its name as people know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "Plain text",
            Self::Markdown => "Markdown",
            Self::Html => "Web page",
            Self::Mhtml => "Saved web page",
            Self::Docx => "Word",
            Self::Odt => "OpenDocument",
            Self::Epub => "EPUB",
            Self::Rtf => "RTF",
            Self::Pdf => "PDF",
            Self::Csv => "Table",
            Self::Json | Self::JsonLines => "JSON",
            Self::Xml => "XML",
            Self::Tei => "TEI",
            Self::Zip => "ZIP",
        }
    }
}

/// Why a passage was taken for page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FurnitureReason {
    /// The file marks it so: a caption, a header, front matter.
    Marked,
    /// It begins as invitations to read on do: `Read more`, `Related:`.
    ReadOn,
    /// It asks to subscribe, follow, share or comment.
    Invitation,
    /// It names a photographer or an agency, as captions do.
    Credit,
    /// The word `Advertisement` alone.
    Advertisement,
    /// A notice of rights.
    Rights,
    /// The line stands several times in the text.
    RepeatedInText,
    /// The line stands in several texts.
    RepeatedAcross,
    /// A page's number.
    PageNumber,
}

impl FurnitureReason {
    /// In words.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Marked => "marked so in the file",
            Self::ReadOn => "leads to another story",
            Self::Invitation => "asks to subscribe, follow or share",
            Self::Credit => "names who took a picture",
            Self::Advertisement => "announces an advertisement",
            Self::Rights => "a notice of rights",
            Self::RepeatedInText => "repeated in the text",
            Self::RepeatedAcross => "the same in several texts",
            Self::PageNumber => "a page number",
        }
    }
}

/// A text's language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Language {
    /// BCP 47 tag; `und` where nothing tells.
    pub tag: String,
    /// How sure the letters make it, 0 to 1; `None` where they weren't asked, or the file says it.
    pub confidence: Option<f64>,
    /// Whether the file says it.
    pub stated: bool,
}

/// How bytes became text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encoding {
    /// Its name by the WHATWG's standard: `UTF-8`, `windows-1252`.
    pub name: String,
    /// Whether it is a guess from the bytes: another may fit better.
    pub guess: bool,
    /// Whether a person chose it.
    pub chosen: bool,
}

/// A table whose columns were mapped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Which file or member.
    pub place: String,
    /// The columns' names, in order.
    pub columns: Vec<String>,
    /// How many records it has.
    pub records: u32,
    /// Which column became what.
    pub mapping: Mapping,
}

/// Which column of a table is what, by its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The text; `None` where no column looks like text.
    pub text: Option<u32>,
    /// The headline.
    pub title: Option<u32>,
    /// Who published it.
    pub outlet: Option<u32>,
    /// When.
    pub date: Option<u32>,
    /// Who wrote it.
    pub author: Option<u32>,
    /// In which language.
    pub language: Option<u32>,
    /// Where it was written.
    pub place: Option<u32>,
    /// The label to group by.
    pub label: Option<u32>,
    /// The table's own name for it.
    pub id: Option<u32>,
}

/// What a person chose for one place of a file, in place of what was guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// The file or member this is for.
    pub place: String,
    /// The encoding, by a label of the WHATWG's standard.
    pub encoding: Option<String>,
    /// The columns.
    pub mapping: Option<Mapping>,
    /// The whole page, not its main text: what stands around it is then furniture.
    #[serde(default)]
    pub whole: bool,
}
