//! Web pages: their main text, and what they say of themselves.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::draft::Draft;
use super::markup::{Blocks, gap, is_silent, walk};
use super::outcome::Found;

/// Larger pages, in bytes, are read without looking for their main text.
const LARGEST: usize = 16 << 20;
/// Deeper nesting is read without a tree.
const DEEPEST: u32 = 256;
/// Pages of more elements are read whole.
const MOST_ELEMENTS: usize = 40_000;
/// A main text of fewer letters than this, of a page that has many times as many, was not found.
const SHORTEST: usize = 200;

/// Reads a page. `whole` asks for all of its text: what stands around the main text is then marked as furniture.
pub fn read(html: &str, whole: bool) -> Draft {
    let shape = Shape::of(html);
    if shape.is_trap() || html.len() > LARGEST {
        return Draft::of(words_of(html));
    }
    let document = Document::from(html);
    let mut draft = about(&document, html);
    let all = all_of(&document);
    if whole {
        return Draft { text: all.text, furniture: all.furniture, ..draft };
    }
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let found = Readability::with_document(document, None, Some(config)).ok().and_then(|mut page| page.parse().ok());
    let Some(found) = found else { return Draft { text: all.text, furniture: all.furniture, ..draft } };
    let some = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
    draft.title = some(Some(found.title)).or(draft.title);
    draft.author = some(found.byline);
    if let Some(site) = some(found.site_name) {
        draft.outlet = Some((site, Found::Metadata));
    }
    if let Some(date) = some(found.published_time) {
        draft.date = Some((date, Found::Metadata));
    }
    draft.language = draft.language.or(some(found.lang));
    let main = fragment(&found.content);
    let missed = main.text.len() < SHORTEST && all.text.len() > 4 * main.text.len();
    let text = if missed { all } else { main };
    Draft { text: text.text, furniture: text.furniture, ..draft }
}

/// All of the text of a piece of HTML: a chapter, what was pasted.
pub fn fragment(html: &str) -> Draft {
    if Shape::of(html).is_trap() || html.len() > LARGEST {
        return Draft::of(words_of(html));
    }
    let document = Document::from(html);
    let mut blocks = Blocks::default();
    walk(&document.root(), &mut blocks, false);
    let (text, furniture) = blocks.finish();
    Draft { text, furniture, ..Draft::default() }
}

fn all_of(document: &Document) -> Draft {
    let mut blocks = Blocks::default();
    let body = document.body();
    walk(&body.unwrap_or_else(|| document.root()), &mut blocks, true);
    let (text, furniture) = blocks.finish();
    Draft { text, furniture, ..Draft::default() }
}

/// What a page says of itself, beyond what the search for its main text finds.
fn about(document: &Document, html: &str) -> Draft {
    let attribute = |selector: &str, name: &str| {
        let found = document.select_single(selector).attr(name)?;
        Some(found.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let date = [
        "meta[property='article:published_time']",
        "meta[name='article:published_time']",
        "meta[itemprop='datePublished']",
        "meta[name='parsely-pub-date']",
        "meta[name='DC.date.issued']",
        "meta[name='DC.date']",
        "meta[name='dcterms.date']",
        "meta[name='pubdate']",
        "meta[name='date']",
    ];
    let date = date.iter().find_map(|selector| attribute(selector, "content"));
    let date = date
        .or_else(|| attribute("article time[datetime]", "datetime"))
        .or_else(|| attribute("time[datetime]", "datetime"));
    let address = attribute("link[rel='canonical']", "href")
        .or_else(|| attribute("meta[property='og:url']", "content"))
        .or_else(|| saved_from(html));
    let outlet = attribute("meta[property='og:site_name']", "content").map(|outlet| (outlet, Found::Metadata));
    let title = attribute("meta[property='og:title']", "content")
        .unwrap_or_else(|| document.select_single("title").text().trim().to_owned());
    Draft {
        title: Some(title).filter(|title| !title.is_empty()),
        date: date.map(|date| (date, Found::Metadata)),
        outlet: outlet.or_else(|| address.as_deref().and_then(host).map(|host| (host, Found::Address))),
        language: attribute("html[lang]", "lang").or_else(|| attribute("html", "xml:lang")),
        ..Draft::default()
    }
}

/// The address that browsers leave in a page they save.
fn saved_from(html: &str) -> Option<String> {
    let beginning = &html[..html.floor_char_boundary(2000)];
    let rest = beginning.split_once("saved from url=(")?.1.split_once(')')?.1;
    Some(rest.split(|c: char| c.is_whitespace()).next()?.to_owned())
}

/// The name of the machine in an address, without `www.`.
pub fn host(address: &str) -> Option<String> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host).to_ascii_lowercase();
    let good = host.contains('.')
        && host.len() <= 100
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    good.then_some(host)
}

/// How a page is built, by a look at its tags alone: what would keep a parser busy without end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Shape {
    deepest: u32,
    /// Unclosed `<b>`, `<i>` and the like, at most, and how many blocks would begin them anew.
    styles: u64,
    blocks: u64,
    /// Blanks in one tag: attributes are compared with each other.
    blanks: u64,
    /// The most that one stretch of words costs: a parser hands each line and reference on by itself, and joining
    /// them copies what was there.
    words: u64,
}

impl Shape {
    fn of(html: &str) -> Self {
        let mut shape = Self::default();
        let (mut depth, mut styles) = (0u32, 0u64);
        let mut end = 0;
        let mut tags = Tags(html, 0);
        while let Some((name, closing, inside)) = tags.next() {
            let begun = inside.as_ptr() as usize - html.as_ptr() as usize - 1;
            shape.stretch(&html[end.min(begun)..begun]);
            end = tags.1;
            let void = matches!(
                name,
                "br" | "hr"
                    | "img"
                    | "input"
                    | "meta"
                    | "link"
                    | "area"
                    | "base"
                    | "col"
                    | "embed"
                    | "source"
                    | "track"
                    | "wbr"
            );
            // An element of its kind ends these, so that they don't nest.
            let alone = matches!(
                name,
                "p" | "li"
                    | "td"
                    | "th"
                    | "tr"
                    | "dd"
                    | "dt"
                    | "option"
                    | "tbody"
                    | "thead"
                    | "tfoot"
                    | "colgroup"
                    | "rp"
                    | "rt"
            );
            let style = matches!(
                name,
                "a" | "b"
                    | "big"
                    | "code"
                    | "em"
                    | "font"
                    | "i"
                    | "nobr"
                    | "s"
                    | "small"
                    | "strike"
                    | "strong"
                    | "tt"
                    | "u"
            );
            if !void && !alone {
                depth = if closing { depth.saturating_sub(1) } else { depth + u32::from(!inside.ends_with('/')) };
            }
            if style {
                styles = if closing { styles.saturating_sub(1) } else { styles + 1 };
            }
            shape.blocks += u64::from(!style && !closing);
            shape.deepest = shape.deepest.max(depth);
            shape.styles = shape.styles.max(styles);
            let blanks =
                if inside.len() > 2000 { inside.bytes().filter(u8::is_ascii_whitespace).count() as u64 } else { 0 };
            shape.blanks = shape.blanks.max(blanks);
        }
        shape.stretch(&html[end.min(html.len())..]);
        shape
    }

    fn stretch(&mut self, words: &str) {
        if words.len() > 10_000 {
            let pieces = words.bytes().filter(|byte| matches!(byte, b'&' | b'<' | b'\n' | b'\r' | 0)).count() as u64;
            self.words = self.words.max(pieces * words.len() as u64);
        }
    }

    const fn is_trap(self) -> bool {
        self.deepest > DEEPEST
            || self.styles * self.blocks > 400_000
            || self.blanks > 20_000
            || self.words > 1_000_000_000
    }
}

/// The tags of a piece of HTML: name in lower case as far as it is ASCII and known, whether it closes, what is inside.
struct Tags<'a>(&'a str, usize);

impl<'a> Iterator for Tags<'a> {
    type Item = (&'static str, bool, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let html = self.0;
        loop {
            let from = self.1 + html[self.1..].find('<')? + 1;
            self.1 = from;
            let rest = &html[from..];
            if let Some(comment) = rest.strip_prefix("!--") {
                self.1 = from + 3 + comment.find("-->").map_or(comment.len(), |end| end + 3);
                continue;
            }
            let closing = rest.starts_with('/');
            let name = &rest[usize::from(closing)..];
            let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
            if length == 0 {
                continue;
            }
            let Some(end) = rest.find('>') else {
                self.1 = html.len();
                return None;
            };
            self.1 = from + end + 1;
            let name = known(&name[..length]);
            // What is within these is no markup.
            if !closing && matches!(name, "script" | "style" | "textarea" | "title") {
                let close = ["</", name].concat();
                let after = &html.as_bytes()[self.1..];
                let at = after.windows(close.len()).position(|part| part.eq_ignore_ascii_case(close.as_bytes()));
                self.1 += at.unwrap_or(after.len());
            }
            return Some((name, closing, &rest[..end]));
        }
    }
}

/// The name itself, in lower case, or `other`.
fn known(name: &str) -> &'static str {
    const NAMES: &[&str] = &[
        "a",
        "address",
        "area",
        "article",
        "aside",
        "audio",
        "b",
        "base",
        "big",
        "blockquote",
        "body",
        "br",
        "button",
        "canvas",
        "caption",
        "code",
        "col",
        "colgroup",
        "datalist",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "fieldset",
        "figcaption",
        "figure",
        "font",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "i",
        "iframe",
        "img",
        "input",
        "legend",
        "li",
        "link",
        "main",
        "math",
        "meta",
        "nav",
        "nobr",
        "noframes",
        "noscript",
        "object",
        "ol",
        "option",
        "p",
        "pre",
        "rp",
        "rt",
        "s",
        "script",
        "section",
        "select",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "track",
        "tt",
        "u",
        "ul",
        "video",
        "wbr",
    ];
    NAMES.iter().find(|known| known.eq_ignore_ascii_case(name)).copied().unwrap_or("other")
}

/// The words of HTML without a tree, in one pass: for what a tree would take too long.
pub fn words_of(html: &str) -> String {
    let mut blocks = Blocks::default();
    let mut at = 0;
    let mut silent: Option<&'static str> = None;
    let mut tags = Tags(html, 0);
    while let Some((name, closing, inside)) = tags.next() {
        let tag = inside.as_ptr() as usize - html.as_ptr() as usize - 1;
        if silent.is_none() {
            blocks.words(&unescaped(&without_comments(&html[at..tag])), false);
            gap(&mut blocks, name);
        }
        match silent {
            Some(open) if closing && open == name => silent = None,
            // Only what can't hold itself: an unclosed one mustn't swallow the rest twice over.
            None if !closing
                && (is_silent(name) || name == "title")
                && !matches!(name, "head" | "button" | "dialog") =>
            {
                silent = Some(name)
            }
            _ => {}
        }
        at = tags.1;
    }
    if silent.is_none() {
        blocks.words(&unescaped(&without_comments(&html[at.min(html.len())..])), false);
    }
    blocks.finish().0
}

/// The words without comments and declarations.
fn without_comments(words: &str) -> std::borrow::Cow<'_, str> {
    if !words.contains("<!") {
        return words.into();
    }
    let mut out = String::new();
    let mut rest = words;
    while let Some(at) = rest.find("<!") {
        out.push_str(&rest[..at]);
        let end = if rest[at..].starts_with("<!--") { "-->" } else { ">" };
        rest = rest[at..].find(end).map_or("", |length| &rest[at + length + end.len()..]);
    }
    out.push_str(rest);
    out.into()
}

/// References to characters as what they stand for; those that aren't known stay.
pub fn unescaped(words: &str) -> std::borrow::Cow<'_, str> {
    if !words.contains('&') {
        return words.into();
    }
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.as_bytes()[1..].iter().take(12).position(|byte| *byte == b';');
        match end.and_then(|end| Some((end, character(&rest[1..=end])?))) {
            Some((end, character)) => {
                out.push(character);
                rest = &rest[end + 2..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out.into()
}

/// The character of a reference, `&` and `;` aside.
pub fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some(char::from_u32(code).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    const NAMED: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("ndash", '\u{2013}'),
        ("mdash", '\u{2014}'),
        ("lsquo", '\u{2018}'),
        ("rsquo", '\u{2019}'),
        ("ldquo", '\u{201c}'),
        ("rdquo", '\u{201d}'),
        ("hellip", '\u{2026}'),
        ("bull", '\u{2022}'),
        ("middot", '\u{b7}'),
        ("copy", '\u{a9}'),
        ("reg", '\u{ae}'),
        ("trade", '\u{2122}'),
        ("euro", '\u{20ac}'),
        ("pound", '\u{a3}'),
        ("laquo", '\u{ab}'),
        ("raquo", '\u{bb}'),
        ("shy", '\u{ad}'),
        ("eacute", '\u{e9}'),
        ("egrave", '\u{e8}'),
        ("agrave", '\u{e0}'),
        ("ccedil", '\u{e7}'),
        ("auml", '\u{e4}'),
        ("ouml", '\u{f6}'),
        ("uuml", '\u{fc}'),
        ("szlig", '\u{df}'),
        ("Auml", '\u{c4}'),
        ("Ouml", '\u{d6}'),
        ("Uuml", '\u{dc}'),
        ("ntilde", '\u{f1}'),
    ];
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, character)| *character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_a_tree() {
        let html = "<!doctype html><title>no</title><style>p{}</style><p>One &amp; two<!-- no <b> --> three</p><script>if (a<b) {}</script><p>four &unknown; &#x2019;";
        assert_eq!(words_of(html), "One & two three\n\nfour &unknown; \u{2019}");
        assert_eq!(words_of("a < b and c"), "a < b and c");
    }

    #[test]
    fn traps_are_seen() {
        assert!(Shape::of(&"<div>".repeat(300)).is_trap());
        assert!(!Shape::of(&"<p>x".repeat(30_000)).is_trap());
        assert!(!Shape::of(&"<div>x</div>".repeat(3000)).is_trap());
        assert!(Shape::of(&["<b>".repeat(200), "<p>".repeat(30_000)].concat()).is_trap());
        assert!(Shape::of(&["<p ", &"a ".repeat(30_000), ">"].concat()).is_trap());
    }

    #[test]
    fn hosts_of_addresses() {
        assert_eq!(host("https://www.Example.org:80/a").as_deref(), Some("example.org"));
        for not in ["file:///a/b", "https://localhost/", "/a", "https://exa mple.org"] {
            assert_eq!(host(not), None, "{not}");
        }
    }

    #[test]
    fn captions_are_marked_and_scripts_never_heard() {
        let draft = fragment(
            "<p>One</p><figure><img src=x onerror=alert(1)><figcaption>A <b>quay</b></figcaption></figure><script>alert(2)</script><pre>a\n  b</pre>",
        );
        assert_eq!(draft.text, "One\n\nA quay\n\na\n  b");
        assert_eq!(&draft.text[draft.furniture[0].from..draft.furniture[0].to], "A quay");
    }
}
