//! Names × articles.

use yew::prelude::*;

use super::kinds_name;
use super::table::TABLE;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::pages::names::use_picture;
use crate::chart::layout::{Mentions, NamedGroup, NamedRow};
use crate::protocol::{CoverageReport, Marking, NameKind, NameRow, Response};

/// See [`Picture`].
#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// The answer with the names.
    pub response: ByPointer<Response>,
}

/// The names drawn, kind by kind, in the order of the picture.
fn drawn(report: &CoverageReport) -> Vec<(NameKind, Vec<&NameRow>)> {
    NameKind::ALL
        .iter()
        .map(|(kind, _)| (*kind, report.picture.iter().filter(|row| row.kind == *kind).collect()))
        .filter(|(_, rows): &(NameKind, Vec<&NameRow>)| !rows.is_empty())
        .collect()
}

/// The picture, with how many names it leaves out.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let app = use_app();
    let layout = use_picture(&props.response, |response, name| {
        let picture = match response {
            Response::Coverage(report) => Mentions {
                articles: report.articles.iter().map(|number| name(*number)).collect(),
                groups: drawn(report)
                    .into_iter()
                    .map(|(kind, rows)| NamedGroup {
                        title: kinds_name(kind).to_owned(),
                        rows: rows
                            .into_iter()
                            .map(|row| NamedRow {
                                name: row.name.clone(),
                                counts: row.by_article.clone(),
                                order: row.order.clone(),
                            })
                            .collect(),
                    })
                    .collect(),
            },
            _ => Mentions::default(),
        };
        move |width| picture.scene(width)
    });
    let on_open = {
        let response = props.response.clone();
        Callback::from(move |target: usize| {
            let Response::Coverage(report) = &*response else { return };
            let rows: Vec<&NameRow> = drawn(report).into_iter().flat_map(|it| it.1).collect();
            let columns = report.articles.len().max(1);
            if let Some(row) = target.checked_sub(rows.len() * columns) {
                let key = rows.get(row).map(|row| row.key.clone());
                return app.change(move |state| state.coverage.name = key);
            }
            let (row, column) = (target / columns, target % columns);
            if let (Some(row), Some(article)) = (rows.get(row), report.articles.get(column)) {
                let here = row.by_article.get(column).is_some_and(|count| *count > 0);
                app.read(app.at_marked(Marking::Mentions(row.key.clone()), here.then_some(*article), None), None);
            }
        })
    };
    let Response::Coverage(report) = &*props.response else { return html! {} };
    let shown = report.picture.len() as u32;
    html! {
        <section class="coverage-picture" aria-labelledby="coverage-title">
            { part!(Chart {
                layout,
                name: "parallax-coverage",
                on_open,
                table: TABLE,
                opens: "Enter opens the mentions, or a name’s forms",
                children: html! { <h2 id="coverage-title">{ "Who is named where" }</h2> }
            }) }
            if shown < report.names {
                <p class="chart-note">
                    { "The " }{ labels::count(shown) }{ " names that are named most, of " }{ labels::count(report.names) }{ "; the table below has all." }
                </p>
            }
        </section>
    }
}
