//! References in CSL-JSON, as its schema has them (citation-style-language/schema, csl-data.json).
//!
//! A text of an outlet is an `article-newspaper`, the type for a piece in what is published again and again; one of
//! which no outlet is known is a `document`.

use super::citations::{Citation, one_line};

/// The file.
pub(super) fn written(citations: &[Citation]) -> String {
    let items: Vec<String> = citations.iter().map(item).collect();
    ["[\n", &items.join(",\n"), "\n]\n"].concat()
}

fn item(it: &Citation) -> String {
    let kind = if it.outlet.is_some() { "article-newspaper" } else { "document" };
    let mut fields = vec![("id", quoted(it.key)), ("type", quoted(kind)), ("title", quoted(&it.title))];
    if !it.authors.is_empty() {
        // A name stays whole: which part of it is the family's isn't known.
        let names: Vec<String> =
            it.authors.iter().map(|name| ["{\"literal\": ", &quoted(name), "}"].concat()).collect();
        fields.push(("author", ["[", &names.join(", "), "]"].concat()));
    }
    if let Some(outlet) = it.outlet {
        fields.push(("container-title", quoted(&one_line(outlet))));
    }
    if let Some(date) = it.date {
        let parts: Vec<String> = date.parts().map(|part| part.to_string()).collect();
        fields.push(("issued", ["{\"date-parts\": [[", &parts.join(", "), "]]}"].concat()));
    }
    if !it.language.is_empty() {
        fields.push(("language", quoted(it.language)));
    }
    if !it.note.is_empty() {
        fields.push(("note", quoted(&it.note)));
    }
    let fields: Vec<String> =
        fields.into_iter().map(|(name, value)| ["    \"", name, "\": ", &value].concat()).collect();
    ["  {\n", &fields.join(",\n"), "\n  }"].concat()
}

/// A string of JSON (RFC 8259).
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            // Lines of JavaScript end with the last two.
            '\0'..='\x1F' | '\x7F' | '\u{2028}' | '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(character)))
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_read_back() {
        for text in ["", "say \"no\" \\ \n\t\0\u{7f}", "שלום \u{202e}x\u{2028}", "👩🏽‍🚀"] {
            assert_eq!(serde_json::from_str::<String>(&quoted(text)).unwrap(), text);
        }
    }
}
