//! Where in the text does a number on framing come from?

use super::modal_list::ModalClass;
use super::modals::{self, ModalChoice, Voice};
use super::node::Node;
use crate::analysis::error::QueryError;
use crate::analysis::evidence::words_span;
use crate::analysis::lookup::look_up;
use crate::analysis::marked::{MOST_PLACES, MarkedReport};
use crate::analysis::quotations::Quotations;
use crate::analysis::selection::Selection;
use crate::analysis::windows::{WIDEST, Window, stretches};
use crate::text::Span;

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Framed {
    /// The places of a word near a node; of the node itself, where the word is empty.
    Collocates {
        /// The words that the node is made of.
        node: Vec<String>,
        /// How far near is.
        window: Window,
        /// The word; empty: the node.
        term: String,
    },
    /// Modal verbs.
    Modals {
        /// Which.
        choice: ModalChoice,
        /// In whose words.
        voice: Voice,
    },
}

/// Voices by their names in markings.
const VOICES: [(Voice, &str); 3] = [(Voice::Any, "any"), (Voice::Writer, "writer"), (Voice::Quoted, "quoted")];

impl Framed {
    /// Its name in a [`Marking`](crate::analysis::marked::Marking), which addresses use too:
    /// `near.5-5.alliance/nato`, `modal.quoted.verb.must`. Words hold neither `/` nor a point at their start.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Collocates { node, window, term } => {
                let kind = if window.crossing { "across." } else { "near." };
                let node: Vec<String> = node.iter().map(|word| word.replace('/', " ")).collect();
                let (left, right) = (window.left.to_string(), window.right.to_string());
                [kind, &left, "-", &right, ".", term, "/", &node.join("/")].concat()
            }
            Self::Modals { choice, voice } => {
                let voice = VOICES.iter().find(|it| it.0 == *voice).map_or("", |it| it.1);
                let (kind, which) = match choice {
                    ModalChoice::Any => ("any", ""),
                    ModalChoice::Class(class) => ("class.", class.name()),
                    ModalChoice::Verb(verb) => ("verb.", verb.as_str()),
                    ModalChoice::Negated => ("negated", ""),
                };
                ["modal.", voice, ".", kind, which].concat()
            }
        }
    }

    /// What a name says is looked for; `None` where it says nothing.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (kind, rest) = name.split_once('.')?;
        let (first, rest) = rest.split_once('.')?;
        if kind == "modal" {
            let voice = VOICES.iter().find(|it| it.1 == first)?.0;
            let choice = match rest.split_once('.') {
                None if rest == "any" => ModalChoice::Any,
                None if rest == "negated" => ModalChoice::Negated,
                Some(("verb", verb)) if !verb.is_empty() => ModalChoice::Verb(verb.to_owned()),
                Some(("class", class)) => ModalChoice::Class(ModalClass::ALL.iter().find(|it| it.1 == class)?.0),
                _ => return None,
            };
            return Some(Self::Modals { choice, voice });
        }
        let crossing = match kind {
            "near" => false,
            "across" => true,
            _ => return None,
        };
        let (left, right) = first.split_once('-')?;
        let side = |side: &str| side.parse::<u32>().ok().filter(|side| *side <= WIDEST);
        let window = Window { left: side(left)?, right: side(right)?, crossing };
        let (term, node) = rest.split_once('/')?;
        let node: Vec<String> = node.split('/').map(str::to_owned).collect();
        Some(Self::Collocates { node, window, term: term.to_owned() })
    }
}

/// What finding them takes besides the texts.
#[derive(Clone, Copy, Debug)]
pub struct FramedLists<'l> {
    /// `modals.txt`; without it there is no modal verb.
    pub modals: Option<&'l str>,
    /// The quotations.
    pub quotations: &'l Quotations,
}

/// Finds the places behind a number: those in one article, and how many each has.
///
/// # Errors
/// When the article is unknown or off, a node holds no word, or the name says nothing.
pub fn places(selection: &Selection, name: &str, article: u32, lists: FramedLists) -> Result<MarkedReport, QueryError> {
    match Framed::named(name) {
        Some(Framed::Collocates { node, window, term }) => collocates(selection, &node, window, &term, article),
        Some(Framed::Modals { choice, voice }) => {
            modals::places(selection, &choice, voice, article, lists.modals, lists.quotations)
        }
        None => Err(QueryError::OutOfRange {
            what: "What is to be marked",
            given: name.chars().take(40).collect(),
            may_be: "words near others, or modal verbs",
        }),
    }
}

fn collocates(
    selection: &Selection,
    node: &[String],
    window: Window,
    term: &str,
    article: u32,
) -> Result<MarkedReport, QueryError> {
    let asked = selection.position(article)?;
    let node = Node::find(selection, node)?;
    let index = selection.index();
    let wanted =
        if term.is_empty() { None } else { look_up(selection, term)?.terms.and_then(|terms| terms.first().copied()) };
    let mut report = MarkedReport { article, ..MarkedReport::default() };
    for (position, &article) in selection.on().iter().enumerate() {
        let places = &node.places[position];
        let found: Vec<Span> = match (term.is_empty(), wanted) {
            (true, _) => places
                .iter()
                .map(|&(token, words)| words_span(index, position, token as usize, words as usize))
                .collect(),
            (false, Some(wanted)) => {
                let terms = index.article_terms(position);
                let tokens = stretches(index, position, places, window).into_iter().flatten();
                tokens.filter(|&token| terms[token] == wanted).map(|token| index.token_span(position, token)).collect()
            }
            (false, None) => Vec::new(),
        };
        if !found.is_empty() {
            report.counts.push((article, found.len() as u32));
        }
        if position == asked {
            report.places = found;
            report.places.truncate(MOST_PLACES);
        }
    }
    Ok(report)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn out_and_back() {
        let near = |left, right, crossing| Window { left, right, crossing };
        let node = || vec!["NATO".to_owned(), "the U.S. and 3.5".to_owned()];
        for framed in [
            Framed::Collocates { node: node(), window: near(5, 5, false), term: "u.s".to_owned() },
            Framed::Collocates { node: node(), window: near(0, 50, true), term: String::new() },
            Framed::Modals { choice: ModalChoice::Any, voice: Voice::Any },
            Framed::Modals { choice: ModalChoice::Negated, voice: Voice::Writer },
            Framed::Modals { choice: ModalChoice::Verb("have to".to_owned()), voice: Voice::Quoted },
            Framed::Modals { choice: ModalChoice::Class(ModalClass::Prediction), voice: Voice::Any },
        ] {
            assert_eq!(Framed::named(&framed.name()).as_ref(), Some(&framed), "{}", framed.name());
        }
        for name in [
            "",
            "near",
            "near.5",
            "near.5-5",
            "near.5-51.a/b",
            "near.a-5.b/c",
            "modal.any",
            "modal.any.x",
            "modal.any.class.x",
            "far.5-5.a/b",
        ] {
            assert_eq!(Framed::named(name), None, "{name}");
        }
    }
}
