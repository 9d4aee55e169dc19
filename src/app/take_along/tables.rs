//! The whole corpus as tables: for R, Python, spreadsheets and reference managers.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::section;
use super::writing::{Made, Wanted, Writing, use_writing};
use crate::app::ask::{Answer, use_answer};
use crate::app::components::Progress;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::pages::controls::Select;
use crate::protocol::exports::{Export, ExportAnswer, ExportQuery, ExportSizes, MOST_MATRIX_CSV};
use crate::protocol::{ConcordanceOrder, ConcordanceQuery, TermMatrixQuery};

const CSV: &str = "text/csv;charset=utf-8";

/// The section.
#[component]
pub fn Tables() -> Html {
    let app = use_app();
    let writing = use_writing();
    let frequency = &app.state().frequency;
    let query = use_state_eq(|| TermMatrixQuery { n: frequency.n, ..TermMatrixQuery::default() });
    let answer = use_answer(Some(ExportQuery::Sizes(*query)));
    let sizes = match answer.report() {
        Some(ExportAnswer::Sizes(sizes)) if !answer.waiting() => Some(*sizes),
        _ => None,
    };
    section(
        "Tables",
        "The whole corpus, counted under the settings in force, for R, Python, spreadsheets and reference managers.",
        html! { <>
            { part!(Progress { asked: answer.asked.clone() }) }
            { matrix(&writing, &query, sizes, app.by_groups()) }
            { tokens(&writing, sizes, app.by_groups()) }
            { part!(Concordance { writing: writing.clone() }) }
            { references(&writing, sizes) }
            if let Some(asked) = &writing.asked {
                { part!(Progress { asked: asked.clone() }) }
            }
            <details>
                <summary>{ "Which settings each table follows" }</summary>
                <dl class="take-follows">
                    <dt>{ "All" }</dt>
                    <dd>{ "The articles that are on. What a word is and whether page furniture is counted, but for the references, which have no words." }</dd>
                    <dt>{ "Matrix" }</dt>
                    <dd>{ "A row for each article; where groups are compared, for each group. Stop words are left out where they are hidden. “In at least” counts articles, also where rows are groups." }</dd>
                    <dt>{ "Tokens" }</dt>
                    <dd>{ "Stop words are there, and marked by the list in force. Where groups are compared, a column names each token’s group. Where stop words are hidden, those with “false” under “stop_word” add up to the matrix of single words." }</dd>
                    <dt>{ "Concordance" }</dt>
                    <dd>{ "Finds stop words too. Where groups are compared, a column names each hit’s group." }</dd>
                    <dt>{ "None" }</dt>
                    <dd>{ "Filters, orders and pictures of the views change nothing here." }</dd>
                </dl>
            </details>
        </> },
    )
}

/// A table: its name, what it holds, its controls, its files.
fn table(name: &'static str, says: Html, controls: Html, files: Html) -> Html {
    html! {
        <div class="take-table" role="group" aria-label={name}>
            <h4>{ name }</h4>
            <p class="soft">{ says }</p>
            { controls }
            <div class="take-files">{ files }</div>
        </div>
    }
}

/// A button that writes a file; none starts while another is being written.
fn button(writing: &Writing, says: impl Into<AttrValue>, name: &str, wanted: Option<Wanted>) -> Html {
    let says = says.into();
    let can = wanted.is_some() && !writing.is_busy();
    let label = [name, ": ", &says].concat();
    let onclick = {
        let write = writing.write.clone();
        move |_: MouseEvent| {
            if let Some(wanted) = wanted.clone().filter(|_| can) {
                write.emit(wanted);
            }
        }
    };
    html! {
        <button type="button" class="button" aria-label={label} aria-disabled={(!can).to_string()} {onclick}>{ says }</button>
    }
}

fn matrix(
    writing: &Writing,
    query: &UseStateHandle<TermMatrixQuery>,
    sizes: Option<ExportSizes>,
    groups: bool,
) -> Html {
    let now = **query;
    let change = |change: fn(&mut TermMatrixQuery, u32)| {
        let query = query.clone();
        Callback::from(move |value: u32| {
            let mut next = *query;
            change(&mut next, value);
            query.set(next);
        })
    };
    let lengths: Vec<AttrValue> = ["words", "pairs", "runs of 3", "runs of 4", "runs of 5"].map(Into::into).to_vec();
    let set_length = change(|query, n| query.n = n);
    let controls = html! {
        <div class="take-controls">
            { part!(Select {
                label: "columns",
                options: lengths,
                chosen: now.n.saturating_sub(1) as usize,
                on_choose: set_length.reform(|place: usize| place as u32 + 1)
            }) }
            { number("at least", "Least frequency", now.minimum, "times", 1_000_000, change(|query, value| query.minimum = value)) }
            { number("in at least", "Least number of articles", now.range, "articles", 1_000_000, change(|query, value| query.range = value)) }
        </div>
    };
    let too_large = sizes.is_some_and(|sizes| sizes.csv > MOST_MATRIX_CSV as f64);
    let says = match sizes {
        None => html! { "…" },
        Some(sizes) => {
            let units = if !groups { ("article", "articles") } else { ("group", "groups") };
            html! { <>
                { labels::counted(sizes.rows, units.0, units.1) }{ " × " }
                { match now.n {
                    1 => labels::counted(sizes.columns, "word", "words"),
                    _ => labels::counted(sizes.columns, "run of words", "runs of words"),
                } }
                { ", " }{ labels::count(sizes.entries as u32) }{ " counts above 0." }
                if too_large {
                    { " With every 0 it would be too large: take it as Matrix Market, or ask for more frequent words." }
                }
            </> }
        }
    };
    let csv = Wanted {
        file: "parallax-matrix.csv",
        kind: CSV,
        what: "Writing the matrix",
        made: Made::Of(Export::Matrix(now)),
    };
    let market = Wanted {
        file: "parallax-matrix.zip",
        kind: "application/zip",
        what: "Writing the matrix",
        made: Made::Archive(vec![
            ("matrix.mtx", Export::MatrixMarket(now)),
            ("texts.csv", Export::MatrixTexts),
            ("words.csv", Export::MatrixWords(now)),
            ("README.txt", Export::MatrixNotes(now)),
        ]),
    };
    let name = "Document-term matrix";
    let size = sizes.map_or_else(|| "CSV".to_owned(), |sizes| ["CSV, ", &size_of(sizes.csv)].concat());
    table(
        name,
        says,
        controls,
        html! { <>
            { button(writing, size, name, sizes.filter(|_| !too_large).map(|_| csv)) }
            { button(writing, "Matrix Market, ZIP", name, sizes.map(|_| market)) }
        </> },
    )
}

/// So many bytes, in words.
fn size_of(bytes: f64) -> String {
    let kilobytes = (bytes / 1000.0).ceil();
    if kilobytes < 1000.0 {
        [labels::count(kilobytes as u32).as_str(), " KB"].concat()
    } else {
        [labels::count((kilobytes / 1000.0).ceil() as u32).as_str(), " MB"].concat()
    }
}

fn tokens(writing: &Writing, sizes: Option<ExportSizes>, groups: bool) -> Html {
    let says = match sizes {
        None => html! { "…" },
        Some(sizes) => html! { <>
            { labels::counted(sizes.tokens, "line", "lines") }
            { ": each counted word with its place, its type, and whether it is a stop word, furniture or quoted." }
        </> },
    };
    let wanted = |file, kind, made| Wanted { file, kind, what: "Writing the token table", made };
    let csv = wanted("parallax-tokens.csv", CSV, Made::Of(Export::Tokens));
    let parquet = wanted("parallax-tokens.parquet", "application/vnd.apache.parquet", Made::Parquet(groups));
    let name = "Token table";
    table(
        name,
        says,
        html! {},
        html! { <>
            { button(writing, "CSV", name, sizes.map(|_| csv)) }
            { button(writing, "Parquet", name, sizes.map(|_| parquet)) }
        </> },
    )
}

fn references(writing: &Writing, sizes: Option<ExportSizes>) -> Html {
    let says = match sizes {
        None => html! { "…" },
        Some(sizes) => html! { <>
            { labels::counted(sizes.texts, "article", "articles") }
            { ", to be cited: author, title, outlet, date and language as far as they are known." }
        </> },
    };
    let wanted = |file, kind, export| Wanted { file, kind, what: "Writing the references", made: Made::Of(export) };
    let bibtex = wanted("parallax-references.bib", "application/x-bibtex;charset=utf-8", Export::BibTex);
    let csl = wanted("parallax-references.json", "application/vnd.citationstyles.csl+json", Export::CslJson);
    let name = "References";
    table(
        name,
        says,
        html! {},
        html! { <>
            { button(writing, "BibTeX", name, sizes.map(|_| bibtex)) }
            { button(writing, "CSL-JSON", name, sizes.map(|_| csl)) }
        </> },
    )
}

/// See [`Concordance`].
#[derive(Clone, PartialEq, Properties)]
struct ConcordanceProps {
    writing: Writing,
}

const ORDERS: [(ConcordanceOrder, &str); 3] = [
    (ConcordanceOrder::Text, "place in the text"),
    (ConcordanceOrder::Left, "words before"),
    (ConcordanceOrder::Right, "words after"),
];

/// Every hit of some words, between what stands before and after.
#[component]
fn Concordance(props: &ConcordanceProps) -> Html {
    let app = use_app();
    let typed = use_state_eq(|| {
        let state = app.state();
        let read = state.reader.as_ref().map(|reader| reader.term.clone()).filter(|term| !term.is_empty());
        let chosen = state.frequency.terms.join(", ");
        if chosen.is_empty() { read.unwrap_or_default() } else { chosen }
    });
    let width = use_state_eq(|| 8);
    let order = use_state_eq(|| 0);
    let terms: Vec<String> =
        typed.split(',').map(str::trim).filter(|term| !term.is_empty()).map(str::to_owned).collect();
    let query = (!terms.is_empty()).then(|| ConcordanceQuery { terms, width: *width, order: ORDERS[*order].0 });
    // How often they stand there hangs on the words alone.
    let plain = query.clone().map(|query| ConcordanceQuery { width: 1, order: ConcordanceOrder::Text, ..query });
    let answer: Answer<ExportQuery> = use_answer(plain.map(ExportQuery::Hits));
    let hits = match answer.report() {
        Some(ExportAnswer::Hits(hits)) if !answer.waiting() && query.is_some() => Some(hits),
        _ => None,
    };
    let found = hits.is_some_and(|hits| hits.iter().any(|hit| hit.1 > 0));
    let says = match (&answer.asked.error, hits) {
        (Some(error), _) if query.is_some() => {
            html! { <span role="alert">{ &error.message }{ " " }{ &error.remedy }</span> }
        }
        (_, Some(hits)) => html! { <span role="status">
            { for hits.iter().enumerate().map(|(place, (term, count))| html! { <>
                if place > 0 { { ", " } }
                { "“" }{ term }{ "” " }{ labels::counted(*count, "time", "times") }
            </> }) }
            { "." }
        </span> },
        _ if query.is_none() => {
            html! { "Words or phrases with commas between: each place with the words before and after it." }
        }
        _ => html! { "…" },
    };
    let oninput = {
        let typed = typed.setter();
        move |event: InputEvent| {
            if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                typed.set(field.value());
            }
        }
    };
    let controls = html! {
        <div class="take-controls">
            <input class="field take-words" type="text" value={(*typed).clone()} aria-label="Words of the concordance" placeholder="alliance, defence spending" {oninput} />
            { number("with", "Words of context on each side", *width, "words on each side", 50, {
                let width = width.setter();
                Callback::from(move |value| width.set(value))
            }) }
            { part!(Select {
                label: "ordered by",
                options: ORDERS.iter().map(|order| AttrValue::from(order.1)).collect::<Vec<_>>(),
                chosen: *order,
                on_choose: {
                    let order = order.setter();
                    Callback::from(move |place| order.set(place))
                }
            }) }
        </div>
    };
    let csv = query.filter(|_| found).map(|query| Wanted {
        file: "parallax-concordance.csv",
        kind: CSV,
        what: "Writing the concordance",
        made: Made::Of(Export::Concordance(query)),
    });
    let name = "Concordance";
    table(name, says, controls, button(&props.writing, "CSV", name, csv))
}

/// A whole number from 1 on between two words; what is typed and isn't one is passed over.
fn number(
    before: &'static str,
    label: &'static str,
    value: u32,
    after: &'static str,
    most: u32,
    on_change: Callback<u32>,
) -> Html {
    let onchange = move |event: Event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        match field.value().trim().parse::<u32>() {
            Ok(number) if number > 0 => {
                let number = number.min(most);
                field.set_value(&number.to_string());
                on_change.emit(number);
            }
            _ => field.set_value(&value.to_string()),
        }
    };
    html! {
        <label class="control">
            <span aria-hidden="true">{ before }</span>
            <input class="field take-number" type="number" min="1" max={most.to_string()} inputmode="numeric" aria-label={label} value={value.to_string()} {onchange} />
            <span aria-hidden="true">{ after }</span>
        </label>
    }
}
