//! The tables: similarity of every pair, keyness of one pair, terms × articles.

use yew::prelude::*;

use super::likeness::choose;
use super::pictures::{measure_name, value};
use crate::app::ask::Asked;
use crate::app::by_pointer::ByPointer;
use crate::app::components::{ArticleBadge, Cell, Column, DataTable, on_filter, on_sort, use_rows};
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::numbers::{decimal, undefined};
use crate::app::origin::Origin;
use crate::app::pages::keyness::Shown;
use crate::protocol::{CompareQuery, MatrixQuery, PairQuery, Response, Similarity, SimilarityRow, Table};
use crate::route::NumberState;

/// Ids of the tables.
pub const SIMILARITY: &str = "similarity-table";
/// See [`SIMILARITY`].
pub const PAIR: &str = "pair-table";
/// See [`SIMILARITY`].
pub const MATRIX: &str = "matrix-table";

/// See [`SimilarityTable`].
#[derive(Properties, PartialEq)]
pub struct SimilarityTableProps {
    /// The answer with every pair.
    pub response: ByPointer<Response>,
    /// The measure by which the rows are ordered.
    pub measure: Similarity,
    /// The question, for its progress.
    pub asked: Asked,
}

/// Every pair with all four measures, the most alike first. A click on a pair opens it below, one on a
/// number shows what both texts have in common.
#[component]
pub fn SimilarityTable(props: &SimilarityTableProps) -> Html {
    let app = use_app();
    let Response::Compare(report) = &*props.response else { return html! {} };
    let pairs = report.most_alike_first(props.measure);
    let cells = |row: &&SimilarityRow| {
        let (a, b) = (row.article_a, row.article_b);
        let open = {
            let app = app.clone();
            move |_: MouseEvent| choose(&app, a, b)
        };
        let share = |measure: Similarity| match value(row, measure) {
            Some(share) if share > 0.0 => Cell::of(decimal(share, 3), Origin::Pair(measure, a, b)),
            Some(none) => Cell::text(decimal(none, 3)),
            None => Cell::Other(undefined("a text has no word")),
        };
        let pair = html! {
            <button type="button" class="of-pair" onclick={open} title="Open this pair below">
                { part!(ArticleBadge { article: a }) }{" "}{ part!(ArticleBadge { article: b }) }
            </button>
        };
        vec![
            Cell::Other(pair),
            share(Similarity::Cosine),
            share(Similarity::Jaccard),
            share(Similarity::Containment),
            Cell::count(row.shared_5grams, Origin::Pair(Similarity::SharedFivegrams, a, b)),
        ]
    };
    let columns = vec![
        Column::words("pair", "A click opens the pair below.").unsorted().width(84),
        Column::numbers("cosine", "How alike the words are, weighted by TF-IDF: 0 to 1.")
            .measure("cosine")
            .unsorted()
            .width(70),
        Column::numbers("Jaccard", "Words of both over words of either: 0 to 1.")
            .measure("jaccard")
            .unsorted()
            .width(70),
        Column::numbers("containment", "Words of both over the words of the article that has fewer: 0 to 1.")
            .measure("containment")
            .unsorted()
            .width(96),
        Column::numbers("5-grams", "How many runs of five words stand in both.")
            .measure("shared-5grams")
            .unsorted()
            .width(74),
    ];
    part!(DataTable {
        title: format!("Every pair, by {}", measure_name(props.measure)),
        columns,
        total: pairs.len() as u32,
        rows: pairs.iter().map(cells).collect::<Vec<_>>(),
        of: pairs
            .iter()
            .map(|row| NumberState {
                article: app.id(row.article_a).to_owned(),
                beside: app.id(row.article_b).to_owned(),
                ..NumberState::default()
            })
            .collect::<Vec<_>>(),
        asked: props.asked.clone(),
        csv: Table::Similarity(CompareQuery { measure: props.measure }),
        file: "parallax-similarity"
    })
}

/// See [`PairTable`].
#[derive(Properties, PartialEq)]
pub struct PairTableProps {
    /// The question of the pictures; the table asks for its own rows.
    pub query: PairQuery,
}

/// Every word of a pair.
#[component]
pub fn PairTable(props: &PairTableProps) -> Html {
    let app = use_app();
    let state = app.state().compare.clone();
    let shown = Shown::pair(props.query.a, props.query.b);
    let rows = use_rows(&state.filter, state.order, |table| PairQuery { side: 0, table, ..props.query.clone() });
    let report = rows.answer.report();
    part!(DataTable {
        title: "Every word of the two",
        columns: shown.columns(),
        total: report.map_or(0, |r| r.total),
        offset: rows.window.offset,
        on_window: rows.on_window.clone(),
        asked: rows.answer.asked.clone(),
        rows: report.map_or_else(Vec::new, |r| r.rows.iter().map(|row| shown.cells(row)).collect()),
        of: report.map_or_else(Vec::new, |r| r.rows.iter().map(|row| shown.number(&app, row)).collect()),
        sorted: shown.place_of(state.order.sort).map(|place| (place, state.order.descending)),
        on_sort: on_sort(&app, |state| &mut state.compare.order, {
            let sorting = shown.sorting();
            move |place| sorting.get(place).copied().flatten()
        }),
        filter: AttrValue::from(state.filter.clone()),
        on_filter: on_filter(&app, |state| &mut state.compare.filter),
        csv: Table::Pair(rows.query.clone()),
        file: ["parallax-pair-", &labels::letter(props.query.a), "-", &labels::letter(props.query.b)].concat(),
        empty: "No word is frequent enough under these settings: lower the least frequency, or show stop words."
    })
}

/// See [`MatrixTable`].
#[derive(Properties, PartialEq)]
pub struct MatrixTableProps {
    /// The answer with the rows.
    pub response: ByPointer<Response>,
    /// The question.
    pub query: MatrixQuery,
    /// Its progress.
    pub asked: Asked,
}

/// The counts of the words in the matrix.
#[component]
pub fn MatrixTable(props: &MatrixTableProps) -> Html {
    let app = use_app();
    let Response::Matrix(report) = &*props.response else { return html! {} };
    let mut columns = vec![
        Column::words("word", "As counted; a click opens the passages.").unsorted().width(150),
        Column::numbers("all", "How often it occurs in all articles.").unit("times").measure("frequency").unsorted(),
    ];
    columns.extend(report.articles.iter().map(|number| {
        let letter = labels::letter(*number);
        Column::numbers(letter.clone(), ["How often it occurs in article ", &letter, "."].concat())
            .unit("times")
            .of_article("frequency", app.id(*number).to_owned())
            .unsorted()
            .width(64)
    }));
    let rows = report.rows.iter().map(|row| {
        let mut cells =
            vec![Cell::Term(row.term.clone().into(), None), Cell::times(row.frequency, row.term.clone(), None)];
        let counts = report.articles.iter().zip(&row.by_article);
        cells.extend(counts.map(|(article, count)| Cell::times(*count, row.term.clone(), Some(*article))));
        cells
    });
    part!(DataTable {
        title: "Words by article",
        columns,
        total: report.rows.len() as u32,
        rows: rows.collect::<Vec<_>>(),
        of: report
            .rows
            .iter()
            .map(|row| NumberState { term: row.term.clone(), ..NumberState::default() })
            .collect::<Vec<_>>(),
        asked: props.asked.clone(),
        filter: AttrValue::from(props.query.filter.clone()),
        on_filter: on_filter(&app, |state| &mut state.compare.matrix_filter),
        csv: Table::Matrix(props.query.clone()),
        file: "parallax-terms"
    })
}
