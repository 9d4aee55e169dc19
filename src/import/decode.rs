//! Bytes to text: which encoding, and whether it is a guess.
//!
//! In this order: what a person chose; a byte order mark; UTF-16 by where its zero bytes stand;
//! UTF-8, which other text hardly ever is by chance; what the file says of itself; a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use super::outcome::Encoding;
use super::reason::Reason;

/// Text from bytes.
#[derive(Debug)]
pub struct Decoded {
    /// The text; what could not be read is U+FFFD.
    pub text: String,
    /// How it was read.
    pub encoding: Encoding,
}

/// So many bytes tell the encoding.
const SAMPLE: usize = 1 << 20;

/// Reads bytes as text. `stated` is the encoding the file names, `chosen` the one a person chose.
///
/// # Errors
/// When the bytes are no text.
pub fn decode(bytes: &[u8], stated: Option<&str>, chosen: Option<&str>) -> Result<Decoded, Reason> {
    if let Some(encoding) = chosen.and_then(label) {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        return Ok(decoded(text.into_owned(), encoding, false, true));
    }
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return texts(decoded(text.into_owned(), encoding, false, false));
    }
    if let Some(encoding) = by_zeros(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return texts(decoded(text.into_owned(), encoding, true, false));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => return texts(decoded(text.to_owned(), UTF_8, false, false)),
        Err(broken) => {
            if nearly_utf8(bytes, broken) {
                let (text, _) = UTF_8.decode_without_bom_handling(bytes);
                return texts(decoded(text.into_owned(), UTF_8, true, false));
            }
        }
    }
    if !may_be_text(bytes) {
        return Err(Reason::NotText);
    }
    if let Some(encoding) = stated.and_then(label).filter(|encoding| *encoding != UTF_8) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        if !broken {
            return texts(decoded(text.into_owned(), encoding, false, false));
        }
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // What isn't ASCII tells: the sample begins a little before it does.
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0).saturating_sub(200);
    let sample = &bytes[first..bytes.len().min(first + SAMPLE)];
    detector.feed(sample, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    texts(decoded(text.into_owned(), encoding, true, false))
}

/// The encoding with this label.
fn label(name: &str) -> Option<&'static encoding_rs::Encoding> {
    encoding_rs::Encoding::for_label(name.as_bytes())
}

fn decoded(text: String, encoding: &'static encoding_rs::Encoding, guess: bool, chosen: bool) -> Decoded {
    Decoded { text, encoding: Encoding { name: encoding.name().to_owned(), guess, chosen } }
}

/// UTF-16 without its mark: nearly every second byte of the beginning is zero, and none between.
fn by_zeros(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let pairs = sample.len() / 2;
    if pairs < 2 {
        return None;
    }
    let zeros = |at: usize| sample.chunks_exact(2).filter(|pair| pair[at] == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= pairs * 4 && even * 50 <= pairs {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 4 && odd * 50 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether this is UTF-8 with a few broken places: far more letters of several bytes are whole than
/// not, or only the end is cut.
fn nearly_utf8(bytes: &[u8], broken: std::str::Utf8Error) -> bool {
    if broken.error_len().is_none() && bytes.len() - broken.valid_up_to() < 4 {
        return bytes[..broken.valid_up_to()].iter().any(|byte| !byte.is_ascii());
    }
    let (mut whole, mut not) = (0usize, 0usize);
    for chunk in bytes[..bytes.len().min(SAMPLE)].utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xc2).count();
        not += usize::from(!chunk.invalid().is_empty());
    }
    whole >= 10 * not
}

/// Whether the beginning may be text of an encoding of single or several bytes.
fn may_be_text(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    controls(sample.iter().map(|&byte| u32::from(byte))) * 200 <= sample.len()
}

/// Control characters that no text has.
fn controls(codes: impl Iterator<Item = u32>) -> usize {
    codes.filter(|code| matches!(code, 0..=8 | 0xe..=0x1a | 0x1c..=0x1f | 0x7f)).count()
}

/// The text, if it is one: at most one control character in 200.
fn texts(decoded: Decoded) -> Result<Decoded, Reason> {
    let sample = &decoded.text[..decoded.text.floor_char_boundary(SAMPLE)];
    let number = sample.chars().count();
    let unread = sample.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    if controls(sample.chars().map(u32::from)) * 200 > number.max(200) || unread * 4 > number.max(8) {
        return Err(Reason::NotText);
    }
    Ok(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8]) -> (String, String, bool) {
        let decoded = decode(bytes, None, None).unwrap();
        (decoded.encoding.name, decoded.text, decoded.encoding.guess)
    }

    #[test]
    fn marks_and_zeros_tell() {
        assert_eq!(name(b"\xef\xbb\xbfquay"), ("UTF-8".into(), "quay".into(), false));
        assert_eq!(name(b"\xff\xfeq\0u\0"), ("UTF-16LE".into(), "qu".into(), false));
        assert_eq!(name(b"\0q\0u\0a\0y"), ("UTF-16BE".into(), "quay".into(), true));
        assert_eq!(name("caf\u{e9}".as_bytes()), ("UTF-8".into(), "caf\u{e9}".into(), false));
    }

    #[test]
    fn old_encodings_are_guessed_and_can_be_chosen() {
        let bytes = b"Le ministre a d\xe9clar\xe9 que la r\xe9union \xe9tait \x93termin\xe9e\x94.";
        let (encoding, text, guess) = name(bytes);
        assert!(guess && encoding == "windows-1252", "{encoding}");
        assert!(text.contains("d\u{e9}clar\u{e9}"));
        let chosen = decode(bytes, None, Some("koi8-r")).unwrap();
        assert!(chosen.encoding.chosen && !chosen.text.contains('\u{e9}'));
        assert!(!decode(bytes, Some("windows-1252"), None).unwrap().encoding.guess);
    }

    #[test]
    fn lone_surrogates_and_cut_ends_are_marked_not_lost() {
        let (_, text, _) = name(b"\xff\xfea\0b\0c\0d\0e\0f\0g\0\x00\xd8h\0");
        assert_eq!(text, "abcdefg\u{fffd}h");
        let cut = &"\u{e9}t\u{e9} \u{e0} la plage \u{e9}".as_bytes()[..19];
        assert!(name(cut).1.starts_with("\u{e9}t\u{e9}"));
    }

    #[test]
    fn bytes_of_programs_are_no_text() {
        let bytes: Vec<u8> = (0..4000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(decode(&bytes, None, None).unwrap_err(), Reason::NotText);
    }
}
