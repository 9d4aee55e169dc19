//! The articles as charts name them.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::by_pointer::ByPointer;
use crate::app::context::use_app;
use crate::app::labels;
use crate::chart::Scene;
use crate::chart::layout::Article;
use crate::protocol::Response;

/// The articles of the corpus as charts name them, by their numbers; after them the groups in force.
pub type Names = ByPointer<[Article]>;

/// The name of one of them; its letter alone while the corpus isn't known.
#[must_use]
pub fn name(names: &Names, number: u32) -> Article {
    let known = names.get(number as usize).or_else(|| names.iter().rev().find(|known| known.number == number));
    known.cloned().unwrap_or_else(|| Article {
        number,
        colour: number,
        letter: labels::letter(number),
        name: String::new(),
    })
}

/// The articles as charts name them; the same value until the corpus changes.
#[hook]
pub fn use_names() -> Names {
    let app = use_app();
    let articles = app.page().articles.clone().map(ByPointer);
    let groups = app.page().groups.clone().filter(|_| app.by_groups()).map(ByPointer);
    let names = use_memo((articles, groups), |(articles, groups)| {
        let notes = articles.as_ref().map_or(&[][..], |articles| articles.as_slice());
        let groups_of = groups.as_ref();
        let groups = groups_of.map_or(&[][..], |groups| groups.notes.as_slice());
        let named = notes.iter().chain(groups).map(|note| Article {
            number: note.article,
            colour: groups_of.as_ref().map_or(note.article, |groups| groups.group_of(note.article)),
            letter: labels::letter(note.article),
            name: labels::short(note),
        });
        ByPointer(named.collect::<Rc<[Article]>>())
    });
    (*names).clone()
}

/// The picture of an answer that names articles, as a chart takes it: made anew when the answer or a name changes.
/// `picture` is given the answer and how articles are named, and gives what draws it at a width.
#[hook]
pub fn use_picture<P, D>(response: &ByPointer<Response>, picture: P) -> Callback<f64, Scene>
where
    P: FnOnce(&Response, &dyn Fn(u32) -> Article) -> D,
    D: Fn(f64) -> Scene + 'static,
{
    let names = use_names();
    let layout = use_memo((response.clone(), names), |(response, names)| {
        Callback::from(picture(response, &|number| name(names, number)))
    });
    (*layout).clone()
}
