//! Files made to break a reader: each ends in a text or a reason, in time.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use parallax::import::Reason;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{files, import, reasons};

/// Two seconds are the limit; unoptimised code on a busy machine may take more.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 2 });

/// The folder that [`are_written`] writes to.
const FOLDER: &str = "PARALLAX_HOSTILE";

/// Unoptimised, a tenth is as telling: what grows with the square shows all the same.
fn many(number: usize) -> usize {
    if cfg!(debug_assertions) && std::env::var_os(FOLDER).is_none() { number / 10 } else { number }
}

fn packed(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        archive
            .start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated))
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn docx(document: &str) -> Vec<u8> {
    packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())])
}

fn odt(content: &str) -> Vec<u8> {
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", b"<m/>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn epub(opf: &str, chapter: &str) -> Vec<u8> {
    let container = "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='b.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
    packed(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.as_bytes()),
        ("b.opf", opf.as_bytes()),
        ("c.xhtml", chapter.as_bytes()),
    ])
}

const OPF: &str = "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>t</dc:title></metadata><manifest><item id='c' href='c.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='c'/></spine></package>";

/// Everything that is thrown at the readers: names and bytes.
fn hostile() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |name: &str, bytes: Vec<u8>| files.push((name.to_owned(), bytes));
    let zeros = vec![0u8; many(20 << 20)];
    let blanks = vec![b' '; many(20 << 20)];

    // Bombs.
    add("ratio.zip", packed(&[("a.txt", &zeros)]));
    add("blanks.zip", packed(&[("a.txt", &blanks), ("b.txt", b"Prose, all the same.")]));
    add(
        "many-bombs.zip",
        packed(
            &(0..40)
                .map(|_| ("x.txt", zeros.as_slice()))
                .enumerate()
                .map(|(n, (_, b))| (["a.txt", "b.txt", "c.txt"][n % 3], b))
                .take(3)
                .collect::<Vec<_>>(),
        ),
    );
    add("bomb.docx", docx(&String::from_utf8(blanks.clone()).unwrap()));
    add("bomb.odt", odt(&String::from_utf8(blanks.clone()).unwrap()));
    add("bomb.epub", epub(OPF, &String::from_utf8(blanks.clone()).unwrap()));
    let mut nested = packed(&[("a.txt", b"Prose, deep within.")]);
    for _ in 0..8 {
        nested = packed(&[("inner.zip", &nested)]);
    }
    add("nested.zip", nested);
    let bomb = packed(&[("a.txt", &zeros)]);
    add("nested-bombs.zip", packed(&[("a.zip", &bomb), ("b.zip", &packed(&[("c.zip", &bomb)]))]));
    let mut crowd = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..10_050 {
        crowd.start_file(format!("{number}.txt"), SimpleFileOptions::default()).unwrap();
    }
    add("many.zip", crowd.finish().unwrap().into_inner());
    add(
        "laughs.xml",
        format!(
            "<!DOCTYPE x [<!ENTITY a0 \"ha\">{}]><x>&a40;</x>",
            (1..41).map(|n| format!("<!ENTITY a{n} \"&a{0};&a{0};\">", n - 1)).collect::<String>()
        )
        .into_bytes(),
    );
    add("outside.xml", b"<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&f; words</x>".to_vec());

    // Depth.
    for depth in [300, many(20_000), many(200_000)] {
        add("deep.xml", "<a>".repeat(depth).into_bytes());
        add("deep.html", format!("<html><body>{}words", "<div>".repeat(depth)).into_bytes());
        add("deep-inline.html", format!("<html><p>{}words", "<b>".repeat(depth)).into_bytes());
        add("deep.json", "[".repeat(depth).into_bytes());
        add("deep-objects.json", "{\"a\":".repeat(depth).into_bytes());
        add("deep.md", [">".repeat(depth).as_bytes(), b" words"].concat());
        add("deep-list.md", [&b"- ".repeat(depth)[..], b" words"].concat());
        add("deep-emphasis.md", ["*a **b ".repeat(depth / 10).as_bytes(), b" words"].concat());
        add("deep-links.md", ["[".repeat(depth / 4), "x".into(), "](a)".repeat(depth / 4)].concat().into_bytes());
        add("deep.rtf", [b"{\\rtf1 ", &b"{".repeat(depth)[..]].concat());
        add("deep.docx", docx(&"<w:p>".repeat(depth)));
        add("deep.odt", odt(&["<body>", &"<p>".repeat(depth)].concat()));
        add("deep.epub", epub(OPF, &"<div>".repeat(depth)));
        add("deep-opf.epub", epub(&"<package>".repeat(depth), "<p>x</p>"));
    }

    // Shapes that make parsers slow.
    add(
        "styles.html",
        format!("<html>{}{}", (0..400).map(|n| format!("<b id={n}>")).collect::<String>(), "<p>x".repeat(many(20_000)))
            .into_bytes(),
    );
    add(
        "attributes.html",
        format!("<html><p {}>words", (0..many(60_000)).map(|n| format!("a{n}=1 ")).collect::<String>()).into_bytes(),
    );
    add("tables.html", format!("<html>{}words", "<table><tr><td>".repeat(many(30_000))).into_bytes());
    add("unclosed.html", format!("<html><p>words {}", "<a href='x'>link ".repeat(many(50_000))).into_bytes());
    add("comments.html", format!("<html><p>words{}", "<!--".repeat(many(100_000))).into_bytes());
    add("scripts.html", format!("<html><p>words{}", "<script>".repeat(many(100_000))).into_bytes());
    add("angles.html", format!("<html><p>words {}", "<".repeat(many(1_000_000))).into_bytes());
    add("ampersands.html", format!("<html><p>words {}", "&".repeat(many(1_000_000))).into_bytes());
    add(
        "paragraphs.html",
        format!("<html><body>{}", "<p>Some words of a paragraph, and more of them.</p>".repeat(many(60_000)))
            .into_bytes(),
    );
    add("select.html", format!("<html><select>{}", "<option>x<select>".repeat(many(20_000))).into_bytes());
    add("quotes.csv", format!("title,text\n{}", "\"".repeat(many(1_000_010) + 1)).into_bytes());
    add("columns.csv", format!("title,text{}\n{}", ",x".repeat(many(200_000)), "a,b\n".repeat(2000)).into_bytes());
    add("records.csv", format!("title,text\n{}", "a,A text of a few words\n".repeat(12_000)).into_bytes());
    add("records.jsonl", "{\"text\":\"A text of a few words\"}\n".repeat(12_000).into_bytes());
    add(
        "keys.json",
        format!(
            "[{}]",
            (0..many(3000)).map(|n| format!("{{\"k{n}\":\"value\",\"text\":\"words\"}}")).collect::<Vec<_>>().join(",")
        )
        .into_bytes(),
    );
    add("numbers.json", format!("[{}1]", "1,".repeat(9_000)).into_bytes());
    add("backticks.md", "`".repeat(many(100_000)).into_bytes());
    add("brackets.md", "![](".repeat(many(50_000)).into_bytes());
    add("references.md", (0..many(20_000)).map(|n| format!("[{n}]: x\n[{n}]\n")).collect::<String>().into_bytes());

    // Lines without end.
    let megabytes = if cfg!(debug_assertions) { 1 } else { 100 };
    add("line.txt", "word ".repeat(megabytes * 200_000).into_bytes());
    add("letters.txt", "x".repeat(megabytes * 1_000_000).into_bytes());
    add("line.html", format!("<html><p>{}", "word ".repeat(megabytes * 200_000)).into_bytes());
    add("line.csv", "word,".repeat(megabytes * 200_000).into_bytes());
    add("line.json", format!("{{\"text\":\"{}\"}}", "word ".repeat(megabytes * 200_000)).into_bytes());
    add("line.md", "word ".repeat(megabytes * 200_000).into_bytes());
    add("line.rtf", format!("{{\\rtf1 {}}}", "word ".repeat(megabytes * 200_000)).into_bytes());
    add("line.xml", format!("<x>{}</x>", "word ".repeat(megabytes * 200_000)).into_bytes());

    // Zero bytes, lone surrogates, what isn't seen, what isn't a letter.
    add("zeros.txt", vec![0; 5000]);
    add("one-zero.txt", b"Prose with a \0 in it, and some more of it.".to_vec());
    add("surrogate-high.txt", b"\xff\xfeP\0r\0o\0s\0e\0 \0\x00\xd8x\0".to_vec());
    add("surrogate-low.txt", b"\xfe\xff\0P\0r\0o\0s\0e\xdc\x00\0x".to_vec());
    add("surrogate-end.txt", b"\xff\xfeP\0r\0o\0s\0e\0\x00\xd8".to_vec());
    add("odd.txt", b"\xff\xfeP\0r\0o\0s\0e\0x".to_vec());
    add("surrogates.txt", [&b"\xff\xfe"[..], &b"\x00\xd8".repeat(5000)].concat());
    add("surrogate.json", br#"{"text":"Prose \ud800 and \udc00 more"}"#.to_vec());
    add("surrogate.jsonl", b"{\"text\":\"Prose \\udfff\"}\n{\"text\":\"\\ud83d\"}\n".to_vec());
    add("surrogate.html", b"<html><p>Prose &#xD800; and &#55296; &#x110000; &#0; &#99999999999; more".to_vec());
    add("surrogate.xml", b"<x>Prose &#xD800; &#x110000; &#0;</x>".to_vec());
    add("surrogate.rtf", br"{\rtf1 Prose \u-10240? and \u-9216? \u55296? \u99999999999? more}".to_vec());
    add("wtf8.txt", b"Prose \xed\xa0\x80 and \xed\xb0\x80 more of it".to_vec());
    add("overlong.txt", b"Prose \xc0\xaf and \xe0\x80\xaf more \xf8\x88\x80\x80\x80 of it".to_vec());
    add("bidi.txt", "Prose \u{202e}esrever\u{202c} and \u{2066}isolated\u{2069}".repeat(100).into_bytes());
    add("zero-width.txt", "Pro\u{200b}se wi\u{200d}th \u{feff}zero\u{2060}width".repeat(100).into_bytes());
    add("only-zero-width.txt", "\u{200b}\u{feff}\u{2060}".repeat(1000).into_bytes());
    add("tags.txt", "Prose \u{e0041}\u{e0042}\u{e007f}".repeat(50).into_bytes());
    add("zalgo.txt", format!("Prose {}", "a\u{300}\u{301}\u{302}\u{303}\u{304}".repeat(many(20_000))).into_bytes());
    add("marks.txt", format!("Prose {}", "\u{300}".repeat(many(200_000))).into_bytes());
    add("private.txt", "Prose \u{e000}\u{f8ff}\u{10fffd}\u{fffe}\u{ffff}".into());
    add("separators.txt", "Prose\u{2028}and\u{2029}more\u{85}of\u{b}it\u{c}all".into());
    add("returns.txt", b"Prose\rand\rmore\r\r\rof it".to_vec());
    add("newlines.txt", [&b"Prose"[..], &b"\n".repeat(many(500_000))].concat());
    add("same-lines.txt", b"Prose and more\n".repeat(many(100_000)));
    add("utf7.txt", b"+ADw-script+AD4-alert(1)+ADw-/script+AD4- prose".to_vec());
    add("utf32.txt", "Prose".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect());
    add("mark-only.txt", b"\xef\xbb\xbf".to_vec());
    add("mark-only16.txt", b"\xff\xfe".to_vec());
    add("two-marks.txt", b"\xef\xbb\xbf\xef\xbb\xbfProse".to_vec());
    add("noise.txt", (0..200_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 11) as u8).collect());
    add("escape.txt", b"\x1b[31mProse\x1b[0m \x1b]0;title\x07".repeat(20));
    add("iso2022.txt", b"Prose \x1b$B$3$s\x1b(B".repeat(50));

    // Wrong names.
    for extension in [
        "txt", "md", "html", "mhtml", "docx", "odt", "epub", "rtf", "csv", "json", "xml", "zip", "pdf", "png", "exe",
        "",
    ] {
        add(&format!("page.{extension}"), files::bytes("page.html"));
        add(&format!("word.{extension}"), files::bytes("word.docx"));
        add(&format!("prose.{extension}"), b"Prose of a few words, and nothing else.".to_vec());
    }
    for (name, bytes) in [
        ("picture.txt", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..]),
        ("photo.html", b"\xff\xd8\xff\xe0\0\x10JFIF"),
        ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("packed.txt", b"\x1f\x8b\x08\0\0\0\0\0"),
        ("seven.zip", b"7z\xbc\xaf\x27\x1c\0\x04"),
        ("rar.zip", b"Rar!\x1a\x07\0"),
        ("sound.txt", b"ID3\x04\0\0\0\0"),
        ("program.txt", b"\x7fELF\x02\x01\x01\0"),
        ("module.txt", b"\0asm\x01\0\0\0"),
        ("plist.html", b"bplist00\xd1\x01\x02"),
        ("vector.html", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><text>x</text></svg>"),
        ("vector.xml", b"<?xml version='1.0'?><svg onload='alert(1)'/>"),
        ("print.txt", b"%PDF-1.7\n1 0 obj"),
    ] {
        add(name, bytes.to_vec());
    }

    // Cut short, or changed on the way.
    for name in [
        "word.docx",
        "open.odt",
        "book.epub",
        "papers.zip",
        "rich.rtf",
        "page.mhtml",
        "page.html",
        "edition.xml",
        "table.csv",
        "records.json",
        "utf16.txt",
    ] {
        let whole = files::bytes(name);
        for part in [1, 3, 10, 25, 50, 90, 99] {
            add(name, whole[..(whole.len() * part / 100).max(1)].to_vec());
        }
        let mut changed = whole.clone();
        for at in (0..changed.len()).step_by(97) {
            changed[at] ^= 0x55;
        }
        add(name, changed);
        add(name, [&whole[whole.len() / 2..], &whole[..whole.len() / 2]].concat());
        add(name, [&whole[..], &whole[..]].concat());
    }

    // Names of members that lead elsewhere.
    add(
        "paths.zip",
        packed(&[
            ("../../etc/passwd", b"Prose of one"),
            ("/absolute.txt", b"Prose of two"),
            ("C:\\windows.txt", b"Prose of three"),
            ("a//b/../c.txt", b"Prose of four"),
            ("\u{202e}txt.exe", b"Prose of five"),
            ("<img src=x onerror=alert(1)>.txt", b"Prose of six"),
        ]),
    );
    add("long-name.zip", packed(&[(&"n".repeat(60_000), b"Prose")]));
    add("empty.zip", packed(&[]));
    add("folders.zip", packed(&[("a/", b""), ("a/b/", b"")]));
    add("no-text.docx", packed(&[("word/document.xml", b"<w:document/>")]));
    add(
        "no-document.odt",
        packed(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", b"x"),
            ("content.xml", b""),
        ]),
    );
    add("nowhere.epub", epub(&OPF.replace("c.xhtml", "../../nowhere.xhtml"), "<p>x</p>"));
    add("outside.epub", epub(&OPF.replace("c.xhtml", "https://example.org/x"), "<p>x</p>"));
    add("itself.epub", epub(&OPF.replace("c.xhtml", "b.opf"), "<p>x</p>"));
    add("empty.epub", epub("", ""));
    add("empty.txt", Vec::new());
    add("", b"Prose without a name".to_vec());
    add("bin.rtf", br"{\rtf1\bin2147483647 prose}".to_vec());
    add("minus.rtf", br"{\rtf1\bin-5\uc-3\u-1? prose\'}".to_vec());
    add(
        "fonts.rtf",
        format!("{{\\rtf1{{\\fonttbl{}}} prose}}", "{\\f1\\fcharset128 x;}".repeat(many(50_000))).into_bytes(),
    );
    add(
        "mime.mhtml",
        format!(
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n{}",
            "--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n".repeat(5_000)
        )
        .into_bytes(),
    );
    add("base64.mhtml", format!("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n{}", "====AAAA".repeat(50_000)).into_bytes());
    files
}

#[test]
fn every_hostile_file_ends_in_a_text_or_a_reason_in_time() {
    let files = hostile();
    assert!(files.len() >= 200, "{}", files.len());
    let mut slowest = (Duration::ZERO, String::new());
    for (name, bytes) in &files {
        let begun = Instant::now();
        import(name, bytes);
        let took = begun.elapsed();
        assert!(took < LIMIT, "{name} of {} bytes took {took:?}", bytes.len());
        if took > slowest.0 {
            slowest = (took, format!("{name}, {} bytes", bytes.len()));
        }
    }
    println!("{} hostile files; the slowest took {:?}: {}", files.len(), slowest.0, slowest.1);
}

/// All of them in full size, for the page to be tried with: `./dev audit` asks for it.
#[test]
#[ignore = "writes half a gigabyte to the folder that PARALLAX_HOSTILE names"]
fn are_written() {
    let folder = std::path::PathBuf::from(std::env::var_os(FOLDER).expect("PARALLAX_HOSTILE names a folder"));
    std::fs::create_dir_all(&folder).unwrap();
    for (number, (name, bytes)) in hostile().into_iter().enumerate() {
        // Names may be hostile too: each stands in a folder of its own, cleaned of what no file may be called.
        let folder = folder.join(number.to_string());
        std::fs::create_dir_all(&folder).unwrap();
        let name: String = name.chars().filter(|c| !matches!(c, '/' | '\\' | '\0')).take(100).collect();
        let name = if name.trim_matches('.').is_empty() { "unnamed" } else { &name };
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

#[test]
fn traps_are_named() {
    let hostile = hostile();
    let reason = |wanted: &str| -> Vec<Reason> {
        let (name, bytes) = hostile.iter().find(|(name, _)| name == wanted).unwrap();
        reasons(&import(name, bytes)).into_iter().map(|(_, reason)| reason.clone()).collect()
    };
    assert_eq!(reason("ratio.zip"), [Reason::Ratio(200)]);
    assert_eq!(reason("blanks.zip"), [Reason::Ratio(200)]);
    assert_eq!(reason("nested.zip"), [Reason::TooDeep(3)]);
    assert_eq!(reason("nested-bombs.zip"), [Reason::Ratio(200), Reason::Ratio(200)]);
    assert_eq!(reason("many.zip"), [Reason::TooMany(10_000)]);
    assert_eq!(reason("deep.xml"), [Reason::TooDeep(256)]);
    assert_eq!(reason("records.csv"), [Reason::TooMany(10_000)]);
    assert_eq!(reason("empty.zip"), [Reason::Empty]);
    assert_eq!(reason("zeros.txt"), [Reason::NotText]);
    assert_eq!(reason("only-zero-width.txt"), [Reason::NoText]);
    assert!(reason("one-zero.txt").is_empty() && reason("surrogate.json").is_empty());
    let (name, bytes) = hostile.iter().find(|(name, _)| name == "outside.xml").unwrap();
    let outcome = import(name, bytes);
    assert_eq!(outcome.candidates().next().unwrap().article.text, "&f; words");
}

/// A member that says it is small, and isn't: what inflating gives counts.
#[test]
fn sizes_are_not_believed() {
    let mut bytes = packed(&[("a.txt", &vec![b'a'; 3 << 20])]);
    let size = (3u32 << 20).to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|part| part == size) {
        bytes[at..at + 4].copy_from_slice(&10u32.to_le_bytes());
    }
    let outcome = import("lie.zip", &bytes);
    assert_eq!(outcome.tally().added, 0);
}

/// Many members, each within its limit, together above the archive's.
#[test]
fn an_archive_ends_where_its_limit_is() {
    if cfg!(debug_assertions) {
        return; // 300 MB are inflated: seconds, optimised.
    }
    let prose: Vec<u8> = (0..60u32 << 20)
        .map(|n| if n % 7 == 0 { b' ' } else { b'a' + (n.wrapping_mul(2_654_435_761) >> 27) as u8 % 26 })
        .collect();
    let outcome = import(
        "large.zip",
        &packed(&[("1.txt", &prose), ("2.txt", &prose), ("3.txt", &prose), ("4.txt", &prose), ("5.txt", &prose)]),
    );
    assert_eq!(reasons(&outcome), [("large.zip/5.txt", &Reason::ArchiveTooLarge(256))]);
}
