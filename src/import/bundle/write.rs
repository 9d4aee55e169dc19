//! A corpus to the bytes of its file.

use std::collections::{BTreeSet, HashMap};
use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::content::{hex, sha256};
use super::record::known;
use super::{FORMAT, MEDIA_TYPE, Saved};
use crate::import::archive::{ALL, MEMBERS, RATIO, RATIO_FROM};
use crate::import::finish::MOST;
use crate::import::reason::Reason;

/// What the manifest and the list of texts say that they are.
pub(super) const KIND: &str = "parallax-corpus";
pub(super) const MIMETYPE: &str = "mimetype";
pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const CORPUS: &str = "corpus.json";
pub(super) const SETTINGS: &str = "settings.json";
/// The folder of the texts.
pub(super) const TEXTS: &str = "texts/";
/// Members besides the texts.
const OTHERS: usize = 4;
/// The longest that a text's name is made of its title, in characters.
const LONGEST: usize = 60;

/// The corpus as a file. `heard` is told which text is at hand, and how many are done.
///
/// # Errors
/// When it is larger than a file may be to be opened again.
pub fn write(saved: &Saved, heard: &mut dyn FnMut(&str, usize)) -> Result<Vec<u8>, Reason> {
    if saved.articles.len() + OTHERS > MEMBERS as usize {
        return Err(Reason::TooMany(MEMBERS - OTHERS as u32));
    }
    if saved.articles.iter().any(|article| article.text.len() > MOST) {
        return Err(Reason::TooLarge((MOST >> 20) as u32));
    }
    let off: BTreeSet<&str> = saved.off.iter().map(String::as_str).collect();
    // An article that is put into several groups is in the first of them.
    let mut groups: HashMap<&str, &str> = HashMap::new();
    for (name, ids) in &saved.groups {
        for id in ids {
            groups.entry(id).or_insert(name);
        }
    }
    let mut files = Vec::new();
    let mut texts = Vec::new();
    let width = saved.articles.len().to_string().len().max(3);
    for (number, article) in (1..).zip(&saved.articles) {
        let file = file_name(number, width, &article.title, &article.id);
        let hash = hex(&sha256(article.text.as_bytes()));
        let mut record = serde_json::Map::new();
        record.insert("id".into(), article.id.as_str().into());
        record.insert("file".into(), file.as_str().into());
        record.insert("sha256".into(), hash.as_str().into());
        record.insert("on".into(), (!off.contains(&*article.id)).into());
        if let Some(group) = groups.get(&*article.id) {
            record.insert("group".into(), (*group).into());
        }
        record.append(&mut known(article));
        texts.push(Value::Object(record));
        files.push((file, article.text.as_bytes(), hash, Some(&*article.id)));
    }
    let corpus = pretty(&json!({ "kind": KIND, "format": FORMAT, "name": saved.name, "texts": texts }));
    let settings = pretty(&json!({ "address": saved.address }));
    let others = [(CORPUS, &corpus), (SETTINGS, &settings)];
    let members: Vec<Value> = others
        .iter()
        .map(|(name, text)| json!({ "name": name, "bytes": text.len(), "sha256": hex(&sha256(text.as_bytes())) }))
        .chain(
            files
                .iter()
                .map(|(name, bytes, hash, id)| json!({ "name": name, "id": id, "bytes": bytes.len(), "sha256": hash })),
        )
        .collect();
    let manifest = pretty(&json!({
        "kind": KIND, "format": FORMAT, "version": saved.version, "saved": saved.saved, "name": saved.name,
        "members": members,
    }));
    let all: usize = files.iter().map(|(_, bytes, ..)| bytes.len()).sum::<usize>()
        + [&manifest, &corpus, &settings].map(String::len).iter().sum::<usize>();
    if all as u64 + MEDIA_TYPE.len() as u64 > ALL || [&manifest, &corpus].iter().any(|text| text.len() > MOST) {
        return Err(Reason::ArchiveTooLarge((ALL >> 20) as u32));
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    put(&mut zip, MIMETYPE, MEDIA_TYPE.as_bytes(), true)?;
    put(&mut zip, MANIFEST, manifest.as_bytes(), false)?;
    for (name, text) in others {
        put(&mut zip, name, text.as_bytes(), false)?;
    }
    for (done, (name, bytes, ..)) in files.iter().enumerate() {
        heard(name, done);
        put(&mut zip, name, bytes, false)?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|broken| Reason::Damaged(broken.to_string()))
}

fn put(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8], stored: bool) -> Result<(), Reason> {
    let method = if stored || shrinks_too_far(bytes) { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    // The same bytes whenever and wherever it is written: when it was saved, the manifest says.
    let options = SimpleFileOptions::default().compression_method(method).last_modified_time(zip::DateTime::default());
    let written = zip.start_file(name, options).and_then(|()| Ok(zip.write_all(bytes)?));
    written.map_err(|broken| Reason::Damaged(broken.to_string()))
}

/// Whether a member would shrink by more than an archive's may: it is stored as it is then.
fn shrinks_too_far(bytes: &[u8]) -> bool {
    if (bytes.len() as u64) <= RATIO_FROM {
        return false;
    }
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::default());
    let length = packed.write_all(bytes).and_then(|()| packed.finish()).map_or(0, |packed| packed.len() as u64);
    // A little less: another release of the compressor may do better.
    bytes.len() as u64 > length.saturating_mul(RATIO - RATIO / 10)
}

fn pretty(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default(); // Keys are texts: it can be written.
    text.push('\n');
    text
}

/// `texts/007-the-quay-is-open.txt`: in the corpus's order, called by its title, fit for any disk.
fn file_name(number: usize, width: usize, title: &str, id: &str) -> String {
    let mut name = String::new();
    let mut length = 0;
    let mut gap = false;
    for letter in title.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            if gap && length > 0 {
                name.push('-');
            }
            name.push(letter);
            length += 1 + usize::from(gap);
            gap = false;
        } else {
            // Apostrophes part no words.
            gap |= !matches!(letter, '\'' | '\u{2019}');
        }
        if length >= LONGEST {
            break;
        }
    }
    let number = number.to_string();
    let zeros = "0".repeat(width.saturating_sub(number.len()));
    [TEXTS, &zeros, &number, "-", if name.is_empty() { id } else { &name }, ".txt"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_called_by_their_titles() {
        let name = |title: &str| file_name(7, 3, title, "id");
        assert_eq!(name("The quay’s open: “at last”"), "texts/007-the-quays-open-at-last.txt");
        assert_eq!(name("../../etc/passwd"), "texts/007-etc-passwd.txt");
        assert_eq!(name("НАТО и Россия"), "texts/007-нато-и-россия.txt");
        assert_eq!(name("…"), "texts/007-id.txt");
        assert!(name(&"long ".repeat(99)).chars().count() < 80);
    }
}
