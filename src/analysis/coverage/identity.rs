//! Which names are one? Every grouping has its reason, and what no rule ties together stays apart.
//!
//! - A listed name is what the gazetteer says.
//! - Two full names are one person's when first name and surname are alike but for accents, doubled letters and `y` for
//!   `i`. A surname alone is the person of that surname whom the article names in full, or else the only one of
//!   all articles; where there are two, it stands by itself.
//! - A body’s initials are the body that the article named before them.
//! - A phrase for an office is the person to whom the article, or else some article, gives this office of this
//!   body or country; heads of one body under two titles (`chief`, `Secretary General`) are one where nobody
//!   else has such a title there. An office without whose it is is the one person who holds it in the article and
//!   was named before.
//! - A description by nationality (`the Dutch politician`) is the one person named before it in its article; by that
//!   the person's nationality is known to others.

use std::collections::BTreeMap;

use super::NameKind;
use super::dates::Resolved;
use super::gazetteer::Gazetteer;
use super::initials::initials;
use super::names::{Form, Name, Place};
use super::roles::{Office, both_lead, stands_alone};
use crate::sorting::sort_by;
use crate::text::Span;

/// What an article says at a place, without the words around it. Names are given by their skeletons.
#[derive(Clone, Debug)]
pub(super) enum Said {
    Listed(usize),
    Person { first: Option<String>, last: String, bare: String, office: Option<Office> },
    Other { kind: NameKind, first: Option<String>, last: Option<String> },
    Perhaps { one: String, two: Option<(String, Span)> },
    Role(Office),
    Dated(Option<Resolved>),
}

/// A mention.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub said: Said,
    pub span: Span,
    pub written: String,
    /// Whether a bracket opens before it.
    pub bracketed: bool,
}

/// The mentions of an article, by place.
#[derive(Clone, Debug)]
pub(super) struct OfArticle<'a> {
    pub article: u32,
    pub id: &'a str,
    pub mentions: Vec<Mention>,
}

/// Most people, the last that an article brought in, among whom the holder of a bare office is looked for.
const MOST: usize = 500;

/// Somebody.
#[derive(Clone, Debug, Default)]
struct Person {
    first: Option<String>,
    /// Spellings of the name without titles, and how often.
    bare: BTreeMap<String, u32>,
    /// Offices given to them: which, where, in which words.
    offices: Vec<(Office, u32, String)>,
    /// Articles, by their place in the list, that name them in full.
    full_in: Vec<usize>,
    /// Countries, by number in the gazetteer, that a description ties to them: by which words, where.
    nations: Vec<(usize, String, u32)>,
}

/// Why a mention is taken for a name, and which article shows it.
type Because = (String, Option<u32>);

/// Groups what all articles say.
pub(super) fn group(articles: &[OfArticle], gazetteer: &Gazetteer) -> Vec<Name> {
    let mut people = People::default();
    people.full_names(articles);
    people.namesakes(articles);
    people.surnames(articles);
    people.others(articles);
    people.roles(articles);
    let mut rows = Rows::default();
    let kinds = kinds(articles);
    let initials = initials(articles, gazetteer, &kinds);
    for (at, article) in articles.iter().enumerate() {
        for (number, mention) in article.mentions.iter().enumerate() {
            let id = (at, number);
            if let Some((person, because)) = people.of.get(&id) {
                let span = people.spans.get(&id).copied().unwrap_or(mention.span);
                let written = people.written.get(&id).unwrap_or(&mention.written);
                rows.add(Key::Person(*person), article.article, span, written, because.clone());
                continue;
            }
            let nothing = || (String::new(), None);
            match &mention.said {
                Said::Listed(entity) => {
                    let name = gazetteer.entity(*entity).name;
                    let because = if fold(&mention.written) == fold(name) {
                        nothing()
                    } else {
                        (["listed as a name of ", name].concat(), None)
                    };
                    rows.add(Key::Listed(*entity), article.article, mention.span, &mention.written, because);
                }
                Said::Other { .. } if initials.of.contains_key(&id) => {
                    let Some((key, name, because)) = initials.of.get(&id) else { continue };
                    // In brackets after the name it is no mention of its own.
                    if !initials.beside.contains(&id) {
                        rows.called.entry(key.clone()).or_insert_with(|| name.clone());
                        let because = (because.clone(), None);
                        rows.add(key.clone(), article.article, mention.span, &mention.written, because);
                    }
                }
                Said::Other { .. } => {
                    let key = fold(&mention.written);
                    let kind = kinds.get(&key).copied().unwrap_or_default();
                    rows.add(Key::Text(kind, key), article.article, mention.span, &mention.written, nothing());
                }
                Said::Role(office) if !office.of.is_empty() && !office.loose => {
                    let because = ("no article says who holds this office".to_owned(), None);
                    let of: Vec<String> = office.of.iter().map(|it| gazetteer.entity(*it).name.to_owned()).collect();
                    let key = [&of.join(", "), ": ", &office.head].concat();
                    rows.add(Key::Unnamed(key), article.article, mention.span, &mention.written, because);
                }
                Said::Dated(Some(date)) => {
                    let because = (date.reason.to_owned(), None);
                    let key = Key::Date(date.iso.clone(), date.written.clone());
                    rows.add(key, article.article, mention.span, &mention.written, because);
                }
                Said::Dated(None) => {
                    let key = [&fold(&mention.written), " @ ", article.id].concat();
                    let because = ("which day it is can’t be worked out from this article".to_owned(), None);
                    rows.add(
                        Key::Date(key, mention.written.clone()),
                        article.article,
                        mention.span,
                        &mention.written,
                        because,
                    );
                }
                Said::Person { .. } | Said::Role(_) | Said::Perhaps { .. } => {}
            }
        }
    }
    rows.done(&people, gazetteer)
}

/// A name in lower case, as keys have it.
pub(super) fn fold(written: &str) -> String {
    let lower = written.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower.split(|c: char| c.is_whitespace() || c == '=').filter(|it| !it.is_empty()).collect();
    words.join(" ")
}

/// Of what kind names are that nobody's name is: what one of their places tells of them holds for all.
fn kinds(articles: &[OfArticle]) -> BTreeMap<String, NameKind> {
    let mut kinds = BTreeMap::new();
    for mention in articles.iter().flat_map(|article| &article.mentions) {
        if let Said::Other { kind, .. } = &mention.said {
            let known = kinds.entry(fold(&mention.written)).or_insert(*kind);
            *known = (*known).min(*kind);
        }
    }
    kinds
}

/// A mention: its article's place in the list, its number there.
pub(super) type Id = (usize, usize);

#[derive(Default)]
struct People {
    all: Vec<Person>,
    by_last: BTreeMap<String, Vec<usize>>,
    /// Who has an office of a body or a country, by its number in the gazetteer; ascending.
    by_office: BTreeMap<usize, Vec<usize>>,
    /// Whom a description ties to a country, likewise.
    by_nation: BTreeMap<usize, Vec<usize>>,
    /// Who is meant, and why.
    of: BTreeMap<Id, (usize, Because)>,
    /// Where a mention is another than its candidate: a full name in a heading.
    spans: BTreeMap<Id, Span>,
    written: BTreeMap<Id, String>,
}

impl People {
    fn add(&mut self, first: Option<String>, last: &str) -> usize {
        let number = self.all.len();
        self.by_last.entry(last.to_owned()).or_default().push(number);
        self.all.push(Person { first, ..Person::default() });
        number
    }

    fn full(&self, first: &str, last: &str) -> Option<usize> {
        let same = |number: &&usize| self.all[**number].first.as_deref().is_some_and(|known| same_first(known, first));
        self.by_last.get(last)?.iter().find(same).copied()
    }

    /// Whom a surname stands for in this article.
    fn surname(&self, last: &str, article: usize, office: Option<&Office>) -> Surname {
        let Some(all) = self.by_last.get(last) else { return Surname::Nobody };
        let here: Vec<usize> = all.iter().copied().filter(|it| self.all[*it].full_in.contains(&article)).collect();
        match (here.as_slice(), all.as_slice()) {
            ([one], _) => Surname::InArticle(*one),
            ([], [one]) => Surname::InCorpus(*one),
            (here, all) => {
                let among = if here.is_empty() { all } else { here };
                let fits = |number: &&usize| {
                    let offices = &self.all[**number].offices;
                    office.is_some_and(|it| offices.iter().any(|known| share(&known.0, it)))
                };
                let mut fitting = among.iter().filter(fits);
                match (fitting.next(), fitting.next()) {
                    (Some(one), None) => Surname::InCorpus(*one),
                    _ => Surname::Several,
                }
            }
        }
    }

    fn take(&mut self, id: Id, person: usize, because: Because, bare: Option<&str>) {
        if let Some(bare) = bare {
            *self.all[person].bare.entry(bare.to_owned()).or_default() += 1;
        }
        self.of.insert(id, (person, because));
    }

    fn full_names(&mut self, articles: &[OfArticle]) {
        for (at, article) in articles.iter().enumerate() {
            for (number, mention) in article.mentions.iter().enumerate() {
                let Said::Person { first: Some(first), last, bare, office } = &mention.said else { continue };
                let known = self.full(first, last);
                let person = known.unwrap_or_else(|| self.add(Some(first.clone()), last));
                let it = &mut self.all[person];
                if !it.full_in.contains(&at) {
                    it.full_in.push(at);
                }
                if it.first.as_ref().is_some_and(|known| known.chars().count() == 1) {
                    it.first = Some(first.clone());
                }
                it.offices.extend(office.clone().map(|office| (office, article.article, mention.written.clone())));
                let because = if known.is_some() { "the same first name and surname" } else { "" };
                self.take((at, number), person, (because.to_owned(), None), Some(bare));
            }
        }
    }

    /// Full names of which nothing but their surname, that of a person named in full, tells that they are a person's:
    /// were they passed over, the surname alone would stand for the one person that is known.
    fn namesakes(&mut self, articles: &[OfArticle]) {
        for (at, article) in articles.iter().enumerate() {
            for (number, mention) in article.mentions.iter().enumerate() {
                let Said::Other { kind: NameKind::Other, first: Some(first), last: Some(last) } = &mention.said else {
                    continue;
                };
                let is_surname = self.by_last.contains_key(last);
                if !is_surname || self.full(first, last).is_some() || mention.written.split(' ').count() != 2 {
                    continue;
                }
                let person = self.add(Some(first.clone()), last);
                self.all[person].full_in.push(at);
                self.take((at, number), person, (String::new(), None), Some(&mention.written));
            }
        }
    }

    fn surnames(&mut self, articles: &[OfArticle]) {
        for (at, article) in articles.iter().enumerate() {
            for (number, mention) in article.mentions.iter().enumerate() {
                let Said::Person { first: None, last, bare, office } = &mention.said else { continue };
                let (person, because) = match self.surname(last, at, office.as_ref()) {
                    Surname::InArticle(person) => (person, Why::InArticle),
                    Surname::InCorpus(person) => (person, Why::InCorpus),
                    Surname::Nobody => (self.add(None, last), Why::Itself),
                    Surname::Several => (self.apart(last), Why::Several),
                };
                let because = self.because(person, bare, because);
                let it = &mut self.all[person];
                it.offices.extend(office.clone().map(|office| (office, article.article, mention.written.clone())));
                self.take((at, number), person, because, Some(bare));
            }
        }
    }

    /// The one that stands for a surname of several people.
    fn apart(&mut self, last: &str) -> usize {
        let known = self.by_last.get(last).into_iter().flatten().copied().find(|it| self.all[*it].first.is_none());
        known.unwrap_or_else(|| self.add(None, last))
    }

    /// Names of which nothing but a person's tells what they are.
    fn others(&mut self, articles: &[OfArticle]) {
        for (at, article) in articles.iter().enumerate() {
            let mut taken = 0;
            for (number, mention) in article.mentions.iter().enumerate() {
                let id = (at, number);
                if self.of.contains_key(&id) {
                    continue;
                }
                let (first, last) = match &mention.said {
                    Said::Other { first, last: Some(last), .. } => (first.as_deref(), last),
                    Said::Perhaps { .. } if mention.span.start < taken => continue,
                    Said::Perhaps { one, two } => {
                        let full = two.as_ref().and_then(|(last, span)| Some((self.full(one, last)?, last, *span)));
                        if let Some((person, _, span)) = full {
                            let written = self.name(person);
                            self.spans.insert(id, span);
                            self.written.insert(id, written);
                            taken = span.end;
                            self.take(id, person, ("the same first name and surname".to_owned(), None), None);
                            continue;
                        }
                        (None, one)
                    }
                    _ => continue,
                };
                let person = match first {
                    Some(first) => self.full(first, last).map(|person| (person, Why::Full)),
                    None => match self.surname(last, at, None) {
                        Surname::InArticle(person) => Some((person, Why::InArticle)),
                        Surname::InCorpus(person) => Some((person, Why::InCorpus)),
                        Surname::Several => Some((self.apart(last), Why::Several)),
                        Surname::Nobody => None,
                    },
                };
                if let Some((person, why)) = person {
                    let because = self.because(person, &mention.written, why);
                    self.take(id, person, because, Some(&mention.written));
                }
            }
        }
    }

    fn because(&self, person: usize, bare: &str, why: Why) -> Because {
        let it = &self.all[person];
        let surname = it.bare.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
        let last = bare.rsplit(' ').next().unwrap_or(bare).to_lowercase();
        let other =
            surname.map(|it| it.0.rsplit(' ').next().unwrap_or("")).filter(|known| known.to_lowercase() != last);
        if let Some(other) = other.filter(|_| !matches!(why, Why::Several | Why::Itself)) {
            return (["spelt like ", other, ", but for accents, doubled letters or y for i"].concat(), None);
        }
        let said = match why {
            Why::Full => "the same first name and surname",
            Why::InArticle => "the surname of one person in this article",
            Why::InCorpus => "the surname of one person in all articles",
            Why::Several => "a surname of several people: which of them can’t be told",
            Why::Itself => "",
        };
        (said.to_owned(), None)
    }

    /// The fullest name of a person.
    fn name(&self, person: usize) -> String {
        let best = self.all[person].bare.iter().max_by(|a, b| {
            let size = |it: &(&String, &u32)| (it.0.split(' ').count(), *it.1);
            size(a).cmp(&size(b)).then_with(|| b.0.cmp(a.0))
        });
        best.map(|it| it.0.clone()).unwrap_or_default()
    }

    fn roles(&mut self, articles: &[OfArticle]) {
        for (number, person) in self.all.iter().enumerate() {
            for of in person.offices.iter().flat_map(|it| &it.0.of) {
                let with = self.by_office.entry(*of).or_default();
                if with.last() != Some(&number) {
                    with.push(number);
                }
            }
        }
        // By nationality first where one person alone was named before: others learn from it.
        for learns in [true, false] {
            for (at, article) in articles.iter().enumerate() {
                let mut before: Vec<usize> = Vec::new();
                let mut named = vec![false; self.all.len()];
                for (number, mention) in article.mentions.iter().enumerate() {
                    let id = (at, number);
                    if let Some((person, _)) = self.of.get(&id) {
                        if !std::mem::replace(&mut named[*person], true) {
                            before.push(*person);
                        }
                        continue;
                    }
                    let Said::Role(office) = &mention.said else { continue };
                    let found = if learns && !office.loose {
                        continue;
                    } else if learns {
                        self.alone(office, &before)
                    } else {
                        self.holder(office, at, &before)
                    };
                    let Some((person, because)) = found else { continue };
                    if office.loose {
                        let ties = office.of.iter().map(|nation| (*nation, mention.written.clone(), article.article));
                        let ties: Vec<_> = ties.collect();
                        for (nation, ..) in &ties {
                            let with = self.by_nation.entry(*nation).or_default();
                            if !with.contains(&person) {
                                with.push(person);
                            }
                        }
                        self.all[person].nations.extend(ties);
                    }
                    if !std::mem::replace(&mut named[person], true) {
                        before.push(person);
                    }
                    self.take(id, person, because, None);
                }
            }
        }
    }

    /// Whom a description stands for where one person alone was named before.
    fn alone(&self, office: &Office, before: &[usize]) -> Option<(usize, Because)> {
        match before {
            [one] if !office.of.is_empty() && self.may_be_of(*one, office) => {
                Some((*one, ("the only person named in this article up to there".to_owned(), None)))
            }
            _ => None,
        }
    }

    /// Whether nothing is known that speaks against it.
    fn may_be_of(&self, person: usize, office: &Office) -> bool {
        let nations = &self.all[person].nations;
        nations.is_empty() || nations.iter().any(|it| office.of.contains(&it.0))
    }

    /// Who holds an office.
    fn holder(&self, office: &Office, article: usize, before: &[usize]) -> Option<(usize, Because)> {
        let here = |person: &usize| before.contains(person) || self.all[*person].full_in.contains(&article);
        if office.loose {
            // By the nationality that another article ties to them.
            let tie = |person: usize| self.all[person].nations.iter().find(|it| office.of.contains(&it.0));
            let mut known: Vec<usize> =
                office.of.iter().filter_map(|it| self.by_nation.get(it)).flatten().copied().collect();
            known.sort_unstable();
            known.dedup();
            let [one] = known[..] else { return None };
            let (_, words, shown) = tie(one)?;
            return before.contains(&one).then(|| (one, (["as “", words, "” in"].concat(), Some(*shown))));
        }
        if office.of.is_empty() {
            // Bare: of whom was named before, the one who holds it here.
            let holds = |person: &usize| self.all[*person].offices.iter().any(|it| it.0.head == office.head);
            let holders: Vec<usize> = before.iter().rev().take(MOST).copied().filter(holds).collect();
            return match holders[..] {
                [one] if stands_alone(office) => {
                    let shown = self.all[one].offices.iter().find(|it| it.0.head == office.head)?;
                    Some((one, (["by the title in “", &shown.2, "” in"].concat(), Some(shown.1))))
                }
                _ => None,
            };
        }
        let exact = |known: &Office| known.head == office.head && share(known, office);
        let alike = |known: &Office| both_lead(known, office) && share(known, office);
        let mut everyone: Vec<usize> =
            office.of.iter().filter_map(|it| self.by_office.get(it)).flatten().copied().collect();
        everyone.sort_unstable();
        everyone.dedup();
        for same in [&exact as &dyn Fn(&Office) -> bool, &alike] {
            let has = |person: &usize| self.all[*person].offices.iter().any(|it| same(&it.0));
            let all: Vec<usize> = everyone.iter().copied().filter(has).collect();
            let nearer: Vec<usize> = all.iter().copied().filter(here).collect();
            let one = match (&nearer[..], &all[..]) {
                ([one], _) | ([], [one]) => *one,
                _ => continue,
            };
            let shown = self.all[one].offices.iter().find(|it| same(&it.0))?;
            return Some((one, (["by the title in “", &shown.2, "” in"].concat(), Some(shown.1))));
        }
        None
    }
}

/// Whom a surname stands for.
enum Surname {
    InArticle(usize),
    InCorpus(usize),
    Several,
    Nobody,
}

/// Why a name is a person's.
#[derive(Clone, Copy)]
enum Why {
    Full,
    InArticle,
    InCorpus,
    Several,
    Itself,
}

fn same_first(known: &str, first: &str) -> bool {
    let initial = |one: &str, other: &str| one.chars().count() == 1 && other.starts_with(one);
    known == first || initial(known, first) || initial(first, known)
}

/// Whether two offices are of the same body or country.
fn share(a: &Office, b: &Office) -> bool {
    a.of.iter().any(|it| b.of.contains(it))
}

/// What a row stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Person(usize),
    Listed(usize),
    /// Its kind, and its name folded.
    Text(NameKind, String),
    /// An office that nobody is known to hold.
    Unnamed(String),
    /// A date, and how it is shown.
    Date(String, String),
}

#[derive(Default)]
struct Rows {
    of: BTreeMap<Key, Name>,
    /// Bodies that stand under their initials too: their names in full.
    called: BTreeMap<Key, String>,
}

impl Rows {
    fn add(&mut self, key: Key, article: u32, span: Span, written: &str, because: Because) {
        let row = self.of.entry(key).or_default();
        let form = row.forms.iter().position(|form| form.written == written).unwrap_or_else(|| {
            row.forms.push(Form { written: written.to_owned(), reason: because.0, seen: because.1 });
            row.forms.len() - 1
        });
        row.places.push(Place { article, span, form: form as u32 });
    }

    fn done(self, people: &People, gazetteer: &Gazetteer) -> Vec<Name> {
        let mut all: Vec<Name> = Vec::with_capacity(self.of.len());
        for (key, mut row) in self.of {
            (row.kind, row.name) = match &key {
                Key::Person(person) => (NameKind::Person, people.name(*person)),
                Key::Listed(entity) => {
                    let entity = gazetteer.entity(*entity);
                    let kind = if entity.body { NameKind::Organisation } else { NameKind::Place };
                    (kind, entity.name.to_owned())
                }
                Key::Text(kind, _) => (*kind, self.called.get(&key).cloned().unwrap_or_else(|| most_written(&row))),
                Key::Unnamed(_) => (NameKind::Person, most_written(&row)),
                Key::Date(_, shown) => (NameKind::Date, shown.clone()),
            };
            row.key = match key {
                Key::Date(date, _) => date,
                Key::Text(_, text) => text,
                _ => fold(&row.name),
            };
            tidy(&mut row);
            all.push(row);
        }
        settle(&mut all);
        all
    }
}

fn most_written(row: &Name) -> String {
    let count = |form: usize| row.places.iter().filter(|it| it.form as usize == form).count();
    let best = (0..row.forms.len()).max_by(|&a, &b| count(a).cmp(&count(b)).then(b.cmp(&a)));
    best.map(|form| row.forms[form].written.clone()).unwrap_or_default()
}

/// Puts places and forms in order: places by article and text, forms by how often they occur.
pub(super) fn tidy(row: &mut Name) {
    sort_by(&mut row.places, |a: &Place, b: &Place| {
        (a.article, a.span.start, a.span.end).cmp(&(b.article, b.span.start, b.span.end))
    });
    let mut counts = vec![0_u32; row.forms.len()];
    for place in &row.places {
        counts[place.form as usize] += 1;
    }
    let mut order: Vec<usize> = (0..row.forms.len()).filter(|&form| counts[form] > 0).collect();
    sort_by(&mut order, |&a: &usize, &b: &usize| {
        counts[b].cmp(&counts[a]).then_with(|| row.forms[a].written.cmp(&row.forms[b].written))
    });
    let mut place_of = vec![0_u32; row.forms.len()];
    for (at, &form) in (0..).zip(&order) {
        place_of[form] = at;
    }
    row.forms = order.iter().map(|&form| row.forms[form].clone()).collect();
    for place in &mut row.places {
        place.form = place_of[place.form as usize];
    }
    if let Some(first) = row.forms.iter_mut().find(|form| form.written == row.name) {
        first.reason.clear();
        first.seen = None;
    }
}

/// Puts names in order, the most frequent first, and makes each key different.
pub(super) fn settle(all: &mut Vec<Name>) {
    all.retain(|row| !row.places.is_empty());
    sort_by(all, |a: &Name, b: &Name| {
        b.places.len().cmp(&a.places.len()).then_with(|| a.key.cmp(&b.key)).then(a.kind.cmp(&b.kind))
    });
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for row in all.iter_mut() {
        let count = seen.entry(row.key.clone()).or_default();
        *count += 1;
        if *count > 1 {
            let more = if *count > 2 { [" ", &count.to_string()].concat() } else { String::new() };
            row.key = [&row.key, " (", row.kind.name(), &more, ")"].concat();
        }
    }
}
