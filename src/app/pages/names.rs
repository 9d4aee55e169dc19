//! The articles as charts name them.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::by_pointer::ByPointer;
use crate::app::context::use_app;
use crate::app::labels;
use crate::chart::layout::Article;

/// The articles of the corpus as charts name them, by their numbers; after them the groups in force.
pub type Names = ByPointer<[Article]>;

/// The name of one of them; its letter alone while the corpus isn't known.
#[must_use]
pub fn name(names: &Names, number: u32) -> Article {
    let known = names.get(number as usize).or_else(|| names.iter().rev().find(|known| known.number == number));
    known.cloned().unwrap_or_else(|| Article { number, letter: labels::letter(number), name: String::new() })
}

/// The articles as charts name them; the same value until the corpus changes.
#[hook]
pub fn use_names() -> Names {
    let app = use_app();
    let articles = app.page().articles.clone().map(ByPointer);
    let groups = app.page().groups.clone().filter(|_| app.by_groups()).map(ByPointer);
    let names = use_memo((articles, groups), |(articles, groups)| {
        let notes = articles.as_ref().map_or(&[][..], |articles| articles.as_slice());
        let groups = groups.as_ref().map_or(&[][..], |groups| groups.notes.as_slice());
        let named = notes.iter().chain(groups).map(|note| Article {
            number: note.article,
            letter: labels::letter(note.article),
            name: labels::short(note),
        });
        ByPointer(named.collect::<Rc<[Article]>>())
    });
    (*names).clone()
}
