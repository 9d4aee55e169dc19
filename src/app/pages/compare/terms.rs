//! Terms × articles: who uses which word how often.

use yew::prelude::*;

use super::{pictures, table};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::Progress;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::pages::controls::{Explain, Select};
use crate::app::pages::names::use_picture;
use crate::protocol::{MatrixOrder, MatrixQuery, Response};

/// Most words in the picture and its table.
const MOST: u32 = 30;

/// What the rows can be ordered by.
const ORDERS: [(MatrixOrder, &str); 3] = [
    (MatrixOrder::Contrast, "most uneven first"),
    (MatrixOrder::Frequency, "most frequent first"),
    (MatrixOrder::Range, "in most articles first"),
];

/// The matrix with its order, its filter and its table.
#[component]
pub fn Terms() -> Html {
    let app = use_app();
    let state = app.state().compare.clone();
    let query = MatrixQuery { order: state.matrix, limit: MOST, filter: state.matrix_filter.clone() };
    let answer = use_answer(Some(query.clone()));
    let on_order = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let order = ORDERS.get(place).map_or(MatrixOrder::Contrast, |(order, _)| *order);
            app.change(move |state| state.compare.matrix = order);
        })
    };
    let response = answer.asked.response.clone().map(ByPointer);
    let report = answer.report();
    let shown = report.map_or(0, |report| report.rows.len() as u32);
    html! {
        <section class="terms" aria-labelledby="terms-title">
            <h2 id="terms-title">{"Who uses which word?"}</h2>
            <div class="controls" role="group" aria-label="Which words">
                { part!(Select {
                    label: "order", options: ORDERS.map(|(_, name)| name.into()).to_vec(),
                    chosen: ORDERS.iter().position(|(order, _)| *order == state.matrix).unwrap_or_default(),
                    on_choose: on_order,
                }) }
                { part!(Explain { measure: "contrast" }) }
            </div>
            { part!(Progress { asked: answer.asked.clone() }) }
            if let (Some(report), Some(response)) = (report, response) {
                if shown > 0 {
                    { part!(Picture { response: response.clone() }) }
                    if shown < report.total {
                        <p class="chart-note">{format!("The first {} of {} words are drawn.", labels::count(shown), labels::count(report.total))}</p>
                    }
                }
                <section id={table::MATRIX} tabindex="-1" aria-label={["Table of words by ", app.unit_noun()].concat()}>
                    { part!(table::MatrixTable { response, query, asked: answer.asked.clone() }) }
                </section>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PictureProps {
    response: ByPointer<Response>,
}

/// The picture of it.
#[component]
fn Picture(props: &PictureProps) -> Html {
    let app = use_app();
    let layout = use_picture(&props.response, |response, name| {
        let matrix = match response {
            Response::Matrix(report) => pictures::matrix(report, name),
            _ => Default::default(),
        };
        move |width| matrix.scene(width)
    });
    let on_open = {
        let response = props.response.clone();
        Callback::from(move |target: usize| {
            let Response::Matrix(report) = &*response else { return };
            let columns = report.articles.len().max(1);
            let (row, column) = (target / columns, target % columns);
            if let (Some(row), Some(article)) = (report.rows.get(row), report.articles.get(column)) {
                let here = row.by_article.get(column).is_some_and(|count| *count > 0);
                app.open_mark(&row.term, here.then_some(*article), "frequency", Some(*article), None);
            }
        })
    };
    part!(Chart {
        layout,
        name: "parallax-terms",
        on_open,
        table: table::MATRIX,
        children: html! { <>

        </> }
    })
}
