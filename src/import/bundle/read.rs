//! The bytes of a file to a corpus, as far as its checksums hold, and what was lost.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::content::{Hash, sha256};
use super::members::{self, Member};
use super::record;
use super::write::{CORPUS, KIND, MANIFEST, MIMETYPE, SETTINGS, TEXTS};
use super::{FORMAT, Loss, Lost, MEDIA_TYPE, Opened, Saved};
use crate::corpus::ids::{Ids, is_id};
use crate::corpus::{About, Article, Source};
use crate::import::archive::{ALL, Archive, MEMBERS};
use crate::import::language;
use crate::import::reason::Reason;

/// Reads a file; `None` where it is none of these. `heard` is told which member is at hand.
///
/// # Errors
/// When no text of it can be opened.
pub fn read(bytes: &[u8], heard: &mut dyn FnMut(&str)) -> Option<Result<Opened, Reason>> {
    let listed = match members::listed(bytes, heard) {
        Err(Reason::TooMany(most)) if begins(bytes) => return Some(Err(Reason::TooMany(most))),
        listed => listed,
    };
    let directory = listed.is_ok();
    let mut found = Found::of(listed.unwrap_or_default());
    if !begins(bytes) && !found.is_one() {
        // A broken file of another kind is none of these, whatever it holds.
        if directory {
            return None;
        }
        found.add(members::searched(bytes, &HashSet::new(), heard));
        if !found.is_one() {
            return None;
        }
    }
    let mut opened = found.open();
    if !directory || opened.lost.iter().any(|lost| lost.loss.is_loss()) {
        let have = found.by_hash.keys().copied().collect();
        found.add(members::searched(bytes, &have, heard));
        opened = found.open();
    }
    if !directory {
        let place = "The file\u{2019}s directory".to_owned();
        opened.lost.insert(0, Lost { place, loss: Loss::Directory });
    }
    if opened.corpus.articles.is_empty() && !opened.lost.is_empty() {
        let said = "none of its texts is what was saved".to_owned();
        return Some(Err(Reason::Damaged(said)));
    }
    Some(Ok(opened))
}

/// Whether an archive's members are called as those of such a file.
pub fn may_be(archive: &Archive<'_>) -> bool {
    archive.index_for_name(MANIFEST).is_some() || archive.index_for_name(CORPUS).is_some()
}

/// Whether this is a corpus that an earlier version saved as JSON.
pub fn is_json(value: &Value) -> bool {
    value.as_object().is_some_and(|corpus| kind(corpus) && corpus.get("articles").is_some_and(Value::is_array))
}

/// A corpus that an earlier version saved as JSON; `None` where this is none.
pub fn of_json(value: &Value) -> Option<Opened> {
    let corpus = value.as_object().filter(|corpus| kind(corpus))?;
    let mut reading = Reading::default();
    let listed = corpus.get("articles")?.as_array()?;
    for article in listed.iter().take(MEMBERS as usize).filter_map(Value::as_object) {
        if let Some(text) = words(article, "text") {
            reading.take(text.to_owned(), words(article, "id"), words(article, "id").unwrap_or(""), Some(article));
        }
    }
    reading.opened.corpus.name = words(corpus, "name").unwrap_or("").to_owned();
    Some(reading.opened)
}

fn begins(bytes: &[u8]) -> bool {
    let at = |from: usize, what: &[u8]| bytes.get(from..from + what.len()) == Some(what);
    at(30, MIMETYPE.as_bytes()) && at(30 + MIMETYPE.len(), MEDIA_TYPE.as_bytes())
}

fn kind(value: &Map<String, Value>) -> bool {
    value.get("kind").and_then(Value::as_str) == Some(KIND)
}

fn words<'a>(value: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    value.get(name).and_then(Value::as_str)
}

fn hash(value: &Map<String, Value>) -> Option<Hash> {
    let digits = words(value, "sha256").filter(|digits| digits.len() == 64 && digits.is_ascii())?;
    let mut hash = Hash::default();
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(hash)
}

/// The members by their names and by what is in them.
#[derive(Default)]
struct Found {
    members: Vec<Member>,
    by_hash: HashMap<Hash, usize>,
}

/// A text that was saved.
struct Wanted<'a> {
    id: Option<&'a str>,
    file: &'a str,
    hash: Option<Hash>,
    known: Option<&'a Map<String, Value>>,
}

impl Found {
    fn of(members: Vec<Member>) -> Self {
        let mut found = Self::default();
        found.add(members);
        found
    }

    fn add(&mut self, members: Vec<Member>) {
        for member in members {
            if let Ok(bytes) = &member.bytes {
                self.by_hash.entry(sha256(bytes)).or_insert(self.members.len());
            }
            self.members.push(member);
        }
    }

    fn is_one(&self) -> bool {
        let typed = |member: &Member| member.name == MIMETYPE && member.bytes.as_deref() == Ok(MEDIA_TYPE.as_bytes());
        self.object(MANIFEST).is_some() || self.object(CORPUS).is_some() || self.members.iter().any(typed)
    }

    /// The object in the member with this name, whose own checksum holds.
    fn object(&self, name: &str) -> Option<Map<String, Value>> {
        let named = self.members.iter().filter(|member| member.name == name && member.sound);
        named.filter_map(|member| object(member.bytes.as_deref().ok()?)).find(kind)
    }

    /// The member that the manifest names, by its checksum; where there is no manifest, by its own.
    fn other(&self, manifest: Option<&Map<String, Value>>, name: &str) -> Option<Map<String, Value>> {
        match manifest {
            Some(manifest) => {
                let wanted = hash(listed(manifest).find(|member| words(member, "name") == Some(name))?)?;
                object(self.members[*self.by_hash.get(&wanted)?].bytes.as_deref().ok()?)
            }
            None => {
                let named = self.members.iter().filter(|member| member.name == name && member.sound);
                named.filter_map(|member| object(member.bytes.as_deref().ok()?)).next()
            }
        }
    }

    fn open(&self) -> Opened {
        let manifest = self.object(MANIFEST);
        let corpus = self.other(manifest.as_ref(), CORPUS).filter(kind);
        let settings = self.other(manifest.as_ref(), SETTINGS);
        let mut reading = Reading::default();
        let text = |name: &str| {
            let of = |value: &Option<Map<String, Value>>| Some(words(value.as_ref()?, name)?.to_owned());
            of(&manifest).or_else(|| of(&corpus)).unwrap_or_default()
        };
        let saved = &mut reading.opened.corpus;
        (saved.name, saved.saved, saved.version) = (text("name"), text("saved"), text("version"));
        saved.address = settings.as_ref().and_then(|settings| words(settings, "address")).map(str::to_owned);
        let said = manifest.as_ref().or(corpus.as_ref()).and_then(|value| value.get("format")?.as_u64());
        if let Some(format) = said.filter(|format| *format > u64::from(FORMAT)) {
            reading.lose(MANIFEST, Loss::Later(u32::try_from(format).unwrap_or(u32::MAX)));
        }
        for (name, there, loss) in [
            (MANIFEST, manifest.is_some(), Loss::Manifest),
            (CORPUS, corpus.is_some(), Loss::Known),
            (SETTINGS, settings.is_some(), Loss::Settings),
        ] {
            if !there {
                reading.lose(name, loss);
            }
        }
        let wanted = self.wanted(manifest.as_ref(), corpus.as_ref());
        for wanted in wanted.iter().take(MEMBERS as usize) {
            self.text(wanted, &mut reading);
        }
        if let Some(manifest) = &manifest {
            let names: HashSet<&str> = listed(manifest).filter_map(|member| words(member, "name")).collect();
            let mut told = HashSet::new();
            for Member { name, .. } in &self.members {
                let ours = names.contains(name.as_str()) || name == MANIFEST || name == MIMETYPE;
                if !ours && told.insert(name) && reading.opened.lost.len() < 2 * MEMBERS as usize {
                    reading.lose(name, Loss::Unlisted);
                }
            }
        }
        reading.opened
    }

    /// The texts that were saved, by the best list there is.
    fn wanted<'a>(
        &'a self,
        manifest: Option<&'a Map<String, Value>>,
        corpus: Option<&'a Map<String, Value>>,
    ) -> Vec<Wanted<'a>> {
        if let Some(texts) = corpus.and_then(|corpus| corpus.get("texts")?.as_array()) {
            let of = |text: &'a Map<String, Value>| Wanted {
                id: words(text, "id"),
                file: words(text, "file").unwrap_or(""),
                hash: hash(text),
                known: Some(text),
            };
            return texts.iter().filter_map(Value::as_object).map(of).collect();
        }
        if let Some(manifest) = manifest {
            let of = |member: &'a Map<String, Value>| {
                let file = words(member, "name").filter(|name| name.starts_with(TEXTS))?;
                Some(Wanted { id: words(member, "id"), file, hash: hash(member), known: None })
            };
            return listed(manifest).filter_map(of).collect();
        }
        // No list is left: what lies where texts do and fits its own checksum.
        let of = |member: &'a Member| {
            let is = member.name.starts_with(TEXTS) && member.sound;
            let bytes = member.bytes.as_deref().ok().filter(|_| is)?;
            Some(Wanted { id: None, file: &member.name, hash: Some(sha256(bytes)), known: None })
        };
        self.members.iter().filter_map(of).collect()
    }

    fn text(&self, wanted: &Wanted, reading: &mut Reading) {
        let title = wanted.known.and_then(|known| words(known, "title"));
        let place = match title.filter(|title| !title.is_empty()) {
            Some(title) => [wanted.file, ": ", title].concat(),
            None => wanted.file.to_owned(),
        };
        let there = wanted.hash.and_then(|hash| self.members[*self.by_hash.get(&hash)?].bytes.as_ref().ok());
        let Some(bytes) = there else {
            let named = self.members.iter().find(|member| member.name == wanted.file);
            return reading.lose(
                &place,
                match named.map(|member| &member.bytes) {
                    None => Loss::Missing,
                    Some(Ok(_) | Err(Reason::Damaged(_))) => Loss::Changed,
                    Some(Err(reason)) => Loss::Refused(reason.clone()),
                },
            );
        };
        // A list may name one text many times over.
        reading.bytes += bytes.len() as u64;
        if reading.bytes > ALL {
            return reading.lose(&place, Loss::Refused(Reason::ArchiveTooLarge((ALL >> 20) as u32)));
        }
        match String::from_utf8(bytes.clone()) {
            Ok(text) => reading.take(text, wanted.id, &place, wanted.known),
            Err(_) => reading.lose(&place, Loss::Refused(Reason::NotText)),
        }
    }
}

fn object(bytes: &[u8]) -> Option<Map<String, Value>> {
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}

/// The members of a manifest.
fn listed(manifest: &Map<String, Value>) -> impl Iterator<Item = &Map<String, Value>> {
    manifest.get("members").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

/// What is read so far.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) opened: Opened,
    ids: Ids,
    taken: HashSet<String>,
    bytes: u64,
}

impl Reading {
    pub(super) fn lose(&mut self, place: &str, loss: Loss) {
        self.opened.lost.push(Lost { place: place.to_owned(), loss });
    }

    /// A text that is what was saved, with what is known of it.
    pub(super) fn take(&mut self, text: String, id: Option<&str>, place: &str, known: Option<&Map<String, Value>>) {
        let about = match known {
            Some(known) => {
                let (about, whole) = record::about(known, &text);
                if !whole {
                    self.lose(place, Loss::Partly);
                }
                about
            }
            None => unknown(&text, place),
        };
        let id = match id {
            Some(id) if is_id(id) && self.taken.insert(id.to_owned()) => {
                self.ids.take(id);
                id.to_owned()
            }
            other => {
                if other.is_some() {
                    self.lose(place, Loss::Renamed);
                }
                let made = self.ids.make(&about.title);
                self.taken.insert(made.clone());
                made
            }
        };
        if let Some(known) = known {
            if known.get("on").and_then(Value::as_bool) == Some(false) {
                self.opened.corpus.off.push(id.clone());
            }
            if let Some(group) = words(known, "group") {
                let groups = &mut self.opened.corpus.groups;
                match groups.iter_mut().find(|(name, _)| name == group) {
                    Some((_, ids)) => ids.push(id.clone()),
                    None => groups.push((group.to_owned(), vec![id.clone()])),
                }
            }
        }
        self.opened.corpus.articles.push(about.of(id, text));
    }
}

/// What can be said of a text by itself.
fn unknown(text: &str, place: &str) -> About {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(place);
    let title: String = first.chars().take(120).collect();
    About { title, title_source: Source::Stated, language: language::of(text, None).tag, ..About::default() }
}

/// For [`super::link`], whose texts carry no checksum each.
pub(super) fn of_records(records: &[Value]) -> Opened {
    let mut reading = Reading::default();
    for record in records.iter().take(MEMBERS as usize).filter_map(Value::as_object) {
        if let Some(text) = words(record, "text") {
            reading.take(text.to_owned(), words(record, "id"), words(record, "id").unwrap_or(""), Some(record));
        }
    }
    reading.opened
}

impl Saved {
    /// How many bytes its texts have.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.articles.iter().map(|article: &Article| article.text.len()).sum()
    }
}
