//! The settings: what counts as a word, what is counted, what is shown.

use yew::prelude::*;

use super::stop_words::StopWordsSettings;
use crate::app::components::Modal;
use crate::app::context::use_app;
use crate::app::state::{Action, Overlay};
use crate::protocol::Settings;

/// A switch: its name, a sentence on what it does, and where it stands in the settings.
struct Line {
    name: &'static str,
    says: &'static str,
    place: fn(&mut Settings) -> &mut bool,
}

const WORDS: &[Line] = &[
    Line {
        name: "Capital and small letters are one",
        says: "“The” and “the” count as “the”.",
        place: |settings| &mut settings.words.fold_case,
    },
    Line {
        name: "Abbreviations in capitals stay apart",
        says: "“US” does not count as “us”, nor “WHO” as “who”.",
        place: |settings| &mut settings.words.keep_acronyms,
    },
    Line {
        name: "Possessive endings are not counted",
        says: "“NATO’s” counts as “nato”. The text is shown as written.",
        place: |settings| &mut settings.words.strip_possessives,
    },
    Line {
        name: "Words joined by a hyphen are one",
        says: "“anti-drone” is one word; off, it is “anti” and “drone”.",
        place: |settings| &mut settings.words.join_hyphens,
    },
    Line {
        name: "Numbers are words",
        says: "“2025” and “3.5” are counted; off, they are left out of every size and rate too.",
        place: |settings| &mut settings.words.keep_numbers,
    },
    Line {
        name: "British and American spellings are one",
        says: "“defence” and “defense” count as one word, and so do “U.S.” and “US”.",
        place: |settings| &mut settings.words.merge_spellings,
    },
    Line {
        name: "Count words by their stems",
        says: "“ally” and “allies” count as one, and tables show their stem, “alli”, with the forms found. Stop words stay as they are. Rules of Snowball 3.0 for English, which know no meanings: “general” and “generally” are one too.",
        place: |settings| &mut settings.words.stems,
    },
];

const FURNITURE: &[Line] = &[Line {
    name: "Count page furniture",
    says: "Captions, datelines, view counts, source lines, disclaimers and links to other stories. Grey in the reader.",
    place: |settings| &mut settings.furniture,
}];

/// The settings, each with what it does and a way back to its default.
#[component]
pub(super) fn SettingsDialog() -> Html {
    let app = use_app();
    let on_close = {
        let app = app.clone();
        move |()| app.act(Action::Close(Overlay::Settings))
    };
    let settings = &app.state().settings;
    // Which articles take part, and how they are grouped, is chosen in the rail.
    let usual = in_the_rail(settings);
    let changed = *settings != usual;
    let reset = {
        let app = app.clone();
        move |_: MouseEvent| {
            app.change(|state| state.settings = in_the_rail(&state.settings));
        }
    };
    part!(Modal {
        title: "Settings",
        class: "settings",
        on_close,
        children: html! { <>
            <p class="soft">{ "They hold for every view, are part of the address, and can be undone." }</p>
            <h3>{ "What is a word" }</h3>
            { for WORDS.iter().map(|line| part!(Switch { line: Where(line) })) }
            <h3>{ "What is counted" }</h3>
            { for FURNITURE.iter().map(|line| part!(Switch { line: Where(line) })) }
            { part!(StopWordsSettings) }
            <div class="settings-foot">
                <button type="button" class="button" disabled={!changed} onclick={reset}>{ "Reset all settings" }</button>
            </div>
        </> }
    })
}

/// What each switch is called, and whether it is on.
pub(in crate::app) fn told(settings: &Settings) -> Vec<(&'static str, bool)> {
    let mut settings = settings.clone();
    WORDS.iter().chain(FURNITURE).map(|line| (line.name, *(line.place)(&mut settings))).collect()
}

/// The settings as by default, but those of the rail.
fn in_the_rail(settings: &Settings) -> Settings {
    Settings { off: settings.off.clone(), grouping: settings.grouping.clone(), ..Settings::default() }
}

/// A line by its place in the tables above.
#[derive(Clone, Copy)]
struct Where(&'static Line);

impl PartialEq for Where {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SwitchProps {
    line: Where,
}

#[component]
fn Switch(props: &SwitchProps) -> Html {
    let app = use_app();
    let Where(line) = props.line;
    let on = *(line.place)(&mut app.state().settings.clone());
    let usual = *(line.place)(&mut Settings::default());
    let flip = {
        let app = app.clone();
        move || {
            app.change(move |state| {
                let place = (line.place)(&mut state.settings);
                *place = !*place;
            });
        }
    };
    let (onchange, onclick) = (flip.clone(), flip);
    html! {
        <div class="setting">
            <label class="switch-line">
                <input type="checkbox" class="switch" role="switch" checked={on} onchange={move |_: Event| onchange()} />
                <span>{ line.name }<small class="soft">{ line.says }</small></span>
            </label>
            if on != usual {
                <button type="button" class="link" aria-label={["Reset: ", line.name].concat()} onclick={move |_: MouseEvent| onclick()}>{ "Reset" }</button>
            }
        </div>
    }
}
