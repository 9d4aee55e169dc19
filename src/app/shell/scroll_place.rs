//! How far down the page one was: kept with each entry of the browser's history, and gone back to.
//!
//! The browser does so by itself only where the page is as long at once as it was; here a view is drawn
//! when its answer comes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;
use yew::prelude::*;

/// How long the page lies still before its place is kept, in milliseconds.
const REST: u32 = 200;

/// How often it is tried to go back to a place, in milliseconds.
const STEP: u32 = 50;

/// How often the page must be found at the place and no longer than before, till that counts as reached.
const STILL: u32 = 10;

/// How often it is tried at most: after three seconds one has begun to read.
const MOST: u32 = 60;

/// What ends the way back: whoever does one of these wants to be elsewhere.
const MOVES: [&str; 4] = ["wheel", "touchstart", "pointerdown", "keydown"];

/// Keeps the place and goes back to it. Draws nothing.
#[component]
pub(super) fn ScrollPlace() -> Html {
    use_effect_with((), |()| {
        if let Ok(history) = window().history() {
            // A browser that doesn't know it goes on as it did.
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        let place = Rc::new(Place::default());
        place.clone().go_back(); // After a reload.
        let mut listeners = vec![EventListener::new(&window(), "scroll", {
            let place = place.clone();
            move |_| place.clone().keep_soon()
        })];
        listeners.push(EventListener::new(&window(), "popstate", {
            let place = place.clone();
            move |_| place.clone().go_back()
        }));
        for event in MOVES {
            let place = place.clone();
            listeners.push(EventListener::new(&document(), event, move |_| place.stay()));
        }
        move || {
            place.stay();
            drop(listeners);
        }
    });
    html! {}
}

#[derive(Default)]
struct Place {
    /// Waits for the page to lie still.
    resting: RefCell<Option<Timeout>>,
    /// The way back.
    going: RefCell<Option<Interval>>,
}

impl Place {
    fn keep_soon(self: Rc<Self>) {
        if self.going.borrow().is_some() {
            return;
        }
        let place = self.clone();
        *self.resting.borrow_mut() = Some(Timeout::new(REST, move || {
            let Ok(history) = window().history() else { return };
            // A browser that forbids changing its history so often keeps the place before.
            let _ = history.replace_state(&JsValue::from_f64(scrolled()), "");
            // Dropped from within, a timeout that has fired has nothing left to cancel.
            place.resting.take();
        }));
    }

    fn go_back(self: Rc<Self>) {
        self.resting.take();
        let kept = window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_f64());
        let Some(goal) = kept.filter(|kept| *kept > 0.0) else {
            self.going.take();
            return;
        };
        let (tried, still, height) = (Cell::new(0), Cell::new(0), Cell::new(0));
        let place = self.clone();
        let going = Interval::new(STEP, move || {
            tried.set(tried.get() + 1);
            let now = document().document_element().map_or(0, |page| page.scroll_height());
            if now == height.replace(now) && (scrolled() - goal).abs() < 1.0 {
                still.set(still.get() + 1);
            } else {
                still.set(0);
                window().scroll_to_with_x_and_y(0.0, goal);
            }
            if still.get() >= STILL || tried.get() >= MOST {
                place.stay();
            }
        });
        *self.going.borrow_mut() = Some(going);
    }

    fn stay(&self) {
        self.going.take();
    }
}

/// How far the page is scrolled, in CSS pixels.
fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}
