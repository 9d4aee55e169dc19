//! The table of texts that can be added, a row each.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::guess::sure;
use super::state::{Event, Import, Row, is_in};
use crate::app::corpus::described::Aspect;
use crate::app::corpus::field::Field;
use crate::app::labels;
use crate::app::numbers;
use crate::import::dates::Unread;
use crate::import::likeness::Twin;
use crate::import::outcome::{Choices, Format, Found};

/// So many rows are drawn at first, and more with each step.
pub const STEP: usize = 100;

/// Encodings that texts have and readers mistake.
const ENCODINGS: [&str; 14] = [
    "UTF-8",
    "windows-1252",
    "windows-1250",
    "ISO-8859-2",
    "windows-1251",
    "KOI8-R",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "macintosh",
    "Shift_JIS",
    "GBK",
    "UTF-16LE",
];

/// The table; `shown` rows of it.
pub fn table(import: &Import, shown: usize, act: &Callback<Event>) -> Html {
    html! {
        <div class="import-rows" tabindex="0" role="region" aria-label="Texts that can be added">
            <table>
                <thead><tr>
                    <th scope="col">{ "Add" }</th><th scope="col">{ "Title" }</th><th scope="col">{ "Outlet, author" }</th><th scope="col">{ "Date" }</th>
                    <th scope="col">{ "Language" }</th><th scope="col" class="number">{ "Characters" }</th><th scope="col">{ "Encoding" }</th>
                </tr></thead>
                <tbody>
                    { for import.rows().take(shown).map(|(file, at, row, twin)| one(import, file, at, row, twin, act)) }
                </tbody>
            </table>
        </div>
    }
}

fn one(import: &Import, file: usize, at: usize, row: &Row, twin: Option<Twin>, act: &Callback<Event>) -> Html {
    let candidate = &row.candidate;
    let article = &candidate.article;
    let chosen = is_in(row, twin);
    let choose = act.reform(move |event: web_sys::Event| {
        Event::Choose(file, at, event.target_unchecked_into::<HtmlInputElement>().checked())
    });
    let language = &candidate.language;
    let sure = sure(language);
    html! {
        <tr key={candidate.place.clone()} class={classes!((!chosen).then_some("off"))}>
            <td><input type="checkbox" checked={chosen} onchange={choose} aria-label={["Add ", &article.title].concat()} /></td>
            <th scope="row">
                { said(file, at, row, Aspect::Title, act) }
                <small class="soft import-place">{ candidate.format.name() }{ " · " }{ &candidate.place }</small>
                if let Some(reason) = row.wrong() {
                    <small class="problem" role="alert">{ reason }</small>
                }
                { like(import, twin) }
                { unseen(row) }
                { furniture(file, at, row, act) }
                { whole(import, file, row, act) }
            </th>
            <td>{ said(file, at, row, Aspect::Outlet, act) }{ said(file, at, row, Aspect::Author, act) }</td>
            <td>
                { said(file, at, row, Aspect::Date, act) }
                if let Some(note) = dated_by(row) {
                    <small class="soft import-place">{ note }</small>
                }
            </td>
            <td>
                { said(file, at, row, Aspect::Language, act) }
                if !row.said.contains_key(&Aspect::Language) {
                    <small class="soft import-place">{ sure }</small>
                }
            </td>
            <td class="number">{ labels::count(article.text.chars().count() as u32) }</td>
            <td>{ encoding(import, file, row, act) }</td>
        </tr>
    }
}

/// Where a date comes from that isn't stated as such, or why there is none though the file has words for it.
fn dated_by(row: &Row) -> Option<String> {
    let published = &row.candidate.article.published;
    if row.said.contains_key(&Aspect::Date) {
        return None;
    }
    if let Some(why) = row.unread_date() {
        let says = match why {
            Unread::DayOrMonth => "\u{201d}: which is the day?",
            Unread::NotInCalendar => "\u{201d} is no day of the calendar",
            Unread::Unknown => "\u{201d} can\u{2019}t be read as a date",
        };
        return Some(["\u{201c}", &labels::cut(&published.words, 40), says].concat());
    }
    match row.candidate.dated_by {
        Found::Address => Some("from the page\u{2019}s address".to_owned()),
        Found::Made => Some("when the file was made".to_owned()),
        Found::Nowhere | Found::Metadata | Found::Column => None,
    }
}

/// The field in which an aspect of a text is set right.
fn said(file: usize, at: usize, row: &Row, aspect: Aspect, act: &Callback<Event>) -> Html {
    let (name, hint) = aspect.named();
    let hint = if aspect == Aspect::Date { "no date" } else { hint };
    let label = [name, " of ", &row.candidate.article.title].concat();
    let onchange = act.reform(move |event: web_sys::Event| {
        Event::Say(file, at, aspect, event.target_unchecked_into::<HtmlInputElement>().value())
    });
    part!(Field { value: row.value(aspect), placeholder: hint, label: AttrValue::from(label), onchange })
}

fn like(import: &Import, twin: Option<Twin>) -> Html {
    let Some(twin) = twin else { return html! {} };
    let (title, there) = import.twin_title(twin);
    let where_ = if there { ", which is in the corpus" } else { ", which comes before it" };
    html! {
        <small class="import-twin">
            if twin.exact {
                { "The same words as \u{201c}" }{ title }{ "\u{201d}" }{ where_ }
            } else {
                { "About " }{ numbers::percent(twin.resemblance) }{ " of its runs of five words are shared with \u{201c}" }{ title }{ "\u{201d}" }{ where_ }
            }
        </small>
    }
}

fn unseen(row: &Row) -> Html {
    let (lost, invisible) = (row.candidate.unreadable, row.candidate.invisible);
    html! { <>
        if lost > 0 {
            <small class="import-twin">{ labels::counted(lost, "character", "characters") }{ " could not be read: see whether another encoding fits" }</small>
        }
        if invisible > 0 {
            <small class="soft import-place">{ labels::counted(invisible, "character", "characters") }{ " of it can\u{2019}t be seen; they are kept" }</small>
        }
    </> }
}

/// The passages taken for page furniture, each with its reason and the way back.
fn furniture(file: usize, at: usize, row: &Row, act: &Callback<Event>) -> Html {
    let article = &row.candidate.article;
    if article.furniture.is_empty() {
        return html! {};
    }
    let out = article.furniture.len() - row.back.len();
    let passage = |(number, (furniture, reason)): (usize, (&_, &crate::import::outcome::FurnitureReason))| {
        let furniture: &crate::protocol::Furniture = furniture;
        let words = article.text.get(furniture.span.start as usize..furniture.span.end as usize).unwrap_or("");
        let back = row.back.contains(&number);
        let onclick = act.reform(move |_: MouseEvent| Event::PutBack(file, at, number));
        html! {
            <li key={number} class={classes!(back.then_some("back"))}>
                <q>{ labels::cut(words, 160) }</q>{ " " }<span class="soft">{ reason.says() }</span>{ " " }
                <button type="button" class="link" {onclick}>{ if back { "Take out" } else { "Put back" } }</button>
            </li>
        }
    };
    html! {
        <details class="import-furniture">
            <summary>{ "Page furniture: " }{ labels::counted(out as u32, "passage", "passages") }</summary>
            <ul>{ for article.furniture.iter().zip(&row.candidate.reasons).enumerate().take(300).map(passage) }</ul>
        </details>
    }
}

/// Of a web page, its main text or all of it.
fn whole(import: &Import, file: usize, row: &Row, act: &Callback<Event>) -> Html {
    if !matches!(row.candidate.format, Format::Html | Format::Mhtml) {
        return html! {};
    }
    let choices = import.files[file].choices_for(&row.candidate.place);
    let now = choices.whole;
    let onclick = act.reform(move |_: MouseEvent| Event::Anew(file, Choices { whole: !now, ..choices.clone() }));
    html! { <button type="button" class="link import-whole" {onclick}>{ if now { "Take the main text only" } else { "Take the whole page" } }</button> }
}

fn encoding(import: &Import, file: usize, row: &Row, act: &Callback<Event>) -> Html {
    let Some(encoding) = &row.candidate.encoding else {
        return html! { <span class="soft">{ "the format\u{2019}s" }</span> };
    };
    let place = row.candidate.place.split('#').next().unwrap_or_default();
    let choices = import.files[file].choices_for(place);
    let onchange = act.reform(move |event: web_sys::Event| {
        let label = event.target_unchecked_into::<HtmlSelectElement>().value();
        Event::Anew(file, Choices { encoding: Some(label), ..choices.clone() })
    });
    let known = ENCODINGS.contains(&encoding.name.as_str());
    html! {
        <>
            <select class="field" {onchange} aria-label={["Encoding of ", &row.candidate.article.title].concat()}>
                if !known {
                    <option value={encoding.name.clone()} selected=true>{ &encoding.name }</option>
                }
                { for ENCODINGS.iter().map(|name| html! { <option value={*name} selected={*name == encoding.name}>{ *name }</option> }) }
            </select>
            if encoding.guess {
                <small class="soft import-place">{ "a guess" }</small>
            }
        </>
    }
}
