//! What a file is: by its content first, by its name where the content leaves it open.

use super::outcome::Format;
use super::reason::{Kind, Reason};
use super::table;

/// The extension in lower case; empty where there is none.
pub fn extension(place: &str) -> String {
    let name = place.rsplit('/').next().unwrap_or(place);
    name.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_ascii_lowercase())
}

/// What the first bytes say, of formats that aren't text. `None`: it may be text.
///
/// # Errors
/// When it is of a kind that isn't read.
pub fn of_bytes(bytes: &[u8]) -> Result<Option<Format>, Reason> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let at = |from: usize, magic: &[u8]| bytes.get(from..from + magic.len()) == Some(magic);
    let kind = |kind: Kind| Err(Reason::Unsupported(kind));
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return Ok(Some(Format::Zip));
    }
    // Some programs put a few bytes before it.
    if bytes[..bytes.len().min(1024)].windows(5).any(|part| part == b"%PDF-") {
        return Ok(Some(Format::Pdf));
    }
    if starts(b"{\\rtf") {
        return Ok(Some(Format::Rtf));
    }
    if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return kind(Kind::OldOffice);
    }
    if starts(b"\x89PNG")
        || starts(b"\xff\xd8\xff")
        || starts(b"GIF8")
        || at(8, b"WEBP")
        || starts(b"II*\0")
        || starts(b"MM\0*")
        || at(4, b"ftypavif")
        || at(4, b"ftypheic")
        || starts(b"\0\0\x01\0") && bytes.len() > 22
    {
        return kind(Kind::Picture);
    }
    if starts(b"BM") && at(6, &[0; 4]) {
        return kind(Kind::Picture);
    }
    if starts(b"ID3")
        || starts(b"OggS")
        || starts(b"fLaC")
        || at(8, b"WAVE")
        || at(4, b"ftypM4A")
        || starts(b"\xff\xfb")
    {
        return kind(Kind::Sound);
    }
    if at(4, b"ftyp") || starts(b"\x1a\x45\xdf\xa3") || at(8, b"AVI ") {
        return kind(Kind::Film);
    }
    if starts(b"\x1f\x8b")
        || starts(b"BZh")
        || starts(b"7z\xbc\xaf\x27\x1c")
        || starts(b"Rar!")
        || starts(b"\xfd7zXZ")
        || starts(b"\x28\xb5\x2f\xfd")
        || at(257, b"ustar")
    {
        return kind(Kind::Archive);
    }
    if starts(b"bplist00") {
        return kind(Kind::WebArchive);
    }
    if at(60, b"BOOKMOBI") || at(60, b"TEXtREAd") {
        return kind(Kind::Kindle);
    }
    if starts(b"\x7fELF")
        || starts(b"MZ") && at(2, &[bytes.get(2).copied().unwrap_or(0)]) && bytes.contains(&0)
        || starts(b"\0asm")
        || starts(b"\xca\xfe\xba\xbe")
        || starts(b"\xcf\xfa\xed\xfe")
    {
        return kind(Kind::Program);
    }
    if starts(b"wOFF") || starts(b"wOF2") || starts(b"OTTO") || starts(b"\0\x01\0\0\0") {
        return Err(Reason::PageAsset);
    }
    Ok(None)
}

/// The encoding that a page or a document of XML names.
pub fn stated_encoding(bytes: &[u8]) -> Option<String> {
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let after = |mark: &str| {
        let rest = beginning.split_once(mark)?.1.trim_start_matches([' ', '"', '\'']);
        let label: String =
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')).collect();
        (!label.is_empty()).then_some(label)
    };
    if beginning.trim_start().starts_with("<?xml") {
        return after("encoding=");
    }
    beginning.contains("<meta").then(|| after("charset=")).flatten()
}

/// What a text is.
///
/// # Errors
/// When it is of a kind that isn't read.
pub fn of_text(place: &str, text: &str) -> Result<Format, Reason> {
    let extension = extension(place);
    let beginning = text.trim_start_matches('\u{feff}').trim_start();
    let low = beginning[..beginning.floor_char_boundary(1500)].to_ascii_lowercase();
    // A declaration and comments come before what matters.
    let mut root = low.as_str();
    loop {
        root = root.trim_start();
        let end = match root {
            _ if root.starts_with("<?") => root.find("?>").map(|at| at + 2),
            _ if root.starts_with("<!--") => root.find("-->").map(|at| at + 3),
            _ => None,
        };
        match end {
            Some(end) => root = &root[end..],
            None => break,
        }
    }
    if root.starts_with("<!doctype html")
        || root.starts_with("<html")
        || root.starts_with("<head")
        || root.starts_with("<body")
    {
        return Ok(Format::Html);
    }
    if root.starts_with("<svg") || root.starts_with("<!doctype svg") {
        return Err(Reason::Unsupported(Kind::Picture));
    }
    if low.starts_with("<?xml")
        || root.starts_with("<tei")
        || root.starts_with("<rss")
        || root.starts_with("<feed")
        || extension == "xml" && root.starts_with('<')
    {
        return Ok(Format::Xml);
    }
    if low.contains("mime-version:") && (low.contains("content-type: multipart/") || low.starts_with("from: <saved by"))
        || extension == "eml" && low.contains("\nsubject:")
    {
        return Ok(Format::Mhtml);
    }
    if let Some(format) = json(beginning, &extension) {
        return Ok(format);
    }
    match extension.as_str() {
        "js" | "mjs" | "css" | "map" | "woff" | "woff2" | "ttf" => return Err(Reason::PageAsset),
        "csv" | "tsv" | "tab" if table::delimiter(text).is_some() => return Ok(Format::Csv),
        "md" | "markdown" | "mkd" => return Ok(Format::Markdown),
        _ => {}
    }
    if table::has_heading(text) && table::delimiter(text).is_some() {
        return Ok(Format::Csv);
    }
    let tags = ["<p>", "<p ", "<div", "<h1", "<article", "<section", "<span", "<table", "<ul>"];
    if root.starts_with('<') && tags.iter().any(|tag| low.contains(tag))
        || matches!(extension.as_str(), "html" | "htm" | "xhtml") && low.contains('<')
    {
        return Ok(Format::Html);
    }
    if matches!(extension.as_str(), "xml" | "tei") && low.starts_with('<') {
        return Ok(Format::Xml);
    }
    Ok(Format::Text)
}

/// JSON by how it begins and that it parses, or that it is called so.
fn json(text: &str, extension: &str) -> Option<Format> {
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let first = text.lines().next().unwrap_or("").trim_end();
    let a_line_each = first.starts_with('{') && first.ends_with('}') && first.len() < text.trim_end().len();
    if matches!(extension, "jsonl" | "ndjson") || a_line_each && super::json::parse(first).is_ok() {
        return Some(Format::JsonLines);
    }
    if extension == "json" {
        return Some(Format::Json);
    }
    // Prose may begin with a bracket: `[Photo: …]`.
    let next = text[1..].trim_start();
    let likely =
        if text.starts_with('{') { next.starts_with(['"', '}']) } else { next.starts_with(['{', '"', '[', ']']) };
    likely.then_some(Format::Json)
}

/// A file that systems and browsers keep beside others, by its name.
pub fn is_system(place: &str) -> bool {
    let name = place.rsplit('/').next().unwrap_or(place);
    place.starts_with("__MACOSX/")
        || place.contains("/__MACOSX/")
        || name.starts_with("._")
        || matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini" | ".gitignore" | ".localized")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_comes_before_the_name() {
        for (place, text, wanted) in [
            ("a.txt", "<!DOCTYPE html><html><p>x", Format::Html),
            ("a.txt", "<?xml version='1.0'?>\n<!-- c --><html xmlns='x'>", Format::Html),
            ("a.html", "Just prose.", Format::Text),
            ("a.txt", "<?xml version='1.0'?><TEI/>", Format::Xml),
            ("a.csv", "{\"text\": \"x\"}", Format::Json),
            ("a", "{\"text\": \"x\"}\n{\"text\": \"y\"}", Format::JsonLines),
            ("a.txt", "[Photo: x] A text.", Format::Text),
            ("a.csv", "One sentence, of prose.\nAnother.", Format::Text),
            ("a.txt", "title,text\na,b\n", Format::Csv),
            ("a.md", "# x", Format::Markdown),
            ("a.mht", "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", Format::Mhtml),
            ("a.xyz", "<div>x</div>", Format::Html),
        ] {
            assert_eq!(of_text(place, text), Ok(wanted), "{place} {text}");
        }
        assert_eq!(of_text("a.txt", "<svg onload=alert(1)>"), Err(Reason::Unsupported(Kind::Picture)));
        assert_eq!(of_bytes(b"%PDF-1.4"), Ok(Some(Format::Pdf)));
        assert_eq!(of_bytes(b"\x89PNG\r\n"), Err(Reason::Unsupported(Kind::Picture)));
        assert_eq!(of_bytes(b"MZ is how this text begins."), Ok(None));
    }

    #[test]
    fn encodings_that_files_name() {
        assert_eq!(stated_encoding(b"<?xml version='1.0' encoding='ISO-8859-2'?>").as_deref(), Some("iso-8859-2"));
        assert_eq!(stated_encoding(b"<html><meta charset=koi8-r>").as_deref(), Some("koi8-r"));
        assert_eq!(stated_encoding(b"charset=koi8-r"), None);
    }
}
