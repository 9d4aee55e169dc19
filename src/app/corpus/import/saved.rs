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

/// What was lost, member by member.
fn lost(lost: &[Lost]) -> Html {
    if lost.is_empty() {
        return html! { <p class="soft">{ "The file is whole: every text has the checksum it was saved with." }</p> };
    }
    let losses = lost.iter().filter(|lost| lost.loss.is_loss()).count() as u32;
    let heading = match losses {
        0 => "The file is whole, but".to_owned(),
        some => ["The file is damaged. Lost: ", &labels::counted(some, "part", "parts")].concat(),
    };
    let item = |(number, lost): (usize, &Lost)| {
        html! { <li key={number}><strong>{ &lost.place }</strong>{ ". " }{ lost.loss.says() }</li> }
    };
    html! {
        <div role="status">
            <details class="import-skipped saved-lost" open={lost.len() <= 12}>
                <summary>{ heading }</summary>
                <ul>{ for lost.iter().enumerate().take(500).map(item) }</ul>
                if lost.len() > 500 {
                    <p class="soft">{ "and " }{ labels::count(lost.len() as u32 - 500) }{ " more" }</p>
                }
            </details>
        </div>
    }
}
