//! The tables: similarity of every pair, keyness of one pair, terms × articles.

use yew::prelude::*;

use super::likeness::choose;
use super::pictures::{measure_name, measure_of};
use crate::app::ask::Asked;
use crate::app::by_pointer::ByPointer;
use crate::app::components::table::DataTableProps;
use crate::app::components::{ArticleBadge, Cell, Column, DataTable, on_filter, on_sort, use_rows};
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::numbers::{decimal, undefined};
use crate::app::origin::Origin;
use crate::app::pages::keyness::Shown;
use crate::app::pages::sorted::{self, SortedTable};
use crate::protocol::{
    CompareQuery, IntersectionsQuery, MapQuery, Mapped, MatrixQuery, PairQuery, Response, Similarity, SimilarityRow,
    Table,
};
use crate::route::{NumberState, Order};

/// Ids of the tables.
pub const SIMILARITY: &str = "similarity-table";
/// See [`SIMILARITY`].
pub const PAIR: &str = "pair-table";
/// See [`SIMILARITY`].
pub const MAP: &str = "map-table";
/// See [`SIMILARITY`].
pub const INTERSECTIONS: &str = "intersections-table";
/// See [`SIMILARITY`].
pub const MATRIX: &str = "matrix-table";

/// See [`SimilarityTable`].
#[derive(Properties, PartialEq)]
pub struct SimilarityTableProps {
    /// The question of the pictures, whose measure orders the rows; the table asks for its own.
    pub query: CompareQuery,
}

/// Its name in the address.
const SORTED: &str = "similarity";
/// By column the measure that it holds; the first, the pair, isn't sorted by.
const MEASURED: [Similarity; 5] =
    [Similarity::Cosine, Similarity::Cosine, Similarity::Jaccard, Similarity::Containment, Similarity::SharedFivegrams];

/// Every pair with all four measures, the most alike first. A click on a pair opens it below, one on a
/// number shows what both texts have in common.
#[component]
pub fn SimilarityTable(props: &SimilarityTableProps) -> Html {
    let app = use_app();
    let sorts = sorted::named(["", "cosine", "jaccard", "containment", "shared_5grams"]);
    // By the measure that the pictures show, unless a head was pressed.
    let pressed =
        sorted::order_of(&app, SORTED, &sorts).and_then(|(at, descending)| Some((*MEASURED.get(at)?, descending)));
    let (sort, descending) = pressed.unwrap_or((props.query.measure, true));
    let rows = use_rows("", Order { sort, descending }, |table| CompareQuery {
        offset: table.offset,
        limit: table.limit,
        rows: Some((table.sort, table.descending)),
        ..props.query.clone()
    });
    let report = rows.answer.report();
    let cells = |row: &SimilarityRow| {
        let (a, b) = (row.article_a, row.article_b);
        let open = {
            let app = app.clone();
            move |_: MouseEvent| choose(&app, a, b)
        };
        let share = |measure: Similarity| match row.value(measure) {
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
        Column::numbers("cosine", "How alike the words are, weighted by TF-IDF: 0 to 1.").measure("cosine").width(70),
        Column::numbers("Jaccard", "Words of both over words of either: 0 to 1.").measure("jaccard").width(70),
        Column::numbers("containment", "Words of both over the words of the one that has fewer: 0 to 1.")
            .measure("containment")
            .width(96),
        Column::numbers("5-grams", "How many runs of five words stand in both.").measure("shared-5grams").width(74),
    ];
    part!(DataTable {
        title: format!("Every pair, by {}", measure_name(sort)),
        columns,
        total: report.map_or(0, |report| report.total),
        offset: rows.window.offset,
        on_window: rows.on_window.clone(),
        rows: report.map_or_else(Vec::new, |report| report.rows.iter().map(cells).collect()),
        of: report.map_or_else(Vec::new, |report| {
            let of = |row: &SimilarityRow| NumberState {
                article: app.id(row.article_a).to_owned(),
                beside: app.id(row.article_b).to_owned(),
                ..NumberState::default()
            };
            report.rows.iter().map(of).collect()
        }),
        asked: rows.answer.asked.clone(),
        sorted: MEASURED.iter().position(|measure| *measure == sort).map(|at| (at, descending)),
        on_sort: sorted::on_sort(&app, SORTED, sorts),
        csv: Table::Similarity(CompareQuery { rows: Some((sort, descending)), ..props.query.clone() }),
        file: "parallax-similarity"
    })
}

/// See [`TreeTable`].
#[derive(Properties, PartialEq)]
pub struct TreeTableProps {
    /// The answer with the tree.
    pub response: ByPointer<Response>,
    /// The question.
    pub query: CompareQuery,
}

/// The tree's steps. A distance leads to what the pair that links the branches has in common.
#[component]
pub fn TreeTable(props: &TreeTableProps) -> Html {
    let app = use_app();
    let Response::Compare(report) = &*props.response else { return html! {} };
    let measure = measure_of(props.query.distance());
    let mut nodes: Vec<Vec<u32>> = report.articles.iter().map(|article| vec![*article]).collect();
    let mut rows = Vec::with_capacity(report.merges.len());
    for (step, merge) in (1_u32..).zip(&report.merges) {
        let side = |node: u32| nodes.get(node as usize).cloned().unwrap_or_default();
        let (left, right) = (side(merge.left), side(merge.right));
        let (a, b) = merge.pair;
        rows.push(vec![
            Cell::text(labels::count(step)),
            Cell::Other(html! {
                <span class="of-tree">{ badges(&left) }<span class="soft">{ "with" }</span>{ badges(&right) }</span>
            }),
            Cell::of(decimal(merge.height, 3), Origin::Pair(measure, a, b)),
        ]);
        nodes.push([left, right].concat());
    }
    let table = yew::props!(DataTableProps {
        title: "The tree, step by step",
        columns: vec![
            Column::numbers("step", "The nearest are joined first.").width(52),
            Column::words("joined", ["The ", app.unit_noun(), "s of the two branches."].concat()).unsorted(),
            Column::numbers(
                "distance",
                "How far apart the two branches are by the linkage; leads to the pair that links them."
            )
            .measure("clustering")
            .width(84),
        ],
        total: rows.len() as u32,
        rows,
        csv: Table::Tree(props.query.clone()),
        file: "parallax-tree"
    });
    part!(SortedTable { name: "tree", sorts: sorted::named(["step", "", "distance"]), table })
}

/// Badges of articles, of many the first.
fn badges(articles: &[u32]) -> Html {
    const LISTED: usize = 12;
    let more = articles.len().saturating_sub(LISTED);
    html! {
        <>
            { for articles.iter().take(LISTED).map(|article| part!(ArticleBadge { article: *article })) }
            if more > 0 { <span class="soft">{ "and " }{ labels::count(more as u32) }{ " more" }</span> }
        </>
    }
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

/// See [`MapTable`].
#[derive(Properties, PartialEq)]
pub struct MapTableProps {
    /// The answer with the points.
    pub response: ByPointer<Response>,
    /// The question.
    pub query: MapQuery,
}

/// Every point of the map: where it stands, how much of each axis it makes, how well the plane shows it.
#[component]
pub fn MapTable(props: &MapTableProps) -> Html {
    let app = use_app();
    let Response::Map(report) = &*props.response else { return html! {} };
    let per_cent = |share: f64| Cell::text(decimal(share * 100.0, 1));
    let rows = report.points.iter().map(|point| {
        let mut cells = match &point.of {
            Mapped::Article(article) => {
                vec![Cell::Article(*article), Cell::text(labels::count(point.count))]
            }
            Mapped::Term(term) => {
                vec![Cell::Term(term.clone().into(), None), Cell::times(point.count, term.clone(), None)]
            }
        };
        cells.extend([per_cent(point.mass), per_cent(point.inertia)]);
        for place in [Some(point.x), point.y].into_iter().flatten() {
            cells.extend([Cell::text(decimal(place.at, 3)), per_cent(place.contribution)]);
        }
        cells.push(match point.quality {
            Some(quality) => Cell::text(decimal(quality, 3)),
            None => Cell::Other(undefined("it is just as the average")),
        });
        cells
    });
    let mut columns = vec![
        Column::words(
            "point",
            [if app.by_groups() { "A group" } else { "An article" }, " or a word; a click opens it."].concat(),
        )
        .width(150),
        Column::numbers(
            "count",
            [
                "How often the word occurs; how many mapped words, each as often as it stands, the ",
                app.unit_noun(),
                " has.",
            ]
            .concat(),
        ),
        Column::numbers("mass", "Its share of all counts of the map.").unit("%").measure("correspondence"),
        Column::numbers(
            "inertia",
            ["Its share of the inertia, of the ", app.unit_noun(), "s or of the words."].concat(),
        )
        .unit("%")
        .measure("inertia"),
    ];
    for axis in &report.shown {
        let axis = axis.to_string();
        columns.push(
            Column::numbers(["axis ", &axis].concat(), "Its coordinate on the axis; 0 is the average.")
                .measure("correspondence"),
        );
        columns.push(
            Column::numbers(["of axis ", &axis].concat(), "How much of the axis it makes.")
                .unit("%")
                .measure("contribution"),
        );
    }
    columns.push(Column::numbers("cos²", "How well the plane shows it, 0 to 1.").measure("cos2"));
    let axes = report.shown.iter().flat_map(|axis| {
        let axis = axis.to_string();
        ["coordinate_", "contribution_"].map(|name| [name, &axis].concat())
    });
    let mut sorts = sorted::named(["point", "count", "mass", "inertia_share"]);
    sorts.extend(axes);
    sorts.push("quality".to_owned());
    let table = yew::props!(DataTableProps {
        title: "Every point of the map",
        columns,
        total: report.points.len() as u32,
        rows: rows.collect::<Vec<_>>(),
        csv: Table::Map(props.query.clone()),
        file: "parallax-map"
    });
    part!(SortedTable { name: "map", sorts, table })
}

/// See [`IntersectionsTable`].
#[derive(Properties, PartialEq)]
pub struct IntersectionsTableProps {
    /// The answer with the intersections.
    pub response: ByPointer<Response>,
    /// The question.
    pub query: IntersectionsQuery,
    /// Opens the intersection of these articles.
    pub on_open: Callback<Vec<u32>>,
}

/// Every intersection that is shown. A number of words lists them.
#[component]
pub fn IntersectionsTable(props: &IntersectionsTableProps) -> Html {
    let noun = use_app().unit_noun();
    let Response::Intersections(report) = &*props.response else { return html! {} };
    let rows = report.intersections.iter().map(|it| {
        let articles = it.articles.clone();
        let onclick = props.on_open.reform(move |_: MouseEvent| articles.clone());
        let count = labels::count(it.words);
        vec![
            Cell::Other(html! { <span class="of-tree">{ badges(&it.articles) }</span> }),
            Cell::text(labels::count(it.articles.len() as u32)),
            Cell::Counted(it.words, html! {
                <button type="button" class="of" aria-label={[&count, ", list the words"].concat()} {onclick}>{ &count }</button>
            }),
            Cell::text(it.examples.join(", ")),
        ]
    });
    let table = yew::props!(DataTableProps {
        title: ["Words by the ", noun, "s that have them"].concat(),
        columns: vec![
            Column::words("only in", ["The ", noun, "s that have the words, and no other does."].concat())
                .unsorted()
                .width(130),
            Column::numbers([noun, "s"].concat(), ["How many ", noun, "s that is."].concat()).width(64),
            Column::numbers("words", "How many different words; a click lists them.").measure("intersection").width(64),
            Column::words("such as", "The most frequent of them."),
        ],
        total: report.intersections.len() as u32,
        rows: rows.collect::<Vec<_>>(),
        csv: Table::Intersections(props.query.clone()),
        file: "parallax-shared-vocabulary"
    });
    part!(SortedTable { name: "sets", sorts: sorted::named(["", "units", "words", "such-as"]), by_file: false, table })
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
        Column::words("word", "As counted; a click opens the passages.").width(150),
        Column::numbers("all", "How often it occurs in all articles.").unit("times").measure("frequency"),
    ];
    columns.extend(report.articles.iter().map(|number| {
        let letter = labels::letter(*number);
        Column::numbers(letter.clone(), ["How often it occurs in ", app.unit_noun(), " ", &letter, "."].concat())
            .unit("times")
            .of_article("frequency", app.id(*number).to_owned())
            .width(64)
    }));
    let rows = report.rows.iter().map(|row| {
        let mut cells =
            vec![Cell::Term(row.term.clone().into(), None), Cell::times(row.frequency, row.term.clone(), None)];
        let counts = report.articles.iter().zip(&row.by_article);
        cells.extend(counts.map(|(article, count)| Cell::times(*count, row.term.clone(), Some(*article))));
        cells
    });
    let ids = report.articles.iter().map(|number| app.file_name(*number));
    let sorts = sorted::named(["term", "frequency"].into_iter().chain(ids));
    let table = yew::props!(DataTableProps {
        title: ["Words by ", app.unit_noun()].concat(),
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
    });
    part!(SortedTable { name: "terms", sorts, table })
}
