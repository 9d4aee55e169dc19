//! Search: a word or phrase, found as one types, read in the texts.

use gloo::utils::document;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::ask::use_request_under;
use crate::app::components::{Choice, Chooser};
use crate::app::context::use_app;
use crate::app::labels;
use crate::protocol::{FrequencyColumn, FrequencyQuery, Request, Response, TableQuery};

/// How many words are offered.
const OFFERED: u32 = 8;

/// Longest phrase that is offered, in words.
const LONGEST: usize = 5;

/// Id of the field, for the `/` key.
pub(super) const FIELD: &str = "search";

/// See [`Search`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SearchProps {
    /// What was typed in its place before it was there; none where nobody was at it.
    pub begun: Option<AttrValue>,
}

/// The search field of the header.
#[component]
pub(super) fn Search(props: &SearchProps) -> Html {
    let app = use_app();
    let begun = props.begun.as_deref().unwrap_or_default();
    let text = use_state_eq(|| begun.to_owned());
    let open = use_state_eq(|| !begun.trim().is_empty());

    let words = text.split_whitespace().count();
    let wanted = (1..=LONGEST).contains(&words) && *open && app.page().articles.is_some();
    let request = wanted.then(|| {
        Request::Frequency(FrequencyQuery {
            n: words as u32,
            minimum: 1,
            maximum: None,
            table: TableQuery {
                filter: text.trim().to_owned(),
                sort: FrequencyColumn::Frequency,
                descending: true,
                offset: 0,
                limit: OFFERED,
            },
        })
    });
    // Whoever searches for a stop word wants to find it.
    let mut settings = app.state().settings.clone();
    settings.stop_words.hidden = false;
    let asked = use_request_under(request, settings);

    let mut rows: Vec<_> = match asked.response.as_deref() {
        Some(Response::Frequency(report)) if wanted => report.rows.iter().collect(),
        _ => Vec::new(),
    };
    // What was typed itself stands before words that contain it.
    if let Some(at) = rows.iter().position(|row| labels::lower_case(&row.term) == labels::lower_case(text.trim())) {
        rows[..=at].rotate_right(1);
    }
    let mut choices: Vec<Choice> = rows
        .iter()
        .map(|row| Choice {
            label: row.term.clone().into(),
            hint: labels::counted(row.frequency, "time", "times").into(),
            term: true,
        })
        .collect();
    let failed = asked.error.as_ref().map(|error| error.message.clone());
    if wanted && choices.is_empty() && !asked.waiting {
        let message = failed.unwrap_or_else(|| "No article that is on has this".to_owned());
        choices.push(Choice { label: message.into(), hint: "".into(), term: false });
    }
    let terms: Vec<String> = rows.iter().map(|row| row.term.clone()).collect();
    let on_choose = {
        let (app, text, open) = (app.clone(), text.clone(), open.clone());
        Callback::from(move |at: usize| {
            if let Some(term) = terms.get(at) {
                app.open_term(term, None);
                text.set(String::new());
                open.set(false);
            }
        })
    };
    let on_text = {
        let (text, open) = (text.clone(), open.clone());
        Callback::from(move |typed: String| {
            open.set(!typed.trim().is_empty());
            text.set(typed);
        })
    };
    let on_leave = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let on_enter = {
        let (open, text) = (open.clone(), text.clone());
        Callback::from(move |()| open.set(!text.trim().is_empty()))
    };
    html! {
        <div class="search" role="search">
            <kbd aria-hidden="true">{ "/" }</kbd>
            { part!(Chooser {
                id: FIELD, label: "Search the articles", placeholder: "Search words and phrases",
                text: (*text).clone(), on_text, choices, open: *open, on_choose, on_leave, on_enter,
                autofocus: props.begun.is_some(), waiting: asked.waiting,
            }) }
        </div>
    }
}

/// Puts the focus into the search field.
pub(super) fn focus_search() {
    let field =
        document().get_element_by_id(FIELD).and_then(|field| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(field).ok());
    if let Some(field) = field {
        let _ = field.focus();
    }
}
