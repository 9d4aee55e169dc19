//! Word lists: data that some questions need and most don't.
//!
//! They stand in `static/lists/` (its README tells where each comes from), not in the program, and
//! are loaded by the first question that needs them: natively from that folder ([`Folder`]), in
//! the worker by a request beside the worker's own address. What has been loaded is kept. A list
//! that doesn't come fails the part of the answer that needs it, with a sentence, and is asked for
//! again by the next question.

use std::fmt;
use std::rc::Rc;

use crate::protocol::{Error, ErrorCode};

/// A word list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// How often words occur in general English: `general-english.txt`.
    GeneralEnglish,
    /// What the measures tell and their formulas: `methods.txt`, see [`super::catalogue`].
    Methods,
    /// Rules for syllables, and words they get wrong: `syllables.txt`.
    Syllables,
    /// British and American spellings: `varieties.txt`.
    Varieties,
    /// Irregular participles, and words that look like one: `participles.txt`.
    Participles,
    /// Hedges: `hedges.txt`.
    Hedges,
    /// Words rated pleasant or unpleasant: `tone.txt`.
    Tone,
    /// Verbs and nouns that report speech: `reporting.txt`.
    Reporting,
    /// Words that say who speaks: `speakers.txt`.
    Speakers,
    /// Places, their peoples, and organisations: `gazetteer.txt`.
    Gazetteer,
    /// Modal verbs: `modals.txt`.
    Modals,
    /// Which country a place lies in: `countries.txt`.
    Countries,
}

impl List {
    /// Every list.
    pub const ALL: [Self; 12] = [
        Self::GeneralEnglish,
        Self::Methods,
        Self::Syllables,
        Self::Varieties,
        Self::Participles,
        Self::Hedges,
        Self::Tone,
        Self::Reporting,
        Self::Speakers,
        Self::Gazetteer,
        Self::Modals,
        Self::Countries,
    ];

    /// Its file in `static/lists/`, and in the folder `lists/` of the page.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::GeneralEnglish => "general-english.txt",
            Self::Methods => "methods.txt",
            Self::Syllables => "syllables.txt",
            Self::Varieties => "varieties.txt",
            Self::Participles => "participles.txt",
            Self::Hedges => "hedges.txt",
            Self::Tone => "tone.txt",
            Self::Reporting => "reporting.txt",
            Self::Speakers => "speakers.txt",
            Self::Gazetteer => "gazetteer.txt",
            Self::Modals => "modals.txt",
            Self::Countries => "countries.txt",
        }
    }

    /// What it is, to go on a sentence: `the list of general English`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::GeneralEnglish => "the list of general English",
            Self::Methods => "the catalogue of measures",
            Self::Syllables => "the list of syllables",
            Self::Varieties => "the list of British and American spellings",
            Self::Participles => "the list of participles",
            Self::Hedges => "the list of hedges",
            Self::Tone => "the list of rated words",
            Self::Reporting => "the list of reporting verbs",
            Self::Speakers => "the list of words for speakers",
            Self::Gazetteer => "the list of places and organisations",
            Self::Modals => "the list of modal verbs",
            Self::Countries => "the list of countries",
        }
    }

    /// That it could not be had, and `why`: a clause without its full stop.
    #[must_use]
    pub fn missing(self, why: &str) -> Error {
        Error {
            code: ErrorCode::List,
            message: ["Parallax could not load ", self.name(), " (lists/", self.file(), "): ", why, "."].concat(),
            remedy: "Check the connection and ask again; all other answers are as they were.".to_owned(),
        }
    }
}

/// Where lists come from.
pub trait Lists: fmt::Debug {
    /// The list as its file has it.
    ///
    /// # Errors
    /// [`List::missing`], with the reason.
    fn load(&self, list: List) -> Result<String, Error>;

    /// The addresses of all files that were fetched for the engine, its own program too; none where files aren't
    /// fetched.
    fn fetched(&self) -> Vec<String> {
        Vec::new()
    }
}

/// No lists: what an engine has until it is given some.
#[derive(Clone, Copy, Debug)]
pub struct NoLists;

impl Lists for NoLists {
    fn load(&self, list: List) -> Result<String, Error> {
        Err(list.missing("this engine was started without word lists"))
    }
}

/// Lists in a folder of the machine, as `static/lists`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug)]
pub struct Folder(pub std::path::PathBuf);

#[cfg(not(target_arch = "wasm32"))]
impl Lists for Folder {
    fn load(&self, list: List) -> Result<String, Error> {
        std::fs::read_to_string(self.0.join(list.file())).map_err(|reason| list.missing(&reason.to_string()))
    }
}

/// The lists that have been loaded, and where others come from.
#[derive(Debug)]
pub struct Shelf {
    from: Box<dyn Lists>,
    loaded: [Option<Rc<str>>; List::ALL.len()],
}

impl Shelf {
    /// An empty shelf.
    #[must_use]
    pub fn new(from: Box<dyn Lists>) -> Self {
        Self { from, loaded: Default::default() }
    }

    /// The list; loaded when first asked for.
    ///
    /// # Errors
    /// As [`Lists::load`].
    pub fn get(&mut self, list: List) -> Result<Rc<str>, Error> {
        let place = &mut self.loaded[list as usize];
        if let Some(text) = place {
            return Ok(Rc::clone(text));
        }
        let text: Rc<str> = self.from.load(list)?.into();
        Ok(Rc::clone(place.insert(text)))
    }

    /// As [`Lists::fetched`].
    #[must_use]
    pub fn fetched(&self) -> Vec<String> {
        self.from.fetched()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[derive(Debug)]
    struct Late(Rc<Cell<u32>>);

    impl Lists for Late {
        fn load(&self, list: List) -> Result<String, Error> {
            self.0.set(self.0.get() + 1);
            if self.0.get() == 1 { Err(list.missing("the line is dead")) } else { Ok("a list".to_owned()) }
        }
    }

    #[test]
    fn what_did_not_come_is_asked_for_again_and_what_came_is_kept() {
        let asked = Rc::new(Cell::new(0));
        let mut shelf = Shelf::new(Box::new(Late(Rc::clone(&asked))));
        let error = shelf.get(List::GeneralEnglish).unwrap_err();
        assert_eq!(error.code, ErrorCode::List);
        assert!(error.message.contains("general English") && error.message.ends_with("the line is dead."));
        for _ in 0..3 {
            assert_eq!(&*shelf.get(List::GeneralEnglish).unwrap(), "a list");
        }
        assert_eq!(asked.get(), 2);
    }

    #[test]
    fn every_list_stands_in_its_folder_with_a_word_on_where_it_is_from() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("static/lists");
        let notes = std::fs::read_to_string(folder.join("README.md")).unwrap();
        let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html")).unwrap();
        for (place, list) in List::ALL.into_iter().enumerate() {
            assert_eq!(list as usize, place);
            assert!(!Folder(folder.clone()).load(list).unwrap().is_empty());
            assert!(notes.contains(&format!("## `{}`", list.file())), "static/lists/README.md: {}", list.file());
            assert!(page.contains(&format!("static/lists/{}", list.file())), "index.html: {}", list.file());
        }
        assert_eq!(Folder(folder.join("none")).load(List::GeneralEnglish).unwrap_err().code, ErrorCode::List);
        assert_eq!(NoLists.load(List::GeneralEnglish).unwrap_err().code, ErrorCode::List);
    }
}
