//! References in BibTeX, as UTF-8, for BibTeX and for biblatex.
//!
//! A text of an outlet is an `@article`, one of which no outlet is known `@misc`. Where a date is known there are
//! `year` and `month`, which BibTeX reads, and `date`, which biblatex does.

use super::citations::{Citation, one_line};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Languages by their names in babel, which is what `langid` takes.
const LANGUAGES: [(&str, &str); 24] = [
    ("ar", "arabic"),
    ("bg", "bulgarian"),
    ("cs", "czech"),
    ("da", "danish"),
    ("de", "german"),
    ("el", "greek"),
    ("en", "english"),
    ("es", "spanish"),
    ("et", "estonian"),
    ("fi", "finnish"),
    ("fr", "french"),
    ("he", "hebrew"),
    ("hu", "hungarian"),
    ("it", "italian"),
    ("lt", "lithuanian"),
    ("lv", "latvian"),
    ("nl", "dutch"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("ro", "romanian"),
    ("ru", "russian"),
    ("sv", "swedish"),
    ("tr", "turkish"),
    ("uk", "ukrainian"),
];

/// The file.
pub(super) fn written(citations: &[Citation]) -> String {
    citations.iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn entry(it: &Citation) -> String {
    let mut out = [if it.outlet.is_some() { "@article{" } else { "@misc{" }, it.key].concat();
    let mut field = |name: &str, value: &str| {
        out.push_str(&[",\n  ", name, " = ", value].concat());
    };
    // Two pairs of braces: styles that write titles in small letters leave these as they are.
    field("title", &["{{", &escaped(&it.title), "}}"].concat());
    if !it.authors.is_empty() {
        // A name stays whole: which part of it is the family's isn't known.
        let names: Vec<String> = it.authors.iter().map(|name| ["{", &escaped(name), "}"].concat()).collect();
        field("author", &["{", &names.join(" and "), "}"].concat());
    }
    if let Some(outlet) = it.outlet {
        field("journal", &braced(outlet));
    }
    if let Some(date) = it.date {
        field("year", &["{", &format!("{:04}", date.year), "}"].concat());
        if let Some(month) = date.month {
            field("month", MONTHS[month as usize - 1]);
        }
        field("date", &["{", &date.text(), "}"].concat());
    }
    let language = it.language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    if let Some((_, name)) = LANGUAGES.iter().find(|known| known.0 == language) {
        field("langid", &["{", name, "}"].concat());
    }
    if !it.note.is_empty() {
        field("note", &braced(&it.note));
    }
    out + "\n}\n"
}

fn braced(text: &str) -> String {
    ["{", &escaped(&one_line(text)), "}"].concat()
}

/// The text for TeX. Braces stand as commands: BibTeX counts even those that are escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '<' => out.push_str("\\textless{}"),
            '>' => out.push_str("\\textgreater{}"),
            '|' => out.push_str("\\textbar{}"),
            '%' | '$' | '&' | '#' | '_' => out.extend(['\\', character]),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tex_would_run_is_escaped_and_braces_stay_in_pairs() {
        assert_eq!(escaped("50% of $5 & #1_a"), "50\\% of \\$5 \\& \\#1\\_a");
        assert_eq!(escaped("Türkiye’s “É”"), "Türkiye’s “É”");
        let hostile = escaped("}{\\input{x}^~<|>\"");
        assert_eq!(hostile.matches('{').count(), hostile.matches('}').count());
        let mut depth = 0_i32;
        for character in hostile.chars() {
            depth += i32::from(character == '{') - i32::from(character == '}');
            assert!((0..=1).contains(&depth));
        }
        assert!(!hostile.contains("\\input"));
    }
}
