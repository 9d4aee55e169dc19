//! What can be done with a corpus, as methods of [`App`]. Each is a step to undo.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::names::{self, NAME};
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

/// Begins a new corpus with these texts, at this state. Where another has its name, a number makes it another.
pub fn begin_new(app: &App, name: &str, articles: Vec<Article>, state: State) {
    let name = name.trim();
    let name = if name.is_empty() { NAME } else { name }.to_owned();
    let app = app.clone();
    spawn_local(async move {
        let name = names::free(&name, &names::taken(&app, None).await).into();
        let texts = Rc::new(edit::add(&Texts::default(), articles));
        begin_at(&app, Some(ByPointer(Rc::new(Corpus { key: key(), name, texts }))), state);
    });
}

/// Opens a corpus at the view that the state names.
pub fn begin_at(app: &App, own: Option<Own>, state: State) {
    let view = state.view;
    app.act(Action::Begin(own, Box::new(state)));
    app.act(Action::Change(Step::Mend, Box::new(move |state| state.view = view)));
}

impl App {
    /// Adds articles to the person's own corpus, as one step to undo. Where the example is shown, a new corpus
    /// begins. Ids are made where there are none, and made to differ.
    pub fn add_articles(&self, articles: Vec<Article>, onto: Onto) {
        if self.page().own.is_some() {
            return add_to(self, NAME.into(), articles);
        }
        let app = self.clone();
        spawn_local(async move {
            let name: Rc<str> = names::free(NAME, &names::taken(&app, None).await).into();
            match onto {
                Onto::Nothing => add_to(&app, name, articles),
                Onto::Example => add_to_example(&app, name, articles),
            }
        });
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
        let Some(own) = self.page().own.clone() else { return };
        let app = self.clone();
        spawn_local(async move {
            let name: Rc<str> = names::free(&copied(&own.name), &names::taken(&app, None).await).into();
            app.rework(move |own, _| {
                let texts = own?.texts.clone();
                Some(ByPointer(Rc::new(Corpus { key: key(), name, texts })))
            });
        });
    }

    /// Calls the corpus something else; where it can't be called so, `refused` hears why.
    pub fn rename_corpus(&self, name: &str, refused: Callback<Option<String>>) {
        let Some(own) = self.page().own.clone() else { return };
        let name: Rc<str> = name.trim().into();
        let app = self.clone();
        spawn_local(async move {
            let why = names::refused(&app, &own.key, &name).await;
            if why.is_none() {
                app.rework(move |own, _| {
                    let own = own?;
                    let Corpus { key, texts, .. } = &**own;
                    let texts = texts.clone();
                    (name != own.name).then(|| ByPointer(Rc::new(Corpus { key: key.clone(), name, texts })))
                });
            }
            refused.emit(why);
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

fn new(name: Rc<str>) -> Own {
    ByPointer(Rc::new(Corpus { key: key(), name, texts: Rc::default() }))
}

/// Adds to the corpus at hand; where there is none, to a new one with this name.
fn add_to(app: &App, name: Rc<str>, articles: Vec<Article>) {
    app.rework(move |own, _| {
        let begun = own.cloned().unwrap_or_else(|| new(name));
        with(&begun, edit::add(&begun.texts, articles))
    });
}

/// The same, to a new one that has the example's articles too: the page doesn't hold their texts.
fn add_to_example(app: &App, name: Rc<str>, articles: Vec<Article>) {
    let kept = Rc::new(RefCell::new(None));
    let keep = kept.clone();
    let begun = RefCell::new(Some((name, articles)));
    let to = app.clone();
    let ticket = app.client.ask(None, Settings::default(), Request::Whole, move |update| {
        let Update::Done(answer) = update else { return };
        keep.take(); // The ticket, and with it this very listener.
        match answer.as_deref() {
            Ok(Response::Whole(example)) => {
                let Some((name, articles)) = begun.take() else { return };
                add_to(&to, name, example.iter().cloned().chain(articles).collect());
            }
            Ok(_) => {}
            Err(error) => to.act(Action::Say(error.to_string())),
        }
    });
    kept.replace(Some(ticket));
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
