//! Passages that stand in several places, not all of them in quotations, and articles that are nearly the same.

use yew::prelude::*;

use crate::app::ask::use_answer;
use crate::app::charts::go_to;
use crate::app::components::{ArticleBadge, CsvButton, Progress};
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::numbers::decimal;
use crate::app::pages::apparatus::{Apparatus, Told};
use crate::app::pages::controls::{Explain, Select};
use crate::app::pages::units_note::units_note;
use crate::protocol::{DuplicatePair, NearDuplicates, ReuseQuery, ReusedPassage, Table};

/// Id of the wordings.
const WORDINGS: &str = "passage-wordings";

/// Most passages listed.
const MOST: u32 = 200;
/// Most pairs of near-duplicates listed.
const PAIRS: usize = 20;
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
        let (places, more) =
            (&passage.places[..passage.places.len().min(LISTED)], passage.places.len().saturating_sub(LISTED));
        html! {
            <tr class={classes!(is_open.then_some("open"))}>
                <th scope="row"><button type="button" class="utterance" aria-pressed={is_open.to_string()} {onclick}>{ &passage.text }</button></th>
                <td class="number">{ labels::count(passage.words) }</td>
                <td class="carriers">
                    { for places.iter().map(|(article, _)| part!(ArticleBadge { article: *article })) }
                    if more > 0 { <span class="soft">{ "and " }{ labels::count(more as u32) }{ " more" }</span> }
                </td>
            </tr>
        }
    };
    html! {
        <section class="reuse" aria-labelledby="reuse-title">
            <h2 id="reuse-title">{ "Shared passages" }</h2>
            <p class="soft reuse-what">{ "What stands in several places, at least one of them outside quotations, whole or with words changed: agency copy, repeated paragraphs." }</p>
            { units_note(&app, "Found among articles, however they are grouped.") }
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
                            <tbody>{ for report.passages.iter().map(row) }</tbody>
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
            if let Some(report) = report {
                <h3>{ "Articles that are nearly the same" }</h3>
                { duplicates(&report.duplicates) }
            }
        </section>
    }
}

/// Near-duplicates, pair by pair.
fn duplicates(groups: &[NearDuplicates]) -> Html {
    let pairs: Vec<&DuplicatePair> = groups.iter().flat_map(|group| &group.pairs).collect();
    let explain = part!(Explain { measure: "resemblance" });
    if pairs.is_empty() {
        return html! { <p class="soft">{ "No two articles share half of their runs of five words. " }{ explain }</p> };
    }
    let line = |pair: &&DuplicatePair| {
        html! {
            <li>
                { part!(ArticleBadge { article: pair.a }) }{ part!(ArticleBadge { article: pair.b }) }
                <span>{ "resemblance " }{ decimal(pair.resemblance, 2) }{ ", " }{ labels::counted(pair.shared, "run of five words", "runs of five words") }{ " in both" }</span>
            </li>
        }
    };
    html! {
        <>
            <ul class="duplicates">{ for pairs.iter().take(PAIRS).map(line) }</ul>
            <p class="soft">
                if pairs.len() > PAIRS { { "The first " }{ labels::count(PAIRS as u32) }{ " of " }{ labels::count(pairs.len() as u32) }{ " pairs; the CSV file has more. " } }
                { explain }{ part!(CsvButton { table: Table::Duplicates, file: "parallax-near-duplicates" }) }
            </p>
        </>
    }
}
