//! What must, may or will be, outlet by outlet: modal verbs in quotations and outside.

use yew::prelude::*;

use crate::app::ask::{ModalsQuestion, use_answer};
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::table::DataTableProps;
use crate::app::components::{Cell, Column, FindingLine, Progress};
use crate::app::context::use_app;
use crate::app::framed::class_name;
use crate::app::numbers::{decimal, undefined};
use crate::app::origin::Origin;
use crate::app::pages::controls::{Explain, Segments};
use crate::app::pages::names::use_picture;
use crate::app::pages::sorted::{SortedTable, named};
use crate::chart::layout::{Article, Tallies, TallyRow};
use crate::protocol::{
    Framed, Marking, ModalArticle, ModalChoice, ModalClass, ModalsReport, Response, Table, Voice, per_thousand,
};
use crate::route::NumberState;

/// Id of the table.
const ID: &str = "modals-table";

const VOICES: [(Voice, &str); 3] =
    [(Voice::Any, "all words"), (Voice::Writer, "the writer’s"), (Voice::Quoted, "quoted")];

fn framed(choice: ModalChoice, voice: Voice) -> Framed {
    Framed::Modals { choice, voice }
}

fn tallies(report: &ModalsReport, noun: &str, article: impl Fn(u32) -> Article) -> Tallies {
    let of_class =
        |class: ModalClass| report.rows.iter().filter(|row| row.class == class).map(|row| row.total).sum::<u32>();
    let rows = report.rows.iter().map(|row| TallyRow {
        name: row.verb.clone(),
        group: class_name(row.class).to_owned(),
        group_total: Some(of_class(row.class)),
        cells: row.by_article.iter().map(|count| (count.writer, count.quoted)).collect(),
    });
    Tallies {
        title: ["Modal verbs by ", noun].concat(),
        what: ("time".to_owned(), "times".to_owned()),
        parts: Some(("in the writer’s words".to_owned(), "in quotations".to_owned())),
        articles: report.articles.iter().map(|it| article(it.article)).collect(),
        rows: rows.collect(),
        empty: "No modal verb stands in these articles.".to_owned(),
    }
}

/// The section: the finding, the picture, the rates.
#[component]
pub fn Modals() -> Html {
    let app = use_app();
    let voice = app.state().framing.voice;
    let answer = use_answer(Some(ModalsQuestion));
    let response = answer.asked.response.clone().map(ByPointer);
    let on_voice = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            if let Some((voice, _)) = VOICES.get(place) {
                app.change(move |state| state.framing.voice = *voice);
            }
        })
    };
    html! {
        <section class="framing-part" aria-labelledby="modals-title">
            <h2 id="modals-title">{ "What must, may and will be" }</h2>
            { part!(Progress { asked: answer.asked.clone() }) }
            if let (Some(report), Some(response)) = (answer.report(), response) {
                { for report.missing.iter().map(|sentence| html! { <p class="problem" role="status">{ sentence }</p> }) }
                { part!(FindingLine { finding: report.finding.clone() }) }
                { part!(Picture { response: response.clone() }) }
                <div class="controls" role="group" aria-label="Whose words the table counts">
                    { part!(Segments {
                        label: "Words", options: VOICES.map(|(_, name)| AttrValue::from(name)).to_vec(),
                        chosen: VOICES.iter().position(|it| it.0 == voice).unwrap_or_default(), on_choose: on_voice,
                    }) }
                    { part!(Explain { measure: "modal-verbs" }) }
                </div>
                <div id={ID} tabindex="-1">{ part!(Rates { response }) }</div>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PictureProps {
    response: ByPointer<Response>,
}

#[component]
fn Picture(props: &PictureProps) -> Html {
    let app = use_app();
    let noun = app.unit_noun();
    let layout = use_picture(&props.response, |response, name| {
        let tallies = match response {
            Response::Modals(report) => tallies(report, noun, name),
            _ => Tallies::default(),
        };
        move |width| tallies.scene(width)
    });
    let on_open = {
        let (app, response) = (app.clone(), props.response.clone());
        Callback::from(move |target: usize| {
            let Response::Modals(report) = &*response else { return };
            let columns = report.articles.len().max(1);
            let (Some(row), Some(of)) = (report.rows.get(target / columns), report.articles.get(target % columns))
            else {
                return;
            };
            let framed = framed(ModalChoice::Verb(row.verb.clone()), Voice::Any);
            let number = number(app.id(of.article), &framed);
            app.read(app.at_marked(Marking::Framing(framed.name()), Some(of.article), None), Some(number));
        })
    };
    part!(Chart {
        layout,
        name: "parallax-modals",
        on_open,
        table: ID,
        children: html! { <h3>{ "How often, by verb" }</h3> }
    })
}

/// A rate that can be worked out.
fn number(article: &str, framed: &Framed) -> NumberState {
    NumberState {
        measure: "modal-verbs".to_owned(),
        term: framed.name(),
        article: article.to_owned(),
        beside: String::new(),
    }
}

/// The rates, in the words chosen.
#[component]
fn Rates(props: &PictureProps) -> Html {
    let app = use_app();
    let voice = app.state().framing.voice;
    let noun = app.unit_noun();
    let Response::Modals(report) = &*props.response else { return html! {} };
    let mut columns = vec![
        Column::words(
            noun,
            if noun == "group" { "Its number and name." } else { "Its letter and its outlet or title." },
        )
        .width(220),
        Column::numbers("words", "Words looked at.").width(80),
        Column::numbers("modal verbs", "How many of them are modal verbs.").unit("times").width(96),
        Column::numbers("all", "Modal verbs in 1,000 of these words.")
            .unit("per 1,000")
            .measure("modal-verbs")
            .width(92),
    ];
    let says = [
        "Obligation: must, should, have to, need to and the like.",
        "Possibility: can, could, may, might.",
        "Prediction: will, would, shall, be going to.",
    ];
    columns.extend(
        ModalClass::ALL
            .into_iter()
            .zip(says)
            .map(|((class, _), says)| Column::numbers(class_name(class), says).unit("per 1,000").width(100)),
    );
    columns.push(
        Column::numbers("negated", "Modal verbs of all words that are negated: cannot, should not.")
            .unit("times")
            .width(88),
    );
    let row = |(at, it): (usize, &ModalArticle)| {
        let origin =
            |choice: ModalChoice| Origin::Sizes(Marking::Framing(framed(choice, voice).name()), Some(it.article));
        let rate = |class: Option<ModalClass>| {
            let choice = class.map_or(ModalChoice::Any, ModalChoice::Class);
            match per_thousand(it.count(class, voice), it.size(voice)) {
                Some(0.0) => Cell::text("0.0"),
                Some(rate) => Cell::of(decimal(rate, 1), origin(choice)),
                None => Cell::Other(undefined(if noun == "group" {
                    "the group has no such words"
                } else {
                    "the article has no such words"
                })),
            }
        };
        let negated: u32 = report.rows.iter().filter_map(|row| row.by_article.get(at)).map(|count| count.negated).sum();
        let all_negated = Marking::Framing(framed(ModalChoice::Negated, Voice::Any).name());
        vec![
            Cell::Article(it.article),
            Cell::text(crate::app::labels::count(it.size(voice))),
            Cell::count(it.count(None, voice), origin(ModalChoice::Any)),
            rate(None),
            rate(Some(ModalClass::Obligation)),
            rate(Some(ModalClass::Possibility)),
            rate(Some(ModalClass::Prediction)),
            Cell::count(negated, Origin::Sizes(all_negated, Some(it.article))),
        ]
    };
    let rows: Vec<Vec<Cell>> = report.articles.iter().enumerate().map(row).collect();
    let of = |it: &ModalArticle| number(app.id(it.article), &framed(ModalChoice::Any, voice));
    let table = yew::props!(DataTableProps {
        title: ["Rates by ", noun].concat(),
        columns,
        total: rows.len() as u32,
        rows,
        of: report.articles.iter().map(of).collect::<Vec<_>>(),
        csv: Table::Modals,
        file: "parallax-modal-verbs",
        empty: "No article is on."
    });
    let sorts = ["unit", "words", "modal-verbs", "all", "obligation", "possibility", "prediction", "negated"];
    part!(SortedTable { name: "modals", sorts: named(sorts), by_file: false, table })
}
