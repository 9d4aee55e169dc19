//! What can be done with a corpus, as methods of [`App`]. Each is a step to undo.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::{Corpus, Own, edit, keeper, store};
use crate::app::by_pointer::ByPointer;
use crate::app::context::App;
use crate::app::state::{Action, Step, forget_unknown};
use crate::import::bundle::Opened;
use crate::protocol::{About, Article, Compared, HandGroup, Request, Response, Settings};
use crate::route::{self, State};
use crate::worker::client::Update;
use crate::worker::client::texts::Texts;

/// What texts are added to while the example is shown, which itself never changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Onto {
    /// A new corpus with nothing else in it.
    #[default]
    Nothing,
    /// A new corpus that has the example's articles too.
    Example,
}

/// Opens a corpus that is kept.
pub(super) fn open(app: &App, key: Rc<str>) {
    let app = app.clone();
    spawn_local(async move {
        match store::load(&key).await {
            Ok((own, address)) => {
                keeper::was_read(&own, &address);
                let (state, _) = route::parse(&address);
                app.act(Action::Begin(Some(own), Box::new(state)));
            }
            Err(why) => app.act(Action::Say(["This corpus could not be opened: ", &why].concat())),
        }
    });
}

/// Opens the example.
pub(super) fn open_example(app: &App) {
    app.act(Action::Begin(None, Box::default()));
}

/// Opens a corpus that was saved as a file or stands in a link, as one of its own, at the view it was left in.
pub fn open_saved(app: &App, opened: &Opened) {
    let saved = &opened.corpus;
    let state = match &saved.address {
        Some(address) => route::parse(address).0,
        // What outlives the address.
        None => {
            let mut state = State::default();
            state.settings.off.clone_from(&saved.off);
            let group =
                |(name, articles): &(String, Vec<String>)| HandGroup { name: name.clone(), articles: articles.clone() };
            if !saved.groups.is_empty() {
                let groups = saved.groups.iter().map(group).collect();
                state.settings.grouping = Compared::by_hand(groups).setting();
            }
            state
        }
    };
    begin_new(app, &saved.name, saved.articles.clone(), state);
}

/// Begins a new corpus with these texts, at this state.
pub fn begin_new(app: &App, name: &str, articles: Vec<Article>, state: State) {
    let name = name.trim();
    let texts = Rc::new(edit::add(&Texts::default(), articles));
    let own = Corpus { key: key(), name: if name.is_empty() { NAME } else { name }.into(), texts };
    begin_at(app, Some(ByPointer(Rc::new(own))), state);
}

/// Opens a corpus at the view that the state names.
pub fn begin_at(app: &App, own: Option<Own>, state: State) {
    let view = state.view;
    app.act(Action::Begin(own, Box::new(state)));
    app.act(Action::Change(Step::Mend, Box::new(move |state| state.view = view)));
}

/// What a corpus is called until the person calls it something.
const NAME: &str = "My corpus";

impl App {
    /// Adds articles to the person's own corpus, as one step to undo. Where the example is shown, a new corpus
    /// begins. Ids are made where there are none, and made to differ.
    pub fn add_articles(&self, articles: Vec<Article>, onto: Onto) {
        if onto == Onto::Nothing || self.page().own.is_some() {
            return self.rework(move |own, _| {
                let begun = own.cloned().unwrap_or_else(new);
                with(&begun, edit::add(&begun.texts, articles))
            });
        }
        // The page doesn't hold the example's texts.
        let app = self.clone();
        let kept = Rc::new(RefCell::new(None));
        let keep = kept.clone();
        let articles = RefCell::new(articles);
        let ticket = self.client.ask(None, Settings::default(), Request::Whole, move |update| {
            let Update::Done(answer) = update else { return };
            keep.take(); // The ticket, and with it this very listener.
            match answer.as_deref() {
                Ok(Response::Whole(example)) => {
                    let all: Vec<Article> = example.iter().cloned().chain(articles.take()).collect();
                    app.rework(move |own, _| match own {
                        // Meanwhile there is one.
                        Some(own) => with(own, edit::add(&own.texts, all)),
                        None => with(&new(), edit::add(&Texts::default(), all)),
                    });
                }
                Ok(_) => {}
                Err(error) => app.act(Action::Say(error.to_string())),
            }
        });
        kept.replace(Some(ticket));
    }

    /// Removes those with these ids from the person's own corpus.
    pub fn remove_articles(&self, ids: Vec<String>) {
        self.change_texts(move |texts| edit::remove(texts, &ids));
    }

    /// Changes what is known of those with these ids.
    pub fn describe_articles(&self, ids: Vec<String>, change: impl Fn(&mut About) + 'static) {
        self.change_texts(move |texts| edit::describe(texts, &ids, change));
    }

    /// Moves those with these ids before the text at `place` of the others.
    pub fn move_articles(&self, ids: Vec<String>, place: usize) {
        self.change_texts(move |texts| edit::move_to(texts, &ids, place));
    }

    /// Changes the texts of the person's own corpus; the example stays as it is.
    pub fn change_texts(&self, change: impl FnOnce(&Texts) -> Texts + 'static) {
        self.rework(move |own, _| {
            let own = own?;
            let texts = change(&own.texts);
            if edit::same(&texts, &own.texts) { None } else { with(own, texts) }
        });
    }

    /// Moves those with these ids, in this order, to the places that they have now.
    pub fn order_articles(&self, ids: Vec<String>) {
        self.change_texts(move |texts| edit::order(texts, &ids));
    }

    /// Goes on with the corpus at hand under another key: what was kept of it stays as it is.
    pub fn copy_corpus(&self) {
        self.rework(move |own, _| {
            let own = own?;
            Some(ByPointer(Rc::new(Corpus { key: key(), name: copied(&own.name), texts: own.texts.clone() })))
        });
    }

    /// Calls the corpus something else.
    pub fn rename_corpus(&self, name: &str) {
        let name: Rc<str> = name.trim().into();
        self.rework(move |own, _| {
            let own = own?;
            let Corpus { key, texts, .. } = &**own;
            let fine = !name.is_empty() && name != own.name;
            fine.then(|| ByPointer(Rc::new(Corpus { key: key.clone(), name, texts: texts.clone() })))
        });
    }

    /// Puts another corpus in the place of the one at hand, as a step to undo; `None` changes nothing.
    fn rework(&self, rework: impl FnOnce(Option<&Own>, &mut State) -> Option<Own> + 'static) {
        self.act(Action::Rework(Box::new(move |own, state| {
            if let Some(next) = rework(own.as_ref(), state) {
                let known = |id: &str| next.texts.entries.iter().any(|entry| *entry.id == *id);
                // The person took them out: that needs no word.
                let _ = forget_unknown(state, &known);
                if let Some(Compared::ByHand(mut groups)) = Compared::read(&state.settings.grouping) {
                    for group in &mut groups {
                        group.articles.retain(|id| known(id));
                    }
                    state.settings.grouping = Compared::by_hand(groups).setting();
                }
                *own = Some(next);
            }
        })));
    }
}

/// What a copy is called.
pub(super) fn copied(name: &str) -> Rc<str> {
    [name, " (copy)"].concat().into()
}

fn new() -> Own {
    ByPointer(Rc::new(Corpus { key: key(), name: NAME.into(), texts: Rc::default() }))
}

#[allow(clippy::unnecessary_wraps)] // As `rework` wants it.
fn with(own: &Own, texts: Texts) -> Option<Own> {
    Some(ByPointer(Rc::new(Corpus { key: own.key.clone(), name: own.name.clone(), texts: Rc::new(texts) })))
}

/// A key that no other corpus has: the time, and chance.
pub(super) fn key() -> Rc<str> {
    let chance = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    let time = js_sys::Date::now() as u64;
    [&time.to_string(), "-", &chance.to_string()].concat().into()
}
