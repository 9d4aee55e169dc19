//! The box of a chart: its head, its picture, its card, its files.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, Node, SvgElement};
use yew::prelude::*;

use super::card::MarkCard;
use super::drawing::{Drawing, length};
use super::files::Files;
use super::press::{Press, Pressed, focus, press};
use super::width::use_width;
use crate::app::by_pointer::ByPointer;
use crate::app::numbers::thousands;
use crate::chart::{Mark, Scene};

/// More marks than this are thinned out evenly: SVG draws 1,000 in some 30 ms, and nobody can point at more.
const MOST_MARKS: usize = 2000;

/// A chart.
#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// From the width that is there, in CSS pixels, to the scene. Compared by pointer: memoise it.
    pub layout: Callback<f64, Scene>,
    /// Stem of the files' names and of the ids inside: `parallax-keywords-a`. Unique on the page.
    pub name: AttrValue,
    /// What stands above the picture, beside the tools.
    #[prop_or_default]
    pub children: Html,
    /// Opens the evidence of the mark with this `target`; `None` where marks have none.
    #[prop_or_default]
    pub on_open: Option<Callback<usize>>,
    /// What a target is called: where several stand at one place, a click asks which is meant.
    #[prop_or_default]
    pub name_of: Option<Callback<usize, Option<AttrValue>>>,
    /// What Enter does, for screen readers.
    #[prop_or(AttrValue::Static("Enter opens the passages"))]
    pub opens: AttrValue,
    /// Id of the element that holds the table of the same data.
    #[prop_or_default]
    pub table: Option<AttrValue>,
    /// Whether a link to that table is shown, beside the key T; off where one link serves several pictures.
    #[prop_or(true)]
    pub table_link: bool,
    /// Whether it can be taken along as a file of its own; off where several pictures make one file.
    #[prop_or(true)]
    pub files: bool,
    /// Is told of every scene that is drawn, for a file of several pictures.
    #[prop_or_default]
    pub on_scene: Option<Callback<ByPointer<Scene>>>,
}

/// Why the card is shown.
#[derive(Clone, Copy, PartialEq)]
enum By {
    /// The pointer is over the mark.
    Hover,
    /// The mark has the focus.
    Focus,
    /// It was called by a finger, which can't hover first and click later, or several things stand at
    /// the mark: it stays and has buttons. By keyboard they take the focus.
    Held { keyboard: bool },
}

/// The mark whose card is shown.
#[derive(Clone, Copy, PartialEq)]
struct Active {
    mark: usize,
    by: By,
}

/// The number of the mark that an event happened in.
pub(super) fn mark_of(event: &Event) -> Option<usize> {
    event.target_dyn_into::<Element>()?.closest("[data-mark]").ok()??.get_attribute("data-mark")?.parse().ok()
}

/// The number of the mark that the pointer means: of those whose areas hold it, the one whose middle is
/// nearest, for areas overlap where marks stand close. Where it is over none, the mark the event happened in.
fn mark_under(event: &MouseEvent, picture: &NodeRef, scene: Option<&ByPointer<Scene>>) -> Option<usize> {
    let at = picture.cast::<Element>().map(|svg| svg.get_bounding_client_rect());
    let (at, scene) = at.zip(scene)?;
    let (x, y) = (client(event, "clientX") - at.left(), client(event, "clientY") - at.top());
    let mut nearest: Option<(f64, usize)> = None;
    for (number, mark) in scene.marks.iter().enumerate() {
        let (left, top, width, height) = mark.area;
        if x >= left && x <= left + width && y >= top && y <= top + height {
            let distance = (x - left - width / 2.0).powi(2) + (y - top - height / 2.0).powi(2);
            if nearest.is_none_or(|(least, _)| distance < least) {
                nearest = Some((distance, number));
            }
        }
    }
    nearest.map(|(_, number)| number).or_else(|| mark_of(event))
}

/// Where the pointer is on an axis, with its fraction of a pixel, which `MouseEvent::client_x` cuts off:
/// marks stand closer than that.
fn client(event: &MouseEvent, axis: &str) -> f64 {
    js_sys::Reflect::get(event, &axis.into()).ok().and_then(|at| at.as_f64()).unwrap_or_default()
}

/// The element of the mark with this number.
pub(super) fn mark_element(picture: &NodeRef, number: usize) -> Option<SvgElement> {
    picture.cast::<Element>()?.query_selector(&format!("[data-mark=\"{number}\"]")).ok()??.dyn_into().ok()
}

/// Makes one mark, and no other, the one that the Tab key reaches.
fn rove(picture: &NodeRef, number: usize) {
    let Some(root) = picture.cast::<Element>() else { return };
    let set = |element: &Element, value: &str| {
        // A constant attribute name is always valid.
        let _ = element.set_attribute("tabindex", value);
    };
    if let Ok(Some(before)) = root.query_selector("[data-mark][tabindex=\"0\"]") {
        set(&before, "-1");
    }
    if let Some(now) = mark_element(picture, number) {
        set(&now, "0");
    }
}

/// Scrolls to the element with this id and gives it the focus.
pub fn go_to(id: &str) {
    let element = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        // It fails only for an element that can't have the focus; then scrolling was all there is to do.
        let _ = element.focus();
    }
}

/// Leaves out marks evenly where there are too many, and says so.
fn thin(scene: &mut Scene) -> Option<String> {
    let all = scene.marks.len();
    let step = all.div_ceil(MOST_MARKS);
    if step < 2 {
        return None;
    }
    let mut number = 0;
    scene.marks.retain(|_| {
        number += 1;
        (number - 1) % step == 0
    });
    let (drawn, all) = (thousands(scene.marks.len() as u64), thousands(all as u64));
    Some(format!("{drawn} of {all} marks are drawn, one in every {step}; the table has them all."))
}

fn ring(mark: &Mark) -> Html {
    let (x, y, width, height) = mark.area;
    html! {
        <rect class="chart-ring" x={length(x - 2.0)} y={length(y - 2.0)} width={length(width + 4.0)} height={length(height + 4.0)} rx="4" />
    }
}

/// A chart: drawn for the width it has, walked with the arrow keys, with a card for each mark.
///
/// Keys: arrows walk the marks, Home and End go to the ends of a row (with Ctrl: of all), Enter or
/// Space opens the evidence, T goes to the table, Esc closes the card.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let frame = use_node_ref();
    let picture = use_node_ref();
    let width = use_width(&frame);
    let active = use_state_eq(|| None::<Active>);
    let by_finger = use_mut_ref(|| false);
    let current = use_mut_ref(|| 0usize);

    let drawn = use_memo((props.layout.clone(), width), |(layout, width)| {
        (*width > 0.0).then(|| {
            let mut scene = layout.emit(*width);
            let note = thin(&mut scene);
            (ByPointer(Rc::new(scene)), note)
        })
    });
    let scene = drawn.as_ref().as_ref().map(|(scene, _)| scene.clone());

    {
        let (picture, current, active) = (picture.clone(), current.clone(), active.clone());
        let on_scene = props.on_scene.clone();
        // After another scene is drawn: the marks are other marks, and the Tab key must still find one.
        use_effect_with(scene.clone(), move |scene| {
            let marks = scene.as_ref().map_or(0, |scene| scene.marks.len());
            let number = (*current.borrow()).min(marks.saturating_sub(1));
            *current.borrow_mut() = number;
            rove(&picture, number);
            if let (Some(scene), Some(on_scene)) = (scene, on_scene) {
                on_scene.emit(scene.clone());
            }
            if active.is_some_and(|a| a.by != By::Focus || a.mark >= marks) {
                active.set(None);
            }
        });
    }

    let open = {
        let (on_open, active) = (props.on_open.clone(), active.setter());
        Callback::from(move |target: usize| {
            if let Some(open) = &on_open {
                active.set(None);
                open.emit(target);
            }
        })
    };
    let show = {
        let active = active.clone();
        move |mark: Option<usize>, by: By| active.set(mark.map(|mark| Active { mark, by }))
    };
    let held = active.is_some_and(|a| matches!(a.by, By::Held { .. }));
    let focused = active.is_some_and(|a| a.by == By::Focus);
    // A click or Enter: opens the evidence, or asks which.
    let activate = {
        let (scene, open, show, opens, named) =
            (scene.clone(), open.clone(), show.clone(), props.on_open.is_some(), props.name_of.is_some());
        move |number: usize, by_finger: bool, keyboard: bool| {
            let Some(mark) = scene.as_ref().and_then(|s| s.marks.get(number)) else { return };
            let several = named && !mark.others.is_empty();
            if several && opens || by_finger {
                show(Some(number), By::Held { keyboard });
            } else {
                open.emit(mark.target);
            }
        }
    };
    let onpointerdown = {
        let by_finger = by_finger.clone();
        move |event: PointerEvent| *by_finger.borrow_mut() = event.pointer_type() == "touch"
    };
    let onpointermove = {
        let (show, picture, scene) = (show.clone(), picture.clone(), scene.clone());
        move |event: PointerEvent| {
            if event.pointer_type() != "touch" && !held {
                let mark = mark_under(&event, &picture, scene.as_ref());
                // A card that the keyboard called stays until the pointer means another mark.
                if mark.is_some() || !focused {
                    show(mark, By::Hover);
                }
            }
        }
    };
    let onpointerleave = {
        let active = active.clone();
        move |_: PointerEvent| {
            if active.is_some_and(|a| a.by == By::Hover) {
                active.set(None);
            }
        }
    };
    let onclick = {
        let (activate, active, picture) = (activate.clone(), active.clone(), picture.clone());
        let (current, by_finger, scene) = (current.clone(), by_finger.clone(), scene.clone());
        move |event: MouseEvent| {
            // A click without a pointer (detail 0) has no place of its own.
            let meant =
                if event.detail() == 0 { mark_of(&event) } else { mark_under(&event, &picture, scene.as_ref()) };
            let Some(number) = meant else {
                active.set(None);
                return;
            };
            *current.borrow_mut() = number;
            rove(&picture, number);
            let again = held && active.is_some_and(|a| a.mark == number);
            // A screen reader clicks without a pointer: detail is 0, and the mark opens at once.
            activate(number, *by_finger.borrow() && !again && event.detail() > 0, event.detail() == 0);
        }
    };
    let onfocusin = {
        let (show, picture, current) = (show.clone(), picture.clone(), current.clone());
        move |event: FocusEvent| {
            let Some(number) = mark_of(&event) else { return };
            *current.borrow_mut() = number;
            rove(&picture, number);
            let by_keyboard =
                event.target_dyn_into::<Element>().is_some_and(|e| e.matches(":focus-visible").unwrap_or(true));
            if by_keyboard {
                show(Some(number), By::Focus);
            }
        }
    };
    let onfocusout = {
        let (active, frame) = (active.clone(), frame.clone());
        move |event: FocusEvent| {
            let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
            let stays = frame.cast::<Node>().is_some_and(|frame| frame.contains(to.as_ref())) && to.is_some();
            if !stays && active.is_some_and(|a| a.by != By::Hover) {
                active.set(None);
            }
        }
    };
    let onkeydown = {
        let (active, picture) = (active.clone(), picture.clone());
        let (scene, table, current) = (scene.clone(), props.table.clone(), current.clone());
        move |event: KeyboardEvent| {
            let at =
                Pressed { scene: scene.as_deref(), picture: &picture, table: table.as_deref(), card: active.is_some() };
            match press(&event, &at) {
                Press::Done => (),
                Press::Open(number) => activate(number, false, true),
                Press::Close { back } => {
                    active.set(None);
                    if back {
                        focus(&picture, *current.borrow());
                    }
                }
            }
        }
    };

    let shown = scene.as_ref().zip(*active).and_then(|(scene, a)| Some((a, scene.marks.get(a.mark)?.clone())));
    let choices = shown.as_ref().filter(|_| held && props.on_open.is_some()).map(|(_, mark)| {
        let name = |target: usize| props.name_of.as_ref().and_then(|name_of| name_of.emit(target));
        match name(mark.target).filter(|_| !mark.others.is_empty()) {
            Some(first) => {
                let others = mark.others.iter().filter_map(|target| Some((name(*target)?, *target)));
                std::iter::once((first, mark.target)).chain(others).collect()
            }
            None => vec![(AttrValue::Static("Read the passages"), mark.target)],
        }
    });
    let choices = choices.unwrap_or_default();
    let summary = format!("{}-summary", props.name);
    html! {
        <figure class="chart">
            <figcaption class="chart-head">
                <div class="chart-title">{props.children.clone()}</div>
                <div class="chart-tools">
                    if let Some(table) = props.table.clone().filter(|_| props.table_link) {
                        <button type="button" class="link" title="To the table of the same data (T)" onclick={move |_| go_to(&table)}>{"Table"}</button>
                    }
                    if let Some(scene) = scene.clone().filter(|_| props.files) {
                        { part!(Files { scenes: vec![scene], name: props.name.clone() }) }
                    }
                </div>
            </figcaption>
            <div class="chart-frame" ref={frame} {onfocusin} {onfocusout} {onkeydown}>
                if let Some(scene) = &scene {
                    <svg ref={picture} class={classes!("chart-picture", props.on_open.is_some().then_some("chart-opens"))}
                        width={length(scene.width)} height={length(scene.height)}
                        viewBox={format!("0 0 {} {}", length(scene.width), length(scene.height))}
                        role="group" aria-label={scene.title.clone()} aria-describedby={summary.clone()}
                        {onpointerdown} {onpointermove} {onpointerleave} {onclick}>
                        { part!(Drawing { scene: scene.clone(), opens: props.on_open.is_some() }) }
                        if let Some((Active { by: By::Focus, .. }, mark)) = &shown {
                            {ring(mark)}
                        }
                    </svg>
                }
                if let Some((a, mark)) = shown {
                    { part!(MarkCard {
                        card: mark.card, mark: mark.area, choices, focus: a.by == (By::Held { keyboard: true }),
                        on_choose: open,
                    }) }
                }
            </div>
            if let Some(scene) = &scene {
                <p class="unseen" id={summary}>
                    {&scene.summary}{" Arrow keys walk the marks"}
                    if props.on_open.is_some() { {", "}{&props.opens} }
                    if props.table.is_some() { {", T goes to the table"} }
                    {"."}
                </p>
            }
            if let Some(note) = drawn.as_ref().as_ref().and_then(|(_, note)| note.clone()) {
                <p class="chart-note">{note}</p>
            }
        </figure>
    }
}
