//! What may be written into a report, and how: a list of elements and attributes, and text that stays text.

/// Elements that are written as they are. All others are passed over for their content.
const ELEMENTS: &str = " a abbr article b blockquote br caption cite code col colgroup dd del details dfn div dl dt em \
    figcaption figure h1 h2 h3 h4 h5 h6 header hr i ins li mark ol p q s section small span strong sub summary sup \
    table tbody td th thead time tr u ul \
    circle desc ellipse g line path polygon polyline rect svg text title tspan \
    math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup \
    msup mtable mtd mtext mtr munder munderover ";

/// Attributes that are written as they are. Ids and what refers to them are written anew; nothing that could fetch,
/// style or run is among them.
const ATTRIBUTES: &str = " aria-hidden aria-sort class colspan cx cy d datetime dir fill-opacity height lang opacity \
    points r rowspan rx ry scope stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width \
    text-anchor transform viewBox width x x1 x2 y y1 y2 \
    columnalign depth display displaystyle fence form largeop linethickness lspace mathvariant maxsize minsize \
    movablelimits rspace scriptlevel separator stretchy symmetric voffset ";

/// Elements that have no end.
const VOID: &str = " br col hr ";

fn has(list: &str, name: &str) -> bool {
    let mut found = list.split_ascii_whitespace();
    found.any(|known| known == name)
}

/// Whether an element of this name is written.
pub(super) fn is_element(name: &str) -> bool {
    has(ELEMENTS, name)
}

/// Whether an attribute of this name is written.
pub(super) fn is_attribute(name: &str) -> bool {
    has(ATTRIBUTES, name)
}

/// Whether an attribute says what holds without it.
pub(super) fn is_usual(name: &str, value: &str) -> bool {
    matches!((name, value), ("fill-opacity" | "stroke-opacity" | "opacity" | "stroke-width", "1") | ("rx" | "ry", "0"))
}

/// Whether an element of this name has no end.
pub(super) fn is_void(name: &str) -> bool {
    has(VOID, name)
}

/// The name of the element a level below: a view's title stands below the report's.
pub(super) fn lowered(name: &str) -> &str {
    match name {
        "h1" => "h2",
        "h2" => "h3",
        "h3" => "h4",
        "h4" => "h5",
        "h5" => "h6",
        other => other,
    }
}

/// Writes a text so that it is read as this text, in an element or between double quotes.
///
/// A control character, which HTML has no place for, becomes the sign for what can't be shown. What turns the
/// direction of writing ends with the text: it must not turn the sentence that the text stands in.
pub(super) fn text(out: &mut String, text: &str) {
    // Embeddings and overrides end with U+202C, isolates with U+2069; the last begun ends first.
    let mut open: Vec<char> = Vec::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(letter),
            letter if letter.is_control() => out.push('\u{fffd}'),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            '\u{202c}' => {
                // One that ends nothing here would end what the page began.
                if open.last() == Some(&'\u{202c}') {
                    open.pop();
                    out.push(letter);
                }
            }
            '\u{2069}' => {
                if let Some(place) = open.iter().rposition(|end| *end == '\u{2069}') {
                    // It ends what was begun within the isolate too.
                    open.truncate(place);
                    out.push(letter);
                }
            }
            letter => {
                match letter {
                    '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
                    '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
                    _ => {}
                }
                out.push(letter);
            }
        }
    }
    out.extend(open.into_iter().rev());
}

/// The text, written.
pub(super) fn written(from: &str) -> String {
    let mut out = String::with_capacity(from.len() + 8);
    text(&mut out, from);
    out
}

/// Writes an attribute.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.extend([" ", name, "=\""]);
    text(out, value);
    out.push('"');
}

/// The text with runs of white space as one space, and none at its ends.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(
            written("<img src=x onerror='a()'>&\"</style>"),
            "&lt;img src=x onerror='a()'&gt;&amp;&quot;&lt;/style&gt;"
        );
        assert_eq!(written("a\0b\u{7}c\u{85}d\re"), "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e");
        assert_eq!(written("two\nlines\tand more"), "two\nlines\tand more");
    }

    #[test]
    fn a_turned_direction_ends_with_its_text() {
        assert_eq!(written("a\u{202e}b"), "a\u{202e}b\u{202c}");
        assert_eq!(written("\u{2067}a\u{202b}b"), "\u{2067}a\u{202b}b\u{202c}\u{2069}");
        assert_eq!(written("\u{2067}a\u{202e}b\u{2069}c"), "\u{2067}a\u{202e}b\u{2069}c", "the isolate ends both");
        assert_eq!(written("a\u{202c}b\u{2069}"), "ab", "one that ends nothing is left out");
        assert_eq!(written("\u{202e}a\u{202c}b"), "\u{202e}a\u{202c}b");
    }

    #[test]
    fn nothing_that_runs_fetches_or_styles_is_written() {
        for name in [
            "script",
            "style",
            "link",
            "iframe",
            "object",
            "embed",
            "img",
            "image",
            "use",
            "form",
            "input",
            "base",
            "meta",
            "video",
            "foreignObject",
            "animate",
            "set",
            "maction",
            "semantics",
        ] {
            assert!(!is_element(name), "{name}");
        }
        for name in [
            "style",
            "src",
            "href",
            "xlink:href",
            "onclick",
            "srcset",
            "action",
            "actiontype",
            "id",
            "name",
            "tabindex",
            "role",
            "fill",
            "filter",
        ] {
            assert!(!is_attribute(name), "{name}");
        }
        assert!(is_element("mfrac") && is_attribute("viewBox") && is_void("col") && !is_void("p"));
        assert_eq!([lowered("h1"), lowered("h4"), lowered("p")], ["h2", "h5", "p"]);
    }
}
