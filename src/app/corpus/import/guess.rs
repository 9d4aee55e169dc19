//! Which language a pasted text is in: the guess that is made for files, by the worker that reads them.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::numbers;
use crate::import::outcome::Language;
use crate::worker::importer::client::{Run, Told, Work};

/// So much of a text tells its language, in bytes: the worker reads no more either.
const SAMPLE: usize = 8 << 10;

/// How long the text must be left alone before it is asked about, in milliseconds.
const PATIENCE: u32 = 300;

/// How long who adds a text waits for a guess that isn't there yet, in milliseconds.
const LONGEST: u32 = 3000;

/// What tells of a text's language.
pub fn sample(text: &str) -> Rc<str> {
    text[..text.floor_char_boundary(SAMPLE)].into()
}

/// The guess at a text's language; `None` until there is one.
#[hook]
pub fn use_guess(text: &str) -> Option<Language> {
    let guess = use_state_eq(|| None::<(Rc<str>, Language)>);
    let run = use_mut_ref(|| None::<Run>);
    let sample = sample(text);
    {
        let guess = guess.setter();
        use_effect_with(sample.clone(), move |sample| {
            // Of what went before nobody wants to know.
            run.take();
            let sample = sample.clone();
            let asks = sample.chars().any(char::is_alphabetic);
            let soon = asks.then(|| {
                Timeout::new(PATIENCE, move || {
                    let of = sample.clone();
                    run.replace(Some(Run::start(vec![Work::Language(sample)], move |told| {
                        if let Told::Language(Some(language)) = told {
                            guess.set(Some((of.clone(), language)));
                        }
                    })));
                })
            });
            move || drop(soon)
        });
    }
    guess.as_ref().filter(|(of, _)| *of == sample).map(|(_, language)| language.clone())
}

/// What is under way for a text that is to be added as soon as its language is known. Dropped, it isn't added.
pub struct Asking {
    _run: Run,
    _limit: Timeout,
}

/// Asks once, for who can't wait until the text is left alone; `then` hears the tag, `und` where there is no answer
/// in time.
pub fn ask(text: &str, then: impl Fn(String) + 'static) -> Asking {
    let then = Rc::new(then);
    let unknown = then.clone();
    let run = Run::start(vec![Work::Language(sample(text))], move |told| {
        if let Told::Language(language) = told {
            then(language.map_or_else(|| "und".to_owned(), |language| language.tag));
        }
    });
    Asking { _run: run, _limit: Timeout::new(LONGEST, move || unknown("und".to_owned())) }
}

/// How sure a guess is, in words.
pub fn sure(language: &Language) -> String {
    match language.confidence {
        _ if language.stated => "stated by the file".to_owned(),
        Some(confidence) => ["guessed, ", &numbers::percent(confidence), " sure"].concat(),
        None => "not known".to_owned(),
    }
}
