//! The texts as the view's table has them: under its filter, in its order.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::by_pointer::ByPointer;
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::protocol::{About, ArticleNote};
use crate::route::{CorpusColumn, Order};

/// A text.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its place in the corpus, from 0.
    pub number: u32,
    /// Its id.
    pub id: String,
    /// What is known of it. Of the example's, all but page furniture.
    pub about: Rc<About>,
    /// Its words, once they are counted.
    pub words: Option<u32>,
    /// Words of its page furniture, likewise.
    pub furniture_words: Option<u32>,
}

/// All texts, in the corpus's order.
pub type Rows = ByPointer<Vec<Row>>;

/// The texts of the corpus at hand.
#[hook]
pub fn use_texts() -> Rows {
    let app = use_app();
    let own = app.page().own.as_ref().map(|own| ByPointer(own.texts.clone()));
    let notes = app.page().articles.clone().map(ByPointer);
    let rows = use_memo((own, notes), |(own, notes)| {
        let notes = notes.as_ref().map_or(&[][..], |notes| notes.as_slice());
        let Some(own) = own else { return ByPointer(Rc::new(notes.iter().map(of_example).collect::<Vec<_>>())) };
        let rows = (0..).zip(&own.entries).map(|(number, entry)| {
            let note = notes.get(number as usize).filter(|note| *note.id == *entry.id);
            Row {
                number,
                id: entry.id.to_string(),
                about: entry.about.clone(),
                words: note.map(|note| note.tokens),
                furniture_words: note.map(|note| note.furniture_tokens),
            }
        });
        ByPointer(Rc::new(rows.collect()))
    });
    (*rows).clone()
}

fn of_example(note: &ArticleNote) -> Row {
    let about = About {
        title: note.title.clone(),
        title_source: note.title_source,
        outlet: note.outlet.clone(),
        author: note.author.clone(),
        published: note.published.clone(),
        place: note.place.clone(),
        label: note.label.clone(),
        language: note.language.clone(),
        translated: note.translated,
        furniture: Vec::new(),
    };
    Row {
        number: note.article,
        id: note.id.clone(),
        about: Rc::new(about),
        words: Some(note.tokens),
        furniture_words: Some(note.furniture_tokens),
    }
}

/// The places, in `rows`, of those that hold what is typed, in this order. What isn't stated comes last.
#[must_use]
pub fn shown(rows: &[Row], filter: &str, order: Order<CorpusColumn>) -> Vec<u32> {
    let typed = labels::lower_case(filter.trim());
    let fits = |row: &Row| {
        typed.is_empty()
            || [&row.about.title, &row.id, &row.about.language]
                .into_iter()
                .chain(&row.about.outlet)
                .chain(&row.about.author)
                .chain(&row.about.place)
                .chain(&row.about.label)
                .chain(&row.about.published.date)
                .any(|text| labels::lower_case(text).contains(&typed))
    };
    let mut places: Vec<u32> = (0..).zip(rows).filter(|(_, row)| fits(row)).map(|(place, _)| place).collect();
    if order.sort != CorpusColumn::Order {
        let keys: Vec<(Option<String>, u32)> = rows.iter().map(|row| key(row, order.sort)).collect();
        places.sort_by(|a, b| {
            let (a, b) = (&keys[*a as usize], &keys[*b as usize]);
            let by_value = if order.descending { b.cmp(a) } else { a.cmp(b) };
            a.0.is_none().cmp(&b.0.is_none()).then(by_value)
        });
    } else if order.descending {
        places.reverse();
    }
    places
}

/// What a row is sorted by: words, then a number. Without words it isn't stated.
fn key(row: &Row, column: CorpusColumn) -> (Option<String>, u32) {
    let about = &row.about;
    let words = |text: &str| (Some(labels::lower_case(text)), 0);
    let stated = |text: &Option<String>| text.as_deref().map_or((None, 0), words);
    match column {
        CorpusColumn::Order => (Some(String::new()), row.number),
        CorpusColumn::Title => words(&about.title),
        CorpusColumn::Outlet => stated(&about.outlet),
        CorpusColumn::Date => stated(&about.published.date),
        CorpusColumn::Place => stated(&about.place),
        CorpusColumn::Label => stated(&about.label),
        CorpusColumn::Language => words(&about.language),
        CorpusColumn::Words => (Some(String::new()), row.words.unwrap_or(0)),
        CorpusColumn::Furniture => (Some(String::new()), row.furniture_words.unwrap_or(0)),
    }
}

/// Switches texts on or off, as one step.
pub fn switch(app: &App, ids: Vec<String>, on: bool) {
    app.change(move |state| {
        let ids: std::collections::BTreeSet<String> = ids.into_iter().collect();
        state.settings.off.retain(|id| !ids.contains(id));
        if !on {
            state.settings.off.extend(ids);
        }
    });
}
