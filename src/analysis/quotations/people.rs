//! Who is who in an article: names, titles and spellings that mean one person, and whom a pronoun or a
//! description stands for.
//!
//! Two names are one person's when their last words are alike but for accents, doubled letters and `y` for
//! `i` (`Rutte`, `Rute`), and so are their first, where both have one. `He` and `she` stand for the person last named as
//! a sentence's subject, unless a first name speaks against it; a description (`the NATO chief`) for the
//! person whose title shares its head or its qualifier, and a bare or a former office for whom the text is about.

use std::collections::BTreeMap;

use super::frame::{Frame, Gap, Word};
use super::subjects::{self, Phrase, Who};
use crate::analysis::style::names::skeleton;

/// Which pronoun a person takes, as a first name shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    She,
}

/// A person, as one article names them.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// Every spelling and how often.
    pub names: Vec<(String, u32)>,
    /// Skeletons of the last word and, where one is known, of the first.
    pub last: String,
    pub first: Option<String>,
    /// Words of their titles.
    titles: Vec<String>,
    gender: Option<Gender>,
    /// Whether a title or a first name shows that it is a person.
    sure: bool,
}

/// A place where a person is named.
#[derive(Clone, Copy, Debug)]
struct Mention {
    start: usize,
    person: usize,
    /// Whether it may be a sentence's subject: after no preposition, and no possessive.
    subject: bool,
}

/// The people of an article.
#[derive(Debug, Default)]
pub(super) struct People {
    pub persons: Vec<Person>,
    by_last: BTreeMap<String, Vec<usize>>,
    /// In order.
    mentions: Vec<Mention>,
}

/// Whom a phrase stands for, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    /// A person, named here.
    Named(usize),
    /// A person, by a pronoun.
    Pronoun(usize),
    /// A person, by a description.
    Description(usize),
    /// What the phrase says.
    AsWritten,
}

/// Most mentions that are looked through for whom a word stands for.
const MOST: usize = 500;

impl People {
    /// Reads the names of a frame.
    pub fn find(frame: &Frame, text: &str) -> Self {
        let mut people = Self::default();
        let words = &frame.words;
        // Full names first, so that a last name that stands before them finds its person.
        for with_first in [true, false] {
            for sentence in &frame.sentences {
                let mut at = sentence.start;
                while at < sentence.end {
                    let end = run(words, at, sentence.end);
                    if end == at {
                        at += 1;
                        continue;
                    }
                    people.read(frame, text, sentence.start, at, end, with_first);
                    at = end;
                }
            }
        }
        crate::sorting::sort_by(&mut people.mentions, |a, b| a.start.cmp(&b.start));
        people
    }

    /// Takes in the name, if it is one, in the run of capitalised words `start..end`.
    fn read(&mut self, frame: &Frame, text: &str, sentence: usize, mut start: usize, end: usize, with_first: bool) {
        let words = &frame.words;
        // A sentence's first word has its capital from its place.
        let placed = |word: &Word| {
            crate::text::is_stop_word(&word.lower) || word.verb.is_some() || word.sort.is_time() && !word.sort.is_she()
        };
        while start < end
            && (start == sentence && (placed(&words[start]) || words[start].lower.ends_with("ing"))
                || words[start].is(subjects::DETERMINERS))
        {
            start += 1;
        }
        let Some((from, to)) = subjects::name_in(words, start, end) else { return };
        let titled = (from > start && words[from - 1].sort.is_role())
            || from == start && from > sentence && words[from].gap == Gap::Space && words[from - 1].sort.is_person();
        let name = &words[from..to];
        let known_first = name.len() > 1 && (name[0].sort.is_he() || name[0].sort.is_she());
        let full = name.len() > 1;
        if full != with_first {
            return;
        }
        let person = match self.look_up(name) {
            Some(person) => person,
            // A single word is a person's name by its title, or not known to be one.
            None if full || titled => self.add(name),
            None => return,
        };
        let it = &mut self.persons[person];
        it.sure |= titled || known_first;
        if name[0].sort.is_he() != name[0].sort.is_she() && full {
            it.gender = Some(if name[0].sort.is_he() { Gender::He } else { Gender::She });
        }
        let written = spelling(frame, text, from, to);
        match it.names.iter_mut().find(|known| known.0 == written) {
            Some(known) => known.1 += 1,
            None => it.names.push((written, 1)),
        }
        let lead = start.max(sentence);
        for word in &words[lead..from] {
            push(&mut it.titles, &word.lower);
        }
        // `the engineer Pavel Novotny`, `Police chief Amos Reed`.
        let mut before = lead;
        while before > sentence
            && lead - before < 5
            && words[before].gap == Gap::Space
            && words[before - 1].quotation.is_none()
            && !words[before - 1].is(subjects::PREPOSITIONS)
            && (words[before - 1].sort.is_person() || before < lead)
        {
            before -= 1;
            push(&mut it.titles, &words[before].lower);
            if words[before].is(subjects::DETERMINERS) {
                break;
            }
        }
        // An apposition before or after: `The Secretary General of the Alliance, Mark Rutte,`.
        if words[from].gap == Gap::Comma {
            for word in words[sentence..from].iter().rev().take(10) {
                if word.sort.is_person() || word.capital {
                    push(&mut it.titles, &word.lower);
                }
                // `Her Portuguese counterpart, Duarte Seixas,`.
                it.sure |= word.sort.is_role() || word.sort.is_person();
                if word.gap != Gap::Space {
                    break;
                }
            }
        }
        if let Some(after) = words
            .get(to)
            .filter(|after| after.gap == Gap::Comma && (after.is(subjects::DETERMINERS) || after.sort.is_person()))
        {
            let _ = after;
            for (by, word) in words[to..].iter().take(10).enumerate() {
                if by > 0 && word.gap != Gap::Space {
                    break;
                }
                if word.sort.is_person() || word.capital {
                    push(&mut it.titles, &word.lower);
                }
                it.sure |= word.sort.is_person();
            }
        }
        let before = before.min(start);
        let preposed = before > sentence && words[before].gap == Gap::Space && {
            let near = &words[before - 1];
            let determined = near.is(subjects::DETERMINERS) && before > sentence + 1;
            near.is(subjects::PREPOSITIONS) || determined && words[before - 2].is(subjects::PREPOSITIONS)
        };
        let subject = !preposed && !words[to - 1].possessive;
        self.mentions.push(Mention { start: from, person, subject });
    }

    /// The person of this name.
    pub fn look_up(&self, name: &[Word]) -> Option<usize> {
        let last = skeleton(&name.last()?.lower);
        let first = (name.len() > 1).then(|| skeleton(&name[0].lower));
        let same = |person: &&usize| match (&first, &self.persons[**person].first) {
            (Some(a), Some(b)) => a == b || a.chars().count() == 1 && b.starts_with(a.as_str()),
            _ => true,
        };
        self.by_last.get(&last)?.iter().rev().find(same).copied()
    }

    fn add(&mut self, name: &[Word]) -> usize {
        let last = name.last().map_or_else(String::new, |word| skeleton(&word.lower));
        let first = (name.len() > 1).then(|| skeleton(&name[0].lower));
        let person = self.persons.len();
        self.by_last.entry(last.clone()).or_default().push(person);
        self.persons.push(Person { names: Vec::new(), last, first, titles: Vec::new(), gender: None, sure: false });
        person
    }

    /// Notes that the person speaks, and so is one.
    pub fn speaks(&mut self, person: usize) {
        self.persons[person].sure = true;
    }

    /// Whether something shows that it is a person.
    pub fn is_sure(&self, person: usize) -> bool {
        self.persons[person].sure
    }

    /// Adds a person whose name stands as words `from..to`, and is not known yet.
    pub fn named(&mut self, frame: &Frame, text: &str, from: usize, to: usize) -> usize {
        let name = &frame.words[from..to];
        if let Some(person) = self.look_up(name) {
            return person;
        }
        let person = self.add(name);
        self.persons[person].names.push((spelling(frame, text, from, to), 1));
        person
    }

    /// Whom the phrase stands for; `None` where a pronoun stands for nobody that is known.
    pub fn resolve(&mut self, frame: &Frame, text: &str, phrase: &Phrase) -> Option<Resolved> {
        match phrase.who {
            Who::Person(from, to) => Some(Resolved::Named(self.named(frame, text, from, to))),
            Who::Pronoun => {
                let word = &frame.words[phrase.start];
                let gender = match word.lower.as_str() {
                    "he" => Gender::He,
                    "she" => Gender::She,
                    _ => return None,
                };
                self.subject_before(frame, phrase.start, Some(gender)).map(Resolved::Pronoun)
            }
            Who::Described(head) => Some(self.described(frame, phrase, head)),
            Who::Body | Who::Paper => Some(Resolved::AsWritten),
            Who::Relative => None,
        }
    }

    fn described(&self, frame: &Frame, phrase: &Phrase, head: usize) -> Resolved {
        let words = &frame.words;
        let of = &words[phrase.start..phrase.end.max(head + 1)];
        let definite = of[0].is(&["the"]) || of[0].possessive;
        let role = &words[head].lower;
        if !definite || role.ends_with('s') && !role.ends_with("ss") {
            return Resolved::AsWritten;
        }
        let qualifiers: Vec<&str> = of
            .iter()
            .filter(|word| word.capital && !word.is(subjects::DETERMINERS) && !word.sort.is_role())
            .map(|word| word.lower.as_str())
            .collect();
        let heads = |person: &Person| person.titles.iter().any(|title| alike(title, role));
        let qualified = |person: &Person| qualifiers.iter().any(|it| person.titles.iter().any(|title| title == it));
        let latest = |wanted: &dyn Fn(&Person) -> bool| {
            let before = self.mentions.partition_point(|mention| mention.start < phrase.start);
            self.mentions[..before]
                .iter()
                .rev()
                .take(MOST)
                .map(|mention| mention.person)
                .find(|person| wanted(&self.persons[*person]))
        };
        // The office of a title, and nothing that speaks against it.
        let found = latest(&|person| (qualifiers.is_empty() || qualified(person)) && heads(person))
            .or_else(|| latest(&|person| qualified(person) && person.sure && words[head].sort.is_role()))
            .or_else(|| {
                let by_office = latest(&heads)?;
                // `the Secretary General of the organisation`: one office, no other holder.
                let only = self.persons.iter().filter(|person| heads(person)).count() == 1;
                (only && words[head].is(&["general", "secretary-general", "pope", "king", "queen"]))
                    .then_some(by_office)
            });
        if let Some(person) = found {
            return Resolved::Description(person);
        }
        // `the senator posted`, and `Senator Dale Whitcombe` only later: one holder in the article.
        if words[head].sort.is_role() {
            let holds = |person: &&Person| heads(person) && (qualifiers.is_empty() || qualified(person));
            let mut holders = (0..).zip(&self.persons).filter(|(_, person)| holds(person));
            if let (Some((person, _)), None) = (holders.next(), holders.next()) {
                return Resolved::Description(person);
            }
        }
        let anaphor = of.iter().any(|word| word.is(&["former", "then"]))
            || words[head].is(&["politician", "diplomat", "lawmaker", "man", "woman", "leader", "veteran"])
            || phrase.end - phrase.start == 2
                && words[head].sort.is_role()
                && self.holders(role) == 0
                && words[head].is(&["chief", "boss"]);
        if anaphor && let Some(person) = self.subject_before(frame, phrase.start, None) {
            return Resolved::Description(person);
        }
        Resolved::AsWritten
    }

    fn holders(&self, role: &str) -> usize {
        self.persons.iter().filter(|person| person.titles.iter().any(|title| title == role)).count()
    }

    /// The person last named as a subject before a place, in its sentence or one of the eight before.
    pub fn subject_before(&self, frame: &Frame, place: usize, gender: Option<Gender>) -> Option<usize> {
        let sentence = frame.sentences.partition_point(|sentence| sentence.end <= place);
        let least = sentence.saturating_sub(8);
        let fits = |mention: &&Mention| {
            let person = &self.persons[mention.person];
            gender.is_none_or(|gender| person.gender.is_none_or(|known| known == gender))
        };
        for sure in [true, false] {
            for subject in [true, false] {
                // Somebody who is no subject is meant only where nobody else is near.
                let least = if subject { least } else { sentence.saturating_sub(1) };
                for number in (least..=sentence.min(frame.sentences.len().saturating_sub(1))).rev() {
                    let within = frame.sentences[number];
                    let from = self.mentions.partition_point(|mention| mention.start < within.start);
                    let to = self.mentions.partition_point(|mention| mention.start < within.end.min(place));
                    let of_sentence = self.mentions.get(from..to).unwrap_or(&[]);
                    let wanted = |mention: &&Mention| {
                        mention.subject == subject && self.persons[mention.person].sure == sure && fits(mention)
                    };
                    if let Some(mention) = of_sentence.iter().take(MOST).find(wanted) {
                        return Some(mention.person);
                    }
                }
            }
        }
        None
    }
}

/// The name of most words, then the most frequent, then the first by bytes.
pub(super) fn fullest(names: &[(String, u32)]) -> &str {
    let size = |name: &(String, u32)| (name.0.split(' ').count(), name.1);
    names.iter().reduce(|a, b| if (size(b), &a.0) > (size(a), &b.0) { b } else { a }).map_or("", |name| &name.0)
}

fn push(titles: &mut Vec<String>, word: &str) {
    let parts = word.split('-');
    for part in parts {
        if !titles.iter().any(|known| known == part) && !crate::text::is_stop_word(part) {
            titles.push(part.to_owned());
        }
    }
}

/// Whether a title is the office of a head: `secretary-general`, `general`; `spokeswoman`, `spokesman`.
fn alike(title: &str, head: &str) -> bool {
    title == head || head.rsplit('-').next() == Some(title)
}

/// The end of the run of capitalised words, with particles within, that starts at `start`.
fn run(words: &[Word], start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        let word = &words[at];
        let goes_on = word.quotation.is_none()
            && (at == start || word.gap == Gap::Space)
            && (word.capital
                || at > start
                    && word.sort.is_particle()
                    && words.get(at + 1).is_some_and(|next| next.capital || next.sort.is_particle()));
        if !goes_on {
            break;
        }
        at += 1;
        if word.possessive {
            break;
        }
    }
    at
}

/// A name as written, without its possessive, its white space single.
pub(super) fn spelling(frame: &Frame, text: &str, from: usize, to: usize) -> String {
    let last = to.saturating_sub(1);
    // `twenty years’ service`: the apostrophe stands outside of the word.
    let written = |at: usize| {
        let span = frame.words[at].span;
        let mark = text[span.end as usize..].chars().next().filter(|c| at < last && matches!(c, '’' | '\''));
        let end = mark.filter(|_| span.of(text).ends_with('s')).map_or(0, char::len_utf8);
        &text[span.start as usize..span.end as usize + end]
    };
    let parts: Vec<&str> = (from..to).map(written).collect();
    let joined = parts.join(" ");
    let bare = joined.strip_suffix("'s").or_else(|| joined.strip_suffix("’s"));
    bare.unwrap_or(&joined).to_owned()
}
