//! The dialog that adds a text: pasted, with what is known of it.

use std::cell::RefCell;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Onto;
use super::described::{Aspect, stated};
use super::import::guess::{self, use_guess};
use super::import::panel::Panel;
use super::import::paste::{formatting, read_formatted};
use crate::app::components::Modal;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::state::{Action, Overlay};
use crate::import::dates::{self, Unread};
use crate::import::title::without_outlet;
use crate::protocol::{Article, Published, Relation, Source};

/// What was typed into the dialog.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    text: String,
    title: String,
    outlet: String,
    author: String,
    date: String,
    language: String,
}

/// A date that a person gave, in any form that tells day, month and year apart.
///
/// # Errors
/// Why it is none, in a sentence.
pub fn dated(date: &str) -> Result<Published, &'static str> {
    let date = date.trim();
    if date.is_empty() {
        return Ok(Published::default());
    }
    let date = Some(dates::read(date).map_err(Unread::says)?);
    Ok(Published { date, relation: Relation::On, source: Source::Ours, words: String::new() })
}

impl Typed {
    /// The article, its language as it was typed or not known; or what is wrong, in a sentence.
    fn article(&self) -> Result<Article, &'static str> {
        if !self.text.chars().any(char::is_alphanumeric) {
            return Err("There is no word in the text. Paste the article's text into the large field.");
        }
        let published = dated(&self.date)?;
        let language = stated(&self.language);
        if let Some(language) = &language {
            let _ = Aspect::Language.read(language)?;
        }
        let outlet = stated(&self.outlet);
        let first = self.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("");
        let title = self.title.trim();
        let title = if title.is_empty() { first } else { title };
        let title = outlet.as_deref().and_then(|outlet| without_outlet(title, outlet)).unwrap_or(title);
        let title = if self.title.trim().is_empty() { labels::cut(title, 120) } else { title.to_owned() };
        Ok(Article {
            id: String::new(),
            title_source: if self.text.contains(&title) { Source::Stated } else { Source::Ours },
            title,
            outlet,
            author: stated(&self.author),
            published,
            place: None,
            label: None,
            // Until it is guessed, it isn't known.
            language: language.unwrap_or_else(|| "und".to_owned()),
            translated: false,
            furniture: Vec::new(),
            text: self.text.clone(),
        })
    }
}

/// The dialog.
#[component]
pub fn AddTexts() -> Html {
    let app = use_app();
    let typed = use_state(Typed::default);
    let onto = use_state_eq(Onto::default);
    let wrong = use_state_eq(|| None::<&'static str>);
    let guessed = use_guess(&typed.text);
    // A text that is to be added as soon as its language is known.
    let asking = use_mut_ref(|| None::<guess::Asking>);
    let adding = use_state_eq(|| false);
    // The formatting of what was pasted last.
    let formatted = use_state_eq(|| None::<AttrValue>);
    let onpaste = {
        let formatted = formatted.setter();
        move |event: Event| formatted.set(formatting(&event))
    };
    let read = {
        let (app, formatted) = (app.clone(), formatted.clone());
        move |_: MouseEvent| {
            if let Some(page) = &*formatted {
                read_formatted(&app, page);
            }
        }
    };
    // Where files came, they are looked at instead.
    let files = use_state_eq(|| false);
    let on_files = {
        let files = files.setter();
        Callback::from(move |came| files.set(came))
    };
    let on_close = {
        let app = app.clone();
        Callback::from(move |()| app.act(Action::Close(Overlay::AddTexts)))
    };
    let field = |place: fn(&mut Typed) -> &mut String| {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let value = match event.target_dyn_into::<HtmlTextAreaElement>() {
                Some(area) => area.value(),
                None => event.target_unchecked_into::<HtmlInputElement>().value(),
            };
            let mut next = (*typed).clone();
            *place(&mut next) = value;
            typed.set(next);
        })
    };
    let onsubmit = {
        let (app, typed, onto, wrong) = (app.clone(), typed.clone(), *onto, wrong.clone());
        let (guessed, asking, adding) = (guessed.clone(), asking.clone(), adding.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let article = match typed.article() {
                Ok(article) => article,
                Err(reason) => return wrong.set(Some(reason)),
            };
            wrong.set(None);
            let add = {
                let app = app.clone();
                move |article: Article| {
                    app.add_articles(vec![article], onto);
                    app.act(Action::Close(Overlay::AddTexts));
                }
            };
            match &guessed {
                _ if stated(&typed.language).is_some() => add(article),
                Some(guessed) => add(Article { language: guessed.tag.clone(), ..article }),
                // Asked once: a second click adds no second text.
                None if *adding => {}
                None => {
                    adding.set(true);
                    let article = RefCell::new(Some(article));
                    asking.replace(Some(guess::ask(&typed.text, move |language| {
                        if let Some(article) = article.take() {
                            add(Article { language, ..article });
                        }
                    })));
                }
            }
        }
    };
    let choice = |value: Onto, label: &'static str| {
        let (chosen, onto) = (*onto == value, onto.clone());
        let onchange = move |_: Event| onto.set(value);
        html! {
            <label class="add-choice"><input type="radio" name="onto" checked={chosen} {onchange} />{ label }</label>
        }
    };
    let line = |label: &'static str, hint: &'static str, value: &String, oninput: Callback<InputEvent>| {
        html! {
            <label class="add-line"><span>{ label }</span>
                <input class="field" type="text" value={value.clone()} placeholder={hint} autocomplete="off" {oninput} />
            </label>
        }
    };
    // The guess stands in the field until another language is typed; one that is no guess leaves it empty.
    let found = guessed.as_ref().filter(|guessed| guessed.tag != "und").map(|guessed| guessed.tag.clone());
    let sure = guessed.as_ref().filter(|_| typed.language.is_empty()).map(guess::sure);
    let language = if typed.language.is_empty() { found.unwrap_or_default() } else { typed.language.clone() };
    let choices = if app.page().own.is_none() {
        html! {
            <fieldset class="add-onto">
                <legend>{ "Into which corpus? The example stays as it is" }</legend>
                { choice(Onto::Nothing, "Begin a corpus of your own") }
                { choice(Onto::Example, "Begin one that has the example\u{2019}s articles too") }
            </fieldset>
        }
    } else {
        html! {}
    };
    part!(Modal {
        title: "Add texts",
        class: if *files { "add-texts add-files" } else { "add-texts" },
        on_close,
        children: html! { <>
            { part!(Panel { on_files, onto: *onto, choice: choices.clone() }) }
            if !*files {
                <form {onsubmit}>
                    <label class="add-line"><span>{ "Text" }</span>
                        <textarea class="field add-text" rows="9" autofocus=true value={typed.text.clone()}
                            placeholder="Paste the article here" oninput={field(|typed| &mut typed.text)} {onpaste} />
                    </label>
                    if formatted.is_some() {
                        <p class="add-formatted" role="status">
                            { "What you pasted has its formatting with it. " }
                            <button type="button" class="link" onclick={read}>{ "Read it as a web page" }</button>
                            { ": title, outlet, date and page furniture are then looked for." }
                        </p>
                    }
                    { line("Title", "Its first line, if left empty", &typed.title, field(|typed| &mut typed.title)) }
                    <div class="add-about">
                        { line("Outlet", "Who published it", &typed.outlet, field(|typed| &mut typed.outlet)) }
                        { line("Author", "Who wrote it", &typed.author, field(|typed| &mut typed.author)) }
                        { line("Date", "3 March 2026", &typed.date, field(|typed| &mut typed.date)) }
                        <label class="add-line"><span>{ "Language" }</span>
                            <span class="add-language">
                                <input class="field" type="text" value={language} placeholder="en, de, pt-BR" autocomplete="off"
                                    maxlength="35" oninput={field(|typed| &mut typed.language)} />
                                if let Some(sure) = sure {
                                    <small class="soft" role="status">{ sure }</small>
                                }
                            </span>
                        </label>
                    </div>
                    { choices }
                    if let Some(reason) = *wrong {
                        <p class="problem" role="alert">{ reason }</p>
                    }
                    <div class="add-do">
                        <button type="submit" class="button" aria-disabled={adding.then_some("true")}>{ "Add the text" }</button>
                        <span class="soft">{ if *adding { "Adding \u{2026}" } else { "It stays in this browser." } }</span>
                    </div>
                </form>
            }
        </> }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        assert_eq!(dated(" "), Ok(Published::default()));
        for soon in ["soon", "3/4/2026", "30 February 2026", "2026-02-30"] {
            assert!(dated(soon).is_err(), "{soon}");
        }
        for (given, date) in [
            ("3 March 2026", "2026-03-03"),
            ("5.3.2026", "2026-03-05"),
            ("March 2026", "2026-03"),
            ("2026-3-3", "2026-03-03"),
        ] {
            assert_eq!(dated(given).ok().and_then(|it| it.date).as_deref(), Some(date), "{given}");
        }
    }

    #[test]
    fn a_title_loses_the_outlet_that_is_given() {
        let typed = Typed { text: "Quay opens | Daily Echo\n\nIt did.".into(), ..Typed::default() };
        assert_eq!(typed.article().unwrap().title, "Quay opens | Daily Echo");
        let given = Typed { outlet: "Daily Echo".into(), ..typed }.article().unwrap();
        assert_eq!((given.title.as_str(), given.title_source), ("Quay opens", Source::Stated));
        let both =
            Typed { title: "Mine - Echo".into(), outlet: "echo".into(), text: "It did.".into(), ..Typed::default() };
        assert_eq!(both.article().unwrap().title, "Mine");
    }

    #[test]
    fn a_text_is_called_by_its_first_line() {
        let typed = Typed { text: "\n  A headline\n\nThe text.".into(), ..Typed::default() };
        let article = typed.article().unwrap();
        assert_eq!((article.title.as_str(), article.title_source), ("A headline", Source::Stated));
        let named = Typed { title: "Mine".into(), outlet: "  ".into(), ..typed.clone() }.article().unwrap();
        assert_eq!((named.title_source, named.outlet), (Source::Ours, None));
        assert_eq!(named.language, "und");
        assert!(Typed { language: "English".into(), ..typed.clone() }.article().is_err());
        let spoken = Typed { language: " de ".into(), ..typed.clone() }.article().unwrap();
        assert_eq!(spoken.language, "de");
        assert!(Typed { text: " … ".into(), ..Typed::default() }.article().is_err());
        assert!(Typed { date: "2025-02-30".into(), ..typed }.article().is_err());
    }
}
