//! Header, rail, notices, search, palette, settings: what stands around every view.

use std::rc::Rc;

use yew::prelude::*;

use super::address::{arrive, use_address};
use super::ask::use_request_under;
use super::context::App;
use super::pages;
use super::state::{Action, Page};
use super::theme::Theme;
use crate::protocol::{Request, Response, Settings};
use crate::route::View;
use crate::worker::client::Client;

/// The whole page: provides [`App`] to everything in it.
#[component]
pub fn Shell() -> Html {
    let page: UseReducerHandle<Page> = use_reducer(arrive);
    let client = use_memo((), |()| {
        Theme::kept().show();
        Client::start()
    });
    use_address(&page);
    let app = App { page, client: (*client).clone() };
    html! { <ContextProvider<App> context={app}><Frame /></ContextProvider<App>> }
}

#[component]
fn Frame() -> Html {
    let app = super::context::use_app();
    use_corpus(&app);
    html! {
        <>
            <main class="main">
                { match app.state().view {
                    View::Overview => html! { <pages::Overview /> },
                    View::Keywords => html! { <pages::Keywords /> },
                    View::Frequency => html! { <pages::Frequency /> },
                    View::Compare => html! { <pages::Compare /> },
                    View::Methods => html! { <pages::Methods /> },
                } }
            </main>
        </>
    }
}

/// Asks which articles there are. Before the first answer nothing is switched off, because an
/// address may name articles that this corpus doesn't have.
#[hook]
fn use_corpus(app: &App) -> super::ask::Asked {
    let settings = match app.page().articles {
        Some(_) => app.state().settings.clone(),
        None => Settings { off: Vec::new(), ..app.state().settings.clone() },
    };
    let asked = use_request_under(Some(Request::Articles), settings);
    let dispatch = app.page.dispatcher();
    use_effect_with(asked.response.clone(), move |response| {
        if let Some(Response::Articles(articles)) = response.as_deref() {
            dispatch.dispatch(Action::Corpus(Rc::new(articles.clone())));
        }
    });
    asked
}
