//! A corpus in a link: its texts compressed, in the letters that an address may have.
//!
//! What stands in the link is base64url (RFC 4648, without padding) of: a byte for the format, the first eight bytes of
//! the SHA-256 of what follows unpacked, and that packed by DEFLATE. Unpacked it is JSON: the name and the texts, with
//! what is known of each where that isn't as by default.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};

use super::content::sha256;
use super::read::of_records;
use super::record::known;
use super::{Fault, Opened, Saved};
use crate::import::finish::MOST;

/// The format of today.
const FORMAT: u8 = 1;
/// How many bytes of the hash stand in the link.
const CHECK: usize = 8;
/// How many times its packed size a link may unpack to, above a megabyte.
const RATIO: usize = 200;

/// The corpus as it stands in a link.
#[must_use]
pub fn pack(saved: &Saved) -> String {
    let texts = saved.articles.iter().map(|article| {
        let mut record = known(article);
        record.insert("id".into(), article.id.as_str().into());
        record.insert("text".into(), article.text.as_str().into());
        Value::Object(record)
    });
    let whole = json!({ "name": saved.name, "texts": texts.collect::<Vec<_>>() }).to_string();
    let mut bytes = vec![FORMAT];
    bytes.extend_from_slice(&sha256(whole.as_bytes())[..CHECK]);
    let mut encoder = DeflateEncoder::new(bytes, Compression::best());
    // Into memory: it can't fail.
    let _ = encoder.write_all(whole.as_bytes());
    base64(&encoder.finish().unwrap_or_default())
}

/// Back.
///
/// # Errors
/// When it isn't what was packed.
pub fn unpack(link: &str) -> Result<Opened, Fault> {
    let bytes = from_base64(link).ok_or(Fault::Letters)?;
    let (format, rest) = bytes.split_first().ok_or(Fault::Damaged)?;
    if *format > FORMAT {
        return Err(Fault::Later);
    }
    let (check, packed) = rest.split_at_checked(CHECK).ok_or(Fault::Damaged)?;
    let mut whole = Vec::new();
    let most = MOST.min((1 << 20).max(packed.len().saturating_mul(RATIO)));
    let read = DeflateDecoder::new(packed).take(most as u64 + 1).read_to_end(&mut whole);
    if whole.len() > most {
        return Err(Fault::TooLarge);
    }
    if read.is_err() || sha256(&whole)[..CHECK] != *check {
        return Err(Fault::Damaged);
    }
    let value: Value = serde_json::from_slice(&whole).map_err(|_| Fault::Damaged)?;
    let texts = value.get("texts").and_then(Value::as_array).ok_or(Fault::Damaged)?;
    let mut opened = of_records(texts);
    opened.corpus.name = value.get("name").and_then(Value::as_str).unwrap_or("").to_owned();
    Ok(opened)
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let at = |place: usize| u32::from(part.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for letter in 0..=part.len() {
            out.push(char::from(LETTERS[(bits >> (18 - 6 * letter) & 63) as usize]));
        }
    }
    out
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut bits, mut have) = (0u32, 0);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        have += 6;
        if have >= 8 {
            have -= 8;
            out.push((bits >> have) as u8);
            bits &= (1 << have) - 1;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vectors of RFC 4648, section 10, in the URL's alphabet.
    #[test]
    fn letters_are_those_of_the_standard() {
        for (bytes, text) in
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
            assert_eq!(from_base64(text).unwrap(), bytes.as_bytes());
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "-__-");
        assert_eq!(from_base64("Zm9v="), None);
    }
}
