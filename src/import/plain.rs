//! Plain text, with front matter or without.

use super::draft::{Draft, Passage};
use super::metadata;
use super::outcome::{Found, FurnitureReason};
use crate::corpus::FurnitureKind;

/// The text as it is; front matter (between lines of `---` or `+++`) tells what is known of it and is
/// no part of it, but stays: it is marked as furniture.
pub fn read(text: String) -> Draft {
    let mut draft = Draft::default();
    if let Some((inside, end)) = front_matter(&text) {
        for (key, value) in fields(&text[inside.0..inside.1]) {
            metadata::set(&mut draft, key, value, Found::Metadata);
        }
        draft.furniture.push(Passage {
            from: text.len() - text.trim_start_matches(['\u{feff}', '\n', '\r', ' ']).len(),
            to: end,
            kind: FurnitureKind::Other,
            reason: FurnitureReason::Marked,
        });
    }
    draft.text = text;
    draft
}

/// Where the fields of front matter stand, and where it ends; `None` where there is none.
pub fn front_matter(text: &str) -> Option<((usize, usize), usize)> {
    let start = text.len() - text.trim_start_matches(['\u{feff}', '\n', '\r', ' ']).len();
    let fence = ["---", "+++"].into_iter().find(|fence| text[start..].starts_with(fence))?;
    let first = text[start..].find('\n')? + start;
    if text[start..first].trim_end() != fence {
        return None;
    }
    let mut at = first + 1;
    for line in text[at..].split_inclusive('\n').take(200) {
        if line.trim_end() == fence {
            let fields = &text[first + 1..at];
            // A ruled line above prose is none.
            let is = fields.lines().any(|line| split(line).is_some());
            return is.then_some(((first + 1, at), at + line.trim_end().len()));
        }
        at += line.len();
    }
    None
}

fn split(line: &str) -> Option<(&str, &str)> {
    let at = line.find([':', '='])?;
    let (key, value) = (line[..at].trim(), line[at + 1..].trim());
    let good = !key.is_empty()
        && key.len() <= 40
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    (good && !value.is_empty()).then(|| (key, value.trim_matches(['"', '\''])))
}

/// Simple fields: `key: value` of YAML, `key = "value"` of TOML. What is nested deeper is passed over.
pub fn fields(lines: &str) -> impl Iterator<Item = (&str, &str)> {
    lines.lines().filter_map(split)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_tells_and_stays() {
        let text = "---\ntitle: \"Quay opens\"\ndate: 2024-03-12\n---\n\nIt did.";
        let draft = read(text.into());
        assert_eq!(draft.text, text);
        assert_eq!(draft.title.as_deref(), Some("Quay opens"));
        assert_eq!(draft.date, Some(("2024-03-12".into(), Found::Metadata)));
        let marked = draft.furniture[0];
        assert_eq!(&text[marked.to..], "\n\nIt did.");
    }

    #[test]
    fn ruled_lines_are_text() {
        for text in ["---\nSome prose\n---\nmore", "--- \nkey: value, and no end", "+++", "---\n---\n"] {
            assert!(read(text.into()).furniture.is_empty(), "{text}");
        }
    }
}
