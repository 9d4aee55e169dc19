//! 'How is this computed?': a number worked out, over the page.

use yew::prelude::*;

use crate::app::ask::use_answer;
use crate::app::components::{ArticleBadge, Modal, Progress, mathml};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::numbers;
use crate::app::pages::keywords::comparison;
use crate::protocol::{
    Against, Comparison, CountTable, ExplainQuery, Framed, Given, Piece, Subject, Target, VocabularyQuery, WorkedLine,
    Working,
};
use crate::route::framing::COLLOCATE_MEASURES;
use crate::route::{NumberState, View, VocabularyPicture};

/// Measures of a word over all articles; others of a word are keyness.
const OVER_ARTICLES: [&str; 7] = ["frequency", "per-million", "range", "dp", "dp-norm", "juilland-d", "contrast"];

/// Whose number it is, as the engine asks for it; `None` where an article of it isn't there.
fn subject(app: &App, number: &NumberState) -> Option<Subject> {
    let id = |id: &str| if id.is_empty() { Some(None) } else { app.number(id).map(Some) };
    let (article, beside) = (id(&number.article)?, id(&number.beside)?);
    let term = number.term.clone();
    if let Some(of) = article.and_then(|article| framing(app, number, article)) {
        return Some(of);
    }
    if of_vocabulary(app, number) {
        let state = &app.state().frequency;
        let running = state.running && state.picture == VocabularyPicture::Growth;
        return Some(Subject::Vocabulary { article, query: VocabularyQuery { n: state.n, running } });
    }
    if term.is_empty() {
        let article = article?;
        return Some(beside.map_or(Subject::Article { article }, |b| Subject::Pair { a: article, b }));
    }
    if OVER_ARTICLES.contains(&number.measure.as_str()) {
        return Some(Subject::Term { term, article });
    }
    let article = article?;
    if number.measure == "key-phrase" {
        return Some(Subject::Phrase { phrase: term, article, comparison: comparison::of(app) });
    }
    let comparison = match beside {
        Some(beside) => Comparison {
            target: Target::Group(vec![article]),
            against: Against::Articles(vec![beside]),
            minimum: app.state().compare.minimum,
            ..Comparison::default()
        },
        None => comparison::of(app),
    };
    Some(Subject::Word { term, article, comparison })
}

/// Whose number it is, where it is one on framing. A sentence stands under its first byte, modal verbs under the name
/// of what is marked; of a word near others both are said by the view.
fn framing(app: &App, number: &NumberState, article: u32) -> Option<Subject> {
    let state = &app.state().framing;
    let key = number.measure.as_str();
    if key == "collocate-expected"
        || key == "collocate-difference"
        || COLLOCATE_MEASURES.iter().any(|(_, name)| *name == key)
    {
        return Some(Subject::Collocate {
            term: number.term.clone(),
            article,
            words: state.words.clone(),
            window: state.window,
        });
    }
    match key {
        "support" | "coverage" => Some(Subject::Sentence { article, start: number.term.parse().ok()? }),
        "modal-verbs" => match Framed::named(&number.term)? {
            Framed::Modals { choice, voice } => Some(Subject::Modals { choice, voice, article }),
            Framed::Collocates { .. } => None,
        },
        _ => None,
    }
}

/// Whether it is a number of the table of the vocabulary's laws; of all articles together, also their size, and in n-grams that of each.
fn of_vocabulary(app: &App, number: &NumberState) -> bool {
    let state = app.state();
    // An article’s sizes in words are the article’s own.
    let of_text = number.article.is_empty() || (state.view == View::Frequency && state.frequency.n > 1);
    number.term.is_empty()
        && (["heaps", "zipf-"].iter().any(|start| number.measure.starts_with(start))
            || (of_text && ["token", "type", "hapaxes"].contains(&number.measure.as_str())))
}

/// The dialog. Stands over the page while the state asks for it.
#[component]
pub(super) fn How() -> Html {
    let app = use_app();
    let number = app.state().number.clone().unwrap_or_default();
    let subject = subject(&app, &number);
    let there = subject.is_some();
    let answer = use_answer(subject.map(|of| ExplainQuery { measure: number.measure.clone(), of }));
    let on_close = {
        let app = app.clone();
        Callback::from(move |()| app.change(|state| state.how = false))
    };
    let Some(explanation) = answer.report().filter(|_| !answer.waiting()) else {
        return part!(Modal {
            title: "How is this computed?",
            class: "how",
            on_close,
            children: html! { <>
                { part!(Progress { asked: answer.asked.clone() }) }
                if !there && !app.articles().is_empty() {
                    <p class="empty">{ "This number is of an article or a measure that isn’t here. Close this, and ask for another number." }</p>
                }
            </> }
        });
    };
    let (measure, working) = (&explanation.measure, &explanation.working);
    let line =
        |name: &'static str, text: &str| (!text.is_empty()).then(|| html! { <><dt>{ name }</dt><dd>{ text }</dd></> });
    let in_methods = {
        let (app, key) = (app.clone(), measure.key.clone());
        move |_: MouseEvent| {
            app.change({
                let key = key.clone();
                move |state| {
                    state.how = false;
                    state.number = None;
                    state.view = crate::route::View::Methods;
                    state.measure = Some(key);
                }
            });
        }
    };
    part!(Modal {
        title: "How is this computed?",
        class: "how",
        on_close,
        children: html! { <>
            <p class="how-of">{ pieces(&working.title) }</p>
            <p class="how-value">
                <span class="how-name">{ if working.name.is_empty() { &measure.name } else { &working.name } }</span>
                if let Some(value) = working.value {
                    <output>{ numbers::of(&number.measure, value, working.upper) }</output>
                    { in_full(&measure.key, value, working.upper) }
                } else {
                    <output>{ "undefined" }</output>
                }
            </p>
            if !working.undefined.is_empty() {
                <p class="caution">{ &working.undefined }</p>
            }
            { others(&app, &number, &explanation.others) }
            { start(working) }
            if !working.lines.is_empty() || !working.steps.is_empty() {
                <section class="how-steps">
                    <h3>{ "Step by step" }</h3>
                    { for working.steps.iter().map(|step| html! { <p>{ pieces(step) }</p> }) }
                    if let Some(cases) = &working.cases {
                        { table(cases, "how-cases") }
                    }
                    <ol>{ for working.lines.iter().map(worked) }</ol>
                    if !measure.rule.is_empty() {
                        <p class="soft">{ &measure.rule }{ "." }</p>
                    }
                </section>
            }
            if !working.note.is_empty() {
                <section>
                    <h3>{ "Beside the row’s other numbers" }</h3>
                    <p>{ &working.note }</p>
                </section>
            }
            <section>
                <h3>{ "What it tells" }</h3>
                <p>{ &measure.says }</p>
                if !measure.caveat.is_empty() {
                    <h3>{ "What it doesn’t tell" }</h3>
                    <p>{ &measure.caveat }</p>
                }
                <dl class="how-more">
                    { line("Range", &measure.range) }
                    { line("Default", &measure.default) }
                    { line("Undefined", &measure.undefined) }
                    { line("Source", &measure.source) }
                </dl>
                <p><button type="button" class="link" onclick={in_methods}>{ "This measure in Methods" }</button></p>
            </section>
        </> }
    })
}

/// Measures that are offered at once.
const USUAL: usize = 9;

/// The other numbers of the same row, to look into.
fn others(app: &App, number: &NumberState, others: &[(String, String)]) -> Html {
    let choose = |(key, name): &(String, String)| {
        let (app, key, is) = (app.clone(), key.clone(), *key == number.measure);
        let onclick = move |_: MouseEvent| {
            let key = key.clone();
            app.typed(move |state| {
                if let Some(number) = &mut state.number {
                    number.measure = key;
                }
            });
        };
        html! { <button type="button" aria-pressed={is.to_string()} {onclick}>{ name }</button> }
    };
    if others.len() < 2 {
        return html! {};
    }
    // Those that every table shows, and the others by a click; the one that is shown stands open.
    let usual = others.len().min(USUAL);
    let (first, further) = others.split_at(usual);
    let open = further.iter().any(|(key, _)| *key == number.measure);
    html! {
        <div class="how-others" role="group" aria-label="Numbers of the same row">
            { for first.iter().map(choose) }
            if !further.is_empty() {
                <details {open}><summary>{ "further measures" }</summary>{ for further.iter().map(choose) }</details>
            }
        </div>
    }
}

/// What the working starts from.
fn start(working: &Working) -> Html {
    let given = |given: &Given| {
        html! { <li><span class="how-symbol">{ mathml(&given.symbol) }</span><b>{ &given.value }</b><span>{ &given.says }</span></li> }
    };
    if working.table.is_none() && working.given.is_empty() {
        return html! {};
    }
    html! {
        <section>
            <h3>{ "It starts from" }</h3>
            if let Some(counts) = &working.table {
                { table(counts, "") }
            }
            if !working.given.is_empty() {
                <ul class="how-given">{ for working.given.iter().map(given) }</ul>
            }
        </section>
    }
}

fn table(counts: &CountTable, class: &'static str) -> Html {
    html! {
        // A box of its own that scrolls sideways where the page is narrow: so it can be reached by keyboard.
        <div class="how-box" tabindex="0" role="group" aria-label="Counts">
            <table class={classes!("how-table", class)}>
                <thead><tr><td></td>{ for counts.heads.iter().map(|head| html! { <th scope="col">{ pieces(head) }</th> }) }</tr></thead>
                <tbody>{ for counts.rows.iter().map(|(label, numbers)| html! {
                    <tr><th scope="row">{ pieces(label) }</th>{ for numbers.iter().map(|number| html! { <td>{ number }</td> }) }</tr>
                }) }</tbody>
            </table>
            { more(counts.more) }
        </div>
    }
}

fn more(rows: u32) -> Html {
    if rows == 0 {
        html! {}
    } else {
        html! { <p class="soft">{ "and " }{ labels::counted(rows, "more", "more") }</p> }
    }
}

fn worked(line: &WorkedLine) -> Html {
    let row = |(label, math): &(Vec<Piece>, String)| {
        html! {
            <div class="how-row">
                if !label.is_empty() { <span class="how-label">{ pieces(label) }</span> }
                { mathml(math) }
            </div>
        }
    };
    html! {
        <li class="how-line" tabindex="0">
            { mathml(&line.formula) }
            { for line.worked.iter().map(row) }
            { more(line.more) }
        </li>
    }
}

/// Pieces of a sentence, to be read only.
fn pieces(pieces: &[Piece]) -> Html {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) | Piece::Number { text, .. } => html! { text },
        Piece::Article(article) => part!(ArticleBadge { article: *article }),
        Piece::Term { written, .. } => html! { <span class="finding-term">{ written }</span> },
    };
    html! { <>{ for pieces.iter().map(piece) }</> }
}

/// A power in raised figures.
fn raised(power: &str) -> String {
    let figure = |c: char| match c {
        '-' => "⁻",
        '0' => "⁰",
        '1' => "¹",
        '2' => "²",
        '3' => "³",
        '4' => "⁴",
        '5' => "⁵",
        '6' => "⁶",
        '7' => "⁷",
        '8' => "⁸",
        '9' => "⁹",
        _ => "",
    };
    power.chars().map(figure).collect()
}

/// The number with every digit it has, where the page shows fewer.
fn in_full(measure: &str, value: f64, upper: Option<f64>) -> Html {
    let digits =
        |value: f64| js_sys::Number::from(value).to_string_with_radix(10).map_or_else(|_| String::new(), String::from);
    // A small number is written as a power of ten, not as computers do.
    let digits = |value: f64| {
        let text = digits(value);
        match text.split_once('e') {
            Some((digits, power)) => [digits, " × 10", &raised(power)].concat(),
            None => text,
        }
    };
    let full = match upper {
        Some(upper) => [digits(value), digits(upper)].join(" … "),
        None => digits(value),
    };
    if value.fract() == 0.0 || measure == "robust" {
        return html! {};
    }
    html! { <span class="soft">{ "in full " }{ full.replace('-', "−") }</span> }
}
