//! The wordings of one utterance or passage beside each other, as in a critical apparatus: each
//! outlet's words with what differs marked, and the differences in words.

use yew::prelude::*;

use crate::app::components::ArticleBadge;
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::protocol::{Mark, Reading, ReadingPiece, Span, WordingDifference, Wordings};

/// A wording, and what is told of it at its side: speaker, verb, kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The wording.
    pub wording: Wordings,
    /// What is told of it; may be empty.
    pub note: AttrValue,
}

/// See [`Apparatus`].
#[derive(Properties, PartialEq)]
pub struct ApparatusProps {
    /// The wordings; the first is what the others are laid beside.
    pub wordings: Vec<Told>,
}

/// The class of a piece.
fn class(mark: Mark, others: u32) -> Option<&'static str> {
    Some(match mark {
        Mark::Around => return None,
        Mark::Shared(0) => "only",
        Mark::Shared(by) if by < others => "some",
        Mark::Shared(_) => "same",
        Mark::Otherwise => "otherwise",
    })
}

fn piece(piece: &ReadingPiece, others: u32) -> Html {
    match class(piece.mark, others) {
        None => html! { <span class="around">{ &piece.text }</span> },
        Some("same") => html! { <mark>{ &piece.text }</mark> },
        Some(class) => html! { <span class={class}>{ &piece.text }</span> },
    }
}

/// A difference in words.
fn told(reading: &Reading) -> Html {
    let quoted = |text: &str| html! { <q>{ text.to_owned() }</q> };
    let (base, other) = (quoted(&reading.base), quoted(&reading.other));
    match reading.difference {
        WordingDifference::Same => html! {},
        WordingDifference::Cut => html! { <>{ "leaves out " }{ base }</> },
        WordingDifference::Inserted => html! { <>{ "adds " }{ other }</> },
        WordingDifference::Substituted => html! { <>{ "has " }{ other }{ " for " }{ base }</> },
        WordingDifference::Elided if reading.other.is_empty() => {
            html! { <>{ "leaves out, and shows it by an ellipsis, " }{ base }</> }
        }
        WordingDifference::Elided => html! { <>{ "has " }{ other }{ " and an ellipsis for " }{ base }</> },
        WordingDifference::Restored if reading.base.is_empty() => {
            html! { <>{ "has where the first has an ellipsis " }{ other }</> }
        }
        WordingDifference::Restored => {
            html! { <>{ "has " }{ other }{ " where the first has " }{ base }{ " and an ellipsis" }</> }
        }
        WordingDifference::Joined => html! { <>{ "joins what the first divides: " }{ other }</> },
        WordingDifference::Divided => html! { <>{ "divides what the first joins: " }{ other }</> },
    }
}

/// Opens the reader at a wording: beside the first one, or the next where it is the first itself.
fn read(app: &App, wordings: &[Told], at: usize) -> Callback<MouseEvent> {
    let place = |told: &Told, span: Option<Span>| {
        let span = span.or_else(|| told.wording.spans.first().copied()).unwrap_or_default();
        (told.wording.article, (span.start, span.end))
    };
    let here = place(&wordings[at], None);
    let other = if at == 0 { wordings.iter().find(|it| it.wording.article != here.0) } else { wordings.first() };
    let other = other.map(|it| place(it, None)).filter(|other| other.0 != here.0);
    let app = app.clone();
    Callback::from(move |_: MouseEvent| match other {
        Some(other) => app.open_two(here, other),
        None => app.open_passage(here.0, here.1, None),
    })
}

/// The wordings.
#[component]
pub fn Apparatus(props: &ApparatusProps) -> Html {
    let app = use_app();
    let others = props.wordings.len().saturating_sub(1) as u32;
    let row = |(at, it): (usize, &Told)| {
        let wording = &it.wording;
        let letter = labels::letter(wording.article);
        let title = app.article(wording.article).map(labels::short).unwrap_or_default();
        let same =
            [&labels::count(wording.same), " of ", &labels::counted(wording.words, "word", "words"), " the same"]
                .concat();
        html! {
            <li class="wording">
                { part!(ArticleBadge { article: wording.article }) }
                <p class="wording-text" lang={app.article(wording.article).map(|it| it.language.clone())}>
                    { for wording.pieces.iter().map(|it| piece(it, others)) }
                </p>
                <p class="wording-note">
                    if !it.note.is_empty() { { &it.note }{ " · " } }
                    { "¶\u{a0}" }{ labels::count(wording.paragraph) }
                    <span class="wording-read">
                        { " · " }
                        <button type="button" class="link" onclick={read(&app, &props.wordings, at)} title={["Read in ", &title].concat()}>{ "Read in " }{ letter }</button>
                    </span>
                </p>
                if at > 0 {
                    <p class="wording-differs">
                        <b>{ same }</b>
                        if wording.same == 0 {
                            { "; it agrees with another of these wordings" }
                        } else {
                            { for wording.readings.iter().map(|reading| html! { <>{ "; " }{ told(reading) }</> }) }
                        }
                        { "." }
                    </p>
                }
            </li>
        }
    };
    html! {
        <div class="apparatus">
            <ul>{ for props.wordings.iter().enumerate().map(row) }</ul>
            if others > 0 {
                <p class="apparatus-key" aria-hidden="true">
                    <mark>{ "same in all" }</mark>{ " " }
                    if others > 1 { <span class="some">{ "in some" }</span>{ " " } }
                    <span class="only">{ "only here" }</span>{ " " }
                    <span class="otherwise">{ "worded otherwise" }</span>
                </p>
            }
        </div>
    }
}
