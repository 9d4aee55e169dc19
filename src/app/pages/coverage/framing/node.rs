//! Which words are looked around, and how far.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::by_pointer::ByPointer;
use crate::app::context::{App, use_app};
use crate::app::pages::controls::{Explain, MinimumControl, Select, Switch};
use crate::chart::order;
use crate::protocol::{CollocateMeasure, Response};

/// See [`NodeControls`].
#[derive(Properties, PartialEq)]
pub struct NodeProps {
    /// The last answer, which says what the node is and what else suggests itself.
    pub response: Option<ByPointer<Response>>,
}

/// What collocates can be ranked by.
pub(super) const MEASURES: [(CollocateMeasure, &str, &str); 8] = [
    (CollocateMeasure::LogDice, "logDice", "log-dice"),
    (CollocateMeasure::Dice, "Dice", "dice"),
    (CollocateMeasure::Mi, "MI", "mi"),
    (CollocateMeasure::Mi3, "MI3", "mi3"),
    (CollocateMeasure::T, "t-score", "t-score"),
    (CollocateMeasure::Z, "z-score", "z-score"),
    (CollocateMeasure::G2, "G²", "collocate-g2"),
    (CollocateMeasure::DeltaP, "ΔP", "delta-p"),
];

/// Choices of a window’s side.
const SIDES: [u32; 9] = [0, 1, 2, 3, 4, 5, 7, 10, 15];

/// The field for the words, names that suggest themselves, and the window.
#[component]
pub fn NodeControls(props: &NodeProps) -> Html {
    let app = use_app();
    let state = app.state().framing.clone();
    let (names, node) = match props.response.as_deref() {
        Some(Response::Collocates(report)) => {
            let node: Vec<String> = report.words.iter().map(|word| word.written.clone()).collect();
            (report.names.clone(), node)
        }
        _ => (Vec::new(), Vec::new()),
    };
    let shown = if state.words.is_empty() { node.join(", ") } else { state.words.join(", ") };
    let onchange = {
        let app = app.clone();
        move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            let words = words(&typed);
            app.change(move |state| state.framing.words = words);
        }
    };
    let on_measure = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            if let Some((measure, ..)) = MEASURES.get(place) {
                app.change(move |state| state.framing.measure = *measure);
            }
        })
    };
    let on_minimum = {
        let app = app.clone();
        Callback::from(move |least: u32| app.change(move |state| state.framing.minimum = least))
    };
    let on_crossing = {
        let app = app.clone();
        Callback::from(move |on: bool| app.change(move |state| state.framing.window.crossing = on))
    };
    let place = MEASURES.iter().position(|it| it.0 == state.measure).unwrap_or_default();
    let suggest = |name: &Vec<String>| {
        let pressed = name.first().is_some_and(|first| node.first() == Some(first));
        let (app, words) = (app.clone(), name.clone());
        let onclick = move |_: MouseEvent| {
            let words = words.clone();
            app.change(move |state| state.framing.words = words);
        };
        let text = name.first().cloned().unwrap_or_default();
        html! { <button type="button" class="suggested" aria-pressed={pressed.to_string()} {onclick}>{ text }</button> }
    };
    let window = state.window;
    html! {
        <>
            <div class="framing-node">
                <label class="control framing-words">
                    <span>{ "Words around" }</span>
                    <input class="field" type="text" value={shown} {onchange} autocomplete="off" spellcheck="false"
                        placeholder="a name or word, or several with commas" />
                </label>
                if !names.is_empty() {
                    <div class="framing-names" role="group" aria-label="Names to look around">
                        { for names.iter().map(suggest) }
                    </div>
                }
            </div>
            <div class="controls" role="group" aria-label="Which words count as near">
                { side(&app, "words left", window.left, window.right, true) }
                { side(&app, "words right", window.right, window.left, false) }
                { part!(Switch { label: "across sentences", on: window.crossing, on_change: on_crossing }) }
                { part!(MinimumControl { minimum: state.minimum, on_choose: on_minimum }) }
                { part!(Select {
                    label: "ranked by", options: MEASURES.iter().map(|it| it.1.into()).collect::<Vec<AttrValue>>(),
                    chosen: place, on_choose: on_measure,
                }) }
                { part!(Explain { measure: MEASURES[place].2 }) }
            </div>
        </>
    }
}

/// One side of the window; one of both has at least a word.
fn side(app: &App, label: &'static str, value: u32, other: u32, left: bool) -> Html {
    let mut sides: Vec<u32> = SIDES.iter().copied().filter(|side| *side + other > 0).collect();
    if !sides.contains(&value) {
        sides.push(value);
        sides = order::distinct(sides);
    }
    let chosen = sides.iter().position(|side| *side == value).unwrap_or_default();
    let options: Vec<AttrValue> = sides.iter().map(|side| side.to_string().into()).collect();
    let app = app.clone();
    let on_choose = Callback::from(move |place: usize| {
        let value = sides.get(place).copied().unwrap_or(5);
        app.change(move |state| {
            let window = &mut state.framing.window;
            *(if left { &mut window.left } else { &mut window.right }) = value;
        });
    });
    part!(Select { label, options, chosen, on_choose })
}

/// The words typed, with commas between; none: the name that suggests itself.
fn words(typed: &str) -> Vec<String> {
    let parts = typed.split([',', ';', '/']).map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}
