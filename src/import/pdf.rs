//! PDF: the text layer, put back into lines and paragraphs by where its letters stand.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};

use super::message::PdfText;
use super::reason::Reason;

/// Pages, at most.
const PAGES: usize = 5_000;
/// The text has at most so many bytes.
const MOST: usize = 64 << 20;
/// Glyphs are placed in units of which an em has a thousand.
const EM: f64 = 1000.0;

/// Reads a document's text.
///
/// # Errors
/// When it is locked, damaged, too long, or has no text layer.
pub fn read(bytes: &[u8]) -> Result<PdfText, Reason> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|broken| match broken {
        LoadPdfError::Decryption(_) => Reason::Encrypted,
        LoadPdfError::Invalid => Reason::Damaged("its directory can\u{2019}t be read".into()),
    })?;
    let pages = pdf.pages();
    if pages.len() > PAGES {
        return Err(Reason::TooMany(PAGES as u32));
    }
    let cache = InterpreterCache::new();
    let mut found = PdfText::default();
    for page in pages.iter() {
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(Affine::IDENTITY, area, &cache, pdf.xref(), InterpreterSettings::default());
        let mut letters = Letters::default();
        interpret_page(page, &mut context, &mut letters);
        letters.end_line();
        add_page(&mut found, &letters.lines);
        if found.text.len() > MOST {
            return Err(Reason::TooLarge((MOST >> 20) as u32));
        }
    }
    if !found.text.chars().any(char::is_alphanumeric) {
        return Err(Reason::NoTextLayer);
    }
    let about = pdf.metadata();
    found.title = about.title.as_deref().and_then(words);
    found.author = about.author.as_deref().and_then(words);
    let two = |number: u8| [if number < 10 { "-0" } else { "-" }, &number.to_string()].concat();
    found.date =
        about.creation_date.as_ref().map(|date| [date.year.to_string(), two(date.month), two(date.day)].concat());
    Ok(found)
}

/// A string of a document's properties: UTF-16 or UTF-8 with its mark, else Latin-1.
fn words(bytes: &[u8]) -> Option<String> {
    let text = if let Some(wide) = bytes.strip_prefix(b"\xfe\xff") {
        let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    } else {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect(),
        }
    };
    Some(text).filter(|text| !text.trim().is_empty() && text != "untitled" && text != "anonymous")
}

/// Letters on one base line, as the page's instructions have them one after the other.
#[derive(Clone, Debug, Default)]
struct Line {
    text: String,
    from: f64,
    to: f64,
    base: f64,
    size: f64,
}

/// Hears the letters of a page.
#[derive(Debug, Default)]
struct Letters {
    lines: Vec<Line>,
    line: Line,
}

impl Letters {
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.text.trim().is_empty() {
            self.lines.push(line);
        }
    }

    fn letter(&mut self, letter: &str, at: Point, width: f64, size: f64) {
        if !(at.x.is_finite() && at.y.is_finite() && size.is_finite() && size > 0.0) {
            return;
        }
        let line = &mut self.line;
        let away = (at.y - line.base).abs() > 0.4 * size.max(line.size) || at.x < line.to - 1.5 * size.max(line.size);
        if !line.text.is_empty() && away {
            self.end_line();
        }
        let line = &mut self.line;
        if line.text.is_empty() {
            (line.from, line.base, line.size) = (at.x, at.y, size);
        } else if at.x - line.to > 0.18 * size && !line.text.ends_with(' ') && letter != " " {
            line.text.push(' ');
        }
        line.text.push_str(letter);
        line.size = line.size.max(size);
        line.to = at.x + width;
    }
}

impl Device<'_> for Letters {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let at = place * Point::ZERO;
            let size = (place * Point::new(0.0, EM) - at).hypot();
            let advance = match &**glyph {
                hayro_interpret::font::Glyph::Outline(outline) => outline.advance_width(),
                hayro_interpret::font::Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let width = (place * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0) - at).hypot();
            match glyph.as_unicode() {
                Some(BfString::Char('\0')) => {}
                Some(BfString::Char(letter)) => self.letter(letter.encode_utf8(&mut [0; 4]), at, width, size),
                Some(BfString::String(letters)) => self.letter(&letters, at, width, size),
                None => self.letter("\u{fffd}", at, width, size),
            }
        }
    }
}

/// Joins a page's lines to paragraphs, after what came before.
fn add_page(found: &mut PdfText, lines: &[Line]) {
    let mut before: Option<&Line> = None;
    for (at, line) in lines.iter().enumerate() {
        let words = line.text.trim();
        let joins = before.is_some_and(|before| {
            let down = before.base - line.base;
            let size = before.size.max(line.size);
            // A line on, of letters about as large, not set in.
            let near = down > -0.1 * size && down < 1.55 * size;
            let alike = (before.size - line.size).abs() < 0.2 * size;
            near && alike && line.from < before.from + 0.9 * size
        });
        let number = at == 0 || at + 1 == lines.len();
        let number = number && words.len() <= 12 && words.bytes().any(|byte| byte.is_ascii_digit()) && {
            let rest =
                words.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '\u{2013}' | '/' | ' ' | '|'));
            rest.is_empty() || matches!(rest, "Page" | "page" | "of" | "p.")
        };
        let hyphen = joins && found.text.ends_with('-') && words.starts_with(char::is_lowercase);
        match (joins, found.text.is_empty()) {
            (_, true) => {}
            // A word that was parted at the line's end.
            _ if hyphen => {
                found.text.pop();
            }
            (true, _) if found.text.ends_with('\u{ad}') => {
                found.text.pop();
            }
            (true, _) => found.text.push(' '),
            (false, _) => found.text.push_str("\n\n"),
        }
        let from = found.text.len();
        found.text.push_str(words);
        if number && !joins {
            found.page_numbers.push((from as u32, found.text.len() as u32));
        }
        before = Some(line);
    }
}
