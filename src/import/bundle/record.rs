//! A text's record: what is known of it, read field by field, so that one that isn't understood costs no other.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::corpus::{About, Article, Furniture};

/// What is known of a text, as JSON: what is as by default is left out.
pub fn known(article: &Article) -> Map<String, Value> {
    let about = article.clone().parts().1;
    let object = |about: &About| match serde_json::to_value(about) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(), // It always is one.
    };
    let usual = object(&About::default());
    let mut fields = object(&about);
    fields.retain(|name, value| usual.get(name) != Some(value));
    fields
}

/// Back, with the text that it is of; and whether all of it was understood and fits the text.
pub fn about(fields: &Map<String, Value>, text: &str) -> (About, bool) {
    let mut whole = true;
    let about = About {
        title: field(fields, "title", &mut whole),
        title_source: field(fields, "title_source", &mut whole),
        outlet: field(fields, "outlet", &mut whole),
        author: field(fields, "author", &mut whole),
        published: field(fields, "published", &mut whole),
        place: field(fields, "place", &mut whole),
        label: field(fields, "label", &mut whole),
        language: field(fields, "language", &mut whole),
        translated: field(fields, "translated", &mut whole),
        furniture: furniture(fields, text, &mut whole),
    };
    (about, whole)
}

fn field<T: DeserializeOwned + Default>(fields: &Map<String, Value>, name: &str, whole: &mut bool) -> T {
    match fields.get(name).map(|value| T::deserialize(value)) {
        None => T::default(),
        Some(Ok(value)) => value,
        Some(Err(_)) => {
            *whole = false;
            T::default()
        }
    }
}

/// The passages that lie in the text, in order and apart from each other.
fn furniture(fields: &Map<String, Value>, text: &str, whole: &mut bool) -> Vec<Furniture> {
    let mut kept: Vec<Furniture> = Vec::new();
    let listed = match fields.get("furniture") {
        None => return kept,
        Some(Value::Array(listed)) => listed.as_slice(),
        Some(_) => {
            *whole = false;
            &[]
        }
    };
    for passage in listed {
        let read = serde_json::from_value::<Furniture>(passage.clone()).ok();
        let end = kept.last().map_or(0, |last| last.span.end);
        let fits = |passage: &Furniture| {
            let (from, to) = (passage.span.start, passage.span.end);
            from >= end && from < to && text.get(from as usize..to as usize).is_some()
        };
        match read.filter(fits) {
            Some(passage) => kept.push(passage),
            None => *whole = false,
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn object(value: Value) -> Map<String, Value> {
        let Value::Object(fields) = value else { panic!("an object") };
        fields
    }

    #[test]
    fn what_is_not_understood_costs_no_other_field() {
        let fields = object(json!({
            "title": "A title", "title_source": "guessed by a later version", "outlet": "Paper", "mood": 3,
            "furniture": [
                {"kind": "caption", "span": {"start": 0, "end": 2}},
                {"kind": "hologram", "span": {"start": 3, "end": 4}},
                {"kind": "link", "span": {"start": 1, "end": 3}},
                {"kind": "link", "span": {"start": 3, "end": 99}},
            ],
        }));
        let (about, whole) = about(&fields, "abcd");
        assert!(!whole);
        assert_eq!((about.title.as_str(), about.outlet.as_deref()), ("A title", Some("Paper")));
        assert_eq!(about.furniture.len(), 1);
        let (_, whole) = super::about(&object(json!({"title": "A", "mood": 3})), "abcd");
        assert!(whole, "an unknown field is passed over");
    }
}
