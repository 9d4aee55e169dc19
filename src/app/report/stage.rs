//! The place out of sight where a view is drawn, and when it stands.
//!
//! It lies in a shadow tree: the ids in it are not the page's, nor are its groups of radio buttons. It has a width of
//! its own, so that a report is the same from a phone and from a wide screen, and it is inert: nothing in it takes
//! the focus or is read out.

use std::rc::Rc;

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Failure, Source, Stop, back, call, new, turn};
use crate::app::by_pointer::ByPointer;
use crate::app::context::App;
use crate::app::pages;
use crate::app::shell::apart;
use crate::app::state::Page;
use crate::route::{State, View};
use crate::worker::client::Client;

/// Its width: that of a report's column. On A4 it is shrunk by a quarter.
const WIDTH: &str = "880px";

/// In how many turns in a row nothing may be asked or drawn before a view stands: an answer draws what asks again.
const QUIET: u32 = 3;

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Scene {
    /// A view, as its address has it.
    View(View),
    /// The entries of these measures.
    Methods(Rc<[String]>),
}

/// The place. Dropped, it is taken down.
pub(super) struct Stage {
    host: HtmlElement,
    shadow: JsValue,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.host.remove();
    }
}

/// What stands on the stage until it is dropped.
pub(super) struct Shown {
    root: Element,
    handle: Option<yew::AppHandle<Place>>,
}

impl Shown {
    /// The element that it stands in.
    pub(super) fn root(&self) -> &Element {
        &self.root
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.root.remove();
    }
}

impl Stage {
    /// Puts it up; `rules` are its stylesheet.
    ///
    /// # Errors
    /// Where the browser has no shadow trees.
    pub(super) fn set_up(rules: &str) -> Result<Self, Failure> {
        let host: HtmlElement = document().create_element("div")?.unchecked_into();
        host.set_attribute("inert", "")?;
        host.set_attribute("aria-hidden", "true")?;
        for (property, value) in [
            ("position", "fixed"),
            ("left", "0"),
            ("top", "0"),
            ("width", WIDTH),
            ("height", "100px"),
            ("overflow", "hidden"),
            ("contain", "strict"),
            ("visibility", "hidden"),
            ("pointer-events", "none"),
        ] {
            host.style().set_property(property, value)?;
        }
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"mode".into(), &"open".into())?;
        document().body().ok_or_else(|| JsValue::from("the page has no body"))?.append_child(&host)?;
        let stage = Self { shadow: call(&host, "attachShadow", &options)?, host };
        let sheet = new(&gloo::utils::window(), "CSSStyleSheet")?;
        call(&sheet, "replaceSync", &rules.into())?;
        js_sys::Reflect::set(&stage.shadow, &"adoptedStyleSheets".into(), &js_sys::Array::of1(&sheet))?;
        Ok(stage)
    }

    /// Shows a scene and waits until it stands.
    ///
    /// # Errors
    /// When it is no longer wanted.
    pub(super) async fn show(&self, source: &Source, scene: Scene, stop: &Stop) -> Result<Shown, Failure> {
        let root = document().create_element("div")?;
        self.shadow.unchecked_ref::<web_sys::Node>().append_child(&root)?;
        let props = PlaceProps { page: source.page.clone(), client: source.client.clone(), scene };
        let handle = yew::Renderer::<Place>::with_root_and_props(root.clone(), props).render();
        let shown = Shown { root, handle: Some(handle) };
        settled(&source.client, &shown.root, stop).await?;
        // Controls behind a button are unfolded: what they are set to is part of how the view came about.
        let folded = shown.root.query_selector_all(".menu-button[aria-expanded=\"false\"]")?;
        for place in 0..folded.length() {
            if let Some(button) = folded.get(place) {
                button.unchecked_into::<HtmlElement>().click();
            }
        }
        settled(&source.client, &shown.root, stop).await?;
        Ok(shown)
    }
}

/// Waits until no question is open and nothing more is drawn.
async fn settled(client: &Client, root: &Element, stop: &Stop) -> Result<(), Failure> {
    let (mut quiet, mut before) = (0, String::new());
    while quiet < QUIET {
        turn().await?;
        stop.check()?;
        if !client.is_idle() {
            quiet = 0;
            continue;
        }
        let now = root.inner_html();
        quiet = if now == before { quiet + 1 } else { 0 };
        before = now;
    }
    Ok(())
}

#[derive(Clone, PartialEq, Properties)]
struct PlaceProps {
    page: ByPointer<Page>,
    client: Client,
    scene: Scene,
}

/// A scene under a page of its own, which begins as the real one is and which nobody else hears of.
#[component]
fn Place(props: &PlaceProps) -> Html {
    let begun = (props.page.clone(), props.scene.clone());
    let page: UseReducerHandle<Page> = use_reducer(move || beginning(&begun.0, &begun.1));
    let app = App { page, client: props.client.clone() };
    let shown = match &props.scene {
        Scene::View(View::Overview) => html! {
            <>
                if app.by_groups() {
                    { apart::units_note(&app) }
                }
                { part!(pages::Overview) }
            </>
        },
        Scene::View(view) => apart::view(*view),
        Scene::Methods(keys) => part!(back::Methods { keys: keys.clone() }),
    };
    html! { <ContextProvider<App> context={app}>{ shown }</ContextProvider<App>> }
}

/// The page with nothing open over or beside the view.
fn beginning(page: &Page, scene: &Scene) -> Page {
    let mut page = page.clone();
    let mut state = State { reader: None, number: None, how: false, measure: None, ..(*page.state).clone() };
    if let Scene::View(view) = scene {
        state.view = *view;
    }
    page.state = Rc::new(state);
    page.overlays.clear();
    page.notices.clear();
    page
}
