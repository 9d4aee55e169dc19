//! The Methods view: how is this computed?

use gloo::utils::document;
use yew::prelude::*;

use crate::app::ask::{MethodsQuestion, use_answer};
use crate::app::components::{ViewHeader, mathml};
use crate::app::context::use_app;
use crate::app::state::Overlay;
use crate::protocol::Measure;
use crate::route::{self, State, View};

fn anchor(key: &str) -> String {
    ["measure-", key].concat()
}

/// Every measure by its group, with the list of them at the side; the address may name one.
#[component]
pub fn Methods() -> Html {
    let app = use_app();
    let answer = use_answer(Some(MethodsQuestion));
    let wanted = app.state().measure.clone();
    let measures = answer.report().map_or(&[][..], Vec::as_slice);
    use_effect_with((wanted.clone(), !measures.is_empty()), |(wanted, known)| {
        if let Some(place) =
            wanted.as_ref().filter(|_| *known).and_then(|key| document().get_element_by_id(&anchor(key)))
        {
            place.scroll_into_view();
        }
    });
    let unknown =
        wanted.as_deref().filter(|key| !measures.is_empty() && measures.iter().all(|measure| measure.key != *key));

    let manifest = {
        let app = app.clone();
        move |_: MouseEvent| app.open(Overlay::Manifest)
    };
    let mut groups: Vec<(&str, Vec<&Measure>)> = Vec::new();
    for measure in measures {
        match groups.iter_mut().find(|(group, _)| *group == measure.group) {
            Some((_, of)) => of.push(measure),
            None => groups.push((&measure.group, vec![measure])),
        }
    }
    html! {
        <div class="view view-methods">
            { part!(ViewHeader { view: View::Methods, asked: answer.asked.clone() }) }
            <p class="finding">{ "Every measure by the name its field uses: what it tells, its formula, what Parallax does by default, when it is undefined, and where it comes from." }</p>
            <p><button type="button" class="link" onclick={manifest}>{ "Save or open a manifest of this analysis" }</button></p>
            if let Some(unknown) = unknown {
                <p class="empty">{ "There is no measure called \u{201c}" }{ unknown }{ "\u{201d} here; these are all there are." }</p>
            }
            <div class="methods">
                <nav class="contents" aria-label="Measures">
                    { for groups.iter().map(|(group, measures)| html! {
                        <>
                            <h2>{ *group }</h2>
                            <ul>{ for measures.iter().map(|measure| html! { <li>{ part!(MeasureLink {
                                key_of: measure.key.clone(), text: measure.name.clone(),
                                current: wanted.as_ref() == Some(&measure.key),
                            }) }</li> }) }</ul>
                        </>
                    }) }
                </nav>
                <div>
                    { for groups.iter().map(|(group, measures)| html! {
                        <section class="measures">
                            <h2>{ *group }</h2>
                            { for measures.iter().map(|measure| entry(measure, wanted.as_ref() == Some(&measure.key))) }
                        </section>
                    }) }
                </div>
            </div>
        </div>
    }
}

/// A measure's entry.
pub(in crate::app) fn entry(measure: &Measure, wanted: bool) -> Html {
    let line =
        |name: &'static str, text: &str| (!text.is_empty()).then(|| html! { <><dt>{ name }</dt><dd>{ text }</dd></> });
    let symbol = |(name, says): &(String, String)| html! { <><dt>{ mathml(name) }</dt><dd>{ says }</dd></> };
    html! {
        <article id={anchor(&measure.key)} class={classes!("measure", wanted.then_some("wanted"))}>
            <h3>{ part!(MeasureLink { key_of: measure.key.clone(), text: measure.name.clone() }) }</h3>
            <p>{ &measure.says }</p>
            if !measure.formula.is_empty() {
                <div class="formula" role="group" aria-label="Formula" tabindex="0">{ for measure.formula.iter().map(|line| mathml(line)) }</div>
                <dl class="symbols">{ for measure.symbols.iter().map(symbol) }</dl>
            }
            if !measure.rule.is_empty() {
                <p class="rule">{ &measure.rule }</p>
            }
            <dl>
                { line("Not told", &measure.caveat) }
                { line("Range", &measure.range) }
                { line("Default", &measure.default) }
                { line("Undefined", &measure.undefined) }
                { line("Source", &measure.source) }
            </dl>
        </article>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MeasureLinkProps {
    key_of: AttrValue,
    text: AttrValue,
    /// Whether it is the one in the list that is shown.
    #[prop_or_default]
    current: bool,
}

/// A link to a measure, good for copying too.
#[component]
fn MeasureLink(props: &MeasureLinkProps) -> Html {
    let app = use_app();
    let key = props.key_of.to_string();
    let href = route::format(&State {
        view: View::Methods,
        measure: Some(key.clone()),
        reader: None,
        ..(**app.state()).clone()
    });
    let onclick = move |event: MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return; // Ctrl and the like open the link elsewhere, as links do.
        }
        event.prevent_default();
        app.explain(&key);
        // The address may name it already: then nothing changes, and it is still to be brought into sight.
        if let Some(place) = document().get_element_by_id(&anchor(&key)) {
            place.scroll_into_view();
        }
    };
    html! { <a {href} {onclick} aria-current={props.current.then_some("location")}>{ &props.text }</a> }
}
