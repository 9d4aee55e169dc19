//! Why something is skipped: what it is, and what can be done.

use serde::{Deserialize, Serialize};

/// Why a file, a member of an archive or a record is not added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It has no bytes.
    Empty,
    /// It was read, and holds no word.
    NoText,
    /// A kind of file that isn't read: what it is, and what to do.
    Unsupported(Kind),
    /// It isn't text of any encoding: mostly bytes that no text has.
    NotText,
    /// It is locked by a password.
    Encrypted,
    /// It isn't whole, or not what it says it is; with what was met.
    Damaged(String),
    /// One text of more than so many megabytes.
    TooLarge(u32),
    /// An archive that would take more than so many megabytes when unpacked.
    ArchiveTooLarge(u32),
    /// An archive or a table with more than so many members.
    TooMany(u32),
    /// A member that unpacks to more than so many times its size, as traps do.
    Ratio(u32),
    /// Elements or archives within each other, more than so many.
    TooDeep(u32),
    /// A table in which no column looks like text.
    NoTextColumn,
    /// A record whose text is empty.
    RecordWithoutText,
    /// A corpus that was saved as a file, within an archive.
    CorpusInside,
    /// A file with the name of a saved corpus, and no such thing.
    NoCorpus,
    /// A record that can't be read; with what was met.
    BrokenRecord(String),
    /// A file the system keeps beside others.
    SystemFile,
    /// A part of a saved page (a script, a style, a font) that holds no text of its own.
    PageAsset,
    /// A PDF file without a text layer: pictures of pages.
    NoTextLayer,
    /// Reading took longer than so many seconds.
    TimedOut(u32),
    /// The reader met something it can't do and stopped.
    Crashed,
    /// The browser couldn't read it.
    Unreadable,
}

/// Kinds of files that are known and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A picture.
    Picture,
    /// Sound.
    Sound,
    /// A film.
    Film,
    /// Word's old format, or another document of that time.
    OldOffice,
    /// A spreadsheet.
    Spreadsheet,
    /// Slides.
    Slides,
    /// An archive that isn't a ZIP.
    Archive,
    /// A page saved by Safari.
    WebArchive,
    /// A book in a format of Amazon's.
    Kindle,
    /// A program.
    Program,
    /// A PDF file, where the reader for them isn't there.
    Pdf,
}

impl Reason {
    /// What happened, a sentence.
    #[must_use]
    pub fn what(&self) -> String {
        let counted = |before: &str, number: u32, after: &str| {
            [before, &crate::digits::grouped(u64::from(number)), after].concat()
        };
        match self {
            Self::Empty => "The file is empty.".into(),
            Self::NoText => "There is no word in it.".into(),
            Self::Unsupported(kind) => kind.what().into(),
            Self::NotText => "This isn\u{2019}t text: most of its bytes are none that a text has.".into(),
            Self::Encrypted => "It is locked by a password.".into(),
            Self::Damaged(met) => ["It isn\u{2019}t whole, or not what it says it is: ", met, "."].concat(),
            Self::TooLarge(most) => counted("The text is larger than ", *most, " MB."),
            Self::ArchiveTooLarge(most) => counted("Unpacked, the archive is larger than ", *most, " MB."),
            Self::TooMany(most) => counted("It holds more than ", *most, " texts."),
            Self::Ratio(most) => counted("It unpacks to more than ", *most, " times its size, as no text does."),
            Self::TooDeep(most) => counted("It nests deeper than ", *most, " levels."),
            Self::NoTextColumn => "No column of the table looks like text.".into(),
            Self::RecordWithoutText => "The record has no text.".into(),
            Self::CorpusInside => "This is a corpus that Parallax saved, within another archive.".into(),
            Self::NoCorpus => "It is called .parallax and isn\u{2019}t a corpus that Parallax saved.".into(),
            Self::BrokenRecord(met) => ["The record can\u{2019}t be read: ", met, "."].concat(),
            Self::SystemFile => "A file that the system keeps beside others.".into(),
            Self::PageAsset => "A part of a saved page without text of its own.".into(),
            Self::NoTextLayer => "The pages are pictures: the PDF has no text layer.".into(),
            Self::TimedOut(most) => counted("Reading it took longer than ", *most, " seconds."),
            Self::Crashed => "The reader met something it can\u{2019}t do, and stopped.".into(),
            Self::Unreadable => "The browser couldn\u{2019}t read the file.".into(),
        }
    }

    /// What can be done about it, a sentence; empty where nothing need be.
    #[must_use]
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::Empty | Self::NoText => "See whether the right file was saved.",
            Self::Unsupported(kind) => kind.remedy(),
            Self::NotText => "If it is a document, open it in its program and save it as DOCX, PDF or plain text.",
            Self::Encrypted => "Open it with its password, save it without one, and add that.",
            Self::Damaged(_) => "Open it in its program and save it anew, or fetch it once more.",
            Self::TooLarge(_) => "Split it into smaller files.",
            Self::ArchiveTooLarge(_) => "Unpack it and add the files in several goes.",
            Self::TooMany(_) => "Split it and add the parts in several goes.",
            Self::Ratio(_) => "If you trust it, unpack it and add the file itself.",
            Self::TooDeep(_) => "Unpack the inner archives, or save the document as plain text, and add that.",
            Self::NoTextColumn => "Choose the column that holds the text.",
            Self::RecordWithoutText => "See whether the right column was chosen as the text.",
            Self::CorpusInside => "Unpack the archive, and open the .parallax file by itself.",
            Self::NoCorpus => "Fetch it once more from where it came; if it is a text, let its name end in .txt.",
            Self::BrokenRecord(_) => "Mend this line in the file; the others are read.",
            Self::SystemFile | Self::PageAsset => "",
            Self::NoTextLayer => "Run a program for text recognition (OCR) over it, and add what it gives.",
            Self::TimedOut(_) => "Split the file, or save it as plain text.",
            Self::Crashed => "Save it in another format, plain text for one, and add that.",
            Self::Unreadable => "It may have been moved or changed since: choose it again.",
        }
    }
}

impl Kind {
    const fn what(self) -> &'static str {
        match self {
            Self::Picture => "This is a picture.",
            Self::Sound => "This is a sound recording.",
            Self::Film => "This is a film.",
            Self::OldOffice => "This is a document in the old format of Word, Excel or PowerPoint.",
            Self::Spreadsheet => "This is a spreadsheet.",
            Self::Slides => "These are slides.",
            Self::Archive => "This is an archive, but not a ZIP.",
            Self::WebArchive => "This is a page in Safari\u{2019}s own format.",
            Self::Kindle => "This is a book in a format of Kindle\u{2019}s.",
            Self::Program => "This is a program.",
            Self::Pdf => "This is a PDF file, and the reader for them isn\u{2019}t there.",
        }
    }

    const fn remedy(self) -> &'static str {
        match self {
            Self::Picture => "If it shows a text, run text recognition (OCR) over it, and add what it gives.",
            Self::Sound | Self::Film => "Add a transcript of it.",
            Self::OldOffice => "Open it and save it as DOCX, CSV or plain text.",
            Self::Spreadsheet => "Save it as CSV.",
            Self::Slides => "Save them as PDF or plain text.",
            Self::Archive => "Unpack it, and add the files or pack them as ZIP.",
            Self::WebArchive => "Save the page as HTML (\u{201c}Page Source\u{201d}) or as PDF.",
            Self::Kindle => "Convert it to EPUB.",
            Self::Program => "",
            Self::Pdf => "Reload the page and try again.",
        }
    }
}
