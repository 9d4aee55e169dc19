//! The gutter between two texts: ribbons from what stands in the one to where it stands in the other, and the
//! scrolling of both together.
//!
//! Where the ends of the ribbons stand is measured once for a layout of the texts; a scroll only reads how far
//! both are scrolled, and moves paths, once a frame. The text that the reader last touched leads, the other
//! follows. Where less motion is wanted, it follows when the scrolling has come to rest.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::prelude::*;

use super::aligned::{chain, counterpart};
use crate::app::by_pointer::ByPointer;
use crate::chart::ticks::coordinate;
use crate::protocol::{Response, SharedPassage};

/// What a reader does to a text that makes it the one that leads.
const TOUCHES: [&str; 5] = ["wheel", "touchstart", "pointerdown", "keydown", "focusin"];
/// Scrolling has come to rest after so many milliseconds without more of it.
const REST: u32 = 140;
/// Width of the gutter in pixels, as the style has it.
const GUTTER: f64 = 44.0;

/// Which text leads, 0 or 1; none while both were moved for the reader.
#[derive(Clone, Default)]
pub struct Leader(Rc<Cell<Option<usize>>>);

impl Leader {
    /// Both have been moved: neither follows until one is touched again.
    pub fn none(&self) {
        self.0.set(None);
    }
}

impl PartialEq for Leader {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// See [`Ribbons`].
#[derive(Properties, PartialEq)]
pub struct RibbonsProps {
    /// The boxes that the two texts scroll in.
    pub sides: [NodeRef; 2],
    /// The texts that they show: other ones are measured anew.
    pub texts: [Option<ByPointer<Response>>; 2],
    /// What is tied: first the passages, in the order of the first text, then single words.
    pub ties: ByPointer<[SharedPassage]>,
    /// How many of them are passages.
    pub passages: usize,
    /// The one that is marked.
    pub marked: Option<usize>,
    /// Whether the texts scroll together.
    pub together: bool,
    /// Which text leads.
    pub leader: Leader,
}

/// From where to where in its text, in pixels from the text's top: the two ends of every tie.
type Ends = Vec<[Option<(f64, f64)>; 2]>;

/// The sizes that a measurement holds for: widths and heights of both texts.
type Layout = [i32; 4];

/// What a frame works on.
struct Gutter {
    sides: [HtmlElement; 2],
    root: Element,
    passages: usize,
    chain: Vec<usize>,
    together: bool,
    leader: Leader,
    measured: RefCell<(Layout, Ends)>,
    /// By tie: whether its ribbon is drawn.
    drawn: RefCell<Vec<bool>>,
    /// Whether a frame is asked for, and whether the other text is to follow in it.
    waiting: Cell<(bool, bool)>,
    rest: RefCell<Option<Timeout>>,
}

impl Gutter {
    /// Asks for a frame, unless one is asked for.
    fn ask(self: &Rc<Self>, follow: bool) {
        let (waiting, following) = self.waiting.get();
        self.waiting.set((true, following || follow));
        if waiting {
            return;
        }
        let gutter = Rc::clone(self);
        let frame = Closure::once_into_js(move || {
            let (_, follow) = gutter.waiting.replace((false, false));
            gutter.frame(follow);
        });
        if let Some(window) = web_sys::window() {
            // Without frames there is nothing to draw on.
            let _ = window.request_animation_frame(frame.unchecked_ref());
        }
    }

    /// A text was scrolled.
    fn scrolled(self: &Rc<Self>) {
        if self.together && less_motion() {
            let gutter = Rc::clone(self);
            *self.rest.borrow_mut() = Some(Timeout::new(REST, move || gutter.ask(true)));
            self.ask(false);
        } else {
            self.ask(true);
        }
    }

    fn layout(&self) -> Layout {
        let [a, b] = &self.sides;
        [a.client_width(), a.scroll_height(), b.client_width(), b.scroll_height()]
    }

    fn frame(&self, follow: bool) {
        let layout = self.layout();
        if self.measured.borrow().0 != layout {
            *self.measured.borrow_mut() = (layout, self.measure());
        }
        let measured = self.measured.borrow();
        let mut tops = [0, 1].map(|side| f64::from(self.sides[side].scroll_top()));
        let heights = [0, 1].map(|side| f64::from(self.sides[side].client_height()));
        if let Some(leads) = self.leader.0.get().filter(|_| self.together && follow) {
            let follows = 1 - leads;
            let wholes = [f64::from(layout[1]), f64::from(layout[3])];
            let far = wholes[leads] - heights[leads];
            // What is looked at moves from the top of the box to its bottom as the text is read.
            let eye = if far > 0.0 { heights[leads] * (tops[leads] / far).clamp(0.0, 1.0) } else { 0.0 };
            let at = counterpart(&self.pairs(&measured.1, leads, wholes), tops[leads] + eye);
            let wanted = (at - eye).clamp(0.0, (wholes[follows] - heights[follows]).max(0.0));
            if (wanted - tops[follows]).abs() >= 1.0 {
                self.sides[follows].set_scroll_top(wanted.round() as i32);
                tops[follows] = wanted.round();
            }
        }
        self.draw(&measured.1, tops, heights);
    }

    /// Places of both texts that go together, from the one that leads to the other: their tops, the passages of
    /// the chain, their ends.
    fn pairs(&self, ends: &Ends, leads: usize, wholes: [f64; 2]) -> Vec<(f64, f64)> {
        let mut pairs = vec![(0.0, 0.0)];
        for &tie in &self.chain {
            if let Some([Some(a), Some(b)]) = ends.get(tie) {
                let (from, to) = if leads == 0 { (a, b) } else { (b, a) };
                let last = pairs.last().copied().unwrap_or_default();
                // Lines are as high as they are: passages on one line would lead back.
                if from.0 >= last.0 && to.0 >= last.1 {
                    pairs.push((from.0, to.0));
                }
            }
        }
        pairs.push((wholes[leads], wholes[1 - leads]));
        pairs
    }

    /// Reads where every tie stands in both texts.
    fn measure(&self) -> Ends {
        let mut ends: Ends = vec![[None, None]; self.drawn.borrow().len()];
        for (side, text) in self.sides.iter().enumerate() {
            let Ok(pieces) = text.query_selector_all("[data-passages]") else { continue };
            let from = text.get_bounding_client_rect().top() - f64::from(text.scroll_top());
            for at in 0..pieces.length() {
                let Some(piece) = pieces.item(at).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
                let place = piece.get_bounding_client_rect();
                let (top, bottom) = (place.top() - from, place.bottom() - from);
                let numbers = piece.get_attribute("data-passages").unwrap_or_default();
                for tie in numbers.split(' ').filter_map(|number| number.parse::<usize>().ok()) {
                    if let Some(of) = ends.get_mut(tie) {
                        let known = of[side].unwrap_or((top, bottom));
                        of[side] = Some((known.0.min(top), known.1.max(bottom)));
                    }
                }
            }
        }
        ends
    }

    /// Moves the ribbons of which an end is in sight, of words both, and takes the others away.
    fn draw(&self, ends: &Ends, tops: [f64; 2], heights: [f64; 2]) {
        let mut drawn = self.drawn.borrow_mut();
        let paths = self.root.children();
        for (tie, ends) in ends.iter().enumerate() {
            let (Some(path), Some(was)) = (paths.item(tie as u32), drawn.get_mut(tie)) else { continue };
            let place = |side: usize| ends[side].map(|(top, bottom)| (top - tops[side], bottom - tops[side]));
            let in_sight = |side: usize| place(side).is_some_and(|(top, bottom)| bottom > 0.0 && top < heights[side]);
            let d = match (place(0), place(1)) {
                // Lines that run out of sight would only be a bundle.
                (Some(a), Some(b)) if tie >= self.passages && in_sight(0) && in_sight(1) => ribbon(a, b, true),
                (Some(a), Some(b)) if tie < self.passages && (in_sight(0) || in_sight(1)) => ribbon(a, b, false),
                _ if *was => String::new(),
                _ => continue,
            };
            *was = !d.is_empty();
            // A constant attribute name is always valid.
            let _ = path.set_attribute("d", &d);
        }
    }
}

/// A band from one edge of the gutter to the other; of a word a line.
fn ribbon(a: (f64, f64), b: (f64, f64), word: bool) -> String {
    let c = coordinate;
    let half = c(GUTTER / 2.0);
    let wide = c(GUTTER);
    if word {
        let (y, z) = (c((a.0 + a.1) / 2.0), c((b.0 + b.1) / 2.0));
        return ["M0 ", &y, "C", &half, " ", &y, " ", &half, " ", &z, " ", &wide, " ", &z].concat();
    }
    let (a0, a1, b0, b1) = (c(a.0), c(a.1), c(b.0), c(b.1));
    [
        "M0 ", &a0, "C", &half, " ", &a0, " ", &half, " ", &b0, " ", &wide, " ", &b0, "L", &wide, " ", &b1, "C", &half,
        " ", &b1, " ", &half, " ", &a1, " 0 ", &a1, "Z",
    ]
    .concat()
}

fn less_motion() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    query.is_some_and(|query| query.matches())
}

/// The gutter. The pointer finds a ribbon as it finds the passage at its ends.
#[component]
pub fn Ribbons(props: &RibbonsProps) -> Html {
    let root = use_node_ref();
    {
        let (sides, root, leader) = (props.sides.clone(), root.clone(), props.leader.clone());
        let (passages, together) = (props.passages, props.together);
        let watched = (props.ties.clone(), props.texts.clone(), passages, together);
        use_effect_with(watched, move |(ties, ..)| {
            let gutter = (|| {
                Some(Rc::new(Gutter {
                    sides: [sides[0].cast()?, sides[1].cast()?],
                    root: root.cast()?,
                    passages,
                    chain: chain(&ties[..passages.min(ties.len())]),
                    together,
                    leader,
                    measured: RefCell::new(([-1; 4], Vec::new())),
                    drawn: RefCell::new(vec![true; ties.len()]),
                    waiting: Cell::new((false, false)),
                    rest: RefCell::new(None),
                }))
            })();
            let watch = gutter.as_ref().map(watch);
            move || {
                if let (Some(stop), Some(gutter)) = (watch, gutter) {
                    stop();
                    gutter.rest.borrow_mut().take();
                }
            }
        });
    }
    let class = |tie: usize| {
        let kind = if tie < props.passages { "ribbon" } else { "ribbon ribbon-word" };
        classes!(kind, (props.marked == Some(tie)).then_some("ribbon-on"))
    };
    html! {
        <div class="pair-gutter" aria-hidden="true">
            <svg>
                <g ref={root}>
                    { for (0..props.ties.len()).map(|tie| html! { <path key={tie} class={class(tie)} data-passages={tie.to_string()} /> }) }
                </g>
            </svg>
        </div>
    }
}

/// A text, an event, and what it does.
type Listening = (HtmlElement, &'static str, Closure<dyn FnMut()>);

/// Listens to both texts; what is returned ends that.
fn watch(gutter: &Rc<Gutter>) -> impl FnOnce() + use<> {
    let mut listening: Vec<Listening> = Vec::new();
    for (number, side) in gutter.sides.iter().enumerate() {
        let scrolled = Rc::clone(gutter);
        listening.push((side.clone(), "scroll", Closure::new(move || scrolled.scrolled())));
        for touch in TOUCHES {
            let leader = gutter.leader.clone();
            listening.push((side.clone(), touch, Closure::new(move || leader.0.set(Some(number)))));
        }
    }
    for (side, event, heard) in &listening {
        let options = web_sys::AddEventListenerOptions::new();
        options.set_passive(true);
        let heard = heard.as_ref().unchecked_ref();
        // It fails for no element.
        let _ = side.add_event_listener_with_callback_and_add_event_listener_options(event, heard, &options);
    }
    let resized = Rc::clone(gutter);
    let changed = Closure::<dyn FnMut()>::new(move || resized.ask(false));
    // A browser without ResizeObserver draws at the next scroll.
    let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        for side in &gutter.sides {
            observer.observe(side);
        }
    }
    gutter.ask(false);
    move || {
        for (side, event, heard) in &listening {
            let _ = side.remove_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
        }
        if let Some(observer) = observer {
            observer.disconnect();
        }
        drop(changed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ribbon_joins_both_edges() {
        assert_eq!(ribbon((10.0, 30.0), (50.0, 70.0), false), "M0 10C22 10 22 50 44 50L44 70C22 70 22 30 0 30Z");
        assert_eq!(ribbon((10.0, 30.0), (50.0, 70.0), true), "M0 20C22 20 22 60 44 60");
    }
}
