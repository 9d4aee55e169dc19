//! What the page's first part calls for a corpus of the person's own. Nobody has one before the late part
//! is there, which the build splits off (`src/bin/split`); kept out of line so that it can.

use std::pin::Pin;
use std::rc::Rc;

use yew::prelude::*;

use super::{CorpusLine, Own, keeper, store};
use crate::app::state::{Keeping, Page, Rework, Step, forget_unknown};
use crate::app::storage;
use crate::app::take_along::arrive::{self, Arrivals};
use crate::protocol::ArticleNote;
use crate::route::{self, State};
use crate::worker::client::texts::Texts;

/// Makes a step to another corpus.
#[inline(never)]
pub fn rework(page: &mut Page, rework: Rework) {
    let mut own = page.own.clone();
    let mut state = (*page.state).clone();
    rework(&mut own, &mut state);
    if own == page.own {
        return;
    }
    page.remember();
    page.state = Rc::new(state);
    wear(page, own);
}

/// Opens another corpus. What was done to the one before is behind: its tab may be another's by now.
#[inline(never)]
pub fn begin(page: &mut Page, own: Option<Own>, state: State) {
    page.undo.clear();
    page.redo.clear();
    page.notices.clear();
    page.keeping = if own.is_some() { Keeping::Saved } else { Keeping::Nothing };
    page.state = Rc::new(State { view: page.state.view, ..state });
    page.step = Step::Push;
    wear(page, own);
}

/// Puts another corpus in the place of the one at hand. What the engine said of that is forgotten where it
/// needn't be true of this.
#[inline(never)]
pub fn wear(page: &mut Page, own: Option<Own>) {
    let notes = page.articles.take();
    if let (Some(before), Some(own)) = (&page.own, &own) {
        page.articles = if Rc::ptr_eq(&before.texts, &own.texts) {
            notes
        } else {
            notes.and_then(|notes| described(&notes, &before.texts, &own.texts))
        };
    }
    if let Some(own) = &own {
        let mut state = (*page.state).clone();
        let _ = forget_unknown(&mut state, &|id| own.texts.entries.iter().any(|entry| *entry.id == *id));
        page.state = Rc::new(state);
    } else if page.state.reader.is_some() {
        // Which articles the example has isn't known here.
        page.state = Rc::new(State { reader: None, number: None, how: false, ..(*page.state).clone() });
    }
    page.own = own;
    page.groups = None;
}

/// The articles as they are known now, where nothing else has changed about them: all that is counted stays.
fn described(notes: &[ArticleNote], before: &Texts, now: &Texts) -> Option<Rc<Vec<ArticleNote>>> {
    if before.entries.len() != now.entries.len() || notes.len() != now.entries.len() {
        return None;
    }
    let mut known = notes.to_vec();
    for ((note, before), now) in known.iter_mut().zip(&before.entries).zip(&now.entries) {
        let counted_alike = Rc::ptr_eq(&before.text, &now.text) && before.about.furniture == now.about.furniture;
        if *note.id != *now.id || before.id != now.id || !counted_alike {
            return None;
        }
        if !Rc::ptr_eq(&before.about, &now.about) {
            let about = (*now.about).clone();
            note.title = about.title;
            note.title_source = about.title_source;
            note.outlet = about.outlet;
            note.author = about.author;
            note.published = about.published;
            note.place = about.place;
            note.label = about.label;
            note.language = about.language;
            note.translated = about.translated;
        }
    }
    Some(Rc::new(known))
}

/// Keeps the corpus at hand from now on, and looks after links that come.
#[inline(never)]
pub fn keeper() -> Html {
    html! { <>{ part!(keeper::Keeper) }{ part!(Arrivals) }</> }
}

/// What the page begins with.
pub type Begun = Result<(Own, String), String>;

/// The corpus that the address's link is of, else the one that was shown last, in this tab or, in a new one, in any; or
/// why it can't be. `None`: the example. `kept`: whether this browser keeps any.
#[inline(never)]
pub fn last(kept: bool) -> Pin<Box<dyn Future<Output = Option<Begun>>>> {
    // In a box: what is awaited would else be compiled into who awaits it.
    Box::pin(async move {
        if let Some(begun) = arrive::begin(kept).await {
            return begun;
        }
        if !kept {
            return None;
        }
        let key = match storage::corpus() {
            Some(here) => Ok(here),
            None => store::last().await,
        };
        match key {
            Ok(key) if key.is_empty() => None,
            Ok(key) => Some(store::load(&key).await),
            Err(why) => Some(Err(why)),
        }
    })
}

/// The page with the corpus that was shown last. An address that asks for nothing gives the state it was left in.
#[inline(never)]
pub fn arrive(mut page: Page, begun: Begun, plain: bool) -> Page {
    match begun {
        Ok((own, address)) => {
            if plain {
                page.state = Rc::new(route::parse(&address).0);
            }
            keeper::was_read(&own, &address);
            page.keeping = Keeping::Saved;
            page.own = Some(own);
        }
        Err(why) => {
            page.say(["Your corpus could not be opened: ", &why].concat());
        }
    }
    page
}

/// Which corpus this is, and the way to add texts.
#[inline(never)]
pub fn line() -> Html {
    part!(CorpusLine)
}
