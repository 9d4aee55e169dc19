//! The Overview: what is in this corpus?

use yew::prelude::*;

use super::names::{Names, name, use_names};
use crate::app::ask::{OverviewQuestion, use_answer};
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::{ArticleBadge, Cell, Column, DataTable, ViewHeader};
use crate::app::context::use_app;
use crate::app::origin::{Number, Origin};
use crate::app::{labels, late, numbers};
use crate::chart::layout::timeline;
use crate::chart::layout::{Event, Timeline};
use crate::protocol::{
    ArticleCard, ArticleNote, CardWord, MOST_DRAWN, Marking, OverviewReport, Relation, Source, Table,
};
use crate::route::NumberState;
use crate::route::View;

/// Id of the table.
const TABLE: &str = "articles-table";

/// The Overview.
#[component]
pub fn Overview() -> Html {
    let app = use_app();
    let answer = use_answer(Some(OverviewQuestion));
    let report = answer.report();
    // Now that it is drawn, the rest of the program may come.
    use_effect_with(report.is_some(), |drawn| {
        let soon = drawn.then(late::prepare_soon);
        move || drop(soon)
    });
    html! {
        <div class="view view-overview">
            { part!(ViewHeader {
                view: View::Overview, finding: report.map(|report| report.finding.clone()),
                asked: answer.asked.clone(),
            }) }
            if let Some(report) = report {
                { part!(Sizes {
                    tokens: report.tokens, types: report.types, sentences: report.sentences,
                    articles: app.articles_on() as u32,
                }) }
                { cards(report) }
                <section class="table-section">{ part!(When { drawn: report.cards.iter().map(|card| card.article).collect::<Vec<_>>() }) }</section>
                <section class="table-section" id={TABLE} tabindex="-1" aria-label="Table of articles">
                    { table(app.articles(), report) }
                </section>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SizesProps {
    articles: u32,
    tokens: u32,
    types: u32,
    sentences: u32,
}

/// The size of the corpus.
#[component]
fn Sizes(props: &SizesProps) -> Html {
    let size = |number: u32, name: &'static str, says: &'static str, marking: Option<Marking>| {
        let number = AttrValue::from(labels::count(number));
        let number = match marking {
            Some(marking) => part!(Number { text: number, origin: Origin::Sizes(marking, None) }),
            None => html! { number },
        };
        html! { <div title={says}><dt>{ name }</dt><dd>{ number }</dd></div> }
    };
    html! {
        <dl class="sizes">
            { size(props.articles, "articles", "Articles that are on", None) }
            { size(props.tokens, "words", "Running words (tokens), stop words too", Some(Marking::Words)) }
            { size(props.types, "different words", "Types: each word counted once", Some(Marking::CorpusTypes)) }
            { size(props.sentences, "sentences", "Sentences that hold a counted word", Some(Marking::Sentences)) }
        </dl>
    }
}

fn cards(report: &OverviewReport) -> Html {
    html! {
        <section class="cards" aria-label="The articles at a glance">
            <p class="cards-head">
                <span>
                <b>{ "Distinctive words, times here" }</b>
                if report.cards.iter().flat_map(|card| &card.keywords).any(|word| word.passes == Some(false)) {
                    <span class="soft"><i class="keyword hollow" />{ " may be chance: doesn\u{2019}t pass the test" }</span>
                }
                </span>
            </p>
            { for report.cards.iter().map(|card| part!(Card { card: card.clone() }, key: card.article)) }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CardProps {
    card: ArticleCard,
}

/// An article: what it is, how long, and the words that set it apart.
#[component]
fn Card(props: &CardProps) -> Html {
    let app = use_app();
    let number = props.card.article;
    let Some(note) = app.article(number) else { return html! {} };
    let read = {
        let app = app.clone();
        move |_: MouseEvent| app.open_article(number)
    };
    let words = Origin::Sizes(Marking::Words, Some(number));
    let inferred = (note.published.source == Source::Inferred)
        .then(|| ["Inferred from the words \u{201c}", &note.published.words, "\u{201d}"].concat());
    let keyword = |row: &CardWord| {
        let (app, term) = (app.clone(), row.term.clone());
        let hollow = row.passes == Some(false);
        let title = [
            row.term.as_str(),
            ": ",
            &labels::counted(row.frequency, "time", "times"),
            " here, ",
            &labels::count(row.reference_frequency),
            " in all the others together",
            if hollow { "; that may be chance" } else { "" },
        ]
        .concat();
        html! {
            <button type="button" class={classes!("keyword", hollow.then_some("hollow"))} {title} onclick={move |_: MouseEvent| app.open_term(&term, Some(number))}>
                <span class="term">{ &row.term }</span><span class="soft">{ labels::count(row.frequency) }</span>
            </button>
        }
    };
    html! {
        <article class={classes!("article-card", app.colour(number))}>
            { part!(ArticleBadge { article: number, named: true }) }
            <div>
                <h2><button type="button" onclick={read}>{ &note.title }</button></h2>
                <p class="soft">
                    { labels::outlet(note) }{ " · " }<span title={inferred}>{ labels::date(&note.published) }</span>
                    if let Some(place) = &note.place { { " · " }{ place } }
                </p>
            </div>
            <p class="soft article-card-size">
                { part!(Number { text: labels::counted(note.tokens, "word", "words"), origin: words.clone() }) }
                <span class="dot">{ " · " }</span>
                { part!(Number { text: [&minutes(props.card.minutes), " to read"].concat(), origin: words }) }
            </p>
            if props.card.keywords.is_empty() {
                <p class="soft">{ "No word sets it apart under these settings." }</p>
            } else {
                <div class="keywords" role="group" aria-label={["Words that set ", &labels::letter(number), " apart"].concat()}>
                    { for props.card.keywords.iter().map(keyword) }
                </div>
            }
        </article>
    }
}

fn minutes(minutes: f64) -> String {
    if minutes < 1.0 { "under 1\u{a0}min".to_owned() } else { [&numbers::decimal(minutes, 0), "\u{a0}min"].concat() }
}

#[derive(Clone, PartialEq, Properties)]
struct WhenProps {
    /// Numbers of the articles that are drawn.
    drawn: Vec<u32>,
}

/// When the articles were published.
#[component]
fn When(props: &WhenProps) -> Html {
    let app = use_app();
    let names = use_names();
    let off = app.state().settings.off.clone();
    let articles = app.page().articles.clone().map(ByPointer);
    let layout = use_memo((articles, names, off, props.drawn.clone()), |(articles, names, off, drawn)| {
        let on = articles.iter().flat_map(|articles| articles.iter());
        let on = on.filter(|article| drawn.contains(&article.article) && !off.contains(&article.id));
        let timeline = Timeline { events: on.map(|article| event(article, names)).collect() };
        Callback::from(move |width: f64| timeline.scene(width))
    });
    let on_open = Callback::from(move |target: usize| app.open_article(target as u32));
    part!(Chart {
        layout: (*layout).clone(),
        name: "parallax-timeline",
        on_open,
        opens: "Enter opens the article",
        table: TABLE,
        children: html! { <>
            <h2>{ "When they were published" }</h2>
        </> }
    })
}

fn event(article: &ArticleNote, names: &Names) -> Event {
    Event {
        article: name(names, article.article),
        date: article.published.date.clone(),
        relation: match article.published.relation {
            Relation::On => timeline::Relation::On,
            Relation::After => timeline::Relation::After,
            Relation::Before => timeline::Relation::Before,
        },
        inferred: article.published.source == Source::Inferred,
        target: article.article as usize,
    }
}

fn table(articles: &[ArticleNote], report: &OverviewReport) -> Html {
    // Of more than are drawn those that are.
    let is_drawn = |note: &&ArticleNote| report.cards.iter().any(|card| card.article == note.article);
    let shown = articles.iter().filter(|note| articles.len() <= MOST_DRAWN || is_drawn(note));
    let articles: Vec<&ArticleNote> = shown.collect();
    let columns = vec![
        Column::words("Article", "Its letter and its outlet or title").unsorted().width(230),
        Column::words("Published", "As far as the text shows").unsorted().width(190),
        Column::words("Place", "Where it was written or reports from").unsorted().width(110),
        Column::numbers("Words", "Running words (tokens)").measure("token").unsorted(),
        Column::numbers("Different words", "Types: each word counted once").measure("type").unsorted(),
        Column::numbers("Sentences", "Sentences that hold a counted word").measure("sentence").unsorted(),
        Column::numbers("Paragraphs", "Paragraphs of its text").unsorted(),
        Column::numbers("Furniture", "Words of captions, links and the like, counted or not")
            .measure("furniture")
            .unit("words")
            .unsorted(),
        Column::numbers("To read", "At 238 words a minute (Brysbaert 2019)")
            .unit("minutes")
            .measure("reading-time")
            .unsorted(),
    ];
    let row = |note: &&ArticleNote| {
        let card = report.cards.iter().find(|card| card.article == note.article);
        let size = |number: u32, marking: Marking| {
            let origin = Origin::Sizes(marking, Some(note.article));
            if note.on { Cell::count(number, origin) } else { Cell::text("left out") }
        };
        vec![
            Cell::Article(note.article),
            Cell::text(labels::date(&note.published)),
            Cell::text(note.place.clone().unwrap_or_else(|| "not stated".into())),
            size(note.tokens, Marking::Words),
            size(note.types, Marking::Types),
            size(note.sentences, Marking::Sentences),
            size(note.paragraphs, Marking::Paragraphs),
            Cell::count(note.furniture_tokens, Origin::Sizes(Marking::Furniture, Some(note.article))),
            match card {
                Some(card) => {
                    Cell::of(numbers::decimal(card.minutes, 1), Origin::Sizes(Marking::Words, Some(note.article)))
                }
                None => Cell::text("–"),
            },
        ]
    };
    part!(DataTable {
        title: "The articles",
        columns,
        total: articles.len() as u32,
        rows: articles.iter().map(row).collect::<Vec<_>>(),
        of: articles
            .iter()
            .map(|note| NumberState { article: note.id.clone(), ..NumberState::default() })
            .collect::<Vec<_>>(),
        csv: Table::Articles,
        file: "parallax-articles"
    })
}
