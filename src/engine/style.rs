//! Questions on style: the engine brings the word lists that they need.

use std::rc::Rc;

use super::lists::{List, Shelf};
use crate::analysis::explain::key_and_part;
use crate::analysis::style::StyleLists;
use crate::protocol::{Error, Feature, Marking, Request, Subject, Table};

/// The lists that came.
#[derive(Default)]
pub(super) struct Lists {
    syllables: Option<Rc<str>>,
    varieties: Option<Rc<str>>,
    participles: Option<Rc<str>>,
    hedges: Option<Rc<str>>,
    tone: Option<Rc<str>>,
    /// A sentence for each that didn't.
    pub missing: Vec<String>,
}

impl Lists {
    /// What the question needs. Where a whole view is asked for, a list that doesn't come leaves the rest.
    ///
    /// # Errors
    /// When the question is about a single list, and that doesn't come.
    pub fn of(request: &Request, shelf: &mut Shelf) -> Result<Self, Error> {
        let mut lists = Self::default();
        let needed = match request {
            Request::Style(_) | Request::Csv(Table::Style(_)) => {
                for list in [List::Syllables, List::Varieties, List::Participles, List::Hedges, List::Tone] {
                    if let Err(error) = lists.load(shelf, list) {
                        lists.missing.push(error.message);
                    }
                }
                return Ok(lists);
            }
            Request::Marked(query) => match &query.marking {
                Marking::Style(feature) => Self::of_feature(feature),
                _ => None,
            },
            Request::Explain(query) if matches!(query.of, Subject::Article { .. }) => {
                match key_and_part(&query.measure).0 {
                    "syllables" | "flesch-reading-ease" | "flesch-kincaid" | "gunning-fog" | "smog" => {
                        Some(List::Syllables)
                    }
                    "varieties" => Some(List::Varieties),
                    "passives" => Some(List::Participles),
                    "hedges" => Some(List::Hedges),
                    "tone" => Some(List::Tone),
                    _ => None,
                }
            }
            Request::Csv(Table::Spellings) => Some(List::Varieties),
            Request::Csv(Table::Hedges) => Some(List::Hedges),
            Request::Csv(Table::Tone) => Some(List::Tone),
            _ => None,
        };
        if let Some(list) = needed {
            lists.load(shelf, list)?;
        }
        Ok(lists)
    }

    const fn of_feature(feature: &Feature) -> Option<List> {
        match feature {
            Feature::Polysyllables => Some(List::Syllables),
            Feature::Passives => Some(List::Participles),
            Feature::Hedges(_) => Some(List::Hedges),
            Feature::Positive(_) | Feature::Negative(_) | Feature::Negated => Some(List::Tone),
            Feature::British(_) | Feature::American(_) => Some(List::Varieties),
            Feature::Sentences(..) | Feature::Letters(..) | Feature::Hapaxes | Feature::Name(_) => None,
        }
    }

    fn load(&mut self, shelf: &mut Shelf, list: List) -> Result<(), Error> {
        let place = match list {
            List::Syllables => &mut self.syllables,
            List::Varieties => &mut self.varieties,
            List::Participles => &mut self.participles,
            List::Hedges => &mut self.hedges,
            List::Tone => &mut self.tone,
            _ => return Ok(()),
        };
        *place = Some(shelf.get(list)?);
        Ok(())
    }

    /// Their texts, as the analysis takes them.
    pub fn texts(&self) -> StyleLists<'_> {
        StyleLists {
            syllables: self.syllables.as_deref(),
            varieties: self.varieties.as_deref(),
            participles: self.participles.as_deref(),
            hedges: self.hedges.as_deref(),
            tone: self.tone.as_deref(),
        }
    }
}
