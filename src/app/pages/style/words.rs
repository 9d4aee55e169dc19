//! Names and their spellings, British and American words, hedges and rated words: the words behind the numbers.

use yew::prelude::*;

use super::WORDS;
use crate::app::by_pointer::ByPointer;
use crate::app::components::{Cell, Column, DataTable};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::numbers::signed;
use crate::app::origin::{Number, Origin};
use crate::app::pages::controls::{Explain, Segments};
use crate::protocol::{Difference, Feature, Marking, NameVariants, Response, StyleReport, Table, Variety, WordCount};
use crate::route::StyleWords;

/// See [`WordLists`].
#[derive(Properties, PartialEq)]
pub struct WordListsProps {
    /// The answer.
    pub response: ByPointer<Response>,
}

const LISTS: [(StyleWords, &str); 4] = [
    (StyleWords::Names, "names"),
    (StyleWords::Spellings, "British or American"),
    (StyleWords::Hedges, "hedges"),
    (StyleWords::Tone, "tone"),
];

/// Names that may be one, and a list of words by article.
#[component]
pub fn WordLists(props: &WordListsProps) -> Html {
    let app = use_app();
    let state = app.state().style.clone();
    let Response::Style(report) = &*props.response else { return html! {} };
    let on_choose = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            if let Some((words, _)) = LISTS.get(place) {
                app.change(|state| state.style.words = *words);
            }
        })
    };
    let chosen = LISTS.iter().position(|(words, _)| *words == state.words).unwrap_or_default();
    let (note, measure) = match state.words {
        StyleWords::Names => ("Words with a capital where their place doesn’t ask for one.", "names"),
        StyleWords::Spellings => (
            "Words that only one side spells so; names keep their spelling and don’t count. American spellings in -ize are Oxford’s too.",
            "varieties",
        ),
        StyleWords::Hedges => (
            "Words that withhold full commitment, whoever speaks: a quoted person’s count like the writer’s.",
            "hedges",
        ),
        StyleWords::Tone => (
            "Rated by ten people each, out of any context: quoted words count, irony isn’t seen, and ‘attack’ is unpleasant whoever is attacked. Negated words are left out.",
            "tone",
        ),
    };
    html! {
        <section class="style-words" aria-labelledby="style-words-title">
            <h2 id="style-words-title">{ "The words behind it" }</h2>
            <div class="controls" role="group" aria-label="Which words are listed">
                { part!(Segments {
                    label: "Words", options: LISTS.map(|(_, name)| AttrValue::from(name)).to_vec(), chosen, on_choose,
                }) }
                { part!(Explain { measure }) }
            </div>
            <p class="style-note">{ note }</p>
            if state.words == StyleWords::Names && !report.variants.is_empty() {
                { variants(&report.variants) }
            }
            <div id={WORDS} tabindex="-1">{ table(&app, report, state.words, state.all_words) }</div>
        </section>
    }
}

/// A count that leads to its places: in an article, or from the first one that has it on.
fn count(count: u32, feature: Feature, article: Option<u32>) -> Cell {
    Cell::count(count, Origin::Sizes(Marking::Style(feature), article))
}

fn variants(groups: &[NameVariants]) -> Html {
    let group = |group: &NameVariants| {
        let spelling = |(at, spelling): (usize, &WordCount)| {
            let origin = Origin::Sizes(Marking::Style(Feature::Name(spelling.word.clone())), spelling.first);
            html! {
                <>
                    if at > 0 { { " · " } }
                    <span class="term">{ &spelling.word }</span>{ " " }
                    { part!(Number { text: labels::counted(spelling.total, "time", "times"), origin }) }
                </>
            }
        };
        let difference = match group.difference {
            Difference::Doubling => "accents or doubled letters",
            Difference::Letter => "one letter",
            Difference::Hyphen => "a hyphen",
            Difference::Capitals => "capitals",
        };
        html! {
            <li>
                { for group.spellings.iter().enumerate().map(spelling) }
                <span class="soft">{ " differ in " }{ difference }</span>
            </li>
        }
    };
    html! {
        <div class="variants">
            <h3>{ "Spelt nearly alike: perhaps one name" }</h3>
            <ul>{ for groups.iter().map(group) }</ul>
        </div>
    }
}

/// The columns of the articles, after a list's own.
fn article_columns(report: &StyleReport) -> impl Iterator<Item = Column> + '_ {
    report.articles.iter().map(|style| {
        let letter = labels::letter(style.article);
        Column::numbers(letter.clone(), ["How often in article ", &letter, "."].concat()).unsorted().width(64)
    })
}

/// Rows that are shown unless all are asked for.
const FEW: usize = 15;

fn table(app: &App, report: &StyleReport, words: StyleWords, all_rows: bool) -> Html {
    let mut columns = vec![Column::words("word", "As the list or the text has it.").unsorted().width(170)];
    let all = Column::numbers("all", "How often in all articles.").unit("times").unsorted();
    // A word, cells of its own, and how each article has it.
    let row = |word: &WordCount, own: Vec<Cell>, feature: &dyn Fn(String) -> Feature| {
        let mut cells =
            vec![Cell::of(word.word.clone(), Origin::Sizes(Marking::Style(feature(word.word.clone())), word.first))];
        cells.extend(own);
        cells.push(count(word.total, feature(word.word.clone()), word.first));
        let by_article = report.articles.iter().zip(&word.by_article);
        cells.extend(by_article.map(|(style, times)| count(*times, feature(word.word.clone()), Some(style.article))));
        cells
    };
    let (title, rows, total, csv, file, empty): (_, Vec<Vec<Cell>>, _, _, _, _) = match words {
        StyleWords::Names => (
            "Names",
            report.names.iter().map(|name| row(name, Vec::new(), &Feature::Name)).collect(),
            report.totals.names,
            Table::Names,
            "parallax-names",
            "No word here has a capital where its place doesn’t ask for one.",
        ),
        StyleWords::Spellings => {
            columns.push(Column::words("spelt", "Whose spelling it is.").unsorted().width(140));
            columns.push(Column::words("the other side", "How it is spelt there.").unsorted().width(140));
            let spelling = |it: &crate::protocol::SpellingCount| {
                let (variety, british) = match it.variety {
                    Variety::British => ("British", true),
                    Variety::American => ("American", false),
                    Variety::AmericanOrOxford => ("American, Oxford", false),
                };
                let own = vec![Cell::text(variety), Cell::text(it.other.clone())];
                let feature = if british { Feature::British } else { Feature::American };
                row(&it.count, own, &feature)
            };
            (
                "British and American spellings",
                report.spellings.iter().map(spelling).collect(),
                report.totals.spellings,
                Table::Spellings,
                "parallax-spellings",
                "No word here is spelt as one side only would.",
            )
        }
        StyleWords::Hedges => (
            "Hedges",
            report.hedges.iter().map(|hedge| row(hedge, Vec::new(), &Feature::Hedges)).collect(),
            report.totals.hedges,
            Table::Hedges,
            "parallax-hedges",
            "No hedge of the list stands in these articles.",
        ),
        StyleWords::Tone => {
            columns.push(Column::numbers("rating", "Mean of ten people, −4 unpleasant to 4 pleasant.").unsorted());
            let rated = |it: &crate::protocol::ToneCount| {
                let feature = if it.rating > 0.0 { Feature::Positive } else { Feature::Negative };
                row(&it.count, vec![Cell::text(signed(it.rating, 1))], &feature)
            };
            (
                "Rated words",
                report.tone.iter().map(rated).collect(),
                report.totals.tone,
                Table::Tone,
                "parallax-tone",
                "No word here is rated.",
            )
        }
    };
    columns.push(all);
    columns.extend(article_columns(report));
    let empty = if report.missing.is_empty() {
        empty
    } else {
        "A word list is missing, so nothing may be concluded from this: see the note at the top."
    };
    let mut rows = rows;
    let found = rows.len();
    if !all_rows {
        rows.truncate(FEW);
    }
    let onclick = {
        let app = app.clone();
        move |_: MouseEvent| app.change(move |state| state.style.all_words = !all_rows)
    };
    let [listed, all_found] = [found as u32, total].map(labels::count);
    let note = if rows.len() < total as usize {
        ["of ", &all_found, ", the most frequent first; the CSV file has all"].concat()
    } else {
        String::new()
    };
    let more = html! {
        <>
            <span class="soft">{ note }</span>
            if found > FEW {
                <button type="button" class="link" {onclick}>
                    { if all_rows { "Show fewer".to_owned() } else { ["Show ", &listed].concat() } }
                </button>
            }
        </>
    };
    part!(DataTable { title, columns, total: rows.len() as u32, rows, csv, file, empty, children: more })
}
