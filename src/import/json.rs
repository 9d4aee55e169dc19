//! JSON, one document or a record a line.

use serde_json::{Map, Value};

use super::archive::MEMBERS;
use super::reason::Reason;
use super::table::{Record, Sheet};

/// Objects within each other whose members still become columns of their own.
const NESTED: u32 = 3;
/// Columns, at most.
const COLUMNS: usize = 500;

/// Reads a document.
///
/// # Errors
/// When it isn't JSON, with the line.
pub fn parse(text: &str) -> Result<Value, Reason> {
    serde_json::from_str(text).or_else(|broken| match mended(text) {
        Some(mended) => serde_json::from_str(&mended).map_err(|broken| met(&broken)),
        None => Err(met(&broken)),
    })
}

fn met(broken: &serde_json::Error) -> Reason {
    let line = crate::digits::grouped(broken.line() as u64);
    let said = broken.to_string();
    let said = said.split(" at line").next().unwrap_or("");
    if said.contains("recursion") {
        return Reason::TooDeep(128);
    }
    Reason::Damaged(["line ", &line, ": ", said].concat())
}

/// The text with lone surrogates (`\ud800` without its second half) as U+FFFD; `None` where there is none.
fn mended(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let unit = |at: usize| {
        let hex = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
        u32::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()
    };
    let mut out: Option<String> = None;
    let (mut at, mut done) = (0, 0);
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        match unit(at) {
            Some(0xd800..=0xdbff) if matches!(unit(at + 6), Some(0xdc00..=0xdfff)) => at += 12,
            Some(0xd800..=0xdfff) => {
                let out = out.get_or_insert_default();
                out.push_str(&text[done..at]);
                out.push_str("\\ufffd");
                at += 6;
                done = at;
            }
            _ => at += 2,
        }
    }
    let mut out = out?;
    out.push_str(&text[done.min(text.len())..]);
    Some(out)
}

/// The records of a document: the objects of its list, of the longest list in it, or itself.
pub fn records(value: Value) -> Sheet {
    let list = match value {
        Value::Array(list) => list,
        Value::Object(mut object) => {
            let longest = object
                .iter()
                .filter_map(|(key, value)| {
                    Some((
                        value.as_array().filter(|list| list.first().is_some_and(Value::is_object))?.len(),
                        key.clone(),
                    ))
                })
                .max();
            match longest.and_then(|(_, key)| object.remove(&key)) {
                Some(Value::Array(list)) => list,
                _ => vec![Value::Object(object)],
            }
        }
        other => vec![other],
    };
    sheet((1..).zip(list.into_iter().map(Ok)))
}

/// The records of a text with one a line. A line that can't be read is told by its number.
pub fn lines(text: &str) -> Sheet {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    sheet(lines.map(|(number, line)| {
        let parsed = parse(line).map_err(|reason| match reason {
            Reason::Damaged(met) => {
                Reason::BrokenRecord(met.split_once(": ").map_or(met.clone(), |(_, said)| said.to_owned()))
            }
            other => other,
        });
        (number, parsed)
    }))
}

fn sheet(values: impl Iterator<Item = (u32, Result<Value, Reason>)>) -> Sheet {
    let mut sheet = Sheet::default();
    let mut places: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for (number, value) in values {
        if sheet.records.len() >= MEMBERS as usize {
            sheet.beyond = sheet.beyond.saturating_add(1);
            continue;
        }
        let record = value.map(|value| {
            let mut record = Record::new();
            let mut set = |name: String, cell: String| {
                let next = places.len();
                let at = match places.get(&name) {
                    Some(&at) => at,
                    None if next < COLUMNS => {
                        sheet.columns.push(name.clone());
                        places.insert(name, next);
                        next
                    }
                    None => return,
                };
                if record.len() <= at {
                    record.resize(at + 1, String::new());
                }
                record[at] = cell;
            };
            match value {
                Value::Object(object) => flatten(object, "", 0, &mut set),
                other => set("text".into(), words(other)),
            }
            record
        });
        sheet.records.push((number, record));
    }
    sheet
}

fn flatten(object: Map<String, Value>, before: &str, depth: u32, set: &mut dyn FnMut(String, String)) {
    for (key, value) in object {
        let name = if before.is_empty() { key } else { [before, ".", &key].concat() };
        match value {
            Value::Object(inner) if depth < NESTED => flatten(inner, &name, depth + 1, set),
            Value::Null => {}
            other => set(name, words(other)),
        }
    }
}

/// A value as words: text as it is, of a list its parts as paragraphs.
fn words(value: Value) -> String {
    match value {
        Value::String(words) => words,
        Value::Array(list) => {
            let parts: Vec<String> = list
                .into_iter()
                .map(|part| match part {
                    Value::String(words) => words,
                    Value::Object(mut object) => match object.remove("text").or_else(|| object.remove("name")) {
                        Some(Value::String(words)) => words,
                        _ => String::new(),
                    },
                    Value::Number(number) => number.to_string(),
                    _ => String::new(),
                })
                .filter(|part| !part.is_empty())
                .collect();
            parts.join("\n\n")
        }
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_of_every_shape() {
        let sheet = records(
            parse(r#"{"meta":1,"articles":[{"title":"a","source":{"name":"P"},"body":["x","y"]},{"title":"b"}]}"#)
                .unwrap(),
        );
        assert_eq!(sheet.columns, ["body", "source.name", "title"]);
        assert_eq!(sheet.records[0].1.as_ref().unwrap(), &["x\n\ny", "P", "a"]);
        assert_eq!(records(parse(r#"["a","b"]"#).unwrap()).columns, ["text"]);
        let sheet = lines("{\"text\":\"a\"}\n\n{broken\n{\"text\":\"b\"}");
        assert_eq!(
            sheet.records.iter().map(|(number, record)| (*number, record.is_ok())).collect::<Vec<_>>(),
            [(1, true), (3, false), (4, true)]
        );
    }

    #[test]
    fn lone_surrogates_are_marked() {
        assert_eq!(
            parse(r#""a\ud800b\udc00\ud83d\ude00\\ud800""#).unwrap(),
            Value::String("a\u{fffd}b\u{fffd}\u{1f600}\\ud800".into())
        );
        assert!(matches!(parse("{\n\"a\": }").unwrap_err(), Reason::Damaged(met) if met.starts_with("line 2")));
        assert_eq!(parse(&"[".repeat(1000)).unwrap_err(), Reason::TooDeep(128));
    }
}
