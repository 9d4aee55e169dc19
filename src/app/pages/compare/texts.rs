//! Two texts side by side, with the passages that stand in both marked and tied to each other.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};
use yew::prelude::*;

use super::segments::{Segment, segments};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::components::{ArticleBadge, Progress};
use crate::app::context::use_app;
use crate::app::labels;
use crate::protocol::{Response, SharedPassage, Span, TextQuery, TextReport};

/// More paragraphs than this, and only those that hold a shared passage are shown.
const MOST_PARAGRAPHS: usize = 300;

/// Which texts.
#[derive(Properties, PartialEq)]
pub struct TextsProps {
    /// Number of the first article.
    pub a: u32,
    /// Number of the second.
    pub b: u32,
    /// What they share, in the order of the first.
    pub passages: ByPointer<[SharedPassage]>,
}

/// The numbers of the passages that an event happened in.
fn passages_at(event: &Event) -> Vec<usize> {
    let element = event.target_dyn_into::<Element>().and_then(|e| e.closest("[data-passages]").ok().flatten());
    let list = element.and_then(|e| e.get_attribute("data-passages")).unwrap_or_default();
    list.split(' ').filter_map(|number| number.parse().ok()).collect()
}

/// Scrolls a text's own box, and nothing else, until the passage stands in its upper third.
fn scroll_to(side: &NodeRef, passage: usize) {
    let Some(scrolled) = side.cast::<HtmlElement>() else { return };
    let found = scrolled.query_selector(&format!("[data-begins~=\"{passage}\"]"));
    if let Some(piece) = found.ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let (at, box_at) = (piece.get_bounding_client_rect(), scrolled.get_bounding_client_rect());
        let inside = at.top() >= box_at.top() && at.bottom() <= box_at.bottom();
        if !inside {
            scrolled.set_scroll_top(scrolled.scroll_top() + (at.top() - box_at.top() - box_at.height() / 3.0) as i32);
        }
    }
}

/// Both texts. Pointing at a shared passage marks its partner; a click or Enter keeps it marked and
/// brings both into sight.
#[component]
pub fn Texts(props: &TextsProps) -> Html {
    let app = use_app();
    let text_a = use_answer(Some(TextQuery { article: props.a }));
    let text_b = use_answer(Some(TextQuery { article: props.b }));
    let pointed = use_state_eq(|| None::<usize>);
    let chosen = use_state_eq(|| None::<usize>);
    let sides = [use_node_ref(), use_node_ref()];
    {
        let (pointed, chosen) = (pointed.setter(), chosen.setter());
        use_effect_with(props.passages.clone(), move |_| {
            pointed.set(None);
            chosen.set(None);
        });
    }

    let onpointerover = {
        let pointed = pointed.setter();
        move |event: PointerEvent| pointed.set(passages_at(&event).first().copied())
    };
    let onpointerleave = {
        let pointed = pointed.setter();
        move |_: PointerEvent| pointed.set(None)
    };
    let onfocusin = {
        let pointed = pointed.setter();
        move |event: FocusEvent| pointed.set(passages_at(&event).first().copied())
    };
    let choose = {
        let (chosen, pointed, sides) = (chosen.clone(), pointed.setter(), sides.clone());
        move |at: Vec<usize>| {
            // Where several passages meet, every further click goes to the next of them.
            let next = match at.iter().position(|i| Some(*i) == *chosen) {
                Some(place) => at.get(place + 1).or(at.first()),
                None => at.first(),
            };
            chosen.set(next.copied());
            pointed.set(None);
            for side in &sides {
                if let Some(passage) = next {
                    scroll_to(side, *passage);
                }
            }
        }
    };
    let onclick = {
        let choose = choose.clone();
        move |event: MouseEvent| choose(passages_at(&event))
    };
    let onkeydown = {
        let (choose, chosen) = (choose.clone(), chosen.clone());
        move |event: KeyboardEvent| {
            let at = passages_at(&event);
            match event.key().as_str() {
                "Enter" | " " if !at.is_empty() => choose(at),
                "Escape" if chosen.is_some() => chosen.set(None),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        }
    };

    let marked = (*pointed).or(*chosen).filter(|i| *i < props.passages.len());
    let spans = use_memo(props.passages.clone(), |passages| {
        (passages.iter().map(|p| p.a).collect::<Rc<[Span]>>(), passages.iter().map(|p| p.b).collect::<Rc<[Span]>>())
    });
    let side = |number: u32, asked: &crate::app::ask::Asked, spans: &Rc<[Span]>, node: &NodeRef| {
        let title = app.article(number).map(|note| note.title.clone()).unwrap_or_default();
        // While another text is awaited, the last one is still there: it isn't shown under the wrong title.
        let text = asked.response.clone().filter(|r| matches!(&**r, Response::Text(t) if t.article == number));
        html! {
            <section class="pair-text">
                <h4>{ part!(ArticleBadge { article: number, named: true }) }{" "}{title}</h4>
                { part!(Progress { asked: asked.clone() }) }
                <div class="pair-scroll" ref={node.clone()} tabindex="0" role="region" aria-label={format!("Text of {}", labels::letter(number))}>
                    if let Some(text) = text {
                        { part!(Side { text: ByPointer(text), spans: ByPointer(spans.clone()), marked }) }
                    }
                </div>
            </section>
        }
    };
    let status = match marked {
        None if props.passages.is_empty() => html! {},
        None => html! { {"Point at a marked passage to see where the other text has it."} },
        Some(i) => {
            let passage = &props.passages[i];
            let open = |article: u32, other: u32, span: Span| {
                let app = app.clone();
                html! {
                    <button type="button" class="link" onclick={move |_: MouseEvent| app.open_passage(article, (span.start, span.end), Some(other))}>
                        {"Read in "}{labels::letter(article)}
                    </button>
                }
            };
            html! {
                <>
                    {format!("Passage {} of {}, {}. ", i + 1, props.passages.len(), labels::counted(passage.words, "word", "words"))}
                    {open(props.a, props.b, passage.a)}{" "}{open(props.b, props.a, passage.b)}
                </>
            }
        }
    };
    html! {
        <div class="pair-texts" {onpointerover} {onpointerleave} {onfocusin} {onclick} {onkeydown}>
            {side(props.a, &text_a.asked, &spans.0, &sides[0])}
            {side(props.b, &text_b.asked, &spans.1, &sides[1])}
            <p class="pair-status" aria-live="polite">{status}</p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SideProps {
    text: ByPointer<Response>,
    spans: ByPointer<[Span]>,
    marked: Option<usize>,
}

/// One text with its marks.
#[component]
fn Side(props: &SideProps) -> Html {
    let Response::Text(report) = &*props.text else { return html! {} };
    let long = report.paragraphs.len() > MOST_PARAGRAPHS;
    let pieces = use_memo((props.text.clone(), props.spans.clone()), |(text, spans)| match &**text {
        Response::Text(report) => report.paragraphs.iter().map(|p| segments(*p, &report.furniture, spans)).collect(),
        _ => Vec::new(),
    });
    let shown = pieces.iter().filter(|list| !long || list.iter().any(|s| !s.passages.is_empty()));
    html! {
        <>
            if long {
                <p class="pair-note">{"A long text: only the paragraphs with a shared passage are shown here."}</p>
            }
            { for shown.map(|list| html! { <p>{ for list.iter().map(|s| piece(s, report, props.marked)) }</p> }) }
        </>
    }
}

fn numbers(list: &[usize]) -> Option<String> {
    (!list.is_empty()).then(|| list.iter().map(usize::to_string).collect::<Vec<_>>().join(" "))
}

fn piece(segment: &Segment, report: &TextReport, marked: Option<usize>) -> Html {
    // Spans are the engine's and on character boundaries; were one not, its piece would be empty rather than the page gone.
    let text = report.text.get(segment.span.0..segment.span.1).unwrap_or_default();
    if segment.passages.is_empty() {
        return if segment.furniture {
            html! { <span class="pair-furniture">{text}</span> }
        } else {
            html! { {text} }
        };
    }
    let on = marked.is_some_and(|i| segment.passages.contains(&i));
    let begins = !segment.begins.is_empty();
    html! {
        <span class={classes!("passage", on.then_some("passage-on"))} data-passages={numbers(&segment.passages)}
            data-begins={numbers(&segment.begins)} tabindex={begins.then_some("0")} role={begins.then_some("button")}
            aria-pressed={begins.then_some(if on { "true" } else { "false" })}>
            {text}
        </span>
    }
}
