//! What one article, or one group, alone says: its sentences with the least support elsewhere.

use yew::prelude::*;

use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::{ArticleBadge, CsvButton, FindingLine, Progress};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::numbers::decimal;
use crate::app::pages::controls::{Explain, Select};
use crate::app::pages::names::use_picture;
use crate::chart::layout::{Article, Course, CourseClass, CourseLane, CoursePiece};
use crate::protocol::{
    ArticleCourse, CourseSentence, OnlyHereArticle, OnlyHereQuery, OnlyHereReport, OnlyHereRow, Response, Said,
    SaidSentence, Table,
};
use crate::route::NumberState;

/// Id of the lists.
const ID: &str = "only-here-lists";
/// Sentences of an article: the choices.
const EACH: [u32; 4] = [1, 3, 5, 10];
/// Articles whose lists are shown.
const LISTED: usize = 40;
/// Targets of a lane.
const STEP: usize = 100_000;

/// Classes of support: below this, what it is called, and its shade: the darker the less others say it.
const CLASSES: [(f64, &str, u8); 4] =
    [(0.1, "below 0.1", 8), (0.2, "0.1 to 0.2", 6), (0.5, "0.2 to 0.5", 3), (f64::INFINITY, "0.5 and more", 1)];

fn course(report: &OnlyHereReport, noun: &str, article: impl Fn(u32) -> Article) -> Course {
    let lane = |(at, it): (usize, &ArticleCourse)| {
        let is_listed = |row: &OnlyHereRow, sentence: &CourseSentence| {
            (row.sentence.article, row.sentence.span) == (it.article, sentence.span)
        };
        let listed = |sentence: &CourseSentence| {
            report.articles.iter().flat_map(|of| &of.rows).any(|row| is_listed(row, sentence))
        };
        let piece = |(number, it): (usize, &CourseSentence)| CoursePiece {
            length: it.tokens,
            class: it.support.and_then(|support| CLASSES.iter().position(|class| support < class.0)),
            listed: listed(it),
            words: it.begins.clone(),
            rows: vec![
                ("support elsewhere".to_owned(), it.support.map(|it| decimal(it, 2)).unwrap_or_default()),
                ("length".to_owned(), labels::counted(it.tokens, "word", "words")),
            ],
            target: at * STEP + number,
        };
        CourseLane { article: article(it.article), pieces: it.sentences.iter().enumerate().map(piece).collect() }
    };
    Course {
        title: ["What each ", noun, " says alone"].concat(),
        measure: "support elsewhere".to_owned(),
        listed: "listed below".to_owned(),
        classes: CLASSES.map(|(_, name, shade)| CourseClass { name: name.to_owned(), shade }).to_vec(),
        lanes: report.courses.iter().enumerate().map(lane).collect(),
        empty: "There is no sentence to be looked for.".to_owned(),
    }
}

/// The section: the finding, the picture, the sentences.
#[component]
pub fn OnlyHere() -> Html {
    let app = use_app();
    let noun = app.unit_noun();
    let each = app.state().framing.each;
    let answer = use_answer(Some(OnlyHereQuery { each, ..OnlyHereQuery::default() }));
    let response = answer.asked.response.clone().map(ByPointer);
    let mut choices = EACH.to_vec();
    if !choices.contains(&each) {
        choices.push(each);
        choices = crate::chart::order::distinct(choices);
    }
    let options: Vec<AttrValue> = choices.iter().map(|each| each.to_string().into()).collect();
    let chosen = choices.iter().position(|choice| *choice == each).unwrap_or_default();
    let on_choose = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let each = choices.get(place).copied().unwrap_or(3);
            app.change(move |state| state.framing.each = each);
        })
    };
    html! {
        <section class="framing-part" aria-labelledby="only-here-title">
            <h2 id="only-here-title">{ ["What one ", noun, " alone says"].concat() }</h2>
            { part!(Progress { asked: answer.asked.clone() }) }
            if let (Some(report), Some(response)) = (answer.report(), response) {
                { part!(FindingLine { finding: report.finding.clone() }) }
                if report.articles.iter().any(|it| !it.rows.is_empty()) {
                    { part!(Picture { response: response.clone() }) }
                    <div class="controls" role="group" aria-label="Which sentences are listed">
                        { part!(Select { label: ["sentences of each ", noun].concat(), options, chosen, on_choose }) }
                        { part!(CsvButton { table: Table::OnlyHere, file: "parallax-only-here" }) }
                        { part!(Explain { measure: "support" }) }
                    </div>
                    <p class="framing-key">
                        if app.by_groups() { { "Elsewhere is in another group. " } }
                        <mark class="said-there">{ "underlined" }</mark>{ ": the nearest sentence elsewhere has the word too · " }
                        <mark class="said-nowhere">{ "set off" }</mark>{ [": no other ", noun, " has it"].concat() }
                    </p>
                    <div id={ID} class="only-here" tabindex="-1">
                        { for report.articles.iter().take(LISTED).map(|it| list(&app, it)) }
                    </div>
                    if report.articles.len() > LISTED {
                        <p class="chart-note">{ ["The first ", &labels::count(LISTED as u32), " of ", &labels::count(report.articles.len() as u32), " ", noun, "s are listed; the CSV file has all."].concat() }</p>
                    }
                }
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
        let course = match response {
            Response::OnlyHere(report) => course(report, noun, name),
            _ => Course::default(),
        };
        move |width| course.scene(width)
    });
    let on_open = {
        let (app, response) = (app.clone(), props.response.clone());
        Callback::from(move |target: usize| {
            let Response::OnlyHere(report) = &*response else { return };
            let of = report.courses.get(target / STEP);
            if let Some((of, sentence)) = of.and_then(|of| Some((of, of.sentences.get(target % STEP)?))) {
                app.open_passage(of.article, (sentence.span.start, sentence.span.end), None);
            }
        })
    };
    part!(Chart {
        layout,
        name: "parallax-only-here",
        on_open,
        table: ID,
        opens: "Enter opens the sentence",
        children: html! { <h3>{ "Sentence by sentence: the stronger the colour, the less anybody else says it" }</h3> }
    })
}

/// The sentences of an article, or of a group: then each with its article.
fn list(app: &App, of: &OnlyHereArticle) -> Html {
    html! {
        <article class={classes!("only-here-article", app.colour(of.article))} key={of.article}>
            <h3>{ part!(ArticleBadge { article: of.article }) }{ app.article(of.article).map(labels::short) }</h3>
            if of.rows.is_empty() {
                <p class="soft">{ "No sentence long enough." }</p>
            } else {
                <ol>{ for of.rows.iter().map(|it| row(app, it)) }</ol>
            }
        </article>
    }
}

/// A sentence with its support, and the nearest elsewhere.
fn row(app: &App, it: &OnlyHereRow) -> Html {
    let span = it.sentence.span;
    let article = it.sentence.article;
    let number = |measure: &str| NumberState {
        measure: measure.to_owned(),
        term: span.start.to_string(),
        article: app.id(article).to_owned(),
        beside: String::new(),
    };
    let value = |measure: &'static str, value: f64| {
        let (app, number) = (app.clone(), number(measure));
        let text = decimal(value, 2);
        let label = [measure, " ", &text, ": how is this computed?"].concat();
        html! {
            <button type="button" class="of" aria-label={label} onclick={move |_: MouseEvent| app.work_out(number.clone())}>{ text }</button>
        }
    };
    let open = {
        let app = app.clone();
        move |_: MouseEvent| app.open_passage(article, (span.start, span.end), None)
    };
    let nearest = it.nearest.as_ref().map(|nearest| {
        let beside = {
            let (app, there) = (app.clone(), (nearest.article, (nearest.span.start, nearest.span.end)));
            move |_: MouseEvent| app.open_two((article, (span.start, span.end)), there)
        };
        html! {
            <details class="only-here-nearest">
                <summary>{ "the nearest elsewhere" }</summary>
                <p>
                    { part!(ArticleBadge { article: nearest.article }) }
                    <q class="only-here-words">{ pieces(nearest) }</q>
                </p>
                <button type="button" class="link" onclick={beside}>{ "Read both side by side" }</button>
            </details>
        }
    });
    html! {
        <li>
            <button type="button" class="only-here-words" onclick={open}>{ pieces(&it.sentence) }</button>
            <p class="only-here-meta">
                if app.by_groups() { { part!(ArticleBadge { article }) } }
                <span>{ "support " }{ value("support", it.support) }</span>
                <span>{ "coverage " }{ value("coverage", it.coverage) }</span>
                <span class="soft">{ labels::counted(it.words, "content word", "content words") }</span>
            </p>
            { nearest.unwrap_or_else(|| html! { <p class="soft">{ "No sentence elsewhere has any word of it." }</p> }) }
        </li>
    }
}

fn pieces(sentence: &SaidSentence) -> Html {
    let piece = |piece: &crate::protocol::SaidPiece| match piece.said {
        Said::Plain => html! { <>{ &piece.text }</> },
        Said::There => html! { <mark class="said-there">{ &piece.text }</mark> },
        Said::Nowhere => html! { <mark class="said-nowhere">{ &piece.text }</mark> },
    };
    html! { <>{ for sentence.pieces.iter().map(piece) }</> }
}
