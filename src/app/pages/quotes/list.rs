//! The list of quotations: each opens the reader at its place.

use yew::prelude::*;

use super::filters::{kind_name, without_marks};
use crate::app::components::{Cell, Column, DataTable, on_filter, on_sort, use_rows};
use crate::app::context::{App, use_app};
use crate::protocol::{QuotationKind, QuotesColumn, QuotesQuery, QuotesRow, Table, TableQuery};

/// The columns that can be sorted by, by their places.
const ORDER: [QuotesColumn; 6] = [
    QuotesColumn::Words,
    QuotesColumn::Place,
    QuotesColumn::Speaker,
    QuotesColumn::Verb,
    QuotesColumn::Class,
    QuotesColumn::Kind,
];

fn columns() -> Vec<Column> {
    vec![
        Column::words("words", "As the text has them, by the alphabet; they open the text at their place.")
            .measure("quotation")
            .width(300),
        Column::words("article", "In the order of the corpus and of the text.").width(130),
        Column::words("speaker", "Under one name, whatever the spelling; or as described.")
            .measure("quotation-speaker")
            .width(130),
        Column::words("verb", "The reporting verb or noun in its base form, and where it stands.")
            .measure("reporting-verbs")
            .width(120),
        Column::words("class", "What the verb makes of the words.").measure("reporting-verbs").width(85),
        Column::words("kind", "Direct, partial, set apart, after a colon or reported.").measure("quotation").width(95),
        Column::words("why", "What the speaker was found by.").unsorted().width(220),
    ]
}

/// The words, with marks as the kind has them, as a button to their place.
fn words(app: &App, row: &QuotesRow) -> Html {
    let it = &row.quotation;
    let (article, span) = (it.article, (it.span.start, it.span.end));
    let onclick = {
        let app = app.clone();
        move |_: MouseEvent| app.open_passage(article, span, None)
    };
    let unmarked = without_marks(it.kind);
    let text = match (unmarked, it.unclosed) {
        (true, _) => row.text.clone(),
        (false, false) => ["“", &row.text, "”"].concat(),
        (false, true) => ["“", &row.text].concat(),
    };
    html! {
        <>
            <button type="button" class={classes!("quote-words", unmarked.then_some("quote-reported"))} title={text.clone()} {onclick}>{ text }</button>
            if it.unclosed {
                <span class="quote-note">{ "never closed" }</span>
            }
            if it.nested {
                <span class="quote-note">{ "within another" }</span>
            }
        </>
    }
}

fn cells(app: &App, row: &QuotesRow) -> Vec<Cell> {
    let it = &row.quotation;
    let soft = |text: &'static str| Cell::Other(html! { <span class="soft">{ text }</span> });
    let verb = match (&it.verb, it.position) {
        (Some(verb), Some(position)) => {
            Cell::Other(html! { <>{ verb }<span class="soft">{ [" · ", position.name()].concat() }</span></> })
        }
        _ => soft("–"),
    };
    vec![
        Cell::Other(words(app, row)),
        Cell::Article(it.article),
        row.speaker
            .clone()
            .map_or_else(|| soft(if it.kind == QuotationKind::Scare { "–" } else { "not attributed" }), Cell::text),
        verb,
        it.class.map_or_else(|| soft("–"), |class| Cell::text(class.name())),
        Cell::text(kind_name(it.kind).0),
        Cell::Other(html! { <span class="quote-why soft" title={it.reason.clone()}>{ &it.reason }</span> }),
    ]
}

/// The list, under the filters and in the order of the address.
#[component]
pub fn List() -> Html {
    let app = use_app();
    let state = app.state().quotes.clone();
    // Articles and groups that are off have no quotations here; a link may name some.
    let articles: Vec<u32> =
        app.units(&state.articles).into_iter().filter(|number| app.article(*number).is_some_and(|it| it.on)).collect();
    let query = |table: TableQuery<QuotesColumn>| QuotesQuery {
        articles: articles.clone(),
        kinds: state.kinds.clone(),
        speaker: state.speaker.clone(),
        verb: state.verb.clone(),
        class: state.class,
        table,
    };
    let rows = use_rows(&state.filter, state.order, query);
    let report = rows.answer.report();
    let sorted = ORDER.iter().position(|column| *column == state.order.sort).map(|at| (at, state.order.descending));
    part!(DataTable {
        title: "Quotations",
        columns: columns(),
        total: report.map_or(0, |report| report.total),
        offset: rows.window.offset,
        on_window: rows.on_window.clone(),
        rows: report.map_or_else(Vec::new, |report| report.rows.iter().map(|row| cells(&app, row)).collect()),
        sorted,
        on_sort: on_sort(&app, |state| &mut state.quotes.order, |place| ORDER.get(place).copied()),
        filter: state.filter.clone(),
        on_filter: on_filter(&app, |state| &mut state.quotes.filter),
        csv: Table::Quotes(rows.query.clone()),
        file: "parallax-quotations",
        empty: "No quotation is of this choice. ‘Show all’ above takes the choice away.",
        asked: rows.answer.asked.clone()
    })
}
