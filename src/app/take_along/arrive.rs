//! A link that says which texts it is of: its corpus is opened, or what is missing is told and its view kept until
//! the texts are there.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::content;
use super::share::{self, Link};
use crate::app::by_pointer::ByPointer;
use crate::app::components::Modal;
use crate::app::context::{App, use_app};
use crate::app::corpus::apart::Begun;
use crate::app::corpus::import::saved;
use crate::app::corpus::{Own, acts, keeper, store};
use crate::app::state::{Action, Keeping, Overlay};
use crate::app::{address, labels, storage};
use crate::import::bundle::content::Content;
use crate::import::bundle::{Fault, Opened};
use crate::route;
use crate::worker::importer::client::{Run, Told, Work};

/// Under which name a link that waits is kept in the browser: a reload doesn't lose it.
const KEPT: &str = "link";

thread_local! {
    /// What a link has to say to the person once the page is there.
    static TO_SAY: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The link that waits, from `#` on.
fn waiting() -> Option<String> {
    storage::get(KEPT).filter(|link| !link.is_empty())
}

fn wait(link: &str) {
    storage::set(KEPT, link);
    // A link that is too long to be kept is kept as long as the page.
    WAITS.set(Some(link.to_owned()));
}

fn forget() {
    storage::set(KEPT, "");
    WAITS.set(None);
}

thread_local! {
    static WAITS: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Whether it came with this visit.
    static CAME: RefCell<bool> = const { RefCell::new(false) };
}

/// What waits, and the view that waits with it.
fn awaited() -> Option<(Link, String)> {
    let link = WAITS.with_borrow(Clone::clone).or_else(waiting)?;
    let (link, address) = share::split(&link);
    Some((link?, address))
}

/// That two corpora have the same texts, but not all else.
const MARKS_DIFFER: &str = "This corpus has the texts that the link is of, but not the same page furniture, order or short names: numbers may differ from those that were shared.";

/// That an address has something in the place of the texts' hash, which says nothing.
fn unread(of: &str) -> String {
    [
        "The address asks for the texts \u{201c}",
        &labels::cut(of, 40),
        "\u{201d}, which is no hash of texts: it was cut off or changed on its way. Its view is shown of the corpus that is here.",
    ]
    .concat()
}

/// That a link brought nothing new.
fn kept_already(name: &str) -> String {
    [
        "The texts of the link are in this browser already, as \u{201c}",
        name,
        "\u{201d}: that corpus is shown, at the view and settings of the link. Nothing was added.",
    ]
    .concat()
}

/// What the page begins with, where the address it was opened by says which texts it is of; `None` where it doesn't.
/// `kept`: whether this browser keeps corpora.
pub async fn begin(kept: bool) -> Option<Option<Begun>> {
    let hash = address::hash();
    let (link, view) = share::split(&hash);
    match link? {
        Link::Example => {
            put(&view);
            Some(None)
        }
        Link::Of(wanted) => {
            let found = if kept { find(&wanted).await } else { Ok(None) };
            match found {
                Ok(Some((own, address, same))) => {
                    put(&view);
                    if !same {
                        TO_SAY.set(Some(MARKS_DIFFER.to_owned()));
                    }
                    // A plain address would have the state that the corpus was left in, not the link's.
                    Some(Some(Ok((own, if route::is_plain(&view) { String::new() } else { address }))))
                }
                Ok(None) => {
                    keep_waiting(&hash);
                    None
                }
                Err(why) => {
                    keep_waiting(&hash);
                    Some(Some(Err(why)))
                }
            }
        }
        Link::With(_) => {
            keep_waiting(&hash);
            None
        }
        Link::Unread(of) => {
            put(&view);
            TO_SAY.set(Some(unread(&of)));
            None
        }
    }
}

/// The link waits; the page begins as it would without.
fn keep_waiting(hash: &str) {
    wait(hash);
    CAME.set(true);
    put("#/");
}

/// Writes another address into the address bar, in place of the one there.
fn put(hash: &str) {
    if let Ok(history) = window().history() {
        // A browser that forbids it goes on with the address there is, which says the same view.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// The corpus that is kept with these texts, with its address, and whether all else is the same too.
async fn find(wanted: &Content) -> Result<Option<(Own, String, bool)>, String> {
    let mut alike = None;
    for kept in store::list().await?.into_iter().filter(|kept| !kept.deleted) {
        let found = match Content::read(&kept.content) {
            Some(content) if content.texts != wanted.texts => continue,
            Some(content) => content,
            // It was kept before hashes were.
            None if kept.texts() != wanted.count as usize => continue,
            None => content::of(&store::load(&kept.key).await?.0.texts),
        };
        if found.texts != wanted.texts {
            continue;
        }
        let same = found.marks == wanted.marks;
        if same || alike.is_none() {
            let (own, address) = store::load(&kept.key).await?;
            alike = Some((own, address, same));
        }
        if same {
            break;
        }
    }
    Ok(alike)
}

/// Looks after links: those that come while the page is open, and the one that waits. Draws nothing.
#[component]
pub fn Arrivals() -> Html {
    let app = use_app();
    {
        let app = app.clone();
        use_effect_with((), move |()| {
            if let Some(text) = TO_SAY.take() {
                app.act(Action::Say(text));
            }
            if CAME.take() {
                app.open(Overlay::Arrived);
            }
        });
    }
    {
        let own = app.page().own.clone();
        let app = app.clone();
        // Texts came: perhaps those that a link waits for.
        use_effect_with(own, move |own| {
            let (Some(own), Some((Link::Of(wanted), view))) = (own, awaited()) else { return };
            let content = content::of(&own.texts);
            if content.texts != wanted.texts {
                return;
            }
            forget();
            let (state, _) = route::parse(&view);
            app.change(move |current| *current = state);
            let said = if content.marks == wanted.marks {
                "These are the texts of the link that was waiting: its view and settings are shown."
            } else {
                MARKS_DIFFER
            };
            app.act(Action::Close(Overlay::Arrived));
            app.act(Action::Say(said.to_owned()));
        });
    }
    {
        // The page's state as it is when a link comes, not as it was when the listener was made.
        let now = use_mut_ref(|| None::<App>);
        now.replace(Some(app));
        use_effect_with((), move |()| {
            let listener = EventListener::new(&window(), "popstate", move |_| {
                let hash = address::hash();
                if let (Some(link), view) = share::split(&hash)
                    && let Some(app) = now.borrow().clone()
                {
                    came(app, link, hash, view);
                }
            });
            move || drop(listener)
        });
    }
    html! {}
}

/// A link was opened in a page that is there already.
fn came(app: App, link: Link, hash: String, view: String) {
    let (state, _) = route::parse(&view);
    let own = app.page().own.clone();
    match link {
        Link::Example => {
            put(&view);
            if own.is_some() {
                acts::begin_at(&app, None, state);
            }
        }
        Link::Of(wanted) if own.is_some_and(|own| content::of(&own.texts) == wanted) => put(&view),
        Link::Of(wanted) => spawn_local(async move {
            match find(&wanted).await {
                Ok(Some((own, address, same))) => {
                    put(&view);
                    keeper::was_read(&own, &address);
                    acts::begin_at(&app, Some(own), state);
                    if !same {
                        app.act(Action::Say(MARKS_DIFFER.to_owned()));
                    }
                }
                _ => waits(&app, &hash),
            }
        }),
        Link::With(_) => waits(&app, &hash),
        Link::Unread(of) => {
            put(&view);
            app.act(Action::Say(unread(&of)));
        }
    }
}

/// The link waits, and the page goes back to where it was: the view is not of its texts.
fn waits(app: &App, hash: &str) {
    wait(hash);
    let _ = window().history().and_then(|history| history.back());
    app.open(Overlay::Arrived);
}

/// That a link waits, and the way to see what for; in the rail.
pub fn line(app: &App) -> Html {
    if awaited().is_none() {
        return html! {};
    }
    let app = app.clone();
    let onclick = move |_: MouseEvent| app.open(Overlay::Arrived);
    html! { <button type="button" class="link link-waits" {onclick}>{ "A link waits for its texts" }</button> }
}

/// The dialog on a link whose texts aren't here.
#[component]
pub fn Arrived() -> Html {
    let app = use_app();
    let on_close = {
        let app = app.clone();
        Callback::from(move |()| app.act(Action::Close(Overlay::Arrived)))
    };
    let leave = {
        let on_close = on_close.clone();
        Callback::from(move |_: MouseEvent| {
            forget();
            on_close.emit(());
        })
    };
    let (title, body) = match use_memo((), |()| awaited()).as_ref() {
        Some((Link::With(link), view)) => {
            ("A link that brings texts", part!(Brought { link: link.clone(), view: view.clone(), leave }))
        }
        Some((Link::Of(wanted), _)) => ("This link needs texts that are not here", missing(&app, wanted, &leave)),
        _ => ("No link is waiting", html! { <p>{ "Its texts came, or it was forgotten." }</p> }),
    };
    part!(Modal { title, class: "arrived", on_close, children: body })
}

/// What is missing, and what to do.
fn missing(app: &App, wanted: &Content, leave: &Callback<MouseEvent>) -> Html {
    let add = {
        let app = app.clone();
        move |_: MouseEvent| {
            app.act(Action::Close(Overlay::Arrived));
            app.open(Overlay::AddTexts);
        }
    };
    html! {
        <>
            <p>{ "It shows a view of a corpus of " }{ labels::counted(wanted.count, "text", "texts") }
                { ", and no corpus in this browser has the same ones. The link holds a hash of them, not the texts themselves." }</p>
            <p class="arrived-do">{ "Ask whoever sent it for the corpus as a file (\u{201c}Take along, Save as file\u{201d}) and open that here, or add the same texts. The view and its settings wait until they are here." }</p>
            <div class="add-do">
                <button type="button" class="button" onclick={add}>{ "Add texts or open a file" }</button>
                <button type="button" class="button quiet" onclick={leave}>{ "Forget the link" }</button>
            </div>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BroughtProps {
    link: String,
    view: String,
    leave: Callback<MouseEvent>,
}

/// Whether the texts that a link brings are here already.
#[derive(Clone, PartialEq)]
enum There {
    /// It is being looked for.
    Unknown,
    /// They aren't.
    Not,
    /// As this corpus, kept with this address; whether all else is the same too.
    As(Own, String, bool),
}

/// Opens the corpus that has the texts of a link, at the link's view.
fn open_kept(app: &App, there: &There, view: &str) {
    let There::As(own, address, same) = there else { return };
    forget();
    app.act(Action::Close(Overlay::Arrived));
    let (state, notices) = route::parse(view);
    if app.page().own.as_ref().is_some_and(|here| here.key == own.key) {
        app.change(move |current| *current = state);
    } else {
        keeper::was_read(own, address);
        acts::begin_at(app, Some(own.clone()), state);
    }
    app.act(Action::Say(kept_already(&own.name)));
    for notice in notices {
        app.act(Action::Say(notice));
    }
    if !same {
        app.act(Action::Say(MARKS_DIFFER.to_owned()));
    }
}

/// Looks for the texts of a link: at hand, then in what is kept. Where it can't be looked for, they count as not there.
async fn look(app: &App, wanted: &Content) -> There {
    if let Some(here) = app.page().own.as_ref() {
        let content = content::of(&here.texts);
        if content == *wanted {
            return There::As(here.clone(), String::new(), true);
        }
    }
    match find(wanted).await {
        Ok(Some((own, address, same))) => There::As(own, address, same),
        _ => There::Not,
    }
}

/// What a link brings, before it is opened. Where the very same is kept already, that is opened instead.
#[component]
fn Brought(props: &BroughtProps) -> Html {
    let app = use_app();
    let read = use_state(|| None::<Result<ByPointer<Opened>, Fault>>);
    let there = use_state_eq(|| There::Unknown);
    {
        let (read, there, app, view) = (read.setter(), there.setter(), app.clone(), props.view.clone());
        use_effect_with(props.link.clone(), move |link| {
            let hear = move |told| {
                let Told::Unlinked(opened) = told else { return };
                let opened = opened.map(|opened| ByPointer(Rc::new(opened)));
                read.set(Some(opened.clone()));
                let Ok(opened) = opened else { return };
                let (app, view, there) = (app.clone(), view.clone(), there.clone());
                spawn_local(async move {
                    let found = look(&app, &content::of_articles(&opened.corpus.articles)).await;
                    let open = matches!(&found, There::As(own, _, true) if may_leave(&app, own));
                    if open { open_kept(&app, &found, &view) } else { there.set(found) }
                });
            };
            let run = Run::start(vec![Work::Unlink(link.as_str().into())], hear);
            move || drop(run)
        });
    }
    let opened = match &*read {
        Some(Ok(opened)) if *there != There::Unknown => opened,
        Some(Err(fault)) => {
            return html! {
                <>
                    <p class="problem" role="alert">{ fault.says() }</p>
                    <div class="add-do"><button type="button" class="button" onclick={&props.leave}>{ "Forget the link" }</button></div>
                </>
            };
        }
        _ => return html! { <p class="soft" role="status">{ "Unpacking \u{2026}" }</p> },
    };
    let new = {
        let (app, opened, view) = (app.clone(), opened.clone(), props.view.clone());
        move |_: MouseEvent| {
            forget();
            app.act(Action::Close(Overlay::Arrived));
            let corpus = &opened.corpus;
            acts::begin_new(&app, &corpus.name, corpus.articles.clone(), route::parse(&view).0);
        }
    };
    let kept = {
        let (app, there, view) = (app.clone(), there.clone(), props.view.clone());
        move |_: MouseEvent| open_kept(&app, &there, &view)
    };
    let (has, quiet) = match &*there {
        There::As(own, _, same) => (Some((own.name.clone(), *same)), "button quiet"),
        _ => (None, "button"),
    };
    html! {
        <>
            <h3>{ &opened.corpus.name }</h3>
            <p>{ saved::brings(opened) }</p>
            { saved::titles(opened) }
            <p class="soft">{ "The texts stand in the link itself; nothing was asked of a server for them." }</p>
            if let Some((name, same)) = &has {
                <p role="status">
                    { "You have these texts already, as \u{201c}" }{ &**name }{ "\u{201d}" }
                    { if *same { "." } else { ", but with other page furniture, order or short names: there, numbers may differ from those that were shared." } }
                </p>
            }
            { saved::unsaved(&app) }
            <div class="add-do">
                if let Some((name, _)) = &has {
                    <button type="button" class="button" onclick={kept}>{ "Open \u{201c}" }{ &**name }{ "\u{201d}" }</button>
                }
                <button type="button" class={quiet} onclick={new}>{ "Open as a corpus of its own" }</button>
                <button type="button" class="button quiet" onclick={&props.leave}>{ "Forget the link" }</button>
            </div>
        </>
    }
}

/// Whether another corpus can be opened without what is open now being lost.
fn may_leave(app: &App, next: &Own) -> bool {
    let page = app.page();
    let at_hand = page.own.as_ref().is_some_and(|own| own.key == next.key);
    at_hand || !matches!(page.keeping, Keeping::Not(_) | Keeping::Elsewhere)
}
