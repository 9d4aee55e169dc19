//! What a number on framing was counted from, in words.

use crate::protocol::{Framed, ModalChoice, ModalClass, Voice};

/// In a word or two, as on a button’s name: `support near nato`, `modal verbs`.
#[must_use]
pub fn framed_name(name: &str) -> String {
    match Framed::named(name) {
        Some(Framed::Collocates { node, term, .. }) if term.is_empty() => node.join(", "),
        Some(Framed::Collocates { node, term, .. }) => {
            [term.as_str(), " near ", node.first().map_or("", String::as_str)].concat()
        }
        Some(Framed::Modals { choice, voice }) => [verbs(&choice).as_str(), whose(voice)].concat(),
        None => String::new(),
    }
}

/// As the reader says it beside the count.
#[must_use]
pub fn framed_told(name: &str) -> String {
    match Framed::named(name) {
        Some(Framed::Collocates { node, term, .. }) if term.is_empty() => ["Every place of ", &quoted(&node)].concat(),
        Some(Framed::Collocates { node, window, term }) => {
            let reach = if window.left == window.right {
                window.left.to_string()
            } else {
                [window.left.to_string(), window.right.to_string()].join(" or ")
            };
            let within = if window.crossing { "" } else { " in its sentence" };
            ["‘", &term, "’ at most ", &reach, " words from ", &quoted(&node), within].concat()
        }
        Some(Framed::Modals { choice, voice }) => ["Every place of ", &verbs(&choice), whose(voice)].concat(),
        None => String::new(),
    }
}

fn quoted(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| ["‘", word, "’"].concat()).collect();
    words.join(", ")
}

fn verbs(choice: &ModalChoice) -> String {
    match choice {
        ModalChoice::Any => "modal verbs".to_owned(),
        ModalChoice::Class(class) => ["modal verbs of ", class_name(*class)].concat(),
        ModalChoice::Verb(verb) => ["‘", verb, "’"].concat(),
        ModalChoice::Negated => "negated modal verbs".to_owned(),
    }
}

const fn whose(voice: Voice) -> &'static str {
    match voice {
        Voice::Any => "",
        Voice::Writer => " in the writer’s words",
        Voice::Quoted => " in quotations",
    }
}

/// A class of modal verbs, as the page calls it.
#[must_use]
pub const fn class_name(class: ModalClass) -> &'static str {
    match class {
        ModalClass::Obligation => "obligation",
        ModalClass::Possibility => "possibility",
        ModalClass::Prediction => "prediction",
    }
}
