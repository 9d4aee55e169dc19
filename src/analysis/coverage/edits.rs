//! What did a person merge, split and rename?
//!
//! An edit is kept in the settings as one line, its parts joined by `=`: `merge=` and the keys of names that are one, the
//! first of which it goes by; `split=`, a key, and a form that is a name by itself; `rename=`, a key, and what it is to
//! be called. Edits are applied in order. They refer to names by what these are called, not by numbers, and so survive a
//! reload and another corpus; one that finds no such name is passed over, and that is said.

use serde::{Deserialize, Serialize};

use super::identity::{fold, settle, tidy};
use super::names::{Form, Name, Names};

/// What became of an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What it does, in a few words.
    pub text: String,
    /// Whether it found its names; one that didn't was passed over.
    pub applied: bool,
}

/// Applies edits to the names.
#[must_use]
pub fn apply(names: &Names, edits: &[String]) -> (Names, Vec<Told>) {
    let mut names = names.clone();
    let mut told = Vec::with_capacity(edits.len());
    for edit in edits {
        let done = one(&mut names.all, edit);
        let applied = done.is_some();
        let text = done.unwrap_or_else(|| [&describe(edit), ": no such name here"].concat());
        told.push(Told { text, applied });
        settle(&mut names.all);
    }
    (names, told)
}

/// The row that a key stands for: the one that has it, or the only one with a form that is written so.
fn row(all: &[Name], key: &str) -> Option<usize> {
    if let Some(at) = all.iter().position(|row| row.key == key) {
        return Some(at);
    }
    let has = |row: &Name| row.forms.iter().any(|form| fold(&form.written) == key);
    let mut with: Vec<usize> = (0..all.len()).filter(|&at| has(&all[at])).collect();
    with.pop().filter(|_| with.is_empty())
}

fn one(all: &mut Vec<Name>, edit: &str) -> Option<String> {
    let (verb, rest) = edit.split_once('=')?;
    match verb {
        "merge" => merge(all, rest),
        "split" => split(all, rest),
        "rename" => {
            let (key, name) = rest.split_once('=')?;
            let name = name.trim();
            let at = row(all, key).filter(|_| !name.is_empty())?;
            let was = std::mem::replace(&mut all[at].name, name.to_owned());
            all[at].edited = true;
            Some([&was, " is called ", name].concat())
        }
        _ => None,
    }
}

fn merge(all: &mut [Name], keys: &str) -> Option<String> {
    let mut rows: Vec<usize> = Vec::new();
    for at in keys.split('=').filter_map(|key| row(all, key)) {
        if !rows.contains(&at) {
            rows.push(at);
        }
    }
    let (&into, others) = rows.split_first().filter(|(_, others)| !others.is_empty())?;
    let mut merged = std::mem::take(&mut all[into]);
    let mut names: Vec<String> = Vec::new();
    for &other in others {
        let other = std::mem::take(&mut all[other]);
        names.push(other.name.clone());
        let first = merged.forms.len() as u32;
        merged.forms.extend(other.forms.into_iter().map(|form| Form {
            reason: match form.reason.as_str() {
                "" => ["merged by hand, from ", &other.name].concat(),
                reason => ["merged by hand, from ", &other.name, ": ", reason].concat(),
            },
            ..form
        }));
        merged.places.extend(other.places.into_iter().map(|it| super::Place { form: it.form + first, ..it }));
    }
    let text = [&names.join(", "), " merged into ", &merged.name].concat();
    merged.edited = true;
    tidy(&mut merged);
    all[into] = merged;
    Some(text)
}

fn split(all: &mut Vec<Name>, rest: &str) -> Option<String> {
    let (key, form) = rest.split_once('=')?;
    let at = row(all, key)?;
    let from = &mut all[at];
    let leaves: Vec<bool> = from.forms.iter().map(|it| fold(&it.written) == form).collect();
    // What is left must be something.
    if !leaves.contains(&true) || !leaves.contains(&false) {
        return None;
    }
    let goes = |form: u32| leaves[form as usize];
    let mut apart = Name { kind: from.kind, forms: from.forms.clone(), edited: true, ..Name::default() };
    apart.places = from.places.iter().copied().filter(|it| goes(it.form)).collect();
    from.places.retain(|it| !goes(it.form));
    from.edited = true;
    tidy(from);
    tidy(&mut apart);
    for form in &mut apart.forms {
        form.reason = ["split off by hand from ", &from.name].concat();
        form.seen = None;
    }
    apart.name = apart.forms.first().map(|form| form.written.clone()).unwrap_or_default();
    apart.key = form.to_owned();
    let text = [&apart.name, " split off from ", &from.name].concat();
    all.push(apart);
    Some(text)
}

/// What an edit is, where it can't be applied.
fn describe(edit: &str) -> String {
    let mut parts = edit.split('=');
    let verb = parts.next().unwrap_or("");
    let names: Vec<&str> = parts.collect();
    match (verb, &names[..]) {
        ("merge", [into, others @ ..]) if !others.is_empty() => {
            ["to merge “", &others.join("”, “"), "” into “", into, "”"].concat()
        }
        ("split", [from, rest @ ..]) => ["to split “", &rest.join("="), "” off from “", from, "”"].concat(),
        ("rename", [from, rest @ ..]) => ["to call “", from, "” “", &rest.join("="), "”"].concat(),
        _ => ["“", edit, "”, which is no edit"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CoverageLists, of_texts};
    use super::*;

    fn names() -> Names {
        let lists = CoverageLists {
            gazetteer: Some(include_str!("../../../static/lists/gazetteer.txt")),
            speakers: Some(include_str!("../../../static/lists/speakers.txt")),
            reporting: Some(include_str!("../../../static/lists/reporting.txt")),
        };
        of_texts(
            &["NATO chief Mark Rutte met Rute in Kyiv. Rutte left Ukraine.", "Then Rutte said that Ukraine is Kyiv."],
            lists,
        )
    }

    fn row<'n>(names: &'n Names, key: &str) -> &'n Name {
        names.all.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no {key}"))
    }

    fn edited(edits: &[&str]) -> (Names, Vec<Told>) {
        apply(&names(), &edits.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn names_are_merged_split_and_renamed() {
        assert_eq!(row(&names(), "mark rutte").places.len(), 4);
        let (merged, told) = edited(&["merge=ukraine=kyiv", "rename=ukraine=The war"]);
        let ukraine = row(&merged, "ukraine");
        assert_eq!((ukraine.name.as_str(), ukraine.places.len(), ukraine.edited), ("The war", 4, true));
        assert!(told.iter().all(|it| it.applied) && merged.all.iter().all(|it| it.key != "kyiv"));
        let (apart, told) = edited(&["split=mark rutte=rute"]);
        assert_eq!((row(&apart, "rute").places.len(), row(&apart, "mark rutte").places.len()), (1, 3));
        assert_eq!(told[0].text, "Rute split off from Mark Rutte");
        // Together again.
        let (again, _) = edited(&["split=mark rutte=rute", "merge=mark rutte=rute"]);
        assert_eq!(row(&again, "mark rutte").places.len(), 4);
    }

    #[test]
    fn what_is_not_there_is_passed_over_and_said() {
        let edits = [
            "merge=ukraine=atlantis",
            "split=kyiv=kyiv",
            "rename=atlantis=x",
            "rename=kyiv= ",
            "what",
            "merge=",
            "x=y",
        ];
        let (same, told) = edited(&edits);
        assert_eq!(same, names());
        assert!(told.iter().all(|it| !it.applied && it.text.ends_with("no such name here")), "{told:?}");
    }

    #[test]
    fn a_name_is_found_by_a_form_where_its_key_is_another_now() {
        let (renamed, told) = edited(&["rename=rutte=R."]);
        assert!(told[0].applied, "{told:?}");
        assert_eq!(row(&renamed, "mark rutte").name, "R.");
    }
}
