//! The line of controls above a view's pictures: choices whose value is part of the address.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::components::ArticleBadge;
use crate::app::context::use_app;
use crate::app::drawn;
use crate::app::labels;
use crate::chart::order;

/// See [`Select`].
#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// What stands before it: `ranked by`.
    pub label: AttrValue,
    /// The choices.
    pub options: Vec<AttrValue>,
    /// The place of the one in force.
    pub chosen: usize,
    /// The place of another one.
    pub on_choose: Callback<usize>,
    /// Its id, where it must be found.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// One of several, by a drop-down list.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let onchange = props.on_choose.reform(|event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        select.map_or(0, |select| select.selected_index().max(0) as usize)
    });
    // Options that come later or go move the browser's own choice: it is set when they stand.
    let field = use_node_ref();
    use_effect_with((field.clone(), props.options.clone(), props.chosen), |(field, _, chosen)| {
        if let Some(select) = field.cast::<HtmlSelectElement>() {
            select.set_selected_index(*chosen as i32);
        }
    });
    html! {
        <label class="control">
            <span>{&props.label}</span>
            <select id={props.id.clone()} ref={field} class="select" {onchange}>
                { for props.options.iter().enumerate().map(|(i, text)| html! {
                    <option selected={i == props.chosen}>{text}</option>
                }) }
            </select>
        </label>
    }
}

/// See [`Segments`].
#[derive(Properties, PartialEq)]
pub struct SegmentsProps {
    /// What is chosen, for screen readers and as the group's name: `Picture`.
    pub label: AttrValue,
    /// The choices.
    pub options: Vec<AttrValue>,
    /// The place of the one in force.
    pub chosen: usize,
    /// The place of another one.
    pub on_choose: Callback<usize>,
}

/// One of a few, all in sight.
#[component]
pub fn Segments(props: &SegmentsProps) -> Html {
    html! {
        <fieldset class="segments">
            <legend>{&props.label}</legend>
            { for props.options.iter().enumerate().map(|(i, text)| html! {
                <label class="segment">
                    <input type="radio" name={&props.label} checked={i == props.chosen} onchange={props.on_choose.reform(move |_: Event| i)} />
                    <span>{text}</span>
                </label>
            }) }
        </fieldset>
    }
}

/// See [`Switch`].
#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    /// What is on or off.
    pub label: AttrValue,
    /// Whether it is on.
    pub on: bool,
    /// What it shall be.
    pub on_change: Callback<bool>,
}

/// On or off.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    html! {
        <label class="control control-switch">
            <input type="checkbox" checked={props.on} onchange={props.on_change.reform(|event: Event| is_checked(&event))} />
            <span>{&props.label}</span>
        </label>
    }
}

fn is_checked(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
}

/// See [`ArticleChoice`].
#[derive(Properties, PartialEq)]
pub struct ArticleChoiceProps {
    /// What they are chosen for: `Articles in the table`.
    pub label: AttrValue,
    /// Numbers of the chosen ones; empty: all that are on. Of more than are drawn those that are can be chosen.
    pub chosen: Vec<u32>,
    /// Whether they are chosen among what is compared, which may be groups.
    #[prop_or_default]
    pub units: bool,
    /// Fewest that may be chosen; the last ones of them can't be switched off.
    #[prop_or(1)]
    pub least: usize,
    /// The ids of the new choice; empty: all.
    pub on_change: Callback<Vec<String>>,
}

/// Any of the articles that are on, or of the groups, by their letters.
#[component]
pub fn ArticleChoice(props: &ArticleChoiceProps) -> Html {
    let app = use_app();
    let among = if props.units { drawn::units(&app) } else { drawn::articles(&app) };
    // Those that are drawn, and those chosen before others were.
    let is_on = |number: &u32| app.article(*number).is_some_and(|article| article.on);
    let before = props.chosen.iter().copied().filter(is_on);
    let all: Rc<[u32]> = order::distinct(among.into_iter().chain(before).collect()).into();
    let chosen: Rc<[u32]> =
        all.iter().copied().filter(|n| props.chosen.is_empty() || props.chosen.contains(n)).collect();
    let switch = |number: u32| {
        let is = chosen.contains(&number);
        let ids = {
            let (app, all, chosen) = (app.clone(), all.clone(), chosen.clone());
            move || -> Vec<String> {
                let next = all.iter().filter(|n| if **n == number { !is } else { chosen.contains(n) });
                let ids: Vec<String> = next.map(|n| app.id(*n).to_owned()).collect();
                if ids.len() == all.len() { Vec::new() } else { ids }
            }
        };
        let name = app.article(number).map(labels::short).unwrap_or_default();
        html! {
            <label class="article-choice" title={name}>
                <input type="checkbox" checked={is} disabled={is && chosen.len() <= props.least}
                    onchange={props.on_change.reform(move |_: Event| ids())} />
                { part!(ArticleBadge { article: number }) }
            </label>
        }
    };
    html! {
        <fieldset class="article-choices">
            <legend>{&props.label}</legend>
            { for all.iter().map(|number| switch(*number)) }
        </fieldset>
    }
}

/// Whether stop words are shown, with a way to the list of them in the settings.
#[component]
pub fn StopWordsControl() -> Html {
    let app = use_app();
    let hidden = app.state().settings.stop_words.hidden;
    let on_choose =
        Callback::from(move |place: usize| app.change(move |state| state.settings.stop_words.hidden = place == 0));
    part!(Select {
        label: "stop words",
        options: vec!["hidden".into(), "shown".into()],
        chosen: usize::from(!hidden),
        on_choose
    })
}

/// Whether words are counted as written or by their stems. What was chosen by its term is let go: it has another now.
#[component]
pub fn StemsControl() -> Html {
    let app = use_app();
    let stems = app.state().settings.words.stems;
    let on_choose = Callback::from(move |place: usize| {
        app.change(move |state| {
            state.settings.words.stems = place == 1;
            state.frequency.terms.clear();
        });
    });
    part!(Select {
        label: "words counted",
        options: vec!["as written".into(), "by stem".into()],
        chosen: usize::from(stems),
        on_choose
    })
}

/// See [`MinimumControl`].
#[derive(Properties, PartialEq)]
pub struct MinimumProps {
    /// The least frequency in force.
    pub minimum: u32,
    /// Another one.
    pub on_choose: Callback<u32>,
}

/// The choices of a least frequency.
const MINIMA: [u32; 6] = [1, 2, 3, 5, 10, 25];

/// How often a word must occur at least. One from an address that isn't among the choices is added to them.
#[component]
pub fn MinimumControl(props: &MinimumProps) -> Html {
    let mut minima = MINIMA.to_vec();
    if !minima.contains(&props.minimum) {
        minima.push(props.minimum);
        minima = order::distinct(minima);
    }
    let chosen = minima.iter().position(|n| *n == props.minimum).unwrap_or_default();
    let options = minima.iter().map(|n| AttrValue::from(labels::counted(*n, "time", "times"))).collect::<Vec<_>>();
    let on_choose = props.on_choose.reform(move |place: usize| minima.get(place).copied().unwrap_or(1));
    part!(Select { label: "at least", options, chosen, on_choose })
}

/// See [`Explain`].
#[derive(Properties, PartialEq)]
pub struct ExplainProps {
    /// Key of the measure in the Methods view.
    pub measure: AttrValue,
    /// What the link says.
    #[prop_or(AttrValue::Static("How is this computed?"))]
    pub text: AttrValue,
}

/// Leads to the measure in the Methods view.
#[component]
pub fn Explain(props: &ExplainProps) -> Html {
    let app = use_app();
    let measure = props.measure.clone();
    html! { <button type="button" class="link" data-measure={props.measure.clone()} onclick={move |_| app.explain(&measure)}>{&props.text}</button> }
}
