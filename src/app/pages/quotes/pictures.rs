//! Who speaks in which article, and by which verbs: a click lists the quotations behind a bar.

use yew::prelude::*;

use super::LIST;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::{Chart, go_to};
use crate::app::components::CsvButton;
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::pages::controls::Explain;
use crate::app::pages::names::{name, use_names};
use crate::chart::layout::{Article, Tallies, TallyRow};
use crate::protocol::{QuotesReport, Response, Table, VerbClass, VerbRow};
use crate::route::QuotesState;

/// See [`Pictures`].
#[derive(Properties, PartialEq)]
pub struct PicturesProps {
    /// The answer.
    pub response: ByPointer<Response>,
}

/// Speakers drawn, without what is not attributed.
const SPEAKERS: usize = 10;
/// Verbs drawn.
const VERBS: usize = 16;
/// Verbs named that aren’t drawn.
const NAMED: usize = 14;

/// What the picture calls what is not attributed.
pub(super) const NOBODY: &str = "not attributed";

fn speakers(report: &QuotesReport, article: impl Fn(u32) -> Article) -> Tallies {
    let named = report.speakers.iter().filter(|row| !row.name.is_empty()).take(SPEAKERS);
    let none = report.speakers.iter().filter(|row| row.name.is_empty());
    let rows = named.chain(none).map(|row| TallyRow {
        name: if row.name.is_empty() { NOBODY.to_owned() } else { row.name.clone() },
        group: String::new(),
        group_total: None,
        cells: row.quoted.iter().copied().zip(row.reported.iter().copied()).collect(),
    });
    Tallies {
        title: "Who speaks where".to_owned(),
        what: ("quotation".to_owned(), "quotations".to_owned()),
        parts: Some(("quoted in marks".to_owned(), "reported in the writer’s words".to_owned())),
        articles: report.articles.iter().map(|number| article(*number)).collect(),
        rows: rows.collect(),
        empty: "Nobody is quoted in these articles.".to_owned(),
    }
}

/// The verbs drawn, in the order of their classes: the most frequent. Of those equally frequent at the cut all or
/// none: none would be an arbitrary one; all where otherwise less than half as many were left. With `every`, all of them.
fn drawn(report: &QuotesReport, every: bool) -> Vec<&VerbRow> {
    if every {
        return report.verbs.iter().collect();
    }
    let mut counts: Vec<u32> = report.verbs.iter().map(|row| row.total).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let Some(&past) = counts.get(VERBS) else { return report.verbs.iter().collect() };
    let above = counts.partition_point(|count| *count > past);
    let least = if above * 2 < VERBS { past } else { past + 1 };
    report.verbs.iter().filter(|row| row.total >= least).collect()
}

/// How often the verbs of a class are used, those not drawn too.
fn of_class(report: &QuotesReport, class: VerbClass) -> u32 {
    report.verbs.iter().filter(|row| row.class == class).map(|row| row.total).sum()
}

fn verbs(report: &QuotesReport, every: bool, article: impl Fn(u32) -> Article) -> Tallies {
    let rows = drawn(report, every).into_iter().map(|row| TallyRow {
        name: row.verb.clone(),
        group: row.class.name().to_owned(),
        group_total: Some(of_class(report, row.class)),
        cells: row.by_article.iter().map(|count| (*count, 0)).collect(),
    });
    Tallies {
        title: "Reporting verbs".to_owned(),
        what: ("time".to_owned(), "times".to_owned()),
        parts: None,
        articles: report.articles.iter().map(|number| article(*number)).collect(),
        rows: rows.collect(),
        empty: "No reporting verb introduces anybody’s words here.".to_owned(),
    }
}

/// The two pictures.
#[component]
pub fn Pictures(props: &PicturesProps) -> Html {
    let app = use_app();
    let names = use_names();
    let every = app.state().quotes.all_verbs;
    let layouts = use_memo((props.response.clone(), names, every), |(response, names, every)| {
        let Response::Quotes(report) = &**response else { return None };
        let (speakers, verbs) =
            (speakers(report, |number| name(names, number)), verbs(report, *every, |number| name(names, number)));
        Some([
            Callback::from(move |width: f64| speakers.scene(width)),
            Callback::from(move |width: f64| verbs.scene(width)),
        ])
    });
    let Some([speakers, verbs]) = layouts.as_ref() else { return html! {} };
    let Response::Quotes(report) = &*props.response else { return html! {} };
    let named = report.speakers.iter().filter(|row| !row.name.is_empty()).count();
    // The list is set to what a bar counts, in this article.
    let opens = |list: fn(&QuotesReport, usize, bool) -> Option<QuotesState>| {
        let (app, response) = (app.clone(), props.response.clone());
        Callback::from(move |target: usize| {
            let Response::Quotes(report) = &*response else { return };
            let columns = report.articles.len().max(1);
            let Some(state) = list(report, target / columns, every) else { return };
            let Some(article) = report.articles.get(target % columns) else { return };
            let articles = vec![app.id(*article).to_owned()];
            app.list_quotations(QuotesState { articles, ..state });
            go_to(LIST);
        })
    };
    let on_speaker = opens(|report, row, _| {
        let named = report.speakers.iter().filter(|row| !row.name.is_empty()).take(SPEAKERS);
        let none = report.speakers.iter().filter(|row| row.name.is_empty());
        let speaker = Some(named.chain(none).nth(row)?.name.clone());
        Some(QuotesState { speaker, ..QuotesState::default() })
    });
    let on_verb = opens(|report, row, every| {
        let verb = Some(drawn(report, every).get(row)?.verb.clone());
        Some(QuotesState { verb, ..QuotesState::default() })
    });
    html! {
        <div class="quotes-pictures">
            <div>
                { part!(Chart {
                    layout: speakers.clone(), name: "parallax-speakers", on_open: on_speaker, table: LIST,
                    opens: "Enter lists the quotations", children: html! { <h2>{ "Who speaks where" }</h2> },
                }) }
                <p class="quotes-some">
                    if named > SPEAKERS {
                        { ["The ", &labels::count(SPEAKERS as u32), " quoted most."].concat() }
                    }
                    { part!(CsvButton { table: Table::Speakers, file: "parallax-speakers" }) }
                    { part!(Explain { measure: "quotation-speaker" }) }
                </p>
            </div>
            <div>
                { part!(Chart {
                    layout: verbs.clone(), name: "parallax-reporting-verbs", on_open: on_verb, table: LIST,
                    opens: "Enter lists the quotations", children: html! { <h2>{ "Reporting verbs, by what they make of the words" }</h2> },
                }) }
                <p class="quotes-some">
                    { left_out(&app, report, every) }
                    { part!(CsvButton { table: Table::ReportingVerbs, file: "parallax-reporting-verbs" }) }
                    { part!(Explain { measure: "reporting-verbs" }) }
                </p>
            </div>
        </div>
    }
}

/// Which verbs aren’t drawn, and the way to all of them.
fn left_out(app: &App, report: &QuotesReport, every: bool) -> Html {
    let few = drawn(report, false);
    let others: Vec<&str> = report
        .verbs
        .iter()
        .filter(|row| !few.iter().any(|drawn| drawn.verb == row.verb))
        .map(|row| row.verb.as_str())
        .collect();
    if others.is_empty() {
        return html! {};
    }
    let app = app.clone();
    let onclick = move |_: MouseEvent| app.change(move |state| state.quotes.all_verbs = !every);
    let all = labels::count(report.verbs.len() as u32);
    let (text, button) = if every {
        (["All ", &all, "."].concat(), "Show the most frequent".to_owned())
    } else {
        let first = others[..others.len().min(NAMED)].join(", ");
        let more = if others.len() > NAMED { " and others" } else { "" };
        (
            ["The ", &labels::count(few.len() as u32), " most frequent; left out: ", &first, more, "."].concat(),
            ["Show all ", &all].concat(),
        )
    };
    html! { <>{ text }<button type="button" class="link" {onclick}>{ button }</button></> }
}
