//! Which quotations the list has: by article, kind, speaker and class of verb.

use yew::prelude::*;

use super::pictures::NOBODY;
use crate::app::by_pointer::ByPointer;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::pages::controls::{ArticleChoice, Select};
use crate::protocol::{QuotationKind, Response, VerbClass};
use crate::route::QuotesState;

/// See [`Filters`].
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// The answer for all quotations.
    pub response: ByPointer<Response>,
}

/// What a kind is called, and what it is.
#[must_use]
pub(super) const fn kind_name(kind: QuotationKind) -> (&'static str, &'static str) {
    let is = match kind {
        QuotationKind::Direct => "A sentence of the speaker’s own, between marks.",
        QuotationKind::Partial => "Words between marks that are part of the writer’s sentence.",
        QuotationKind::Scare => {
            "Words between marks that nobody near is said to have spoken: scare quotes, titles, terms."
        }
        QuotationKind::Block => "Speech after a colon, without marks.",
        QuotationKind::Reported => "A clause in the writer’s words after a verb of saying.",
    };
    (kind.called(), is)
}

/// Whether the words of a kind stand without marks: in italics here, that a paraphrase isn't taken for the speaker's words.
#[must_use]
pub(super) const fn without_marks(kind: QuotationKind) -> bool {
    matches!(kind, QuotationKind::Reported | QuotationKind::Block)
}

/// A choice with `any` before the others.
fn choices(names: impl Iterator<Item = AttrValue>) -> Vec<AttrValue> {
    std::iter::once(AttrValue::Static("any")).chain(names).collect()
}

/// The same without any filter of the list: its order, and the utterances above, stay.
pub(super) fn unfiltered(state: &QuotesState) -> QuotesState {
    QuotesState {
        order: state.order,
        every: state.every,
        reported: state.reported,
        utterance: state.utterance.clone(),
        ..QuotesState::default()
    }
}

/// The filters, and what takes them all away.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let app = use_app();
    let state = app.state().quotes.clone();
    let Response::Quotes(report) = &*props.response else { return html! {} };
    let mut kinds: Vec<Vec<QuotationKind>> = vec![QuotationKind::QUOTED.to_vec()];
    kinds.extend(QuotationKind::ALL.iter().map(|it| vec![it.0]));
    // A link may name any of them together.
    kinds.extend(Some(state.kinds.clone()).filter(|chosen| !chosen.is_empty() && !kinds.contains(chosen)));
    let kind_options = choices(kinds.iter().map(|of| {
        let count: u32 = of.iter().map(|kind| report.kinds[*kind as usize]).sum();
        let name = match &of[..] {
            [only] => kind_name(*only).0.to_owned(),
            of if *of == QuotationKind::QUOTED => "all but set apart and reported".to_owned(),
            several => several.iter().map(|kind| kind_name(*kind).0).collect::<Vec<_>>().join(", "),
        };
        [&name, " (", &labels::count(count), ")"].concat().into()
    }));
    // A speaker of the address that these articles don't have is shown as chosen all the same.
    let mut speakers: Vec<String> = report.speakers.iter().map(|row| row.name.clone()).collect();
    speakers.extend(state.speaker.clone().filter(|speaker| !speakers.contains(speaker)));
    let speaker_options =
        choices(speakers.iter().map(|name| if name.is_empty() { NOBODY.into() } else { name.clone().into() }));
    let mut classes: Vec<VerbClass> = report.verbs.iter().map(|row| row.class).collect();
    classes.extend(state.class);
    classes.sort_unstable();
    classes.dedup();
    let class_options = choices(classes.iter().map(|class| class.name().into()));
    let place = |at: Option<usize>| at.map_or(0, |at| at + 1);
    let chosen_kind = place(kinds.iter().position(|it| *it == state.kinds));
    let chosen_speaker = place(state.speaker.as_ref().and_then(|speaker| speakers.iter().position(|it| it == speaker)));
    let chosen_class = place(state.class.and_then(|class| classes.iter().position(|it| *it == class)));
    let on_kind = {
        let app = app.clone();
        Callback::from(move |at: usize| {
            let kinds = at.checked_sub(1).and_then(|at| kinds.get(at)).cloned().unwrap_or_default();
            app.change(move |state| state.quotes.kinds = kinds);
        })
    };
    let on_speaker = {
        let app = app.clone();
        Callback::from(move |at: usize| {
            let speaker = at.checked_sub(1).and_then(|at| speakers.get(at)).cloned();
            app.change(move |state| state.quotes.speaker = speaker);
        })
    };
    let on_class = {
        let app = app.clone();
        Callback::from(move |at: usize| {
            let class = at.checked_sub(1).and_then(|at| classes.get(at)).copied();
            app.change(move |state| state.quotes.class = class);
        })
    };
    let on_articles = {
        let app = app.clone();
        Callback::from(move |articles: Vec<String>| app.change(move |state| state.quotes.articles = articles))
    };
    let any_verb = {
        let app = app.clone();
        move |_: MouseEvent| app.change(|state| state.quotes.verb = None)
    };
    let all = {
        let app = app.clone();
        move |_: MouseEvent| {
            app.change(|state| state.quotes = unfiltered(&state.quotes));
        }
    };
    let filtered = state != unfiltered(&state);
    html! {
        <>
            { part!(ArticleChoice {
                label: if app.by_groups() { "Groups" } else { "Articles" }, chosen: app.units(&state.articles), units: true,
                on_change: on_articles,
            }) }
            { part!(Select { label: "kind", options: kind_options, chosen: chosen_kind, on_choose: on_kind }) }
            { part!(Select { label: "speaker", options: speaker_options, chosen: chosen_speaker, on_choose: on_speaker }) }
            { part!(Select { label: "verbs", options: class_options, chosen: chosen_class, on_choose: on_class }) }
            if let Some(verb) = &state.verb {
                <button type="button" class="link" onclick={any_verb}>{ "only ‘" }{ verb }{ "’: take away" }</button>
            }
            if filtered {
                <button type="button" class="link" onclick={all}>{ "Show all" }</button>
            }
        </>
    }
}
