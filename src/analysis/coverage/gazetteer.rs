//! Which names are listed? Read from `static/lists/gazetteer.txt`, whose README tells where it is from.

use super::reading::{Sentence, Word};
use crate::analysis::quotations::frame::Gap;
use crate::sorting::sort_by;
use crate::text::{WordOptions, tokens};

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entity<'l> {
    /// Its usual name.
    pub name: &'l str,
    /// Whether it is a body, not a place.
    pub body: bool,
    /// Whether it is a country.
    pub country: bool,
}

/// A word of a listed name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    lower: String,
    capital: bool,
    capitals: bool,
}

/// A listed name.
#[derive(Clone, Debug)]
struct Listed {
    parts: Vec<Part>,
    entity: usize,
}

/// Places, organisations and peoples.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer<'l> {
    entities: Vec<Entity<'l>>,
    /// By the first word's bytes, the longest first.
    names: Vec<Listed>,
    /// Peoples and adjectives, likewise, with whose they are.
    peoples: Vec<Listed>,
}

impl<'l> Gazetteer<'l> {
    /// Reads the list: a line is a kind, a colon, names with `|` between, and, after another colon, peoples.
    #[must_use]
    pub fn read(list: &'l str) -> Self {
        let mut read = Self::default();
        for line in list.lines() {
            let mut fields = line.split(':');
            let (Some(kind), Some(names)) = (fields.next(), fields.next()) else { continue };
            let Some(name) = names.split('|').next().filter(|name| !name.is_empty()) else { continue };
            let entity = read.entities.len();
            read.entities.push(Entity { name, body: kind == "organisation", country: kind == "country" });
            read.names.extend(names.split('|').map(|name| Listed { parts: parts(name), entity }));
            let peoples = fields.next().unwrap_or("").split('|').filter(|it| !it.is_empty());
            read.peoples.extend(peoples.map(|name| Listed { parts: parts(name), entity }));
        }
        for list in [&mut read.names, &mut read.peoples] {
            list.retain(|it| !it.parts.is_empty());
            sort_by(list, |a: &Listed, b: &Listed| {
                let first = a.parts[0].lower.cmp(&b.parts[0].lower);
                first.then_with(|| b.parts.len().cmp(&a.parts.len())).then(a.entity.cmp(&b.entity))
            });
        }
        read
    }

    /// What is listed, by number.
    pub(super) fn entity(&self, number: usize) -> Entity<'l> {
        self.entities[number]
    }

    /// The longest listed name that starts here: how many words it has, and whose it is.
    pub(super) fn name_at(&self, words: &[Word], at: usize, sentence: &Sentence) -> Option<(usize, usize)> {
        longest(&self.names, words, at, sentence)
    }

    /// The longest people's name or adjective that starts here.
    pub(super) fn people_at(&self, words: &[Word], at: usize, sentence: &Sentence) -> Option<(usize, usize)> {
        longest(&self.peoples, words, at, sentence)
    }
}

fn longest(list: &[Listed], words: &[Word], at: usize, sentence: &Sentence) -> Option<(usize, usize)> {
    let first = words.get(at).filter(|_| at < sentence.end)?.lower.as_str();
    let from = list.partition_point(|it| it.parts[0].lower.as_str() < first);
    let same = list[from..].iter().take_while(|it| it.parts[0].lower == first);
    same.filter(|it| at + it.parts.len() <= sentence.end)
        .find(|it| {
            let here = &words[at..at + it.parts.len()];
            let last = it.parts.len() - 1;
            here.iter().zip(&it.parts).enumerate().all(|(by, (word, part))| {
                let case = if sentence.shouted {
                    // `WHO` and `US` are words too there.
                    !part.capitals || part.lower.chars().count() > 3
                } else {
                    (!part.capital || word.capital) && (!part.capitals || word.capitals)
                };
                let joined = by == 0 || word.gap == Gap::Space;
                let whole = by == last || !word.possessive || part.lower == "people";
                word.lower == part.lower && case && joined && whole
            })
        })
        .map(|it| (it.parts.len(), it.entity))
}

fn parts(name: &str) -> Vec<Part> {
    let options = WordOptions { join_hyphens: false, keep_numbers: true, ..WordOptions::default() };
    let part = |written: &str| {
        let lower = written.to_lowercase().replace('’', "'");
        let mut letters = written.chars().filter(|c| c.is_alphabetic());
        Part {
            capital: written.starts_with(char::is_uppercase),
            capitals: letters.clone().nth(1).is_some() && letters.all(|c| !c.is_lowercase()),
            lower: lower.strip_suffix("'s").unwrap_or(&lower).to_owned(),
        }
    };
    tokens(name, &options).iter().map(|span| part(span.of(name))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::reading::Reading;
    use super::*;
    use crate::analysis::quotations::lexicon::{ReportingWords, SpeakerWords};

    const LIST: &str = include_str!("../../../static/lists/gazetteer.txt");

    fn names(text: &str) -> Vec<String> {
        let gazetteer = Gazetteer::read(LIST);
        let reading = Reading::new(text, &SpeakerWords::read(""), &ReportingWords::read(""));
        let mut found = Vec::new();
        for sentence in &reading.sentences {
            let mut at = sentence.start;
            while at < sentence.end {
                if let Some((len, entity)) = gazetteer.name_at(&reading.words, at, sentence) {
                    found.push(gazetteer.entity(entity).name.to_owned());
                    at += len;
                } else {
                    at += 1;
                }
            }
        }
        found
    }

    #[test]
    fn every_line_is_read_and_every_name_has_its_words() {
        let gazetteer = Gazetteer::read(LIST);
        assert_eq!(gazetteer.entities.len(), LIST.lines().count());
        assert!(gazetteer.names.len() > 1_300 && gazetteer.peoples.len() > 200);
    }

    #[test]
    fn names_under_their_variants_and_not_within_words() {
        assert_eq!(names("The US and America trust the U.S. Army, not us."), ["United States"; 3]);
        assert_eq!(names("NATO’s, Nato’s and the Atlantic Alliance’s plan"), ["NATO"; 3]);
        assert_eq!(
            names("The European People’s Party in the European Parliament"),
            ["European People's Party", "European Parliament"]
        );
        assert_eq!(
            names("The Russia-Ukraine war; non-EU allies; the Indo-Pacific"),
            ["Russia", "Ukraine", "European Union", "Indo-Pacific"]
        );
        assert_eq!(names("They turkey. Who? Nato-style, german, in china."), ["NATO"]);
        assert_eq!(names("WHO WILL HELP US IN UKRAINE NOW"), ["Ukraine"]);
    }
}
