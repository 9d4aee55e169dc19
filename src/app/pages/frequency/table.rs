//! The table of every word or n-gram, with boxes to choose from.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::MOST_CHOSEN;
use crate::app::components::{Cell, Column, DataTable, on_filter, on_sort, use_rows};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::numbers::{decimal, undefined};
use crate::app::origin::Origin;
use crate::protocol::{FrequencyColumn, FrequencyQuery, FrequencyReport, FrequencyRow, Table};
use crate::route::NumberState;

/// See [`FrequencyTable`].
#[derive(Properties, PartialEq)]
pub struct FrequencyTableProps {
    /// The question of the pictures; the table asks for its own rows.
    pub query: FrequencyQuery,
    /// The words whose distribution is shown.
    pub shown: Vec<String>,
}

/// The columns before those of the articles.
const FIXED: [FrequencyColumn; 7] = [
    FrequencyColumn::Term,
    FrequencyColumn::Frequency,
    FrequencyColumn::PerMillion,
    FrequencyColumn::Range,
    FrequencyColumn::Dp,
    FrequencyColumn::DpNorm,
    FrequencyColumn::JuillandD,
];

/// The column at this place; `None` for the box.
fn column_at(place: usize, articles: &[u32]) -> Option<FrequencyColumn> {
    match place {
        0 => Some(FrequencyColumn::Term),
        1 => None,
        place => {
            let place = place - 1;
            FIXED
                .get(place)
                .copied()
                .or_else(|| articles.get(place - FIXED.len()).map(|n| FrequencyColumn::Article(*n)))
        }
    }
}

/// The place of the column.
fn place_of(column: FrequencyColumn, articles: &[u32]) -> usize {
    (0..FIXED.len() + 1 + articles.len()).find(|place| column_at(*place, articles) == Some(column)).unwrap_or_default()
}

fn columns(id: impl Fn(u32) -> String, n: u32, articles: &[u32]) -> Vec<Column> {
    let term = if n == 1 { "word" } else { "words" };
    let mut columns = vec![
        Column::words(term, "As counted; a click opens the passages.").width(if n == 1 { 150 } else { 220 }),
        Column::words("shown", "Whether it is in the pictures above: up to five can be.").unsorted().width(64),
        Column::numbers("all", "How often it occurs in all articles.").unit("times").measure("frequency"),
        Column::numbers("rate", "How often it would occur in a million words.")
            .unit("per million")
            .measure("per-million"),
        Column::numbers("range", "In how many articles it occurs.").unit("articles").measure("range"),
        Column::numbers("DP", "How unevenly it is spread over the articles: 0 even, towards 1 in one place.")
            .measure("dp"),
        Column::numbers("DP norm", "DP, brought to the scale 0 to 1 for articles of these sizes.").measure("dp-norm"),
        Column::numbers("Juilland’s D", "How evenly it is spread over the articles: 1 even.").measure("juilland-d"),
    ];
    columns.extend(articles.iter().map(|number| {
        let letter = labels::letter(*number);
        Column::numbers(letter.clone(), ["How often it occurs in ", &labels::called(*number), "."].concat())
            .unit("times")
            .of_article("frequency", id(*number))
            .width(64)
    }));
    columns
}

/// Where the forms of a stem stand.
const FORMS: usize = 1;

const ONE_ARTICLE: &str = "dispersion takes two articles";

fn cells(app: &App, row: &FrequencyRow, articles: &[u32], shown: &[String]) -> Vec<Cell> {
    let all = Origin::Term(row.term.clone().into(), None);
    let spread = |value: Option<f64>| match value {
        Some(value) => Cell::of(decimal(value, 3), all.clone()),
        None => Cell::Other(undefined(ONE_ARTICLE)),
    };
    let mut cells = vec![
        Cell::Term(row.term.clone().into(), None),
        Cell::Other(choice(app, &row.term, shown)),
        Cell::count(row.frequency, all.clone()),
        Cell::of(decimal(row.per_million, 0), all.clone()),
        Cell::count(row.range, all.clone()),
        spread(row.dp),
        spread(row.dp_norm),
        spread(row.juilland_d),
    ];
    let counts = articles.iter().zip(&row.by_article);
    cells.extend(counts.map(|(article, count)| Cell::times(*count, row.term.clone(), Some(*article))));
    cells
}

/// The box that puts a word into the pictures or takes it out.
fn choice(app: &App, term: &str, shown: &[String]) -> Html {
    let is = shown.iter().any(|t| t == term);
    let full = !is && shown.len() >= MOST_CHOSEN;
    let onchange = {
        let (app, term, shown) = (app.clone(), term.to_owned(), shown.to_vec());
        move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
            let wanted = input.is_some_and(|input| input.checked());
            let mut terms = shown.clone();
            terms.retain(|t| *t != term);
            if wanted {
                terms.push(term.clone());
            }
            app.change(move |state| state.frequency.terms = terms);
        }
    };
    let title = if full { "Five are shown already: take one out first" } else { "Show it in the pictures" };
    html! {
        <input type="checkbox" checked={is} disabled={full} {title} aria-label={format!("Show {term} in the pictures")} {onchange} />
    }
}

/// Every word or n-gram.
#[component]
pub fn FrequencyTable(props: &FrequencyTableProps) -> Html {
    let app = use_app();
    let state = app.state().frequency.clone();
    let rows = use_rows(&state.filter, state.order, |table| FrequencyQuery {
        table,
        maximum: state.maximum,
        ..props.query.clone()
    });
    let report = rows.answer.report();
    let articles = report.map(|report: &FrequencyReport| report.articles.clone()).unwrap_or_default();
    // A stem may be no word: what it stands for is shown beside it.
    let stems = app.state().settings.words.stems && state.n == 1;
    let sorted = place_of(state.order.sort, &articles);
    let column = {
        let articles = articles.clone();
        move |place| match place {
            FORMS if stems => None,
            place => column_at(place - usize::from(stems && place > FORMS), &articles),
        }
    };
    let mut columns = columns(|number| app.id(number).to_owned(), state.n, &articles);
    if stems {
        columns.insert(
            FORMS,
            Column::words("forms", "How the articles write it, most frequent first.").unsorted().width(260),
        );
    }
    let rows_of = |report: &FrequencyReport| -> Vec<Vec<Cell>> {
        let row = |row: &FrequencyRow| {
            let mut cells = cells(&app, row, &articles, &props.shown);
            if stems {
                cells.insert(FORMS, Cell::text(row.variants.join(", ")));
            }
            cells
        };
        report.rows.iter().map(row).collect()
    };
    let title = if state.n == 1 { "Every word".to_owned() } else { format!("Every {}-gram", state.n) };
    part!(DataTable {
        title,
        columns,
        total: report.map_or(0, |r| r.total),
        offset: rows.window.offset,
        on_window: rows.on_window.clone(),
        asked: rows.answer.asked.clone(),
        rows: report.map(rows_of).unwrap_or_default(),
        of: report.map_or_else(Vec::new, |r| {
            r.rows.iter().map(|row| NumberState { term: row.term.clone(), ..NumberState::default() }).collect()
        }),
        sorted: (sorted + usize::from(stems && sorted >= FORMS), state.order.descending),
        on_sort: on_sort(&app, |state| &mut state.frequency.order, column),
        filter: AttrValue::from(state.filter.clone()),
        on_filter: on_filter(&app, |state| &mut state.frequency.filter),
        children: state.maximum.map(|maximum| exactly(&app, state.minimum, maximum)).unwrap_or_default(),
        csv: Table::Frequency(rows.query.clone()),
        file: "parallax-frequency",
        empty: "Nothing is frequent enough under these settings: lower the least frequency, or show stop words."
    })
}

/// That only words of some frequencies are listed, and the way back to all.
fn exactly(app: &App, minimum: u32, maximum: u32) -> Html {
    let times = super::spectrum::times(maximum);
    let words = match minimum {
        minimum if minimum == maximum => ["only what occurs ", &times].concat(),
        1 => ["only what occurs at most ", &times].concat(),
        minimum => ["only what occurs ", &labels::count(minimum), " to ", &times].concat(),
    };
    let app = app.clone();
    let onclick = move |_: MouseEvent| {
        app.change(|state| {
            state.frequency.minimum = 1;
            state.frequency.maximum = None;
        });
    };
    html! {
        <span class="chip">
            { words }
            <button type="button" class="chip-remove" aria-label="List words of any frequency" {onclick}>{ "×" }</button>
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_columns_agree() {
        let articles = [0, 2];
        assert_eq!(columns(|_| String::new(), 1, &articles).len(), 10);
        for (place, column) in columns(|_| String::new(), 1, &articles).iter().enumerate() {
            assert_eq!(column.sortable, column_at(place, &articles).is_some(), "{}", column.heading);
        }
        assert_eq!(column_at(9, &articles), Some(FrequencyColumn::Article(2)));
        assert_eq!(column_at(10, &articles), None);
        assert_eq!(place_of(FrequencyColumn::Frequency, &articles), 2);
        assert_eq!(place_of(FrequencyColumn::Article(2), &articles), 9);
    }
}
