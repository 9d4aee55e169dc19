//! Passages that stand in several places, not all of them in quotations, and articles that are nearly the same.

use yew::prelude::*;

use crate::app::ask::use_answer;
use crate::app::charts::go_to;
use crate::app::components::{ArticleBadge, CsvButton, Progress};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::numbers::decimal;
use crate::app::pages::apparatus::{Apparatus, Told};
use crate::app::pages::controls::{Explain, Select};
use crate::chart::order;
use crate::protocol::{
    DuplicatePair, OwnPassage, PairDifferences, ReuseQuery, ReuseReport, ReusedPassage, Span, Table,
};

/// Id of the wordings.
const WORDINGS: &str = "passage-wordings";

/// Most passages listed.
const MOST: u32 = 200;
/// As many articles a passage lists at most.
const LISTED: usize = 12;

/// Choices of the least length.
const LEAST: [u32; 7] = [5, 6, 8, 10, 15, 20, 30];

/// The section.
#[component]
pub fn Reuse() -> Html {
    let app = use_app();
    let state = app.state().compare.clone();
    let query = ReuseQuery { least: state.reuse, offset: 0, limit: MOST, open: None };
    let answer = use_answer(Some(query.clone()));
    let report = answer.report();
    let open = state.reused.as_ref().and_then(|(id, byte)| Some((app.number(id)?, *byte)));
    let opened = use_answer(open.map(|open| ReuseQuery { open: Some(open), limit: 0, ..query.clone() }));
    let shown = opened.report().filter(|_| open.is_some());
    let wordings: Vec<Told> = shown
        .map(|report| report.open.iter().map(|it| Told { wording: it.clone(), note: AttrValue::default() }).collect())
        .unwrap_or_default();
    let gone = shown.is_some() && wordings.is_empty() && !opened.waiting();
    let mut least = LEAST.to_vec();
    if !least.contains(&state.reuse) {
        least.push(state.reuse);
        least.sort_unstable();
    }
    let chosen = least.iter().position(|n| *n == state.reuse).unwrap_or_default();
    let options = least.iter().map(|n| AttrValue::from(labels::counted(*n, "word", "words"))).collect::<Vec<_>>();
    let on_least = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let least = least.get(place).copied().unwrap_or(6);
            app.change(move |state| state.compare.reuse = least);
        })
    };
    let is_open = |passage: &ReusedPassage| {
        open.is_some_and(|(article, byte)| {
            passage.places.iter().any(|(of, span)| *of == article && span.start <= byte && byte < span.end)
        })
    };
    let row = |passage: &ReusedPassage| {
        let (article, start) = (passage.article, passage.span.start);
        let onclick = {
            let app = app.clone();
            move |_: MouseEvent| {
                let id = app.id(article).to_owned();
                app.change(move |state| state.compare.reused = Some((id, start)));
                go_to(WORDINGS);
            }
        };
        let is_open = is_open(passage);
        html! {
            <tr class={classes!(is_open.then_some("open"))}>
                <th scope="row"><button type="button" class="utterance" aria-pressed={is_open.to_string()} {onclick}>{ &passage.text }</button></th>
                <td class="number">{ labels::count(passage.words) }</td>
                <td class="carriers">{ carriers(&app, passage) }</td>
            </tr>
        }
    };
    // Those of one unit stand last.
    let passages = report.map_or(&[][..], |report| &report.passages);
    let (shared, within) = passages.split_at(passages.partition_point(|passage| passage.units > 1));
    html! {
        <section class="reuse" aria-labelledby="reuse-title">
            <h2 id="reuse-title">{ "Shared passages" }</h2>
            <p class="soft reuse-what">{ "What stands in several places, at least one of them outside quotations, whole or with words changed: agency copy, repeated paragraphs." }</p>
            if let Some(report) = report.filter(|report| !report.duplicates.is_empty()) {
                <h3>{ "Articles that are nearly the same" }</h3>
                { duplicates(&app, report) }
                <h3>{ "Passages" }</h3>
            }
            <div class="controls" role="group" aria-label="Which passages">
                { part!(Select { label: "at least", options, chosen, on_choose: on_least }) }
                { part!(Explain { measure: "shingles" }) }
                { part!(CsvButton { table: Table::Reuse(query), file: "parallax-shared-passages" }) }
            </div>
            { part!(Progress { asked: answer.asked.clone() }) }
            if let Some(report) = report {
                if report.passages.is_empty() {
                    <p class="empty">{ "No passage of " }{ labels::counted(state.reuse, "word", "words") }{ " or more stands in several places, at least one of them outside quotations. A smaller least length may find some." }</p>
                } else {
                    <div class="table-box matrix" tabindex="-1">
                        <table>
                            <caption class="unseen">{ "Passages that stand in several places. Enter shows their wordings." }</caption>
                            <thead><tr>
                                <th scope="col">{ "passage" }</th>
                                <th scope="col" class="number passage-words">{ "words" }</th>
                                <th scope="col" class="passage-places">{ "places" }</th>
                            </tr></thead>
                            if app.by_groups() {
                                { part_of("Shared between groups", report.shared, shared.iter().map(row).collect()) }
                                { part_of("Within one group", report.total - report.shared, within.iter().map(row).collect()) }
                            } else {
                                <tbody>{ for report.passages.iter().map(row) }</tbody>
                            }
                        </table>
                    </div>
                    if (report.passages.len() as u32) < report.total {
                        <p class="chart-note">{ "The first " }{ labels::count(report.passages.len() as u32) }{ " of " }{ labels::count(report.total) }{ " are shown; the CSV file has all." }</p>
                    }
                }
                if report.partial {
                    <p class="chart-note">{ "These texts agree in so many places that only those with most in common were looked at. A larger least length leaves fewer." }</p>
                }
            }
            <div id={WORDINGS} tabindex="-1" role="group" aria-label="Wordings of the passage, beside each other" aria-busy={opened.waiting().to_string()}>
                if open.is_some() {
                    { part!(Progress { asked: opened.asked.clone() }) }
                }
                if gone {
                    <p class="empty">{ "The passage that the address asks for isn’t among these. Choose one above." }</p>
                } else if !wordings.is_empty() {
                    { part!(Apparatus { wordings }) }
                }
            </div>
            if report.is_some_and(|report| report.duplicates.is_empty()) {
                <h3>{ "Articles that are nearly the same" }</h3>
                <p class="soft">{ "No two articles share half of their runs of five words. " }{ part!(Explain { measure: "resemblance" }) }</p>
            }
        </section>
    }
}

/// Passages of one kind, below a row that says which and how many there are, those too that aren't listed.
fn part_of(name: &str, count: u32, rows: Vec<Html>) -> Html {
    let heading = match count {
        0 => ["No passage is ", &labels::lower_case(name), "."].concat(),
        _ => [name, ": ", &labels::counted(count, "passage", "passages")].concat(),
    };
    html! {
        <tbody>
            <tr class="rows-of"><th scope="rowgroup" colspan="3">{ heading }</th></tr>
            { for rows }
        </tbody>
    }
}

/// Where a passage stands: its articles, or, where groups are compared, its groups, each with its articles.
fn carriers(app: &App, passage: &ReusedPassage) -> Html {
    let shown = &passage.places[..passage.places.len().min(LISTED)];
    let more = passage.places.len() - shown.len();
    let badge = |(article, _): &(u32, Span)| part!(ArticleBadge { article: *article });
    let of_unit = |unit: u32| {
        html! {
            <span class="carrier-unit">
                { part!(ArticleBadge { article: unit }) }
                { for shown.iter().filter(|place| app.unit_of(place.0) == unit).map(badge) }
            </span>
        }
    };
    html! {
        <>
            if app.by_groups() {
                { for order::distinct(shown.iter().map(|place| app.unit_of(place.0)).collect()).into_iter().map(of_unit) }
            } else {
                { for shown.iter().map(badge) }
            }
            if more > 0 { <span class="soft">{ "and " }{ labels::count(more as u32) }{ " more" }</span> }
        </>
    }
}

/// Near-duplicates, pair by pair, each with what differs: a passage opens the reader there, with the other article beside.
fn duplicates(app: &App, report: &ReuseReport) -> Html {
    let pairs: Vec<&DuplicatePair> = report.duplicates.iter().flat_map(|group| &group.pairs).collect();
    let explain = part!(Explain { measure: "resemblance" });
    let line = |(pair, differ): (&&DuplicatePair, &PairDifferences)| {
        let (a, b) = (pair.a, pair.b);
        let both = {
            let app = app.clone();
            move |_: MouseEvent| app.open_beside(a, b)
        };
        let of_group = app.by_groups().then(|| {
            if app.unit_of(a) == app.unit_of(b) {
                [" · both in ", &labels::called(app.unit_of(a))].concat()
            } else {
                [" · in ", &labels::called(app.unit_of(a)), " and ", &labels::called(app.unit_of(b))].concat()
            }
        });
        let none = differ.only_a.is_empty() && differ.only_b.is_empty();
        html! {
            <li>
                <p class="duplicate">
                    { part!(ArticleBadge { article: a }) }{ part!(ArticleBadge { article: b }) }
                    <span>
                        { "resemblance " }{ decimal(pair.resemblance, 2) }{ ", " }
                        { labels::counted(pair.shared, "run of five words", "runs of five words") }{ " in both" }{ of_group }
                    </span>
                    <button type="button" class="link" onclick={both}>{ "Read both side by side" }</button>
                </p>
                { only(app, a, b, &differ.only_a) }
                { only(app, b, a, &differ.only_b) }
                if none {
                    <p class="duplicate-only soft">{ "They differ in no word that is counted." }</p>
                } else if differ.more > 0 {
                    <p class="duplicate-only soft">{ "and " }{ labels::counted(differ.more, "further difference", "further differences") }</p>
                }
            </li>
        }
    };
    html! {
        <>
            <ul class="duplicates">{ for pairs.iter().zip(&report.differences).map(line) }</ul>
            <p class="soft">
                if pairs.len() > report.differences.len() {
                    { "The first " }{ labels::count(report.differences.len() as u32) }{ " of " }{ labels::count(pairs.len() as u32) }{ " pairs; the CSV file has more. " }
                }
                { explain }{ part!(CsvButton { table: Table::Duplicates, file: "parallax-near-duplicates" }) }
            </p>
        </>
    }
}

/// What one article of a pair has alone.
fn only(app: &App, article: u32, beside: u32, passages: &[OwnPassage]) -> Html {
    if passages.is_empty() {
        return html! {};
    }
    let passage = |it: &OwnPassage| {
        let (app, span) = (app.clone(), (it.span.start, it.span.end));
        let onclick = move |_: MouseEvent| app.open_passage(article, span, Some(beside));
        html! { <li><button type="button" class="duplicate-passage" {onclick}>{ "‘" }{ &it.text }{ "’" }</button></li> }
    };
    html! {
        <div class="duplicate-only">
            <span class="soft">{ "only in " }{ part!(ArticleBadge { article }) }</span>
            <ul>{ for passages.iter().map(passage) }</ul>
        </div>
    }
}
