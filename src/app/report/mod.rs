//! A report: chosen views as one HTML file that opens anywhere, with no script and nothing to fetch.
//!
//! Each view is drawn once more by the page's own components, out of sight, with a state of its own: what is
//! open, the address and the steps to undo don't hear of it. When all that it asked is answered, it is written
//! down as plain markup, so that its numbers are the very ones of the page.
//!
//! | file | what it is |
//! | --- | --- |
//! | `stage` | the place out of sight where a view is drawn, and when it stands |
//! | `still` | what stands there, as markup that needs no script |
//! | `parts` | what controls, charts and tables become |
//! | `markup` | the elements and attributes that may be written, and how text is |
//! | `styles` | the rules of the page's stylesheets that are used, and the fonts |
//! | `css` | stylesheets as their files have them |
//! | `selectors` | which of a rule's selectors can be used, and how they read there |
//! | `words` | the settings in words |
//! | `back` | the methods and the manifest at its end |
//! | `document` | all of it as one file |

mod back;
mod css;
mod document;
mod markup;
mod parts;
mod selectors;
mod stage;
mod still;
mod styles;
mod words;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::by_pointer::ByPointer;
use super::context::App;
use super::pages::keywords::comparison;
use super::state::Page;
use crate::protocol::manifest::{Manifest, ManifestQuery};
use crate::protocol::{Request, Response};
use crate::route::{self, View};
use crate::worker::client::{Client, Update};

/// The views that a report can have, in their order. Methods are in it anyway, as far as they are used; the Corpus
/// view is for work on the texts, which the manifest lists.
pub const VIEWS: [View; 7] =
    [View::Overview, View::Keywords, View::Frequency, View::Compare, View::Quotes, View::Coverage, View::Style];

/// What a report is made of.
#[derive(Clone)]
pub struct Wanted {
    /// The views, in the order of the report.
    pub views: Vec<View>,
    /// Its title, as typed.
    pub title: String,
    /// A note of the person's own; may be empty. A line is a paragraph.
    pub note: String,
    /// How many rows of a table are in it at most; `None`: all that stand on the page.
    pub rows: Option<usize>,
}

/// A report that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The name of its file.
    pub name: String,
    /// The file: HTML in UTF-8.
    pub html: String,
    /// How many charts are in it.
    pub charts: u32,
    /// How many tables.
    pub tables: u32,
    /// How many rows they have together.
    pub rows: u32,
    /// Bytes of each view's markup, in their order.
    pub sizes: Vec<(View, u32)>,
}

/// Why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It was stopped.
    Stopped,
    /// What happened, in a sentence.
    Failed(String),
}

impl From<JsValue> for Failure {
    fn from(reason: JsValue) -> Self {
        let said = reason.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Self::Failed(
            said.or_else(|| reason.as_string()).unwrap_or_else(|| "for a reason the browser doesn’t tell".into()),
        )
    }
}

/// Says whether a report is still wanted; clones say the same.
#[derive(Clone, Debug, Default)]
pub struct Stop(Rc<Cell<bool>>);

impl Stop {
    /// It is no longer wanted.
    pub fn stop(&self) {
        self.0.set(true);
    }

    fn check(&self) -> Result<(), Failure> {
        if self.0.get() { Err(Failure::Stopped) } else { Ok(()) }
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The page as it was when the report was asked for.
#[derive(Clone)]
struct Source {
    page: ByPointer<Page>,
    client: Client,
}

/// Makes a report of the page as it is now. `on_view` hears of each view when it is begun, by its place.
///
/// # Errors
/// When it was stopped, or a stylesheet, a font or an answer could not be had.
pub async fn make(app: &App, wanted: Wanted, stop: Stop, on_view: impl Fn(usize)) -> Result<Report, Failure> {
    let source = Source { page: ByPointer(Rc::new(app.page().clone())), client: app.client.clone() };
    let sheets = styles::sheets().await?;
    let stage = stage::Stage::set_up(&styles::for_stage(&sheets))?;
    let mut stills = Vec::new();
    for (place, view) in wanted.views.iter().enumerate() {
        stop.check()?;
        on_view(place);
        let scene = stage.show(&source, stage::Scene::View(*view), &stop).await?;
        let mut still =
            still::of(scene.root(), &["v", &(place + 1).to_string(), "-"].concat(), wanted.rows.unwrap_or(usize::MAX));
        still.view = Some(*view);
        stills.push(still);
    }
    stop.check()?;
    on_view(wanted.views.len());
    let mut keys: Vec<String> = Vec::new();
    for key in stills.iter().flat_map(|still| &still.measures) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    let methods = {
        let scene = stage.show(&source, stage::Scene::Methods(keys.into()), &stop).await?;
        still::of(scene.root(), "m-", usize::MAX)
    };
    drop(stage);
    let manifest = manifest(app, &stop).await?;
    let parts = document::Parts { stills, methods, manifest, sheets };
    document::whole(app, &wanted, &parts, &stop).await
}

/// Asks for the manifest of the analysis.
async fn manifest(app: &App, stop: &Stop) -> Result<Manifest, Failure> {
    let query = ManifestQuery { address: route::format(app.state()), comparison: comparison::of(app) };
    let heard = Rc::new(RefCell::new(None));
    let ticket = {
        let heard = heard.clone();
        app.client.ask(app.texts(), app.state().settings.clone(), Request::Manifest(query), move |update| {
            if let Update::Done(result) = update {
                *heard.borrow_mut() = Some(result);
            }
        })
    };
    let answer = loop {
        turn().await?;
        stop.check()?;
        if let Some(answer) = heard.borrow_mut().take() {
            break answer;
        }
    };
    drop(ticket);
    match answer.as_deref() {
        Ok(Response::Manifest(manifest)) => Ok((**manifest).clone()),
        Ok(_) => Err(Failure::Failed("the engine gave another answer than was asked for".into())),
        Err(error) => Err(Failure::Failed([&error.message, " ", &error.remedy].concat())),
    }
}

/// Waits for the browser's next turn: what was to be drawn is drawn by then.
async fn turn() -> Result<(), Failure> {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        gloo::timers::callback::Timeout::new(0, move || {
            let _ = resolve.call0(&JsValue::NULL);
        })
        .forget();
    });
    JsFuture::from(turn).await?;
    Ok(())
}

/// A property of a JavaScript object that the page's program has no type for.
fn get(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A text property; empty where there is none.
fn get_text(of: &JsValue, name: &str) -> String {
    get(of, name).as_string().unwrap_or_default()
}

/// Calls a method of a JavaScript object.
fn call(of: &JsValue, name: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    get(of, name).dyn_into::<js_sys::Function>()?.call1(of, with)
}

/// A new object of a class of the window's.
fn new(window: &JsValue, class: &str) -> Result<JsValue, JsValue> {
    let class: js_sys::Function = get(window, class).dyn_into()?;
    js_sys::Reflect::construct(&class, &js_sys::Array::new())
}
