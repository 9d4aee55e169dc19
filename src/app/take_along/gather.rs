//! The corpus at hand with all that belongs to it, whichever it is.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::context::App;
use crate::app::state::Action;
use crate::import::bundle::Saved;
use crate::protocol::{Article, Compared, Request, Response, Settings};
use crate::route;
use crate::worker::client::{Ticket, Update};

/// What the example is called.
pub const EXAMPLE: &str = "Example corpus";

/// A question that is on its way. Dropped, its answer isn't heard.
pub type Asked = Rc<RefCell<Option<Ticket>>>;

/// Gathers the corpus at hand, at the view and with the settings of now.
pub fn gather(app: &App, asked: &Asked, then: impl Fn(Saved) + 'static) {
    let state = app.state();
    let groups = match Compared::read(&state.settings.grouping) {
        Some(Compared::ByHand(groups)) => groups.into_iter().map(|group| (group.name, group.articles)).collect(),
        _ => Vec::new(),
    };
    let saved = Saved {
        name: app.page().own.as_ref().map_or(EXAMPLE, |own| &own.name).to_owned(),
        saved: js_sys::Date::new_0().to_iso_string().into(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        address: Some(route::format(state)),
        off: state.settings.off.clone(),
        groups,
        articles: Vec::new(),
    };
    articles(app, asked, move |articles| then(Saved { articles, ..saved.clone() }));
}

/// The articles of the corpus at hand: its own, or the example's, which the engine has.
pub fn articles(app: &App, asked: &Asked, then: impl Fn(Vec<Article>) + 'static) {
    if let Some(texts) = app.texts() {
        return then(texts.entries.iter().map(|entry| entry.article()).collect());
    }
    let hear = app.clone();
    let ticket = app.client.ask(None, Settings::default(), Request::Whole, move |update| {
        let Update::Done(answer) = update else { return };
        match answer.as_deref() {
            Ok(Response::Whole(articles)) => then(articles.clone()),
            Ok(_) => {}
            Err(error) => hear.act(Action::Say(error.to_string())),
        }
    });
    asked.replace(Some(ticket));
}
