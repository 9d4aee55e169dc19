//! The drawer with an article's text: what does the text say?

pub mod mark;
mod places;
pub mod segments;
mod text;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::ask::use_answer;
use super::by_address;
use super::components::icon::{Icon, icon_button};
use super::components::{ArticleBadge, Progress};
use super::context::{App, use_app};
use super::focus;
use super::labels;
use super::origin::{Origin, marking_told};
use super::state::Overlay;
use crate::protocol::{ArticleNote, EvidenceQuery, Feature, GROUPS, MarkedQuery, Marking, Source, Span, TextQuery};
use crate::route::ReaderState;

use mark::Mark;
use places::Places;
use text::Text;

/// The reader. Stands on the page while the state holds one.
#[component]
pub fn Reader() -> Html {
    let app = use_app();
    let reader = app.state().reader.clone().unwrap_or_default();
    let drawer = use_node_ref();

    let wants_term = !reader.term.is_empty();
    let named = app.number(&reader.article);
    // Of a group the places are those in its articles, beginning with the first that has any.
    let is_group = |number: &u32| *number >= GROUPS;
    let group = named.filter(is_group);
    let evidence = use_answer(wants_term.then(|| EvidenceQuery { term: reader.term.clone(), article: group }));
    let found = evidence.report().filter(|report| wants_term && (!evidence.waiting() || report.term == reader.term));
    let of_term = Places::of_term(found.map_or(&[][..], |report| report.hits.as_slice()));

    let is_pair = |marking: &Marking| matches!(marking, Marking::Shared(_));
    // A pair needs both its articles.
    let other = reader.beside.as_deref().and_then(|id| app.number(id)).filter(|beside| Some(*beside) != named);
    let marking = reader.marking.clone();
    let marking = marking.filter(|marking| !wants_term && (!is_pair(marking) || (named.is_some() && other.is_some())));
    let marked = use_answer(marking.clone().map(|marking| MarkedQuery { marking, article: named, beside: other }));
    let number = marked.report().filter(|_| marking.is_some() && !marked.waiting());

    // An address may leave the article open: then it is the first that has the term, or any of the marks.
    let members = group.and_then(|group| app.page().groups().map(|groups| groups.members_of(group)));
    let article = match named.filter(|number| !is_group(number)) {
        Some(article) => Some(article),
        None if wants_term => of_term.first(),
        None if marking.is_some() => number.map(|report| report.article),
        None if group.is_some() => members.and_then(|members| members.first().copied()),
        None => app.articles().first().map(|first| first.article),
    };
    let text = use_answer(article.map(|article| TextQuery { article }));
    let beside = match other.filter(is_group) {
        Some(_) => number.and_then(|report| report.beside_article),
        None => other,
    };
    let beside = beside.filter(|beside| Some(*beside) != article);
    let places = match (number, article) {
        (Some(report), Some(article)) => Places::of_number(report, article, beside),
        _ => of_term,
    };
    let beside_text = use_answer(beside.map(|article| TextQuery { article }));

    let opened =
        (reader.article.clone(), reader.term.clone(), reader.passage, reader.marking.clone(), reader.beside.clone());
    use_focus(&drawer, &opened);
    let hits = article.map_or(0, |article| places.spans(article).len());
    let current = (hits > 0 && (wants_term || marking.is_some())).then(|| (reader.hit as usize).min(hits - 1));
    use_keys(&app, current, hits);
    let known = current.is_some() && !evidence.waiting() && !marked.waiting();
    use_place_of_address(&app, known.then_some(hits as u32).filter(|hits| reader.hit >= *hits));

    let close = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.change(|state| state.reader = None))
    };
    let note = article.and_then(|article| app.article(article));
    // What is marked in a text is the person's own affair: the example stays as it is.
    let own = app.page().own.as_ref().zip(note);
    let entry = own.and_then(|(own, note)| own.texts.entries.iter().find(|entry| *entry.id == *note.id).cloned());
    let nowhere = wants_term && article.is_none() && !evidence.waiting() && evidence.asked.error.is_none();
    let span = |bytes: Option<(u32, u32)>| bytes.map(|(start, end)| Span::new(start, end));
    let (passage, beside_passage) = (span(reader.passage), span(reader.beside_passage));
    let column = |article: u32, report: Option<&crate::protocol::TextReport>, main: bool| {
        let report = report.filter(|report| report.article == article)?;
        Some(part!(Text {
            report: report.clone(),
            language: app.article(article).map(|article| article.language.clone()).unwrap_or_default(),
            hits: places.spans(article).to_vec(),
            quiet: marking.as_ref().is_some_and(is_quiet),
            leads: main,
            current: current.filter(|_| main),
            passage: if main { passage } else { beside_passage },
            furniture_counts: app.state().settings.furniture
        }))
    };
    html! {
        <aside ref={drawer} class={classes!("reader", beside.map(|_| "wide"))} aria-label="Reader" tabindex="-1"
            inert={app.page().overlays.contains(&Overlay::Rail)}>
            <div class="reader-head">
                if let Some(note) = note {
                    { part!(ArticleBadge { article: note.article, named: true }) }
                }
                <h2>{ note.map_or("Reader", |note| note.title.as_str()) }</h2>
                { icon_button(Icon::Close, "Close the reader (Esc)".into(), false, close) }
                if let Some(note) = note {
                    <p class="soft reader-meta">{ meta(note) }</p>
                }
                if wants_term {
                    if let (Some(article), Some(_)) = (article, found) {
                        { part!(PlacesLine { reader: reader.clone(), article, current, hits, places: places.clone() }) }
                    }
                } else if let (Some(article), Some(_)) = (article, number) {
                    { part!(PlacesLine { reader: reader.clone(), article, current, hits, places: places.clone() }) }
                }
                if let Some(group) = group {
                    { part!(GroupLine { group, places: places.clone() }) }
                }
                { looked_into(&app) }
                if let Some(beside) = beside.and_then(|beside| app.article(beside)) {
                    { part!(BesideLine { article: beside.article, title: beside.title.clone() }) }
                }
            </div>
            if nowhere {
                <p class="empty">{ "No article that is on has \u{201c}" }{ &reader.term }{ "\u{201d}. Switch on more articles, or count page furniture too, and it may be found." }</p>
            }
            { part!(Progress { asked: evidence.asked.clone() }) }
            { part!(Progress { asked: marked.asked.clone() }) }
            { part!(Progress { asked: text.asked.clone() }) }
            <div class="reader-columns">
                { article.and_then(|article| column(article, text.report(), true)) }
                { beside.and_then(|beside| column(beside, beside_text.report(), false)) }
            </div>
            if let Some(entry) = entry {
                { part!(Mark { entry }) }
            }
        </aside>
    }
}

/// Says of an address that asks for a place which the text doesn't have that the last one is shown. `hits`: how many it
/// has, where that is so. What a person does later may leave fewer places, which needs no word.
#[hook]
fn use_place_of_address(app: &App, hits: Option<u32>) {
    let app = app.clone();
    use_effect_with(hits, move |hits| {
        let (Some(hits), Some(reader)) = (*hits, app.state().reader.clone()) else { return };
        if !by_address::came(&app) {
            return;
        }
        let last = hits.saturating_sub(1);
        let asked = labels::count(reader.hit.saturating_add(1));
        let places = labels::counted(hits, "place", "places");
        by_address::mend(
            &app,
            move |state| state.reader = state.reader.take().map(|reader| ReaderState { hit: last, ..reader }),
            ["The address asks for place ", &asked, " of what is marked in this text, which has ", &places]
                .into_iter()
                .chain(["; the last one is shown."])
                .collect(),
        );
    });
}

/// Whether so much of the text is marked that the marks must be quiet.
const fn is_quiet(marking: &Marking) -> bool {
    !matches!(
        marking,
        Marking::Shared(_)
            | Marking::Framing(_)
            | Marking::Style(
                Feature::Passives
                    | Feature::Hedges(_)
                    | Feature::Positive(_)
                    | Feature::Negative(_)
                    | Feature::Negated
                    | Feature::British(_)
                    | Feature::American(_)
                    | Feature::Name(_)
            )
    )
}

/// The way from a number's places to its computation.
fn looked_into(app: &App) -> Html {
    if app.state().number.is_none() {
        return html! {};
    }
    let app = app.clone();
    let onclick = move |_: MouseEvent| app.change(|state| state.how = true);
    html! { <p class="reader-how"><button type="button" class="link" {onclick}>{ "How is this number computed?" }</button></p> }
}

/// What is known of an article, in a line.
fn meta(note: &ArticleNote) -> Html {
    let words = (note.published.source == Source::Inferred)
        .then(|| [" from \u{201c}", &note.published.words, "\u{201d}"].concat());
    let size = if note.on { labels::counted(note.tokens, "word", "words") } else { "left out of every count".into() };
    html! {
        <>
            { labels::outlet(note) }
            if let Some(author) = &note.author { { " · by " }{ author } }
            { " · " }{ labels::date(&note.published) }{ words }
            if let Some(place) = &note.place { { " · " }{ place } }
            { " · " }{ size }
            if note.title_source == Source::Ours { { " · the title is ours: the text has no headline" } }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PlacesLineProps {
    reader: ReaderState,
    article: u32,
    current: Option<usize>,
    hits: usize,
    places: Places,
}

/// What is marked, which of its places this is, the way to the others and to the other articles.
#[component]
fn PlacesLine(props: &PlacesLineProps) -> Html {
    let app = use_app();
    let go = |step: isize| {
        let (app, current, hits) = (app.clone(), props.current, props.hits);
        Callback::from(move |_: MouseEvent| walk(&app, current, hits, step))
    };
    let few = props.hits < 2;
    let marking = props.reader.marking.as_ref().filter(|_| props.reader.term.is_empty());
    // The other one of a pair stands beside.
    let others = if props.reader.beside.is_some() { Vec::new() } else { props.places.others(props.article) };
    let other = |(article, count): &(u32, u32)| {
        let origin = match marking {
            Some(marking) => Origin::Sizes(marking.clone(), Some(*article)),
            None => Origin::Term(props.reader.term.clone().into(), Some(*article)),
        };
        let title = ["Read: ", &origin.name()].concat();
        let (app, article) = (app.clone(), *article);
        html! {
            <button type="button" class="to-article" {title} onclick={move |_: MouseEvent| origin.open(&app, app.state().number.clone())}>
                { part!(ArticleBadge {
                    article, named: true,
                }) }{ labels::count(*count) }<span class="unseen">{ if *count == 1 { " time" } else { " times" } }</span>
            </button>
        }
    };
    html! {
        <div class="reader-term">
            if let Some(marking) = marking {
                <span>{ marking_told(marking) }</span>
            } else {
                <mark class="current">{ &props.reader.term }</mark>
            }
            <span role="status">
                if let Some(current) = props.current {
                    { labels::count(current as u32 + 1) }{ " of " }{ labels::count(props.places.count(props.article)) }
                } else {
                    { "not here" }
                }
            </span>
            { icon_button(Icon::Up, "Previous place (k)".into(), few, go(-1)) }
            { icon_button(Icon::Down, "Next place (j)".into(), few, go(1)) }
            if !others.is_empty() {
                <span class="soft">{ "also in" }</span>
                { for others.iter().map(other) }
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    group: u32,
    places: Places,
}

/// Of which group the places are, and how many there are in all of its articles.
#[component]
fn GroupLine(props: &GroupProps) -> Html {
    let app = use_app();
    let name = app.article(props.group).map(|group| group.title.clone()).unwrap_or_default();
    let (places, articles) = props.places.total();
    html! {
        <p class="soft reader-group">
            { part!(ArticleBadge { article: props.group, named: true }) }{ " " }{ name }
            if places > 0 {
                { [": ", &labels::counted(places, "place", "places"), " in ", &labels::counted(articles, "article", "articles")].concat() }
            }
        </p>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BesideProps {
    article: u32,
    title: AttrValue,
}

/// Which article stands beside it, and the way to be rid of it.
#[component]
fn BesideLine(props: &BesideProps) -> Html {
    let app = use_app();
    let close = Callback::from(move |_: MouseEvent| {
        app.change(|state| {
            if let Some(reader) = &mut state.reader {
                reader.beside = None;
                reader.beside_passage = None;
            }
        });
    });
    html! {
        <div class="reader-beside">
            <span class="soft">{ "beside" }</span>
            { part!(ArticleBadge { article: props.article, named: true }) }
            <span>{ &props.title }</span>
            { icon_button(Icon::Close, "Close the article beside".into(), false, close) }
        </div>
    }
}

/// Goes on or back among the places, around the end.
fn walk(app: &App, current: Option<usize>, hits: usize, step: isize) {
    if hits == 0 {
        return;
    }
    let next = (current.unwrap_or(0) as isize + step).rem_euclid(hits as isize) as u32;
    app.typed(move |state| {
        state.reader = state.reader.take().map(|reader| ReaderState { hit: next, passage: None, ..reader });
    });
}

/// The keys of the reader: `j` and `k`.
#[hook]
fn use_keys(app: &App, current: Option<usize>, hits: usize) {
    use_effect_with((app.clone(), current, hits), |(app, current, hits)| {
        let (app, current, hits) = (app.clone(), *current, *hits);
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let typing = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
                .is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT" | "DIALOG"));
            if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() || typing {
                return;
            }
            match event.key().as_str() {
                "j" => walk(&app, current, hits, 1),
                "k" => walk(&app, current, hits, -1),
                _ => return,
            }
            event.prevent_default();
        });
        move || drop(listener)
    });
}

/// Takes the focus whenever something is opened, and gives it back on closing to where it was.
#[hook]
fn use_focus<D: PartialEq + Clone + 'static>(drawer: &NodeRef, opened: &D) {
    let opener = use_mut_ref(|| None::<Element>);
    {
        let (drawer, opener) = (drawer.clone(), opener.clone());
        use_effect_with(opened.clone(), move |_| {
            let Some(drawer) = drawer.cast::<HtmlElement>() else { return };
            if let Some(active) = focus::holder().filter(|active| !drawer.contains(Some(active))) {
                *opener.borrow_mut() = Some(active);
            }
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = drawer.focus_with_options(&options);
        });
    }
    use_effect_with((), move |()| {
        move || {
            if let Some(opener) = opener.borrow_mut().take() {
                focus::give_to(&opener);
            }
        }
    });
}
