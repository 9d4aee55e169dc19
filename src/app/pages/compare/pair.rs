//! One pair: who uses which word more, the words of both and of one only, both texts.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::likeness::choose;
use super::{pictures, table, texts, words};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::{ArticleBadge, FindingLine, Progress};
use crate::app::context::{App, use_app};
use crate::app::drawn;
use crate::app::labels;
use crate::app::numbers::decimal;
use crate::app::origin::{Number, Origin};
use crate::app::pages::controls::{Explain, MinimumControl, Select, Switch};
use crate::app::pages::names::{name, use_names};
use crate::chart::order;
use crate::protocol::{
    ArticleNote, KeywordColumn, MOST_DRAWN, PairQuery, PairReport, Response, SharedPassage, Similarity, TableQuery,
};

/// Words a side of the two-sided plot.
const SIDE: u32 = 12;

/// Choices of a passage's least length.
const PASSAGES: [u32; 6] = [3, 4, 5, 6, 8, 10];

/// See [`Pair`].
#[derive(Properties, PartialEq)]
pub struct PairProps {
    /// Number of the first article.
    pub a: u32,
    /// Number of the second.
    pub b: u32,
}

/// Everything about two articles.
#[component]
pub fn Pair(props: &PairProps) -> Html {
    let app = use_app();
    let (a, b) = (props.a, props.b);
    let state = app.state().compare.clone();
    let query = PairQuery {
        a,
        b,
        minimum: state.minimum,
        side: SIDE,
        passage: state.passage,
        // The table asks for its own rows: filtering and scrolling it leaves the rest alone.
        table: TableQuery { filter: String::new(), sort: KeywordColumn::G2, descending: true, offset: 0, limit: 0 },
    };
    let answer = use_answer(Some(query.clone()));
    // While another pair is awaited, the last one's answer is not shown under this one's name.
    let report = answer.report().filter(|r| pair_of(r) == (a.min(b), a.max(b)) && !swapped(&answer, a));
    let response = answer.asked.response.clone().filter(|_| report.is_some()).map(ByPointer);
    let on_minimum = {
        let app = app.clone();
        Callback::from(move |minimum: u32| app.change(move |state| state.compare.minimum = minimum))
    };
    html! {
        <section class="pair" aria-labelledby="pair-title">
            <h2 id="pair-title">{["Two ", app.unit_noun(), "s against each other"].concat()}</h2>
            <div class="controls" role="group" aria-label="The pair">
                { part!(Chooser { a, b, first: true }) }
                { part!(Chooser { a, b, first: false }) }
                { part!(MinimumControl { minimum: state.minimum, on_choose: on_minimum }) }
                { part!(Explain { measure: "g2" }) }
            </div>
            { part!(Progress { asked: answer.asked.clone() }) }
            if let (Some(report), Some(response)) = (report, response) {
                { part!(FindingLine { finding: report.finding.clone() }) }
                <p class="pair-likeness">{likeness(report, a, b)}</p>
                { part!(Plot { response: response.clone(), a, b }) }
                <section id={table::PAIR} tabindex="-1" class="table-section" aria-label="Table of the pair’s words">
                    { part!(table::PairTable { query }) }
                </section>
                <section aria-labelledby="pair-words-title">
                    <h3 id="pair-words-title">{"Words of both, and of one only"}</h3>
                    <div class="word-lists">
                        { part!(words::Words {
                            title: html! { {"In both"} }, articles: vec![a, b], list: report.shared.clone(),
                            total: report.sizes.0,
                        }) }
                        { part!(words::Words {
                            title: only(a), articles: vec![a, b], list: report.only_a.clone(),
                            total: report.sizes.1,
                        }) }
                        { part!(words::Words {
                            title: only(b), articles: vec![a, b], list: report.only_b.clone(),
                            total: report.sizes.2,
                        }) }
                    </div>
                </section>
                { part!(SideBySide { response, a, b, passage: state.passage }) }
            }
        </section>
    }
}

fn only(article: u32) -> Html {
    html! { <>{"Only in "}{ part!(ArticleBadge { article }) }</> }
}

fn pair_of(report: &PairReport) -> (u32, u32) {
    (report.similarity.article_a, report.similarity.article_b)
}

/// Whether the answer is of the pair the other way round: its rows say which article is the first.
fn swapped(answer: &crate::app::ask::Answer<PairQuery>, a: u32) -> bool {
    let report = answer.report();
    let row = report.and_then(|r| r.points.first().or(r.rows.first()));
    row.is_some_and(|row| row.article != a)
}

/// How alike they are, by all four measures, each leading to what both texts have in common by it.
fn likeness(report: &PairReport, a: u32, b: u32) -> Html {
    let share = |measure: Similarity| {
        let value = report.similarity.value(measure);
        let text = match value {
            None => return html! { "undefined" },
            Some(value) if measure == Similarity::SharedFivegrams => {
                labels::counted(value as u32, "shared 5-gram", "shared 5-grams")
            }
            Some(value) => decimal(value, 2),
        };
        match value {
            Some(0.0) => html! { text },
            _ => part!(Number { text, origin: Origin::Pair(measure, a, b) }),
        }
    };
    html! {
        <>
            { "Cosine " }{ share(Similarity::Cosine) }{ ", Jaccard " }{ share(Similarity::Jaccard) }
            { ", containment " }{ share(Similarity::Containment) }{ ", " }{ share(Similarity::SharedFivegrams) }{ "." }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ChooserProps {
    a: u32,
    b: u32,
    first: bool,
}

/// Which article stands on one side. Choosing the other side's article swaps the two.
#[component]
fn Chooser(props: &ChooserProps) -> Html {
    let app = use_app();
    let (here, there) = if props.first { (props.a, props.b) } else { (props.b, props.a) };
    // Of more than are drawn those that are, and the two that are open.
    let on = order::distinct(drawn::units(&app).into_iter().chain([here, there]).collect());
    let options = on.iter().map(|number| {
        let name = app.article(*number).map(labels::short).unwrap_or_default();
        AttrValue::from(format!("{} {name}", labels::letter(*number)))
    });
    let options = options.collect::<Vec<_>>();
    let chosen = on.iter().position(|number| *number == here).unwrap_or_default();
    let first = props.first;
    let on_choose = Callback::from(move |place: usize| {
        let Some(&number) = on.get(place) else { return };
        let other = if number == there { here } else { there };
        if first { choose(&app, number, other) } else { choose(&app, other, number) }
    });
    part!(Select { label: if first { "first" } else { "against" }, options, chosen, on_choose })
}

#[derive(Properties, PartialEq)]
struct PlotProps {
    response: ByPointer<Response>,
    a: u32,
    b: u32,
}

/// The two-sided keyness plot.
#[component]
fn Plot(props: &PlotProps) -> Html {
    let app = use_app();
    let names = use_names();
    let layout = use_memo((props.response.clone(), names, props.a, props.b), |(response, names, a, b)| {
        let plot = match &**response {
            Response::Pair(report) => pictures::two_sided(report, name(names, *a), name(names, *b)),
            _ => Default::default(),
        };
        Callback::from(move |width: f64| plot.scene(width))
    });
    let on_open = {
        let (response, a, b) = (props.response.clone(), props.a, props.b);
        Callback::from(move |target: usize| {
            if let Response::Pair(report) = &*response
                && let Some(row) = report.points.get(target)
            {
                let place = if row.g2.is_some_and(|g2| g2 > 0.0) { a } else { b };
                app.open_mark(&row.term, Some(place), "g2", Some(a), Some(b));
            }
        })
    };
    part!(Chart {
        layout: (*layout).clone(),
        name: "parallax-pair",
        on_open,
        table: table::PAIR,
        children: html! { <>
            <h3>{"Which words does each use more?"}{" "}<span class="soft">{"by G², the evidence for a difference"}</span></h3>
        </> }
    })
}

#[derive(Properties, PartialEq)]
struct SideBySideProps {
    response: ByPointer<Response>,
    a: u32,
    b: u32,
    passage: u32,
}

/// The articles of a unit that are on.
fn articles_of(app: &App, unit: u32) -> Vec<u32> {
    let on = |article: &&ArticleNote| article.on && app.is_of(unit, article.article);
    app.articles().iter().filter(on).map(|article| article.article).collect()
}

/// The texts that stand side by side: those that were chosen, or, of two groups, those that share the most words.
fn texts_shown(app: &App, here: &[u32], there: &[u32], passages: &[SharedPassage]) -> Option<(u32, u32)> {
    let chosen = app.state().compare.texts.as_ref().and_then(|(a, b)| Some((app.number(a)?, app.number(b)?)));
    if let Some(chosen) = chosen.filter(|(a, b)| here.contains(a) && there.contains(b)) {
        return Some(chosen);
    }
    let mut words: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for passage in passages {
        *words.entry((passage.article_a, passage.article_b)).or_default() += passage.words;
    }
    // Of pairs with as many the first.
    let best = words.into_iter().reduce(|best, it| if it.1 > best.1 { it } else { best });
    best.map(|(pair, _)| pair).or_else(|| Some((*here.first()?, *there.first()?)))
}

/// Both texts, with how long a passage must be to count.
#[component]
fn SideBySide(props: &SideBySideProps) -> Html {
    let app = use_app();
    let (apart, passages_only) = (app.state().compare.apart, app.state().compare.passages_only);
    let found = use_memo((props.response.clone(), passages_only), |(response, passages_only)| match &**response {
        Response::Pair(report) => {
            let words: &[SharedPassage] = if *passages_only { &[] } else { &report.words };
            (ByPointer(Rc::<[SharedPassage]>::from([&report.passages, words].concat())), report.passages.len())
        }
        _ => (ByPointer(Rc::from([])), 0),
    });
    let (ties, passages) = (*found).clone();
    let mut lengths = PASSAGES.to_vec();
    if !lengths.contains(&props.passage) {
        lengths.push(props.passage);
        lengths = order::distinct(lengths);
    }
    let options: Vec<AttrValue> =
        lengths.iter().map(|n| AttrValue::from(labels::counted(*n, "word", "words"))).collect();
    let chosen = lengths.iter().position(|n| *n == props.passage).unwrap_or_default();
    let on_together = {
        let app = app.clone();
        Callback::from(move |on: bool| app.change(move |state| state.compare.apart = !on))
    };
    let on_words = {
        let app = app.clone();
        Callback::from(move |on: bool| app.change(move |state| state.compare.passages_only = !on))
    };
    let on_choose = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let length = lengths.get(place).copied().unwrap_or(4);
            app.change(move |state| state.compare.passage = length);
        })
    };
    let found = passages as u32;
    let here = articles_of(&app, props.a);
    let there = articles_of(&app, props.b);
    let groups = here.len() > 1 || there.len() > 1;
    let (a, b) = texts_shown(&app, &here, &there, &ties[..passages]).unwrap_or((props.a, props.b));
    let shown = use_memo((ties.clone(), passages, a, b), |(ties, passages, a, b)| {
        let of_both = |tie: &&SharedPassage| (tie.article_a, tie.article_b) == (*a, *b);
        let passages = ties.iter().take(*passages).filter(of_both).count();
        (ByPointer(ties.iter().filter(of_both).cloned().collect::<Rc<[SharedPassage]>>()), passages)
    });
    let (ties, passages) = (*shown).clone();
    let choice = |first: bool| {
        let (among, chosen) = if first { (&here, a) } else { (&there, b) };
        // Of more than a list has room for the first, and the one that is shown.
        let among = among.iter().copied().take(MOST_DRAWN).chain([chosen]);
        let among = &order::distinct(among.collect());
        let options = among.iter().map(|number| {
            let name = app.article(*number).map(labels::short).unwrap_or_default();
            AttrValue::from([&labels::letter(*number), " ", &name].concat())
        });
        let on_choose = {
            let (app, among) = (app.clone(), among.clone());
            Callback::from(move |place: usize| {
                let Some(&number) = among.get(place) else { return };
                let (a, b) = if first { (number, b) } else { (a, number) };
                let ids = (app.id(a).to_owned(), app.id(b).to_owned());
                app.change(move |state| state.compare.texts = Some(ids));
            })
        };
        part!(Select {
            label: if first { "shown" } else { "beside" },
            options: options.collect::<Vec<_>>(),
            chosen: among.iter().position(|number| *number == chosen).unwrap_or_default(),
            on_choose,
        })
    };
    html! {
        <section aria-labelledby="pair-texts-title">
            <h3 id="pair-texts-title">{ if groups { "A text of each, side by side" } else { "The two texts, side by side" } }</h3>
            <div class="controls" role="group" aria-label="Shared passages">
                <span>{if found == 0 { "no shared passage".to_owned() } else { labels::counted(found, "shared passage", "shared passages") }}</span>
                { part!(Select { label: "of at least", options, chosen, on_choose }) }
                if groups {
                    { choice(true) }
                    { choice(false) }
                    <span class="soft">{ [&labels::count(passages as u32), " of them in these two"].concat() }</span>
                }
                { part!(Switch { label: "single words too", on: !passages_only, on_change: on_words }) }
                { part!(Switch { label: "scroll together", on: !apart, on_change: on_together }) }
                { part!(Explain { measure: "shared-passage" }) }
            </div>
            { part!(texts::Texts { a, b, ties, passages, together: !apart }) }
        </section>
    }
}
