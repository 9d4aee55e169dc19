//! Different words against words read, and Heaps' law.

use yew::prelude::*;

use super::pictures;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::table::DataTableProps;
use crate::app::components::{Cell, Column, CsvButton};
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::numbers::{decimal, undefined};
use crate::app::origin::Origin;
use crate::app::pages::names::{name, use_names};
use crate::app::pages::sorted::{SortedTable, named};
use crate::protocol::{Marking, Response, SHORTEST, Table, TextVocabulary, VocabularyQuery};
use crate::route::NumberState;

/// See [`GrowthPicture`].
#[derive(Properties, PartialEq)]
pub struct GrowthPictureProps {
    /// The answer with the curves.
    pub response: ByPointer<Response>,
    /// The question.
    pub query: VocabularyQuery,
}

const LAWS: &str = "vocabulary-laws";
const TOO_SHORT: &str = "fewer than 100 words";
const ONE_TYPE: &str = "fewer than two different words";

/// The curves, and a table of what was fitted to them.
#[component]
pub fn GrowthPicture(props: &GrowthPictureProps) -> Html {
    let app = use_app();
    let names = use_names();
    let n = props.query.n;
    let layout = use_memo((props.response.clone(), names, n), |(response, names, n)| {
        let plot = match &**response {
            Response::Vocabulary(report) => pictures::growth(report, *n, |number| name(names, number)),
            _ => Default::default(),
        };
        Callback::from(move |width: f64| plot.scene(width))
    });
    let on_open = {
        let (app, response) = (app.clone(), props.response.clone());
        Callback::from(move |target: usize| {
            if let Response::Vocabulary(report) = &*response
                && let Some(text) = report.texts.get(target)
            {
                types_of(text).open(&app, None);
            }
        })
    };
    let Response::Vocabulary(report) = &*props.response else { return html! {} };
    let unit = if n == 1 { "words" } else { "n-grams" };
    let all = report.texts.first();
    let law = all.and_then(|text| Some((text.heaps?, text.beta_error)));
    let columns = vec![
        Column::words("text", "The article, or all together.").width(200),
        Column::numbers(unit, "How many are counted.").unit("in all").measure("token"),
        Column::numbers("different", "How many different ones.").measure("type"),
        Column::numbers("once", "How many of those occur once.").measure("hapaxes"),
        Column::numbers("K", "Heaps’ law: the factor.").unit("Heaps").measure("heaps.k"),
        Column::numbers("β", "Heaps’ law: the exponent.").unit("Heaps").measure("heaps.beta"),
        Column::numbers("± β", "Its standard error, by the jackknife.").measure("heaps.error"),
        Column::numbers("off by", "The largest deviation of the curve from the law.").measure("heaps.deviation"),
        Column::numbers("a", "Zipf’s law: the exponent.").unit("Zipf").measure("zipf-fit"),
        Column::numbers("± a", "Its standard error.").measure("zipf-error"),
        Column::numbers("KS", "The largest distance between the text and Zipf’s law.").measure("zipf-distance"),
    ];
    let columns: Vec<Column> =
        columns.into_iter().map(|column| if column.numeric { column.width(74) } else { column }).collect();
    let sorts = named([
        "article",
        "tokens",
        "types",
        "hapaxes",
        "heaps_k",
        "heaps_beta",
        "heaps_beta_error",
        "heaps_deviation",
        "zipf_exponent",
        "zipf_error",
        "zipf_distance",
    ]);
    html! {
        <>
            <p class="rank-note">
                { if props.query.running {
                    "Counted from the first word on; all articles together follow one another in the corpus’s order, on which that curve depends. "
                } else {
                    "The mean over all orders that the words could stand in: no curve depends on the order of words or articles. "
                } }
                if let Some((law, error)) = law {
                    { format!("Heaps’ law for all together (dashed): {} · N", decimal(law.k, 2)) }<sup>{ decimal(law.beta, 2) }</sup>
                    if let Some(error) = error { { ", the exponent " }<span class="nobreak">{ ["± ", &decimal(error, 2)].concat() }</span> }
                    { format!("; the curve is off by {} at most. ", crate::app::numbers::percent(law.deviation)) }
                } else {
                    { format!("There are fewer than {SHORTEST} {unit}: too few to fit a law. ") }
                }
                if all.is_some_and(|text| text.tokens < 100_000) {
                    { "Texts this short carry little: compare curves where they have as many words, not exponents." }
                }
            </p>
            { part!(Chart {
                layout: (*layout).clone(), name: "parallax-growth", on_open, table: LAWS,
                opens: "Enter shows each different word where it first stands",
            }) }
            <div id={LAWS} tabindex="-1">
                { part!(SortedTable { name: "vocabulary", sorts, table: yew::props!(DataTableProps {
                    title: "The laws, text by text", columns, total: report.texts.len() as u32,
                    rows: report.texts.iter().map(|text| row(text, n)).collect::<Vec<_>>(),
                    of: report.texts.iter().map(|text| NumberState {
                        article: text.article.map_or_else(String::new, |article| app.id(article).to_owned()),
                        ..NumberState::default()
                    }).collect::<Vec<_>>(),
                    csv: Table::Vocabulary(props.query), file: "parallax-vocabulary",
                    children: part!(CsvButton {
                        table: Table::Growth(props.query), file: "parallax-growth", label: "Curves as CSV",
                    }),
                }) }) }
            </div>
        </>
    }
}

/// What its different words lead to.
fn types_of(text: &TextVocabulary) -> Origin {
    match text.article {
        Some(article) => Origin::Sizes(Marking::Types, Some(article)),
        None => Origin::Sizes(Marking::CorpusTypes, None),
    }
}

fn row(text: &TextVocabulary, n: u32) -> Vec<Cell> {
    let number = |value: Option<f64>, digits: u32, why: &'static str| match value {
        Some(value) => Cell::text(decimal(value, digits)),
        None => Cell::Other(undefined(why)),
    };
    // N-grams stand in sentences, which the reader can't mark by length.
    let count =
        |count: u32, origin: Origin| if n == 1 { Cell::count(count, origin) } else { Cell::text(labels::count(count)) };
    let (heaps, zipf) = (text.heaps, text.zipf);
    vec![
        text.article.map_or(Cell::text("all together"), Cell::Article),
        count(text.tokens, Origin::Sizes(Marking::Words, text.article)),
        count(text.types, types_of(text)),
        Cell::text(labels::count(text.hapaxes)),
        number(heaps.map(|law| law.k), 2, TOO_SHORT),
        number(heaps.map(|law| law.beta), 2, TOO_SHORT),
        number(text.beta_error, 3, TOO_SHORT),
        match heaps {
            Some(law) => Cell::text(crate::app::numbers::percent(law.deviation)),
            None => Cell::Other(undefined(TOO_SHORT)),
        },
        number(zipf.map(|law| law.exponent), 2, ONE_TYPE),
        number(zipf.map(|law| law.error), 3, ONE_TYPE),
        number(zipf.map(|law| law.distance), 3, ONE_TYPE),
    ]
}
