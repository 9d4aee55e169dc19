//! The way in: a file's name and bytes, and what comes of them.
//!
//! ```
//! use parallax::import::read::{Options, read};
//!
//! let outcome = read("quay.txt", b"The quay is open.", &mut Options::default());
//! let tally = outcome.tally();
//! assert_eq!((tally.dropped, tally.added, tally.skipped), (1, 1, 0));
//! ```

use super::archive::{self, Archive, Budget, MEMBERS, NESTED};
use super::bundle;
use super::decode::decode;
use super::draft::Draft;
use super::finish::{MOST, candidate};
use super::message::{PdfText, Progress};
use super::outcome::{Choices, Format, Item, Outcome, Skipped, Table};
use super::reason::{Kind, Reason};
use super::table::Sheet;
use super::{docx, epub, format, html, json, markdown, mhtml, odt, plain, rtf, table, xml};

/// A dropped file is read only up to so many bytes: no archive may hold more either.
pub const LARGEST: usize = archive::ALL as usize;

/// Reads a PDF file's text.
pub type PdfReader<'a> = &'a mut dyn FnMut(&[u8]) -> Result<PdfText, Reason>;

/// What reading may be told, and whom it tells.
#[derive(Default)]
pub struct Options<'a> {
    /// What a person chose instead of a guess.
    pub choices: &'a [Choices],
    /// Hears how far it is.
    pub progress: Option<&'a mut dyn FnMut(Progress)>,
    /// Reads PDF files; where there is none, they are skipped.
    pub pdf: Option<PdfReader<'a>>,
}

/// Reads a dropped file: every text in it ends as a candidate or with the reason why it is skipped.
pub fn read(place: &str, bytes: &[u8], options: &mut Options<'_>) -> Outcome {
    if bytes.len() > LARGEST {
        return Outcome::skipped(place, Reason::ArchiveTooLarge((LARGEST >> 20) as u32));
    }
    let mut reading = Reading { options, budget: Budget::new(), outcome: Outcome::default() };
    reading.file(place, bytes, 0);
    reading.outcome
}

struct Reading<'a, 'b> {
    options: &'a mut Options<'b>,
    budget: Budget,
    outcome: Outcome,
}

impl Reading<'_, '_> {
    /// Counts one more text, before it is read.
    fn found(&mut self, number: u32) {
        self.outcome.found = self.outcome.found.saturating_add(number);
    }

    fn skip(&mut self, place: &str, reason: Reason, count: u32) {
        self.outcome.items.push(Item::Skipped(Skipped { place: place.to_owned(), reason, count }));
    }

    fn take(&mut self, place: &str, format: Format, draft: Result<Draft, Reason>) {
        match draft.and_then(|draft| candidate(place, format, draft)) {
            Ok(candidate) => self.outcome.items.push(Item::Candidate(Box::new(candidate))),
            Err(reason) => self.skip(place, reason, 1),
        }
    }

    /// One text, or as many as the format holds.
    fn one(&mut self, place: &str, format: Format, draft: Result<Draft, Reason>) {
        self.found(1);
        self.take(place, format, draft);
    }

    fn refuse(&mut self, place: &str, reason: Reason) {
        self.found(1);
        self.skip(place, reason, 1);
    }

    fn choices(&self, place: &str) -> Choices {
        self.options.choices.iter().find(|choices| choices.place == place).cloned().unwrap_or_default()
    }

    fn file(&mut self, place: &str, bytes: &[u8], nested: u32) {
        if format::is_system(place) {
            return self.refuse(place, Reason::SystemFile);
        }
        if bytes.is_empty() {
            return self.refuse(place, Reason::Empty);
        }
        // One that is broken may not even begin as a ZIP does: then its name says it.
        if format::extension(place) == "parallax" && self.corpus(place, bytes, nested) {
            return;
        }
        match format::of_bytes(bytes) {
            Err(reason) => self.refuse(place, reason),
            Ok(Some(Format::Zip)) => self.zip(place, bytes, nested),
            Ok(Some(Format::Rtf)) if bytes.len() > MOST => self.refuse(place, Reason::TooLarge((MOST >> 20) as u32)),
            Ok(Some(Format::Rtf)) => self.one(place, Format::Rtf, rtf::read(bytes)),
            Ok(Some(_)) => self.pdf(place, bytes),
            Ok(None) => self.text(place, bytes, nested),
        }
    }

    /// Opens a corpus that was saved as a file; whether it is one.
    fn corpus(&mut self, place: &str, bytes: &[u8], nested: u32) -> bool {
        let size = bytes.len() as f64;
        let progress = &mut self.options.progress;
        let mut heard = |member: &str| {
            if let Some(progress) = progress.as_mut() {
                progress(Progress { place: [place, "/", member].concat(), done: 0.0, of: size });
            }
        };
        match bundle::read(bytes, &mut heard) {
            None => return false,
            Some(_) if nested > 0 => self.refuse(place, Reason::CorpusInside),
            Some(Err(reason)) => self.refuse(place, reason),
            Some(Ok(opened)) => self.outcome.corpus = Some(Box::new(opened)),
        }
        true
    }

    fn pdf(&mut self, place: &str, bytes: &[u8]) {
        let read = match &mut self.options.pdf {
            Some(reader) => reader(bytes).map(|pdf| pdf.into_draft()),
            None => Err(Reason::Unsupported(Kind::Pdf)),
        };
        self.one(place, Format::Pdf, read);
    }

    fn text(&mut self, place: &str, bytes: &[u8], nested: u32) {
        let choices = self.choices(place);
        let stated = format::stated_encoding(bytes);
        let decoded = match decode(bytes, stated.as_deref(), choices.encoding.as_deref()) {
            Ok(decoded) => decoded,
            Err(reason) => return self.refuse(place, reason),
        };
        let (text, encoding) = (decoded.text, decoded.encoding);
        let kind = match format::of_text(place, &text) {
            Ok(kind) => kind,
            Err(reason) => return self.refuse(place, reason),
        };
        // A table may be larger: it is many texts.
        if text.len() > MOST && !matches!(kind, Format::Csv | Format::JsonLines) {
            return self.refuse(place, Reason::TooLarge((MOST >> 20) as u32));
        }
        let with =
            |draft: Result<Draft, Reason>| draft.map(|draft| Draft { encoding: Some(encoding.clone()), ..draft });
        match kind {
            Format::Html => self.one(place, kind, with(Ok(html::read(&text, choices.whole)))),
            Format::Markdown => self.one(place, kind, with(markdown::read(&text))),
            Format::Mhtml => self.one(place, kind, mhtml::read(bytes, choices.whole)),
            Format::Xml => match xml::read(&text) {
                Err(reason) => self.refuse(place, reason),
                Ok(texts) => {
                    self.found(texts.len() as u32);
                    let several = texts.len() > 1;
                    for (number, draft) in (1..).zip(texts) {
                        let place = if several { numbered(place, number) } else { place.to_owned() };
                        self.take(&place, kind, with(Ok(draft)));
                    }
                }
            },
            Format::Csv => {
                let sheet = table::read(&text, table::delimiter(&text).unwrap_or(b','));
                self.sheet(place, kind, sheet, &choices, Some(&encoding));
            }
            Format::Json => match json::parse(&text) {
                Ok(value) if nested == 0 && bundle::is_json(&value) => {
                    self.outcome.corpus = bundle::of_json(&value).map(Box::new);
                }
                Ok(value) => self.sheet(place, kind, json::records(value), &choices, Some(&encoding)),
                Err(reason) => self.refuse(place, reason),
            },
            Format::JsonLines => self.sheet(place, kind, json::lines(&text), &choices, Some(&encoding)),
            _ if format::extension(place) == "parallax" => self.refuse(place, Reason::NoCorpus),
            _ => self.one(place, Format::Text, with(Ok(plain::read(text)))),
        }
    }

    fn sheet(
        &mut self,
        place: &str,
        kind: Format,
        sheet: Sheet,
        choices: &Choices,
        encoding: Option<&super::outcome::Encoding>,
    ) {
        let records = sheet.records.len() as u32;
        if records == 0 {
            return self.refuse(place, Reason::NoText);
        }
        self.found(records.saturating_add(sheet.beyond));
        let mapping = choices.mapping.unwrap_or_else(|| table::guess(&sheet));
        let no_column = mapping.text.is_none();
        for (number, record) in &sheet.records {
            let place = numbered(place, *number);
            let draft = match record {
                Err(reason) => Err(reason.clone()),
                Ok(_) if no_column => Err(Reason::NoTextColumn),
                Ok(record) => table::draft(record, &mapping),
            };
            self.take(&place, kind, draft.map(|draft| Draft { encoding: encoding.cloned(), ..draft }));
        }
        if sheet.beyond > 0 {
            self.skip(place, Reason::TooMany(MEMBERS), sheet.beyond);
        }
        self.outcome.tables.push(Table {
            place: place.to_owned(),
            columns: sheet.columns,
            records: records.saturating_add(sheet.beyond),
            mapping,
        });
    }

    fn zip(&mut self, place: &str, bytes: &[u8], nested: u32) {
        let mut archive = match archive::open(bytes) {
            Ok(archive) => archive,
            Err(_) if self.corpus(place, bytes, nested) => return,
            Err(reason) => return self.refuse(place, reason),
        };
        if bundle::may_be(&archive) && self.corpus(place, bytes, nested) {
            return;
        }
        match document(&mut archive) {
            Some(Ok(Format::Docx)) => {
                let read = docx::read(&mut archive, &mut self.budget);
                return self.one(place, Format::Docx, read);
            }
            Some(Ok(Format::Odt)) => {
                let read = odt::read(&mut archive, &mut self.budget);
                return self.one(place, Format::Odt, read);
            }
            Some(Ok(_)) => {
                let read = epub::read(bytes, &mut self.budget);
                return self.one(place, Format::Epub, read);
            }
            Some(Err(kind)) => return self.refuse(place, Reason::Unsupported(kind)),
            None => {}
        }
        if nested >= NESTED {
            return self.refuse(place, Reason::TooDeep(NESTED));
        }
        let members = archive::members(&mut archive);
        if members.is_empty() {
            return self.refuse(place, Reason::Empty);
        }
        let mut done = 0.0;
        for (at, name, packed) in members {
            let place = [place, "/", &name].concat();
            if let Some(progress) = self.options.progress.as_mut().filter(|_| nested == 0) {
                progress(Progress { place: place.clone(), done, of: bytes.len() as f64 });
            }
            done += packed as f64;
            // What isn't read needn't be inflated.
            if format::is_system(&name) {
                self.refuse(&place, Reason::SystemFile);
                continue;
            }
            match archive::inflate(&mut archive, at, &mut self.budget) {
                Ok(bytes) => self.file(&place, &bytes, nested + 1),
                Err(reason) => self.refuse(&place, reason),
            }
        }
    }
}

fn numbered(place: &str, number: u32) -> String {
    [place, "#", &number.to_string()].concat()
}

/// Whether an archive is a document; told by its members, whatever its name.
fn document(archive: &mut Archive<'_>) -> Option<Result<Format, Kind>> {
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("word/document.xml") {
        return Some(Ok(Format::Docx));
    }
    if has("xl/workbook.xml") || has("xl/workbook.bin") {
        return Some(Err(Kind::Spreadsheet));
    }
    if has("ppt/presentation.xml") {
        return Some(Err(Kind::Slides));
    }
    if has("META-INF/container.xml") {
        return Some(Ok(Format::Epub));
    }
    if has("content.xml") && (has("META-INF/manifest.xml") || has("mimetype")) {
        let mut kind = [0; 64];
        let length =
            archive.by_name("mimetype").ok().and_then(|mut member| std::io::Read::read(&mut member, &mut kind).ok());
        let kind = &kind[..length.unwrap_or(0)];
        return Some(match kind {
            _ if kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") => Err(Kind::Spreadsheet),
            _ if kind.starts_with(b"application/vnd.oasis.opendocument.presentation") => Err(Kind::Slides),
            _ => Ok(Format::Odt),
        });
    }
    None
}

impl PdfText {
    fn into_draft(self) -> Draft {
        use super::draft::Passage;
        use super::outcome::{Found, FurnitureReason};
        use crate::corpus::FurnitureKind;

        let passage = |&(from, to): &(u32, u32)| Passage {
            from: from as usize,
            to: to as usize,
            kind: FurnitureKind::Other,
            reason: FurnitureReason::PageNumber,
        };
        Draft {
            furniture: self.page_numbers.iter().map(passage).collect(),
            text: self.text,
            title: self.title,
            author: self.author,
            date: self.date.map(|date| (date, Found::Made)),
            ..Draft::default()
        }
    }
}
