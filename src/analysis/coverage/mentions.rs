//! What does one article name, and where? Candidates in the order of the text; which of them are one is for
//! [`identity`](super::identity).

use std::collections::BTreeMap;

use super::calendar::Date;
use super::dates::{Resolved, date_at};
use super::gazetteer::Gazetteer;
use super::reading::{Reading, Sentence, Word};
use super::roles::{Office, RolePhrase, phrase_at, title_before};
use crate::analysis::quotations::frame::Gap;
use crate::text::is_stop_word;

/// What a candidate is.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// Listed, by its number in the gazetteer.
    Listed(usize),
    /// A person: the words of the name itself, and the office before or beside it.
    Person { from: usize, to: usize, office: Option<Office> },
    /// A body, by its last word.
    Body,
    /// A place, by its first or last word: `River Oder`, `Azov Sea`.
    Located,
    /// A name of which nothing tells what it names.
    Unknown,
    /// Words that are a name only if a person of that name is known: in a heading whose words all have capitals.
    Perhaps,
    /// A phrase for who holds an office.
    Role(Office),
    /// A date.
    Dated(Option<Resolved>),
}

/// What an article may name at a place.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub what: What,
    /// Its words, with a title before a name.
    pub from: usize,
    pub to: usize,
}

/// How often words stand with a capital of their own, and without, in all articles.
#[derive(Debug, Default)]
pub(super) struct Capitals {
    counts: BTreeMap<String, (u32, u32)>,
}

impl Capitals {
    pub fn count(&mut self, reading: &Reading) {
        for sentence in &reading.sentences {
            for at in sentence.start..sentence.end {
                let word = &reading.words[at];
                let placed = at == sentence.start || sentence.titled || word.opens;
                let own = word.capital && (!placed || word.capitals && !sentence.shouted);
                if own || !word.capital {
                    let count = self.counts.entry(word.lower.clone()).or_default();
                    *(if own { &mut count.0 } else { &mut count.1 }) += 1;
                }
            }
        }
    }

    /// Whether nothing speaks against its being a name's word: it never stands without a capital, and opens no sentences.
    fn may_be_name(&self, word: &Word) -> bool {
        let lower = self.counts.get(&word.lower).map_or(0, |it| it.1);
        let verb = word.lower.ends_with("ing") || word.lower.ends_with("ly") || word.lower.ends_with("ed");
        lower == 0 && !verb && !is_stop_word(&word.lower) && !word.is(OPENERS) && word.lower.chars().count() > 1
    }

    /// Whether it is a name's word: with a capital where none is asked for, at least as often as without.
    pub fn is_name(&self, word: &Word) -> bool {
        let (own, lower) = self.counts.get(&word.lower).copied().unwrap_or_default();
        own > 0 && own >= lower && !is_stop_word(&word.lower)
    }
}

/// What all articles are read with.
pub(super) struct Reader<'l> {
    pub gazetteer: &'l Gazetteer<'l>,
    pub capitals: &'l Capitals,
}

/// Words with a capital that are no names: directions, and what is called so by everyone.
const NO_NAMES: &[&str] = &[
    "western",
    "eastern",
    "northern",
    "southern",
    "central",
    "transatlantic",
    "mr",
    "mrs",
    "ms",
    "dr",
    "i",
    "god",
    "christian",
    "christians",
    "muslim",
    "muslims",
    "jewish",
    "jew",
    "jews",
    "islamic",
    "catholic",
    "nazi",
    "nazis",
    "internet",
    "ai",
    "photo",
    "video",
    "source",
    "read",
    "related",
    "image",
    "copyright",
];
/// Bodies by their last word that mostly are none.
const NO_BODIES: &[&str] =
    &["initiative", "states", "nations", "media", "guard", "who", "us", "un", "eu", "headquarters", "office"];
/// Last words of places’ names.
const PLACE_WORDS: &[&str] = &[
    "sea",
    "ocean",
    "bay",
    "gulf",
    "strait",
    "river",
    "mountains",
    "island",
    "islands",
    "canal",
    "street",
    "avenue",
    "airport",
    "square",
    "peninsula",
    "valley",
    "lake",
];
/// Bodies by their first word, with `of`.
const OF_BODIES: &[&str] = &[
    "bank",
    "ministry",
    "department",
    "university",
    "institute",
    "court",
    "council",
    "agency",
    "association",
    "federation",
    "church",
    "league",
    "house",
    "chamber",
];
/// Words that begin a sentence and no name; beside stop words.
const OPENERS: &[&str] = &[
    "amid",
    "despite",
    "beyond",
    "according",
    "although",
    "however",
    "meanwhile",
    "later",
    "earlier",
    "also",
    "even",
    "still",
    "yet",
    "instead",
    "today",
    "yesterday",
    "since",
    "unlike",
    "like",
    "per",
    "within",
    "without",
    "across",
    "around",
    "along",
    "alongside",
    "near",
    "inside",
    "outside",
    "last",
    "next",
    "perhaps",
    "maybe",
    "once",
    "soon",
    "besides",
    "hence",
    "thus",
    "therefore",
    "finally",
    "first",
    "second",
    "officials",
    "dear",
    "many",
    "much",
    "never",
    "often",
    "nobody",
    "everyone",
    "critics",
    "one",
    "two",
    "three",
    "when",
    "whenever",
    "whether",
    "whereas",
    "asked",
    "told",
    "including",
    "among",
    "behind",
    "toward",
    "towards",
    "throughout",
    "via",
    "amidst",
    "upon",
    "onto",
    "unless",
    "though",
];
/// Offices in small letters before a name of one word that are telling.
const STRONG: &[&str] = &[
    "president",
    "minister",
    "chancellor",
    "premier",
    "senator",
    "spokesman",
    "spokeswoman",
    "governor",
    "mayor",
    "ambassador",
    "commissioner",
    "king",
    "queen",
    "pope",
    "prince",
    "princess",
];

/// Every candidate of an article, by place. Phrases and titles may hold others: `the NATO chief` holds `NATO`.
pub(super) fn candidates(reading: &Reading, reader: &Reader, published: Option<Date>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        let scan = Scan { words: &reading.words, sentence, reader, published };
        let mut at = sentence.start;
        while at < sentence.end {
            at = scan.step(at, &mut found).max(at + 1);
        }
    }
    crate::sorting::sort_by(&mut found, |a: &Candidate, b: &Candidate| a.from.cmp(&b.from).then(b.to.cmp(&a.to)));
    appositions(reading, found)
}

struct Scan<'s> {
    words: &'s [Word],
    sentence: &'s Sentence,
    reader: &'s Reader<'s>,
    published: Option<Date>,
}

impl Scan<'_> {
    /// Looks at the word; says where to go on.
    fn step(&self, at: usize, found: &mut Vec<Candidate>) -> usize {
        let words = self.words;
        if let Some(it) = date_at(words, at, self.sentence, self.published) {
            found.push(Candidate { what: What::Dated(it.date), from: at, to: it.end });
            return it.end;
        }
        if !self.sentence.titled {
            // What a phrase holds is looked at too.
            let after_comma = at > self.sentence.start && words[at].gap == Gap::Comma;
            let phrase = phrase_at(words, at, self.sentence, self.reader.gazetteer, after_comma);
            if let Some(RolePhrase { from, to, office }) = phrase
                && !found.iter().rev().take(3).any(|it| matches!(it.what, What::Role(_)) && it.to > from)
            {
                found.push(Candidate { what: What::Role(office), from, to });
            }
        }
        if let Some(to) = self.located(at) {
            found.push(Candidate { what: What::Located, from: at, to });
            return to;
        }
        if let Some(to) = self.body(at) {
            found.push(Candidate { what: What::Body, from: at, to });
            return to;
        }
        if let Some((len, entity)) = self.reader.gazetteer.name_at(words, at, self.sentence) {
            let to = at + len;
            if let Some(end) = self.larger(at, to) {
                found.push(Candidate { what: What::Unknown, from: at, to: end });
                return end;
            }
            found.push(Candidate { what: What::Listed(entity), from: at, to });
            return to;
        }
        if let Some((len, _)) = self.reader.gazetteer.people_at(words, at, self.sentence) {
            return at + len;
        }
        self.name(at, found)
    }

    /// Whether the word may go on a name after the one before.
    fn joins(&self, at: usize) -> bool {
        at < self.sentence.end && self.words[at].follows() && !self.words[at - 1].possessive
    }

    /// Whether it may be a word of a name.
    fn is_name_word(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.capital
            && word.lower.chars().any(char::is_alphabetic)
            && (!word.sort.is_person() || word.sort.is_he() || word.sort.is_she())
            && (!word.sort.is_time() || word.sort.is_she())
            && !word.is(NO_NAMES)
            && !is_stop_word(&word.lower)
    }

    /// The end of a body's name that starts here: capitalised words the last of which is one for bodies, and what
    /// follows with `of`.
    fn body(&self, at: usize) -> Option<usize> {
        let words = self.words;
        if self.sentence.titled || !words[at].capital || words[at].glued && !words[at - 1].capital {
            return None;
        }
        let may = |by: usize| {
            let word = &words[by];
            // `Harbour Workers Union`.
            let person = word.sort.is_person() && !word.sort.is_body() && (by == at || word.sort.is_role());
            word.capital && !person && !word.sort.is_time() && !is_stop_word(&word.lower)
        };
        if !may(at) || at == self.sentence.start && !self.known(at) {
            return None;
        }
        let mut end = at + 1;
        let mut last = None;
        while end < self.sentence.end && end - at < 7 && words[end].follows() && may(end) {
            if words[end - 1].possessive
                && !words[end - 1].is(&["people", "workers", "women", "children", "veterans", "farmers"])
            {
                break;
            }
            let body = &words[end];
            if body.sort.is_body() && !body.capitals && !body.is(NO_BODIES) {
                last = Some(end);
            }
            end += 1;
        }
        // `Bank of Finland`: one word is enough with what follows.
        let alone = words[at].is(OF_BODIES) && self.joins(at + 1) && words[at + 1].is(&["of"]);
        let last = match last {
            Some(last) => last,
            None if alone && end == at + 1 => at,
            None => return None,
        };
        // A listed name that is as long, or that ends it, is one by itself: `German Bundestag`.
        let listed = |from: usize| self.reader.gazetteer.name_at(words, from, self.sentence);
        if (at..=last).any(|from| listed(from).is_some_and(|(len, _)| from + len > last)) {
            return None;
        }
        let mut to = last + 1;
        if self.joins(to) && words[to].is(&["of", "for"]) {
            let mut after = to + 1;
            if self.joins(after) && words[after].is(&["the"]) {
                after += 1;
            }
            let start = after;
            while self.joins(after) && (self.is_name_word(after)) {
                after += 1;
            }
            if after > start {
                to = after;
            } else if last == at {
                return None;
            }
        }
        Some(to)
    }

    /// The end of a place's name that starts here: with a word for waters, islands and streets before or after it.
    fn located(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let named = |at: usize| self.joins(at) && self.is_name_word(at) && !words[at].glued;
        if self.sentence.titled
            || !words[at].capital
            || self.reader.gazetteer.name_at(words, at, self.sentence).is_some_and(|it| it.0 > 1)
        {
            return None;
        }
        if words[at].is(&["river", "lake", "mount", "cape", "strait"]) && !words[at].possessive && named(at + 1) {
            return Some(at + 2);
        }
        if !self.is_name_word(at) || at == self.sentence.start && !self.known(at) {
            return None;
        }
        let mut to = at + 1;
        while to - at < 4 && named(to) && !words[to].sort.is_place() {
            to += 1;
        }
        let last = self.joins(to).then(|| &words[to]).filter(|it| it.capital && !it.possessive)?;
        last.is(PLACE_WORDS).then_some(to + 1)
    }

    /// Whether the first word of a sentence is one that has its capital elsewhere too.
    fn known(&self, at: usize) -> bool {
        let word = &self.words[at];
        self.reader.capitals.is_name(word)
            || word.capitals
            || self.reader.gazetteer.name_at(self.words, at, self.sentence).is_some()
            || self.reader.gazetteer.people_at(self.words, at, self.sentence).is_some()
    }

    /// Where a listed name is but the beginning of a larger one, its end: `North Atlantic Treaty`.
    fn larger(&self, at: usize, to: usize) -> Option<usize> {
        if self.sentence.titled {
            return None;
        }
        let mut end = to;
        while self.joins(end)
            && !self.words[end].glued
            && self.is_name_word(end)
            && !self.words[end].sort.is_body()
            && !self.words[end].sort.is_he()
            && !self.words[end].sort.is_she()
            && !self.words[end].is(&["article"])
            && self.reader.gazetteer.name_at(self.words, end, self.sentence).is_none()
            && self.reader.gazetteer.people_at(self.words, end, self.sentence).is_none()
            && date_at(self.words, end, self.sentence, None).is_none()
        {
            end += 1;
        }
        // A surname after a country is no part of its name: `Germany Merz` doesn't occur, `US Trump` neither.
        (end > to && end - at < 6).then_some(end)
    }

    /// A name that isn't listed.
    fn name(&self, at: usize, found: &mut Vec<Candidate>) -> usize {
        let words = self.words;
        if !self.is_name_word(at) || words[at].glued && !words[at - 1].capital {
            return at + 1;
        }
        if self.sentence.titled {
            found.push(Candidate { what: What::Perhaps, from: at, to: at + 1 });
            return at + 1;
        }
        let first = at == self.sentence.start || words[at].opens;
        let given = words[at].sort.is_he() || words[at].sort.is_she();
        // Of the first word of a sentence one can’t tell, unless its capital is its own elsewhere.
        if first && !given && !words[at].capitals && !self.reader.capitals.is_name(&words[at]) {
            // Two words that are nothing else may be somebody’s name: `Hillary Clinton met`.
            let full = self.joins(at + 1)
                && !words[at + 1].glued
                && self.is_name_word(at + 1)
                && self.reader.capitals.is_name(&words[at + 1])
                && self.reader.gazetteer.name_at(words, at + 1, self.sentence).is_none()
                && self.reader.gazetteer.people_at(words, at + 1, self.sentence).is_none()
                && self.reader.capitals.may_be_name(&words[at]);
            if full {
                found.push(Candidate { what: What::Unknown, from: at, to: at + 2 });
                return at + 2;
            }
            if self.reader.capitals.may_be_name(&words[at]) {
                found.push(Candidate { what: What::Perhaps, from: at, to: at + 1 });
            }
            return at + 1;
        }
        let mut to = at + 1;
        while to - at < 6 && self.joins(to) {
            let particle = words[to].sort.is_particle()
                && !words[to].capital
                && (self.joins(to + 1) && (self.is_name_word(to + 1) || words[to + 1].sort.is_particle()));
            let listed = self.reader.gazetteer.name_at(words, to, self.sentence).is_some_and(|it| it.0 > 1);
            if !particle && (!self.is_name_word(to) || listed) || words[to].glued && !words[to].capital {
                break;
            }
            to += 1;
        }
        let length = to - at;
        if let Some((from, office)) = title_before(words, at, self.sentence, self.reader.gazetteer) {
            let strong = words[at - 1].capital || length > 1 || words[at - 1].is(STRONG);
            if strong {
                found.push(Candidate { what: What::Person { from: at, to, office: Some(office) }, from, to });
                return to;
            }
        }
        if given && length > 1 && (!first || self.reader.capitals.is_name(&words[to - 1])) {
            found.push(Candidate { what: What::Person { from: at, to, office: None }, from: at, to });
            return to;
        }
        // `J. D. Vance`.
        if length > 1 && words[at].lower.chars().count() == 1 && words[to - 1].lower.chars().count() > 2 {
            found.push(Candidate { what: What::Person { from: at, to, office: None }, from: at, to });
            return to;
        }
        let said = words.get(to).filter(|_| to < self.sentence.end).is_some_and(|next| next.follows() && next.says)
            || at > self.sentence.start && words[at].follows() && words[at - 1].says;
        if said
            && (2..=3).contains(&length)
            && words[at..to].iter().all(|it| !it.capitals && self.reader.capitals.is_name(it))
        {
            found.push(Candidate { what: What::Person { from: at, to, office: None }, from: at, to });
            return to;
        }
        // `Article 5`.
        if length == 1
            && words
                .get(to)
                .filter(|_| to < self.sentence.end)
                .is_some_and(|next| next.follows() && next.number().is_some())
            && !words[at].possessive
            && !words[at].is(&["photo", "page", "figure", "table"])
        {
            found.push(Candidate { what: What::Unknown, from: at, to: to + 1 });
            return to + 1;
        }
        let from = if first && !self.reader.capitals.is_name(&words[at]) && !words[at].capitals { at + 1 } else { at };
        if from < to && (to - from > 1 || self.reader.capitals.is_name(&words[from])) {
            // `Funke media group`, `Globex company`.
            let mut next = to;
            if self.joins(next) && words[next].is(&["media", "news", "energy", "oil", "arms", "defence", "defense"]) {
                next += 1;
            }
            let body = self.joins(next)
                && words[next].is(&[
                    "group",
                    "newspaper",
                    "agency",
                    "company",
                    "bank",
                    "corporation",
                    "broadcaster",
                    "channel",
                    "network",
                    "magazine",
                    "university",
                    "institute",
                ]);
            found.push(Candidate { what: if body { What::Body } else { What::Unknown }, from, to });
        }
        to
    }
}

/// Brings offices to the names they stand beside: `The Secretary General of the Atlantic Alliance, Mark Rutte,` and
/// `Manfred Weber, the leader of the European People’s Party` are one mention each.
fn appositions(reading: &Reading, found: Vec<Candidate>) -> Vec<Candidate> {
    let words = &reading.words;
    // By their first word, and by the word after their last: the number of the candidate.
    let (mut starting, mut ending) = (BTreeMap::new(), BTreeMap::new());
    for (at, it) in found.iter().enumerate() {
        if matches!(it.what, What::Person { .. } | What::Unknown) {
            starting.entry(it.from).or_insert(at);
            ending.entry(it.to).or_insert(at);
        }
    }
    let beside = |role: &Candidate| {
        let comma = |at: usize| words.get(at).is_some_and(|it| it.gap == Gap::Comma);
        // Both in one sentence, with a comma between; of a list of several none is the other.
        let before = starting.get(&role.to).filter(|_| comma(role.to));
        let after = || {
            let goes_on = words.get(role.to).is_some_and(|next| next.gap == Gap::Space && next.is(&["and", "or"]));
            let owns = role.from > 0 && words[role.from - 1].possessive;
            ending.get(&role.from).filter(|_| comma(role.from) && !goes_on && !owns)
        };
        before.or_else(after).copied()
    };
    let mut given: BTreeMap<usize, Office> = BTreeMap::new();
    let mut keep = vec![true; found.len()];
    for (at, role) in found.iter().enumerate() {
        let What::Role(office) = &role.what else { continue };
        if let Some(person) = beside(role) {
            given.entry(person).or_insert_with(|| office.clone());
            keep[at] = false;
        } else {
            // Without `the` or whose it is, it is only ever an apposition.
            let first = &words[role.from];
            let owned = matches!(found.get(at + 1), Some(next) if next.from == role.from && matches!(next.what, What::Listed(_)) && words[next.to - 1].possessive);
            keep[at] = first.is(&["the"]) || owned;
        }
    }
    let mut out = Vec::with_capacity(found.len());
    // Titles and phrases hold listed names, and no others: `Dutch Prime Minister`.
    let mut held = 0;
    for (at, mut candidate) in found.into_iter().enumerate() {
        if keep[at] && matches!(candidate.what, What::Role(_) | What::Person { .. }) {
            held = held.max(candidate.to);
        } else if !keep[at] || candidate.to <= held && matches!(candidate.what, What::Unknown) {
            continue;
        }
        if let Some(office) = given.remove(&at) {
            let (from, to) = (candidate.from, candidate.to);
            match &mut candidate.what {
                What::Person { office: own, .. } if own.is_none() => *own = Some(office),
                What::Unknown if to - from < 4 && !words[from].capitals => {
                    candidate.what = What::Person { from, to, office: Some(office) };
                }
                _ => {}
            }
        }
        out.push(candidate);
    }
    out
}
