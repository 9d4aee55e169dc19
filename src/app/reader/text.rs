//! The text itself: paragraphs with the places of the term, the passage and the page furniture marked.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::segments::{Segment, furniture_name, is_heading, segments};
use crate::protocol::{Span, TextReport};

/// See [`Text`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TextProps {
    /// The text and its parts.
    pub(super) report: TextReport,
    /// Its language, as a BCP 47 tag.
    pub(super) language: AttrValue,
    /// What is marked in it: where the term stands, or what a number was counted from.
    pub(super) hits: Vec<Span>,
    /// Whether they are so many that each is only underlined.
    pub(super) quiet: bool,
    /// Whether the reader scrolls to what is marked here; the text beside it only stands there.
    pub(super) leads: bool,
    /// Which of them is the current one.
    pub(super) current: Option<usize>,
    /// The passage to show.
    pub(super) passage: Option<Span>,
    /// Whether furniture is counted: then it isn't grey.
    pub(super) furniture_counts: bool,
}

/// The text; scrolled to the current place, or the passage, whenever that changes.
#[component]
pub(super) fn Text(props: &TextProps) -> Html {
    let place = use_node_ref();
    {
        let place = place.clone();
        let hit = props.current.and_then(|at| props.hits.get(at)).copied();
        let aim = (props.leads, props.report.article, hit, props.passage);
        use_effect_with(aim, move |(leads, _, hit, passage)| {
            let root = place.cast::<Element>();
            if let Some(root) = &root {
                level(root);
            }
            if !leads {
                // The text that leads may just have been moved to this one's height.
                if let Some(first) = root.filter(|_| passage.is_some()).and_then(|root| root.previous_element_sibling())
                {
                    bring_into_sight(&first);
                }
                return;
            }
            if hit.is_none() && passage.is_none() {
                if let Some(drawer) = root.and_then(|root| root.closest(".reader").ok().flatten()) {
                    drawer.set_scroll_top(0);
                }
                return;
            }
            if let Some(root) = root {
                bring_into_sight(&root);
            }
        });
    }

    let text = &props.report.text;
    let mut aimed = false; // The first segment of the current place carries the mark that is scrolled to.
    let mut said = vec![false; props.report.furniture.len()];
    let mut segment = |segment: &Segment| {
        let words = segment.span.of(text);
        let current = segment.hit.is_some() && segment.hit == props.current;
        let aim = !aimed && if props.current.is_some() { current } else { segment.passage };
        aimed |= aim;
        let aim = aim.then_some("");
        let mut html = match segment.hit {
            Some(_) => {
                html! { <mark class={classes!(current.then_some("current"))} data-current={aim}>{ words }</mark> }
            }
            None if segment.passage => html! { <mark class="passage" data-current={aim}>{ words }</mark> },
            None => html! { words },
        };
        if let Some(at) = segment.furniture {
            let name = furniture_name(props.report.furniture[at].kind);
            let first = !std::mem::replace(&mut said[at], true);
            html = html_furniture(html, first.then_some(name), props.furniture_counts);
        }
        html
    };
    let paragraph = |paragraph: &Span| {
        let parts = segments(*paragraph, &props.report.furniture, &props.hits, props.passage);
        let whole_furniture = parts.iter().all(|part| part.furniture.is_some());
        let heading = !whole_furniture && is_heading(paragraph.of(text));
        let content: Html = parts.iter().map(&mut segment).collect();
        // Where it begins: a selection is told from it, see [`super::mark`].
        let begins = paragraph.start.to_string();
        if heading {
            html! { <h3 data-begins={begins}>{ content }</h3> }
        } else {
            html! { <p data-begins={begins}>{ content }</p> }
        }
    };
    let paragraphs: Html = props.report.paragraphs.iter().map(paragraph).collect();
    html! { <article ref={place} lang={props.language.clone()} class={classes!("text", props.quiet.then_some("quiet"))}>{ paragraphs }</article> }
}

/// Scrolls to the place of a text that is shown.
fn bring_into_sight(text: &Element) {
    if let Some(found) = text.query_selector("[data-current]").ok().flatten() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        found.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Two texts side by side stand so that the passages shown in both are at one height.
fn level(root: &Element) {
    let Some(columns) = root.parent_element() else { return };
    let (Some(one), Some(two)) = (columns.first_element_child(), columns.last_element_child()) else { return };
    let set = |text: &Element, margin: &str| {
        if let Some(text) = text.dyn_ref::<HtmlElement>() {
            // It fails only for a name or value that is none.
            let _ = text.style().set_property("margin-top", margin);
        }
    };
    set(&one, "0");
    set(&two, "0");
    let top = |text: &Element| {
        text.query_selector("[data-current]").ok().flatten().map(|it| it.get_bounding_client_rect().top())
    };
    let beside_each_other = one.get_bounding_client_rect().right() <= two.get_bounding_client_rect().left();
    if let (Some(first), Some(second), true) = (top(&one), top(&two), beside_each_other) {
        let lower = first - second;
        set(if lower > 0.0 { &two } else { &one }, &[&(lower.abs() as i32).to_string(), "px"].concat());
    }
}

fn html_furniture(content: Html, name: Option<&'static str>, counts: bool) -> Html {
    html! {
        <span class={classes!("furniture", counts.then_some("counted"))}>
            if let Some(name) = name {
                <span class="furniture-name">{ name }{ if counts { "" } else { ", not counted" } }</span>
            }
            { content }
        </span>
    }
}
