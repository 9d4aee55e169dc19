//! What a printed view says at its end: the settings, the date, the address.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::app::context::use_app;
use crate::protocol::{Compared, Field, HandGroup, Settings};

/// Shown on paper only.
#[component]
pub(super) fn PrintNote() -> Html {
    let app = use_app();
    let made = use_node_ref();
    {
        let made = made.clone();
        use_effect_with((), move |()| {
            // Written at once, not drawn: the browser doesn't wait.
            let listener = EventListener::new(&window(), "beforeprint", move |_| {
                let Some(made) = made.get() else { return };
                let date = js_sys::Date::new_0().to_locale_date_string("en-GB", &JsValue::UNDEFINED);
                let address = window().location().href().unwrap_or_default();
                made.set_text_content(Some(&["Printed ", &String::from(date), " from ", &address].concat()));
            });
            move || drop(listener)
        });
    }
    html! {
        <footer class="print-only">
            <p>{ ["Parallax. ", &summary(&app.state().settings)].concat() }</p>
            <p ref={made} />
        </footer>
    }
}

/// By what articles are grouped, in words; of groups by hand, which.
pub(in crate::app) fn grouped_by(settings: &Settings) -> String {
    match Compared::read(&settings.grouping) {
        Some(Compared::ByHand(groups)) => {
            let group = |group: &HandGroup| [&group.name, ": ", &group.articles.join(" + ")].concat();
            ["by hand (", &groups.iter().map(group).collect::<Vec<_>>().join(", "), ")"].concat()
        }
        Some(Compared::By(Field::Translated)) => "by translated or not".to_owned(),
        _ => ["by ", settings.grouping.text()].concat(),
    }
}

/// The settings in a sentence: what differs from the defaults.
fn summary(settings: &Settings) -> String {
    let usual = Settings::default();
    let (words, default) = (settings.words, usual.words);
    let mut parts: Vec<String> = Vec::new();
    let mut say = |differs: bool, text: &str| {
        if differs {
            parts.push(text.to_owned());
        }
    };
    say(words.fold_case != default.fold_case, "capital and small letters kept apart");
    say(words.keep_acronyms != default.keep_acronyms, "abbreviations in capitals counted as small words");
    say(words.strip_possessives != default.strip_possessives, "possessive endings counted");
    say(words.join_hyphens != default.join_hyphens, "hyphenated words taken apart");
    say(words.keep_numbers != default.keep_numbers, "numbers left out");
    say(words.merge_spellings != default.merge_spellings, "British and American spellings kept apart");
    say(words.stems, "words counted by their stems");
    say(settings.furniture, "page furniture counted");
    say(!settings.stop_words.hidden, "stop words shown");
    say(!settings.stop_words.added.is_empty(), &["hidden too: ", &settings.stop_words.added.join(", ")].concat());
    say(
        !settings.stop_words.removed.is_empty(),
        &["shown all the same: ", &settings.stop_words.removed.join(", ")].concat(),
    );
    say(!settings.off.is_empty(), &["articles left out: ", &settings.off.join(", ")].concat());
    say(!settings.grouping.is_each(), &["articles grouped ", &grouped_by(settings)].concat());
    if parts.is_empty() {
        "All settings are as by default.".to_owned()
    } else {
        ["Settings: ", &parts.join("; "), "."].concat()
    }
}
