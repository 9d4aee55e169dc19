//! A corpus that was saved as a file or stands in a link, looked at before it is opened.

use yew::prelude::*;

use crate::app::by_pointer::ByPointer;
use crate::app::context::{App, use_app};
use crate::app::corpus::acts;
use crate::app::labels;
use crate::app::state::{Action, Keeping, Overlay};
use crate::app::take_along::file::SaveButton;
use crate::import::bundle::{Lost, Opened};

/// See [`SavedCorpus`].
#[derive(Clone, PartialEq, Properties)]
pub struct SavedProps {
    /// The file.
    pub place: String,
    /// What could be read of it.
    pub opened: ByPointer<Opened>,
}

/// What it brings, what of it was lost, and the way to open it.
#[component]
pub fn SavedCorpus(props: &SavedProps) -> Html {
    let app = use_app();
    let opened = &props.opened.0;
    let open = {
        let (app, opened) = (app.clone(), opened.clone());
        move |_: MouseEvent| {
            app.act(Action::Close(Overlay::AddTexts));
            acts::open_saved(&app, &opened);
        }
    };
    let corpus = &opened.corpus;
    let name = if corpus.name.is_empty() { props.place.as_str() } else { &corpus.name };
    html! {
        <section class="saved-corpus" aria-label={["Saved corpus: ", name].concat()}>
            <h3>{ name }</h3>
            <p>{ brings(opened) }</p>
            { titles(opened) }
            { lost(&opened.lost) }
            { unsaved(&app) }
            <div class="add-do">
                <button type="button" class="button open-saved" onclick={open}>{ "Open this corpus" }</button>
                <span class="soft">{ "It opens as a corpus of its own, with its settings. What is open now stays in this browser." }</span>
            </div>
        </section>
    }
}

/// That what is open would go, where it isn't kept.
pub fn unsaved(app: &App) -> Html {
    if !matches!(app.page().keeping, Keeping::Not(_) | Keeping::Elsewhere) {
        return html! {};
    }
    html! {
        <div class="problem" role="alert">
            <p>{ "The corpus that is open now is not saved. Save it as a file first, or it is gone." }</p>
            { part!(SaveButton) }
        </div>
    }
}

/// How much it is, and when it was saved.
pub fn brings(opened: &Opened) -> String {
    let corpus = &opened.corpus;
    let bytes: usize = corpus.articles.iter().map(|article| article.text.len()).sum();
    let texts = labels::counted(corpus.articles.len() as u32, "text", "texts");
    let mut said = vec![texts.to_string(), ", ".into(), size(bytes)];
    if let Some(day) = corpus.saved.get(..10) {
        said.push(", saved on ".into());
        said.push(labels::dated(day).to_string());
    }
    if !corpus.version.is_empty() {
        said.push(" by Parallax ".into());
        said.push(corpus.version.clone());
    }
    said.push(".".into());
    said.concat()
}

/// Bytes in words.
pub fn size(bytes: usize) -> String {
    let (number, unit) = match bytes {
        0..1_000 => return [&labels::count(bytes as u32), " bytes"].concat(),
        1_000..1_000_000 => (bytes.div_ceil(1_000), " KB"),
        _ => (bytes.div_ceil(1_000_000), " MB"),
    };
    [&labels::count(number as u32), unit].concat()
}

/// How many titles are shown at once.
const TITLES: usize = 200;

/// The texts with their sizes.
pub fn titles(opened: &Opened) -> Html {
    let articles = &opened.corpus.articles;
    let item = |article: &crate::protocol::Article| {
        html! { <li key={article.id.clone()}>{ &article.title }<span class="soft">{ ", " }{ size(article.text.len()) }</span></li> }
    };
    html! {
        <details class="import-skipped" open={articles.len() <= 5}>
            <summary>{ "Its texts" }</summary>
            <ul>{ for articles.iter().take(TITLES).map(item) }</ul>
            if articles.len() > TITLES {
                <p class="soft">{ "and " }{ labels::count((articles.len() - TITLES) as u32) }{ " more" }</p>
            }
        </details>
    }
}

/// So many lines of a list are drawn.
const LINES: usize = 500;

/// What was lost, member by member; and apart from that, what else there is to say of the file.
fn lost(lost: &[Lost]) -> Html {
    if lost.is_empty() {
        return html! { <p class="soft">{ "The file is whole: every text has the checksum it was saved with." }</p> };
    }
    let (losses, notes): (Vec<&Lost>, Vec<&Lost>) = lost.iter().partition(|lost| lost.loss.is_loss());
    let item = |(number, lost): (usize, &&Lost)| {
        html! { <li key={number}><strong>{ &lost.place }</strong>{ ". " }{ lost.loss.says() }</li> }
    };
    let list = |class: &'static str, heading: String, of: &[&Lost]| {
        if of.is_empty() {
            return html! {};
        }
        html! {
            <details class={classes!("import-skipped", class)} open={of.len() <= 12}>
                <summary>{ heading }</summary>
                <ul>{ for of.iter().enumerate().take(LINES).map(item) }</ul>
                if of.len() > LINES {
                    <p class="soft">{ "and " }{ labels::count((of.len() - LINES) as u32) }{ " more" }</p>
                }
            </details>
        }
    };
    let (first, second) = headings(losses.len() as u32, notes.len() as u32);
    html! { <div role="status">{ list("saved-lost", first, &losses) }{ list("saved-noted", second, &notes) }</div> }
}

/// What stands over the list of what was lost, and over that of what is only to be known.
fn headings(losses: u32, notes: u32) -> (String, String) {
    let first = ["The file is damaged. Lost: ", &labels::counted(losses, "part", "parts")].concat();
    let second = match losses {
        0 => "No part of the file is lost, but".to_owned(),
        _ => [&labels::counted(notes, "thing", "things"), " to know besides"].concat(),
    };
    (first, second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_of_the_list_below_it() {
        let (first, second) = headings(1, 2);
        assert_eq!(first.replace('\u{a0}', " "), "The file is damaged. Lost: 1 part");
        assert_eq!(second.replace('\u{a0}', " "), "2 things to know besides");
        assert_eq!(headings(0, 1).1, "No part of the file is lost, but");
    }
}
