//! The texts of another corpus than the bundled one, as the page holds them, and the steps by which
//! the engine comes by them.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::protocol::{About, Article, TextsChange};

/// A text: shared by all states of the corpus that have it, so that a step to undo costs a pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The article's id.
    pub id: Rc<str>,
    /// What is known of it.
    pub about: Rc<About>,
    /// Its text.
    pub text: Rc<str>,
}

impl Entry {
    /// The article as the engine takes it.
    #[must_use]
    pub fn article(&self) -> Article {
        (*self.about).clone().of(self.id.to_string(), self.text.to_string())
    }
}

/// The texts of a corpus, in its order. Two are the same only if they are the very same.
#[derive(Debug, Default)]
pub struct Texts {
    /// One for each article, with different ids.
    pub entries: Vec<Rc<Entry>>,
}

/// About how many bytes of text are handed over in one message: some milliseconds' work for the page.
const STEP: usize = 1 << 18;

/// The steps from one corpus to another, made one by one as they are asked for.
#[derive(Debug)]
pub(super) struct Steps {
    /// What is done first, last one first.
    before: Vec<TextsChange>,
    /// Then these are added.
    add: Vec<Rc<Entry>>,
    added: usize,
    /// Then they are put in order.
    after: Option<TextsChange>,
    /// How many steps were made.
    pub made: u32,
}

/// The steps that lead the engine from texts that it has (`None`: it isn't known which) to others
/// (`None`: the bundled ones).
#[inline(never)]
pub(super) fn steps(from: Option<&Texts>, to: Option<&Texts>) -> Steps {
    let mut steps = Steps { before: Vec::new(), add: Vec::new(), added: 0, after: None, made: 0 };
    let Some(to) = to else {
        steps.before.push(TextsChange::Bundled);
        return steps;
    };
    let Some(from) = from else {
        steps.before.push(TextsChange::Clear);
        steps.add.clone_from(&to.entries);
        return steps;
    };
    let had: HashMap<&str, &Rc<Entry>> = from.entries.iter().map(|entry| (&*entry.id, entry)).collect();
    let mut kept: HashSet<&str> = HashSet::new();
    let mut described = Vec::new();
    for entry in &to.entries {
        match had.get(&*entry.id) {
            // The same id with another text is another article.
            Some(before) if Rc::ptr_eq(&before.text, &entry.text) => {
                kept.insert(&entry.id);
                if !Rc::ptr_eq(&before.about, &entry.about) {
                    described.push((entry.id.to_string(), (*entry.about).clone()));
                }
            }
            _ => steps.add.push(entry.clone()),
        }
    }
    let stays = |entry: &&Rc<Entry>| kept.contains(&*entry.id);
    let gone: Vec<String> =
        from.entries.iter().filter(|entry| !stays(entry)).map(|entry| entry.id.to_string()).collect();
    let now = from.entries.iter().filter(stays).chain(&steps.add);
    if !now.map(|entry| &entry.id).eq(to.entries.iter().map(|entry| &entry.id)) {
        steps.after = Some(TextsChange::Order(to.entries.iter().map(|entry| entry.id.to_string()).collect()));
    }
    if !described.is_empty() {
        steps.before.push(TextsChange::Describe(described));
    }
    if !gone.is_empty() {
        steps.before.push(TextsChange::Remove(gone));
    }
    steps
}

impl Steps {
    /// The next step; `None` when all are made.
    #[inline(never)]
    pub(super) fn step(&mut self) -> Option<TextsChange> {
        self.made += 1;
        if let Some(step) = self.before.pop() {
            return Some(step);
        }
        let mut bytes = 0;
        let mut articles = Vec::new();
        while let Some(entry) = self.add.get(self.added).filter(|_| bytes < STEP) {
            bytes += entry.text.len();
            articles.push(entry.article());
            self.added += 1;
        }
        if articles.is_empty() { self.after.take() } else { Some(TextsChange::Add(articles)) }
    }

    /// How many texts are to be handed over, and how many were.
    pub(super) fn so_far(&self) -> (u32, u32) {
        (self.added as u32, self.add.len() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, text: &str) -> Rc<Entry> {
        Rc::new(Entry { id: id.into(), about: Rc::new(About::default()), text: text.into() })
    }

    fn all(mut steps: Steps) -> Vec<TextsChange> {
        std::iter::from_fn(|| steps.step()).collect()
    }

    #[test]
    fn only_what_differs_is_handed_over() {
        let (a, b, c) = (entry("a", "one"), entry("b", "two"), entry("c", "three"));
        let from = Texts { entries: vec![a.clone(), b.clone(), c.clone()] };
        let known = Rc::new(Entry { about: Rc::new(About { title: "T".into(), ..About::default() }), ..(*b).clone() });
        let other = entry("c", "another text");
        let to = Texts { entries: vec![other.clone(), known.clone()] };
        assert_eq!(
            all(steps(Some(&from), Some(&to))),
            [
                TextsChange::Remove(vec!["a".into(), "c".into()]),
                TextsChange::Describe(vec![("b".into(), (*known.about).clone())]),
                TextsChange::Add(vec![other.article()]),
                TextsChange::Order(vec!["c".into(), "b".into()]),
            ]
        );
        assert_eq!(all(steps(Some(&from), Some(&from))), []);
        assert_eq!(all(steps(Some(&from), None)), [TextsChange::Bundled]);
        let whole = [TextsChange::Clear, TextsChange::Add(vec![other.article(), b.article()])];
        assert_eq!(
            all(steps(None, Some(&to))),
            whole.map(|step| match step {
                TextsChange::Add(_) => TextsChange::Add(vec![other.article(), known.article()]),
                step => step,
            })
        );
    }

    #[test]
    fn large_texts_go_one_by_one() {
        let text = "x".repeat(STEP);
        let to = Texts { entries: vec![entry("a", &text), entry("b", &text), entry("c", "end")] };
        let sizes: Vec<usize> = all(steps(None, Some(&to)))
            .iter()
            .map(|step| if let TextsChange::Add(articles) = step { articles.len() } else { 0 })
            .collect();
        assert_eq!(sizes, [0, 1, 1, 1]);
    }
}
