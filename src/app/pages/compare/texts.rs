//! Two texts side by side, with the passages that stand in both marked and tied to each other.

use std::rc::Rc;

use web_sys::{Element, Event, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::ribbons::{Leader, Ribbons};
use super::segments::{Segment, segments};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::components::{ArticleBadge, Progress};
use crate::app::context::use_app;
use crate::app::labels;
use crate::chart::order;
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
    /// What ties them: the passages that they share, in the order of the first, then words that stand once in each.
    pub ties: ByPointer<[SharedPassage]>,
    /// How many of these are passages.
    pub passages: usize,
    /// Whether they scroll together.
    pub together: bool,
}

/// The numbers of the passages that an event happened in.
fn passages_at(event: &Event) -> Vec<usize> {
    let element = event.target_dyn_into::<Element>().and_then(|e| e.closest("[data-passages]").ok().flatten());
    let list = element.and_then(|e| e.get_attribute("data-passages")).unwrap_or_default();
    list.split(' ').filter_map(|number| number.parse().ok()).collect()
}

/// How far below the top of its box a tie begins; `None` where it isn't there.
fn place_of(side: &NodeRef, tie: usize) -> Option<(HtmlElement, f64)> {
    let scrolled = side.cast::<HtmlElement>()?;
    let piece = scrolled.query_selector(&format!("[data-begins~=\"{tie}\"]")).ok().flatten()?;
    let below = piece.get_bounding_client_rect().top() - scrolled.get_bounding_client_rect().top();
    Some((scrolled, below))
}

/// Scrolls the texts' own boxes, and nothing else, until the tie stands in both at one height: where it was
/// called, or in the upper third.
fn level(sides: &[NodeRef; 2], tie: usize, called: Option<usize>) {
    let third = |scrolled: &HtmlElement| f64::from(scrolled.client_height()) / 3.0;
    let height = match called.and_then(|side| place_of(&sides[side], tie)) {
        Some((scrolled, below)) if below >= 0.0 && below < 2.5 * third(&scrolled) => Some(below),
        _ => None,
    };
    for side in sides {
        if let Some((scrolled, below)) = place_of(side, tie) {
            let wanted = height.unwrap_or_else(|| third(&scrolled));
            scrolled.set_scroll_top(scrolled.scroll_top() + (below - wanted).round() as i32);
        }
    }
    // Where the texts stand one below the other, the page goes on to the counterpart.
    let boxes = [0, 1].map(|side| sides[side].cast::<HtmlElement>());
    if let ([Some(first), Some(second)], Some(called)) = (&boxes, called)
        && second.get_bounding_client_rect().top() >= first.get_bounding_client_rect().bottom()
    {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        let other = if called == 0 { second } else { first };
        other.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Which of the two texts an event happened in, if in one.
fn side_of(event: &Event, sides: &[NodeRef; 2]) -> Option<usize> {
    let target = event.target_dyn_into::<Element>()?;
    sides.iter().position(|side| side.cast::<Element>().is_some_and(|side| side.contains(Some(&target))))
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
    let leader = (*use_memo((), |()| Leader::default())).clone();
    {
        let (pointed, chosen) = (pointed.setter(), chosen.setter());
        use_effect_with(props.ties.clone(), move |_| {
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
        let (chosen, pointed, sides, leader) = (chosen.clone(), pointed.setter(), sides.clone(), leader.clone());
        move |at: Vec<usize>, called: Option<usize>| {
            // Where several passages meet, every further click goes to the next of them.
            let next = match at.iter().position(|i| Some(*i) == *chosen) {
                Some(place) => at.get(place + 1).or(at.first()),
                None => at.first(),
            };
            chosen.set(next.copied());
            pointed.set(None);
            if let Some(tie) = next {
                leader.none();
                level(&sides, *tie, called);
            }
        }
    };
    let onclick = {
        let (choose, sides) = (choose.clone(), sides.clone());
        move |event: MouseEvent| {
            let (at, side) = (passages_at(&event), side_of(&event, &sides));
            // Neither a text nor a ribbon: what stands below them has its own buttons.
            if side.is_some() || !at.is_empty() {
                choose(at, side);
            }
        }
    };
    let onkeydown = {
        let (choose, chosen, sides) = (choose.clone(), chosen.clone(), sides.clone());
        move |event: KeyboardEvent| {
            let at = passages_at(&event);
            match event.key().as_str() {
                "Enter" | " " if !at.is_empty() => choose(at, side_of(&event, &sides)),
                "Escape" if chosen.is_some() => chosen.set(None),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        }
    };

    let marked = (*pointed).or(*chosen).filter(|i| *i < props.ties.len());
    let spans = use_memo(props.ties.clone(), |ties| {
        (ties.iter().map(|p| p.a).collect::<Rc<[Span]>>(), ties.iter().map(|p| p.b).collect::<Rc<[Span]>>())
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
                        { part!(Side { text: ByPointer(text), spans: ByPointer(spans.clone()), passages: props.passages, marked }) }
                    }
                </div>
            </section>
        }
    };
    let status = match marked {
        None if props.ties.is_empty() => html! {},
        None => html! { {"Point at what is marked to see where the other text has it."} },
        Some(i) => {
            let passage = &props.ties[i];
            let which = if i < props.passages {
                format!(
                    "Passage {} of {}, {}. ",
                    i + 1,
                    props.passages,
                    labels::counted(passage.words, "word", "words")
                )
            } else {
                "A word that stands once in each. ".to_owned()
            };
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
                    {which}
                    {open(props.a, props.b, passage.a)}{" "}{open(props.b, props.a, passage.b)}
                </>
            }
        }
    };
    // Through what ties the texts, in the order of the first.
    let order = use_memo(props.ties.clone(), |ties| {
        order::sorted((0..ties.len()).collect::<Vec<usize>>(), |&x, &y| {
            ties[x].a.start.cmp(&ties[y].a.start).then(ties[x].b.start.cmp(&ties[y].b.start)).then(x.cmp(&y))
        })
    });
    let step = |by: isize| {
        let (choose, order) = (choose.clone(), order.clone());
        let here = marked.and_then(|tie| order.iter().position(|known| *known == tie));
        move |_: MouseEvent| {
            let last = order.len().saturating_sub(1);
            let next = match here {
                Some(place) => place.saturating_add_signed(by).min(last),
                None => {
                    if by > 0 {
                        0
                    } else {
                        last
                    }
                }
            };
            if let Some(tie) = order.get(next) {
                choose(vec![*tie], None);
            }
        }
    };
    let shown = |asked: &crate::app::ask::Asked| asked.response.clone().map(ByPointer);
    html! {
        <div class="pair-texts" {onpointerover} {onpointerleave} {onfocusin} {onclick} {onkeydown}>
            {side(props.a, &text_a.asked, &spans.0, &sides[0])}
            { part!(Ribbons {
                sides: sides.clone(), texts: [shown(&text_a.asked), shown(&text_b.asked)], ties: props.ties.clone(),
                passages: props.passages, marked, together: props.together, leader,
            }) }
            {side(props.b, &text_b.asked, &spans.1, &sides[1])}
            <div class="pair-status">
                if !props.ties.is_empty() {
                    <button type="button" class="link" onclick={step(-1)}>{"Previous"}</button>
                    <button type="button" class="link" onclick={step(1)}>{"Next"}</button>
                }
                <p aria-live="polite">{status}</p>
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SideProps {
    text: ByPointer<Response>,
    spans: ByPointer<[Span]>,
    passages: usize,
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
            { for shown.map(|list| html! { <p>{ for list.iter().map(|s| piece(s, report, props.passages, props.marked)) }</p> }) }
        </>
    }
}

fn numbers(list: &[usize]) -> Option<String> {
    (!list.is_empty()).then(|| list.iter().map(usize::to_string).collect::<Vec<_>>().join(" "))
}

fn piece(segment: &Segment, report: &TextReport, passages: usize, marked: Option<usize>) -> Html {
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
    // A single word is reached by the pointer, and by Next and Previous: too many to be stops of the Tab key.
    let word = segment.passages.iter().all(|tie| *tie >= passages);
    let begins = segment.begins.iter().any(|tie| *tie < passages);
    html! {
        <span class={classes!(if word { "tied-word" } else { "passage" }, on.then_some("passage-on"))} data-passages={numbers(&segment.passages)}
            data-begins={numbers(&segment.begins)} tabindex={begins.then_some("0")} role={begins.then_some("button")}
            aria-pressed={begins.then_some(if on { "true" } else { "false" })}>
            {text}
        </span>
    }
}
