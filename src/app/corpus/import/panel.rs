//! Picking files, progress, what came of them.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::drop::{self, Dropped, listed};
use super::rows::{self, STEP};
use super::saved::SavedCorpus;
use super::state::{Event, Import, Known};
use super::tables;
use crate::app::by_pointer::ByPointer;
use crate::app::context::{App, use_app};
use crate::app::corpus::Onto;
use crate::app::labels;
use crate::app::state::{Action, Overlay};
use crate::import::outcome::Skipped;
use crate::protocol::{Request, Response, Settings};
use crate::worker::client::{Ticket, Update};
use crate::worker::importer::client::{Run, Told, Work};

/// See [`Import`].
#[derive(Clone, PartialEq, Properties)]
pub struct PanelProps {
    /// Hears whether files came: the form for a pasted text then goes.
    pub on_files: Callback<bool>,
    /// What the texts are added to.
    pub onto: Onto,
    /// The choice of that.
    pub choice: Html,
}

/// Files in, a look at what is in them, and the way to add it. Closed before that, nothing has changed.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let app = use_app();
    let import = use_reducer(Import::default);
    let runs = use_mut_ref(Vec::<Run>::new);
    let asked = use_mut_ref(|| None::<Ticket>);
    let shown = use_state_eq(|| STEP);
    let read = {
        let (dispatch, runs) = (import.dispatcher(), runs.clone());
        Rc::new(move |work: Vec<Work>, titles: Vec<String>| {
            let hear = dispatch.clone();
            let of_files = titles.is_empty();
            let run = Run::start(work, move |told| match told {
                Told::Progress(progress) => hear.dispatch(Event::Progress(progress)),
                Told::Outcome(place, outcome) => hear.dispatch(Event::Read(place, outcome)),
                Told::Fingerprints(found) => {
                    let known = titles.iter().cloned().zip(found.unwrap_or_default());
                    hear.dispatch(Event::Known(
                        known.map(|(title, fingerprint)| Known { title, fingerprint }).collect(),
                    ));
                }
                Told::End if of_files => hear.dispatch(Event::End),
                // Of other work.
                Told::End | Told::Language(_) | Told::Saved(_) | Told::Linked(_) | Told::Unlinked(_) => {}
            });
            runs.borrow_mut().push(run);
        })
    };
    let come = {
        let (app, read, dispatch, asked) = (app.clone(), read.clone(), import.dispatcher(), asked.clone());
        let on_files = props.on_files.clone();
        let first = import.files.is_empty();
        Callback::from(move |files: Vec<Dropped>| {
            if files.is_empty() {
                return;
            }
            on_files.emit(true);
            let work = files.iter().map(|(place, file)| Work::File(file.clone(), place.clone(), Vec::new())).collect();
            dispatch.dispatch(Event::Come(files));
            read(work, Vec::new());
            if first {
                let read = read.clone();
                fingerprints(&app, &asked, move |titles, texts| read(vec![Work::Fingerprints(texts)], titles));
            }
        })
    };
    {
        let come = come.clone();
        use_effect_with(import.files.is_empty(), move |_| {
            drop::taker(Some(come));
            || drop::taker(None)
        });
    }
    let anew = {
        let (read, import) = (read.clone(), import.clone());
        Callback::from(move |event: Event| {
            let Event::Anew(number, choices) = &event else { return import.dispatch(event) };
            if let Some(file) = import.files.get(*number) {
                let mut all: Vec<_> =
                    file.choices.iter().filter(|known| known.place != choices.place).cloned().collect();
                all.push(choices.clone());
                read(vec![Work::File(file.file.clone(), file.place.clone(), all)], Vec::new());
            }
            import.dispatch(event);
        })
    };
    let add = {
        let (app, import, onto) = (app.clone(), import.clone(), props.onto);
        move |_: MouseEvent| {
            app.add_articles(import.articles(), onto);
            app.act(Action::Close(Overlay::AddTexts));
        }
    };
    let cancel = {
        let app = app.clone();
        move |_: MouseEvent| app.act(Action::Close(Overlay::AddTexts))
    };
    let more = {
        let shown = shown.clone();
        move |_: MouseEvent| shown.set(*shown + STEP * 4)
    };
    let texts = import.rows().count();
    let sum = import.sum();
    html! {
        <section class="import">
            <div class="import-pick">
                { picker("Choose files", false, &come) }
                { picker("Choose a folder", true, &come) }
                <span class="soft">{ "or drop them anywhere: text, Markdown, web pages, Word, OpenDocument, EPUB, RTF, PDF, tables, JSON, XML, ZIP; or a corpus saved as a .parallax file" }</span>
            </div>
            if import.running > 0 {
                { progress(&import) }
            }
            { for import.corpora().map(|(place, opened)| {
                part!(SavedCorpus { place: place.to_owned(), opened: ByPointer(opened.clone()) }, key: place)
            }) }
            if !import.only_corpora() {
                <p class="import-sum" role="status">{ said(&import) }</p>
                { dates(&import, &anew) }
                { tables::tables(&import, &anew) }
                if texts > 0 {
                    { rows::table(&import, *shown, &anew) }
                }
                if texts > *shown {
                    <button type="button" class="link" onclick={more}>{ "Show more of the " }{ labels::count(texts as u32) }{ " texts" }</button>
                }
                { skipped(&import) }
                { props.choice.clone() }
                <div class="add-do">
                    <button type="button" class="button import-add" disabled={import.running > 0 || sum.added == 0 || import.is_wrong()} onclick={add}>
                        { "Add " }{ labels::counted(sum.added, "text", "texts") }
                    </button>
                    <button type="button" class="button" onclick={cancel}>{ "Cancel" }</button>
                    { waits(&import) }
                </div>
            }
        </section>
    }
}

fn picker(label: &'static str, folder: bool, come: &Callback<Vec<Dropped>>) -> Html {
    let come = come.clone();
    let onchange = move |event: web_sys::Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        if let Some(files) = input.files() {
            come.emit(listed(&files));
        }
        input.set_value(""); // The same file can be chosen again.
    };
    html! {
        <label class="button">{ label }
            <input type="file" multiple=true webkitdirectory={folder} {onchange} />
        </label>
    }
}

/// Reads the texts that are there already, to be told apart from what comes.
fn fingerprints(
    app: &App,
    asked: &Rc<std::cell::RefCell<Option<Ticket>>>,
    then: impl Fn(Vec<String>, Vec<String>) + 'static,
) {
    if let Some(texts) = app.texts() {
        let titles = texts.entries.iter().map(|entry| entry.about.title.clone()).collect();
        return then(titles, texts.entries.iter().map(|entry| entry.text.to_string()).collect());
    }
    let ticket = app.client.ask(None, Settings::default(), Request::Whole, move |update| {
        if let Update::Done(Ok(answer)) = update
            && let Response::Whole(articles) = &*answer
        {
            then(
                articles.iter().map(|article| article.title.clone()).collect(),
                articles.iter().map(|article| article.text.clone()).collect(),
            );
        }
    });
    asked.replace(Some(ticket));
}

fn progress(import: &Import) -> Html {
    let done = import.files.iter().filter(|file| file.found.is_some()).count();
    let of = import.files.len();
    let bytes = |number: f64| labels::count((number / 1000.0).ceil() as u32);
    html! {
        <div class="progress" role="status">
            <span>{ "Reading file " }{ labels::count((done + 1).min(of) as u32) }{ " of " }{ labels::count(of as u32) }{ " …" }</span>
            <progress max={of.to_string()} value={done.to_string()} aria-label="Files read" />
            if let Some(progress) = &import.progress {
                <span class="soft">{ labels::cut(&progress.place, 60) }{ ", " }{ bytes(progress.done) }{ " of " }{ bytes(progress.of) }{ " KB" }</span>
            }
        </div>
    }
}

/// The count, which always adds up.
fn said(import: &Import) -> String {
    let sum = import.sum();
    let texts = |number| labels::counted(number, "text", "texts");
    let mut parts = vec![[labels::count(sum.added), " to add".into()].concat()];
    for (number, says) in [(sum.skipped, " skipped"), (sum.same, " there already"), (sum.left_out, " left out by you")]
    {
        if number > 0 {
            parts.push([labels::count(number), says.into()].concat());
        }
    }
    let files = labels::counted(import.files.len() as u32, "file", "files");
    [files, ", ".into(), texts(sum.dropped), ": ".into(), parts.join(", "), ".".into()].concat()
}

/// Why the texts can't be added yet; else what holds until they are.
fn waits(import: &Import) -> Html {
    let (class, says) = if import.running > 0 {
        ("soft", "The files are still being read.")
    } else if import.is_wrong() {
        ("import-wait", "What you wrote of a text above can\u{2019}t be taken: set it right where it is marked.")
    } else if import.sum().added == 0 {
        ("import-wait", "No text is ticked.")
    } else {
        ("soft", "Until then the corpus stays as it is. Nothing leaves this browser.")
    };
    html! { <span {class}>{ says }</span> }
}

/// How many dates couldn't be read; where only the order of day and month is missing, it can be told for all at once.
fn dates(import: &Import, act: &Callback<Event>) -> Html {
    let (unread, either) = import.unread_dates();
    if unread == 0 && either == 0 {
        return html! {};
    }
    let order = |first: bool| {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Event::DayFirst(first)))
    };
    html! {
        <p class="import-dates" role="status">
            if unread > 0 {
                { labels::counted(unread, "date", "dates") }{ " can\u{2019}t be read; without one a text stands in no timeline and in no group by day or month. " }
            }
            if either > 0 {
                { "In " }{ labels::count(either) }{ " nothing tells the day from the month: " }
                <button type="button" class="link" onclick={order(true)}>{ "the day comes first" }</button>
                { " or " }
                <button type="button" class="link" onclick={order(false)}>{ "the month comes first" }</button>
                { "." }
            }
        </p>
    }
}

fn skipped(import: &Import) -> Html {
    let all: Vec<&Skipped> = import.files.iter().flat_map(|file| &file.skipped).collect();
    if all.is_empty() {
        return html! {};
    }
    let count: u32 = all.iter().map(|skipped| skipped.count).sum();
    let item = |(number, skipped): (usize, &&Skipped)| {
        html! {
            <li key={number}><strong>{ &skipped.place }</strong>
                if skipped.count > 1 {
                    { " (" }{ labels::count(skipped.count) }{ ")" }
                }
                { ": " }{ skipped.reason.what() }{ " " }<span class="soft">{ skipped.reason.remedy() }</span>
            </li>
        }
    };
    html! {
        <details class="import-skipped" open={all.len() <= 5}>
            <summary>{ labels::counted(count, "text", "texts") }{ " skipped, and why" }</summary>
            <ul>{ for all.iter().enumerate().take(500).map(item) }</ul>
            if all.len() > 500 {
                <p class="soft">{ "and " }{ labels::count(all.len() as u32 - 500) }{ " more" }</p>
            }
        </details>
    }
}
