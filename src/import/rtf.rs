//! Rich Text Format.
//!
//! Read here and not by a crate: those there are know one code page only, and old RTF has many.

use encoding_rs::Encoding;

use super::draft::Draft;
use super::reason::Reason;

/// Groups within each other, at most.
const DEEPEST: usize = 256;

#[derive(Clone, Copy)]
struct Group {
    /// Its words aren't the text's.
    silent: bool,
    /// What they are then: a property of the document, or nothing.
    property: Property,
    /// How many characters stand for one of Unicode's, for readers that don't know it.
    fallback: usize,
    encoding: &'static Encoding,
    /// Whether nothing but the group's beginning came yet: a destination stands there.
    fresh: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Property {
    None,
    Title,
    Author,
    Fonts,
}

struct Reader {
    text: String,
    title: String,
    author: String,
    /// Bytes of a code page, and units of UTF-16, that aren't decoded yet.
    bytes: Vec<u8>,
    units: Vec<u16>,
    fonts: Vec<(i32, &'static Encoding)>,
}

/// Reads a document; what is cut short is read as far as it goes.
///
/// # Errors
/// When it nests too deep.
pub fn read(bytes: &[u8]) -> Result<Draft, Reason> {
    let mut reader = Reader {
        text: String::new(),
        title: String::new(),
        author: String::new(),
        bytes: Vec::new(),
        units: Vec::new(),
        fonts: Vec::new(),
    };
    let mut group = Group {
        silent: false,
        property: Property::None,
        fallback: 1,
        encoding: encoding_rs::WINDOWS_1252,
        fresh: true,
    };
    let mut outer: Vec<Group> = Vec::new();
    let mut page = encoding_rs::WINDOWS_1252;
    let mut font = 0;
    // Characters still to be passed over after one of Unicode's.
    let mut passing = 0usize;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        at += 1;
        match byte {
            b'{' => {
                reader.settle(&group);
                if outer.len() >= DEEPEST {
                    return Err(Reason::TooDeep(DEEPEST as u32));
                }
                outer.push(group);
                group.fresh = true;
                passing = 0;
            }
            b'}' => {
                reader.settle(&group);
                passing = 0;
                if let Some(before) = outer.pop() {
                    group = before;
                }
                if outer.is_empty() {
                    break;
                }
            }
            b'\r' | b'\n' => {}
            b'\\' => {
                let Some(&next) = bytes.get(at) else { break };
                if next == b'\'' {
                    let hex = bytes
                        .get(at + 1..at + 3)
                        .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
                    at += 3;
                    match hex {
                        _ if passing > 0 => passing -= 1,
                        Some(byte) => reader.byte(byte, &group),
                        None => {}
                    }
                    group.fresh = false;
                } else if next.is_ascii_alphabetic() {
                    let (word, number, after) = control(bytes, at);
                    at = after;
                    if passing > 0 && word != "u" {
                        passing -= 1;
                    }
                    if word == "bin" {
                        at = at.saturating_add(number.and_then(|number| usize::try_from(number).ok()).unwrap_or(0));
                    } else if word == "u" {
                        reader.bytes_settle(&group);
                        if let Some(number) = number {
                            reader.units.push(number as u16);
                        }
                        passing = group.fallback;
                    } else {
                        reader.settle(&group);
                        command(&mut reader, &mut group, word, number, &mut page, &mut font);
                    }
                    group.fresh = false;
                } else {
                    at += 1;
                    if next == b'*' {
                        // What an older reader may pass over, this one does too; but for Unicode's own copy.
                        if !bytes[at..].starts_with(b"\\ud") {
                            group.silent = true;
                        }
                        continue;
                    }
                    group.fresh = false;
                    if passing > 0 {
                        passing -= 1;
                        continue;
                    }
                    reader.settle(&group);
                    match next {
                        b'~' => reader.push("\u{a0}", &group),
                        b'_' => reader.push("\u{2011}", &group),
                        b'-' => reader.push("\u{ad}", &group),
                        b'\n' | b'\r' => reader.push("\n\n", &group),
                        b'\\' | b'{' | b'}' => reader.byte(next, &group),
                        _ => {}
                    }
                }
            }
            _ if passing > 0 => passing -= 1,
            _ => {
                reader.byte(byte, &group);
                group.fresh = false;
            }
        }
    }
    reader.settle(&group);
    let some = |words: String| Some(words).filter(|words| !words.trim().is_empty());
    Ok(Draft {
        text: reader.text.trim().to_owned(),
        title: some(reader.title),
        author: some(reader.author),
        ..Draft::default()
    })
}

/// A control word, its number, and where what follows begins.
fn control(bytes: &[u8], from: usize) -> (&str, Option<i32>, usize) {
    let letters = bytes[from..].iter().take(32).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = std::str::from_utf8(&bytes[from..from + letters]).unwrap_or("");
    let mut at = from + letters;
    let sign = usize::from(bytes.get(at) == Some(&b'-'));
    let digits = bytes[(at + sign).min(bytes.len())..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    let mut number = None;
    if digits > 0 {
        number = std::str::from_utf8(&bytes[at..at + sign + digits]).ok().and_then(|digits| digits.parse().ok());
        at += sign + digits;
    }
    if bytes.get(at) == Some(&b' ') {
        at += 1;
    }
    (word, number, at)
}

fn command(
    reader: &mut Reader,
    group: &mut Group,
    word: &str,
    number: Option<i32>,
    page: &mut &'static Encoding,
    font: &mut i32,
) {
    match word {
        "par" | "sect" | "page" => reader.push("\n\n", group),
        "line" | "row" | "softline" => reader.push("\n", group),
        "tab" | "cell" => reader.push("\t", group),
        "emdash" => reader.push("\u{2014}", group),
        "endash" => reader.push("\u{2013}", group),
        "lquote" => reader.push("\u{2018}", group),
        "rquote" => reader.push("\u{2019}", group),
        "ldblquote" => reader.push("\u{201c}", group),
        "rdblquote" => reader.push("\u{201d}", group),
        "bullet" => reader.push("\u{2022}", group),
        "emspace" | "enspace" => reader.push("\u{2002}", group),
        "zwj" => reader.push("\u{200d}", group),
        "zwnj" => reader.push("\u{200c}", group),
        "uc" => group.fallback = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(1).min(16),
        "ansicpg" => {
            *page = code_page(number.unwrap_or(1252));
            group.encoding = page;
        }
        "mac" => {
            *page = encoding_rs::MACINTOSH;
            group.encoding = page;
        }
        "f" => {
            *font = number.unwrap_or(0);
            let known = reader.fonts.iter().find(|(number, _)| number == font);
            group.encoding = known.map_or(page, |(_, encoding)| encoding);
        }
        "fcharset" if group.property == Property::Fonts => {
            if let Some(encoding) = character_set(number.unwrap_or(0)).filter(|_| reader.fonts.len() < 4096) {
                reader.fonts.push((*font, encoding));
            }
        }
        "fonttbl" => (group.silent, group.property) = (true, Property::Fonts),
        "info" => group.silent = true,
        "title" if group.silent => group.property = Property::Title,
        "author" if group.silent => group.property = Property::Author,
        "colortbl" | "stylesheet" | "pict" | "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl"
        | "footerr" | "footerf" | "fldinst" | "nonshppict" | "objdata" | "listtable" | "listoverridetable"
        | "rsidtbl" | "xmlnstbl" | "themedata" | "datastore" | "generator" | "operator" | "company" | "comment"
        | "doccomm" | "keywords" | "annotation" | "atnid" | "atnauthor" | "bkmkstart" | "bkmkend" | "filetbl"
        | "revtbl" | "latentstyles" | "pntext" | "listtext" => group.silent = true,
        "v" | "deleted" => group.silent |= number != Some(0),
        "plain" => group.encoding = page,
        _ => {}
    }
}

impl Reader {
    fn byte(&mut self, byte: u8, group: &Group) {
        self.units_settle(group);
        if !group.silent || group.property != Property::None {
            self.bytes.push(byte);
        }
    }

    fn settle(&mut self, group: &Group) {
        self.bytes_settle(group);
        self.units_settle(group);
    }

    fn bytes_settle(&mut self, group: &Group) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let (words, _) = group.encoding.decode_without_bom_handling(&bytes);
            self.push(&words, group);
        }
    }

    fn units_settle(&mut self, group: &Group) {
        if !self.units.is_empty() {
            let words = String::from_utf16_lossy(&std::mem::take(&mut self.units));
            self.push(&words, group);
        }
    }

    fn push(&mut self, words: &str, group: &Group) {
        match group.property {
            Property::Title => self.title.push_str(words),
            Property::Author => self.author.push_str(words),
            Property::Fonts => {}
            Property::None if group.silent => {}
            // Empty paragraphs are distance, not text.
            Property::None if words == "\n\n" && self.text.ends_with("\n\n") => {}
            Property::None => self.text.push_str(words),
        }
    }
}

/// The code page with this number, as far as browsers know it.
fn code_page(number: i32) -> &'static Encoding {
    let label = match number {
        866 => "ibm866".to_owned(),
        874 => "windows-874".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        other => ["windows-", &other.to_string()].concat(),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}

fn character_set(number: i32) -> Option<&'static Encoding> {
    let page = match number {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    Some(code_page(page))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rtf: &str) -> String {
        read(rtf.as_bytes()).unwrap().text
    }

    #[test]
    fn words_code_pages_and_unicode() {
        assert_eq!(
            text(r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}Caf\'e9 \u8220?open\u8221?\par Two \b bold\b0  words}"),
            "Caf\u{e9} \u{201c}open\u{201d}\n\nTwo bold words"
        );
        assert_eq!(
            text(r"{\rtf1\ansi{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}{\f1\'cf\'f0\'e8}{\f0\'e9}}"),
            "\u{41f}\u{440}\u{438}\u{e9}"
        );
        assert_eq!(text(r"{\rtf1\uc1\u-10179?\u-8704?}"), "\u{1f600}");
        assert_eq!(text(r"{\rtf1{\*\generator x;}{\info{\title T}{\author A}}a{\v b}{\*\ud c}\{d\}}"), "ac{d}");
        let draft = read(br"{\rtf1{\info{\title Quay}{\author A. Person}}x}").unwrap();
        assert_eq!((draft.title.as_deref(), draft.author.as_deref()), (Some("Quay"), Some("A. Person")));
    }

    #[test]
    fn what_is_broken_ends() {
        for rtf in [
            r"{\rtf1 a\",
            r"{\rtf1 a\'",
            r"{\rtf1 a\'z",
            r"{\rtf1\bin99999999999 a",
            r"{\rtf1\bin2147483647 a",
            r"}}}}",
            r"{\rtf1\uc99999\u8220 abc",
        ] {
            let _ = read(rtf.as_bytes()).unwrap();
        }
        assert_eq!(read("{".repeat(1000).as_bytes()).unwrap_err(), Reason::TooDeep(256));
    }
}
