//! Stop words in the settings: hidden or shown, and which.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::ask::{StopWordsQuestion, use_answer};
use crate::app::components::Progress;
use crate::app::components::icon::{Icon, icon};
use crate::app::context::use_app;
use crate::app::labels;
use crate::protocol::StopWords;

/// Whether stop words are hidden, words added to them and taken from them, and the list in force.
#[component]
pub(super) fn StopWordsSettings() -> Html {
    let app = use_app();
    let field = use_node_ref();
    let answer = use_answer(Some(StopWordsQuestion));
    let told = use_state_eq(String::new);
    let stop = &app.state().settings.stop_words;
    let list: Rc<[String]> = answer.report().map_or_else(|| Rc::from([]), |list| list.as_slice().into());
    let flip = {
        let app = app.clone();
        move |_: Event| app.change(|state| state.settings.stop_words.hidden = !state.settings.stop_words.hidden)
    };
    let reset = {
        let app = app.clone();
        move |_: MouseEvent| app.change(|state| state.settings.stop_words = StopWords::default())
    };
    let add = {
        let (app, field, list, told) = (app.clone(), field.clone(), list.clone(), told.clone());
        Callback::from(move |()| {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            let typed = Typed::read(&field.value(), &app.state().settings.stop_words, &list);
            told.set(typed.told());
            field.set_value("");
            if !typed.new.is_empty() {
                app.change(move |state| {
                    for word in typed.new {
                        hide(&mut state.settings.stop_words, word);
                    }
                });
            }
        })
    };
    let onkeydown = {
        let add = add.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                add.emit(());
            }
        }
    };
    let chip = |word: &String, hidden: bool| {
        let (app, word, list) = (app.clone(), word.clone(), list.clone());
        let label = [if hidden { "Show " } else { "Hide " }, &word].concat();
        let text = word.clone();
        let onclick = move |_: MouseEvent| {
            let (word, list) = (word.clone(), list.clone());
            app.change(move |state| {
                let stop = &mut state.settings.stop_words;
                if hidden { show(stop, word, &list) } else { hide(stop, word) }
            });
        };
        html! { <button type="button" class="chip" aria-label={label.clone()} title={label} {onclick}>{ text }{ icon(Icon::Close) }</button> }
    };
    html! {
        <>
            <h3>{ "What is shown" }</h3>
            <div class="setting">
                <label class="switch-line">
                    <input type="checkbox" class="switch" role="switch" checked={stop.hidden} onchange={flip} />
                    <span>{ "Hide stop words" }<small class="soft">{ "Words like “the” and “of” are left out of tables and pictures. Sizes and rates count them all the same." }</small></span>
                </label>
                if *stop != StopWords::default() {
                    <button type="button" class="link" aria-label="Reset: stop words" onclick={reset}>{ "Reset" }</button>
                }
            </div>
            <div class="stop-add">
                <input ref={field} class="field" type="text" aria-label="Words to hide too" placeholder="Hide more words, blanks between" {onkeydown} />
                <button type="button" class="button" onclick={add.reform(|_: MouseEvent| ())}>{ "Add" }</button>
            </div>
            <p class="soft" role="status">{ &*told }</p>
            if !stop.added.is_empty() {
                <p class="chips"><span class="soft">{ "Added:" }</span>{ for stop.added.iter().map(|word| chip(word, true)) }</p>
            }
            if !stop.removed.is_empty() {
                <p class="chips"><span class="soft">{ "Shown all the same:" }</span>{ for stop.removed.iter().map(|word| chip(word, false)) }</p>
            }
            { part!(Progress { asked: answer.asked.clone() }) }
            <details>
                <summary>{ "The list: " }{ labels::counted(list.len() as u32, "word", "words") }</summary>
                <p class="soft">{ "As it comes: the English stop list of the Snowball project (snowballstem.org), 174 words, and “us”. Copyright Martin Porter, Richard Boulton and others, under the 3-clause BSD licence. A click on a word shows it again." }</p>
                <p class="chips">{ for list.iter().map(|word| chip(word, true)) }</p>
            </details>
        </>
    }
}

/// Hides a word: takes back that it was shown, or adds it.
fn hide(stop: &mut StopWords, word: String) {
    if let Some(at) = stop.removed.iter().position(|other| *other == word) {
        stop.removed.remove(at);
    } else if !stop.added.contains(&word) {
        stop.added.push(word);
    }
}

/// What was typed to be hidden.
#[derive(Debug, Default, PartialEq)]
struct Typed {
    /// Words that aren't hidden yet.
    new: Vec<String>,
    /// Those that are.
    hidden: Vec<String>,
    /// What is no word.
    none: Vec<String>,
}

impl Typed {
    fn read(typed: &str, stop: &StopWords, list: &[String]) -> Self {
        let mut read = Self::default();
        for word in typed.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|word| !word.is_empty()) {
            let small = labels::lower_case(word);
            // Capitals may spell another word: US isn't us.
            let word = if is_in_capitals(word) { word.to_owned() } else { small.clone() };
            let shown = stop.removed.contains(&word);
            let place = if !word.chars().any(char::is_alphanumeric) || !word.chars().all(may_stand_in_word) {
                &mut read.none
            } else if !shown && (list.contains(&word) || stop.added.contains(&word)) {
                &mut read.hidden
            } else {
                &mut read.new
            };
            if !place.contains(&word) {
                place.push(word);
            }
        }
        read
    }

    /// What came of it, where something did not.
    fn told(&self) -> String {
        let said = |words: &[String], one: &str, many: &str| match words {
            [] => String::new(),
            words => ["“", &words.join("”, “"), "”", if words.len() == 1 { one } else { many }].concat(),
        };
        let hidden = said(&self.hidden, " is hidden already. ", " are hidden already. ");
        [
            hidden,
            said(
                &self.none,
                " is no word: words have letters, digits, apostrophes, hyphens and points.",
                " are no words: words have letters, digits, apostrophes, hyphens and points.",
            ),
        ]
        .concat()
        .trim()
        .to_owned()
    }
}

/// Letters, digits, marks on letters, and what stands between the parts of a word.
fn may_stand_in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '‐' | '‑' | '.' | '_' | '&' | '\u{300}'..='\u{36f}')
}

/// Two letters or more, none of them small.
fn is_in_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(1).is_some() && letters.all(char::is_uppercase)
}

/// Shows a word of the list in force: takes back that it was added, or takes it from the list.
fn show(stop: &mut StopWords, word: String, list: &[String]) {
    // `NATO` was added and is listed as `nato`; `US` is listed as itself beside `us`.
    let same = |other: &String| labels::lower_case(other) == word && !list.contains(other);
    let exact = stop.added.iter().position(|other| *other == word);
    if let Some(at) = exact.or_else(|| stop.added.iter().position(same)) {
        stop.added.remove(at);
    } else if !stop.removed.contains(&word) {
        stop.removed.push(word);
    }
}
