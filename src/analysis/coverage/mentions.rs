//! What does one article name, and where? Candidates in the order of the text; which of them are one is for
//! [`identity`](super::identity).

use std::collections::BTreeMap;

use super::calendar::Date;
use super::dates::{Resolved, date_at};
use super::gazetteer::Gazetteer;
use super::reading::{Reading, Sentence, Word};
use super::roles::{Office, RolePhrase, phrase_at, title_before};
use super::telling::{
    BODY_AFTER, BODY_BEFORE, BODY_ENDS, NO_BODIES, NO_NAMES, OF_BODIES, OPENERS, PLACE_WORDS, PORTFOLIOS, STRONG,
};
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

/// Every candidate of an article, by place. Phrases and titles may hold others: `the NATO chief` holds `NATO`.
pub(super) fn candidates(reading: &Reading, reader: &Reader, published: Option<Date>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        let words = &reading.words;
        // Looked up once a word: several rules ask of each.
        let each = sentence.start..sentence.end;
        let listed = each.clone().map(|at| reader.gazetteer.name_at(words, at, sentence)).collect();
        let people = each.map(|at| reader.gazetteer.people_at(words, at, sentence)).collect();
        let scan = Scan { words, sentence, reader, published, listed, people };
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
    /// By word of the sentence: the listed name that starts there, as the gazetteer tells it.
    listed: Vec<Option<(usize, usize)>>,
    /// By word of the sentence: the people's name, likewise.
    people: Vec<Option<(usize, usize)>>,
}

impl Scan<'_> {
    /// The longest listed name that starts at a word of the sentence.
    fn listed(&self, at: usize) -> Option<(usize, usize)> {
        self.listed.get(at.checked_sub(self.sentence.start)?).copied().flatten()
    }

    /// The longest people's name or adjective that starts there.
    fn people(&self, at: usize) -> Option<(usize, usize)> {
        self.people.get(at.checked_sub(self.sentence.start)?).copied().flatten()
    }

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
        // `Zambezi River Authority` is no river.
        if let Some(to) = self.located(at).filter(|to| self.body(at).is_none_or(|end| end <= *to)) {
            found.push(Candidate { what: What::Located, from: at, to });
            return to;
        }
        if let Some(to) = self.joined(at).or_else(|| self.body(at)) {
            found.push(Candidate { what: What::Body, from: at, to });
            return to;
        }
        if let Some((len, entity)) = self.listed(at) {
            let to = at + len;
            if let Some(end) = self.larger(at, to) {
                found.push(Candidate { what: What::Unknown, from: at, to: end });
                return end;
            }
            found.push(Candidate { what: What::Listed(entity), from: at, to });
            return to;
        }
        if let Some((len, _)) = self.people(at) {
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
            // `US` is no pronoun.
            word.capital && !person && !word.sort.is_time() && (word.capitals || !is_stop_word(&word.lower))
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
            let of = || body.is(OF_BODIES) && self.joins(end + 1) && words[end + 1].is(&["of"]);
            if (body.sort.is_body() || body.is(BODY_ENDS) || of()) && !body.capitals && !body.is(NO_BODIES) {
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
        let listed = |from: usize| self.listed(from);
        if (at..=last).any(|from| listed(from).is_some_and(|(len, _)| from + len > last)) {
            // But not a common word that is a listed name by itself: `National Democratic Congress`.
            let people = |by: usize| self.people(by).is_some();
            let own = at + 2 <= last
                && words[last].sort.is_body()
                && (at..last).all(|by| !people(by) && listed(by).is_none());
            if !own {
                return None;
            }
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
                to = self.portfolios(start, after, words[last].is(&["ministry", "department"]));
            } else if last == at {
                return None;
            }
        }
        Some(to)
    }

    /// Where a ministry's name ends that goes on with more that it is for: `Health, Labour and Welfare`.
    ///
    /// What it is for begins at `from`; a `ministry` may also be for one other thing, `Roads and Highways`.
    fn portfolios(&self, from: usize, to: usize, ministry: bool) -> usize {
        let words = self.words;
        let is = |at: usize| at < self.sentence.end && words[at].capital && words[at].is(PORTFOLIOS);
        let other = |at: usize| {
            at < self.sentence.end
                && self.is_name_word(at)
                && !words[at].capitals
                && self.listed(at).is_none()
                && self.people(at).is_none()
        };
        if words[to - 1].possessive || !(is(to - 1) || ministry && to == from + 1 && other(from)) {
            return to;
        }
        let mut at = to;
        while is(at) && words[at].gap == Gap::Comma {
            at += 1;
        }
        let and = at < self.sentence.end && words[at].is(&["and"]) && matches!(words[at].gap, Gap::Space | Gap::Comma);
        if !and || words.get(at + 1).is_none_or(|next| next.gap != Gap::Space) {
            return to;
        }
        at += 1;
        // `and Fisheries`, `and Social Affairs`, `and Highways`.
        let mut end = at;
        while end < self.sentence.end && end < at + 3 && words[end].follows() && other(end) {
            end += 1;
        }
        let known = (at..end).rev().find(|&at| is(at)).map(|last| last + 1);
        known.or((ministry && end == at + 1).then_some(end)).unwrap_or(to)
    }

    /// The end of `Maritime and Coastguard Agency`, after `the`: words of one name with `and` between, the second of
    /// which is followed by a word for bodies. Where the first could be a name by itself, they are two.
    fn joined(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let the = at > self.sentence.start && words[at].follows() && words[at - 1].is(&["the"]);
        let mut first = at;
        while self.joins(first + 1) && self.is_name_word(first + 1) && first < at + 2 {
            first += 1;
        }
        let and = self.joins(first + 1) && words[first + 1].is(&["and"]);
        if self.sentence.titled || !the || !and || !self.is_name_word(at) || words[at].glued {
            return None;
        }
        let listed = |at: usize| self.listed(at).is_some() || self.people(at).is_some();
        let may_be_one = |at: usize| words[at].sort.is_body() || words[at].capitals || listed(at);
        if (at..=first).any(may_be_one) || listed(first + 2) {
            return None;
        }
        let mut to = first + 2;
        while self.joins(to) && self.is_name_word(to) && to - first < 6 {
            to += 1;
        }
        let last = &words[to - 1];
        let body = (last.sort.is_body() || last.is(BODY_ENDS)) && !last.is(NO_BODIES);
        // `the Law and Justice party`.
        let after = self.joins(to) && words[to].is(&["party", "agency", "union"]);
        (to > first + 3 && body || to > first + 2 && after).then_some(to)
    }

    /// The end of a place's name that starts here: with a word for waters, islands and streets before or after it.
    fn located(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let named = |at: usize| self.joins(at) && self.is_name_word(at) && !words[at].glued;
        if self.sentence.titled || !words[at].capital || self.listed(at).is_some_and(|it| it.0 > 1) {
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
        self.reader.capitals.is_name(word) || word.capitals || self.listed(at).is_some() || self.people(at).is_some()
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
            && self.listed(end).is_none()
            && self.people(end).is_none()
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
                && self.listed(at + 1).is_none()
                && self.people(at + 1).is_none()
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
            let listed = self.listed(to).is_some_and(|it| it.0 > 1);
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
            let body = self.joins(next) && words[next].is(BODY_AFTER)
                || from > self.sentence.start && words[from].follows() && words[from - 1].is(BODY_BEFORE);
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
