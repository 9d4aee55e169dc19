//! What can be done with the texts of a corpus, from value to value.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::protocol::{About, Article, Ids};
use crate::worker::client::texts::{Entry, Texts};

/// With these too, after those there are. An article's own id is kept where no other has it; one without
/// is called by its title.
#[must_use]
pub fn add(texts: &Texts, articles: Vec<Article>) -> Texts {
    let mut ids = Ids::of(texts.entries.iter().map(|entry| &*entry.id));
    let mut entries = texts.entries.clone();
    entries.reserve(articles.len());
    for article in articles {
        let id = ids.make(if article.id.is_empty() { &article.title } else { &article.id });
        let (_, about, text) = article.parts();
        entries.push(Rc::new(Entry { id: id.into(), about: Rc::new(about), text: text.into() }));
    }
    Texts { entries }
}

/// Without those that have these ids.
#[must_use]
pub fn remove(texts: &Texts, ids: &[String]) -> Texts {
    let gone = set(ids);
    Texts { entries: texts.entries.iter().filter(|entry| !gone.contains(&*entry.id)).cloned().collect() }
}

/// With something else known of those that have these ids. What stays as it is stays shared.
#[must_use]
pub fn describe(texts: &Texts, ids: &[String], change: impl Fn(&mut About)) -> Texts {
    let changed = set(ids);
    let entries = texts.entries.iter().map(|entry| {
        if !changed.contains(&*entry.id) {
            return entry.clone();
        }
        let mut about = (*entry.about).clone();
        change(&mut about);
        if about == *entry.about {
            return entry.clone();
        }
        Rc::new(Entry { about: Rc::new(about), ..(**entry).clone() })
    });
    Texts { entries: entries.collect() }
}

/// With those that have these ids moved, together and in their order, before the text at `place` of the others.
#[must_use]
pub fn move_to(texts: &Texts, ids: &[String], place: usize) -> Texts {
    let moved = set(ids);
    let (moved, mut entries): (Vec<_>, Vec<_>) =
        texts.entries.iter().cloned().partition(|entry| moved.contains(&*entry.id));
    let place = place.min(entries.len());
    entries.splice(place..place, moved);
    Texts { entries }
}

/// With those that have these ids in this order, at the places that they have together now.
#[must_use]
pub fn order(texts: &Texts, ids: &[String]) -> Texts {
    let ordered = set(ids);
    let by_id: BTreeMap<&str, &Rc<Entry>> = texts.entries.iter().map(|entry| (&*entry.id, entry)).collect();
    let mut next = ids.iter().filter_map(|id| by_id.get(id.as_str()));
    let entries = texts.entries.iter().map(|entry| {
        let next = if ordered.contains(&*entry.id) { next.next() } else { None };
        next.map_or_else(|| entry.clone(), |next| (*next).clone())
    });
    Texts { entries: entries.collect() }
}

/// Whether two have the same texts in the same order.
#[must_use]
pub fn same(one: &Texts, two: &Texts) -> bool {
    one.entries.len() == two.entries.len() && one.entries.iter().zip(&two.entries).all(|(a, b)| Rc::ptr_eq(a, b))
}

fn set(ids: &[String]) -> BTreeSet<&str> {
    ids.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(names: &[&str]) -> Texts {
        let article =
            |name: &&str| Article { title: (*name).to_owned(), text: (*name).to_owned(), ..Article::default() };
        add(&Texts::default(), names.iter().map(article).collect())
    }

    fn ids(texts: &Texts) -> Vec<String> {
        texts.entries.iter().map(|entry| entry.id.to_string()).collect()
    }

    fn owned(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn texts_come_and_go_and_move() {
        let all = texts(&["One", "Two", "One", ""]);
        assert_eq!(ids(&all), ["one", "two", "one-2", "text"]);
        assert_eq!(ids(&remove(&all, &owned(&["two", "gone"]))), ["one", "one-2", "text"]);
        assert_eq!(ids(&move_to(&all, &owned(&["text", "two"]), 0)), ["two", "text", "one", "one-2"]);
        assert_eq!(ids(&move_to(&all, &owned(&["one"]), 99)), ["two", "one-2", "text", "one"]);
        assert_eq!(ids(&order(&all, &owned(&["text", "one"]))), ["text", "two", "one-2", "one"]);
        assert!(same(&all, &move_to(&all, &owned(&["one"]), 0)));
    }

    #[test]
    fn what_is_known_changes_and_the_rest_is_shared() {
        let all = texts(&["One", "Two", "Three"]);
        let outlet = |about: &mut About| about.outlet = (about.title != "Two").then(|| "Paper".to_owned());
        let changed = describe(&all, &owned(&["one", "two"]), outlet);
        let shared: Vec<bool> = all.entries.iter().zip(&changed.entries).map(|(a, b)| Rc::ptr_eq(a, b)).collect();
        assert_eq!(shared, [false, true, true]);
        assert!(Rc::ptr_eq(&all.entries[0].text, &changed.entries[0].text));
        assert_eq!(changed.entries[0].about.outlet.as_deref(), Some("Paper"));
    }
}
