//! The words around a name, a column an article.

use yew::prelude::*;

use super::collocates_table::{self, CollocatesTable};
use super::node::{MEASURES, NodeControls};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::{FindingLine, Progress};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::numbers::decimal;
use crate::app::pages::names::{name, use_names};
use crate::chart::layout::{Article, ColumnWord, Columns, WordColumn};
use crate::protocol::{
    CollocateMeasure, CollocateRow, CollocatesQuery, CollocatesReport, Framed, Marking, Response, TableQuery, Window,
};
use crate::route::{FramingState, NumberState};

/// Words of a column.
const PANEL: u32 = 12;
/// Targets of a column.
const STEP: usize = 1000;

/// The question: the columns; the table asks for its own rows.
pub(super) fn question(state: &FramingState) -> CollocatesQuery {
    CollocatesQuery {
        words: state.words.clone(),
        window: state.window,
        minimum: state.minimum,
        measure: state.measure,
        panel: PANEL,
        table: TableQuery { limit: 0, ..TableQuery::default() },
    }
}

/// The node’s words, as markings have them.
pub(super) fn node(report: &CollocatesReport) -> Vec<String> {
    report.words.iter().map(|word| word.term.clone()).collect()
}

/// What a count was counted from.
pub(super) fn marking(node: &[String], window: Window, term: &str) -> Marking {
    Marking::Framing(Framed::Collocates { node: node.to_vec(), window, term: term.to_owned() }.name())
}

/// The measure’s name and its key in the Methods view.
pub(super) fn measure(measure: CollocateMeasure) -> (&'static str, &'static str) {
    MEASURES.iter().find(|it| it.0 == measure).map_or(("", ""), |it| (it.1, it.2))
}

/// A value of a measure, as the table writes it.
pub(super) fn written(measure: CollocateMeasure, value: f64) -> String {
    decimal(value, if matches!(measure, CollocateMeasure::DeltaP | CollocateMeasure::Dice) { 4 } else { 2 })
}

/// Whose number a row’s are.
pub(super) fn number(app: &App, row: &CollocateRow, measure: &str) -> NumberState {
    NumberState {
        measure: measure.to_owned(),
        term: row.term.clone(),
        article: app.id(row.article).to_owned(),
        beside: String::new(),
    }
}

/// `noun`: what is compared, an article or a group.
fn columns(
    report: &CollocatesReport,
    measured: CollocateMeasure,
    noun: &str,
    article: impl Fn(u32) -> Article,
) -> Columns {
    let word = |at: usize, row: &CollocateRow, number: usize| ColumnWord {
        word: row.written.clone(),
        count: row.together,
        articles: row.articles,
        rows: vec![
            (["in the whole ", noun].concat(), labels::counted(row.frequency, "time", "times")),
            ("expected near it".to_owned(), decimal(row.expected, 2)),
            (
                measure(measured).0.to_owned(),
                row.value(measured).map_or_else(|| "undefined".to_owned(), |value| written(measured, value)),
            ),
            ("near it elsewhere".to_owned(), labels::counted(row.elsewhere, "time", "times")),
        ],
        target: at * STEP + number,
    };
    let columns = report.panels.iter().enumerate().map(|(at, panel)| WordColumn {
        article: article(panel.article),
        note: if panel.node == 0 {
            "doesn’t have it".to_owned()
        } else {
            let more = panel.found.saturating_sub(panel.rows.len() as u32);
            let more = if more > 0 { [" · ", &labels::count(more), " more"].concat() } else { String::new() };
            [labels::counted(panel.node, "place", "places"), more].concat()
        },
        words: panel.rows.iter().enumerate().map(|(number, row)| word(at, row, number)).collect(),
        empty: if panel.node == 0 { String::new() } else { "no word so often".to_owned() },
    });
    let name = report.words.first().map_or("", |word| word.written.as_str());
    Columns {
        title: ["Around ‘", name, "’, by ", noun].concat(),
        what: ("time".to_owned(), "times".to_owned()),
        columns: columns.collect(),
        empty: "No article is on.".to_owned(),
    }
}

/// The section: which words, the finding, the columns, the table.
#[component]
pub fn Collocates() -> Html {
    let app = use_app();
    let state = app.state().framing.clone();
    let answer = use_answer(Some(question(&state)));
    let response = answer.asked.response.clone().map(ByPointer);
    let report = answer.report();
    html! {
        <section class="framing-part" aria-labelledby="collocates-title">
            <h2 id="collocates-title">{ "The words around the same name" }</h2>
            { part!(NodeControls { response: response.clone() }) }
            { part!(Progress { asked: answer.asked.clone() }) }
            if let (Some(report), Some(response)) = (report, response) {
                { part!(FindingLine { finding: report.finding.clone() }) }
                if report.panels.iter().any(|panel| panel.node > 0) {
                    if report.found > 0 {
                        { part!(Picture { response: response.clone() }) }
                    }
                    if report.found < report.pairs {
                        <p class="chart-note">{ left_out(report, state.minimum, app.unit_noun()) }</p>
                    }
                    <div id={collocates_table::ID} tabindex="-1">
                        { part!(CollocatesTable { node: node(report) }) }
                    </div>
                }
            }
        </section>
    }
}

/// What the least count leaves out.
fn left_out(report: &CollocatesReport, minimum: u32, noun: &str) -> String {
    [
        labels::counted(report.pairs - report.found, "pair", "pairs").as_str(),
        if noun == "group" { " of a word and a " } else { " of a word and an " },
        noun,
        " that occur ",
        if minimum == 2 { "only once" } else { "less often" },
        if report.pairs - report.found == 1 { " is left out." } else { " are left out." },
    ]
    .concat()
}

#[derive(Properties, PartialEq)]
struct PictureProps {
    response: ByPointer<Response>,
}

#[component]
fn Picture(props: &PictureProps) -> Html {
    let app = use_app();
    let names = use_names();
    let measured = app.state().framing.measure;
    let noun = app.unit_noun();
    let layout = use_memo((props.response.clone(), names, measured, noun), |(response, names, measured, noun)| {
        let columns = match &**response {
            Response::Collocates(report) => columns(report, *measured, noun, |number| name(names, number)),
            _ => Columns::default(),
        };
        Callback::from(move |width: f64| columns.scene(width))
    });
    let on_open = {
        let (app, response) = (app.clone(), props.response.clone());
        Callback::from(move |target: usize| {
            let Response::Collocates(report) = &*response else { return };
            let Some(row) = report.panels.get(target / STEP).and_then(|panel| panel.rows.get(target % STEP)) else {
                return;
            };
            let state = &app.state().framing;
            let marking = marking(&node(report), state.window, &row.term);
            let number = number(&app, row, measure(state.measure).1);
            app.read(app.at_marked(marking, Some(row.article), None), Some(number));
        })
    };
    part!(Chart {
        layout: (*layout).clone(),
        name: "parallax-collocates",
        on_open,
        table: collocates_table::ID,
        children: html! { <h3>{ ["Most typical first, by ", noun].concat() }</h3> }
    })
}
